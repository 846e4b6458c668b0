/// `ipaddress` (Library Reference, *IPv4/IPv6 manipulation library*).
extension NativeModule {
  static let ipaddress = NativeModule(
    "ipaddress",
    [
      .function("ip_address", "def(address)") { call throws(Unwind) in
        try IPAddressModule.either(call, "address") { (version) throws(Unwind) in
          .native(try IPAddressModule.address(call.required(0), version, call.interpreter))
        }
      },
      .function("ip_network", "def(address, strict=True)") { call throws(Unwind) in
        let strict = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
        return try IPAddressModule.either(call, "network") { (version) throws(Unwind) in
          .native(try IPAddressModule.network(call.required(0), version, strict: strict, call.interpreter))
        }
      },
      .type("IPv4Address", .ipv4Address), .type("IPv6Address", .ipv6Address),
      .type("IPv4Network", .ipv4Network), .type("IPv6Network", .ipv6Network),
      .type("AddressValueError", .addressValueError), .type("NetmaskValueError", .netmaskValueError),
      .constant("IPV4LENGTH") { _ in .int(32) },
      .constant("IPV6LENGTH") { _ in .int(128) },
    ])
}

extension NativeType {
  static let addressValueError = derive("AddressValueError", .valueError, module: "ipaddress")
  static let netmaskValueError = derive("NetmaskValueError", .valueError, module: "ipaddress")
}

enum IPAddressModule {
  static func unwind(_ failure: IPFailure, _ interpreter: Interpreter) -> Unwind {
    switch failure {
    case .address(let message): interpreter.raise(.addressValueError, message)
    case .netmask(let message): interpreter.raise(.netmaskValueError, message)
    case .value(let message): interpreter.raise(.valueError, message)
    }
  }

  /// Tries IPv4, then IPv6, then says that it is neither.
  static func either(
    _ call: NativeCall, _ kind: String, _ make: (IPAddress.Version) throws(Unwind) -> Object
  ) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    for version in [IPAddress.Version.v4, .v6] {
      do {
        return try make(version)
      } catch {
        guard interpreter.catches(error, .addressValueError) || interpreter.catches(error, .netmaskValueError)
        else { throw error }
        interpreter.discardException()
      }
    }
    let shown = try interpreter.repr(of: call.required(0)).text
    throw call.raise(.valueError, "\(shown) does not appear to be an IPv4 or IPv6 \(kind)")
  }

  static func address(_ object: Object, _ version: IPAddress.Version, _ interpreter: Interpreter)
    throws(Unwind) -> IPAddressObject
  {
    do {
      let address: IPAddress
      if let integer = object.asBigInteger {
        // One too long to convert has no message of its own.
        if integer.bitLength > version.bits { _ = try interpreter.text(of: integer) }
        address = try IPAddress(integer: integer, version)
      } else if case .bytes(let bytes) = object {
        address = try IPAddress(bytes: bytes.bytes, version, shown: StringText.repr(bytes: bytes.bytes).text)
      } else {
        let text = try interpreter.str(of: object).text
        address = try IPAddress(text, version, shown: try interpreter.repr(of: object).text)
      }
      return interpreter.heap.adopt(IPAddressObject(address))
    } catch let failure as IPFailure {
      throw unwind(failure, interpreter)
    } catch let error as Unwind {
      throw error
    } catch {
      throw interpreter.unsupported("ipaddress")
    }
  }

  static func network(
    _ object: Object, _ version: IPAddress.Version, strict: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> IPNetworkObject {
    if case .tuple = object { throw interpreter.unsupported("an IP network from a tuple") }
    do {
      let network: IPNetwork
      if object.isIntegral {
        network = try wide(object, version, interpreter)
      } else if case .bytes = object {
        network = try wide(object, version, interpreter)
      } else {
        let text = try interpreter.str(of: object).text
        network = try IPNetwork(text, version, strict: strict, shown: try interpreter.repr(of: object).text)
      }
      return interpreter.heap.adopt(IPNetworkObject(network))
    } catch let failure as IPFailure {
      throw unwind(failure, interpreter)
    } catch let error as Unwind {
      throw error
    } catch {
      throw interpreter.unsupported("ipaddress")
    }
  }

  /// The network of one address that is given as a number.
  private static func wide(_ object: Object, _ version: IPAddress.Version, _ interpreter: Interpreter) throws
    -> IPNetwork
  {
    let address = try address(object, version, interpreter).address
    return try IPNetwork(address, prefixLength: version.bits, strict: true)
  }
}
