/// The functions of `itertools` that keep items: `cycle`, `groupby`, `tee` and others.
extension ItertoolsModule {
  static let grouping: [Member] = [
    .function("cycle", "(iterable, /)") { call throws(Unwind) in
      let source = try call.interpreter.iterator(over: call.required(0))
      var saved: [Object] = []
      var position: Int?
      return iterator(call, "cycle") { interpreter throws(Unwind) in
        if position == nil {
          if let item = try source.next(interpreter) {
            try interpreter.charge(elements: saved.count + 1, added: 1)
            saved.append(item)
            return item
          }
          position = 0
        }
        guard !saved.isEmpty, let index = position else { return nil }
        position = (index + 1) % saved.count
        return saved[index]
      }
    },
    .function("compress", "(data, selectors)") { call throws(Unwind) in
      let data = try call.interpreter.iterator(over: call.required(0))
      let selectors = try call.interpreter.iterator(over: call.required(1))
      return iterator(call, "compress") { interpreter throws(Unwind) in
        while let item = try data.next(interpreter), let selector = try selectors.next(interpreter) {
          try interpreter.step()
          if try interpreter.isTrue(selector) { return item }
        }
        return nil
      }
    },
    .function("pairwise", "(iterable, /)") { call throws(Unwind) in
      let source = try call.interpreter.iterator(over: call.required(0))
      var last: Object?
      return iterator(call, "pairwise") { interpreter throws(Unwind) in
        if last == nil { last = try source.next(interpreter) }
        guard let left = last, let right = try source.next(interpreter) else { return nil }
        last = right
        return interpreter.tuple([left, right])
      }
    },
    .function("groupby", "(iterable, key=None)") { call throws(Unwind) in
      let source = try call.interpreter.iterator(over: call.required(0))
      let grouper = Grouper(source, key: call.present(1))
      return iterator(call, "groupby") { interpreter throws(Unwind) in
        guard let key = try grouper.advance(interpreter) else { return nil }
        let group = grouper.group
        let items = ClosureIterator(.groupIterator) { interpreter throws(Unwind) in
          try grouper.next(in: group, interpreter)
        }
        return interpreter.tuple([key, .iterator(interpreter.heap.adopt(items))])
      }
    },
    .function("tee", "(iterable, n=2, /)") { call throws(Unwind) in
      guard let count = (call[1] ?? .int(2)).asInt else {
        throw call.interpreter.notAnInteger(call.required(1))
      }
      if count < 0 { throw call.raise(.valueError, "n must be >= 0") }
      try call.interpreter.charge(elements: count)
      let buffer = Buffer(try call.interpreter.iterator(over: call.required(0)))
      var branches: [Object] = []
      for _ in 0..<count {
        var position = 0
        let branch = ClosureIterator(.teeIterator) { interpreter throws(Unwind) in
          defer { position += 1 }
          return try buffer.item(at: position, interpreter)
        }
        branches.append(.iterator(call.interpreter.heap.adopt(branch)))
      }
      return try call.interpreter.tuple(charging: branches)
    },
  ]

  /// What the branches of a `tee` share.
  private final class Buffer {
    private let source: IteratorObject
    private var items: [Object] = []

    init(_ source: IteratorObject) { self.source = source }

    func item(at position: Int, _ interpreter: Interpreter) throws(Unwind) -> Object? {
      if position < items.count { return items[position] }
      guard let item = try source.next(interpreter) else { return nil }
      try interpreter.charge(elements: items.count + 1, added: 1)
      items.append(item)
      return item
    }
  }

  /// What `groupby` and its groups share: the item that was looked at last.
  private final class Grouper {
    private let source: IteratorObject
    private let key: Object?
    private var current: (key: Object, value: Object)?
    private var groupKey: Object?
    /// The number of the group that may still give items.
    private(set) var group = 0

    init(_ source: IteratorObject, key: Object?) {
      self.source = source
      self.key = key
    }

    private func fetch(_ interpreter: Interpreter) throws(Unwind) -> Bool {
      try interpreter.step()
      guard let value = try source.next(interpreter) else {
        current = nil
        return false
      }
      current = (
        try key.map { (key) throws(Unwind) in try interpreter.call(key, with: value) } ?? value, value
      )
      return true
    }

    /// Goes on to the first item of the next group, and gives its key.
    func advance(_ interpreter: Interpreter) throws(Unwind) -> Object? {
      group += 1
      if current == nil {
        guard try fetch(interpreter) else { return nil }
      }
      while let last = groupKey, let now = current {
        guard try interpreter.isIdenticalOrEqual(last, now.key) else { break }
        guard try fetch(interpreter) else { return nil }
      }
      groupKey = current?.key
      return groupKey
    }

    func next(in group: Int, _ interpreter: Interpreter) throws(Unwind) -> Object? {
      guard group == self.group, let groupKey else { return nil }
      if current == nil {
        guard try fetch(interpreter) else { return nil }
      }
      guard let now = current, try interpreter.isIdenticalOrEqual(groupKey, now.key) else { return nil }
      current = nil
      return now.value
    }
  }
}

extension NativeType {
  fileprivate static let groupIterator = NativeType("_grouper", module: "itertools", bases: [.iterator])
  fileprivate static let teeIterator = NativeType("_tee", module: "itertools", bases: [.iterator])
}
