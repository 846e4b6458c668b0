import Detections
import Foundation
import LanguageServer
import TestSupport

/// A server on a thread of the test's own process, with a client at the other end of two pipes.
final class InProcessServer {
  let client: LanguageClient
  private let finished = Finished()

  init(files: any FileSource = MemoryFiles([:])) {
    signal(SIGPIPE, SIG_IGN)
    var toServer: [Int32] = [0, 0]
    var fromServer: [Int32] = [0, 0]
    pipe(&toServer)
    pipe(&fromServer)
    // A process that another test starts must not keep them open.
    for descriptor in toServer + fromServer { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let streams = ProtocolStreams(input: toServer[0], output: fromServer[1])
    client = LanguageClient(input: toServer[1], output: fromServer[0])
    let finished = finished
    Thread {
      let options = ServerOptions(logFile: nil, logLevel: .error, version: "test")
      let status = serve(options, on: streams, files: files)
      close(streams.input)
      close(streams.output)
      finished.set(status)
    }.start()
  }

  /// A server that has been initialized by a client with these capabilities.
  static func initialized(_ capabilities: JSON = [:], files: any FileSource = MemoryFiles([:])) throws
    -> InProcessServer
  {
    let server = InProcessServer(files: files)
    try server.client.request("initialize", ["capabilities": capabilities])
    server.client.notify("initialized")
    return server
  }

  /// The status that the process would end with.
  func exitStatus() -> Int32? { finished.wait(seconds: 20) }

  func open(_ uri: String, _ text: String, version: Int = 1) {
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "yaml", "version": .number(Double(version)),
          "text": .string(text),
        ]
      ])
  }

  func change(_ uri: String, version: Int, _ changes: JSON...) {
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(Double(version))],
        "contentChanges": .array(changes),
      ])
  }
}

/// A replacement of characters in one line.
func edit(line: Int, _ characters: Range<Int>, _ text: String) -> JSON {
  [
    "range": [
      "start": ["line": .number(Double(line)), "character": .number(Double(characters.lowerBound))],
      "end": ["line": .number(Double(line)), "character": .number(Double(characters.upperBound))],
    ],
    "text": .string(text),
  ]
}

/// A thread's result, for another to wait for. Unchecked `Sendable`: guarded by `condition`.
private final class Finished: @unchecked Sendable {
  private let condition = NSCondition()
  private var status: Int32?

  func set(_ status: Int32) {
    condition.lock()
    self.status = status
    condition.broadcast()
    condition.unlock()
  }

  func wait(seconds: TimeInterval) -> Int32? {
    let deadline = Date().addingTimeInterval(seconds)
    condition.lock()
    defer { condition.unlock() }
    while status == nil, condition.wait(until: deadline) {}
    return status
  }
}
