import Foundation
import Sandbox
import Testing

/// Random expressions on integers of up to two thousand bits, and on floats, evaluated here and by CPython 3.11: every
/// answer must be the same.
///
/// Runs where `python3.11` is found. `INTEGER_EXPRESSIONS` says how many (3,000 unless it does), `INTEGER_SEED` which.
@Suite struct IntegerComparisonTests {
  @Test(.enabled(if: CPythonAnswers.path != nil)) func everyAnswerIsCPythons() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["INTEGER_EXPRESSIONS"].flatMap { Int($0) } ?? 3000
    var generator = IntegerExpressions(seed: environment["INTEGER_SEED"].flatMap { UInt64($0) } ?? 311)
    let expressions = (0..<count).map { _ in generator.expression() }
    let expected = try CPythonAnswers.answers(to: expressions)
    try #require(expected.count == count)
    let answers = NativeStack.withThread { expressions.map(CPythonAnswers.evaluated) } ?? []
    let different = zip(expressions, zip(answers, expected)).filter {
      // A sequence may be beyond our limits, or beyond memory.
      $1.0 != $1.1 && !($1.0.hasPrefix("limit: ") && $0.hasPrefix("len("))
    }
    let shown = different.prefix(20).map { "\($0): \($1.0), not \($1.1)" }
    #expect(shown.isEmpty, "\(different.count) of \(count):\n\(shown.joined(separator: "\n"))")
  }
}

/// Writes expressions whose operands are near the edges of machine integers, powers of two and ten, or just random.
private struct IntegerExpressions {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func expression() -> String {
    switch random.below(20) {
    case 0..<7: return binary()
    case 7: return "(\(integer())) \(pick(["<<", ">>"])) (\(small(-3...300)))"
    case 8: return "(\(integer(bits: 300))) ** (\(small(-4...12)))"
    case 9: return "pow(\(integer()), \(integer(bits: 200)), \(integer()))"
    case 10: return "\(pick(["-", "~", "+", "not "]))(\(integer()))"
    case 11: return "(\(integer())) \(pick(Self.comparisons)) (\(number()))"
    case 12, 13: return function()
    case 14: return method()
    case 15, 16: return "format(\(number()), '\(specification())')"
    case 17: return "'\(directive())' % (\(number()),)"
    case 18: return parsing()
    default:
      return
        "\(integer()) \(pick(Self.operators)) \(integer(bits: 90)) \(pick(Self.operators)) \(integer(bits: 70))"
    }
  }

  private static let operators = ["+", "-", "*", "/", "//", "%", "&", "|", "^"]
  private static let comparisons = ["==", "!=", "<", "<=", ">", ">="]

  private mutating func binary() -> String {
    "(\(number())) \(pick(Self.operators)) (\(integer()))"
  }

  private mutating func function() -> String {
    switch random.below(14) {
    case 0: "divmod(\(number()), \(integer()))"
    case 1: "round(\(number()), \(small(-40...40)))"
    case 2: "\(pick(["abs", "bin", "oct", "hex", "hash", "str", "float", "int", "bool"]))(\(integer()))"
    case 3: "sum([\(number()), \(number()), \(integer())])"
    case 4: "sorted([\(number()), \(number()), \(integer())])"
    case 5: "import math;;math.\(pick(["gcd", "lcm"]))(\(integer()), \(integer()), \(integer(bits: 100)))"
    case 6: "import math;;math.isqrt(\(integer()))"
    case 7: "import math;;math.\(pick(["log", "log2", "log10"]))(\(number()))"
    case 8: "import math;;math.\(pick(["comb", "perm"]))(\(integer(bits: 80)), \(small(-1...40)))"
    case 9: "import math;;math.factorial(\(small(-2...300)))"
    case 10: "\(pick(["hash", "int", "round"]))(\(float()))"
    case 11: "import math;;math.\(pick(["floor", "ceil", "trunc"]))(\(number()))"
    case 12: "import json;;json.loads(json.dumps([\(integer()), {\(integer()): \(float())}]))"
    default: range()
    }
  }

  private mutating func range() -> String {
    let bounds = "range(\(integer(bits: 100)), \(integer(bits: 100)), \(integer(bits: 90)))"
    return switch random.below(4) {
    case 0: "\(bounds)[\(small(-5...5))]"
    case 1: "\(bounds)[\(small(-5...5)):\(integer(bits: 70)):\(small(-3...3))]"
    case 2: "(\(integer(bits: 100))) in \(bounds)"
    default: "len(\(bounds))"
    }
  }

