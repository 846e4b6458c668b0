import SourceText

/// A generator function's frame, run from `yield` to `yield`.
///
/// Python code is run by native recursion, which can't be suspended. So the statements that contain a `yield`
/// are run by this machine instead, with an explicit stack of activities, one for each statement that has been
/// entered; everything else runs as always. A `yield` inside an expression is made a statement of its own when the
/// function is lowered (`YieldHoisting`).
final class Generator: IteratorObject, SuspendedIterator {
  private let body: FunctionBody
  private var frame: Frame?
  private var activities: [Activity] = []
  private var isStarted = false
  private var isRunning = false
  /// Whether it is suspended where dropping it would run code (`Interpreter.unfinishedCleanups`).
  private var owesCleanup = false
  /// What it is handling while it is suspended.
  private var handled: ExceptionObject?
  /// The `return` value, for `yield from`.
  private(set) var result: Object = .none

  init(_ body: FunctionBody, _ frame: Frame) {
    self.body = body
    self.frame = frame
  }

  override var type: NativeType { .generator }
  override var functionName: String? { body.scope.name }

  override func releaseReferences() {
    frame = nil
    activities = []
    handled = nil
    result = .none
  }

  override var returnValue: Object { result }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    try resume(interpreter, .resumed(.none))
  }

  func send(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if frame != nil, !isStarted, !value.isNone {
      throw interpreter.raise(.typeError, "can't send non-None value to a just-started generator")
    }
    return try resume(interpreter, .resumed(value))
  }

  func raise(_ exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    guard frame != nil, isStarted else {
      // It ends before its first line, or has ended.
      if let place = frame?.place { exception.frames.append(place) }
      finish()
      throw interpreter.raise(exception)
    }
    return try resume(interpreter, .threw(exception))
  }

  func close(_ interpreter: Interpreter) throws(Unwind) {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    guard frame != nil, isStarted else { return finish() }
    let exit = ExceptionObject(type: .native(.generatorExit), arguments: [])
    do {
      if try resume(interpreter, .threw(interpreter.heap.adopt(exit))) == nil { return }
    } catch {
      guard interpreter.catches(error, .generatorExit) || interpreter.catches(error, .stopIteration) else {
        throw error
      }
      interpreter.discardException()
      return
    }
    throw interpreter.raise(.runtimeError, "generator ignored GeneratorExit")
  }

  /// Runs to the next `yield`; `nil` at the end.
  private func resume(_ interpreter: Interpreter, _ signal: Signal) throws(Unwind) -> Object? {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    guard let frame else {
      result = .none
      return nil
    }
    if !isStarted {
      isStarted = true
      activities = [BlockActivity(body.block)]
    }
    isRunning = true
    if owesCleanup {
      owesCleanup = false
      interpreter.unfinishedCleanups -= 1
    }
    let caller = interpreter.frame
    try interpreter.descend()
    interpreter.frame = frame
    let callerHandled = interpreter.handledException
    if let handled { interpreter.handledException = handled }
    defer {
      isRunning = false
      interpreter.frame = caller
      handled = interpreter.handledException === callerHandled ? nil : interpreter.handledException
      interpreter.handledException = callerHandled
      interpreter.ascend()
    }
    do {
      let item = try run(frame, signal)
      owesCleanup = activities.contains(where: \.owesCleanup)
      if owesCleanup { interpreter.unfinishedCleanups += 1 }
      return item
    } catch {
      finish()
      guard error == .exception else { throw error }
      interpreter.raised?.frames.append(frame.place)
      if interpreter.catches(error, .stopIteration) {
        let cause = interpreter.raised
        let replacement = interpreter.raise(.runtimeError, "generator raised StopIteration")
        interpreter.raised?.cause = cause
        throw replacement
      }
      throw error
    }
  }

  private func finish() {
    frame = nil
    activities = []
  }

  private func run(_ frame: Frame, _ first: Signal) throws(Unwind) -> Object? {
    var signal = first
    while let activity = activities.last {
      let step: Step
      do {
        step = try activity.advance(signal, frame)
      } catch {
        guard error == .exception, let exception = frame.interpreter.raised else { throw error }
        activities.removeLast()
        signal = .failed(exception, frame.range)
        if activities.isEmpty { throw error }
        frame.interpreter.raised = nil
        continue
      }
      switch step {
      case .yield(let value): return value
      case .enter(let inner):
        activities.append(inner)
        signal = .entered
      case .leave(let completion):
        activities.removeLast()
        signal = .completed(completion)
      }
    }
    result = frame.returnValue
    finish()
    return nil
  }
}

