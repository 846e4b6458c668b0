import Catalog
import Detections
import Evaluation
import Python
import Sandbox
import SourceText
import Synchronization
import YAML

/// A YAML file and what it says.
struct YAMLFile: Sendable {
  let path: FilePath
  let source: SourceText
  let tree: YAMLTree
  let classification: Classification
  /// Whether a node may stand for another, so that one part of the text can mean more than it shows.
  let hasAliases: Bool

  init(path: FilePath, source: SourceText) {
    self.path = path
    self.source = source
    tree = YAMLTree(parsing: source, dialect: .pantherLoader)
    classification = Classification(tree)
    hasAliases = tree.hasAliases
  }

  var detection: Detection? { classification.detection }
}

/// What was derived from files, each entry with the text it was derived from.
///
/// Shared by all snapshots of a workspace: an entry is used only if its text equals the snapshot's, so a
/// snapshot of any age gets right answers from it.
final class DerivedFiles: Sendable {
  private struct Contents {
    var yaml: [FilePath: YAMLFile] = [:]
    var python: [FilePath: PythonModule] = [:]
    /// The last version of a Python file that had no syntax error.
    var wholePython: [FilePath: PythonModule] = [:]
    var code: [FilePath: ModuleCode] = [:]
    var evaluations: [FilePath: CachedEvaluation] = [:]
    var roots: [FilePath: FilePath] = [:]
    var helpers: [FilePath: HelperModules] = [:]
  }

  private let contents = Mutex(Contents())

  func yaml(_ path: FilePath, _ source: SourceText) -> YAMLFile {
    if let known = contents.withLock({ $0.yaml[path] }), known.source == source { return known }
    let file = YAMLFile(path: path, source: source)
    contents.withLock { $0.yaml[path] = file }
    return file
  }

  func python(_ path: FilePath, _ source: SourceText) -> PythonModule {
    if let known = contents.withLock({ $0.python[path] }), known.source == source { return known }
    let module = PythonModule(parsing: source)
    contents.withLock { contents in
      contents.python[path] = module
      if module.errors.isEmpty { contents.wholePython[path] = module }
    }
    return module
  }

  /// A Python file's code, which every run of it shares. Two threads that ask for the first time at once may both
  /// lower it.
  func code(_ path: FilePath, _ module: PythonModule) -> ModuleCode {
    if let known = contents.withLock({ $0.code[path] }), known.module.source == module.source { return known }
    let code = ModuleCode(module)
    contents.withLock { $0.code[path] = code }
    return code
  }

  func lastWholePython(_ path: FilePath) -> PythonModule? {
    contents.withLock { $0.wholePython[path] }
  }

  func evaluation(_ path: FilePath) -> CachedEvaluation? {
    contents.withLock { $0.evaluations[path] }
  }

  func keep(_ evaluation: CachedEvaluation, for path: FilePath) {
    contents.withLock { $0.evaluations[path] = evaluation }
  }

  /// The repository of files in `folder`, as `files` shows it.
  func root(ofFilesIn folder: FilePath, _ files: any FileSource) -> FilePath {
    if let known = contents.withLock({ $0.roots[folder] }) { return known }
    let root = RepositoryRoot.of(folder, in: files)
    contents.withLock { $0.roots[folder] = root }
    return root
  }

  func helpers(in root: FilePath, _ files: any FileSource) -> HelperModules {
    contents.withLock { contents in
      if let known = contents.helpers[root] { return known }
      let helpers = HelperModules(root: root, files: files)
      contents.helpers[root] = helpers
      return helpers
    }
  }

  /// Which files exist may have changed.
  func forgetRepositories() {
    contents.withLock { contents in
      contents.roots = [:]
      contents.helpers = [:]
    }
  }

  func forget(_ path: FilePath) {
    contents.withLock { contents in
      contents.yaml[path] = nil
      contents.python[path] = nil
      contents.wholePython[path] = nil
      contents.code[path] = nil
      contents.evaluations[path] = nil
    }
  }
}

/// The results of a detection's tests, with every text that they depend on.
struct CachedEvaluation: Sendable {
  let key: EvaluationKey
  let results: DetectionResult
}

/// Everything a run of tests reads. Two runs with equal keys give equal results.
struct EvaluationKey: Sendable, Equatable {
  /// The detection's ID (the module's name) and type.
  let id: String?
  let type: AnalysisType
  /// The bytes of `Tests`, or of the whole file when `Tests` refers to other parts by aliases.
  let tests: ArraySlice<UInt8>
  let main: SourceText
}
