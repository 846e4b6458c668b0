import Detections
import Sandbox

/// A message from the client, decoded by the thread that reads, with what there is to do about it.
struct IncomingMessage: Sendable {
  enum Content: Sendable {
    case request(RequestID, Prepared)
    case notification(PreparedNotification)
    /// A request that can't be served.
    case refused(RequestID?, ResponseError)
    case cancellation(RequestID)
    /// The client's answer to a request of ours; its error, if it is one.
    case response(error: String?)
    /// Nothing to do but to write a line in the log.
    case ignored(reason: String)
  }

  /// A request's handler with its parameters.
  struct Prepared: Sendable {
    typealias Run = @Sendable (inout Session, Interrupt) throws(ResponseError) -> (any JSONEncodable)?

    /// The document that the request is about, if it is about one.
    let document: FilePath?
    let run: Run

    init(document: FilePath?, run: @escaping Run) {
      self.document = document
      self.run = run
    }

    /// A request that comes to nothing else.
    init(refusal: ResponseError) {
      self.init(document: nil) { _, _ throws(ResponseError) in throw refusal }
    }
  }

  /// A notification's handler with its parameters.
  struct PreparedNotification: Sendable {
    let effect: NotificationEffect
    let run: @Sendable (inout Session) -> Void
  }

  let method: String
  let content: Content
}

/// What a notification does to work that is under way or waiting.
enum NotificationEffect: Sendable, Equatable {
  case none
  /// It changes the text of an open document.
  case edit(FilePath)
  /// It changes what documents there are, or files.
  case change
  /// Nothing follows it.
  case exit
}

extension IncomingMessage {
  /// Decodes a message's bytes; whatever they are, there is something to do about them.
  init(_ bytes: [UInt8]) {
    guard let json = JSONReader.value(of: bytes) else {
      self.init(method: "?", content: .refused(nil, ResponseError(.parseError, "not JSON")))
      return
    }
    guard let member = json["method"] else {
      self = IncomingMessage.withoutMethod(json)
      return
    }
    guard let method = member.string else {
      let error = ResponseError(.invalidRequest, "the method is no string")
      self.init(method: "?", content: .refused(RequestID(json: json["id"]), error))
      return
    }
    // A method without parameters may come without any, or with null.
    let parameters = json["params"] ?? .null
    if let id = json["id"] {
      self.init(method: method, content: IncomingMessage.request(method, id, parameters))
    } else {
      self.init(method: method, content: IncomingMessage.notification(method, parameters))
    }
  }

  private static func withoutMethod(_ json: JSONValue) -> IncomingMessage {
    if json["result"] != nil || json["error"] != nil {
      let error = json["error"].map { error in
        "\(error["code"]?.integer ?? 0) \(error["message"]?.string ?? "")"
      }
      return IncomingMessage(method: "response", content: .response(error: error))
    }
    let error = ResponseError(.invalidRequest, json.isObject ? "no method" : "not a JSON-RPC message")
    return IncomingMessage(method: "?", content: .refused(RequestID(json: json["id"]), error))
  }

  private static func request(_ method: String, _ id: JSONValue, _ parameters: JSONValue) -> Content {
    guard let id = RequestID(json: id) else {
      return .refused(nil, ResponseError(.invalidRequest, "the ID is neither an integer nor a string"))
    }
    // What is wrong with a request is said when its turn comes: before `initialize` that alone is the answer.
    guard let route = RequestRoute.byMethod[method] else {
      return .request(id, Prepared(refusal: ResponseError(.methodNotFound, "no method \(method)")))
    }
    do throws(JSONMismatch) {
      return .request(id, try route.prepare(parameters))
    } catch {
      let message = "\(method): `\(error.member)` is missing or of another form"
      return .request(id, Prepared(refusal: ResponseError(.invalidParams, message)))
    }
  }

  private static func notification(_ method: String, _ parameters: JSONValue) -> Content {
    if method == "$/cancelRequest" {
      guard let id = RequestID(json: parameters["id"]) else {
        return .ignored(reason: "a cancellation without an ID")
      }
      return .cancellation(id)
    }
    guard let route = NotificationRoute.byMethod[method] else {
      return .ignored(reason: "unknown notification \(method)")
    }
    do throws(JSONMismatch) {
      return .notification(try route.prepare(parameters))
    } catch {
      return .ignored(reason: "\(method): `\(error.member)` is missing or of another form")
    }
  }
}
