/// The shortest patterns that grant some actions and no other: `s3:getobj*` is `s3:geto*` as long as AWS has nothing
/// else that begins so.
///
/// A prefix is denied if an action that isn't granted begins with it. Among sorted actions, what an action has in
/// common with any that isn't granted is at most what it shares with the nearest such neighbours; so two passes over
/// the actions of a service tell the longest denied prefix of each. Other services share no prefix worth the name.
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
  private var isGranted: [Bool]
  /// By action, the length of its longest denied prefix.
  private var deniedLengths: [Int]
  /// How many actions were looked at.
  private(set) var work = 0

  /// The granted actions are in ascending order.
  init(granting granted: [Int], in table: ActionTable) {
    self.table = table
    isGranted = Array(repeating: false, count: table.count)
    deniedLengths = Array(repeating: 0, count: table.count)
    let granted = granted.filter(table.indices.contains)
    for index in granted { isGranted[index] = true }
    var walked = 0
    for index in granted where index >= walked {
      let service = table.indices(withPrefix: Self.service(of: index, in: table))
      walk(service)
      walk(service.reversed())
      walked = service.upperBound
      work += service.count
    }
  }

  /// The name of an action's service and the colon behind it.
  private static func service(of index: Int, in table: ActionTable) -> [UInt8] {
    table.withBytes(at: index) { bytes in
      bytes.firstIndex(of: UInt8(ascii: ":")).map { Array(bytes[...$0]) } ?? []
    }
  }

  /// Raises each length to what the action shares with the last one met that isn't granted.
  private mutating func walk(_ order: some Sequence<Int>) {
    // The actions between two have in common what the two have.
    var shared = 0
    var previous: Int?
    for index in order {
      if let previous {
        let common = Self.commonLength(previous, index, table)
        shared = isGranted[previous] ? min(shared, common) : common
      }
      if isGranted[index] { deniedLengths[index] = max(deniedLengths[index], shared) }
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
    let length = table.withBytes(at: index) { $0.count }
    let service = Self.service(of: index, in: table).count
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
