import SourceText
import YAML

/// One slip of the hand in a whole document: what is replaced, by what, and which bytes of the whole document
/// it is fair to lose for it.
struct Breakage {
  var range: ByteRange
  var replacement: [UInt8]
  /// What stands here may change; an empty range between two entries costs neither of them.
  var cost: ByteRange

  init(_ range: ByteRange, _ replacement: String = "", cost: ByteRange? = nil) {
    self.range = range
    self.replacement = Array(replacement.utf8)
    self.cost = cost ?? range
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<range.lowerBound]) + replacement + Array(bytes[range.upperBound...])
  }
}

/// The kinds of slips, each with all the places of a document where it can happen.
enum BreakageKind: String, CaseIterable {
  case openingQuoteDeleted, closingQuoteDeleted, quoteAddedBefore, quoteAddedAfter, quoteAddedInside
  case openingBracketDeleted, closingBracketDeleted, strayClosingBracket, strayOpeningBracket
  case closingBracketMistyped
  case commaDeleted, flowColonDeleted, halfTypedFlowKey
  case colonDeleted, spaceAfterColonDeleted, halfTypedKey, keyWithoutColon, secondColon
  case dashDeleted, spaceAfterDashDeleted, strayDash
  case tabIndentation, noBreakSpaceIndentation, indentedTooMuch, indentedTooLittle, lineAtColumnZero
  case aliasHalfTyped, anchorHalfTyped, tagHalfTyped, blockHeaderHalfTyped, blockTextUnderIndented
  case valueOpensQuote, valueOpensBracket, valueOpensBrace
  case lineCutShort, lineDeleted, linesJoined, conflictMarker, documentCutShort, spaceDeletedBeforeComment

  func places(in document: WholeDocument) -> [Breakage] {
    switch self {
    case .openingQuoteDeleted: document.quoted.map { Breakage($0.prefix(1)) }
    case .closingQuoteDeleted: document.quoted.map { Breakage($0.suffix(1)) }
    case .quoteAddedBefore: document.plainValues.map { Breakage($0.prefix(0), "\"", cost: $0) }
    case .quoteAddedAfter: document.plainValues.map { Breakage($0.suffix(0), "\"", cost: $0) }
    case .quoteAddedInside:
      document.quoted.filter { $0.count > 4 }.map { token in
        let middle = token.lowerBound + token.count / 2
        return Breakage(middle..<middle, document.text(token.prefix(1)), cost: token)
      }
    case .openingBracketDeleted: document.ranges(of: .openBracket).map { Breakage($0) }
    case .closingBracketDeleted: document.ranges(of: .closeBracket).map { Breakage($0) }
    case .closingBracketMistyped:
      document.ranges(of: .closeBracket).map { Breakage($0, document.text($0) == "]" ? "}" : "]") }
    case .strayClosingBracket: document.values.map { Breakage($0.suffix(0), "]", cost: $0) }
    case .strayOpeningBracket: document.values.map { Breakage($0.prefix(0), "[", cost: $0) }
    case .commaDeleted: document.ranges(of: .comma).map { Breakage($0) }
    case .flowColonDeleted: document.colons(inFlow: true).map { Breakage($0) }
    case .halfTypedFlowKey:
      document.flowEntryStarts.map { Breakage($0..<$0, "\"Nam\n" + document.indentation(at: $0)) }
    case .colonDeleted: document.colons(inFlow: false).map { Breakage($0) }
    case .spaceAfterColonDeleted:
      document.colons(inFlow: false).filter { document.byte($0.upperBound) == " " }
        .map { Breakage($0.upperBound..<$0.upperBound + 1) }
    case .halfTypedKey: document.entryLines.map { document.lineAdded("Seve", before: $0) }
    case .keyWithoutColon: document.entryLines.map { document.lineAdded("Owner security", before: $0) }
    case .secondColon: document.plainValues.map { Breakage($0.suffix(0), ": more", cost: $0) }
    case .dashDeleted: document.ranges(of: .sequenceEntry).map { Breakage($0) }
    case .spaceAfterDashDeleted:
      document.ranges(of: .sequenceEntry).filter { document.byte($0.upperBound) == " " }
        .map { Breakage($0.upperBound..<$0.upperBound + 1) }
    case .strayDash: document.entryLines.map { document.lineAdded("-", before: $0) }
    case .tabIndentation: document.indentedLines.map { Breakage($0, "\t") }
    case .noBreakSpaceIndentation: document.indentedLines.map { Breakage($0.suffix(1), "\u{A0}") }
    case .indentedTooMuch: document.entryLines.map { Breakage($0..<$0, " ", cost: document.line(at: $0)) }
    case .indentedTooLittle: document.indentedLines.map { Breakage($0.suffix(1)) }
    case .lineAtColumnZero:
      document.indentedLines.map { Breakage($0, cost: document.line(at: $0.upperBound)) }
    case .aliasHalfTyped: document.plainValues.map { Breakage($0, "*") }
    case .anchorHalfTyped: document.plainValues.map { Breakage($0.prefix(0), "& ", cost: $0) }
    case .tagHalfTyped: document.plainValues.map { Breakage($0.prefix(0), "!<", cost: $0) }
    case .blockHeaderHalfTyped:
      document.ranges(of: .blockScalarHeader).map { Breakage($0.suffix(0), "-x", cost: $0) }
    case .blockTextUnderIndented: document.laterBlockTextLines.map { Breakage($0) }
    case .valueOpensQuote: document.plainValues.map { Breakage($0, "\"") }
    case .valueOpensBracket: document.plainValues.map { Breakage($0, "[") }
    case .valueOpensBrace: document.plainValues.map { Breakage($0, "{") }
    case .lineCutShort:
      document.contentLines.map { line in
        let middle = line.lowerBound + document.indentation(at: line.lowerBound).utf8.count
        return Breakage((middle + line.upperBound) / 2..<line.upperBound, cost: line)
      }
    case .lineDeleted: document.contentLines.map { Breakage($0.lowerBound..<$0.upperBound + 1) }
    case .linesJoined:
      document.contentLines.dropLast().map { line in
        let next = document.line(at: line.upperBound + 1)
        return Breakage(line.upperBound..<line.upperBound + 1, cost: line.lowerBound..<next.upperBound)
      }
    case .conflictMarker:
      document.entryLines.map { line in
        let text = document.text(document.line(at: line))
        return Breakage(
          line..<document.line(at: line).upperBound,
          "<<<<<<< HEAD\n\(text)\n=======\n\(text)\n>>>>>>> main", cost: document.line(at: line))
      }
    case .documentCutShort:
      document.contentLines.map { line in
        let middle = (line.lowerBound + line.upperBound) / 2
        return Breakage(middle..<document.bytes.count, cost: line.lowerBound..<document.bytes.count)
      }
    case .spaceDeletedBeforeComment:
      document.ranges(of: .comment).filter { $0.lowerBound > 1 && document.byte($0.lowerBound - 1) == " " }
        .map { Breakage($0.lowerBound - 1..<$0.lowerBound) }
    }
  }
}

extension ByteRange {
  func prefix(_ count: Int) -> ByteRange { lowerBound..<lowerBound + count }
  func suffix(_ count: Int) -> ByteRange { upperBound - count..<upperBound }
}
