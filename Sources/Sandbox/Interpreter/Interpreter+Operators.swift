package import Python

/// Arithmetic and the other operators (Language Reference 6.5 to 6.9, 3.3.8).
extension Interpreter {
  /// `left operator right`.
  package func binary(
    _ operation: BinaryOperator, _ left: Object, _ right: Object, isInPlace: Bool = false
  ) throws(Unwind) -> Object {
    if let result = try numeric(operation, left, right) { return result }
    if left.userClass != nil || right.userClass != nil {
      if isInPlace, let result = try callMethod(operation.inPlaceMethodName, on: left, [right]),
        !result.isNotImplemented
      {
        return result
      }
      if let result = try callOperator(
        operation.methodName, left, right, reflectedName: operation.reflectedMethodName)
      {
        return result
      }
    }
    return try builtinBinary(operation, left, right, isInPlace: isInPlace)
  }

  /// `left operator right`, by the built-in types' rules.
  func builtinBinary(
    _ operation: BinaryOperator, _ left: Object, _ right: Object, isInPlace: Bool = false
  ) throws(Unwind) -> Object {
    switch (left, right) {
    case (.placeholder(let value), _), (_, .placeholder(let value)): throw unsupported(value.name)
    case (.instance(let instance), _) where instance.classObject.enumeration?.isFlag == true:
      if let result = try Flags.combine(operation, left, right, self) { return result }
    case (_, .instance(let instance)) where instance.classObject.enumeration?.isFlag == true:
      if let result = try Flags.combine(operation, right, left, self) { return result }
    default: break
    }
    if case .instance(let instance) = left, let base = instance.base {
      return try plainBinary(operation, base, right.plainScalar, left, right, isInPlace: isInPlace)
    }
    if case .instance(let instance) = right, let base = instance.base {
      return try plainBinary(operation, left, base, left, right, isInPlace: isInPlace)
    }
    if case .native(let value) = left,
      let result = try value.binary(operation, right, isReflected: false, self)
    {
      return result
    }
    if case .native(let value) = right,
      let result = try value.binary(operation, left, isReflected: true, self)
    {
      return result
    }
    if let result = try container(operation, left, right, isInPlace: isInPlace) { return result }
    if left.isCounter || right.isCounter { throw unsupported("\(operation.rawValue) with a Counter") }
    throw operandError(operation, left, right, isInPlace: isInPlace)
  }

  private func operandError(
    _ operation: BinaryOperator, _ left: Object, _ right: Object, isInPlace: Bool
  ) -> Unwind {
    var symbol = operation.rawValue + (isInPlace ? "=" : "")
    if operation == .pow && !isInPlace { symbol = "** or pow()" }
    return raise(
      .typeError,
      "unsupported operand type(s) for \(symbol): '\(left.qualifiedTypeName)' and "
        + "'\(right.qualifiedTypeName)'")
  }

  // MARK: Numbers

  private func numeric(
    _ operation: BinaryOperator, _ left: Object, _ right: Object
  ) throws(Unwind) -> Object? {
    if let a = left.asInt, let b = right.asInt {
      if case .bool(let a) = left, case .bool(let b) = right {
        switch operation {
        case .bitAnd: return .bool(a && b)
        case .bitOr: return .bool(a || b)
        case .bitXor: return .bool(a != b)
        default: break
        }
      }
      return try integer(operation, a, b)
    }
    let a: Double
    let b: Double
    switch (left, right) {
    case (.float(let left), .float(let right)): (a, b) = (left, right)
    case (.float(let left), .int(let right)): (a, b) = (left, Double(right))
    case (.int(let left), .float(let right)): (a, b) = (Double(left), right)
    case (.float(let left), .bool(let right)): (a, b) = (left, right ? 1 : 0)
    case (.bool(let left), .float(let right)): (a, b) = (left ? 1 : 0, right)
    case (.bigInt, .float) where operation.isBitwise, (.float, .bigInt) where operation.isBitwise: return nil
    case (.bigInt(let left), .float(let right)): (a, b) = (try double(left.value), right)
    case (.float(let left), .bigInt(let right)): (a, b) = (left, try double(right.value))
    case (.bigInt, _), (_, .bigInt):
      guard let a = left.asBigInteger, let b = right.asBigInteger else { return nil }
      return try wide(operation, a, b)
    default: return nil
    }
    return try float(operation, a, b)
  }

