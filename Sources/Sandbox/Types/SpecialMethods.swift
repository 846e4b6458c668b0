import Python

/// The special methods of built-in types, as values: `super().__setitem__`, `dict.__len__`, `x.__eq__`
/// (CPython's *slot wrappers*).
///
/// Each does what the built-in type does, past what a class of the evaluated code derived from it says. Which
/// types have which is in `NativeAttributes`.
enum SpecialMethods {
  static let functions: [String: NativeFunction] = Dictionary(
    uniqueKeysWithValues: (basic + containers + comparisons + operators + attributes + [
      reversedMethod, bytesMethod,
    ]).map { ($0.name, $0) })

  static func isDefined(_ name: String, on type: NativeType) -> Bool {
    guard Interpreter.isSpecial(name) else { return false }
    return NativeAttributes.isDefined(name, on: type) ?? false
  }

  /// The method bound to an object; `nil` when its type has none, or none is known.
  static func method(
    _ name: String, of object: Object, _ type: NativeType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    let isOfFlag =
      ["__contains__", "__iter__", "__len__", "__or__", "__and__", "__xor__", "__invert__"].contains(name)
      && object.userClass?.enumeration?.isFlag == true
    guard isDefined(name, on: type) || isOfFlag else { return nil }
    if name == "__new__" { return .native(interpreter.heap.adopt(NewMethod(type))) }
    guard let function = functions[name] else { return nil }
    let owner = owner(of: name, type)
    if let method = methods["\(owner.name).\(name)"] {
      return .builtin(BuiltinFunction(method, receiver: object, owner: owner))
    }
    let method = BuiltinFunction(function, receiver: object, owner: type)
    // A method of a method, and so on, is a chain.
    return .builtin(name == "__call__" ? interpreter.heap.adopt(method) : method)
  }

  /// The method read from the type.
  static func unbound(_ name: String, of type: NativeType) -> Object? {
    let owner = owner(of: name, type)
    guard isDefined(name, on: type), let function = function(name, of: owner) else { return nil }
    return .builtin(BuiltinFunction(function, owner: owner))
  }

  /// What a type's own method does; those of `object` know nothing of what a value is.
  static func function(_ name: String, of owner: NativeType) -> NativeFunction? {
    (owner === NativeType.object ? ofObject[name] : nil) ?? methods["\(owner.name).\(name)"]
      ?? functions[name]
  }

  /// Those that CPython has as plain methods, whose wrong calls are worded so.
  private static let methods: [String: NativeFunction] = {
    var table: [String: NativeFunction] = [:]
    let names = [
      "dict.__contains__", "dict.__getitem__", "float.__format__", "frozenset.__contains__", "int.__format__",
      "list.__getitem__", "object.__format__", "set.__contains__", "str.__format__",
    ]
    for type in ["dict", "dict_items", "dict_keys", "dict_values", "list", "range"] {
      table["\(type).__reversed__"] = reversedMethod
    }
    table["bytes.__bytes__"] = bytesMethod
    for path in names {
      guard let name = path.split(separator: ".").last.map(String.init), let function = functions[name] else {
        continue
      }
      table[path] = NativeFunction(name, "(value, /)") { call throws(Unwind) in
        try function.body(
          NativeCall(
            interpreter: call.interpreter, receiver: call.receiver, arguments: [],
            rest: [call.required(0)], keywords: []))
      }
    }
    table["object.__format__"] = NativeFunction("__format__", "(format_spec, /)") { call throws(Unwind) in
      guard case .string(let specification) = call.required(0) else {
        throw call.raise(
          .typeError, "__format__() argument must be str, not \(call.required(0).argumentTypeName)")
      }
      guard specification.isEmpty else {
        throw call.raise(
          .typeError, "unsupported format string passed to \(call.receiver.qualifiedTypeName).__format__")
      }
      return .string(try call.interpreter.str(of: call.receiver))
    }
    return table
  }()

  private static let reversedMethod = NativeFunction("__reversed__", "()") { call throws(Unwind) in
    try call.interpreter.call(.type(.reversed), with: call.receiver)
  }

  private static let bytesMethod = NativeFunction("__bytes__", "()") { call in call.receiver.plainScalar }

  static func isSlot(_ name: String, of owner: NativeType) -> Bool {
    functions[name] != nil && methods["\(owner.name).\(name)"] == nil
  }

