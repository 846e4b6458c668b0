import Synchronization
import YAML

/// The shared Python modules of a repository, by the name that detections import them under.
///
/// A helper is imported by the `GlobalID` of its YAML file, whatever its file is called (PAT 1.11.1). The
/// `global_helpers` folder is looked at first; the rest of the repository only for a name not found there.
package final class HelperModules: Sendable {
  private let root: FilePath
  private let files: any FileSource
  private let nearby = Mutex<[String: FilePath]?>(nil)
  private let everywhere = Mutex<[String: FilePath]?>(nil)

  package init(root: FilePath, files: any FileSource) {
    self.root = root
    self.files = files
  }

  /// The Python file of the helper that is imported as `name`.
  package func file(importedAs name: String) -> FilePath? {
    modules(nearby, below: root.appending("global_helpers"))[name] ?? modules(everywhere, below: root)[name]
  }

  private func modules(_ cache: borrowing Mutex<[String: FilePath]?>, below folder: FilePath)
    -> [String: FilePath]
  {
    cache.withLock { cached in
      if let cached { return cached }
      let found = HelperModules.search(folder, in: files)
      cached = found
      return found
    }
  }

  private static func search(_ folder: FilePath, in files: any FileSource) -> [String: FilePath] {
    var modules: [String: FilePath] = [:]
    for file in DetectionSearch.yamlFiles(below: folder, in: files) {
      guard let source = files.contents(of: file), source.contains("GlobalID"),
        let helper = Classification(YAMLTree(parsing: source, dialect: .pantherLoader)).detection,
        helper.type == .global,
        let id = helper.id?.value, let filename = helper.filename?.value
      else { continue }
      modules[id] = file.folder.appending(filename)
    }
    return modules
  }
}
