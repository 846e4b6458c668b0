import Sandbox

/// What of Python the evaluator runs, as `debug sandbox` prints it.
struct CoverageReport {
  private let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  /// The groups that were asked for: modules, built-in classes, or `builtins`.
  private func groups(_ names: [String]) throws(CommandFailure) -> [Coverage.Group] {
    let all = coverage.modules + [coverage.builtins]
    var found: [Coverage.Group] = []
    for name in names {
      let qualified = all.flatMap { module in
        module.types.map {
          (name: module.name == "builtins" ? $0.name : "\(module.name).\($0.name)", group: $0)
        }
      }
      if let group = all.first(where: { $0.name == name }) {
        found.append(group)
      } else if let type = qualified.first(where: { $0.name == name }) {
        found.append(type.group)
      } else if coverage.placeholders.contains(name) {
        throw CommandFailure(message: "nothing of the module '\(name)' is evaluated; it can only be imported")
      } else {
        let known = all.map(\.name) + qualified.map(\.name)
        throw CommandFailure(message: "there is no module '\(name)'" + didYouMean(name, among: known))
      }
    }
    return found
  }

  // MARK: Text

  func text(_ names: [String]) throws(CommandFailure) -> String {
    if !names.isEmpty { return try groups(names).map(section).joined(separator: "\n") }
    var text = "Modules\n\n" + coverage.modules.map(section).joined(separator: "\n")
    text += "\nBuilt-in names\n\n" + section(coverage.builtins)
    text += "\nConstructs that are not evaluated\n\n"
    let width = coverage.gaps.map(\.construct.count).max() ?? 0
    for gap in coverage.gaps {
      let example = gap.example.split(separator: "\n").joined(separator: " ⏎ ")
      text += "  \(padded(gap.construct, width))  \(example)\n"
    }
    text += "\nLimits\n\n"
    let limitWidth = coverage.limits.map(\.name.count).max() ?? 0
    for limit in coverage.limits { text += "  \(padded(limit.name, limitWidth))  \(limit.value)\n" }
    text += "\nModules that can be imported only\n\n" + wrapped(coverage.placeholders, indent: 2)
    return text
  }

  private func section(_ group: Coverage.Group) -> String {
    var text = "\(group.name)  \(group.covered.count) of \(group.names.count)\n"
    if !group.covered.isEmpty { text += wrapped(group.covered.map(\.name), indent: 2) }
    if !group.missing.isEmpty { text += "  not evaluated:\n" + wrapped(group.missing.map(\.name), indent: 4) }
    for type in group.types where !type.names.isEmpty {
      text += "  \(type.name)  \(type.covered.count) of \(type.names.count)\n"
      if !type.covered.isEmpty { text += wrapped(type.covered.map(\.name), indent: 4) }
      if !type.missing.isEmpty {
        text += "    not evaluated:\n" + wrapped(type.missing.map(\.name), indent: 6)
      }
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func wrapped(_ words: [String], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, indent + line.count + 1 + word.count > 100 {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: JSON

  private struct Name: Encodable {
    let name: String
    let covered: Bool
    let signature: String?
  }

  private struct Group: Encodable {
    let name: String
    let names: [Name]
    let types: [Group]

    init(_ group: Coverage.Group) {
      name = group.name
      names = group.names.map { Name(name: $0.name, covered: $0.isCovered, signature: $0.signature) }
      types = group.types.map(Group.init)
    }
  }

  private struct Gap: Encodable {
    let construct: String
    let example: String
  }

  private struct Document: Encodable {
    let version = 1
    let modules: [Group]
    let builtins: Group?
    let constructs: [Gap]
    let limits: [String: String]
    let placeholders: [String]
  }

  func json(_ names: [String]) throws(CommandFailure) -> String {
    if !names.isEmpty {
      let modules = try groups(names).map(Group.init)
      return try policylens.json(
        Document(modules: modules, builtins: nil, constructs: [], limits: [:], placeholders: []))
    }
    return try policylens.json(
      Document(
        modules: coverage.modules.map(Group.init), builtins: Group(coverage.builtins),
        constructs: coverage.gaps.map { Gap(construct: $0.construct, example: $0.example) },
        limits: Dictionary(
          coverage.limits.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
        placeholders: coverage.placeholders))
  }
}
