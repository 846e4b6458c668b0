import Foundation
import SourceText
import YAML

/// Reading YAML: bytes to a lossless tree, and to values, beside libyaml's events and its loaded documents,
/// PyYAML's `CSafeLoader` and ruamel.yaml's round-trip reader.
struct YAMLBenchmark {
  /// A reader with a pass over all files.
  struct Contestant {
    let name: String
    /// Rounds to leave out, for the slow ones: takes part in every n-th.
    var stride = 1
    let pass: () -> (seconds: Double, failed: Int)?
  }

  let paths: [String]
  let texts: [[UInt8]]
  let rounds: Int
  let folder: URL

  init(directory: URL, rounds: Int) throws {
    let names = FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
    self.paths = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
      .map { directory.appendingPathComponent($0).path }
    self.texts = try paths.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
    self.rounds = rounds
    self.folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("policylens-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let size = texts.reduce(0) { $0 + $1.count }
    print("\(paths.count) files, \(format(Double(size) / 1e6, 2)) MB, \(rounds) rounds, medians\n")
    try compare("Every file by itself", paths, texts)
    let stream = Self.stream(texts)
    let streamPath = folder.appendingPathComponent("stream.yml")
    try Data(stream).write(to: streamPath)
    // The Panther tool loads no second document, so its dialect is left out here.
    try compare("All files as one stream of documents", [streamPath.path], [stream], dialect: .yaml12)
    try curve()
    try countAllocations()
  }

  // MARK: Peers

  private func compare(
    _ title: String, _ paths: [String], _ texts: [[UInt8]], dialect: YAMLDialect = .pantherLoader
  ) throws {
    let listing = folder.appendingPathComponent("listing")
    try Data(paths.joined(separator: "\n").appending("\n").utf8).write(to: listing)
    let contestants = own(texts, dialect) + (try libyaml(listing)) + (try python(listing))
    let size = Double(texts.reduce(0) { $0 + $1.count })
    var figures = contestants.map { _ in Figures() }
    for round in 0..<rounds {
      for (index, contestant) in contestants.enumerated() where round % contestant.stride == 0 {
        guard let pass = contestant.pass() else { continue }
        figures[index].seconds.append(pass.seconds)
        figures[index].failed = pass.failed
      }
    }
    let names = contestants.map(\.name)
    func median(of name: String) -> Double { names.firstIndex(of: name).map { figures[$0].median } ?? .nan }
    let events = median(of: "libyaml, events")
    let load = median(of: "libyaml, load")
    let rows = zip(names, figures).map { name, figures in
      guard !figures.seconds.isEmpty else { return [name, "not here", "", "", "", ""] }
      return [
        name, format(size / figures.median / 1e6),
        "\(format(size / figures.quantile(0.9) / 1e6)) to \(format(size / figures.quantile(0.1) / 1e6))",
        format(events / figures.median, 2), format(load / figures.median, 2), String(figures.failed),
      ]
    }
    print("\(title):\n")
    let header = [
      "reader", "MB/s", "10 to 90 %", "times libyaml's events", "times libyaml's load", "failed",
    ]
    print(table(header, rows))
  }

  private func own(_ texts: [[UInt8]], _ dialect: YAMLDialect) -> [Contestant] {
    [
      Contestant(name: "PolicyLens, lossless tree") {
        let time = seconds { for text in texts { blackHole(Self.tree(text)) } }
        return (time, texts.count { !Self.tree($0).errors.allSatisfy(\.code.isAcceptedByLoader) })
      },
      Contestant(name: "PolicyLens, values") {
        let time = seconds { for text in texts { blackHole(Self.values(text, dialect)) } }
        return (time, texts.count { Self.values($0, dialect) == nil })
      },
    ]
  }

  private func libyaml(_ listing: URL) throws -> [Contestant] {
    guard let program = Peer.compile("libyaml.c", into: folder, ["-lyaml"]) else { return [] }
    let peer = try Peer(program, [listing.path])
    return [
      Contestant(name: "libyaml, events") { peer.pass("events") },
      Contestant(name: "libyaml, load") { peer.pass("load") },
    ]
  }

  private func python(_ listing: URL) throws -> [Contestant] {
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    let script = Peer.sources.appendingPathComponent("peers.py").path
    let peer = try Peer(URL(fileURLWithPath: "/usr/bin/env"), [python, script, listing.path])
    return [
      Contestant(name: "PyYAML, CSafeLoader", stride: 5) { peer.pass("csafeloader") },
      Contestant(name: "ruamel.yaml, round trip", stride: .max) { peer.pass("ruamel") },
    ]
  }

  static func tree(_ text: [UInt8]) -> YAMLTree { YAMLTree(parsing: SourceText(text)) }

  /// The values of all documents; nil if one can't be constructed.
  static func values(_ text: [UInt8], _ dialect: YAMLDialect) -> [YAMLValue]? {
    let tree = YAMLTree(parsing: SourceText(text), dialect: dialect)
    return try? tree.documents.map { try $0.value() }
  }

  // MARK: Size

  /// Whether time grows with size: one document, a list whose items are the files, at growing lengths.
  private func curve() throws {
    var rows: [[String]] = []
    for megabytes in [0.1, 0.5, 1, 5, 10, 25, 50] {
      let text = Self.list(of: texts, upTo: Int(megabytes * 1e6))
      let path = folder.appendingPathComponent("list.yml")
      try Data(text).write(to: path)
      let listing = folder.appendingPathComponent("listing")
      try Data((path.path + "\n").utf8).write(to: listing)
      let contestants = own([text], .pantherLoader) + (try libyaml(listing))
      var figures = contestants.map { _ in Figures() }
      for _ in 0..<min(rounds, 5) {
        for (index, contestant) in contestants.enumerated() {
          if let pass = contestant.pass() { figures[index].seconds.append(pass.seconds) }
        }
      }
      let size = Double(text.count) / 1e6
      rows.append([format(size)] + figures.map { format(size / $0.median) })
    }
    print("One document, a list of all files, as it grows (MB/s):\n")
    let header = ["MB", "PolicyLens, tree", "PolicyLens, values", "libyaml, events", "libyaml, load"]
    print(table(header, rows))
  }

  static func stream(_ texts: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    for text in texts {
      if !text.starts(with: "---".utf8) { result += "---\n".utf8 }
      result += text
      if text.last != 0x0A { result.append(0x0A) }
    }
    return result
  }

  static func list(of texts: [[UInt8]], upTo size: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(size + 100_000)
    let usable = texts.filter { text in
      text.count < 50_000 && !text.starts(with: "---".utf8) && !text.contains(0x09) && !text.contains(0x0D)
        && (try? tree(text).root?.value()) != nil
    }
    guard !usable.isEmpty else { return [] }
    while result.count < size {
      for text in usable where result.count < size {
        result += "-\n".utf8
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
          if !line.isEmpty { result += "  ".utf8 }
          result += line
          result.append(0x0A)
        }
      }
    }
    return result
  }

  // MARK: Allocations

  /// How often the heap is asked for memory, counted in a process of its own with a counting `malloc`.
  private func countAllocations() throws {
    guard ProcessInfo.processInfo.environment["LD_PRELOAD"] == nil,
      let counter = Peer.compile("allocations.c", into: folder, ["-shared", "-fPIC"])
    else { return }
    let counting = Process()
    counting.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    counting.arguments = ["allocations"] + paths
    counting.environment = ProcessInfo.processInfo.environment.merging(["LD_PRELOAD": counter.path]) { $1 }
    fflush(nil)
    try counting.run()
    counting.waitUntilExit()
  }
}

/// Keeps the optimiser from leaving out the work whose result is only measured.
@inline(never) func blackHole<Value>(_ value: Value) {}
