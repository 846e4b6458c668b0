import Detections
import SourceText
import Synchronization

/// A made-up disk, which a test can change.
final class MemoryFiles: FileSource {
  private let files: Mutex<[FilePath: SourceText]>

  init(_ files: [String: String]) {
    self.files = Mutex(
      Dictionary(uniqueKeysWithValues: files.map { (FilePath($0.key), SourceText($0.value)) }))
  }

  func write(_ text: String?, to path: String) {
    files.withLock { $0[FilePath(path)] = text.map { SourceText($0) } }
  }

  func contents(of path: FilePath) -> SourceText? { files.withLock { $0[path] } }

  func names(in folder: FilePath) -> [String] {
    let prefix = folder.string == "/" ? "/" : folder.string + "/"
    let names = files.withLock { $0.keys.map(\.string) }.compactMap { path -> String? in
      guard path.hasPrefix(prefix) else { return nil }
      let rest = path.dropFirst(prefix.count)
      guard let slash = rest.firstIndex(of: "/") else { return String(rest) }
      return String(rest[...slash])
    }
    return Set(names).sorted()
  }
}

/// The smallest policy with two tests, as the tests here open and edit it.
enum SmallPolicy {
  static let uri = "file:///repo/policies/small.yml"
  static let pythonURI = "file:///repo/policies/small.py"
  static let path = "/repo/policies/small.yml"
  static let pythonPath = "/repo/policies/small.py"

  /// Its tests stand in lines 9 to 14; the expectations in lines 10 and 13.
  static let yaml = """
    AnalysisType: policy
    Filename: small.py
    PolicyID: Small
    Enabled: true
    ResourceTypes:
      - AWS.ACM.Certificate
    Severity: High
    Description: Small
    Tests:
      - Name: issued
        ExpectedResult: true
        Resource: { "Status": "ISSUED" }
      - Name: failed
        ExpectedResult: false
        Resource: { "Status": "FAILED" }

    """

  static let python = """
    def policy(resource):
        return resource.get("Status") == "ISSUED"

    """

  /// Makes `policy` give the opposite: replaces `==`.
  static let inverted = edit(line: 1, 34..<36, "!=")
  static let restored = edit(line: 1, 34..<36, "==")

  static func files() -> MemoryFiles { MemoryFiles([path: yaml, pythonPath: python]) }
}
