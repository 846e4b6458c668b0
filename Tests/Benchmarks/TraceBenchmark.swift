import Detections
import Evaluation
import Foundation
import Python
import Sandbox
import SourceText
import YAML

/// What recording why a test has its result costs: the tests of all policies of a folder with and without it.
struct TraceBenchmark {
  /// A policy's tests, with everything parsed and lowered.
  private struct Policy {
    let detection: Detection
    let program: Evaluator.Program
  }

  /// A policy's loaded module and the resources to call it with.
  private struct Loaded {
    let interpreter: Interpreter
    let function: Object
    let resources: [Object]
    let trace: Trace
  }

  private struct Measure {
    let name: String
    let pass: (_ isTraced: Bool) -> Void
  }

  private let folder: FilePath
  private let rounds: Int
  private let files = DiskFiles()

  init(folder: URL, rounds: Int) {
    self.folder = FilePath(folder.standardizedFileURL.path)
    self.rounds = rounds
  }

  func run() {
    let policies = DetectionSearch.yamlFiles(below: folder, in: files).compactMap(policy)
    let helpers = HelperModules(root: RepositoryRoot.of(folder, in: files), files: files)
    var programs: [String: Evaluator.Program] = [:]
    let helper: (String) -> Evaluator.Program? = { name in
      if let known = programs[name] { return known }
      guard let file = helpers.file(importedAs: name), let source = files.contents(of: file) else {
        return nil
      }
      let program = Evaluator.Program(file: file, module: PythonModule(parsing: source))
      programs[name] = program
      return program
    }
    let loaded = policies.compactMap { load($0, helper) }
    let measures = [
      Measure(name: "module, resources, tests, verdicts and reasons") { isTraced in
        let evaluator = Evaluator(
          limits: .standard, interrupt: Interrupt(), now: { 1_700_000_000 }, tracesTests: isTraced,
          helper: helper)
        for policy in policies { blackHole(evaluator.run(policy.detection, policy.program)) }
      },
      Measure(name: "calls of the main function alone") { isTraced in
        for policy in loaded {
          policy.interpreter.trace = isTraced ? policy.trace : nil
          for resource in policy.resources {
            if isTraced { policy.trace.begin(policy.function) }
            blackHole(try? policy.interpreter.call(policy.function, [resource]))
          }
        }
      },
    ]
    let tests = policies.reduce(0) { $0 + $1.detection.tests.count }
    print("\(tests) tests of \(policies.count) policies, \(rounds) rounds in turns, medians\n")
    print(table(["", "without, ms", "with, ms", "ratio"], measures.map(row)))
  }

  private func row(_ measure: Measure) -> [String] {
    var figures = [Figures(), Figures()]
    measure.pass(true)
    measure.pass(false)
    for _ in 0..<rounds {
      for isTraced in [false, true] {
        figures[isTraced ? 1 : 0].seconds.append(seconds { measure.pass(isTraced) })
      }
    }
    let (without, with) = (figures[0].median * 1e3, figures[1].median * 1e3)
    return [measure.name, format(without, 3), format(with, 3), format(with / without, 3)]
  }

  private func policy(_ file: FilePath) -> Policy? {
    guard let source = files.contents(of: file),
      let detection = Classification(YAMLTree(parsing: source, dialect: .pantherLoader)).detection,
      detection.type == .policy, let name = detection.filename?.value,
      let python = files.contents(of: file.folder.appending(name))
    else { return nil }
    let module = PythonModule(parsing: python)
    return module.errors.isEmpty
      ? Policy(
        detection: detection,
        program: Evaluator.Program(file: file.folder.appending(name), module: module)) : nil
  }

  private func load(_ policy: Policy, _ helper: @escaping (String) -> Evaluator.Program?) -> Loaded? {
    let interpreter = Interpreter(
      limits: .standard,
      host: Interpreter.Host(
        resolve: { name in helper(name).map { HostedModule(code: $0.code, path: $0.file.string) } },
        now: { 1_700_000_000 }, interrupt: nil))
    let code = policy.program.code
    guard let module = try? interpreter.load(code, name: "policy", path: policy.program.file.string),
      let function = module.attribute("policy")
    else { return nil }
    let trace = Trace(sourceLength: code.module.source.count)
    interpreter.trace = trace
    let resources = policy.detection.tests.compactMap { test -> Object? in
      guard test.mocks.isEmpty, let json = try? test.input?.value.resolvedAlias.value().json else {
        return nil
      }
      let literal = PythonModule(
        parsing: SourceText("null, true, false = None, True, False\nresource = \(json)\n"))
      guard
        let values = try? interpreter.load(ModuleCode(literal), name: "resource", path: ""),
        let resource = values.attribute("resource")
      else { return nil }
      interpreter.watch(resource: resource)
      watch(partsOf: resource, interpreter)
      return resource
    }
    return Loaded(interpreter: interpreter, function: function, resources: resources, trace: trace)
  }

  private func watch(partsOf object: Object, _ interpreter: Interpreter) {
    switch object {
    case .list(let list):
      for (index, item) in list.items.enumerated() {
        interpreter.watch(item, in: object, at: .int(index))
        watch(partsOf: item, interpreter)
      }
    case .dict(let dict):
      for (key, value) in dict.table.pairs {
        interpreter.watch(value, in: object, at: key)
        watch(partsOf: value, interpreter)
      }
    default: break
    }
  }
}
