import Analysis
import Detections
import Evaluation
import Foundation
import Python
import Sandbox
import SourceText
import YAML

/// Testing all policies of a checkout: where the time goes, then whole processes, `policylens test` beside the
/// Panther tool.
///
/// `POLICYLENS` names the command to measure, and `PAT` the Panther tool's; each is left out if it isn't set.
struct RepositoryBenchmark {
  private struct Step {
    let name: String
    let pass: () -> Void
  }

  private let checkout: URL
  private let rounds: Int

  init(checkout: URL, rounds: Int) {
    self.checkout = checkout
    self.rounds = rounds
  }

  func run() throws {
    try inProcess()
    try processes()
  }

  // MARK: In process

  private func inProcess() throws {
    let disk = DiskFiles()
    let policies = FilePath(checkout.appendingPathComponent("policies").path)
    let files = DetectionSearch.yamlFiles(below: policies, in: disk)
    let sources = files.compactMap { disk.contents(of: $0) }
    let trees = sources.map { YAMLTree(parsing: $0, dialect: .pantherLoader) }
    let scripts = zip(files, trees).compactMap { file, tree in
      Classification(tree).detection?.filename.flatMap { disk.contents(of: file.folder.appending($0.value)) }
    }
    let warm = Workspace(files: disk)
    let memory = warm.snapshot(interrupt: Interrupt())
    blackHole(files.map { memory.testResults(in: $0) })
    let steps = [
      Step(name: "list the folders") { blackHole(DetectionSearch.yamlFiles(below: policies, in: disk)) },
      Step(name: "read the YAML files") { blackHole(files.compactMap { disk.contents(of: $0) }) },
      Step(name: "parse the YAML") {
        blackHole(sources.map { YAMLTree(parsing: $0, dialect: .pantherLoader) })
      },
      Step(name: "find what they define") { blackHole(trees.map(Classification.init)) },
      Step(name: "parse their Python") { blackHole(scripts.map(PythonModule.init)) },
      Step(name: "everything, one thread") {
        let snapshot = Workspace(files: disk).snapshot(interrupt: Interrupt())
        blackHole(files.map { snapshot.testResults(in: $0) })
      },
      Step(name: "of which running the tests") {
        let snapshot = Workspace(files: disk).snapshot(interrupt: Interrupt())
        blackHole(files.map { snapshot.liveResults(in: $0) })
      },
    ]
    var figures = steps.map { _ in Figures() }
    for _ in 0..<rounds {
      for (index, step) in steps.enumerated() { figures[index].seconds.append(seconds(step.pass)) }
    }
    print("All \(files.count) files of \(policies), in process, \(rounds) rounds\n")
    let rows = zip(steps, figures).map { step, figures in
      [step.name, format(figures.median * 1e3, 2), format(figures.quantile(0.1) * 1e3, 2)]
    }
    print(table(["step", "median ms", "10 % ms"], rows))
  }

  // MARK: Processes

  private func processes() throws {
    let environment = ProcessInfo.processInfo.environment
    var rows: [[String]] = []
    for path in ["policies/aws_acm_policies", "policies", "."] {
      let own = try environment["POLICYLENS"].map { try median($0, ["test", path], rounds) }
      let tool = try environment["PAT"].map {
        try median($0, ["test"] + (path == "." ? [] : ["--path", path]), min(rounds, 3))
      }
      let ratio = own.flatMap { own in tool.map { format($0 / own, 1) } }
      rows.append([path] + [own, tool].map { $0.map { format($0 * 1e3) } ?? "" } + [ratio ?? ""])
    }
    print("Whole processes, medians in milliseconds\n")
    print(table(["path", "policylens test", "panther_analysis_tool test", "times"], rows))
  }

  private func median(_ command: String, _ arguments: [String], _ rounds: Int) throws -> Double {
    var figures = Figures()
    for _ in 0..<rounds {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [command] + arguments
      process.currentDirectoryURL = checkout
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let start = ContinuousClock.now
      try process.run()
      process.waitUntilExit()
      let elapsed = (ContinuousClock.now - start).components
      figures.seconds.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    }
    return figures.median
  }
}
