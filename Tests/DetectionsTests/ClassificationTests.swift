import Detections
import SourceText
import Testing
import YAML

@Suite struct ClassificationTests {
  @Test(arguments: [
    ("AnalysisType: policy\n", "policy"),
    ("AnalysisType: scheduled_rule\n", "scheduled_rule"),
    ("AnalysisType: Policy\n", "unknown type Policy"),
    ("AnalysisType: 5\n", "unknown type 5"),
    ("AnalysisType:\n", "unknown type "),
    ("Type: policy\n", "other"),
    ("- AnalysisType\n", "other"),
    ("", "other"),
    ("# AnalysisType: policy\n", "other"),
  ])
  func itemsAreToldByTheirAnalysisTypeAlone(text: String, expected: String) {
    let found =
      switch Classification(YAMLTree(parsing: SourceText(text))) {
      case .other: "other"
      case .unknownType(let node): "unknown type \(node.scalarText)"
      case .detection(let detection): detection.type.rawValue
      }
    #expect(found == expected)
  }
}
