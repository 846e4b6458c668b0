/// A test of one code point: a character set of the pattern with its flags applied.
///
/// Answers for ASCII are worked out once, as a bit map.
struct RegexSet: Equatable {
  enum Folding: Equatable {
    case none, ascii, unicode
  }

  private let items: [RegexSetItem]
  private let negated: Bool
  private let folding: Folding
  private let asciiCategories: Bool
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(items: [RegexSetItem], negated: Bool, flags: RegexFlags) {
    self.items = items
    self.negated = negated
    asciiCategories = flags.contains(.ascii)
    folding = !flags.contains(.ignoreCase) ? .none : asciiCategories ? .ascii : .unicode
    for character in UInt32(0)..<64 {
      if evaluate(character) { low |= 1 << UInt64(character) }
      if evaluate(character + 64) { high |= 1 << UInt64(character) }
    }
  }

  func contains(_ character: UInt32) -> Bool {
    if character < 64 { return low >> UInt64(character) & 1 == 1 }
    if character < 128 { return high >> UInt64(character - 64) & 1 == 1 }
    return evaluate(character)
  }

  private func evaluate(_ character: UInt32) -> Bool {
    let variants: [UInt32]
    switch folding {
    case .none:
      variants = [character]
    case .ascii:
      let lower = CodePoint.asciiLowercase(character)
      variants = CodePoint.isASCIILetter(lower) ? [lower, lower - 32] : [lower]
    case .unicode:
      variants = CodePoint.caseVariants(ofLowercase: CodePoint.lowercase(character))
    }
    let isMember = items.contains { item in
      switch item {
      case .range(let first, let last):
        return variants.contains { $0 >= first && $0 <= last }
      case .category(let category, let isNegated):
        return contains(character, in: category) != isNegated
      }
    }
    return isMember != negated
  }

  private func contains(_ character: UInt32, in category: RegexCategory) -> Bool {
    switch category {
    case .digit:
      asciiCategories ? CodePoint.isASCIIDigit(character) : CodePoint.isDecimal(character)
    case .space:
      asciiCategories ? CodePoint.isASCIISpace(character) : CodePoint.isSpace(character)
    case .word:
      asciiCategories ? CodePoint.isASCIIWord(character) : CodePoint.isWord(character)
    }
  }
}
