import Foundation
import TestSupport

/// Runs every hostile program in a process of its own, and fails if one takes more than it may.
struct AdversarialBenchmark {
  static let milliseconds = 100.0
  static let megabytes = 64.0
  static let interruptMilliseconds = 5.0

  private struct Row {
    let program: HostileProgram
    let end: String
    let milliseconds: Double
    let wall: Double
    let megabytes: Double
    let delay: Double?

    var isTooMuch: Bool {
      milliseconds > AdversarialBenchmark.milliseconds || megabytes > AdversarialBenchmark.megabytes
        || (delay ?? 0) > AdversarialBenchmark.interruptMilliseconds || !program.mayEnd(end)
    }
  }

  /// The suite, or the Python files at these paths.
  private let programs: [HostileProgram]
  private let paths: [String]

  init(paths: [String]) throws {
    self.paths = paths
    programs =
      paths.isEmpty
      ? HostileGroup.all.flatMap(\.programs)
      : try paths.map { HostileProgram(try String(contentsOfFile: $0, encoding: .utf8), "") }
  }

  /// Whether every program kept within the bounds.
  func run() throws -> Bool {
    var rows: [Row] = []
    for (index, program) in programs.enumerated() {
      let arguments = paths.isEmpty ? [] : [paths[index]]
      let run = try child(["run", paths.isEmpty ? "\(index)" : "0"] + arguments)
      let interrupted = try child(["interrupt", paths.isEmpty ? "\(index)" : "0"] + arguments)
      let end = run.first ?? "crashed"
      let figures = run.dropFirst().compactMap { Double($0) }
      rows.append(
        Row(
          program: paths.isEmpty ? program : HostileProgram(paths[index], end), end: end,
          milliseconds: figures.first ?? .infinity, wall: figures.dropFirst().first ?? .infinity,
          megabytes: figures.dropFirst(2).first ?? .infinity,
          delay: interrupted.first == "-" ? nil : interrupted.first.flatMap { Double($0) } ?? .infinity))
    }
    let sorted = rows.sorted { cost($0) > cost($1) }
    print(
      table(
        ["program", "end", "ms (CPU)", "ms (wall)", "MB", "ms to stop"],
        sorted.map { row in
          [
            "`\(row.program.description.replacingOccurrences(of: "|", with: "\\|"))`",
            String(row.end.prefix(60)), format(row.milliseconds), format(row.wall), format(row.megabytes),
            row.delay.map { format($0) } ?? "-",
          ]
        }))
    let failed = rows.filter(\.isTooMuch)
    print(
      "\(rows.count) programs, \(failed.count) beyond \(format(Self.milliseconds, 0)) ms, "
        + "\(format(Self.megabytes, 0)) MB or \(format(Self.interruptMilliseconds, 0)) ms to stop, or with "
        + "another end")
    for row in failed where !row.program.mayEnd(row.end) {
      print("- `\(row.program)`: \(row.end) instead of \(row.program.end)")
    }
    return failed.isEmpty
  }

  /// The larger share of what a program may use.
  private func cost(_ row: Row) -> Double {
    max(
      row.milliseconds / Self.milliseconds, row.megabytes / Self.megabytes,
      (row.delay ?? 0) / Self.interruptMilliseconds)
  }

  // MARK: The process of one program

  private func child(_ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["adversarial-program"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0
      ? text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) } : []
  }

  /// The other side: `run INDEX [FILE]` or `interrupt INDEX [FILE]`.
  static func runChild(_ arguments: [String]) throws {
    guard arguments.count >= 2, let index = Int(arguments[1]) else { return }
    let benchmark = try AdversarialBenchmark(paths: Array(arguments.dropFirst(2)))
    guard benchmark.programs.indices.contains(index) else { return }
    let program = benchmark.programs[index]
    if arguments[0] == "interrupt" {
      print(HostileRun.interruptDelay(program).map { "\($0)" } ?? "-")
    } else {
      let run = HostileRun(program)
      let end = run.end.replacingOccurrences(of: "\n", with: "\\n")
      print("\(end)\n\(run.milliseconds)\n\(run.wallMilliseconds)\n\(Double(run.residentGrowth) / 1e6)")
    }
  }
}
