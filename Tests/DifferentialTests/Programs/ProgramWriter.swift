/// Writes the statements of a program: indented lines over the variables that are in scope.
struct ProgramWriter {
  private(set) var lines: [String] = []
  var expressions: ExpressionWriter
  private var indentation = ""
  private var blocks = 0

  /// The function around, if any: what it returns or yields, and the first of its own variables.
  var function: (result: Kind, isGenerator: Bool, firstVariable: Int)?
  var loops = 0
  var classes: [String] = []

  private static let deepest = 4

  init(random: RandomChoices) {
    expressions = ExpressionWriter(random: random)
  }

  var random: RandomChoices {
    get { expressions.random }
    set { expressions.random = newValue }
  }

  mutating func writeProgram() {
    for kind in Kind.allCases where kind != .any { assign(kind, expressions.random.pick(literals(kind))) }
    let statements = random.number(4...14)
    for _ in 0..<statements {
      if random.chance(90) { guarded { $0.statement() } } else { statement() }
    }
    let text = lines.joined()
    let imports = ProgramWriter.modules.filter { text.contains("\($0).") }.map { "import \($0)" }
    lines.insert(contentsOf: imports, at: 0)
  }

  /// What expressions name; a program imports those it does.
  private static let modules = [
    "base64", "binascii", "bisect", "collections", "collections.abc", "copy", "dataclasses", "datetime",
    "enum",
    "fnmatch", "functools", "ipaddress", "itertools", "json", "math", "operator", "re", "shlex", "string",
    "urllib.parse",
  ]

  func literals(_ kind: Kind) -> [String] { ExpressionTemplates.literals[kind] ?? ["None"] }

  // MARK: Parts

  mutating func line(_ text: String) { lines.append(indentation + text) }

  mutating func block(_ header: String, _ body: (inout Self) -> Void) {
    line(header)
    let outer = (indentation, lines.count)
    indentation += "    "
    blocks += 1
    body(&self)
    if lines.count == outer.1 { line("pass") }
    blocks -= 1
    indentation = outer.0
  }

  mutating func body(_ count: ClosedRange<Int> = 1...3) {
    for _ in 0..<random.number(count) { statement() }
  }

  mutating func expression(_ kind: Kind) -> String {
    expressions.expression(kind, depth: random.number(1...3))
  }

  mutating func expand(_ template: String) -> String {
    expressions.expand(template, depth: random.number(0...2))
  }

  mutating func someKind() -> Kind { random.pick(Kind.definite) }

  private mutating func newVariable(_ kind: Kind) -> String {
    let name = expressions.newName(kind)
    expressions.variables.append(.init(name: name, kind: kind))
    return name
  }

  mutating func assign(_ kind: Kind, _ value: String) {
    let name = expressions.newName(kind)
    line("\(name) = \(value)")
    expressions.variables.append(.init(name: name, kind: kind))
  }

  /// A variable that a statement here can bind anew.
  private mutating func own(_ kind: Kind) -> String? {
    let first = function?.firstVariable ?? 0
    let known = expressions.variables.dropFirst(first).filter { $0.kind == kind }
    return known.isEmpty ? nil : random.pick(Array(known)).name
  }

  mutating func guarded(_ body: (inout Self) -> Void) {
    block("try:", body)
    let name = expressions.newName(.any)
    block(
      "except \(random.pick(["Exception", "Exception", "(ValueError, TypeError, KeyError)", "LookupError"])) as error:"
    ) {
      $0.line("\(name) = (type(error).__name__, str(error), error.args)")
    }
  }

  // MARK: Statements

  mutating func statement() {
    let isDeep = blocks >= Self.deepest || lines.count > 120
    switch random.below(isDeep ? 44 : 115) {
    case 0..<20:
      let kind = someKind()
      assign(kind, expression(kind))
    case 20..<26: augment()
    case 26..<36: change()
    case 36..<40:
      line("print(\(expression(.any)), \(expression(.any))\(random.pick(["", "", ", sep='-'", ", end=''"])))")
    case 40..<44: leave()
    case 44..<54: conditional()
    case 54..<64: loop()
    case 64..<70: attempt()
    case 70..<80: definition()
    case 80..<84: generator()
    case 84..<89: classDefinition()
    case 89..<93: match()
    case 93..<96: closure()
    case 96..<98: manager()
    case 100...: idiom()
    default: unpack()
    }
  }

