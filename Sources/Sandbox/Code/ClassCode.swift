import SourceText

/// `class`: runs the body in a namespace of its own, and makes a class of it.
final class ClassCode: ExpressionCode {
  private let name: String
  private let qualifiedName: String
  private let bases: [ElementCode]
  private let keywords: [CallCode.KeywordCode]
  private let scope: ScopeCode
  private let docstring: PyString?
  private let body: Block
  /// The cell of `__class__`, which `super()` reads, if a method needs it.
  private let classCell: Int?
  private let closure: [Int]

  init(
    name: String, qualifiedName: String, bases: [ElementCode], keywords: [CallCode.KeywordCode],
    scope: ScopeCode, docstring: PyString?, body: Block, classCell: Int?, closure: [Int], range: ByteRange
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.bases = bases
    self.keywords = keywords
    self.scope = scope
    self.docstring = docstring
    self.body = body
    self.classCell = classCell
    self.closure = closure
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let bases = try bases.evaluate(frame)
    var keywords: [CallArguments.Keyword] = []
    for keyword in self.keywords {
      let value = try keyword.value.evaluate(frame)
      guard let name = keyword.name else { throw interpreter.unsupported("class \(name)(**…)") }
      keywords.append(CallArguments.Keyword(name: name, value: value))
    }
    frame.range = range

    let inner = Frame(
      interpreter, code: scope, globals: frame.globals, closure: closure.map { frame.cells[$0] })
    if let docstring { inner.namespace["__doc__"] = .string(docstring) }
    inner.enumBody = EnumBody.forBases(bases)
    try interpreter.descend()
    interpreter.frame = inner
    defer {
      interpreter.frame = frame
      interpreter.ascend()
    }
    do {
      _ = try body.execute(inner)
    } catch {
      if error == .exception { interpreter.raised?.frames.append(inner.place) }
      throw error
    }
    interpreter.frame = frame
    let cell = classCell.map { inner.cells[$0] }
    return try ClassCreation(
      interpreter: interpreter, name: name, qualifiedName: qualifiedName, moduleName: frame.globals.name,
      bases: bases, keywords: keywords, namespace: inner.namespace,
      publish: { cell?.value = .classObject($0) }
    ).make()
  }
}
