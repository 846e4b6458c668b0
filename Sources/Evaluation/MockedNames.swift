import Detections
import Sandbox
import YAML

/// The names of a module that a test replaces by mocks, and what they were bound to before.
///
/// As in PAT 1.11.1 a mock stands in the detection's own module only, is a `MagicMock` that gives its
/// `returnValue` when called, and is undone after the test even if the test rebound the name.
struct MockedNames {
  private let module: ModuleObject
  /// `nil` for a name that was not bound in the module, such as a built-in function's.
  private var originals: [(name: String, value: Object?)] = []

  init(_ mocks: [Mock], in module: ModuleObject, _ interpreter: Interpreter) throws(ErrorReport) {
    self.module = module
    for mock in mocks {
      let name = mock.objectName.value
      let original = module.attribute(name)
      guard original != nil || Builtins.names.contains(name) else {
        restore()
        throw ErrorReport(
          type: "AttributeError",
          message: "<module '\(module.name)' from '\(module.path)'> does not have the attribute '\(name)'")
      }
      originals.append((name, original))
      module.setAttribute(
        name, .native(interpreter.heap.adopt(MockObject(returnValue: MockedNames.object(mock.returnValue)))))
    }
  }

  func restore() {
    for (name, value) in originals.reversed() {
      if let value { module.setAttribute(name, value) } else { module.removeAttribute(name) }
    }
  }

  /// The schema admits a string or a boolean and nothing else.
  private static func object(_ node: YAMLNode?) -> Object {
    guard let node else { return .none }
    return node.bool.map(Object.bool) ?? node.string.map { Object.string($0) } ?? .none
  }
}
