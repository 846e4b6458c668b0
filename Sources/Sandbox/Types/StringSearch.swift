/// `count`, `find`, `startswith`, `replace` and their like.
enum StringSearch {
  /// The part of the receiver between `start` and `end`, as bytes, and where it begins. `nil` when `start` is past
  /// the end.
  private static func window(_ call: NativeCall) throws(Unwind) -> (bytes: [UInt8], offset: Int)? {
    let text = StringType.receiver(call)
    if call.present(1) == nil, call.present(2) == nil { return (text.bytes, 0) }
    guard let part = try BytesSearch.window(call, count: text.count) else { return nil }
    let (from, to) = (text.utf8Offset(of: part.lowerBound), text.utf8Offset(of: part.upperBound))
    return (Array(text.bytes[from..<to]), from)
  }

  private static func needle(_ call: NativeCall, _ index: Int = 0) throws(Unwind) -> PyString {
    guard case .string(let text) = call.required(index) else {
      throw call.raise(.typeError, "must be str, not \(call.required(index).qualifiedTypeName)")
    }
    return text
  }

  /// The code point index of a match.
  static func find(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Int? {
    // The bounds are read before the type of the argument is looked at.
    let window = try window(call)
    let needle = try needle(call)
    guard let (bytes, offset) = window else { return nil }
    try call.interpreter.charge(work: bytes.count)
    let found =
      fromEnd
      ? ByteSearch.last(needle.bytes, in: bytes, before: bytes.count)
      : ByteSearch.first(needle.bytes, in: bytes, from: 0)
    return found.map { StringType.receiver(call).index(ofUTF8: $0 + offset) }
  }

  @Sendable static func count(_ call: NativeCall) throws(Unwind) -> Object {
    let window = try window(call)
    let needle = try needle(call)
    guard let (bytes, _) = window else { return .int(0) }
    try call.interpreter.charge(work: bytes.count)
    if needle.isEmpty { return .int(bytes.count { $0 & 0xC0 != 0x80 } + 1) }
    return .int(ByteSearch.all(needle.bytes, in: bytes).count)
  }

  static func matchesEnd(_ call: NativeCall, _ name: String, atStart: Bool) throws(Unwind) -> Object {
    let window = try window(call)
    let candidates: [Object]
    switch call.required(0) {
    case .string: candidates = [call.required(0)]
    case .tuple(let tuple): candidates = tuple.items
    case let object:
      throw call.raise(
        .typeError, "\(name) first arg must be str or a tuple of str, not \(object.qualifiedTypeName)")
    }
    for candidate in candidates {
      guard case .string(let text) = candidate.plainScalar else {
        throw call.raise(
          .typeError, "tuple for \(name) must only contain str, not \(candidate.qualifiedTypeName)")
      }
      guard let (bytes, _) = window else { continue }
      try call.interpreter.charge(work: text.utf8Count)
      if atStart
        ? bytes.starts(with: text.text.utf8) : bytes.reversed().starts(with: text.text.utf8.reversed())
      {
        return .bool(true)
      }
    }
    return .bool(false)
  }

  @Sendable static func replace(_ call: NativeCall) throws(Unwind) -> Object {
    func argument(_ index: Int) throws(Unwind) -> PyString {
      guard case .string(let text) = call.required(index) else {
        throw call.raise(
          .typeError,
          "replace() argument \(index + 1) must be str, not \(call.required(index).argumentTypeName)")
      }
      return text
    }
    let (old, new) = (try argument(0), try argument(1))
    var limit = -1
    if call[2] != nil { limit = try call.size(2) }
    let maximum = limit < 0 ? Int.max : limit
    let text = StringType.receiver(call)
    try call.interpreter.charge(work: text.utf8Count)
    if old.isEmpty { return try interleave(text, new, maximum, call) }
    let bytes = text.bytes
    let found = ByteSearch.all(old.bytes, in: bytes, limit: maximum)
    if found.isEmpty { return call.receiver }
    let (growth, overflow) = found.count.multipliedReportingOverflow(by: new.utf8Count - old.utf8Count)
    guard !overflow else { throw call.interpreter.exceeded(.stringLength) }
    try call.interpreter.charge(stringBytes: bytes.count + growth)
    let replacement = new.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + growth)
    var position = 0
    for start in found {
      result += bytes[position..<start]
      result += replacement
      position = start + old.utf8Count
    }
    result += bytes[position...]
    return .string(PyString(utf8: result))
  }

  /// Replacing the empty string: before each character, and at the end.
  private static func interleave(
    _ text: PyString, _ new: PyString, _ maximum: Int, _ call: NativeCall
  ) throws(Unwind) -> Object {
    let (growth, overflow) = (text.count + 1).multipliedReportingOverflow(by: new.utf8Count)
    guard !overflow else { throw call.interpreter.exceeded(.stringLength) }
    try call.interpreter.charge(stringBytes: text.utf8Count + growth)
    var result = ""
    var count = 0
    for scalar in text.scalars {
      if count < maximum {
        result += new.text
        count += 1
      }
      result.unicodeScalars.append(scalar)
    }
    if count < maximum { result += new.text }
    return .string(PyString(result))
  }
}
