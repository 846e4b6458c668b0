package import Foundation

/// A language client over two descriptors: what an editor is to the server, in a form that tests can drive.
///
/// It frames and parses on its own, so that it shares no mistake with the server. A thread collects what arrives;
/// the server's requests are answered with null. Every wait ends after `patience` with an error.
///
/// Unchecked `Sendable`: what changes is guarded by `condition`.
package final class LanguageClient: @unchecked Sendable {
  package struct ServerError: Error, Equatable {
    package let code: Int
    package let message: String

    package init(code: Int, message: String) {
      self.code = code
      self.message = message
    }
  }

  package struct TimedOut: Error, CustomStringConvertible {
    let what: String
    let seen: [JSON]

    package var description: String {
      "no \(what); the server sent:\n" + seen.suffix(20).map(\.description).joined(separator: "\n")
    }
  }

  private let input: Int32
  private let output: Int32
  private let patience: TimeInterval
  private let condition = NSCondition()
  private var received: [JSON] = []
  private var faults: [String] = []
  private var hasEnded = false
  private var lastID = 0

  /// A client that writes to `input`, the server's, and reads from `output`.
  package init(input: Int32, output: Int32, patience: TimeInterval = 30) {
    self.input = input
    self.output = output
    self.patience = patience
    let reader = Thread { [self] in read() }
    reader.start()
  }

  // MARK: Sending

  /// Writes bytes as they are.
  package func write(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(
          input, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count <= 0 { return }
        written += count
      }
    }
  }

  package static func framed(_ message: JSON) -> [UInt8] {
    let body = (try? message.data()) ?? Data()
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  package func send(_ message: JSON) { write(LanguageClient.framed(message)) }

  package func notify(_ method: String, _ parameters: JSON = [:]) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  /// Sends a request and returns its ID.
  package func start(_ method: String, _ parameters: JSON = [:]) -> Int {
    lastID += 1
    send(["jsonrpc": "2.0", "id": .number(Double(lastID)), "method": .string(method), "params": parameters])
    return lastID
  }

  /// Sends a request and returns its result.
  @discardableResult
  package func request(_ method: String, _ parameters: JSON = [:]) throws -> JSON {
    try answer(to: start(method, parameters))
  }

  package func endInput() { close(input) }

  // MARK: Receiving

  /// All messages so far.
  package var messages: [JSON] {
    condition.lock()
    defer { condition.unlock() }
    return received
  }

  /// What the server wrote that is no message.
  package var wireFaults: [String] {
    condition.lock()
    defer { condition.unlock() }
    return faults
  }

  /// The result of a request, once it is there.
  package func answer(to id: Int) throws -> JSON {
    let message = try wait("answer to \(id)") { $0["id"].int == id && $0["method"].isNull }
    guard message["error"].isNull else {
      throw ServerError(
        code: message["error"]["code"].int ?? 0, message: message["error"]["message"].string ?? "")
    }
    return message["result"]
  }

  /// The first message that `isWanted`, among those from the `start`th on, once it is there.
  package func wait(_ what: String, from start: Int = 0, _ isWanted: (JSON) -> Bool) throws -> JSON {
    let deadline = Date().addingTimeInterval(patience)
    condition.lock()
    defer { condition.unlock() }
    var index = start
    while true {
      while index < received.count {
        if isWanted(received[index]) { return received[index] }
        index += 1
      }
      if hasEnded || !condition.wait(until: deadline) { throw TimedOut(what: what, seen: received) }
    }
  }

  /// The diagnostics that were pushed for a version of a document, once they are there.
  package func diagnostics(_ uri: String, version: Int) throws -> [JSON] {
    try wait("diagnostics of version \(version)") {
      $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == uri
        && $0["params"]["version"].int == version
    }["params"]["diagnostics"].elements
  }

  /// Waits until the server closes its output.
  package func waitForEnd() throws {
    let deadline = Date().addingTimeInterval(patience)
    condition.lock()
    defer { condition.unlock() }
    while !hasEnded {
      if !condition.wait(until: deadline) { throw TimedOut(what: "end of output", seen: received) }
    }
  }

  private func read() {
    var pending = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(output, &buffer, buffer.count)
      guard count > 0 else { break }
      pending.append(contentsOf: buffer[..<count])
      while let message = nextMessage(&pending) {
        if !message["id"].isNull, !message["method"].isNull {
          send(["jsonrpc": "2.0", "id": message["id"], "result": nil])
        }
        condition.lock()
        received.append(message)
        condition.broadcast()
        condition.unlock()
      }
    }
    condition.lock()
    if !pending.isEmpty { faults.append("left over: \(String(decoding: pending, as: UTF8.self))") }
    hasEnded = true
    condition.broadcast()
    condition.unlock()
  }

  private func nextMessage(_ pending: inout Data) -> JSON? {
    guard let end = pending.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let header = String(decoding: pending[pending.startIndex..<end.lowerBound], as: UTF8.self)
    guard header.hasPrefix("Content-Length: "), let length = Int(header.dropFirst(16)) else {
      condition.lock()
      faults.append(header)
      condition.unlock()
      pending.removeSubrange(pending.startIndex..<end.upperBound)
      return nil
    }
    guard pending.endIndex - end.upperBound >= length else { return nil }
    let body = Data(pending[end.upperBound..<end.upperBound + length])
    pending = Data(pending[(end.upperBound + length)...])
    return (try? JSON(parsing: body)) ?? .string("undecodable")
  }
}
