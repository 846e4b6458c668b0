/// Which lines of a text become which lines of another: the fewest deletions and insertions (Myers 1986, *An
/// O(ND) Difference Algorithm and Its Variations*).
///
/// Texts that differ in very many lines are not searched to the end: everything between their common start and
/// their common end is one change then.
package struct LineDiff: Sendable {
  /// A run of lines that is replaced; one of the two ranges may be empty.
  package struct Change: Sendable, Hashable {
    package let old: Range<Int>
    package let new: Range<Int>
  }

  /// The changes in order, with at least one common line between two.
  package private(set) var changes: [Change] = []

  /// How many deletions and insertions are searched for.
  private static let maximumDistance = 2000

  package init(from old: SourceText, to new: SourceText) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func lines(_ text: SourceText) -> [Int] {
      // After the last line break there is a line only if it has text.
      let isLastEmpty = text.lines.starts.last == text.count
      return (0..<text.lines.count - (isLastEmpty ? 1 : 0)).map { line in
        let bytes = text.bytes[text.lines.range(ofLine: line)]
        let next = numbers.count
        if let known = numbers[bytes] { return known }
        numbers[bytes] = next
        return next
      }
    }
    compare(lines(old), lines(new))
  }

  private mutating func compare(_ old: [Int], _ new: [Int]) {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard oldEnd > start || newEnd > start else { return }
    let matches = LineDiff.matches(old[start..<oldEnd], new[start..<newEnd])
    var position = (old: start, new: start)
    for match in matches + [(oldEnd, newEnd)] {
      if match.0 > position.old || match.1 > position.new {
        changes.append(Change(old: position.old..<match.0, new: position.new..<match.1))
      }
      position = (match.0 + 1, match.1 + 1)
    }
  }

  /// The pairs of lines that stay, in order.
  private static func matches(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [(Int, Int)] {
    // The furthest old line reached on each diagonal, for each number of deletions and insertions.
    var history: [[Int]] = []
    var reached = [0]
    let limit = min(old.count + new.count, maximumDistance)
    for distance in 0...limit {
      var next = [Int](repeating: 0, count: 2 * distance + 1)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        var x = distance == 0 ? 0 : furthest(reached, diagonal, distance - 1)
        while x < old.count, x - diagonal >= 0, x - diagonal < new.count,
          old[old.startIndex + x] == new[new.startIndex + x - diagonal]
        {
          x += 1
        }
        next[diagonal + distance] = x
        if x >= old.count, x - diagonal >= new.count {
          history.append(next)
          return path(history, old, new)
        }
      }
      history.append(next)
      reached = next
    }
    return []
  }

  /// Where a diagonal begins, one step from what was reached in `distance` steps.
  private static func furthest(_ reached: [Int], _ diagonal: Int, _ distance: Int) -> Int {
    func value(_ diagonal: Int) -> Int? {
      abs(diagonal) <= distance ? reached[diagonal + distance] : nil
    }
    let inserted = value(diagonal + 1)
    let deleted = value(diagonal - 1).map { $0 + 1 }
    return max(inserted ?? -1, deleted ?? -1)
  }

  private static func path(
    _ history: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>
  ) -> [(Int, Int)] {
    var matches: [(Int, Int)] = []
    var x = old.count
    var diagonal = old.count - new.count
    for distance in stride(from: history.count - 1, through: 0, by: -1) {
      let reached = distance == 0 ? [] : history[distance - 1]
      let begin = distance == 0 ? 0 : furthest(reached, diagonal, distance - 1)
      while x > begin {
        x -= 1
        matches.append((old.startIndex + x, new.startIndex + x - diagonal))
      }
      guard distance > 0 else { break }
      let inserted = abs(diagonal + 1) <= distance - 1 ? reached[diagonal + 1 + distance - 1] : -1
      if inserted == begin {
        diagonal += 1
        x = begin
      } else {
        diagonal -= 1
        x = begin - 1
      }
    }
    return matches.reversed()
  }
}
