/// A text as `int(text, base)` reads it (CPython's `PyLong_FromString`).
enum IntegerText {
  case value(Int)
  /// Digits below the base, the most significant first, of a number that may be beyond 64 bits.
  case digits([UInt8], base: Int, isNegative: Bool)
  case tooManyDigits(Int)
  case invalid

  init(_ text: [UInt8], base requestedBase: Int) {
    var rest = text[...]
    while let first = rest.first, StringText.isASCIISpace(first) { rest.removeFirst() }
    while let last = rest.last, StringText.isASCIISpace(last) { rest.removeLast() }
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var base = requestedBase
    var mustBeZero = false
    if rest.count >= 2, rest.first == UInt8(ascii: "0"),
      let prefixed = Self.prefixBase(rest[rest.startIndex + 1]), base == 0 || base == prefixed
    {
      base = prefixed
      rest.removeFirst(2)
      if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
    } else if base == 0 {
      base = 10
      // `010` is no decimal literal.
      mustBeZero = rest.first == UInt8(ascii: "0")
    }
    self.init(digits: rest, base: base, isNegative: isNegative, mustBeZero: mustBeZero)
  }

  private init(digits text: ArraySlice<UInt8>, base: Int, isNegative: Bool, mustBeZero: Bool) {
    var digits: [UInt8] = []
    var previousIsDigit = false
    var isWhole = true
    for byte in text {
      if byte == UInt8(ascii: "_") {
        guard previousIsDigit else {
          self = .invalid
          return
        }
        previousIsDigit = false
        continue
      }
      guard let digit = Self.digitValue(byte), digit < base else {
        isWhole = false
        break
      }
      previousIsDigit = true
      digits.append(digit)
    }
    guard previousIsDigit else {
      self = .invalid
      return
    }
    // CPython converts what is there before it sees that something else follows.
    if base.nonzeroBitCount != 1, digits.count > BigInteger.maximumDigits {
      self = .tooManyDigits(digits.count)
    } else if !isWhole || (mustBeZero && digits.contains { $0 != 0 }) {
      self = .invalid
    } else {
      self =
        Self.small(digits, base).map { .value(isNegative ? -$0 : $0) }
        ?? .digits(digits, base: base, isNegative: isNegative)
    }
  }

  private static func small(_ digits: [UInt8], _ base: Int) -> Int? {
    var value = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carries) = product.addingReportingOverflow(Int(digit))
      if overflow || carries { return nil }
      value = sum
    }
    return value
  }

  private static func prefixBase(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    default: nil
    }
  }

  private static func digitValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x5A: byte - 0x41 + 10
    case 0x61...0x7A: byte - 0x61 + 10
    default: nil
    }
  }
}
