import SourceText

extension RequestRoute {
  /// The first request. Nothing heavy happens before its answer.
  static let initialize = RequestRoute(
    "initialize", InitializeParameters.self, advertise: { _, _ in }
  ) { session, parameters, _ in
    session.phase = .running
    session.client = parameters.capabilities
    session.isTracing = parameters.trace.map { $0 != "off" } ?? false
    if let processID = parameters.processID { ParentWatch.start(processID, session.log) }
    let client = parameters.capabilities
    let way = client.pullsDiagnostics ? "pulled" : "pushed"
    session.log(
      .info,
      "client \(parameters.clientName): positions in \(client.positionEncoding.rawValue), diagnostics \(way)")
    var capabilities = ServerCapabilities(positionEncoding: client.positionEncoding.rawValue)
    for route in RequestRoute.all { route.advertise(&capabilities, session.client) }
    return InitializeResult(
      capabilities: capabilities, serverInfo: InitializeResult.ServerInfo(version: session.version))
  }

  static let shutdown = RequestRoute(
    "shutdown", NoParameters.self, advertise: { _, _ in }
  ) { session, _, _ in
    session.phase = .shutDown
    return nil
  }
}

extension NotificationRoute {
  static let initialized = NotificationRoute(
    "initialized", NoParameters.self, effect: { _ in .none }
  ) { session, _ in
    WarmUp.start()
    if session.client.registersFileWatchers {
      session.request("client/registerCapability", FileWatcherRegistration())
    }
  }

  static let exit = NotificationRoute("exit", NoParameters.self, effect: { _ in .exit }) { _, _ in }

  static let setTrace = NotificationRoute(
    "$/setTrace", SetTraceParameters.self, effect: { _ in .none }
  ) { session, parameters in
    session.isTracing = parameters.value != "off"
  }

  /// There are no settings yet, and what this notification carries is not to be relied on anyway.
  static let didChangeConfiguration = NotificationRoute(
    "workspace/didChangeConfiguration", NoParameters.self, effect: { _ in .none }
  ) { _, _ in }
}
