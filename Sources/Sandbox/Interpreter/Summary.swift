/// A short `repr` for people that runs no evaluated code and can't fail: long and deep values are cut with `…`.
package enum Summary {
  private static let maximumLength = 80
  private static let maximumItems = 4
  private static let maximumDepth = 2

  package static func text(of object: Object) -> String {
    let text = text(of: object, depth: 0)
    guard text.unicodeScalars.count > maximumLength else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumLength - 1))) + "…"
  }

  private static func text(of object: Object, depth: Int) -> String {
    switch object {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): String(value)
    case .bigInt(let object): integer(object.value)
    case .float(let value): FloatText.repr(value)
    case .string(let value): StringText.repr(value.slice(0..<maximumLength)).text
    case .bytes(let value): StringText.repr(bytes: value.bytes.prefix(maximumLength)).text
    case .list(let value): "[" + list(value.items, depth) + "]"
    case .tuple(let value):
      "(" + list(value.items, depth) + (value.items.count == 1 ? ",)" : ")")
    case .set(let value): set(value, depth)
    case .dict(let value): dict(value, depth)
    case .function(let value): value.name
    case .builtin(let value): value.function.name
    case .type, .classObject: object.asType?.name ?? "type"
    case .module(let value): value.name
    case .placeholder(let value): value.name
    case .exception(let value): value.type.name + "(" + list(value.arguments, depth) + ")"
    case .ellipsis: "Ellipsis"
    case .notImplemented: "NotImplemented"
    case .iterator, .boundMethod, .instance, .native: "<\(object.typeName)>"
    }
  }

  /// One too long to convert is shown in hexadecimal.
  private static func integer(_ value: BigInteger) -> String {
    if value.bitLength <= BigInteger.maximumDigits { return value.text() }
    let top = value.shiftedRight(value.bitLength - 4 * maximumLength)
    return (value.isNegative ? "-0x" : "0x") + top.magnitude.text(radix: 16)
  }

  private static func list(_ items: [Object], _ depth: Int) -> String {
    if items.isEmpty { return "" }
    guard depth < maximumDepth else { return "…" }
    let shown = items.prefix(maximumItems).map { text(of: $0, depth: depth + 1) }
    return (shown + (items.count > maximumItems ? ["…"] : [])).joined(separator: ", ")
  }

  private static func set(_ set: SetObject, _ depth: Int) -> String {
    if set.table.isEmpty { return set.isFrozen ? "frozenset()" : "set()" }
    let text = "{" + list(set.table.keys, depth) + "}"
    return set.isFrozen ? "frozenset(\(text))" : text
  }

  private static func dict(_ dict: DictObject, _ depth: Int) -> String {
    if dict.table.isEmpty { return "{}" }
    guard depth < maximumDepth else { return "{…}" }
    let shown = dict.table.pairs.prefix(maximumItems).map {
      text(of: $0.key, depth: depth + 1) + ": " + text(of: $0.value, depth: depth + 1)
    }
    return "{" + (shown + (dict.table.count > maximumItems ? ["…"] : [])).joined(separator: ", ") + "}"
  }
}
