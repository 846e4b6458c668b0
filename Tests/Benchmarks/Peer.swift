import Foundation

/// A program that reads the same files: it is told a mode on standard input, makes one pass over the files and
/// answers with the nanoseconds it took.
final class Peer {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffered = Data()

  init(_ executable: URL, _ arguments: [String]) throws {
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// The seconds that one pass takes and how many files failed; nil if the peer can't run in this mode.
  func pass(_ mode: String) -> (seconds: Double, failed: Int)? {
    guard process.isRunning else { return nil }
    input.fileHandleForWriting.write(Data((mode + "\n").utf8))
    while true {
      if let end = buffered.firstIndex(of: 0x0A) {
        let words = String(decoding: buffered[..<end], as: UTF8.self).split(separator: " ")
        buffered = Data(buffered[(end + 1)...])
        guard words.count == 2, let nanoseconds = Double(words[0]), let failed = Int(words[1]) else {
          return nil
        }
        return (nanoseconds / 1e9, failed)
      }
      let chunk = output.fileHandleForReading.availableData
      if chunk.isEmpty { return nil }
      buffered.append(chunk)
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Compiles one of the C sources beside this file; nil, with the compiler's words, if that can't be done.
  static func compile(_ source: String, into folder: URL, _ options: [String]) -> URL? {
    let result = folder.appendingPathComponent(source + ".out")
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments =
      ["cc", "-O2", "-o", result.path, sources.appendingPathComponent(source).path] + options
    guard (try? compiler.run()) != nil else { return nil }
    compiler.waitUntilExit()
    return compiler.terminationStatus == 0 ? result : nil
  }

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Peers")
}
