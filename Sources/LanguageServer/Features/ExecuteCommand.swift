import Analysis
import Detections
import Sandbox
import SourceText

/// The commands behind the code lenses.
///
/// Each answers with data, for clients that want to show it in their own way, and with a message, for all
/// others: a lens works in every editor without a line of editor code.
enum Command: String, Sendable, CaseIterable {
  /// Arguments: the document's URI.
  case runTests = "policylens.runTests"
  /// Arguments: the document's URI, the test's index from zero.
  case explainTest = "policylens.explainTest"
}

/// What `policylens.runTests` answers.
struct RunTestsResult: JSONEncodable {
  let uri: String
  let summary: String

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.member("summary", summary)
    }
  }
}

/// What `policylens.explainTest` answers.
struct ExplainTestResult: JSONEncodable {
  let uri: String
  let index: Int
  let markdown: String

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.member("index", index)
      writer.member("markdown", markdown)
    }
  }
}

extension RequestRoute {
  static let executeCommand = RequestRoute(
    "workspace/executeCommand", ExecuteCommandParameters.self,
    advertise: { capabilities, _ in
      let commands = JSONValue.array(Command.allCases.map { .string($0.rawValue) })
      capabilities.offer(
        "executeCommandProvider", .object([JSONValue.Member(name: "commands", value: commands)]))
    }
  ) { session, parameters, interrupt throws(ResponseError) in
    guard let command = Command(rawValue: parameters.command) else {
      throw ResponseError(.invalidParams, "no command \(parameters.command)")
    }
    let arguments = parameters.arguments
    guard let uri = arguments.first?.string else {
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
      guard arguments.count > 1, let index = arguments[1].integer else {
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
