import SourceText

/// What the Panther tool's loader makes of a document that YAML 1.2.2 allows.
extension YAMLTree {
  /// What makes the loader reject the document although its syntax is right, in source order.
  ///
  /// Empty for a tree that was not parsed for that dialect.
  package var loaderErrors: [YAMLError] {
    guard let loading = storage.loading else { return [] }
    var checks = LoaderChecks(tree: storage)
    checks.checkNodes()
    return inSourceOrder(checks.errors + [loading.failure, storage.expansionError()].compactMap { $0 })
  }

  /// What the loader accepts but seldom reads as the author meant it, in source order.
  ///
  /// Empty for a tree that was not parsed for that dialect.
  package var loaderWarnings: [YAMLError] {
    guard let loading = storage.loading else { return [] }
    var checks = LoaderWarnings(tree: storage)
    checks.checkNodes()
    if let difference = loading.difference, errors.isEmpty {
      let message = ErrorWording.otherReading
      checks.warnings.append(YAMLError(code: .otherReading, range: difference, message: message))
    }
    return inSourceOrder(checks.warnings)
  }

  private func inSourceOrder(_ errors: [YAMLError]) -> [YAMLError] {
    errors.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

extension SyntaxTree {
  /// Where the first document ends, which is the one that is loaded: before the second.
  fileprivate var endOfLoadedNodes: UInt32 { documents.count > 1 ? documents[1].start : .max }

  fileprivate func node(_ index: Int) -> YAMLNode {
    YAMLNode(tree: self, index: Int32(truncatingIfNeeded: index))
  }
}

private struct LoaderChecks {
  let tree: SyntaxTree
  var errors: [YAMLError] = []

  init(tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func checkNodes() {
    var rejected: [(node: YAMLNode, code: YAMLErrorCode)] = []
    var specialKeys: Set<Int32> = []
    var anchored: [YAMLNode] = []
    let end = tree.endOfLoadedNodes
    for index in tree.nodes.indices {
      let record = tree.nodes[index]
      guard record.start < end else { continue }
      if record.properties >= 0 { anchored.append(tree.node(index)) }
      switch record.kind {
      case .alias: if record.extra < 0 { rejected.append((tree.node(index), .undefinedAlias)) }
      case .scalar where record.isSurelyText(tree.source.bytes): break
      case .scalar, .missing:
        let node = tree.node(index)
        if let code = node.rejection { rejected.append((node, code)) }
      case .sequence:
        if record.properties >= 0 { checkTag(of: tree.node(index), allowed: [.sequence, .pairs]) }
      case .mapping:
        if record.properties >= 0 { checkTag(of: tree.node(index), allowed: [.mapping, .set]) }
        checkKeys(of: record, &specialKeys)
      }
    }
    for (node, code) in rejected where !specialKeys.contains(node.index) { reject(node, code) }
    checkAnchors(of: anchored)
  }

  private mutating func reject(_ node: YAMLNode, _ code: YAMLErrorCode) { errors.append(node.error(code)) }

  private mutating func checkAnchors(of nodes: [YAMLNode]) {
    var names: Set<String> = []
    for node in nodes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let anchor = node.anchor, !names.insert(anchor).inserted { reject(node, .duplicateAnchor) }
    }
  }

  private mutating func checkTag(of node: YAMLNode, allowed: [CollectionTag]) {
    guard let tag = CollectionTag(node) else { return }
    if tag == .unknown {
      reject(node, .unknownTag)
    } else if !allowed.contains(tag) {
      reject(node, .tagMismatch)
    }
  }

  private mutating func checkKeys(of mapping: NodeRecord, _ specialKeys: inout Set<Int32>) {
    var child = mapping.firstChild
    while child >= 0 {
      let key = tree.nodes[Int(child)]
      guard key.next >= 0 else { return }
      if !key.isSurelyText(tree.source.bytes) {
        let entry = YAMLEntry(key: tree.node(Int(child)), value: tree.node(Int(key.next)))
        if checkEntry(entry) { specialKeys.insert(child) }
      }
      child = tree.nodes[Int(key.next)].next
    }
  }

  /// Returns whether the key is `<<` or `=`, which mean something as keys only.
  private mutating func checkEntry(_ entry: YAMLEntry) -> Bool {
    switch entry.key.specialKey {
    case .valueIndicator: return true
    case .merge:
      let value = entry.value.target ?? entry.value
      let isMergeable =
        value.kind == .mapping
        || (value.kind == .sequence && value.items.allSatisfy { ($0.target ?? $0).kind == .mapping })
      if !isMergeable { reject(entry.value, .mergeValue) }
      return true
    case nil:
      switch (entry.key.target ?? entry.key).kind {
      case .mapping, .sequence: reject(entry.key, .unhashableKey)
      case .scalar, .alias, .missing: break
      }
      return false
    }
  }
}

private struct LoaderWarnings {
  /// Up to this many keys are compared one by one.
  private static let scanLimit = 64

  let tree: SyntaxTree
  var warnings: [YAMLError] = []
  /// Of the keys of the mapping at hand, one number each: equal for equal texts.
  private var signatures: ContiguousArray<UInt64> = []

  init(tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func checkNodes() {
    let end = tree.endOfLoadedNodes
    for index in tree.nodes.indices {
      let record = tree.nodes[index]
      guard record.start < end else { continue }
      switch record.kind {
      case .scalar: checkScalar(index, record)
      case .mapping: if mayRepeatKeys(record) { checkKeys(of: tree.node(index)) }
      case .alias: checkAlias(index, record)
      case .sequence, .missing: break
      }
    }
  }

  private mutating func checkAlias(_ index: Int, _ record: NodeRecord) {
    guard record.extra >= 0 else { return }
    let target = tree.nodes[Int(record.extra)]
    guard target.start < record.start, record.end <= target.end else { return }
    warnings.append(tree.node(index).error(.recursiveAlias))
  }

  // MARK: Duplicate keys

  private mutating func checkKeys(of mapping: YAMLNode) {
    var keys: [YAMLNode] = []
    mapping.forEachEntry { keys.append($0.key) }
    var first: [PythonKey: YAMLNode] = [:]
    for node in keys {
      guard let value = node.resolvedScalar.value else { continue }
      let key = PythonKey(value)
      guard let earlier = first[key] else {
        first[key] = node
        continue
      }
      let line = tree.source.lines.line(at: earlier.range.lowerBound) + 1
      let message = ErrorWording.duplicateKey(ErrorWording.excerpt(of: node), firstLine: line)
      warnings.append(YAMLError(code: .duplicateKey, range: node.range, message: message))
    }
  }

  /// Whether two keys could be equal: false only if they are few, all texts as they are written, and differ.
  private mutating func mayRepeatKeys(_ mapping: NodeRecord) -> Bool {
    signatures.removeAll(keepingCapacity: true)
    var child = mapping.firstChild
    while child >= 0 {
      let key = tree.nodes[Int(child)]
      guard key.flags.contains(.verbatim), isText(key), signatures.count < Self.scanLimit else { return true }
      let signature = signature(of: key)
      for other in signatures where other == signature { return true }
      signatures.append(signature)
      child = key.next < 0 ? -1 : tree.nodes[Int(key.next)].next
    }
    return false
  }

  private func isText(_ key: NodeRecord) -> Bool {
    let bytes = tree.source.bytes
    if key.isSurelyText(bytes) { return true }
    guard key.kind == .scalar, key.properties < 0 else { return false }
    return ScalarResolution.resolve(bytes[Int(key.contentStart)..<Int(key.contentEnd)]) == .string
  }

  private func signature(of key: NodeRecord) -> UInt64 {
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      TextCache.hash(
        of: UnsafeBufferPointer(rebasing: bytes[Int(key.contentStart)..<Int(key.contentEnd)]))
    }
  }

  // MARK: Surprising scalars

  private mutating func checkScalar(_ index: Int, _ record: NodeRecord) {
    guard record.style == .plain, record.contentEnd > record.contentStart else { return }
    let first = tree.source.bytes[Int(record.contentStart)]
    guard isDigit(first) || first == .dot || first == .dash || first == UInt8(ascii: "+") else { return }
    let node = tree.node(index)
    guard node.tag == nil, let meaning = surprise(in: node, first: first) else { return }
    let message = ErrorWording.surprise(ErrorWording.excerpt(of: node), meaning)
    warnings.append(YAMLError(code: .surprisingScalar, range: node.range, message: message))
  }

  /// What an unquoted number-like scalar loads as, if that is not what it looks like.
  private func surprise(in node: YAMLNode, first: UInt8) -> String? {
    let bytes = tree.source.bytes[node.contentRange]
    let unsigned = first == .dash || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    let hasLeadingZero = unsigned.count > 1 && unsigned.first == UInt8(ascii: "0")
    switch node.resolvedScalar {
    case .int(let value):
      return hasLeadingZero && unsigned.allSatisfy(isDigitOrUnderscore) ? "the number \(value)" : nil
    case .float(let value): return bytes.contains(.colon) ? "the number \(value)" : nil
    case .string(let text):
      let second = unsigned.dropFirst().first ?? 0
      let isOctal =
        hasLeadingZero && second == UInt8(ascii: "o") && unsigned.count > 2
        && unsigned.dropFirst(2).allSatisfy { $0 &- 0x30 < 8 }
      let isNumberElsewhere =
        unsigned.contains(where: isDigit) && second | 0x20 != UInt8(ascii: "x") && Double(text) != nil
      return isOctal || isNumberElsewhere ? "a string" : nil
    case .null, .bool, .bigInt, .binary, .rejected: return nil
    }
  }
}
