import Foundation
import Python
import SourceText
import TestSupport
import Testing

/// The Python files to compare, and the interpreter to compare with.
enum Reference {
  private static let environment = ProcessInfo.processInfo.environment
  /// Folders or files, separated by colons.
  static let corpus = environment["PYTHON_CORPUS"].map { $0.split(separator: ":").map(String.init) } ?? []
  static let mutantCount = environment["PYTHON_MUTANTS"].flatMap { Int($0) } ?? 600
  static let seed = environment["PARITY_SEED"].flatMap { UInt64($0) } ?? 0x5EED
  static let interpreter = environment["PATH"]?
    .split(separator: ":").map { "\($0)/python3.11" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func files() -> [String] {
    corpus.flatMap { root in
      guard let paths = FileManager.default.enumerator(atPath: root) else { return [root] }
      let names = paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".py") }
      return names.isEmpty && root.hasSuffix(".py") ? [root] : names.sorted().map { "\(root)/\($0)" }
    }
  }
}

/// Files and damaged files against the CPython 3.11 of this machine: the same are accepted, with the same trees.
@Suite struct DifferentialTests {
  @Test(
    .enabled(
      if: !Reference.corpus.isEmpty && Reference.interpreter != nil,
      "set PYTHON_CORPUS to folders of Python files, and install python3.11"))
  func everyFileHasTheTreeOrIsRefusedAsByCPython() throws {
    let parser = try CPythonParser(interpreter: #require(Reference.interpreter))
    let files = Reference.files()
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        #expect(!PythonModule(parsing: SourceText(bytes)).errors.isEmpty, "\(file) is not UTF-8")
        continue
      }
      let difference = Difference(
        text, between: PythonModule(parsing: SourceText(bytes)), and: try parser.answer(to: text.withoutMark))
      if let fault = difference.fault { Issue.record("\(file) \(fault)") }
    }
    #expect(!files.isEmpty)
    print("compared \(files.count) files with CPython")
  }

  @Test(.enabled(if: Reference.interpreter != nil, "install python3.11"))
  func damagedFilesAreAcceptedAndRefusedAsByCPython() throws {
    let parser = try CPythonParser(interpreter: #require(Reference.interpreter))
    var mutation = SourceMutation(seed: Reference.seed)
    let texts = try [RobustnessTests.sample] + Reference.files().compactMap(Self.shortText)
    var refused = 0
    var sameWords = 0
    var sameLine = 0
    for number in 0..<Reference.mutantCount {
      let text = mutation.mutant(of: texts[mutation.random.below(texts.count)])
      let module = PythonModule(parsing: SourceText(text))
      let difference = Difference(text, between: module, and: try parser.answer(to: text))
      if let fault = difference.fault {
        Issue.record("mutant \(number) of seed \(Reference.seed) \(fault):\n\(text)")
      }
      refused += difference.isRefused ? 1 : 0
      sameWords += difference.hasSameWords ? 1 : 0
      sameLine += difference.hasSameLine ? 1 : 0
    }
    print(
      "\(Reference.mutantCount) damaged files of seed \(Reference.seed), \(refused) refused: first error on "
        + "CPython's line in \(sameLine), in its words in \(sameWords)")
    #expect(sameLine * 100 >= refused * 80)
    #expect(sameWords * 100 >= refused * 65)
  }

  private static func shortText(_ file: String) throws -> String? {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    return bytes.count < 20_000 ? String(validating: bytes, as: UTF8.self)?.withoutMark : nil
  }
}

/// What CPython says of a source and what we say.
private struct Difference {
  /// Accepted by one only, or another tree.
  var fault: String?
  /// By both.
  var isRefused = false
  /// Whether the first errors are in the same line, and say the same there.
  var hasSameLine = false
  var hasSameWords = false

  init(_ text: String, between module: PythonModule, and answer: CPythonParser.Answer) {
    switch (answer.tree, module.errors.first) {
    case (let tree?, nil):
      if !module.dump().utf8.elementsEqual(tree) { fault = "has another tree" }
    case (_?, let error?):
      fault = "is refused in line \(module.line(of: error)): \(error.message)"
    case (nil, nil):
      fault = "is accepted; CPython: \(answer.line ?? 0): \(answer.message ?? "")"
    case (nil, let error?):
      isRefused = true
      hasSameLine = module.line(of: error) == answer.line
      hasSameWords = hasSameLine && error.message == answer.message && error.kind.rawValue == answer.kind
    }
  }
}

extension String {
  /// Without a byte order mark, which CPython's `utf-8-sig` strips from a file.
  fileprivate var withoutMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }
}
