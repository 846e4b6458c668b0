import Catalog
package import SourceText
import YAML

/// A detection's text with the indentation that it has lost, as when it was copied from a web page.
package struct IndentationRestoration: Sendable, Hashable {
  /// One edit for each line that changes: only what stands before the line's content is replaced.
  package let edits: [TextEdit]
  package let restored: SourceText
  /// The zero-based lines that lay outside of the detection, such as headings, and are comments now.
  package let commentedLines: [Int]
  /// The zero-based lines that could also belong elsewhere: nested data says nothing of its nesting once its
  /// indentation is gone.
  package let guessedLines: [Int]
}

/// Why indentation can't be restored.
package enum IndentationRefusal: Sendable, Hashable {
  /// No line is an `AnalysisType` with a known value.
  case noAnalysisType
  /// Larger than any detection is.
  case tooLarge
  case unclosedBracket(line: Int)
  case unclosedQuote(line: Int)
  /// What comes out has a syntax error all the same.
  case syntaxError(line: Int, message: String)

  /// A sentence for the author, with lines counted from one.
  package var message: String {
    switch self {
    case .noAnalysisType:
      "no line says which kind of item it is, such as `AnalysisType: policy`"
    case .tooLarge: "it is larger than 1 MiB"
    case .unclosedBracket(let line): "the bracket opened on line \(line + 1) is never closed"
    case .unclosedQuote(let line): "the quote opened on line \(line + 1) is never closed"
    case .syntaxError(let line, let message): "line \(line + 1) would still be wrong: \(message)"
    }
  }
}

package enum IndentationOutcome: Sendable, Hashable {
  /// Its structure is whole, or what is wrong with it is not the indentation.
  case intact
  case restored(IndentationRestoration)
  case refused(IndentationRefusal)

  /// Puts each line of a detection where the outline of its type says that it belongs.
  ///
  /// A text is restored only if it has fewer problems afterwards, and no syntax error. Apart from their
  /// indentation, lines stay as they are; `# ` comes before those that are no part of the detection.
  package init(restoring source: SourceText) {
    guard source.count <= 1 << 20 else {
      self = .refused(.tooLarge)
      return
    }
    let text = PastedText(source)
    guard let (type, typeLine) = text.analysisType, let outline = type.outline else {
      self = .refused(.noAnalysisType)
      return
    }
    let before = Problems(of: source, outline)
    guard before.isAny else {
      self = .intact
      return
    }
    func read(from start: Int, keepsLayout: Bool) -> IndentationReader {
      var reader = IndentationReader(
        text, type: type, outline: outline, from: start, keepsLayout: keepsLayout)
      reader.run()
      return reader
    }
    var start = 0
    var reader = read(from: start, keepsLayout: false)
    if reader.placements[..<typeLine].contains(.outside) {
      // The lines before belong to the page, however much some look like keys.
      start = text.start(ofDetectionWithTypeOn: typeLine, Shape(outline))
      reader = read(from: start, keepsLayout: false)
    }
    if reader.refusal == nil, reader.keptCount > reader.lostCount * 2 {
      reader = read(from: start, keepsLayout: true)
    }
    if let refusal = reader.refusal {
      self = .refused(refusal)
      return
    }
    // A line that fits nowhere is no sign of lost indentation: an author is typing it.
    guard reader.lostCount > 0 || reader.placements[..<typeLine].contains(.outside) else {
      self = .intact
      return
    }
    let restoration = IndentationRestoration(reader)
    let after = Problems(of: restoration.restored, outline)
    if let error = after.syntaxError {
      let line = restoration.restored.lines.line(at: error.range.lowerBound)
      self = .refused(.syntaxError(line: line, message: error.message))
    } else if after.count < before.count {
      self = .restored(restoration)
    } else {
      self = .intact
    }
  }
}

extension IndentationRestoration {
  fileprivate init(_ reader: IndentationReader) {
    let source = reader.text.source
    var edits: [TextEdit] = []
    var commented: [Int] = []
    for (number, placement) in reader.placements.enumerated() {
      let range = reader.text.lines[number].indentation
      let replacement: String
      switch placement {
      case .asItIs: continue
      case .column(let column): replacement = String(repeating: " ", count: column)
      case .outside:
        replacement = "# "
        commented.append(number)
      }
      if !source.bytes[range].elementsEqual(replacement.utf8) {
        edits.append(TextEdit(range: range, replacement: replacement))
      }
    }
    self.edits = edits
    restored = source.applying(edits)
    commentedLines = commented
    guessedLines = reader.guesses.sorted()
  }
}

/// What is wrong with a text that lost indentation can be the reason of.
private struct Problems {
  let syntaxError: YAMLError?
  let count: Int

  var isAny: Bool { count > 0 }

  init(of source: SourceText, _ outline: Outline) {
    let tree = YAMLTree(parsing: source, dialect: .pantherLoader)
    let errors = tree.errors.filter { !$0.isAcceptedByLoader }
    let loaderErrors = errors.isEmpty ? tree.loaderErrors : []
    syntaxError = errors.first ?? loaderErrors.first { $0.code == .loaderSyntax }
    // Where the syntax is broken, what is found is less than there is.
    let violations = tree.root.map { outline.violations(in: $0).filter { !$0.isAdvice }.count } ?? 1
    count = (errors.count + loaderErrors.count) * 1000 + violations
  }
}

extension PastedText {
  /// The first line that says which kind of item the text is about.
  fileprivate var analysisType: (AnalysisType, line: Int)? {
    for (number, line) in lines.enumerated() {
      guard
        case .key("AnalysisType", let offset) = element(
          at: line.content.lowerBound, end: line.content.upperBound)
      else { continue }
      var range: ByteRange
      switch value(at: offset, end: line.content.upperBound) {
      case .plain(let scalar, _): range = scalar
      case .quoted(let quote):
        guard let close = closingQuote(from: quote, end: line.content.upperBound) else { continue }
        range = quote + 1..<close
      default: continue
      }
      if let type = AnalysisType(rawValue: source[range]) { return (type, number) }
    }
    return nil
  }

  /// The first of the lines above `AnalysisType` that can belong to the detection, when some can't.
  fileprivate func start(ofDetectionWithTypeOn typeLine: Int, _ root: Shape) -> Int {
    var later: Set<String> = []
    for line in lines[typeLine...] {
      if case .key(let name, _) = element(at: line.content.lowerBound, end: line.content.upperBound) {
        later.insert(name)
      }
    }
    var start = typeLine
    while start > 0 {
      let line = lines[start - 1]
      switch element(at: line.content.lowerBound, end: line.content.upperBound) {
      case .key(let name, _):
        guard case .named = root.fit(ofKey: name), later.insert(name).inserted else { return start }
      case .text: return start
      case .nothing, .comment, .marker, .dash: break
      }
      start -= 1
    }
    return start
  }
}
