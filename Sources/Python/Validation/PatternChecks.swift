import SourceText

/// The patterns of match statements (CPython `compile.c`, `compiler_pattern`).
extension SemanticChecker {
  mutating func visitMatch(_ subject: Expression, _ cases: [MatchCase]) {
    visit(subject)
    for (index, matchCase) in cases.enumerated() {
      let isLast = index == cases.count - 1
      var captures: [String] = []
      visit(matchCase.pattern, mayAlwaysMatch: isLast || matchCase.guard != nil, &captures)
      if let condition = matchCase.guard { visit(condition) }
      visit(matchCase.body)
    }
  }

  /// - Parameter mayAlwaysMatch: whether nothing after the pattern would become unreachable if it matched
  ///   everything.
  private mutating func visit(_ pattern: Pattern, mayAlwaysMatch: Bool, _ captures: inout [String]) {
    switch pattern.kind {
    case .matchValue(let value): visit(value)
    case .matchSingleton, .missing: break
    case .matchSequence(let patterns): visitSequence(patterns, pattern.range, &captures)
    case .matchMapping(let keys, let patterns, let rest):
      visitMapping(keys, pattern.range)
      for inner in patterns { visit(inner, mayAlwaysMatch: true, &captures) }
      if let rest { capture(rest, &captures) }
    case .matchClass(let cls, let patterns, let names, let values):
      visit(cls)
      var seen: Set<String> = []
      for name in names where !seen.insert(name.name).inserted {
        fail("attribute name repeated in class pattern: \(name.name)", at: pattern.range)
      }
      for inner in patterns + values { visit(inner, mayAlwaysMatch: true, &captures) }
    case .matchStar(let name):
      if let name { capture(name, &captures) }
    case .matchAs(let inner, let name):
      if let inner {
        visit(inner, mayAlwaysMatch: mayAlwaysMatch, &captures)
      } else if !mayAlwaysMatch {
        fail(
          name.map { "name capture '\($0.name)' makes remaining patterns unreachable" }
            ?? "wildcard makes remaining patterns unreachable", at: pattern.range)
      }
      if let name { capture(name, &captures) }
    case .matchOr(let alternatives):
      visitAlternatives(alternatives, mayAlwaysMatch: mayAlwaysMatch, pattern.range, &captures)
    }
  }

  private mutating func capture(_ name: Identifier, _ captures: inout [String]) {
    if captures.contains(name.name) {
      fail("multiple assignments to name '\(name.name)' in pattern", at: name.range)
    }
    captures.append(name.name)
    use(name.name, .assigned)
  }

  private mutating func visitSequence(
    _ patterns: [Pattern], _ range: ByteRange, _ captures: inout [String]
  ) {
    var stars = 0
    for inner in patterns {
      if case .matchStar = inner.kind { stars += 1 }
      visit(inner, mayAlwaysMatch: true, &captures)
    }
    if stars > 1 { fail("multiple starred names in sequence pattern", at: range) }
  }

  private mutating func visitMapping(_ keys: [Expression], _ range: ByteRange) {
    var seen: [Constant] = []
    for key in keys {
      visit(key)
      switch key.kind {
      case .constant(let value):
        if seen.contains(value) {
          fail(
            "mapping pattern checks duplicate key (\(pythonRepresentation(of: value)))", at: range)
        }
        seen.append(value)
      case .joinedStr:
        fail("mapping pattern keys may only match literals and attribute lookups", at: key.range)
      default: break
      }
    }
  }

  private mutating func visitAlternatives(
    _ alternatives: [Pattern], mayAlwaysMatch: Bool, _ range: ByteRange, _ captures: inout [String]
  ) {
    var first: Set<String>?
    var all: [String] = []
    for (index, alternative) in alternatives.enumerated() {
      var own: [String] = []
      visit(alternative, mayAlwaysMatch: mayAlwaysMatch && index == alternatives.count - 1, &own)
      if let first, first != Set(own) {
        fail("alternative patterns bind different names", at: range)
      }
      if first == nil {
        first = Set(own)
        all = own
      }
    }
    for name in all where captures.contains(name) {
      fail("multiple assignments to name '\(name)' in pattern", at: range)
    }
    captures += all
  }
}
