/// Which actions the `Action` and `NotAction` of a statement stand for.
enum ActionExpansion {
  /// What one or several action patterns stand for. A pattern by itself counts as one only if it has a star; in a
  /// sequence question marks and sets count too. What matches nothing stays, in lower case.
  static func expand(_ actions: Object, _ interpreter: Interpreter) throws(Unwind) -> [PyString] {
    if case .string(let action) = actions {
      let action = StringCase.lower(action)
      guard action.text.utf8.contains(UInt8(ascii: "*")) else { return [action] }
      return try expand(action, interpreter)
    }
    var expanded: [PyString] = []
    for item in try interpreter.items(of: actions) {
      expanded += try expand(try lower(item, interpreter), interpreter)
    }
    return expanded
  }

  private static func lower(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    if case .string(let action) = item { return StringCase.lower(action) }
    let lowered = try interpreter.call(try interpreter.attribute(of: item, "lower"), CallArguments())
    if case .bytes = lowered {
      throw interpreter.raise(.typeError, "cannot use a bytes pattern on a string-like object")
    }
    throw interpreter.unsupported("an action of type \(item.typeName)")
  }

  private static func expand(_ pattern: PyString, _ interpreter: Interpreter) throws(Unwind) -> [PyString] {
    let table = try ActionSets.table(interpreter)
    try interpreter.charge(work: pattern.utf8Count)
    let found: [PyString]
    let looked: Int
    do throws(RegexFailure) {
      let pattern = try ActionPattern(pattern)
      looked = pattern.candidates(in: table).count
      found = try pattern.matches(in: table)
    } catch {
      throw RegexModule.unwind(error, pattern: .string(pattern), interpreter)
    }
    try charge(looked, interpreter)
    return found.isEmpty ? [pattern] : found
  }

  /// The actions a statement names, and all that its `NotAction` doesn't.
  static func actions(of statement: Object, _ interpreter: Interpreter) throws(Unwind) -> SetObject {
    let actions = interpreter.makeSet()
    for action in try patterns("Action", of: statement, interpreter) {
      for name in try expand(action, interpreter) {
        try interpreter.insert(try interpreter.string(name), into: actions)
      }
    }
    var excluded: Set<PyString> = []
    for action in try patterns("NotAction", of: statement, interpreter) {
      excluded.formUnion(try expand(action, interpreter))
    }
    if excluded.isEmpty { return actions }
    let table = try ActionSets.table(interpreter)
    for index in table.indices {
      let name = table.name(at: index)
      if !excluded.contains(name) { try interpreter.insert(try interpreter.string(name), into: actions) }
    }
    return actions
  }

  private static func patterns(
    _ key: String, of statement: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> [Object] {
    let found = try interpreter.call(
      try interpreter.attribute(of: statement, "get"), with: .string(key), try interpreter.list([]))
    return try interpreter.items(of: try PolicyCommon.array(found, interpreter))
  }

  /// `sorted`, for a set of strings.
  static func sorted(_ actions: SetObject, _ interpreter: Interpreter) throws(Unwind) -> Object {
    try interpreter.charge(work: actions.table.count * 64)
    return try interpreter.list(
      actions.table.keys.compactMap(\.asString).sorted { PyString.precedes($0.text, $1.text) }
        .map { .string($0) })
  }

  // MARK: Categories

  static let categoriesFunction = Member.function("categories_for_actions", "def(actions)") {
    call throws(Unwind) in
    .dict(try categories(of: try call.interpreter.items(of: call.required(0)), call.interpreter))
  }

  /// The categories of actions, by the name of their service; `None` stands for an action that isn't known.
  static func categories(of actions: [Object], _ interpreter: Interpreter) throws(Unwind) -> DictObject {
    let table = try ActionSets.table(interpreter)
    let summary = makeSummary(interpreter)
    for action in actions {
      try interpreter.step()
      guard case .string(let name) = action else {
        _ = try PolicyCommon.split(action, at: ":", interpreter)
        continue
      }
      let length = name.text.utf8.prefix { $0 != UInt8(ascii: ":") }.count
      let service = name.slice(utf8: 0..<length)
      let category = table.index(of: name).flatMap { table.category(at: $0) }
      try add([category.map { .string($0.name) } ?? .none], for: .string(service), to: summary, interpreter)
    }
    return summary
  }

  /// A `defaultdict(set)`.
  static func makeSummary(_ interpreter: Interpreter) -> DictObject {
    let summary = interpreter.makeDict(.defaulting)
    summary.factory = .type(.set)
    return summary
  }

  static func add(
    _ categories: [Object], for service: Object, to summary: DictObject, _ interpreter: Interpreter
  ) throws(Unwind) {
    let found = try interpreter.item(of: .dict(summary), service)
    guard case .set(let set) = found else { return }
    for category in categories { try interpreter.insert(category, into: set) }
  }

  /// The actions of a category; none for what is no category.
  static func actions(in category: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    let table = try ActionSets.table(interpreter)
    var wanted: Set<ActionTable.Category> = []
    for candidate in ActionTable.Category.allCases
    where try interpreter.equals(.string(candidate.name), category) {
      wanted.insert(candidate)
    }
    let actions = interpreter.makeSet()
    try charge(table.count, interpreter)
    for index in table.indices {
      guard let category = table.category(at: index), wanted.contains(category) else { continue }
      try interpreter.insert(try interpreter.string(table.name(at: index)), into: actions)
    }
    return .set(actions)
  }

  /// Looking at that many actions.
  private static func charge(_ count: Int, _ interpreter: Interpreter) throws(Unwind) {
    try interpreter.charge(work: count * 32)
  }
}
