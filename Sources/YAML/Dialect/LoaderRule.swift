/// Where the Panther tool's loader departs from YAML 1.2.2: one case a rule.
///
/// The first group is libyaml's scanner and parser, which read YAML 1.1 and fail at these; the second is what
/// PyYAML and the tool make of the nodes. `YAMLDialect.pantherLoader` says of each where it comes from, what it
/// does, and gives a text that shows it.
package enum LoaderRule: String, Sendable, Hashable, CaseIterable {
  // MARK: libyaml's scanner and parser give up.
  case tab, tabAfterPlain, blockTextTab
  case missingColon, flowKey, colonInFlow, keyExpected, textAfterValue
  case anchorName, tagSyntax, tagHandle
  case directive, lonelyMarker, secondDocument, afterDocument
  case blockHeader, escape, reservedCharacter
  case unclosedQuote, markerInQuotes
  case sequenceHere, mappingHere, dashExpected, commaExpected, emptyEntry, contentExpected
  case depth

  // MARK: libyaml reads what YAML 1.2.2 forbids.
  case commentWithoutSpace, flowIndentation, quotedIndentation, lonelyDash, blockTextIndentation

  // MARK: libyaml reads something else.
  case questionMarkInFlow, colonAfterAnchor, unicodeBreak

  // MARK: PyYAML and the tool give up on a node.
  case undefinedAlias, repeatedAnchor, unknownTag, tagMismatch, unhashableKey, valueIndicator, mergeValue
  case invalidNumber

  // MARK: PyYAML and the tool make something surprising of a node.
  case recursiveAlias, repeatedKey
  case octalNumber, leadingZeroText, exponentText, sexagesimalFloat, signedFraction

  // MARK: Values that are not those of YAML 1.2's core schema or of YAML 1.1, as authors expect.
  case sexagesimalText, yesAndNo, timestamp, mergedKeys, languageTypes, lonelyTag, blankLastLine
}

extension LoaderRule {
  /// What a document is reported with because of this rule; nil if nothing is.
  package var code: YAMLErrorCode? {
    switch self {
    case .secondDocument: .multipleDocuments
    case .commentWithoutSpace: .commentNeedsSpace
    case .flowIndentation: .flowIndentation
    case .quotedIndentation: .quotedIndentation
    case .lonelyDash: .sequenceNotAllowed
    case .blockTextIndentation: .blockScalarIndentation
    case .questionMarkInFlow, .colonAfterAnchor, .unicodeBreak: .otherReading
    case .undefinedAlias: .undefinedAlias
    case .recursiveAlias: .recursiveAlias
    case .repeatedAnchor: .duplicateAnchor
    case .unknownTag: .unknownTag
    case .tagMismatch: .tagMismatch
    case .unhashableKey: .unhashableKey
    case .valueIndicator: .valueIndicator
    case .mergeValue: .mergeValue
    case .invalidNumber: .invalidNumber
    case .repeatedKey: .duplicateKey
    case .octalNumber, .leadingZeroText, .exponentText, .sexagesimalFloat, .signedFraction: .surprisingScalar
    case .sexagesimalText, .yesAndNo, .timestamp, .mergedKeys, .languageTypes, .lonelyTag, .blankLastLine: nil
    default: .loaderSyntax
    }
  }
}
