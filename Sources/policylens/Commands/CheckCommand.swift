import Analysis
import Detections
import Sandbox

extension CommandDescription {
  static let check = CommandDescription(
    name: "check",
    summary: "report every problem an editor would show, test results included",
    operands: [.paths],
    options: [
      .choice("format", ["text", "json", "sarif", "github"], "how to write the problems"),
      .flag("no-tests", "look at the files only; run no tests"),
    ],
    discussion: """
      Text is for people, json for scripts; sarif is SARIF 2.1.0 for code scanning services, github is
      annotations for GitHub Actions. The exit status is 1 if a problem is an error or a test could not
      be evaluated.

      Examples:
        policylens check .
        policylens check --no-tests --format json policies/my_policy.yml
      """,
    run: { (arguments, console) throws(CommandFailure) in try CheckCommand.run(arguments, console) })
}

private enum CheckCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) -> ExitStatus {
    let workspace = Workspace(files: DiskFiles())
    let snapshot = workspace.snapshot(interrupt: Interrupt())
    let targets = try Targets(snapshot: snapshot).find(arguments.operands)
    let withTests = !arguments.has("no-tests")
    let format = arguments.value(of: "format") ?? "text"

    var files: [CheckedFile] = []
    var seen: Set<FilePath> = []
    var unreadable: [String] = []
    let progress = Progress(console, total: targets.count)
    OrderedWork.run(targets) { target in
      // What is wrong with a detection may stand in either of its files.
      [target.file, snapshot.pythonFile(of: target.file)].compactMap(\.self).map { file in
        (file, CheckedFile(file, target.paths, in: snapshot, withTests: withTests))
      }
    } deliver: { position, answers in
      for (index, (file, checked)) in answers.enumerated() where seen.insert(file).inserted {
        guard let checked else {
          // That the Python file is missing, the YAML file has been told.
          if index == 0 { unreadable.append(targets[position].path) }
          continue
        }
        files.append(checked)
        progress.clear()
        if format == "text" { console.output.write(CheckText(style: console.output.style).text(checked)) }
        if format == "github" {
          for problem in checked.problems { console.output.write(GitHubAnnotation(problem).text) }
        }
      }
      progress.update(position + 1)
      workspace.forget(targets[position].file)
    }
    progress.clear()
    switch format {
    case "json": console.output.write(try json(CheckReport(files)))
    case "sarif": console.output.write(try json(SarifReport(files)))
    case "text": console.output.write(CheckText(style: console.output.style).summary(files))
    default: break
    }
    for path in unreadable { console.say("\(path): the file can't be read") }
    if !unreadable.isEmpty { return .failure }
    return files.contains { $0.problems.contains(where: \.isFailure) } ? .findings : .success
  }
}

extension CheckedFile.Problem {
  fileprivate var isFailure: Bool {
    diagnostic.severity == .error || diagnostic.code == .testUnsupported
  }
}

extension GitHubAnnotation {
  fileprivate init(_ problem: CheckedFile.Problem) {
    let (start, end) = (problem.place.start, problem.place.end)
    let level: Level =
      switch problem.diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .information, .hint: .notice
      }
    self.init(
      level: level, path: problem.place.path, line: start.line + 1, column: start.character + 1,
      endLine: end.line + 1, endColumn: end.character + 1, title: problem.diagnostic.code.rawValue,
      message: problem.diagnostic.message)
  }
}

extension OperandDescription {
  static let paths = OperandDescription(
    placeholder: "PATH", count: .oneOrMore,
    help: "a detection's file, or a folder in which to look for detections", isPath: true)
}
