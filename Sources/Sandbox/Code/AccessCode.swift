import SourceText

final class AttributeCode: ExpressionCode {
  let object: ExpressionCode
  let name: String

  init(_ object: ExpressionCode, name: String, range: ByteRange) {
    self.object = object
    self.name = name
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let object = try object.evaluate(frame)
    frame.range = range
    return try frame.interpreter.attribute(of: object, name)
  }
}

final class SubscriptCode: ExpressionCode {
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
    return try frame.interpreter.item(of: object, key)
  }
}

/// `object["key"]`, the commonest subscript: the key's hash is known.
final class TextSubscriptCode: ExpressionCode {
  private let object: ExpressionCode
  private let key: PyString
  private let hash: Int

  init(_ object: ExpressionCode, key: PyString, range: ByteRange) {
    self.object = object
    self.key = key
    hash = key.keyHash
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let object = try object.evaluate(frame)
    frame.range = range
    // A part of the resource, whose reads are recorded, a dict of another class and a missing key are left to the
    // interpreter.
    if case .dict(let dict) = object, dict.origin == 0, dict.instance == nil,
      case .found(let position) = dict.table.find(key, hash: hash),
      let value = dict.table.value(at: position)
    {
      return value
    }
    return try frame.interpreter.item(of: object, .string(key))
  }
}

final class SliceCode: ExpressionCode {
  private let lower: ExpressionCode?
  private let upper: ExpressionCode?
  private let step: ExpressionCode?

  init(lower: ExpressionCode?, upper: ExpressionCode?, step: ExpressionCode?, range: ByteRange) {
    self.lower = lower
    self.upper = upper
    self.step = step
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    .native(
      SliceObject(
        start: try lower?.evaluate(frame) ?? .none, stop: try upper?.evaluate(frame) ?? .none,
        step: try step?.evaluate(frame) ?? .none))
  }
}
