import Foundation
import Testing

@testable import Sandbox

/// The tables of names against CPython 3.11: they list what it has, no more and no less.
@Suite struct CoverageTests {
  /// Modules of packages, which a plain CPython lacks.
  private static let packages = ["dateutil", "panther", "policyuniverse"]

  static let modules = Coverage.current.modules.map(\.name).filter { name in
    !packages.contains { name.hasPrefix($0) }
  }

  private static let script = """
    import importlib, json, subprocess, sys
    for name in sys.stdin.read().split():
        code = f'import json, importlib; print(json.dumps([n for n in dir(importlib.import_module({name!r}))'
        code += ' if n[0] != "_"]))'
        print(subprocess.run([sys.executable, '-I', '-c', code], capture_output=True, text=True).stdout.strip())
    """

  @Test(.enabled(if: CPython.path != nil)) func theNamesOfModulesAreCPythons() throws {
    let lines = try CPython.run(Self.script, input: Self.modules.joined(separator: "\n"))
    try #require(lines.count == Self.modules.count)
    for (name, line) in zip(Self.modules, lines) {
      let expected = Set(try JSONDecoder().decode([String].self, from: Data(line.utf8)))
      let module = try #require(Library.module(named: name))
      let names = try #require(module.allNames, "\(name) has no list of its names")
      #expect(names == expected, "\(name): \(names.symmetricDifference(expected).sorted())")
      let members = Set(Coverage.current.modules.first { $0.name == name }?.covered.map(\.name) ?? [])
      #expect(members.isSubset(of: expected), "\(name) invents \(members.subtracting(expected).sorted())")
    }
  }

  /// What only an instance has.
  private static let ofInstances: [String: Set<String>] = [
    "IPv4Network": ["netmask", "network_address"], "IPv6Network": ["netmask", "network_address"],
    "Logger": ["disabled", "filters", "handlers", "level", "manager", "name", "parent", "propagate", "root"],
    "Enum": ["name", "value"], "Flag": ["name", "value"], "IntEnum": ["name", "value"],
    "IntFlag": ["name", "value"], "RegexFlag": ["name"], "ReprEnum": ["name", "value"],
    "StrEnum": ["name", "value"],
  ]

  private static let typeScript = """
    import importlib, json, sys
    for line in sys.stdin.read().split():
        module, name = line.split(':')
        print(json.dumps([n for n in dir(getattr(importlib.import_module(module), name)) if n[0] != '_']))
    """

  @Test(.enabled(if: CPython.path != nil)) func theAttributesOfClassesAreCPythons() throws {
    let types = (Coverage.current.modules + [Coverage.current.builtins]).flatMap { module in
      module.types.map { (module: module.name, group: $0) }
    }.filter { type in !Self.packages.contains { type.module.hasPrefix($0) } }
    let lines = try CPython.run(
      Self.typeScript, input: types.map { "\($0.module):\($0.group.name)" }.joined(separator: "\n"))
    try #require(lines.count == types.count)
    for (type, line) in zip(types, lines) {
      let expected = Set(try JSONDecoder().decode([String].self, from: Data(line.utf8)))
      let invented = Set(type.group.covered.map(\.name)).subtracting(expected)
        .subtracting(Self.ofInstances[type.group.name] ?? [])
      #expect(invented.isEmpty, "\(type.module).\(type.group.name) invents \(invented.sorted())")
    }
  }

  @Test(arguments: modules) func aNameThatCPythonLacksIsAnError(module: String) {
    #expect(
      PythonRun("import \(module) as m\nm.nothing_like_it").failure
        == "AttributeError: module '\(module)' has no attribute 'nothing_like_it'")
    #expect(
      PythonRun("from \(module) import nothing_like_it").failure?.hasPrefix(
        "ImportError: cannot import name 'nothing_like_it' from '\(module)' (") == true)
  }

  @Test(arguments: LanguageGap.all.map { [$0.construct, $0.example] })
  func aGapIsMetByItsExample(gap: [String]) {
    #expect(PythonRun(gap[1]).failure == "unsupported: \(gap[0])")
  }

  @Test(arguments: [
    (
      "import datetime\ndatetime.datetime.now().nothing",
      "'datetime.datetime' object has no attribute 'nothing'"
    ),
    ("import uuid\nuuid.UUID('0' * 32).nothing", "'UUID' object has no attribute 'nothing'"),
    ("import re\nre.compile('a').nothing", "'re.Pattern' object has no attribute 'nothing'"),
  ]) func anAttributeThatCPythonLacksIsAnError(source: String, message: String) {
    #expect(PythonRun(source).failure == "AttributeError: \(message)")
  }
}

/// A CPython 3.11 on this machine.
enum CPython {
  static let path: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/python3.11" }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }()

  /// The lines a script prints for an input.
  static func run(_ script: String, input: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-I", "-c", script]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("input-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
