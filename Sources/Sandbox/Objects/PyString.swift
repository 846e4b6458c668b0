/// A Python `str`: a sequence of Unicode code points, compared and hashed one by one.
///
/// A Swift `String` compares by canonical equivalence and counts grapheme clusters; Python does neither
/// (Library Reference, *Text Sequence Type*). So the text is kept as UTF-8 inside a `String`, for its small
/// form and its sharing, and every operation here goes through bytes or scalars. Lone surrogates, which
/// Python allows, have no UTF-8 form: what would make one is `unsupported`.
package struct PyString: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  /// Whether a byte offset is also a code point index.
  package let isASCII: Bool

  package init(_ text: String) {
    var text = text
    self.isASCII = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
    self.text = text
  }

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(String(view))
  }

  package init(utf8 bytes: some Collection<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  package init(stringLiteral value: StaticString) {
    self.init(value.description)
  }

  package init(concatenating left: PyString, _ right: PyString) {
    text = left.text + right.text
    isASCII = left.isASCII && right.isASCII
  }

  private init(text: String, isASCII: Bool) {
    self.text = text
    self.isASCII = isASCII
  }

  package static let empty = PyString("")

  package static func == (left: PyString, right: PyString) -> Bool {
    guard left.isASCII == right.isASCII else { return false }
    // Canonical equivalence of ASCII texts is equality.
    if left.isASCII { return left.text == right.text }
    return left.utf8Count == right.utf8Count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // Equal texts are canonically equivalent, so `String`'s hash is good enough for them.
    hasher.combine(text)
  }

  /// The hash in dicts and sets.
  package var keyHash: Int { TextHash.hash(text) }

  package var isEmpty: Bool { text.utf8.isEmpty }
  package var utf8Count: Int { text.utf8.count }
  /// Python's `len`.
  package var count: Int { isASCII ? text.utf8.count : text.unicodeScalars.count }
  package var scalars: String.UnicodeScalarView { text.unicodeScalars }
  package var bytes: [UInt8] { Array(text.utf8) }

  /// The text that many times over. What is there already is copied, twice as much each time:
  /// `String(repeating:count:)` appends one after the other.
  package func repeated(_ count: Int) -> PyString {
    let total = count < 1 || isEmpty ? 0 : utf8Count * count
    guard total > 0 else { return .empty }
    var source = text
    let made = source.withUTF8 { unit in
      String(unsafeUninitializedCapacity: total) { buffer in
        guard let target = buffer.baseAddress, let start = unit.baseAddress else { return 0 }
        target.update(from: start, count: unit.count)
        var filled = unit.count
        while filled < total {
          let part = min(filled, total - filled)
          (target + filled).update(from: target, count: part)
          filled += part
        }
        return total
      }
    }
    return PyString(text: made, isASCII: isASCII)
  }

  /// The code points of an index range, which is clamped.
  package func slice(_ range: Range<Int>) -> PyString {
    let lower = max(0, range.lowerBound)
    if isASCII {
      let count = text.utf8.count
      guard lower < range.upperBound, lower < count else { return .empty }
      if lower == 0, range.upperBound >= count { return self }
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: lower)
      let end = utf8.index(utf8.startIndex, offsetBy: min(range.upperBound, count))
      return PyString(text: String(text[start..<end]), isASCII: true)
    }
    guard lower < range.upperBound else { return .empty }
    let scalars = text.unicodeScalars
    let start =
      scalars.index(scalars.startIndex, offsetBy: lower, limitedBy: scalars.endIndex) ?? scalars.endIndex
    let end =
      scalars.index(start, offsetBy: range.upperBound - lower, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    return PyString(String(text.unicodeScalars[start..<end]))
  }

  /// The code point at an index within `0..<count`.
  package func scalar(at index: Int) -> Unicode.Scalar? {
    guard index >= 0 else { return nil }
    if isASCII {
      guard index < text.utf8.count else { return nil }
      let utf8 = text.utf8
      return Unicode.Scalar(utf8[utf8.index(utf8.startIndex, offsetBy: index)])
    }
    let scalars = text.unicodeScalars
    guard let position = scalars.index(scalars.startIndex, offsetBy: index, limitedBy: scalars.endIndex),
      position < scalars.endIndex
    else { return nil }
    return scalars[position]
  }

  /// A run of UTF-8 bytes that begins and ends at code points.
  package func slice(utf8 range: Range<Int>) -> PyString {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    let part = String(text[start..<end])
    return isASCII ? PyString(text: part, isASCII: true) : PyString(part)
  }

  /// The code point index of a byte offset.
  package func index(ofUTF8 offset: Int) -> Int {
    if isASCII { return offset }
    return text.utf8.prefix(offset).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The byte offset of a code point index, clamped to the end.
  package func utf8Offset(of index: Int) -> Int {
    if isASCII { return min(index, utf8Count) }
    let scalars = text.unicodeScalars
    let position =
      scalars.index(scalars.startIndex, offsetBy: index, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return text.utf8.distance(from: text.utf8.startIndex, to: position)
  }

  /// Order by code point, as Python compares strings; UTF-8 keeps that order.
  package static func < (left: PyString, right: PyString) -> Bool { precedes(left.text, right.text) }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
