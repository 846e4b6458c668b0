extension SchemaViolation {
  /// One or two sentences for the author: what is wrong, and how to mend it. Markdown.
  package var message: String {
    switch kind {
    case .unknownKey(let name, let nearest, let reason, let allowed):
      "`\(name)` is not a key of \(owner)"
        + (reason.map { ". \($0)" + (nearest.map { " Use `\($0)`." } ?? "") }
          ?? nearest.map { "; did you mean `\($0)`?" } ?? keyChoice(allowed))
    case .missingKey(let name): "`\(name)` is missing: \(owner) needs it."
    case .deprecatedKey(let name, let replacement):
      "`\(name)` is out of use; " + (replacement.map { "write `\($0)` instead." } ?? "leave it out.")
    case .nonStringKey(let name, let found):
      "A key of \(owner) must be a string, and `\(name)` is \(found.withArticle); put it in quotes."
    case .exclusiveKeys(let names):
      "Only one of \(list(names.map { "`\($0)`" })) may be there; remove the other."
    case .wrongType(let expected, let found, let text):
      "\(subject) must be \(expected.withArticles), not \(found.withArticle)"
        + (remedy(expected: expected, found: found, text: text).map { "; \($0)." } ?? ".")
    case .notInEnum(let found, let nearest, let allowed):
      "\(subject) can't be `\(found)`"
        + (nearest.map { "; did you mean `\($0)`?" } ?? valueChoice(allowed))
    case .patternMismatch(_, let forbidden):
      forbidden.isEmpty
        ? "\(subject) must not be empty."
        : "\(subject) must not contain \(list(forbidden.map { "`\($0)`" }, last: "or")); remove "
          + (forbidden.count == 1 ? "it." : "them.")
    case .duplicateItem(let found, _, let differsInCase):
      differsInCase
        ? "`\(found)` is already in the list in other letter case; remove one of them."
        : "`\(found)` is already in the list; remove one of them."
    case .tooFewItems(let minimum):
      "\(subject) needs at least \(minimum) \(minimum == 1 ? "item" : "items")."
    case .tooFewKeys(let minimum):
      "\(subject) needs at least \(minimum) \(minimum == 1 ? "key" : "keys"); add one or remove it."
    case .tooShort(let minimum):
      minimum == 1 ? "\(subject) must not be empty." : "\(subject) needs at least \(minimum) characters."
    }
  }

  /// "`Severity`", "An item of `Tags`", "The file".
  private var subject: String {
    switch path.steps.last {
    case .key(let name): return "`\(name)`"
    case .index:
      guard case .key(let list)? = path.steps.dropLast().last else { return "An item" }
      return "An item of `\(list)`"
    case nil: return "The file"
    }
  }

  private func keyChoice(_ allowed: [String]) -> String {
    allowed.count > 8
      ? "; remove it or check its spelling." : "; its keys are \(list(allowed.map { "`\($0)`" }))."
  }

  private func valueChoice(_ allowed: [String]) -> String {
    allowed.count > 8
      ? ", which is none of the \(allowed.count) values it may have."
      : "; it must be \(list(allowed.map { "`\($0)`" }, last: "or"))."
  }

  private func remedy(expected: SchemaTypes, found: FoundType, text: String?) -> String? {
    switch found {
    case .null: return "give it a value or remove it"
    case .string where expected == .boolean:
      switch text?.lowercased() {
      case "true": return "write `true` without quotes"
      case "false": return "write `false` without quotes"
      case "yes", "on", "y": return "write `true`"
      case "no", "off", "n": return "write `false`"
      default: return "write `true` or `false`"
      }
    case .integer where expected == .boolean && text == "1": return "write `true`"
    case .integer where expected == .boolean && text == "0": return "write `false`"
    case .string where expected == .integer:
      return text.flatMap { Int($0) }.map { "write `\($0)` without quotes" }
    case .boolean where expected.contains(.string), .integer where expected.contains(.string),
      .number where expected.contains(.string):
      return "put it in quotes"
    case .string where expected == .array, .integer where expected == .array:
      return text.map { $0.contains("\n") ? "write it as an item: `- …`" : "write it as an item: `- \($0)`" }
    case .list where expected.contains(.string) && expected.contains(.boolean),
      .map where expected.contains(.string) && expected.contains(.boolean):
      return "write it as JSON text in quotes"
    default: return nil
    }
  }
}

extension FoundType {
  var withArticle: String {
    switch self {
    case .null: "empty"
    case .integer: "an integer"
    case .boolean, .number, .string, .list, .map, .set: "a \(rawValue)"
    case .binary: "binary data"
    }
  }
}

extension SchemaTypes {
  var withArticles: String {
    list(names.map { $0 == "null" ? "empty" : ($0 == "integer" ? "an " : "a ") + $0 }, last: "or")
  }
}
