/// The actions of AWS IAM and their access categories: the service data of `policyuniverse` 1.5.1.20231109, as
/// `Schemas/aws-iam-actions.tsv` has it.
///
/// The text stays where the executable has it. Only where its lines begin is kept, found at the first question of a
/// process; an action becomes a string when a detection asks for it. As the lines are sorted by bytes, the actions
/// that begin with a text are neighbours.
struct ActionTable: Sendable {
  static let shared = ActionTable(embeddedSchema(named: "aws-iam-actions") ?? "")

  /// What an action does, in the package's words.
  enum Category: UInt8, CaseIterable, Sendable {
    case write = 0x57
    case read = 0x52
    case list = 0x4C
    case tagging = 0x54
    case permissions = 0x50

    var name: PyString {
      switch self {
      case .write: "Write"
      case .read: "Read"
      case .list: "List"
      case .tagging: "Tagging"
      case .permissions: "Permissions"
      }
    }
  }

  private let text: StaticString
  /// Where each action begins, and where one behind the last would.
  private let starts: ContiguousArray<Int32>
  /// The length of the longest action, in bytes.
  let longest: Int

  /// The width of a tab, a category and a line break.
  private static let trailerWidth = 3

  init(_ text: StaticString) {
    self.text = text
    var starts: ContiguousArray<Int32> = [0]
    var longest = 0
    text.withUTF8Buffer { bytes in
      var start = 0
      for (offset, byte) in bytes.enumerated() where byte == 0x0A {
        longest = max(longest, offset + 1 - start - Self.trailerWidth)
        start = offset + 1
        starts.append(Int32(truncatingIfNeeded: start))
      }
    }
    self.starts = starts
    self.longest = longest
  }

  var count: Int { starts.count - 1 }
  var indices: Range<Int> { 0..<count }

  /// The action in ASCII.
  func withBytes<Answer>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    text.withUTF8Buffer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[range(of: index)]))
    }
  }

  private func range(of index: Int) -> Range<Int> {
    guard indices.contains(index) else { return 0..<0 }
    let start = Int(starts[index])
    return start..<max(start, Int(starts[index + 1]) - Self.trailerWidth)
  }

  func name(at index: Int) -> PyString { withBytes(at: index) { PyString(utf8: $0) } }

  func category(at index: Int) -> Category? {
    let end = range(of: index).upperBound
    return text.withUTF8Buffer { bytes in
      bytes.indices.contains(end + 1) ? Category(rawValue: bytes[end + 1]) : nil
    }
  }

  /// Where an action stands, if it is one.
  func index(of action: PyString) -> Int? {
    let bytes = action.bytes
    let index = lowerBound(bytes)
    guard index < count else { return nil }
    return withBytes(at: index) { $0.elementsEqual(bytes) } ? index : nil
  }

  /// The actions that begin with a text.
  func indices(withPrefix prefix: [UInt8]) -> Range<Int> {
    let start = lowerBound(prefix)
    var (low, high) = (start, count)
    while low < high {
      let middle = low + (high - low) / 2
      if withBytes(at: middle, { $0.starts(with: prefix) }) { low = middle + 1 } else { high = middle }
    }
    return start..<low
  }

  /// The first action that doesn't come before a text.
  private func lowerBound(_ bytes: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if withBytes(at: middle, { $0.lexicographicallyPrecedes(bytes) }) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