  private static let ofObject: [String: NativeFunction] = Dictionary(
    uniqueKeysWithValues: [
      slot("__eq__", 1...1) { call throws(Unwind) in
        let isSame = try call.interpreter.isIdentical(call.receiver, call.rest[0])
        return isSame ? .bool(true) : .notImplemented
      },
      slot("__repr__", 0...0) { call throws(Unwind) in
        let type = call.receiver.pythonType
        let name =
          if case .user(let user) = type { call.interpreter.qualify(user) } else { type.qualifiedName }
        return .string(Interpreter.address("\(name) object"))
      },
      slot("__str__", 0...0) { call throws(Unwind) in
        try call.interpreter.string(try call.interpreter.repr(of: call.receiver))
      },
      slot("__hash__", 0...0) { call throws(Unwind) in
        guard let identity = call.receiver.identity else {
          throw call.interpreter.unsupported("object.__hash__ of a \(call.receiver.typeName)")
        }
        return .int(identity.hashValue)
      },
    ].map { ($0.name, $0) })

  /// The type that the method comes from.
  private static func owner(of name: String, _ type: NativeType) -> NativeType {
    type.resolutionOrder.first { NativeAttributes.isOwn(name, of: $0) } ?? .object
  }

  private static func slot(
    _ name: String, _ count: ClosedRange<Int>, isUnpacked: Bool = false, _ body: @escaping NativeFunction.Body
  ) -> NativeFunction {
    NativeFunction(name, "(*args, **kwargs)") { call throws(Unwind) in
      if !call.keywords.isEmpty {
        throw call.raise(.typeError, "wrapper \(name)() takes no keyword arguments")
      }
      guard count.contains(call.rest.count) else {
        let bound = count.lowerBound
        throw call.raise(
          .typeError,
          // Some are unpacked by a function that names the method, which has no name here.
          "\(isUnpacked || isRepetition(name, call) ? " " : "")expected \(bound) argument"
            + "\(bound == 1 ? "" : "s"), got \(call.rest.count)")
      }
      return try body(call)
    }
  }

  /// Whether it is a sequence that is repeated.
  private static func isRepetition(_ name: String, _ call: NativeCall) -> Bool {
    guard ["__mul__", "__rmul__", "__imul__"].contains(name) else { return false }
    switch call.receiver.plainScalar {
    case .string, .bytes, .list, .tuple: return true
    case .native(let object): return object is ByteArrayObject
    default: return false
    }
  }

  private static let basic: [NativeFunction] = [
    NativeFunction("__init__", "(*args, **kwargs)") { call throws(Unwind) in
      try call.interpreter.initialize(
        call.receiver, CallArguments(call.rest, keywords: call.keywords))
      return .none
    },
    slot("__repr__", 0...0) { call throws(Unwind) in
      try call.interpreter.string(try call.interpreter.builtinRepr(of: call.receiver))
    },
    slot("__str__", 0...0) { call throws(Unwind) in
      try call.interpreter.string(try call.interpreter.builtinString(of: call.receiver))
    },
    slot("__format__", 1...1) { call throws(Unwind) in
      guard let specification = call.rest[0].asString else {
        throw call.raise(
          .typeError, "__format__() argument must be str, not \(call.rest[0].qualifiedTypeName)")
      }
      return try call.interpreter.string(try call.interpreter.builtinFormat(call.receiver, specification))
    },
    slot("__hash__", 0...0) { call throws(Unwind) in
      .int(try call.interpreter.builtinHash(of: call.receiver))
    },
    slot("__bool__", 0...0) { call throws(Unwind) in
      .bool(try call.interpreter.builtinTruth(of: call.receiver))
    },
    slot("__int__", 0...0) { call throws(Unwind) in
      try call.interpreter.call(.type(.int), with: call.receiver.plainScalar)
    },
    slot("__float__", 0...0) { call throws(Unwind) in
      try call.interpreter.call(.type(.float), with: call.receiver.plainScalar)
    },
    slot("__index__", 0...0) { call throws(Unwind) in
      try call.interpreter.call(.type(.int), with: call.receiver.plainScalar)
    },
    NativeFunction("__call__", "(*args, **kwargs)") { call throws(Unwind) in
      try call.interpreter.call(call.receiver, CallArguments(call.rest, keywords: call.keywords))
    },
  ]

  private static let containers: [NativeFunction] = [
    slot("__len__", 0...0) { call throws(Unwind) in
      .int(try call.interpreter.builtinLength(of: call.receiver) ?? 0)
    },
    slot("__getitem__", 1...1) { call throws(Unwind) in
      try call.interpreter.builtinItem(of: call.receiver, call.rest[0])
    },
    slot("__setitem__", 2...2, isUnpacked: true) { call throws(Unwind) in
      try call.interpreter.builtinSetItem(of: call.receiver, call.rest[0], to: call.rest[1])
      return .none
    },
    slot("__delitem__", 1...1) { call throws(Unwind) in
      try call.interpreter.builtinDeleteItem(of: call.receiver, call.rest[0])
      return .none
    },
    slot("__contains__", 1...1) { call throws(Unwind) in
      .bool(try call.interpreter.builtinContains(call.rest[0], in: call.receiver))
    },
    slot("__iter__", 0...0) { call throws(Unwind) in
      .iterator(call.interpreter.heap.adopt(try call.interpreter.builtinIterator(over: call.receiver)))
    },
    slot("__next__", 0...0) { call throws(Unwind) in
      try call.interpreter.nextOrRaise(try call.interpreter.iterator(over: call.receiver))
    },
  ]

