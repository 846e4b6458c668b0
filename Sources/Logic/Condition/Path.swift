/// Where in a resource a value is: `Tags.Owner`, `Grants[0]["a key"]`, or from an element of a list that a
/// quantifier has named.
package struct Path: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case key(String)
    /// Counts from the end when negative, as in Python.
    case index(Int)
  }

  /// The quantifier's name it starts from; `nil` for the resource itself.
  package let variable: String?
  package let steps: [Step]

  package init(variable: String? = nil, _ steps: [Step]) {
    self.variable = variable
    self.steps = steps
  }

  /// A path of keys from the resource.
  package init(_ keys: String...) {
    self.init(keys.map(Step.key))
  }

  package func appending(_ step: Step) -> Path { Path(variable: variable, steps + [step]) }
}

/// How a key is found in a map.
package enum KeyLookup: Sendable, Hashable {
  case exact
  /// The exact key, else the first that differs only in letter case: what Panther's events do.
  case ignoringCase
}

extension LogicValue {
  /// The value one step down; `nil` where there is none, or where this value has no such steps at all.
  package func value(at step: Path.Step, keys: KeyLookup) -> LogicValue? {
    switch (step, self) {
    case (.key(let key), .map(let entries)):
      if let entry = entries.last(where: { $0.key.utf8.elementsEqual(key.utf8) }) { return entry.value }
      guard keys == .ignoringCase else { return nil }
      let lowered = key.lowercased()
      return entries.first { $0.key.lowercased() == lowered }?.value
    case (.index(let index), .list), (.index(let index), .string):
      guard let elements else { return nil }
      let position = index < 0 ? elements.count + index : index
      return elements.indices.contains(position) ? elements[position] : nil
    default: return nil
    }
  }
}
