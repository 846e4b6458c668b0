/// The parameters of a native function, read from CPython's way of writing them.
///
/// CPython has several argument readers (`getargs.c`), each with its own words for a wrong call; which one a
/// function uses shows in its signature: `def` before it for functions written in Python, brackets for the old `PyArg_ParseTuple`, `/` for functions without
/// keyword arguments, anything else for functions that take keywords.
package struct Signature: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let isRequired: Bool
    let isPositional: Bool
    let isKeyword: Bool
  }

  /// As written.
  package let text: String
  package private(set) var parameters: [Parameter] = []
  /// Whether there is a `*args` or `**kwargs`.
  private(set) var takesRest = false
  private(set) var takesKeywords = false
  private var isOldStyle = false
  /// Whether CPython has the function written in Python.
  private var isWrittenInPython = false
  private var positionalCount = 0
  private var requiredCount = 0
  /// How many positional arguments fill the parameters with nothing left to decide.
  private var plainCounts = 1..<1

  package init(_ text: String) {
    self.text = text.hasPrefix("def") ? String(text.dropFirst(3)) : text
    var inner = Substring(text)
    if inner.hasPrefix("def") {
      isWrittenInPython = true
      inner = inner.dropFirst(3)
    }
    if inner.hasPrefix("(") { inner = inner.dropFirst() }
    if inner.hasSuffix(")") { inner = inner.dropLast() }
    isOldStyle = inner.contains("[")
    var isOptional = false
    var isKeywordOnly = false
    var positionalOnly = 0
    for part in Signature.parts(inner) {
      var word = part.name
      if part.opensBracket { isOptional = true }
      if word == "/" {
        positionalOnly = parameters.count
      } else if word == "*" {
        isKeywordOnly = true
      } else if word.hasPrefix("**") {
        takesKeywords = true
      } else if word.hasPrefix("*") {
        takesRest = true
        isKeywordOnly = true
      } else {
        var isRequired = !isOptional
        if let equals = word.firstIndex(of: "=") {
          word = word[..<equals]
          isRequired = false
        }
        parameters.append(
          Parameter(
            name: String(word), isRequired: isRequired, isPositional: !isKeywordOnly, isKeyword: true))
      }
    }
    if isOldStyle { positionalOnly = parameters.count }
    parameters = parameters.enumerated().map { index, parameter in
      Parameter(
        name: parameter.name, isRequired: parameter.isRequired, isPositional: parameter.isPositional,
        isKeyword: index >= positionalOnly)
    }
    positionalCount = parameters.count { $0.isPositional }
    requiredCount = parameters.count { $0.isRequired && $0.isPositional }
    let needsKeyword = parameters.contains { $0.isRequired && !$0.isPositional }
    if !needsKeyword, !isWrittenInPython { plainCounts = requiredCount..<(positionalCount + 1) }
  }

  /// Splits at commas; each part comes with whether a `[` stands before it.
  private static func parts(_ text: Substring) -> [(name: Substring, opensBracket: Bool)] {
    var result: [(Substring, Bool)] = []
    var opens = false
    for piece in text.split(separator: ",") {
      var word = piece.drop { $0 == " " || $0 == "]" }
      while word.hasPrefix("[") {
        opens = true
        word = word.dropFirst()
      }
      let opensNext = word.hasSuffix("[")
      while let last = word.last, last == " " || last == "]" || last == "[" { word = word.dropLast() }
      if !word.isEmpty { result.append((word, opens)) }
      opens = opensNext
    }
    return result
  }

  private var acceptsKeywords: Bool { takesKeywords || parameters.contains(where: \.isKeyword) }

  /// Whether a call with that many positional arguments and nothing else needs no binding: they are the first of
  /// the parameters, and the others are omitted.
  func acceptsPlainly(_ count: Int) -> Bool { plainCounts.contains(count) }

  /// Binds the arguments of a call, or raises what CPython raises. `qualifiedName` is the method with its type.
  func bind(
    _ call: CallArguments, to function: NativeFunction, owner: String?, module: String? = nil,
    receiver: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> NativeCall {
    if isWrittenInPython {
      return try bindAsPython(call, to: function, owner: owner, receiver: receiver, interpreter)
    }
    let owner = owner ?? module
    let positionalCount = positionalCount
    if !call.keywords.isEmpty || call.positional.count > positionalCount {
      return try bindAll(call, to: function, owner: owner, receiver: receiver, interpreter)
    }
    var values = NativeArguments()
    for value in call.positional { values.append(value) }
    for index in values.count..<max(parameters.count, values.count) {
      if parameters[index].isRequired {
        throw missing(index, given: call, function, owner: owner, receiver, interpreter)
      }
      values.append(nil)
    }
    return NativeCall(
      interpreter: interpreter, receiver: receiver, arguments: values, rest: [], keywords: [])
  }

  private func bindAll(
    _ call: CallArguments, to function: NativeFunction, owner: String?, receiver: Object,
    _ interpreter: Interpreter
  ) throws(Unwind) -> NativeCall {
    let name = function.name
    if !call.keywords.isEmpty && !acceptsKeywords {
      throw interpreter.raise(.typeError, "\(Self.qualify(name, owner))() takes no keyword arguments")
    }
    let positionalCount = positionalCount
    if acceptsKeywords, !takesRest, !takesKeywords, call.count > parameters.count {
      throw interpreter.raise(.typeError, tooManyInAll(call, function))
    }
    if call.positional.count > positionalCount && !takesRest {
      throw interpreter.raise(.typeError, tooMany(call, function, owner: owner, receiver))
    }
    var values: [Object?] = Array(call.positional.prefix(positionalCount))
    values += Array(repeating: nil, count: parameters.count - values.count)
    var keywords: [CallArguments.Keyword] = []
    for index in parameters.indices where parameters[index].isRequired && values[index] == nil {
      if call.keywords.contains(where: { $0.name == parameters[index].name && parameters[index].isKeyword }) {
        continue
      }
      throw missing(index, given: call, function, owner: owner, receiver, interpreter)
    }
    for keyword in call.keywords {
      if let index = parameters.firstIndex(where: { $0.isKeyword && $0.name == keyword.name }) {
        if values[index] != nil {
          throw interpreter.raise(
            .typeError, "argument for \(name)() given by name ('\(keyword.name)') and position (\(index + 1))"
          )
        }
        values[index] = keyword.value
      } else if takesKeywords {
        keywords.append(keyword)
      } else {
        throw interpreter.raise(
          .typeError, "'\(keyword.name)' is an invalid keyword argument for \(name)()")
      }
    }
    return NativeCall(
      interpreter: interpreter, receiver: receiver, arguments: NativeArguments(values),
      rest: Array(call.positional.dropFirst(positionalCount)), keywords: keywords)
  }

  private static func qualify(_ name: String, _ owner: String?) -> String {
    owner.map { "\($0).\(name)" } ?? name
  }

  private static func plural(_ count: Int) -> String { "\(count) argument\(count == 1 ? "" : "s")" }

  /// Whether the call is one of a type, which words its errors by `_PyArg_CheckPositional`.
  private func constructs(_ owner: String?, _ receiver: Object) -> Bool {
    owner == nil && receiver.asType != nil
  }

  private func tooManyInAll(_ call: CallArguments, _ function: NativeFunction) -> String {
    let count = parameters.count
    let quantity = parameters.allSatisfy(\.isRequired) ? "exactly" : "at most"
    let kind = call.positional.isEmpty ? "keyword " : ""
    return "\(function.name)() takes \(quantity) \(count) \(kind)argument\(count == 1 ? "" : "s") "
      + "(\(call.count) given)"
  }

  private func tooMany(_ call: CallArguments, _ function: NativeFunction, owner: String?, _ receiver: Object)
    -> String
  {
    let name = function.name
    let given = call.positional.count
    let most = positionalCount
    let least = requiredCount
    if acceptsKeywords {
      let kind = most == parameters.count ? "argument" : "positional argument"
      if most == 0 { return "\(name)() takes no positional arguments" }
      return "\(name)() takes \(least == most ? "exactly" : "at most") "
        + "\(most) \(kind)\(most == 1 ? "" : "s") (\(given) given)"
    }
    if parameters.isEmpty { return "\(Self.qualify(name, owner))() takes no arguments (\(given) given)" }
    if isOldStyle {
      return "\(name)() takes at most \(Self.plural(most)) (\(given) given)"
    }
    if parameters.count == 1 && least == 1 && !constructs(owner, receiver) {
      return "\(Self.qualify(name, owner))() takes exactly one argument (\(given) given)"
    }
    return "\(name) expected \(least == most ? "" : "at most ")\(Self.plural(most)), got \(given)"
  }

  private func missing(
    _ index: Int, given call: CallArguments, _ function: NativeFunction, owner: String?, _ receiver: Object,
    _ interpreter: Interpreter
  ) -> Unwind {
    let name = function.name
    let given = call.positional.count
    let least = requiredCount
    let message =
      if acceptsKeywords && !parameters[index].isKeyword {
        "\(name)() takes at least \(least) positional argument\(least == 1 ? "" : "s") (\(given) given)"
      } else if acceptsKeywords {
        "\(name)() missing required argument '\(parameters[index].name)' (pos \(index + 1))"
      } else if isOldStyle {
        "\(name)() takes at least \(Self.plural(least)) (\(given) given)"
      } else if parameters.count == 1 && !constructs(owner, receiver) {
        "\(Self.qualify(name, owner))() takes exactly one argument (\(given) given)"
      } else {
        "\(name) expected \(least == positionalCount && !takesRest ? "" : "at least ")\(Self.plural(least)), got \(given)"
      }
    return interpreter.raise(.typeError, message)
  }
}
