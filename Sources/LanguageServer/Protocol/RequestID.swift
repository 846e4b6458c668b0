/// What connects an answer with its request: a number or a string of the sender's choice (JSON-RPC 2.0).
enum RequestID: Sendable, Hashable, CustomStringConvertible {
  case number(Int)
  case string(String)

  init?(json: JSONValue?) {
    if let number = json?.integer {
      self = .number(number)
    } else if let string = json?.string {
      self = .string(string)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .number(let number): String(number)
    case .string(let string): "\"\(string)\""
    }
  }
}

extension RequestID: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.integer(number)
    case .string(let string): writer.string(string)
    }
  }
}
