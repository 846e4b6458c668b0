/// The classes of bytes that YAML 1.2.2, chapter 5, gives a meaning to.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let comment = UInt8(ascii: "#")
  static let dash = UInt8(ascii: "-")
  static let question = UInt8(ascii: "?")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let openSequence = UInt8(ascii: "[")
  static let closeSequence = UInt8(ascii: "]")
  static let openMapping = UInt8(ascii: "{")
  static let closeMapping = UInt8(ascii: "}")
  static let anchor = UInt8(ascii: "&")
  static let alias = UInt8(ascii: "*")
  static let tag = UInt8(ascii: "!")
  static let literal = UInt8(ascii: "|")
  static let folded = UInt8(ascii: ">")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let percent = UInt8(ascii: "%")
  static let backslash = UInt8(ascii: "\\")
}

/// `s-white`
@inline(__always) func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

/// `b-char`
@inline(__always) func isBreak(_ byte: UInt8) -> Bool { byte == .lineFeed || byte == .carriageReturn }

@inline(__always) func isBlankOrBreak(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }

/// `c-flow-indicator`
@inline(__always) func isFlowIndicator(_ byte: UInt8) -> Bool {
  switch byte {
  case .comma, .openSequence, .closeSequence, .openMapping, .closeMapping: true
  default: false
  }
}

/// `c-indicator`: what a plain scalar can't start with (but see `-`, `?` and `:`).
@inline(__always) func isIndicator(_ byte: UInt8) -> Bool {
  switch byte {
  case .dash, .question, .colon, .comma, .openSequence, .closeSequence, .openMapping, .closeMapping,
    .comment, .anchor, .alias, .tag, .literal, .folded, .singleQuote, .doubleQuote, .percent,
    UInt8(ascii: "@"), UInt8(ascii: "`"):
    true
  default: false
  }
}
