import Catalog
package import YAML

/// Whether a YAML file is a Panther item, and which.
package enum Classification: Sendable {
  /// Not Panther's: no mapping, or no `AnalysisType`.
  case other
  /// An `AnalysisType` that Panther doesn't know; the node is its value.
  case unknownType(YAMLNode)
  case detection(Detection)
}

extension Classification {
  /// Classifies as PAT 1.11.1 does: by `AnalysisType` alone, compared with case.
  package init(_ tree: YAMLTree) {
    guard let root = tree.root, root.kind == .mapping, let typeNode = root["AnalysisType"] else {
      self = .other
      return
    }
    guard let type = typeNode.string.flatMap(AnalysisType.init(rawValue:)) else {
      self = .unknownType(typeNode)
      return
    }
    self = .detection(Detection(tree, root: root, type: type, typeNode: typeNode))
  }

  package var detection: Detection? {
    if case .detection(let detection) = self { detection } else { nil }
  }
}

extension Detection {
  fileprivate init(_ tree: YAMLTree, root: YAMLNode, type: AnalysisType, typeNode: YAMLNode) {
    self.tree = tree
    self.root = root
    self.type = type
    self.typeNode = typeNode
    id = root.located(type.idKey)
    displayName = root.located("DisplayName")
    description = root.located("Description")
    severity = root.located("Severity")
    filename = root.located("Filename")
    resourceTypes = root["ResourceTypes"]?.resolvedAlias.items.compactMap(\.locatedString) ?? []
    mitreMappings =
      root["Reports"]?.resolvedAlias[Detection.mitreReport]?.resolvedAlias.items.compactMap(\.locatedString)
      ?? []
    testsEntry = root.entry("Tests")
    tests =
      testsEntry?.value.resolvedAlias.items.enumerated().map { index, node in
        TestCase(node, index: index)
      } ?? []
  }
}

extension TestCase {
  fileprivate init(_ node: YAMLNode, index: Int) {
    let content = node.resolvedAlias
    self.index = index
    self.node = node
    name = content.located("Name")
    expectedResult = content["ExpectedResult"].flatMap { value in
      value.resolvedAlias.bool.map { Located($0, value) }
    }
    // PAT takes `Resource` if the key is there and `Log` otherwise, whatever the type.
    input = content.entry("Resource") ?? content.entry("Log")
    mocks =
      content["Mocks"]?.resolvedAlias.items.compactMap { item in
        let mock = item.resolvedAlias
        return mock.located("objectName").map { Mock(objectName: $0, returnValue: mock["returnValue"]) }
      } ?? []
  }
}

extension YAMLNode {
  /// The node itself, or what it is an alias of.
  package var resolvedAlias: YAMLNode { kind == .alias ? target ?? self : self }

  /// The text of a scalar that Panther's loader reads as a string.
  package var string: String? {
    let node = resolvedAlias
    guard node.kind == .scalar, case .string(let text) = node.resolvedScalar else { return nil }
    return text
  }

  package var bool: Bool? {
    let node = resolvedAlias
    guard node.kind == .scalar, case .bool(let value) = node.resolvedScalar else { return nil }
    return value
  }

  fileprivate var locatedString: Located<String>? { string.map { Located($0, self) } }

  fileprivate func located(_ key: String) -> Located<String>? { self[key]?.locatedString }
}