  private static let comparisons: [NativeFunction] =
    [
      slot("__eq__", 1...1) { call throws(Unwind) in
        if let isEqual = try nativeEquals(call) { return isEqual.map { .bool($0) } ?? .notImplemented }
        guard comparable(call.receiver, call.rest[0]) else { return .notImplemented }
        return .bool(try call.interpreter.plainEquals(call.receiver, call.rest[0]))
      },
      slot("__ne__", 1...1) { call throws(Unwind) in
        let interpreter = call.interpreter
        if let result = try interpreter.callMethod("__eq__", on: call.receiver, [call.rest[0]]) {
          return result.isNotImplemented ? result : .bool(try !interpreter.isTrue(result))
        }
        if let isEqual = try nativeEquals(call) { return isEqual.map { .bool(!$0) } ?? .notImplemented }
        guard comparable(call.receiver, call.rest[0]) else { return .notImplemented }
        return .bool(try !interpreter.plainEquals(call.receiver, call.rest[0]))
      },
    ]
    + [Ordering.less, .lessOrEqual, .greater, .greaterOrEqual].map { ordering in
      slot(ordering.methodName, 1...1) { call throws(Unwind) in
        let (left, right) = (call.receiver.plainScalar, call.rest[0].plainScalar)
        if case .instance = left { return .notImplemented }
        if case .native(let object) = left {
          let result = try object.compare(ordering, with: right, call.interpreter)
          return result.map { .bool($0) } ?? .notImplemented
        }
        guard comparable(left, right), isOrdered(left) else { return .notImplemented }
        if let order = Numbers.compare(left, right) { return .bool(order.satisfies(ordering)) }
        return try call.interpreter.builtinCompare(ordering, left, right)
      }
    }

  /// Whether an object of a type that says itself what it is equal to is so; the inner `nil` means that it doesn't
  /// know.
  private static func nativeEquals(_ call: NativeCall) throws(Unwind) -> Bool?? {
    guard case .native(let object) = call.receiver else { return .none }
    if let isEqual = try object.isEqual(to: call.rest[0], call.interpreter) { return .some(isEqual) }
    return .some(call.receiver.identity == call.rest[0].identity ? true : nil)
  }

  /// Whether the left one's type knows how to compare with the right one.
  private static func comparable(_ left: Object, _ right: Object) -> Bool {
    if let identity = left.identity, identity == right.identity { return true }
    switch (left.plainScalar, right.plainScalar) {
    case (.int, .int), (.int, .bool), (.bool, .int), (.bool, .bool), (.float, .float), (.float, .int),
      (.float, .bool), (.string, .string), (.bytes, .bytes), (.list, .list), (.tuple, .tuple), (.dict, .dict),
      (.set, .set), (.none, .none):
      return true
    default: return false
    }
  }

  private static func isOrdered(_ object: Object) -> Bool {
    switch object {
    case .dict, .none: false
    default: true
    }
  }

  private static let operators: [NativeFunction] =
    [
      BinaryOperator.add, .sub, .mult, .div, .mod, .pow, .lShift, .rShift, .bitOr, .bitXor, .bitAnd,
      .floorDiv,
    ]
    .flatMap { operation in
      [
        slot(operation.methodName, 1...1) { call throws(Unwind) in
          try apply(operation, call, isReflected: false)
        },
        slot(operation.reflectedMethodName, 1...1) { call throws(Unwind) in
          try apply(operation, call, isReflected: true)
        },
        slot(operation.inPlaceMethodName, 1...1) { call throws(Unwind) in
          if isRepetition(operation.inPlaceMethodName, call) { try checkCount(call) }
          if case .set = call.receiver {
            guard case .set = call.rest[0] else { return .notImplemented }
          }
          return try call.interpreter.builtinAugmented(operation, call.receiver, call.rest[0])
        },
      ]
    }
    + [UnaryOperator.uSub, .uAdd, .invert].map { operation in
      slot(operation.methodName, 0...0) { call throws(Unwind) in
        try call.interpreter.builtinUnary(operation, call.receiver)
      }
    }
    + [
      slot("__abs__", 0...0) { call throws(Unwind) in
        switch call.receiver.plainScalar {
        case .float(let value): return .float(value.magnitude)
        case let value where value.asBigInteger?.isNegative == true:
          return try call.interpreter.builtinUnary(.uSub, value)
        case let value: return try call.interpreter.builtinUnary(.uAdd, value)
        }
      }
    ]

