import Detections
import Evaluation
import Python
import Sandbox
import SourceText

/// Makes the reasons of a test's result of what was recorded of its run and the Python text that ran.
///
/// Of a condition that was tested several times the last time counts: a loop that a `return` leaves was decided in
/// its last round. What an earlier round did before the last one took another way decided nothing and is left out.
struct ReasonBuilder {
  let result: TestResult
  let decision: Decision
  let places: PythonPlaces

  private let truths: [ByteRange: TraceReport.Condition]
  private let comparisons: [ByteRange: TraceReport.Condition]
  private let reads: [ByteRange: [TraceReport.Read]]

  init(_ result: TestResult, _ decision: Decision, _ module: PythonModule) {
    self.result = result
    self.decision = decision
    places = PythonPlaces(module: module)
    var truths: [ByteRange: TraceReport.Condition] = [:]
    var comparisons: [ByteRange: TraceReport.Condition] = [:]
    for condition in decision.trace.conditions {
      switch condition.kind {
      case .truth, .quantified: truths[condition.range] = condition
      // The links of a chain are told apart by what they begin with.
      case .comparison: comparisons[condition.operands.first?.range ?? condition.range] = condition
      case .pattern: continue
      }
    }
    self.truths = truths
    self.comparisons = comparisons
    reads = Dictionary(grouping: decision.trace.reads, by: \.range)
  }

  /// A condition as its statement shows it.
  private struct Root {
    let range: ByteRange
    let expression: Expression?
    let path: [SyntaxNode]
    /// The last of its parts that was tested.
    var condition: TraceReport.Condition
  }

  func reasons(mainFunction: String) -> Reasons {
    var roots: [String: [Root]] = [:]
    var functions: [String] = []
    for condition in decision.trace.conditions {
      let path = places.nodes(around: condition.range)
      guard let root = root(of: condition, path), let function = places.function(around: path)?.name else {
        continue
      }
      if roots[function] == nil { functions.append(function) }
      var own = roots[function] ?? []
      // A part that was tested later stands for the whole.
      own.removeAll { $0.range == root.range }
      own.append(root)
      roots[function] = own
    }
    let main = reasons(of: mainFunction, roots[mainFunction] ?? [], isMain: true)
    let called = functions.filter { $0 != mainFunction }.compactMap { function -> Reasons.Called? in
      let reasons = reasons(of: function, roots[function] ?? [], isMain: false)
      return reasons.isEmpty ? nil : Reasons.Called(function: function, reasons: reasons)
    }
    let shown = Set((main + called.flatMap(\.reasons)).flatMap(\.facts).compactMap(\.path))
    return Reasons(main: main, called: called, otherFields: otherFields(than: shown))
  }

  private func root(of condition: TraceReport.Condition, _ path: [SyntaxNode]) -> Root? {
    if condition.kind == .pattern {
      // Which case it was is told by the one that matched.
      return condition.result
        ? Root(range: condition.range, expression: nil, path: path, condition: condition) : nil
    }
    guard let expression = places.condition(in: path), !expression.isDefault else { return nil }
    return Root(range: expression.range, expression: expression, path: path, condition: condition)
  }

  // MARK: One function

  private func reasons(of function: String, _ roots: [Root], isMain: Bool) -> [Reason] {
    let end = isMain ? mainEnd : lastReturn(in: function)
    let endRange = end?.range
    var reasons: [Reason] = []
    var merged: [Fact] = []
    // From the end backwards: what stands further down was done in an earlier round.
    var limit = endRange.map { places.statementStart(of: $0) } ?? .max
    for root in roots.reversed() {
      let start = places.statement(in: root.path)?.range.lowerBound ?? root.range.lowerBound
      let isCurrent = start <= limit
      if isCurrent { limit = start }
      if let endRange, endRange.holds(root.range), isWhole(root, of: endRange) {
        merged = facts(of: root, end: end)
        continue
      }
      if !isCurrent, let loop = places.loop(in: root.path), endRange.map(loop.holds) ?? true { continue }
      if let reason = reason(for: root, isCurrent: isCurrent) { reasons.append(reason) }
    }
    reasons.sort { $0.location.range.lowerBound < $1.location.range.lowerBound }
    return reasons + closing(end, merged, isMain: isMain)
  }

  /// The `return` of the main function that gave the result; nothing if it raised.
  private var mainEnd: TraceReport.Return? {
    guard let place = decision.returnStatement, result.error == nil || result.returned != nil else {
      return nil
    }
    return decision.trace.returns.last { $0.range == place.range }
  }

