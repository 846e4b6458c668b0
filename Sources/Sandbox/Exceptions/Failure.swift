package import SourceText

/// Why loading a module or calling a function gave no value.
package enum Failure: Error, Sendable, Hashable {
  /// The evaluated code raised an exception and didn't catch it.
  case exception(ExceptionRecord)
  /// What the evaluator doesn't implement was executed. No verdict may be drawn.
  case unsupported(Unsupported)
  /// A bound of `Limits` was met, or the host interrupted the run.
  case limit(LimitExceeded)
}

/// An uncaught exception, as a traceback would show it.
package struct ExceptionRecord: Sendable, Hashable {
  /// The class's name, qualified with its module as a traceback prints it unless the module is `builtins` or
  /// that of the detection, such as `KeyError`, `json.decoder.JSONDecodeError`.
  package let type: String
  /// `type(e).__name__`.
  package let name: String
  /// `str(e)`.
  package let message: String
  /// From where it was raised outwards.
  package let frames: [TracebackFrame]

  package init(type: String, name: String, message: String, frames: [TracebackFrame]) {
    self.type = type
    self.name = name
    self.message = message
    self.frames = frames
  }
}

/// A place that a traceback goes through.
package struct TracebackFrame: Sendable, Hashable {
  package let path: String
  /// The function's name, or `<module>`.
  package let function: String
  package let range: ByteRange

  package init(path: String, function: String, range: ByteRange) {
    self.path = path
    self.function = function
    self.range = range
  }
}

/// A construct that isn't implemented, and where it was executed.
package struct Unsupported: Sendable, Hashable {
  package let construct: String
  package let path: String
  package let range: ByteRange

  package init(construct: String, path: String, range: ByteRange) {
    self.construct = construct
    self.path = path
    self.range = range
  }
}

/// A limit that was met, and where.
package struct LimitExceeded: Sendable, Hashable {
  package let limit: Limits.Name
  package let path: String
  package let range: ByteRange

  package init(limit: Limits.Name, path: String, range: ByteRange) {
    self.limit = limit
    self.path = path
    self.range = range
  }
}
