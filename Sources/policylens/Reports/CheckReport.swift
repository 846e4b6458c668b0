import SourceText

/// The answer of `policylens check --format json`: positions as in LSP, zero-based and in UTF-16.
struct CheckReport: Encodable, Sendable {
  struct Position: Encodable, Sendable {
    let line: Int
    let character: Int
  }

  struct Range: Encodable, Sendable {
    let start: Position
    let end: Position
  }

  struct Related: Encodable, Sendable {
    let path: String
    let range: Range
    let message: String
  }

  struct Entry: Encodable, Sendable {
    let path: String
    let range: Range
    let severity: String
    let code: String
    let message: String
    let related: [Related]
  }

  let version = 1
  let diagnostics: [Entry]

  enum CodingKeys: CodingKey { case version, diagnostics }

  init(_ files: [CheckedFile]) {
    diagnostics = files.flatMap(\.problems).map { problem in
      Entry(
        path: problem.place.path, range: Range(problem.place), severity: problem.diagnostic.severity.rawValue,
        code: problem.diagnostic.code.rawValue, message: problem.diagnostic.message,
        related: problem.related.map {
          Related(path: $0.place.path, range: Range($0.place), message: $0.message)
        })
    }
  }
}

extension CheckReport.Range {
  init(_ place: CheckedFile.Place) {
    start = CheckReport.Position(line: place.start.line, character: place.start.character)
    end = CheckReport.Position(line: place.end.line, character: place.end.character)
  }
}
