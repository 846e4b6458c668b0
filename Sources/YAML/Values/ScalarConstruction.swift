/// One scalar's value as the Panther tool's loader constructs it: by its tag if it has one, else by its
/// style and text.
extension YAMLNode {
  /// What this node means on its own: null for a missing one, and for an alias the meaning of its target.
  /// Collections, which are no scalars, count as rejected.
  package var resolvedScalar: YAMLScalarValue {
    switch record.kind {
    case .alias:
      guard let target else { return .rejected(.undefinedAlias) }
      return target.resolvedScalar
    case .mapping, .sequence: return .rejected(.tagMismatch)
    case .missing: return tag == "!" ? .string("") : construct(text: "")
    case .scalar: return construct(text: nil)
    }
  }

  /// - Parameter text: The decoded text if it is known already.
  private func construct(text: String?) -> YAMLScalarValue {
    let record = record
    let tag = record.properties >= 0 ? tag : nil
    if let tag, tag != "!" { return Self.construct(text ?? scalarText, tag: tag) }
    // PyYAML resolves even a quoted scalar by its text when its tag is a lone `!`.
    let isResolved = record.kind == .missing || record.style == .plain || tag == "!"
    guard isResolved else { return .string(text ?? scalarText) }
    let isVerbatim = record.kind == .missing || record.flags.contains(.verbatim)
    let bytes =
      isVerbatim
      ? tree.source.bytes[Int(record.contentStart)..<Int(record.contentEnd)] : Array(scalarText.utf8)[...]
    switch ScalarResolution.resolve(bytes) {
    case .null: return .null
    case .bool: return .bool(bytes.first.map { $0 | 0x20 } == UInt8(ascii: "t"))
    case .int: return NumberConstruction.int(String(decoding: bytes, as: UTF8.self))
    case .float: return NumberConstruction.float(String(decoding: bytes, as: UTF8.self))
    case .string: return .string(text ?? scalarText)
    case .merge: return .rejected(.mergeValue)
    case .valueIndicator: return .rejected(.valueIndicator)
    }
  }

  /// Why the loader rejects this scalar; nil if it takes it. Cheaper than `resolvedScalar` for most.
  var rejection: YAMLErrorCode? {
    let record = record
    if record.properties < 0 {
      guard record.kind == .scalar, record.style == .plain else { return nil }
      switch ScalarResolution.resolve(tree.source.bytes[contentRange]) {
      case .null, .bool, .string: return nil
      case .merge: return .mergeValue
      case .valueIndicator: return .valueIndicator
      case .int, .float: break
      }
    }
    if case .rejected(let code) = resolvedScalar { return code }
    return nil
  }

  /// `<<` and `=` as keys, which PyYAML treats apart (`SafeConstructor.flatten_mapping`).
  enum SpecialKey { case merge, valueIndicator }

  var specialKey: SpecialKey? {
    let node = target ?? self
    let record = node.record
    guard record.kind == .scalar || record.kind == .missing else { return nil }
    if record.properties < 0 {
      let length = record.contentEnd - record.contentStart
      guard record.style == .plain, record.kind == .scalar, length == 1 || length == 2 else { return nil }
    }
    switch node.rejection {
    case .mergeValue: return .merge
    case .valueIndicator: return .valueIndicator
    default: return nil
    }
  }

  static let coreTagPrefix = "tag:yaml.org,2002:"

  private static func construct(_ text: String, tag: String) -> YAMLScalarValue {
    guard tag.hasPrefix(coreTagPrefix) else { return .rejected(.unknownTag) }
    switch tag.dropFirst(coreTagPrefix.count) {
    case "null": return .null
    case "bool":
      switch text {
      case "true", "True", "TRUE": return .bool(true)
      case "false", "False", "FALSE": return .bool(false)
      default: return .string(text)
      }
    case "int": return NumberConstruction.int(text)
    case "float": return NumberConstruction.float(text)
    case "str", "timestamp": return .string(text)
    case "binary": return Base64.decode(text).map(YAMLScalarValue.binary) ?? .rejected(.tagMismatch)
    case "map", "seq", "set", "omap", "pairs": return .rejected(.tagMismatch)
    case "merge": return .rejected(.mergeValue)
    case "value": return .rejected(.valueIndicator)
    default: return .rejected(.unknownTag)
    }
  }
}

/// Base 64 as CPython's `base64.decodebytes` reads it: foreign characters are skipped, padding is required.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func decode(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    var pads = 0
    var left: UInt8 = 0
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      if byte == UInt8(ascii: "=") {
        pads += 1
        if position >= 2, position + pads >= 4 { return result }
        continue
      }
      guard let digit = value(of: byte) else { continue }
      pads = 0
      switch position {
      case 0: left = digit
      case 1: result.append(left << 2 | digit >> 4)
      case 2: result.append(left << 4 | digit >> 2)
      default: result.append(left << 6 | digit)
      }
      left = digit
      position = (position + 1) % 4
    }
    return position == 0 ? result : nil
  }

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let word = chunk.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - chunk.count))
      for place in 0..<4 {
        let isPadding = place > chunk.count
        text.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(word >> UInt32(18 - 6 * place) & 0x3F)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
