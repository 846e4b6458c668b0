import Synchronization

/// A flag with which another thread ends a run; the evaluator polls it in its step counter.
package final class Interrupt: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package func interrupt() { flag.store(true, ordering: .relaxed) }

  package var isInterrupted: Bool { flag.load(ordering: .relaxed) }
}
