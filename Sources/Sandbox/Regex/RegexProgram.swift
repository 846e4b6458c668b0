/// A compiled pattern: instructions for the matcher's loop.
struct RegexProgram {
  enum Unit: Equatable {
    case literal(UInt32)
    case any
    case anyButNewline
    case set(Int)
  }

  enum Anchor {
    case textStart, lineStart, textEnd, textEndOrNewline, lineEnd
    case boundary(isWord: Bool, ascii: Bool)
  }

  enum LookKind {
    case positive, negative, atomic
  }

  enum Instruction {
    case unit(Unit)
    case anchor(Anchor)
    /// Stores the position in a register.
    case save(register: Int)
    /// Stores the number of the group that closes.
    case closeGroup(Int, register: Int)
    case split(preferred: Int, other: Int)
    case jump(Int)
    /// One unit, over and over, in one instruction.
    case repeatUnit(Unit, minimum: Int, maximum: Int, isGreedy: Bool)
    case enterLoop(Int)
    case loop(Int)
    case look(LookKind, behind: Int, continuation: Int)
    case endLook
    case backreference(Int, RegexSet.Folding)
    case unlessGroup(Int, goTo: Int)
    case accept
  }

  /// A repetition of more than one unit. Two registers hold its count and the position
  /// where its last iteration began.
  struct Loop {
    var minimum: Int
    var maximum: Int
    var isGreedy: Bool
    var body: Int
    var exit: Int
    var countRegister: Int
  }

  var instructions: [Instruction] = []
  var sets: [RegexSet] = []
  var loops: [Loop] = []
  var groupCount = 0
  var registerCount = 0
  /// What a match can begin with; nil if anything, or if a match can be empty.
  var first: [Unit]?
  /// A match can only begin at the start of the text.
  var isAnchored = false

  /// Registers of groups come first: two of each, then the last closed group.
  var lastGroupRegister: Int { groupCount * 2 }
}
