import SourceText

/// Which open map or list a line belongs to: the one that speaks least against it.
extension IndentationReader {
  enum Place: Sendable, Equatable {
    /// A new map or list, the value of the key or dash before.
    case awaited
    case collection(Int)
  }

  struct Choice: Sendable {
    let place: Place
    let cost: Int
    /// Whether another place is nearly as good.
    let isGuess: Bool
  }

  /// What speaks against a place. The innermost of equally good places is chosen.
  enum Cost {
    /// A key or an item that the outline knows costs nothing, one in free-form data a little.
    static let open = 50
    /// A key of a map that takes any, such as `Reports`.
    static let anyKey = 75
    static let misspelt = 80
    static let unknown = 400
    /// The value can't be this key's.
    static let unsuitableValue = 70
    /// What is left of the indentation says otherwise.
    static let otherColumn = 100
    /// The same, when indentation was lost unevenly, as by halving it.
    static let unevenColumn = 80
    static let sameKeyAgain = 250
    /// A test has to have its event, and a list is not null: the first line after `Log:` belongs to it.
    static let leavesNeededValue = 200
    /// By convention nothing comes after the tests.
    static let afterTests = 40
    /// The keys of a test come together.
    static let lacksCompanions = 60
    /// A map in a list of texts.
    static let wrongItem = 150
    static let otherKindOfItem = 40
    /// Known facts that make a place likelier.
    static let bonus = 30
    /// Costs that differ by less don't decide.
    static let tie = 60
  }

  func choose(_ element: LineElement, line: Int) -> Choice? {
    let choice = choose(element, line: line, readsMisspelt: false)
    // A key that has its place, or had it, need not be compared with all others.
    if let choice, choice.cost < Cost.misspelt || (Cost.sameKeyAgain..<Cost.unknown).contains(choice.cost) {
      return choice
    }
    return choose(element, line: line, readsMisspelt: true)
  }

  private func choose(_ element: LineElement, line: Int, readsMisspelt: Bool) -> Choice? {
    var best: (place: Place, cost: Int)?
    var costs: [Int] = []
    func consider(_ place: Place, _ cost: Int?) {
      guard let cost else { return }
      costs.append(cost)
      if cost < best?.cost ?? .max { best = (place, cost) }
    }
    func spelling(in shape: Shape?, _ cost: Int) -> Int {
      guard readsMisspelt, cost >= Cost.unknown, case .key(let name, _) = element,
        let shape, shape.resembles(name)
      else { return cost }
      return cost - Cost.unknown + Cost.misspelt
    }
    if collections.count < Self.maximumDepth {
      consider(.awaited, awaitedCost(element, line: line).map { spelling(in: awaited?.shape, $0) })
    }
    for index in collections.indices.reversed() {
      let distance = collections.count - index
      consider(
        .collection(index),
        cost(element, line: line, in: index).map { spelling(in: collections[index].shape, $0) + distance })
    }
    guard let best else { return nil }
    let margin = isExpected(element, in: best.place) ? Cost.tie - Cost.bonus : Cost.tie
    let isTied = costs.filter { $0 < Cost.unknown && $0 - best.cost < margin }.count > 1
    return Choice(
      place: best.place, cost: best.cost,
      isGuess: isTied || isUnknown(element, in: best.place) || isInSeveralColumns(element, line: line))
  }

  /// Whether what is left of the indentation speaks for several places, as when halving it made two levels one.
  private func isInSeveralColumns(_ element: LineElement, line: Int) -> Bool {
    let column = text.lines[line].column
    guard column > 0, collections.last?.keepsIndentation == true else { return false }
    let places = collections.indices.filter { index in
      columnCost(column, in: collections[index]) == 0
        && cost(element, line: line, in: index).map { $0 < Cost.unknown } ?? false
    }
    return places.count > 1
  }

  /// Whether a place is not known to have such a key.
  private func isUnknown(_ element: LineElement, in place: Place) -> Bool {
    guard case .key(let name, _) = element else { return false }
    let shape: Shape? =
      switch place {
      case .awaited: awaited?.shape
      case .collection(let index): collections[index].shape
      }
    return shape?.fit(ofKey: name) == .unknown
  }

  /// Whether a place is known to have such a key, and such a key is hardly data.
  private func isExpected(_ element: LineElement, in place: Place) -> Bool {
    guard case .key(let name, _) = element, case .collection(let index) = place else { return false }
    let shape = collections[index].shape
    guard shape.isClosed, case .named = shape.fit(ofKey: name) else { return false }
    return index > 0 || shape.required.contains(name)
  }

