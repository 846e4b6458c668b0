package import Foundation

/// A copy of the example policies in a temporary folder, for a test to change. It goes when the object does.
package final class ExampleRepository: Sendable {
  package let folder: URL

  package init() throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Examples")
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("policylens-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: examples, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

  package func text(of path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  package func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: file(path))
  }
}
