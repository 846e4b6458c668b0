/// Makes nodes of the loader's tokens as libyaml's parser does (`parser.c`), for the one document that the Panther
/// tool accepts. The states are libyaml's, its quirks included, so that what is accepted is the same.
struct LoaderGrammar {
  private enum State {
    case content, documentEnd
    case blockNode
    case sequenceEntry, indentlessEntry
    case mappingKey, mappingValue
    case flowSequenceEntry(isFirst: Bool)
    case pairKey, pairValue, pairEnd
    case flowMappingKey(isFirst: Bool)
    case flowMappingValue, flowMappingEmptyValue
  }

  private let tokens: ContiguousArray<LoaderToken>
  private let bytes: UnsafePointer<UInt8>
  private var index = 0
  private var states: [State] = []
  /// The collections that are open, with their last child.
  private var open: [(node: Int32, lastChild: Int32)] = []
  private var tagHandles: [String: String] = [:]
  private var anchors: [String: Int32] = [:]

  private(set) var nodes: ContiguousArray<NodeRecord> = []
  private(set) var properties: ContiguousArray<NodeProperties> = []
  private(set) var root: Int32 = -1

  init(tokens: ContiguousArray<LoaderToken>, bytes: UnsafePointer<UInt8>) {
    self.tokens = tokens
    self.bytes = bytes
    nodes.reserveCapacity(tokens.count)
  }

  /// Nil when the tokens end before the document does.
  private var kind: LoaderToken.Kind? { index < tokens.count ? tokens[index].kind : nil }

  private var end: Int { index > 0 ? Int(tokens[index - 1].end) : 0 }

  private func failure(_ rule: LoaderRule) -> LoaderFailure {
    guard index < tokens.count else { return LoaderFailure(rule: rule, range: end..<end) }
    let token = tokens[index]
    return LoaderFailure(rule: rule, range: Int(token.start)..<Int(max(token.end, token.start)))
  }

  /// Whether the next token is one of these; also if there is none, for which the scanner has a reason.
  private func isNext(_ kinds: LoaderToken.Kind...) -> Bool { kind.map(kinds.contains) ?? true }

  // MARK: Documents

  /// Reads the document up to the end of the stream, or as far as there are tokens.
  mutating func parse() throws(LoaderFailure) {
    try parseDocumentStart()
    guard kind != .streamEnd || !states.isEmpty else { return }
    while let state = states.popLast() {
      guard index < tokens.count else { return }
      try step(state)
    }
    var isExplicitEnd = false
    while kind == .documentEnd {
      index += 1
      isExplicitEnd = true
    }
    guard isNext(.streamEnd) else {
      switch kind {
      case .documentStart: throw failure(.secondDocument)
      case .versionDirective, .tagDirective: throw failure(.secondDocument)
      default: throw failure(isExplicitEnd ? .secondDocument : .afterDocument)
      }
    }
  }

  private mutating func parseDocumentStart() throws(LoaderFailure) {
    tagHandles = ["!": "!", "!!": YAMLNode.coreTagPrefix]
    switch kind {
    case .streamEnd, nil: return
    case .versionDirective, .tagDirective, .documentStart:
      try parseDirectives()
      guard isNext(.documentStart) else { throw failure(.directive) }
      index += 1
      states = [.documentEnd, .content]
    default: states = [.documentEnd, .blockNode]
    }
  }

