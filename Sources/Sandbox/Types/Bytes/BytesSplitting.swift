/// `split`, `splitlines` and `partition` on bytes.
enum BytesSplitting {
  static func split(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Object {
    let bytes = BytesType.receiver(call)
    let maximum = call[1] == nil ? -1 : try call.size(1)
    let limit = maximum < 0 ? Int.max : maximum
    try call.interpreter.charge(work: bytes.count)
    var parts: [Range<Int>]
    if let separator = call.present(0) {
      let separator = try BytesType.bytesLike(separator, call)
      if separator.isEmpty { throw call.raise(.valueError, "empty separator") }
      parts = cut(bytes, at: separator, limit, fromEnd: fromEnd)
    } else {
      parts = fromEnd ? wordsFromEnd(bytes, limit) : wordsFromStart(bytes, limit)
    }
    try call.interpreter.charge(elements: parts.count)
    var pieces: [Object] = []
    for part in parts { pieces.append(try BytesType.make(call, Array(bytes[part]))) }
    return try call.interpreter.list(pieces)
  }

  private static func cut(
    _ bytes: [UInt8], at separator: [UInt8], _ limit: Int, fromEnd: Bool
  ) -> [Range<Int>] {
    var found: [Int]
    if fromEnd {
      // Occurrences from the end are those of the reversed separator in the reversed bytes.
      found = ByteSearch.all(separator.reversed(), in: bytes.reversed(), limit: limit)
        .map { bytes.count - $0 - separator.count }.reversed()
    } else {
      found = ByteSearch.all(separator, in: bytes, limit: limit)
    }
    var result: [Range<Int>] = []
    var position = 0
    for start in found {
      result.append(position..<start)
      position = start + separator.count
    }
    return result + [position..<bytes.count]
  }

  private static func wordsFromStart(_ bytes: [UInt8], _ limit: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = 0
    while true {
      while position < bytes.count, StringText.isASCIIBytesSpace(bytes[position]) { position += 1 }
      if position == bytes.count { return words }
      if words.count == limit {
        words.append(position..<bytes.count)
        return words
      }
      let start = position
      while position < bytes.count, !StringText.isASCIIBytesSpace(bytes[position]) { position += 1 }
      words.append(start..<position)
    }
  }

  private static func wordsFromEnd(_ bytes: [UInt8], _ limit: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = bytes.count
    while true {
      while position > 0, StringText.isASCIIBytesSpace(bytes[position - 1]) { position -= 1 }
      if position == 0 { break }
      if words.count == limit {
        words.append(0..<position)
        break
      }
      let end = position
      while position > 0, !StringText.isASCIIBytesSpace(bytes[position - 1]) { position -= 1 }
      words.append(position..<end)
    }
    return words.reversed()
  }

  /// Lines of bytes end at `\n`, `\r` and `\r\n` only.
  @Sendable static func splitLines(_ call: NativeCall) throws(Unwind) -> Object {
    let keepsEnds = call[0] == nil ? false : try call.cInt(0) != 0
    let bytes = BytesType.receiver(call)
    try call.interpreter.charge(stringBytes: bytes.count)
    var lines: [Object] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = min(end + 1, bytes.count)
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
      lines.append(try BytesType.make(call, Array(bytes[start..<(keepsEnds ? next : end)])))
      start = next
    }
    return try call.interpreter.list(lines)
  }

  static func partition(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Object {
    let bytes = BytesType.receiver(call)
    let separator = try BytesType.argument(call, 0)
    if separator.isEmpty { throw call.raise(.valueError, "empty separator") }
    try call.interpreter.charge(stringBytes: bytes.count)
    let found =
      fromEnd
      ? ByteSearch.last(separator, in: bytes, before: bytes.count)
      : ByteSearch.first(separator, in: bytes, from: 0)
    guard let found else {
      let (whole, empty) = (try BytesType.make(call, bytes), try BytesType.make(call, []))
      return call.interpreter.tuple(fromEnd ? [empty, empty, whole] : [whole, empty, empty])
    }
    // A `bytes` hands its argument back as it is; a `bytearray` makes one of it.
    let middle: Object =
      if case .native = call.receiver { try BytesType.make(call, separator) } else { call.required(0) }
    return call.interpreter.tuple([
      try BytesType.make(call, Array(bytes[..<found])), middle,
      try BytesType.make(call, Array(bytes[(found + separator.count)...])),
    ])
  }
}
