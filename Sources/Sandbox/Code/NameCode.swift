import SourceText

/// Where a name's value is kept.
enum Binding {
  case local(Int)
  case cell(Int)
  /// The module's names, then the built-in ones.
  case global
  /// A class body's names, then what `fallback` says: the name is free in the body, or global.
  indirect case classBody(fallback: Binding)
}

/// A name that is read.
final class LocalCode: ExpressionCode {
  private let slot: Int
  private let name: String

  init(slot: Int, name: String, range: ByteRange) {
    self.slot = slot
    self.name = name
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    if let value = frame.locals[slot] { return value }
    frame.range = range
    throw frame.interpreter.unboundLocal(name)
  }
}

final class CellCode: ExpressionCode {
  private let index: Int
  private let name: String

  init(index: Int, name: String, range: ByteRange) {
    self.index = index
    self.name = name
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    if let value = frame.cells[index].value { return value }
    frame.range = range
    if index < frame.code.ownCellCount { throw frame.interpreter.unboundLocal(name) }
    throw frame.interpreter.raise(
      .nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
  }
}

final class GlobalCode: ExpressionCode {
  private let name: String
  /// Its number in the module's table of names.
  private let slot: Int

  init(name: String, slot: Int, range: ByteRange) {
    self.name = name
    self.slot = slot
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    if let value = frame.globals.attributes[slot: slot] { return value }
    frame.range = range
    let interpreter = frame.interpreter
    return try frame.globals.builtin(slot) { () throws(Unwind) in
      if let module = frame.globals.starImports.last, Builtins.members[name] == nil {
        throw interpreter.unsupported("\(name), perhaps of \(module)")
      }
      return try interpreter.builtin(name)
    }
  }
}

final class ClassBodyNameCode: ExpressionCode {
  private let name: String
  private let fallback: ExpressionCode

  init(name: String, fallback: ExpressionCode, range: ByteRange) {
    self.name = name
    self.fallback = fallback
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    if let value = frame.namespace[name] { return value }
    return try fallback.evaluate(frame)
  }
}

extension Interpreter {
  func unboundLocal(_ name: String) -> Unwind {
    raise(
      .unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
  }

  /// A built-in name, or `NameError`.
  func builtin(_ name: String) throws(Unwind) -> Object {
    if let value = builtinValues[name] { return value }
    if let member = Builtins.members[name] {
      let value: Object
      switch member.kind {
      case .type(let type): value = .type(type)
      case .function(let function): value = .builtin(heap.adopt(BuiltinFunction(function)))
      case .constant(let make): value = make(self)
      default: value = .none
      }
      builtinValues[name] = value
      return value
    }
    if Builtins.unsupported.contains(name) { throw unsupported(name) }
    let error = raise(.nameError, "name '\(name)' is not defined")
    raised?.attributes["name"] = .string(name)
    throw error
  }
}

// MARK: Storing

/// What can stand left of `=`, after `for`, `as` or `del`.
class TargetCode {
  let range: ByteRange

  init(range: ByteRange) {
    self.range = range
  }

  /// What it is bound to, for a single name of the frame itself.
  func current(_ frame: Frame) -> Object? { nil }
  func assign(_ value: Object, _ frame: Frame) throws(Unwind) {}
  func delete(_ frame: Frame) throws(Unwind) {}
}

final class NameTarget: TargetCode {
  private let name: String
  private let binding: Binding
  /// Its number in the module's table of names, if the module keeps it.
  private let slot: Int

  init(name: String, binding: Binding, slot: Int, range: ByteRange) {
    self.name = name
    self.binding = binding
    self.slot = slot
    super.init(range: range)
  }

  override func current(_ frame: Frame) -> Object? {
    switch binding {
    case .local(let slot): frame.locals[slot]
    case .cell(let index): frame.cells[index].value
    case .global, .classBody: nil
    }
  }

