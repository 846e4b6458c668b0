import Python
import SourceText

extension Snapshot {
  /// Where no test comes: functions that no test calls, and the first statement of every block that none reaches.
  ///
  /// Nothing is said unless every test ran to its end: what stopped short might have come there.
  func untestedFindings(_ module: PythonModule, _ coverage: TestCoverage) -> [Finding] {
    guard coverage.isWhole else { return [] }
    return module.functions.flatMap { function -> [Finding] in
      let definition = function.definition
      guard definition.body.contains(where: coverage.isExecuted) else {
        // A function inside one that is not called either needs no remark of its own.
        guard isBound(definition, in: module, coverage) else { return [] }
        return [untested(definition.name.range, "No test calls `\(definition.name.name)`")]
      }
      return findings(in: definition.body, because: nil, module, coverage)
    }
  }

  /// Whether the statement that binds a function was executed.
  private func isBound(
    _ definition: FunctionDefinition, in module: PythonModule, _ coverage: TestCoverage
  ) -> Bool {
    let path = PythonPlaces(module: module).nodes(around: definition.name.range)
    for case .statement(let statement) in path.reversed() {
      if case .functionDef(let inner) = statement.kind, inner.name == definition.name {
        return coverage.isExecuted(statement)
      }
    }
    return false
  }

  private func findings(
    in block: [Statement], because reason: String?, _ module: PythonModule, _ coverage: TestCoverage
  ) -> [Finding] {
    var findings: [Finding] = []
    for statement in block {
      guard coverage.isExecuted(statement) else {
        let line = module.source.lines.line(at: statement.range.lowerBound)
        let end = min(statement.range.upperBound, module.source.contentRange(ofLine: line).upperBound)
        findings.append(
          untested(
            statement.range.lowerBound..<max(end, statement.range.lowerBound),
            "No test reaches this line" + (reason.map { ": \($0)" } ?? "")))
        break
      }
      for (block, reason) in statement.blocks(in: PythonPlaces(module: module)) {
        findings += self.findings(in: block, because: reason, module, coverage)
      }
    }
    return findings
  }

  private func untested(_ range: ByteRange, _ message: String) -> Finding {
    Finding(Diagnostic(.pythonUntested, .hint, at: range, message))
  }
}

extension Statement {
  /// The blocks inside a statement, with what must be so if the statement is executed but a block is not.
  fileprivate func blocks(in places: PythonPlaces) -> [([Statement], String?)] {
    func code(_ expression: Expression) -> String { "`\(places.text(expression.range, limit: 60))`" }
    switch kind {
    case .if(let test, let body, let orelse):
      return [(body, "\(code(test)) is never true"), (orelse, "\(code(test)) is never false")]
    case .while(let test, let body, let orelse):
      return [(body, "\(code(test)) is never true"), (orelse, nil)]
    case .for(_, let iterable, let body, let orelse, _):
      return [(body, "\(code(iterable)) never has an item"), (orelse, nil)]
    case .with(_, let body, _): return [(body, nil)]
    case .match(let subject, let cases):
      return cases.map { candidate in
        let pattern = places.text(candidate.pattern.range, limit: 60)
        return (
          candidate.body,
          "\(code(subject)) never matches `\(pattern)`" + (candidate.guard == nil ? "" : " so")
        )
      }
    case .try(let body, let handlers, let orelse, let finalbody, _):
      return [(body, nil)]
        + handlers.map { handler in
          (handler.body, handler.type.map { "\(code($0)) is never raised" } ?? "nothing is ever raised")
        } + [(orelse, nil), (finalbody, nil)]
    default: return []
    }
  }
}
