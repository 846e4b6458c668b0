/// The attributes of a class or an instance, in the order they were first set, as `__dict__` keeps them.
///
/// Most objects have few, so up to eight are found by comparing names; beyond that an index is kept.
package struct Attributes: ExpressibleByDictionaryLiteral {
  /// `nil` is the place of an attribute that was deleted.
  private var entries: [(name: String, value: Object)?] = []
  private var index: [String: Int] = [:]
  package private(set) var count = 0

  private static let largestScan = 8

  package init() {}

  package init(dictionaryLiteral elements: (String, Object)...) {
    for (name, value) in elements { self[name] = value }
  }

  package var isEmpty: Bool { count == 0 }
  package var pairs: [(name: String, value: Object)] { entries.compactMap { $0 } }
  package var names: [String] { entries.compactMap { $0?.name } }
  package var values: [Object] { entries.compactMap { $0?.value } }

  private func position(of name: String) -> Int? {
    if index.isEmpty { return entries.firstIndex { $0?.name == name } }
    return index[name]
  }

  package subscript(name: String) -> Object? {
    get { position(of: name).flatMap { entries[$0]?.value } }
    set {
      guard let newValue else {
        removeValue(forKey: name)
        return
      }
      if let position = position(of: name) {
        entries[position]?.value = newValue
        return
      }
      entries.append((name, newValue))
      count += 1
      if !index.isEmpty {
        index[name] = entries.count - 1
      } else if entries.count > Self.largestScan {
        rebuild()
      }
    }
  }

  @discardableResult
  package mutating func removeValue(forKey name: String) -> Object? {
    guard let position = position(of: name) else { return nil }
    let value = entries[position]?.value
    entries[position] = nil
    index[name] = nil
    count -= 1
    if entries.count > 2 * count { rebuild() }
    return value
  }

  /// Closes the gaps, and indexes what is left if that is much.
  private mutating func rebuild() {
    entries.removeAll { $0 == nil }
    index = [:]
    guard entries.count > Self.largestScan else { return }
    for (position, entry) in entries.enumerated() {
      if let entry { index[entry.name] = position }
    }
  }
}
