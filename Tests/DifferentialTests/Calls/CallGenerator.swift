import Sandbox

/// Random calls of everything the tables of names say is covered: built-in functions, the methods of types, the
/// functions of modules; mostly with arguments that make no sense.
struct CallGenerator: ProgramSource {
  /// What is called.
  enum Scope: String {
    case builtins = "built-in functions and methods"
    case library = "library functions and methods"
  }

  let title: String

  /// Something that can be called, and how it is reached.
  private struct Target {
    /// What is imported first.
    let module: String?
    /// The type whose method it is.
    let type: String?
    let name: String
    /// The parameters' names, in order, where they are known.
    let parameters: [String]
    /// Whether it is read and not called.
    var isProperty = false
  }

  private let targets: [Target]

  init(_ scope: Scope) {
    title = "Random calls of \(scope.rawValue)"
    targets = scope == .builtins ? Self.builtins : Self.library
  }

  private static let builtins: [Target] = {
    let coverage = Coverage.current
    var targets: [Target] = []
    for name in coverage.builtins.covered where !excluded.contains(name.name) {
      targets.append(Target(module: nil, type: nil, name: name.name, parameters: parameters(name)))
    }
    for type in coverage.builtins.types where Receivers.builtins[type.name] != nil {
      for name in type.covered {
        targets.append(
          Target(
            module: nil, type: type.name, name: name.name, parameters: parameters(name),
            isProperty: name.signature == nil))
      }
    }
    return targets
  }()

  private static let library: [Target] = {
    let coverage = Coverage.current
    var targets: [Target] = []
    for module in coverage.modules where !isExcluded(module.name) {
      for name in module.covered where !excluded.contains(name.name) {
        targets.append(
          Target(module: module.name, type: nil, name: name.name, parameters: parameters(name)))
      }
      for type in module.types where Receivers.library["\(module.name).\(type.name)"] != nil {
        for name in type.covered {
          targets.append(
            Target(
              module: module.name, type: type.name, name: name.name, parameters: parameters(name),
              isProperty: name.signature == nil))
        }
      }
    }
    return targets
  }()

  /// What depends on chance, the process or the machine, or waits.
  private static let excluded: Set<String> = [
    "__build_class__", "__debug__", "breakpoint", "delattr", "getenv", "hash", "id", "input", "open", "print",
    "now", "setattr", "sleep", "super", "today", "utcnow", "uuid1", "uuid4", "asctime", "ctime", "gmtime",
    "localtime",
    "monotonic", "perf_counter", "process_time", "time_ns",
  ]

  /// Packages that a plain CPython lacks, and modules whose answers depend on the machine.
  private static func isExcluded(_ module: String) -> Bool {
    [
      "dateutil", "logging", "os", "panther", "policyuniverse", "random", "secrets", "unittest", "typing",
      "types", "enum", "abc", "contextlib", "dataclasses",
    ].contains {
      module.hasPrefix($0)
    }
  }

  /// The names in a signature such as `(string, pos=0, *, key=None)`.
  private static func parameters(_ name: Coverage.Name) -> [String] {
    (name.signature ?? "").split { "()[], ".contains($0) }.compactMap { part in
      let word = part.prefix { $0 != "=" }
      return word.allSatisfy { $0.isLetter || $0 == "_" } ? String(word) : nil
    }
  }

  func program(_ random: inout RandomChoices) -> Program {
    let target = random.pick(targets)
    var lines: [String] = []
    var callee = target.name
    if let module = target.module {
      lines.append("import \(module)")
      callee = "\(module).\(target.name)"
    }
    if let type = target.type {
      let receivers =
        target.module.map { Receivers.library["\($0).\(type)"] } ?? Receivers.builtins[type]
      lines.append("x = \(random.pick(receivers ?? ["None"]))")
      callee = random.chance(4) ? "type(x).\(target.name)" : "x.\(target.name)"
    }
    let call = "\(callee)(\(arguments(of: target, &random)))"
    lines.append("r = \(target.isProperty ? callee : call)")
    // An iterator is what it gives.
    let iterators = [
      "iterator", "itertools", "generator", "'map'", "'filter'", "'zip'", "enumerate", "reversed",
    ]
    let kinds = iterators.map { "\"\($0)\"" }.joined(separator: ", ")
    lines.append("if any(k in repr(type(r)) for k in (\(kinds))): r = list(zip(range(9), r))")
    return Program(lines.joined(separator: "\n") + "\n")
  }

  private func arguments(of target: Target, _ random: inout RandomChoices) -> String {
    let count = random.chance(70) ? min(target.parameters.count, 3) : random.below(5)
    let isCostly = Self.costly.contains(target.name)
    func value(_ random: inout RandomChoices) -> String {
      if !isCostly, random.chance(4) { return random.pick(Arguments.huge) }
      if random.chance(30), let fitting = Arguments.fitting[target.module ?? target.type ?? ""] {
        return random.pick(fitting)
      }
      return random.pick(Arguments.all)
    }
    var parts = (0..<count).map { _ in value(&random) }
    if random.chance(20) {
      let names = random.chance(70) ? target.parameters : Arguments.keywords
      if let name = names.isEmpty ? nil : random.pick(names) { parts.append("\(name)=\(value(&random))") }
    }
    if random.chance(2) { parts.append("\(random.pick(Arguments.keywords))=\(value(&random))") }
    return parts.joined(separator: ", ")
  }

  /// What takes CPython minutes or gigabytes for large numbers.
  private static let costly: Set<String> = [
    "center", "comb", "count", "cycle", "expandtabs", "factorial", "ljust", "lshift", "mul", "perm", "pow",
    "product", "combinations", "permutations", "combinations_with_replacement", "range", "repeat", "rjust",
    "round", "zfill", "bytes", "bytearray", "to_bytes", "__mul__", "__rmul__", "imul", "ilshift", "ipow",
    "dist",
    "list", "tuple", "sum", "sorted", "islice", "math", "tee", "nlargest", "nsmallest",
  ]
}
