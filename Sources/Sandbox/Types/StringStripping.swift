/// `strip`, `removeprefix` and their like.
enum StringStripping {
  static func strip(_ call: NativeCall, _ name: String, left: Bool, right: Bool) throws(Unwind) -> Object {
    let text = StringType.receiver(call)
    try call.interpreter.charge(work: text.utf8Count)
    var rest = Substring(text.text).unicodeScalars
    if let object = call.present(0) {
      guard case .string(let characters) = object else {
        throw call.raise(.typeError, "\(name) arg must be None or str")
      }
      let set = Set(characters.scalars)
      trim(&rest, left: left, right: right) { set.contains($0) }
    } else {
      trim(&rest, left: left, right: right, StringText.isSpace)
    }
    if rest.startIndex == text.scalars.startIndex, rest.endIndex == text.scalars.endIndex {
      return call.receiver
    }
    return try call.interpreter.string(String(rest))
  }

  private static func trim(
    _ text: inout Substring.UnicodeScalarView, left: Bool, right: Bool, _ strips: (Unicode.Scalar) -> Bool
  ) {
    if left { text = text.drop(while: strips) }
    if right {
      while let last = text.last, strips(last) { text.removeLast() }
    }
  }

  static func removeAffix(_ call: NativeCall, _ name: String, isPrefix: Bool) throws(Unwind) -> Object {
    guard case .string(let affix) = call.required(0) else {
      throw call.raise(
        .typeError, "\(name)() argument must be str, not \(call.required(0).argumentTypeName)")
    }
    let text = StringType.receiver(call)
    let bytes = text.bytes
    if affix.isEmpty { return call.receiver }
    if isPrefix {
      guard bytes.starts(with: affix.text.utf8) else { return call.receiver }
      return .string(text.slice(utf8: affix.utf8Count..<bytes.count))
    }
    guard bytes.reversed().starts(with: affix.text.utf8.reversed()) else { return call.receiver }
    return .string(text.slice(utf8: 0..<(bytes.count - affix.utf8Count)))
  }
}