  private mutating func parseDirectives() throws(LoaderFailure) {
    var hasVersion = false
    var handles: Set<String> = []
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .versionDirective {
        guard !hasVersion, token.extra == 1 else { throw failure(.directive) }
        hasVersion = true
      } else if token.kind == .tagDirective {
        let text = text(token.start, UInt32(truncatingIfNeeded: token.extra))
        let handle = String(text.drop { $0 != "!" })
        guard handles.insert(handle).inserted else { throw failure(.directive) }
        tagHandles[handle] = decodedURI(token.contentStart, token.contentEnd)
      } else {
        return
      }
      index += 1
    }
  }

  // MARK: States

  private mutating func step(_ state: State) throws(LoaderFailure) {
    switch state {
    case .content:
      if isNext(.versionDirective, .tagDirective, .documentStart, .documentEnd, .streamEnd) {
        attachMissing()
      } else {
        try parseNode(allowsBlock: true)
      }
    case .documentEnd: break
    case .blockNode: try parseNode(allowsBlock: true)
    case .sequenceEntry:
      if kind == .blockEntry {
        try parseEntry(then: .sequenceEntry, endedBy: [.blockEntry, .blockEnd])
      } else {
        try closeBlock(.dashExpected)
      }
    case .indentlessEntry:
      if kind == .blockEntry {
        try parseEntry(then: .indentlessEntry, endedBy: [.blockEntry, .key, .value, .blockEnd])
      } else {
        close(at: end)
      }
    case .mappingKey:
      if kind == .key {
        try parseEntry(then: .mappingValue, endedBy: [.key, .value, .blockEnd], allowsIndentless: true)
      } else {
        try closeBlock(kind == .value ? .keyExpected : .textAfterValue)
      }
    case .mappingValue:
      if kind == .value {
        try parseEntry(then: .mappingKey, endedBy: [.key, .value, .blockEnd], allowsIndentless: true)
      } else {
        attachMissing()
        states.append(.mappingKey)
      }
    default: try stepFlow(state)
    }
  }

  /// What follows the indicator at hand: a node, or nothing if the next token is one of these.
  private mutating func parseEntry(
    then state: State, endedBy kinds: [LoaderToken.Kind], allowsIndentless: Bool = false
  ) throws(LoaderFailure) {
    index += 1
    states.append(state)
    if let kind, kinds.contains(kind) {
      attachMissing()
    } else {
      try parseNode(allowsBlock: true, allowsIndentless: allowsIndentless)
    }
  }

  private mutating func closeBlock(_ rule: LoaderRule) throws(LoaderFailure) {
    guard isNext(.blockEnd) else { throw failure(rule) }
    close(at: end)
    index += 1
  }

  private mutating func stepFlow(_ state: State) throws(LoaderFailure) {
    switch state {
    case .flowSequenceEntry(let isFirst):
      if kind == .flowSequenceEnd { return closeFlow() }
      if !isFirst { try eatComma(or: .flowSequenceEnd) }
      if kind == .flowSequenceEnd { return closeFlow() }
      states.append(.flowSequenceEntry(isFirst: false))
      guard kind == .key else { return try parseNode(allowsBlock: false) }
      open(.mapping, flags: .flow)
      states.append(.pairKey)
      index += 1
    case .pairKey:
      states.append(.pairValue)
      if isNext(.value, .flowEntry, .flowSequenceEnd) {
        attachMissing()
        // libyaml swallows the colon or the comma here.
        if kind != .flowSequenceEnd { index += 1 }
      } else {
        try parseNode(allowsBlock: false)
      }
    case .pairValue:
      states.append(.pairEnd)
      try parseFlowValue(endedBy: [.flowEntry, .flowSequenceEnd])
    case .pairEnd: close(at: end)
    case .flowMappingKey(let isFirst):
      if kind == .flowMappingEnd { return closeFlow() }
      if !isFirst { try eatComma(or: .flowMappingEnd) }
      if kind == .flowMappingEnd { return closeFlow() }
      guard kind == .key else {
        states.append(.flowMappingEmptyValue)
        return try parseNode(allowsBlock: false)
      }
      index += 1
      states.append(.flowMappingValue)
      if isNext(.value, .flowEntry, .flowMappingEnd) {
        attachMissing()
      } else {
        try parseNode(allowsBlock: false)
      }
    case .flowMappingValue:
      states.append(.flowMappingKey(isFirst: false))
      try parseFlowValue(endedBy: [.flowEntry, .flowMappingEnd])
    case .flowMappingEmptyValue:
      states.append(.flowMappingKey(isFirst: false))
      attachMissing()
    case .content, .documentEnd, .blockNode, .sequenceEntry, .indentlessEntry, .mappingKey, .mappingValue:
      break
    }
  }

  private mutating func parseFlowValue(endedBy kinds: [LoaderToken.Kind]) throws(LoaderFailure) {
    guard kind == .value else { return attachMissing() }
    index += 1
    if let kind, kinds.contains(kind) {
      attachMissing()
    } else {
      try parseNode(allowsBlock: false)
    }
  }

  private mutating func eatComma(or close: LoaderToken.Kind) throws(LoaderFailure) {
    guard kind == .flowEntry else {
      // A colon whose key is on another line, or too long, has no key for libyaml.
      throw failure(kind == .value ? .flowKey : .commaExpected)
    }
    index += 1
  }

  // MARK: Nodes

  /// `parse_node`
  private mutating func parseNode(allowsBlock: Bool, allowsIndentless: Bool = false) throws(LoaderFailure) {
    guard index < tokens.count else { return }
    if kind == .alias {
      let token = tokens[index]
      let alias = append(.alias, token)
      nodes[Int(alias)].extra = anchors[text(token.start + 1, token.end)] ?? -1
      index += 1
      return attach(alias)
    }
    let pending = try parseProperties()
    guard let kind else { return }
    let token = tokens[index]
    switch kind {
    case .blockEntry where allowsIndentless:
      open(.sequence, pending: pending)
      states.append(.indentlessEntry)
    case .scalar:
      let scalar = append(.scalar, token)
      nodes[Int(scalar)].style = token.style
      nodes[Int(scalar)].flags = token.flags
      nodes[Int(scalar)].contentStart = token.contentStart
      nodes[Int(scalar)].contentEnd = token.contentEnd
      nodes[Int(scalar)].extra = token.extra
      index += 1
      apply(pending, to: scalar)
      attach(scalar)
    case .flowSequenceStart: openBracket(.sequence, pending, .flowSequenceEntry(isFirst: true))
    case .flowMappingStart: openBracket(.mapping, pending, .flowMappingKey(isFirst: true))
    case .blockSequenceStart where allowsBlock:
      index += 1
      open(.sequence, pending: pending)
      states.append(.sequenceEntry)
    case .blockMappingStart where allowsBlock:
      index += 1
      open(.mapping, pending: pending)
      states.append(.mappingKey)
    default:
      guard !pending.isEmpty else { throw failure(unexpected(kind, allowsBlock)) }
      let missing = appendMissing()
      apply(pending, to: missing)
      attach(missing)
    }
  }

  private func unexpected(_ kind: LoaderToken.Kind, _ allowsBlock: Bool) -> LoaderRule {
    switch kind {
    case .value: allowsBlock ? .keyExpected : .flowKey
    case .flowEntry: .emptyEntry
    case .documentEnd, .documentStart: .lonelyMarker
    default: .contentExpected
    }
  }

  /// An anchor and a tag, in any order.
  private mutating func parseProperties() throws(LoaderFailure) -> PendingProperties {
    var pending = PendingProperties()
    for _ in 0..<2 where index < tokens.count {
      let token = tokens[index]
      if token.kind == .anchor, pending.anchor == nil {
        pending.anchor = token.start..<token.end
      } else if token.kind == .tag, pending.tag == nil {
        pending.tag = token.start..<token.end
        pending.resolvedTag = try resolvedTag(token)
      } else {
        break
      }
      index += 1
    }
    return pending
  }

  private func resolvedTag(_ token: LoaderToken) throws(LoaderFailure) -> String {
    let suffix = decodedURI(token.contentStart, token.contentEnd)
    let handle = text(token.start, token.contentStart)
    if handle == "!<" { return suffix }
    if suffix.isEmpty { return handle }
    guard let prefix = tagHandles[handle] else { throw failure(.tagHandle) }
    return prefix + suffix
  }

  private mutating func openBracket(_ kind: NodeRecord.Kind, _ pending: PendingProperties, _ state: State) {
    open(kind, flags: .flow, pending: pending)
    index += 1
    states.append(state)
  }

  private mutating func open(
    _ kind: NodeRecord.Kind, flags: NodeRecord.Flags = [], pending: PendingProperties = PendingProperties()
  ) {
    let node = append(kind, tokens[index])
    nodes[Int(node)].flags = flags
    apply(pending, to: node)
    attach(node)
    open.append((node, -1))
  }

  private mutating func closeFlow() {
    index += 1
    close(at: end)
  }

  private mutating func close(at end: Int) {
    guard let collection = open.popLast() else { return }
    let record = nodes[Int(collection.node)]
    let last = collection.lastChild < 0 ? record.end : nodes[Int(collection.lastChild)].end
    nodes[Int(collection.node)].end =
      record.flags.contains(.flow) ? max(UInt32(truncatingIfNeeded: end), last) : max(record.start, last)
  }

  private mutating func append(_ kind: NodeRecord.Kind, _ token: LoaderToken) -> Int32 {
    nodes.append(NodeRecord(kind: kind, start: Int(token.start), end: Int(token.end)))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  private mutating func appendMissing() -> Int32 {
    nodes.append(NodeRecord(kind: .missing, start: end, end: end))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  private mutating func attachMissing() { attach(appendMissing()) }

  private mutating func attach(_ node: Int32) {
    guard let parent = open.last else {
      root = node
      return
    }
    if parent.lastChild < 0 {
      nodes[Int(parent.node)].firstChild = node
    } else {
      nodes[Int(parent.lastChild)].next = node
    }
    open[open.count - 1].lastChild = node
  }

  private mutating func apply(_ pending: PendingProperties, to node: Int32) {
    guard !pending.isEmpty else { return }
    nodes[Int(node)].properties = Int32(truncatingIfNeeded: properties.count)
    properties.append(
      NodeProperties(
        anchor: pending.anchor ?? 0..<0, tag: pending.tag ?? 0..<0, resolvedTag: pending.resolvedTag))
    if let anchor = pending.anchor { anchors[text(anchor.lowerBound + 1, anchor.upperBound)] = node }
  }

  private func text(_ start: UInt32, _ end: UInt32) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes + Int(start), count: Int(max(end, start) - start)),
      as: UTF8.self)
  }

  /// The text of a tag with its escapes undone, which the scanner has checked.
  private func decodedURI(_ start: UInt32, _ end: UInt32) -> String {
    PercentEncoding.decode(text(start, end))
  }
}
