/// What follows an opening parenthesis.
extension RegexParser {
  enum GroupResult {
    case nothing
    case globalFlags
    case node(RegexNode)
  }

  mutating func group(verbose: Bool, depth: Int, mayBeGlobalFlags: Bool) throws(RegexFailure)
    -> GroupResult
  {
    let start = source.position - 1
    guard try source.match("?") else {
      return .node(try capture(nil, start: start, verbose: verbose, depth: depth))
    }
    guard let token = try source.get() else { throw source.error("unexpected end of pattern") }
    let letter = token.count == 1 ? Unicode.Scalar(token.first ?? 0) : nil
    switch letter {
    case "P":
      return try pythonExtension(start: start, verbose: verbose, depth: depth)
    case ":":
      let body = try groupBody(start: start, verbose: verbose, depth: depth)
      return .node(.group(number: nil, adding: [], removing: [], body))
    case ">":
      return .node(.atomic(try groupBody(start: start, verbose: verbose, depth: depth)))
    case "#":
      while true {
        guard let skipped = try source.get() else {
          throw source.error(
            "missing ), unterminated comment", back: source.position - start)
        }
        if skipped.count == 1, skipped.first == 0x29 { return .nothing }
      }
    case "=", "!":
      let body = try groupBody(start: start, verbose: verbose, depth: depth)
      return .node(.look(behind: false, negated: letter == "!", body))
    case "<":
      return .node(try lookbehind(start: start, verbose: verbose, depth: depth))
    case "(":
      return .node(try conditional(start: start, verbose: verbose, depth: depth))
    default:
      if let first = token.first, letter == "-" || RegexFlags(letter: first) != nil,
        token.count == 1
      {
        return try inlineFlags(
          first, start: start, verbose: verbose, depth: depth, mayBeGlobal: mayBeGlobalFlags)
      }
      throw source.error("unknown extension ?\(String(showing: token))", back: token.count + 1)
    }
  }

  /// The inside of a group and its closing parenthesis.
  private mutating func groupBody(start: Int, verbose: Bool, depth: Int) throws(RegexFailure)
    -> [RegexNode]
  {
    let body = try alternation(verbose: verbose, depth: depth + 1)
    try closeGroup(start: start)
    return body
  }

  private mutating func closeGroup(start: Int) throws(RegexFailure) {
    guard try source.match(")") else {
      throw source.error("missing ), unterminated subpattern", back: source.position - start)
    }
  }

  private mutating func capture(_ name: [UInt32]?, start: Int, verbose: Bool, depth: Int)
    throws(RegexFailure) -> RegexNode
  {
    let number = groupWidths.count
    groupWidths.append(nil)
    if let name {
      let text = String(showing: name)
      if let other = groupNames.first(where: { $0.name == text }) {
        throw source.error(
          "redefinition of group name \(PythonRepr.string(name)) as group \(number); "
            + "was group \(other.number)", back: name.count + 1)
      }
      groupNames.append((text, number))
    }
    let body = try groupBody(start: start, verbose: verbose, depth: depth)
    groupWidths[number] = RegexWidth(of: body, groups: groupWidths)
    return .group(number: number, adding: [], removing: [], body)
  }

  /// `(?P<name>…)` and `(?P=name)`.
  private mutating func pythonExtension(start: Int, verbose: Bool, depth: Int)
    throws(RegexFailure) -> GroupResult
  {
    if try source.match("<") {
      let name = try source.take(until: ">", naming: "group name")
      try checkGroupName(name, back: 1)
      return .node(try capture(name, start: start, verbose: verbose, depth: depth))
    }
    if try source.match("=") {
      let name = try source.take(until: ")", naming: "group name")
      try checkGroupName(name, back: 1)
      let number = try groupNumber(named: name)
      guard groupWidths[number] != nil else {
        throw source.error("cannot refer to an open group", back: name.count + 1)
      }
      try checkLookbehind(number)
      return .node(.backreference(number))
    }
    guard let token = try source.get() else { throw source.error("unexpected end of pattern") }
    throw source.error("unknown extension ?P\(String(showing: token))", back: token.count + 2)
  }

  func checkGroupName(_ name: [UInt32], back offset: Int) throws(RegexFailure) {
    guard PythonRepr.isIdentifier(name) else {
      throw source.error(
        "bad character in group name \(PythonRepr.string(name))", back: name.count + offset)
    }
  }

  private func groupNumber(named name: [UInt32]) throws(RegexFailure) -> Int {
    let text = String(showing: name)
    guard let group = groupNames.first(where: { $0.name == text }) else {
      throw source.error("unknown group name \(PythonRepr.string(name))", back: name.count + 1)
    }
    return group.number
  }

  private mutating func lookbehind(start: Int, verbose: Bool, depth: Int) throws(RegexFailure)
    -> RegexNode
  {
    guard let token = try source.get() else { throw source.error("unexpected end of pattern") }
    guard token.count == 1, let sign = token.first, sign == 0x3D || sign == 0x21 else {
      throw source.error("unknown extension ?<\(String(showing: token))", back: token.count + 2)
    }
    let isOutermost = lookbehindGroups == nil
    if isOutermost { lookbehindGroups = groupWidths.count }
    let body = try alternation(verbose: verbose, depth: depth + 1)
    if isOutermost { lookbehindGroups = nil }
    try closeGroup(start: start)
    return .look(behind: true, negated: sign == 0x21, body)
  }

