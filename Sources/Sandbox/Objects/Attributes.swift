/// The attributes of a class or an instance, in the order they were first set, as `__dict__` keeps them.
///
/// Most objects have few, so up to eight are found by comparing names; beyond that an index is kept.
package struct Attributes: ExpressibleByDictionaryLiteral {
  package private(set) var names: [String] = []
  private var objects: [Object] = []
  private var index: [String: Int] = [:]

  private static let largestScan = 8

  package init() {}

  package init(dictionaryLiteral elements: (String, Object)...) {
    for (name, value) in elements { self[name] = value }
  }

  package var count: Int { names.count }
  package var isEmpty: Bool { names.isEmpty }
  package var values: [Object] { objects }
  package var pairs: [(name: String, value: Object)] { Array(zip(names, objects)).map { ($0, $1) } }

  private func position(of name: String) -> Int? {
    if names.count <= Self.largestScan { return names.firstIndex(of: name) }
    return index[name]
  }

  package subscript(name: String) -> Object? {
    get { position(of: name).map { objects[$0] } }
    set {
      guard let newValue else {
        removeValue(forKey: name)
        return
      }
      if let position = position(of: name) {
        objects[position] = newValue
        return
      }
      names.append(name)
      objects.append(newValue)
      if names.count > Self.largestScan {
        if index.isEmpty { rebuild() } else { index[name] = names.count - 1 }
      }
    }
  }

  @discardableResult
  package mutating func removeValue(forKey name: String) -> Object? {
    guard let position = position(of: name) else { return nil }
    names.remove(at: position)
    index = [:]
    let value = objects.remove(at: position)
    if names.count > Self.largestScan { rebuild() }
    return value
  }

  private mutating func rebuild() {
    index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }
}
