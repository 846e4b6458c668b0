import Foundation
import SourceText
import YAML

/// How often reading YAML asks the heap for memory. Needs `Peers/allocations.c` preloaded.
enum AllocationCount {
  static func run(_ paths: [String]) throws {
    guard let symbol = dlsym(nil, "allocation_count") else { return }
    let count = unsafeBitCast(symbol, to: (@convention(c) () -> Int64).self)
    var tokens = 0
    var nodes = 0
    var source = 0
    var tree = 0
    var values = 0
    for path in paths {
      let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let start = count()
      let document = SourceText(text)
      let read = count()
      let parsed = YAMLTree(parsing: document, dialect: .pantherLoader)
      let parsedAt = count()
      blackHole(try? parsed.documents.map { try $0.value() })
      values += Int(count() - parsedAt)
      tree += Int(parsedAt - read)
      source += Int(read - start)
      tokens += parsed.tokens.count
      nodes += parsed.events.split(separator: "\n").count
    }
    let files = Double(paths.count)
    func row(_ name: String, _ allocations: Int) -> [String] {
      [name, format(Double(allocations) / files), format(Double(allocations) / Double(tokens), 4)]
    }
    print(
      "Allocations, \(format(Double(tokens) / files)) tokens and \(format(Double(nodes) / files)) events a file:\n"
    )
    let rows = [row("line table", source), row("lossless tree", tree), row("its values", values)]
    print(table(["step", "a file", "a token"], rows))
  }
}
