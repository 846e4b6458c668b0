import SourceText
import YAML

/// What is left of a whole document after a slip.
struct Survival {
  /// All other top-level entries and all other tests have the values they had.
  var keepsNeighbours = true
  /// So have, at every level down to the slip, the entries and items beside the broken one.
  var keepsSiblings = true
  var errorCount = 0
  var isStillValid = false
}

extension WholeDocument {
  func survival(of breakage: Breakage) -> Survival {
    let broken = YAMLTree(parsing: SourceText(breakage.applied(to: bytes)))
    guard !broken.errors.isEmpty else { return Survival(isStillValid: true) }
    guard let root = tree.root, let brokenRoot = broken.root else {
      return Survival(keepsNeighbours: false, keepsSiblings: false, errorCount: broken.errors.count)
    }
    let comparison = Comparison(cost: breakage.cost)
    return Survival(
      keepsNeighbours: comparison.keepsNeighbours(of: root, in: brokenRoot),
      keepsSiblings: comparison.keeps(root, in: brokenRoot, after: 0), errorCount: broken.errors.count)
  }
}

private struct Comparison {
  let cost: ByteRange

  func keepsNeighbours(of root: YAMLNode, in broken: YAMLNode) -> Bool {
    var previous = 0
    return root.entries.allSatisfy { entry in
      defer { previous = entry.range.upperBound }
      let after = broken[entry.key.scalarText]
      if !isHit(entry.range, after: previous) { return same(entry.value, after) }
      guard entry.key.scalarText == "Tests", let after else { return true }
      return keepsItems(of: entry.value, in: after, after: entry.key.range.upperBound)
    }
  }

  private func keepsItems(of sequence: YAMLNode, in broken: YAMLNode, after start: Int) -> Bool {
    var previous = start
    return sequence.items.allSatisfy { item in
      defer { previous = item.range.upperBound }
      return isHit(item.range, after: previous) || broken.items.contains { same(item, $0) }
    }
  }

  /// Whether everything but what the slip hits is still there.
  func keeps(_ whole: YAMLNode, in broken: YAMLNode, after start: Int) -> Bool {
    var previous = start
    switch whole.kind {
    case .mapping:
      return whole.entries.allSatisfy { entry in
        defer { previous = entry.range.upperBound }
        let after = broken[entry.key.scalarText]
        guard isHit(entry.range, after: previous) else { return same(entry.value, after) }
        guard let after else { return isAlone(entry.value) || cost.overlaps(entry.key.range) }
        return keeps(entry.value, in: after, after: entry.key.range.upperBound)
      }
    case .sequence:
      let items = broken.items
      guard keepsItems(of: whole, in: broken, after: start) else { return false }
      return whole.items.enumerated().allSatisfy { index, item in
        defer { previous = item.range.upperBound }
        guard isHit(item.range, after: previous) else { return true }
        return isAlone(item)
          || items.indices.contains { abs($0 - index) < 2 && keeps(item, in: items[$0], after: previous) }
      }
    default: return true
    }
  }

  private func isAlone(_ node: YAMLNode) -> Bool { node.kind != .mapping && node.kind != .sequence }

  /// Whether the slip is in an entry or in the white space and comments before it.
  private func isHit(_ range: ByteRange, after previous: Int) -> Bool {
    if cost.isEmpty { return range.lowerBound < cost.lowerBound && cost.lowerBound < range.upperBound }
    return (min(previous, range.lowerBound)..<range.upperBound).overlaps(cost)
  }

  private func same(_ whole: YAMLNode, _ broken: YAMLNode?) -> Bool {
    guard let broken else { return false }
    guard let value = try? whole.value() else { return true }
    return (try? broken.value()) == value
  }
}
