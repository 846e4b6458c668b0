/// What a pattern is, is matched against, or puts in place of a match: text, or bytes each of which is a character.
struct RegexSubject {
  /// The object itself, for `Match.string` and what is handed back unchanged.
  let object: Object
  let codePoints: CodePoints
  let isBytes: Bool

  init(_ text: PyString) {
    object = .string(text)
    codePoints = CodePoints(text.text)
    isBytes = false
  }

  private init(_ object: Object, _ bytes: [UInt8]) {
    self.object = object
    codePoints = bytes.map(UInt32.init)
    isBytes = true
  }

  /// `nil` for what is neither text nor bytes.
  init?(_ object: Object, _ interpreter: Interpreter) throws(Unwind) {
    if case .string(let text) = object {
      try interpreter.charge(work: text.utf8Count)
      self.init(text)
    } else if let bytes = object.asBytesLike {
      try interpreter.charge(work: bytes.count)
      self.init(object, bytes)
    } else {
      return nil
    }
  }

  /// What a pattern searches.
  static func searched(
    _ object: Object, isBytes: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> RegexSubject {
    guard let subject = try RegexSubject(object, interpreter) else {
      if case .placeholder(let value) = object { throw interpreter.unsupported(value.name) }
      throw interpreter.raise(
        .typeError, "expected string or bytes-like object, got '\(object.qualifiedTypeName)'")
    }
    if subject.isBytes != isBytes {
      throw interpreter.raise(
        .typeError,
        isBytes
          ? "cannot use a bytes pattern on a string-like object"
          : "cannot use a string pattern on a bytes-like object")
    }
    return subject
  }

  /// A part of the subject as an object.
  func part(_ range: Range<Int>, _ interpreter: Interpreter) throws(Unwind) -> Object {
    if case .string(let text) = object, range == 0..<codePoints.count { return .string(text) }
    return try Self.object(codePoints[range], isBytes: isBytes, interpreter)
  }

  static func object(
    _ codePoints: some Collection<UInt32>, isBytes: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    if isBytes { return try interpreter.bytes(codePoints.map { UInt8(truncatingIfNeeded: $0) }) }
    return try interpreter.string(String(showing: codePoints))
  }
}
