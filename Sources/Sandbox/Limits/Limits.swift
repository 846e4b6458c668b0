/// The bounds of one run. Meeting one ends the run with `Failure.limit`, which evaluated code can't catch.
///
/// The defaults leave every detection of the public corpus a factor of 200 and more; `steps`, `memory` and
/// `seconds` start anew with every call from the host.
package struct Limits: Sendable, Hashable {
  /// Statements, calls, iterations and, for long operations on strings and containers, chunks of work.
  package var steps: Int
  /// Python frames; one more raises `RecursionError`, as in CPython.
  package var frames: Int
  /// Bytes of native stack that evaluation may use. The host's thread needs a stack of at least this and a
  /// megabyte; the evaluator also stops short of the end of a smaller one.
  package var stackBytes: Int
  /// The longest `str` or `bytes`, in UTF-8 bytes.
  package var stringBytes: Int
  /// The largest integer, in bits: several times the 4300 decimal digits that CPython converts.
  package var integerBits: Int
  /// All strings and containers made, in bytes; freed ones count too.
  package var memory: Int
  /// The elements of one container.
  package var elements: Int
  /// What `print` may write, in bytes.
  package var output: Int
  /// Wall time of one call from the host.
  package var seconds: Double

  package init(
    steps: Int, frames: Int, stackBytes: Int, stringBytes: Int, memory: Int, elements: Int, output: Int,
    seconds: Double, integerBits: Int = 1_000_000
  ) {
    self.steps = steps
    self.frames = frames
    self.stackBytes = stackBytes
    self.stringBytes = stringBytes
    self.memory = memory
    self.elements = elements
    self.output = output
    self.seconds = seconds
    self.integerBits = integerBits
  }

  package static let standard = Limits(
    steps: 2_000_000, frames: 950, stackBytes: 14 << 20, stringBytes: 1 << 20, memory: 64 << 20,
    elements: 100_000, output: 64 << 10, seconds: 2)

  /// The name a limit has in results.
  package enum Name: String, Sendable, CaseIterable {
    case steps
    case recursionDepth = "recursion depth"
    case stringLength = "string length"
    case integerSize = "integer size"
    case memory
    case containerSize = "container size"
    case output
    case time
    case interrupted
    case regularExpression = "regular expression work"
  }
}
