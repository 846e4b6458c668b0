/// An `ipaddress.IPv4Network` or `IPv6Network`.
final class IPNetworkObject: NativeObject {
  let network: IPNetwork

  init(_ network: IPNetwork) {
    self.network = network
    super.init(type: network.version == .v4 ? .ipv4Network : .ipv6Network)
  }

  static func network(_ object: Object) -> IPNetwork? {
    guard case .native(let native) = object else { return nil }
    return (native as? IPNetworkObject)?.network
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> IPNetwork {
    if let network = network(object) { return network }
    throw interpreter.unsupported("a member of an IP network on \(object.typeName)")
  }

  private static func make(_ address: IPAddress, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(IPAddressObject(address)))
  }

  /// A property that holds for the network when it does for both its ends.
  private static func both(_ name: String, _ test: @escaping @Sendable (IPAddress) -> Bool) -> Member {
    flag(name) { SpecialNetworks.both($0, test) }
  }

  private static func flag(_ name: String, _ test: @escaping @Sendable (IPNetwork) -> Bool) -> Member {
    .property(name) { object, interpreter throws(Unwind) in .bool(test(try of(object, interpreter))) }
  }

  private static func part(_ name: String, _ path: @escaping @Sendable (IPNetwork) -> IPAddress) -> Member {
    .property(name) { object, interpreter throws(Unwind) in
      make(path(try of(object, interpreter)), interpreter)
    }
  }

  private static func text(_ name: String, _ path: @escaping @Sendable (IPNetwork) -> String) -> Member {
    .property(name) { object, interpreter throws(Unwind) in .string(path(try of(object, interpreter))) }
  }

