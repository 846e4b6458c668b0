package import SourceText
package import YAML

/// A value together with the YAML node that it was read from.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let node: YAMLNode

  package init(_ value: Value, _ node: YAMLNode) {
    self.value = value
    self.node = node
  }

  package var range: ByteRange { node.range }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
