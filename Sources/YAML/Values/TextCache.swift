/// The long texts that were met last, so that a text which a document repeats is stored once: the tests of a detection
/// have the same keys over and over.
struct TextCache {
  /// A text of at most this many bytes lives in the `String` itself and needs no storage.
  private static let inlineLength = 15
  /// A longer text is seldom repeated.
  private static let maximumLength = 128
  private static let slotCount = 128

  private struct Slot {
    var hash: UInt64 = 0
    var text = ""
  }

  private var slots: ContiguousArray<Slot> = []

  /// The text that these bytes stand for; invalid UTF-8 is shown as U+FFFD.
  @inline(__always) mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.count <= Self.inlineLength || bytes.count > Self.maximumLength {
      return String(decoding: bytes, as: UTF8.self)
    }
    return cached(bytes)
  }

  private mutating func cached(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if slots.isEmpty { slots = ContiguousArray(repeating: Slot(), count: Self.slotCount) }
    let hash = Self.hash(of: bytes)
    let index = Int(truncatingIfNeeded: hash >> 32) & (Self.slotCount - 1)
    if slots[index].hash == hash {
      let isSame = slots[index].text.utf8.withContiguousStorageIfAvailable { known in
        known.count == bytes.count && Self.areEqual(known, bytes)
      }
      if isSame == true { return slots[index].text }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    slots[index] = Slot(hash: hash, text: text)
    return text
  }

  /// Whether two texts of the same length, of more than eight bytes, are equal.
  private static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let left = UnsafeRawBufferPointer(left)
    let right = UnsafeRawBufferPointer(right)
    var index = 0
    while index + 8 <= left.count {
      guard
        left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    let last = left.count - 8
    return left.loadUnaligned(fromByteOffset: last, as: UInt64.self)
      == right.loadUnaligned(fromByteOffset: last, as: UInt64.self)
  }

  /// Equal for equal texts; different texts may share it.
  @inline(__always) static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* multiplier
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), multiplier)
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mix(hash ^ rest, multiplier)
  }

  @inline(__always) private static func mix(_ word: UInt64, _ multiplier: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }
}

/// The hashes of the keys of one mapping, to tell that no two are equal.
struct KeySet {
  /// So many hashes may want the same place before the set gives up, lest keys made for it cost quadratic time.
  private static let maximumProbes = 32

  private struct Place {
    var hash: UInt64 = 0
    /// The mapping that the place was last used for.
    var generation: UInt32 = 0
  }

  private var places = ContiguousArray(repeating: Place(), count: 64)
  private var generation: UInt32 = 0

  mutating func removeAll(expecting count: Int) {
    generation &+= 1
    if count * 2 > places.count || generation == 0 {
      var size = places.count
      while size < count * 2 { size *= 2 }
      places = ContiguousArray(repeating: Place(), count: size)
      generation = 1
    }
  }

  /// Whether the hash is surely new.
  @inline(__always) mutating func insert(_ hash: UInt64) -> Bool {
    let mask = places.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.maximumProbes {
      if places[index].generation != generation {
        places[index] = Place(hash: hash, generation: generation)
        return true
      }
      if places[index].hash == hash { return false }
      index = (index + 1) & mask
    }
    return false
  }
}
