import SourceText

/// How a result came about: the statements of the main module that were executed, the conditions that were tested
/// with their operands, the `return` that ended it, and the parts of the resource that were looked at.
///
/// Evaluation pays for appending small records and nothing else: no text is made before `report` is asked for. What
/// a record refers to is kept as it is. A container's own items are kept as they are now, the items of those may
/// change meanwhile. The number of records is bounded however long a run is: where a condition was tested many
/// times, the last time is kept and the others are counted.
///
/// One trace serves all tests of a module, one after another. Functions of helper modules are not recorded, but what
/// they read of the resource is, at the place in the main module that called them.
package final class Trace {
  /// A value as a record keeps it.
  enum Held {
    case none
    case value(Object)
    /// The first items of a list, how many it has, and its number in the resource.
    case list([Object], count: Int32, origin: Int32)
    case dict(ContiguousArray<HashTable.Entry?>, count: Int32, origin: Int32)
  }

  enum Kind: UInt8 {
    case truth, comparison, pattern, quantified, returned
  }

  struct Event {
    let kind: Kind
    /// The condition's; of a `return`, whether it is the main function's.
    let result: Bool
    /// How many items a quantifier looked at.
    var count: Int32 = 0
    let place: Site
    let left: Held
    var rightPlace = Site(0..<0)
    var right: Held = .none
  }

  /// A range of the main module.
  struct Site: Hashable {
    let start: Int32
    let end: Int32

    init(_ range: ByteRange) {
      start = Int32(truncatingIfNeeded: range.lowerBound)
      end = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: ByteRange { Int(start)..<Int(max(start, end)) }
  }

  /// A look at one part of a container of the resource.
  struct ReadEvent {
    let container: Int32
    let key: Object
    let value: Held
    let site: Site
  }

  struct Tally {
    var timesTrue = 0
    var timesFalse = 0
  }

  private(set) var events: ContiguousArray<Event> = []
  private(set) var reads: ContiguousArray<ReadEvent> = []
  /// How often the conditions were tested of which later events are kept.
  private(set) var earlier: [Place: Tally] = [:]
  /// A bit for each byte of the source: set where a statement begins that was executed.
  private(set) var reached: ContiguousArray<UInt64>
  let paths = ResourcePaths()
  private var isDetailed = true
  /// The name of the function whose `return` gives the result.
  private var mainFunction = ""

  static let maximumEvents = 512
  static let maximumReads = 512
  static let maximumItems = 8

  /// - Parameter sourceLength: The number of bytes of the main module's text.
  package init(sourceLength: Int) {
    reached = ContiguousArray(repeating: 0, count: max(sourceLength, 0) / 64 + 1)
    events.reserveCapacity(16)
    reads.reserveCapacity(16)
  }

  /// Forgets everything but the paths of the containers it knows, before the function is called with the next test.
  package func begin(_ function: Object?) {
    if case .function(let function)? = function {
      mainFunction = function.code.name
    } else {
      mainFunction = ""
    }
    events.removeAll(keepingCapacity: true)
    reads.removeAll(keepingCapacity: true)
    if !earlier.isEmpty { earlier = [:] }
    for index in reached.indices { reached[index] = 0 }
    isDetailed = true
  }

  /// From now on only executed statements are recorded.
  package func stopDetails() { isDetailed = false }

  // MARK: Recording

  @inline(__always)
  func reach(_ statement: ByteRange) {
    let word = statement.lowerBound >> 6
    if reached.indices.contains(word) { reached[word] |= 1 << UInt64(statement.lowerBound & 63) }
  }

  /// A value's truth was asked for.
  func test(_ result: Bool, of value: Object, at range: ByteRange) {
    guard isDetailed else { return }
    let place = Site(range)
    // What a quantifier found says more than its result.
    if let last = events.last, last.kind == .quantified, last.place == place { return }
    append(Event(kind: .truth, result: result, place: place, left: Held(value)))
  }

  func compare(
    _ result: Bool, _ left: Object, _ leftRange: ByteRange, _ right: Object, _ rightRange: ByteRange
  ) {
    guard isDetailed else { return }
    append(
      Event(
        kind: .comparison, result: result, place: Site(leftRange), left: Held(left),
        rightPlace: Site(rightRange), right: Held(right)))
  }

  /// A `case` was tried on a value.
  func match(_ result: Bool, _ subject: Object, at range: ByteRange) {
    guard isDetailed else { return }
    append(Event(kind: .pattern, result: result, place: Site(range), left: Held(subject)))
  }

  /// `any` or `all` came to an end: by an item, which its loop's variable was bound to, or by running out.
  func decide(
    _ result: Bool, after count: Int, _ item: Object?, _ variable: (range: ByteRange, value: Object)?,
    at range: ByteRange
  ) {
    guard isDetailed else { return }
    append(
      Event(
        kind: .quantified, result: result, count: Int32(clamping: count), place: Site(range),
        left: item.map(Held.init) ?? .none,
        rightPlace: Site(variable?.range ?? 0..<0),
        right: variable.map { Held($0.value) } ?? .none))
  }

  func end(returning value: Object, at range: ByteRange, in function: String) {
    guard isDetailed else { return }
    append(Event(kind: .returned, result: function == mainFunction, place: Site(range), left: Held(value)))
  }

  /// A part of a container of the resource was looked at; `nil` if it isn't there.
  func read(_ key: Object, _ value: Object?, in container: Int32, _ frame: Frame?) {
    guard isDetailed, let frame else { return }
    if reads.count >= Trace.maximumReads {
      // The first and the latest tell most.
      reads.removeSubrange(Trace.maximumReads / 8..<Trace.maximumReads / 2)
    }
    reads.append(
      ReadEvent(
        container: container, key: key, value: value.map(Held.init) ?? .none, site: Site(frame.tracedRange)))
  }

  private func append(_ event: Event) {
    if events.count >= Trace.maximumEvents { compact() }
    events.append(event)
  }

  /// Keeps the latest event of each condition, in the order of time.
  private func compact() {
    var latest: Set<Place> = []
    var kept: ContiguousArray<Event> = []
    for event in events.reversed() {
      if latest.insert(Place(event)).inserted {
        kept.append(event)
      } else {
        count(event)
      }
    }
    // A text with more conditions than that is not for people.
    let room = Trace.maximumEvents / 2
    events = ContiguousArray(kept.prefix(room).reversed())
  }

  private func count(_ event: Event) {
    earlier[Place(event), default: Tally()].add(event.result)
  }

  /// What makes two events the same condition: `a < b < c` has two at one place.
  struct Place: Hashable {
    let left: Site
    let right: Site
    let kind: Kind

    init(_ event: Event) {
      left = event.place
      // A quantifier's variable is there or not.
      right = event.kind == .comparison ? event.rightPlace : Site(0..<0)
      kind = event.kind
    }
  }
}

extension Trace.Tally {
  mutating func add(_ result: Bool) {
    if result { timesTrue += 1 } else { timesFalse += 1 }
  }
}

extension Trace.Held {
  init(_ object: Object) {
    switch object {
    case .list(let list):
      // A few items share their storage with the list until it changes; of many, the first are copied, so that a
      // list that keeps changing is not kept in every state.
      let items = list.items
      self = .list(
        items.count <= Trace.maximumItems ? items : Array(items.prefix(Trace.maximumItems)),
        count: Int32(clamping: items.count), origin: list.origin)
    case .dict(let dict):
      let entries = dict.table.entries
      self = .dict(
        entries.count <= Trace.maximumItems
          ? entries : ContiguousArray(entries.prefix(Trace.maximumItems)),
        count: Int32(clamping: dict.table.count), origin: dict.origin)
    default: self = .value(object)
    }
  }

  var origin: Int32 {
    switch self {
    case .list(_, _, let origin), .dict(_, _, let origin): origin
    case .none, .value: 0
    }
  }
}
