/// `policyuniverse.statement`: one statement of a policy, whom it concerns and what it grants.
extension NativeModule {
  static let policyUniverseStatement = NativeModule(
    "policyuniverse.statement",
    [
      .type("Statement", .iamStatement), .type("ConditionTuple", .iamCondition),
      .type("PrincipalTuple", .iamPrincipal), .type("ARN", .iamARN), .type("Organization", .iamOrganization),
      .type("Mapping", .mapping), PolicyCommon.isArrayFunction, PolicyCommon.arrayFunction,
      ExpanderMinimizerModule.actionsFunction, ActionExpansion.categoriesFunction,
    ],
    allNames: [
      "ARN", "ConditionTuple", "Mapping", "Organization", "PrincipalTuple", "Statement",
      "categories_for_actions", "ensure_array", "get_actions_from_statement", "is_array", "logger",
      "namedtuple", "re",
    ])
}

extension NativeType {
  static let iamStatement = NativeType(
    "Statement", module: "policyuniverse.statement", isComplete: true, isWrittenInPython: true,
    constructor: NativeFunction("Statement.__init__", "def(statement)") { call throws(Unwind) in
      try StatementObject.make(call.required(0), call.interpreter)
    },
    members: StatementObject.members)
}

/// A `Statement`. What it reads when it is made stays as it was; the rest follows the dict it was made of.
final class StatementObject: AttributeObject {
  static func make(_ statement: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    let object = interpreter.heap.adopt(StatementObject(type: .iamStatement))
    object.initialize("statement", statement)
    object.initialize(
      "condition_entries",
      try interpreter.list(try StatementConditions.entries(of: statement, interpreter)))
    object.initialize("principals", try principals(of: statement, interpreter))
    let action = try get("Action", of: statement, interpreter)
    object.initialize(
      "actions",
      try interpreter.set(
        try interpreter.isTrue(action) ? try PolicyCommon.items(action, interpreter) : []))
    return .native(object)
  }

  /// `statement.get(key)`.
  static func get(
    _ key: String, of statement: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    try interpreter.call(try interpreter.attribute(of: statement, "get"), with: .string(key))
  }

  private static func principals(
    of statement: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let principal = try get("Principal", of: statement, interpreter)
    guard try interpreter.isTrue(principal) else { return try interpreter.set([]) }
    var groups = [principal]
    if try interpreter.isInstance(principal, of: .type(.mapping)) {
      groups = []
      for key in ["AWS", "Service", "Federated"] where try interpreter.contains(.string(key), in: principal) {
        groups.append(try interpreter.item(of: principal, .string(key)))
      }
    }
    var names: [Object] = []
    for group in groups { names += try PolicyCommon.items(group, interpreter) }
    return try interpreter.set(names)
  }

  // MARK: Who has access

  private func usesNotPrincipal(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    try interpreter.contains(.string("NotPrincipal"), in: try own("statement", interpreter))
  }

  private func isConditionOpen(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    let entries = try interpreter.items(of: try own("condition_entries", interpreter))
    for entry in entries where try OpenAccess.isOpen(entry: entry, interpreter) { return true }
    return entries.isEmpty
  }

  private func isOpen(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    guard try interpreter.equals(try own("effect", interpreter), .string("Allow")),
      try isConditionOpen(interpreter)
    else { return false }
    if try usesNotPrincipal(interpreter) { return true }
    let principals = try own("principals", interpreter)
    if case .set(let set) = principals { return try isAnyOpen(set.table.keys, interpreter) }
    for principal in try interpreter.items(of: principals)
    where try OpenAccess.isOpenARN(principal, interpreter) {
      return true
    }
    return false
  }

  /// Whether one of a set is open. The package stops at the first that is, or that is no text and raises; which it
  /// meets first depends on the order of the set.
  private func isAnyOpen(_ principals: [Object], _ interpreter: Interpreter) throws(Unwind) -> Bool {
    var isOpen = false
    var odd: [Object] = []
    for principal in principals {
      guard case .string = principal else {
        odd.append(principal)
        continue
      }
      if try OpenAccess.isOpenARN(principal, interpreter) { isOpen = true }
    }
    guard let first = odd.first else { return isOpen }
    if isOpen || odd.contains(where: { $0.qualifiedTypeName != first.qualifiedTypeName }) {
      throw interpreter.unsupported("what the order of a set decides")
    }
    return try OpenAccess.isOpenARN(first, interpreter)
  }

