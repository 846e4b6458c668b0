/// Address texts, with the checks and the messages of CPython's `ipaddress`.
enum IPParser {
  private static func pieces(_ text: String, _ separator: Unicode.Scalar) -> [String] {
    text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }

  static func v4(_ text: String) throws(IPFailure) -> UInt32 {
    if text.isEmpty { throw .address("Address cannot be empty") }
    let octets = pieces(text, ".")
    let quoted = PythonRepr.string(text)
    guard octets.count == 4 else { throw .address("Expected 4 octets in \(quoted)") }
    var value: UInt32 = 0
    for octet in octets {
      do {
        value = value << 8 | (try parse(octet: octet))
      } catch {
        throw .address("\(error.message) in \(quoted)")
      }
    }
    return value
  }

  /// Why a part of an address is wrong.
  private struct PartError: Error {
    let message: String
  }

  private static func parse(octet text: String) throws(PartError) -> UInt32 {
    let quoted = PythonRepr.string(text)
    if text.isEmpty { throw PartError(message: "Empty octet not permitted") }
    guard text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      throw PartError(message: "Only decimal digits permitted in \(quoted)")
    }
    guard text.utf8.count <= 3 else {
      throw PartError(message: "At most 3 characters permitted in \(quoted)")
    }
    guard text == "0" || !text.hasPrefix("0") else {
      throw PartError(message: "Leading zeros are not permitted in \(quoted)")
    }
    let value = UInt32(text) ?? 0
    guard value <= 255 else { throw PartError(message: "Octet \(value) (> 255) not permitted") }
    return value
  }

  private static func parse(group text: String) throws(PartError) -> UInt128 {
    let quoted = PythonRepr.string(text)
    guard text.unicodeScalars.allSatisfy({ RegexParser.isHexadecimal($0.value) }) else {
      throw PartError(message: "Only hex digits permitted in \(quoted)")
    }
    guard text.utf8.count <= 4 else {
      throw PartError(message: "At most 4 characters permitted in \(quoted)")
    }
    return UInt128(text, radix: 16) ?? 0
  }

  /// Splits the zone from an IPv6 address.
  static func scope(_ text: String) throws(IPFailure) -> (String, String?) {
    let parts = text.unicodeScalars.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (text, nil) }
    let scope = String(parts[1])
    if scope.isEmpty || scope.unicodeScalars.contains("%") {
      throw .address("Invalid IPv6 address: \"\(PythonRepr.string(text))\"")
    }
    return (String(parts[0]), scope)
  }

  static func v6(_ text: String) throws(IPFailure) -> UInt128 {
    if text.isEmpty { throw .address("Address cannot be empty") }
    let quoted = PythonRepr.string(text)
    var parts = pieces(text, ":")
    guard parts.count >= 3 else { throw .address("At least 3 parts expected in \(quoted)") }
    if let last = parts.last, last.unicodeScalars.contains(".") {
      try embedV4(last, in: &parts, quoted)
    }
    guard parts.count <= 9 else { throw .address("At most 8 colons permitted in \(quoted)") }
    let (high, low) = try halves(parts, quoted)
    var value: UInt128 = 0
    do {
      for part in parts.prefix(high) { value = value << 16 | (try parse(group: part)) }
      let skipped = 16 * (8 - high - low)
      value = skipped < 128 ? value << UInt128(skipped) : 0
      for part in parts.suffix(low) { value = value << 16 | (try parse(group: part)) }
    } catch {
      throw .address("\(error.message) in \(quoted)")
    }
    return value
  }

  /// Replaces a dotted end by the two groups it stands for.
  private static func embedV4(_ last: String, in parts: inout [String], _ quoted: String) throws(IPFailure) {
    let embedded: UInt128
    do {
      embedded = try IPAddress(last, .v4).value
    } catch {
      guard case .address(let message) = error else { throw error }
      throw .address("\(message) in \(quoted)")
    }
    parts.removeLast()
    parts.append(String(embedded >> 16, radix: 16))
    parts.append(String(embedded & 0xFFFF, radix: 16))
  }

  /// How many parts stand before and after `::`.
  private static func halves(_ parts: [String], _ quoted: String) throws(IPFailure) -> (Int, Int) {
    let leading = IPFailure.address("Leading ':' only permitted as part of '::' in \(quoted)")
    let trailing = IPFailure.address("Trailing ':' only permitted as part of '::' in \(quoted)")
    let startsEmpty = parts.first?.isEmpty ?? true
    let endsEmpty = parts.last?.isEmpty ?? true
    let gaps = (1..<(parts.count - 1)).filter { parts[$0].isEmpty }
    guard gaps.count <= 1 else { throw .address("At most one '::' permitted in \(quoted)") }
    guard let gap = gaps.first else {
      guard parts.count == 8 else { throw .address("Exactly 8 parts expected without '::' in \(quoted)") }
      if startsEmpty { throw leading }
      if endsEmpty { throw trailing }
      return (8, 0)
    }
    var high = gap
    var low = parts.count - gap - 1
    if startsEmpty {
      high -= 1
      if high > 0 { throw leading }
    }
    if endsEmpty {
      low -= 1
      if low > 0 { throw trailing }
    }
    guard high + low < 8 else { throw .address("Expected at most 7 other parts with '::' in \(quoted)") }
    return (high, low)
  }
}
