/// What the regular expression engine may still do in a run: `Limits.regexWork`, handed out in slices, so that
/// the matcher counts down a number of its own and the clock and the interrupt are looked at between slices.
package final class RegexWork {
  private var left: Int
  /// Called between slices with the work done since; whether the run is over.
  private let isOver: (Int) -> Bool

  private static let slice = 16 << 10

  /// Work of its own for patterns of the library, which are known to be harmless.
  package convenience init() {
    self.init { _ in false }
    reset(1_000_000)
  }

  init(_ isOver: @escaping (Int) -> Bool) {
    left = 0
    self.isOver = isOver
  }

  func reset(_ work: Int) { left = work }

  /// More work, at least as much as was overdrawn.
  fileprivate func take(overdrawn: Int) throws(RegexFailure) -> Int {
    let amount = max(overdrawn, min(Self.slice, left))
    left -= amount
    if left < 0 || amount == 0 || isOver(amount) { throw .limit("regular expression steps") }
    return amount
  }

  fileprivate func giveBack(_ work: Int) { left += work }
}

/// How much work a call to the engine may do before it asks for more.
struct RegexBudget {
  private let work: RegexWork
  private var steps = 0
  /// Characters passed over without a decision; many of them make a step.
  private var scanned = 0

  init(_ work: RegexWork) { self.work = work }

  @inline(__always)
  mutating func step() throws(RegexFailure) {
    steps -= 1
    if steps < 0 { try refill() }
  }

  mutating func scan(_ characters: Int) throws(RegexFailure) {
    scanned += characters
    steps -= scanned >> 4
    scanned &= 15
    if steps < 0 { try refill() }
  }

  private mutating func refill() throws(RegexFailure) { steps += try work.take(overdrawn: -steps) }

  /// Gives back what a call that is over hasn't used.
  mutating func finish() {
    work.giveBack(max(steps, 0))
    steps = 0
  }
}
