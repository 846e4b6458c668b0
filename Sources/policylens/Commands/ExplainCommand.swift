import Analysis
import Detections
import FoundationEssentials
import Sandbox

extension CommandDescription {
  static let explain = CommandDescription(
    name: "explain",
    summary: "show a detection as a card: what it maps to, alerts on, excludes and tests",
    operands: [
      OperandDescription(
        placeholder: "FILE", count: .oneOrMore, help: "a detection's file; a folder stands for all in it",
        isPath: true)
    ],
    options: [
      .choice("format", ["markdown", "json", "html"], "how to write the card"),
      OptionDescription(
        name: "output", placeholder: "FILE", help: "write the card to this file, not to standard output",
        isPath: true),
    ],
    discussion: """
      The condition says when the detection alerts, read from its Python; an exclusion is a predicate
      that keeps it from alerting. With several files, JSON has one object a line. The exit status is
      0 whatever the verdicts are.

      Examples:
        policylens explain my_policy.yml
        policylens explain --format html --output card.html my_policy.yml
      """,
    run: { (arguments, console) throws(CommandFailure) in try ExplainCommand.run(arguments, console) })
}

private enum ExplainCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) -> ExitStatus {
    let workspace = Workspace(files: DiskFiles())
    let snapshot = workspace.snapshot(interrupt: Interrupt())
    var cards: [RuleCard] = []
    for target in try Targets(snapshot: snapshot).find(arguments.operands) {
      cards.append(try RuleCard(target, in: snapshot))
    }
    let output = arguments.value(of: "output")
    let text: String
    switch arguments.value(of: "format") ?? "markdown" {
    case "json":
      var lines = ""
      for card in cards { lines += try json(RuleCardReport(card)) }
      text = lines
    case "html": text = RuleCardHTML().text(cards)
    default:
      let markdown = RuleCardMarkdown(style: output == nil ? console.output.style : .plain)
      text = cards.map(markdown.text).joined(separator: "\n---\n\n")
    }
    guard let output else {
      console.output.write(text)
      return .success
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: ShownPaths.file(output).string))
    } catch {
      throw CommandFailure(message: "\(output): can't be written")
    }
    return .success
  }
}
