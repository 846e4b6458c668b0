import Testing

/// `json` against CPython 3.11: values, and where a text goes wrong.
@Suite struct JSONTests {
  @Test(
    "reads values",
    arguments: [
      Case(
        #"json.loads('[1, 2.5, -0, 1e3, {"a": null}, true, false]')"#,
        "[1, 2.5, 0, 1000.0, {'a': None}, True, False]"),
      Case(#"json.loads('{"a": 1, "b": 2, "a": 3}')"#, "{'a': 3, 'b': 2}"),
      Case(#"json.loads(' "x" ')"#, "'x'"),
      Case("json.loads('[NaN, Infinity, -Infinity]')", "[nan, inf, -inf]"),
      Case(#"json.loads('"\\u00e9\\ud83d\\ude00\\n\\/"')"#, #"'é😀\n/'"#),
      Case(#"json.loads(b'{"a": "\xc3\xa9"}')"#, "{'a': 'é'}"),
      Case("json.loads('1e999')", "inf"),
      Case("json.loads('123456789012345678')", "123456789012345678"),
    ])
  func readsValues(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }

  @Test(
    "says where a text is wrong",
    arguments: [
      Case("json.loads('')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
      Case("json.loads('x')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
      Case("json.loads('[1,]')", "JSONDecodeError: Expecting value: line 1 column 4 (char 3)"),
      Case("json.loads('[1 2]')", "JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)"),
      Case(#"json.loads('{"a" 1}')"#, "JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)"),
      Case(
        #"json.loads('{"a": 1,}')"#,
        "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 9 (char 8)"),
      Case(
        #"json.loads("{'a': 1}")"#,
        "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
      Case(#"json.loads('{"a": }')"#, "JSONDecodeError: Expecting value: line 1 column 7 (char 6)"),
      Case(
        #"json.loads('"abc')"#,
        "JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)"),
      Case(
        #"json.loads('"a\nb"')"#,
        "JSONDecodeError: Invalid control character at: line 1 column 3 (char 2)"),
      Case(#"json.loads('"\\x"')"#, #"JSONDecodeError: Invalid \escape: line 1 column 2 (char 1)"#),
      Case(#"json.loads('"\\u12"')"#, #"JSONDecodeError: Invalid \uXXXX escape: line 1 column 3 (char 2)"#),
      Case(#"json.loads('[1]\n x')"#, "JSONDecodeError: Extra data: line 2 column 2 (char 5)"),
      Case("json.loads('01')", "JSONDecodeError: Extra data: line 1 column 2 (char 1)"),
      Case("json.loads('é x')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
      Case(
        #"json.loads('\ufeff[]')"#,
        "JSONDecodeError: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"),
      Case("json.loads('-')", "JSONDecodeError: Expecting value: line 1 column 1 (char 0)"),
    ])
  func saysWhereATextIsWrong(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }

  @Test(
    "refuses what is no text",
    arguments: [
      Case("json.loads(None)", "TypeError: the JSON object must be str, bytes or bytearray, not NoneType"),
      Case("json.loads(5)", "TypeError: the JSON object must be str, bytes or bytearray, not int"),
      Case("json.loads({'a': 1})", "TypeError: the JSON object must be str, bytes or bytearray, not dict"),
    ])
  func refusesWhatIsNoText(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }

  @Test(
    "raises an error with its place",
    arguments: [
      Case(
        #"try: json.loads('[\n1,\n x]') ;; except ValueError as e: r = (type(e).__name__, e.msg, e.pos, e.lineno, e.colno) ;; r"#,
        "('JSONDecodeError', 'Expecting value', 6, 3, 2)"),
      Case("issubclass(json.JSONDecodeError, ValueError)", "True"),
      Case("json.decoder.JSONDecodeError is json.JSONDecodeError", "True"),
    ])
  func raisesAnErrorWithItsPlace(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }

  @Test(
    "writes values",
    arguments: [
      Case(
        #"json.dumps({"a": [1, 2.0, None, True, "x\ty"], "b": ()})"#,
        #"'{"a": [1, 2.0, null, true, "x\\ty"], "b": []}'"#),
      Case(
        #"json.dumps("é\u2028\U0001f600\x7f\x00\"\\")"#,
        #"'"\\u00e9\\u2028\\ud83d\\ude00\\u007f\\u0000\\"\\\\"'"#),
      Case(#"json.dumps("é\x7f", ensure_ascii=False)"#, #"'"é\x7f"'"#),
      Case("json.dumps({1: 2, None: 3, True: 4, 1.5: 5})", #"'{"1": 4, "null": 3, "1.5": 5}'"#),
      Case("json.dumps([1e16, 1e-5, 0.1])", "'[1e+16, 1e-05, 0.1]'"),
      Case("json.dumps(float('nan'))", "'NaN'"),
      Case(#"json.dumps({"b": 1, "a": 2}, sort_keys=True)"#, #"'{"a": 2, "b": 1}'"#),
      Case("json.dumps([1, 2], separators=(',', ':'))", "'[1,2]'"),
      Case(#"json.dumps([1, {"a": []}, {}], indent=2)"#, #"'[\n  1,\n  {\n    "a": []\n  },\n  {}\n]'"#),
      Case("json.dumps({1, 2}, default=sorted)", "'[1, 2]'"),
    ])
  func writesValues(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }

  @Test(
    "says what it can't write",
    arguments: [
      Case("json.dumps({1, 2})", "TypeError: Object of type set is not JSON serializable"),
      Case("json.dumps([b'a'])", "TypeError: Object of type bytes is not JSON serializable"),
      Case("json.dumps({(1, 2): 3})", "TypeError: keys must be str, int, float, bool or None, not tuple"),
      Case(
        "json.dumps(float('inf'), allow_nan=False)",
        "ValueError: Out of range float values are not JSON compliant"),
      Case("a = [] ;; a.append(a) ;; json.dumps(a)", "ValueError: Circular reference detected"),
      Case("json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True)", #"'{"a": 1}'"#),
    ])
  func saysWhatItCanTWrite(_ example: Case) {
    #expect(evaluate(example.code, after: "import json") == example.value)
  }
}
