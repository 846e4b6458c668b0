/// "Did you mean …": the name out of a list that a misspelt one most likely stands for.
///
/// Edits are counted as in the Damerau–Levenshtein distance in its restricted form (optimal string
/// alignment): insertion, deletion, replacement, and exchange of two neighbours. Case doesn't count. A
/// third of the length may be wrong, at least one character and at most three: beyond that a suggestion
/// is more often silly than right. Failing that, a part that only one name begins or ends with is enough.
package func nearestName<Names: Sequence<String>>(to written: String, among names: Names) -> String? {
  let target = Array(written.lowercased().utf8)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  // Of a single character nothing is left to resemble.
  let limit = min(max(target.count / 3, 1), 3, target.count - 1)
  var best: (name: String, distance: Int)?
  var partial: [String] = []
  for name in names {
    let candidate = Array(name.lowercased().utf8)
    if let distance = editDistance(target, candidate, atMost: best.map { $0.distance - 1 } ?? limit) {
      best = (name, distance)
      if distance == 0 { break }
    }
    if target.count >= 3,
      candidate.starts(with: target) || candidate.reversed().starts(with: target.reversed())
    {
      partial.append(name)
    }
  }
  return best?.name ?? (partial.count == 1 ? partial.first : nil)
}

/// The number of edits between two words, or nil if there are more than `limit`.
private func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
  guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
  // Three rows of the table are enough: the exchange of neighbours looks two rows back.
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = previous
  for row in left.indices {
    current[0] = row + 1
    for column in right.indices {
      let replacement = previous[column] + (left[row] == right[column] ? 0 : 1)
      var distance = min(previous[column + 1] + 1, current[column] + 1, replacement)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = distance
    }
    guard let smallest = current.min(), smallest <= limit else { return nil }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}
