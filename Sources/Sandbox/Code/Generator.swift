import SourceText

/// A generator function's frame, run from `yield` to `yield`.
///
/// Python code is run by native recursion, which can't be suspended. So the statements that contain a `yield`
/// are run by this machine instead, with an explicit stack of activities, one for each statement that has been
/// entered; everything else runs as always. A `yield` that is neither a statement nor the right side of an
/// assignment is `unsupported`.
final class Generator: IteratorObject {
  private let body: FunctionBody
  private var frame: Frame?
  private var activities: [Activity] = []
  private var isStarted = false
  private var isRunning = false
  /// The `return` value, for `yield from`.
  private(set) var returnValue: Object = .none

  init(_ body: FunctionBody, _ frame: Frame) {
    self.body = body
    self.frame = frame
  }

  override var type: NativeType { .generator }
  override var functionName: String? { body.scope.name }

  override func releaseReferences() {
    frame = nil
    activities = []
    returnValue = .none
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    try resume(interpreter, sending: .none)
  }

  fileprivate var hasStarted: Bool { isStarted }

  /// Runs to the next `yield`; `nil` at the end.
  func resume(_ interpreter: Interpreter, sending value: Object) throws(Unwind) -> Object? {
    if isRunning { throw interpreter.raise(.valueError, "generator already executing") }
    guard let frame else { return nil }
    if !isStarted {
      isStarted = true
      activities = [BlockActivity(body.block)]
    }
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
      return try run(frame, sending: value)
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

  private func run(_ frame: Frame, sending value: Object) throws(Unwind) -> Object? {
    var signal = Signal.resumed(value)
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
    returnValue = frame.returnValue
    finish()
    return nil
  }
}

/// What an activity is told when it is its turn.
enum Signal {
  case entered
  /// After a `yield`, with the value sent.
  case resumed(Object)
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
    case .completed, .entered, .resumed: break
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
      if case .resumed(let sent) = signal, !sent.isNone {
        throw frame.interpreter.unsupported("send() through yield from")
      }
      if let item = try iterator.next(frame.interpreter) { return .yield(item) }
      let result = (iterator as? Generator)?.returnValue ?? .none
      for target in targets { try target.assign(result, frame) }
      return .leave(.normal)
    }
  }
}

/// The methods of generators.
enum GeneratorMembers {
  static let members: [Member] = [
    .method("close", "()") { call throws(Unwind) in throw call.interpreter.unsupported("generator.close") },
    .method("send", "(value, /)", send),
    .method("throw", "(*args)") { call throws(Unwind) in throw call.interpreter.unsupported("generator.throw")
    },
  ]

  @Sendable private static func send(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .iterator(let iterator) = call.receiver, let generator = iterator as? Generator else {
      throw call.interpreter.unsupported("send() to a generator expression")
    }
    if !generator.hasStarted, !call.required(0).isNone {
      throw call.raise(.typeError, "can't send non-None value to a just-started generator")
    }
    if let item = try generator.resume(call.interpreter, sending: call.required(0)) { return item }
    let value = generator.returnValue
    throw call.interpreter.raise(.stopIteration, arguments: value.isNone ? [] : [value])
  }
}
