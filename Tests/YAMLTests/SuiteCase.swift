import Foundation
import SourceText
import YAML

/// One case of the public YAML test suite, read from a file of its `src` folder with the parser under test.
struct SuiteCase: CustomStringConvertible, Sendable {
  let name: String
  let input: [UInt8]
  /// The expected events; for an invalid document those before its first error.
  let events: String
  let isInvalid: Bool
  /// The value as JSON of the core schema, if the suite has one.
  let json: String?

  var description: String { name }

  /// What is wrong with the parser's answer; nil if it is right.
  var failure: String? {
    let tree = YAMLTree(parsing: SourceText(input))
    if isInvalid { return tree.errors.isEmpty ? "accepted, but it is invalid" : nil }
    if let error = tree.errors.first { return "refused: \(error.code.rawValue): \(error.message)" }
    return tree.events == events ? nil : "expected\n\(events)but got\n\(tree.events)"
  }

  /// The cases of a checkout's `src` folder.
  static func all(in folder: String) throws -> [SuiteCase] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
      .flatMap { file in
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(file)))
        return cases(of: String(file.dropLast(5)), YAMLTree(parsing: SourceText(bytes)))
      }
  }

  /// A file is a list of cases; what a case leaves out it has from the one before.
  private static func cases(of id: String, _ tree: YAMLTree) -> [SuiteCase] {
    let items = tree.root?.items ?? []
    if items.first?["skip"] != nil { return [] }
    var yaml = ""
    var events = ""
    var json: String?
    return items.enumerated().map { index, item in
      yaml = item["yaml"]?.scalarText ?? yaml
      events = item["tree"]?.scalarText ?? events
      // What a case leaves out it has from the one before, but `null` is to have none.
      if let node = item["json"] {
        json = node.kind == .scalar && node.scalarStyle != .plain ? node.scalarText : nil
      }
      return SuiteCase(
        name: items.count > 1 ? "\(id)/\(index)" : id, input: Array(unescape(yaml).utf8),
        events: normalizedEvents(events), isInvalid: item["fail"] != nil,
        json: item["fail"] == nil ? json : nil)
    }
  }

  private static func normalizedEvents(_ text: String) -> String {
    unescape(
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map { $0 + "\n" }
        .joined())
  }

  /// Undoes the suite's notation for characters that are hard to see.
  private static func unescape(_ text: String) -> String {
    var result = ""
    var dashes = ""
    for character in text.unicodeScalars {
      switch character {
      case "—":
        dashes.unicodeScalars.append(character)
        continue
      case "»":
        dashes = ""
        result += "\t"
      case "␣": result += " "
      case "←": result += "\r"
      case "⇔": result += "\u{FEFF}"
      case "↵": break
      default:
        result += dashes
        result.unicodeScalars.append(character)
        dashes = ""
      }
      if character != "»" { result += dashes }
      dashes = ""
    }
    return result.hasSuffix("∎\n") ? String(result.dropLast(2)) : result
  }
}
