import Detections
import FoundationEssentials
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
    typealias Run = @Sendable (inout Session, Interrupt) throws(ResponseError) -> (any Encodable)?

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

extension IncomingMessage: Decodable {
  private static let decoder = JSONDecoder()

  private enum Member: CodingKey {
    case id, method, params, result, error
  }

  /// The client's reason to refuse a request.
  private struct ClientError: Decodable {
    let code: Int?
    let message: String?
  }

  /// Decodes a message's bytes; whatever they are, there is something to do about them.
  init(_ bytes: [UInt8]) {
    // A refused edit would leave the server with another text than the editor, so neither bytes that are no UTF-8
    // nor halves of surrogate pairs refuse it: U+FFFD stands for them.
    var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    LoneSurrogates.replace(in: &text)
    do {
      self = try IncomingMessage.decoder.decode(IncomingMessage.self, from: Data(text))
    } catch {
      self.init(method: "?", content: .refused(nil, ResponseError(.parseError, "not JSON")))
    }
  }

  /// Reads the method and the ID, and then the parameters as what the method's route takes. Throws what the
  /// decoder says about text that is no JSON.
  init(from decoder: any Decoder) throws {
    let members: KeyedDecodingContainer<Member>
    do {
      members = try decoder.container(keyedBy: Member.self)
    } catch is DecodingError {
      self.init(
        method: "?", content: .refused(nil, ResponseError(.invalidRequest, "not a JSON-RPC message")))
      return
    }
    let id = try? members.decode(RequestID.self, forKey: .id)
    guard members.contains(.method) else {
      self = IncomingMessage.withoutMethod(id, members)
      return
    }
    let method: String
    do {
      method = try members.decode(String.self, forKey: .method)
    } catch is DecodingError {
      let error = ResponseError(.invalidRequest, "the method is no string")
      self.init(method: "?", content: .refused(id, error))
      return
    }
    // A method without parameters may come without any, or with null.
    let parameters = try members.superDecoder(forKey: .params)
    let content =
      members.contains(.id)
      ? IncomingMessage.request(method, id, parameters)
      : try IncomingMessage.notification(method, parameters)
    self.init(method: method, content: content)
  }

  private static func withoutMethod(_ id: RequestID?, _ members: KeyedDecodingContainer<Member>)
    -> IncomingMessage
  {
    guard members.contains(.result) || members.contains(.error) else {
      return IncomingMessage(
        method: "?", content: .refused(id, ResponseError(.invalidRequest, "no method")))
    }
    let error = try? members.decode(ClientError.self, forKey: .error)
    return IncomingMessage(
      method: "response",
      content: .response(error: error.map { "\($0.code ?? 0) \($0.message ?? "")" }))
  }

  private static func request(_ method: String, _ id: RequestID?, _ parameters: any Decoder) -> Content {
    guard let id else {
      return .refused(nil, ResponseError(.invalidRequest, "the ID is neither an integer nor a string"))
    }
    // What is wrong with a request is said when its turn comes: before `initialize` that alone is the answer.
    guard let route = RequestRoute.byMethod[method] else {
      return .request(id, Prepared(refusal: ResponseError(.methodNotFound, "no method \(method)")))
    }
    do {
      return .request(id, try route.prepare(parameters))
    } catch {
      let refusal = ResponseError(.invalidParams, "\(method): \(description(of: error))")
      return .request(id, Prepared(refusal: refusal))
    }
  }

  private static func notification(_ method: String, _ parameters: any Decoder) throws -> Content {
    if method == "$/cancelRequest" {
      guard let cancelled = try? CancelParameters(from: parameters) else {
        return .ignored(reason: "a cancellation without an ID")
      }
      return .cancellation(cancelled.id)
    }
    guard let route = NotificationRoute.byMethod[method] else {
      return .ignored(reason: "unknown notification \(method)")
    }
    do {
      return .notification(try route.prepare(parameters))
    } catch let error as DecodingError {
      return .ignored(reason: "\(method): \(description(of: error))")
    }
  }

  private static func description(of error: any Error) -> String {
    let path: [any CodingKey] =
      switch error {
      case DecodingError.keyNotFound(let key, _): [key]
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.dataCorrupted(let context):
        context.codingPath
      default: []
      }
    let member = path.last { $0.intValue == nil }?.stringValue ?? "params"
    return "`\(member)` is missing or of another form"
  }
}
