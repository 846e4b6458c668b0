import SourceText

/// What the Panther tool's loader makes of a document that YAML 1.2.2 allows.
extension YAMLTree {
  /// What makes the loader reject the document although its syntax is right, in source order.
  package var loaderErrors: [YAMLError] {
    var checks = LoaderChecks(tree: storage)
    checks.checkNodes()
    checks.checkDocuments()
    return inSourceOrder(checks.errors + loaderSyntaxErrors)
  }

  /// What the loader accepts but seldom reads as the author meant it, in source order.
  package var loaderWarnings: [YAMLError] {
    var checks = LoaderWarnings(tree: storage)
    checks.checkNodes()
    return inSourceOrder(checks.warnings)
  }

  private func inSourceOrder(_ errors: [YAMLError]) -> [YAMLError] {
    errors.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

extension SyntaxTree {
  /// Calls `body` with every node of the first document, which is the one that is loaded.
  fileprivate func forEachLoadedNode(_ body: (YAMLNode, NodeRecord) -> Void) {
    let end = documents.count > 1 ? documents[1].start : .max
    for (index, record) in nodes.enumerated() where record.start < end {
      body(YAMLNode(tree: self, index: Int32(truncatingIfNeeded: index)), record)
    }
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
    tree.forEachLoadedNode { node, record in
      if record.properties >= 0 { anchored.append(node) }
      switch record.kind {
      case .alias: if record.extra < 0 { rejected.append((node, .undefinedAlias)) }
      case .scalar, .missing: if let code = node.rejection { rejected.append((node, code)) }
      case .sequence: checkTag(of: node, allowed: [.sequence, .pairs])
      case .mapping:
        checkTag(of: node, allowed: [.mapping, .set])
        node.forEachEntry { if checkEntry($0) { specialKeys.insert($0.key.index) } }
      }
    }
    for (node, code) in rejected where !specialKeys.contains(node.index) { reject(node, code) }
    checkAnchors(of: anchored)
  }

  mutating func checkDocuments() {
    guard tree.documents.count > 1 else { return }
    let second = tree.documents[1]
    let start = Int(second.start)
    let root = YAMLNode(tree: tree, index: second.root)
    errors.append(
      YAMLError(
        code: .multipleDocuments, range: start..<max(start, min(Int(second.end), start + 3)),
        message: ErrorWording.loaderMessage(.multipleDocuments, for: root)))
  }

  private mutating func reject(_ node: YAMLNode, _ code: YAMLErrorCode) { errors.append(node.error(code)) }

  private mutating func checkAnchors(of nodes: [YAMLNode]) {
    var names: Set<String> = []
    for node in nodes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let anchor = node.anchor, !names.insert(anchor).inserted { reject(node, .duplicateAnchor) }
    }
  }

  private mutating func checkTag(of node: YAMLNode, allowed: [CollectionTag]) {
    guard node.record.properties >= 0, let tag = CollectionTag(node) else { return }
    if tag == .unknown {
      reject(node, .unknownTag)
    } else if !allowed.contains(tag) {
      reject(node, .tagMismatch)
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
  private static let scanLimit = 16

  let tree: SyntaxTree
  var warnings: [YAMLError] = []

  init(tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func checkNodes() {
    tree.forEachLoadedNode { node, record in
      switch record.kind {
      case .scalar: checkScalar(node, record)
      case .mapping: checkKeys(of: node)
      case .sequence, .alias, .missing: break
      }
    }
  }

  // MARK: Duplicate keys

  private mutating func checkKeys(of mapping: YAMLNode) {
    var keys: [YAMLNode] = []
    mapping.forEachEntry { keys.append($0.key) }
    guard keys.count > 1, keys.count > Self.scanLimit || mayRepeat(keys) else { return }
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

  /// Whether a few keys could be equal: false only if all are texts as written and differ.
  private func mayRepeat(_ keys: [YAMLNode]) -> Bool {
    let records = keys.map(\.record)
    guard records.allSatisfy({ $0.kind == .scalar && $0.flags.contains(.verbatim) && $0.properties < 0 })
    else {
      return true
    }
    return tree.source.bytes.withUnsafeBufferPointer { bytes in
      for (index, record) in records.enumerated() {
        let content = Int(record.contentStart)..<Int(record.contentEnd)
        if record.style == .plain, ScalarResolution.resolve(tree.source.bytes[content]) != .string {
          return true
        }
        for other in records[..<index] where other.contentEnd - other.contentStart == UInt32(content.count) {
          if bytes[Int(other.contentStart)..<Int(other.contentEnd)].elementsEqual(bytes[content]) {
            return true
          }
        }
      }
      return false
    }
  }

  // MARK: Surprising scalars

  private mutating func checkScalar(_ node: YAMLNode, _ record: NodeRecord) {
    guard record.style == .plain, record.contentEnd > record.contentStart else { return }
    let first = tree.source.bytes[Int(record.contentStart)]
    guard isDigit(first) || first == .dot || first == .dash || first == UInt8(ascii: "+") else { return }
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
