/// An instance of `BaseException` or a class derived from it.
package final class ExceptionObject: HeapObject {
  package let type: PythonType
  /// `args`.
  package var arguments: [Object]
  package var attributes: [String: Object] = [:]
  /// `__cause__` and `__context__`.
  var cause: ExceptionObject?
  var context: ExceptionObject?
  /// Where it went through since it was last raised, innermost first.
  var frames: [TracebackFrame] = []

  package init(type: PythonType, arguments: [Object]) {
    self.type = type
    self.arguments = arguments
  }

  override func releaseReferences() {
    arguments = []
    attributes = [:]
    cause = nil
    context = nil
  }
}
