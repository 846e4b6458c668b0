import Python

/// An `ipaddress.IPv4Address` or `IPv6Address`.
final class IPAddressObject: NativeObject {
  let address: IPAddress

  init(_ address: IPAddress) {
    self.address = address
    super.init(type: address.version == .v4 ? .ipv4Address : .ipv6Address)
  }

  static func address(_ object: Object) -> IPAddress? {
    guard case .native(let native) = object else { return nil }
    return (native as? IPAddressObject)?.address
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> IPAddress {
    if let address = address(object) { return address }
    throw interpreter.unsupported("a member of an IP address on \(object.typeName)")
  }

  private static func make(_ address: IPAddress?, _ interpreter: Interpreter) -> Object {
    guard let address else { return .none }
    return .native(interpreter.heap.adopt(IPAddressObject(address)))
  }

  static func flag(_ name: String, _ test: @escaping @Sendable (IPAddress) -> Bool) -> Member {
    .property(name) { object, interpreter throws(Unwind) in .bool(test(try of(object, interpreter))) }
  }

  /// CPython can't print the long form of an address with a zone.
  private static func zoneless(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> IPAddress {
    let address = try of(object, interpreter)
    guard address.scope == nil else {
      throw interpreter.unsupported("the long form of an address with a zone")
    }
    return address
  }

  static let common: [Member] = [
    flag("is_private", SpecialNetworks.isPrivate), flag("is_global", SpecialNetworks.isGlobal),
    flag("is_multicast", SpecialNetworks.isMulticast), flag("is_reserved", SpecialNetworks.isReserved),
    flag("is_link_local", SpecialNetworks.isLinkLocal), flag("is_loopback", SpecialNetworks.isLoopback),
    .property("is_unspecified") { object, interpreter throws(Unwind) in
      .bool(try of(object, interpreter).value == 0)
    },
    .property("version") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).version.rawValue)
    },
    .property("max_prefixlen") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).version.bits)
    },
    .property("packed") { object, interpreter throws(Unwind) in
      try interpreter.bytes(try of(object, interpreter).bytes)
    },
    .property("compressed") { object, interpreter throws(Unwind) in .string(try of(object, interpreter).text)
    },
    .property("exploded") { object, interpreter throws(Unwind) in
      .string(try zoneless(object, interpreter).exploded)
    },
    .property("reverse_pointer") { object, interpreter throws(Unwind) in
      .string(try zoneless(object, interpreter).reversePointer)
    },
  ]

  static let v6Only: [Member] = [
    flag("is_site_local", SpecialNetworks.isSiteLocal),
    .property("scope_id") { object, interpreter throws(Unwind) in
      try of(object, interpreter).scope.map { .string($0) } ?? .none
    },
    .property("ipv4_mapped") { object, interpreter throws(Unwind) in
      make(try of(object, interpreter).mapped, interpreter)
    },
    .property("sixtofour") { object, interpreter throws(Unwind) in
      make(try of(object, interpreter).sixToFour, interpreter)
    },
    .property("teredo") { object, interpreter throws(Unwind) in
      guard let (server, client) = try of(object, interpreter).teredo else { return .none }
      return interpreter.tuple([make(server, interpreter), make(client, interpreter)])
    },
  ]

  static func constructor(_ name: String, _ version: IPAddress.Version) -> NativeFunction {
    NativeFunction(name + ".__init__", "def(address)") { call throws(Unwind) in
      .native(try IPAddressModule.address(call.required(0), version, call.interpreter))
    }
  }

  // MARK: As an object

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("\(type.name)('\(address.text)')")
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(address.text) }
  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { address.hashValue }

  override func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if specification.isEmpty { return nil }
    throw interpreter.unsupported("a format specification for an IP address")
  }

  override func integer(_ interpreter: Interpreter) throws(Unwind) -> BigInteger? {
    BigInteger(address.value)
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    Self.address(other).map { $0 == address }
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard let other = Self.address(other) else { return nil }
    guard address.version == other.version else {
      throw interpreter.raise(
        .typeError, "\(address.text) and \(other.text) are not of the same version")
    }
    let isLess = address.value < other.value
    return switch comparison {
    case .less: isLess
    case .lessOrEqual: isLess || address == other
    case .greater: !isLess && address != other
    case .greaterOrEqual: !isLess
    }
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard !isReflected, let count = other.asBigInteger, operation == .add || operation == .sub else {
      return nil
    }
    let value = BigInteger(address.value)
    let sum = operation == .add ? value + count : value - count
    return .native(try IPAddressModule.address(.integer(sum), address.version, interpreter))
  }
}

extension NativeType {
  static let ipv4Address = NativeType(
    "IPv4Address", module: "ipaddress", isComplete: true, isWrittenInPython: true,
    constructor: IPAddressObject.constructor("IPv4Address", .v4),
    members: IPAddressObject.common)
  static let ipv6Address = NativeType(
    "IPv6Address", module: "ipaddress", isComplete: true, isWrittenInPython: true,
    constructor: IPAddressObject.constructor("IPv6Address", .v6),
    members: IPAddressObject.common + IPAddressObject.v6Only)
}
