import Foundation
import TestSupport

/// One run of the built program.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `policylens` with arguments in the folder of the example policies, or in another.
  init(_ arguments: [String], input: String = "", in folder: URL = CommandRun.examples) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltBinary.path())
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let streams = (input: Pipe(), output: Pipe(), errors: Pipe())
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
    // The program reads little or all of it before it writes.
    try? streams.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try streams.input.fileHandleForWriting.close()
    let errorReader = Reader(streams.errors.fileHandleForReading)
    output = String(decoding: streams.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: errorReader.data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples")

  /// The output as JSON.
  func json() throws -> [String: any Sendable] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    guard let object = value as? [String: any Sendable] else { throw NotAnObject(output: output) }
    return object
  }

  struct NotAnObject: Error {
    let output: String
  }
}

/// Reads a pipe to its end beside another, so that neither fills up.
private final class Reader: @unchecked Sendable {
  private var content = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    DispatchQueue.global().async { [self] in
      content = handle.readDataToEndOfFile()
      done.signal()
    }
  }

  func data() -> Data {
    done.wait()
    return content
  }
}

let certificatePolicy = "policies/aws_acm_policies/aws_acm_certificate_valid.yml"
