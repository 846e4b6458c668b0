import Analysis

/// The answer of `policylens check --format sarif`: SARIF 2.1.0 (OASIS), which code scanning services read.
struct SarifReport: Encodable, Sendable {
  struct Message: Encodable, Sendable {
    let text: String
  }

  struct Rule: Encodable, Sendable {
    let id: String
  }

  struct Driver: Encodable, Sendable {
    let name = "policylens"
    let version = policylensVersion
    let rules: [Rule]

    enum CodingKeys: CodingKey { case name, version, rules }
  }

  struct Tool: Encodable, Sendable {
    let driver: Driver
  }

  struct ArtifactLocation: Encodable, Sendable {
    let uri: String
  }

  struct Region: Encodable, Sendable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  struct PhysicalLocation: Encodable, Sendable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct Location: Encodable, Sendable {
    let physicalLocation: PhysicalLocation
    var message: Message?
  }

  struct Result: Encodable, Sendable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
  }

  struct Run: Encodable, Sendable {
    let tool: Tool
    let columnKind = "utf16CodeUnits"
    let results: [Result]

    enum CodingKeys: CodingKey { case tool, columnKind, results }
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ files: [CheckedFile]) {
    let problems = files.flatMap(\.problems)
    let used = Set(problems.map(\.diagnostic.code))
    let codes = DiagnosticCode.allCases.filter(used.contains)
    let results = problems.map { problem in
      Result(
        ruleId: problem.diagnostic.code.rawValue,
        ruleIndex: codes.firstIndex(of: problem.diagnostic.code) ?? -1,
        level: problem.diagnostic.severity.sarifLevel, message: Message(text: problem.diagnostic.message),
        locations: [Location(problem.place)],
        relatedLocations: problem.related.map { related in
          var location = Location(related.place)
          location.message = Message(text: related.message)
          return location
        })
    }
    let driver = Driver(rules: codes.map { Rule(id: $0.rawValue) })
    runs = [Run(tool: Tool(driver: driver), results: results)]
  }
}

extension SarifReport.Location {
  fileprivate init(_ place: CheckedFile.Place) {
    let (start, end) = (place.start, place.end)
    physicalLocation = SarifReport.PhysicalLocation(
      artifactLocation: SarifReport.ArtifactLocation(uri: place.path.asURIReference),
      region: SarifReport.Region(
        startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1,
        endColumn: end.character + 1))
    message = nil
  }
}

extension Diagnostic.Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}

extension String {
  /// A path as a URI reference (RFC 3986): a `file:` URI if it is absolute.
  fileprivate var asURIReference: String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var text = hasPrefix("/") ? "file://" : ""
    for byte in utf8 {
      if unreserved.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
