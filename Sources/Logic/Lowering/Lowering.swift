import Python
import SourceText

/// Symbolic execution of a detection's function over the paths of its resource.
///
/// Exceptions need no modelling: the condition speaks only of resources for which the function returns, so a
/// subscript is as good as `get`, and `None < 1` may be taken as false. Code that catches exceptions is opaque.
struct Lowering {
  typealias Environment = [String: SymbolicValue]

  /// Bounds on the work, and with it on the size of what comes out. Beyond them, terms become opaque.
  enum Limit {
    static let depth = 100
    static let steps = 20_000
    static let conditionSize = 600
    static let valueSize = 1_000
    static let inlining = 8
    static let unrolling = 32
  }

  let subject: DetectionLogic.Subject
  private let fieldTypes: (Path) -> FieldType?
  private let helper: (String) -> PythonModule?
  /// The modules whose code is run: the detection's own under its name `nil`, helpers under theirs.
  private var modules: [String?: LoweredModule]
  /// The module whose code is being run.
  private(set) var current: LoweredModule

  /// Whether something was passed over that might change the resource or a variable unseen.
  var isTainted = false
  /// The list, map or text that each quantifier in scope goes over.
  var quantified: [String: Path] = [:]
  /// More than 0 where an expression may not be evaluated at all, as after `or`.
  var conditionality = 0
  var inlining = 0
  var comprehensions = 0
  private var depth = 0
  private var steps = 0
  private var terms = 0

  init(
    _ module: PythonModule, subject: DetectionLogic.Subject, fieldTypes: @escaping (Path) -> FieldType?,
    helper: @escaping (String) -> PythonModule?
  ) {
    current = LoweredModule(name: nil, module)
    modules = [nil: current]
    self.subject = subject
    self.fieldTypes = fieldTypes
    self.helper = helper
  }

  var names: ModuleNames { current.names }

  mutating func lower(_ function: FunctionDefinition) -> (condition: Condition, isComplete: Bool) {
    guard case .function(let definition)? = names[function.name.name], definition.name == function.name,
      let parameter = function.arguments.parameters.first
    else {
      return (.opaque(term(function.name.range)), false)
    }
    var environment: Environment = [:]
    for parameter in function.arguments.parameters.dropFirst() {
      environment[parameter.name.name] = .unknown(term(parameter.name.range))
    }
    environment[parameter.name.name] = .resource
    let result = run(function.body, environment).result
    return (alerts(result), current.isWhole && !isTainted)
  }

  /// When the function's result makes the detection alert.
  private func alerts(_ result: SymbolicValue) -> Condition {
    let alertsWhen = subject == .event
    switch result {
    case .choice(let condition, let then, let otherwise):
      return .either(condition, alerts(then), alerts(otherwise))
    case .constant(let value): return .constant(value == .bool(alertsWhen))
    case .condition, .field, .unknown:
      let truth = truth(of: result)
      return alertsWhen ? truth : truth.negated
    default: return .constant(false)
    }
  }

  // MARK: Modules

  /// The helper that is imported under a name, if all of it is known.
  mutating func module(named name: String?) -> LoweredModule? {
    if let known = modules[name] { return known }
    guard let name, let module = helper(name) else { return nil }
    let lowered = LoweredModule(name: name, module)
    guard lowered.isWhole else { return nil }
    modules[name] = lowered
    return lowered
  }

  /// Runs `body` as code of another module.
  mutating func inside<Result>(_ module: LoweredModule, _ body: (inout Lowering) -> Result) -> Result {
    let outer = current
    current = module
    defer { current = outer }
    return body(&self)
  }

  // MARK: Bounds

