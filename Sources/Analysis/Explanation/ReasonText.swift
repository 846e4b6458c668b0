import Sandbox

/// How a reason is put in words: with Markdown's marks, or without them for a terminal or a message.
package enum ReasonStyle: Sendable {
  case markdown, plain

  /// Code in one line. A text with backquotes is put in two.
  func code(_ text: String) -> String {
    switch self {
    case .plain: text
    case .markdown: text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }
  }

  func strong(_ text: String) -> String { self == .markdown ? "**\(text)**" : text }
}

extension Reason {
  /// `not resource.get("InUseBy")` is **false**: `InUseBy` is `["…"]`.
  ///
  /// - Parameter subject: Stands for the text of the condition or statement.
  package func sentence(_ style: ReasonStyle, subject: String? = nil) -> String {
    let subject = subject ?? style.code(text)
    let known = facts.map { $0.clause(style) }.joined(separator: ", ")
    switch kind {
    case .condition(let isTrue, let timesTrue, let timesFalse):
      let times = isTrue ? (timesTrue, timesFalse) : (timesFalse, timesTrue)
      return "\(subject) is \(Reason.outcome(style.strong(isTrue ? "true" : "false"), times))"
        + (known.isEmpty ? "" : ": \(known)")
    case .returned(let value, let isLiteral):
      if known.isEmpty, isLiteral { return subject }
      let answer = value.isTruth ? style.strong(value.answer) : style.code(value.answer)
      return "\(subject) gives \(answer)" + (known.isEmpty ? "" : ": \(known)")
    case .raised(let error): return "\(subject) raised \(style.code(error))"
    case .matched: return "\(subject) matches" + (known.isEmpty ? "" : ": \(known)")
    case .called: return "in \(subject)"
    }
  }

  /// What a condition was, if it was tested more than once.
  private static func outcome(_ word: String, _ times: (same: Int, other: Int)) -> String {
    let all = times.same + times.other
    if all < 2 { return word }
    if times.other == 0 { return all == 2 ? "\(word) both times" : "\(word) all \(all) times" }
    if times.same == 1 { return "\(word) the \(ordinal(all)) time" }
    return "\(word) the last of \(all) times"
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "\(number)th"
    case (_, 1): "\(number)st"
    case (_, 2): "\(number)nd"
    case (_, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}

extension Fact {
  package func clause(_ style: ReasonStyle) -> String {
    switch self {
    case .field(let path, let value?): "\(style.code(path.description)) is \(style.code(value.text(.json)))"
    case .field(let path, nil): "\(style.code(path.description)) is absent"
    case .expression(let text, let value): "\(style.code(text)) is \(style.code(value.text(.python)))"
    case .truth(let text, let isTrue): "\(style.code(text)) is \(isTrue ? "true" : "false")"
    case .item(let value): "the item is \(style.code(value.text(.python)))"
    case .variable(let name, let path): "\(style.code(name)) is \(style.code(path.description))"
    case .noItem(of: 0, _): "there is no item"
    case .noItem(of: 1, let areTrue): areTrue ? "true for the only item" : "not true for the only item"
    case .noItem(let count, true): "true for all \(count) items"
    case .noItem(let count, false): "true for none of \(count) items"
    }
  }
}

extension ValueSketch {
  var isTruth: Bool {
    if case .bool = self { true } else { false }
  }

  /// A boolean as YAML writes it, anything else as Python does.
  var answer: String {
    if case .bool(let value) = self { return value ? "true" : "false" }
    return text(.python)
  }
}
