/// The special-purpose address registries (IANA), as CPython 3.11.7 has them. Later versions
/// of CPython know more exceptions; the platform runs 3.11.
enum SpecialNetworks {
  private static func networks(_ texts: [String], _ version: IPAddress.Version) -> [IPNetwork] {
    texts.compactMap { try? IPNetwork($0, version, shown: "") }
  }

  private static let privateV4 = networks(
    [
      "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
      "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
      "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32",
    ], .v4)
  private static let privateV6 = networks(
    [
      "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
      "2001:10::/28", "fc00::/7", "fe80::/10",
    ], .v6)
  private static let reservedV6 = networks(
    [
      "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
      "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9",
    ], .v6)
  private static let others: [String: IPNetwork] = [
    "shared": networks(["100.64.0.0/10"], .v4), "loopback": networks(["127.0.0.0/8"], .v4),
    "linkLocal4": networks(["169.254.0.0/16"], .v4), "multicast4": networks(["224.0.0.0/4"], .v4),
    "reserved4": networks(["240.0.0.0/4"], .v4), "linkLocal6": networks(["fe80::/10"], .v6),
    "multicast6": networks(["ff00::/8"], .v6), "siteLocal6": networks(["fec0::/10"], .v6),
  ].compactMapValues(\.first)

  private static func isIn(_ name: String, _ address: IPAddress) -> Bool {
    others[name]?.contains(address) ?? false
  }

  private static func privateNetworks(_ version: IPAddress.Version) -> [IPNetwork] {
    version == .v4 ? privateV4 : privateV6
  }

  static func isPrivate(_ address: IPAddress) -> Bool {
    if let mapped = address.mapped { return isPrivate(mapped) }
    return privateNetworks(address.version).contains { $0.contains(address) }
  }

  static func isGlobal(_ address: IPAddress) -> Bool {
    if address.version == .v4, isIn("shared", address) { return false }
    return !isPrivate(address)
  }

  static func isMulticast(_ address: IPAddress) -> Bool {
    isIn(address.version == .v4 ? "multicast4" : "multicast6", address)
  }

  static func isReserved(_ address: IPAddress) -> Bool {
    address.version == .v4 ? isIn("reserved4", address) : reservedV6.contains { $0.contains(address) }
  }

  static func isLinkLocal(_ address: IPAddress) -> Bool {
    isIn(address.version == .v4 ? "linkLocal4" : "linkLocal6", address)
  }

  static func isSiteLocal(_ address: IPAddress) -> Bool { isIn("siteLocal6", address) }

  static func isLoopback(_ address: IPAddress) -> Bool {
    address.version == .v4 ? isIn("loopback", address) : address.value == 1
  }

  static func isUnspecified(_ address: IPAddress) -> Bool { address.value == 0 && address.scope == nil }

  // MARK: Networks

  /// A network is private if one registered network holds both its ends.
  static func isPrivate(_ network: IPNetwork) -> Bool {
    privateNetworks(network.version).contains {
      $0.contains(network.address) && $0.contains(network.broadcast)
    }
  }

  static func isGlobal(_ network: IPNetwork) -> Bool {
    if network.version == .v4, both(network, { isIn("shared", $0) }) { return false }
    return !isPrivate(network)
  }

  /// Most properties hold for a network if they hold for its first and last address.
  static func both(_ network: IPNetwork, _ test: (IPAddress) -> Bool) -> Bool {
    test(network.address) && test(network.broadcast)
  }
}
