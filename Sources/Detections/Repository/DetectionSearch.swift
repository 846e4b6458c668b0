package import SourceText

/// Finds the YAML files below a folder that define Panther items.
package enum DetectionSearch {
  /// Files that PAT 1.11.1 never reads.
  private static let ignoredNames: Set<String> = ["__pycache__/", "dependabot.yml"]
  /// No checkout nests so deep; a loop of links would.
  private static let maximumDepth = 64

  /// Every `*.yml` and `*.yaml` file below `folder`, in the order of their paths. Hidden files and folders
  /// are left out, as in PAT.
  package static func yamlFiles(below folder: FilePath, in files: any FileSource) -> [FilePath] {
    var found: [FilePath] = []
    collect(folder, depth: 0, in: files, into: &found)
    return found
  }

  /// Whether the text may define a Panther item: a cheap test before parsing.
  package static func mayDefineItem(_ source: SourceText) -> Bool {
    source.contains("AnalysisType")
  }

  private static func collect(
    _ folder: FilePath, depth: Int, in files: any FileSource, into found: inout [FilePath]
  ) {
    guard depth < maximumDepth else { return }
    for name in files.names(in: folder) where !name.hasPrefix(".") && !ignoredNames.contains(name) {
      if name.hasSuffix("/") {
        collect(folder.appending(String(name.dropLast())), depth: depth + 1, in: files, into: &found)
      } else if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
        found.append(folder.appending(name))
      }
    }
  }
}