  private func lastReturn(in function: String) -> TraceReport.Return? {
    decision.trace.returns.last { places.function(around: places.nodes(around: $0.range))?.name == function }
  }

  private func closing(_ end: TraceReport.Return?, _ facts: [Fact], isMain: Bool) -> [Reason] {
    if let end {
      let value = returnedExpression(end.range)
      var facts = facts
      // What the whole expression was is the answer itself, unless it names a part of the resource.
      if facts.isEmpty, let value, let fact = fact(about: value.range, end.value), fact.path != nil {
        facts = [fact]
      }
      return [
        Reason(
          kind: .returned(end.value, isLiteral: value?.isLiteral ?? true), location: location(end.range),
          text: places.text(end.range), facts: facts)
      ]
    }
    guard isMain, let error = result.error, error.function == nil else { return [] }
    return error.trace.prefix(4).enumerated().reversed().map { index, place in
      Reason(
        kind: index == 0 ? .raised(error.summary) : .called, location: place,
        text: place.file == decision.file ? places.text(place.range) : "", facts: [])
    }
  }

  /// Whether a condition is all that a `return` statement returns, or all of it in `bool(…)`.
  private func isWhole(_ root: Root, of statement: ByteRange) -> Bool {
    guard let value = returnedExpression(statement) else { return false }
    if value.range == root.range { return true }
    return value.argumentOfBool?.range == root.range
  }

  private func returnedExpression(_ statement: ByteRange) -> Expression? {
    for case .statement(let node) in places.nodes(around: statement).reversed() where node.range == statement
    {
      if case .return(let value) = node.kind { return value }
    }
    return nil
  }

  private func reason(for root: Root, isCurrent: Bool) -> Reason? {
    let condition = root.condition
    if root.expression == nil {
      return Reason(
        kind: .matched, location: location(root.range), text: "case \(places.text(root.range))",
        facts: isCurrent ? facts(of: root) : [])
    }
    let isTrue = root.expression.flatMap { truth(of: $0) } ?? condition.result
    let (timesTrue, timesFalse) = tally(of: root)
    return Reason(
      kind: .condition(isTrue, timesTrue: timesTrue, timesFalse: timesFalse),
      location: location(root.range),
      text: places.text(root.range),
      facts: isCurrent ? facts(of: root) : [])
  }

  /// How often a condition was true and false. Of one with `and` or `or` that isn't known: its parts may have been
  /// tested less often.
  private func tally(of root: Root) -> (timesTrue: Int, timesFalse: Int) {
    let condition = root.condition
    var isNegated = false
    var expression = root.expression
    while case .unaryOp(.not, let operand)? = expression?.kind {
      isNegated.toggle()
      expression = operand
    }
    if case .boolOp? = expression?.kind { return (0, 0) }
    if case .compare(_, let operators, _)? = expression?.kind, operators.count > 1 { return (0, 0) }
    return isNegated
      ? (condition.timesFalse, condition.timesTrue) : (condition.timesTrue, condition.timesFalse)
  }

  private func location(_ range: ByteRange) -> SourceLocation {
    SourceLocation(file: decision.file, range: range, in: places.module.source)
  }

  // MARK: Conditions

  /// What an expression of conditions came to; `nil` if that isn't known.
  private func truth(of expression: Expression) -> Bool? {
    switch expression.kind {
    case .unaryOp(.not, let operand): return truth(of: operand).map { !$0 }
    case .boolOp(let operation, let values):
      for value in values {
        guard let isTrue = truth(of: value) else { return nil }
        if isTrue == (operation == .or) { return isTrue }
      }
      return operation == .and
    case .compare(let left, _, let comparators):
      for operand in [left] + comparators.dropLast() {
        guard let link = comparisons[operand.range] else { return nil }
        if !link.result { return false }
      }
      return true
    default: return truths[expression.range]?.result
    }
  }

  private func facts(of root: Root, end: TraceReport.Return? = nil) -> [Fact] {
    guard let expression = root.expression else {
      guard let operand = root.condition.operands.first, let subject = subject(of: root) else { return [] }
      return fact(about: subject, operand.value).map { [$0] } ?? []
    }
    var facts: [Fact] = []
    add(expression, isWhole: true, to: &facts)
    if let end, let last = untestedOperand(of: expression), !last.isLiteral {
      let isAnswer = returnedExpression(end.range)?.range == expression.range
      if isAnswer {
        facts += fact(about: last.range, end.value).map { [$0] } ?? []
      } else if case .bool(let isTrue) = end.value {
        facts.append(.truth(places.text(last.range, limit: 60), isTrue))
      }
    }
    return facts
  }

