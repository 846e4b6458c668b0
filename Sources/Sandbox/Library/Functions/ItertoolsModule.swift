/// `itertools` (Library Reference, *Functions creating iterators for efficient looping*).
extension NativeModule {
  static let itertools = NativeModule(
    "itertools",
    [
      .type("chain", .chain),
      .function("islice", "(iterable, start, stop=None, step=None, /)", ItertoolsModule.slice),
      .function("count", "(start=0, step=1)") { call throws(Unwind) in
        let step = call[1] ?? .int(1)
        var value = call[0] ?? .int(0)
        return ItertoolsModule.iterator(call, "count") { interpreter throws(Unwind) in
          let current = value
          value = try interpreter.binary(.add, value, step)
          return current
        }
      },
      .function("repeat", "(object, times=None)") { call throws(Unwind) in
        let object = call.required(0)
        guard let times = call[1] else { return ItertoolsModule.iterator(call, "repeat") { _ in object } }
        if case .bigInt = times { throw call.interpreter.notAnInteger(times) }
        guard var left = times.asInt else { throw call.interpreter.unsupported("repeat so many times") }
        return ItertoolsModule.iterator(call, "repeat") { _ in
          left -= 1
          return left >= 0 ? object : nil
        }
      },
      .function("takewhile", "(predicate, iterable, /)") { call throws(Unwind) in
        let source = try call.interpreter.iterator(over: call.required(1))
        let predicate = call.required(0)
        var isOver = false
        return ItertoolsModule.iterator(call, "takewhile") { interpreter throws(Unwind) in
          guard !isOver, let item = try source.next(interpreter) else { return nil }
          if try interpreter.isTrue(try interpreter.call(predicate, with: item)) { return item }
          isOver = true
          return nil
        }
      },
      .function("dropwhile", "(predicate, iterable, /)") { call throws(Unwind) in
        let source = try call.interpreter.iterator(over: call.required(1))
        let predicate = call.required(0)
        var isDropping = true
        return ItertoolsModule.iterator(call, "dropwhile") { interpreter throws(Unwind) in
          while let item = try source.next(interpreter) {
            try interpreter.step()
            if isDropping, try interpreter.isTrue(try interpreter.call(predicate, with: item)) { continue }
            isDropping = false
            return item
          }
          return nil
        }
      },
      .function("filterfalse", "(function, iterable, /)") { call throws(Unwind) in
        let source = try call.interpreter.iterator(over: call.required(1))
        let predicate = call.present(0)
        return ItertoolsModule.iterator(call, "filterfalse") { interpreter throws(Unwind) in
          while let item = try source.next(interpreter) {
            try interpreter.step()
            let test =
              try predicate.map { (test) throws(Unwind) in try interpreter.call(test, with: item) } ?? item
            if try !interpreter.isTrue(test) { return item }
          }
          return nil
        }
      },
      .function("starmap", "(function, iterable, /)") { call throws(Unwind) in
        let source = try call.interpreter.iterator(over: call.required(1))
        let function = call.required(0)
        return ItertoolsModule.iterator(call, "starmap") { interpreter throws(Unwind) in
          guard let item = try source.next(interpreter) else { return nil }
          return try interpreter.call(function, CallArguments(try interpreter.items(of: item)))
        }
      },
      .function("accumulate", "(iterable, func=None, *, initial=None)") { call throws(Unwind) in
        let source = try call.interpreter.iterator(over: call.required(0))
        let function = call.present(1)
        var total: Object?
        var first = call.present(2)
        return ItertoolsModule.iterator(call, "accumulate") { interpreter throws(Unwind) in
          if let initial = first {
            first = nil
            total = initial
            return initial
          }
          guard let item = try source.next(interpreter) else { return nil }
          if let before = total {
            total =
              if let function {
                try interpreter.call(function, with: before, item)
              } else {
                try interpreter.binary(.add, before, item)
              }
          } else {
            total = item
          }
          return total
        }
      },
      .function("zip_longest", "(*iterables, fillvalue=None)") { call throws(Unwind) in
        var sources: [IteratorObject?] = []
        for item in call.rest { sources.append(try call.interpreter.iterator(over: item)) }
        let filler = call[0] ?? .none
        return ItertoolsModule.iterator(call, "zip_longest") { interpreter throws(Unwind) in
          var row: [Object] = []
          for index in sources.indices {
            let item = try sources[index]?.next(interpreter)
            if item == nil { sources[index] = nil }
            row.append(item ?? filler)
          }
          return sources.contains { $0 != nil } ? interpreter.tuple(row) : nil
        }
      },
    ] + ItertoolsModule.selections + ItertoolsModule.grouping)
}

