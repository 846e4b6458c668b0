/// Digits of a radix from 2 to 36.
extension Natural {
  /// How many digits of a radix are converted at once, and the radix to that power: the most that fit a limb.
  private static func chunk(radix: Int) -> (digits: Int, power: UInt) {
    var digits = 0
    var power: UInt = 1
    while true {
      let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix))
      if overflow { return (digits, power) }
      power = next
      digits += 1
    }
  }

  private static func bitsPerDigit(radix: Int) -> Int? {
    radix.nonzeroBitCount == 1 ? radix.trailingZeroBitCount : nil
  }

  /// From digits below the radix, the most significant first. Linear for radixes that are powers of two,
  /// quadratic for others.
  init(digits: some BidirectionalCollection<UInt8>, radix: Int) {
    if let width = Self.bitsPerDigit(radix: radix) {
      self.init(digits: digits, width: width)
      return
    }
    let chunk = Self.chunk(radix: radix)
    var limbs: [UInt] = []
    var value: UInt = 0
    var power: UInt = 1
    for digit in digits {
      value = value &* UInt(radix) &+ UInt(digit)
      power = power &* UInt(radix)
      if power == chunk.power {
        Self.multiply(&limbs, by: power, adding: value)
        (value, power) = (0, 1)
      }
    }
    if power > 1 { Self.multiply(&limbs, by: power, adding: value) }
    self.init(limbs: limbs)
  }

  private init(digits: some BidirectionalCollection<UInt8>, width: Int) {
    var limbs: [UInt] = []
    var limb: UInt = 0
    var filled = 0
    for digit in digits.reversed() {
      limb |= UInt(digit) << UInt(filled)
      filled += width
      if filled >= UInt.bitWidth {
        limbs.append(limb)
        filled -= UInt.bitWidth
        limb = UInt(digit) >> UInt(width - filled)
      }
    }
    limbs.append(limb)
    self.init(limbs: limbs)
  }

  /// The digits without leading zeros; `0` for 0. Linear for radixes that are powers of two, quadratic for others.
  func text(radix: Int, uppercase: Bool = false) -> String {
    if let value = asUInt { return String(value, radix: radix, uppercase: uppercase) }
    let letters = Array(
      (uppercase ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789abcdefghijklmnopqrstuvwxyz").utf8)
    var digits: [UInt8] = []
    if let width = Self.bitsPerDigit(radix: radix) {
      var position = 0
      while position < bitLength {
        digits.append(letters[Int(bits(from: position) & UInt(radix - 1))])
        position += width
      }
    } else {
      let chunk = Self.chunk(radix: radix)
      var rest = limbs
      while !rest.isEmpty {
        var value = Self.divide(&rest, by: chunk.power)
        while rest.last == 0 { rest.removeLast() }
        for _ in 0..<chunk.digits {
          digits.append(letters[Int(value % UInt(radix))])
          value /= UInt(radix)
          if value == 0 && rest.isEmpty { break }
        }
      }
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// A limb's worth of bits from a position on.
  private func bits(from position: Int) -> UInt {
    let (word, bit) = position.quotientAndRemainder(dividingBy: UInt.bitWidth)
    guard limbs.indices.contains(word) else { return 0 }
    let low = limbs[word] >> UInt(bit)
    guard bit > 0, limbs.indices.contains(word + 1) else { return low }
    return low | limbs[word + 1] << UInt(UInt.bitWidth - bit)
  }

  /// The least significant byte first, without leading zeros.
  var bytes: [UInt8] {
    (0..<(bitLength + 7) / 8).map { UInt8(truncatingIfNeeded: limbs[$0 / 8] >> UInt($0 % 8 * 8)) }
  }

  /// From bytes, the least significant first.
  init(bytes: [UInt8]) {
    var limbs = [UInt](repeating: 0, count: (bytes.count + 7) / 8)
    for (index, byte) in bytes.enumerated() { limbs[index / 8] |= UInt(byte) << UInt(index % 8 * 8) }
    self.init(limbs: limbs)
  }
}
