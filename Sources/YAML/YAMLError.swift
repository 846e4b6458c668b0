package import SourceText

/// One thing wrong with a document, or worth knowing about it: what kind, where, and how to mend it.
package struct YAMLError: Sendable, Hashable, Error {
  package let code: YAMLErrorCode
  package let range: ByteRange
  /// A sentence for the author: what is wrong and what to do.
  package let message: String
  /// Whether the Panther tool's loader reads the document all the same. Known only of a tree that was parsed for
  /// that dialect.
  package let isAcceptedByLoader: Bool

  package init(code: YAMLErrorCode, range: ByteRange, message: String, isAcceptedByLoader: Bool = false) {
    self.code = code
    self.range = range
    self.message = message
    self.isAcceptedByLoader = isAcceptedByLoader
  }
}

/// The closed list of what can be reported about a YAML document.
package enum YAMLErrorCode: String, Sendable, Hashable, CaseIterable {
  // Syntax, YAML 1.2.2.
  case badIndentation = "yaml-indentation"
  case blockScalarHeader = "yaml-block-header"
  case blockScalarIndentation = "yaml-block-indentation"
  case commentNeedsSpace = "yaml-comment-space"
  case directive = "yaml-directive"
  case duplicateProperty = "yaml-duplicate-property"
  case emptyFlowEntry = "yaml-empty-entry"
  case flowIndentation = "yaml-flow-indentation"
  case invalidAnchor = "yaml-anchor"
  case invalidCharacter = "yaml-character"
  case invalidEncoding = "yaml-encoding"
  case invalidEscape = "yaml-escape"
  case invalidTag = "yaml-tag"
  case longKey = "yaml-long-key"
  case mappingNotAllowed = "yaml-mapping-here"
  case mismatchedBracket = "yaml-bracket-mismatch"
  case missingColon = "yaml-missing-colon"
  case missingComma = "yaml-missing-comma"
  case missingDash = "yaml-missing-dash"
  case misplacedProperty = "yaml-misplaced-property"
  case multilineKey = "yaml-multiline-key"
  case quotedIndentation = "yaml-quoted-indentation"
  case sequenceNotAllowed = "yaml-sequence-here"
  case tabIndentation = "yaml-tab"
  case unclosedBracket = "yaml-unclosed-bracket"
  case unclosedQuote = "yaml-unclosed-quote"
  case undefinedTagHandle = "yaml-tag-handle"
  case unexpectedContent = "yaml-unexpected"

  // Limits.
  case fileTooLarge = "yaml-too-large"
  case nestingTooDeep = "yaml-too-deep"
  case tooManyErrors = "yaml-too-many-errors"

  // What the Panther tool's loader rejects although YAML 1.2.2 allows it.
  case aliasExpansion = "yaml-alias-expansion"
  case duplicateAnchor = "yaml-duplicate-anchor"
  case invalidNumber = "yaml-number"
  case loaderSyntax = "yaml-loader-syntax"
  case mergeValue = "yaml-merge"
  case multipleDocuments = "yaml-multiple-documents"
  case recursiveAlias = "yaml-recursive-alias"
  case tagMismatch = "yaml-tag-mismatch"
  case undefinedAlias = "yaml-undefined-alias"
  case unhashableKey = "yaml-unhashable-key"
  case unknownTag = "yaml-unknown-tag"
  case valueIndicator = "yaml-value-indicator"

  // Warnings about what is accepted but seldom meant.
  case duplicateKey = "yaml-duplicate-key"
  case otherReading = "yaml-other-reading"
  case surprisingScalar = "yaml-surprising-scalar"

  /// Whether the Panther tool's loader (libyaml) never minds this, whatever else is in the document.
  package var isAcceptedByLoader: Bool {
    switch self {
    case .commentNeedsSpace, .flowIndentation, .quotedIndentation, .duplicateKey, .otherReading,
      .surprisingScalar:
      true
    default: false
    }
  }
}
