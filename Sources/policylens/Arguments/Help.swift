/// The help of the program and of its commands.
enum Help {
  static func program(_ commands: [CommandDescription], _ style: Style) -> String {
    let rows = commands.map { ($0.name, $0.summary) }
    return """
      policylens: tests and explains Panther detections, in an editor and in CI.

      \(style.bold("Usage:")) policylens COMMAND [OPTION]… [PATH]…

      \(style.bold("Commands:"))
      \(table(rows, style))

      \(style.bold("Options:"))
      \(table([("--help", "print this help, or a command's after its name"), ("--version", "print the version")], style))

      \(style.bold("Examples:"))
        policylens check .                       every problem in a repository
        policylens test policies/my_policy.yml   the verdict of each of its tests
        policylens explain my_policy.yml         what it maps to, alerts on and tests

      A PATH is a file or a folder; a folder is searched for *.yml and *.yaml files that have an
      AnalysisType. Detections are evaluated in a sandbox: no Python, network or account is needed.

      Exit status: 0 nothing is wrong, 1 something is, 2 the command could not be carried out.

      """
  }

  static func command(_ command: CommandDescription, _ style: Style) -> String {
    var sections = [
      "policylens \(command.name): \(command.summary).",
      "\(style.bold("Usage:")) \(usage(of: command))",
    ]
    if !command.operands.isEmpty {
      sections.append(table(command.operands.map { ($0.placeholder, $0.help) }, style))
    }
    let options = command.options.map { option in
      (
        "--" + option.name + (option.placeholder.map { " " + $0 } ?? ""),
        option.help + defaultValue(of: option)
      )
    }
    sections.append(
      style.bold("Options:") + "\n" + table(options + [("--help", "print this help")], style))
    if !command.discussion.isEmpty { sections.append(command.discussion) }
    return sections.joined(separator: "\n\n") + "\n"
  }

  static func usage(of command: CommandDescription) -> String {
    let options = command.options.map { option in
      let text = "[--" + option.name + (option.placeholder.map { " " + $0 } ?? "") + "]"
      return option.isRepeatable ? text + "…" : text
    }
    let operands = command.operands.map { operand in
      switch operand.count {
      case .one: operand.placeholder
      case .optional: "[\(operand.placeholder)]"
      case .oneOrMore: operand.placeholder + "…"
      case .any: "[\(operand.placeholder)…]"
      }
    }
    return (["policylens", command.name] + options + operands).joined(separator: " ")
  }

  private static func defaultValue(of option: OptionDescription) -> String {
    option.choices.first.map { " (default: \($0))" } ?? ""
  }

  /// Two columns; a first cell that is too wide has the second on the next line.
  private static func table(_ rows: [(String, String)], _ style: Style) -> String {
    let width = min(rows.map(\.0.count).max() ?? 0, 24)
    return rows.map { name, help in
      let padding = name.count > width ? "\n" + spaces(width + 4) : spaces(width - name.count + 2)
      return "  " + style.cyan(name) + padding + help
    }.joined(separator: "\n")
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
