/// The part of a statement's `Condition` that tells who the statement is for.
enum StatementConditions {
  /// Condition keys that narrow down who a statement applies to, and what kind of value they take.
  private static let categories: [PyString: PyString] = [
    "aws:sourcearn": "arn", "aws:principalarn": "arn", "aws:sourceowner": "account",
    "aws:sourceaccount": "account", "aws:principalaccount": "account", "aws:principalorgid": "organization",
    "aws:principalorgpaths": "organization", "kms:calleraccount": "account", "aws:userid": "userid",
    "aws:sourceip": "cidr", "aws:sourcevpc": "vpc", "aws:sourcevpce": "vpce", "saml:aud": "saml-endpoint",
  ]

  /// Operators that compare for equality or likeness; only the beginning of their names counts.
  private static let relevantOperator = try? Regex(
    CodePoints("(?:(?:ForAllValues|ForAnyValue):)?(?:ARN(?:Equals|Like)|String(?:Equals|Like)|IpAddress)"),
    flags: .ignoreCase)

  /// An entry for every value, in the order of the statement.
  static func entries(of statement: Object, _ interpreter: Interpreter) throws(Unwind) -> [Object] {
    let condition = try StatementObject.get("Condition", of: statement, interpreter)
    guard try interpreter.isTrue(condition) else { return [] }
    var entries: [Object] = []
    let names = try interpreter.call(try interpreter.attribute(of: condition, "keys"), CallArguments())
    for name in try interpreter.items(of: names) where try isRelevant(name, interpreter) {
      let values = try interpreter.item(of: condition, name)
      let pairs = try interpreter.call(try interpreter.attribute(of: values, "items"), CallArguments())
      for pair in try interpreter.items(of: pairs) {
        let parts = try interpreter.unpack(pair, count: 2)
        guard let category = try category(of: parts[0], interpreter) else { continue }
        for value in try PolicyCommon.items(parts[1], interpreter) {
          let entry = NamedPair(.iamCondition, category: .string(category), value: value)
          try interpreter.charge(elements: 2)
          entries.append(.native(interpreter.heap.adopt(entry)))
        }
      }
    }
    return entries
  }

  private static func category(of key: Object, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if case .string(let text) = key { return categories[StringCase.lower(text)] }
    let lowered = try interpreter.call(try interpreter.attribute(of: key, "lower"), CallArguments())
    if case .bytes = lowered { return nil }
    throw interpreter.unsupported("a condition key of type \(key.typeName)")
  }

  private static func isRelevant(_ name: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    let text = try RegexSubject.searched(name, isBytes: false, interpreter).codePoints
    do throws(RegexFailure) {
      return try relevantOperator?.match(text) != nil
    } catch {
      throw RegexModule.unwind(error, pattern: nil, interpreter)
    }
  }
}
