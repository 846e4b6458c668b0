/// A value as it is to be written behind a colon or dash: what stands on that line, and the lines below.
struct WrittenValue: Sendable {
  /// Empty if everything is on the lines below.
  var head: String
  /// Whole lines with their indentation.
  var lines: [String] = []
  /// Whether the last line must end with a line break, as it is the end of a text.
  var needsFinalBreak = false

  func text(lineBreak: String) -> String {
    (head.isEmpty ? "" : " " + head) + lines.map { lineBreak + $0 }.joined()
  }
}

/// What a value in block style stands behind.
enum ValueOpening: Sendable {
  case key
  /// A dash, on whose line a collection can begin.
  case dash
  /// A dash with something behind it, so that a collection begins on the next line.
  case occupiedDash
  /// Nothing: the value is the whole document.
  case document
}

/// Writes values in block and flow style (YAML 1.2.2, chapters 7.4 and 8.2) in the layout of a document.
struct ValueWriting: Sendable {
  let style: DocumentStyle
  let siblings: SiblingStyle
  /// Whether texts of several lines may be block scalars.
  var allowsBlockScalars = true

  // MARK: Flow

  func flow(_ value: YAMLValue) throws(EditRefusal) -> String {
    switch value {
    case .sequence(let items):
      var texts: [String] = []
      for item in items { texts.append(try flow(item)) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      var texts: [String] = []
      for pair in pairs { texts.append(try flow(pair)) }
      return "{" + texts.joined(separator: ", ") + "}"
    case .null, .bool, .int, .bigInt, .float, .string, .binary, .set, .pairs:
      return try scalar(value, in: .flowValue).head
    }
  }

  func flow(_ pair: YAMLValue.Pair) throws(EditRefusal) -> String {
    try key(pair.key, in: .flowKey) + ": " + flow(pair.value)
  }

  // MARK: Block

  /// What stands behind the `:` of a key or the `-` of an item.
  ///
  /// - Parameters:
  ///   - column: The column of the key or dash; -1 for the whole document.
  func block(_ value: YAMLValue, under column: Int, behind opening: ValueOpening) throws(EditRefusal)
    -> WrittenValue
  {
    var lines: [String] = []
    var needsFinalBreak = false
    switch value {
    case .sequence(let items) where !items.isEmpty:
      let inner = indentation(under: column, behind: opening, step: style.sequenceStep)
      for item in items { needsFinalBreak = try append(item, at: inner, to: &lines) }
      return collection(lines, at: inner, behind: opening, needsFinalBreak)
    case .mapping(let pairs) where !pairs.isEmpty:
      let inner = indentation(under: column, behind: opening, step: style.step)
      for pair in pairs { needsFinalBreak = try append(pair, at: inner, to: &lines) }
      return collection(lines, at: inner, behind: opening, needsFinalBreak)
    case .sequence: return WrittenValue(head: "[]")
    case .mapping: return WrittenValue(head: "{}")
    case .null, .bool, .int, .bigInt, .float, .string, .binary, .set, .pairs:
      let place = ScalarPlace.blockValue(in: column, step: style.step)
      let written = try scalar(value, in: place)
      let indentation = spaces(place.contentIndentation)
      return WrittenValue(
        head: written.head, lines: written.lines.map { $0.isEmpty ? "" : indentation + $0 },
        needsFinalBreak: written.needsFinalBreak)
    }
  }

  private func indentation(under column: Int, behind opening: ValueOpening, step: Int) -> Int {
    switch opening {
    case .key: column + step
    case .dash, .occupiedDash: column + 2
    case .document: 0
    }
  }

  private func collection(
    _ lines: [String], at column: Int, behind opening: ValueOpening, _ needsFinalBreak: Bool
  ) -> WrittenValue {
    guard opening == .dash, let first = lines.first else {
      return WrittenValue(head: "", lines: lines, needsFinalBreak: needsFinalBreak)
    }
    return WrittenValue(
      head: String(decoding: first.utf8.dropFirst(column), as: UTF8.self), lines: Array(lines.dropFirst()),
      needsFinalBreak: needsFinalBreak)
  }

  /// Appends the lines of an item; returns whether they must end with a break.
  func append(_ item: YAMLValue, at column: Int, to lines: inout [String]) throws(EditRefusal) -> Bool {
    append("-", try block(item, under: column, behind: .dash), at: column, to: &lines)
  }

  /// Appends the lines of an entry; returns whether they must end with a break.
  func append(_ pair: YAMLValue.Pair, at column: Int, to lines: inout [String]) throws(EditRefusal) -> Bool {
    let key = try key(pair.key, in: .blockKey)
    return append(key + ":", try block(pair.value, under: column, behind: .key), at: column, to: &lines)
  }

  private func append(
    _ start: String, _ value: WrittenValue, at column: Int, to lines: inout [String]
  ) -> Bool {
    lines.append(spaces(column) + start + (value.head.isEmpty ? "" : " " + value.head))
    lines += value.lines
    return value.needsFinalBreak
  }

  // MARK: Scalars

  private func key(_ value: YAMLValue, in place: ScalarPlace) throws(EditRefusal) -> String {
    let text = try scalar(value, in: place, preferring: siblings.keys).head
    guard text.unicodeScalars.count <= 1000 else { throw .keyTooLong }
    return text
  }

  private func scalar(_ value: YAMLValue, in place: ScalarPlace) throws(EditRefusal) -> ScalarWriting {
    try scalar(value, in: place, preferring: siblings.values)
  }

  private func scalar(
    _ value: YAMLValue, in place: ScalarPlace, preferring style: YAMLNode.ScalarStyle
  ) throws(EditRefusal) -> ScalarWriting {
    guard let scalar = value.scalar, let written = ScalarWriting(scalar, preferring: style, in: place) else {
      throw .unwritableValue
    }
    // Blank lines that happen to follow would become part of such a text.
    guard written.keepsBlankLines || !(allowsBlockScalars || written.lines.isEmpty),
      case .string(let text) = scalar
    else { return written }
    return ScalarWriting(text, preferring: .doubleQuoted, in: place)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension YAMLValue {
  /// The same as a scalar; nil for a collection.
  var scalar: YAMLScalarValue? {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .bigInt(let digits): .bigInt(digits)
    case .float(let value): .float(value)
    case .string(let text): .string(text)
    case .binary(let bytes): .binary(bytes)
    case .sequence, .mapping, .set, .pairs: nil
    }
  }
}

extension ValueWriting {
  /// A value that is the whole document.
  func root(_ value: YAMLValue) throws(EditRefusal) -> String {
    let written = try block(value, under: -1, behind: .document)
    var lines = written.lines
    if !written.head.isEmpty { lines.insert(written.head, at: 0) }
    return lines.joined(separator: style.lineBreak)
  }
}
