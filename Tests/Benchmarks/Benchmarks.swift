import Foundation

/// `swift run -c release Benchmarks yaml DIRECTORY`: how fast PolicyLens is beside its peers, in one run.
@main
struct Benchmarks {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let name = arguments.popFirst()
    if name == "allocations" { return try AllocationCount.run(Array(arguments)) }
    guard name == "yaml", let directory = arguments.popFirst() else {
      let usage = """
        usage: Benchmarks yaml DIRECTORY [ROUNDS]

        Reads every .yml and .yaml file below DIRECTORY with PolicyLens, libyaml, PyYAML and ruamel.yaml in turns,
        ROUNDS times (15 if not given), and prints the medians.
        """
      FileHandle.standardError.write(Data((usage + "\n").utf8))
      exit(2)
    }
    let rounds = arguments.popFirst().flatMap { Int($0) } ?? 15
    try YAMLBenchmark(directory: URL(fileURLWithPath: directory), rounds: max(rounds, 1)).run()
  }
}
