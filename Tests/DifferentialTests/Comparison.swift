import Foundation
import Sandbox
import Synchronization

/// Runs the programs of a source on both sides, on several threads, and counts how they compare.
struct Comparison {
  let source: any ProgramSource
  var helpers: Sandboxed = Sandboxed()
  /// Where CPython finds the same helpers.
  var folders: [String] = []
  var python: String

  /// What came of a number of programs.
  struct Tally: Sendable, CustomStringConvertible {
    let title: String
    var programs = 0
    var agreed = 0
    /// Of the agreed ones, those that ended with an exception.
    var raised = 0
    /// By cause, what we don't decide.
    var unsupported: [String: Int] = [:]
    /// By cause, what CPython didn't finish.
    var unfinished: [String: Int] = [:]
    var disagreements: [Disagreement] = []

    static func += (left: inout Tally, right: Tally) {
      left.programs += right.programs
      left.agreed += right.agreed
      left.raised += right.raised
      left.unsupported.merge(right.unsupported, uniquingKeysWith: +)
      left.unfinished.merge(right.unfinished, uniquingKeysWith: +)
      left.disagreements += right.disagreements
    }

    var description: String {
      let undecided = unsupported.values.reduce(0, +)
      var lines = [
        "\(title): \(programs) programs, \(agreed) agree (\(raised) of them raise), \(disagreements.count) disagree, "
          + "\(undecided) unsupported, \(unfinished.values.reduce(0, +)) unfinished in CPython"
      ]
      for (cause, count) in (unsupported.sorted { ($0.value, $1.key) > ($1.value, $0.key) }).prefix(40) {
        lines.append("  \(count) unsupported: \(cause)")
      }
      for (cause, count) in unfinished { lines.append("  \(count) unfinished: \(cause)") }
      return lines.joined(separator: "\n")
    }
  }

  /// A program whose outcomes differ, made small.
  struct Disagreement: Sendable, CustomStringConvertible {
    let seed: UInt64
    let index: Int
    let program: String
    let ours: String
    let theirs: String

    var description: String {
      """
      --- FUZZ_SEED=\(seed) FUZZ_FIRST=\(index) FUZZ_PROGRAMS=1
      \(program)
      --- here:
      \(ours)
      --- CPython:
      \(theirs)

      """
    }
  }

  /// So many programs from the `first` on. Which thread runs a program doesn't matter to what it is.
  func run(_ settings: Settings) throws -> Tally {
    let total = Mutex(Tally(title: source.title))
    let failure = Mutex<String?>(nil)
    let next = Mutex(settings.first)
    let end = settings.first + settings.programs
    DispatchQueue.concurrentPerform(iterations: settings.threads) { _ in
      let tally = NativeStack.withThread { [self] in
        let cpython = CPython(python, folders: folders)
        var tally = Tally(title: source.title)
        while true {
          let index = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < end, tally.disagreements.count < settings.patience else { return tally }
          do {
            try compare(index, settings, cpython, &tally)
          } catch {
            failure.withLock { $0 = "program \(index): \(error)" }
            return tally
          }
        }
      }
      if let tally { total.withLock { $0 += tally } }
    }
    if let failure = failure.withLock({ $0 }) { throw Failure(message: failure) }
    return total.withLock { $0 }
  }

  struct Failure: Error {
    let message: String
  }

  private func compare(_ index: Int, _ settings: Settings, _ cpython: CPython, _ tally: inout Tally) throws {
    var random = RandomChoices(seed: settings.seed &* 0x1_0000_0001 &+ UInt64(index) &* 0xD6E8_FEB8_6659_FD93)
    let program = source.program(&random)
    try cpython.start(program)
    let ours = helpers.outcome(of: program)
    let theirs = try cpython.outcome()
    tally.programs += 1
    if settings.isVerbose { print("\(program.source)\n--- here:\n\(ours)\n--- CPython:\n\(theirs)\n") }
    switch (ours, theirs) {
    case (.undecided(let cause), _):
      // Names that a generator makes end in numbers.
      tally.unsupported[cause.replacing(/\b([A-Za-z])[0-9]+\b/) { $0.output.1 }, default: 0] += 1
    case (_, .undecided(let cause)): tally.unfinished[cause, default: 0] += 1
    case (.ended(let ours), .ended(let theirs)) where ours == theirs:
      tally.agreed += 1
      if ours.contains("\n! ") { tally.raised += 1 }
    case (.ended(let ours), .ended(let theirs)):
      let found = disagreement(program, index, settings.seed, (ours, theirs), cpython)
      settings.keep(found.description)
      tally.disagreements.append(found)
    }
  }

  /// Makes a disagreement as small as it gets.
  private func disagreement(
    _ program: Program, _ index: Int, _ seed: UInt64, _ first: (ours: String, theirs: String),
    _ cpython: CPython
  ) -> Disagreement {
    func outcomes(_ source: String) -> (ours: String, theirs: String)? {
      var smaller = program
      smaller.source = source
      guard case .ended(let ours) = helpers.outcome(of: smaller),
        case .ended(let theirs) = (try? cpython.outcome(of: smaller)) ?? .undecided("")
      else { return nil }
      return (ours, theirs)
    }
    var shrinker = Shrinker { source in
      guard let (ours, theirs) = outcomes(source) else { return false }
      // A program that CPython can't parse tells nothing about how it runs.
      let isProgram = !theirs.contains("\n! SyntaxError") && !theirs.contains("\n! IndentationError")
      return isProgram && ours != theirs
    }
    let source = shrinker.shrink(program.source)
    // What doesn't happen again is reported as it was.
    let again = outcomes(source)
    let (ours, theirs) = again.map { $0.ours == $0.theirs ? first : $0 } ?? first
    return Disagreement(seed: seed, index: index, program: source, ours: ours, theirs: theirs)
  }
}
