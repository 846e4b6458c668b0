import SourceText

/// One activation of a function, comprehension, class body or module.
final class Frame {
  let interpreter: Interpreter
  let code: ScopeCode
  let globals: ModuleObject
  var locals: ContiguousArray<Object?>
  /// Its own cells, then those of the enclosing functions.
  var cells: [Cell]
  /// The names of a class body.
  var namespace = Attributes()
  /// The rules of an enumeration's body.
  var enumBody: EnumBody?
  /// The range of the operation being executed, for tracebacks.
  var range: ByteRange = 0..<0
  var returnValue: Object = .none
  /// Not `nil` while what this frame does is recorded.
  let trace: Trace?
  /// Where the main module called what led here, for a frame of another module while there is a trace.
  private let callSite: ByteRange
  /// Zero-argument `super()`: the first argument, wherever it is kept.
  var receiver: Object?
  /// For code of the library, where the evaluated code called it.
  let origin: TracebackFrame?

  init(_ interpreter: Interpreter, code: ScopeCode, globals: ModuleObject, closure: [Cell]) {
    self.interpreter = interpreter
    self.code = code
    self.globals = globals
    self.locals = ContiguousArray(repeating: nil, count: code.localCount)
    self.origin = globals.native == nil ? nil : interpreter.place
    if interpreter.trace == nil || globals.isTraced {
      trace = interpreter.trace
      callSite = 0..<0
    } else {
      trace = nil
      callSite = interpreter.frame?.tracedRange ?? 0..<0
    }
    if code.ownCellCount == 0 {
      cells = closure
    } else {
      cells = (0..<code.ownCellCount).map { _ in Cell() } + closure
    }
  }

  /// The operation of the main module that is being executed, here or further out.
  var tracedRange: ByteRange { trace == nil ? callSite : range }

  var place: TracebackFrame { TracebackFrame(path: globals.path, function: code.name, range: range) }
}
