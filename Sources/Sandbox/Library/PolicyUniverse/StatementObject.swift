import Python

/// One statement of an AWS policy: whom it concerns, and under which conditions.
final class StatementObject: NativeObject {
  private var statement: Object
  /// The list of `Condition` entries, and the sets of principals and actions.
  private var conditions: Object = .none
  private(set) var principals: Object = .none
  private(set) var actions: Object = .none

  init(_ statement: Object, _ interpreter: Interpreter) throws(Unwind) {
    self.statement = statement
    super.init(type: .iamStatement)
    conditions = try interpreter.list(try readConditions(interpreter))
    principals = try readPrincipals(interpreter)
    let action = try get("Action", interpreter)
    actions = try interpreter.set(
      try interpreter.isTrue(action) ? try Self.array(action, interpreter) : [])
  }

  override func releaseReferences() {
    statement = .none
    conditions = .none
    principals = .none
    actions = .none
  }

  // MARK: Reading

  private func get(_ key: String, _ interpreter: Interpreter) throws(Unwind) -> Object {
    try interpreter.call(try interpreter.attribute(of: statement, "get"), with: .string(key))
  }

  /// Whether a value counts as several: a sequence that is no text.
  private static func isArray(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    switch object {
    case .string, .bytes: false
    default: try interpreter.isInstance(object, of: .type(.sequence))
    }
  }

