import Foundation
import SourceText
import Testing
import YAML

/// What documents load as, compared with the Panther tool's own loader: set `PAT_PYTHON` to a Python that has
/// `panther_analysis_tool` and `PANTHER_ANALYSIS` to a checkout of `panther-labs/panther-analysis`.
/// `PARITY_MUTANTS` says how many random edits to try (20,000 otherwise), `PARITY_SEED` which.
@Suite struct LoaderParityTests {
  static let environment = ProcessInfo.processInfo.environment
  static let corpus = environment["PANTHER_ANALYSIS"]
  static let isPossible = LoaderOracle.python != nil && corpus != nil

  /// How an answer of ours differs from the oracle's, as far as that is known and meant.
  enum Kind: String, CaseIterable {
    case cycle = "an alias within its own anchor: accepted by both, and called unsupported here"
    case depth = "more than 512 levels deep: refused here"
    case expansion = "aliases that stand for too many nodes: refused here"
    case valueKey =
      "a mapping with a scalar's tag, which PyYAML takes for the value of its key `=`: refused here"
    case unknown = "unknown"
  }

  @Test(.enabled(if: isPossible, "set PAT_PYTHON and PANTHER_ANALYSIS"))
  func everyFileOfTheCorpusLoadsTheSame() throws {
    let files = try Self.files()
    let table = try Self.compare(files.map(\.bytes)) { files[$0].name }
    print("Parity of \(files.count) files:\n" + table.description)
    #expect(!files.isEmpty)
    #expect(table.differences == 0)
  }

  static let count = environment["PARITY_MUTANTS"].flatMap { Int($0) } ?? 20_000
  static let seed = environment["PARITY_SEED"].flatMap { UInt64($0) } ?? 0x5EED

  @Test(.enabled(if: isPossible, "set PAT_PYTHON and PANTHER_ANALYSIS"))
  func randomEditsLoadTheSame() throws {
    let files = try Self.files().filter { $0.bytes.count < 20_000 }
    let (count, seed) = (Self.count, Self.seed)
    let donors = files.prefix(200).flatMap { file in
      file.bytes.split(separator: 0x0A).prefix(40).map(Array.init)
    }
    var mutation = TextMutation(random: .init(state: seed &+ 0x9E37_79B9_7F4A_7C15), donors: donors)
    var table = Table()
    var done = 0
    while done < count {
      let batch = (0..<min(2_000, count - done)).map { index in
        mutation.mutate(files[(done + index) % files.count].bytes)
      }
      let start = done
      table += try Self.compare(batch) { "mutant \(start + $0) of seed \(seed)" }
      done += batch.count
    }
    print("Parity of \(count) random edits, seed \(seed):\n" + table.description)
    #expect(table.kinds[.unknown] == nil)
    #expect(table.differences * 1_000 <= count)
  }

  @Test(.enabled(if: LoaderOracle.python != nil, "set PAT_PYTHON"))
  func shortDocumentsLoadTheSame() throws {
    var documents = ShortDocuments(random: .init(state: Self.seed &+ 0x9E37_79B9_7F4A_7C15))
    let batch = (0..<Self.count * 4).map { _ in documents.next() }
    let table = try Self.compare(batch) { batch[$0].debugText }
    print("Parity of \(batch.count) short documents, seed \(Self.seed):\n" + table.description)
    #expect(table.kinds[.unknown] == nil)
  }

  /// How many documents load the same, and how the others differ.
  struct Table: CustomStringConvertible {
    var sameValues = 0
    /// Rejected by both.
    var sameRejections = 0
    var kinds: [Kind: Int] = [:]

    var differences: Int { kinds.values.reduce(0, +) }

    var description: String {
      let kinds = kinds.sorted { $0.value > $1.value }.map { "  \($0.value) differ: \($0.key.rawValue)\n" }
      return "  \(sameValues) same values\n  \(sameRejections) rejected by both\n" + kinds.joined()
    }

    static func += (left: inout Table, right: Table) {
      left.sameValues += right.sameValues
      left.sameRejections += right.sameRejections
      left.kinds.merge(right.kinds, uniquingKeysWith: +)
    }
  }

  struct File {
    let name: String
    let bytes: [UInt8]
  }

  static func files() throws -> [File] {
    let root = URL(fileURLWithPath: try #require(corpus))
    let paths = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap {
      $0 as? URL
    }
    return try (paths ?? []).filter { ["yml", "yaml"].contains($0.pathExtension) }
      .map { File(name: $0.path, bytes: Array(try Data(contentsOf: $0))) }.sorted { $0.name < $1.name }
  }

  static func compare(_ documents: [[UInt8]], name: (Int) -> String) throws -> Table {
    let oracle = LoaderOracle(python: try #require(LoaderOracle.python))
    var table = Table()
    for (index, theirs) in try oracle.answers(to: documents).enumerated() {
      let ours = LoaderAnswer(documents[index])
      if ours.agrees(with: theirs) {
        if case .value = ours { table.sameValues += 1 } else { table.sameRejections += 1 }
        continue
      }
      let kind = kind(of: ours, theirs, documents[index])
      table.kinds[kind, default: 0] += 1
      guard kind == .unknown else { continue }
      report(documents[index], ours, theirs, name(index))
    }
    return table
  }

  private static func kind(
    of ours: LoaderAnswer, _ theirs: LoaderOracle.Answer, _ document: [UInt8]
  ) -> Kind {
    guard case .rejected(let error) = ours else { return .unknown }
    switch error.code {
    case .recursiveAlias where theirs == .cyclicValue: return .cycle
    case .nestingTooDeep: return .depth
    case .tagMismatch where error.message.hasSuffix("of this mapping. Remove the tag."):
      return document.contains(UInt8(ascii: "=")) ? .valueKey : .unknown
    case .aliasExpansion: return .expansion
    default: return .unknown
    }
  }

  /// Keeps the document where `PARITY_KEEP` says, and records what differs.
  private static func report(
    _ document: [UInt8], _ ours: LoaderAnswer, _ theirs: LoaderOracle.Answer, _ name: String
  ) {
    if let folder = environment["PARITY_KEEP"] {
      let file = name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() + ".yml"
      try? Data(document).write(to: URL(fileURLWithPath: folder).appendingPathComponent(file))
    }
    Issue.record("\(name): \(ours.description.prefix(300)) here, \("\(theirs)".prefix(300)) there")
  }
}

/// What a document loads as here.
enum LoaderAnswer: CustomStringConvertible {
  case value(String)
  case rejected(YAMLError)

  init(_ bytes: [UInt8]) {
    let tree = YAMLTree(parsing: SourceText(fileContents: bytes), dialect: .pantherLoader)
    if let error = tree.errors.first(where: { !$0.isAcceptedByLoader }) ?? tree.loaderErrors.first {
      self = .rejected(error)
      return
    }
    do {
      self = .value(LoaderOracle.notation(of: try tree.root?.value() ?? .null))
    } catch {
      self = .rejected(error)
    }
  }

  func agrees(with theirs: LoaderOracle.Answer) -> Bool {
    switch (self, theirs) {
    case (.value(let ours), .value(let value)): ours == value
    case (.rejected, .rejected): true
    default: false
    }
  }

  var description: String {
    switch self {
    case .value(let text): "value \(text)"
    case .rejected(let error): "\(error.code.rawValue) at \(error.range): \(error.message)"
    }
  }
}

extension [UInt8] {
  fileprivate var debugText: String { String(decoding: self, as: UTF8.self).debugDescription }
}
