/// A token as libyaml's scanner cuts a document (`yaml_token_type_t`), block structure made explicit.
struct LoaderToken {
  enum Kind: UInt8 {
    case streamEnd, versionDirective, tagDirective, documentStart, documentEnd
    case blockSequenceStart, blockMappingStart, blockEnd
    case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd
    case blockEntry, flowEntry, key, value
    case alias, anchor, tag, scalar
  }

  var kind: Kind
  var style = YAMLNode.ScalarStyle.plain
  var flags: NodeRecord.Flags = []
  var start: UInt32
  var end: UInt32
  /// A scalar without its quotes or header; a tag's suffix; a tag directive's prefix.
  var contentStart: UInt32
  var contentEnd: UInt32
  /// The indentation of block text; the version of a version directive.
  var extra: Int32 = -1

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.contentStart = self.start
    self.contentEnd = self.end
  }

  mutating func setContent(_ start: Int, _ end: Int) {
    contentStart = UInt32(truncatingIfNeeded: start)
    contentEnd = UInt32(truncatingIfNeeded: end)
  }
}

/// Why the loader gives a document up, and where.
struct LoaderFailure: Error {
  let rule: LoaderRule
  let range: Range<Int>
}
