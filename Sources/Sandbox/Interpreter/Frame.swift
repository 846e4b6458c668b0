import SourceText

/// One activation of a function, comprehension, class body or module.
///
/// The frame of a call that nothing kept is used for a later one (`Interpreter.makeFrame`).
final class Frame {
  /// Not counted: it keeps the frame as a spare one, and no frame runs without it. What is done most often needs
  /// `meter` alone, which costs no counting.
  unowned(unsafe) let interpreter: Interpreter
  let meter: Meter
  private(set) var code: ScopeCode
  private(set) var globals: ModuleObject
  var locals: ContiguousArray<Object?> = []
  /// Its own cells, then those of the enclosing functions.
  var cells: [Cell] = []
  /// The names of a class body.
  var namespace = Attributes()
  /// The rules of an enumeration's body.
  var enumBody: EnumBody?
  /// The range of the operation being executed, for tracebacks.
  var range: ByteRange = 0..<0
  var returnValue: Object = .none
  /// Not `nil` while what this frame does is recorded.
  private(set) var trace: Trace?
  /// Where the main module called what led here, for a frame of another module while there is a trace.
  private var callSite: ByteRange = 0..<0
  /// For code of the library, where the evaluated code called it.
  private(set) var origin: TracebackFrame?
  /// The next of the spare frames.
  fileprivate var next: Frame?

  init(_ interpreter: Interpreter, code: ScopeCode, globals: ModuleObject, closure: [Cell]) {
    self.interpreter = interpreter
    self.code = code
    self.globals = globals
    meter = interpreter.meter
    begin(closure)
  }

  /// Makes it a new frame again.
  fileprivate func restart(_ code: ScopeCode, _ globals: ModuleObject, _ closure: [Cell]) {
    self.code = code
    self.globals = globals
    begin(closure)
  }

  private func begin(_ closure: [Cell]) {
    locals.reserveCapacity(code.localCount)
    for _ in 0..<code.localCount { locals.append(nil) }
    cells = code.ownCellCount == 0 ? closure : (0..<code.ownCellCount).map { _ in Cell() } + closure
    origin = globals.native == nil ? nil : interpreter.place
    trace = nil
    guard let trace = interpreter.trace else { return }
    if globals.isTraced {
      self.trace = trace
    } else {
      callSite = interpreter.frame?.tracedRange ?? 0..<0
    }
  }

  /// Lets go of everything that evaluated code can see.
  fileprivate func clear() {
    locals.removeAll(keepingCapacity: true)
    if !cells.isEmpty { cells = [] }
    returnValue = .none
  }

  /// One statement, call or iteration.
  @inline(__always)
  func step() throws(Unwind) {
    meter.steps += 1
    if meter.steps > meter.nextPoll { try interpreter.poll() }
  }

  /// The operation of the main module that is being executed, here or further out.
  var tracedRange: ByteRange { trace == nil ? callSite : range }

  var place: TracebackFrame { TracebackFrame(path: globals.path, function: code.name, range: range) }
}

extension Interpreter {
  /// A frame for a call of a function.
  func makeFrame(_ code: ScopeCode, globals: ModuleObject, closure: [Cell]) -> Frame {
    guard let frame = spareFrame else { return Frame(self, code: code, globals: globals, closure: closure) }
    spareFrame = frame.next
    spareFrameCount -= 1
    frame.next = nil
    frame.restart(code, globals, closure)
    return frame
  }

  /// Takes back the frame of a call that is over, unless a generator goes on with it.
  func recycle(_ frame: inout Frame) {
    guard isKnownUniquelyReferenced(&frame), spareFrameCount < Interpreter.maximumSpareFrames else { return }
    frame.clear()
    frame.next = spareFrame
    spareFrame = frame
    spareFrameCount += 1
  }

  private static let maximumSpareFrames = 16
}
