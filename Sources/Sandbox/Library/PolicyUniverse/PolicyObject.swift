/// `policyuniverse.policy`: a policy document and its statements.
extension NativeModule {
  static let policyUniversePolicy = NativeModule(
    "policyuniverse.policy",
    [
      .type("Policy", .iamPolicy), .type("Statement", .iamStatement), .type("defaultdict", .defaultDict),
      PolicyCommon.arrayFunction,
    ],
    allNames: ["Policy", "Statement", "defaultdict", "ensure_array"])
}

extension NativeType {
  static let iamPolicy = NativeType(
    "Policy", module: "policyuniverse.policy", isComplete: true, isWrittenInPython: true,
    constructor: NativeFunction("Policy.__init__", "def(policy)") { call throws(Unwind) in
      try PolicyObject.make(call.required(0), call.interpreter)
    },
    members: PolicyObject.members)
}

/// A `Policy`: what its statements say together.
final class PolicyObject: AttributeObject {
  static func make(_ document: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    let object = interpreter.heap.adopt(PolicyObject(type: .iamPolicy))
    object.initialize("policy", document)
    let found = try interpreter.call(
      try interpreter.attribute(of: document, "get"), with: .string("Statement"), try interpreter.list([]))
    var statements: [Object] = []
    for statement in try PolicyCommon.items(found, interpreter) {
      statements.append(try StatementObject.make(statement, interpreter))
    }
    object.initialize("statements", try interpreter.list(statements))
    return .native(object)
  }

  // MARK: Members

  private static func statements(
    _ object: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> [Object] {
    let policy = try receiver(object, as: PolicyObject.self, interpreter)
    return try interpreter.items(of: try policy.own("statements", interpreter))
  }

  private static func ask(
    _ statement: Object, _ method: String, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    try interpreter.call(try interpreter.attribute(of: statement, method), CallArguments())
  }

  /// The union of a part of each statement that takes part.
  private static func union(
    _ object: Object, _ interpreter: Interpreter,
    _ part: (Object) throws(Unwind) -> Object?
  ) throws(Unwind) -> Object {
    var items: [Object] = []
    for statement in try statements(object, interpreter) {
      guard let part = try part(statement) else { continue }
      items += try interpreter.items(of: part)
    }
    return try interpreter.set(items)
  }

  private static func summary(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let summary = ActionExpansion.makeSummary(interpreter)
    for statement in try statements(call.receiver, interpreter) {
      let part = try ask(statement, "action_summary", interpreter)
      let pairs = try interpreter.call(try interpreter.attribute(of: part, "items"), CallArguments())
      for pair in try interpreter.items(of: pairs) {
        let parts = try interpreter.unpack(pair, count: 2)
        try ActionExpansion.add(
          try interpreter.items(of: parts[1]), for: parts[0], to: summary, interpreter)
      }
    }
    return .dict(summary)
  }

  static let members: [Member] = [
    .property("principals") { object, interpreter throws(Unwind) in
      try union(object, interpreter) { (statement) throws(Unwind) in
        try interpreter.attribute(of: statement, "principals")
      }
    },
    .property("condition_entries") { object, interpreter throws(Unwind) in
      try union(object, interpreter) { (statement) throws(Unwind) in
        try interpreter.attribute(of: statement, "condition_entries")
      }
    },
    .method("whos_allowed", "def()") { call throws(Unwind) in
      let interpreter = call.interpreter
      return try union(call.receiver, interpreter) { (statement) throws(Unwind) in
        let effect = try interpreter.attribute(of: statement, "effect")
        guard try interpreter.equals(effect, .string("Allow")) else { return nil }
        return try ask(statement, "whos_allowed", interpreter)
      }
    },
    .method("internet_accessible_actions", "def()") { call throws(Unwind) in
      let interpreter = call.interpreter
      return try union(call.receiver, interpreter) { (statement) throws(Unwind) in
        guard try interpreter.isTrue(try ask(statement, "is_internet_accessible", interpreter)) else {
          return nil
        }
        return try interpreter.attribute(of: statement, "actions")
      }
    },
    .method("is_internet_accessible", "def()") { call throws(Unwind) in
      let interpreter = call.interpreter
      for statement in try statements(call.receiver, interpreter)
      where try interpreter.isTrue(try ask(statement, "is_internet_accessible", interpreter)) {
        return .bool(true)
      }
      return .bool(false)
    },
    .method("action_summary", "def()", summary),
  ]
}
