/// A range of addresses with a common prefix: what the `ipaddress` module's network objects hold.
struct IPNetwork: Hashable, Sendable {
  let address: IPAddress
  let prefixLength: Int

  var version: IPAddress.Version { address.version }

  /// A network from an address and its mask.
  init(_ address: IPAddress, prefixLength: Int, strict: Bool) throws(IPFailure) {
    self.prefixLength = prefixLength
    let masked = address.value & Self.mask(address.version, prefixLength)
    if masked == address.value {
      self.address = address
      return
    }
    guard !strict else { throw .value("\(address.text)/\(prefixLength) has host bits set") }
    self.address = IPAddress(address.version, masked)
  }

  /// `IPv4Network(text)` and `IPv6Network(text)`. `shown` is the argument as messages quote it.
  init(_ text: String, _ version: IPAddress.Version, strict: Bool = true, shown: String) throws(IPFailure) {
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count <= 2, let address = parts.first else {
      throw .address("Only one '/' permitted in \(shown)")
    }
    let network = try IPAddress(address, version)
    let length = parts.count == 2 ? try Self.prefixLength(parts[1], version) : version.bits
    try self.init(network, prefixLength: length, strict: strict)
  }

  static func mask(_ version: IPAddress.Version, _ prefixLength: Int) -> UInt128 {
    let ones = version.allOnes
    return prefixLength >= 128 ? ones : ones ^ (ones >> UInt128(prefixLength))
  }

  /// The prefix length in a text: a number or, for IPv4, a netmask or a host mask.
  static func prefixLength(_ text: String, _ version: IPAddress.Version) throws(IPFailure) -> Int {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    if isNumber, let length = Int(text), length <= version.bits { return length }
    let failure = IPFailure.netmask("\(PythonRepr.string(text)) is not a valid netmask")
    guard version == .v4, let mask = try? IPParser.v4(text) else { throw failure }
    for candidate in [mask, ~mask]
    where (~candidate).leadingZeroBitCount + candidate.trailingZeroBitCount >= 32 {
      let ones = 32 - candidate.trailingZeroBitCount
      if candidate == ones.onesMask { return ones }
    }
    throw failure
  }

  static func prefixLength(_ number: Int, _ version: IPAddress.Version) throws(IPFailure) -> Int {
    guard (0...version.bits).contains(number) else { throw .netmask("\(number) is not a valid netmask") }
    return number
  }

  // MARK: Its parts

  var netmask: IPAddress { IPAddress(version, Self.mask(version, prefixLength)) }
  var hostmask: IPAddress { IPAddress(version, ~Self.mask(version, prefixLength)) }
  var broadcast: IPAddress { IPAddress(version, address.value | hostmask.value) }

  /// `str()`.
  var text: String { "\(address.text)/\(prefixLength)" }

  func contains(_ other: IPAddress) -> Bool {
    other.version == version && other.value & netmask.value == address.value
  }

  func isSubnet(of other: IPNetwork) -> Bool {
    other.address.value <= address.value && other.broadcast.value >= broadcast.value
  }

  func overlaps(_ other: IPNetwork) -> Bool {
    other.contains(address) || other.contains(broadcast) || contains(other.address)
      || contains(other.broadcast)
  }

  static func == (left: IPNetwork, right: IPNetwork) -> Bool {
    left.address == right.address && left.prefixLength == right.prefixLength
  }
}

extension Int {
  /// A 32-bit mask with so many leading ones.
  fileprivate var onesMask: UInt32 { self <= 0 ? 0 : self >= 32 ? .max : ~(UInt32.max >> UInt32(self)) }
}