/// What an activity is told when it is its turn.
enum Signal {
  case entered
  /// After a `yield`, with the value sent.
  case resumed(Object)
  /// After a `yield`, with an exception to raise there.
  case threw(ExceptionObject)
  /// The inner activity is over.
  case completed(Completion)
  /// The inner activity raised.
  case failed(ExceptionObject, ByteRange)
}

/// What an activity wants next.
enum Step {
  case yield(Object)
  case enter(Activity)
  case leave(Completion)
}

/// A statement on its way inside a generator.
class Activity {
  /// Whether code has to run should the generator go no further: a `finally`, the end of a `with`.
  var owesCleanup: Bool { false }

  func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step { .leave(.normal) }

  /// Goes on with an exception this activity doesn't handle.
  final func propagate(_ exception: ExceptionObject, _ range: ByteRange, _ frame: Frame) -> Unwind {
    frame.range = range
    frame.interpreter.raised = exception
    return .exception
  }
}

/// A statement that may contain a `yield`.
protocol Suspendable: StatementCode {
  var containsYield: Bool { get }
  func activity(_ frame: Frame) throws(Unwind) -> Activity
}

extension Block {
  var containsYield: Bool {
    statements.contains { ($0 as? any Suspendable)?.containsYield ?? false }
  }
}

/// A block: its statements in turn.
final class BlockActivity: Activity {
  private let block: Block
  private var position = 0

  init(_ block: Block) {
    self.block = block
  }

  override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch signal {
    case .completed(let completion) where completion != .normal: return .leave(completion)
    case .failed(let exception, let range): throw propagate(exception, range, frame)
    case .completed, .entered, .resumed, .threw: break
    }
    while position < block.statements.count {
      let statement = block.statements[position]
      position += 1
      try frame.interpreter.step()
      frame.range = statement.range
      frame.trace?.reach(statement.range)
      if let suspendable = statement as? any Suspendable, suspendable.containsYield {
        return .enter(try suspendable.activity(frame))
      }
      let completion = try statement.execute(frame)
      if completion != .normal { return .leave(completion) }
    }
    return .leave(.normal)
  }
}

/// `yield value`, `x = yield value`, `yield from items`.
final class YieldStatement: StatementCode, Suspendable {
  enum Source {
    case value(ExpressionCode?)
    case items(ExpressionCode)
  }

  private let source: Source
  private let targets: [TargetCode]

  init(_ source: Source, targets: [TargetCode], range: ByteRange) {
    self.source = source
    self.targets = targets
    super.init(range: range)
  }

  var containsYield: Bool { true }

