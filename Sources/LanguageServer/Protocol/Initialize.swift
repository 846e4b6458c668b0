import SourceText

/// The first request: who the client is and what it can do (LSP 3.17, *Initialize Request*).
struct InitializeParameters: JSONDecodable {
  let processID: Int?
  let clientName: String
  let capabilities: ClientCapabilities
  let trace: String?

  init(json: JSONValue) throws(JSONMismatch) {
    guard json.isObject else { throw JSONMismatch(member: "params") }
    processID = json["processId"]?.integer
    let name = json["clientInfo"]?["name"]?.string ?? "unnamed"
    clientName = [name, json["clientInfo"]?["version"]?.string ?? ""].joined(separator: " ")
    capabilities = ClientCapabilities(json["capabilities"])
    trace = json["trace"]?.string
  }
}

struct InitializeResult: JSONEncodable {
  let capabilities: ServerCapabilities
  let version: String

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("capabilities", capabilities)
      writer.member(
        "serverInfo",
        JSONValue.object([
          JSONValue.Member(name: "name", value: .string("policylens")),
          JSONValue.Member(name: "version", value: .string(version)),
        ]))
    }
  }
}

/// What the server offers: position encoding and synchronization, and what the features add that answer it.
struct ServerCapabilities: JSONEncodable {
  private let positionEncoding: PositionEncoding
  private var features: [JSONValue.Member] = []

  init(positionEncoding: PositionEncoding) {
    self.positionEncoding = positionEncoding
  }

  /// Offers a feature, under the name of its member in LSP's `ServerCapabilities`.
  mutating func offer(_ name: String, _ options: JSONValue = .boolean(true)) {
    features.append(JSONValue.Member(name: name, value: options))
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("positionEncoding", positionEncoding.rawValue)
      writer.member("textDocumentSync", ServerCapabilities.synchronization)
      for feature in features { writer.member(named: feature.name, feature.value) }
    }
  }

  /// Edits come as ranges and their replacement (2).
  private static let synchronization: JSONValue = .object([
    JSONValue.Member(name: "openClose", value: .boolean(true)),
    JSONValue.Member(name: "change", value: .integer(2)),
    JSONValue.Member(name: "save", value: .boolean(true)),
  ])
}
