import Foundation
import SourceText
import Testing
import YAML

/// What holds for any text that is formatted: nothing is said differently, no comment is lost, and a second time
/// changes nothing.
@Suite struct FormattingPropertyTests {
  /// What is wrong with the formatter's answer; nil if it is right, or if the text has a syntax error.
  static func problem(_ bytes: [UInt8], _ options: FormattingOptions = FormattingOptions()) -> String? {
    let source = SourceText(bytes)
    let tree = YAMLTree(parsing: source)
    let edits: [TextEdit]
    do {
      edits = try tree.formattingEdits(options)
    } catch .syntax {
      return nil
    } catch {
      // What YAML 1.2.2 and the loader read as two things can't always have a form in which both stay.
      let loaded = YAMLTree(parsing: source, dialect: .pantherLoader)
      if loaded.loaderWarnings.contains(where: { $0.code == .otherReading }) { return nil }
      return "refused: \(error)"
    }
    let formatted = YAMLTree(parsing: source.applying(edits))
    if !formatted.errors.isEmpty { return "an error: \(formatted.errors[0])" }
    if options == FormattingOptions() {
      if events(formatted) != events(tree) { return "other events" }
      if comments(formatted) != comments(tree) { return "other comments" }
    }
    if comments(formatted).sorted() != comments(tree).sorted() { return "lost comments" }
    if sorted(value(formatted)) != sorted(value(tree)) { return "another value" }
    let loaded = YAMLTree(parsing: source, dialect: .pantherLoader)
    if loaded.loaderErrors.isEmpty, loaded.errors.allSatisfy(\.isAcceptedByLoader) {
      let loadedAgain = YAMLTree(parsing: formatted.source, dialect: .pantherLoader)
      if let error = loadedAgain.loaderErrors.first { return "the loader refuses it: \(error)" }
      if sorted(value(loadedAgain)) != sorted(value(loaded)) { return "another value to the loader" }
    }
    guard let again = try? formatted.formattingEdits(options) else { return "refused the second time" }
    if !again.isEmpty { return "not idempotent: \(again[0])" }
    return nil
  }

