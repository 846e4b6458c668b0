import Analysis
import Detections
import Sandbox
import SourceText
import YAML

extension CommandDescription {
  static let fmt = CommandDescription(
    name: "fmt",
    summary: "bring detections into the house style, values and comments untouched",
    operands: [
      OperandDescription(
        placeholder: "PATH", count: .oneOrMore,
        help: "a detection's file, a folder in which to look for detections, or - for standard input",
        isPath: true)
    ],
    options: [
      .flag("check", "write nothing; list the files that would change"),
      .flag("diff", "write nothing to the files; show what would change"),
      .flag("restore-indentation", "first give lines back the indentation that a copied text has lost"),
      .flag("sort-keys", "bring keys into the recommended order of the detection's type"),
      .flag("block", "turn {…} and […] into indented lines, except empty ones"),
    ],
    discussion: """
      Files are rewritten in place. The style is that of Panther's public detections: two columns a
      level, lists indented under their key, { } with spaces inside and [ ] without, true and false in
      lower case. Quotes, line breaks, nulls and numbers stay as they are; so does the order of keys
      without --sort-keys, which moves them together with their comments.

      What a file says is compared before it is written. A file with syntax errors is left alone, and
      so is one without AnalysisType. The exit status is 1 if a file has errors, or with --check or
      --diff if a file would change. Standard input is written to standard output.

      With --restore-indentation, a rule copied from a web page becomes a file that works: its lines go
      where its type's schema has them, and the lines of the page around it become comments. Which
      lines those are is said, and which lines could also belong elsewhere. A text that can't be
      restored is left alone; the exit status is then 1.

      Examples:
        policylens fmt .
        policylens fmt --check --diff policies
        policylens fmt - <policy.yml
        policylens fmt --restore-indentation pasted.yml
      """,
    run: { (arguments, console) throws(CommandFailure) in try FmtCommand(arguments, console).run() })
}

