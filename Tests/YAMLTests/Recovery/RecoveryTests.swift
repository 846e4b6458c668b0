import Testing
import YAML

/// Half-typed documents: what is broken costs its own entry, and is reported where it is.
@Suite struct RecoveryTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let json: String
    let errors: [String]
    var testDescription: String { name }
  }

  static let examples = [
    Example(
      name: "a half-typed key costs its line",
      text: "AnalysisType: policy\nSeve\nEnabled: true\n",
      json: #"{"AnalysisType":"policy","Seve":null,"Enabled":true}"#,
      errors: ["2:1 yaml-missing-colon"]),
    Example(
      name: "a half-typed first key costs its line",
      text: "Anal\nSeverity: High\n",
      json: #"{"Anal":null,"Severity":"High"}"#,
      errors: ["1:1 yaml-missing-colon"]),
    Example(
      name: "a half-typed last key costs its line",
      text: "a: 1\nTests:\n  - Name: x\n    Exp",
      json: #"{"a":1,"Tests":[{"Name":"x","Exp":null}]}"#,
      errors: ["4:5 yaml-missing-colon"]),
    Example(
      name: "a half-typed first key of a nested mapping",
      text: "Resource:\n  Nam\n  Status: OK\nb: 1\n",
      json: #"{"Resource":{"Nam":null,"Status":"OK"},"b":1}"#,
      errors: ["2:3 yaml-missing-colon"]),
    Example(
      name: "a half-typed quoted key",
      text: "Resource:\n  \"Nam\"\n  Status: OK\nb: 1\n",
      json: #"{"Resource":{"Nam":null,"Status":"OK"},"b":1}"#,
      errors: ["2:3 yaml-missing-colon"]),
    Example(
      name: "an unclosed double quote costs its line",
      text: "a: \"open\nb: \"closed\"\nc: 1\n",
      json: #"{"a":"open","b":"closed","c":1}"#,
      errors: ["1:4 yaml-unclosed-quote"]),
    Example(
      name: "an unclosed quote in the last line",
      text: "a: 1\nb: 'open",
      json: #"{"a":1,"b":"open"}"#,
      errors: ["2:4 yaml-unclosed-quote"]),
    Example(
      name: "an unclosed quote in a list of quotes",
      text: "Tests:\n  - Name: \"open\n    Expected: \"x\"\n  - Name: \"y\"\n",
      json: #"{"Tests":[{"Name":"open","Expected":"x"},{"Name":"y"}]}"#,
      errors: ["2:11 yaml-unclosed-quote"]),
    Example(
      name: "an unclosed quote in a flow mapping costs its line",
      text: "r: {\n  \"a\": \"open,\n  \"b\": \"x\",\n  }\nc: 1\n",
      json: #"{"r":{"a":"open","b":"x"},"c":1}"#,
      errors: ["2:8 yaml-unclosed-quote"]),
    Example(
      name: "an unclosed bracket costs its entry",
      text: "Tags: [a, b\nSeverity: High\nEnabled: true\n",
      json: #"{"Tags":["a","b"],"Severity":"High","Enabled":true}"#,
      errors: ["1:7 yaml-unclosed-bracket"]),
    Example(
      name: "an unclosed brace in a test keeps the next test",
      text: """
        Tests:
          - Name: one
            Resource:
              {
                "Status": "ISSUED",
                "InUseBy": ["a",
          - Name: two
            Resource: {}
        """,
      json:
        #"{"Tests":[{"Name":"one","Resource":{"Status":"ISSUED","InUseBy":["a"]}},{"Name":"two","Resource":{}}]}"#,
      errors: ["4:7 yaml-unclosed-bracket", "6:20 yaml-unclosed-bracket"]),
    Example(
      name: "an unclosed inner bracket is closed by the outer brace",
      text: "r: {\"a\": [1, 2, \"b\": 3}\nc: 1\n",
      json: #"{"r":{"a":[1,2,{"b":3}]},"c":1}"#,
      errors: ["1:10 yaml-unclosed-bracket"]),
    Example(
      name: "a missing comma",
      text: "r: {\n  \"a\": 1\n  \"b\": 2\n  }\n",
      json: #"{"r":{"a":1,"b":2}}"#,
      errors: ["3:3 yaml-missing-comma"]),
    Example(
      name: "flow content down to column 0",
      text: "r:\n{\n\"a\": 1,\n\"b\":\n[\n{ \"c\": null },\n],\n}\nd: 1\n",
      json: #"{"r":{"a":1,"b":[{"c":null}]},"d":1}"#,
      errors: ["2:1 yaml-indentation"]),
    Example(
      name: "a value indented like its key",
      text: "Description:\n\"text\"\nTags:\n[a]\nb: 1\n",
      json: #"{"Description":"text","Tags":["a"],"b":1}"#,
      errors: ["2:1 yaml-indentation", "4:1 yaml-indentation"]),
    Example(
      name: "a key between two indentations belongs to the deeper mapping",
      text: "a:\n    b: 1\n  c: 2\nd: 3\n",
      json: #"{"a":{"b":1,"c":2},"d":3}"#,
      errors: ["3:1 yaml-indentation"]),
    Example(
      name: "a key indented too far",
      text: "a: 1\n  b: 2\nc: 3\n",
      json: #"{"a":1,"b":2,"c":3}"#,
      errors: ["2:1 yaml-indentation"]),
    Example(
      name: "a list item indented too little",
      text: "Tags:\n  - a\n- b\nc: 1\n",
      json: #"{"Tags":["a","b"],"c":1}"#,
      errors: ["3:1 yaml-indentation"]),
    Example(
      name: "a tab as indentation",
      text: "a:\n\tb: 1\n\tc: 2\nd: 3\n",
      json: #"{"a":{"b":1,"c":2},"d":3}"#,
      errors: ["2:1 yaml-tab", "3:1 yaml-tab"]),
    Example(
      name: "a colon in unquoted text",
      text: "DisplayName: Check: it\nb: 1\n",
      json: #"{"DisplayName":"Check: it","b":1}"#,
      errors: ["1:19 yaml-mapping-here"]),
    Example(
      name: "a template that YAML takes for a mapping",
      text: "a: @x\nb: `y`\nc: %z\nd: 1\n",
      json: #"{"a":"@x","b":"`y`","c":"%z","d":1}"#,
      errors: ["1:4 yaml-unexpected", "2:4 yaml-unexpected", "3:4 yaml-unexpected"]),
    Example(
      name: "text after a quoted value",
      text: "a: \"b\" c\nd: 1\n",
      json: #"{"a":"b","d":1}"#,
      errors: ["1:8 yaml-unexpected"]),
    Example(
      name: "a key among list items",
      text: "- a\nb: 1\nc: 2\n- d\n",
      json: #"["a",{"b":1,"c":2},"d"]"#,
      errors: ["2:1 yaml-missing-dash"]),
  ]

  @Test(arguments: examples)
  func brokenTextKeepsItsSiblings(_ example: Example) throws {
    let tree = parse(example.text)
    #expect(try tree.root?.value().json == example.json)
    let errors = tree.errors.filter { !$0.code.isAcceptedByLoader }.map { error in
      let place = tree.source.lines.position(of: error.range.lowerBound)
      return "\(place.line + 1):\(place.column + 1) \(error.code.rawValue)"
    }
    #expect(errors == example.errors)
  }

  /// The closing brace is indented too little as well, which the loader would not mind.
  @Test func bracesWhereAKeyBelongsLackTheirColon() {
    let tree = parse("a: x\n{\n  \"b\": 1\n}\nc: 2\n")
    #expect(tree.errors.map(\.code) == [.missingColon, .flowIndentation])
    #expect(tree.root?["c"]?.scalarText == "2")
  }

  /// Every prefix of a document, as it is typed, keeps the entries before the last line.
  @Test func everyPrefixKeepsWhatIsWhole() throws {
    let text = """
      AnalysisType: policy
      Severity: "High"
      Reports:
        MITRE ATT&CK:
          - TA0042:T1588
      Tests:
        - Name: 'one'
          ExpectedResult: false
          Resource:
            { "Status": "ISSUED", "Names": ["a", "b"], }
      """
    let bytes = Array(text.utf8)
    for end in 22...bytes.count {
      let root = try #require(parse(Array(bytes[..<end])).root)
      #expect(root["AnalysisType"]?.scalarText == "policy")
      if end > 40 { #expect(root["Severity"]?.scalarText == "High") }
      if end > 100 { #expect(root["Reports"]?["MITRE ATT&CK"]?.items.first?.scalarText == "TA0042:T1588") }
    }
  }
}
