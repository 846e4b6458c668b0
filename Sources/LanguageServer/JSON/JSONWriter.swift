/// Writes a JSON text (RFC 8259) without blanks.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {
    bytes.reserveCapacity(512)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose("{", "}", members)
  }

  /// A member of the object that is being written.
  package mutating func member(_ name: StaticString, _ value: some JSONEncodable) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value.write(to: &self)
    needsComma = true
  }

  /// A member that is left out if there is no value.
  package mutating func member(ifPresent name: StaticString, _ value: (some JSONEncodable)?) {
    if let value { member(name, value) }
  }

  /// A member whose name is data.
  package mutating func member(named name: String, _ value: some JSONEncodable) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value.write(to: &self)
    needsComma = true
  }

  package mutating func array(_ elements: some Sequence<some JSONEncodable>) {
    enclose("[", "]") { writer in
      for element in elements {
        writer.separate()
        writer.needsComma = false
        element.write(to: &writer)
        writer.needsComma = true
      }
    }
  }

  package mutating func null() { bytes.append(contentsOf: "null".utf8) }

  package mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  package mutating func integer(_ value: Int) {
    if (0...9).contains(value) {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// JSON has no infinities; they are written as null.
  package mutating func number(_ value: Double) {
    if value.isFinite { bytes.append(contentsOf: value.description.utf8) } else { null() }
  }

  package mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var copied = 0
      for index in text.indices where JSONWriter.needsEscape(text[index]) {
        bytes.append(contentsOf: text[copied..<index])
        escape(text[index])
        copied = index + 1
      }
      bytes.append(contentsOf: text[copied...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }
}

/// What can be written as JSON.
package protocol JSONEncodable: Sendable {
  func write(to writer: inout JSONWriter)
}

extension String: JSONEncodable {
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONEncodable {
  package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Bool: JSONEncodable {
  package func write(to writer: inout JSONWriter) { writer.boolean(self) }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  package func write(to writer: inout JSONWriter) { writer.array(self) }
}

extension JSONValue: JSONEncodable {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .integer(let value): writer.integer(value)
    case .number(let value): writer.number(value)
    case .string(let value): writer.string(value)
    case .array(let elements): writer.array(elements)
    case .object(let members):
      writer.object { writer in
        for member in members { writer.member(named: member.name, member.value) }
      }
    }
  }
}
