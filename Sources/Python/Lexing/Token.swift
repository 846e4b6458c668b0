/// A token: a kind and the bytes it covers. Text is read from the source only where it is needed.
struct Token: Sendable {
  let kind: TokenKind
  let start: Int
  let end: Int

  var range: Range<Int> { start..<end }
}

/// The tokens of Python 3.11 (Language Reference, *Lexical analysis*), one kind for each operator and
/// hard keyword. `match`, `case` and `_` are names; the parser gives them their meaning.
enum TokenKind: UInt8, Sendable {
  case endOfFile, newline, indent, dedent
  case name, number, string
  /// A string without its closing quote; the lexer has reported it.
  case unterminatedString
  /// Bytes that are no token, or the place where a bracket should have closed; the lexer has reported it.
  case invalid

  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, semicolon, dot, ellipsis, arrow, at, assign, colonAssign

  case plus, minus, star, slash, doubleSlash, percent, doubleStar, leftShift, rightShift
  case ampersand, pipe, caret, tilde
  case less, greater, lessEqual, greaterEqual, equal, notEqual

  case plusAssign, minusAssign, starAssign, slashAssign, doubleSlashAssign, percentAssign, doubleStarAssign
  case leftShiftAssign, rightShiftAssign, ampersandAssign, pipeAssign, caretAssign, atAssign

  case falseKeyword, noneKeyword, trueKeyword
  case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`, except, finally
  case `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise, `return`
  case `try`, `while`, with, yield
}

extension TokenKind {
  /// Whether an expression can begin with this token.
  var beginsExpression: Bool {
    switch self {
    case .name, .number, .string, .unterminatedString, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis,
      .plus, .minus, .tilde, .not, .lambda, .await, .falseKeyword, .noneKeyword, .trueKeyword:
      true
    default: false
    }
  }

  /// The operator of an augmented assignment.
  var augmentedOperator: BinaryOperator? {
    switch self {
    case .plusAssign: .add
    case .minusAssign: .sub
    case .starAssign: .mult
    case .slashAssign: .div
    case .doubleSlashAssign: .floorDiv
    case .percentAssign: .mod
    case .doubleStarAssign: .pow
    case .leftShiftAssign: .lShift
    case .rightShiftAssign: .rShift
    case .ampersandAssign: .bitAnd
    case .pipeAssign: .bitOr
    case .caretAssign: .bitXor
    case .atAssign: .matMult
    default: nil
    }
  }

  /// The closing bracket that belongs to an opening one.
  var closer: TokenKind? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }

  var isCloser: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }
}