  private func integer(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws(Unwind) -> Object? {
    switch operation {
    case .add:
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .int(sum) }
    case .sub:
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return .int(difference) }
    case .mult:
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .int(product) }
    case .div:
      guard b != 0 else { throw raise(.zeroDivisionError, "division by zero") }
      return .float(Numbers.trueDivide(a, b))
    case .floorDiv, .mod:
      guard b != 0 else {
        throw raise(
          .zeroDivisionError,
          operation == .mod ? "integer modulo by zero" : "integer division or modulo by zero")
      }
      if let (quotient, remainder) = Numbers.divide(a, b) {
        return .int(operation == .mod ? remainder : quotient)
      }
    case .pow:
      if b < 0 {
        if a == 0 {
          throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power")
        }
        return .float(Numbers.power(Double(a), Double(b)))
      }
      if let result = Numbers.power(a, b) { return .int(result) }
    case .lShift, .rShift:
      if b < 0 { throw raise(.valueError, "negative shift count") }
      if operation == .rShift { return .int(Numbers.shiftRight(a, b)) }
      if let result = Numbers.shiftLeft(a, b) { return .int(result) }
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .bitAnd: return .int(a & b)
    case .matMult: return nil
    }
    return try wide(operation, BigInteger(a), BigInteger(b))
  }

  func float(_ operation: BinaryOperator, _ a: Double, _ b: Double) throws(Unwind) -> Object? {
    switch operation {
    case .add: return .float(a + b)
    case .sub: return .float(a - b)
    case .mult: return .float(a * b)
    case .div:
      guard b != 0 else { throw raise(.zeroDivisionError, "float division by zero") }
      return .float(a / b)
    case .floorDiv:
      guard b != 0 else { throw raise(.zeroDivisionError, "float floor division by zero") }
      return .float(Numbers.divide(a, b).quotient)
    case .mod:
      guard b != 0 else { throw raise(.zeroDivisionError, "float modulo") }
      return .float(Numbers.divide(a, b).remainder)
    case .pow:
      if a == 0 && b < 0 {
        throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power")
      }
      if a < 0, a.isFinite, b.isFinite, b != b.rounded(.towardZero) { throw unsupported("complex numbers") }
      let result = Numbers.power(a, b)
      if result.isInfinite && a.isFinite && b.isFinite {
        throw raise(.overflowError, arguments: [.int(34), .string("Numerical result out of range")])
      }
      return .float(result)
    case .lShift, .rShift, .bitOr, .bitXor, .bitAnd, .matMult: return nil
    }
  }

  // MARK: Containers and text

  private func container(
    _ operation: BinaryOperator, _ left: Object, _ right: Object, isInPlace: Bool
  ) throws(Unwind) -> Object? {
    switch operation {
    case .add: return try concatenate(left, right)
    case .mult:
      if isInPlace, hasSequenceSlots(left) { return nil }
      return try repeated(left, right)
    case .mod:
      if case .string(let template) = left {
        return try string(try PercentFormat(template, self).apply(right))
      }
      if case .bytes(let template) = left {
        return try bytes(try PercentFormat(bytes: template.bytes, self).applyToBytes(right))
      }
      return nil
    case .bitOr, .bitAnd, .bitXor, .sub:
      if case .dict(let a) = left, case .dict(let b) = right, operation == .bitOr {
        guard a.kind == .plain, b.kind == .plain else { throw unsupported("| with a \(a.type.name)") }
        if a.instance != nil || b.instance != nil, !(a.instance == nil && b.instance == nil) {
          throw unsupported("| with a class derived from dict")
        }
        let merged = try copy(a)
        try update(merged, with: b)
        return .dict(merged)
      }
      if operation == .bitOr, let union = try UnionObject.join(left, right, self) { return union }
      guard case .set(let a) = left, case .set(let b) = right else { return nil }
      return .set(try combine(operation, a.table, b.table, frozen: a.isFrozen))
    default: return nil
    }
  }

  /// A container that isn't repeated by `*`, but for which `*=` doesn't look at the other operand either.
  func hasSequenceSlots(_ object: Object) -> Bool {
    switch object {
    case .dict, .set: true
    case .native(let value): value is DictView || value is RangeObject || value is WideRangeObject
    default: false
    }
  }

  /// Set algebra on two tables.
  func combine(
    _ operation: BinaryOperator, _ left: HashTable, _ right: HashTable, frozen: Bool
  ) throws(Unwind) -> SetObject {
    let result = makeSet(frozen: frozen)
    for case let entry? in left.entries {
      try step()
      let isShared = operation == .bitOr ? false : try find(entry.key, hash: entry.hash, in: right) != nil
      if operation == .bitOr || isShared == (operation == .bitAnd) {
        result.table.append(hash: entry.hash, key: entry.key, value: .none)
      }
    }
    if operation == .bitOr || operation == .bitXor {
      for case let entry? in right.entries {
        try step()
        let table = operation == .bitOr ? result.table : left
        if try find(entry.key, hash: entry.hash, in: table) == nil {
          result.table.append(hash: entry.hash, key: entry.key, value: .none)
        }
      }
    }
    try charge(elements: result.table.count)
    return result
  }

  private func concatenate(_ left: Object, _ right: Object) throws(Unwind) -> Object? {
    switch (left, right) {
    case (.string(let a), .string(let b)):
      try charge(stringBytes: a.utf8Count + b.utf8Count)
      return .string(PyString(concatenating: a, b))
    case (.bytes(let a), .bytes(let b)): return try bytes(a.bytes + b.bytes)
    case (.list(let a), .list(let b)): return try list(a.items + b.items)
    case (.tuple(let a), .tuple(let b)): return try tuple(charging: a.items + b.items)
    case (.string, _), (.list, _), (.tuple, _):
      // The built-in type, also for an object of a class derived from it.
      let name =
        switch left {
        case .string: "str"
        case .list: "list"
        default: "tuple"
        }
      throw raise(
        .typeError, "can only concatenate \(name) (not \"\(right.qualifiedTypeName)\") to \(name)")
    case (.bytes, _): throw raise(.typeError, "can't concat \(right.qualifiedTypeName) to bytes")
    default: return nil
    }
  }

  private func repeated(_ left: Object, _ right: Object) throws(Unwind) -> Object? {
    func isSequence(_ object: Object) -> Bool {
      switch object {
      case .string, .bytes, .list, .tuple: true
      default: false
      }
    }
    let (sequence, other) = isSequence(left) ? (left, right) : (right, left)
    guard isSequence(sequence) else { return nil }
    if case .bigInt = other { throw tooLargeForIndex() }
    guard let wanted = other.asInt else {
      throw raise(.typeError, "can't multiply sequence by non-int of type '\(other.qualifiedTypeName)'")
    }
    // An empty sequence stays empty however often it is repeated.
    let count = try length(of: sequence) == 0 ? 0 : max(0, wanted)
    func size(_ unit: Int) -> Int {
      let (product, overflow) = unit.multipliedReportingOverflow(by: count)
      return overflow ? Int.max : product
    }
    switch sequence {
    case .string(let value):
      try charge(stringBytes: size(value.utf8Count))
      return .string(value.repeated(count))
    case .bytes(let value):
      try charge(stringBytes: size(value.bytes.count))
      return .bytes(BytesObject(Array(repeatElement(value.bytes, count: count).joined())))
    case .list(let value):
      try charge(elements: size(value.items.count))
      return .list(heap.adopt(ListObject(Array(repeatElement(value.items, count: count).joined()))))
    case .tuple(let value):
      try charge(elements: size(value.items.count))
      return tuple(Array(repeatElement(value.items, count: count).joined()))
    default: return nil
    }
  }

  /// `left operator= right`: changes what can be changed in place.
  func augmented(
    _ operation: BinaryOperator, _ left: Object, _ right: Object
  ) throws(Unwind) -> Object {
    if left.userClass != nil {
      if let result = try callMethod(operation.inPlaceMethodName, on: left, [right]), !result.isNotImplemented
      {
        return result
      }
      let isOverridden =
        left.userClass?.method(operation.methodName) != nil
        || right.userClass?.method(operation.reflectedMethodName) != nil
      if isOverridden { return try binary(operation, left, right, isInPlace: true) }
    }
    return try builtinAugmented(operation, left, right)
  }

  /// `left operator= right`, by the built-in types' rules.
  func builtinAugmented(
    _ operation: BinaryOperator, _ left: Object, _ right: Object
  ) throws(Unwind) -> Object {
    switch (operation, left) {
    case (.add, .list(let value)):
      try extend(value, with: right)
      return left
    case (.mult, .list(let value)):
      if right.isIntegral, case .list(let made)? = try repeated(left, right) {
        value.items = made.items
        return left
      }
    case (.bitOr, .dict(let value)):
      if value.kind == .counter { throw unsupported("|= with a Counter") }
      try mergeIntoDict(value, right)
      return left
    case (.bitOr, .set(let value)), (.bitAnd, .set(let value)), (.sub, .set(let value)),
      (.bitXor, .set(let value)):
      if !value.isFrozen, case .set(let other) = right {
        value.table = try combine(operation, value.table, other.table, frozen: false).table
        return left
      }
    case (.add, .native(let value)), (.mult, .native(let value)):
      if let array = value as? ByteArrayObject {
        let made = try binary(operation, left, right)
        array.bytes = made.asBytesLike ?? array.bytes
        return left
      }
    default: break
    }
    return try binary(operation, left, right, isInPlace: true)
  }

  /// An operator between plain values that stand for the operands; an error names the operands' own classes.
  private func plainBinary(
    _ operation: BinaryOperator, _ plainLeft: Object, _ plainRight: Object, _ left: Object, _ right: Object,
    isInPlace: Bool
  ) throws(Unwind) -> Object {
    if let result = try numeric(operation, plainLeft, plainRight) { return result }
    if case .string = plainLeft, operation == .mod,
      let result = try container(operation, plainLeft, right, isInPlace: isInPlace)
    {
      return result
    }
    if case .native(let value) = plainLeft,
      let result = try value.binary(operation, plainRight, isReflected: false, self)
    {
      return result
    }
    if case .native(let value) = plainRight,
      let result = try value.binary(operation, plainLeft, isReflected: true, self)
    {
      return result
    }
    switch (operation, plainLeft, plainRight) {
    case (.add, .string, .string), (.add, .bytes, .bytes), (.mult, _, _):
      if let result = try container(operation, plainLeft, plainRight, isInPlace: isInPlace) { return result }
    case (.add, .string, _), (.add, .list, _), (.add, .tuple, _), (.add, .bytes, _):
      return try concatenate(plainLeft, right) ?? .none
    default: break
    }
    throw operandError(operation, left, right, isInPlace: isInPlace)
  }

  package func extend(_ list: ListObject, with object: Object) throws(Unwind) {
    let items = try listed(object)
    try charge(elements: list.items.count + items.count, added: items.count)
    list.items += items
  }

  /// `-x`, `+x`, `~x`.
  package func unary(_ operation: UnaryOperator, _ operand: Object) throws(Unwind) -> Object {
    if operation != .not, operand.userClass != nil,
      let result = try callMethod(operation.methodName, on: operand)
    {
      return result
    }
    return try builtinUnary(operation, operand)
  }

  /// `-x`, `+x`, `~x`, whatever the evaluated code's class says.
  func builtinUnary(_ operation: UnaryOperator, _ operand: Object) throws(Unwind) -> Object {
    switch (operation, operand) {
    case (.not, _): return .bool(try !isTrue(operand))
    case (.uSub, .float(let value)): return .float(-value)
    case (.uAdd, .float): return operand
    case (_, .int), (_, .bool):
      let value = operand.asInt ?? 0
      switch operation {
      case .uSub: return value == .min ? .integer(-BigInteger(value)) : .int(0 &- value)
      case .uAdd: return .int(value)
      case .invert: return .int(~value)
      case .not: break
      }
    case (_, .bigInt(let object)):
      switch operation {
      case .uSub: return .integer(-object.value)
      case .uAdd: return operand
      case .invert: return .integer(~object.value)
      case .not: break
      }
    case (_, .native(let value)):
      if let result = try value.unary(operation, self) { return result }
    case (_, .placeholder(let value)): throw unsupported(value.name)
    case (_, .instance(let instance)):
      if let enumeration = instance.classObject.enumeration, enumeration.isFlag, operation == .invert {
        return try Flags.invert(operand, self)
      }
      if let base = instance.base { return try builtinUnary(operation, base) }
    default: break
    }
    if operand.isCounter { throw unsupported("unary \(operation.rawValue) of a Counter") }
    throw raise(
      .typeError, "bad operand type for unary \(operation.rawValue): '\(operand.qualifiedTypeName)'")
  }

  /// A binary method of a class of the evaluated code: the left operand's, then the right one's reflected; first
  /// the right one's if its class derives from the left one's. `nil` when neither knows.
  func callOperator(
    _ name: String, _ left: Object, _ right: Object, reflectedName: String
  ) throws(Unwind) -> Object? {
    let leftType = left.pythonType
    let rightType = right.pythonType
    let rightFirst = !(leftType === rightType) && rightType.isSubtype(of: leftType)
    if rightFirst, let result = try callMethod(reflectedName, on: right, [left]), !result.isNotImplemented {
      return result
    }
    if let result = try callMethod(name, on: left, [right]), !result.isNotImplemented { return result }
    if !rightFirst, let result = try callMethod(reflectedName, on: right, [left]), !result.isNotImplemented {
      return result
    }
    return nil
  }
}

extension Object {
  /// A `collections.Counter`, whose operators aren't implemented.
  var isCounter: Bool {
    guard case .dict(let dict) = self else { return false }
    return dict.kind == .counter
  }

  var isNotImplemented: Bool {
    guard case .notImplemented = self else { return false }
    return true
  }
}
