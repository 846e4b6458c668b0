import SourceText

/// Whether two texts say the same: to YAML 1.2.2, to the Panther tool's loader, and in their comments.
///
/// The formatter compares what it was given with what it makes of it, before anything is written.
struct ContentComparison {
  /// Whether the keys of a mapping may stand in another order.
  var ignoresKeyOrder = false
  /// Whether `{…}` and indented lines are the same.
  var ignoresCollectionStyle = false

  func areEqual(_ old: SourceText, _ new: SourceText) -> Bool {
    let before = YAMLTree(parsing: old)
    let after = YAMLTree(parsing: new)
    guard syntaxErrors(before) == syntaxErrors(after), before.documentCount == after.documentCount,
      haveEqualComments(before, after), haveEqualNodes(before, after)
    else { return false }
    return areLoadedAlike(
      YAMLTree(parsing: old, dialect: .pantherLoader), YAMLTree(parsing: new, dialect: .pantherLoader))
  }

  /// Compares what the loader makes of the texts; what it refuses has no value.
  private func areLoadedAlike(_ old: YAMLTree, _ new: YAMLTree) -> Bool {
    // It reads no further than to what it can't read, and says nothing of the rest.
    if !old.errors.allSatisfy(\.isAcceptedByLoader) || old.loaderErrors.contains(where: endsReading) {
      return true
    }
    guard isSubset(codes(new.loaderErrors), of: codes(old.loaderErrors)) else { return false }
    guard old.loaderErrors.isEmpty else { return true }
    guard haveEqualNodes(old, new) else { return false }
    return ignoresKeyOrder || (try? old.root?.value()) == (try? new.root?.value())
  }

  private func endsReading(_ error: YAMLError) -> Bool {
    error.code == .loaderSyntax || error.code == .multipleDocuments
  }

  private func haveEqualNodes(_ old: YAMLTree, _ new: YAMLTree) -> Bool {
    let (oldRoots, newRoots) = (old.documents, new.documents)
    return oldRoots.count == newRoots.count && zip(oldRoots, newRoots).allSatisfy(areEqual)
  }

  private func haveEqualComments(_ old: YAMLTree, _ new: YAMLTree) -> Bool {
    let (oldComments, newComments) = (comments(old), comments(new))
    return ignoresKeyOrder ? oldComments.sorted() == newComments.sorted() : oldComments == newComments
  }

  /// Those that the formatter doesn't mend.
  private func syntaxErrors(_ tree: YAMLTree) -> [YAMLErrorCode] {
    tree.errors.map(\.code).filter { !$0.isAcceptedByLoader }
  }

  private func codes(_ errors: [YAMLError]) -> [YAMLErrorCode: Int] {
    errors.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
  }

  /// Formatting may mend what the loader refuses, a tab for instance, but add nothing to it.
  private func isSubset(_ new: [YAMLErrorCode: Int], of old: [YAMLErrorCode: Int]) -> Bool {
    new.allSatisfy { $0.value <= old[$0.key, default: 0] }
  }

  private func comments(_ tree: YAMLTree) -> [String] {
    tree.comments.map { range in
      var end = range.upperBound
      while end > range.lowerBound, isBlank(tree.source.bytes[end - 1]) { end -= 1 }
      return tree.source[range.lowerBound..<end]
    }
  }

  // MARK: Nodes

  private func areEqual(_ old: YAMLNode, _ new: YAMLNode) -> Bool {
    var stack = [(old, new)]
    while let (old, new) = stack.popLast() {
      guard old.kind == new.kind, old.anchor == new.anchor, old.tag == new.tag,
        old.aliasName == new.aliasName, ignoresCollectionStyle || old.isFlow == new.isFlow
      else { return false }
      switch old.kind {
      case .scalar: if !haveEqualText(old, new) { return false }
      case .sequence:
        let (oldItems, newItems) = (old.items, new.items)
        guard oldItems.count == newItems.count else { return false }
        stack += zip(oldItems, newItems)
      case .mapping:
        let (oldEntries, newEntries) = (entries(old), entries(new))
        guard oldEntries.count == newEntries.count else { return false }
        for (old, new) in zip(oldEntries, newEntries) {
          stack.append((old.key, new.key))
          stack.append((old.value, new.value))
        }
      case .alias, .missing: break
      }
    }
    return true
  }

  private func haveEqualText(_ old: YAMLNode, _ new: YAMLNode) -> Bool {
    guard old.scalarStyle == new.scalarStyle, old.resolvedScalar == new.resolvedScalar else { return false }
    // `True` and `true` are the same, in both.
    if case .bool = old.resolvedScalar, old.scalarStyle == .plain { return true }
    return old.text(blankLastLineIsWhole: true) == new.text(blankLastLineIsWhole: true)
  }

  /// The entries, if their order doesn't matter in one that is the same for both. Equal keys keep theirs: the
  /// last one counts.
  private func entries(_ mapping: YAMLNode) -> [YAMLEntry] {
    guard ignoresKeyOrder else { return mapping.entries }
    return mapping.entries.enumerated()
      .map { (text: $0.element.key.scalarText, index: $0.offset, entry: $0.element) }
      .sorted { ($0.text, $0.index) < ($1.text, $1.index) }
      .map(\.entry)
  }
}
