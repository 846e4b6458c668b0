/// `count`, `find`, `startswith`, `replace` and their like on bytes.
enum BytesSearch {
  /// Which part of a sequence `start` and `end` delimit; `nil` when `start` is past the end (`ADJUST_INDICES`).
  static func window(_ call: NativeCall, count: Int) throws(Unwind) -> Range<Int>? {
    func bound(_ index: Int, default defaultValue: Int) throws(Unwind) -> Int {
      guard let value = try call.sliceIndex(index) else { return defaultValue }
      return value < 0 ? max(0, value + count) : value
    }
    let start = try bound(1, default: 0)
    let end = min(try bound(2, default: count), count)
    return start <= end ? start..<end : nil
  }

  /// What `count` and `find` look for: bytes, or one byte as a number.
  private static func needle(_ call: NativeCall) throws(Unwind) -> [UInt8] {
    let object = call.required(0)
    if let bytes = object.asBytesLike { return bytes }
    if case .placeholder(let value) = object { throw call.interpreter.unsupported(value.name) }
    guard object.isIntegral else {
      throw call.raise(
        .typeError, "argument should be integer or bytes-like object, not '\(object.qualifiedTypeName)'")
    }
    guard let value = object.asInt, let byte = UInt8(exactly: value) else {
      throw call.raise(.valueError, "byte must be in range(0, 256)")
    }
    return [byte]
  }

  static func find(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Int? {
    let bytes = BytesType.receiver(call)
    let window = try window(call, count: bytes.count)
    let needle = try needle(call)
    guard let window else { return nil }
    try call.interpreter.charge(work: bytes.count)
    let part = Array(bytes[window])
    let found =
      fromEnd
      ? ByteSearch.last(needle, in: part, before: part.count) : ByteSearch.first(needle, in: part, from: 0)
    return found.map { $0 + window.lowerBound }
  }

  @Sendable static func count(_ call: NativeCall) throws(Unwind) -> Object {
    let bytes = BytesType.receiver(call)
    let window = try window(call, count: bytes.count)
    let needle = try needle(call)
    guard let window else { return .int(0) }
    try call.interpreter.charge(work: bytes.count)
    if needle.isEmpty { return .int(window.count + 1) }
    return .int(ByteSearch.all(needle, in: Array(bytes[window])).count)
  }

  static func matchesEnd(_ call: NativeCall, _ name: String, atStart: Bool) throws(Unwind) -> Object {
    let bytes = BytesType.receiver(call)
    let window = try window(call, count: bytes.count)
    func matches(_ affix: [UInt8]) throws(Unwind) -> Bool {
      guard let window else { return false }
      try call.interpreter.charge(work: affix.count)
      let part = bytes[window]
      return atStart ? part.starts(with: affix) : part.reversed().starts(with: affix.reversed())
    }
    if case .tuple(let tuple) = call.required(0) {
      for item in tuple.items where try matches(try BytesType.bytesLike(item, call)) { return .bool(true) }
      return .bool(false)
    }
    guard let affix = call.required(0).asBytesLike else {
      throw call.raise(
        .typeError,
        "\(name) first arg must be bytes or a tuple of bytes, not \(call.required(0).qualifiedTypeName)")
    }
    return .bool(try matches(affix))
  }

  @Sendable static func replace(_ call: NativeCall) throws(Unwind) -> Object {
    let (old, new) = (try BytesType.argument(call, 0), try BytesType.argument(call, 1))
    let count = call[2] == nil ? -1 : try call.size(2)
    let limit = count < 0 ? Int.max : count
    let bytes = BytesType.receiver(call)
    try call.interpreter.charge(work: bytes.count)
    let found =
      old.isEmpty
      ? Array((0...bytes.count).prefix(limit)) : ByteSearch.all(old, in: bytes, limit: limit)
    let (growth, overflow) = found.count.multipliedReportingOverflow(by: new.count)
    guard !overflow else { throw call.interpreter.exceeded(.stringLength) }
    try call.interpreter.charge(stringBytes: bytes.count + growth)
    var result: [UInt8] = []
    var position = 0
    for start in found {
      result += bytes[position..<start]
      result += new
      position = start + old.count
    }
    return try BytesType.make(call, result + bytes[position...])
  }
}
