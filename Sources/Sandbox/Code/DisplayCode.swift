import Python
import SourceText

/// An element of a display or an argument: a value, or `*values`.
struct ElementCode {
  let value: ExpressionCode
  let isStarred: Bool
}

extension [ElementCode] {
  /// The values, with starred ones spread. A set says of what can't be what any iteration says of it.
  func evaluate(_ frame: Frame, inSet: Bool = false) throws(Unwind) -> [Object] {
    var items: [Object] = []
    items.reserveCapacity(count)
    for element in self {
      let value = try element.value.evaluate(frame)
      if element.isStarred {
        frame.range = element.value.range
        items += inSet ? try frame.interpreter.items(of: value) : try frame.interpreter.spread(value)
      } else {
        items.append(value)
      }
    }
    return items
  }
}

extension Interpreter {
  /// What `*value` stands for in a list or tuple.
  fileprivate func spread(_ value: Object) throws(Unwind) -> [Object] {
    do {
      return try listed(value)
    } catch {
      guard catches(error, .typeError), !isIterable(value) else { throw error }
      discardException()
      throw raise(.typeError, "Value after * must be an iterable, not \(value.qualifiedTypeName)")
    }
  }
}

final class ListCode: ExpressionCode {
  private let elements: [ElementCode]

  init(_ elements: [ElementCode], range: ByteRange) {
    self.elements = elements
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    try frame.interpreter.list(try elements.evaluate(frame))
  }
}

final class TupleCode: ExpressionCode {
  private let elements: [ElementCode]

  init(_ elements: [ElementCode], range: ByteRange) {
    self.elements = elements
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    frame.interpreter.tuple(try elements.evaluate(frame))
  }
}

final class SetCode: ExpressionCode {
  private let elements: [ElementCode]

  init(_ elements: [ElementCode], range: ByteRange) {
    self.elements = elements
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let items = try elements.evaluate(frame, inSet: true)
    frame.range = range
    return try frame.interpreter.set(items)
  }
}

/// `{key: value, **mapping}`.
final class DictCode: ExpressionCode {
  private let items: [(key: ExpressionCode?, value: ExpressionCode)]

  init(_ items: [(key: ExpressionCode?, value: ExpressionCode)], range: ByteRange) {
    self.items = items
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let dict = interpreter.makeDict()
    try interpreter.charge(elements: items.count)
    for item in items {
      guard let key = item.key else {
        let mapping = try item.value.evaluate(frame)
        frame.range = item.value.range
        try interpreter.spread(mapping, into: dict)
        continue
      }
      let keyValue = try key.evaluate(frame)
      let value = try item.value.evaluate(frame)
      frame.range = range
      try interpreter.set(keyValue, to: value, in: dict)
    }
    return .dict(dict)
  }
}

extension Interpreter {
  /// `{**mapping}`.
  func spread(_ mapping: Object, into dict: DictObject) throws(Unwind) {
    if case .dict(let other) = mapping { return try update(dict, with: other) }
    if case .placeholder(let value) = mapping { throw unsupported(value.name) }
    guard let pairs = try mappingItems(mapping) else {
      throw raise(.typeError, "'\(mapping.qualifiedTypeName)' object is not a mapping")
    }
    for (key, value) in pairs { try set(key, to: value, in: dict) }
  }

  /// The items of anything that has `keys`, by `x[key]`; `nil` for other objects.
  func mappingItems(_ object: Object) throws(Unwind) -> [(Object, Object)]? {
    if case .dict(let dict) = object { return dict.table.pairs.map { ($0.key, $0.value) } }
    switch object {
    case .native, .instance: break
    default: return nil
    }
    guard let keys = try attributeIfPresent(of: object, "keys") else { return nil }
    var pairs: [(Object, Object)] = []
    for key in try items(of: try call(keys, CallArguments())) {
      pairs.append((key, try item(of: object, key)))
    }
    return pairs
  }
}

/// An f-string: texts and replacement fields in turn.
final class FormattedStringCode: ExpressionCode {
  enum Part {
    case text(PyString)
    case field(ExpressionCode, conversion: Conversion?, specification: ExpressionCode?)
  }

  private let parts: [Part]

  init(_ parts: [Part], range: ByteRange) {
    self.parts = parts
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text.text
      case .field(let expression, let conversion, let specification):
        var value = try expression.evaluate(frame)
        frame.range = expression.range
        switch conversion {
        case .str?: value = .string(try interpreter.str(of: value))
        case .repr?: value = .string(try interpreter.repr(of: value))
        case .ascii?: value = .string(try interpreter.ascii(of: value))
        case nil: break
        }
        if case .string(let text) = value, specification == nil {
          result += text.text
          continue
        }
        var format = PyString.empty
        if let specification, case .string(let text) = try specification.evaluate(frame) { format = text }
        result += try interpreter.format(value, format).text
      }
      guard result.utf8.count <= interpreter.limits.stringBytes else {
        throw interpreter.exceeded(.stringLength)
      }
    }
    return try interpreter.string(result)
  }
}
