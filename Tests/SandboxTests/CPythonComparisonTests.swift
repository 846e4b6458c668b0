import Foundation
import Sandbox
import Testing

/// Thousands of expressions, evaluated here and by CPython: every answer that isn't `unsupported` must be the same.
///
/// Runs where `python3.11` is found; elsewhere there is nothing to compare with.
@Suite struct CPythonComparisonTests {
  private static let values = [
    "None", "True", "False", "0", "1", "-7", "2.5", "-0.0", "1e16", "''", "'a'", "'Ab c'", "'é'", "b'a'",
    "[]",
    "[1, 'a']", "()", "(1,)", "{}", "{'a': 1}", "set()", "{1}", "frozenset({1})", "range(3)", "len", "int",
    "ValueError('x')", "{'a': 1}.keys()", "'%s'", "'{}'",
  ]

  private static let operators = [
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=",
    "in",
    "not in", "and", "or",
  ]

  private static let functions = [
    "abs", "all", "any", "bool", "bytes", "callable", "chr", "dict", "divmod", "enumerate", "filter", "float",
    "format", "frozenset", "getattr", "hasattr", "int", "isinstance", "issubclass", "iter", "len", "list",
    "map",
    "max", "min", "next", "ord", "pow", "range", "repr", "reversed", "round", "set", "sorted", "str", "sum",
    "tuple",
    "type", "zip",
  ]

  private static let methods: [(receivers: [String], names: [String])] = [
    (
      ["'a'", "'Ab c'", "'  é '", "''"],
      [
        "capitalize", "casefold", "center", "count", "encode", "endswith", "find", "index", "isalnum",
        "isalpha",
        "isdigit", "islower", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip",
        "partition",
        "removeprefix", "replace", "rfind", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines",
        "startswith", "strip", "swapcase", "title", "upper", "zfill",
      ]
    ),
    (
      ["[1, 'a']", "[]"],
      ["append", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"]
    ),
    (["{'a': 1}", "{}"], ["get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"]),
    (
      ["{1}", "set()"],
      [
        "add", "difference", "discard", "intersection", "isdisjoint", "issubset", "issuperset", "remove",
        "union",
      ]
    ),
    (["(1,)"], ["count", "index"]),
  ]

  private static let specifications = [
    "", "5", ">5", "<5", "^7", "*^9", "05", "+", ",", ".2", ".0f", "8.3f", "x", "#b", "e", "g", "%", "s", "d",
    "_", "=+8",
    ".3g",
  ]

  static func expressions() -> [String] {
    var result: [String] = []
    for left in values {
      for right in values {
        for operation in operators { result.append("(\(left)) \(operation) (\(right))") }
        result.append("(\(left))[\(right)]")
      }
      for sign in ["-", "+", "~", "not "] { result.append("\(sign)(\(left))") }
      for specification in specifications { result.append("format(\(left), '\(specification)')") }
      for part in ["1:", ":-1", "::-1", "::2", "-2:"] { result.append("(\(left))[\(part)]") }
      for name in functions {
        result.append("\(name)(\(left))")
        for right in ["1", "'a'", "[1]"] { result.append("\(name)(\(left), \(right))") }
      }
    }
    for (receivers, names) in methods {
      for receiver in receivers {
        for name in names {
          result.append("(\(receiver)).\(name)()")
          for argument in values { result.append("(\(receiver)).\(name)(\(argument))") }
          result.append("(\(receiver)).\(name)('a', 1)")
        }
      }
    }
    return result
  }

  @Test(.enabled(if: CPythonAnswers.path != nil)) func everyAnswerIsCPythons() throws {
    let expressions = CPythonComparisonTests.expressions()
    let expected = try CPythonAnswers.answers(to: expressions)
    try #require(expected.count == expressions.count)
    let answers = NativeStack.withThread { expressions.map(CPythonAnswers.evaluated) } ?? []
    var different: [String] = []
    var unsupported = 0
    for ((expression, expected), answer) in zip(zip(expressions, expected), answers) {
      if answer.hasPrefix("unsupported: ") {
        unsupported += 1
      } else if comparable(answer) != comparable(expected) {
        different.append("\(expression): \(answer), not \(expected)")
      }
    }
    #expect(different.isEmpty, "\(different.prefix(20).joined(separator: "\n"))")
    #expect(unsupported * 20 < expressions.count, "\(unsupported) of \(expressions.count) are unsupported")
  }

  /// Addresses and the order of sets differ from run to run.
  private func comparable(_ text: String) -> String {
    if let mark = text.range(of: " at 0x") { return String(text[..<mark.lowerBound]) }
    return text.hasPrefix("{") || text.hasPrefix("frozenset(") ? String(text.sorted()) : text
  }
}
