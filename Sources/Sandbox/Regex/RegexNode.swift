/// A parsed regular expression, flags not yet applied.
///
/// The shape follows what CPython's parser distinguishes, because its error messages
/// depend on it: an anchor can't be repeated, a repeat can't be repeated again.
indirect enum RegexNode: Equatable {
  case literal(UInt32)
  case anyCharacter
  case set(items: [RegexSetItem], negated: Bool)
  case anchor(RegexAnchor)
  case branch([[RegexNode]])
  case group(number: Int?, adding: RegexFlags, removing: RegexFlags, [RegexNode])
  case repetition(minimum: Int, maximum: Int, RegexGreed, [RegexNode])
  case backreference(Int)
  case conditional(group: Int, yes: [RegexNode], no: [RegexNode]?)
  case look(behind: Bool, negated: Bool, [RegexNode])
  case atomic([RegexNode])

  /// The number of repetitions that stands for "no maximum".
  static let unlimited = 4_294_967_295
}

enum RegexAnchor: Equatable {
  case lineStart, lineEnd, textStart, textEnd, wordBoundary, notWordBoundary
}

enum RegexGreed: Equatable {
  case greedy, lazy, possessive
}

/// A member of a character set.
enum RegexSetItem: Equatable {
  case range(UInt32, UInt32)
  case category(RegexCategory, negated: Bool)
}

enum RegexCategory: Equatable {
  case digit, space, word
}

/// The parsed pattern and what the rest of the engine needs to know of it.
struct RegexTree {
  var nodes: [RegexNode]
  var flags: RegexFlags
  /// Whether it is a pattern on bytes.
  var isBytes: Bool
  /// Widths by group number; a group's is nil while it is open. Index 0 is not a group.
  var groupWidths: [RegexWidth?]
  /// Group names in order of their appearance.
  var groupNames: [(name: String, number: Int)]
}

/// How many code points a pattern can match, at least and at most.
struct RegexWidth: Equatable {
  var minimum: Int
  var maximum: Int

  static let unbounded = Int.max

  static func saturatingAdd(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? unbounded : sum
  }

  static func saturatingMultiply(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? unbounded : product
  }

  init(_ minimum: Int, _ maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The width of a sequence. Backreferences are as wide as their groups.
  init(of nodes: [RegexNode], groups: [RegexWidth?]) {
    self.init(0, 0)
    for node in nodes {
      let width = RegexWidth(of: node, groups: groups)
      minimum = Self.saturatingAdd(minimum, width.minimum)
      maximum = Self.saturatingAdd(maximum, width.maximum)
    }
  }

  private init(of node: RegexNode, groups: [RegexWidth?]) {
    switch node {
    case .literal, .anyCharacter, .set:
      self.init(1, 1)
    case .anchor, .look:
      self.init(0, 0)
    case .branch(let alternatives):
      let widths = alternatives.map { RegexWidth(of: $0, groups: groups) }
      self.init(widths.map(\.minimum).min() ?? 0, widths.map(\.maximum).max() ?? 0)
    case .group(_, _, _, let body), .atomic(let body):
      self.init(of: body, groups: groups)
    case .repetition(let least, let most, _, let body):
      let width = RegexWidth(of: body, groups: groups)
      let high =
        most == RegexNode.unlimited && width.maximum > 0
        ? Self.unbounded : Self.saturatingMultiply(width.maximum, most)
      self.init(Self.saturatingMultiply(width.minimum, least), high)
    case .backreference(let group):
      self = (groups.indices.contains(group) ? groups[group] : nil) ?? RegexWidth(0, 0)
    case .conditional(_, let yes, let no):
      let first = RegexWidth(of: yes, groups: groups)
      let second = no.map { RegexWidth(of: $0, groups: groups) }
      self.init(
        min(first.minimum, second?.minimum ?? 0), max(first.maximum, second?.maximum ?? 0))
    }
  }
}
