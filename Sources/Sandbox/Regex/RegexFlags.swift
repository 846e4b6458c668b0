/// The flags of Python's `re`, with the numeric values that `Pattern.flags` shows.
package struct RegexFlags: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let template = RegexFlags(rawValue: 1)
  package static let ignoreCase = RegexFlags(rawValue: 2)
  package static let locale = RegexFlags(rawValue: 4)
  package static let multiline = RegexFlags(rawValue: 8)
  package static let dotAll = RegexFlags(rawValue: 16)
  package static let unicode = RegexFlags(rawValue: 32)
  package static let verbose = RegexFlags(rawValue: 64)
  package static let debug = RegexFlags(rawValue: 128)
  package static let ascii = RegexFlags(rawValue: 256)

  /// The flags of which a pattern has exactly one.
  static let types: RegexFlags = [.ascii, .locale, .unicode]
  /// The flags that hold for a whole pattern only.
  static let wholePattern: RegexFlags = [.debug, .template]

  /// The flag an inline letter stands for, as in `(?i)`.
  init?(letter: UInt32) {
    switch Unicode.Scalar(letter) {
    case "i": self = .ignoreCase
    case "L": self = .locale
    case "m": self = .multiline
    case "s": self = .dotAll
    case "x": self = .verbose
    case "a": self = .ascii
    case "t": self = .template
    case "u": self = .unicode
    default: return nil
    }
  }

  /// The flags inside a group that adds some and removes others.
  func scoped(adding added: RegexFlags, removing removed: RegexFlags) -> RegexFlags {
    let kept = added.isDisjoint(with: .types) ? self : subtracting(.types)
    return kept.union(added).subtracting(removed)
  }
}
