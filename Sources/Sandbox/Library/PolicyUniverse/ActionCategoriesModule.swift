/// `policyuniverse.action_categories` and `policyuniverse.action`: what kind of access an action gives.
extension NativeModule {
  static let policyUniverseActionCategories = NativeModule(
    "policyuniverse.action_categories",
    [
      ActionExpansion.categoriesFunction,
      .function("actions_for_category", "def(category)") { call throws(Unwind) in
        try ActionExpansion.actions(in: call.required(0), call.interpreter)
      },
      .function("translate_aws_action_groups", "def(groups)", ServiceData.translateGroups),
      .type("defaultdict", .defaultDict),
      ServiceData.buildCategories,
    ],
    allNames: [
      "actions_for_category", "build_action_categories_from_service_data", "categories_for_actions",
      "defaultdict", "translate_aws_action_groups",
    ])

  static let policyUniverseAction = NativeModule(
    "policyuniverse.action", [ServiceData.buildActions],
    allNames: ["build_service_actions_from_service_data"])
}

/// Reading service data in the form that the package ships with; its own 8 MB of them are not here.
enum ServiceData {
  /// The category that the groups of AWS amount to: the first of these that is among them.
  private static let groups: [(group: String, category: String)] = [
    ("Permissions", "Permissions"), ("ListOnly", "List"), ("ReadOnly", "Read"), ("Tagging", "Tagging"),
    ("ReadWrite", "Write"),
  ]

  @Sendable static func translateGroups(_ call: NativeCall) throws(Unwind) -> Object {
    for (group, category) in groups
    where try call.interpreter.contains(.string(group), in: call.required(0)) {
      return .string(category)
    }
    return .string("Unknown")
  }

  static let buildActions = Member.function(
    "build_service_actions_from_service_data", "def(service_data)"
  ) { call throws(Unwind) in
    let interpreter = call.interpreter
    let actions = interpreter.makeSet()
    try eachService(call) { (prefix, service) throws(Unwind) in
      try interpreter.iterate(try interpreter.item(of: service, .string("actions"))) {
        (action) throws(Unwind) in
        try interpreter.insert(try name(prefix, action, interpreter), into: actions)
        return true
      }
    }
    return .set(actions)
  }

  static let buildCategories = Member.function(
    "build_action_categories_from_service_data", "def(service_data)"
  ) { call throws(Unwind) in
    let interpreter = call.interpreter
    let categories = interpreter.makeDict()
    try eachService(call) { (prefix, service) throws(Unwind) in
      let actions = try interpreter.item(of: service, .string("actions"))
      let pairs = try interpreter.call(try interpreter.attribute(of: actions, "items"), CallArguments())
      try interpreter.iterate(pairs) { (pair) throws(Unwind) in
        let parts = try interpreter.unpack(pair, count: 2)
        let key = try name(prefix, parts[0], interpreter)
        let category = try interpreter.item(of: parts[1], .string("calculated_action_group"))
        try interpreter.set(key, to: category, in: categories)
        return true
      }
    }
    return .dict(categories)
  }

  private static func eachService(
    _ call: NativeCall, _ body: (_ prefix: Object, _ service: Object) throws(Unwind) -> Void
  ) throws(Unwind) {
    let interpreter = call.interpreter
    try interpreter.iterate(call.required(0)) { (name) throws(Unwind) in
      let service = try interpreter.item(of: call.required(0), name)
      try body(try interpreter.item(of: service, .string("prefix")), service)
      return true
    }
  }

  /// `prefix:action`, the action in lower case.
  private static func name(
    _ prefix: Object, _ action: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let lowered = try interpreter.call(try interpreter.attribute(of: action, "lower"), CallArguments())
    let parts = [try interpreter.format(prefix, ""), try interpreter.format(lowered, "")]
    return try interpreter.string(parts.map(\.text).joined(separator: ":"))
  }
}
