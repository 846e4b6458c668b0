import Detections
import Evaluation
import Python
import SourceText

/// Which statements of a detection's Python file its tests executed, and at which they ended.
///
/// Of the functions of its helper modules nothing is known.
struct TestCoverage {
  struct Test {
    let name: String
    let isFailing: Bool
    let decision: Decision
    /// What raised and was caught by nobody; `nil` if nothing was.
    let raised: ByteRange?
  }

  /// A `return` or `raise` and the tests that end or come there.
  struct Ending {
    let range: ByteRange
    let isOfMainFunction: Bool
    let tests: [Test]
  }

  let mainFunction: String
  let tests: [Test]
  /// Whether there are tests and every one of them ran to its end: otherwise nobody knows where they would have come.
  let isWhole: Bool

  func isExecuted(_ statement: Statement) -> Bool {
    executed.contains(statement.range.lowerBound)
  }

  private let executed: Set<ByteOffset>

  init(mainFunction: String, tests: [Test], executedAtLoad: Set<ByteOffset>, isWhole: Bool) {
    self.mainFunction = mainFunction
    self.tests = tests
    self.isWhole = isWhole && !tests.isEmpty
    executed = executedAtLoad.union(tests.flatMap(\.decision.trace.executed))
  }

  /// Every `return` and `raise` of the module's functions, in the order of the text.
  func endings(in module: PythonModule) -> [Ending] {
    var endings: [Ending] = []
    for function in module.functions {
      // Only the last of several functions of a name is ever called by it.
      let isMain = function.definition.name.name == mainFunction && function.isTopLevel
      for statement in function.ownStatements {
        let tests: [Test]
        switch statement.kind {
        case .return where isMain:
          tests = self.tests.filter {
            $0.decision.returnStatement?.range == statement.range && $0.raised == nil
          }
        case .raise where isMain:
          tests = self.tests.filter { $0.raised.map(statement.range.holds) ?? false }
        case .return, .raise:
          tests = self.tests.filter { $0.decision.trace.executed.contains(statement.range.lowerBound) }
        default: continue
        }
        endings.append(Ending(range: statement.range, isOfMainFunction: isMain, tests: tests))
      }
    }
    return endings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension Snapshot {
  /// What the tests of a Python file's detections executed of it; `nil` if there is none that runs it as it is now.
  func coverage(ofPython file: FilePath) -> TestCoverage? {
    var tests: [TestCoverage.Test] = []
    var isWhole = true
    var executedAtLoad: Set<ByteOffset> = []
    var mainFunction: String?
    for owner in owners(ofPython: file) {
      guard let run = liveResults(in: owner), !run.isStale, run.loadFailure == nil,
        let detection = detection(in: owner)
      else {
        isWhole = false
        continue
      }
      mainFunction = detection.type.mainFunction
      executedAtLoad.formUnion(run.executedAtLoad)
      if run.tests.count != detection.tests.count { isWhole = false }
      for result in run.tests {
        guard let decision = result.decision, decision.file == file else {
          isWhole = false
          continue
        }
        if result.isCutShort { isWhole = false }
        let raised = result.error.flatMap { error in
          error.function == nil && result.returned == nil ? error.trace.first { $0.file == file }?.range : nil
        }
        tests.append(
          TestCoverage.Test(
            name: result.name, isFailing: result.outcome == .failed || result.outcome == .errored,
            decision: decision, raised: raised))
      }
    }
    return mainFunction.map {
      TestCoverage(mainFunction: $0, tests: tests, executedAtLoad: executedAtLoad, isWhole: isWhole)
    }
  }
}

extension TestResult {
  /// Whether Panther's Python would have gone on where this run stopped.
  fileprivate var isCutShort: Bool {
    unsupported != nil || error?.type == ErrorReport.limitExceeded
      || functions.contains {
        [ErrorReport.limitExceeded, ErrorReport.unsupported].contains($0.error?.type)
      }
  }
}

/// A function somewhere in a module.
struct FunctionPlace {
  let definition: FunctionDefinition
  let isTopLevel: Bool

  /// The statements that are executed when it is called, those of inner blocks after what holds them; not those
  /// of functions and classes inside.
  var ownStatements: [Statement] {
    var found: [Statement] = []
    var pending = Array(definition.body.reversed())
    while let statement = pending.popLast() {
      found.append(statement)
      switch statement.kind {
      case .functionDef, .classDef: continue
      default: pending += statement.childStatements.reversed()
      }
    }
    return found
  }
}

extension PythonModule {
  var functions: [FunctionPlace] {
    var functions: [FunctionPlace] = []
    walk { node in
      switch node {
      case .statement(let statement):
        if case .functionDef(let definition) = statement.kind {
          functions.append(
            FunctionPlace(definition: definition, isTopLevel: body.contains { $0 === statement }))
        }
        return .visitChildren
      case .exceptHandler, .matchCase: return .visitChildren
      default: return .skipChildren
      }
    }
    return functions
  }
}
