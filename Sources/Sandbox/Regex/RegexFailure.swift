/// Why a regular expression gave no answer.
package enum RegexFailure: Error, Equatable, Sendable {
  /// `re.error`: the pattern or the replacement template is not valid.
  case syntax(RegexSyntaxError)
  /// `OverflowError` with its message.
  case overflow(String)
  /// `ValueError` with its message.
  case value(String)
  /// `IndexError` with its message.
  case index(String)
  /// A construct of the pattern language that this engine does not have.
  case unsupported(String)
  /// A bound on the work was met; the text names it.
  case limit(String)
}

/// What CPython's `re.error` tells: a message and, where known, the code point it is about.
package struct RegexSyntaxError: Error, Equatable, Sendable {
  package let message: String
  package let position: Int?
  package let line: Int?
  package let column: Int?

  init(_ message: String, at position: Int?, in pattern: [UInt32]) {
    self.message = message
    self.position = position
    guard let position else {
      line = nil
      column = nil
      return
    }
    let before = pattern.prefix(max(0, position))
    line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    column = position - (before.lastIndex(of: 10) ?? -1)
    spansLines = pattern.contains(10)
  }

  private var spansLines = false

  /// `str()` of the exception.
  package var description: String {
    guard let position, let line, let column else { return message }
    let place = spansLines ? " (line \(line), column \(column))" : ""
    return "\(message) at position \(position)\(place)"
  }
}
