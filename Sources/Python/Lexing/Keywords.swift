/// Python's hard keywords (Language Reference, *Keywords*), found without making a `String`: a word of at
/// most eight bytes is one integer.
enum Keywords {
  private static let table: [UInt64: TokenKind] = {
    let words: [(StaticString, TokenKind)] = [
      ("False", .falseKeyword), ("None", .noneKeyword), ("True", .trueKeyword), ("and", .and), ("as", .as),
      ("assert", .assert), ("async", .async), ("await", .await), ("break", .break), ("class", .class),
      ("continue", .continue), ("def", .def), ("del", .del), ("elif", .elif), ("else", .else),
      ("except", .except), ("finally", .finally), ("for", .for), ("from", .from), ("global", .global),
      ("if", .if), ("import", .import), ("in", .in), ("is", .is), ("lambda", .lambda),
      ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise),
      ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]
    var table: [UInt64: TokenKind] = [:]
    for (word, kind) in words {
      let packed = word.withUTF8Buffer { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
      table[packed] = kind
    }
    return table
  }()

  /// The keyword that `bytes[range]` is, or `.name`.
  static func kind(of range: Range<Int>, in bytes: [UInt8]) -> TokenKind {
    guard range.count >= 2, range.count <= 8 else { return .name }
    var packed: UInt64 = 0
    for index in range { packed = packed << 8 | UInt64(bytes[index]) }
    return table[packed] ?? .name
  }

  /// Keywords that only ever begin a statement or clause, never stand inside brackets. `from`, `if`,
  /// `for`, `else`, `async` and the like can continue an expression.
  static func beginsOnlyStatements(_ kind: TokenKind) -> Bool {
    switch kind {
    case .assert, .break, .class, .continue, .def, .del, .elif, .except, .finally, .global, .import,
      .nonlocal, .pass, .raise, .return, .try, .while, .with:
      true
    default: false
    }
  }
}
