/// What `dateutil.parser.parse` makes of the ISO-like texts that logs have, and of texts that begin with a word it
/// doesn't know. It reads much more than that, by heuristics: other texts are `unsupported` here.
enum LooseDate {
  enum Failure: Error, Equatable {
    /// `ParserError`
    case parser(String)
    case unsupported(String)
  }

  private static let pattern = try? Regex(
    CodePoints(
      #"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|z| UTC| GMT| ?[+-]\d\d(?::?\d\d)?)?)?"#
    ),
    flags: .ascii)

  static func parse(_ text: String) throws(Failure) -> Moment {
    let input = CodePoints(text)
    if input.isEmpty { throw .parser("String does not contain a date: ") }
    guard let match = try? pattern?.fullMatch(input) else { throw refusal(of: input, text) }
    let group = { (number: Int) in match.groups[number].map { CodePoints(input[$0]) } }
    let number = { (index: Int) in group(index).map { Int(RegexParser.number($0, base: 10)) } ?? 0 }
    // Beyond these, the parts are read in another order.
    guard number(1) > 0, (1...12).contains(number(2)), (1...31).contains(number(3)) else {
      throw .unsupported("dateutil's reading of \(PythonRepr.string(text))")
    }
    do {
      let date = try CivilDate(number(1), number(2), number(3))
      let time = try ClockTime(number(4), number(5), number(6), microseconds(group(7) ?? []))
      guard let zone = group(8) else { return Moment(date, time) }
      return Moment(date, time, try fixedZone(String(showing: zone)))
    } catch {
      switch error {
      case .value(let message), .overflow(let message): throw .parser("\(message): \(text)")
      case .unsupported(let construct): throw .unsupported(construct)
      }
    }
  }

  private static func microseconds(_ digits: CodePoints) -> Int {
    let six = digits.prefix(6) + Array(repeating: 48, count: max(0, 6 - digits.count))
    return Int(RegexParser.number(Array(six), base: 10))
  }

  private static func fixedZone(_ text: String) throws(DateFailure) -> FixedZone {
    let digits = text.utf8.filter { $0 >= 48 && $0 <= 57 }.map { Int($0) - 48 }
    guard digits.count >= 2 else { return try FixedZone(.zero, origin: .dateutil) }
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
    guard hours < 24, minutes < 60 else { throw .unsupported("an offset of a day or more") }
    let seconds = (hours * 60 + minutes) * 60
    return try FixedZone(TimeSpan(seconds: text.utf8.contains(45) ? -seconds : seconds), origin: .dateutil)
  }

  // MARK: Words

  /// What the parser knows of words; any other at the beginning is an error at once.
  private static let words: Set<String> = [
    "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th", "mon", "monday", "tue", "tuesday", "wed",
    "wednesday", "thu", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "jan", "january",
    "feb",
    "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august", "sep",
    "sept",
    "september", "oct", "october", "nov", "november", "dec", "december", "h", "hour", "hours", "minute",
    "minutes",
    "s", "second", "seconds", "am", "a", "pm", "p", "utc", "gmt", "z",
  ]

  private static func refusal(of input: CodePoints, _ text: String) -> Failure {
    let word = input.prefix(while: CodePoint.isASCIILetter)
    let next = word.endIndex < input.count ? input[word.endIndex] : 32
    let isWhole = next < 128 && next != 0x2E && next != 0
    if !word.isEmpty, isWhole, !words.contains(String(showing: word.map(CodePoint.asciiLowercase))) {
      return .parser("Unknown string format: \(text)")
    }
    return .unsupported("dateutil's reading of \(PythonRepr.string(text))")
  }
}
