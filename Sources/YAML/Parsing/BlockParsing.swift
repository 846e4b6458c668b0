/// Block collections (YAML 1.2.2, chapter 8.2): the stack of open ones and the step from line to line.

/// An open block collection, or the document itself.
struct BlockFrame {
  enum Kind { case document, mapping, sequence }
  enum State {
    /// A key, or an item, comes next.
    case entry
    /// The key is read, its value is not.
    case value
    /// A key introduced by `?` is read; a `:` may come next.
    case explicitValue
  }

  var kind: Kind
  /// The column of the collection's entries; -1 for the document.
  var indent: Int
  /// The collection's node; for a document its content, once there is one.
  var node: Int32
  var lastChild: Int32 = -1
  var state = State.entry
  /// Another column that an entry of this collection was found at by mistake; entries may go on there.
  var alternative: Int32 = -1
}

/// What the block automaton does next.
enum PendingStep {
  /// Find the next token and the collection it belongs to.
  case nextLine
  /// Read an entry of the innermost collection at the cursor.
  case entry
  /// Read the value of an implicit key; the cursor is at its `:`.
  case value
}

/// Where a leaf stands, to make a key of it if its line turns out to lack a colon.
struct LeafPlace {
  var node: Int32
  var column: Int
  var depth: Int
  var wasReported: Bool
}

extension Parser {
  /// The content of a document, up to the next document marker; returns its root.
  mutating func parseBlockContent(after start: Int, isOnMarkerLine: Bool) -> Int32 {
    frames.removeAll(keepingCapacity: true)
    frames.append(BlockFrame(kind: .document, indent: -1, node: -1))
    pending = .nextLine
    lastLeaf = nil
    misplacement.beginDocument()
    let contentStart = position
    let crossed = skipTrivia()
    if isAtDocumentEnd {
      attach(makeNode(.missing, contentStart, contentStart))
    } else {
      let isOnOwnLine = crossed || !isOnMarkerLine
      parseNode(
        NodeSlot(
          parentIndent: -1, allowsBlock: isOnOwnLine && !isLineTabbed, isTabbed: isOnOwnLine && isLineTabbed))
    }
    while !isAborted {
      switch pending {
      case .entry:
        pending = .nextLine
        parseEntry()
      case .value:
        pending = .nextLine
        parseImplicitValue()
      case .nextLine:
        skipTrivia()
        if isAtDocumentEnd {
          closeFrames(downTo: 1)
          return frames[0].node
        }
        if isFirstOnLine { parseLine() } else { skipTrailingContent() }
      }
    }
    closeFrames(downTo: 1)
    if frames[0].node < 0 { attach(makeNode(.missing, contentStart, contentStart)) }
    return frames[0].node
  }

  // MARK: The stack

  /// Opens a collection; returns false, and ends the parse, at the depth limit.
  mutating func push(_ kind: BlockFrame.Kind, node: Int32, indent: Int) -> Bool {
    guard frames.count <= Self.maximumDepth else {
      abort(.nestingTooDeep, at: position)
      return false
    }
    frames.append(BlockFrame(kind: kind, indent: indent, node: node))
    if misplacement.shiftedLine == lineStart { addAlternative(indent + misplacement.shift) }
    return true
  }

  /// Makes a node the next child of the innermost collection.
  mutating func attach(_ node: Int32) {
    let top = frames.count - 1
    switch frames[top].kind {
    case .document: frames[top].node = node
    case .sequence: link(node, in: top)
    case .mapping:
      link(node, in: top)
      frames[top].state = frames[top].state == .entry ? .value : .entry
    }
  }

  mutating func link(_ node: Int32, in frame: Int) {
    if frames[frame].lastChild < 0 {
      nodes[Int(frames[frame].node)].firstChild = node
    } else {
      nodes[Int(frames[frame].lastChild)].next = node
    }
    frames[frame].lastChild = node
  }

  mutating func attachMissing(at offset: Int) { attach(makeNode(.missing, offset, offset)) }

  mutating func closeFrames(downTo depth: Int) {
    while frames.count > depth {
      completeEntry()
      let frame = frames.removeLast()
      guard frame.lastChild >= 0 else { continue }
      let child = nodes[Int(frame.lastChild)]
      nodes[Int(frame.node)].end = max(child.end, nodes[Int(frame.node)].end)
    }
  }

  /// Gives the innermost mapping's last key a missing value if it has none yet.
  mutating func completeEntry() {
    guard let frame = frames.last, frame.kind == .mapping, frame.state != .entry, frame.lastChild >= 0 else {
      return
    }
    frames[frames.count - 1].state = .value
    attachMissing(at: Int(nodes[Int(frame.lastChild)].end))
  }

  // MARK: From line to line

  var isAtDash: Bool { byte(at: position) == .dash && isBlankOrEnd(at: position + 1) }

  /// Reads what the line begins with as an entry of the collection that its indentation selects.
  private mutating func parseLine() {
    if isLineTabbed || byte(at: position) == 0xC2 {
      readOddIndentation()
      if isAtEndOfLineContent { return }
    }
    let column = column(of: position)
    if misplacement.hasAlternatives, takeAlternative(column) { return parseEntry() }
    closeFrames(before: column)
    if let leaf = lastLeaf, leaf.column == column, leaf.depth == frames.count, frames.count > 1 {
      if !isAtDash { return readAsKey(leaf) }
      makeSequence(ofLeaf: leaf)
    }
    let top = frames[frames.count - 1]
    if column == top.indent, (top.kind == .sequence) == isAtDash {
      parseEntry()
    } else if top.kind == .document {
      parseAfterRoot(top.node)
    } else {
      parseMisplacedLine(column)
    }
  }

  /// Closes the collections that a line at this column ends.
  private mutating func closeFrames(before column: Int) {
    while frames.count > 1 {
      let top = frames[frames.count - 1]
      let parent = frames[frames.count - 2]
      if column > top.indent { return }
      if column == top.indent {
        let endsSequence = top.kind == .sequence && parent.indent == column && !isAtDash
        let endsMapping =
          top.kind == .mapping && parent.kind == .sequence && parent.indent == column && isAtDash
        guard endsSequence || endsMapping else { return }
      } else if parent.indent < column {
        return
      }
      closeFrames(downTo: frames.count - 1)
    }
  }

  /// Puts a mapping in a node's place, with the node as its first key.
  mutating func wrap(_ node: Int32, start: Int) -> Int32 {
    var key = nodes[Int(node)]
    var mapping = NodeRecord(kind: .mapping, start: start, end: Int(key.end))
    mapping.next = key.next
    key.next = -1
    nodes.append(key)
    let keyIndex = Int32(truncatingIfNeeded: nodes.count - 1)
    mapping.firstChild = keyIndex
    nodes[Int(node)] = mapping
    if key.properties >= 0 { moveAnchor(of: key, to: keyIndex) }
    return node
  }
}
