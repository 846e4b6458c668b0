#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far the native stack may grow: evaluation recurses with the nesting of calls, expressions and
/// containers, and must meet a limit before it meets the end of the stack.
package struct NativeStack {
  /// Addresses below this are out of bounds.
  private var limit: UInt
  private let thread: pthread_t
  /// The lowest address of the thread's stack.
  private let end: UInt

  /// Kept free at the end of the thread's stack for what runs between two checks.
  private static let reserve: UInt = 512 << 10

  /// The bounds for a run that starts here and may use that many bytes.
  init(bytes: Int) {
    let here = NativeStack.position
    let wanted = UInt(max(bytes, 0))
    let own = here > wanted ? here - wanted : 0
    thread = pthread_self()
    end = NativeStack.knownEndOfCurrentThread
    limit = max(own, end + NativeStack.reserve)
  }

  /// The same bounds for a run that starts here, on what may be another thread.
  mutating func restart(bytes: Int) {
    guard pthread_equal(thread, pthread_self()) != 0 else { return self = NativeStack(bytes: bytes) }
    let here = NativeStack.position
    let wanted = UInt(max(bytes, 0))
    limit = max(here > wanted ? here - wanted : 0, end + NativeStack.reserve)
  }

  var isExhausted: Bool { NativeStack.position < limit }

  /// An address in the current stack frame.
  @inline(never)
  private static var position: UInt {
    var marker = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  }

  private static let endOfThread: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// Finding it out takes long, for the main thread in particular: each thread does so once.
  private static var knownEndOfCurrentThread: UInt {
    if let known = pthread_getspecific(endOfThread) { return UInt(bitPattern: known) }
    let end = endOfCurrentThread
    pthread_setspecific(endOfThread, UnsafeRawPointer(bitPattern: end))
    return end
  }

  /// The lowest address of the current thread's stack. Where the system doesn't tell, a stack is taken to have
  /// less than a megabyte left.
  private static var endOfCurrentThread: UInt {
    #if canImport(Darwin)
      let thread = pthread_self()
      return UInt(bitPattern: pthread_get_stackaddr_np(thread)) - UInt(pthread_get_stacksize_np(thread))
    #else
      // A GNU function, which Swift's view of the C library leaves out.
      typealias Function = @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> CInt
      if let symbol = dlsym(nil, "pthread_getattr_np") {
        var attributes = pthread_attr_t()
        if unsafeBitCast(symbol, to: Function.self)(pthread_self(), &attributes) == 0 {
          defer { pthread_attr_destroy(&attributes) }
          var address: UnsafeMutableRawPointer?
          var size = 0
          if pthread_attr_getstack(&attributes, &address, &size) == 0, let address {
            return UInt(bitPattern: address)
          }
        }
      }
      let here = position
      return here > (1 << 20) ? here - (1 << 20) : 0
    #endif
  }

  /// What a thread needs to run everything the standard limits allow.
  package static let threadBytes = 16 << 20

  /// Runs a body on a thread of its own with a stack of that size, and waits for it.
  package static func withThread<Result: Sendable>(
    stackBytes: Int = threadBytes, _ body: @escaping @Sendable () -> Result
  ) -> Result? {
    let work = Work(body)
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackBytes) == 0 else { return nil }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let argument = Unmanaged.passRetained(work as AnyWork).toOpaque()
    let status = pthread_create(
      &thread, &attributes,
      { context in
        #if canImport(Darwin)
          Unmanaged<AnyWork>.fromOpaque(context).takeRetainedValue().run()
        #else
          if let context { Unmanaged<AnyWork>.fromOpaque(context).takeRetainedValue().run() }
        #endif
        return nil
      }, argument)
    guard status == 0 else {
      Unmanaged<AnyWork>.fromOpaque(argument).release()
      return nil
    }
    #if canImport(Darwin)
      guard let thread else { return nil }
    #endif
    pthread_join(thread, nil)
    return work.result
  }

  private class AnyWork {
    func run() {}
  }

  private final class Work<Result>: AnyWork {
    private let body: () -> Result
    private(set) var result: Result?

    init(_ body: @escaping () -> Result) {
      self.body = body
    }

    override func run() { result = body() }
  }
}
