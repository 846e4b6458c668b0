import Catalog
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test(
    "Values",
    arguments: [
      ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)),
      ("0", .integer(0)), ("-12", .integer(-12)), ("1.5", .number(1.5)), ("1e3", .number(1000)),
      ("12345678901234567890", .number(12_345_678_901_234_567_168)),
      (#""a\n\"\\\/\u00e9""#, .string("a\n\"\\/é")), (#""\ud83d\ude00""#, .string("😀")),
      (#""\ud83d""#, .string("\u{FFFD}")),
      ("[]", .array([])), ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      ("{}", .object([])),
    ])
  func value(text: String, expected: JSONValue) {
    #expect(JSONReader.read(text) == expected)
  }

  @Test("Members keep their order")
  func order() {
    let names = JSONReader.read(#"{"b": 1, "a": 2, "c": 3}"#)?.members?.map(\.name)
    #expect(names == ["b", "a", "c"])
  }

  @Test(
    "What is not JSON gives nothing",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,}", "{a: 1}", "tru", "01", "1.", "-", "\"a", "\"\\x\"", "\"\\u12\"", "1 2",
      "'a'",
      "[1 2]", "{\"a\" 1}", "nul", "\"\n\"", "+1", ".5", "\u{0}",
    ])
  func invalid(text: String) {
    #expect(JSONReader.read(text) == nil)
  }

  @Test("Nesting has a limit")
  func depth() {
    #expect(JSONReader.read(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) != nil)
    #expect(JSONReader.read(String(repeating: "[", count: 100_000)) == nil)
  }

  @Test("A value's description is JSON again")
  func description() throws {
    let value = try #require(JSONReader.read(#"{"a": [1, 2.5, null, true, "x\n\u0001\"é"]}"#))
    #expect(JSONReader.read(value.description) == value)
  }
}
