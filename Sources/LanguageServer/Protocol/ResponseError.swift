/// Why a request has no result (LSP 3.17, *Response Message*).
struct ResponseError: Error, Encodable, Equatable {
  enum Code: Int, Encodable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case contentModified = -32801
    case requestCancelled = -32800
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static let cancelled = ResponseError(.requestCancelled, "cancelled by the client")
  static let contentModified = ResponseError(.contentModified, "the document was edited meanwhile")
}
