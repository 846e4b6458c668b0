import Testing
import YAML

/// Whole documents as the Panther tool loads them; the expected values are that tool's.
@Suite struct ValueTests {
  static let documents: [(String, String)] = [
    ("a: 1\nb: [x, ~, true, 1.5]", #"{"a":1,"b":["x",null,true,1.5]}"#),
    ("", "null"),
    ("a: 1\nb: 2\na: 3", #"{"a":3,"b":2}"#),
    ("{a: 1, a: 2}", #"{"a":2}"#),
    ("{\"a\": 1, \"b\": {\"c\": null,},}", #"{"a":1,"b":{"c":null}}"#),
    ("x: &x {a: 1}\ny: *x", #"{"x":{"a":1},"y":{"a":1}}"#),
    ("x: &x {a: 1, b: 2}\ny: {b: 9, <<: *x, c: 3}", #"{"x":{"a":1,"b":2},"y":{"a":1,"b":9,"c":3}}"#),
    ("<<: [{a: 1}, {a: 2}]", #"{"a":1}"#),
    ("<<: [{aa: 1}, {aa: 2}]", #"{"aa":2}"#),
    ("<<: {a: 1}\n<<: {a: 2}", #"{"a":1}"#),
    ("<<: {aa: 1}\n<<: {aa: 2}", #"{"aa":2}"#),
    ("\"<<\": 1", #"{"<<":1}"#),
    ("=: 1", #"{"=":1}"#),
    ("1: a\n1.0: b\ntrue: c", #"{"!map":[[1,"c"]]}"#),
    ("~: a\nb: c", #"{"!map":[[null,"a"],["b","c"]]}"#),
    ("2019-05-23: a", #"{"2019-05-23":"a"}"#),
    ("!!set {a, b, a}", #"{"!set":["a","b"]}"#),
    ("!!omap [a: 1, b: 2]", #"{"!pairs":[["a",1],["b",2]]}"#),
    ("!!pairs [a: 1, a: 2]", #"{"!pairs":[["a",1],["a",2]]}"#),
    ("a: !!binary aGk=", #"{"a":{"!binary":"aGk="}}"#),
    ("[.nan, .inf, -.inf]", "[NaN,Infinity,-Infinity]"),
    (#"["\"\\\n\x01é😀"]"#, #"["\"\\\n\u0001é😀"]"#),
    ("é: 1\ne\u{301}: 2", "{\"é\":1,\"e\u{301}\":2}"),
    ("%YAML 1.1\n---\n- yes\n...\n", #"["yes"]"#),
    ("a: |\n  x", #"{"a":"x"}"#),
    ("k: {a:1, http://x: b}", #"{"k":{"a:1":null,"http://x":"b"}}"#),
  ]

  @Test(arguments: documents)
  func documentLoads(_ text: String, _ json: String) throws {
    let tree = load(text)
    #expect(tree.errors.isEmpty)
    #expect(tree.loaderErrors.isEmpty)
    #expect(try tree.root?.value().json ?? "null" == json)
  }

  static let rejected: [(String, YAMLErrorCode)] = [
    ("a: *b", .undefinedAlias),
    ("- &a 1\n- &a 2", .duplicateAnchor),
    ("? [a]\n: b", .unhashableKey),
    ("{{ x }}: 1", .unhashableKey),
    ("a: !x b", .unknownTag),
    ("!x [a]", .unknownTag),
    ("!!seq {a: b}", .tagMismatch),
    ("!!omap {a: 1}", .tagMismatch),
    ("a: =", .valueIndicator),
    ("a: <<", .mergeValue),
    ("<<: 1", .mergeValue),
    ("a: 0b_", .invalidNumber),
    ("a: 1\n---\n", .multipleDocuments),
    ("%YAML 1.3\n---\na", .loaderSyntax),
    ("%FOO x\n---\na", .loaderSyntax),
    ("&ä a", .loaderSyntax),
    (": a", .loaderSyntax),
    ("{foo\n : bar}", .loaderSyntax),
    ("[:x]", .loaderSyntax),
    ("{a: b, c:}", .loaderSyntax),
    ("a: 1\n\t\nb: 2", .loaderSyntax),
    ("-\ta", .loaderSyntax),
    ("a: |\n \tb", .loaderSyntax),
    ("|\na", .loaderSyntax),
    ("...\n", .loaderSyntax),
  ]

  @Test(arguments: rejected)
  func loaderRejects(_ text: String, _ code: YAMLErrorCode) {
    let tree = load(text)
    #expect(tree.errors.isEmpty)
    #expect(tree.loaderErrors.map(\.code).contains(code), "\(tree.loaderErrors)")
  }

  @Test func whatTheLoaderReadsRegardlessOfIndentationIsMarkedSo() throws {
    let tree = load("Resource: {\n\"a\": [1,\n2,],\n}\nb: 1")
    #expect(tree.errors.allSatisfy(\.isAcceptedByLoader) && !tree.errors.isEmpty)
    #expect(try tree.root?.value().json == #"{"Resource":{"a":[1,2]},"b":1}"#)
  }

  @Test func aTabAfterAColonIsFine() {
    #expect(load("a:\tb\nc: [\n\td,\n\t]\n").loaderErrors.isEmpty)
  }

  @Test func whatIsMergedAgainIsOneEntry() {
    var merges = "a0: &a0 {k: 1}\n"
    for level in 1...40 {
      let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      merges += "a\(level): &a\(level) {<<: [\(references)]}\n"
    }
    #expect(throws: Never.self) { try parse(merges).root?.value() }
  }

  static let warnings: [(String, [YAMLErrorCode])] = [
    ("a: 1\nb: 2\na: 3", [.duplicateKey]),
    ("{\"a\": 1, a: 2}", [.duplicateKey]),
    ("a: 010", [.surprisingScalar]),
    ("a: 012345678901", [.surprisingScalar]),
    ("a: 1e3", [.surprisingScalar]),
    ("a: -.5", [.surprisingScalar]),
    ("a: 0o17", [.surprisingScalar]),
    ("a: 12:30:45.5", [.surprisingScalar]),
    ("a: \"010\"\nb: 0\nc: 0.5\nd: 0x1F\ne: 2019-05-23\nf: word", []),
  ]

  @Test(arguments: warnings)
  func surprisesAreNamed(_ text: String, _ codes: [YAMLErrorCode]) {
    #expect(load(text).loaderWarnings.map(\.code) == codes)
  }

  @Test func aDuplicateKeySaysWhereTheFirstIs() {
    let warning = load("a: 1\nb: 2\na: 3").loaderWarnings.first
    #expect(warning?.range == 10..<11)
    #expect(warning?.message.contains("line 1") == true)
  }
}
