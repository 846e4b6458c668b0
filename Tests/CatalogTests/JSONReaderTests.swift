import Catalog
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test(
    "Values",
    arguments: [
      ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)),
      ("0", .integer(0)), ("-12", .integer(-12)), ("1.5", .number(1.5)),
      (#""a\n\"\\\/\u00e9""#, .string("a\n\"\\/é")),
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

  @Test("A broken text gives nothing", arguments: ["", "{", "[1", "\"a", #""\x""#, "[1 2", "1 2: ]"])
  func invalid(text: String) {
    #expect(JSONReader.read(text) == nil)
  }

  @Test("A value's description is JSON again")
  func description() throws {
    let value = try #require(JSONReader.read(#"{"a": [1, 2.5, null, true, "x\n\u0001\"é"]}"#))
    #expect(JSONReader.read(value.description) == value)
  }
}