  static let members: [Member] = [
    flag("is_private") { SpecialNetworks.isPrivate($0) }, flag("is_global") { SpecialNetworks.isGlobal($0) },
    both("is_multicast", SpecialNetworks.isMulticast), both("is_reserved", SpecialNetworks.isReserved),
    both("is_link_local", SpecialNetworks.isLinkLocal), both("is_loopback", SpecialNetworks.isLoopback),
    both("is_unspecified") { $0.value == 0 },
    part("network_address") { $0.address }, part("broadcast_address") { $0.broadcast },
    part("netmask") { $0.netmask }, part("hostmask") { $0.hostmask },
    text("with_prefixlen") { $0.text }, text("compressed") { $0.text },
    text("with_netmask") { "\($0.address.text)/\($0.netmask.text)" },
    text("with_hostmask") { "\($0.address.text)/\($0.hostmask.text)" },
    .property("prefixlen") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).prefixLength)
    },
    .property("version") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).version.rawValue)
    },
    .property("max_prefixlen") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).version.bits)
    },
    .property("num_addresses") { object, interpreter throws(Unwind) in
      let network = try of(object, interpreter)
      return .integer(BigInteger(network.broadcast.value - network.address.value) + BigInteger(1))
    },
    .method("hosts", "()") { call throws(Unwind) in try hosts(call) },
    .method("subnet_of", "(other)") { call throws(Unwind) in
      let (left, right) = try pair(call)
      return .bool(left.isSubnet(of: right))
    },
    .method("supernet_of", "(other)") { call throws(Unwind) in
      let (left, right) = try pair(call, isReversed: true)
      return .bool(right.isSubnet(of: left))
    },
    .method("overlaps", "(other)") { call throws(Unwind) in
      let network = try of(call.receiver, call.interpreter)
      guard let other = other(call.required(0)) else {
        throw call.interpreter.unsupported("overlaps with \(call.required(0).typeName)")
      }
      return .bool(network.overlaps(other))
    },
  ]

  private static func other(_ object: Object) -> IPNetwork? { network(object) }

  private static func hosts(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let network = try of(call.receiver, interpreter)
    let (first, last) = (network.address, network.broadcast)
    switch network.version.bits - network.prefixLength {
    case 0: return try interpreter.list([make(first, interpreter)])
    case 1:
      return .iterator(interpreter.heap.adopt(AddressIterator(network.version, first.value, last.value)))
    default:
      // The last address of an IPv6 network is a host.
      let end = network.version == .v4 ? last.value - 1 : last.value
      return .iterator(interpreter.heap.adopt(AddressIterator(network.version, first.value + 1, end)))
    }
  }

  /// Two networks of one version.
  private static func pair(_ call: NativeCall, isReversed: Bool = false) throws(Unwind) -> (
    IPNetwork, IPNetwork
  ) {
    let left = try of(call.receiver, call.interpreter)
    let text = try call.interpreter.str(of: call.required(0)).text
    let (first, second) = isReversed ? (text, left.text) : (left.text, text)
    if let other = IPAddressObject.address(call.required(0)), other.version == left.version {
      throw call.raise(.typeError, "Unable to test subnet containment between \(first) and \(second)")
    }
    guard let right = network(call.required(0)) else {
      if IPAddressObject.address(call.required(0)) == nil {
        throw call.raise(.typeError, "Unable to test subnet containment between \(first) and \(second)")
      }
      throw call.raise(.typeError, "\(first) and \(second) are not of the same version")
    }
    guard left.version == right.version else {
      throw call.raise(.typeError, "\(first) and \(second) are not of the same version")
    }
    return (left, right)
  }

  static func constructor(_ name: String, _ version: IPAddress.Version) -> NativeFunction {
    NativeFunction(name + ".__init__", "def(address, strict=True)") { call throws(Unwind) in
      let strict = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
      return .native(try IPAddressModule.network(call.required(0), version, strict: strict, call.interpreter))
    }
  }

  // MARK: As an object

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("\(type.name)('\(network.text)')")
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(network.text) }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    // Networks of both versions that agree in number are unequal; their hashes may agree.
    (network.address.value ^ network.netmask.value).hashValue
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    Self.network(other).map { $0 == network }
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard let other = Self.network(other) else { return nil }
    guard network.version == other.version else {
      throw interpreter.raise(
        .typeError, "\(network.text) and \(other.text) are not of the same version")
    }
    let isLess = (network.address.value, network.prefixLength) < (other.address.value, other.prefixLength)
    return switch comparison {
    case .less: isLess
    case .lessOrEqual: isLess || network == other
    case .greater: !isLess && network != other
    case .greaterOrEqual: !isLess
    }
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    if let address = IPAddressObject.address(item) { return network.contains(address) }
    if Self.network(item) != nil { return false }
    switch item {
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    case .instance, .native, .classObject, .type, .module:
      throw interpreter.unsupported("\(item.typeName) in an IP network")
    default:
      throw interpreter.raise(
        .attributeError, "'\(item.qualifiedTypeName)' object has no attribute '_version'")
    }
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let index = key.asBigInteger else { throw interpreter.unsupported("this item of an IP network") }
    let (first, last) = (BigInteger(network.address.value), BigInteger(network.broadcast.value))
    let value = index.isNegative ? last + index + BigInteger(1) : first + index
    guard value >= first, value <= last else { throw interpreter.raise(.indexError, "address out of range") }
    return .native(try IPAddressModule.address(.integer(value), network.version, interpreter))
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    interpreter.heap.adopt(
      AddressIterator(network.version, network.address.value, network.broadcast.value))
  }
}

/// Goes through a range of addresses.
private final class AddressIterator: IteratorObject {
  private let version: IPAddress.Version
  private var position: UInt128
  private let last: UInt128
  private var isFinished: Bool

  init(_ version: IPAddress.Version, _ first: UInt128, _ last: UInt128) {
    self.version = version
    self.position = first
    self.last = last
    isFinished = first > last
  }

  override var type: NativeType { .generator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    if isFinished { return nil }
    try interpreter.step()
    let address = IPAddress(version, position)
    isFinished = position == last
    if !isFinished { position += 1 }
    return .native(interpreter.heap.adopt(IPAddressObject(address)))
  }
}

extension NativeType {
  static let ipv4Network = NativeType(
    "IPv4Network", module: "ipaddress", isWrittenInPython: true,
    constructor: IPNetworkObject.constructor("IPv4Network", .v4),
    members: IPNetworkObject.members)
  static let ipv6Network = NativeType(
    "IPv6Network", module: "ipaddress", isWrittenInPython: true,
    constructor: IPNetworkObject.constructor("IPv6Network", .v6),
    members: IPNetworkObject.members)
}
