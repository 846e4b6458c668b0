import LanguageServer
import Testing

/// Reading and writing JSON.
@Suite struct JSONTests {
  private func read(_ text: String) -> JSONValue? { JSONReader.value(of: Array(text.utf8)) }

  private func written(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    value.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .boolean(true)), (" false ", .boolean(false)), ("0", .integer(0)),
      ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
      ("9223372036854775808", .number(0x1p63)),
      ("1.5", .number(1.5)), ("-0", .integer(0)), ("2e3", .number(2000)), ("1E-2", .number(0.01)),
      ("\"\"", .string("")), ("\"é漢😀\"", .string("é漢😀")), ("[]", .array([])),
      ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      ("{}", .object([])),
      (
        "{\"a\" : 1 ,\n\"b\":{}}",
        .object([.init(name: "a", value: .integer(1)), .init(name: "b", value: .object([]))])
      ),
    ] as [(String, JSONValue)])
  func aValueIsRead(text: String, value: JSONValue) {
    #expect(read(text) == value)
  }

  @Test(arguments: [
    ("\\n\\t\\r\\b\\f\\\"\\\\\\/", "\n\t\r\u{8}\u{C}\"\\/"), ("\\u00e9\\u6F22", "é漢"),
    ("\\ud83d\\ude00", "😀"),
    ("a\\u0000b", "a\0b"),
    // Half a pair is no character.
    ("\\ud83d", "\u{FFFD}"), ("\\ude00x", "\u{FFFD}x"), ("\\ud83d\\n", "\u{FFFD}\n"),
    ("\\ud83d\\u0041", "\u{FFFD}A"),
    ("\\ud83d\\ud83d\\ude00", "\u{FFFD}😀"),
    // Not allowed, and understood all the same.
    ("tab\tand\nline", "tab\tand\nline"),
  ])
  func escapesStandForCharacters(text: String, string: String) {
    #expect(read("\"\(text)\"")?.string == string)
  }

  @Test(arguments: [
    "", " ", "nul", "truex", "+1", "01", "1.", ".5", "1e", "-", "--1", "\"", "\"a", "\"\\", "\"\\x\"",
    "\"\\u12\"", "[", "[1",
    "[1,", "[1,]", "[,]", "{", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{a:1}", "{1:1}", "1 2", "{}}", "'a'",
    "NaN", "\u{0}",
  ])
  func anythingElseIsNoJSON(text: String) {
    #expect(read(text) == nil)
  }

  @Test func brokenUTF8IsReplaced() {
    #expect(JSONReader.value(of: [0x22, 0x61, 0xFF, 0x22])?.string == "a\u{FFFD}")
  }

  @Test func nestingHasALimit() {
    let depth = JSONReader.maximumDepth
    #expect(read(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) != nil)
    #expect(read(String(repeating: "[", count: depth + 1) + String(repeating: "]", count: depth + 1)) == nil)
    #expect(read(String(repeating: "{\"a\":", count: 1_000_000)) == nil)
  }

  @Test func ofMembersWithOneNameTheLastCounts() {
    #expect(read("{\"a\":1,\"a\":2}")?["a"] == .integer(2))
  }

  @Test(arguments: [
    "null", "true", "-7", "1234567", "1.5", "\"\"", "\"é漢😀\"", "\"\\n\\r\\t\\\"\\\\\\u0000\\u001f\"", "[]",
    "[1,[],{}]",
    "{\"a\":{\"b\":[null,false]},\"c\":\"\"}",
  ])
  func whatIsReadIsWrittenAlike(text: String) throws {
    #expect(written(try #require(read(text))) == text)
  }

  @Test func whatJSONCanNotSayIsNull() {
    #expect(written(.array([.number(.infinity), .number(.nan)])) == "[null,null]")
  }
}
