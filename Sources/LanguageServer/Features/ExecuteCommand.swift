import Analysis
import Detections
import Sandbox
import SourceText

/// The commands behind the code lenses.
///
/// Each answers with data, for clients that want to show it in their own way, and with a message, for all
/// others: a lens works in every editor without a line of editor code.
enum Command: String, Encodable, CaseIterable {
  /// Arguments: the document's URI.
  case runTests = "policylens.runTests"
  /// Arguments: the document's URI, the test's index from zero.
  case explainTest = "policylens.explainTest"
}

/// What a command is about; in the protocol an array. What a client sends need not be what a lens gave it.
struct CommandArguments: Codable, Sendable {
  let uri: String?
  let test: Int?

  init(uri: String, test: Int?) {
    self.uri = uri
    self.test = test
  }

  init(from decoder: any Decoder) throws {
    var elements = try decoder.unkeyedContainer()
    uri = try? elements.decode(String.self)
    test = try? elements.decode(Int.self)
  }

  func encode(to encoder: any Encoder) throws {
    var elements = encoder.unkeyedContainer()
    if let uri { try elements.encode(uri) }
    if let test { try elements.encode(test) }
  }
}

struct ExecuteCommandParameters: Decodable, Sendable {
  let command: String
  let arguments: CommandArguments?
}

struct ExecuteCommandOptions: Encodable {
  let commands = Command.allCases
}

/// What `policylens.runTests` answers.
struct RunTestsResult: Encodable {
  let uri: String
  let summary: String
}

/// What `policylens.explainTest` answers.
struct ExplainTestResult: Encodable {
  let uri: String
  let index: Int
  let markdown: String
}

extension RequestRoute {
  static let executeCommand = RequestRoute(
    "workspace/executeCommand", ExecuteCommandParameters.self,
    advertise: { capabilities, _ in capabilities.executeCommandProvider = ExecuteCommandOptions() }
  ) { session, parameters, interrupt throws(ResponseError) in
    guard let command = Command(rawValue: parameters.command) else {
      throw ResponseError(.invalidParams, "no command \(parameters.command)")
    }
    guard let uri = parameters.arguments?.uri else {
      throw ResponseError(.invalidParams, "\(command.rawValue) needs a document's URI")
    }
    guard let context = session.context(of: uri, interrupt) else {
      throw ResponseError(.requestFailed, "there is no document \(uri)")
    }
    switch command {
    case .runTests:
      let summary = context.snapshot.testSummary(in: context.file)
      session.show(summary)
      return RunTestsResult(uri: uri, summary: summary)
    case .explainTest:
      guard let index = parameters.arguments?.test else {
        throw ResponseError(.invalidParams, "\(command.rawValue) needs a test's index")
      }
      guard let markdown = context.snapshot.testExplanation(index: index, in: context.file) else {
        throw ResponseError(.requestFailed, "there is no test \(index) in \(uri)")
      }
      session.show(PlainText.of(markdown))
      return ExplainTestResult(uri: uri, index: index, markdown: markdown)
    }
  }
}

extension Session {
  /// Shows a message, unless what it says is already old.
  fileprivate func show(_ message: String) {
    guard inbox.workIsCurrent else { return }
    notify("window/showMessage", ShowMessageParameters(message: message))
  }
}
