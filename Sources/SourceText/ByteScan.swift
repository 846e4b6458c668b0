/// Which kinds of bytes occur in a document. They let a reader skip whole passes over the common document, which
/// is ASCII without control characters.
package struct ByteKinds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let nonASCII = ByteKinds(rawValue: 1)
  package static let tab = ByteKinds(rawValue: 2)
  /// U+0000 to U+001F and U+007F, but neither a tab nor a line break.
  package static let control = ByteKinds(rawValue: 4)
}

/// The one pass over a new document's bytes: where its lines start, and what kinds of bytes it has.
///
/// It reads eight bytes at a time and looks closer only where one of them is no printable ASCII.
package struct ByteScan {
  private(set) var lineStarts: [ByteOffset] = [0]
  private(set) var kinds: ByteKinds = []

  mutating func read(_ bytes: [UInt8]) {
    lineStarts.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index + 8 <= buffer.count {
        if let base = buffer.baseAddress, ByteScan.isPrintableASCII(base + index) {
          index += 8
        } else {
          for _ in 0..<8 {
            look(at: index, in: buffer)
            index += 1
          }
        }
      }
      while index < buffer.count {
        look(at: index, in: buffer)
        index += 1
      }
    }
  }

  /// Whether each of the eight bytes at an address is in 0x20 ... 0x7E. May be false though they are, when one
  /// byte's borrow reaches the next; never the other way round.
  @inlinable @inline(__always) package static func isPrintableASCII(_ address: UnsafeRawPointer) -> Bool {
    let word = address.loadUnaligned(as: UInt64.self)
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let belowSpace = word &- 0x2020_2020_2020_2020
    let aboveTilde = word &+ 0x0101_0101_0101_0101
    return (word | belowSpace | aboveTilde) & highBits == 0
  }

  @inline(__always) private mutating func look(at index: Int, in buffer: UnsafeRawBufferPointer) {
    switch buffer[index] {
    case 0x0A: lineStarts.append(index + 1)
    case 0x0D:
      // The line feed after a carriage return ends the line.
      if index + 1 == buffer.count || buffer[index + 1] != 0x0A { lineStarts.append(index + 1) }
    case 0x20...0x7E: break
    case 0x09: kinds.insert(.tab)
    case 0x80...: kinds.insert(.nonASCII)
    default: kinds.insert(.control)
    }
  }
}
