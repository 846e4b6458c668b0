/// `policyuniverse` 1.5: AWS policy documents, as far as it needs no list of AWS actions. Expanding, summarizing
/// and minimizing actions is `unsupported`.
extension NativeModule {
  static let policyUniverse = NativeModule("policyuniverse", [])
  static let policyUniversePolicy = NativeModule("policyuniverse.policy", [.type("Policy", .iamPolicy)])
  static let policyUniverseStatement = NativeModule(
    "policyuniverse.statement", [.type("Statement", .iamStatement)])
}

extension NativeType {
  static let iamPolicy = NativeType(
    "Policy", module: "policyuniverse.policy", isWrittenInPython: true,
    constructor: NativeFunction("Policy.__init__", "def(policy)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(try PolicyObject(call.required(0), call.interpreter)))
    },
    members: PolicyObject.members)
  static let iamStatement = NativeType(
    "Statement", module: "policyuniverse.statement", isWrittenInPython: true,
    constructor: NativeFunction("Statement.__init__", "def(statement)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(try StatementObject(call.required(0), call.interpreter)))
    },
    members: StatementObject.members)
}

/// A policy document and its statements.
private final class PolicyObject: NativeObject {
  private var document: Object
  private var statements: Object = .none
  private var parsed: [StatementObject] = []

  init(_ document: Object, _ interpreter: Interpreter) throws(Unwind) {
    self.document = document
    super.init(type: .iamPolicy)
    let found = try interpreter.call(
      try interpreter.attribute(of: document, "get"), with: .string("Statement"),
      try interpreter.list([]))
    for item in try StatementObject.array(found, interpreter) {
      parsed.append(interpreter.heap.adopt(try StatementObject(item, interpreter)))
    }
    statements = try interpreter.list(parsed.map { .native($0) })
  }

  override func releaseReferences() {
    document = .none
    statements = .none
    parsed = []
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> PolicyObject {
    if case .native(let native) = object, let policy = native as? PolicyObject { return policy }
    throw interpreter.unsupported("a member of Policy on \(object.typeName)")
  }

  private static func union(
    _ object: Object, _ interpreter: Interpreter, _ part: (StatementObject) throws(Unwind) -> [Object]
  ) throws(Unwind) -> Object {
    var items: [Object] = []
    for statement in try of(object, interpreter).parsed { items += try part(statement) }
    return try interpreter.set(items)
  }

  static let members: [Member] = [
    .property("policy") { object, interpreter throws(Unwind) in try of(object, interpreter).document },
    .property("statements") { object, interpreter throws(Unwind) in try of(object, interpreter).statements },
    .property("principals") { object, interpreter throws(Unwind) in
      try union(object, interpreter) { (statement) throws(Unwind) in
        try interpreter.items(of: statement.principals)
      }
    },
    .method("is_internet_accessible", "()") { call throws(Unwind) in
      for statement in try of(call.receiver, call.interpreter).parsed
      where try statement.isInternetAccessible(call.interpreter) {
        return .bool(true)
      }
      return .bool(false)
    },
    .method("internet_accessible_actions", "()") { call throws(Unwind) in
      try union(call.receiver, call.interpreter) { (statement) throws(Unwind) in
        try statement.isInternetAccessible(call.interpreter)
          ? try call.interpreter.items(of: statement.actions) : []
      }
    },
  ]
}
