/// A workflow command that GitHub Actions shows beside the line it names (GitHub Docs, *Workflow commands*).
struct GitHubAnnotation {
  enum Level: String { case error, warning, notice }

  let level: Level
  let path: String
  /// One-based, as all numbers here.
  let line: Int
  var column: Int?
  var endLine: Int?
  var endColumn: Int?
  let title: String
  let message: String

  var text: String {
    var properties = ["file=\(escaped(path))", "line=\(line)"]
    // Columns mean nothing to GitHub in a range of several lines.
    if let endLine, endLine != line {
      properties.append("endLine=\(endLine)")
    } else {
      if let column { properties.append("col=\(column)") }
      if let endColumn { properties.append("endColumn=\(endColumn)") }
    }
    properties.append("title=\(escaped(title))")
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(escapedMessage(message))\n"
  }

  private func escapedMessage(_ text: String) -> String {
    text.map { character -> String in
      switch character {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case "\r\n": "%0D%0A"
      default: String(character)
      }
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    escapedMessage(text).map { character -> String in
      switch character {
      case ":": "%3A"
      case ",": "%2C"
      default: String(character)
      }
    }.joined()
  }
}
