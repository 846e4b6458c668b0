/// A recursive-descent parser for Python's regular expressions.
///
/// Its errors carry CPython 3.11's messages and positions (`re._parser`), found by reading
/// the language reference and by experiment: a pattern is rejected here exactly when
/// `re.compile` rejects it. `\N{…}` is the one construct it doesn't have.
struct RegexParser {
  static let nestingLimit = 200
  static let lengthLimit = 4096

  var source: RegexTokenizer
  var flags: RegexFlags
  let isBytes: Bool
  var groupWidths: [RegexWidth?] = [nil]
  var groupNames: [(name: String, number: Int)] = []
  /// Groups that only exist if later text opens them, with the position of the reference.
  var forwardReferences: [(group: Int, position: Int)] = []
  /// The group count when the outermost lookbehind was entered.
  var lookbehindGroups: Int?

  static func parse(
    _ pattern: CodePoints, flags: RegexFlags, isBytes: Bool = false
  ) throws(RegexFailure) -> RegexTree {
    guard pattern.count <= lengthLimit else { throw .limit("regular expression length") }
    var parser = RegexParser(
      source: try RegexTokenizer(pattern, isBytes: isBytes), flags: flags, isBytes: isBytes)
    let nodes = try parser.alternation(verbose: flags.contains(.verbose), depth: 0)
    try parser.fixFlags()
    if parser.source.next != nil { throw parser.source.error("unbalanced parenthesis") }
    for reference in parser.forwardReferences where reference.group >= parser.groupWidths.count {
      throw .syntax(
        RegexSyntaxError(
          "invalid group reference \(reference.group)", at: reference.position, in: pattern))
    }
    return RegexTree(
      nodes: nodes, flags: parser.flags, isBytes: isBytes, groupWidths: parser.groupWidths,
      groupNames: parser.groupNames)
  }

  /// Which characters a pattern knows (`fix_flags`).
  private mutating func fixFlags() throws(RegexFailure) {
    if isBytes {
      if flags.contains(.unicode) { throw .value("cannot use UNICODE flag with a bytes pattern") }
      guard flags.contains(.locale) else { return }
      if flags.contains(.ascii) { throw .value("ASCII and LOCALE flags are incompatible") }
      throw .unsupported("re.LOCALE")
    }
    if flags.contains(.locale) { throw .value("cannot use LOCALE flag with a str pattern") }
    if !flags.contains(.ascii) {
      flags.insert(.unicode)
    } else if flags.contains(.unicode) {
      throw .value("ASCII and UNICODE flags are incompatible")
    }
  }

  mutating func alternation(verbose outerVerbose: Bool, depth: Int) throws(RegexFailure)
    -> [RegexNode]
  {
    guard depth <= Self.nestingLimit else {
      throw .unsupported("regular expression with more than \(Self.nestingLimit) nested groups")
    }
    var verbose = outerVerbose
    var alternatives: [[RegexNode]] = []
    repeat {
      if depth == 0, !alternatives.isEmpty { verbose = flags.contains(.verbose) }
      alternatives.append(
        try sequence(
          verbose: verbose, depth: depth + 1, first: depth == 0 && alternatives.isEmpty))
    } while try source.match("|")
    if alternatives.count == 1 { return alternatives[0] }
    if let set = Self.asSet(alternatives) { return [set] }
    return [.branch(alternatives)]
  }

  /// Alternatives that are single characters or plain sets, as one set.
  private static func asSet(_ alternatives: [[RegexNode]]) -> RegexNode? {
    var items: [RegexSetItem] = []
    for alternative in alternatives {
      guard alternative.count == 1 else { return nil }
      switch alternative[0] {
      case .literal(let character): items.append(.range(character, character))
      case .set(let members, negated: false): items += members
      default: return nil
      }
    }
    return .set(items: items, negated: false)
  }

