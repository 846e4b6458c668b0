import Python
import SourceText

/// `x: T` in a module or class body: the annotation is evaluated, and kept in `__annotations__` if the target is a
/// plain name (Language Reference 7.2.2).
final class AnnotationStatement: StatementCode {
  private let assignment: StatementCode?
  /// `nil` for a target that isn't a plain name.
  private let name: String?
  private let annotation: ExpressionCode

  init(_ assignment: StatementCode?, name: String?, annotation: ExpressionCode, range: ByteRange) {
    self.assignment = assignment
    self.name = name
    self.annotation = annotation
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    if let assignment { _ = try assignment.execute(frame) }
    let value = try annotation.evaluate(frame)
    guard let name else { return .normal }
    frame.range = range
    let annotations = try annotations(frame)
    try frame.interpreter.setItem(of: annotations, .string(name), to: value)
    return .normal
  }

  private func annotations(_ frame: Frame) throws(Unwind) -> Object {
    let key = "__annotations__"
    let isModule = frame.code.kind == .module
    if let known = isModule ? frame.globals.attributes[key] : frame.namespace[key] { return known }
    let made = Object.dict(frame.interpreter.makeDict())
    if isModule { frame.globals.attributes[key] = made } else { frame.namespace[key] = made }
    return made
  }
}

/// `T[…]` in an annotation: as anywhere, but a name that is only a placeholder gives another.
final class AnnotationSubscript: ExpressionCode {
  private let object: ExpressionCode
  private let key: ExpressionCode

  init(_ object: ExpressionCode, key: ExpressionCode, range: ByteRange) {
    self.object = object
    self.key = key
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let object = try object.evaluate(frame)
    let key = try key.evaluate(frame)
    frame.range = range
    if case .placeholder(let value) = object {
      return .placeholder(frame.interpreter.heap.adopt(Placeholder("\(value.name)[…]")))
    }
    return try frame.interpreter.item(of: object, key)
  }
}

/// `X | Y` in an annotation.
final class AnnotationUnion: ExpressionCode {
  private let left: ExpressionCode
  private let right: ExpressionCode

  init(_ left: ExpressionCode, _ right: ExpressionCode, range: ByteRange) {
    self.left = left
    self.right = right
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let left = try left.evaluate(frame)
    let right = try right.evaluate(frame)
    frame.range = range
    for operand in [left, right] {
      if case .placeholder(let value) = operand {
        return .placeholder(frame.interpreter.heap.adopt(Placeholder("\(value.name) | …")))
      }
    }
    return try frame.interpreter.binary(.bitOr, left, right)
  }
}

extension Lowering {
  func annotated(
    _ target: Expression, _ annotation: Expression, _ value: StatementCode?, isSimple: Bool,
    _ range: ByteRange
  ) -> StatementCode {
    // In a function an annotation says nothing.
    guard scope.kind != .function else { return value ?? PassStatement(range: range) }
    var name: String?
    if isSimple, case .name(let text) = target.kind { name = mangled(text) }
    return AnnotationStatement(value, name: name, annotation: self.annotation(annotation), range: range)
  }

  /// An annotation: its text if the module says so (PEP 563), else its value.
  func annotation(_ expression: Expression) -> ExpressionCode {
    if scope.root.postponesAnnotations {
      guard let text = AnnotationText.text(of: expression) else {
        return ConstantCode(
          .placeholder(Placeholder("the text of an annotation")), range: expression.range)
      }
      return ConstantCode(.string(text), range: expression.range)
    }
    return annotationValue(expression)
  }

  private func annotationValue(_ expression: Expression) -> ExpressionCode {
    switch expression.kind {
    case .subscript(let value, let slice):
      return AnnotationSubscript(
        annotationValue(value), key: annotationValue(slice), range: expression.range)
    case .binOp(let left, .bitOr, let right):
      return AnnotationUnion(annotationValue(left), annotationValue(right), range: expression.range)
    case .tuple(let elements) where !elements.contains(where: \.isStarred):
      return TupleCode(
        elements.map { ElementCode(value: annotationValue($0), isStarred: false) }, range: expression.range)
    case .list(let elements) where !elements.contains(where: \.isStarred):
      return ListCode(
        elements.map { ElementCode(value: annotationValue($0), isStarred: false) }, range: expression.range)
    default: return self.expression(expression)
    }
  }
}

/// An annotation written out as CPython's `ast.unparse` would, for the forms that types are written in.
enum AnnotationText {
  static func text(of expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): return name
    case .constant(.none): return "None"
    case .constant(.ellipsis): return "..."
    case .constant(.int(let value)): return String(value)
    case .constant(.string(let text)): return StringText.repr(PyString(text)).text
    case .attribute(let value, let name): return text(of: value).map { "\($0).\(name.name)" }
    case .subscript(let value, let slice):
      guard let outer = text(of: value) else { return nil }
      if case .tuple(let elements) = slice.kind, !elements.isEmpty {
        return list(elements).map { "\(outer)[\($0)\(elements.count == 1 ? "," : "")]" }
      }
      return text(of: slice).map { "\(outer)[\($0)]" }
    case .list(let elements): return list(elements).map { "[\($0)]" }
    case .binOp(let left, .bitOr, let right):
      guard let left = text(of: left), let right = text(of: right) else { return nil }
      return "\(left) | \(right)"
    default: return nil
    }
  }

  private static func list(_ elements: [Expression]) -> String? {
    let texts = elements.compactMap(text)
    return texts.count == elements.count ? texts.joined(separator: ", ") : nil
  }
}

extension Interpreter {
  /// `f.__annotations__`.
  func annotations(of function: FunctionObject) throws(Unwind) -> Object {
    let made = try dict(function.annotations.map { (.string($0.name), $0.value) })
    function.attributes["__annotations__"] = made
    return made
  }

  /// `__annotations__` of the class itself.
  func annotationsOfClass(_ type: ClassObject) throws(Unwind) -> Object? {
    type.attributes["__annotations__"]
  }
}
