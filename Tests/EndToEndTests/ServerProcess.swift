import Foundation
import TestSupport

/// The built binary as a language server, with a client at its standard input and output.
final class ServerProcess {
  let client: LanguageClient
  let process = Process()
  private let errors = Pipe()
  private let input = Pipe()
  private let output = Pipe()

  init(_ options: [String] = []) throws {
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: try BuiltBinary.path())
    process.arguments = ["lsp"] + options
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The client closes its own descriptors, the pipes theirs. No other server may inherit them: a pipe ends only
    // when its last copy is closed.
    client = LanguageClient(
      input: fcntl(input.fileHandleForWriting.fileDescriptor, F_DUPFD_CLOEXEC, 3),
      output: fcntl(output.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 3))
    try input.fileHandleForWriting.close()
  }

  deinit { process.end() }

  /// Waits for the process to end and returns its exit status; `nil` if a signal ended it, or it goes on and on.
  func exitStatus() -> Int32? {
    let deadline = Date().addingTimeInterval(30)
    while process.isRunning, Date() < deadline { usleep(5000) }
    process.end()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// What it wrote to standard error, once it has ended.
  func errorOutput() -> String {
    String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  func open(_ uri: String, _ language: String, _ text: String, version: Int = 1) {
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": .string(language), "version": .number(Double(version)),
          "text": .string(text),
        ]
      ])
  }

  /// Replaces the first occurrence of a text after another in a document by an incremental edit, and returns the
  /// document as it then is.
  func replace(_ old: String, with new: String, in text: String, _ uri: String, version: Int) -> String {
    guard let range = text.range(of: old) else { return text }
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(Double(version))],
        "contentChanges": [
          [
            "range": [
              "start": position(of: range.lowerBound, in: text),
              "end": position(of: range.upperBound, in: text),
            ],
            "text": .string(new),
          ]
        ],
      ])
    return text.replacingCharacters(in: range, with: new)
  }

  /// The position of an index, counted in UTF-16.
  func position(of index: String.Index, in text: String) -> JSON {
    let lines = text[..<index].split(separator: "\n", omittingEmptySubsequences: false)
    return [
      "line": .number(Double(lines.count - 1)), "character": .number(Double(lines.last?.utf16.count ?? 0)),
    ]
  }
}

extension Process {
  /// Ends the process if it still runs, and collects it. By a signal that nothing can block: a child begins with
  /// the signals blocked that its parent's thread had blocked.
  func end() {
    if isRunning { kill(processIdentifier, SIGKILL) }
    waitUntilExit()
  }
}
