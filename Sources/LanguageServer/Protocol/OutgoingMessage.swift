import FoundationEssentials

/// The messages that the server sends (JSON-RPC 2.0).
enum OutgoingMessage: Encodable {
  /// The answer to a request. `nil` as result is sent as `null`: its absence would be no answer.
  case response(RequestID, (any Encodable)?)
  /// The refusal of a request; without an ID if the request's own could not be read.
  case failure(RequestID?, ResponseError)
  case notification(String, any Encodable)
  case request(RequestID, String, (any Encodable)?)

  private enum Member: CodingKey {
    case jsonrpc, id, method, params, result, error
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode("2.0", forKey: .jsonrpc)
    switch self {
    case .response(let id, let result):
      try members.encode(id, forKey: .id)
      if let result {
        try members.encode(result, forKey: .result)
      } else {
        try members.encodeNil(forKey: .result)
      }
    case .failure(let id, let error):
      try members.encode(id, forKey: .id)
      try members.encode(error, forKey: .error)
    case .notification(let method, let parameters):
      try members.encode(method, forKey: .method)
      try members.encode(parameters, forKey: .params)
    case .request(let id, let method, let parameters):
      try members.encode(id, forKey: .id)
      try members.encode(method, forKey: .method)
      if let parameters { try members.encode(parameters, forKey: .params) }
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return encoder
  }()

  /// The message's bytes, without headers.
  func encoded() throws -> Data { try OutgoingMessage.encoder.encode(self) }
}
