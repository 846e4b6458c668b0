import Detections
import Evaluation
import Foundation
import Python
import Sandbox
import SourceText
import YAML

/// Evaluating one policy on the resources of its tests, from source text to answer and warm, beside CPython,
/// Monty and Starlark, which run the same source on the same resources.
struct EvaluationBenchmark {
  /// What one engine does in one operation, and how: the seconds of one, or nil if it can't.
  private struct Contestant {
    let engine: String
    let operation: String
    let pass: () -> Double?
  }

  /// In the words of `Peers/evaluators.py`.
  private static let operations = [
    ("parse", "source to code"), ("load", "source to a module that has run"),
    ("cold", "that, and all tests"), ("warm", "one evaluation, the module is there"),
    ("engine", "one evaluation, in a loop of the engine's own"),
  ]

  private let policy: URL
  private let rounds: Int
  private let folder: URL

  /// The policy of the checkout, or if it has none the example that the tests use.
  init(checkout: URL, rounds: Int) throws {
    let name = "policies/aws_acm_policies/aws_acm_certificate_valid"
    let examples = Peer.sources.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Examples")
    let isThere = FileManager.default.fileExists(atPath: checkout.appendingPathComponent(name + ".py").path)
    policy = (isThere ? checkout : examples).appendingPathComponent(name)
    self.rounds = rounds
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("policylens-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = [UInt8](try Data(contentsOf: policy.appendingPathExtension("py")))
    let document = SourceText([UInt8](try Data(contentsOf: policy.appendingPathExtension("yml"))))
    guard let detection = Classification(YAMLTree(parsing: document, dialect: .pantherLoader)).detection
    else { return }
    let inputs = try detection.tests.compactMap { try $0.input?.value.resolvedAlias.value().json }
    let resources = "[" + inputs.joined(separator: ", ") + "]"
    let contestants = try own(source, resources, detection) + peers(source, resources)
    var figures = contestants.map { _ in Figures() }
    for _ in 0..<rounds {
      for (index, contestant) in contestants.enumerated() {
        if let seconds = contestant.pass() { figures[index].seconds.append(seconds) }
      }
    }
    print("\(policy.lastPathComponent), \(inputs.count) tests, \(rounds) rounds, medians in microseconds\n")
    report(contestants, figures)
  }

  private func report(_ contestants: [Contestant], _ figures: [Figures]) {
    func median(_ engine: String, _ operation: String) -> Double {
      contestants.firstIndex { $0.engine == engine && $0.operation == operation }
        .map { figures[$0].median * 1e6 } ?? .nan
    }
    var engines: [String] = []
    for contestant in contestants where !engines.contains(contestant.engine) {
      engines.append(contestant.engine)
    }
    let rows = Self.operations.map { name, description in
      let own = median("PolicyLens", name)
      return [description]
        + engines.map { engine in
          let value = median(engine, name)
          if value.isNaN { return "" }
          let ratio = engine == "PolicyLens" ? "" : " (\(format(value / own, 2)) times)"
          return format(value, value < 10 ? 3 : 1) + ratio
        }
    }
    print(table(["operation"] + engines, rows))
    print(
      "\nA detection, its Python parsed anew, resources made of its YAML, every test judged and reported: ")
    print(format(median("PolicyLens", "report"), 1) + "; with the Python parsed before: ", terminator: "")
    print(format(median("PolicyLens", "judge"), 1) + "\n")
  }

  // MARK: PolicyLens

  private func own(_ source: [UInt8], _ resources: String, _ detection: Detection) throws -> [Contestant] {
    let inputs = try module("null, true, false = None, True, False\nresources = \(resources)\n")
    guard case .list(let list)? = inputs.module.attribute("resources"), let first = list.items.first else {
      return []
    }
    let text = String(decoding: source, as: UTF8.self)
    let loops = 20_000
    let loop = try module(
      text + "\ndef loop(resource):\n    for _ in range(\(loops)):\n        policy(resource)\n")
    guard let policy = loop.module.attribute("policy"), let looping = loop.module.attribute("loop") else {
      return []
    }
    // An error takes less time than an answer.
    for resource in list.items where try loop.interpreter.call(policy, [resource]).asBool == nil {
      throw CocoaError(.featureUnsupported)
    }
    guard try loop.interpreter.call(looping, [first]).isNone else { throw CocoaError(.featureUnsupported) }
    let file = FilePath("/policy.py")
    let evaluator = Evaluator(limits: .standard, interrupt: Interrupt(), now: { 0 }, helper: { _ in nil })
    let parsed = PythonModule(parsing: SourceText(source))
    func contestant(_ operation: String, calls: Int = 1, _ work: @escaping () -> Void) -> Contestant {
      let batch = Self.batch(work)
      return Contestant(engine: "PolicyLens", operation: operation) {
        seconds { for _ in 0..<batch { work() } } / Double(batch * calls)
      }
    }
    return [
      contestant("parse") { blackHole(PythonModule(parsing: SourceText(source))) },
      contestant("load") { blackHole(Self.load(PythonModule(parsing: SourceText(source)))) },
      contestant("cold") {
        guard let (interpreter, module) = Self.load(PythonModule(parsing: SourceText(source))),
          let policy = module.attribute("policy")
        else { return }
        // The resources live as long as the interpreter that made them.
        withExtendedLifetime(inputs.interpreter) {
          for resource in list.items { blackHole(try? interpreter.call(policy, [resource])) }
        }
      },
      contestant("warm", calls: list.items.count) {
        for resource in list.items { blackHole(try? loop.interpreter.call(policy, [resource])) }
      },
      contestant("engine", calls: loops) { blackHole(try? loop.interpreter.call(looping, [first])) },
      contestant("report") {
        let program = Evaluator.Program(file: file, module: PythonModule(parsing: SourceText(source)))
        blackHole(evaluator.run(detection, program))
      },
      contestant("judge") {
        blackHole(evaluator.run(detection, Evaluator.Program(file: file, module: parsed)))
      },
    ]
  }

  private func module(_ text: String) throws -> (interpreter: Interpreter, module: ModuleObject) {
    guard let loaded = Self.load(PythonModule(parsing: SourceText(Array(text.utf8)))) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return loaded
  }

  private static func load(_ module: PythonModule) -> (interpreter: Interpreter, module: ModuleObject)? {
    let interpreter = Interpreter(
      limits: .standard, host: Interpreter.Host(resolve: { _ in nil }, now: { 0 }, interrupt: nil))
    guard let object = try? interpreter.load(module, name: "policy", path: "/policy.py") else { return nil }
    return (interpreter, object)
  }

  /// How often to run an operation to fill some milliseconds.
  private static func batch(_ work: () -> Void) -> Int {
    var count = 1
    while seconds({ for _ in 0..<count { work() } }) < 0.004 { count *= 2 }
    return count
  }

  // MARK: Peers

  private func peers(_ source: [UInt8], _ resources: String) throws -> [Contestant] {
    let sourcePath = folder.appendingPathComponent("policy.py")
    let resourcesPath = folder.appendingPathComponent("resources.json")
    try Data(source).write(to: sourcePath)
    try Data(resources.utf8).write(to: resourcesPath)
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    let script = Peer.sources.appendingPathComponent("evaluators.py").path
    let peer = try Peer(
      URL(fileURLWithPath: "/usr/bin/env"), [python, script, sourcePath.path, resourcesPath.path])
    return [("CPython", "cpython"), ("Monty", "monty"), ("Starlark", "starlark")].flatMap { name, engine in
      Self.operations.map { operation, _ in
        Contestant(engine: name, operation: operation) { peer.pass("\(engine) \(operation)")?.seconds }
      }
    }
  }
}
