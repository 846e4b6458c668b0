import Synchronization

/// The MITRE ATT&CK catalogue of `Schemas/mitre-attack.json`: tactics and techniques by id.
///
/// The file has one tactic or technique a line, techniques in order of their ids. A technique is found
/// by binary search over the text and only its line is decoded, so that a look-up takes microseconds and
/// a document without mappings pays nothing.
package struct MITREAttack: Sendable {
  /// The release of the Enterprise matrix, such as "19.2". An id that is not here may be newer.
  package let version: String
  /// MITRE's copyright designation, to be shown wherever licences are shown.
  package let attribution: String
  /// The address of MITRE's terms of use.
  package let license: String
  /// In matrix order: Enterprise, then Mobile, then ICS.
  package let tactics: [MITRETactic]
  private let text: StaticString
  /// The bytes of the techniques' lines.
  private let techniqueLines: Range<Int>
  /// What was looked up and found: a document's mappings are checked at every keystroke.
  private let known = KnownTechniques()

  package static let shared = MITREAttack(embeddedSchema(named: "mitre-attack") ?? "")

  package init(_ text: StaticString) {
    self.text = text
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var fields: [String: String] = [:]
    var tactics: [MITRETactic] = []
    var start = 0
    scan: while start < bytes.count {
      let end = lineEnd(in: bytes, from: start)
      let line = bytes[start..<end]
      start = end + 1
      if line.starts(with: "\"techniques\":".utf8) { break }
      if line.starts(with: "{\"id\":".utf8) {
        if let tactic = decode(line).flatMap(MITRETactic.init) { tactics.append(tactic) }
      } else if line.starts(with: "\"".utf8),
        let member = JSONReader.read("{" + trimmingComma(line) + "}")?.members?.first
      {
        fields[member.name] = member.value.string
      }
    }
    version = fields["version"] ?? ""
    attribution = fields["attribution"] ?? ""
    license = fields["license"] ?? ""
    self.tactics = tactics
    techniqueLines = min(start, bytes.count)..<bytes.count
  }

  package func tactic(_ id: String) -> MITRETactic? { tactics.first { $0.id == id } }

  /// The technique or sub-technique with this id, retired ones included.
  package func technique(_ id: String) -> MITRETechnique? {
    if let technique = known[id] { return technique }
    guard let row = techniqueRow(id) else { return nil }
    let parent = parentID(ofTechnique: id).flatMap { techniqueRow($0)?["name"]?.string }
    let technique = MITRETechnique(row, parentName: parent)
    known[id] = technique
    return technique
  }

  /// Every technique and sub-technique in order of ids, retired ones included. Takes milliseconds.
  package func allTechniques() -> [MITRETechnique] {
    var techniques: [MITRETechnique] = []
    var names: [String: String] = [:]
    var start = techniqueLines.lowerBound
    while start < techniqueLines.upperBound {
      let end = lineEnd(in: bytes, from: start)
      defer { start = end + 1 }
      guard let row = decode(bytes[start..<end]), let id = row["id"]?.string,
        let technique = MITRETechnique(row, parentName: parentID(ofTechnique: id).flatMap { names[$0] })
      else { continue }
      names[id] = technique.name
      techniques.append(technique)
    }
    return techniques
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private func techniqueRow(_ id: String) -> JSONValue? {
    let bytes = bytes
    let prefix = "{\"id\":\""
    var low = techniqueLines.lowerBound
    var high = techniqueLines.upperBound
    while low < high {
      // `low` begins a line, and so does what `lineStart` gives: each round drops at least one line.
      let start = lineStart(in: bytes, before: low + (high - low) / 2, from: low)
      let end = lineEnd(in: bytes, from: start)
      let rest = bytes[start..<end].dropFirst(prefix.utf8.count)
      let found = rest.prefix { $0 != UInt8(ascii: "\"") }
      // The list's closing bracket sorts after every row.
      guard bytes[start..<end].starts(with: prefix.utf8), !found.lexicographicallyPrecedes(id.utf8) else {
        if bytes[start..<end].starts(with: prefix.utf8) { low = end + 1 } else { high = start }
        continue
      }
      if found.elementsEqual(id.utf8) { return decode(bytes[start..<end]) }
      high = start
    }
    return nil
  }
}

private final class KnownTechniques: Sendable {
  private let techniques = Mutex<[String: MITRETechnique]>([:])

  subscript(id: String) -> MITRETechnique? {
    get { techniques.withLock { $0[id] } }
    set { techniques.withLock { $0[id] = newValue } }
  }
}

private func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
}

private func lineStart(in bytes: UnsafeBufferPointer<UInt8>, before index: Int, from start: Int) -> Int {
  bytes[start..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
}

private func decode(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> JSONValue? {
  let row = line.last == UInt8(ascii: ",") ? line.dropLast() : line
  return JSONReader.read(UnsafeBufferPointer(rebasing: row))
}

private func trimmingComma(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  let row = line.last == UInt8(ascii: ",") ? line.dropLast() : line
  return String(decoding: row, as: UTF8.self)
}
