/// From the parsed pattern to the matcher's instructions, flags applied.
struct RegexCompiler {
  /// Sets and loops a pattern of bounded length can ask for stay few: nothing is unrolled.
  private var program = RegexProgram()
  private let tree: RegexTree

  static func compile(_ tree: RegexTree) throws(RegexFailure) -> RegexProgram {
    var compiler = RegexCompiler(tree: tree)
    compiler.program.groupCount = tree.groupWidths.count - 1
    compiler.program.registerCount = compiler.program.lastGroupRegister + 1
    let flags = tree.isBytes ? tree.flags.union(.ascii) : tree.flags
    try compiler.emit(tree.nodes, flags)
    compiler.program.instructions.append(.accept)
    compiler.program.first = compiler.firstUnits(tree.nodes, flags)
    compiler.program.isAnchored = Self.isAnchored(tree.nodes, flags)
    return compiler.program
  }

  private init(tree: RegexTree) { self.tree = tree }

  private var here: Int { program.instructions.count }

  private mutating func emit(_ nodes: [RegexNode], _ flags: RegexFlags) throws(RegexFailure) {
    for node in nodes { try emit(node, flags) }
  }

  private mutating func emit(_ node: RegexNode, _ flags: RegexFlags) throws(RegexFailure) {
    switch node {
    case .literal, .anyCharacter, .set:
      if let unit = unit(node, flags) { program.instructions.append(.unit(unit)) }
    case .anchor(let anchor):
      program.instructions.append(.anchor(Self.anchor(anchor, flags)))
    case .branch(let alternatives):
      try emitBranch(alternatives, flags)
    case .group(let number, let added, let removed, let body):
      if let number { program.instructions.append(.save(register: 2 * number - 2)) }
      try emit(body, flags.scoped(adding: added, removing: removed))
      if let number {
        program.instructions.append(.closeGroup(number, register: 2 * number - 1))
      }
    case .repetition(let minimum, let maximum, let greed, let body):
      try emitRepetition(minimum, maximum, greed, body, flags)
    case .backreference(let group):
      program.instructions.append(.backreference(group, Self.folding(flags)))
    case .conditional(let group, let yes, let no):
      let test = here
      program.instructions.append(.accept)
      try emit(yes, flags)
      let skip = here
      if no != nil { program.instructions.append(.accept) }
      program.instructions[test] = .unlessGroup(group, goTo: here)
      if let no {
        try emit(no, flags)
        program.instructions[skip] = .jump(here)
      }
    case .look(let behind, let negated, let body):
      var distance = 0
      if behind {
        let width = RegexWidth(of: body, groups: tree.groupWidths)
        guard width.minimum == width.maximum else {
          throw .syntax(
            RegexSyntaxError("look-behind requires fixed-width pattern", at: nil, in: []))
        }
        distance = width.minimum
      }
      try emitLook(negated ? .negative : .positive, behind: distance, body, flags)
    case .atomic(let body):
      try emitLook(.atomic, behind: 0, body, flags)
    }
  }

  private mutating func emitBranch(_ alternatives: [[RegexNode]], _ flags: RegexFlags)
    throws(RegexFailure)
  {
    var jumps: [Int] = []
    for (index, alternative) in alternatives.enumerated() {
      let split = here
      let isLast = index == alternatives.count - 1
      if !isLast { program.instructions.append(.accept) }
      try emit(alternative, flags)
      if !isLast {
        jumps.append(here)
        program.instructions.append(.accept)
        program.instructions[split] = .split(preferred: split + 1, other: here)
      }
    }
    for jump in jumps { program.instructions[jump] = .jump(here) }
  }

  private mutating func emitLook(
    _ kind: RegexProgram.LookKind, behind: Int, _ body: [RegexNode], _ flags: RegexFlags
  ) throws(RegexFailure) {
    let start = here
    program.instructions.append(.accept)
    try emit(body, flags)
    program.instructions.append(.endLook)
    program.instructions[start] = .look(kind, behind: behind, continuation: here)
  }

  private mutating func emitRepetition(
    _ minimum: Int, _ maximum: Int, _ greed: RegexGreed, _ body: [RegexNode], _ flags: RegexFlags
  ) throws(RegexFailure) {
    if greed == .possessive {
      // CPython 3.11 sets groups in such a repetition wrongly, up to a SystemError.
      guard singleUnit(body, flags) != nil || !Self.hasGroup(body) else {
        throw .unsupported("a group in a possessive repetition")
      }
      let greedy = RegexNode.repetition(
        minimum: minimum, maximum: maximum, .greedy, [.atomic(body)])
      return try emitLook(.atomic, behind: 0, [greedy], flags)
    }
    if let unit = singleUnit(body, flags) {
      program.instructions.append(
        .repeatUnit(unit, minimum: minimum, maximum: maximum, isGreedy: greed == .greedy))
      return
    }
    let index = program.loops.count
    program.loops.append(
      RegexProgram.Loop(
        minimum: minimum, maximum: maximum, isGreedy: greed == .greedy, body: 0, exit: 0,
        countRegister: program.registerCount))
    program.registerCount += 2
    program.instructions.append(.enterLoop(index))
    let enter = here
    program.instructions.append(.loop(index))
    program.loops[index].body = here
    try emit(body, flags)
    program.instructions.append(.jump(enter))
    program.loops[index].exit = here
  }

