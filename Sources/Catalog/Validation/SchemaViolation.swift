package import SourceText

/// One way in which a document breaks its schema: facts and where they hold. `message` makes a sentence
/// of them, an editor's quick fix uses them as they are.
package struct SchemaViolation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A key that the schema doesn't have. `nearest` is the key that was likely meant; `reason` tells why a
    /// key of another kind of item doesn't belong here.
    case unknownKey(name: String, nearest: String?, reason: String?, allowed: [String])
    case missingKey(name: String)
    /// A key that is still accepted and should not be written any more.
    case deprecatedKey(name: String, replacement: String?)
    case nonStringKey(name: String, found: FoundType)
    /// Keys of which only one may be there.
    case exclusiveKeys([String])
    case wrongType(expected: SchemaTypes, found: FoundType, text: String?)
    case notInEnum(found: String, nearest: String?, allowed: [String])
    /// Text with characters that aren't allowed; empty text has none of them and isn't allowed either.
    case patternMismatch(found: String, forbidden: [Character])
    /// An item equal to an earlier one, or differing from it in case only.
    case duplicateItem(found: String, first: ByteRange, differsInCase: Bool)
    case tooFewItems(minimum: Int)
    case tooFewKeys(minimum: Int)
    case tooShort(minimum: Int)
  }

  package let kind: Kind
  /// The key of an unknown or deprecated key, the value for what is wrong with a value, and for a missing
  /// key the key whose value lacks it.
  package let range: ByteRange
  /// Where the value stands, or the key that should be there.
  package let path: InstancePath
  /// What the value is called whose keys are concerned: "a policy", "`Reports`".
  package let owner: String
}

/// What a value is in a YAML document, in the Panther tool's reading.
package enum FoundType: String, Sendable, Hashable {
  case null, boolean, integer, number, string, binary, list, map, set
}
