/// What a command is called, takes and does: the one table from which arguments are read, help is printed
/// and shell completions are made.
struct CommandDescription: Sendable {
  let name: String
  /// One line, without a full stop.
  let summary: String
  let operands: [OperandDescription]
  let options: [OptionDescription]
  /// Paragraphs and examples for `--help`, as they are to be printed.
  let discussion: String
  let run: @Sendable (Arguments, Console) throws(CommandFailure) -> ExitStatus
}

/// An argument without dashes.
struct OperandDescription: Sendable {
  enum Count: Sendable {
    case one, optional, oneOrMore, any
  }

  let placeholder: String
  let count: Count
  let help: String
  /// The words it may be; empty for any.
  var choices: [String] = []
  /// Whether it names a file, for completion.
  var isPath = false
}

/// An argument that starts with two dashes.
struct OptionDescription: Sendable {
  /// Without its dashes.
  let name: String
  /// What stands for its value in help; `nil` for a flag.
  let placeholder: String?
  let help: String
  /// The words its value may be; empty for any. The first is the default.
  var choices: [String] = []
  var isRepeatable = false
  var isPath = false

  static func flag(_ name: String, _ help: String) -> OptionDescription {
    OptionDescription(name: name, placeholder: nil, help: help)
  }

  static func choice(_ name: String, _ choices: [String], _ help: String) -> OptionDescription {
    OptionDescription(
      name: name, placeholder: choices.joined(separator: "|"), help: help, choices: choices)
  }
}

/// The arguments of one run of a command, checked against its description.
struct Arguments: Sendable {
  fileprivate(set) var operands: [String] = []
  fileprivate var values: [String: [String]] = [:]
  fileprivate var flags: Set<String> = []

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The last value given for an option.
  func value(of option: String) -> String? { values[option]?.last }

  func allValues(of option: String) -> [String] { values[option] ?? [] }
}

/// How a command ended, as the process's status.
enum ExitStatus: Int32, Sendable {
  /// Nothing is wrong.
  case success = 0
  /// The command did its work and found something wrong.
  case findings = 1
  /// The command could not be carried out.
  case failure = 2
}

/// Why a command could not be carried out.
struct CommandFailure: Error {
  let message: String
  /// Whether the command line is to blame, so that its help is of use.
  var isUsage = false
}

extension CommandDescription {
  /// Whether the arguments ask for help in place of the command.
  static func isHelp(_ argument: String) -> Bool { argument == "--help" || argument == "-h" }

  /// Reads arguments. `--name value` and `--name=value` are the same; what follows `--` are operands.
  func parse(_ arguments: ArraySlice<String>) throws(CommandFailure) -> Arguments {
    var result = Arguments()
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--" {
        result.operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        result.operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = options.first(where: { "--" + $0.name == parts[0] }) else {
        throw unknownOption(String(parts[0]))
      }
      if option.placeholder == nil {
        if parts.count > 1 { throw usage("'--\(option.name)' takes no value") }
        result.flags.insert(option.name)
        continue
      }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
        throw usage("'--\(option.name)' needs a value")
      }
      try check(value, isOneOf: option.choices, "'--\(option.name)'")
      if !option.isRepeatable, result.values[option.name] != nil {
        throw usage("'--\(option.name)' is given twice")
      }
      result.values[option.name, default: []].append(value)
    }
    try checkOperands(result.operands)
    return result
  }

  private func checkOperands(_ given: [String]) throws(CommandFailure) {
    var rest = given[...]
    for operand in operands {
      guard let first = rest.first else {
        if operand.count == .optional || operand.count == .any { continue }
        throw usage("a \(operand.placeholder) is missing")
      }
      try check(first, isOneOf: operand.choices, operand.placeholder)
      if operand.count == .oneOrMore || operand.count == .any { return }
      rest = rest.dropFirst()
    }
    if let extra = rest.first { throw usage("unexpected argument '\(extra)'") }
  }

  private func check(_ value: String, isOneOf choices: [String], _ name: String) throws(CommandFailure) {
    if choices.isEmpty || choices.contains(value) { return }
    let suggestion = didYouMean(value, among: choices)
    throw usage("'\(value)' is no value of \(name)\(suggestion) (\(choices.joined(separator: ", ")))")
  }

  private func unknownOption(_ name: String) -> CommandFailure {
    let known = options.map { "--" + $0.name } + ["--help"]
    return usage("unknown option '\(name)'" + didYouMean(name, among: known))
  }

  private func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, isUsage: true)
  }
}
