import Analysis
import Detections
import SourceText
import Testing

/// Which files are formatted, and what becomes of the others. How, the YAML layer's tests say.
@Suite struct FormattingTests {
  static let documents: [(text: String, formatted: String?)] = [
    ("AnalysisType:   policy\nTags: [a]\n", "AnalysisType: policy\nTags: [a]\n"),
    ("AnalysisType:   unheard_of\n", "AnalysisType: unheard_of\n"),
    ("a:   1\n", nil),
    ("# AnalysisType\na:   1\n", nil),
    ("AnalysisType:   policy\nTags: [a\n", nil),
    ("AnalysisType: \"policy\n", nil),
    ("", nil),
  ]

  @Test(arguments: documents)
  func onlyPantherItemsWithoutErrorsAreFormatted(text: String, formatted: String?) {
    let repository = Repository("#- p.yml\n" + text)
    let source = repository.snapshot.source(of: repository.file)
    let edits = repository.snapshot.formatting(of: repository.file)
    #expect(edits.flatMap { source?.applying($0).string } == formatted)
  }

  @Test func pythonIsNotFormatted() {
    let repository = Repository("#- p.py\nAnalysisType:   int\n")
    #expect(repository.snapshot.formatting(of: repository.file) == nil)
    #expect(repository.snapshot.formatting(of: repository.file, inLinesOf: 0..<1) == nil)
  }

  @Test func linesAreFormattedWhileOthersHaveErrors() {
    let repository = Repository("#- p.yml\nAnalysisType:   policy\nTags: [a\nSeverity:  Low\n")
    let edits = repository.snapshot.formatting(of: repository.file, inLinesOf: 0..<3)
    #expect(edits == [TextEdit(range: 14..<16, replacement: "")])
  }

  @Test func aTextOnItsOwnSaysWhyItIsNotFormatted() {
    let formatter = DetectionFormatter(sortsKeys: true)
    if case .formatted(let text) = formatter.format(SourceText("Severity: Low\nAnalysisType: policy\n")) {
      #expect(text.string == "AnalysisType: policy\nSeverity: Low\n")
    } else {
      Issue.record("not formatted")
    }
    if case .otherFile = formatter.format(SourceText("a:   1\n")) {} else { Issue.record("formatted") }
    guard case .refused(.syntax(let error)) = formatter.format(SourceText("AnalysisType: [\n")) else {
      Issue.record("not refused")
      return
    }
    #expect(error.range == 14..<15)
  }
}
