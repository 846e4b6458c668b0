import Python
import SourceText

/// A function of the source: its parameters and its body.
final class FunctionCode {
  struct Parameters {
    var positionalOnlyCount = 0
    /// Positional-only ones first.
    var positional: [String] = []
    var keywordOnly: [String] = []
    var variadic: String?
    var variadicKeyword: String?

    /// In the order of their slots.
    var all: [String] {
      positional + keywordOnly + [variadic, variadicKeyword].compactMap { $0 }
    }
  }

  let name: String
  let qualifiedName: String
  let parameters: Parameters
  let docstring: PyString?
  let body: FunctionBody
  private let hasOnlyPositional: Bool

  init(
    name: String, qualifiedName: String, parameters: Parameters, docstring: PyString?, body: FunctionBody
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.parameters = parameters
    self.docstring = docstring
    self.body = body
    hasOnlyPositional =
      parameters.keywordOnly.isEmpty && parameters.variadic == nil && parameters.variadicKeyword == nil
  }

  /// Whether a call with that many positional arguments and nothing else fills each parameter with one.
  func acceptsPlainly(_ count: Int) -> Bool { hasOnlyPositional && count == parameters.positional.count }

  /// Puts the arguments of a call into the parameters' slots (Language Reference 6.3.4).
  func bind(_ call: CallArguments, _ function: FunctionObject, to frame: Frame) throws(Unwind) {
    let count = parameters.positional.count
    let given = call.positional.count
    for index in 0..<min(count, given) { frame.locals[index] = call.positional[index] }
    if call.keywords.isEmpty, acceptsPlainly(given) { return }
    let interpreter = frame.interpreter
    try bindKeywords(call, to: frame)
    if given > count && parameters.variadic == nil { throw tooMany(given, function, frame) }
    var missing: [String] = []
    if given < count {
      for index in given..<count where frame.locals[index] == nil {
        if let value = function.defaults[index] {
          frame.locals[index] = value
        } else {
          missing.append(parameters.positional[index])
        }
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "positional", interpreter) }
    for (index, name) in parameters.keywordOnly.enumerated() where frame.locals[count + index] == nil {
      if let value = function.keywordDefaults[index] {
        frame.locals[count + index] = value
      } else {
        missing.append(name)
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "keyword-only", interpreter) }
    if parameters.variadic != nil {
      frame.locals[count + parameters.keywordOnly.count] = try interpreter.tuple(
        charging: Array(call.positional.dropFirst(count)))
    }
  }

  private func bindKeywords(_ call: CallArguments, to frame: Frame) throws(Unwind) {
    let interpreter = frame.interpreter
    var rest: DictObject?
    if parameters.variadicKeyword != nil {
      let dict = interpreter.makeDict()
      rest = dict
      frame.locals[parameters.all.count - 1] = .dict(dict)
    }
    let count = parameters.positional.count
    for keyword in call.keywords {
      let slot: Int
      if let index = parameters.positional[parameters.positionalOnlyCount...].firstIndex(of: keyword.name) {
        slot = index
      } else if let index = parameters.keywordOnly.firstIndex(of: keyword.name) {
        slot = count + index
      } else if let rest {
        try interpreter.set(.string(keyword.name), to: keyword.value, in: rest)
        continue
      } else {
        let clashing = parameters.positional.prefix(parameters.positionalOnlyCount).filter { name in
          call.keywords.contains { $0.name == name }
        }
        if !clashing.isEmpty {
          throw interpreter.raise(
            .typeError,
            "\(qualifiedName)() got some positional-only arguments passed as keyword arguments: "
              + "'\(clashing.joined(separator: ", "))'")
        }
        throw interpreter.raise(
          .typeError, "\(qualifiedName)() got an unexpected keyword argument '\(keyword.name)'")
      }
      guard frame.locals[slot] == nil else {
        throw interpreter.raise(
          .typeError, "\(qualifiedName)() got multiple values for argument '\(keyword.name)'")
      }
      frame.locals[slot] = keyword.value
    }
  }

  private func tooMany(_ given: Int, _ function: FunctionObject, _ frame: Frame) -> Unwind {
    let count = parameters.positional.count
    let defaults = function.defaults.count { $0 != nil }
    let keywordOnly = parameters.keywordOnly.indices.count { frame.locals[count + $0] != nil }
    let expected =
      defaults > 0 ? "from \(count - defaults) to \(count)" : "\(count)"
    let plural = defaults > 0 ? true : count != 1
    let extra =
      keywordOnly == 0
      ? ""
      : " positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    return frame.interpreter.raise(
      .typeError,
      "\(qualifiedName)() takes \(expected) positional argument\(plural ? "s" : "") but \(given)\(extra) "
        + (given == 1 && keywordOnly == 0 ? "was" : "were") + " given")
  }

  private func missing(_ names: [String], _ kind: String, _ interpreter: Interpreter) -> Unwind {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and \(quoted[quoted.count - 1])"
      }
    return interpreter.raise(
      .typeError,
      "\(qualifiedName)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)"
    )
  }
}

/// `def` or `lambda`: makes a function object.
final class MakeFunctionCode: ExpressionCode {
  private let code: FunctionCode
  private let annotations: [(name: String, value: ExpressionCode)]
  private let defaults: [ExpressionCode?]
  private let keywordDefaults: [ExpressionCode?]
  private let closure: [Int]

  init(
    _ code: FunctionCode, annotations: [(name: String, value: ExpressionCode)], defaults: [ExpressionCode?],
    keywordDefaults: [ExpressionCode?], closure: [Int],
    range: ByteRange
  ) {
    self.code = code
    self.annotations = annotations
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.closure = closure
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    var values: [Object?] = []
    for expression in defaults { values.append(try expression?.evaluate(frame)) }
    var keywordValues: [Object?] = []
    for expression in keywordDefaults { keywordValues.append(try expression?.evaluate(frame)) }
    var annotationValues: [(name: String, value: Object)] = []
    for annotation in annotations {
      annotationValues.append((annotation.name, try annotation.value.evaluate(frame)))
    }
    let function = FunctionObject(
      code: code, defaults: values, keywordDefaults: keywordValues, closure: closure.map { frame.cells[$0] },
      globals: frame.globals)
    function.annotations = annotationValues
    try frame.interpreter.charge(elements: 2)
    return .function(frame.interpreter.heap.adopt(function))
  }
}

/// `def` with its decorators: binds the name.
final class FunctionStatement: StatementCode {
  private let function: ExpressionCode
  private let decorators: [ExpressionCode]
  private let target: TargetCode

  init(_ function: ExpressionCode, decorators: [ExpressionCode], target: TargetCode, range: ByteRange) {
    self.function = function
    self.decorators = decorators
    self.target = target
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    var callables: [Object] = []
    for decorator in decorators { callables.append(try decorator.evaluate(frame)) }
    var value = try function.evaluate(frame)
    for (decorator, callable) in zip(decorators, callables).reversed() {
      frame.range = decorator.range
      value = try frame.interpreter.call(callable, with: value)
    }
    try target.assign(value, frame)
    return .normal
  }
}
