import Foundation

/// `swift run -c release Benchmarks yaml DIRECTORY`: how fast PolicyLens is beside its peers, in one run; and
/// `eval DIRECTORY`.
@main
struct Benchmarks {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let name = arguments.popFirst()
    if name == "allocations" { return try AllocationCount.run(Array(arguments)) }
    if name == "adversarial-program" { return try AdversarialBenchmark.runChild(Array(arguments)) }
    if name == "adversarial" { exit(try AdversarialBenchmark(paths: Array(arguments)).run() ? 0 : 1) }
    guard let name, ["yaml", "eval", "trace"].contains(name), let directory = arguments.popFirst() else {
      let usage = """
        usage: Benchmarks yaml|eval|trace DIRECTORY [ROUNDS]

        yaml: reads every .yml and .yaml file below DIRECTORY with PolicyLens, libyaml, PyYAML and ruamel.yaml in
        turns, ROUNDS times (15 if not given), and prints the medians.
        eval: evaluates the policies of DIRECTORY, a checkout of panther-analysis, with PolicyLens, CPython and what
        else PYTHON has (pydantic-monty 0.0.17, starlark-pyo3), POLICYLENS and PAT (commands), in turns.
        trace: runs the tests of the policies below DIRECTORY with and without recording why, in turns.

        usage: Benchmarks adversarial [FILE.py …]

        Runs every hostile program of the adversarial suite, or the given files, in a process of its own, and
        prints time, memory and the delay of an interrupt, worst first. Exit status 1 if one takes too much.
        """
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(2)
    }
    let rounds = arguments.popFirst().flatMap { Int($0) } ?? 15
    let url = URL(fileURLWithPath: directory)
    if name == "trace" { return TraceBenchmark(folder: url, rounds: max(rounds, 1)).run() }
    if name == "eval" {
      try EvaluationBenchmark(checkout: url, rounds: max(rounds, 1)).run()
      try RepositoryBenchmark(checkout: url, rounds: max(rounds, 1)).run()
      return
    }
    try YAMLBenchmark(directory: url, rounds: max(rounds, 1)).run()
  }
}
