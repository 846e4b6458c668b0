import Python

/// `enum.Flag` and `enum.IntFlag`: combinations of members.
enum Flags {
  static func refuse(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.unsupported("a flag of this value")
  }

  /// The members of several bits name only bits that others have.
  static func check(
    _ enumeration: Enumeration, _ type: ClassObject, _ interpreter: Interpreter
  ) throws(Unwind) {
    var single = 0
    for member in enumeration.canonicalMembers { single |= try enumeration.bits(of: member, interpreter) }
    for member in enumeration.members {
      let bits = try enumeration.bits(of: member.value, interpreter)
      if bits < 0 || bits & ~single != 0 {
        throw interpreter.unsupported("a flag of bits that no member names")
      }
    }
  }

  /// The member for a value that isn't one of those defined; `None` when there is none.
  static func member(
    for value: Object, _ type: ClassObject, _ enumeration: Enumeration, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    guard case .int(var bits) = value.plainScalar else {
      throw interpreter.raise(
        .valueError, "\(try interpreter.repr(of: value).text) is not a valid \(type.qualifiedName)")
    }
    let all = try enumeration.allBits(interpreter)
    let width = max(
      Int.bitWidth - all.leadingZeroBitCount, Int.bitWidth - bits.magnitude.leadingZeroBitCount)
    guard width < 62 else { return .int(try refuse(interpreter)) }
    if bits < 0 {
      // A negative value stands for the other bits.
      if bits >= ~all {
        bits += all + 1
      } else if enumeration.keepsUnknownBits {
        bits += max(all + 1, 1 << width)
      }
    }
    if (bits < 0 || bits & ~all != 0), !enumeration.keepsUnknownBits {
      throw interpreter.raise(.valueError, outOfRange(bits, all, type))
    }
    if let known = try enumeration.member(valued: .int(bits), interpreter) { return known }
    let base: Object? = type.layout === NativeType.int ? .int(bits) : nil
    let object = interpreter.heap.adopt(InstanceObject(type, base: base))
    object["_value_"] = .int(bits)
    object["__objclass__"] = .classObject(type)
    object["_name_"] = try name(of: bits, enumeration, interpreter)
    try enumeration.remember(.instance(object), value: .int(bits), interpreter)
    return .instance(object)
  }

  private static func outOfRange(_ bits: Int, _ all: Int, _ type: ClassObject) -> String {
    let width = max(Int.bitWidth - all.leadingZeroBitCount, Int.bitWidth - bits.magnitude.leadingZeroBitCount)
    func binary(_ value: Int) -> String {
      let isNegative = value < 0
      let unsigned = isNegative ? (1 << width) + value : value
      let digits = String(max(0, unsigned), radix: 2)
      let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
      return "0b\(isNegative ? "1" : "0") \(padded)"
    }
    return "<flag '\(type.name)'> invalid value \(bits)\n    given \(binary(bits))\n  allowed \(binary(all))"
  }

  /// `A|B`, then the bits that no member has; `None` when none has any.
  private static func name(
    of bits: Int, _ enumeration: Enumeration, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    var names: [String] = []
    var rest = bits
    for member in enumeration.canonicalMembers {
      let own = try enumeration.bits(of: member, interpreter)
      if own & bits == own {
        names.append(member.instancePart?["_name_"]?.asString?.text ?? "")
        rest &= ~own
      }
    }
    if names.isEmpty { return .none }
    if rest != 0 { names.append(String(rest)) }
    return .string(names.joined(separator: "|"))
  }

  /// `left | right` and so on; `nil` when the other operand is none of the flag's.
  static func combine(
    _ operation: BinaryOperator, _ flag: Object, _ other: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let type = flag.userClass, let enumeration = type.enumeration else { return nil }
    guard [.bitOr, .bitAnd, .bitXor].contains(operation) else { return nil }
    let right: Int
    if other.userClass === type {
      right = try enumeration.bits(of: other, interpreter)
    } else if type.layout === NativeType.int, let value = other.plainScalar.asInt {
      right = value
    } else {
      if case .bigInt = other { throw interpreter.unsupported("a flag beyond 64 bits") }
      return nil
    }
    let left = try enumeration.bits(of: flag, interpreter)
    let bits =
      switch operation {
      case .bitOr: left | right
      case .bitAnd: left & right
      default: left ^ right
      }
    return try enumeration.call(type, CallArguments([.int(bits)]), interpreter)
  }

  static func invert(_ flag: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    guard let type = flag.userClass, let enumeration = type.enumeration else { return .none }
    let bits = try enumeration.bits(of: flag, interpreter)
    if enumeration.keepsUnknownBits {
      return try enumeration.call(type, CallArguments([.int(~bits)]), interpreter)
    }
    let all = try enumeration.allBits(interpreter)
    return try enumeration.call(type, CallArguments([.int(all & ~bits)]), interpreter)
  }

  /// The members whose bits a flag has, in order of definition.
  static func members(of flag: Object, _ interpreter: Interpreter) throws(Unwind) -> [Object]? {
    guard let enumeration = flag.userClass?.enumeration, enumeration.isFlag else { return nil }
    let bits = try enumeration.bits(of: flag, interpreter)
    var members: [(Int, Object)] = []
    for member in enumeration.canonicalMembers {
      let own = try enumeration.bits(of: member, interpreter)
      if own & bits == own { members.append((own, member)) }
    }
    return members.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// `other in flag`.
  static func contains(_ other: Object, _ flag: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard let type = flag.userClass, let enumeration = type.enumeration, enumeration.isFlag else {
      return nil
    }
    guard other.userClass === type else {
      throw interpreter.raise(
        .typeError, "unsupported operand type(s) for 'in': '\(other.typeName)' and '\(type.qualifiedName)'")
    }
    let bits = try enumeration.bits(of: other, interpreter)
    return try enumeration.bits(of: flag, interpreter) & bits == bits
  }
}
