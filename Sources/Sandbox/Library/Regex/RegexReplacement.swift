/// What `sub` puts in place of a match: a text, a template, or what a function makes of it (`pattern_subx`).
struct RegexReplacement {
  private enum Kind {
    case text(CodePoints)
    case template(RegexTemplate)
    case function(Object)
    /// Text where the subject is bytes, or bytes where it is text: an error once there is something to replace.
    case mismatched(String)
  }

  private let kind: Kind
  private let pattern: RegexPatternObject

  /// - Parameter isTemplate: Whether it is `Match.expand`'s, which is never a function.
  init(
    _ object: Object, for pattern: RegexPatternObject, isTemplate: Bool, _ interpreter: Interpreter
  ) throws(Unwind) {
    self.pattern = pattern
    if !isTemplate, try interpreter.isCallable(object) {
      kind = .function(object)
      return
    }
    guard let text = try RegexSubject(object, interpreter) else {
      // A template is looked up in a cache, which wants a hash.
      if !isTemplate { _ = try interpreter.hash(of: object) }
      throw RegexModule.notDecodable(object, interpreter)
    }
    let hasEscapes = text.codePoints.contains(0x5C)
    if hasEscapes, !isTemplate { _ = try interpreter.hash(of: object) }
    guard text.isBytes == pattern.isBytes else {
      if hasEscapes || isTemplate {
        throw interpreter.unsupported("a replacement template of type \(object.typeName)")
      }
      kind = .mismatched(object.typeName)
      return
    }
    guard hasEscapes else {
      kind = .text(text.codePoints)
      return
    }
    do {
      kind = .template(try RegexTemplate(text.codePoints, for: pattern.regex, isBytes: text.isBytes))
    } catch {
      throw RegexModule.unwind(error, pattern: text.object, interpreter)
    }
  }

  /// `Match.expand`.
  func expand(
    _ match: Regex.Match, _ subject: RegexSubject, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let text: CodePoints =
      switch kind {
      case .text(let text): text
      case .template(let template): template.expand(match, in: subject.codePoints)
      case .function, .mismatched: []
      }
    return try RegexSubject.object(text, isBytes: subject.isBytes, interpreter)
  }

  /// The text in place of a match; `nil` for the `None` of a function. `piece` is which of the pieces of the result
  /// it is.
  func replacing(
    _ match: RegexMatchObject, piece: Int, _ interpreter: Interpreter
  ) throws(Unwind) -> CodePoints? {
    switch kind {
    case .text(let text): return text
    case .template(let template): return template.expand(match.match, in: match.subject.codePoints)
    case .mismatched(let type): throw mismatch(piece, type, interpreter)
    case .function(let function):
      let made = try interpreter.call(function, with: .native(interpreter.heap.adopt(match)))
      if made.isNone { return nil }
      guard let text = try RegexSubject(made, interpreter), text.isBytes == pattern.isBytes else {
        throw mismatch(piece, made.qualifiedTypeName, interpreter)
      }
      return text.codePoints
    }
  }

  private func mismatch(_ piece: Int, _ type: String, _ interpreter: Interpreter) -> Unwind {
    interpreter.raise(
      .typeError,
      pattern.isBytes
        ? "sequence item \(piece): expected a bytes-like object, \(type) found"
        : "sequence item \(piece): expected str instance, \(type) found")
  }
}