/// An iterator that a closure drives.
final class ClosureIterator: IteratorObject {
  typealias Body = (Interpreter) throws(Unwind) -> Object?

  private var body: Body?

  private let ownType: NativeType

  init(_ type: NativeType, _ body: @escaping Body) {
    ownType = type
    self.body = body
  }

  override var type: NativeType { ownType }

  override func releaseReferences() { body = nil }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let body else { return nil }
    try interpreter.step()
    // It may drive another iterator, which may be of the same kind.
    try interpreter.descend()
    defer { interpreter.ascend() }
    return try body(interpreter)
  }
}

enum ItertoolsModule {
  static func iterator(
    _ call: NativeCall, _ name: String, _ body: @escaping (Interpreter) throws(Unwind) -> Object?
  ) -> Object {
    .iterator(call.interpreter.heap.adopt(ClosureIterator(types[name] ?? .iterator, body)))
  }

  /// The class of each function's iterators; in CPython the functions are these classes.
  static let types = Dictionary(
    uniqueKeysWithValues: [
      "accumulate", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle",
      "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat",
      "starmap", "takewhile", "zip_longest",
    ].map { ($0, NativeType($0, module: "itertools", bases: [.iterator])) })

  @Sendable static func slice(_ call: NativeCall) throws(Unwind) -> Object {
    // CPython looks at the bounds first, and takes what is no integer for -1.
    func bound(_ object: Object?, _ otherwise: Int) throws(Unwind) -> Int {
      guard let object, !object.isNone else { return otherwise }
      if case .placeholder(let value) = object { throw call.interpreter.unsupported(value.name) }
      if object.userClass?.method("__index__") != nil {
        throw call.interpreter.unsupported("islice with this bound")
      }
      return object.asInt ?? -1
    }
    // With one bound, it is the end.
    let isShort = call[2] == nil
    let start = isShort ? 0 : try bound(call[1], 0)
    let stop = try bound(isShort ? call[1] : call[2], .max)
    let step = try bound(call[3], 1)
    let range = "must be None or an integer: 0 <= x <= sys.maxsize."
    if stop == -1 { throw call.raise(.valueError, "Stop argument for islice() \(range)") }
    if start < 0 || stop < 0 { throw call.raise(.valueError, "Indices for islice() \(range)") }
    if step < 1 { throw call.raise(.valueError, "Step for islice() must be a positive integer or None.") }
    let source = try call.interpreter.iterator(over: call.required(0))
    var position = 0
    var wanted = start
    return iterator(call, "islice") { interpreter throws(Unwind) in
      guard wanted < stop else { return nil }
      while position < wanted {
        guard try source.next(interpreter) != nil else { return nil }
        try interpreter.step()
        position += 1
      }
      guard let item = try source.next(interpreter) else { return nil }
      position += 1
      let (following, overflow) = wanted.addingReportingOverflow(step)
      wanted = overflow ? .max : following
      return item
    }
  }
}

extension NativeType {
  /// `chain` makes an iterator of its arguments, `chain.from_iterable` of the items of one.
  fileprivate static let chain = NativeType(
    "chain", module: "itertools",
    constructor: NativeFunction("chain", "(*iterables)") { call in
      var sources = call.rest[...]
      var current: IteratorObject?
      return ItertoolsModule.iterator(call, "chain") { interpreter throws(Unwind) in
        while true {
          if let item = try current?.next(interpreter) { return item }
          guard let source = sources.popFirst() else {
            current = nil
            return nil
          }
          current = try interpreter.iterator(over: source)
        }
      }
    },
    members: [
      .classMethod("from_iterable", "(iterable, /)") { call throws(Unwind) in
        let sources = try call.interpreter.iterator(over: call.required(0))
        var current: IteratorObject?
        return ItertoolsModule.iterator(call, "chain") { interpreter throws(Unwind) in
          while true {
            if let item = try current?.next(interpreter) { return item }
            guard let source = try sources.next(interpreter) else {
              current = nil
              return nil
            }
            current = try interpreter.iterator(over: source)
          }
        }
      }
    ])
}
