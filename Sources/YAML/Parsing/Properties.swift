/// Anchors, tags and aliases (YAML 1.2.2, sections 6.9 and 7.1).

/// Properties that are read but whose node is not yet known.
struct PendingProperties {
  var anchor: Range<UInt32>?
  var tag: Range<UInt32>?
  var resolvedTag: String?

  var isEmpty: Bool { anchor == nil && tag == nil }

  var start: UInt32 {
    min(anchor?.lowerBound ?? .max, tag?.lowerBound ?? .max)
  }
}

extension Parser {
  /// `c-ns-properties(n,c)`, as far as they stand on this line; leaves the cursor after the blanks that follow.
  mutating func readProperties(into properties: inout PendingProperties, inFlow: Bool) {
    while !isAtEnd {
      switch bytes[position] {
      case .anchor: readAnchor(into: &properties)
      case .tag: readTag(into: &properties, inFlow: inFlow)
      default: return
      }
      if !isBlankOrEnd(at: position), !(inFlow && isFlowIndicator(bytes[position])) {
        report(.misplacedProperty, position..<position + 1, "Put a space between it and the value.")
      }
      skipBlanks()
    }
  }

  /// `ns-anchor-name` at an offset; returns its end.
  private func endOfName(at start: Int) -> Int {
    var index = start
    while !isBlankOrEnd(at: index), !isFlowIndicator(bytes[index]) { index += 1 }
    return index
  }

  private mutating func readAnchor(into properties: inout PendingProperties) {
    let start = position
    position = endOfName(at: start + 1)
    emit(.anchor, start, position)
    if position == start + 1 { report(.invalidAnchor, start..<position, "&") }
    if properties.anchor != nil { report(.duplicateProperty, start..<position, "anchor") }
    properties.anchor = UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: position)
  }

  private mutating func readTag(into properties: inout PendingProperties, inFlow: Bool) {
    let start = position
    if byte(at: start + 1) == UInt8(ascii: "<") {
      position = start + 2
      while !isBlankOrEnd(at: position), bytes[position] != UInt8(ascii: ">") { position += 1 }
      if byte(at: position) == UInt8(ascii: ">") {
        position += 1
      } else {
        if inFlow { position = endOfName(at: start + 2) }
        report(.invalidTag, start..<position, "Close it with `>`.")
      }
    } else {
      position = endOfName(at: start + 1)
      if !inFlow, !isBlankOrEnd(at: position) {
        report(.invalidTag, start..<position, "A tag can't contain `,`, brackets or braces.")
        while !isBlankOrEnd(at: position) { position += 1 }
      }
    }
    emit(.tag, start, position)
    if properties.tag != nil { report(.duplicateProperty, start..<position, "tag") }
    properties.tag = UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: position)
    properties.resolvedTag = resolveTag(start..<position)
  }

  /// The full tag that a tag property stands for.
  private mutating func resolveTag(_ range: Range<Int>) -> String {
    let text = text(range.lowerBound, range.upperBound)
    if text.hasPrefix("!<") { return String(text.dropFirst(2).prefix { $0 != ">" }) }
    if text == "!" { return text }
    let utf8 = text.utf8
    let handleEnd = utf8.dropFirst().firstIndex(of: .tag).map { utf8.index(after: $0) }
    let handle = handleEnd.map { String(text[..<$0]) } ?? "!"
    let suffix = PercentEncoding.decode(Substring(handleEnd.map { utf8[$0...] } ?? utf8.dropFirst()))
    if suffix.isEmpty { report(.invalidTag, range, "Write a name after `\(handle)`.") }
    if let prefix = tagHandles[handle] { return prefix + suffix }
    switch handle {
    case "!": return "!" + suffix
    case "!!": return "tag:yaml.org,2002:" + suffix
    default:
      report(.undefinedTagHandle, range, handle)
      return text
    }
  }

  // MARK: Giving properties to nodes

  /// The properties of one node from two lines; it can't have two of a kind.
  mutating func merged(_ outer: PendingProperties, _ inner: PendingProperties) -> PendingProperties {
    if outer.anchor != nil, let anchor = inner.anchor {
      report(.duplicateProperty, Int(anchor.lowerBound)..<Int(anchor.upperBound), "anchor")
    }
    if outer.tag != nil, let tag = inner.tag {
      report(.duplicateProperty, Int(tag.lowerBound)..<Int(tag.upperBound), "tag")
    }
    return PendingProperties(
      anchor: inner.anchor ?? outer.anchor, tag: inner.tag ?? outer.tag,
      resolvedTag: inner.resolvedTag ?? outer.resolvedTag)
  }

  mutating func apply(_ pending: PendingProperties, to node: Int32) {
    guard !pending.isEmpty else { return }
    if nodes[Int(node)].kind == .alias {
      let range = Int(nodes[Int(node)].start)..<Int(nodes[Int(node)].end)
      report(.misplacedProperty, range, "An alias has the anchor and tag of what it stands for.")
    }
    nodes[Int(node)].properties = Int32(truncatingIfNeeded: properties.count)
    properties.append(
      NodeProperties(
        anchor: pending.anchor ?? 0..<0, tag: pending.tag ?? 0..<0, resolvedTag: pending.resolvedTag))
    if let anchor = pending.anchor { anchors[anchorName(anchor)] = node }
  }

  /// Keeps an anchor on its node when that node gets another index.
  mutating func moveAnchor(of record: NodeRecord, to node: Int32) {
    let anchor = properties[Int(record.properties)].anchor
    if !anchor.isEmpty { anchors[anchorName(anchor)] = node }
  }

  func anchorName(_ anchor: Range<UInt32>) -> String {
    text(Int(anchor.lowerBound) + 1, Int(anchor.upperBound))
  }

  /// `c-ns-alias-node`
  mutating func parseAlias() -> Int32 {
    let start = position
    position = endOfName(at: start + 1)
    emit(.alias, start, position)
    if position == start + 1 { report(.invalidAnchor, start..<position, "*") }
    let node = makeNode(.alias, start, position)
    nodes[Int(node)].extra = anchors[text(start + 1, position)] ?? -1
    return node
  }
}

/// `%XX` for a byte, in tags.
enum PercentEncoding {
  static func decode(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(.percent) else { return String(text) }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      let hex = rest.prefix(2)
      if first == .percent, hex.count == 2, hex.allSatisfy(isHexDigit) {
        result.append(UInt8(String(decoding: hex, as: UTF8.self), radix: 16) ?? first)
        rest = rest.dropFirst(2)
      } else {
        result.append(first)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
