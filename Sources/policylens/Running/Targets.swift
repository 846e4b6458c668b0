import Analysis
import Detections
import FoundationEssentials
import Glibc

/// A file to work on.
struct Target: Sendable {
  let file: FilePath
  let paths: ShownPaths

  var path: String { paths.text(file) }
}

/// Finds the files that a command's PATHs stand for.
struct Targets {
  let snapshot: Snapshot

  /// The files in the order of the arguments, those of a folder in the order of their paths; each once. A
  /// Python file stands for the detections beside it that name it, or for itself if there are none.
  func find(_ arguments: [String]) throws(CommandFailure) -> [Target] {
    var targets: [Target] = []
    var seen: Set<FilePath> = []
    for argument in arguments {
      let paths = ShownPaths(for: argument)
      let file = ShownPaths.file(argument)
      let found: [FilePath]
      switch kind(of: file) {
      case .folder: found = detections(below: file)
      case .file where file.name.hasSuffix(".py"): found = owners(of: file)
      case .file: found = [file]
      case .absent: throw CommandFailure(message: "\(argument): no such file or folder")
      }
      targets += found.filter { seen.insert($0).inserted }.map { Target(file: $0, paths: paths) }
    }
    guard !targets.isEmpty else {
      let list = arguments.joined(separator: ", ")
      throw CommandFailure(
        message: "\(list): no detections here (no *.yml or *.yaml file has an AnalysisType)")
    }
    return targets
  }

  private enum Kind { case file, folder, absent }

  private func kind(of path: FilePath) -> Kind {
    var status = stat()
    guard stat(path.string, &status) == 0 else { return .absent }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  private func detections(below folder: FilePath) -> [FilePath] {
    DetectionSearch.yamlFiles(below: folder, in: DiskFiles()).filter { file in
      guard let source = snapshot.source(of: file), DetectionSearch.mayDefineItem(source) else {
        return false
      }
      if snapshot.detection(in: file) != nil { return true }
      // What has an unknown type or can't be read is worth a report too, what only mentions the word is not.
      return source.string.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("AnalysisType:") }
    }
  }

  private func owners(of python: FilePath) -> [FilePath] {
    let neighbours = DiskFiles().names(in: python.folder).filter {
      $0.hasSuffix(".yml") || $0.hasSuffix(".yaml")
    }
    let owners = neighbours.map(python.folder.appending).filter { snapshot.pythonFile(of: $0) == python }
    return owners.isEmpty ? [python] : owners
  }
}
