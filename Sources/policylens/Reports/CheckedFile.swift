import Analysis
import Detections
import SourceText

/// The diagnostics of one file, with the texts that give their ranges lines and columns.
struct CheckedFile: Sendable {
  struct Place: Sendable {
    let path: String
    let source: SourceText
    let range: ByteRange
  }

  struct Related: Sendable {
    let place: Place
    let message: String
  }

  struct Problem: Sendable {
    let diagnostic: Diagnostic
    let place: Place
    let related: [Related]
  }

  let file: FilePath
  let path: String
  let problems: [Problem]
}

extension CheckedFile {
  /// `nil` for a file that can't be read.
  init?(_ file: FilePath, _ paths: ShownPaths, in snapshot: Snapshot, withTests: Bool) {
    guard let source = snapshot.source(of: file) else { return nil }
    self.file = file
    path = paths.text(file)
    let place = { (range: ByteRange) in Place(path: paths.text(file), source: source, range: range) }
    problems = snapshot.diagnostics(in: file).filter { withTests || !$0.code.isAboutTests }.map {
      diagnostic in
      Problem(
        diagnostic: diagnostic, place: place(diagnostic.range),
        related: diagnostic.related.compactMap { related in
          snapshot.source(of: related.location.file).map {
            let path = paths.text(related.location.file)
            return Related(
              place: Place(path: path, source: $0, range: related.location.range), message: related.message)
          }
        })
    }
  }
}

extension CheckedFile.Place {
  var start: ProtocolPosition { source.position(of: range.lowerBound, encoding: .utf16) }
  var end: ProtocolPosition { source.position(of: range.upperBound, encoding: .utf16) }

  /// `path:line:column`, one-based, the column in characters as editors count them.
  var text: String {
    let start = source.position(of: range.lowerBound, encoding: .utf32)
    return "\(path):\(start.line + 1):\(start.character + 1)"
  }
}

extension DiagnosticCode {
  /// Whether a test had to be run to know it.
  fileprivate var isAboutTests: Bool {
    switch self {
    case .testFailed, .testErrored, .testUnsupported, .pythonImportFailed: true
    default: false
    }
  }
}
