import Testing

/// `ipaddress` against CPython 3.11.7.
@Suite struct IPAddressTests {
  @Test(
    "reads addresses",
    arguments: [
      Case(
        #"ip_address('10.0.0.1'), ip_address('2001:DB8:0:0:1::1'), ip_address(16909060), ip_address(b'\x01\x02\x03\x04')"#,
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case(
        "str(ip_address('::ffff:1.2.3.4')), ip_address('fe80::1%eth0').scope_id, ip_address('::1').exploded",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "ip_address('::ffff:1.2.3.4').ipv4_mapped, ip_address('2002:102:304::').sixtofour, ip_address('1.2.3.4').packed",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "int(ip_address('1.2.3.4')), ip_address('1.2.3.4') + 1, ip_address('1.2.3.4').reverse_pointer",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func readsAddresses(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }

  @Test(
    "says why a text is no address",
    arguments: [
      Case("ip_address('x')", "ValueError: 'x' does not appear to be an IPv4 or IPv6 address"),
      Case("ip_address(None)", "ValueError: None does not appear to be an IPv4 or IPv6 address"),
      Case(
        "ip_address('10.0.0.1/8')",
        "ValueError: '10.0.0.1/8' does not appear to be an IPv4 or IPv6 address"),
      Case("IPv4Address('1.2.3')", "AddressValueError: Expected 4 octets in '1.2.3'"),
      Case("IPv4Address('1.2.3.256')", "AddressValueError: Octet 256 (> 255) not permitted in '1.2.3.256'"),
      Case(
        "IPv4Address('1.2.3.04')",
        "AddressValueError: Leading zeros are not permitted in '04' in '1.2.3.04'"),
      Case("IPv4Address('1.2.3.')", "AddressValueError: Empty octet not permitted in '1.2.3.'"),
      Case("IPv4Address('1.2.3.a')", "AddressValueError: Only decimal digits permitted in 'a' in '1.2.3.a'"),
      Case("IPv4Address('1.2.3.4/8')", "AddressValueError: Unexpected '/' in '1.2.3.4/8'"),
      Case(
        "IPv4Address(2**32)",
        "AddressValueError: 4294967296 (>= 2**32) is not permitted as an IPv4 address"),
      Case("IPv4Address(-1)", "AddressValueError: -1 (< 0) is not permitted as an IPv4 address"),
      Case("IPv6Address('1.2.3')", "AddressValueError: At least 3 parts expected in '1.2.3'"),
      Case("IPv6Address('1::2::3')", "AddressValueError: At most one '::' permitted in '1::2::3'"),
      Case("IPv6Address(':1::')", "AddressValueError: Leading ':' only permitted as part of '::' in ':1::'"),
      Case(
        "IPv6Address('12345::')",
        "AddressValueError: At most 4 characters permitted in '12345' in '12345::'"),
      Case("IPv6Address('::g')", "AddressValueError: Only hex digits permitted in 'g' in '::g'"),
      Case(
        "IPv6Address('1:2:3:4:5:6:7')",
        "AddressValueError: Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7'"),
      Case(
        "IPv6Address('1:2:3:4:5:6:7:8:9:a')",
        "AddressValueError: At most 8 colons permitted in '1:2:3:4:5:6:7:8:9:a'"),
      Case("IPv6Address('::1.2.3')", "AddressValueError: Expected 4 octets in '1.2.3' in '::1.2.3'"),
    ])
  func saysWhyATextIsNoAddress(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }

  @Test(
    "reads networks",
    arguments: [
      Case(
        "ip_network('10.0.0.0/8'), ip_network('2001:db8::/32'), ip_network('1.2.3.4'), ip_network('10.0.0.0/255.0.0.0')",
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case(
        "ip_network('10.0.0.1/8', strict=False), IPv6Network(ip_network('::/64'))",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "str(ip_network('10.0.0.0/30').netmask), ip_network('10.0.0.0/30').broadcast_address",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "ip_network('10.0.0.0/24').num_addresses, ip_network('10.0.0.0/24').prefixlen, ip_network('10.0.0.0/24')[-1]",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "[str(host) for host in ip_network('10.0.0.0/30').hosts()], list(ip_network('10.0.0.4/32').hosts())",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("[str(host) for host in ip_network('10.0.0.0/31')]", "['10.0.0.0', '10.0.0.1']"),
      Case("ip_network('10.0.0.1/8')", "ValueError: 10.0.0.1/8 has host bits set"),
      Case("ip_network('x')", "ValueError: 'x' does not appear to be an IPv4 or IPv6 network"),
      Case("IPv4Network('10.0.0.0/33')", "NetmaskValueError: '33' is not a valid netmask"),
      Case("IPv4Network('10.0.0.0/a')", "NetmaskValueError: 'a' is not a valid netmask"),
      Case("IPv4Network('10.0.0.0/8/8')", "AddressValueError: Only one '/' permitted in '10.0.0.0/8/8'"),
    ])
  func readsNetworks(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }

  @Test(
    "finds addresses in networks",
    arguments: [
      Case(
        "ip_address('10.1.2.3') in ip_network('10.0.0.0/8'), ip_address('11.1.2.3') in ip_network('10.0.0.0/8')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "ip_address('::1') in ip_network('10.0.0.0/8'), ip_network('10.0.0.0/8') in ip_network('10.0.0.0/8')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "'10.0.0.1' in ip_network('10.0.0.0/8')",
        "AttributeError: 'str' object has no attribute '_version'"),
      Case(
        "ip_network('10.0.0.0/24').subnet_of(ip_network('10.0.0.0/8')), ip_network('10.0.0.0/8').overlaps(ip_network('10.1.0.0/16'))",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "ip_network('10.0.0.0/24').subnet_of(ip_network('::/8'))",
        "TypeError: 10.0.0.0/24 and ::/8 are not of the same version"),
      Case(
        "ip_network('10.0.0.0/24').subnet_of('x')",
        "TypeError: Unable to test subnet containment between 10.0.0.0/24 and x"),
    ])
  func findsAddressesInNetworks(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }

  @Test(
    "knows special networks",
    arguments: [
      Case(
        "[ip_address(a).is_private for a in ('10.0.0.1', '172.32.0.1', '100.64.0.1', '192.0.0.9', '::1', '2001:db8::', 'fc00::', '::ffff:8.8.8.8')]",
        "[True, False, False, False, True, True, True, False]"),
      Case(
        "[ip_address(a).is_global for a in ('8.8.8.8', '100.64.0.1', '10.0.0.1', '2606:4700::1', 'fe80::1')]",
        "[True, False, False, True, False]"),
      Case(
        "[ip_network(n).is_private for n in ('10.0.0.0/8', '0.0.0.0/0', '192.168.0.0/15', '::/0')]",
        "[True, False, False, False]"),
      Case(
        "ip_address('127.0.0.1').is_loopback, ip_address('224.0.0.1').is_multicast, ip_address('169.254.0.1').is_link_local",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "ip_address('0.0.0.0').is_unspecified, ip_address('250.0.0.1').is_reserved, ip_network('0.0.0.0/0').is_global",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func knowsSpecialNetworks(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }

  @Test(
    "compares",
    arguments: [
      Case(
        "ip_address('10.0.0.1') == ip_address('10.0.0.1'), ip_address('10.0.0.1') < ip_address('10.0.0.2')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "sorted([ip_address('10.0.0.2'), ip_address('9.0.0.1')]), {ip_address('::1')} == {ip_address('0::1')}",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "ip_address('10.0.0.1') == '10.0.0.1', ip_address('0.0.0.1') == ip_address('::1')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "ip_address('10.0.0.1') < ip_address('::1')",
        "TypeError: 10.0.0.1 and ::1 are not of the same version"),
      Case(
        "ip_address('10.0.0.1') < 5",
        "TypeError: '<' not supported between instances of 'IPv4Address' and 'int'"),
      Case(
        "ip_address('10.0.0.1') + 'a'",
        "TypeError: unsupported operand type(s) for +: 'IPv4Address' and 'str'"),
      Case("ip_address('10.0.0.1').foo", "AttributeError: 'IPv4Address' object has no attribute 'foo'"),
      Case(
        "isinstance(ip_address('::1'), IPv6Address), issubclass(AddressValueError, ValueError)",
        "TypeError: repr() takes exactly one argument (2 given)"),
    ])
  func compares(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network"
      ) == example.value)
  }
}
