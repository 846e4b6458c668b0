// Everything the server answers and hears, one row each. `IncomingMessage` dispatches by these tables and
// `initialize` advertises from them.

extension RequestRoute {
  static let all: [RequestRoute] = [
    .initialize,
    .shutdown,
    .codeAction,
    .codeLens,
    .definition,
    .diagnostic,
    .documentSymbol,
    .executeCommand,
    .foldingRange,
    .formatting,
    .hover,
    .inlayHint,
    .rangeFormatting,
  ]
}

extension NotificationRoute {
  static let all: [NotificationRoute] = [
    .initialized,
    .exit,
    .setTrace,
    .didOpen,
    .didChange,
    .didSave,
    .didClose,
    .didChangeConfiguration,
    .didChangeWatchedFiles,
  ]
}
