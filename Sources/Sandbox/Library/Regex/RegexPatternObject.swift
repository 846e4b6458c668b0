/// A compiled pattern of `re`.
final class RegexPatternObject: NativeObject {
  let regex: Regex
  let pattern: RegexSubject
  var isBytes: Bool { pattern.isBytes }

  init(_ regex: Regex, _ pattern: RegexSubject) {
    self.regex = regex
    self.pattern = pattern
    super.init(type: .regexPattern)
  }

  enum Search {
    case search, match, fullMatch
  }

  private static func of(_ call: NativeCall) throws(Unwind) -> RegexPatternObject {
    if case .native(let native) = call.receiver, let pattern = native as? RegexPatternObject {
      return pattern
    }
    throw call.interpreter.unsupported("a method of re.Pattern on \(call.receiver.typeName)")
  }

  private static func find(_ search: Search) -> NativeFunction.Body {
    { call throws(Unwind) in
      let end = call[2]
      return try of(call).find(search, call.required(0), call, from: call[1], to: end)
    }
  }

  static let members: [Member] = [
    .method("search", "(string, pos=0, endpos=sys.maxsize)", find(.search)),
    .method("match", "(string, pos=0, endpos=sys.maxsize)", find(.match)),
    .method("fullmatch", "(string, pos=0, endpos=sys.maxsize)", find(.fullMatch)),
    .method("findall", "(string, pos=0, endpos=sys.maxsize)") { call throws(Unwind) in
      try of(call).findAll(call.required(0), call, from: call[1], to: call[2])
    },
    .method("finditer", "(string, pos=0, endpos=sys.maxsize)") { call throws(Unwind) in
      try of(call).findIter(call.required(0), call, from: call[1], to: call[2])
    },
    .method("sub", "(repl, string, count=0)") { call throws(Unwind) in
      try of(call).substitute(call.required(0), call.required(1), count: call[2], call).text
    },
    .method("subn", "(repl, string, count=0)") { call throws(Unwind) in
      let result = try of(call).substitute(call.required(0), call.required(1), count: call[2], call)
      return call.interpreter.tuple([result.text, .int(result.count)])
    },
    .method("split", "(string, maxsplit=0)") { call throws(Unwind) in
      try of(call).split(call.required(0), maximum: call[1], call)
    },
    .property("pattern") { object, _ in
      guard case .native(let native) = object, let pattern = native as? RegexPatternObject else {
        return .none
      }
      return pattern.pattern.object
    },
    .property("flags") { object, _ in
      guard case .native(let native) = object, let pattern = native as? RegexPatternObject else {
        return .none
      }
      return .int(pattern.regex.flags.rawValue)
    },
    .property("groups") { object, _ in
      guard case .native(let native) = object, let pattern = native as? RegexPatternObject else {
        return .none
      }
      return .int(pattern.regex.groupCount)
    },
  ]

  // MARK: Calls

