/// The backtracking matcher.
///
/// It prefers alternatives in the order CPython's engine does, and keeps its choices on a
/// stack of its own: neither the pattern nor the subject can exhaust the machine's. The same
/// stack records what registers held before, so going back restores groups and counters.
struct RegexMatcher {
  private enum Frame {
    /// Continue at an instruction, at a position.
    case choice(Int, Int)
    /// A register's former value.
    case register(Int, Int)
    /// A greedy repetition that can give up units down to a position.
    case greedy(Int, lowest: Int, position: Int)
    /// A lazy repetition that can take more units.
    case lazy(Int, position: Int, count: Int)
    /// A lazy loop that can iterate once more.
    case iterate(Int, position: Int)
    /// Where a lookaround or an atomic group began.
    case look(RegexProgram.LookKind, continuation: Int, position: Int, outer: Int)
  }

  private let program: RegexProgram
  private let subject: UnsafeBufferPointer<UInt32>
  private let end: Int
  private(set) var registers: [Int]
  private var stack: [Frame] = []
  /// The stack index of the innermost lookaround or atomic group, or -1.
  private var look = -1
  /// How much work is left; shared by all attempts of one call.
  var budget: RegexBudget

  init(
    _ program: RegexProgram, subject: UnsafeBufferPointer<UInt32>, end: Int, budget: RegexBudget
  ) {
    self.program = program
    self.subject = subject
    self.end = min(end, subject.count)
    self.budget = budget
    registers = Array(repeating: -1, count: program.registerCount)
  }

  enum Mode {
    case prefix, whole
  }

  /// The first match at or after a position; nil if there is none.
  ///
  /// With `mustAdvance` a match at the very start position must not be empty.
  mutating func search(from start: Int, mustAdvance: Bool) throws(RegexFailure) -> Range<Int>? {
    var position = start
    while position <= end {
      if program.isAnchored, position > 0 { return nil }
      if let first = program.first {
        let from = position
        while position < end, !first.contains(where: { matches($0, subject[position]) }) {
          position += 1
        }
        try budget.scan(position - from)
        if position >= end { return nil }
      }
      if let last = try match(
        at: position, mode: .prefix, mustAdvance: mustAdvance && position == start)
      {
        return position..<last
      }
      position += 1
    }
    return nil
  }

  /// The end of the match that begins at a position.
  mutating func match(at start: Int, mode: Mode, mustAdvance: Bool = false) throws(RegexFailure)
    -> Int?
  {
    for index in registers.indices { registers[index] = -1 }
    stack.removeAll(keepingCapacity: true)
    look = -1
    var instruction = 0
    var position = start
    while true {
      try budget.step()
      var isMatching = true
      switch program.instructions[instruction] {
      case .unit(let unit):
        if position < end, matches(unit, subject[position]) {
          position += 1
          instruction += 1
        } else {
          isMatching = false
        }
      case .anchor(let anchor):
        isMatching = holds(anchor, at: position)
        instruction += 1
      case .save(let register):
        set(register, position)
        instruction += 1
      case .closeGroup(let group, let register):
        set(register, position)
        set(program.lastGroupRegister, group)
        instruction += 1
      case .split(let preferred, let other):
        stack.append(.choice(other, position))
        instruction = preferred
      case .jump(let target):
        instruction = target
      case .repeatUnit(let unit, let minimum, let maximum, let isGreedy):
        isMatching = try repeatUnit(
          unit, minimum, maximum, isGreedy, instruction: instruction, position: &position)
        instruction += 1
      case .enterLoop(let index):
        set(program.loops[index].countRegister, 0)
        set(program.loops[index].countRegister + 1, -1)
        instruction += 1
      case .loop(let index):
        isMatching = iterate(index, position: position, instruction: &instruction)
      case .look(let kind, let behind, let continuation):
        stack.append(.look(kind, continuation: continuation, position: position, outer: look))
        look = stack.count - 1
        isMatching = position >= behind
        position -= behind
        instruction += 1
      case .endLook:
        isMatching = try endLook(position: &position, instruction: &instruction)
      case .backreference(let group, let folding):
        isMatching = try backreference(group, folding, position: &position)
        instruction += 1
      case .unlessGroup(let group, let target):
        let isSet = registers[2 * group - 2] >= 0 && registers[2 * group - 1] >= 0
        instruction = isSet ? instruction + 1 : target
      case .accept:
        if (mode == .prefix || position == end) && !(mustAdvance && position == start) {
          return position
        }
        isMatching = false
      }
      if !isMatching {
        guard try backtrack(instruction: &instruction, position: &position) else { return nil }
      }
    }
  }

  // MARK: Going back

  /// Resumes the latest choice that is left; false if there is none.
  private mutating func backtrack(instruction: inout Int, position: inout Int)
    throws(RegexFailure) -> Bool
  {
    while let frame = stack.popLast() {
      try budget.step()
      switch frame {
      case .register(let register, let value):
        registers[register] = value
      case .choice(let target, let place):
        instruction = target
        position = place
        return true
      case .greedy(let source, let lowest, let place):
        guard place > lowest else { continue }
        if place - 1 > lowest {
          stack.append(.greedy(source, lowest: lowest, position: place - 1))
        }
        instruction = source + 1
        position = place - 1
        return true
      case .lazy(let source, let place, let count):
        guard case .repeatUnit(let unit, _, let maximum, _) = program.instructions[source],
          count < maximum, place < end, matches(unit, subject[place])
        else { continue }
        stack.append(.lazy(source, position: place + 1, count: count + 1))
        instruction = source + 1
        position = place + 1
        return true
      case .iterate(let index, let place):
        beginIteration(program.loops[index], position: place)
        instruction = program.loops[index].body
        position = place
        return true
      case .look(let kind, let continuation, let place, let outer):
        look = outer
        guard kind == .negative else { continue }
        instruction = continuation
        position = place
        return true
      }
    }
    return false
  }

