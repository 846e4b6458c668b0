import LanguageServer
import Testing

/// Cutting the client's bytes into messages.
@Suite struct MessageSplitterTests {
  private func events(_ portions: [[UInt8]], limits: MessageSplitter.Limits = .standard) -> [MessageSplitter
    .Event]
  {
    var splitter = MessageSplitter(limits: limits)
    var events: [MessageSplitter.Event] = []
    for portion in portions {
      portion.withUnsafeBytes { splitter.append($0) }
      while let event = splitter.next() { events.append(event) }
    }
    return events
  }

  private func events(_ text: String, limits: MessageSplitter.Limits = .standard) -> [MessageSplitter.Event] {
    events([Array(text.utf8)], limits: limits)
  }

  private func message(_ text: String) -> MessageSplitter.Event { .message(Array(text.utf8)) }

  private static let twoMessages = "Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[42]"

  @Test func severalMessagesInOnePortion() {
    #expect(events(Self.twoMessages) == [message("{}"), message("[42]")])
  }

  @Test func messagesArriveByteByByte() {
    #expect(events(Self.twoMessages.utf8.map { [$0] }) == [message("{}"), message("[42]")])
  }

  @Test(arguments: 0...twoMessages.utf8.count)
  func messagesMayBeCutAnywhere(at index: Int) {
    let bytes = Array(Self.twoMessages.utf8)
    #expect(events([Array(bytes[..<index]), Array(bytes[index...])]) == [message("{}"), message("[42]")])
  }

  @Test(arguments: [
    "content-length: 2\r\n\r\n{}",
    "CONTENT-LENGTH:2\r\n\r\n{}",
    "Content-Length: \t2 \r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
    "Content-Length: 2\n\n{}",
    "\r\nContent-Length: 2\r\n\r\n{}",
  ])
  func headersComeInSeveralForms(text: String) {
    #expect(events(text) == [message("{}")])
  }

  @Test func theLengthCountsBytes() {
    #expect(
      events("Content-Length: 7\r\n\r\n\"漢é\"Content-Length: 2\r\n\r\n{}") == [
        message("\"漢é\""), message("{}"),
      ])
  }

  @Test func anEmptyMessageIsAMessage() {
    #expect(events("Content-Length: 0\r\n\r\n") == [message("")])
  }

  @Test(arguments: [
    // A line of output in front of a whole message.
    ("starting up\r\nContent-Length: 2\r\n\r\n{}", 13),
    ("oops Content-Length: 2\r\n\r\n{}", 5),
    // A whole block without a length.
    ("GET / HTTP/1.1\r\n\r\nContent-Length: 2\r\n\r\n{}", 18),
    ("Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n{}", 23),
    ("Content-Length: -5\r\n\r\nContent-Length: 2\r\n\r\n{}", 22),
  ])
  func whatIsNoMessageIsSkippedUpToTheNextHeader(text: String, bytes: Int) {
    #expect(events(text) == [.skipped(bytes), message("{}")])
  }

  @Test func afterALengthThatIsTooShortTheNextHeaderIsFound() {
    #expect(
      events("Content-Length: 4\r\n\r\n{\"a\":1}Content-Length: 2\r\n\r\n{}") == [
        message("{\"a\""), .skipped(3), message("{}"),
      ])
  }

  @Test(arguments: ["101", "9223372036854775807", "99999999999999999999999999"])
  func aGiganticLengthEndsTheStream(length: String) {
    let limits = MessageSplitter.Limits(message: 100, garbage: 100)
    #expect(
      events("Content-Length: \(length)\r\n\r\n{}Content-Length: 2\r\n\r\n{}", limits: limits) == [
        .failure(.messageTooLong(limit: 100))
      ])
  }

  @Test(arguments: [String(repeating: "x", count: 200), String(repeating: "x\r\n\r\n", count: 60)])
  func endlessGarbageEndsTheStream(garbage: String) {
    let limits = MessageSplitter.Limits(message: 100, garbage: 100)
    #expect(events(garbage, limits: limits).last == .failure(.noHeader(limit: 100)))
  }
}