  static func array(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> [Object] {
    try isArray(object, interpreter) ? try interpreter.items(of: object) : [object]
  }

  private func readPrincipals(_ interpreter: Interpreter) throws(Unwind) -> Object {
    let principal = try get("Principal", interpreter)
    let result = interpreter.makeSet()
    guard try interpreter.isTrue(principal) else { return .set(result) }
    var groups = [principal]
    if try interpreter.isInstance(principal, of: .type(.mapping)) {
      groups = []
      for key in ["AWS", "Service", "Federated"] where try interpreter.contains(.string(key), in: principal) {
        groups.append(try interpreter.item(of: principal, .string(key)))
      }
    }
    for group in groups {
      for item in try Self.array(group, interpreter) { try interpreter.insert(item, into: result) }
    }
    return .set(result)
  }

  /// Condition keys that narrow down who a statement applies to, and what kind of value they take.
  private static let categories = [
    "aws:sourcearn": "arn", "aws:principalarn": "arn", "aws:sourceowner": "account",
    "aws:sourceaccount": "account", "aws:principalaccount": "account", "aws:principalorgid": "organization",
    "aws:principalorgpaths": "organization", "kms:calleraccount": "account", "aws:userid": "userid",
    "aws:sourceip": "cidr", "aws:sourcevpc": "vpc", "aws:sourcevpce": "vpce", "saml:aud": "saml-endpoint",
  ]

  /// Operators that compare for equality or likeness; only the beginning of their names counts.
  private static let operators = [
    "(?:(?:ForAllValues|ForAnyValue):)?(?:ARN(?:Equals|Like)|String(?:Equals|Like)|IpAddress)"
  ].compactMap { try? Regex(CodePoints($0), flags: .ignoreCase) }

  private func readConditions(_ interpreter: Interpreter) throws(Unwind) -> [Object] {
    let condition = try get("Condition", interpreter)
    guard try interpreter.isTrue(condition) else { return [] }
    var entries: [Object] = []
    let names = try interpreter.call(try interpreter.attribute(of: condition, "keys"), CallArguments())
    for name in try interpreter.items(of: names) {
      guard try Self.isRelevant(name, interpreter) else { continue }
      let values = try interpreter.item(of: condition, name)
      let pairs = try interpreter.call(try interpreter.attribute(of: values, "items"), CallArguments())
      for pair in try interpreter.items(of: pairs) {
        let parts = try interpreter.unpack(pair, count: 2)
        guard case .string(let key) = parts[0] else {
          throw interpreter.unsupported("a condition key of type \(parts[0].typeName)")
        }
        guard let category = Self.categories[StringCase.lower(key).text] else { continue }
        for value in try Self.array(parts[1], interpreter) {
          entries.append(
            .native(interpreter.heap.adopt(ConditionObject(category, value))))
        }
      }
    }
    return entries
  }

  private static func isRelevant(_ name: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    guard case .string(let text) = name else {
      throw interpreter.unsupported("a condition operator of type \(name.typeName)")
    }
    do {
      for pattern in operators where try pattern.match(CodePoints(text.text)) != nil { return true }
      return false
    } catch {
      throw interpreter.unsupported("a condition operator of this length")
    }
  }

  // MARK: Who has access

  private func usesNotPrincipal(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    try interpreter.contains(.string("NotPrincipal"), in: statement)
  }

  func isInternetAccessible(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    guard case .string(let effect) = try get("Effect", interpreter), effect == "Allow" else { return false }
    let entries = try interpreter.items(of: conditions)
    var isOpen = entries.isEmpty
    for case .native(let native) in entries where !isOpen {
      guard let entry = native as? ConditionObject else { continue }
      let value = try Self.text(entry.value, interpreter)
      isOpen = try Self.answer(interpreter) { () throws(RegexFailure) in
        try OpenAccess.isOpen(entry.category, value)
      }
    }
    guard isOpen else { return false }
    if try usesNotPrincipal(interpreter) { return true }
    for principal in try interpreter.items(of: principals) {
      let value = try Self.text(principal, interpreter)
      let isOpen = try Self.answer(interpreter) { () throws(RegexFailure) in try OpenAccess.isOpenARN(value) }
      if isOpen { return true }
    }
    return false
  }

  private static func answer(
    _ interpreter: Interpreter, _ body: () throws(RegexFailure) -> Bool
  ) throws(Unwind) -> Bool {
    do {
      return try body()
    } catch {
      throw RegexModule.unwind(error, pattern: nil, interpreter)
    }
  }

  private static func text(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> String {
    guard case .string(let text) = object else {
      throw interpreter.unsupported("is_internet_accessible with a \(object.typeName)")
    }
    return text.text
  }

  // MARK: Members

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> StatementObject {
    if case .native(let native) = object, let statement = native as? StatementObject { return statement }
    throw interpreter.unsupported("a member of Statement on \(object.typeName)")
  }

  private static func values(_ name: String, _ category: String) -> Member {
    .property(name) { object, interpreter throws(Unwind) in
      var items: [Object] = []
      for case .native(let native) in try interpreter.items(of: try of(object, interpreter).conditions) {
        if let entry = native as? ConditionObject, entry.category == category { items.append(entry.value) }
      }
      return try interpreter.set(items)
    }
  }

  static let members: [Member] = [
    .property("statement") { object, interpreter throws(Unwind) in try of(object, interpreter).statement },
    .property("effect") { object, interpreter throws(Unwind) in
      try of(object, interpreter).get("Effect", interpreter)
    },
    .property("actions") { object, interpreter throws(Unwind) in try of(object, interpreter).actions },
    .property("principals") { object, interpreter throws(Unwind) in try of(object, interpreter).principals },
    .property("condition_entries") { object, interpreter throws(Unwind) in
      try of(object, interpreter).conditions
    },
    .property("resources") { object, interpreter throws(Unwind) in
      let statement = try of(object, interpreter)
      if try interpreter.contains(.string("NotResource"), in: statement.statement) {
        return try interpreter.set([.string("*")])
      }
      return try interpreter.set(
        try array(try statement.get("Resource", interpreter), interpreter))
    },
    .method("uses_not_principal", "()") { call throws(Unwind) in
      .bool(try of(call.receiver, call.interpreter).usesNotPrincipal(call.interpreter))
    },
    .method("is_internet_accessible", "()") { call throws(Unwind) in
      .bool(try of(call.receiver, call.interpreter).isInternetAccessible(call.interpreter))
    },
    values("condition_arns", "arn"), values("condition_accounts", "account"),
    values("condition_orgpaths", "organization"), values("condition_userids", "userid"),
    values("condition_cidrs", "cidr"), values("condition_vpcs", "vpc"), values("condition_vpces", "vpce"),
  ]
}

/// An entry of `condition_entries`: a named tuple of a category and a value.
private final class ConditionObject: NativeObject {
  let category: String
  private(set) var value: Object

  init(_ category: String, _ value: Object) {
    self.category = category
    self.value = value
    super.init(type: .iamConditionEntry)
  }

  override func releaseReferences() { value = .none }

  private func tuple(_ interpreter: Interpreter) -> Object { interpreter.tuple([.string(category), value]) }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "category": .string(category)
    case "value": value
    default: nil
    }
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { 2 }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: tuple(interpreter), key)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    try interpreter.iterator(over: tuple(interpreter))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    if case .native(let native) = other, let other = native as? ConditionObject {
      return try interpreter.equals(tuple(interpreter), other.tuple(interpreter))
    }
    guard case .tuple = other else { return nil }
    return try interpreter.equals(tuple(interpreter), other)
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    throw interpreter.unsupported("an order of named tuples")
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    throw interpreter.unsupported("\(operation.rawValue) with a named tuple")
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    try interpreter.hash(of: tuple(interpreter))
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("Condition(category='\(category)', value=\(try interpreter.repr(of: value).text))")
  }
}

extension NativeType {
  fileprivate static let iamConditionEntry = NativeType(
    "Condition", module: "policyuniverse.statement", bases: [.tuple], isWrittenInPython: true)
}
