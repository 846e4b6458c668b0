/// An instance of `BaseException` or a class derived from it.
package final class ExceptionObject: HeapObject {
  package internal(set) var type: PythonType
  /// `args`.
  package var arguments: [Object]
  package var attributes = Attributes()
  /// `__cause__` and `__context__`.
  var cause: ExceptionObject?
  var context: ExceptionObject?
  /// `__suppress_context__`: whether a traceback leaves out the context, as after `raise … from …`.
  var suppressesContext = false
  /// The exceptions of a group.
  var members: [Object] = []
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
    members = []
  }

  override func forEachReference(_ body: (Object) -> Void) {
    arguments.forEach(body)
    attributes.pairs.forEach { body($0.value) }
  }
}
