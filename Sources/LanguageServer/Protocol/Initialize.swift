import SourceText

/// The first request: who the client is and what it can do (LSP 3.17, *Initialize Request*).
struct InitializeParameters: Decodable, Sendable {
  let processID: Int?
  let clientName: String
  let capabilities: ClientCapabilities
  let trace: String?

  init(from decoder: any Decoder) throws {
    // Whatever the members are, they must be those of an object.
    _ = try decoder.container(keyedBy: NoMembers.self)
    let members = LenientMembers(of: decoder)
    let client = members["clientInfo"]
    processID = members.value("processId")
    clientName = "\(client.value("name") ?? "unnamed") \(client.value("version") ?? "")"
    capabilities = ClientCapabilities(members["capabilities"])
    trace = members.value("trace")
  }

  private enum NoMembers: CodingKey {}
}

struct InitializeResult: Encodable {
  struct ServerInfo: Encodable {
    let name = "policylens"
    let version: String
  }

  let capabilities: ServerCapabilities
  let serverInfo: ServerInfo
}

/// What the server offers: position encoding and synchronization, and what the features add that answer it.
struct ServerCapabilities: Encodable {
  struct Synchronization: Encodable {
    let openClose = true
    /// Edits come as ranges and their replacement.
    let change = 2
    let save = true
  }

  let positionEncoding: String
  let textDocumentSync = Synchronization()
  var codeActionProvider: CodeActionOptions?
  var codeLensProvider: CodeLensOptions?
  var definitionProvider: Bool?
  var diagnosticProvider: DiagnosticOptions?
  var documentFormattingProvider: Bool?
  var documentRangeFormattingProvider: Bool?
  var documentSymbolProvider: Bool?
  var executeCommandProvider: ExecuteCommandOptions?
  var foldingRangeProvider: Bool?
  var hoverProvider: Bool?
  var inlayHintProvider: Bool?
}