  override func assign(_ value: Object, _ frame: Frame) throws(Unwind) {
    switch binding {
    case .local(let slot): frame.locals[slot] = value
    case .cell(let index): frame.cells[index].value = value
    case .global: frame.globals.attributes[slot: slot] = value
    case .classBody:
      if let body = frame.enumBody {
        frame.namespace[name] = try body.store(value, as: name, frame.interpreter)
      } else {
        frame.namespace[name] = value
      }
    }
  }

  override func delete(_ frame: Frame) throws(Unwind) {
    frame.range = range
    switch binding {
    case .local(let slot):
      if frame.locals[slot] == nil { throw frame.interpreter.unboundLocal(name) }
      frame.locals[slot] = nil
    case .cell(let index):
      if frame.cells[index].value == nil { throw frame.interpreter.unboundLocal(name) }
      frame.cells[index].value = nil
    case .global:
      if frame.globals.attributes[slot: slot] == nil { throw undefined(frame) }
      frame.globals.attributes[slot: slot] = nil
    case .classBody:
      if frame.namespace.removeValue(forKey: name) == nil { throw undefined(frame) }
    }
  }

  private func undefined(_ frame: Frame) -> Unwind {
    frame.interpreter.raise(.nameError, "name '\(name)' is not defined")
  }
}

final class AttributeTarget: TargetCode {
  private let object: ExpressionCode
  private let name: String

  init(_ object: ExpressionCode, name: String, range: ByteRange) {
    self.object = object
    self.name = name
    super.init(range: range)
  }

  override func assign(_ value: Object, _ frame: Frame) throws(Unwind) {
    let object = try object.evaluate(frame)
    frame.range = range
    try frame.interpreter.setAttribute(of: object, name, to: value)
  }

  override func delete(_ frame: Frame) throws(Unwind) {
    let object = try object.evaluate(frame)
    frame.range = range
    try frame.interpreter.setAttribute(of: object, name, to: nil)
  }
}

final class ItemTarget: TargetCode {
  private let object: ExpressionCode
  private let key: ExpressionCode

  init(_ object: ExpressionCode, key: ExpressionCode, range: ByteRange) {
    self.object = object
    self.key = key
    super.init(range: range)
  }

  override func assign(_ value: Object, _ frame: Frame) throws(Unwind) {
    let object = try object.evaluate(frame)
    let key = try key.evaluate(frame)
    frame.range = range
    try frame.interpreter.setItem(of: object, key, to: value)
  }

  override func delete(_ frame: Frame) throws(Unwind) {
    let object = try object.evaluate(frame)
    let key = try key.evaluate(frame)
    frame.range = range
    try frame.interpreter.deleteItem(of: object, key)
  }
}

/// `a, *b, c`.
final class SequenceTarget: TargetCode {
  private let targets: [TargetCode]
  private let starred: Int?

  init(_ targets: [TargetCode], starred: Int?, range: ByteRange) {
    self.targets = targets
    self.starred = starred
    super.init(range: range)
  }

  override func assign(_ value: Object, _ frame: Frame) throws(Unwind) {
    frame.range = range
    let interpreter = frame.interpreter
    let items: [Object]
    if let starred {
      items = try interpreter.unpack(value, before: starred, after: targets.count - starred - 1)
    } else {
      items = try interpreter.unpack(value, count: targets.count)
    }
    for (target, item) in zip(targets, items) { try target.assign(item, frame) }
  }

  override func delete(_ frame: Frame) throws(Unwind) {
    for target in targets { try target.delete(frame) }
  }
}

final class UnsupportedTarget: TargetCode {
  private let construct: String

  init(_ construct: String, range: ByteRange) {
    self.construct = construct
    super.init(range: range)
  }

  override func assign(_ value: Object, _ frame: Frame) throws(Unwind) {
    frame.range = range
    throw frame.interpreter.unsupported(construct)
  }

  override func delete(_ frame: Frame) throws(Unwind) {
    frame.range = range
    throw frame.interpreter.unsupported(construct)
  }
}
