import Glibc

/// A thread of the operating system with a stack of a chosen size.
///
/// Swift's own tasks run on threads with small stacks and may be delayed by each other; the server has three
/// long-lived jobs (reading, serving, watching its parent), and deep documents need a deep stack.
struct WorkerThread {
  private let thread: pthread_t

  /// `nil` if the system gives no thread.
  init?(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let job = Unmanaged.passRetained(Job(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
    guard status == 0 else {
      job.release()
      return nil
    }
    pthread_detach(thread)
    self.thread = thread
  }

  private final class Job {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}
