import Catalog
import SourceText

/// Reads the lines of a text whose indentation can't be trusted, and says where each line belongs.
///
/// It holds the block maps and lists that are open. A `key:` belongs to the innermost of them that the
/// outline says has such a key; a key that no outline knows belongs to free-form data, such as the event of a
/// test. A dash belongs to the innermost list that can have such an item. What is left of the indentation
/// decides where the outline leaves a choice; a choice that nothing decides is a guess, and named as one.
///
/// Brackets and quotes end where they are closed, a block scalar before the first line that must be something
/// else. A line that fits nowhere, such as a heading of the page that the text was copied from, lies outside
/// of the detection.
struct IndentationReader: Sendable {
  /// No detection nests so deep; where nothing is known of the nesting, each line could be a level.
  static let maximumDepth = 32

  enum Placement: Sendable, Equatable {
    case asItIs
    case column(Int)
    /// Not part of the detection.
    case outside
  }

  let text: PastedText
  /// What the text around the detection's own lines is known by.
  let landmarks: Landmarks
  /// What a test hands to the detection: a `Resource` or a `Log`.
  let data: Shape
  /// Whether most lines are as they should be, so that those keep the author's layout.
  let keepsLayout: Bool

  var placements: [Placement]
  /// The lines whose place nothing but a guess decided.
  var guesses: Set<Int> = []
  /// How many lines are indented too little for their place, or by something else than spaces.
  var lostCount = 0
  /// How many lines are indented further than what they belong to.
  var keptCount = 0
  /// Why the text can't be read.
  var refusal: IndentationRefusal?

  var collections: [OpenCollection]
  var awaited: AwaitedValue?
  var openScalar: OpenScalar?
  /// The comments before the line that they belong to.
  var comments: [Int] = []
  /// Lines that fit nowhere, in a text whose layout is kept: typed halfway, or the page after the detection.
  private var undecided: [Int] = []
  /// Whether the line before was outside of the detection.
  var isOutside = true
  var hasEnded = false
  /// The line to read next.
  var next: Int

  init(_ text: PastedText, type: AnalysisType, outline: Outline, from start: Int, keepsLayout: Bool) {
    self.text = text
    self.keepsLayout = keepsLayout
    let root = Shape(outline)
    landmarks = Landmarks(text, root: root)
    data = landmarks.dataShape(in: text)
    placements = Array(repeating: .asItIs, count: text.lines.count)
    collections = [OpenCollection(kind: .map, shape: root, column: 0, keepsIndentation: false)]
    next = 0
    while next < min(start, text.lines.count) {
      putOutside(next)
      next += 1
    }
  }

  mutating func run() {
    while next < text.lines.count, refusal == nil {
      let line = next
      next += 1
      read(line)
    }
    placeComments(at: 0)
    if placements.first(where: { $0 != .asItIs }) == .outside {
      for line in undecided { placements[line] = .outside }
    }
  }

  /// Whether the detection itself has begun.
  var hasBegun: Bool { collections.first?.keys.isEmpty == false }

  private mutating func read(_ line: Int) {
    if hasEnded { return putOutside(line) }
    let element = landmarks.elements[line]
    switch element {
    case .nothing: break
    case .comment:
      openScalar = nil
      comments.append(line)
    case .marker:
      // Before the detection it is a document's start.
      if !hasBegun {
        if text.lines[line].column > 0 { lostCount += 1 }
        placements[line] = .column(0)
      } else {
        putOutside(line)
      }
    case .key, .dash:
      if !place(element, line: line) { putOutside(line) }
    case .text: readText(line)
    }
  }

  /// Finds the place of a line that begins with a key or a dash.
  private mutating func place(_ element: LineElement, line: Int) -> Bool {
    guard let choice = choose(element, line: line) else { return false }
    let isSure = choice.cost < Cost.open + Cost.tie
    if !isSure, isOutside { return false }
    if !isSure, case .dash = element {
      // A dash that no list wants is text of a scalar above it.
      if let scalar = openScalar {
        put(line, in: scalar.place)
        return true
      }
      if choice.cost >= Cost.unknown { return false }
    }
    if choice.isGuess { guesses.insert(line) }
    isOutside = false
    openScalar = nil
    let pasted = text.lines[line].column
    if let wanted = awaited, choice.place == .awaited {
      begin(element, in: wanted, pasted: pasted)
    } else if case .collection(let index) = choice.place {
      collections.removeSubrange((index + 1)...)
      noteColumn(pasted, in: collections[index])
    }
    awaited = nil
    guard let top = collections.indices.last else { return false }
    collections[top].pastedColumn = pasted
    put(line, at: collections[top].column)
    open(
      element, at: text.lines[line].content.lowerBound, line: line, column: collections[top].column,
      pasted: pasted)
    return true
  }

