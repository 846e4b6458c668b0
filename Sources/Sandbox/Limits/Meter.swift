#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What one call from the host has used so far.
final class Meter {
  var steps = 0
  /// Steps at which the clock, the interrupt flag and the heap are looked at next.
  fileprivate(set) var nextPoll = 0
  var memory = 0
  var depth = 0
  private var maximumSteps: Int
  private var seconds: Double
  /// On the system's monotonic clock, in nanoseconds. Set at the first poll: reading the clock takes longer than a
  /// small run.
  private var deadline: Int?
  private var interrupt: Interrupt?

  private static let pollInterval = 2048

  init(limits: Limits) {
    maximumSteps = limits.steps
    seconds = limits.seconds
  }

  /// Begins anew with `retained` bytes in use.
  func start(_ limits: Limits, retained: Int, interrupt: Interrupt?) {
    steps = 0
    memory = retained
    depth = 0
    maximumSteps = limits.steps
    self.interrupt = interrupt
    seconds = limits.seconds
    deadline = nil
    nextPoll = min(Meter.pollInterval, maximumSteps)
  }

  /// Called when `steps` has passed `nextPoll`.
  fileprivate func poll() -> Limits.Name? {
    if steps > maximumSteps { return .steps }
    if interrupt?.isInterrupted == true { return .interrupted }
    let now = Meter.nanoseconds
    if let deadline {
      if now > deadline { return .time }
    } else {
      let span = Int(exactly: (seconds * 1e9).rounded()) ?? .max
      deadline = now > Int.max - max(span, 0) ? .max : now + span
    }
    nextPoll = min(steps + Meter.pollInterval, maximumSteps)
    return nil
  }

  private static var nanoseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec)
  }
}

/// Charging work and memory to the limits.
extension Interpreter {
  /// The bytes of work that cost about as much as a statement: a look at each character of a text, a new
  /// reference to each element of a list.
  private static let workPerStep = 64

  /// One statement, call or iteration.
  @inline(__always)
  func step() throws(Unwind) {
    meter.steps += 1
    if meter.steps > meter.nextPoll { try poll() }
  }

  @inline(never)
  func poll() throws(Unwind) {
    if let limit = meter.poll() { throw exceeded(limit) }
    try checkMemory()
  }

  private func checkMemory() throws(Unwind) {
    guard meter.memory + heap.growth * Heap.bytesPerObject <= limits.memory else { throw exceeded(.memory) }
  }

  /// Work in proportion to a size: bytes looked at, elements moved.
  package func charge(work: Int) throws(Unwind) {
    guard work >= Self.workPerStep else { return }
    meter.steps += min(work, 1 << 40) / Self.workPerStep
    if meter.steps > meter.nextPoll { try poll() }
  }

  /// A new string or bytes of that many bytes; call it before making a large one.
  package func charge(stringBytes count: Int) throws(Unwind) {
    guard count <= limits.stringBytes else { throw exceeded(.stringLength) }
    try charge(bytes: count)
    // Copying takes less than looking at each character, for which the reader pays.
    try charge(work: count / 4)
  }

  /// A new container of that many elements, or one that has grown to `count` by `added`.
  package func charge(elements count: Int, added: Int? = nil) throws(Unwind) {
    guard count <= limits.elements else { throw exceeded(.containerSize) }
    try charge(bytes: 32 + (added ?? count) * 24)
    try charge(work: added ?? count)
  }

  /// A native function that is given a text may look at all of it.
  @inline(__always)
  func charge(reading object: Object) throws(Unwind) {
    switch object {
    case .string(let text): try charge(work: text.isASCII ? text.utf8Count : text.utf8Count * 4)
    case .bytes(let value): try charge(work: value.bytes.count)
    default: break
    }
  }

  /// Memory of any kind, before it is taken.
  func charge(bytes: Int) throws(Unwind) {
    meter.memory += min(bytes, 1 << 40)
    guard meter.memory <= limits.memory else { throw exceeded(.memory) }
  }

  /// A regular expression that is compiled, and kept.
  func charge(compiling length: Int) throws(Unwind) {
    try charge(work: length * 16)
    try charge(bytes: length * 128)
  }

  /// Whether the run is over, asked by the regular expression engine after that much work.
  func isOver(after work: Int) -> Bool {
    do throws(Unwind) {
      try charge(work: work * 4)
      return false
    } catch {
      return true
    }
  }

  /// One level deeper in a recursion over values or calls; `leave` it again. `action` is what CPython's message
  /// adds.
  func descend(_ action: String = "") throws(Unwind) {
    meter.depth += 1
    if meter.depth > limits.frames {
      meter.depth -= 1
      throw raise(.recursionError, "maximum recursion depth exceeded\(action)")
    }
    if stack.isExhausted {
      meter.depth -= 1
      throw exceeded(.recursionDepth)
    }
  }

  func ascend() { meter.depth -= 1 }
}
