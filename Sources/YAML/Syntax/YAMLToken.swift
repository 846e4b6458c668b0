package import SourceText

/// A run of bytes of a document with its role. The tokens of a tree, joined, are the document.
package struct YAMLToken: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    case byteOrderMark
    /// Spaces and tabs, as indentation or between tokens.
    case whitespace
    case lineBreak
    case comment
    case directive
    /// `---`
    case documentStart
    /// `...`
    case documentEnd
    /// `-` before an item of a block sequence.
    case sequenceEntry
    /// `?` before an explicit key.
    case explicitKey
    /// `:` between key and value.
    case valueIndicator
    /// `,`
    case comma
    /// `[` or `{`
    case openBracket
    /// `]` or `}`
    case closeBracket
    case anchor
    case tag
    case alias
    case plainScalar
    /// A quoted scalar with its quotes.
    case quotedScalar
    /// `|` or `>` with its indicators.
    case blockScalarHeader
    /// The lines of a block scalar, indentation included.
    case blockScalarContent
    /// What could not be made sense of; always covered by an error.
    case unexpected
  }

  package let kind: Kind
  package let range: ByteRange
}

/// A token as the parser records it. White space and line breaks are the gaps between records.
struct TokenRecord: Sendable {
  var start: UInt32
  var end: UInt32
  var kind: YAMLToken.Kind
}