  private mutating func augment() {
    let (kind, operation, operand) = random.pick([
      (Kind.int, "+=", "$int"), (.int, "-=", "$int"), (.int, "*=", "$int"), (.int, "//=", "$int"),
      (.int, "%=", "$int"),
      (.int, "|=", "$int"), (.int, "<<=", "2"), (.float, "/=", "$float"), (.float, "+=", "$int"),
      (.str, "+=", "$str"),
      (.str, "*=", "2"), (.ints, "+=", "$ints"), (.ints, "*=", "2"), (.strs, "+=", "$str"),
      (.set, "|=", "$set"),
      (.set, "-=", "$set"), (.set, "&=", "$set"), (.map, "|=", "$map"), (.pair, "+=", "($int,)"),
      (.str, "%=", "$any"),
      (.int, "**=", "2"), (.bytes, "+=", "$bytes"), (.set, "^=", "$set"), (.int, "/=", "$int"),
    ])
    guard let name = own(kind) else { return assign(kind, expression(kind)) }
    line("\(name) \(operation) \(expand(operand))")
  }

  private mutating func idiom() {
    let text = expand(random.pick(ProgramIdioms.all)).replacing("~", with: String(lines.count))
    for part in text.split(separator: "\n") { line(String(part)) }
  }

  /// A call or a store that changes a container.
  private mutating func change() {
    line(
      expand(
        random.pick([
          "#ints.append($int)", "#ints.extend($ints)", "#ints.insert($int, $int)", "#ints.remove($int)",
          "#ints.sort()",
          "#ints.reverse()", "#ints.sort(key=lambda @int: -@int, reverse=True)", "#ints[0] = $int",
          "#ints[$int] = $int",
          "#ints[1:2] = $ints", "#ints[::2] = $ints", "del #ints[0]", "del #ints[$int:]", "#ints.clear()",
          "#ints.pop($int)",
          "#strs.append($str)", "#strs.sort(key=len)", "#strs.insert(0, $str)", "#strs[-1] = $str",
          "#strs.extend($str)",
          "#map[$str] = $int", "#map[$str] += 1", "del #map[$str]", "#map.update($map)",
          "#map.update(a=$int)",
          "#map.update([($str, $int)])", "#map.setdefault($str, $int)", "#map.pop($str)", "#map.popitem()",
          "#map.clear()",
          "#record[$str] = $any", "#record['a'] = #ints", "#record.update($record)",
          "#record.setdefault('l', []).append($int)",
          "#set.add($int)", "#set.discard($int)", "#set.remove($int)", "#set.update($ints)",
          "#set.intersection_update($set)",
          "#record['a']['b'] = $any", "#pair[0] = $int", "#str[0] = 'x'", "#record['self'] = len(#record)",
          "#set.difference_update($ints)", "#map |= $map", "#ints.append(#ints.copy())", "#any",
          "assert $bool, $str",
          "assert $int", "del #record['a']", "#set.symmetric_difference_update($set)",
        ])
        .replacing("#any", with: "$any")))
  }

  /// A statement that may leave the function, loop or program.
  private mutating func leave() {
    if let function, random.chance(60) {
      let value = expression(function.result)
      return line(function.isGenerator ? "yield \(value)" : random.chance(90) ? "return \(value)" : "return")
    }
    if loops > 0, random.chance(70) {
      return block("if \(expression(.bool)):") { $0.line($0.random.pick(["break", "continue"])) }
    }
    let error = random.pick([
      "ValueError", "KeyError", "TypeError", "IndexError", "RuntimeError", "Exception", "ZeroDivisionError",
    ])
    block("if \(expression(.bool)):") { writer in
      let argument = writer.expression(writer.random.pick([.str, .int, .any]))
      writer.line(
        writer.random.pick([
          "raise \(error)(\(argument))", "raise \(error)", "raise \(error)(\(argument)) from None",
          "raise \(error)(\(argument)) from OSError('cause')", "raise \(error)(\(argument), 2)",
        ]))
    }
  }

