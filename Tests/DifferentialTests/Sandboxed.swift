import Python
import Sandbox
import SourceText

/// Runs programs in the evaluator, on a thread of `NativeStack.withThread`.
struct Sandboxed {
  /// Source texts of modules that programs can import besides their own.
  var helpers: [String: PythonModule] = [:]

  func outcome(of program: Program) -> Outcome {
    let modules = program.modules.mapValues { PythonModule(parsing: SourceText($0)) }
    let interpreter = Interpreter(
      limits: Sandboxed.limits,
      host: Interpreter.Host(
        resolve: { name in
          (modules[name] ?? helpers[name]).map { HostedModule(module: $0, path: "\(name).py") }
        },
        now: { CPython.now }, interrupt: nil))
    let source = SourceText(program.source)
    do throws(Failure) {
      let describer = try interpreter.load(Sandboxed.describer, name: "outcome", path: "outcome.py")
      let main = try interpreter.load(PythonModule(parsing: source), name: "__main__", path: "main.py")
      guard let describe = describer.attribute("describe") else { return .undecided("no describer") }
      var lines: [String] = []
      for (name, value) in main.boundNames where !name.hasPrefix("_") {
        if case .module = value { continue }
        let text = try interpreter.call(describe, [value]).asString?.text
        lines.append("\(name) = \(text ?? "")")
      }
      return ended(program, interpreter, lines.joined(separator: "\n"))
    } catch {
      switch error {
      case .unsupported(let unsupported): return .undecided(unsupported.construct)
      case .limit(let exceeded): return .undecided("limit: \(exceeded.limit.rawValue)")
      case .exception(let exception):
        return ended(
          program, interpreter,
          "! \(exception.name): \(exception.message)\(place(exception, in: source))")
      }
    }
  }

  private func ended(_ program: Program, _ interpreter: Interpreter, _ ending: String) -> Outcome {
    .ended(program, printed: interpreter.takeOutput(), ending: ending)
  }

  private func place(_ exception: ExceptionRecord, in source: SourceText) -> String {
    if ["RecursionError", "SyntaxError", "IndentationError", "TabError"].contains(exception.name) {
      return ""
    }
    let frame = exception.frames.first { $0.path == "main.py" }
    return " (line \(frame.map { source.lines.line(at: $0.range.lowerBound) + 1 } ?? 0))"
  }

  private static let describer = PythonModule(parsing: SourceText(Outcome.describer))

  /// The standard limits for a machine that does other things at the same time.
  private static let limits: Limits = {
    var limits = Limits.standard
    limits.seconds = 120
    return limits
  }()
}
