/// Finds the repository that a folder belongs to.
package enum RepositoryRoot {
  /// What marks a folder as the root of a detections repository.
  private static let markers: Set<String> = [".git", ".git/", ".panther_settings.yml", "global_helpers/"]

  /// The nearest of `folder` and the folders above it that has a marker; `folder` itself when none has.
  package static func of(_ folder: FilePath, in files: any FileSource) -> FilePath {
    var candidate = folder
    while true {
      if files.names(in: candidate).contains(where: markers.contains) { return candidate }
      let parent = candidate.folder
      if parent == candidate { return folder }
      candidate = parent
    }
  }
}