  mutating func scoped(_ body: (inout Self) -> Void) {
    // What only one branch binds is mostly bound, and sometimes not: that is an exception of its own.
    let mark = expressions.variables.count
    body(&self)
    if random.chance(80) { expressions.variables.removeSubrange(mark...) }
  }

  private mutating func conditional() {
    let condition = expression(random.pick([.bool, .bool, .bool, .any]))
    block("if \(condition):") { $0.scoped { $0.body() } }
    if random.chance(25) {
      let condition = expression(.bool)
      block("elif \(condition):") { $0.scoped { $0.body() } }
    }
    if random.chance(45) { block("else:") { $0.scoped { $0.body() } } }
  }

  private mutating func loop() {
    let header: String
    let bound: [(Kind, String)]
    switch random.below(9) {
    case 0: (header, bound) = ("for % in (\(expression(.ints)))[:4]:", [(.int, "")])
    case 1: (header, bound) = ("for % in (\(expression(.strs)))[:4]:", [(.str, "")])
    case 2: (header, bound) = ("for % in (\(expression(.str)))[:4]:", [(.str, "")])
    case 3:
      (header, bound) = ("for %, % in list((\(expression(.map))).items())[:3]:", [(.str, ""), (.int, "")])
    case 4:
      (header, bound) = (
        "for %, % in enumerate(\(expression(.strs))[:3], \(random.number(0...2))):", [(.int, ""), (.str, "")]
      )
    case 5:
      (header, bound) = (
        "for %, % in zip(\(expression(.ints))[:3], \(expression(.strs))):", [(.int, ""), (.str, "")]
      )
    case 6: (header, bound) = ("for % in range(\(random.number(0...4))):", [(.int, "")])
    case 7: (header, bound) = ("for % in list((\(expression(.map))))[:3]:", [(.str, "")])
    default:
      let counter = newVariable(.int)
      line("\(counter) = 0")
      header = "while \(counter) < \(random.number(1...4)) and (\(expression(.bool)) or \(counter) < 2):"
      loops += 1
      block(header) {
        $0.line("\(counter) += 1")
        $0.scoped { $0.body() }
      }
      loops -= 1
      return elseClause()
    }
    var text = header
    for (kind, _) in bound {
      guard let mark = text.firstIndex(of: "%") else { continue }
      text.replaceSubrange(mark...mark, with: newVariable(kind))
    }
    loops += 1
    block(text) { $0.scoped { $0.body() } }
    loops -= 1
    elseClause()
  }

  private mutating func elseClause() {
    if random.chance(15) { block("else:") { $0.scoped { $0.body(1...1) } } }
  }

  private mutating func attempt() {
    block("try:") { $0.scoped { $0.body() } }
    let name = expressions.newName(.str)
    let types = random.pick([
      "Exception", "ValueError", "(TypeError, KeyError)", "LookupError", "ArithmeticError", "KeyError",
      "AttributeError",
    ])
    let isFinal = random.chance(30)
    if !isFinal || random.chance(60) {
      block("except \(types)\(random.pick([" as error", ""])):") { writer in
        writer.line("\(name) = 'caught'")
        if writer.random.chance(15) { writer.line("raise") }
        writer.scoped { $0.body(0...1) }
      }
      if random.chance(20) { block("else:") { $0.scoped { $0.body(1...1) } } }
    }
    if isFinal {
      let outer = loops
      block("finally:") { $0.scoped { $0.body(1...2) } }
      loops = outer
    }
  }

  private mutating func unpack() {
    let (first, second) = (expressions.newName(.int), expressions.newName(.str))
    line(
      random.pick([
        "\(first), \(second) = \(expression(.pair))", "\(first), *\(second) = \(expression(.ints))",
        "*\(first), \(second) = \(expression(.strs))",
        "[\(first), (\(second), *_)] = [\(expression(.int)), \(expression(.str))]",
        "\(first) = \(second) = \(expression(.any))", "\(first), \(second) = \(expression(.any))",
        "(\(first), \(second)), _ = \(expression(.pair)), 0",
        "\(first), \(second), *_ = \(expression(.ints))",
      ]))
    expressions.variables += [.init(name: first, kind: .any), .init(name: second, kind: .any)]
  }
}
