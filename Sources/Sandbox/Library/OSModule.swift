/// `os`, of which nothing is real: there is an empty environment and no system behind it. What isn't here is
/// `unsupported` when used.
extension NativeModule {
  static let os = NativeModule(
    "os",
    [
      .value("environ") { interpreter throws(Unwind) in .dict(interpreter.makeDict()) },
      .function("getenv", "(key, default=None)") { call in call[1] ?? .none },
      .constant("linesep") { _ in .string("\n") },
      .constant("name") { _ in .string("posix") },
      .constant("sep") { _ in .string("/") },
    ])
}
