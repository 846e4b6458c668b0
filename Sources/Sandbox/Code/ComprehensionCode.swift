import SourceText

/// The clauses of a comprehension, in a scope of their own: `for target in iterable if condition …`.
///
/// The first iterable is evaluated outside and passed in, as in CPython.
final class ComprehensionBody {
  struct Clause {
    let target: TargetCode
    /// `nil` for the first.
    let iterable: ExpressionCode?
    let conditions: [ExpressionCode]
  }

  let scope: ScopeCode
  let clauses: [Clause]

  init(scope: ScopeCode, clauses: [Clause]) {
    self.scope = scope
    self.clauses = clauses
  }
}

/// The state of a comprehension on its way through nested loops.
struct ComprehensionLoop {
  private var iterators: [IteratorObject]

  init(_ first: IteratorObject) {
    iterators = [first]
  }

  /// Moves to the next combination for which all conditions hold; `false` at the end.
  mutating func advance(_ body: ComprehensionBody, _ frame: Frame) throws(Unwind) -> Bool {
    let interpreter = frame.interpreter
    while let iterator = iterators.last {
      try frame.step()
      let depth = iterators.count - 1
      guard let item = try iterator.next(interpreter) else {
        iterators.removeLast()
        continue
      }
      let clause = body.clauses[depth]
      try clause.target.assign(item, frame)
      guard try conditionsHold(clause, frame) else { continue }
      guard depth + 1 < body.clauses.count else { return true }
      if let iterable = body.clauses[depth + 1].iterable {
        let value = try iterable.evaluate(frame)
        frame.range = iterable.range
        iterators.append(try interpreter.iterator(over: value))
      }
    }
    return false
  }

  private func conditionsHold(
    _ clause: ComprehensionBody.Clause, _ frame: Frame
  ) throws(Unwind) -> Bool {
    for condition in clause.conditions where try !condition.test(frame) { return false }
    return true
  }
}

/// `[…]`, `{…}`, `{key: value …}` or `(…)` with `for`.
final class ComprehensionCode: ExpressionCode {
  enum Kind {
    case list(ExpressionCode)
    case set(ExpressionCode)
    case dict(key: ExpressionCode, value: ExpressionCode)
    case generator(ExpressionCode)
  }

  private let kind: Kind
  private let first: ExpressionCode
  private let body: ComprehensionBody
  private let closure: [Int]

  init(_ kind: Kind, first: ExpressionCode, body: ComprehensionBody, closure: [Int], range: ByteRange) {
    self.kind = kind
    self.first = first
    self.body = body
    self.closure = closure
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let iterable = try first.evaluate(frame)
    frame.range = first.range
    let iterator = try interpreter.iterator(over: iterable)
    let inner = Frame(
      interpreter, code: body.scope, globals: frame.globals, closure: closure.map { frame.cells[$0] })
    inner.range = range
    if case .generator(let element) = kind {
      return .iterator(interpreter.heap.adopt(GeneratorExpression(element, body, iterator, inner)))
    }
    try interpreter.descend()
    interpreter.frame = inner
    defer {
      interpreter.frame = frame
      interpreter.ascend()
    }
    do {
      return try collect(iterator, inner)
    } catch {
      if error == .exception { interpreter.raised?.frames.append(inner.place) }
      throw error
    }
  }

  private func collect(_ iterator: IteratorObject, _ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    var loop = ComprehensionLoop(iterator)
    switch kind {
    case .list(let element), .generator(let element):
      var items: [Object] = []
      while try loop.advance(body, frame) {
        items.append(try element.evaluate(frame))
        if items.count > interpreter.limits.elements { throw interpreter.exceeded(.containerSize) }
      }
      return try interpreter.list(items)
    case .set(let element):
      let set = interpreter.makeSet()
      while try loop.advance(body, frame) {
        let item = try element.evaluate(frame)
        frame.range = element.range
        try interpreter.insert(item, into: set)
      }
      return .set(set)
    case .dict(let key, let value):
      let dict = interpreter.makeDict()
      while try loop.advance(body, frame) {
        let key = try key.evaluate(frame)
        let value = try value.evaluate(frame)
        try interpreter.set(key, to: value, in: dict)
      }
      return .dict(dict)
    }
  }
}

/// A generator expression: its items are computed when they are asked for.
final class GeneratorExpression: IteratorObject, SuspendedIterator {
  private let element: ExpressionCode
  private let body: ComprehensionBody
  private var loop: ComprehensionLoop?
  private var frame: Frame?
  private var isRunning = false

  init(_ element: ExpressionCode, _ body: ComprehensionBody, _ first: IteratorObject, _ frame: Frame) {
    self.element = element
    self.body = body
    self.loop = ComprehensionLoop(first)
    self.frame = frame
  }

  override var type: NativeType { .generator }
  override var functionName: String? { body.scope.name }
  private var isStarted = false

  func send(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if frame != nil, !isStarted, !value.isNone {
      throw interpreter.raise(.typeError, "can't send non-None value to a just-started generator")
    }
    return try next(interpreter)
  }

  func raise(_ exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try close(interpreter)
    throw interpreter.raise(exception)
  }

  func close(_ interpreter: Interpreter) throws(Unwind) {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    frame = nil
    loop = nil
  }

  override func releaseReferences() {
    loop = nil
    frame = nil
  }

  /// The variable of its loop, and what it is bound to now.
  var variable: (range: ByteRange, value: Object)? {
    guard let frame, let target = body.clauses.first?.target, let value = target.current(frame) else {
      return nil
    }
    return (target.range, value)
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    guard let frame, var loop else { return nil }
    isStarted = true
    self.loop = nil
    isRunning = true
    let caller = interpreter.frame
    try interpreter.descend()
    interpreter.frame = frame
    defer {
      isRunning = false
      interpreter.frame = caller
      interpreter.ascend()
    }
    do {
      guard try loop.advance(body, frame) else {
        self.frame = nil
        return nil
      }
      let value = try element.evaluate(frame)
      self.loop = loop
      return value
    } catch {
      self.frame = nil
      if error == .exception { interpreter.raised?.frames.append(frame.place) }
      throw error
    }
  }
}
