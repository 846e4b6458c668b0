import Testing

/// What a library can be made to do is bounded, and what it lacks is said.
@Suite struct LibraryLimitTests {
  @Test(
    "catastrophic patterns meet the limit, not the stack's end",
    arguments: [
      #"re.match('(a*)*b', 'a' * 5000)"#,
      #"re.match('(a|aa)+$', 'a' * 200 + 'b')"#,
      #"re.match('(?:a?){4000}a{4000}', 'a' * 4000)"#,
      #"re.search('(x+x+)+y', 'x' * 100)"#,
      #"re.match('(a)' * 2000, 'a')"#,
    ])
  func boundsRegexWork(_ expression: String) {
    #expect(evaluate("result = repr(\(expression))", after: "import re") == "limit: regular expression work")
  }

  @Test("a long subject is searched within the limit")
  func searchesLongTexts() {
    let code = "result = repr(re.search('needle$', 'hay ' * 250000 + 'needle').span())"
    #expect(evaluate(code, after: "import re") == "(1000000, 1000006)")
    #expect(
      evaluate("result = repr(len(re.match('(?:a|b)*', 'ab' * 50000).group()))", after: "import re")
        == "100000")
  }

  @Test(
    "what a module lacks is unsupported, not an exception",
    arguments: [
      Case("json.JSONEncoder()", "unsupported: json.JSONEncoder"),
      Case(#"json.loads('"\\ud800"')"#, "unsupported: a lone surrogate in a text"),
      Case("json.loads('[' * 500)", "unsupported: JSON nested deeper than 400 levels"),
      Case(#"re.compile(r'\N{DASH}')"#, #"unsupported: \N{…} in a regular expression"#),
      Case("re.compile('(a)++b')", "unsupported: a group in a possessive repetition"),
      Case("uuid.uuid1()", "unsupported: uuid.uuid1"),
      Case("datetime.datetime_CAPI", "unsupported: datetime.datetime_CAPI"),
      Case("parser.parse('next tuesday')", "ParserError: Unknown string format: next tuesday"),
      Case("parser.parse('Jan 5 2024')", "unsupported: dateutil's reading of 'Jan 5 2024'"),
    ])
  func saysWhatItLacks(_ example: Case) {
    let imports = "import datetime, json, math, re, uuid\nfrom dateutil import parser"
    let found = evaluate(example.code, after: imports)
    #expect(found == example.value)
  }

  @Test("an except clause doesn't catch the limit")
  func cannotBeCaught() {
    let code = """
      try:
          re.match('(a*)*b', 'a' * 5000)
      except BaseException:
          pass
      result = 'caught'
      """
    #expect(evaluate(code, after: "import re") == "limit: regular expression work")
  }
}
