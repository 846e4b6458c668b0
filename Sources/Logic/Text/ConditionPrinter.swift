/// The text form of conditions:
///
/// ```
/// condition  := disjunct ("or" disjunct)*
/// disjunct   := unary ("and" unary)*
/// unary      := "not" unary | "(" condition ")" | quantified | predicate | opaque | "true" | "false"
/// quantified := ("any" | "all") path "as" name "(" condition ")"
/// predicate  := path operator (value | path)?
/// path       := (name | "[" string "]") ("." name | "[" (index | string) "]")*
/// value      := string | number | "true" | "false" | "null" | "[" value, … "]" | "{" string ":" value, … "}"
/// opaque     := "`" Python "`"
/// ```
///
/// Strings and numbers are written as in JSON, and a backquote inside opaque Python is doubled. A name that a
/// quantifier binds hides a field of the resource with that name, which then is written `["name"]`.
extension Condition: CustomStringConvertible {
  package var description: String { Printer().text(self) }
}

extension Path: CustomStringConvertible {
  package var description: String { Printer().text(self) }
}

extension LogicValue: CustomStringConvertible {
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value): value.description
    case .string(let text): Printer.quoted(text)
    case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { Printer.quoted($0.key) + ": " + $0.value.description }.joined(separator: ", ") + "}"
    }
  }
}

private struct Printer {
  var variables: Set<String> = []

  func text(_ condition: Condition) -> String {
    switch condition {
    case .constant(let value): return value ? "true" : "false"
    case .opaque(let term): return "`" + term.text.split("`", with: "``") + "`"
    case .not(let inner): return "not " + unary(inner)
    case .and(let parts):
      return parts.isEmpty ? "true" : parts.map(unary).joined(separator: " and ")
    case .or(let parts):
      return parts.isEmpty ? "false" : parts.map(unary).joined(separator: " or ")
    case .predicate(let predicate):
      let start = text(predicate.path) + " " + predicate.operator.rawValue
      switch predicate.operand {
      case .literal(let value): return start + " " + value.description
      case .path(let path): return start + " " + text(path)
      case nil: return start
      }
    case .quantified(let quantifier, let path, let variable, let body):
      var inner = self
      inner.variables.insert(variable)
      return "\(quantifier.rawValue) \(text(path)) as \(variable) (\(inner.text(body)))"
    }
  }

  /// In brackets where the grammar needs them, and around `and` inside `or`, where readers do.
  private func unary(_ condition: Condition) -> String {
    switch condition {
    case .and(let parts) where !parts.isEmpty: "(" + text(condition) + ")"
    case .or(let parts) where !parts.isEmpty: "(" + text(condition) + ")"
    default: text(condition)
    }
  }

  func text(_ path: Path) -> String {
    var text = path.variable ?? ""
    for step in path.steps {
      switch step {
      case .key(let key) where Words.isName(key) && !text.isEmpty: text += "." + key
      case .key(let key) where Words.isName(key) && !Words.reserved.contains(key) && !variables.contains(key):
        text = key
      case .key(let key): text += "[" + Printer.quoted(key) + "]"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(Character(scalar))
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension String {
  fileprivate func split(_ separator: Character, with replacement: String) -> String {
    split(separator: separator, omittingEmptySubsequences: false).joined(separator: replacement)
  }
}
