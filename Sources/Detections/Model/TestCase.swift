package import SourceText
package import YAML

/// One entry of a detection's `Tests`, as far as it could be read.
package struct TestCase: Sendable {
  /// Its place in `Tests`, from 0.
  package let index: Int
  /// The whole entry, without its dash.
  package let node: YAMLNode
  package let name: Located<String>?
  package let expectedResult: Located<Bool>?
  /// The `Resource` handed to a policy or the `Log` handed to a rule.
  package let input: YAMLEntry?
  package let mocks: [Mock]

  /// The name to show, also for a test that has none yet.
  package var displayName: String { name?.value ?? "test \(index + 1)" }

  /// Where results about the test are shown: its name, or its first line.
  package var titleRange: ByteRange { name?.range ?? node.range }
}

/// A replacement for a name of the detection's Python module during one test.
package struct Mock: Sendable {
  package let objectName: Located<String>
  /// `nil` when the key is missing.
  package let returnValue: YAMLNode?
}
