package import Python

/// One run of Python code: the modules it has loaded, and what it may still use of its limits.
///
/// Evaluates the tree a module is lowered to (`Code/`), with the semantics of CPython 3.11. What isn't
/// implemented, or can't be answered as CPython would, ends the run as `unsupported` when it is executed,
/// never before. Nothing here reaches the machine: what evaluated code may see of the world comes from `Host`.
///
/// Confined to one thread. Native recursion follows the nesting of the evaluated code; it is bounded by
/// `Limits.stackBytes` and by the thread's own stack, so that a thread with a 16 MB stack runs everything the
/// default limits allow.
package final class Interpreter {
  /// What the run knows of the world.
  package struct Host {
    /// A module of the repository, by the name it is imported with.
    package var resolve: (String) -> HostedModule?
    /// The clock, in microseconds since 1970-01-01 UTC.
    package var now: () -> Int
    package var interrupt: Interrupt?

    package init(
      resolve: @escaping (String) -> HostedModule?, now: @escaping () -> Int, interrupt: Interrupt?
    ) {
      self.resolve = resolve
      self.now = now
      self.interrupt = interrupt
    }
  }

  package let limits: Limits
  package let host: Host
  package let heap = Heap()
  /// About how many bytes earlier calls left in the heap.
  private var retained = 0
  let meter: Meter

  /// The exception on its way, while `Unwind.exception` is thrown.
  package internal(set) var raised: ExceptionObject?
  /// Why the run is over, while `Unwind.end` is thrown.
  var ending: Failure?
  /// The exception being handled, for a bare `raise` and `__context__`.
  var handledException: ExceptionObject?

  /// The innermost frame.
  var frame: Frame?
  /// Frames of calls that are over, one leading to the next.
  var spareFrame: Frame?
  var spareFrameCount = 0
  var stack: NativeStack
  /// `sys.modules`.
  var modules: [String: ModuleObject] = [:]
  /// Objects of library modules that are made once.
  var nativeValues: [String: Object] = [:]
  /// Changes when a special method of a class is set after the class was made.
  var classVersion = 0
  /// Built-in names that were used.
  var builtinValues: [String: Object] = [:]
  /// What regular expressions may still do.
  private(set) lazy var regexWork = RegexWork { [unowned self] work in isOver(after: work) }
  private var stores: [ObjectIdentifier: AnyObject] = [:]
  /// The containers whose `repr` is under way.
  var printing: Set<ObjectIdentifier> = []
  /// What `print` wrote since the host last took it.
  var output = ""
  private var unrepeatable: Set<String> = []
  /// Generators suspended inside a `try` with a `finally` or a `with`. CPython closes one when the last reference to
  /// it goes, and so runs that code; when that is isn't known here.
  var unfinishedCleanups = 0
  /// Records how results came about; `nil` when nobody asks.
  package var trace: Trace?

  /// Memory that a call may use, and leave behind, without being asked for it: as much as the largest test of
  /// the public corpus makes.
  private static let unnoticed = 128 << 10

  package init(limits: Limits, host: Host) {
    self.limits = limits
    self.host = host
    self.meter = Meter(limits: limits)
    self.stack = NativeStack(bytes: limits.stackBytes)
  }

  /// Executes a module's body. `name` is its `__name__`; it isn't entered in `sys.modules`.
  package func load(_ module: PythonModule, name: String, path: String) throws(Failure) -> ModuleObject {
    try load(ModuleCode(module), name: name, path: path)
  }

  package func load(_ code: ModuleCode, name: String, path: String) throws(Failure) -> ModuleObject {
    let object = heap.adopt(ModuleObject(name: name, path: path, names: code.names))
    object.isTraced = true
    try enter { () throws(Unwind) in try execute(code, in: object) }
    return object
  }

  /// Calls a function of the evaluated code, with fresh budgets.
  package func call(_ callable: Object, _ arguments: [Object]) throws(Failure) -> Object {
    var result = Object.none
    try enter { () throws(Unwind) in result = try call(callable, CallArguments(arguments)) }
    return result
  }

  /// Runs something that may raise, with fresh budgets, on behalf of the host.
  package func enter(_ body: () throws(Unwind) -> Void) throws(Failure) {
    meter.start(limits, retained: retained, interrupt: host.interrupt)
    heap.mark()
    regexWork.reset(limits.regexWork)
    stack.restart(bytes: limits.stackBytes)
    frame = nil
    handledException = nil
    printing = []
    defer { settle() }
    do throws(Unwind) {
      try body()
      if unfinishedCleanups > 0 { throw unsupported("a generator left inside a with or a try with finally") }
    } catch {
      let failure = failure(for: error)
      frame = nil
      handledException = nil
      throw failure
    }
  }

  /// What the code used that CPython doesn't repeat from run to run, such as `random`, since the last call.
  package func takeUnrepeatable() -> [String] {
    defer { unrepeatable = [] }
    return unrepeatable.sorted()
  }

  func noteUnrepeatable(_ construct: String) { unrepeatable.insert(construct) }

  /// Frees what a call left behind, if that may be much.
  private func settle() {
    guard meter.memory - retained > Self.unnoticed || heap.growth * Heap.bytesPerObject > Self.unnoticed
    else { return }
    retained = heap.sweep()
  }

  /// What `print` wrote since the last call.
  package func takeOutput() -> String {
    defer { output = "" }
    return output
  }

  func write(_ text: String) throws(Unwind) {
    guard output.utf8.count + text.utf8.count <= limits.output else { throw exceeded(.output) }
    output += text
  }

  /// State a library module keeps for the run, made at the first request.
  package func storage<Store: AnyObject>(_ type: Store.Type, _ make: () -> Store) -> Store {
    if let store = stores[ObjectIdentifier(type)] as? Store { return store }
    let store = make()
    stores[ObjectIdentifier(type)] = store
    return store
  }
}

/// A module of the repository: its code, and the path to show in results.
package struct HostedModule {
  package let code: ModuleCode
  package let path: String

  package init(code: ModuleCode, path: String) {
    self.code = code
    self.path = path
  }

  package init(module: PythonModule, path: String) {
    self.init(code: ModuleCode(module), path: path)
  }
}
