import SourceText

/// `class`: runs the body in a namespace of its own, and makes a class of it.
final class ClassCode: ExpressionCode {
  private let name: String
  private let qualifiedName: String
  private let bases: [ElementCode]
  private let keywords: [String]
  private let scope: ScopeCode
  private let body: Block
  /// The cell of `__class__`, which `super()` reads, if a method needs it.
  private let classCell: Int?
  private let closure: [Int]

  init(
    name: String, qualifiedName: String, bases: [ElementCode], keywords: [String], scope: ScopeCode,
    body: Block, classCell: Int?, closure: [Int], range: ByteRange
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.bases = bases
    self.keywords = keywords
    self.scope = scope
    self.body = body
    self.classCell = classCell
    self.closure = closure
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let bases = try bases.evaluate(frame)
    frame.range = range
    if let keyword = keywords.first { throw interpreter.unsupported("class \(name)(\(keyword)=…)") }
    var types: [PythonType] = []
    for base in bases { types.append(try interpreter.baseType(base, of: name)) }
    if types.isEmpty { types = [.native(.object)] }

    let inner = Frame(
      interpreter, code: scope, globals: frame.globals, closure: closure.map { frame.cells[$0] })
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
    let type = ClassObject(
      name: name, qualifiedName: qualifiedName, moduleName: frame.globals.name, bases: types,
      attributes: inner.namespace)
    guard type.linearize() else {
      let names = types.map(\.name).joined(separator: ", ")
      throw interpreter.raise(
        .typeError, "Cannot create a consistent method resolution\norder (MRO) for bases \(names)")
    }
    if let classCell { inner.cells[classCell].value = .classObject(type) }
    let object = Object.classObject(interpreter.heap.adopt(type))
    for base in types {
      if case .user(let user) = base, user.userAttribute("__init_subclass__") != nil {
        throw interpreter.unsupported("__init_subclass__")
      }
    }
    for value in inner.namespace.values {
      if case .instance(let instance) = value, instance.classObject.userAttribute("__set_name__") != nil {
        throw interpreter.unsupported("__set_name__")
      }
    }
    return object
  }
}

extension Interpreter {
  func baseType(_ object: Object, of name: String) throws(Unwind) -> PythonType {
    switch object {
    case .classObject(let type): return .user(type)
    case .type(let type):
      if type.isSubclassable { return .native(type) }
      if type.isSealed {
        throw raise(.typeError, "type '\(type.name)' is not an acceptable base type")
      }
      throw unsupported("class \(name)(\(type.qualifiedName))")
    case .placeholder(let value): throw unsupported("class \(name)(\(value.name))")
    default: throw unsupported("class \(name)(\(object.qualifiedTypeName) instance)")
    }
  }
}

extension NativeType {
  /// Whether CPython, too, refuses it as a base.
  fileprivate var isSealed: Bool {
    let sealed: [NativeType] = [.bool, .noneType, .function, .slice, .range]
    return sealed.contains { $0 === self }
  }
}
