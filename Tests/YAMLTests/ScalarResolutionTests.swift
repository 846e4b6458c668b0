import Testing
import YAML

/// What a plain scalar loads as in the Panther tool (PyYAML 6.0.3 with the constructors of
/// panther_analysis_tool 1.11.1).
@Suite struct ScalarResolutionTests {
  static let rows: [(words: [String], meaning: YAMLScalarValue)] = [
    (["true", "True", "TRUE"], .bool(true)),
    (["false", "False", "FALSE"], .bool(false)),
    (["", "~", "null", "Null", "NULL"], .null),
    (["0", "00", "-0", "+0"], .int(0)),
    (["1", "+1", "1_", "0b1", "0b1_"], .int(1)),
    (["-1"], .int(-1)),
    (["10", "010", "1__0"], .int(10)),
    (["007", "0_7"], .int(7)),
    (["0644"], .int(644)),
    (["1_000"], .int(1000)),
    (["0x1F"], .int(31)),
    (["-0x10"], .int(-16)),
    (["0b101"], .int(5)),
    (["20190523"], .int(20_190_523)),
    (["9223372036854775807"], .int(.max)),
    (["-9223372036854775808"], .int(.min)),
    (["9223372036854775808"], .bigInt("9223372036854775808")),
    (["-0_099999999999999999999"], .string("-0_099999999999999999999")),
    (["-99999999999999999999"], .bigInt("-99999999999999999999")),
    (["0x1FFFFFFFFFFFFFFFFFFFF"], .bigInt("2417851639229258349412351")),
    (["1.0", "1.", "1._"], .float(1)),
    (["0."], .float(0)),
    ([".5"], .float(0.5)),
    (["1_000.5"], .float(1000.5)),
    (["1.5e+3"], .float(1500)),
    (["1.5e-3"], .float(0.0015)),
    (["6.02e+23"], .float(6.02e23)),
    (["1.10"], .float(1.1)),
    (["-1.5"], .float(-1.5)),
    (["12:30:45.5"], .float(45045.5)),
    (["190:20:30.15"], .float(685230.15)),
    ([".inf", ".Inf", ".INF", "+.inf", "1.8e+309"], .float(.infinity)),
    (["-.inf", "-.INF"], .float(-.infinity)),
    (["0b_", "0x_"], .rejected(.invalidNumber)),
    (["="], .rejected(.valueIndicator)),
    (["<<"], .rejected(.mergeValue)),
  ]

  static let words = [
    "tRue", "y", "n", "Y", "N", "yes", "no", "on", "off", "Yes", "NO", "On", "OFF", "nULL", "none", "None",
    "_1", "++1", "1,000", "08", "09", "0123456789", "012345678901", "0o10", "0o17", "0O17", "0X1F", "0o8",
    "0b2", "0x", "0xG", "1:30", "1:30:00", "190:20:30", "-1:30", "-.5", "+.5", "1e3", "1E3", "1e+3", "-1e5",
    "0e0", "12e03", "1.5e3", "1.0e3", "1.e3", "0.1e1", ".5e3", "1e", "e3", "1e3.5", ".", "-.", "inf", "nan",
    "Infinity", "+.nan", "2019-05-23", "2019-05-23T19:20:52Z", "2001-12-14 21:59:43.10 -5", "1.2.3",
    "2019-05",
    "arn:aws:s3:::x", "１", "1:99", "==", "<<<",
  ]

  @Test(arguments: rows.flatMap { row in row.words.map { ($0, row.meaning) } })
  func plainScalarHasItsType(_ text: String, _ meaning: YAMLScalarValue) {
    #expect(parse("- \(text)").root?.items.first?.resolvedScalar == meaning)
  }

  @Test(arguments: words)
  func wordIsAString(_ text: String) {
    #expect(parse("- \(text)").root?.items.first?.resolvedScalar == .string(text))
  }

  @Test(arguments: [".nan", ".NaN", ".NAN"])
  func notANumber(_ text: String) {
    guard case .float(let value) = parse("- \(text)").root?.items.first?.resolvedScalar else {
      Issue.record("\(text) is no float")
      return
    }
    #expect(value.isNaN)
  }

  @Test(arguments: ["true", "1", "~", "1.5", "="])
  func quotedOrBlockScalarIsAString(_ text: String) {
    #expect(parse("'\(text)'").root?.resolvedScalar == .string(text))
    #expect(parse("\"\(text)\"").root?.resolvedScalar == .string(text))
    #expect(parse("|-\n  \(text)").root?.resolvedScalar == .string(text))
  }

  static let tagged: [(String, YAMLScalarValue)] = [
    ("!!str 1", .string("1")),
    ("!!str", .string("")),
    ("!!int '3'", .int(3)),
    ("!!int ' 3 '", .int(3)),
    ("!!int 0o7", .rejected(.invalidNumber)),
    ("!!float 1e3", .float(1000)),
    ("!!float .5e3", .float(500)),
    ("!!float x", .rejected(.invalidNumber)),
    ("!!null x", .null),
    ("!!bool yes", .string("yes")),
    ("!!bool 'true'", .bool(true)),
    ("!!timestamp 2019-05-23", .string("2019-05-23")),
    ("!!binary aGk=", .binary([0x68, 0x69])),
    ("!!binary aGk", .rejected(.tagMismatch)),
    ("!!map x", .rejected(.tagMismatch)),
    ("!local x", .rejected(.unknownTag)),
    ("!!python/name:os.system x", .rejected(.unknownTag)),
    ("! 12", .int(12)),
    ("! '12'", .int(12)),
    ("!<tag:yaml.org,2002:int> 3", .int(3)),
  ]

  @Test(arguments: tagged)
  func tagDecides(_ text: String, _ meaning: YAMLScalarValue) {
    #expect(parse(text).root?.resolvedScalar == meaning)
  }

  @Test func decimalTextBeyondPythonsLimitIsRejected() {
    #expect(parse(String(repeating: "9", count: 4301)).root?.resolvedScalar == .rejected(.invalidNumber))
  }
}
