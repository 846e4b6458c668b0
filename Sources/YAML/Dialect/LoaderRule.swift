/// Where the Panther tool's loader departs from YAML 1.2.2: one case a rule.
///
/// The first group is libyaml's scanner and parser, which read YAML 1.1 and fail at these; the second is what
/// PyYAML and the tool make of the nodes. `YAMLDialect.pantherLoader` says of each where it comes from, what it
/// does, and gives a text that shows it.
package enum LoaderRule: String, Sendable, Hashable, CaseIterable {
  // MARK: libyaml's scanner and parser give up.
  case tab, tabAfterPlain, blockTextTab
  case missingColon, flowKey, colonInFlow, keyExpected
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
  case repeatedKey, octalNumber, leadingZeroText, exponentText, sexagesimalFloat, sexagesimalText,
    signedFraction
  case yesAndNo, timestamp
}