  /// The body of the innermost lookaround or atomic group has matched.
  private mutating func endLook(position: inout Int, instruction: inout Int) throws(RegexFailure)
    -> Bool
  {
    guard look >= 0, case .look(let kind, let continuation, let place, let outer) = stack[look]
    else { return false }
    try budget.scan(stack.count - look)
    let frames = stack[(look + 1)...]
    if kind == .negative {
      for case .register(let register, let value) in frames.reversed() {
        registers[register] = value
      }
      stack.removeSubrange(look...)
      look = outer
      return false
    }
    // The body's choices are gone for good; what it stored must still be undone on the way back.
    let stores = frames.filter { if case .register = $0 { true } else { false } }
    stack.removeSubrange(look...)
    stack += stores
    look = outer
    if kind == .positive { position = place }
    instruction = continuation
    return true
  }

  private mutating func set(_ register: Int, _ value: Int) {
    stack.append(.register(register, registers[register]))
    registers[register] = value
  }

  // MARK: Repetition

  private mutating func repeatUnit(
    _ unit: RegexProgram.Unit, _ minimum: Int, _ maximum: Int, _ isGreedy: Bool, instruction: Int,
    position: inout Int
  ) throws(RegexFailure) -> Bool {
    let start = position
    let available = end - start
    guard minimum <= available else { return false }
    let wanted = isGreedy ? min(maximum, available) : minimum
    let limit = start + wanted
    while position < limit, matches(unit, subject[position]) { position += 1 }
    try budget.scan(position - start)
    guard position - start >= minimum else { return false }
    if !isGreedy {
      stack.append(.lazy(instruction, position: position, count: minimum))
    } else if position - start > minimum {
      stack.append(.greedy(instruction, lowest: start + minimum, position: position))
    }
    return true
  }

  /// Decides between one more iteration of a loop and what follows it.
  ///
  /// An iteration that matched nothing is the last one, as in CPython's engine.
  private mutating func iterate(_ index: Int, position: Int, instruction: inout Int) -> Bool {
    let loop = program.loops[index]
    let count = registers[loop.countRegister]
    if count < loop.minimum {
      set(loop.countRegister, count + 1)
      instruction = loop.body
      return true
    }
    let mayIterate =
      (count < loop.maximum || loop.maximum == RegexNode.unlimited)
      && registers[loop.countRegister + 1] != position
    if !mayIterate {
      instruction = loop.exit
      return true
    }
    if !loop.isGreedy {
      stack.append(.iterate(index, position: position))
      instruction = loop.exit
      return true
    }
    stack.append(.choice(loop.exit, position))
    beginIteration(loop, position: position)
    instruction = loop.body
    return true
  }

  private mutating func beginIteration(_ loop: RegexProgram.Loop, position: Int) {
    set(loop.countRegister, registers[loop.countRegister] + 1)
    set(loop.countRegister + 1, position)
  }

  // MARK: Tests at a position

  private func matches(_ unit: RegexProgram.Unit, _ character: UInt32) -> Bool {
    switch unit {
    case .literal(let expected): character == expected
    case .any: true
    case .anyButNewline: character != 10
    case .set(let index): program.sets[index].contains(character)
    }
  }

  private func holds(_ anchor: RegexProgram.Anchor, at position: Int) -> Bool {
    switch anchor {
    case .textStart:
      return position == 0
    case .lineStart:
      return position == 0 || subject[position - 1] == 10
    case .textEnd:
      return position == end
    case .textEndOrNewline:
      return position == end || (position == end - 1 && subject[position] == 10)
    case .lineEnd:
      return position == end || subject[position] == 10
    case .boundary(let isWord, let ascii):
      // CPython finds neither a boundary nor its absence in an empty text.
      if end == 0 { return false }
      let isWordCharacter = ascii ? CodePoint.isASCIIWord : CodePoint.isWord
      let before = position > 0 && isWordCharacter(subject[position - 1])
      let after = position < end && isWordCharacter(subject[position])
      return (before != after) == isWord
    }
  }

  private mutating func backreference(
    _ group: Int, _ folding: RegexSet.Folding, position: inout Int
  ) throws(RegexFailure) -> Bool {
    let start = registers[2 * group - 2]
    let stop = registers[2 * group - 1]
    guard start >= 0, stop >= start, stop - start <= end - position else { return false }
    try budget.scan(stop - start)
    for offset in 0..<(stop - start) {
      let left = subject[start + offset]
      let right = subject[position + offset]
      let isEqual =
        switch folding {
        case .none: left == right
        case .ascii: CodePoint.asciiLowercase(left) == CodePoint.asciiLowercase(right)
        case .unicode: CodePoint.lowercase(left) == CodePoint.lowercase(right)
        }
      guard isEqual else { return false }
    }
    position += stop - start
    return true
  }
}
