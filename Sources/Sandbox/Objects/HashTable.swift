/// The insertion-ordered table behind `dict` and `set`: entries in a row, and an open-addressed index of them
/// (the design of CPython's `dictobject.c`).
///
/// It knows nothing of Python equality, which may run evaluated code and raise: a lookup is a walk over the
/// candidates with an equal hash, and the caller compares.
package struct HashTable {
  package struct Entry {
    package let hash: Int
    package let key: Object
    package var value: Object
  }

  /// Removed entries are `nil` until the table is rebuilt.
  package private(set) var entries: ContiguousArray<Entry?> = []
  package private(set) var count = 0
  /// Changes whenever a key is added or removed; iterators compare it.
  package private(set) var version = 0
  /// Positions in `entries` plus one; 0 is free. Empty while the table is small: a scan is quicker.
  private var index: ContiguousArray<Int32> = []

  private static let largestScan = 8

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// The candidates for a hash, one after another: pass the last probe to get the next.
  package struct Probe {
    fileprivate var slot: Int
    fileprivate var isStarted = false
    package fileprivate(set) var position = 0
  }

  package func probe(_ hash: Int) -> Probe {
    Probe(slot: index.isEmpty ? 0 : Self.mixed(hash) & (index.count - 1))
  }

  /// Drawn anew in every process, so that no program can choose keys that meet in one slot.
  private static let seed = UInt.random(in: 0...UInt.max)

  /// Python's hashes of numbers are the numbers: their bits must be spread before some of them choose a slot.
  private static func mixed(_ hash: Int) -> Int {
    var bits = UInt(bitPattern: hash) ^ seed
    bits = (bits ^ bits >> 32) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 29) &* (seed | 1)
    return Int(bitPattern: bits ^ bits >> 32)
  }

  /// Moves to the next entry with this hash; `false` when there is none.
  package func advance(_ probe: inout Probe, hash: Int) -> Bool {
    if index.isEmpty {
      var slot = probe.slot
      while slot < entries.count {
        if entries[slot]?.hash == hash {
          probe.position = slot
          probe.slot = slot + 1
          return true
        }
        slot += 1
      }
      probe.slot = slot
      return false
    }
    let mask = index.count - 1
    if probe.isStarted { probe.slot = (probe.slot + 1) & mask }
    probe.isStarted = true
    while true {
      let value = index[probe.slot]
      if value == 0 { return false }
      let position = Int(value) - 1
      if entries[position]?.hash == hash {
        probe.position = position
        return true
      }
      probe.slot = (probe.slot + 1) & mask
    }
  }

  enum Finding {
    case found(Int)
    case absent
    /// A key that is no text has the same hash, and may say that it equals.
    case undecided
  }

  /// The position of a text, which needs no Python equality.
  func find(_ key: PyString, hash: Int) -> Finding {
    var probe = probe(hash)
    while advance(&probe, hash: hash) {
      guard case .string(let other)? = entries[probe.position]?.key else { return .undecided }
      if other == key { return .found(probe.position) }
    }
    return .absent
  }

  package func entry(at position: Int) -> Entry? {
    entries.indices.contains(position) ? entries[position] : nil
  }

  /// The value of an entry, without copying the rest of it.
  package func value(at position: Int) -> Object? {
    entries.indices.contains(position) ? entries[position]?.value : nil
  }

  package mutating func setValue(_ value: Object, at position: Int) {
    entries[position]?.value = value
  }

  /// Makes room for this many entries in all.
  package mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
  }

  /// Adds an entry whose key is known to be absent.
  package mutating func append(hash: Int, key: Object, value: Object) {
    entries.append(Entry(hash: hash, key: key, value: value))
    count += 1
    version &+= 1
    if index.isEmpty {
      if entries.count > Self.largestScan { rebuild() }
    } else if entries.count * 3 > index.count * 2 {
      rebuild()
    } else {
      link(position: entries.count - 1, hash: hash)
    }
  }

  package mutating func remove(at position: Int) {
    guard entries.indices.contains(position), entries[position] != nil else { return }
    entries[position] = nil
    count -= 1
    version &+= 1
    if count == 0 {
      entries.removeAll(keepingCapacity: false)
      index.removeAll(keepingCapacity: false)
    } else if position == entries.count - 1 && index.isEmpty {
      entries.removeLast()
    }
  }

  func forEachReference(_ body: (Object) -> Void) {
    for case let entry? in entries {
      body(entry.key)
      body(entry.value)
    }
  }

  package mutating func removeAll() {
    entries.removeAll()
    index.removeAll()
    count = 0
    version &+= 1
  }

  private mutating func rebuild() {
    if count < entries.count { entries = ContiguousArray(entries.filter { $0 != nil }) }
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    index = ContiguousArray(repeating: 0, count: capacity)
    for position in entries.indices {
      if let entry = entries[position] { link(position: position, hash: entry.hash) }
    }
  }

  private mutating func link(position: Int, hash: Int) {
    let mask = index.count - 1
    var slot = Self.mixed(hash) & mask
    while index[slot] != 0 { slot = (slot + 1) & mask }
    index[slot] = Int32(truncatingIfNeeded: position + 1)
  }

  package var keys: [Object] { entries.compactMap { $0?.key } }
  package var values: [Object] { entries.compactMap { $0?.value } }
  package var pairs: [(key: Object, value: Object)] {
    entries.compactMap { entry in entry.map { ($0.key, $0.value) } }
  }
}
