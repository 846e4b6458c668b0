/// The exception hierarchy (Library Reference, *Built-in Exceptions*).
extension NativeType {
  package static let baseException = NativeType(
    "BaseException", isSubclassable: true, constructor: nil, members: ExceptionMembers.members)

  package static let exception = derive("Exception", .baseException)
  package static let systemExit = NativeType(
    "SystemExit", bases: [.baseException], isSubclassable: true,
    members: [.property("code") { object, interpreter in ExceptionMembers.code(object, interpreter) }])
  package static let keyboardInterrupt = derive("KeyboardInterrupt", .baseException)
  package static let generatorExit = derive("GeneratorExit", .baseException)

  package static let arithmeticError = derive("ArithmeticError", .exception)
  package static let floatingPointError = derive("FloatingPointError", .arithmeticError)
  package static let overflowError = derive("OverflowError", .arithmeticError)
  package static let zeroDivisionError = derive("ZeroDivisionError", .arithmeticError)
  package static let assertionError = derive("AssertionError", .exception)
  package static let attributeError = NativeType(
    "AttributeError", bases: [.exception], isSubclassable: true,
    members: ["name", "obj"].map(ExceptionDetails.member))
  package static let bufferError = derive("BufferError", .exception)
  package static let eofError = derive("EOFError", .exception)
  package static let importError = NativeType(
    "ImportError", bases: [.exception], isSubclassable: true,
    members: ["name", "path", "msg"].map(ExceptionDetails.member))
  package static let moduleNotFoundError = derive("ModuleNotFoundError", .importError)
  package static let lookupError = derive("LookupError", .exception)
  package static let indexError = derive("IndexError", .lookupError)
  package static let keyError = derive("KeyError", .lookupError)
  package static let memoryError = derive("MemoryError", .exception)
  package static let nameError = NativeType(
    "NameError", bases: [.exception], isSubclassable: true, members: [ExceptionDetails.member("name")])
  package static let unboundLocalError = derive("UnboundLocalError", .nameError)
  package static let osError = NativeType(
    "OSError", bases: [.exception], isSubclassable: true,
    members: ["errno", "strerror", "filename", "filename2"].map(ExceptionDetails.member))
  package static let connectionError = derive("ConnectionError", .osError)
  package static let fileExistsError = derive("FileExistsError", .osError)
  package static let fileNotFoundError = derive("FileNotFoundError", .osError)
  package static let isADirectoryError = derive("IsADirectoryError", .osError)
  package static let permissionError = derive("PermissionError", .osError)
  package static let timeoutError = derive("TimeoutError", .osError)
  package static let referenceError = derive("ReferenceError", .exception)
  package static let runtimeError = derive("RuntimeError", .exception)
  package static let notImplementedError = derive("NotImplementedError", .runtimeError)
  package static let recursionError = derive("RecursionError", .runtimeError)
  package static let stopIteration = NativeType(
    "StopIteration", bases: [.exception], isSubclassable: true,
    members: [.property("value") { object, _ in ExceptionMembers.firstArgument(object) }])
  package static let stopAsyncIteration = derive("StopAsyncIteration", .exception)
  package static let syntaxError = derive("SyntaxError", .exception)
  package static let indentationError = derive("IndentationError", .syntaxError)
  package static let tabError = derive("TabError", .indentationError)
  package static let systemError = derive("SystemError", .exception)
  package static let typeError = derive("TypeError", .exception)
  package static let valueError = derive("ValueError", .exception)
  package static let unicodeError = derive("UnicodeError", .valueError)
  package static let unicodeDecodeError = derive("UnicodeDecodeError", .unicodeError)
  package static let unicodeEncodeError = derive("UnicodeEncodeError", .unicodeError)
  package static let warning = derive("Warning", .exception)
  package static let deprecationWarning = derive("DeprecationWarning", .warning)
  package static let futureWarning = derive("FutureWarning", .warning)
  package static let runtimeWarning = derive("RuntimeWarning", .warning)
  package static let userWarning = derive("UserWarning", .warning)

  /// An exception class derived from another, for library modules too: `.derive("Error", .valueError,
  /// module: "binascii")`.
  package static func derive(_ name: String, _ base: NativeType, module: String? = nil) -> NativeType {
    NativeType(name, module: module, bases: [base], isSubclassable: true)
  }

  /// Those that are built-in names.
  static let builtinExceptions: [NativeType] = [
    .arithmeticError, .assertionError, .attributeError, .baseException, .baseExceptionGroup, .exceptionGroup,
    .bufferError, .connectionError,
    .deprecationWarning, .eofError, .exception, .fileExistsError, .fileNotFoundError, .floatingPointError,
    .futureWarning, .generatorExit, .importError, .indentationError, .indexError, .isADirectoryError,
    .keyError, .keyboardInterrupt, .lookupError, .memoryError, .moduleNotFoundError, .nameError,
    .notImplementedError, .osError, .overflowError, .permissionError, .recursionError, .referenceError,
    .runtimeError, .runtimeWarning, .stopAsyncIteration, .stopIteration, .syntaxError, .systemError,
    .systemExit, .tabError, .timeoutError, .typeError, .unboundLocalError, .unicodeDecodeError,
    .unicodeEncodeError, .unicodeError, .userWarning, .valueError, .warning, .zeroDivisionError,
  ]
}

/// The attributes every exception has.
enum ExceptionMembers {
  static let members: [Member] = [
    .property("__cause__") { object, _ in related(object, \.cause) },
    .property("__context__") { object, _ in related(object, \.context) },
    .property("__suppress_context__") { object, _ in
      guard case .exception(let exception) = object else { return .none }
      return .bool(exception.suppressesContext)
    },
    .method("add_note", "(note, /)") { call throws(Unwind) in
      guard case .exception(let exception) = call.receiver else { return .none }
      guard case .string = call.required(0).plainScalar else {
        throw call.raise(
          .typeError, "note must be a str, not '\(call.required(0).qualifiedTypeName)'")
      }
      let notes: Object
      if let known = exception.attributes["__notes__"] {
        notes = known
      } else {
        notes = try call.interpreter.list([])
        exception.attributes["__notes__"] = notes
      }
      guard case .list(let list) = notes else {
        throw call.raise(.typeError, "Cannot add note: __notes__ is not a list")
      }
      try call.interpreter.charge(elements: list.items.count + 1, added: 1)
      list.items.append(call.required(0))
      return .none
    },
    .property("args") { object, interpreter throws(Unwind) in
      guard case .exception(let exception) = object else { return .none }
      return interpreter.tuple(try interpreter.arguments(of: exception))
    },
    .method("with_traceback", "(tb, /)") { call in call.receiver },
  ]

  /// `SystemExit.code`: the one argument, or all of them.
  static func code(_ object: Object, _ interpreter: Interpreter) -> Object {
    guard case .exception(let exception) = object, exception.arguments.count > 1 else {
      return firstArgument(object)
    }
    return interpreter.tuple(exception.arguments)
  }

  static func firstArgument(_ object: Object) -> Object {
    guard case .exception(let exception) = object else { return .none }
    return exception.arguments.first ?? .none
  }

  private static func related(
    _ object: Object, _ path: KeyPath<ExceptionObject, ExceptionObject?>
  ) -> Object {
    guard case .exception(let exception) = object, let other = exception[keyPath: path] else { return .none }
    return .exception(other)
  }
}
