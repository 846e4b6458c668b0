/// The names that a module's code mentions, numbered in the order of their appearance.
///
/// A number is the slot in which a module that runs the code keeps the name's value, so that reading a global is
/// reading an array (the design of starlark-go's resolver). Grows while the code is lowered, then never changes.
final class NameTable {
  private(set) var names: ContiguousArray<String> = []
  /// Empty while the table is small: a scan is quicker.
  private var numbers: [String: Int] = [:]

  private static let largestScan = 12

  /// A module's table: with what every module has.
  static func forModule() -> NameTable {
    let table = NameTable()
    table.names = ["__name__", "__file__", "__doc__"]
    return table
  }

  func number(of name: String) -> Int {
    if let known = self[name] { return known }
    names.append(name)
    if !numbers.isEmpty {
      numbers[name] = names.count - 1
    } else if names.count > Self.largestScan {
      for (number, name) in names.enumerated() { numbers[name] = number }
    }
    return names.count - 1
  }

  subscript(name: String) -> Int? {
    numbers.isEmpty ? names.firstIndex(of: name) : numbers[name]
  }
}

/// The names a module has bound: those its code mentions in slots, any other by name.
struct ModuleNames {
  private let table: NameTable
  private var slots: ContiguousArray<Object?>
  private var others: [String: Object] = [:]

  init(_ table: NameTable) {
    self.table = table
    slots = ContiguousArray(repeating: nil, count: table.names.count)
  }

  /// The slot of a number in the module's table.
  subscript(slot slot: Int) -> Object? {
    get { slots[slot] }
    set { slots[slot] = newValue }
  }

  subscript(name: String) -> Object? {
    get {
      if let slot = table[name] { return slots[slot] }
      return others.isEmpty ? nil : others[name]
    }
    set {
      if let slot = table[name] { slots[slot] = newValue } else { others[name] = newValue }
    }
  }

  /// Everything that is bound, in no particular order.
  var bound: [(name: String, value: Object)] {
    zip(table.names, slots).compactMap { name, value in value.map { (name, $0) } }
      + others.map { ($0.key, $0.value) }
  }
}
