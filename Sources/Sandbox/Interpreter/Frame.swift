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
  var namespace: [String: Object] = [:]
  /// The range of the operation being executed, for tracebacks.
  var range: ByteRange = 0..<0
  var returnValue: Object = .none
  /// Not `nil` while what this frame does is recorded.
  let trace: Trace?
  /// Zero-argument `super()`: the first argument, wherever it is kept.
  var receiver: Object?

  init(_ interpreter: Interpreter, code: ScopeCode, globals: ModuleObject, closure: [Cell]) {
    self.interpreter = interpreter
    self.code = code
    self.globals = globals
    self.locals = ContiguousArray(repeating: nil, count: code.localCount)
    self.trace = globals.isTraced ? interpreter.trace : nil
    if code.ownCellCount == 0 {
      cells = closure
    } else {
      cells = (0..<code.ownCellCount).map { _ in Cell() } + closure
    }
  }

  var place: TracebackFrame { TracebackFrame(path: globals.path, function: code.name, range: range) }
}
