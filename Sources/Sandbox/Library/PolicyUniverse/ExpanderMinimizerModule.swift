/// `policyuniverse.expander_minimizer`: policies with every action written out, and with as few patterns as can be.
///
/// What the package writes to stderr (sizes, prefixes it skips) is nobody's to see and is not written; what it prints
/// is. It prints in the order of a set, which differs from run to run; here the order is that of the actions.
extension NativeModule {
  static let policyUniverseExpanderMinimizer = NativeModule(
    "policyuniverse.expander_minimizer",
    ExpanderMinimizerModule.shared + [
      .function("minimize_policy", "def(policy=None, minchars=None)", ExpanderMinimizerModule.minimizePolicy),
      .function("minimize_statement_actions", "def(statement, minchars=None)") { call throws(Unwind) in
        try ExpanderMinimizerModule.minimize(call.required(0), minimum: call[1] ?? .none, call.interpreter)
      },
      .function(
        "expand_minimize_over_policies", "def(policies, activity, **kwargs)",
        ExpanderMinimizerModule.overPolicies),
      .value("policy_headers") { interpreter throws(Unwind) in
        try interpreter.list(ExpanderMinimizerModule.headers.map { .string($0) })
      },
      PolicyCommon.arrayFunction,
    ],
    allNames: [
      "all_permissions", "copy", "ensure_array", "expand_minimize_over_policies", "expand_policy", "fnmatch",
      "get_actions_from_statement", "json", "minimize_policy", "minimize_statement_actions", "policy_headers",
      "print_function", "sys",
    ])
}

enum ExpanderMinimizerModule {
  /// What `policyuniverse` itself has of it.
  static let shared: [Member] = [
    .value("all_permissions") { interpreter throws(Unwind) in
      try ActionSets.allPermissions(interpreter)
    },
    .function("expand_policy", "def(policy=None, expand_deny=False)", expandPolicy),
    actionsFunction,
  ]

  static let actionsFunction = Member.function("get_actions_from_statement", "def(statement)") {
    call throws(Unwind) in
    .set(try ActionExpansion.actions(of: call.required(0), call.interpreter))
  }

  // MARK: Expanding

  /// A deep copy of the policy whose statements, unless they deny, list their actions one by one.
  @Sendable private static func expandPolicy(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    var known: [ObjectIdentifier: Object] = [:]
    let policy = try CopyModule.deep(call.required(0), &known, interpreter)
    let statements = try PolicyCommon.array(
      try interpreter.item(of: policy, .string("Statement")), interpreter)
    try interpreter.setItem(of: policy, .string("Statement"), to: statements)
    for statement in try interpreter.items(of: statements) {
      let effect = try interpreter.item(of: statement, .string("Effect"))
      let lowered = try interpreter.call(try interpreter.attribute(of: effect, "lower"), CallArguments())
      if try interpreter.equals(lowered, .string("deny")), try !interpreter.isTrue(call[1] ?? .none) {
        continue
      }
      let actions = try ActionExpansion.actions(of: statement, interpreter)
      if try interpreter.contains(.string("NotAction"), in: statement) {
        try interpreter.deleteItem(of: statement, .string("NotAction"))
      }
      try interpreter.setItem(
        of: statement, .string("Action"), to: try ActionExpansion.sorted(actions, interpreter))
    }
    return policy
  }

  // MARK: Minimizing

  /// Minimizes the statements of the policy in place.
  @Sendable fileprivate static func minimizePolicy(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let policy = call.required(0)
    // The package measures the policy as JSON, so it has to have that form.
    var writer = JSONWriter(interpreter: interpreter)
    try writer.setIndent(.int(2))
    try writer.write(policy)
    try interpreter.iterate(try interpreter.item(of: policy, .string("Statement"))) {
      (statement) throws(Unwind) in
      let actions = try minimize(statement, minimum: call[1] ?? .none, interpreter)
      try interpreter.setItem(of: statement, .string("Action"), to: actions)
      return true
    }
    return policy
  }

  fileprivate static func minimize(
    _ statement: Object, minimum: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let effect = try interpreter.item(of: statement, .string("Effect"))
    guard try interpreter.equals(effect, .string("Allow")) else {
      throw interpreter.raise(.exception, "Minification does not currently work on Deny statements.")
    }
    let granted = try grantedActions(of: statement, interpreter)
    let table = try ActionSets.table(interpreter)
    let minimizer = ActionMinimizer(granting: granted, in: table)
    try interpreter.charge(work: table.count + minimizer.work * 32)
    var minimized: Set<PyString> = []
    for index in granted {
      try interpreter.step()
      let name = table.name(at: index)
      let outcome = try minimizer.outcome(for: index) { () throws(Unwind) in
        try least(minimum, interpreter)
      }
      switch outcome {
      case .prefix(let length, let isAction):
        let prefix = name.slice(utf8: 0..<length)
        minimized.insert(isAction ? prefix : PyString(concatenating: prefix, "*"))
      case .denied:
        try interpreter.write("Action is a denied prefix. Action: \(name.text)\n")
        minimized.insert(name)
      case .noPrefix:
        try interpreter.write("Could not suitable prefix. Defaulting to \(name.text)\n")
        minimized.insert(name)
      }
    }
    var patterns: [Object] = []
    for pattern in minimized.sorted(by: { PyString.precedes($0.text, $1.text) }) {
      patterns.append(try interpreter.string(pattern))
    }
    return try interpreter.list(patterns)
  }

  /// Where the actions of a statement stand in the table; the package takes no others.
  private static func grantedActions(
    of statement: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> [Int] {
    let table = try ActionSets.table(interpreter)
    let patterns = try interpreter.item(of: statement, .string("Action"))
    var granted: Set<Int> = []
    for action in try ActionExpansion.expand(patterns, interpreter) {
      guard let index = table.index(of: action) else {
        throw interpreter.raise(
          .exception, "Desired action not found in master permission list. \(action.text)")
      }
      granted.insert(index)
    }
    return granted.sorted()
  }

  /// The fewest characters of a prefix behind the service's name.
  private static func least(_ minimum: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    guard try interpreter.isTrue(minimum) else { return 0 }
    return try interpreter.call(.type(.int), with: minimum).asInt ?? 0
  }

  // MARK: Several policies

  /// The keys under which AWS lists several policies by name.
  fileprivate static let headers = ["rolepolicies", "grouppolicies", "userpolicies", "policy"]

  /// Calls a function with each policy of a listing, or with what is no listing.
  @Sendable fileprivate static func overPolicies(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let policies = call.required(0)
    let activity = call.required(1)
    func act(on policy: Object) throws(Unwind) -> Object {
      if call.keywords.contains(where: { $0.name == "policy" }) {
        if case .builtin = activity { throw interpreter.unsupported("a second argument policy") }
        throw interpreter.raise(
          .typeError,
          "\(try interpreter.functionText(activity)) got multiple values for keyword argument 'policy'")
      }
      let keywords = [CallArguments.Keyword(name: "policy", value: policy)] + call.keywords
      return try interpreter.call(activity, CallArguments([], keywords: keywords))
    }
    for header in headers where try interpreter.contains(.string(header), in: policies) {
      let results = interpreter.makeDict()
      try interpreter.iterate(try interpreter.item(of: policies, .string(header))) { (name) throws(Unwind) in
        let policy = try interpreter.item(of: try interpreter.item(of: policies, .string(header)), name)
        try interpreter.set(name, to: try act(on: policy), in: results)
        return true
      }
      return try interpreter.dict([(.string(header), .dict(results))])
    }
    return try act(on: policies)
  }
}
