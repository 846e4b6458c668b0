/// `int.from_bytes` and `int.to_bytes` (Library Reference, *Additional Methods on Integer Types*).
extension IntType {
  private static func isLittleEndian(_ call: NativeCall, _ function: String) throws(Unwind) -> Bool {
    guard let order = call[1] else { return false }
    guard case .string(let text) = order else {
      throw call.raise(
        .typeError, "\(function)() argument 'byteorder' must be str, not \(order.qualifiedTypeName)")
    }
    switch text.text {
    case "big": return false
    case "little": return true
    default: throw call.raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  @Sendable static func fromBytes(_ call: NativeCall) throws(Unwind) -> Object {
    let isLittle = try isLittleEndian(call, "from_bytes")
    let isSigned = try call[2].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? false
    var bytes: [UInt8] = []
    if case .bytes(let value) = call.required(0) {
      bytes = value.bytes
    } else {
      let object = call.required(0)
      if object.asString != nil || !call.interpreter.isIterable(object) {
        throw call.raise(.typeError, "cannot convert '\(object.qualifiedTypeName)' object to bytes")
      }
      for item in try call.interpreter.items(of: object) {
        guard let value = item.clampedInt else { throw call.interpreter.notAnInteger(item) }
        guard let byte = UInt8(exactly: value) else {
          throw call.raise(.valueError, "bytes must be in range(0, 256)")
        }
        bytes.append(byte)
      }
    }
    if !isLittle { bytes.reverse() }
    try call.interpreter.charge(integerBits: bytes.count.saturatingProduct(8), products: bytes.count)
    let magnitude = Natural(bytes: bytes)
    var value = BigInteger(magnitude)
    if isSigned, (bytes.last ?? 0) >= 0x80 { value = value - BigInteger(.one << (bytes.count * 8)) }
    // A class that derives from `int` is called with the number.
    guard let type = call.receiver.asType, !(type === .native(.int)) else { return .integer(value) }
    return try call.interpreter.call(call.receiver, with: .integer(value))
  }

  @Sendable static func toBytes(_ call: NativeCall) throws(Unwind) -> Object {
    let value = receiver(call)
    var length = 1
    if let object = call[0] {
      guard let wanted = object.asInt else { throw call.interpreter.notAnInteger(object) }
      length = wanted
    }
    let isLittle = try isLittleEndian(call, "to_bytes")
    if length < 0 { throw call.raise(.valueError, "length argument must be non-negative") }
    let isSigned = try call[2].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? false
    if value.isNegative && !isSigned {
      throw call.raise(.overflowError, "can't convert negative int to unsigned")
    }
    let bits = length.saturatingProduct(8)
    // A sign takes one bit more; that of -128 is part of its eight.
    let needed = isSigned ? (value.isNegative ? ~value : value).bitLength + 1 : value.bitLength
    // The sign alone fits no bytes: those of -1 are all ones, however few.
    guard value.isZero || needed <= bits || (bits == 0 && value == BigInteger(-1)) else {
      throw call.raise(.overflowError, "int too big to convert")
    }
    try call.interpreter.charge(stringBytes: length)
    try call.interpreter.charge(integerBits: bits, products: length)
    let unsigned = value.isNegative ? value + BigInteger(.one << bits) : value
    var bytes = unsigned.magnitude.bytes
    bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
    if !isLittle { bytes.reverse() }
    return .bytes(BytesObject(bytes))
  }
}
