/// An IPv4 or IPv6 address: what the `ipaddress` module's address objects hold.
struct IPAddress: Hashable, Sendable {
  enum Version: Int, Hashable, Sendable {
    case v4 = 4
    case v6 = 6

    var bits: Int { self == .v4 ? 32 : 128 }
    /// The address of all ones.
    var allOnes: UInt128 { self == .v4 ? 0xFFFF_FFFF : .max }
  }

  let version: Version
  let value: UInt128
  /// What follows `%` in an IPv6 address.
  let scope: String?

  init(_ version: Version, _ value: UInt128, scope: String? = nil) {
    self.version = version
    self.value = value & version.allOnes
    self.scope = scope
  }

  /// `IPv4Address(text)` and `IPv6Address(text)`. `shown` is the argument as messages quote it.
  init(_ text: String, _ version: Version, shown: String) throws(IPFailure) {
    if text.unicodeScalars.contains("/") { throw .address("Unexpected '/' in \(shown)") }
    switch version {
    case .v4:
      self.init(.v4, UInt128(try IPParser.v4(text)))
    case .v6:
      let (address, scope) = try IPParser.scope(text)
      self.init(.v6, try IPParser.v6(address), scope: scope)
    }
  }

  init(_ text: String, _ version: Version) throws(IPFailure) {
    try self.init(text, version, shown: PythonRepr.string(text))
  }

  /// An address from an integer.
  init(integer: BigInteger, _ version: Version) throws(IPFailure) {
    let name = "IPv\(version.rawValue)"
    if integer.isNegative { throw .address("\(integer.text()) (< 0) is not permitted as an \(name) address") }
    guard integer.bitLength <= version.bits, let value = integer.asUInt128 else {
      throw .address("\(integer.text()) (>= 2**\(version.bits)) is not permitted as an \(name) address")
    }
    self.init(version, value)
  }

  /// An address from its bytes. `shown` is their repr.
  init(bytes: [UInt8], _ version: Version, shown: String) throws(IPFailure) {
    let expected = version.bits / 8
    guard bytes.count == expected else {
      throw .address(
        "\(shown) (len \(bytes.count) != \(expected)) is not permitted as an IPv\(version.rawValue) address")
    }
    self.init(version, bytes.reduce(0) { $0 << 8 | UInt128($1) })
  }

  // MARK: Texts

  /// `str()`.
  var text: String {
    if version == .v4 { return bytes.map { String($0) }.joined(separator: ".") }
    return compressed + (scope.map { "%" + $0 } ?? "")
  }

  var bytes: [UInt8] {
    (0..<(version.bits / 8)).reversed().map { UInt8(truncatingIfNeeded: value >> UInt128($0 * 8)) }
  }

  private var groups: [UInt16] {
    (0..<8).reversed().map { UInt16(truncatingIfNeeded: value >> UInt128($0 * 16)) }
  }

  /// RFC 5952's form, where the longest run of two or more zero groups is `::`.
  private var compressed: String {
    let groups = groups
    var best = 0..<0
    var start: Int?
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 {
        start = start ?? index
      } else {
        if let first = start, index - first > best.count { best = first..<index }
        start = nil
      }
    }
    let hexadecimal = { (part: ArraySlice<UInt16>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard best.count > 1 else { return hexadecimal(groups[...]) }
    return hexadecimal(groups[..<best.lowerBound]) + "::" + hexadecimal(groups[best.upperBound...])
  }

  /// `exploded`.
  var exploded: String {
    if version == .v4 { return text }
    return groups.map { group in
      let digits = String(group, radix: 16)
      return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined(separator: ":")
  }

  /// `reverse_pointer`.
  var reversePointer: String {
    if version == .v4 { return bytes.reversed().map { String($0) }.joined(separator: ".") + ".in-addr.arpa" }
    let digits = exploded.replacing(":", with: "").reversed()
    return digits.map { String($0) }.joined(separator: ".") + ".ip6.arpa"
  }

  // MARK: Embedded addresses

  /// `ipv4_mapped`.
  var mapped: IPAddress? {
    version == .v6 && value >> 32 == 0xFFFF ? IPAddress(.v4, value) : nil
  }

  /// `sixtofour`.
  var sixToFour: IPAddress? {
    version == .v6 && value >> 112 == 0x2002 ? IPAddress(.v4, value >> 80) : nil
  }

  /// `teredo`: server and client.
  var teredo: (server: IPAddress, client: IPAddress)? {
    guard version == .v6, value >> 96 == 0x2001_0000 else { return nil }
    return (IPAddress(.v4, value >> 64), IPAddress(.v4, ~value))
  }
}

/// What the `ipaddress` module raises.
enum IPFailure: Error, Equatable, Sendable {
  /// `AddressValueError`
  case address(String)
  /// `NetmaskValueError`
  case netmask(String)
  /// `ValueError`
  case value(String)
}