  /// A range may be formatted while other lines are broken: then only its lines change.
  @Test func rangesOfBrokenTextsKeepTheOtherLines() {
    var random = RobustnessTests.Generator(state: 0xF0_0D)
    let texts = RecoveryGoldenTests.examples.map { Array($0.text.utf8) }
    let donors = texts.flatMap { $0.split(separator: 0x0A).map(Array.init) }
    var mutation = TextMutation(random: random, donors: donors)
    for text in texts {
      for _ in 0..<6 {
        let source = SourceText(mutation.mutate(text))
        let first = Int.random(in: 0..<source.lines.count, using: &random)
        let last = min(first + Int.random(in: 0..<6, using: &random), source.lines.count - 1)
        let range = source.lines.range(ofLine: first).lowerBound..<source.lines.range(ofLine: last).upperBound
        let edits = YAMLTree(parsing: source).formattingEdits(inLinesOf: range)
        #expect(
          edits.allSatisfy { range.contains($0.range) || $0.range == range.upperBound..<range.upperBound })
      }
    }
  }

  /// The events, without what formatting may change: document markers that mean nothing, the spelling of
  /// booleans, and the end that is missing after errors which the formatter mends.
  private static func events(_ tree: YAMLTree) -> [String] {
    tree.events.split(separator: "\n").map { line in
      switch line {
      case "+DOC ---": "+DOC"
      case "-DOC ...": "-DOC"
      case "=VAL :True", "=VAL :TRUE", "=VAL :False", "=VAL :FALSE": "=VAL :" + line.dropFirst(6).lowercased()
      default: String(line)
      }
    }.filter { $0 != "-STR" }
  }

  private static func comments(_ tree: YAMLTree) -> [String] {
    tree.comments.map { tree.source[$0].trimmingCharacters(in: .whitespaces) }
  }

  private static func value(_ tree: YAMLTree) -> YAMLValue? { try? tree.root?.value() }

  /// A value whose maps are in one order, and equal only to values that are the same to Python.
  private static func sorted(_ value: YAMLValue?) -> String {
    switch value {
    case .mapping(let pairs):
      let entries = pairs.map { "\(sorted($0.key)): \(sorted($0.value))" }
      return "{\(entries.sorted().joined(separator: ", "))}"
    case .sequence(let items): return "[\(items.map(sorted).joined(separator: ", "))]"
    case let other: return "\(String(describing: other))"
    }
  }

  /// An order that moves keys of the tables and the examples about, tests among them.
  private static let order = KeyOrder(
    first: ["Severity", "c", "AnalysisType", "Reports"], last: ["Tests", "a"],
    nested: [
      "Tests": KeyOrder(first: ["Resource", "Name"], nested: ["Mocks": KeyOrder(first: ["returnValue"])])
    ])

  static let options = [
    FormattingOptions(), FormattingOptions(keyOrder: order), FormattingOptions(expandsFlow: true),
    FormattingOptions(keyOrder: order, expandsFlow: true),
  ]

  static let examples: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "yml" }.sorted {
      $0.path < $1.path
    }
    return paths.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  static let tables =
    FormattingTests.indentation + FormattingTests.spacing + FormattingTests.lines + FormattingTests.flow
    + FormattingTests.flowLines + FormattingTests.scalars + FormattingTests.blockScalars
    + FormattingTests.comments

  @Test(arguments: options)
  func examplesKeepTheirContent(_ options: FormattingOptions) {
    #expect(!Self.examples.isEmpty)
    for text in Self.examples + RobustnessTests.seeds.map(\.text) {
      let problem = Self.problem(Array(text.utf8), options)
      #expect(problem == nil, "\(text.debugDescription)")
    }
  }

  @Test(arguments: options)
  func mutatedTextsKeepTheirContent(_ options: FormattingOptions) {
    var random = RobustnessTests.Generator(state: 0x2545_F491_4F6C_DD1D)
    let pieces = [
      " ", "  ", "\n", "\n\n", "\t", "#", " # c\n", "\r\n", ": ", "- ", ",", "{", "}", "[", "]", "\"", "'",
      "|", ">", "+", "-", "&a ", "*a", "!!str ", "a", "1", "True", "? ", "---\n", "\\",
    ]
    // A byte order mark can end up before a key, where only the line's indentation makes it text.
    for text in Self.tables.map(\.before) + RobustnessTests.seeds.map(\.text) where !text.contains("\u{FEFF}")
    {
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &random) {
          let index = Int.random(in: 0...bytes.count, using: &random)
          if Int.random(in: 0..<3, using: &random) == 0, index < bytes.count {
            bytes.remove(at: index)
          } else {
            bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: index)
          }
        }
        let problem = Self.problem(bytes, options)
        #expect(problem == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  static let deep = [
    "a: " + String(repeating: "[", count: 490) + "1" + String(repeating: "]", count: 490) + "\n",
    "a: " + String(repeating: "{ a: ", count: 490) + "1" + String(repeating: "}", count: 490),
    (0..<490).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "- ", count: 490) + "a: {b: 1}\n",
  ]

  @Test(arguments: deep, options)
  func depthIsNoTrouble(_ text: String, _ options: FormattingOptions) {
    #expect(Self.problem(Array(text.utf8), options) == nil)
  }

  @Test(
    .enabled(if: PublicSuiteTests.folder != nil, "set YAML_TEST_SUITE to the suite's src folder"),
    arguments: options)
  func thePublicSuiteKeepsItsContent(_ options: FormattingOptions) throws {
    for suiteCase in try SuiteCase.all(in: try #require(PublicSuiteTests.folder)) {
      let problem = Self.problem(suiteCase.input, options)
      #expect(problem == nil, "\(suiteCase.name): \(String(decoding: suiteCase.input, as: UTF8.self))")
    }
  }

  static let corpus = ProcessInfo.processInfo.environment["PANTHER_ANALYSIS"]

  @Test(
    .enabled(if: corpus != nil, "set PANTHER_ANALYSIS to a checkout of panther-analysis"),
    arguments: options)
  func thePublicDetectionsKeepTheirContent(_ options: FormattingOptions) throws {
    let folder = URL(fileURLWithPath: try #require(Self.corpus))
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var changed = 0
    var count = 0
    for file in files?.allObjects as? [URL] ?? [] where ["yml", "yaml"].contains(file.pathExtension) {
      let bytes = [UInt8](try Data(contentsOf: file))
      let problem = Self.problem(bytes, options)
      #expect(problem == nil, "\(file.path)")
      count += 1
      if (try? YAMLTree(parsing: SourceText(bytes)).formattingEdits(options)) != [] { changed += 1 }
    }
    #expect(count > 0)
    print("panther-analysis: \(changed) of \(count) files are changed by formatting")
  }
}
