/// `difflib.SequenceMatcher(None, a, b).ratio()`: the Ratcliff-Obershelp similarity, with
/// the heuristic that ignores elements popular in a long second sequence.
enum SequenceSimilarity {
  static func ratio(_ first: CodePoints, _ second: CodePoints, ignoresPopular: Bool = true) -> Double {
    let total = first.count + second.count
    guard total > 0 else { return 1 }
    return 2 * Double(matchingCount(first, second, ignoresPopular)) / Double(total)
  }

  /// How many steps a comparison may need.
  static func cost(_ first: CodePoints, _ second: CodePoints) -> Int {
    let (product, overflow) = first.count.multipliedReportingOverflow(by: second.count)
    return overflow || product > 1 << 40 ? .max : product * 8
  }

  private static func matchingCount(_ first: CodePoints, _ second: CodePoints, _ ignoresPopular: Bool) -> Int
  {
    var places: [UInt32: [Int]] = [:]
    for (index, element) in second.enumerated() { places[element, default: []].append(index) }
    if ignoresPopular, second.count >= 200 {
      let most = second.count / 100 + 1
      places = places.filter { $0.value.count <= most }
    }
    var count = 0
    var regions = [(0..<first.count, 0..<second.count)]
    while let (left, right) = regions.popLast() {
      let (i, j, size) = longestMatch(first, second, left, right, places)
      guard size > 0 else { continue }
      count += size
      regions.append((left.lowerBound..<i, right.lowerBound..<j))
      regions.append((i + size..<left.upperBound, j + size..<right.upperBound))
    }
    return count
  }

  /// The longest common run of two regions, the earliest of several.
  private static func longestMatch(
    _ first: CodePoints, _ second: CodePoints, _ left: Range<Int>, _ right: Range<Int>,
    _ places: [UInt32: [Int]]
  ) -> (Int, Int, Int) {
    var best = (left.lowerBound, right.lowerBound, 0)
    var lengths: [Int: Int] = [:]
    for i in left {
      var next: [Int: Int] = [:]
      for j in places[first[i]] ?? [] where j >= right.lowerBound {
        if j >= right.upperBound { break }
        let length = (lengths[j - 1] ?? 0) + 1
        next[j] = length
        if length > best.2 { best = (i - length + 1, j - length + 1, length) }
      }
      lengths = next
    }
    // Popular elements start no match, but extend one.
    while best.0 > left.lowerBound, best.1 > right.lowerBound, first[best.0 - 1] == second[best.1 - 1] {
      best = (best.0 - 1, best.1 - 1, best.2 + 1)
    }
    while best.0 + best.2 < left.upperBound, best.1 + best.2 < right.upperBound,
      first[best.0 + best.2] == second[best.1 + best.2]
    {
      best.2 += 1
    }
    return best
  }
}