  private func awaitedCost(_ element: LineElement, line: Int) -> Int? {
    guard let awaited else { return nil }
    let column = text.lines[line].column
    var cost = column < awaited.pastedColumn ? Cost.otherColumn : 0
    switch element {
    case .key(let name, let offset):
      guard awaited.shape.admitsMap else { return nil }
      if column == awaited.pastedColumn, awaited.keepsIndentation { cost += Cost.otherColumn }
      cost += keyCost(name, valueAt: offset, line: line, in: awaited.shape)
    case .dash(let next):
      guard awaited.shape.admitsList else { return nil }
      cost += itemCost(at: next, line: line, in: awaited.shape.item, of: nil)
    default: return nil
    }
    if awaited.isNeeded || awaited.shape.isCollection && cost < Cost.open {
      cost -= Cost.leavesNeededValue
    } else if awaited.shape.isCollection, cost == Cost.anyKey {
      cost -= Cost.unsuitableValue
    }
    return cost
  }

  private func cost(_ element: LineElement, line: Int, in index: Int) -> Int? {
    let collection = collections[index]
    var cost = columnCost(text.lines[line].column, in: collection)
    switch (element, collection.kind) {
    case (.key(let name, let offset), .map):
      cost += keyCost(name, valueAt: offset, line: line, in: collection.shape)
      if collection.keys.contains(name) { cost += Cost.sameKeyAgain }
      guard case .named = collection.shape.fit(ofKey: name), collection.shape.isClosed else { break }
      if index == 0, !collection.shape.required.contains(name),
        collections.dropFirst().contains(where: \.shape.isData)
      {
        cost += line < landmarks.lastTestLine ? Cost.otherColumn : Cost.afterTests
      }
    case (.dash(let next), .list):
      cost += itemCost(at: next, line: line, in: collection.shape.item, of: collection)
    default: return nil
    }
    return cost
  }

  private func columnCost(_ column: Int, in collection: OpenCollection) -> Int {
    if column == collection.pastedColumn || column == collection.dash?.content { return 0 }
    if collection.pastedColumn != nil { return Cost.otherColumn }
    guard let dash = collection.dash else { return 0 }
    // Without its indentation a key stands right below the dash.
    return column == dash.column ? 0 : column > dash.column ? Cost.unevenColumn : Cost.otherColumn
  }

  private func keyCost(_ name: String, valueAt offset: Int, line: Int, in shape: Shape) -> Int {
    let value = text.value(at: offset, end: text.lines[line].content.upperBound)
    let unsuitable = shape.value(ofKey: name).admits(value, in: text) ? 0 : Cost.unsuitableValue
    switch shape.fit(ofKey: name) {
    case .named: return unsuitable
    case .open: return (shape.isUnknownData ? Cost.open : Cost.anyKey) + unsuitable
    case .unknown: return Cost.unknown
    }
  }

  /// What speaks against an item whose content is at `offset`.
  private func itemCost(at offset: Int, line: Int, in item: Shape, of list: OpenCollection?) -> Int {
    let end = text.lines[line].content.upperBound
    let element = text.element(at: offset, end: end)
    switch element {
    case .key(let name, let valueOffset):
      guard item.admitsMap else { return Cost.wrongItem }
      var cost = keyCost(name, valueAt: valueOffset, line: line, in: item)
      if item.isData {
        if let firstKey = list?.firstKey { cost += firstKey == name ? -Cost.bonus : Cost.bonus / 2 }
        if list?.hasScalarItems == true { cost += Cost.otherKindOfItem }
      } else if item.required.count > 1, item.required.contains(name) {
        cost += landmarks.hasCompanions(name, of: item, after: line) ? -Cost.bonus : Cost.lacksCompanions
      }
      return cost
    case .dash: return item.admitsList ? Cost.open : Cost.unknown
    case .nothing, .comment: return item.isFree ? Cost.open : 0
    case .text, .marker:
      switch item.fit(of: text.value(at: offset, end: end), in: text) {
      case .suitable: break
      case .odd: return Cost.unsuitableValue
      case .unsuitable: return item.admitsScalar ? Cost.wrongItem : Cost.unknown
      }
      if item.isFree, list?.firstKey != nil { return Cost.open + Cost.otherKindOfItem }
      return item.isFree ? Cost.open : 0
    }
  }
}
