/// A pattern of `fnmatch` laid on every action: `*`, `?`, `[seq]`, `[!seq]`.
///
/// An action is at most some seventy ASCII characters without brackets, so patterns of stars and question marks,
/// which is what policies have, are matched byte by byte; a set of characters goes through `GlobPattern`.
struct ActionPattern {
  private let pattern: [UInt8]
  /// What every match begins with.
  private let prefix: [UInt8]
  private let glob: GlobPattern?

  init(_ pattern: PyString) throws(RegexFailure) {
    self.pattern = pattern.bytes
    prefix = Array(self.pattern.prefix { $0 != Self.star && $0 != Self.any && $0 != Self.bracket })
    glob = self.pattern.contains(Self.bracket) ? try GlobPattern(CodePoints(pattern.text)) : nil
  }

  private static let star = UInt8(ascii: "*")
  private static let any = UInt8(ascii: "?")
  private static let bracket = UInt8(ascii: "[")

  /// The actions to look at, in order.
  func candidates(in table: ActionTable) -> Range<Int> {
    // Every byte but stars takes one of the action; a set takes three and more.
    let least = glob == nil ? pattern.count { $0 != Self.star } : 0
    return least > table.longest ? 0..<0 : table.indices(withPrefix: prefix)
  }

  /// The actions that match, in order.
  func matches(in table: ActionTable) throws(RegexFailure) -> [PyString] {
    var found: [PyString] = []
    for index in candidates(in: table) where try matches(index, in: table) {
      found.append(table.name(at: index))
    }
    return found
  }

  private func matches(_ index: Int, in table: ActionTable) throws(RegexFailure) -> Bool {
    guard let glob else { return table.withBytes(at: index) { matches($0) } }
    return try glob.matches(table.withBytes(at: index) { bytes in bytes.map { UInt32($0) } })
  }

  /// A star first takes nothing; where that fails, the last star met takes one byte more. What stands before it
  /// never has to be tried again.
  private func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == Self.star {
        place += 1
        retry = (place, position)
      } else if place < pattern.count, pattern[place] == Self.any || pattern[place] == name[position] {
        place += 1
        position += 1
      } else if let last = retry {
        place = last.place
        position = last.position + 1
        retry = (place, position)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == Self.star }
  }
}
