import Foundation
import Python
import Sandbox
import SourceText
import TestSupport

/// One hostile program in this process: how it ended, and what that took.
struct HostileRun {
  let end: String
  /// Parsing, running and freeing; processor time.
  let milliseconds: Double
  let wallMilliseconds: Double
  let residentGrowth: Int

  init(_ program: HostileProgram, interrupt: Interrupt? = nil) {
    // Tables that are made once per process are none of the program's doing.
    _ = Self.end(of: HostileProgram("x = [1]", ""), nil)
    ResidentMemory.resetPeak()
    let start = ResidentMemory.now
    let clock = ContinuousClock.now
    let time = ProcessorTime.ofProcess
    end = Self.end(of: program, interrupt)
    milliseconds = ProcessorTime.ofProcess - time
    wallMilliseconds = (ContinuousClock.now - clock) / .milliseconds(1)
    residentGrowth = ResidentMemory.peak - start
  }

  private static func end(of program: HostileProgram, _ interrupt: Interrupt?) -> String {
    NativeStack.withThread {
      let interpreter = Interpreter(
        limits: .standard,
        host: Interpreter.Host(
          resolve: { name in
            program.helpers[name].map {
              HostedModule(module: PythonModule(parsing: SourceText($0)), path: "\(name).py")
            }
          },
          now: { 0 }, interrupt: interrupt))
      do throws(Failure) {
        _ = try interpreter.load(
          PythonModule(parsing: SourceText(program.source)), name: "hostile", path: "hostile.py")
        return "ends"
      } catch {
        return switch error {
        case .exception(let exception): "\(exception.name): \(exception.message)"
        case .unsupported(let unsupported): "unsupported: \(unsupported.construct)"
        case .limit(let exceeded): "limit: \(exceeded.limit.rawValue)"
        }
      }
    } ?? "no thread"
  }

  /// The processor time between the interrupt, which comes 20 ms after the start, and the end of the run; `nil`
  /// for a program that is over by then.
  static func interruptDelay(_ program: HostileProgram) -> Double? {
    let interrupt = Interrupt()
    let sent = InterruptTime()
    Thread.detachNewThread {
      usleep(20_000)
      sent.value = ProcessorTime.ofProcess
      interrupt.interrupt()
    }
    let end = end(of: program, interrupt)
    let ended = ProcessorTime.ofProcess
    return end == "limit: interrupted" ? ended - sent.value : nil
  }

  /// Written before the interrupt is sent and read after it was obeyed.
  private final class InterruptTime: @unchecked Sendable {
    var value = 0.0
  }
}
