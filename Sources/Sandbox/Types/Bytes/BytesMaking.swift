/// Making bytes: of numbers, of text, of hexadecimal digits, of other bytes; and showing them in digits.
enum BytesMaking {
  /// What the constructors of `bytes` and `bytearray` do with their arguments.
  static func source(_ call: NativeCall, _ type: String) throws(Unwind) -> [UInt8] {
    let interpreter = call.interpreter
    for (index, name) in [(1, "encoding"), (2, "errors")] {
      guard let value = call[index], value.asString == nil else { continue }
      throw call.raise(
        .typeError, "\(type)() argument '\(name)' must be str, not \(value.argumentTypeName)")
    }
    if case .string(let text)? = call[0] {
      guard call[1] != nil || call[2] != nil, type == "bytearray" || call[1] != nil else {
        throw call.raise(.typeError, "string argument without an encoding")
      }
      let encoded = try StringCodecs.encode(
        NativeCall(
          interpreter: interpreter, receiver: .string(text), arguments: [call[1], call[2]], rest: [],
          keywords: []))
      return encoded.asBytesLike ?? []
    }
    if call[1] != nil || call[2] != nil {
      throw call.raise(
        .typeError, "\(call[1] != nil ? "encoding" : "errors") without a string argument")
    }
    guard let source = call[0] else { return [] }
    if let bytes = source.asBytesLike {
      try interpreter.charge(stringBytes: bytes.count)
      return bytes
    }
    if source.isIntegral {
      guard let count = source.asInt else {
        throw call.raise(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
      if count < 0 { throw call.raise(.valueError, "negative count") }
      try interpreter.charge(stringBytes: count)
      return [UInt8](repeating: 0, count: count)
    }
    guard interpreter.isIterable(source) else {
      if case .placeholder(let value) = source { throw interpreter.unsupported(value.name) }
      throw call.raise(.typeError, "cannot convert '\(source.qualifiedTypeName)' object to \(type)")
    }
    return try bytes(of: source, call, range: type == "bytes" ? "bytes" : "byte")
  }

  /// The items of an iterable, each of which must be a byte.
  static func bytes(of iterable: Object, _ call: NativeCall, range: String) throws(Unwind) -> [UInt8] {
    var bytes: [UInt8] = []
    try call.interpreter.iterate(iterable) { (item) throws(Unwind) in
      bytes.append(try byte(item, call, range: range))
      guard bytes.count <= call.interpreter.limits.stringBytes else {
        throw call.interpreter.exceeded(.stringLength)
      }
      return true
    }
    return bytes
  }

  static func byte(_ object: Object, _ call: NativeCall, range: String = "byte") throws(Unwind) -> UInt8 {
    guard object.isIntegral else { throw call.interpreter.notAnInteger(object) }
    guard let value = object.asInt, let byte = UInt8(exactly: value) else {
      throw call.raise(.valueError, "\(range) must be in range(0, 256)")
    }
    return byte
  }

  @Sendable static func fromHex(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .string(let text) = call.required(0) else {
      throw call.raise(
        .typeError, "fromhex() argument must be str, not \(call.required(0).argumentTypeName)")
    }
    func malformed(_ position: Int) -> Unwind {
      call.raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(position)")
    }
    // A character beyond ASCII is found before the digits are read.
    if !text.isASCII, let position = text.scalars.enumerated().first(where: { !$0.element.isASCII }) {
      throw malformed(position.offset)
    }
    var bytes: [UInt8] = []
    var high: UInt8?
    for (index, byte) in text.text.utf8.enumerated() {
      if StringText.isASCIIBytesSpace(byte), high == nil { continue }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed(index) }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    if high != nil { throw malformed(text.utf8Count) }
    return try BytesType.make(call, bytes)
  }

  /// `hex(sep, bytes_per_sep)`: groups are counted from the right, or from the left when negative.
  @Sendable static func hex(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let bytes = BytesType.receiver(call)
    try interpreter.charge(stringBytes: bytes.count * 3)
    let digits = bytes.map { StringText.hex(UInt32($0), width: 2) }
    let size = call[1] == nil ? 1 : try call.cInt(1)
    guard let object = call[0] else { return .string(digits.joined()) }
    guard let length = try interpreter.length(of: object) else {
      throw call.raise(.typeError, "object of type '\(object.qualifiedTypeName)' has no len()")
    }
    guard length == 1 else { throw call.raise(.valueError, "sep must be length 1.") }
    let separator: String
    switch object {
    case .string(let text):
      guard text.isASCII else { throw call.raise(.valueError, "sep must be ASCII.") }
      separator = text.text
    case _ where object.asBytesLike != nil:
      guard let byte = object.asBytesLike?.first, byte < 0x80 else {
        throw call.raise(.valueError, "sep must be ASCII.")
      }
      separator = String(Unicode.Scalar(byte))
    default: throw call.raise(.typeError, "sep must be str or bytes.")
    }
    guard size != 0 else { return .string(digits.joined()) }
    let group = Int(clamping: size.magnitude)
    var result = ""
    for (index, pair) in digits.enumerated() {
      let isBoundary = size > 0 ? (digits.count - index) % group == 0 : index % group == 0
      if index > 0, isBoundary { result += separator }
      result += pair
    }
    return .string(result)
  }

  @Sendable static func join(_ call: NativeCall) throws(Unwind) -> Object {
    guard call.interpreter.isIterable(call.required(0)) else {
      throw call.raise(.typeError, "can only join an iterable")
    }
    let separator = BytesType.receiver(call)
    var parts: [[UInt8]] = []
    var size = 0
    for (index, item) in try call.interpreter.items(of: call.required(0)).enumerated() {
      guard let bytes = item.asBytesLike else {
        throw call.raise(
          .typeError,
          "sequence item \(index): expected a bytes-like object, \(item.qualifiedTypeName) found")
      }
      parts.append(bytes)
      size += bytes.count + separator.count
    }
    try call.interpreter.charge(stringBytes: size)
    return try BytesType.make(call, Array(parts.joined(separator: separator)))
  }

  @Sendable static func translationTable(_ call: NativeCall) throws(Unwind) -> Object {
    let (from, to) = (try BytesType.argument(call, 0), try BytesType.argument(call, 1))
    guard from.count == to.count else {
      throw call.raise(.valueError, "maketrans arguments must have same length")
    }
    var table = Array(UInt8.min...UInt8.max)
    for (source, target) in zip(from, to) { table[Int(source)] = target }
    return try call.interpreter.bytes(table)
  }
}