  /// The last operand of `and` or `or`, if it was the result: nobody asked for its truth then.
  private func untestedOperand(of expression: Expression) -> Expression? {
    guard case .boolOp(let operation, let values) = expression.kind, let last = values.last,
      truth(of: last) == nil, !last.isJunction
    else { return nil }
    return values.dropLast().allSatisfy { truth(of: $0) == (operation == .and) } ? last : nil
  }

  /// Adds the facts about the parts of an expression that were looked at.
  private func add(_ expression: Expression, isWhole: Bool, to facts: inout [Fact]) {
    switch expression.kind {
    case .unaryOp(.not, let operand): add(operand, isWhole: false, to: &facts)
    case .boolOp(let operation, let values):
      for value in values {
        add(value, isWhole: false, to: &facts)
        if truth(of: value) == (operation == .or) { break }
      }
    case .compare(let left, _, let comparators):
      for (index, operand) in ([left] + comparators.dropLast()).enumerated() {
        guard let link = comparisons[operand.range] else { break }
        for (side, part) in link.operands.enumerated() where side == 1 || index == 0 {
          let node = side == 0 ? operand : comparators[index]
          if !node.isLiteral, let fact = fact(about: part.range, part.value), !facts.contains(fact) {
            facts.append(fact)
          }
        }
      }
    default:
      guard let condition = truths[expression.range] else { return }
      if case .quantified(let items) = condition.kind {
        facts += quantifierFacts(condition, items)
      } else if let argument = expression.argumentOfBool, let read = reads[argument.range]?.last {
        facts.append(.field(read.path, read.value))
      } else if let operand = condition.operands.first,
        let fact = fact(about: operand.range, operand.value)
      {
        // That `f(x)` is true because `f(x)` is `True` needs no saying.
        if case .expression(_, .bool) = fact, isWhole { return }
        if !facts.contains(fact) { facts.append(fact) }
      }
    }
  }

  private func quantifierFacts(_ condition: TraceReport.Condition, _ items: Int) -> [Fact] {
    guard condition.operands.count > 1 else {
      return condition.operands.first.map { item in
        item.value.isTruth ? [] : [.item(item.value)]
      } ?? [.noItem(of: items, areTrue: condition.result)]
    }
    let variable = condition.operands[1]
    let name = places.text(variable.range)
    return [variable.path.map { .variable(name, $0) } ?? .expression(name, variable.value)]
  }

  /// The subject of the `match` statement that a case belongs to.
  private func subject(of root: Root) -> ByteRange? {
    guard let statement = places.statement(in: root.path), case .match(let subject, _) = statement.kind else {
      return nil
    }
    return subject.range
  }

  /// What an expression was: a part of the resource if reading that was what it did.
  private func fact(about range: ByteRange, _ value: ValueSketch) -> Fact? {
    if let read = reads[range]?.last {
      if read.value == value { return .field(read.path, value) }
      if read.value == nil, value == .none { return .field(read.path, nil) }
    }
    // An object that is known by its type only tells nothing.
    if case .other(let text) = value, text.hasPrefix("<") { return nil }
    return .expression(places.text(range, limit: 60), value)
  }

  // MARK: Fields

  /// The parts of the resource that were read beyond those shown: the innermost, and of many items of a list the
  /// last that was looked at.
  private func otherFields(than shown: Set<ResourcePath>) -> [Fact] {
    var latest: [ResourcePath: TraceReport.Read] = [:]
    var order: [ResourcePath] = []
    for read in decision.trace.reads {
      let pattern = read.path.pattern
      if latest.updateValue(read, forKey: pattern) == nil { order.append(pattern) }
    }
    let patterns = Set(shown.map(\.pattern))
    return order.compactMap { pattern -> Fact? in
      guard let read = latest[pattern], !patterns.contains(pattern),
        !order.contains(where: { $0.isInside(pattern) }), !patterns.contains(where: { $0.isInside(pattern) })
      else { return nil }
      return .field(read.path, read.value)
    }
  }
}

extension ResourcePath {
  /// The path with every index as the first: all items of a list alike.
  var pattern: ResourcePath {
    ResourcePath(
      steps: steps.map { step in
        if case .index = step { .index(0) } else { step }
      })
  }
}

extension PythonPlaces {
  fileprivate func statementStart(of range: ByteRange) -> Int {
    statement(in: nodes(around: range))?.range.lowerBound ?? range.lowerBound
  }
}
