import LanguageServer

extension CommandDescription {
  static let lsp = CommandDescription(
    name: "lsp",
    summary: "serve an editor on standard input and output",
    operands: [],
    options: [
      OptionDescription(
        name: "log-file", placeholder: "FILE", help: "write the server's log there, not to standard error",
        isPath: true),
      .choice(
        "log-level", ["warning", "error", "info", "debug"], "how much to write; never what documents say"),
    ],
    discussion: """
      Speaks the Language Server Protocol 3.17 over standard input and output, and nothing else on
      standard output. Editors start it; see editors/ for their settings.
      """,
    run: { (arguments, _) throws(CommandFailure) in
      let level = arguments.value(of: "log-level").flatMap(LogLevel.init) ?? .warning
      let options = ServerOptions(
        logFile: arguments.value(of: "log-file"), logLevel: level, version: policylensVersion)
      return serve(options) == 0 ? .success : .findings
    })
}