  /// Runs `body` a level deeper; `nil` when the bounds are reached.
  mutating func deeper<Result>(_ body: (inout Lowering) -> Result) -> Result? {
    steps += 1
    guard depth < Limit.depth, steps < Limit.steps else { return nil }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  mutating func bounded(_ condition: Condition, _ range: ByteRange) -> Condition {
    condition.hasSize(atMost: Limit.conditionSize) ? condition : .opaque(term(range))
  }

  mutating func bounded(_ value: SymbolicValue, _ range: ByteRange) -> SymbolicValue {
    value.hasSize(atMost: Limit.valueSize) ? value : .unknown(term(range))
  }

  // MARK: What can't be expressed

  /// The source of a range on one line, cut where it grows long.
  mutating func term(_ range: ByteRange) -> OpaqueTerm {
    let maximumLength = 120
    let lines = current.source[range].split(whereSeparator: \.isNewline).map(\.withoutComment)
    let words = lines.joined(separator: " ").split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    if text.isEmpty { return term(named: "…") }
    let short = text.count > maximumLength ? text.prefix(maximumLength - 1) + "…" : text
    // Run again, the same source may give something else.
    terms += 1
    return OpaqueTerm(short, origin: terms)
  }

  /// A variable whose value isn't known.
  mutating func term(named name: String) -> OpaqueTerm {
    terms += 1
    return OpaqueTerm(name, origin: terms)
  }

  mutating func unknown(_ expression: Expression) -> SymbolicValue { .unknown(term(expression.range)) }

  /// An expression that isn't looked into: it may call what changes a value we rely on.
  mutating func skip(_ expression: Expression) -> SymbolicValue {
    let statement = Statement(.expr(expression), range: expression.range)
    if SyntaxWalk([statement]).expressions.contains(where: isImpureCall) { isTainted = true }
    return unknown(expression)
  }

  private func isImpureCall(_ expression: Expression) -> Bool {
    guard case .call(let function, _, _) = expression.kind else { return false }
    switch function.kind {
    case .attribute(_, let method): return !Purity.methods.contains(method.name)
    case .name(let name): return names[name] != nil || !Purity.builtins.contains(name)
    default: return true
    }
  }

  // MARK: Fields

  func type(of path: Path) -> FieldType? {
    var steps = path.steps
    var start = path.variable
    // An element is asked for as the list's first.
    while let name = start, let list = quantified[name] {
      steps = list.steps + [.index(0)] + steps
      start = list.variable
    }
    return fieldTypes(Path(steps))
  }
}

/// A module whose functions can be run.
struct LoweredModule {
  /// What it is imported under; `nil` for the detection's own module.
  let name: String?
  let source: SourceText
  let names: ModuleNames
  /// Whether it has no syntax error, and no import that may bind any name to anything.
  let isWhole: Bool

  init(name: String?, _ module: PythonModule) {
    self.name = name
    source = module.source
    names = ModuleNames(module)
    isWhole = module.errors.isEmpty && !names.hasStarImport
  }
}

extension Substring {
  /// A line of code without the comment at its end. A `#` after a quote may be part of a text, and stays.
  fileprivate var withoutComment: Substring {
    prefix { $0 != "#" }.contains { $0 == "\"" || $0 == "'" } ? self : prefix { $0 != "#" }
  }
}

extension SymbolicValue {
  /// Whether it has at most `limit` parts, those of its conditions included; looks at no more than that.
  func hasSize(atMost limit: Int) -> Bool {
    var left = limit
    func visit(_ condition: Condition) { left -= condition.size(atMost: left) }
    func visit(_ value: SymbolicValue) {
      left -= 1
      guard left >= 0 else { return }
      switch value {
      case .condition(let condition), .collection(let condition), .length(let condition, _): visit(condition)
      case .choice(let condition, let then, let otherwise):
        visit(condition)
        visit(then)
        visit(otherwise)
      case .display(_, let elements):
        for element in elements where left >= 0 { visit(element) }
      default: return
      }
    }
    visit(self)
    return left >= 0
  }

  /// Whether something opaque is in it.
  var isOpaque: Bool {
    switch self {
    case .unknown, .carried: true
    case .condition(let condition), .collection(let condition): !condition.isTransparent
    case .choice(let condition, let then, let otherwise):
      !condition.isTransparent || then.isOpaque || otherwise.isOpaque
    case .display(_, let elements): elements.contains(where: \.isOpaque)
    case .length(let condition, _): !condition.isTransparent
    default: false
    }
  }
}