  /// Principals, and the entries of conditions that narrow them down.
  private func whosAllowed(_ interpreter: Interpreter) throws(Unwind) -> Object {
    var allowed: [Object] = []
    for principal in try interpreter.items(of: try own("principals", interpreter)) {
      let pair = NamedPair(.iamPrincipal, category: .string("principal"), value: principal)
      allowed.append(.native(interpreter.heap.adopt(pair)))
    }
    allowed += try interpreter.items(of: try own("condition_entries", interpreter))
    return try interpreter.set(allowed)
  }

  // MARK: Members

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> StatementObject {
    try receiver(object, as: StatementObject.self, interpreter)
  }

  private func expanded(_ interpreter: Interpreter) throws(Unwind) -> SetObject {
    try ActionExpansion.actions(of: try own("statement", interpreter), interpreter)
  }

  private static func question(
    _ name: String, _ answer: @escaping @Sendable (StatementObject, Interpreter) throws(Unwind) -> Bool
  ) -> Member {
    .method(name, "def()") { call throws(Unwind) in
      .bool(try answer(try of(call.receiver, call.interpreter), call.interpreter))
    }
  }

  /// The values of the conditions of a category.
  private static func values(_ name: String, _ category: PyString) -> Member {
    .property(name) { object, interpreter throws(Unwind) in
      var values: [Object] = []
      let entries = try of(object, interpreter).own("condition_entries", interpreter)
      for entry in try interpreter.items(of: entries)
      where try interpreter.equals(try interpreter.attribute(of: entry, "category"), .string(category)) {
        values.append(try interpreter.attribute(of: entry, "value"))
      }
      return try interpreter.set(values)
    }
  }

  private static let conditionOrganizations = Member.property("condition_orgids") {
    object, interpreter throws(Unwind) in
    var values: [Object] = []
    let entries = try of(object, interpreter).own("condition_entries", interpreter)
    for entry in try interpreter.items(of: entries)
    where try interpreter.equals(
      try interpreter.attribute(of: entry, "category"), .string("organization"))
    {
      let value = try interpreter.attribute(of: entry, "value")
      let organization = interpreter.heap.adopt(try OrganizationObject(value, interpreter))
      values.append(try organization.own("organization", interpreter))
    }
    return try interpreter.set(values)
  }

  static let members: [Member] = [
    .property("effect") { object, interpreter throws(Unwind) in
      try get("Effect", of: try of(object, interpreter).own("statement", interpreter), interpreter)
    },
    .property("actions_expanded") { object, interpreter throws(Unwind) in
      .set(try of(object, interpreter).expanded(interpreter))
    },
    .property("resources") { object, interpreter throws(Unwind) in
      let statement = try of(object, interpreter).own("statement", interpreter)
      if try interpreter.contains(.string("NotResource"), in: statement) {
        return try interpreter.set([.string("*")])
      }
      return try interpreter.set(
        try PolicyCommon.items(try get("Resource", of: statement, interpreter), interpreter))
    },
    .method("action_summary", "def()") { call throws(Unwind) in
      let actions = try of(call.receiver, call.interpreter).expanded(call.interpreter)
      return .dict(try ActionExpansion.categories(of: actions.table.keys, call.interpreter))
    },
    .method("whos_allowed", "def()") { call throws(Unwind) in
      try of(call.receiver, call.interpreter).whosAllowed(call.interpreter)
    },
    question("uses_not_principal") { statement, interpreter throws(Unwind) in
      try statement.usesNotPrincipal(interpreter)
    },
    question("is_internet_accessible") { statement, interpreter throws(Unwind) in
      try statement.isOpen(interpreter)
    },
    question("is_condition_internet_accessible") { statement, interpreter throws(Unwind) in
      try statement.isConditionOpen(interpreter)
    },
    values("condition_arns", "arn"), values("condition_accounts", "account"),
    values("condition_orgpaths", "organization"), values("condition_userids", "userid"),
    values("condition_cidrs", "cidr"), values("condition_vpcs", "vpc"), values("condition_vpces", "vpce"),
    conditionOrganizations,
  ]
}
