import Detections
import Sandbox

/// How a request is decoded, served and advertised. Dispatch and the server's capabilities are both read from
/// the table of routes, so neither can promise what the other lacks.
struct RequestRoute: Sendable {
  typealias Advertise = @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void

  let method: String
  let advertise: Advertise
  /// Decodes the parameters.
  let prepare: @Sendable (any Decoder) throws -> IncomingMessage.Prepared

  /// A request to the session itself.
  init<Parameters: Decodable & Sendable>(
    _ method: String, _ type: Parameters.Type, advertise: @escaping Advertise,
    serve:
      @escaping @Sendable (inout Session, Parameters, Interrupt) throws(ResponseError) -> (any Encodable)?
  ) {
    self.method = method
    self.advertise = advertise
    self.prepare = { decoder in
      let parameters = try Parameters(from: decoder)
      return IncomingMessage.Prepared(document: nil) { session, interrupt throws(ResponseError) in
        try serve(&session, parameters, interrupt)
      }
    }
  }

  /// A request about a document, answered from a snapshot of what all documents say now.
  init<Parameters: DocumentParameters>(
    _ method: String, about type: Parameters.Type, advertise: @escaping Advertise,
    serve: @escaping @Sendable (DocumentContext, Parameters) -> (any Encodable)?
  ) {
    self.method = method
    self.advertise = advertise
    self.prepare = { decoder in
      let parameters = try Parameters(from: decoder)
      let uri = parameters.textDocument.uri
      return IncomingMessage.Prepared(document: DocumentURI.path(of: uri)) {
        session, interrupt throws(ResponseError) in
        guard let context = session.context(of: uri, interrupt) else { return nil }
        return serve(context, parameters)
      }
    }
  }

  static let byMethod = Dictionary(uniqueKeysWithValues: all.map { ($0.method, $0) })
}

/// How a notification is decoded and what it does.
struct NotificationRoute: Sendable {
  let method: String
  /// Decodes the parameters.
  let prepare: @Sendable (any Decoder) throws -> IncomingMessage.PreparedNotification

  init<Parameters: Decodable & Sendable>(
    _ method: String, _ type: Parameters.Type, effect: @escaping @Sendable (Parameters) -> NotificationEffect,
    apply: @escaping @Sendable (inout Session, Parameters) -> Void
  ) {
    self.method = method
    self.prepare = { decoder in
      let parameters = try Parameters(from: decoder)
      return IncomingMessage.PreparedNotification(effect: effect(parameters)) { apply(&$0, parameters) }
    }
  }

  static let byMethod = Dictionary(uniqueKeysWithValues: all.map { ($0.method, $0) })
}
