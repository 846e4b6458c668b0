package import Detections
import SourceText

extension Snapshot {
  /// A YAML file with the indentation that it has lost, as far as its schema says where lines belong.
  ///
  /// Whether it is a detection, its `AnalysisType` line alone says: what was copied from a web page can't be
  /// read as YAML until this is done.
  package func restoringIndentation(of file: FilePath) -> IndentationOutcome? {
    guard !isPython(file), let source = source(of: file), DetectionSearch.mayDefineItem(source)
    else { return nil }
    return memory.restorations.answer(for: file) { IndentationOutcome(restoring: source) }
  }

  /// The action *Restore indentation*, offered anywhere in a file that has lost it. It mends those
  /// of `findings` that are about the file's structure.
  func indentationAction(mending findings: [Finding], in file: FilePath) -> CodeAction? {
    guard case .restored(let restoration)? = restoringIndentation(of: file) else { return nil }
    let guesses = restoration.guessedLines.count
    return CodeAction(
      title: "Restore indentation"
        + (guesses == 0 ? "" : guesses == 1 ? " (1 line is a guess)" : " (\(guesses) lines are guesses)"),
      edits: restoration.edits,
      diagnostics: findings.map(\.diagnostic).filter(\.code.isAboutStructure),
      isPreferred: false)
  }
}

extension DiagnosticCode {
  /// Whether lost indentation can be the reason of what is reported.
  fileprivate var isAboutStructure: Bool {
    switch self {
    case .yamlSyntax, .yamlLoader, .yamlDuplicateKey, .keyUnknown, .keyMissing, .valueType, .valueNotAllowed,
      .valueTooShort:
      true
    default: false
    }
  }
}
