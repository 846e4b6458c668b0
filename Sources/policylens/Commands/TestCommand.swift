import Analysis
import Catalog
import Detections
import Evaluation
import Sandbox

extension CommandDescription {
  static let test = CommandDescription(
    name: "test",
    summary: "run the tests of detections",
    operands: [.paths],
    options: [
      .choice("format", ["text", "json", "junit", "github"], "how to write the results"),
      OptionDescription(
        name: "filter", placeholder: "KEY=VALUE",
        help: "only detections with that value (KEY!=VALUE: without); values may be listed with commas",
        isRepeatable: true),
      OptionDescription(
        name: "test", placeholder: "NAME", help: "only tests of that name", isRepeatable: true),
      .flag("allow-unsupported", "don't count tests that could not be evaluated as failures"),
    ],
    discussion: """
      Tests are evaluated in a sandbox with the semantics of CPython 3.11. A test that uses something
      the sandbox lacks is reported as not evaluated, with the construct and its line; it is never
      guessed at.

      Examples:
        policylens test .
        policylens test --filter Severity=High,Critical --format junit policies > results.xml
        policylens test --test "Certificate has been issued" my_policy.yml
      """,
    run: { (arguments, console) throws(CommandFailure) in try TestCommand.run(arguments, console) })
}

private enum TestCommand {
  static func run(_ arguments: Arguments, _ console: Console) throws(CommandFailure) -> ExitStatus {
    var filters: [DetectionFilter] = []
    for text in arguments.allValues(of: "filter") { filters.append(try DetectionFilter(parsing: text)) }
    let names = Set(arguments.allValues(of: "test"))
    let workspace = Workspace(files: DiskFiles())
    let snapshot = workspace.snapshot(interrupt: Interrupt())
    let targets = try Targets(snapshot: snapshot).find(arguments.operands)
    let format = arguments.value(of: "format") ?? "text"

    var detections: [TestedDetection] = []
    let text = TestText(style: console.output.style, snapshot: snapshot)
    let progress = Progress(console, total: targets.count)
    OrderedWork.run(targets) { [filters] target in
      TestedDetection(target, in: snapshot, filters: filters, names: names)
    } deliver: { position, detection in
      if let detection {
        detections.append(detection)
        progress.clear()
        if format == "text" { console.output.write(text.text(detection)) }
        if format == "github" { console.output.write(annotations(detection)) }
      }
      progress.update(position + 1)
      workspace.forget(targets[position].file)
    }
    progress.clear()
    guard !detections.isEmpty else { throw noMatch(names, targets, snapshot) }

    let allowsUnsupported = arguments.has("allow-unsupported")
    switch format {
    case "json":
      console.output.write(try json(TestReport(detections)))
      for detection in detections where detection.problem != nil {
        console.say("\(detection.target.path): \(detection.problem ?? "")")
      }
    case "junit":
      console.output.write(JUnitReport(allowsUnsupported: allowsUnsupported).text(detections))
    case "text": console.output.write(text.summary(detections))
    default: break
    }
    let isFine = detections.allSatisfy { detection in
      detection.problem == nil
        && detection.tests.allSatisfy {
          $0.result.outcome.isFine || ($0.result.outcome == .unsupported && allowsUnsupported)
        }
    }
    return isFine ? .success : .findings
  }

  private static func noMatch(_ names: Set<String>, _ targets: [Target], _ snapshot: Snapshot)
    -> CommandFailure
  {
    guard let name = names.sorted().first, names.count == 1 else {
      return CommandFailure(message: "no detection matches")
    }
    let known = targets.compactMap { snapshot.detection(in: $0.file) }.flatMap(\.tests).map(\.displayName)
    return CommandFailure(message: "no test is named '\(name)'" + didYouMean(name, among: known))
  }

  private static func annotations(_ detection: TestedDetection) -> String {
    var annotations = detection.tests.compactMap { test -> GitHubAnnotation? in
      let level: GitHubAnnotation.Level =
        switch test.result.outcome {
        case .failed, .errored: .error
        case .unsupported: .warning
        case .passed, .skipped: .notice
        }
      guard level != .notice else { return nil }
      return GitHubAnnotation(
        level: level, path: detection.target.path, line: test.line,
        title: "\(detection.id): \(test.result.name)",
        message: test.result.shownReason)
    }
    if let problem = detection.problem {
      annotations.append(
        GitHubAnnotation(
          level: .error, path: detection.target.path, line: 1, title: detection.id, message: problem))
    }
    return annotations.map(\.text).joined()
  }
}

extension TestResult.Outcome {
  fileprivate var isFine: Bool { self == .passed || self == .skipped }
}
