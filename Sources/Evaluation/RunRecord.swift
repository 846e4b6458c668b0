import Detections
import Python
import Sandbox
import SourceText

/// What a run read: the texts of the modules it executed, and whether it looked at the clock.
final class RunRecord {
  private(set) var modules: [FilePath: SourceText] = [:]
  private var usedClock = false
  private var missedModule = false
  private let interrupt: Interrupt

  init(interrupt: Interrupt) {
    self.interrupt = interrupt
  }

  func add(_ program: Evaluator.Program) { modules[program.file] = program.source }

  func lookAtClock() { usedClock = true }

  func lookForMissingModule() { missedModule = true }

  /// Whether a run on equal inputs must end alike: the clock goes on, and a missing module may appear.
  var isRepeatable: Bool { !usedClock && !missedModule && !interrupt.isInterrupted }

  /// A place in one of the executed modules.
  func location(_ path: String, _ range: ByteRange) -> SourceLocation? {
    let file = FilePath(path)
    return modules[file].map { SourceLocation(file: file, range: range, in: $0) }
  }

  func error(_ record: ExceptionRecord, in function: String?) -> ErrorReport {
    ErrorReport(
      type: record.name, message: record.message, function: function,
      trace: record.frames.compactMap { location($0.path, $0.range) })
  }

  func error(_ limit: LimitExceeded, in function: String?) -> ErrorReport {
    ErrorReport(
      type: ErrorReport.limitExceeded, message: "the run was stopped at the limit on \(limit.limit.rawValue)",
      function: function, trace: location(limit.path, limit.range).map { [$0] } ?? [])
  }

  func unsupported(_ construct: Unsupported) -> UnsupportedReport {
    UnsupportedReport(construct: construct.construct, location: location(construct.path, construct.range))
  }
}
