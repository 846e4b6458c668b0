import Analysis
import Detections
import Sandbox
import SourceText
import TestSupport
import Testing

/// Files that exist in memory only.
struct MemoryFiles: FileSource {
  var files: [FilePath: SourceText]

  func contents(of path: FilePath) -> SourceText? { files[path] }

  func names(in folder: FilePath) -> [String] {
    let prefix = folder.string == "/" ? "/" : folder.string + "/"
    let names = files.keys.filter { $0.string.hasPrefix(prefix) }.map { file -> String in
      let rest = file.string.dropFirst(prefix.count)
      return rest.firstIndex(of: "/").map { String(rest[...$0]) } ?? String(rest)
    }
    return Array(Set(names)).sorted()
  }
}

/// A fixture as a snapshot to ask.
struct Repository {
  let fixture: Fixture
  let snapshot: Snapshot

  init(_ text: String) {
    fixture = Fixture(text)
    let files = fixture.files.map { (FilePath($0.path), $0.source) }
    snapshot = Workspace(files: MemoryFiles(files: Dictionary(files) { $1 })).snapshot(interrupt: Interrupt())
  }

  /// The first file of the fixture.
  var file: FilePath { FilePath(fixture.files.first?.path ?? "") }

  func marker(_ marker: Character) throws -> (file: FilePath, offset: Int) {
    let found = try #require(fixture.markers[marker])
    return (FilePath(found.path), found.offset)
  }
}

/// Checks that the files report what is underlined in them, and nothing else.
func expectDiagnostics(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  let repository = Repository(text)
  for file in repository.fixture.files {
    let diagnostics = repository.snapshot.diagnostics(in: FilePath(file.path))
    func line(_ range: ByteRange, _ severity: String, _ code: String, _ message: String) -> String {
      let place = file.source.lines.position(of: range.lowerBound)
      return "\(place.line + 1):\(place.column + 1)-\(max(range.count, 1)) \(severity) \(code) \(message)"
    }
    let found = diagnostics.map { diagnostic in
      let isUnworded = file.expectations.contains {
        $0.range.lowerBound == diagnostic.range.lowerBound && $0.code == diagnostic.code.rawValue
          && $0.message == nil
      }
      return line(
        diagnostic.range, diagnostic.severity.rawValue, diagnostic.code.rawValue,
        isUnworded ? "" : diagnostic.message)
    }
    let expected = file.expectations.map { line($0.range, $0.severity, $0.code, $0.message ?? "") }
    #expect(found.sorted() == expected.sorted(), "\(file.path)", sourceLocation: sourceLocation)
  }
}

/// A policy that complains about nothing, for tests to vary.
enum Samples {
  static let python = """
    #- p.py
    def policy(resource):
        return resource.get("Status") == "ISSUED"
    """

  static func policy(_ extra: String = "", tests: String = "") -> String {
    """
    #- p.yml
    AnalysisType: policy
    Filename: p.py
    PolicyID: Example
    Enabled: true
    Severity: Low
    \(extra.isEmpty ? "Description: Sample" : extra)
    \(tests.isEmpty ? "Tests: []" : tests)
    """
  }
}
