/// `logging`, to nowhere: messages are neither formatted nor written, as nobody would see them.
extension NativeModule {
  static let logging = NativeModule(
    "logging",
    LoggerObject.functions
      + [
        .function("getLogger", "def(name=None)") { call throws(Unwind) in
          .native(try LoggerObject.named(call[0] ?? .none, call.interpreter))
        },
        .function("basicConfig", "def(**kwargs)") { _ in .none },
        .function("disable", "def(level=50)") { _ in .none },
        .type("Logger", .logger),
      ]
      + [
        ("CRITICAL", 50), ("FATAL", 50), ("ERROR", 40), ("WARNING", 30), ("WARN", 30), ("INFO", 20),
        ("DEBUG", 10), ("NOTSET", 0),
      ].map { name, level in .constant(name) { _ in .int(level) } })
}

/// A `logging.Logger`.
private final class LoggerObject: NativeObject {
  private final class Loggers {
    var byName: [PyString: LoggerObject] = [:]
  }

  private let name: PyString

  private init(_ name: PyString) {
    self.name = name
    super.init(type: .logger)
  }

  /// The one logger of a name.
  static func named(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> LoggerObject {
    var name: PyString = "root"
    switch object {
    case .none: break
    case .string(let text): if !text.isEmpty { name = text }
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    default: throw interpreter.raise(.typeError, "A logger name must be a string")
    }
    let loggers = interpreter.storage(Loggers.self) { Loggers() }
    if let logger = loggers.byName[name] { return logger }
    let logger = interpreter.heap.adopt(LoggerObject(name))
    loggers.byName[name] = logger
    return logger
  }

  static let functions: [Member] =
    ["debug", "info", "warning", "warn", "error", "exception", "critical", "fatal"].map { name in
      .function(name, "def(msg, *args, **kwargs)") { _ in .none }
    } + [.function("log", "def(level, msg, *args, **kwargs)") { _ in .none }]

  static let members: [Member] =
    functions + [
      .method("setLevel", "def(level)") { _ in .none },
      .property("name") { object, _ in
        guard case .native(let native) = object, let logger = native as? LoggerObject else { return .none }
        return .string(logger.name)
      },
    ]

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw interpreter.unsupported("the repr of a Logger")
  }
}

extension NativeType {
  fileprivate static let logger = NativeType(
    "Logger", module: "logging", isWrittenInPython: true, members: LoggerObject.members)
}
