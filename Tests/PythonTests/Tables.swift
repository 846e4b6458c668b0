import Python
import SourceText
import Testing

/// A source and the first error CPython 3.11 finds in it.
struct ErrorRow: CustomTestStringConvertible {
  let source: String
  let line: Int
  let kind: PythonSyntaxError.Kind
  let message: String

  var testDescription: String { source }
}

/// A source and its tree in the form of `ast.dump` in one line: of the only expression, or of the module.
struct TreeRow: CustomTestStringConvertible {
  let source: String
  let tree: String

  var testDescription: String { source }
}

/// Rows `SOURCE => LINE: [CLASS: ]MESSAGE`, with escapes as in Swift.
func errorTable(_ text: String) -> [ErrorRow] {
  text.split(separator: "\n").compactMap { line in
    let parts = String(line).split(separatedBy: " => ")
    guard parts.count == 2, let colon = parts[1].firstIndex(of: ":"), let number = Int(parts[1][..<colon])
    else { return nil }
    var message = String(parts[1][colon...].dropFirst(2))
    var kind = PythonSyntaxError.Kind.syntaxError
    for other in [PythonSyntaxError.Kind.indentationError, .tabError]
    where message.hasPrefix(other.rawValue + ": ") {
      kind = other
      message.removeFirst(other.rawValue.count + 2)
    }
    let source = parts[0].trimmingTrailingSpaces()
    return ErrorRow(
      source: unescaped(source), line: number, kind: kind, message: unescaped(message))
  }
}

/// A source on one line, its tree on the indented lines after it; escapes as in Swift.
func treeTable(_ text: String) -> [TreeRow] {
  var rows: [TreeRow] = []
  for line in text.split(separator: "\n") {
    if line.hasPrefix("  "), let last = rows.popLast() {
      let piece = unescaped(String(line.dropFirst(2)))
      rows.append(TreeRow(source: last.source, tree: last.tree + (last.tree.isEmpty ? "" : " ") + piece))
    } else {
      rows.append(TreeRow(source: unescaped(String(line)), tree: ""))
    }
  }
  return rows
}

func expectFirstError(_ row: ErrorRow, sourceLocation: SourceLocation = #_sourceLocation) {
  let module = PythonModule(parsing: SourceText(row.source))
  let first = module.errors.first
  #expect(first?.message == row.message, sourceLocation: sourceLocation)
  #expect(first?.kind == row.kind, sourceLocation: sourceLocation)
  #expect(first.map(module.line) == row.line, sourceLocation: sourceLocation)
}

func expectTree(_ row: TreeRow, sourceLocation: SourceLocation = #_sourceLocation) {
  let module = PythonModule(parsing: SourceText(row.source))
  #expect(module.errors == [], sourceLocation: sourceLocation)
  var tree = inOneLine(module.dump())
  let (prefix, suffix) = ("Module(body=[Expr(value=", ")], type_ignores=[])")
  if !row.tree.hasPrefix("Module("), tree.hasPrefix(prefix), tree.hasSuffix(suffix) {
    tree = String(tree.dropFirst(prefix.count).dropLast(suffix.count))
  }
  #expect(tree == row.tree, sourceLocation: sourceLocation)
}

extension PythonModule {
  /// The one-based line of an error.
  func line(of error: PythonSyntaxError) -> Int { source.lines.line(at: error.range.lowerBound) + 1 }
}

/// `ast.dump(tree, indent=1)` as `ast.dump(tree)`. No string in a dump holds a line break: `repr` escapes it.
func inOneLine(_ dump: String) -> String {
  var text = ""
  for line in dump.split(separator: "\n") {
    if text.hasSuffix(",") { text += " " }
    text += line.drop { $0 == " " }
  }
  return text
}

private func unescaped(_ text: String) -> String {
  var result = ""
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    guard scalar == "\\", let letter = rest.popFirst() else {
      result.unicodeScalars.append(scalar)
      continue
    }
    switch letter {
    case "n": result += "\n"
    case "r": result.unicodeScalars.append("\r")
    case "t": result += "\t"
    case "u":
      let digits = rest.dropFirst().prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count + 2)
      if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
      }
    default: result.unicodeScalars.append(letter)
    }
  }
  return result
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  fileprivate func split(separatedBy separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}
