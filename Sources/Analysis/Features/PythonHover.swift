import Catalog
import Detections
import Evaluation
import Python
import Sandbox
import SourceText

extension Snapshot {
  /// On an expression of a Python file that reads a part of the resource, such as `resource["Status"]`: what the
  /// field means, and its values in the tests.
  func pythonHover(at offset: ByteOffset, in file: FilePath) -> Hover? {
    guard let module = python(file), let found = fieldExpression(at: offset, in: module, file) else {
      return nil
    }
    let owners = owners(ofPython: file).compactMap(detection)
    let path = found.reads[0].read.path
    let documentation = documentation(of: path, owners.flatMap(\.resourceTypes).map(\.value))
    let title = "**\(path.shownPattern)**"
    let paragraphs = [documentation ?? title, values(found.reads)]
    return Hover(range: found.range, markdown: paragraphs.joined(separator: "\n\n"))
  }

  private struct TestRead {
    let test: String
    let isFailing: Bool
    let read: TraceReport.Read
  }

  /// The innermost expression around a place that read something, and what it read; of a call with several keys
  /// what the key under the pointer led to.
  private func fieldExpression(at offset: ByteOffset, in module: PythonModule, _ file: FilePath) -> (
    range: ByteRange, reads: [TestRead]
  )? {
    guard let coverage = coverage(ofPython: file) else { return nil }
    var key: (text: String, range: ByteRange)?
    for case .expression(let expression) in module.path(at: offset).reversed() {
      if case .constant(.string(let text)) = expression.kind { key = (text, expression.range) }
      let reads = coverage.tests.flatMap { test in
        test.decision.trace.reads.filter { $0.range == expression.range }.map {
          TestRead(test: test.name, isFailing: test.isFailing, read: $0)
        }
      }
      guard !reads.isEmpty else { continue }
      guard let key else {
        // Of `deep_get(resource, "a", "b")` the last.
        guard let last = reads.last?.read.path.pattern else { continue }
        return (expression.range, reads.filter { $0.read.path.pattern == last })
      }
      let own = reads.filter { $0.read.path.steps.last == .key(key.text) }
      return own.isEmpty ? nil : (key.range, own)
    }
    return nil
  }

  private func documentation(of path: ResourcePath, _ types: [String]) -> String? {
    let place = InstancePath(
      path.steps.map { step in
        switch step {
        case .key(let name): .key(name)
        case .index(let index): .index(index)
        }
      })
    for name in types {
      if let field = ResourceType.named(name)?.documentation(at: place) {
        return field.markdown + "\n\nField of `\(name)`"
      }
    }
    return nil
  }

  private static let maximumValues = 8
  private static let maximumTests = 3

  /// Each value with the tests that had it, in the order in which the tests met them.
  private func values(_ reads: [TestRead]) -> String {
    var order: [String] = []
    var tests: [String: [String]] = [:]
    for read in reads {
      let value = read.read.value.map { ReasonStyle.markdown.code($0.text(.json)) } ?? "absent"
      if tests[value] == nil { order.append(value) }
      if tests[value]?.contains(read.test) != true { tests[value, default: []].append(read.test) }
    }
    var lines = order.prefix(Snapshot.maximumValues).map { value in
      let names = tests[value] ?? []
      let rest = names.count - Snapshot.maximumTests
      return "- \(value): " + names.prefix(Snapshot.maximumTests).joined(separator: "; ")
        + (rest > 0 ? "; and \(rest) more" : "")
    }
    let rest = order.count - lines.count
    if rest > 0 { lines.append("- … \(rest) more values") }
    return "In the tests:\n\n" + lines.joined(separator: "\n")
  }
}

extension ResourcePath {
  /// `Rules[].Port`: any item of a list.
  var shownPattern: String {
    pattern.description.replacing("[0]", with: "[]")
  }
}