  private mutating func method() -> String {
    switch random.below(8) {
    case 0:
      "(\(integer())).to_bytes(\(small(0...260)), '\(pick(["big", "little"]))', signed=\(pick(["True", "False"])))"
    case 1:
      "int.from_bytes(bytes.fromhex('\(hexadecimal(2 * random.below(40)))'), '\(pick(["big", "little"]))', "
        + "signed=\(pick(["True", "False"])))"
    case 2:
      "(\(integer())).\(pick(["bit_length", "bit_count", "as_integer_ratio", "conjugate"]))()"
    case 3: "(\(float())).\(pick(["as_integer_ratio", "hex", "is_integer"]))()"
    case 4: "float.fromhex((\(float())).hex())"
    case 5:
      "float.fromhex('\(pick(["", "-"]))0x\(hexadecimal(random.below(20))).\(hexadecimal(random.below(40)))p\(small(-1120...1060))')"
    case 6: "int(str(\(integer()))) == \(integer())"
    default: "len((\(integer())) * \(pick(["'ab'", "[1]", "b''"])))"
    }
  }

  private mutating func parsing() -> String {
    let base = 2 + random.below(35)
    let alphabet = "0123456789abcdefghijklmnopqrstuvwxyz".prefix(base).map { String($0) }
    let digits = (0..<random.below(90)).map { _ in alphabet[random.below(alphabet.count)] }.joined()
    let sign = pick(["", "-", "+", " ", "0x", "_", "1_"])
    return "int('\(sign)\(digits)\(pick(["", "", "", "_", "!", " "]))', \(base))"
  }

  private mutating func specification() -> String {
    pick(["", "", "*>", "0<", "^", "="]) + pick(["", "+", " ", "-"]) + pick(["", "#"]) + pick(["", "0"])
      + pick(["", "", "7", "40"]) + pick(["", ",", "_"]) + pick(["", "", ".3", ".0", ".30"])
      + pick(["", "d", "x", "X", "o", "b", "n", "c", "e", "f", "g", "G", "%", "s"])
  }

  private mutating func directive() -> String {
    "%" + pick(["", "-", "0", "+", " ", "#", "#0"]) + pick(["", "3", "40"]) + pick(["", ".2", ".30"])
      + pick(["d", "i", "x", "X", "o", "e", "f", "g", "s", "r", "c"])
  }

  // MARK: Operands

  private mutating func number() -> String { random.below(4) == 0 ? float() : integer() }

  private mutating func integer(bits: Int = 2000) -> String {
    let sign = pick(["", "-"])
    switch random.below(9) {
    case 0: return sign + String(random.below(12))
    case 1: return "\(sign)2 ** \(random.below(bits)) + \(small(-2...2))"
    case 2:
      return "\(sign)2 ** \(pick(["31", "32", "52", "53", "62", "63", "64", "65", "128"])) + \(small(-2...2))"
    case 3: return "\(sign)10 ** \(random.below(bits * 3 / 10)) + \(small(-2...2))"
    case 4: return pick(["True", "False", "0", "1", "-1"])
    case 5: return sign + String(random.next() >> UInt64(random.below(64)))
    default: return "\(sign)0x\(hexadecimal(1 + random.below(bits / 4)))"
    }
  }

  private mutating func float() -> String {
    switch random.below(6) {
    case 0: pick(["0.0", "-0.0", "0.5", "-1.5", "2.5", "float('inf')", "-float('inf')", "float('nan')"])
    case 1: "2.0 ** \(small(-1074...1023))"
    case 2: "float(2 ** \(random.below(1000)) + \(random.next()))"
    case 3: "\(small(-999...999))e\(small(-320...305))"
    case 4: "\(small(-100_000...100_000)) / 8"
    default: "float.fromhex('0x1.\(hexadecimal(13))p\(small(-1030...1020))')"
    }
  }

  private mutating func small(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  private mutating func hexadecimal(_ count: Int) -> String {
    let digits = "0123456789abcdef".map { String($0) }
    return (0..<count).map { _ in digits[random.below(16)] }.joined()
  }

  private mutating func pick(_ choices: [String]) -> String { choices[random.below(choices.count)] }
}

/// Steele, Lea and Flood's SplitMix: the same numbers for a seed everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