  private mutating func noteColumn(_ pasted: Int, in collection: OpenCollection) {
    let isExpected = pasted == collection.pastedColumn || pasted == collection.dash?.content
    if !isExpected, collection.pastedColumn != nil || collection.dash != nil {
      lostCount += 1
    } else if pasted > 0 {
      keptCount += 1
    }
  }

  /// Opens the map or list that an awaited value turns out to be.
  private mutating func begin(_ element: LineElement, in place: AwaitedValue, pasted: Int) {
    var isKey = false
    if case .key = element { isKey = true }
    let isIndented = pasted > place.pastedColumn
    // A list may stand right below its key.
    let mayStay = pasted > place.pastedColumn + 1 || !isKey && !place.isItem && pasted == place.pastedColumn
    if isIndented { keptCount += 1 } else if !mayStay { lostCount += 1 }
    let stays = keepsLayout && mayStay && place.column == place.pastedColumn
    collections.append(
      OpenCollection(
        kind: isKey ? .map : .list, shape: place.shape, column: stays ? pasted : place.column + 2,
        keepsIndentation: place.keepsIndentation))
  }

  /// Goes into a key or dash that belongs to the innermost collection.
  ///
  /// - Parameters:
  ///   - offset: Where it stands in the text.
  ///   - column: Where it is put.
  ///   - pasted: The column of its line in the text.
  private mutating func open(
    _ element: LineElement, at offset: Int, line: Int, column: Int, pasted: Int
  ) {
    guard let top = collections.indices.last else { return }
    let shape = collections[top].shape
    let keepsIndentation = collections[top].keepsIndentation
    switch element {
    case .key(let name, let valueOffset):
      let isData = shape.isClosed && shape.value(ofKey: name).isFree
      collections[top].keys.insert(name)
      read(
        valueAt: valueOffset, line: line,
        AwaitedValue(
          shape: isData ? data : shape.value(ofKey: name),
          column: column, pastedColumn: pasted, isItem: false,
          isNeeded: isData && shape.required.contains(name),
          keepsIndentation: isData
            ? landmarks.keepsIndentation(after: line, in: text) : keepsIndentation))
    case .dash(let next):
      let inner = text.element(at: next, end: text.lines[line].content.upperBound)
      let innerColumn = column + next - offset
      switch inner {
      case .key, .dash:
        guard collections.count < Self.maximumDepth else { break }
        var isKey = false
        if case .key(let name, _) = inner {
          isKey = true
          if collections[top].firstKey == nil { collections[top].firstKey = name }
        }
        collections.append(
          OpenCollection(
            kind: isKey ? .map : .list, shape: shape.item, column: innerColumn,
            dash: (pasted, pasted + next - offset), keepsIndentation: keepsIndentation))
        open(inner, at: next, line: line, column: innerColumn, pasted: pasted)
      default:
        if inner == .text { collections[top].hasScalarItems = true }
        read(
          valueAt: next, line: line,
          AwaitedValue(
            shape: shape.item, column: column, pastedColumn: pasted, isItem: true, isNeeded: false,
            keepsIndentation: keepsIndentation))
      }
    default: break
    }
  }

  // MARK: Placing lines

  func isHeading(_ line: Int) -> Bool { landmarks.endingHeadings.contains(line) }

  mutating func put(_ line: Int, at column: Int) {
    placements[line] = .column(column)
    undecided = []
    if !text.source.bytes[text.lines[line].indentation].allSatisfy({ $0 == .space }) { lostCount += 1 }
    placeComments(at: column)
  }

  /// Puts a line of a value that goes on over lines two columns further in than its key or dash.
  mutating func put(_ line: Int, in place: AwaitedValue) {
    let column = text.lines[line].column
    let stays = keepsLayout && column > place.pastedColumn + 1 && place.column == place.pastedColumn
    put(line, at: stays ? column : place.column + 2)
  }

  /// Comments stand where the line after them stands.
  private mutating func placeComments(at column: Int) {
    if !keepsLayout {
      for comment in comments { placements[comment] = .column(column) }
    }
    comments = []
  }

  mutating func putOutside(_ line: Int) {
    guard !text.lines[line].isBlank else { return }
    openScalar = nil
    awaited = nil
    isOutside = true
    if isHeading(line), hasBegun { hasEnded = true }
    if keepsLayout, hasBegun, !hasEnded { return undecided.append(line) }
    placements[line] = landmarks.elements[line] == .comment ? .column(0) : .outside
  }
}
