/// The built-in names (Library Reference, *Built-in Functions* and *Built-in Constants*).
package enum Builtins {
  static let members: [String: Member] = Dictionary(
    uniqueKeysWithValues: (functions.map { numeric.contains($0.name) ? $0 : $0.takingObjects } + types
      + constants
      + NativeType.builtinExceptions.map { .type($0.name, $0) })
      .map { ($0.name, $0) })

  /// Every built-in name there is, for completion and for what may be mocked.
  package static let names: [String] = (Array(members.keys) + Array(unsupported)).sorted()

  /// Functions of numbers; the others take any object.
  private static let numeric: Set<String> = [
    "abs", "bin", "chr", "divmod", "hex", "oct", "ord", "pow", "round",
  ]

  private static let functions: [Member] = [
    .function("abs", "(x, /)", NumberBuiltins.abs),
    .function("all", "(iterable, /)", IterationBuiltins.all),
    .function("any", "(iterable, /)", IterationBuiltins.any),
    .function("ascii", "(obj, /)", ObjectBuiltins.ascii),
    .function("bin", "(number, /)", NumberBuiltins.bin),
    .function("callable", "(obj, /)", ObjectBuiltins.callable),
    .function("chr", "(i, /)", NumberBuiltins.chr),
    .function("delattr", "(obj, name, /)", ObjectBuiltins.delattr),
    .function("dir", "(*args)", ObjectBuiltins.dir),
    .function("divmod", "(x, y, /)", NumberBuiltins.divmod),
    .function("format", "(value, format_spec='', /)", ObjectBuiltins.format),
    .function("getattr", "(object, name, default=None, /)", ObjectBuiltins.getattr),
    .function("hasattr", "(obj, name, /)", ObjectBuiltins.hasattr),
    .function("hash", "(obj, /)", ObjectBuiltins.hash),
    .function("hex", "(number, /)", NumberBuiltins.hex),
    .function("isinstance", "(obj, class_or_tuple, /)", ObjectBuiltins.isinstance),
    .function("issubclass", "(cls, class_or_tuple, /)", ObjectBuiltins.issubclass),
    .function("iter", "(iterable, sentinel=None, /)", IterationBuiltins.iter),
    .function("len", "(obj, /)", IterationBuiltins.len),
    .function("max", "(*args, **kwargs)", IterationBuiltins.max),
    .function("min", "(*args, **kwargs)", IterationBuiltins.min),
    .function("next", "(iterator, default=None, /)", IterationBuiltins.next),
    .function("oct", "(number, /)", NumberBuiltins.oct),
    .function("ord", "(c, /)", NumberBuiltins.ord),
    .function("pow", "(base, exp, mod=None)", NumberBuiltins.pow),
    .function("print", "(*args, sep=' ', end='\\n', file=None, flush=False)", ObjectBuiltins.print),
    .function("repr", "(obj, /)", ObjectBuiltins.repr),
    .function("round", "(number, ndigits=None)", NumberBuiltins.round),
    .function("setattr", "(obj, name, value, /)", ObjectBuiltins.setattr),
    .function("sorted", "(*args, **kwargs)", IterationBuiltins.sorted),
    .function("vars", "(*args)", ObjectBuiltins.vars),
    .function("sum", "(iterable, /, start=0)", IterationBuiltins.sum),
  ]

  private static let types: [Member] = [
    .type("bool", .bool),
    .type("bytearray", .bytearray),
    .type("bytes", .bytes),
    .type("classmethod", .classmethod),
    .type("dict", .dict),
    .type("enumerate", .enumerate),
    .type("filter", .filter),
    .type("float", .float),
    .type("frozenset", .frozenset),
    .type("int", .int),
    .type("list", .list),
    .type("map", .map),
    .type("object", .object),
    .type("property", .property),
    .type("range", .range),
    .type("reversed", .reversed),
    .type("set", .set),
    .type("slice", .slice),
    .type("staticmethod", .staticmethod),
    .type("str", .str),
    .type("super", .super),
    .type("tuple", .tuple),
    .type("type", .type),
    .type("zip", .zip),
    // Other names of OSError.
    .type("EnvironmentError", .osError),
    .type("IOError", .osError),
  ]

  private static let constants: [Member] = [
    .constant("Ellipsis") { _ in .ellipsis },
    .constant("NotImplemented") { _ in .notImplemented },
    .constant("__debug__") { _ in .bool(true) },
  ]

  /// Names that exist, and end the run when they are used.
  static let unsupported: Set<String> = [
    "BlockingIOError", "BrokenPipeError", "BytesWarning", "ChildProcessError",
    "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError", "EncodingWarning",
    "ImportWarning", "InterruptedError", "NotADirectoryError", "PendingDeprecationWarning",
    "ProcessLookupError", "ResourceWarning", "SyntaxWarning", "UnicodeTranslateError", "UnicodeWarning",
    "__build_class__", "__builtins__", "__import__", "aiter", "anext", "breakpoint", "compile",
    "complex", "copyright", "credits", "eval", "exec", "exit", "globals", "help", "id", "input",
    "license", "locals", "memoryview", "open", "quit", "__loader__", "__spec__", "__package__",
  ]
}
