/// `float.hex` and `float.fromhex`: a float in hexadecimal digits, exactly (Library Reference, *Additional Methods
/// on Float*; CPython's `floatobject.c`).
enum HexadecimalFloat {
  static func text(of value: Double) -> String {
    guard value.isFinite else { return FloatText.repr(value) }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0x0.0p+0" }
    let isNormal = value.magnitude.isNormal
    let digits = String(value.significandBitPattern, radix: 16)
    let exponent = isNormal ? Int(value.exponent) : Int(Double.leastNormalMagnitude.exponent)
    return "\(sign)0x\(isNormal ? 1 : 0)." + String(repeating: "0", count: 13 - digits.count) + digits
      + "p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  static func parse(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .string(let text) = call.required(0) else {
      throw call.raise(.typeError, "bad argument type for built-in operation")
    }
    try call.interpreter.charge(work: text.utf8Count)
    var reader = Reader(rest: text.bytes[...])
    guard let value = reader.value() else {
      throw call.raise(.valueError, "invalid hexadecimal floating-point string")
    }
    if value.isInfinite, !reader.isWord {
      throw call.raise(.overflowError, "hexadecimal value too large to represent as a float")
    }
    return .float(value)
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>
    /// Whether the text is `inf` or `nan`.
    private(set) var isWord = false

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    /// `nil` when the text is no float; infinite when it is too large for one.
    mutating func value() -> Double? {
      while let first = rest.first, StringText.isASCIISpace(first) { rest.removeFirst() }
      while let last = rest.last, StringText.isASCIISpace(last) { rest.removeLast() }
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard let magnitude = word() ?? number(), rest.isEmpty else { return nil }
      return isNegative ? -magnitude : magnitude
    }

    private mutating func word() -> Double? {
      let value: Double
      switch String(decoding: rest.prefix(9), as: UTF8.self).lowercased() {
      case "inf", "infinity": value = .infinity
      case "nan": value = .nan
      default: return nil
      }
      isWord = true
      rest = []
      return value
    }

    private mutating func number() -> Double? {
      if rest.count >= 2, rest.first == UInt8(ascii: "0"),
        rest[rest.startIndex + 1] | 0x20 == UInt8(ascii: "x")
      {
        rest.removeFirst(2)
      }
      var digits: [UInt8] = []
      var exponent = 0
      func take(_ rest: inout ArraySlice<UInt8>) -> Int {
        let start = digits.count
        while let digit = rest.first.flatMap(Self.digitValue) {
          digits.append(digit)
          rest.removeFirst()
        }
        return digits.count - start
      }
      _ = take(&rest)
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        exponent = -4 * take(&rest)
      }
      if digits.isEmpty { return nil }
      if let letter = rest.first, letter | 0x20 == UInt8(ascii: "p") {
        rest.removeFirst()
        guard let power = power() else { return nil }
        exponent += power
      }
      // Sixteen digits make a significand; of the others only whether they are all 0 counts.
      let significant = digits.drop { $0 == 0 }
      let significand = significant.prefix(16).reduce(0 as UInt64) { $0 << 4 | UInt64($1) }
      let others = significant.dropFirst(16)
      return BigInteger.double(
        significand, hasMore: others.contains { $0 != 0 }, exponent: exponent + 4 * others.count)
    }

    /// The exponent after its `p`; one far beyond any float's is cut.
    private mutating func power() -> Int? {
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard let first = rest.first, (0x30...0x39).contains(first) else { return nil }
      var value = 0
      while let digit = rest.first, (0x30...0x39).contains(digit) {
        value = min(value * 10 + Int(digit - 0x30), 1 << 40)
        rest.removeFirst()
      }
      return isNegative ? -value : value
    }

    private static func digitValue(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
      default: nil
      }
    }
  }
}
