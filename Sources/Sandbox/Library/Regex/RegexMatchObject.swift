/// A match of `re`: a pattern, a subject, and where the groups are.
final class RegexMatchObject: NativeObject {
  let match: Regex.Match
  private let pattern: RegexPatternObject
  let subject: RegexSubject
  /// Where the search was allowed to begin and had to end.
  private let bounds: (start: Int, end: Int)

  init(
    _ match: Regex.Match, _ pattern: RegexPatternObject, _ subject: RegexSubject,
    _ bounds: (start: Int, end: Int)
  ) {
    self.match = match
    self.pattern = pattern
    self.subject = subject
    self.bounds = bounds
    super.init(type: .regexMatch)
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> RegexMatchObject {
    if case .native(let native) = object, let match = native as? RegexMatchObject { return match }
    throw interpreter.unsupported("a member of re.Match on \(object.typeName)")
  }

  static let members: [Member] = [
    .method("group", "(*groups)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      if call.rest.isEmpty { return try match.group(0, call.interpreter) ?? .none }
      var groups: [Object] = []
      for key in call.rest {
        groups.append(try match.group(match.number(key, call.interpreter), call.interpreter) ?? .none)
      }
      return groups.count == 1 ? groups[0] : try call.interpreter.tuple(charging: groups)
    },
    .method("groups", "(default=None)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      var groups: [Object] = []
      for number in match.match.groups.indices.dropFirst() {
        groups.append(try match.group(number, call.interpreter) ?? call[0] ?? .none)
      }
      return try call.interpreter.tuple(charging: groups)
    },
    .method("groupdict", "(default=None)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      var pairs: [(Object, Object)] = []
      for (name, number) in match.pattern.regex.groupNames {
        pairs.append((.string(name), try match.group(number, call.interpreter) ?? call[0] ?? .none))
      }
      return try call.interpreter.dict(pairs)
    },
    .method("start", "(group=0, /)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      return .int(try match.range(call[0], call.interpreter)?.lowerBound ?? -1)
    },
    .method("end", "(group=0, /)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      return .int(try match.range(call[0], call.interpreter)?.upperBound ?? -1)
    },
    .method("span", "(group=0, /)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      let range = try match.range(call[0], call.interpreter)
      return call.interpreter.tuple([.int(range?.lowerBound ?? -1), .int(range?.upperBound ?? -1)])
    },
    .method("expand", "(template)") { call throws(Unwind) in
      let match = try of(call.receiver, call.interpreter)
      let replacement = try RegexReplacement(
        call.required(0), for: match.pattern, isTemplate: true, call.interpreter)
      return try replacement.expand(match.match, match.subject, call.interpreter)
    },
    .property("re") { object, interpreter throws(Unwind) in .native(try of(object, interpreter).pattern) },
    .property("string") { object, interpreter throws(Unwind) in try of(object, interpreter).subject.object },
    .property("pos") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).bounds.start)
    },
    .property("endpos") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).bounds.end)
    },
    .property("regs") { object, interpreter throws(Unwind) in
      interpreter.tuple(
        try of(object, interpreter).match.groups.map { range in
          interpreter.tuple([.int(range?.lowerBound ?? -1), .int(range?.upperBound ?? -1)])
        })
    },
    .property("lastindex") { object, interpreter throws(Unwind) in
      try of(object, interpreter).match.lastGroup.map { .int($0) } ?? .none
    },
    .property("lastgroup") { object, interpreter throws(Unwind) in
      let match = try of(object, interpreter)
      let name = match.pattern.regex.groupNames.first { $0.number == match.match.lastGroup }?.name
      return name.map { .string($0) } ?? .none
    },
  ]

  /// The number of a group given by number or name.
  private func number(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    if let number = key.asInt, match.groups.indices.contains(number) { return number }
    if case .string(let name) = key, let number = pattern.regex.groupNumber(named: name.text) {
      return number
    }
    throw interpreter.raise(.indexError, "no such group")
  }

  private func range(_ key: Object?, _ interpreter: Interpreter) throws(Unwind) -> Range<Int>? {
    match.groups[try key.map { (key) throws(Unwind) in try number(key, interpreter) } ?? 0]
  }

  /// The text of a group; nil if it took no part.
  private func group(_ number: Int, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let range = match.groups[number] else { return nil }
    return try subject.part(range, interpreter)
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try group(try number(key, interpreter), interpreter) ?? Object.none
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let range = match.range
    // The text is cut, closing quote and all.
    let text = try interpreter.repr(of: try subject.part(range, interpreter)).slice(0..<50).text
    return PyString("<re.Match object; span=(\(range.lowerBound), \(range.upperBound)), match=\(text)>")
  }
}
