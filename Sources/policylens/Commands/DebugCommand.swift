import Analysis
import Catalog
import Detections
import Logic
import Python
import Sandbox
import SourceText
import YAML

extension CommandDescription {
  static let debug = CommandDescription(
    name: "debug",
    summary: "print trees, events, values and conditions, for developers and tests",
    operands: [
      OperandDescription(
        placeholder: "WHAT", count: .one,
        help: "yaml-events, yaml-json, yaml-tree, python-tree, condition or sandbox",
        choices: Subject.allCases.map(\.rawValue)),
      OperandDescription(
        placeholder: "FILE", count: .any,
        help: "the files to read; - is standard input. For sandbox, modules and classes of Python",
        isPath: true),
    ],
    options: [
      .choice("format", ["text", "json"], "how sandbox is printed")
    ],
    discussion: """
      yaml-events   the document's events in the notation of the public YAML test suite
      yaml-json     the value as the Panther tool loads it; with several files one object a line
      yaml-tree     every node with its range, and the errors
      python-tree   the tree as CPython's ast.dump(indent=1) prints it
      condition     when a detection alerts, from its YAML file or from Python alone
      sandbox       what of Python is evaluated: modules, built-in names, methods, limits

      The exit status is 1 if a file has errors.
      """,
    run: { (arguments, console) throws(CommandFailure) in
      guard let subject = arguments.operands.first.flatMap(Subject.init) else { return .failure }
      return try subject.run(
        Array(arguments.operands.dropFirst()), isJSON: arguments.value(of: "format") == "json", console)
    })
}

/// What `debug` can print.
private enum Subject: String, CaseIterable {
  case yamlEvents = "yaml-events"
  case yamlJSON = "yaml-json"
  case yamlTree = "yaml-tree"
  case pythonTree = "python-tree"
  case condition
  case sandbox

  func run(_ arguments: [String], isJSON: Bool, _ console: Console) throws(CommandFailure) -> ExitStatus {
    if self == .sandbox {
      let report = CoverageReport(.current)
      console.output.write(isJSON ? try report.json(arguments) : try report.text(arguments))
      return .success
    }
    if arguments.isEmpty { throw CommandFailure(message: "a FILE is missing", isUsage: true) }
    var status = ExitStatus.success
    for argument in arguments {
      let source = try read(argument)
      let isFine =
        switch self {
        case .yamlEvents: events(source, argument, console)
        case .yamlJSON: value(source, argument, isOnly: arguments.count == 1, console)
        case .yamlTree: tree(source, console)
        case .pythonTree: pythonTree(source, argument, console)
        case .condition: condition(source, argument, console)
        case .sandbox: true
        }
      if !isFine { status = .findings }
    }
    return status
  }

  private func read(_ argument: String) throws(CommandFailure) -> SourceText {
    if argument == "-" { return SourceText(fileContents: readStandardInput()) }
    guard let source = DiskFiles().contents(of: ShownPaths.file(argument)) else {
      throw CommandFailure(message: "\(argument): the file can't be read")
    }
    return source
  }

  // MARK: YAML

  private func events(_ source: SourceText, _ name: String, _ console: Console) -> Bool {
    let tree = YAMLTree(parsing: source)
    console.output.write(tree.events)
    return report(tree.errors, source, name, console)
  }

  private func tree(_ source: SourceText, _ console: Console) -> Bool {
    let tree = YAMLTree(parsing: source)
    console.output.write(tree.debugDescription)
    return tree.errors.isEmpty
  }

