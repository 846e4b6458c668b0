import SourceText

/// What the Panther tool's loader makes of a document that YAML 1.2.2 allows.
extension YAMLTree {
  /// What makes the loader reject the document although its syntax is right, in source order.
  package var loaderErrors: [YAMLError] {
    var checks = LoaderChecks()
    if let root = storage.documents.first?.root { checks.check(YAMLNode(tree: storage, index: root)) }
    if storage.documents.count > 1 {
      let second = storage.documents[1]
      let start = Int(second.start)
      let range = start..<max(start, min(Int(second.end), start + 3))
      let message = ErrorWording.loaderMessage(
        .multipleDocuments, for: YAMLNode(tree: storage, index: second.root))
      checks.errors.append(YAMLError(code: .multipleDocuments, range: range, message: message))
    }
    return inSourceOrder(checks.errors + loaderSyntaxErrors)
  }

  /// What the loader accepts but seldom reads as the author meant it, in source order.
  package var loaderWarnings: [YAMLError] {
    var checks = LoaderWarnings(lines: source.lines)
    for node in documents.prefix(1) { checks.check(node) }
    return inSourceOrder(checks.warnings)
  }

  private func inSourceOrder(_ errors: [YAMLError]) -> [YAMLError] {
    errors.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

private struct LoaderChecks {
  var errors: [YAMLError] = []
  private var anchors: Set<String> = []

  mutating func check(_ root: YAMLNode) {
    var pending = [root]
    while let node = pending.popLast() {
      checkProperties(of: node)
      switch node.kind {
      case .alias: if node.target == nil { reject(node, .undefinedAlias) }
      case .scalar, .missing: if case .rejected(let code) = node.resolvedScalar { reject(node, code) }
      case .sequence:
        checkTag(of: node, allowed: [.sequence, .pairs])
        pending.append(contentsOf: node.items.reversed())
      case .mapping:
        checkTag(of: node, allowed: [.mapping, .set])
        var children: [YAMLNode] = []
        node.forEachEntry { entry in
          checkEntry(entry)
          if !MergeKeys.isMergeKey(entry.key), !isValueIndicator(entry.key) { children.append(entry.key) }
          children.append(entry.value)
        }
        pending.append(contentsOf: children.reversed())
      }
    }
  }

  private mutating func reject(_ node: YAMLNode, _ code: YAMLErrorCode) { errors.append(node.error(code)) }

  private mutating func checkProperties(of node: YAMLNode) {
    guard let anchor = node.anchor else { return }
    if !anchors.insert(anchor).inserted { reject(node, .duplicateAnchor) }
  }

  private mutating func checkTag(of node: YAMLNode, allowed: [CollectionTag]) {
    guard let tag = CollectionTag(node) else { return }
    if tag == .unknown {
      reject(node, .unknownTag)
    } else if !allowed.contains(tag) {
      reject(node, .tagMismatch)
    }
  }

  private mutating func checkEntry(_ entry: YAMLEntry) {
    if MergeKeys.isMergeKey(entry.key) {
      let value = entry.value.target ?? entry.value
      let isMergeable =
        value.kind == .mapping
        || (value.kind == .sequence && value.items.allSatisfy { ($0.target ?? $0).kind == .mapping })
      if !isMergeable { reject(entry.value, .mergeValue) }
      return
    }
    switch (entry.key.target ?? entry.key).kind {
    case .mapping, .sequence: reject(entry.key, .unhashableKey)
    case .scalar, .alias, .missing: break
    }
  }

  private func isValueIndicator(_ key: YAMLNode) -> Bool {
    if case .text = key.readingValueIndicatorAsText { true } else { false }
  }
}

private struct LoaderWarnings {
  let lines: LineTable
  var warnings: [YAMLError] = []

  init(lines: LineTable) {
    self.lines = lines
  }

  mutating func check(_ root: YAMLNode) {
    var pending = [root]
    while let node = pending.popLast() {
      switch node.kind {
      case .alias, .missing: break
      case .scalar: checkScalar(node)
      case .sequence: pending.append(contentsOf: node.items)
      case .mapping:
        checkKeys(of: node)
        node.forEachEntry { pending.append(contentsOf: [$0.key, $0.value]) }
      }
    }
  }

  private mutating func checkKeys(of mapping: YAMLNode) {
    var first: [PythonKey: YAMLNode] = [:]
    mapping.forEachEntry { entry in
      guard let value = entry.key.resolvedScalar.value else { return }
      let key = PythonKey(value)
      guard let earlier = first[key] else {
        first[key] = entry.key
        return
      }
      let line = lines.line(at: earlier.range.lowerBound) + 1
      let message = ErrorWording.duplicateKey(ErrorWording.excerpt(of: entry.key), firstLine: line)
      warnings.append(YAMLError(code: .duplicateKey, range: entry.key.range, message: message))
    }
  }

  private mutating func checkScalar(_ node: YAMLNode) {
    guard node.scalarStyle == .plain, node.tag == nil, let meaning = surprise(in: node) else { return }
    let message = ErrorWording.surprise(ErrorWording.excerpt(of: node), meaning)
    warnings.append(YAMLError(code: .surprisingScalar, range: node.range, message: message))
  }

  /// What an unquoted number-like scalar loads as, if that is not what it looks like.
  private func surprise(in node: YAMLNode) -> String? {
    let bytes = node.tree.source.bytes[node.contentRange]
    guard let first = bytes.first,
      isDigit(first) || first == .dot || first == .dash || first == UInt8(ascii: "+")
    else { return nil }
    let unsigned = first == .dash || first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    let hasLeadingZero = unsigned.count > 1 && unsigned.first == UInt8(ascii: "0")
    switch node.resolvedScalar {
    case .int(let value):
      return hasLeadingZero && unsigned.allSatisfy(isDigitOrUnderscore) ? "the number \(value)" : nil
    case .float(let value): return bytes.contains(.colon) ? "the number \(value)" : nil
    case .string(let text):
      if hasLeadingZero, unsigned.allSatisfy(isDigit) { return "a string" }
      if hasLeadingZero, unsigned.dropFirst().first == UInt8(ascii: "o"), unsigned.count > 2,
        unsigned.dropFirst(2).allSatisfy({ $0 &- 0x30 < 8 })
      {
        return "a string"
      }
      let isNumberElsewhere = unsigned.contains(where: isDigit) && Double(text) != nil
      return isNumberElsewhere && !hasHexPrefix(unsigned) ? "a string" : nil
    case .null, .bool, .bigInt, .binary, .rejected: return nil
    }
  }

  private func hasHexPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
  }
}
