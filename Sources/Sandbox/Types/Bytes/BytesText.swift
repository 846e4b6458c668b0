/// What bytes have in common with text, for ASCII letters only: case, padding, stripping (`bytes_methods.c`).
enum BytesText {
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isAlpha(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte & ~0x20 : byte }
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
  static func swapCase(_ byte: UInt8) -> UInt8 { isAlpha(byte) ? byte ^ 0x20 : byte }

  static func capitalize(_ bytes: [UInt8]) -> [UInt8] {
    bytes.enumerated().map { $0.offset == 0 ? upper($0.element) : lower($0.element) }
  }

  static func title(_ bytes: [UInt8]) -> [UInt8] {
    var followsLetter = false
    return bytes.map { byte in
      defer { followsLetter = isAlpha(byte) }
      return followsLetter ? lower(byte) : upper(byte)
    }
  }

  static func isTitle(_ bytes: [UInt8]) -> Bool {
    var followsLetter = false
    var hasLetter = false
    for byte in bytes {
      if isAlpha(byte) {
        if isUpper(byte) == followsLetter { return false }
        hasLetter = true
      }
      followsLetter = isAlpha(byte)
    }
    return hasLetter
  }

  /// `center`, `ljust` and `rjust`; `left` says how much of what is missing goes before.
  static func justify(
    _ call: NativeCall, _ name: String, _ left: (_ missing: Int, _ width: Int) -> Int
  ) throws(Unwind) -> Object {
    let width = try call.size(0)
    var fill: UInt8 = 0x20
    if let object = call[1] {
      guard let bytes = object.asBytesLike, bytes.count == 1 else {
        throw call.raise(
          .typeError,
          "\(name)() argument 2 must be a byte string of length 1, not \(object.argumentTypeName)")
      }
      fill = bytes[0]
    }
    let bytes = BytesType.receiver(call)
    guard width > bytes.count else { return try BytesType.make(call, bytes) }
    try call.interpreter.charge(stringBytes: width)
    let missing = width - bytes.count
    let before = left(missing, width)
    return try BytesType.make(
      call,
      Array(repeating: fill, count: before) + bytes + Array(repeating: fill, count: missing - before))
  }

  @Sendable static func zeroFill(_ call: NativeCall) throws(Unwind) -> Object {
    let width = try call.size(0)
    let bytes = BytesType.receiver(call)
    guard width > bytes.count else { return try BytesType.make(call, bytes) }
    try call.interpreter.charge(stringBytes: width)
    let sign = bytes.prefix(while: { $0 == 0x2B || $0 == 0x2D }).prefix(1)
    let zeros = [UInt8](repeating: 0x30, count: width - bytes.count)
    return try BytesType.make(call, sign + zeros + bytes.dropFirst(sign.count))
  }

  static func strip(_ call: NativeCall, left: Bool, right: Bool) throws(Unwind) -> Object {
    var part = BytesType.receiver(call)[...]
    try call.interpreter.charge(work: part.count)
    var isStripped = [Bool](repeating: false, count: 256)
    if let object = call.present(0) {
      for byte in try BytesType.bytesLike(object, call) { isStripped[Int(byte)] = true }
    } else {
      for byte in UInt8.min...UInt8.max { isStripped[Int(byte)] = StringText.isASCIIBytesSpace(byte) }
    }
    if left { part = part.drop { isStripped[Int($0)] } }
    if right { while let last = part.last, isStripped[Int(last)] { part.removeLast() } }
    return try BytesType.make(call, Array(part))
  }

  @Sendable static func expandTabs(_ call: NativeCall) throws(Unwind) -> Object {
    let size = call[0] == nil ? 8 : try call.cInt(0)
    var result: [UInt8] = []
    var column = 0
    for byte in BytesType.receiver(call) {
      if byte == 0x09 {
        guard size > 0 else { continue }
        let count = size - column % size
        guard result.count + count <= call.interpreter.limits.stringBytes else {
          throw call.interpreter.exceeded(.stringLength)
        }
        result += [UInt8](repeating: 0x20, count: count)
        column += count
      } else {
        result.append(byte)
        column = byte == 0x0A || byte == 0x0D ? 0 : column + 1
      }
    }
    return try BytesType.make(call, result)
  }

  @Sendable static func translate(_ call: NativeCall) throws(Unwind) -> Object {
    var table: [UInt8]?
    if let object = call.present(0) {
      let bytes = try BytesType.bytesLike(object, call)
      guard bytes.count == 256 else {
        throw call.raise(.valueError, "translation table must be 256 characters long")
      }
      table = bytes
    }
    var isDeleted = [Bool](repeating: false, count: 256)
    if call[1] != nil { for byte in try BytesType.argument(call, 1) { isDeleted[Int(byte)] = true } }
    let kept = BytesType.receiver(call).filter { !isDeleted[Int($0)] }
    return try BytesType.make(call, table.map { table in kept.map { table[Int($0)] } } ?? kept)
  }
}