private struct FmtCommand {
  private let arguments: Arguments
  private let console: Console
  private let formatter: DetectionFormatter
  private let isChecking: Bool
  private let showsDiff: Bool
  private let restoresIndentation: Bool
  private let diff: UnifiedDiff

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
    formatter = DetectionFormatter(
      sortsKeys: arguments.has("sort-keys"), expandsFlow: arguments.has("block"))
    showsDiff = arguments.has("diff")
    restoresIndentation = arguments.has("restore-indentation")
    isChecking = arguments.has("check") || showsDiff
    diff = UnifiedDiff(style: console.output.style)
  }

  /// What became of one file.
  private enum Outcome: Sendable {
    case unreadable
    case otherFile
    case refused(SourceText, FormattingRefusal)
    case notRestored(IndentationRefusal)
    case formatted(from: SourceText, to: SourceText, IndentationRestoration?)
  }

  private struct Tally {
    var changed = 0
    var refused = 0
    var failures: [String] = []
  }

  func run() throws(CommandFailure) -> ExitStatus {
    if arguments.operands == ["-"] { return try formatStandardInput() }
    let workspace = Workspace(files: DiskFiles())
    let snapshot = workspace.snapshot(interrupt: Interrupt())
    let targets = try Targets(snapshot: snapshot).find(arguments.operands)
    let (formatter, restoresIndentation) = (formatter, restoresIndentation)
    let progress = Progress(console, total: targets.count)
    var tally = Tally()
    OrderedWork.run(targets) { target in
      guard let source = DiskFiles().contents(of: target.file) else { return Outcome.unreadable }
      return FmtCommand.outcome(of: source, formatter, restoringIndentation: restoresIndentation)
    } deliver: { position, outcome in
      progress.clear()
      deliver(outcome, of: targets[position], &tally)
      progress.update(position + 1)
      workspace.forget(targets[position].file)
    }
    progress.clear()
    console.output.flush()
    summarize(tally, of: targets.count)
    for failure in tally.failures { console.say(failure) }
    if !tally.failures.isEmpty { return .failure }
    return tally.refused > 0 || (isChecking && tally.changed > 0) ? .findings : .success
  }

  private static func outcome(
    of source: SourceText, _ formatter: DetectionFormatter, restoringIndentation: Bool
  ) -> Outcome {
    let indentation = restoringIndentation ? IndentationOutcome(restoring: source) : .intact
    if case .restored(let restoration) = indentation {
      guard case .formatted(let formatted) = formatter.format(restoration.restored) else {
        return .formatted(from: source, to: restoration.restored, restoration)
      }
      return .formatted(from: source, to: formatted, restoration)
    }
    switch formatter.format(source) {
    case .formatted(let formatted): return .formatted(from: source, to: formatted, nil)
    case .otherFile: return .otherFile
    case .refused(let refusal):
      if case .refused(let reason) = indentation { return .notRestored(reason) }
      return .refused(source, refusal)
    }
  }

  private func deliver(_ outcome: Outcome, of target: Target, _ tally: inout Tally) {
    switch outcome {
    case .unreadable: tally.failures.append("\(target.path): the file can't be read")
    case .otherFile: console.say("\(target.path): no AnalysisType; left alone")
    case .refused(let source, let refusal):
      tally.refused += 1
      console.say(explanation(of: refusal, in: source, path: target.path))
    case .notRestored(let refusal):
      tally.refused += 1
      console.say(explanation(of: refusal, path: target.path))
    case .formatted(let old, let new, let restoration):
      guard old != new else { return }
      tell(restoration, path: target.path)
      tally.changed += 1
      if showsDiff {
        console.output.write(diff.text(path: target.path, from: old, to: new))
      } else {
        console.output.write(target.path + "\n")
      }
      guard !isChecking else { return }
      do {
        try RewrittenFile.write(new.bytes, to: target.file)
      } catch {
        tally.failures.append("\(target.path): \(error.message)")
      }
    }
  }

  /// What was formatted goes to standard output, and so does a text that can't be.
  private func formatStandardInput() throws(CommandFailure) -> ExitStatus {
    let source = SourceText(readStandardInput())
    let outcome = FmtCommand.outcome(of: source, formatter, restoringIndentation: restoresIndentation)
    switch outcome {
    case .formatted(_, let formatted, let restoration):
      tell(restoration, path: "-")
      if showsDiff {
        console.output.write(diff.text(path: "-", from: source, to: formatted))
      } else if !isChecking {
        console.output.write(formatted.bytes)
      }
      return isChecking && formatted != source ? .findings : .success
    case .otherFile, .unreadable:
      if !isChecking { console.output.write(source.bytes) }
      console.say("-: no AnalysisType; left alone")
      return .success
    case .refused(_, let refusal):
      if !isChecking { console.output.write(source.bytes) }
      console.say(explanation(of: refusal, in: source, path: "-"))
      return .findings
    case .notRestored(let refusal):
      if !isChecking { console.output.write(source.bytes) }
      console.say(explanation(of: refusal, path: "-"))
      return .findings
    }
  }

  private func explanation(of refusal: FormattingRefusal, in source: SourceText, path: String) -> String {
    switch refusal {
    case .syntax(let error):
      let place = source.position(of: error.range.lowerBound, encoding: .utf32)
      return "\(path):\(place.line + 1):\(place.character + 1): \(error.message) The file is left alone."
    case .changesContent:
      return "\(path): formatting would change what it says; the file is left alone"
    }
  }

  private func tell(_ restoration: IndentationRestoration?, path: String) {
    for line in restoration.map({ RestorationReport($0, path: path).lines }) ?? [] { console.say(line) }
  }

  private func explanation(of refusal: IndentationRefusal, path: String) -> String {
    "\(path): the indentation can't be restored: \(refusal.message); the file is left alone"
  }

  private func summarize(_ tally: Tally, of count: Int) {
    let files = count == 1 ? "1 file" : "\(count) files"
    let verb = isChecking ? "would change" : "changed"
    console.error.write("\(tally.changed) of \(files) \(verb)\n")
  }
}
