import SourceText

extension SyntaxTree {
  /// The document as the Panther tool's loader reads it: which violations of YAML 1.2.2 it does not mind, why it
  /// gives the document up, and its own nodes where they are not those of YAML 1.2.2.
  func readByLoader() -> SyntaxTree {
    if CommonReading.covers(self) { return with(Loading(), errors: errors) }
    return readAgain()
  }

  /// The same with the loader's own algorithm, whatever the document looks like.
  func readAgain() -> SyntaxTree {
    guard !errors.contains(where: { $0.code.endsReading }) else { return with(Loading(), errors: errors) }
    return source.bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return with(Loading(), errors: errors) }
      let hasUnicodeBreaks = source.kinds.contains(.nonASCII) && UnicodeBreak.occurs(in: buffer)
      var scanner = LoaderScanner(bytes: base, count: buffer.count, hasUnicodeBreaks: hasUnicodeBreaks)
      var scanFailure: LoaderFailure?
      do throws(LoaderFailure) { try scanner.scan() } catch { scanFailure = error }
      var grammar = LoaderGrammar(tokens: scanner.tokens, bytes: base)
      do throws(LoaderFailure) {
        try grammar.parse()
        if let scanFailure { throw scanFailure }
      } catch {
        return with(Loading(failure: YAMLError(error)), errors: errors.map { $0.acceptedIfNeverMinded() })
      }
      return with(grammar, texts: hasUnicodeBreaks ? LoaderText.texts(of: grammar.nodes, in: buffer) : [:])
    }
  }

  private func with(_ loading: Loading, errors: [YAMLError]) -> SyntaxTree {
    SyntaxTree(
      source: source, nodes: nodes, properties: properties, tokens: tokens, documents: documents,
      errors: errors,
      loading: loading)
  }

  private func with(_ grammar: LoaderGrammar, texts: [Int32: String]) -> SyntaxTree {
    let accepted = errors.map { $0.accepted() }
    let same = with(Loading(), errors: accepted)
    let loaded = loaded(grammar, texts: texts, errors: accepted, difference: nil)
    guard let difference = ReadingComparison(left: same, right: loaded).firstDifference() else { return same }
    return self.loaded(grammar, texts: texts, errors: accepted, difference: difference)
  }

  private func loaded(
    _ grammar: LoaderGrammar, texts: [Int32: String], errors: [YAMLError], difference: Range<Int>?
  ) -> SyntaxTree {
    var documents: [DocumentRecord] = []
    if grammar.root >= 0 {
      let end = UInt32(truncatingIfNeeded: source.count)
      var document =
        self.documents.first
        ?? DocumentRecord(root: 0, isExplicit: false, endsExplicitly: false, start: 0, end: end)
      document.root = grammar.root
      document.end = max(document.end, grammar.nodes[Int(grammar.root)].end)
      documents = [document]
    }
    return SyntaxTree(
      source: source, nodes: grammar.nodes, properties: grammar.properties, tokens: tokens,
      documents: documents,
      errors: errors, loading: Loading(difference: difference), texts: texts)
  }
}

extension YAMLErrorCode {
  /// Whether nothing is known of what comes after such an error, or libyaml fails at it in any case.
  fileprivate var endsReading: Bool {
    switch self {
    case .invalidCharacter, .invalidEncoding, .fileTooLarge, .nestingTooDeep: true
    default: false
    }
  }
}

extension YAMLError {
  fileprivate init(_ failure: LoaderFailure) {
    self.init(
      code: failure.rule == .secondDocument ? .multipleDocuments : .loaderSyntax, range: failure.range,
      message: failure.rule.message)
  }

  fileprivate func accepted() -> YAMLError {
    YAMLError(code: code, range: range, message: message, isAcceptedByLoader: true)
  }

  /// libyaml reads on over these whatever else it stumbles over.
  fileprivate func acceptedIfNeverMinded() -> YAMLError { code.isAcceptedByLoader ? accepted() : self }
}

/// Walks two readings of one document side by side.
struct ReadingComparison {
  let left: SyntaxTree
  let right: SyntaxTree

  /// The first node that the two don't have alike; nil if they mean the same.
  func firstDifference() -> Range<Int>? {
    guard left.documents.count == right.documents.count else { return 0..<min(1, left.source.count) }
    guard let first = left.documents.first, let second = right.documents.first else { return nil }
    var stack = [(first.root, second.root)]
    while let (one, other) = stack.popLast() {
      guard one >= 0, other >= 0 else {
        if one == other { continue }
        let place = one >= 0 ? left.nodes[Int(one)] : right.nodes[Int(other)]
        return range(of: place)
      }
      let record = left.nodes[Int(one)]
      let twin = right.nodes[Int(other)]
      guard isSame(one, record, other, twin) else { return range(of: twin) }
      stack.append((record.next, twin.next))
      stack.append((record.firstChild, twin.firstChild))
    }
    return nil
  }

  private func range(of record: NodeRecord) -> Range<Int> {
    Int(record.start)..<Int(max(record.start, record.end))
  }

  private func isSame(_ one: Int32, _ record: NodeRecord, _ other: Int32, _ twin: NodeRecord) -> Bool {
    guard record.kind == twin.kind, (record.properties < 0) == (twin.properties < 0) else { return false }
    if record.properties >= 0 {
      let mine = left.properties[Int(record.properties)]
      let theirs = right.properties[Int(twin.properties)]
      guard mine.anchor == theirs.anchor, mine.resolvedTag == theirs.resolvedTag else { return false }
    }
    switch record.kind {
    case .mapping, .sequence, .missing: return true
    case .alias: return record.end == twin.end && (record.extra < 0) == (twin.extra < 0)
    case .scalar:
      guard record.start == twin.start, record.style == twin.style else { return false }
      if record.contentEnd == twin.contentEnd, record.flags == twin.flags, record.extra == twin.extra,
        right.texts.isEmpty
      {
        return true
      }
      return YAMLNode(tree: left, index: one).scalarText.utf8.elementsEqual(
        YAMLNode(tree: right, index: other).scalarText.utf8)
    }
  }
}
