/// When a detection alerts, as a formula over the values of a resource.
package indirect enum Condition: Sendable, Hashable {
  package enum Quantifier: String, Sendable, Hashable { case any, all }

  case constant(Bool)
  case predicate(Predicate)
  case not(Condition)
  case and([Condition])
  case or([Condition])
  /// Over the elements of a list, the keys of a map or the characters of a text. Where the path has none of
  /// these, there are no elements.
  case quantified(Quantifier, Path, variable: String, Condition)
  /// A term of Python that this form can't express; what it gives is not known.
  case opaque(OpaqueTerm)
}

/// Python source standing for its own truth.
package struct OpaqueTerm: Sendable, Hashable {
  /// The source, on one line.
  package let text: String
  /// Tells apart terms that happen to have the same text: only where it is the same is the truth the same.
  package let origin: Int

  package init(_ text: String, origin: Int) {
    self.text = text
    self.origin = origin
  }
}

extension Condition {
  /// Whether nothing in it is opaque.
  package var isTransparent: Bool {
    switch self {
    case .constant, .predicate: true
    case .opaque: false
    case .not(let inner), .quantified(_, _, _, let inner): inner.isTransparent
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isTransparent)
    }
  }

  /// Whether it has at most `limit` nodes; looks at no more than that.
  func hasSize(atMost limit: Int) -> Bool { size(atMost: limit) <= limit }

  /// The number of its nodes; some number above `limit` if there are more.
  func size(atMost limit: Int) -> Int {
    var left = limit
    func visit(_ condition: Condition) {
      left -= 1
      guard left >= 0 else { return }
      switch condition {
      case .constant, .predicate, .opaque: return
      case .not(let inner), .quantified(_, _, _, let inner): visit(inner)
      case .and(let parts), .or(let parts):
        for part in parts where left >= 0 { visit(part) }
      }
    }
    visit(self)
    return limit - left
  }
}
