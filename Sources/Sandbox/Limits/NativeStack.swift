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
  private let limit: UInt

  /// The bounds for a run that starts here and may use that many bytes.
  init(bytes: Int) {
    let here = NativeStack.position
    let wanted = UInt(max(bytes, 0))
    limit = here > wanted ? here - wanted : 0
  }

  var isExhausted: Bool { NativeStack.position < limit }

  /// An address in the current stack frame.
  @inline(never)
  private static var position: UInt {
    var marker = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
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
