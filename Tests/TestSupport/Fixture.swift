package import SourceText

/// A small repository written as one text, with the answers that are expected beside the places they are
/// about.
///
/// - A line `#- policies/a.yml` starts a file.
/// - A line of blanks and carets under a line of the file, `^^^^ error key-unknown: message`, names what must be
///   reported for the text above the carets. A single `^` also stands for an empty range. The message is optional.
/// - `1️⃣`, `2️⃣` … mark places; they are removed from the text.
package struct Fixture: Sendable {
  package struct File: Sendable {
    package let path: String
    package let source: SourceText
    package var expectations: [Expectation]
  }

  /// What must be reported, in one line of the fixture.
  package struct Expectation: Sendable, Hashable {
    package let range: ByteRange
    package let severity: String
    package let code: String
    package let message: String?
  }

  package struct Marker: Sendable {
    package let path: String
    package let offset: ByteOffset
  }

  package private(set) var files: [File] = []
  package private(set) var markers: [Character: Marker] = [:]

  /// - Parameter folder: Put in front of each file's path.
  package init(_ text: String, in folder: String = "/repository/") {
    var path = folder + "file.yml"
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#- ") {
        finish(path, lines)
        path = folder + line.dropFirst(3)
        lines = []
      } else {
        lines.append(line)
      }
    }
    finish(path, lines)
  }

  private mutating func finish(_ path: String, _ lines: [Substring]) {
    var text = ""
    var lineStart = 0
    var expectations: [Expectation] = []
    var isFirst = true
    for line in lines {
      if let expectation = expectation(line, under: lineStart) {
        expectations.append(expectation)
        continue
      }
      if !isFirst { text += "\n" }
      isFirst = false
      lineStart = text.utf8.count
      for character in line {
        if Fixture.isMarker(character) {
          markers[character] = Marker(path: path, offset: text.utf8.count)
        } else {
          text.append(character)
        }
      }
    }
    guard !text.isEmpty || !files.isEmpty else { return }
    files.append(File(path: path, source: SourceText(text), expectations: expectations))
  }

  private static func isMarker(_ character: Character) -> Bool { "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣".contains(character) }

  private func expectation(_ line: Substring, under lineStart: Int) -> Expectation? {
    let blanks = line.prefix { $0 == " " }.count
    let carets = line.dropFirst(blanks).prefix { $0 == "^" }.count
    guard carets > 0 else { return nil }
    let words = line.dropFirst(blanks + carets).split(separator: " ", maxSplits: 2)
    guard words.count >= 2 else { return nil }
    let start = lineStart + blanks
    let hasMessage = words[1].hasSuffix(":")
    return Expectation(
      range: start..<start + carets, severity: String(words[0]),
      code: String(hasMessage ? words[1].dropLast() : words[1]),
      message: hasMessage && words.count == 3 ? String(words[2]) : nil)
  }
}