  /// How often a sequence is repeated must be a number.
  private static func checkCount(_ call: NativeCall) throws(Unwind) {
    if !call.rest[0].isIntegral { throw call.interpreter.notAnInteger(call.rest[0]) }
  }

  private static func apply(
    _ operation: BinaryOperator, _ call: NativeCall, isReflected: Bool
  ) throws(Unwind) -> Object {
    if isRepetition(operation.methodName, call) { try checkCount(call) }
    let (left, right) =
      isReflected ? (call.rest[0], call.receiver) : (call.receiver, call.rest[0])
    let (own, other) = (call.receiver.plainScalar, call.rest[0].plainScalar)
    let isNumber = own.isNumber
    if isNumber {
      guard other.isNumber else { return .notImplemented }
      // An int leaves a float to the float.
      if own.isIntegral, case .float = other { return .notImplemented }
      return try call.interpreter.binary(operation, left.plainScalar, right.plainScalar)
    }
    switch (own, other) {
    case (.set, .set), (.dict, .dict): break
    case (.set, _), (.dict, _): return .notImplemented
    case (.string, .string), (.bytes, .bytes): break
    // Only of its own kind does a text know how to be formatted with it.
    case (.string, _), (.bytes, _): if isReflected, operation == .mod { return .notImplemented }
    case (.native(let object), _) where object is ByteArrayObject && isReflected && operation == .mod:
      return .notImplemented
    default: break
    }
    return try call.interpreter.builtinBinary(operation, left, right)
  }

  private static let attributes: [NativeFunction] = [
    slot("__getattribute__", 1...1) { call throws(Unwind) in
      let name = try attributeName(call)
      let value =
        if let type = call.receiver.userClass {
          try call.interpreter.generalAttribute(call.receiver, type, name)
        } else {
          try call.interpreter.attributeIfPresent(of: call.receiver, name)
        }
      if let value { return value }
      throw try call.interpreter.missingAttribute(name, of: call.receiver)
    },
    slot("__setattr__", 2...2) { call throws(Unwind) in
      try store(call.rest[1], call)
    },
    slot("__delattr__", 1...1) { call throws(Unwind) in
      try store(nil, call)
    },
    slot("__dir__", 0...0) { call throws(Unwind) in
      try call.interpreter.list(try call.interpreter.names(of: call.receiver).map { .string($0) })
    },
  ]

  private static func attributeName(_ call: NativeCall) throws(Unwind) -> String {
    guard let name = call.rest[0].asString else {
      throw call.raise(
        .typeError, "attribute name must be string, not '\(call.rest[0].qualifiedTypeName)'")
    }
    return name.text
  }

  private static func store(_ value: Object?, _ call: NativeCall) throws(Unwind) -> Object {
    let name = try attributeName(call)
    if let type = call.receiver.userClass {
      try call.interpreter.setGeneralAttribute(call.receiver, type, name, value)
    } else {
      if call.receiver.asType != nil { throw call.interpreter.unsupported("object.__setattr__ on a class") }
      try call.interpreter.setAttribute(of: call.receiver, name, to: value)
    }
    return .none
  }
}

/// `T.__new__`: makes an instance of the class it is given, without initializing it.
final class NewMethod: NativeObject {
  private let owner: NativeType

  init(_ owner: NativeType) {
    self.owner = owner
    super.init(type: .builtinFunction)
  }

  override var isCallable: Bool { true }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString(Interpreter.address("built-in method __new__ of type object"))
  }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let first = arguments.positional.first else {
      throw interpreter.raise(.typeError, "\(owner.name).__new__(): not enough arguments")
    }
    guard let type = first.asType else {
      throw interpreter.raise(
        .typeError, "\(owner.name).__new__(X): X is not a type object (\(first.qualifiedTypeName))")
    }
    guard type.isSubtype(of: owner) else {
      throw interpreter.raise(
        .typeError, "\(owner.name).__new__(\(type.name)): \(type.name) is not a subtype of \(owner.name)")
    }
    var rest = arguments
    rest.positional.removeFirst()
    switch type {
    case .native(let native):
      guard native === owner else {
        throw interpreter.raise(
          .typeError,
          "\(owner.name).__new__(\(native.name)) is not safe, use \(native.name).__new__()")
      }
      return try interpreter.construct(native, rest)
    case .user(let user):
      guard user.layout === owner || owner === NativeType.object && user.layout.isException else {
        if owner === NativeType.object {
          throw interpreter.raise(
            .typeError,
            "object.__new__(\(user.name)) is not safe, use \(user.layout.name).__new__()")
        }
        throw interpreter.unsupported("\(owner.name).__new__(\(user.name))")
      }
      return try interpreter.allocate(user, rest)
    }
  }
}
