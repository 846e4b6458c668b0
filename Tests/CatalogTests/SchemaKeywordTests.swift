import Catalog
import Testing

/// Keywords of JSON Schema 2020-12 that no file of `Schemas/` happens to use in every form.
@Suite("JSON Schema keywords")
struct SchemaKeywordTests {
  @Test(
    "Keywords",
    arguments: [
      (#"{"const": 5}"#, "5", []),
      (#"{"const": 5}"#, "6", ["value 6 not allowed [6]"]),
      (#"{"enum": ["a", null, 1]}"#, "~", []),
      (#"{"enum": ["a", null, 1]}"#, "1.0", ["value 1.0 not allowed [1.0]"]),
      (#"{"minItems": 2}"#, "[a]", ["fewer items than 2 [[a]]"]),
      (#"{"minLength": 1}"#, "''", ["shorter than 1 ['']"]),
      (#"{"minLength": 2}"#, "äö", []),
      (#"{"uniqueItems": true}"#, "[a, b, a]", ["duplicate item a [a]"]),
      (#"{"type": ["string", "null"]}"#, "~", []),
      (#"{"type": "number"}"#, "5", []),
      (#"{"type": "string"}"#, "!!binary aGk=", ["binary in place of string [aGk=]"]),
      (#"{"type": "object"}"#, "!!set {a}", ["set in place of map [{a}]"]),
      (
        #"{"allOf": [{"required": ["a"]}, {"properties": {"b": {"type": "string"}}}]}"#, "b: 1",
        ["missing key a [b]", "integer in place of string [1]"]
      ),
      (
        #"{"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1}]}"#, "[]",
        ["fewer items than 1 [[]]"]
      ),
      (#"{"anyOf": [{"type": "string"}, {"type": "array"}]}"#, "a", []),
      (#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, "a: 1", []),
      (#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, "c: 1", ["missing key a [c]"]),
      (
        #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, "{a: 1, b: 2}",
        ["exclusive keys a, b [{a: 1, b: 2}]"]
      ),
      (
        ##"{"$defs": {"t": {"type": "string"}}, "additionalProperties": {"$ref": "#/$defs/t"}}"##, "a: 1",
        ["integer in place of string [1]"]
      ),
      (
        #"{"properties": {"a": {"deprecated": true, "x-replaced-by": "b"}}}"#, "a: 1",
        ["deprecated key a, now b [a]"]
      ),
    ] as [(String, String, [String])])
  func keyword(schema: String, document: String, expected: [String]) throws {
    let schema = SchemaDocument(name: "test", json: try #require(JSONReader.read(schema)))
    #expect(violations(document, schema) == expected)
  }

  @Test("A reference that leads in a circle ends")
  func circle() throws {
    let text = ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}"##
    let schema = SchemaDocument(name: "test", json: try #require(JSONReader.read(text)))
    #expect(violations("a: 1", schema) == [])
  }

  @Test("A schema that contains itself goes as deep as the document, up to a limit")
  func recursion() throws {
    let text =
      ##"{"$defs": {"tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}, "$ref": "#/$defs/tree"}"##
    let schema = SchemaDocument(name: "test", json: try #require(JSONReader.read(text)))
    #expect(violations("[[[a]]]", schema) == ["string in place of list [a]"])
    #expect(violations("&a\n- *a\n- b\n", schema) == ["string in place of list [b]"])
  }
}
