package import SourceText

/// An expression of Python 3.11, with the bytes it was read from.
///
/// Kinds, and the order and meaning of their parts, are those of CPython's `ast` module (Library
/// Reference, *ast: Abstract grammar*); parentheses are not part of an expression's range, as there.
/// A class, so that subtrees are shared and an evaluator can key what it derives on identity.
package final class Expression: Sendable {
  package let range: ByteRange
  package let kind: Kind

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  /// What is large is `indirect`, so that it does not make every expression, and every stack frame that
  /// handles one, as large.
  package enum Kind: Sendable {
    case boolOp(BooleanOperator, values: [Expression])
    case namedExpr(target: Expression, value: Expression)
    case binOp(left: Expression, BinaryOperator, right: Expression)
    case unaryOp(UnaryOperator, operand: Expression)
    indirect case lambda(Arguments, body: Expression)
    case ifExp(test: Expression, body: Expression, orelse: Expression)
    /// A `nil` key is a `**mapping` item.
    case dict(keys: [Expression?], values: [Expression])
    case set(elements: [Expression])
    case listComp(element: Expression, generators: [Comprehension])
    case setComp(element: Expression, generators: [Comprehension])
    case dictComp(key: Expression, value: Expression, generators: [Comprehension])
    case generatorExp(element: Expression, generators: [Comprehension])
    case await(Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
    /// `left op0 comparators0 op1 comparators1 …`; both arrays have the same length.
    case compare(left: Expression, operators: [ComparisonOperator], comparators: [Expression])
    case call(function: Expression, arguments: [Expression], keywords: [Keyword])
    case formattedValue(value: Expression, conversion: Conversion?, formatSpec: Expression?)
    /// An f-string: string constants and `formattedValue`s in turn.
    case joinedStr(values: [Expression])
    case constant(Constant)
    case attribute(value: Expression, name: Identifier)
    case `subscript`(value: Expression, slice: Expression)
    case starred(Expression)
    case name(String)
    case list(elements: [Expression])
    case tuple(elements: [Expression])
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    /// Nothing, where the grammar wants an expression; a syntax error tells of it.
    case missing
  }
}

/// A name where the grammar wants one, such as after a dot or `def`.
package struct Identifier: Sendable, Hashable {
  package let name: String
  package let range: ByteRange

  package init(_ name: String, range: ByteRange) {
    self.name = name
    self.range = range
  }
}

/// The value of a literal.
package enum Constant: Sendable, Hashable {
  case none
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits, in decimal digits.
  case bigInt(digits: String)
  case float(Double)
  /// The imaginary part of an imaginary literal.
  case imaginary(Double)
  case string(String)
  /// A string literal with an escape for a lone surrogate, which no Unicode text can hold: its code points.
  case loneSurrogateString(codePoints: [UInt32])
  case bytes([UInt8])
  case ellipsis
}

package enum BooleanOperator: String, Sendable { case and, or }

package enum UnaryOperator: String, Sendable {
  case invert = "~"
  case not = "not"
  case uAdd = "+"
  case uSub = "-"
}

/// Raw values are the operators as written.
package enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case sub = "-"
  case mult = "*"
  case matMult = "@"
  case div = "/"
  case mod = "%"
  case pow = "**"
  case lShift = "<<"
  case rShift = ">>"
  case bitOr = "|"
  case bitXor = "^"
  case bitAnd = "&"
  case floorDiv = "//"
}

/// Raw values are the operators as written.
package enum ComparisonOperator: String, Sendable, CaseIterable {
  case eq = "=="
  case notEq = "!="
  case lt = "<"
  case ltE = "<="
  case gt = ">"
  case gtE = ">="
  case `is` = "is"
  case isNot = "is not"
  case `in` = "in"
  case notIn = "not in"
}

/// The `!s`, `!r` or `!a` of a replacement field.
package enum Conversion: Character, Sendable {
  case str = "s"
  case repr = "r"
  case ascii = "a"
}

/// `for target in iterable if condition …` inside a comprehension.
package struct Comprehension: Sendable {
  package let target: Expression
  package let iterable: Expression
  package let conditions: [Expression]
  package let isAsync: Bool

  package init(target: Expression, iterable: Expression, conditions: [Expression], isAsync: Bool) {
    self.target = target
    self.iterable = iterable
    self.conditions = conditions
    self.isAsync = isAsync
  }
}

/// `name=value` in a call, or `**value` when `name` is `nil`.
package struct Keyword: Sendable {
  package let name: Identifier?
  package let value: Expression
  package let range: ByteRange

  package init(name: Identifier?, value: Expression, range: ByteRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}
