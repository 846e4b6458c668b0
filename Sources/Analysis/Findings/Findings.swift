import Detections
import SourceText

extension Snapshot {
  /// Everything wrong with a file, in the order of its text. Without evaluation only what can be told from
  /// the texts themselves, which is also what PAT checks before it runs a test.
  func findings(in file: FilePath, evaluating: Bool = true) -> [Finding] {
    guard evaluating else { return makeFindings(in: file, evaluating: false) }
    return memory.findings.answer(for: file, isWhole: { !interrupt.isInterrupted }) {
      makeFindings(in: file, evaluating: true)
    }
  }

  private func makeFindings(in file: FilePath, evaluating: Bool) -> [Finding] {
    guard let source = source(of: file) else { return [] }
    var findings = fileFindings(source)
    if source.count <= Snapshot.maximumSize {
      findings +=
        isPython(file)
        ? pythonFindings(in: file, evaluating: evaluating) : yamlFindings(in: file, evaluating: evaluating)
    }
    return findings.enumerated().sorted { left, right in
      (left.element.diagnostic.range.lowerBound, left.offset)
        < (right.element.diagnostic.range.lowerBound, right.offset)
    }.map(\.element)
  }

  private func fileFindings(_ source: SourceText) -> [Finding] {
    if source.count > Snapshot.maximumSize {
      let limit = Snapshot.maximumSize >> 20
      return [
        Finding(
          Diagnostic(
            .fileTooLarge, .error, at: 0..<0,
            "This file is larger than \(limit) MiB and is not analysed. Split it into several detections."))
      ]
    }
    if let offset = source.firstInvalidUTF8Offset {
      return [
        Finding(
          Diagnostic(
            .fileEncoding, .error, at: offset..<offset + 1,
            "This byte is not valid UTF-8. Save the file as UTF-8."))
      ]
    }
    return []
  }
}
