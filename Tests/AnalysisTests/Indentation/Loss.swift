import YAML

/// How a text loses indentation on its way.
enum Loss: String, Sendable, CaseIterable {
  /// Every line begins at its first letter.
  case all
  case half
  case firstTwoColumns
  /// The text was indented as a whole.
  case indentedByThree
  /// Only the lines of resources and events are flat.
  case resources

  func applied(to text: String) -> String {
    var resourceColumn: Int?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let column = line.prefix { $0 == " " }.count
      let content = String(line.dropFirst(column))
      if content.isEmpty { return "" }
      switch self {
      case .all: return content
      case .half: return String(repeating: " ", count: column / 2) + content
      case .firstTwoColumns: return String(line.dropFirst(min(column, 2)))
      case .indentedByThree: return "   " + line
      case .resources:
        if let start = resourceColumn, column > start { return content }
        resourceColumn = content.hasPrefix("Resource:") || content.hasPrefix("Log:") ? column : nil
        return String(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension YAMLValue {
  /// The value with single blanks in its texts: how a text's own lines were indented is gone for good.
  var withSingleBlanks: YAMLValue {
    switch self {
    case .string(let text): .string(text.split { $0.isWhitespace }.joined(separator: " "))
    case .sequence(let items): .sequence(items.map(\.withSingleBlanks))
    case .mapping(let pairs): .mapping(pairs.map { .init(key: $0.key, value: $0.value.withSingleBlanks) })
    default: self
    }
  }
}