  /// What is searched, and between which places. CPython reads the places first.
  private func region(
    of subject: Object, _ start: Object?, _ end: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> (subject: RegexSubject, start: Int, end: Int) {
    func place(_ object: Object?, _ otherwise: Int) throws(Unwind) -> Int {
      guard let object else { return otherwise }
      guard let value = object.asInt else { throw interpreter.notAnInteger(object) }
      return max(0, value)
    }
    let (start, end) = (try place(start, 0), try place(end, .max))
    let subject = try RegexSubject.searched(subject, isBytes: isBytes, interpreter)
    let count = subject.codePoints.count
    return (subject, min(start, count), min(end, count))
  }

  private func working<Answer>(
    _ interpreter: Interpreter, _ body: () throws(RegexFailure) -> Answer
  ) throws(Unwind) -> Answer {
    do {
      return try body()
    } catch {
      throw RegexModule.unwind(error, pattern: pattern.object, interpreter)
    }
  }

  func find(_ search: Search, _ subject: Object, _ call: NativeCall, from: Object? = nil, to: Object? = nil)
    throws(Unwind) -> Object
  {
    let interpreter = call.interpreter
    let (subject, start, end) = try region(of: subject, from, to, interpreter)
    let text = subject.codePoints
    let match = try working(interpreter) { () throws(RegexFailure) in
      switch search {
      case .search: try regex.search(text, from: start, to: end, work: interpreter.regexWork)
      case .match: try regex.match(text, from: start, to: end, work: interpreter.regexWork)
      case .fullMatch: try regex.fullMatch(text, from: start, to: end, work: interpreter.regexWork)
      }
    }
    guard let match else { return .none }
    try interpreter.charge(elements: match.groups.count)
    return .native(interpreter.heap.adopt(RegexMatchObject(match, self, subject, (start, end))))
  }

  private func all(_ subject: Object, _ from: Object?, _ to: Object?, _ interpreter: Interpreter)
    throws(Unwind) -> (matches: [Regex.Match], subject: RegexSubject, bounds: (start: Int, end: Int))
  {
    let (subject, start, end) = try region(of: subject, from, to, interpreter)
    let text = subject.codePoints
    let matches = try working(interpreter) { () throws(RegexFailure) in
      try regex.matches(
        in: text, from: start, to: end, atMost: interpreter.limits.elements + 1, work: interpreter.regexWork)
    }
    try interpreter.charge(elements: matches.count)
    return (matches, subject, (start, end))
  }

  func findAll(_ subject: Object, _ call: NativeCall, from: Object? = nil, to: Object? = nil) throws(Unwind)
    -> Object
  {
    let interpreter = call.interpreter
    let (matches, subject, _) = try all(subject, from, to, interpreter)
    var items: [Object] = []
    for match in matches {
      func group(_ number: Int) throws(Unwind) -> Object {
        try subject.part(match.groups[number] ?? 0..<0, interpreter)
      }
      if regex.groupCount <= 1 {
        items.append(try group(regex.groupCount))
      } else {
        var groups: [Object] = []
        for number in 1...regex.groupCount { groups.append(try group(number)) }
        items.append(try interpreter.tuple(charging: groups))
      }
    }
    return try interpreter.list(items)
  }

  func findIter(_ subject: Object, _ call: NativeCall, from: Object? = nil, to: Object? = nil) throws(Unwind)
    -> Object
  {
    let interpreter = call.interpreter
    let (matches, subject, bounds) = try all(subject, from, to, interpreter)
    let objects = matches.map { match in
      Object.native(interpreter.heap.adopt(RegexMatchObject(match, self, subject, bounds)))
    }
    return .iterator(interpreter.heap.adopt(ArrayIterator(objects, type: .callableIterator)))
  }

  private func count(_ object: Object?, _ interpreter: Interpreter) throws(Unwind) -> Int? {
    guard let object else { return 0 }
    if case .native(let native) = object, let flags = native as? RegexFlagObject {
      return flags.flags.rawValue
    }
    guard let value = object.asInt else { throw interpreter.notAnInteger(object) }
    // A negative count replaces nothing.
    return value < 0 ? nil : value
  }

  func substitute(_ replacement: Object, _ subject: Object, count: Object?, _ call: NativeCall) throws(Unwind)
    -> (text: Object, count: Int)
  {
    let interpreter = call.interpreter
    let limit = try self.count(count, interpreter)
    let replacement = try RegexReplacement(replacement, for: self, isTemplate: false, interpreter)
    let subject = try RegexSubject.searched(subject, isBytes: isBytes, interpreter)
    let text = subject.codePoints
    guard let limit else {
      return (try subject.part(0..<text.count, interpreter), 0)
    }
    let matches = try working(interpreter) { () throws(RegexFailure) in
      try regex.matches(
        in: text, atMost: min(limit == 0 ? .max : limit, interpreter.limits.elements + 1),
        work: interpreter.regexWork)
    }
    try interpreter.charge(elements: matches.count)
    if matches.isEmpty { return (try subject.part(0..<text.count, interpreter), 0) }
    var result: CodePoints = []
    var position = 0
    // How many pieces CPython has collected to join; its message for a wrong one counts them.
    var pieces = 0
    for match in matches {
      if match.range.lowerBound > position { pieces += 1 }
      result += text[position..<match.range.lowerBound]
      position = match.range.upperBound
      let match = RegexMatchObject(match, self, subject, (0, text.count))
      if let part = try replacement.replacing(match, piece: pieces, interpreter) {
        result += part
        pieces += 1
      }
      guard result.count <= interpreter.limits.stringBytes else { throw interpreter.exceeded(.stringLength) }
    }
    result += text[position...]
    return (try RegexSubject.object(result, isBytes: isBytes, interpreter), matches.count)
  }

  func split(_ subject: Object, maximum: Object?, _ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let limit = try count(maximum, interpreter)
    let subject = try RegexSubject.searched(subject, isBytes: isBytes, interpreter)
    let text = subject.codePoints
    guard let limit else {
      return try interpreter.list([try subject.part(0..<text.count, interpreter)])
    }
    let pieces = try working(interpreter) { () throws(RegexFailure) in
      try regex.split(
        text, maximum: min(limit == 0 ? .max : limit, interpreter.limits.elements + 1),
        work: interpreter.regexWork)
    }
    var items: [Object] = []
    for piece in pieces {
      items.append(
        try piece.map { (part) throws(Unwind) in
          try RegexSubject.object(part, isBytes: isBytes, interpreter)
        } ?? .none)
    }
    return try interpreter.list(items)
  }

  // MARK: As an object

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? RegexPatternObject else { return nil }
    return pattern.codePoints == other.pattern.codePoints && isBytes == other.isBytes
      && regex.flags == other.regex.flags
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    pattern.codePoints.hashValue
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let shown = CodePoints(try interpreter.repr(of: pattern.object).text).prefix(200)
    let flags = regex.flags.subtracting(.unicode)
    let names = flags.isEmpty ? "" : ", " + RegexFlagObject.names(flags)
    return PyString("re.compile(\(String(showing: shown))\(names))")
  }
}
