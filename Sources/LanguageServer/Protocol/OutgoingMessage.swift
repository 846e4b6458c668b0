/// The messages that the server sends, as bytes without headers (JSON-RPC 2.0).
enum OutgoingMessage {
  /// The answer to a request. `nil` as result is sent as `null`: its absence would be no answer.
  static func response(_ id: RequestID, _ result: (any JSONEncodable)?) -> [UInt8] {
    message { writer in
      writer.member("id", id)
      if let result { writer.member("result", result) } else { writer.member("result", JSONValue.null) }
    }
  }

  /// The refusal of a request; without an ID if the request's own could not be read.
  static func failure(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
    message { writer in
      if let id { writer.member("id", id) } else { writer.member("id", JSONValue.null) }
      writer.member("error", error)
    }
  }

  static func notification(_ method: String, _ parameters: some JSONEncodable) -> [UInt8] {
    message { writer in
      writer.member("method", method)
      writer.member("params", parameters)
    }
  }

  static func request(_ id: RequestID, _ method: String, _ parameters: (any JSONEncodable)?) -> [UInt8] {
    message { writer in
      writer.member("id", id)
      writer.member("method", method)
      if let parameters { writer.member("params", parameters) }
    }
  }

  private static func message(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      members(&writer)
    }
    return writer.bytes
  }
}