  /// `(?(group)yes|no)`.
  private mutating func conditional(start: Int, verbose: Bool, depth: Int) throws(RegexFailure)
    -> RegexNode
  {
    guard depth < Self.nestingLimit else {
      throw .unsupported("regular expression with more than \(Self.nestingLimit) nested groups")
    }
    let name = try source.take(until: ")", naming: "group name")
    let group: Int
    if PythonRepr.isIdentifier(name) {
      group = try groupNumber(named: name)
    } else {
      group = try RegexGroupNumber.parse(name, in: source)
      if group == 0 { throw source.error("bad group number", back: name.count + 1) }
      if !forwardReferences.contains(where: { $0.group == group }) {
        forwardReferences.append((group, source.position - name.count - 1))
      }
    }
    try checkLookbehind(group)
    let yes = try sequence(verbose: verbose, depth: depth + 1, first: false)
    var no: [RegexNode]?
    if try source.match("|") {
      no = try sequence(verbose: verbose, depth: depth + 1, first: false)
      if source.nextCharacter == 0x7C {
        throw source.error("conditional backref with more than two branches")
      }
    }
    try closeGroup(start: start)
    return .conditional(group: group, yes: yes, no: no)
  }

  // MARK: Inline flags

  private mutating func inlineFlags(
    _ first: UInt32, start: Int, verbose: Bool, depth: Int, mayBeGlobal: Bool
  ) throws(RegexFailure) -> GroupResult {
    var added: RegexFlags = []
    var letter = first
    if first != 0x2D {
      let end = try addedFlags(first, &added)
      if end == 0x29 {
        flags.formUnion(added)
        guard mayBeGlobal else {
          throw source.error(
            "global flags not at the start of the expression", back: source.position - start)
        }
        return .globalFlags
      }
      letter = end
    }
    if !added.isDisjoint(with: .wholePattern) {
      throw source.error("bad inline flags: cannot turn on global flag", back: 1)
    }
    let removed = letter == 0x2D ? try removedFlags() : []
    if !removed.isDisjoint(with: .wholePattern) {
      throw source.error("bad inline flags: cannot turn off global flag", back: 1)
    }
    if !added.isDisjoint(with: removed) {
      throw source.error("bad inline flags: flag turned on and off", back: 1)
    }
    let innerVerbose =
      (verbose || added.contains(.verbose)) && !removed.contains(.verbose)
    let body = try groupBody(start: start, verbose: innerVerbose, depth: depth)
    return .node(.group(number: nil, adding: added, removing: removed, body))
  }

  /// Reads flags to turn on; gives the character that ended them: `)`, `-` or `:`.
  private mutating func addedFlags(_ first: UInt32, _ added: inout RegexFlags)
    throws(RegexFailure) -> UInt32
  {
    var letter = first
    while let flag = RegexFlags(letter: letter) {
      if isBytes {
        if flag == .unicode {
          throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
        }
        if flag == .locale { throw .unsupported("re.LOCALE") }
      } else if flag == .locale {
        throw source.error("bad inline flags: cannot use 'L' flag with a str pattern")
      }
      added.formUnion(flag)
      if RegexFlags.types.contains(flag), added.intersection(.types) != flag {
        throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
      }
      guard let token = try source.get() else { throw source.error("missing -, : or )") }
      if token.count == 1, let end = token.first, [0x29, 0x2D, 0x3A].contains(end) { return end }
      letter = try flagLetter(token, otherwise: "missing -, : or )")
    }
    return letter
  }

  private mutating func removedFlags() throws(RegexFailure) -> RegexFlags {
    var removed: RegexFlags = []
    guard let token = try source.get() else { throw source.error("missing flag") }
    var letter = try flagLetter(token, otherwise: "missing flag")
    while let flag = RegexFlags(letter: letter) {
      if RegexFlags.types.contains(flag) {
        throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
      }
      removed.formUnion(flag)
      guard let token = try source.get() else { throw source.error("missing :") }
      if token.count == 1, token.first == 0x3A { break }
      letter = try flagLetter(token, otherwise: "missing :")
    }
    return removed
  }

  private func flagLetter(_ token: RegexTokenizer.Token, otherwise message: String)
    throws(RegexFailure) -> UInt32
  {
    if token.count == 1, let letter = token.first {
      if RegexFlags(letter: letter) != nil { return letter }
      if CodePoint.isAlphabetic(letter) { throw source.error("unknown flag", back: 1) }
    }
    throw source.error(message, back: token.count)
  }
}

/// A group number written in a conditional or in a replacement template.
enum RegexGroupNumber {
  static let maximum = 1_073_741_823

  static func parse(_ name: [UInt32], in source: RegexTokenizer) throws(RegexFailure) -> Int {
    guard name.allSatisfy(CodePoint.isASCIIDigit) else {
      // int() also takes blanks, a sign, underscores and other scripts' digits.
      let isNumeral: (UInt32) -> Bool = {
        CodePoint.isDecimal($0) || CodePoint.isSpace($0) || $0 == 0x2B || $0 == 0x5F
      }
      if name.allSatisfy(isNumeral), name.contains(where: CodePoint.isDecimal) {
        throw .unsupported("group number \(PythonRepr.string(name)) in a regular expression")
      }
      throw source.error(
        "bad character in group name \(PythonRepr.string(name))", back: name.count + 1)
    }
    let digits = String(showing: name.drop { $0 == 48 })
    let number = digits.isEmpty ? 0 : Int(digits)
    guard let number, number < maximum else {
      throw source.error("invalid group reference \(digits)", back: name.count + 1)
    }
    return number
  }
}