  mutating func sequence(verbose outerVerbose: Bool, depth: Int, first: Bool)
    throws(RegexFailure) -> [RegexNode]
  {
    var verbose = outerVerbose
    var nodes: [RegexNode] = []
    while let token = source.next {
      guard token.count == 1, let character = token.first, let scalar = Unicode.Scalar(character)
      else {
        _ = try source.get()
        nodes.append(try token.count == 1 ? .literal(token.first ?? 0) : escape(token))
        continue
      }
      if scalar == "|" || scalar == ")" { break }
      _ = try source.get()
      if verbose {
        if CodePoint.isASCIISpace(character) { continue }
        if scalar == "#" {
          while let skipped = try source.get(), skipped.first != 10 {}
          continue
        }
      }
      switch scalar {
      case "[":
        nodes.append(try characterSet())
      case "*", "+", "?", "{":
        try repetition(scalar, of: &nodes)
      case ".":
        nodes.append(.anyCharacter)
      case "^":
        nodes.append(.anchor(.lineStart))
      case "$":
        nodes.append(.anchor(.lineEnd))
      case "(":
        let isFirst = first && nodes.isEmpty
        switch try group(verbose: verbose, depth: depth, mayBeGlobalFlags: isFirst) {
        case .nothing: break
        case .globalFlags: verbose = flags.contains(.verbose)
        case .node(let node): nodes.append(node)
        }
      default:
        nodes.append(.literal(character))
      }
    }
    return nodes
  }

  // MARK: Repetition

  private mutating func repetition(_ operation: Unicode.Scalar, of nodes: inout [RegexNode])
    throws(RegexFailure)
  {
    let here = source.position
    var least = 0
    var most = RegexNode.unlimited
    switch operation {
    case "?": most = 1
    case "+": least = 1
    case "{":
      guard let bounds = try bounds(from: here) else {
        nodes.append(.literal(operation.value))
        return
      }
      (least, most) = bounds
    default: break
    }
    let length = source.position - here + 1
    guard let item = nodes.last else { throw source.error("nothing to repeat", back: length) }
    switch item {
    case .anchor: throw source.error("nothing to repeat", back: length)
    case .repetition: throw source.error("multiple repeat", back: length)
    default: break
    }
    var greed = RegexGreed.greedy
    if try source.match("?") {
      greed = .lazy
    } else if try source.match("+") {
      greed = .possessive
    }
    nodes[nodes.count - 1] = .repetition(minimum: least, maximum: most, greed, [item])
  }

  /// The numbers of `{m,n}`; nil if the brace is only a brace.
  private mutating func bounds(from here: Int) throws(RegexFailure) -> (Int, Int)? {
    if source.nextCharacter == 0x7D { return nil }
    let low = try source.take(atMost: Int.max, where: CodePoint.isASCIIDigit)
    var high = low
    if try source.match(",") {
      high = try source.take(atMost: Int.max, where: CodePoint.isASCIIDigit)
    }
    guard try source.match("}") else {
      try source.seek(here)
      return nil
    }
    let least = try Self.repeatCount(low) ?? 0
    let most = try Self.repeatCount(high) ?? RegexNode.unlimited
    if !high.isEmpty, most < least {
      throw source.error("min repeat greater than max repeat", back: source.position - here)
    }
    return (least, most)
  }

  private static func repeatCount(_ digits: [UInt32]) throws(RegexFailure) -> Int? {
    if digits.isEmpty { return nil }
    guard let count = Int(String(showing: digits)), count < RegexNode.unlimited else {
      throw .overflow("the repetition number is too large")
    }
    return count
  }

  // MARK: Character sets

  private mutating func characterSet() throws(RegexFailure) -> RegexNode {
    let here = source.position - 1
    var items: [RegexSetItem] = []
    let negated = try source.match("^")
    while true {
      guard let this = try source.get() else {
        throw source.error("unterminated character set", back: source.position - here)
      }
      if this.count == 1, this.first == 0x5D, !items.isEmpty { break }
      // A read escape grows by its digits, and messages show the first two characters only.
      let low = try setMember(this)
      guard try source.match("-") else {
        items.append(low)
        continue
      }
      guard let that = try source.get() else {
        throw source.error("unterminated character set", back: source.position - here)
      }
      if that.count == 1, that.first == 0x5D {
        items += [low, .range(0x2D, 0x2D)]
        break
      }
      let high = try setMember(that)
      guard case .range(let first, _) = low, case .range(let last, _) = high, first <= last else {
        throw source.error(
          "bad character range \(String(showing: this))-\(String(showing: that))",
          back: this.count + 1 + that.count)
      }
      items.append(.range(first, last))
    }
    if !negated, items.count == 1, case .range(let only, let same) = items[0], only == same {
      return .literal(only)
    }
    return .set(items: items, negated: negated)
  }

  private mutating func setMember(_ token: RegexTokenizer.Token) throws(RegexFailure)
    -> RegexSetItem
  {
    if token.count == 1, let character = token.first { return .range(character, character) }
    return try setEscape(token)
  }
}
