import Python
import Sandbox
import SourceText
import Testing

/// Runs of small programs, and their outcomes as text.
struct PythonRun {
  /// What was printed.
  let output: String
  /// `ValueError: text`, `unsupported: construct` or `limit: steps`, if the program ended that way.
  let failure: String?
  /// The traceback of an uncaught exception: function names, innermost first.
  let frames: [TracebackFrame]

  /// What was printed, then how it ended.
  var outcome: String { output + (failure.map { $0 + "\n" } ?? "") }

  init(
    _ source: String, limits: Limits = .patient, helpers: [String: String] = [:],
    interrupt: Interrupt? = nil, path: String = "main.py"
  ) {
    let run = NativeStack.withThread {
      let interpreter = Interpreter(limits: limits, host: host(helpers, interrupt))
      do throws(Failure) {
        _ = try interpreter.load(
          PythonModule(parsing: SourceText(source)), name: "__main__", path: path)
        return (interpreter.takeOutput(), String?.none, [TracebackFrame]())
      } catch {
        return (interpreter.takeOutput(), describe(error), tracebackFrames(of: error))
      }
    }
    output = run?.0 ?? ""
    failure = run == nil ? "no thread" : run?.1
    frames = run?.2 ?? []
  }
}

func host(_ helpers: [String: String], _ interrupt: Interrupt? = nil) -> Interpreter.Host {
  Interpreter.Host(
    resolve: { name in
      helpers[name].map { HostedModule(module: PythonModule(parsing: SourceText($0)), path: "\(name).py") }
    },
    now: { 0 }, interrupt: interrupt)
}

extension Limits {
  /// The standard limits for a machine that does other things at the same time.
  static var patient: Limits {
    var limits = Limits.standard
    limits.seconds = 120
    return limits
  }
}

func describe(_ failure: Failure) -> String {
  switch failure {
  case .exception(let exception): "\(exception.name): \(exception.message)"
  case .unsupported(let unsupported): "unsupported: \(unsupported.construct)"
  case .limit(let exceeded): "limit: \(exceeded.limit.rawValue)"
  }
}

private func tracebackFrames(of failure: Failure) -> [TracebackFrame] {
  guard case .exception(let exception) = failure else { return [] }
  return exception.frames
}

/// An expression, and what CPython prints for it: its `repr`, or the exception as `Type: message`.
struct Expression: Sendable, CustomTestStringConvertible {
  let source: String
  let expected: String

  init(_ source: String, _ expected: String) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { source }

  var outcome: String {
    let run = PythonRun("print(repr((\(source))))")
    return run.failure ?? String(run.output.dropLast())
  }
}

func parse(_ source: String) -> PythonModule { PythonModule(parsing: SourceText(source)) }
