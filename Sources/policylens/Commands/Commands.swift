extension CommandDescription {
  /// Every command, in the order in which help lists them.
  static let all: [CommandDescription] = [.lsp, .check, .test, .explain, .fmt, .schema, .debug, .completions]
}
