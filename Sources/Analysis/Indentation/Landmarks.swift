import Catalog
import SourceText

/// What a look over the whole text finds out before its lines are read one by one.
struct Landmarks: Sendable {
  /// What each line begins, read on its own.
  let elements: [LineElement]
  /// What a test may hold.
  private let test: Shape
  /// The last line that begins a test; -1 if none does.
  let lastTestLine: Int
  /// Headings that the rule's page has after the rule.
  let endingHeadings: Set<Int>
  /// The next line, from each on, that is neither blank nor a comment.
  let nextContent: [Int]
  /// The key right after the dash of a line, if it has both.
  private let dashKeys: [String?]
  /// The last line before the tests that could be each key of the top level.
  private let lastLines: [String: Int]

  init(_ text: PastedText, root: Shape) {
    let elements = text.lines.map { text.element(at: $0.content.lowerBound, end: $0.content.upperBound) }
    func isKey(_ name: String, _ offset: Int, line: Int) -> Bool {
      guard case .named = root.fit(ofKey: name) else { return false }
      let value = text.value(at: offset, end: text.lines[line].content.upperBound)
      return root.value(ofKey: name).admits(value, in: text)
    }
    var headings: Set<Int> = []
    var lastLines: [String: Int] = [:]
    var testsLine = elements.count
    for (line, element) in elements.enumerated() {
      switch element {
      case .key("Tests", let offset) where isKey("Tests", offset, line: line): testsLine = line
      case .text where text.source[text.lines[line].content] == Landmarks.logicHeading: headings.insert(line)
      default: break
      }
    }
    for (line, element) in elements.prefix(testsLine).enumerated() {
      if case .key(let name, let offset) = element, isKey(name, offset, line: line) { lastLines[name] = line }
    }
    let dashKeys: [String?] = elements.enumerated().map { line, element in
      guard case .dash(let next) = element,
        case .key(let name, _) = text.element(at: next, end: text.lines[line].content.upperBound)
      else { return nil }
      return name
    }
    let test = root.value(ofKey: "Tests").item
    var nextContent = Array(elements.indices)
    for line in elements.indices.dropLast().reversed()
    where elements[line] == .nothing || elements[line] == .comment {
      nextContent[line] = nextContent[line + 1]
    }
    self.nextContent = nextContent
    self.elements = elements
    self.dashKeys = dashKeys
    self.test = test
    self.lastLines = lastLines
    endingHeadings = headings
    lastTestLine =
      elements.indices.last { line in
        guard let key = dashKeys[line], test.required.contains(key) else { return false }
        return Landmarks.hasCompanions(key, of: test, after: line, elements, dashKeys)
      } ?? -1
  }

  /// The heading of the logic on a rule's page, where the YAML text is over.
  private static let logicHeading = "Detection logic"

  /// Whether a key of the top level comes again later, where it can be one: then it is text here.
  func isRepeated(_ name: String, after line: Int) -> Bool { (lastLines[name] ?? -1) > line }

  /// Whether the lines up to the next item that begins with `name` have another key that items of this shape
  /// must have.
  func hasCompanions(_ name: String, of item: Shape, after line: Int) -> Bool {
    Landmarks.hasCompanions(name, of: item, after: line, elements, dashKeys)
  }

  private static func hasCompanions(
    _ name: String, of item: Shape, after line: Int, _ elements: [LineElement], _ dashKeys: [String?]
  ) -> Bool {
    for other in (line + 1)..<max(line + 1, elements.count) {
      if let key = dashKeys[other], key == name || item.required.contains(key) { return false }
      if case .key(let key, _) = elements[other], key != name, item.required.contains(key) { return true }
    }
    return false
  }

  /// Whether the lines of the data after a test's `Log:` differ in their indentation.
  func keepsIndentation(after line: Int, in text: PastedText) -> Bool {
    var column: Int?
    for other in (line + 1)..<max(line + 1, min(elements.count, line + 100)) {
      let found = text.lines[other].column
      if let key = dashKeys[other], test.required.contains(key) { return false }
      switch elements[other] {
      case .key(let name, _) where found == text.lines[line].column && test.required.contains(name):
        return false
      case .key, .dash:
        if let column, column != found { return true }
        column = found
      default: break
      }
    }
    return false
  }

  /// The shape of what the tests hand to the detection: that of its resource or log type, if it names one
  /// whose fields are known.
  func dataShape(in text: PastedText) -> Shape {
    if let name = onlyItem(of: "ResourceTypes", in: text) {
      return ResourceType.named(name).map { Shape(document: $0.schema, node: $0.schema.root) } ?? .free
    }
    guard let outlines = SchemaDocument.named("log-outlines") else { return .free }
    let type = onlyItem(of: "LogTypes", in: text).flatMap(outlines.definition)
    return Shape(document: outlines, node: type ?? outlines.definition("event"))
  }

  /// The item of a list of the top level that has one.
  private func onlyItem(of key: String, in text: PastedText) -> String? {
    guard let start = elements.firstIndex(where: { $0.isKey(key) }) else { return nil }
    var names: [String] = []
    for line in (start + 1)..<max(start + 1, elements.count) {
      guard case .dash(let next) = elements[line] else {
        if elements[line] == .nothing || elements[line] == .comment { continue }
        break
      }
      let end = text.lines[line].content.upperBound
      switch text.value(at: next, end: end) {
      case .plain(let range, _): names.append(text.source[range])
      case .quoted(let quote):
        guard let close = text.closingQuote(from: quote, end: end) else { return nil }
        names.append(text.source[quote + 1..<close])
      default: return nil
      }
    }
    return names.count == 1 ? names.first : nil
  }
}

extension LineElement {
  func isKey(_ name: String) -> Bool {
    if case .key(let key, _) = self { key == name } else { false }
  }
}
