import Analysis
import Detections
import Sandbox
import SourceText

/// Reads the catalogue and the schemas before the first document needs them.
///
/// They are loaded once per process, on first use. A small policy of its own is analysed in a workspace of its
/// own, beside the session, so that an author's first policy finds everything ready.
enum WarmUp {
  static func start() {
    _ = WorkerThread(stackSize: 16 << 20) {
      let policy = FilePath("/policylens/example.yml")
      let python = FilePath("/policylens/example.py")
      let files = OverlaidFiles(
        [policy: SourceText(policyText), python: SourceText(pythonText)], over: NoFiles())
      let snapshot = Workspace(files: files).snapshot(interrupt: Interrupt())
      _ = snapshot.diagnostics(in: policy)
    }
  }

  private static let policyText = """
    AnalysisType: policy
    Enabled: true
    Filename: example.py
    PolicyID: Example
    ResourceTypes:
      - AWS.ACM.Certificate
    Reports:
      MITRE ATT&CK:
        - TA0042:T1588
    Severity: High
    Tests:
      - Name: Example
        ExpectedResult: true
        Resource: { "Status": "ISSUED", }

    """

  private static let pythonText = """
    def policy(resource):
        return resource.get("Status") == "ISSUED"

    """

  private struct NoFiles: FileSource {
    func contents(of path: FilePath) -> SourceText? { nil }
    func names(in folder: FilePath) -> [String] { [] }
  }
}
