import Analysis
import Detections
import Foundation
import Sandbox
import SourceText
import TestSupport
import Testing

/// A policy's Python and a resource, with what an author must be told about the test: line by line, then the fields
/// that were read beyond those. Expectations follow from reading the code.
private struct Explained: Sendable, CustomTestStringConvertible {
  let python: String
  let resource: String
  let reasons: [String]
  let otherFields: [String]

  init(_ python: String, _ resource: String, _ reasons: [String], otherFields: [String] = []) {
    self.python = python
    self.resource = resource
    self.reasons = reasons
    self.otherFields = otherFields
  }

  var testDescription: String { python }
}

private let loop = """
  def policy(resource):
      for rule in resource["Rules"]:
          if rule["Port"] == 80:
              continue
          if rule["Open"]:
              return False
      return True
  """

private let explained: [Explained] = [
  Explained(
    "def policy(resource):\n    if not resource.get('InUseBy'):\n        return True\n    return False",
    "{InUseBy: null}", ["2: not resource.get('InUseBy') is true: InUseBy is null", "3: return True"]),
  Explained(
    "def policy(resource):\n    if not bool(resource['InUseBy']):\n        return True\n    return False",
    "{InUseBy: [x]}", [#"2: not bool(resource['InUseBy']) is false: InUseBy is ["x"]"#, "4: return False"]),
  // Without a part the author still learns which one.
  Explained(
    "def policy(resource):\n    return resource.get('Status') == 'ISSUED'", "{}",
    ["2: return resource.get('Status') == 'ISSUED' gives false: Status is absent"]),
  // Operands that were not evaluated are not shown; the last one's truth nobody asked for.
  Explained(
    "def policy(resource):\n    return resource['A'] and resource['B'] and resource['C']",
    "{A: 1, B: 0, C: 3}",
    ["2: return resource['A'] and resource['B'] and resource['C'] gives 0: A is 1, B is 0"]),
  Explained(
    "def policy(resource):\n    return not resource['A'] or resource['B']", "{A: 1, B: true}",
    ["2: return not resource['A'] or resource['B'] gives true: A is 1, B is true"]),
  Explained(
    "def policy(resource):\n    a = resource['A']\n    b = resource['B']\n    return bool(a and b)",
    "{A: 1, B: ''}", ["4: return bool(a and b) gives false: a is 1, b is false"],
    otherFields: ["A is 1", #"B is """#]),
  Explained(
    "def policy(resource):\n    tags = resource.get('Tags') or {}\n    return 'owner' in tags",
    "{Tags: {x: y}}",
    [#"3: return 'owner' in tags gives false: tags is {"x": "y"}"#], otherFields: ["Tags.owner is absent"]),
  // A `return` inside a loop was decided in its last round.
  Explained(
    loop, "{Rules: [{Port: 22, Open: false}, {Port: 80, Open: true}, {Port: 443, Open: true}]}",
    [
      #"3: rule["Port"] == 80 is false the last of 3 times: Rules[2].Port is 443"#,
      #"5: rule["Open"] is true the 2nd time: Rules[2].Open is true"#, "6: return False",
    ]),
  // A loop that ran out: what the last round did not come to has no values to show.
  Explained(
    loop, "{Rules: [{Port: 22, Open: false}, {Port: 80, Open: true}]}",
    [
      #"3: rule["Port"] == 80 is true the 2nd time: Rules[1].Port is 80"#, #"5: rule["Open"] is false"#,
      "7: return True",
    ], otherFields: ["Rules[0].Open is false"]),
  Explained(
    "def policy(resource):\n    return any(r['Open'] and r['Port'] == 22 for r in resource['Rules'])",
    "{Rules: [{Port: 80, Open: true}, {Port: 22, Open: true}]}",
    [
      "2: r['Open'] and r['Port'] == 22 is true: Rules[1].Open is true, Rules[1].Port is 22",
      "2: return any(r['Open'] and r['Port'] == 22 for r in resource['Rules']) gives true: r is Rules[1]",
    ]),
  Explained(
    "def policy(resource):\n    return all(n < 5 for n in resource['Sizes'])", "{Sizes: [1, 2, 3]}",
    [
      "2: n < 5 is true all 3 times: n is 3",
      "2: return all(n < 5 for n in resource['Sizes']) gives true: true for all 3 items",
    ], otherFields: ["Sizes[2] is 3"]),
  Explained(
    "def policy(resource):\n    match resource['Size']:\n        case 1:\n            return True\n        case _:\n            return False",
    "{Size: 5}", ["5: case _ matches: Size is 5", "6: return False"]),
  Explained(
    "def policy(resource):\n    if resource['Open']:\n        return resource['Port'] > 1\n    return True",
    "{Open: true}",
    ["2: resource['Open'] is true: Open is true", "3: resource['Port'] raised KeyError: 'Port'"],
    otherFields: ["Port is absent"]),
  Explained(
    """
    def is_open(rule):
        if rule["Port"] == 80:
            return False
        return rule["Open"]

    def policy(resource):
        return not is_open(resource["Rule"])
    """, "{Rule: {Port: 22, Open: true}}",
    [
      #"7: return not is_open(resource["Rule"]) gives false: is_open(resource["Rule"]) is True"#,
      #"is_open 2: rule["Port"] == 80 is false: Rule.Port is 22"#,
      #"is_open 4: return rule["Open"] gives true: Rule.Open is true"#,
    ]),
  // Helpers of other modules are not gone into; what they read is.
  Explained(
    "from lookups import deep_get\ndef policy(resource):\n    return deep_get(resource, 'Config', 'Mode') == 'Active'",
    "{Config: {Mode: Passive}}",
    [#"3: return deep_get(resource, 'Config', 'Mode') == 'Active' gives false: Config.Mode is "Passive""#]),
  // Code of several lines is told in one, long values are cut.
  Explained(
    "def policy(resource):\n    return all(\n        [\n            resource['A'],\n            resource['B'],\n        ]\n    )",
    "{A: 1, B: 0}", ["2: return all([resource['A'], resource['B']]) gives false: the item is 0"],
    otherFields: ["A is 1", "B is 0"]),
  Explained(
    "def policy(resource):\n    return resource['Arn'] == 'x'",
    "{Arn: \(String(repeating: "a", count: 100))}",
    ["2: return resource['Arn'] == 'x' gives false: Arn is \"\(String(repeating: "a", count: 77))…\""]),
]

@Suite struct ReasonTests {
  @Test(arguments: explained)
  private func reasonsAreToldInTheWordsOfTheCode(_ row: Explained) throws {
    let repository = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: only
            ExpectedResult: true
            Resource: \(row.resource)
        """))
      #- p.py
      \(row.python)
      #- global_helpers/lookups.yml
      AnalysisType: global
      GlobalID: lookups
      Filename: lookups.py
      #- global_helpers/lookups.py
      def deep_get(value, *keys):
          for key in keys:
              value = value.get(key)
          return value
      """)
    let result = try #require(repository.snapshot.liveResults(in: repository.file)?.tests.first)
    let reasons = try #require(repository.snapshot.reasons(of: result, in: repository.file))
    func line(_ reason: Reason) -> String { "\(reason.location.line): \(reason.sentence(.plain))" }
    let called = reasons.called.flatMap { called in called.reasons.map { "\(called.function) \(line($0))" } }
    #expect(reasons.main.map(line) + called == row.reasons)
    #expect(reasons.otherFields.map { $0.clause(.plain) } == row.otherFields)
  }
}

/// The ACM policy of the examples: what the hovers over its expectations say.
@Suite struct CertificateExplanationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples/policies/aws_acm_policies").path
  private let yaml = FilePath(folder + "/aws_acm_certificate_valid.yml")
  private let python = FilePath(folder + "/aws_acm_certificate_valid.py")
  private let snapshot = Workspace(files: DiskFiles()).snapshot(interrupt: Interrupt())

  private static let inUse =
    #"- line 3: `not resource.get("InUseBy")` is **false**: `InUseBy` is `["arn:aws:cloudfront::123456789012:distribution/E12KXPQHVLSYVC"]`"#

  @Test func eachExpectationTellsWhatDecided() throws {
    let source = try #require(snapshot.source(of: yaml))
    let detection = try #require(snapshot.detection(in: yaml))
    let hovers = detection.tests.compactMap { test in
      test.expectedResult.flatMap { snapshot.hover(at: $0.range.lowerBound, in: yaml) }?.markdown
    }
    #expect(source.count > 0)
    #expect(
      hovers == [
        """
        ✓ Passed: `policy` returned `false`, as expected.

        \(Self.inUse)
        - line 6: `return resource.get("Status") == "ISSUED"` gives **false**: `Status` is `"PENDING_VALIDATION"`
        """,
        """
        ✓ Passed: `policy` returned `false`, as expected.

        \(Self.inUse)
        - line 6: `return resource.get("Status") == "ISSUED"` gives **false**: `Status` is `"FAILED"`
        """,
        """
        ✓ Passed: `policy` returned `true`, as expected.

        \(Self.inUse)
        - line 6: `return resource.get("Status") == "ISSUED"` gives **true**: `Status` is `"ISSUED"`
        """,
        """
        ✓ Passed: `policy` returned `true`, as expected.

        - line 3: `not resource.get("InUseBy")` is **true**: `InUseBy` is `null`
        - line 4: `return True`
        """,
      ])
  }

  @Test func linksLeadToTheLines() throws {
    let detection = try #require(snapshot.detection(in: yaml))
    let range = try #require(detection.tests.last?.expectedResult?.range)
    let links = PlaceLinks { "\($0.file.name)#L\($0.line)" }
    let hover = try #require(snapshot.hover(at: range.lowerBound, in: yaml, links: links))
    #expect(hover.markdown.hasSuffix("- [line 4](aws_acm_certificate_valid.py#L4): `return True`"))
  }

  @Test func thePythonSideShowsWhereTestsEndAndWhatTheyRead() throws {
    let source = try #require(snapshot.source(of: python))
    #expect(
      snapshot.inlayHints(in: python, range: 0..<source.count).map(\.label) == ["← 1 test", "← 3 tests"])
    #expect(snapshot.codeLenses(in: python).map(\.title) == ["▶ Run: 4 tests: 4 passed"])
    #expect(snapshot.diagnostics(in: python).isEmpty)
    let status = try #require(source.string.range(of: "\"Status\""))
    let offset = source.string.utf8.distance(from: source.string.startIndex, to: status.lowerBound)
    let hover = try #require(snapshot.hover(at: offset + 1, in: python))
    #expect(source[hover.range] == "\"Status\"")
    #expect(hover.markdown.hasPrefix("**Status**"))
    #expect(
      hover.markdown.hasSuffix(
        """
        Field of `AWS.ACM.Certificate`

        In the tests:

        - `"PENDING_VALIDATION"`: Certificate renewal pending validation
        - `"FAILED"`: Certificate renewal failed
        - `"ISSUED"`: Certificate has been issued
        """))
  }
}
