/// Cuts a byte stream into messages: headers, an empty line, then as many bytes as `Content-Length` says
/// (LSP 3.17, *Base Protocol*).
///
/// Bytes may arrive in any portions. Between messages the splitter forgives: what is no header is skipped up
/// to the next `Content-Length:` and reported, since a stray line of output in front of a whole message costs
/// nothing but that line. It does not forgive what it could only guess at: a length beyond the limit, or an
/// endless run of bytes without any header, ends the stream.
package struct MessageSplitter {
  package enum Event: Sendable, Equatable {
    /// The bytes of one message, without its headers.
    case message([UInt8])
    /// This many bytes belonged to no message.
    case skipped(Int)
    case failure(Failure)
  }

  package enum Failure: Error, Equatable {
    case messageTooLong(limit: Int)
    case noHeader(limit: Int)

    package var description: String {
      switch self {
      case .messageTooLong(let limit): "a message announces more than \(limit) bytes"
      case .noHeader(let limit): "found no Content-Length header in \(limit) bytes"
      }
    }
  }

  package struct Limits: Sendable {
    package let message: Int
    package let garbage: Int

    package init(message: Int, garbage: Int) {
      self.message = message
      self.garbage = garbage
    }

    package static let standard = Limits(message: 64 << 20, garbage: 1 << 20)
  }

  private let limits: Limits
  private var buffer: [UInt8] = []
  /// Where in `buffer` the unread bytes begin.
  private var position = 0
  /// How many bytes the message under way has, once its headers are read.
  private var bodyLength: Int?
  /// Header bytes before this offset from `position` are known to hold no end of headers.
  private var searched = 0
  /// Bytes in a row that belonged to no message.
  private var garbage = 0
  private var hasFailed = false

  package init(limits: Limits) {
    self.limits = limits
  }

  /// Whether the stream stands between two messages.
  var isAtBoundary: Bool { position == buffer.count && bodyLength == nil }

  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if position == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
      position = 0
    } else if position > 1 << 16, position > buffer.count / 2 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next event that the bytes so far give, or `nil` if more bytes are needed.
  package mutating func next() -> Event? {
    guard !hasFailed else { return nil }
    if bodyLength == nil, let event = readHeaders() { return event }
    guard let length = bodyLength, buffer.count - position >= length else { return nil }
    let body = Array(buffer[position..<position + length])
    position += length
    bodyLength = nil
    return .message(body)
  }

  /// Reads headers up to and including their empty line. Sets `bodyLength` if there was a usable length.
  private mutating func readHeaders() -> Event? {
    guard let end = endOfHeaders() else {
      if buffer.count - position > limits.garbage { return fail(.noHeader(limit: limits.garbage)) }
      return nil
    }
    let block = buffer[position..<end]
    position = end
    searched = 0
    guard let header = ContentLength(lastIn: block) else {
      garbage += block.count
      if garbage > limits.garbage { return fail(.noHeader(limit: limits.garbage)) }
      return .skipped(block.count)
    }
    guard let length = header.length, length <= limits.message else {
      return fail(.messageTooLong(limit: limits.message))
    }
    garbage = 0
    bodyLength = length
    buffer.reserveCapacity(position + length)
    return header.bytesBefore > 0 ? .skipped(header.bytesBefore) : nil
  }

  /// The offset behind the empty line that ends the headers. A bare line feed counts as a line's end.
  private mutating func endOfHeaders() -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    var index = position + searched
    while index < buffer.count {
      if buffer[index] == lineFeed {
        if index > position, buffer[index - 1] == lineFeed { return index + 1 }
        if index > position + 1, buffer[index - 1] == UInt8(ascii: "\r"), buffer[index - 2] == lineFeed {
          return index + 1
        }
      }
      index += 1
    }
    searched = buffer.count - position
    return nil
  }

  private mutating func fail(_ failure: Failure) -> Event {
    hasFailed = true
    return .failure(failure)
  }
}

/// The last `Content-Length` header in a block of headers; its name is matched in any case.
private struct ContentLength {
  /// How many bytes of the block before it are no headers.
  let bytesBefore: Int
  /// `nil` if the number doesn't fit.
  let length: Int?

  init?(lastIn block: ArraySlice<UInt8>) {
    let name = Array("content-length:".utf8)
    guard block.count > name.count else { return nil }
    var start = block.endIndex - name.count
    while start >= block.startIndex {
      if block[start] | 0x20 == name[0], let digits = ContentLength.digits(in: block, at: start, after: name)
      {
        self.bytesBefore = ContentLength.strayBytes(in: block[..<start])
        self.length = Int(digits)
        return
      }
      start -= 1
    }
    return nil
  }

  /// The number behind the header's name, if the header stands at `start`.
  private static func digits(in block: ArraySlice<UInt8>, at start: Int, after name: [UInt8]) -> String? {
    for (byte, expected) in zip(block[start...], name) where lowercased(byte) != expected { return nil }
    let line = block[(start + name.count)...].prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    var digits = line.drop { blanks.contains($0) }
    while let last = digits.last, blanks.contains(last) { digits.removeLast() }
    guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
      return nil
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// How many of the bytes are not lines of the form `Name: value`.
  private static func strayBytes(in block: ArraySlice<UInt8>) -> Int {
    var stray = 0
    for line in block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !content.isEmpty else { continue }
      let name = content.prefix { $0 != UInt8(ascii: ":") }
      let isHeader =
        line.endIndex < block.endIndex && !name.isEmpty && name.count < content.count
        && name.allSatisfy(isTokenByte)
      if !isHeader { stray += line.count + (line.endIndex < block.endIndex ? 1 : 0) }
    }
    return stray
  }

  /// The characters that a header's name may have, as far as any client uses them.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