  /// Reached only inside a statement that can't be suspended.
  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    throw frame.interpreter.unsupported("yield inside this statement")
  }

  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    switch source {
    case .value(let expression):
      return YieldActivity(try expression?.evaluate(frame) ?? .none, targets)
    case .items(let expression):
      let value = try expression.evaluate(frame)
      frame.range = expression.range
      return DelegateActivity(try frame.interpreter.iterator(over: value), targets)
    }
  }

  private final class YieldActivity: Activity {
    private let value: Object
    private let targets: [TargetCode]

    init(_ value: Object, _ targets: [TargetCode]) {
      self.value = value
      self.targets = targets
    }

    override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
      if case .threw(let exception) = signal { throw frame.interpreter.raise(exception) }
      guard case .resumed(let sent) = signal else { return .yield(value) }
      for target in targets { try target.assign(sent, frame) }
      return .leave(.normal)
    }
  }

  private final class DelegateActivity: Activity {
    private let iterator: IteratorObject
    private let targets: [TargetCode]

    init(_ iterator: IteratorObject, _ targets: [TargetCode]) {
      self.iterator = iterator
      self.targets = targets
    }

    override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
      let interpreter = frame.interpreter
      let item: Object?
      switch signal {
      case .resumed(let sent) where !sent.isNone: item = try send(sent, interpreter)
      case .threw(let exception): item = try pass(exception, interpreter)
      default: item = try iterator.next(interpreter)
      }
      if let item { return .yield(item) }
      for target in targets { try target.assign(iterator.returnValue, frame) }
      return .leave(.normal)
    }

    private func send(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
      if let generator = iterator as? any SuspendedIterator { return try generator.send(value, interpreter) }
      if iterator is InstanceIterator { throw interpreter.unsupported("send() to an instance") }
      throw interpreter.raise(.attributeError, "'\(iterator.type.name)' object has no attribute 'send'")
    }

    private func pass(_ exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> Object? {
      guard let generator = iterator as? any SuspendedIterator else {
        if iterator is InstanceIterator { throw interpreter.unsupported("throw() to an instance") }
        throw interpreter.raise(exception)
      }
      guard exception.type.isSubtype(of: .generatorExit) else {
        return try generator.raise(exception, interpreter)
      }
      try generator.close(interpreter)
      throw interpreter.raise(exception)
    }
  }
}

/// An iterator that can be resumed with a value or an exception: a generator.
protocol SuspendedIterator: IteratorObject {
  /// Goes on with what `yield` gives; `nil` at the end.
  func send(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Object?
  /// Raises an exception where it is suspended.
  func raise(_ exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> Object?
  /// Ends it.
  func close(_ interpreter: Interpreter) throws(Unwind)
}

/// The methods of generators.
enum GeneratorMembers {
  static let members: [Member] = [
    .method("close", "()") { call throws(Unwind) in
      try receiver(call).close(call.interpreter)
      return .none
    },
    .method("send", "(value, /)") { call throws(Unwind) in
      let generator = try receiver(call)
      return try result(try generator.send(call.required(0), call.interpreter), of: generator, call)
    },
    .method("throw", "(*args)") { call throws(Unwind) in
      let generator = try receiver(call)
      let item = try generator.raise(try exception(call), call.interpreter)
      return try result(item, of: generator, call)
    },
    .property("__name__") { object, _ in
      guard case .iterator(let iterator) = object else { return .none }
      return .string(iterator.functionName ?? "")
    },
  ]

  private static func receiver(_ call: NativeCall) throws(Unwind) -> any SuspendedIterator {
    guard case .iterator(let iterator) = call.receiver, let generator = iterator as? any SuspendedIterator
    else { throw call.interpreter.unsupported("a method of this generator") }
    return generator
  }

  private static func result(
    _ item: Object?, of generator: any SuspendedIterator, _ call: NativeCall
  ) throws(Unwind) -> Object {
    if let item { return item }
    let value = generator.returnValue
    throw call.interpreter.raise(.stopIteration, arguments: value.isNone ? [] : [value])
  }

  /// What `throw(type)`, `throw(exception)` or `throw(type, value)` raises.
  private static func exception(_ call: NativeCall) throws(Unwind) -> ExceptionObject {
    guard let first = call.rest.first else {
      throw call.raise(.typeError, "throw expected at least 1 argument, got 0")
    }
    if call.rest.count > 2 { throw call.interpreter.unsupported("throw() with a traceback") }
    let interpreter = call.interpreter
    switch first {
    case .exception(let exception):
      if call.rest.count > 1, !call.rest[1].isNone {
        throw call.raise(.typeError, "instance exception may not have a separate value")
      }
      return exception
    case .type, .classObject:
      guard first.asType?.isSubtype(of: .baseException) == true else { break }
      if call.rest.count == 2 {
        if case .exception(let exception) = call.rest[1] { return exception }
        let arguments: [Object] =
          switch call.rest[1] {
          case .none: []
          case .tuple(let tuple): tuple.items
          case let value: [value]
          }
        return try interpreter.exception(from: try interpreter.call(first, CallArguments(arguments)))
      }
      return try interpreter.exception(from: first)
    default: break
    }
    throw call.raise(
      .typeError,
      "exceptions must be classes or instances deriving from BaseException, not \(first.qualifiedTypeName)")
  }
}
