/// What makes evaluation leave a construct early.
///
/// One byte, so that raising, which detections do by the thousand, costs next to nothing; what was raised
/// waits in the interpreter. Only `exception` can be caught by the evaluated code.
package enum Unwind: Error {
  /// A Python exception is on its way: `Interpreter.raised`.
  case exception
  /// The run is over, as something isn't implemented or a limit was met: `Interpreter.ending`.
  case end
}
