/// A node of the tree in its stored form: byte offsets and links by index, no references.
///
/// The children of a mapping are key, value, key, value, …, linked by `next`.
struct NodeRecord: Sendable {
  enum Kind: UInt8, Sendable { case scalar, mapping, sequence, alias, missing }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let flow = Flags(rawValue: 1)
    /// The scalar's text is its content bytes as they stand: no escape, no fold, no doubled quote.
    static let verbatim = Flags(rawValue: 2)
    static let chompStrip = Flags(rawValue: 4)
    static let chompKeep = Flags(rawValue: 8)
  }

  var kind: Kind
  var style: YAMLNode.ScalarStyle = .plain
  var flags: Flags = []
  var start: UInt32
  var end: UInt32
  /// The scalar without quotes; for a block scalar all its lines, trailing blank ones included.
  var contentStart: UInt32
  var contentEnd: UInt32
  /// Index into `SyntaxTree.properties`, or -1.
  var properties: Int32 = -1
  var firstChild: Int32 = -1
  var next: Int32 = -1
  /// A block scalar's content indentation; an alias's target node or -1.
  var extra: Int32 = -1

  init(kind: Kind, start: Int, end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.contentStart = self.start
    self.contentEnd = self.end
  }

  /// Whether the loader reads the scalar as text whatever it says: it has neither tag nor anchor, and is quoted
  /// or looks like nothing but text. False if that takes a closer look.
  @inline(__always) func isSurelyText<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) -> Bool
  where Bytes.Index == Int {
    guard kind == .scalar, properties < 0 else { return false }
    if style != .plain { return true }
    return contentStart < contentEnd
      && ScalarResolution.isSurelyString(
        startingWith: bytes[Int(contentStart)], count: Int(contentEnd - contentStart))
  }

  /// Whether the node is a scalar whose text may have this many bytes.
  func canBeText(ofLength length: Int) -> Bool {
    kind == .scalar && (!flags.contains(.verbatim) || Int(contentEnd) - Int(contentStart) == length)
  }
}

/// The anchor and tag in front of a node.
struct NodeProperties: Sendable {
  /// `&` included; empty if there is none.
  var anchor: Range<UInt32> = 0..<0
  /// `!` included; empty if there is none.
  var tag: Range<UInt32> = 0..<0
  /// The full tag, or nil if there is none or it could not be resolved.
  var resolvedTag: String?
}

/// One document of the stream.
struct DocumentRecord: Sendable {
  var root: Int32
  var isExplicit: Bool
  var endsExplicitly: Bool
  /// Where the document begins: its `---` if it has one, else its content.
  var start: UInt32
  var end: UInt32
}
