import Detections
import SourceText
import Testing
import YAML

private let policy = """
  AnalysisType: policy
  Filename: p.py
  PolicyID: "Example.Policy"
  Severity: High
  ResourceTypes: [AWS.S3.Bucket, 5]
  Reports:
    MITRE ATT&CK:
      - TA0042:T1588
    CIS: [1.1]
  Tests:
    - Name: first
      ExpectedResult: false
      Resource: {a: 1}
      Mocks:
        - {objectName: lookup, returnValue: "x"}
        - returnValue: nameless
    - ExpectedResult: "true"
    - Name: third
      ExpectedResult: &yes true
      Log: {a: 1}
    - Name: fourth
      ExpectedResult: *yes
  """

@Suite struct DetectionDecodingTests {
  private let source = SourceText(policy)
  private let detection: Detection

  init() throws {
    detection = try #require(Classification(YAMLTree(parsing: source)).detection)
  }

  @Test func fieldsKeepTheirPlaces() throws {
    let id = try #require(detection.id)
    #expect(id.value == "Example.Policy")
    #expect(source[id.range] == "\"Example.Policy\"")
    #expect(detection.filename.map { source[$0.range] } == "p.py")
    #expect(detection.mitreMappings.map(\.value) == ["TA0042:T1588"])
    #expect(detection.mitreMappings.map { source[$0.range] } == ["TA0042:T1588"])
  }

  @Test func whatIsMistypedOrAbsentIsLeftOut() {
    #expect(detection.resourceTypes.map(\.value) == ["AWS.S3.Bucket"])
    #expect(detection.displayName == nil)
    #expect(detection.tests[1].name == nil)
    #expect(detection.tests[1].expectedResult == nil)
    #expect(detection.tests[1].displayName == "test 2")
  }

  @Test func testsAreReadInOrderWithTheirMocks() {
    #expect(detection.tests.map(\.displayName) == ["first", "test 2", "third", "fourth"])
    #expect(detection.tests.map { $0.expectedResult?.value } == [false, nil, true, true])
    #expect(detection.tests[0].mocks.map(\.objectName.value) == ["lookup"])
    #expect(detection.tests.map { $0.input?.key.scalarText } == ["Resource", nil, "Log", nil])
  }

  @Test func aBrokenTestLeavesItsSiblingsWhole() throws {
    let text = policy.replacing("Resource: {a: 1}", with: "Resource: {a: 1")
    let detection = try #require(Classification(YAMLTree(parsing: SourceText(text))).detection)
    #expect(detection.tests.map(\.displayName) == ["first", "test 2", "third", "fourth"])
  }
}
