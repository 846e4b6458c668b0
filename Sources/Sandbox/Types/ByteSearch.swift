/// Finding one run of bytes in another, in time linear in both.
enum ByteSearch {
  /// The byte offset of the first occurrence at or after `start`.
  static func first(_ needle: [UInt8], in haystack: [UInt8], from start: Int) -> Int? {
    haystack.withUnsafeBufferPointer { haystack in
      needle.withUnsafeBufferPointer { needle in search(needle, haystack, from: start) }
    }
  }

  static func first(_ needle: String, in haystack: String, from start: Int = 0) -> Int? {
    var needle = needle
    var haystack = haystack
    return haystack.withUTF8 { haystack in
      needle.withUTF8 { needle in search(needle, haystack, from: start) }
    }
  }

  /// The offsets of all occurrences that don't overlap, at most `limit` of them.
  static func all(_ needle: [UInt8], in haystack: [UInt8], limit: Int = .max) -> [Int] {
    var found: [Int] = []
    var start = 0
    while found.count < limit, let next = first(needle, in: haystack, from: start) {
      found.append(next)
      start = next + needle.count
    }
    return found
  }

  /// The byte offset of the last occurrence that ends at or before `end`.
  static func last(_ needle: [UInt8], in haystack: [UInt8], before end: Int) -> Int? {
    let reversedHaystack = Array(haystack[..<end].reversed())
    guard let offset = first(needle.reversed(), in: reversedHaystack, from: 0) else { return nil }
    return end - offset - needle.count
  }

  private static func search(
    _ needle: UnsafeBufferPointer<UInt8>, _ haystack: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard needle.count > 0 else { return start <= haystack.count ? start : nil }
    guard start >= 0, needle.count <= haystack.count - start else { return nil }
    if needle.count > 24 { return searchLong(needle, haystack, from: start) }
    let first = needle[0]
    let last = haystack.count - needle.count
    var position = start
    while position <= last {
      if haystack[position] == first {
        var length = 1
        while length < needle.count, haystack[position + length] == needle[length] { length += 1 }
        if length == needle.count { return position }
      }
      position += 1
    }
    return nil
  }

  /// Knuth, Morris and Pratt's search.
  private static func searchLong(
    _ needle: UnsafeBufferPointer<UInt8>, _ haystack: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var borders = [Int](repeating: 0, count: needle.count)
    var length = 0
    for index in 1..<needle.count {
      while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for position in start..<haystack.count {
      while length > 0, haystack[position] != needle[length] { length = borders[length - 1] }
      if haystack[position] == needle[length] { length += 1 }
      if length == needle.count { return position - needle.count + 1 }
    }
    return nil
  }
}
