import Foundation

/// The `policylens` binary that was built together with the running tests, which lies beside them.
/// `POLICYLENS` in the environment names another.
package enum BuiltBinary {
  package struct Missing: Error, CustomStringConvertible {
    let path: String

    package var description: String { "there is no \(path); `swift build` makes it" }
  }

  package static func path() throws -> String {
    let path = ProcessInfo.processInfo.environment["POLICYLENS"] ?? besideTests()
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return path
  }

  private static func besideTests() -> String {
    let link = "/proc/self/exe"
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("policylens").path
  }
}