  private static func hasGroup(_ nodes: [RegexNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .group(let number, _, _, let body): number != nil || hasGroup(body)
      case .branch(let alternatives): alternatives.contains(where: hasGroup)
      case .repetition(_, _, _, let body), .look(_, _, let body), .atomic(let body): hasGroup(body)
      case .conditional(_, let yes, let no): hasGroup(yes) || hasGroup(no ?? [])
      case .literal, .anyCharacter, .set, .anchor, .backreference: false
      }
    }
  }

  // MARK: Units

  /// The single unit that a repeated body is, if it is one.
  private mutating func singleUnit(_ body: [RegexNode], _ flags: RegexFlags) -> RegexProgram.Unit? {
    guard body.count == 1 else { return nil }
    if case .group(nil, let added, let removed, let inner) = body[0] {
      return singleUnit(inner, flags.scoped(adding: added, removing: removed))
    }
    if case .atomic(let inner) = body[0] { return singleUnit(inner, flags) }
    return unit(body[0], flags)
  }

  private mutating func unit(_ node: RegexNode, _ flags: RegexFlags) -> RegexProgram.Unit? {
    switch node {
    case .literal(let character):
      let item = RegexSetItem.range(character, character)
      return flags.contains(.ignoreCase)
        ? set([item], negated: false, flags) : .literal(character)
    case .anyCharacter:
      return flags.contains(.dotAll) ? .any : .anyButNewline
    case .set(let items, let negated):
      return set(items, negated: negated, flags)
    default:
      return nil
    }
  }

  private mutating func set(_ items: [RegexSetItem], negated: Bool, _ flags: RegexFlags)
    -> RegexProgram.Unit
  {
    let set = RegexSet(items: items, negated: negated, flags: flags)
    if let known = program.sets.firstIndex(of: set) { return .set(known) }
    program.sets.append(set)
    return .set(program.sets.count - 1)
  }

  private static func anchor(_ anchor: RegexAnchor, _ flags: RegexFlags) -> RegexProgram.Anchor {
    switch anchor {
    case .textStart: .textStart
    case .textEnd: .textEnd
    case .lineStart: flags.contains(.multiline) ? .lineStart : .textStart
    case .lineEnd: flags.contains(.multiline) ? .lineEnd : .textEndOrNewline
    case .wordBoundary: .boundary(isWord: true, ascii: flags.contains(.ascii))
    case .notWordBoundary: .boundary(isWord: false, ascii: flags.contains(.ascii))
    }
  }

  private static func folding(_ flags: RegexFlags) -> RegexSet.Folding {
    guard flags.contains(.ignoreCase) else { return .none }
    return flags.contains(.ascii) ? .ascii : .unicode
  }

  // MARK: Where a match can begin

  private mutating func firstUnits(_ nodes: [RegexNode], _ flags: RegexFlags)
    -> [RegexProgram.Unit]?
  {
    guard RegexWidth(of: nodes, groups: tree.groupWidths).minimum > 0 else { return nil }
    for node in nodes {
      switch node {
      case .anchor, .look: continue
      case .literal, .anyCharacter, .set: return unit(node, flags).map { [$0] }
      case .group(_, let added, let removed, let body):
        return firstUnits(body, flags.scoped(adding: added, removing: removed))
      case .atomic(let body): return firstUnits(body, flags)
      case .repetition(let minimum, _, _, let body):
        return minimum > 0 ? firstUnits(body, flags) : nil
      case .branch(let alternatives):
        var units: [RegexProgram.Unit] = []
        for alternative in alternatives {
          guard let first = firstUnits(alternative, flags) else { return nil }
          units += first
        }
        return units.count <= 8 ? units : nil
      case .backreference, .conditional: return nil
      }
    }
    return nil
  }

  private static func isAnchored(_ nodes: [RegexNode], _ flags: RegexFlags) -> Bool {
    switch nodes.first {
    case .anchor(.textStart): true
    case .anchor(.lineStart): !flags.contains(.multiline)
    case .group(_, let added, let removed, let body):
      isAnchored(body, flags.scoped(adding: added, removing: removed))
    default: false
    }
  }
}
