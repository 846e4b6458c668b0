/// The bounds of one run. Meeting one ends the run with `Failure.limit`, which evaluated code can't catch.
///
/// The defaults are chosen from two sides. From below: the public corpus of detections, measured over its 3,502
/// tests, must stay far from every bound; each default says the most that was seen there and how many times
/// that it allows. From above: no program may take more than 100 ms and 64 MB, whichever bound stops it
/// (`Benchmarks adversarial` measures that).
///
/// What evaluated code has used counts from the start of each call from the host, but for the memory that earlier
/// calls left in use.
package struct Limits: Sendable, Hashable {
  /// Statements, calls, iterations and, for long operations on strings and containers, pieces of work (see
  /// `Interpreter.charge(work:)`). Corpus: below 2,000 (982 lines and 418 calls in a test); 125 times that.
  package var steps = 250_000
  /// Python frames, and levels of values in a recursion over them; one more raises `RecursionError`, as CPython
  /// does near 1,000. Corpus: 9; 105 times that.
  package var frames = 950
  /// Bytes of native stack that evaluation may use. The host's thread needs a stack of at least this and a
  /// megabyte; the evaluator also stops short of the end of a smaller one.
  package var stackBytes = 14 << 20
  /// The longest `str` or `bytes`, in UTF-8 bytes. Corpus: 4,403; 238 times that.
  package var stringBytes = 1 << 20
  /// The largest integer, in bits: several times the 4,300 decimal digits that CPython converts. Corpus: 41 (1.7e12).
  package var integerBits = 1_000_000
  /// Everything made, in bytes, as estimated; what was freed again counts too. Corpus: 105,435 bytes of strings in
  /// a test; 318 times that.
  package var memory = 32 << 20
  /// The elements of one container. Corpus: 252; 397 times that.
  package var elements = 100_000
  /// What `print` may write, in bytes. Corpus: no detection prints on purpose.
  package var output = 64 << 10
  /// Decisions of the regular expression engine in all calls together, and runs of 16 characters it passes over.
  /// Corpus: 144 calls in a test on at most 344 characters, below 5,000; 200 times that.
  package var regexWork = 1_000_000
  /// The text of a module that is executed, in bytes. Corpus: 35,005; 15 times that. (How deep source may nest is
  /// the parser's bound, CPython's 200 brackets and 100 blocks.)
  package var sourceBytes = 512 << 10
  /// Wall time of one call from the host: a backstop for a machine that is slow or busy, as every other bound is
  /// met sooner. Corpus: 0.27 s in CPython, for one policy with `policyuniverse`, else a millisecond.
  package var seconds = 2.0

  package init() {}

  package static let standard = Limits()

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
    case sourceSize = "source size"
  }
}