  private func value(_ source: SourceText, _ name: String, isOnly: Bool, _ console: Console) -> Bool {
    let tree = YAMLTree(parsing: source, dialect: .pantherLoader)
    var errors = tree.errors.filter { !$0.isAcceptedByLoader } + tree.loaderErrors
    if errors.isEmpty {
      do {
        let json = try tree.root?.value().json ?? "null"
        let path = YAMLValue.string(name).json
        console.output.write(isOnly ? json + "\n" : "{\"path\":\(path),\"value\":\(json)}\n")
        return true
      } catch {
        errors = [error]
      }
    }
    let list = errors.map { error in
      let line = source.lines.line(at: error.range.lowerBound) + 1
      return "{\"line\":\(line),\"message\":\(YAMLValue.string(error.message).json)}"
    }
    let path = isOnly ? "" : "\"path\":\(YAMLValue.string(name).json),"
    console.output.write("{\(path)\"errors\":[\(list.joined(separator: ","))]}\n")
    return isOnly ? report(errors, source, name, console) : false
  }

  private func report(_ errors: [YAMLError], _ source: SourceText, _ name: String, _ console: Console) -> Bool
  {
    for error in errors { complain(error.message, error.range, source, name, console) }
    return errors.isEmpty
  }

  private func complain(
    _ message: String, _ range: ByteRange, _ source: SourceText, _ name: String, _ console: Console
  ) {
    let place = source.position(of: range.lowerBound, encoding: .utf32)
    console.output.flush()
    console.error.write("\(name):\(place.line + 1):\(place.character + 1): error: \(message)\n")
  }

  // MARK: Python

  private func pythonTree(_ source: SourceText, _ name: String, _ console: Console) -> Bool {
    let module = PythonModule(parsing: source)
    guard let error = module.errors.first else {
      console.output.write(module.dump() + "\n")
      return true
    }
    complain("\(error.kind.rawValue): \(error.message)", error.range, source, name, console)
    return false
  }

  private func condition(_ source: SourceText, _ name: String, _ console: Console) -> Bool {
    guard let logic = logic(source, name) else {
      console.output.flush()
      console.error.write("\(name): no Python function decides\n")
      return false
    }
    console.output.write(logic.text + "\n")
    if !logic.isComplete {
      console.output.flush()
      console.error.write("\(name): the condition is not complete\n")
    }
    return true
  }

  /// The logic of the detection that a YAML file defines or that a Python file belongs to; of Python alone
  /// as far as it goes without knowing the resource's type.
  private func logic(_ source: SourceText, _ name: String) -> DetectionLogic? {
    let file = ShownPaths.file(name == "-" ? "standard-input.yml" : name)
    var workspace = Workspace(files: DiskFiles())
    let isPython = name.hasSuffix(".py") || !DetectionSearch.mayDefineItem(source)
    if !isPython { workspace.setOverlay(file, source) }
    let snapshot = workspace.snapshot(interrupt: Interrupt())
    if !isPython { return snapshot.logic(in: file) }
    if name != "-", let targets = try? Targets(snapshot: snapshot).find([name]),
      let owner = targets.first(where: { $0.file != file }), let logic = snapshot.logic(in: owner.file)
    {
      return logic
    }
    let module = PythonModule(parsing: source)
    return DetectionLogic(
      lowering: module, function: "policy", subject: .resource, fieldTypes: FieldType.init(ofAnyResourceAt:))
      ?? DetectionLogic(lowering: module, function: "rule", subject: .event)
  }
}

extension FieldType {
  /// What a field can be in those resource types that have it; `nil` if none has, or one doesn't say.
  fileprivate init?(ofAnyResourceAt field: Logic.Path) {
    let path = InstancePath(
      field.steps.map { step in
        switch step {
        case .key(let name): .key(name)
        case .index(let index): .index(max(index, 0))
        }
      })
    self = []
    for name in ResourceType.names {
      guard let types = ResourceType.named(name)?.schema.node(at: path)?.types else { continue }
      guard types != .any else { return nil }
      if types.contains(.string) { insert(.string) }
      if types.contains(.array) { insert(.list) }
      if types.contains(.object) { insert(.map) }
      if types.contains(.integer) { insert(.number) }
      if types.contains(.boolean) { insert(.boolean) }
    }
    if isEmpty { return nil }
  }
}
