/// What the server asks a client to show or do, outside any document.
struct ShowMessageParameters: JSONEncodable {
  let message: String

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      // 3: information.
      writer.member("type", 3)
      writer.member("message", message)
    }
  }
}

struct LogTraceParameters: JSONEncodable {
  let message: String

  func write(to writer: inout JSONWriter) {
    writer.object { $0.member("message", message) }
  }
}

struct SetTraceParameters: JSONDecodable {
  let value: String

  init(json: JSONValue) throws(JSONMismatch) {
    value = try json.string("value")
  }
}

struct ExecuteCommandParameters: JSONDecodable {
  let command: String
  let arguments: [JSONValue]

  init(json: JSONValue) throws(JSONMismatch) {
    command = try json.string("command")
    arguments = json["arguments"]?.elements ?? []
  }
}

/// The registration of file watchers, which has no static form (LSP 3.17, *DidChangeWatchedFiles*).
enum FileWatchers {
  static let registration: JSONValue = .object([
    member(
      "registrations",
      .array([
        .object([
          member("id", .string("policylens.files")),
          member("method", .string("workspace/didChangeWatchedFiles")),
          member(
            "registerOptions",
            .object([
              member("watchers", .array([.object([member("globPattern", .string("**/*.{yml,yaml,py}"))])]))
            ])),
        ])
      ]))
  ])

  private static func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(name: name, value: value)
  }
}

/// The parameters of messages that have none; whatever a client sends in their place is ignored.
struct NoParameters: JSONDecodable {
  init(json: JSONValue) throws(JSONMismatch) {}
}
