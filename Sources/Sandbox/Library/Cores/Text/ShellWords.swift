/// `shlex.split` by POSIX quoting rules.
enum ShellWords {
  /// `ValueError` with its message.
  struct Failure: Error, Equatable {
    let message: String
  }

  static func split(_ text: CodePoints) throws(Failure) -> [CodePoints] {
    let backslash: UInt32 = 0x5C
    var words: [CodePoints] = []
    var word: CodePoints?
    var index = 0
    while index < text.count {
      let character = text[index]
      index += 1
      switch character {
      case 0x20, 0x09, 0x0D, 0x0A:
        if let finished = word { words.append(finished) }
        word = nil
      case backslash:
        guard index < text.count else { throw Failure(message: "No escaped character") }
        word = (word ?? []) + [text[index]]
        index += 1
      case 0x27, 0x22:
        word = (word ?? []) + (try quoted(character, text, &index))
      default:
        word = (word ?? []) + [character]
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// The text up to the closing quote; in double quotes a backslash escapes only itself and the quote.
  private static func quoted(_ quote: UInt32, _ text: CodePoints, _ index: inout Int) throws(Failure)
    -> CodePoints
  {
    let backslash: UInt32 = 0x5C
    var result: CodePoints = []
    while index < text.count {
      let character = text[index]
      index += 1
      if character == quote { return result }
      guard quote == 0x22, character == backslash else {
        result.append(character)
        continue
      }
      guard index < text.count else { throw Failure(message: "No escaped character") }
      if text[index] != quote, text[index] != backslash { result.append(backslash) }
      result.append(text[index])
      index += 1
    }
    throw Failure(message: "No closing quotation")
  }
}
