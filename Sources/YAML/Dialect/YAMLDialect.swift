/// How a document is to be read: as YAML 1.2.2 has it, or as the Panther tool's loader does.
///
/// The tree, its events and its errors are those of YAML 1.2.2 (<https://yaml.org/spec/1.2.2/>). What a detection
/// *means* is what the tool makes of it, and the tool reads YAML 1.1 with libyaml 0.2 under PyYAML 6.0 with three
/// constructors of its own (panther_analysis_tool 1.11). In what that departs from YAML 1.2.2 is listed here: where it
/// comes from, what it does, and a text that shows it. `Loader` holds libyaml's algorithm, `Values` what PyYAML and
/// the tool make of the nodes.
package struct YAMLDialect: Sendable, Hashable {
  /// Which part of the loader a rule comes from.
  package enum Origin: String, Sendable, Hashable {
    /// libyaml's `scanner.c`: characters to tokens.
    case scanner = "libyaml, scanner"
    /// libyaml's `parser.c`: tokens to events.
    case parser = "libyaml, parser"
    /// PyYAML's `_yaml.pyx`: events to nodes.
    case composer = "PyYAML, composer"
    /// PyYAML's `resolver.py`: which type a plain scalar has.
    case resolver = "PyYAML, resolver"
    /// PyYAML's `constructor.py`: nodes to Python objects.
    case constructor = "PyYAML, constructor"
    /// The constructors that panther_analysis_tool's `analysis_utils.py` puts in their place.
    case tool = "panther_analysis_tool, constructor"
  }

  /// What comes of a text that a rule is about.
  package enum Effect: String, Sendable, Hashable {
    /// YAML 1.2.2 allows it, the loader does not: an error.
    case rejects
    /// Neither allows it.
    case rejectsToo
    /// YAML 1.2.2 forbids it, the loader reads it: a warning, and it has a value.
    case accepts
    /// Both read it, and not as the same: a warning, and the loader's value counts.
    case readsOtherwise
    /// The value is seldom what the author meant: a warning.
    case surprises
    /// The value is not that of YAML 1.2's core schema or of YAML 1.1, and is what authors mean.
    case resolves
  }

  package struct Rule: Sendable, Hashable {
    package let rule: LoaderRule
    package let origin: Origin
    package let effect: Effect
    /// A text that shows the rule.
    package let example: String

    fileprivate init(_ rule: LoaderRule, _ origin: Origin, _ effect: Effect, _ example: String) {
      self.rule = rule
      self.origin = origin
      self.effect = effect
      self.example = example
    }
  }

  package let name: String
  /// In what the dialect departs from YAML 1.2.2.
  package let rules: [Rule]

  package static let yaml12 = YAMLDialect(name: "YAML 1.2.2", rules: [])

  package static let pantherLoader = YAMLDialect(
    name: "the Panther tool's loader",
    rules: [
      // Tabs are white space only where no key could begin.
      Rule(.tab, .scanner, .rejects, "-\ta"),
      Rule(.tabAfterPlain, .scanner, .rejects, "a:\n  b\n\t\n  c"),
      Rule(.blockTextTab, .scanner, .rejects, "a: |\n \tb"),
      // A key without `?` is on one line, its colon too, and at most 1,024 characters long, in brackets as well.
      Rule(.missingColon, .scanner, .rejectsToo, "a: 1\nb\nc: 2"),
      Rule(.flowKey, .parser, .rejects, "{foo\n : bar}"),
      Rule(.colonInFlow, .scanner, .rejects, "{a: b, c:}"),
      Rule(.keyExpected, .parser, .rejects, ": a"),
      Rule(.textAfterValue, .parser, .rejectsToo, "a: 'b' c"),
      // Names are of ASCII letters, digits, `-` and `_`; tags of what a URI may contain.
      Rule(.anchorName, .scanner, .rejects, "&ä a"),
      Rule(.tagSyntax, .scanner, .rejects, "[!!str]"),
      Rule(.tagHandle, .parser, .rejectsToo, "!a!b c"),
      // One document; `%YAML 1.1` or `1.2` and `%TAG`, no other directive.
      Rule(.directive, .scanner, .rejects, "%FOO x\n---\na"),
      Rule(.lonelyMarker, .parser, .rejects, "...\n"),
      Rule(.secondDocument, .composer, .rejects, "a\n---\nb"),
      Rule(.afterDocument, .parser, .rejects, "|\na"),
      Rule(.blockHeader, .scanner, .rejectsToo, "a: |0\n  b"),
      Rule(.escape, .scanner, .rejectsToo, #"a: "\d""#),
      Rule(.reservedCharacter, .scanner, .rejectsToo, "a: @b"),
      Rule(.unclosedQuote, .scanner, .rejectsToo, "a: 'b"),
      Rule(.markerInQuotes, .scanner, .rejectsToo, "a: 'b\n---\nc'"),
      Rule(.sequenceHere, .scanner, .rejectsToo, "a: - b"),
      Rule(.mappingHere, .scanner, .rejectsToo, "a: b: c"),
      Rule(.dashExpected, .parser, .rejectsToo, "- a\nb: c"),
      Rule(.commaExpected, .parser, .rejectsToo, "[a, [b] c]"),
      Rule(.emptyEntry, .parser, .rejectsToo, "[a,, b]"),
      Rule(.contentExpected, .parser, .rejectsToo, "[a, "),
      Rule(.depth, .scanner, .rejects, String(repeating: "[", count: 1001)),

      Rule(.commentWithoutSpace, .scanner, .accepts, "a: 'b'#c"),
      Rule(.flowIndentation, .scanner, .accepts, "a: {\n}"),
      Rule(.quotedIndentation, .scanner, .accepts, "a: 'b\nc'"),
      Rule(.lonelyDash, .scanner, .accepts, "[-]"),
      Rule(.blockTextIndentation, .scanner, .accepts, "a: |\n   \n # b\nc: d"),

      Rule(.questionMarkInFlow, .scanner, .readsOtherwise, "[?x]"),
      Rule(.colonAfterAnchor, .scanner, .readsOtherwise, "&a: b"),
      Rule(.unicodeBreak, .scanner, .readsOtherwise, "a: \"x\u{2028} y\""),

      Rule(.undefinedAlias, .composer, .rejects, "a: *b"),
      Rule(.repeatedAnchor, .composer, .rejects, "- &a 1\n- &a 2"),
      Rule(.unknownTag, .constructor, .rejects, "!x a"),
      Rule(.tagMismatch, .constructor, .rejects, "!!seq {a: b}"),
      Rule(.unhashableKey, .constructor, .rejects, "{{ x }}: 1"),
      Rule(.valueIndicator, .constructor, .rejects, "a: ="),
      Rule(.mergeValue, .constructor, .rejects, "<<: 1"),
      Rule(.invalidNumber, .tool, .rejects, "a: 0b_"),

      Rule(.repeatedKey, .constructor, .surprises, "a: 1\na: 2"),
      Rule(.octalNumber, .tool, .surprises, "a: 0644"),
      Rule(.leadingZeroText, .resolver, .surprises, "a: 012345678901"),
      Rule(.exponentText, .resolver, .surprises, "a: 1e3"),
      Rule(.sexagesimalFloat, .constructor, .surprises, "a: 12:30:45.5"),
      Rule(.signedFraction, .resolver, .surprises, "a: -.5"),
      Rule(.recursiveAlias, .composer, .surprises, "&a [*a]"),
      Rule(.mergedKeys, .constructor, .resolves, "<<: {a: 1}\nb: 2"),
      Rule(.sexagesimalText, .tool, .resolves, "a: 12:30:45"),
      Rule(.yesAndNo, .tool, .resolves, "a: yes"),
      Rule(.timestamp, .tool, .resolves, "a: 2019-05-23"),
      Rule(.languageTypes, .constructor, .resolves, "!!set {a, b}"),
      Rule(.lonelyTag, .resolver, .resolves, "! '12'"),
      Rule(.blankLastLine, .scanner, .resolves, "a: |\n  b\n   "),
    ])
}
