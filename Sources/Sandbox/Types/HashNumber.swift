/// The numbers CPython's `hash` gives (Library Reference, *Hashing of numeric types*; `tupleobject.c`,
/// `setobject.c`).
///
/// Those of numbers, and of tuples and frozensets of them, are the same in every run. Those of texts and of objects
/// that are told apart by identity differ from run to run in CPython too: here they are any number.
enum HashNumber {
  static let modulus = (1 << 61) - 1

  static func of(_ value: Int) -> Int {
    let reduced = value == .min ? -4 : value % modulus
    return reduced == -1 ? -2 : reduced
  }

  static func of(_ value: Double) -> Int {
    if value.isNaN { return 0 }
    if value.isInfinite { return value < 0 ? -314159 : 314159 }
    if let integer = Int(exactly: value) { return of(integer) }
    var exponent = value == 0 ? 0 : Int(value.exponent) + 1
    var mantissa = value == 0 ? 0 : value.significand / 2
    var result = 0
    while mantissa != 0 {
      result = (result << 28) & modulus | result >> (61 - 28)
      mantissa *= 0x1p28
      exponent -= 28
      let digit = Int(mantissa)
      mantissa -= Double(digit)
      result += digit
      if result >= modulus { result -= modulus }
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
    result = (result << exponent) & modulus | result >> (61 - exponent)
    if value < 0 { result = -result }
    return result == -1 ? -2 : result
  }

  /// From the hashes of a tuple's items.
  static func ofTuple(_ items: [Int]) -> Int {
    let prime1: UInt = 11_400_714_785_074_694_791
    let prime2: UInt = 14_029_467_366_897_019_727
    let prime5: UInt = 2_870_177_450_012_600_261
    var accumulated = prime5
    for item in items {
      accumulated &+= UInt(bitPattern: item) &* prime2
      accumulated = accumulated << 31 | accumulated >> 33
      accumulated = accumulated &* prime1
    }
    accumulated &+= UInt(items.count) ^ (prime5 ^ 3_527_539)
    if accumulated == .max { return 1_546_275_796 }
    return Int(bitPattern: accumulated)
  }

  /// From the hashes of a frozenset's elements.
  static func ofSet(_ items: [Int]) -> Int {
    func shuffle(_ bits: UInt) -> UInt { ((bits ^ 89_869_747) ^ (bits << 16)) &* 3_644_798_167 }
    var hash: UInt = 0
    for item in items { hash ^= shuffle(UInt(bitPattern: item)) }
    hash ^= (UInt(items.count) &+ 1) &* 1_927_868_237
    hash ^= (hash >> 11) ^ (hash >> 25)
    hash = hash &* 69069 &+ 907_133_923
    if hash == .max { hash = 590_923_713 }
    return Int(bitPattern: hash)
  }
}
