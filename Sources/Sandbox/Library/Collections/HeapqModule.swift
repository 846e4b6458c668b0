/// `heapq` and `bisect` (Library Reference, *Data Types*): order kept in plain lists, by `<`.
extension NativeModule {
  static let heapq = NativeModule(
    "heapq",
    [
      .function("heappush", "(heap, item, /)") { call throws(Unwind) in
        let heap = try HeapqModule.list(call, "heappush")
        try call.interpreter.charge(elements: heap.items.count + 1, added: 1)
        heap.items.append(call.required(1))
        try HeapqModule.rise(heap, from: heap.items.count - 1, above: 0, call.interpreter)
        return .none
      },
      .function("heappop", "(heap, /)") { call throws(Unwind) in
        let heap = try HeapqModule.list(call, "heappop")
        guard let last = heap.items.popLast() else { throw call.raise(.indexError, "index out of range") }
        guard let top = heap.items.first else { return last }
        heap.items[0] = last
        try HeapqModule.sink(heap, from: 0, call.interpreter)
        return top
      },
      .function("heapreplace", "(heap, item, /)") { call throws(Unwind) in
        let heap = try HeapqModule.list(call, "heapreplace")
        guard let top = heap.items.first else { throw call.raise(.indexError, "index out of range") }
        heap.items[0] = call.required(1)
        try HeapqModule.sink(heap, from: 0, call.interpreter)
        return top
      },
      .function("heappushpop", "(heap, item, /)") { call throws(Unwind) in
        let heap = try HeapqModule.list(call, "heappushpop")
        guard let top = heap.items.first,
          try HeapqModule.isLess(top, call.required(1), call.interpreter), !heap.items.isEmpty
        else { return call.required(1) }
        heap.items[0] = call.required(1)
        try HeapqModule.sink(heap, from: 0, call.interpreter)
        return top
      },
      .function("heapify", "(heap, /)") { call throws(Unwind) in
        let heap = try HeapqModule.list(call, "heapify")
        for index in (0..<(heap.items.count / 2)).reversed() {
          try HeapqModule.sink(heap, from: index, call.interpreter)
        }
        return .none
      },
    ],
    source: #"""
      def merge(*iterables, key=None, reverse=False):
          heads = []
          for order, iterable in enumerate(iterables):
              iterator = iter(iterable)
              for value in iterator:
                  heads.append([value if key is None else key(value), order, value, iterator])
                  break
          while heads:
              best = heads[0]
              for head in heads[1:]:
                  if best[0] < head[0] if reverse else head[0] < best[0]:
                      best = head
              yield best[2]
              for value in best[3]:
                  best[0] = value if key is None else key(value)
                  best[2] = value
                  break
              else:
                  heads.remove(best)


      def nsmallest(n, iterable, key=None):
          return sorted(iterable, key=key)[:max(n, 0)]


      def nlargest(n, iterable, key=None):
          return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
      """#)

  static let bisect = NativeModule(
    "bisect",
    ["bisect_left", "bisect_right", "bisect"].map { name in
      .function(name, "(a, x, lo=0, hi=None, *, key=None)") { call throws(Unwind) in
        .int(try BisectModule.position(call, isLeft: name == "bisect_left", appliesKey: false))
      }
    }
      + ["insort_left", "insort_right", "insort"].map { name in
        .function(name, "(a, x, lo=0, hi=None, *, key=None)") { call throws(Unwind) in
          let index = try BisectModule.position(call, isLeft: name == "insort_left", appliesKey: true)
          guard case .list(let list) = call.required(0) else {
            let insert = try call.interpreter.attribute(of: call.required(0), "insert")
            _ = try call.interpreter.call(insert, with: .int(index), call.required(1))
            return .none
          }
          try call.interpreter.charge(elements: list.items.count + 1, added: 1)
          list.items.insert(call.required(1), at: min(index, list.items.count))
          return .none
        }
      })
}

enum HeapqModule {
  static func list(_ call: NativeCall, _ name: String) throws(Unwind) -> ListObject {
    switch call.required(0) {
    case .list(let list): return list
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case .instance: throw call.interpreter.unsupported("heapq on a \(call.required(0).typeName)")
    case let other:
      let place = call.arguments.count == 1 ? "" : " 1"
      throw call.raise(.typeError, "\(name)() argument\(place) must be list, not \(other.argumentTypeName)")
    }
  }

  static func isLess(_ left: Object, _ right: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    try interpreter.step()
    return try interpreter.isTrue(try interpreter.compare(.less, left, right))
  }

  private static func check(_ heap: ListObject, _ count: Int, _ interpreter: Interpreter) throws(Unwind) {
    guard heap.items.count == count else {
      throw interpreter.raise(.runtimeError, "list changed size during iteration")
    }
  }

  /// Moves an item up to its place under a parent that isn't greater.
  static func rise(_ heap: ListObject, from start: Int, above top: Int, _ interpreter: Interpreter)
    throws(Unwind)
  {
    let count = heap.items.count
    var index = start
    while index > top {
      let parent = (index - 1) / 2
      guard try isLess(heap.items[index], heap.items[parent], interpreter) else { return }
      try check(heap, count, interpreter)
      heap.items.swapAt(index, parent)
      index = parent
    }
  }

  /// Moves the smaller children up until a leaf is free, then the item up from there.
  static func sink(_ heap: ListObject, from start: Int, _ interpreter: Interpreter) throws(Unwind) {
    let count = heap.items.count
    var index = start
    while 2 * index + 1 < count {
      var child = 2 * index + 1
      if child + 1 < count, try !isLess(heap.items[child], heap.items[child + 1], interpreter) { child += 1 }
      try check(heap, count, interpreter)
      heap.items.swapAt(index, child)
      index = child
    }
    try rise(heap, from: index, above: start, interpreter)
  }
}

enum BisectModule {
  static func position(_ call: NativeCall, isLeft: Bool, appliesKey: Bool) throws(Unwind) -> Int {
    let interpreter = call.interpreter
    func integer(_ object: Object) throws(Unwind) -> Int {
      guard let value = object.asInt else {
        throw interpreter.notAnInteger(object)
      }
      return value
    }
    var low = try call[2].map(integer) ?? 0
    if low < 0 { throw call.raise(.valueError, "lo must be non-negative") }
    let key = call.present(4)
    var wanted = call.required(1)
    if appliesKey, let key { wanted = try interpreter.call(key, with: wanted) }
    guard let length = try interpreter.length(of: call.required(0)) else {
      throw call.raise(.typeError, "object of type '\(call.required(0).qualifiedTypeName)' has no len()")
    }
    var high = try call.present(3).map(integer) ?? length
    if high == -1 { high = length }
    while low < high {
      try interpreter.step()
      let middle = low + (high - low) / 2
      var item = try interpreter.item(of: call.required(0), .int(middle))
      if let key { item = try interpreter.call(key, with: item) }
      let isBelow =
        isLeft
        ? try interpreter.isTrue(try interpreter.compare(.less, item, wanted))
        : try !interpreter.isTrue(try interpreter.compare(.less, wanted, item))
      if isBelow { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
