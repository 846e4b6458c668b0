import SourceText

/// The tree in the form of CPython 3.11's `ast.dump(tree, indent=1)`, byte for byte, so that the two can be
/// compared.
extension PythonModule {
  package func dump() -> String {
    var writer = DumpWriter(source: source)
    writer.write(
      .node("Module", [("body", .statements(body)), ("type_ignores", .list([]))]))
    return writer.text
  }
}

/// A value as `ast.dump` sees it. Parts are turned into fields only when they are written, so that a deep
/// tree needs no deep stack.
enum DumpValue {
  indirect case node(String, [(String, DumpValue)])
  indirect case list([DumpValue])
  case text(String)
  case statements([Statement])
  case expressions([Expression], ExpressionContext)
  case expression(Expression, ExpressionContext)
  case patterns([Pattern])
  case pattern(Pattern)
  case arguments(Arguments)
  case comprehensions([Comprehension])
  case keywords([Keyword])
  case handlers([ExceptHandler])
  case cases([MatchCase])
  /// The values of an f-string, whose constants carry the `kind` of its first literal.
  case joined([Expression], hasUnicodePrefix: Bool)
}

/// What CPython stores as `ctx`; here it follows from where the expression stands.
enum ExpressionContext: String {
  case load = "Load"
  case store = "Store"
  case delete = "Del"
}

/// Writes values the way `ast.dump` does: on one line if all fields are simple and at most three.
struct DumpWriter {
  let fields: DumpFields
  private(set) var text = ""

  init(source: SourceText) {
    fields = DumpFields(source: source)
  }

  private enum Work {
    case text(String)
    case value(DumpValue, level: Int)
  }

  mutating func write(_ root: DumpValue) {
    var work: [Work] = [.value(root, level: 0)]
    while let next = work.popLast() {
      switch next {
      case .text(let piece): text += piece
      case .value(let value, let level): expand(fields.resolve(value), level: level + 1, into: &work)
      }
    }
  }

  private mutating func expand(_ value: DumpValue, level: Int, into work: inout [Work]) {
    let prefix = "\n" + String(repeating: " ", count: level)
    switch value {
    case .node(let name, let fields):
      let isSimple = fields.count <= 3 && fields.allSatisfy { self.isSimple($0.1) }
      let separator = isSimple ? ", " : "," + prefix
      work.append(.text(")"))
      for (index, field) in fields.enumerated().reversed() {
        work.append(.value(field.1, level: level))
        work.append(.text((index > 0 ? separator : "") + "\(field.0)="))
      }
      text += "\(name)(" + (isSimple ? "" : prefix)
    case .list(let values):
      if values.isEmpty {
        text += "[]"
        return
      }
      work.append(.text("]"))
      for (index, value) in values.enumerated().reversed() {
        work.append(.value(value, level: level))
        if index > 0 { work.append(.text("," + prefix)) }
      }
      text += "[" + prefix
    case .text(let piece):
      text += piece
    default:
      break
    }
  }

  /// A value `ast.dump` writes without a line break of its own.
  private func isSimple(_ value: DumpValue) -> Bool {
    switch fields.resolve(value) {
    case .text: true
    case .list(let values): values.isEmpty
    case .node(_, let fields): fields.isEmpty
    default: false
    }
  }
}
