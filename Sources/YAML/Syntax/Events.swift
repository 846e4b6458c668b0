import SourceText

/// The document as the serialisation events of YAML 1.2.2, chapter 3, in the notation of the public YAML test
/// suite: a line an event.
extension YAMLTree {
  /// All events, each with a line feed. `-STR` is missing if the document has a syntax error.
  package var events: String {
    var printer = EventPrinter(tree: storage)
    printer.print()
    return String(decoding: printer.output, as: UTF8.self)
  }
}

private struct EventPrinter {
  let tree: SyntaxTree
  private(set) var output: [UInt8] = []

  init(tree: SyntaxTree) {
    self.tree = tree
  }

  private mutating func line(_ text: String) {
    output.append(contentsOf: text.utf8)
    output.append(.lineFeed)
  }

  mutating func print() {
    line("+STR")
    for document in tree.documents {
      line(document.isExplicit ? "+DOC ---" : "+DOC")
      print(document.root)
      line(document.endsExplicitly ? "-DOC ..." : "-DOC")
    }
    if tree.errors.isEmpty { line("-STR") }
  }

  /// Prints a subtree with a stack of its own, so that depth costs no call frames.
  private mutating func print(_ root: Int32) {
    var stack: [(next: Int32, end: String)] = []
    var current = root
    while true {
      let record = tree.nodes[Int(current)]
      switch record.kind {
      case .mapping, .sequence:
        let isMapping = record.kind == .mapping
        let flow = record.flags.contains(.flow) ? (isMapping ? " {}" : " []") : ""
        line((isMapping ? "+MAP" : "+SEQ") + flow + properties(record))
        stack.append((record.firstChild, isMapping ? "-MAP" : "-SEQ"))
      case .alias: line("=ALI " + tree.text(record.start..<record.end))
      case .missing: line("=VAL" + properties(record) + " :")
      case .scalar:
        let text = YAMLNode(tree: tree, index: current).text(blankLastLineIsWhole: true)
        line("=VAL" + properties(record) + " " + indicator(record.style) + escaped(text))
      }
      while let top = stack.last, top.next < 0 {
        line(top.end)
        stack.removeLast()
      }
      guard let top = stack.last else { return }
      current = top.next
      stack[stack.count - 1].next = tree.nodes[Int(current)].next
    }
  }

  private func properties(_ record: NodeRecord) -> String {
    guard record.properties >= 0 else { return "" }
    let properties = tree.properties[Int(record.properties)]
    var text = properties.anchor.isEmpty ? "" : " " + tree.text(properties.anchor)
    if let tag = properties.resolvedTag { text += " <\(tag)>" }
    return text
  }

  private func indicator(_ style: YAMLNode.ScalarStyle) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case .backslash: bytes.append(contentsOf: "\\\\".utf8)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case .lineFeed: bytes.append(contentsOf: "\\n".utf8)
      case .carriageReturn: bytes.append(contentsOf: "\\r".utf8)
      case .tab: bytes.append(contentsOf: "\\t".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
