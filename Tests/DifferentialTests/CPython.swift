import Foundation

/// A CPython 3.11 in a process of its own that runs one program after another.
///
/// It guards itself: each program has seconds and memory, and neither files nor processes nor a network.
final class CPython {
  /// `python3.11` of the search path.
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/python3.11" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }()

  /// The clock of both sides, in microseconds since 1970-01-01 UTC.
  static let now = 1_700_000_000_123_456

  private let path: String
  private let folders: [String]
  private var process: Process?
  private var requests: FileHandle?
  private var answers: FileHandle?
  private var received: [UInt8] = []
  private var program: Program?

  /// - Parameter folders: Where it finds modules besides its own.
  init(_ path: String, folders: [String] = []) {
    self.path = path
    self.folders = folders
  }

  deinit { process?.terminate() }

  private struct Request: Encodable {
    let source: String
    let modules: [String: String]
  }

  private struct Answer: Decodable {
    let printed: String?
    let ended: String?
    let undecided: String?
  }

  /// Starts a program; `outcome` waits for its end.
  func start(_ program: Program) throws {
    if process?.isRunning != true { try launch() }
    self.program = program
    let request = try JSONEncoder().encode(Request(source: program.source, modules: program.modules))
    try requests?.write(contentsOf: request + [UInt8(ascii: "\n")])
  }

  /// How the program that was started last ended.
  func outcome() throws -> Outcome {
    guard let line = try nextLine() else {
      process?.terminate()
      process = nil
      return .undecided("CPython gave up")
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(line))
    guard let program, let ending = answer.ended else {
      return .undecided(answer.undecided ?? "no answer")
    }
    return .ended(program, printed: answer.printed ?? "", ending: ending)
  }

  func outcome(of program: Program) throws -> Outcome {
    try start(program)
    return try outcome()
  }

  private func launch() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", Outcome.describer + CPython.server, String(CPython.now)] + folders
    process.environment = ["PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"]
    process.currentDirectoryURL = FileManager.default.temporaryDirectory
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    requests = input.fileHandleForWriting
    answers = output.fileHandleForReading
    received = []
  }

  private func nextLine() throws -> [UInt8]? {
    while true {
      if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
        defer { received.removeSubrange(...end) }
        return Array(received[..<end])
      }
      guard let data = answers?.availableData, !data.isEmpty else { return nil }
      received += data
    }
  }

  /// Answers each request, a line of JSON, with a line of JSON.
  private static let server = #"""
    import datetime, faulthandler, gc, ctypes, importlib.machinery, io, json, resource, signal, sys, time, types
    import unittest.mock, warnings

    NOW = int(sys.argv[1])
    sys.path += sys.argv[2:]
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    FORBIDDEN = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.remove", "os.rename",
                 "os.mkdir", "os.rmdir", "os.kill", "shutil.", "socket.")

    def guard(event, arguments):
        if event.startswith(FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            raise PermissionError(event)

    sys.addaudithook(guard)

    # The clock stands still.
    def replace_clock():
        moment = datetime.datetime.fromtimestamp(NOW / 1000000, datetime.timezone.utc)
        moment = moment.replace(microsecond=NOW % 1000000)
        def now(cls, tz=None):
            return moment.replace(tzinfo=None) if tz is None else moment.astimezone(tz)
        methods = gc.get_referents(datetime.datetime.__dict__)[0]
        methods["now"] = classmethod(now)
        methods["utcnow"] = classmethod(lambda cls: moment.replace(tzinfo=None))
        methods["today"] = methods["utcnow"]
        gc.get_referents(datetime.date.__dict__)[0]["today"] = classmethod(lambda cls: moment.date())
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.datetime))
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.date))
        time.time = lambda: NOW / 1000000
        time.time_ns = lambda: NOW * 1000

    replace_clock()

    class Stopped(BaseException):
        pass

    def stop(*ignored):
        raise Stopped()

    signal.signal(signal.SIGALRM, stop)

    compiled = {}

    def code(text, name):
        if (text, name) not in compiled:
            if len(compiled) > 200:
                compiled.clear()
            compiled[text, name] = compile(text, name, "exec")
        return compiled[text, name]

    class Modules:
        sources = {}

        def find_spec(self, name, path=None, target=None):
            if name in self.sources:
                return importlib.machinery.ModuleSpec(name, self, origin=name + ".py")

        def create_module(self, spec):
            return None

        def exec_module(self, module):
            name = module.__name__
            module.__file__ = name + ".py"
            exec(code(self.sources[name], name + ".py"), module.__dict__)

    finder = Modules()
    sys.meta_path.insert(0, finder)

    def failure(e):
        try:
            text = str(e)
        except Exception:
            text = "<exception str() failed>"
        line, trace = 0, e.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == "main.py":
                line = trace.tb_lineno
            trace = trace.tb_next
        place = "" if isinstance(e, (RecursionError, SyntaxError)) else " (line %d)" % line
        return "! " + type(e).__name__ + ": " + text + place

    def run(request):
        main = types.ModuleType("__main__")
        sys.modules["__main__"] = main
        main.__file__ = "main.py"
        finder.sources = request["modules"]
        try:
            exec(compile(request["source"], "main.py", "exec"), main.__dict__)
        except (Stopped, MemoryError):
            raise
        except BaseException as e:
            return failure(e)
        finally:
            for name in finder.sources:
                sys.modules.pop(name, None)
        lines = []
        for name, value in sorted(main.__dict__.items()):
            if not name.startswith("_") and not isinstance(value, types.ModuleType):
                lines.append(name + " = " + describe(value))
        return "\n".join(lines)

    def clean(text):
        return text.encode("utf-8", "backslashreplace").decode()

    def answer(request):
        printed = io.StringIO()
        sys.stdout = printed
        faulthandler.dump_traceback_later(30, exit=True)
        signal.setitimer(signal.ITIMER_REAL, 5, 0.5)
        try:
            ending = run(request)
            signal.setitimer(signal.ITIMER_REAL, 0)
            return {"printed": clean(printed.getvalue()), "ended": clean(ending)}
        except Stopped:
            return {"undecided": "CPython takes too long"}
        except MemoryError:
            return {"undecided": "CPython needs too much memory"}
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()
            sys.stdout = sys.__stdout__

    # What a program leaves must not end during the next one: a generator that is dropped runs its finally.
    gc.freeze()
    for line in sys.stdin.buffer:
        sys.__stdout__.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.__stdout__.flush()
        sys.stdout = io.StringIO()
        sys.modules.pop("__main__", None)
        gc.collect()
        sys.stdout = sys.__stdout__
    """#
}
