/// Random programs over what the evaluator covers, typed so that most statements do something.
///
/// An expression is made from the templates of its kind (`ExpressionTemplates`), a statement from `ProgramWriter`.
/// Loops are bounded, and what can raise is often guarded, so that a program goes on to its end.
struct ProgramGenerator: ProgramSource {
  let title = "Random programs"

  func program(_ random: inout RandomChoices) -> Program {
    var writer = ProgramWriter(random: random)
    writer.writeProgram()
    random = writer.random
    return Program(writer.lines.joined(separator: "\n") + "\n")
  }
}

/// What a variable holds, as far as the generator knows.
enum Kind: String, CaseIterable {
  case int, float, str, bool, bytes
  /// `list` of `int`, `list` of `str`.
  case ints, strs
  /// `dict` of `str` to `int`, and one of mixed values as a resource has them.
  case map, record
  /// `set` of `int`.
  case set
  /// `tuple` of `int` and `str`.
  case pair
  case any

  static let definite: [Kind] = allCases.filter { $0 != .any }
  /// What may stand for anything: not a set, whose order shows when it is printed.
  static let printable: [Kind] = definite.filter { $0 != .set }
}

/// Expands templates. In one
///
/// - `$kind` is an expression of that kind,
/// - `#kind` a variable of that kind,
/// - `@kind` or `@kind1` a new variable, in scope in the whole template.
struct ExpressionWriter {
  struct Variable {
    let name: String
    let kind: Kind
  }

  struct Function {
    let name: String
    let parameters: [Kind]
    let result: Kind
  }

  var random: RandomChoices
  var variables: [Variable] = []
  var functions: [Function] = []
  private var names = 0

  init(random: RandomChoices) {
    self.random = random
  }

  mutating func newName(_ kind: Kind) -> String {
    names += 1
    return "\(kind.rawValue.prefix(1))\(names)"
  }

  mutating func expression(_ kind: Kind, depth: Int) -> String {
    // Now and then a value of another type, for what that raises.
    var kind = random.chance(3) ? .any : kind
    if kind == .any { kind = random.pick(Kind.printable) }
    if depth <= 0 || random.chance(25) { return atom(kind) }
    if random.chance(12), let call = call(kind, depth: depth) { return call }
    return expand(random.pick(ExpressionTemplates.all[kind] ?? ["None"]), depth: depth - 1)
  }

  private mutating func atom(_ kind: Kind) -> String {
    let known = variables.filter { $0.kind == kind }
    if !known.isEmpty, random.chance(65) { return random.pick(known).name }
    return random.pick(ExpressionTemplates.literals[kind] ?? ["None"])
  }

  private mutating func call(_ kind: Kind, depth: Int) -> String? {
    let known = functions.filter { $0.result == kind }
    guard !known.isEmpty else { return nil }
    let function = random.pick(known)
    let arguments = function.parameters.map { expression($0, depth: depth - 2) }
    return "\(function.name)(\(arguments.joined(separator: ", ")))"
  }

  mutating func expand(_ template: String, depth: Int) -> String {
    let mark = variables.count
    defer { variables.removeSubrange(mark...) }
    var bound: [String: String] = [:]
    let text = replacing(template, "@") { writer, word in
      if let name = bound[word] { return name }
      let kind = Kind(rawValue: word.filter(\.isLetter)) ?? .any
      let name = writer.newName(kind)
      writer.variables.append(Variable(name: name, kind: kind))
      bound[word] = name
      return name
    }
    let named = replacing(text, "#") { writer, word in
      let known = writer.variables.filter { $0.kind.rawValue == word }
      return known.isEmpty ? "None" : writer.random.pick(known).name
    }
    return replacing(named, "$") { writer, word in
      let kind = Kind(rawValue: word) ?? .any
      let text = writer.expression(kind, depth: depth)
      // A name or a list as it is; a number before a dot would be read as one with a fraction.
      let isSimple = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber }
      return isSimple || text.first == "[" && text.last == "]" ? text : "(\(text))"
    }
  }

  private mutating func replacing(
    _ template: String, _ mark: Character, with make: (inout Self, String) -> String
  ) -> String {
    var result = ""
    var rest = Substring(template)
    while let position = rest.firstIndex(of: mark) {
      result += rest[..<position]
      let word = rest[rest.index(after: position)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      rest = rest[word.endIndex...]
      result += word.isEmpty ? String(mark) : make(&self, String(word))
    }
    return result + rest
  }
}
