import Python
import Sandbox
import SourceText
import Testing

/// An expression of Python, and what CPython 3.11 makes of it: the `repr` of its value, or `Type: message` of the
/// exception it raises. Statements before the expression are set off by `;;`.
struct Case: Sendable, CustomTestStringConvertible {
  let source: String
  let value: String

  init(_ source: String, _ value: String) {
    self.source = source
    self.value = value
  }

  var testDescription: String { source }

  /// A module whose `result` is the expression's `repr`.
  var code: String {
    let parts = source.components(of: ";;")
    let statements = parts.dropLast().map { $0 + "\n" }.joined()
    return statements + "result = repr(\(parts.last ?? ""))\n"
  }
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { part in
      var text = part
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}

/// The `result` of a module, or how its run ended. The clock stands at 2023-11-14T22:13:20.123456Z.
func evaluate(_ code: String, after imports: String = "") -> String {
  let module = PythonModule(parsing: SourceText(imports + "\n" + code))
  let interpreter = Interpreter(
    limits: .patient,
    host: Interpreter.Host(resolve: { _ in nil }, now: { 1_700_000_000_123_456 }, interrupt: nil))
  do {
    let loaded = try interpreter.load(module, name: "example", path: "example.py")
    return loaded.attribute("result")?.asString?.text ?? "no result"
  } catch {
    switch error {
    case .exception(let record): return "\(record.name): \(record.message)"
    case .unsupported(let gap): return "unsupported: \(gap.construct)"
    case .limit(let met): return "limit: \(met.limit.rawValue)"
    }
  }
}
