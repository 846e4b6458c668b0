/// The shortest patterns that grant some actions and no other: `s3:getobj*` is `s3:geto*` as long as AWS has nothing
/// else that begins so.
///
/// A prefix is denied if an action that isn't granted begins with it. Among sorted actions, what an action has in
/// common with any that isn't granted is at most what it shares with the nearest such neighbours; so two passes over
/// the table tell the longest denied prefix of every action.
struct ActionMinimizer {
  /// What became of one action.
  enum Outcome {
    /// A prefix, to be followed by a star unless it is an action by itself.
    case prefix(length: Int, isAction: Bool)
    /// Another action, not granted, begins with this one.
    case denied
    /// Every prefix is denied, or shorter than allowed.
    case noPrefix
  }

  private let table: ActionTable
  private let isGranted: [Bool]
  /// By action, the length of its longest denied prefix.
  private let deniedLengths: [Int]

  init(granting granted: [Int], in table: ActionTable) {
    self.table = table
    var isGranted = Array(repeating: false, count: table.count)
    for index in granted where isGranted.indices.contains(index) { isGranted[index] = true }
    var lengths = Array(repeating: 0, count: table.count)
    Self.walk(table.indices, isGranted, table, &lengths)
    Self.walk(table.indices.reversed(), isGranted, table, &lengths)
    self.isGranted = isGranted
    deniedLengths = lengths
  }

  /// Raises each length to what the action shares with the last one met that isn't granted.
  private static func walk(
    _ order: some Sequence<Int>, _ isGranted: [Bool], _ table: ActionTable, _ lengths: inout [Int]
  ) {
    // The actions between two have in common what the two have.
    var shared = 0
    var previous: Int?
    for index in order {
      if let previous {
        let common = commonLength(previous, index, table)
        shared = isGranted[previous] ? min(shared, common) : common
      }
      if isGranted[index] { lengths[index] = max(lengths[index], shared) }
      previous = index
    }
  }

  private static func commonLength(_ left: Int, _ right: Int, _ table: ActionTable) -> Int {
    table.withBytes(at: left) { left in
      table.withBytes(at: right) { right in
        zip(left, right).prefix { $0 == $1 }.count
      }
    }
  }

  /// What a granted action becomes. `minimum` is the fewest characters behind the service's name, asked for if there
  /// is a prefix to choose; no characters at all are never too few.
  func outcome(
    for index: Int, minimum: () throws(Unwind) -> Int
  ) throws(Unwind) -> Outcome {
    let (length, service) = table.withBytes(at: index) { bytes in
      (bytes.count, (bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1)
    }
    let denied = deniedLengths.indices.contains(index) ? deniedLengths[index] : 0
    if denied >= length { return .denied }
    let least = try minimum()
    let shortest = max(service, denied + 1)
    if shortest == service { return .prefix(length: service, isAction: false) }
    let chosen = max(shortest, service + min(max(0, least), length))
    guard chosen <= length else { return .noPrefix }
    return .prefix(length: chosen, isAction: isAction(index, prefix: chosen))
  }

  private func isAction(_ index: Int, prefix length: Int) -> Bool {
    let prefix = table.withBytes(at: index) { Array($0.prefix(length)) }
    return table.index(of: PyString(utf8: prefix)).map { isGranted[$0] } ?? false
  }
}
