/// Functions, generators, classes, context managers and `match`.
extension ProgramWriter {
  /// Writes a function's body, in which only its parameters and what is outside are known.
  mutating func function(
    _ header: String, _ parameters: [(name: String, kind: Kind)], result: Kind, isGenerator: Bool = false,
    _ body: (inout Self) -> Void
  ) {
    let outer = (function, loops, expressions.variables)
    function = (result, isGenerator, expressions.variables.count)
    loops = 0
    expressions.variables += parameters.map { .init(name: $0.name, kind: $0.kind) }
    block(header, body)
    (function, loops, expressions.variables) = outer
  }

  mutating func parameters(_ count: ClosedRange<Int>) -> [(name: String, kind: Kind)] {
    (0..<random.number(count)).map { _ in
      let kind = someKind()
      return (expressions.newName(kind), kind)
    }
  }

  mutating func definition() {
    let result = someKind()
    let name = "f\(lines.count)"
    let parameters = parameters(0...3)
    var isDefault = false
    var list = parameters.map { parameter in
      isDefault = isDefault || random.chance(20)
      return isDefault ? "\(parameter.name)=\(random.pick(literals(parameter.kind)))" : parameter.name
    }
    let tail = random.pick(["", "", "", "*args", "**options", "*, key=None", "*args, **options"])
    if !tail.isEmpty { list.append(tail) }
    if random.chance(10) { line("@functools.lru_cache(maxsize=None)") }
    function("def \(name)(\(list.joined(separator: ", "))):", parameters, result: result) { writer in
      writer.body(1...4)
      writer.line("return \(writer.expression(result))")
    }
    expressions.functions.append(.init(name: name, parameters: parameters.map(\.kind), result: result))
    callNow(name, parameters.map(\.kind), tail)
  }

  private mutating func callNow(_ name: String, _ parameters: [Kind], _ tail: String) {
    let given = random.chance(6) ? Array(parameters.dropLast()) : parameters
    var arguments = given.map { expression($0) }
    if tail.hasPrefix("*args"), random.chance(50) { arguments.append("*\(expression(.ints))") }
    if tail.hasSuffix("**options"), random.chance(50) { arguments.append("**\(expression(.map))") }
    if tail.hasPrefix("*, key"), random.chance(50) { arguments.append("key=\(expression(.any))") }
    if random.chance(3) { arguments.append(expression(.any)) }
    if random.chance(3) { arguments.append("unknown=1") }
    guarded { $0.assign(.any, "\(name)(\(arguments.joined(separator: ", ")))") }
  }

  mutating func generator() {
    let result = random.pick([Kind.int, .str])
    let name = "g\(lines.count)"
    let parameters = parameters(0...2)
    function(
      "def \(name)(\(parameters.map(\.name).joined(separator: ", "))):", parameters, result: result,
      isGenerator: true
    ) { writer in
      writer.line("yield \(writer.expression(result))")
      writer.body(1...3)
      if writer.random.chance(40) { writer.line("yield from \(writer.expression(.ints))") }
      if writer.random.chance(20) { writer.line("sent = yield \(writer.expression(result))") }
      if writer.random.chance(20) { writer.line("return \(writer.expression(.int))") }
    }
    let arguments = parameters.map { expression($0.kind) }.joined(separator: ", ")
    let call = "\(name)(\(arguments))"
    guarded { writer in
      writer.assign(
        .any,
        writer.random.pick([
          "list(\(call))", "next(\(call))", "[x for x in \(call)]", "sum(1 for _ in \(call))",
          "tuple(itertools.islice(\(call), 2))",
          "dict(enumerate(\(call)))", "[*\(call), 0]", "sorted(map(str, \(call)))", "max(\(call), key=str)",
          "\(call).send(None)",
        ]))
    }
  }

  mutating func closure() {
    let (counter, name) = (expressions.newName(.int), "c\(lines.count)")
    block("def \(name)(\(counter)):") { writer in
      writer.block("def inner(step=1):") {
        if $0.random.chance(85) { $0.line("nonlocal \(counter)") }
        $0.line("\(counter) += step")
        $0.line("return \(counter)")
      }
      writer.line("return inner")
    }
    line("\(name)x = \(name)(\(expression(.int)))")
    guarded { $0.assign(.any, "[\(name)x(), \(name)x(\($0.expression(.int))), \(name)x()]") }
  }

  mutating func manager() {
    let name = "M\(lines.count)"
    block("class \(name):") { writer in
      writer.block("def __enter__(self):") { $0.line("return \($0.expression(.any))") }
      writer.block("def __exit__(self, kind, value, trace):") {
        $0.line("print(kind and kind.__name__, value)")
        $0.line("return \($0.random.pick(["False", "True", "None", "kind is ValueError"]))")
      }
    }
    let bound = expressions.newName(.any)
    line("\(bound) = None")
    guarded { writer in
      writer.block("with \(name)() as \(bound):") { $0.scoped { $0.body() } }
    }
  }

  mutating func match() {
    line("\(expressions.newName(.any)) = 0")
    let subject = expression(random.pick([.any, .record, .ints, .pair, .int, .str, .map]))
    let name = expressions.newName(.any)
    block("match \(subject):") { writer in
      for _ in 0..<writer.random.number(1...4) {
        let pattern = writer.random.pick([
          "1 | 2", "'a'", "None", "True", "[]", "[x]", "[x, y]", "[x, *rest]", "(1, str(x))", "{}",
          "{'a': x}",
          "{'Name': str() as x}", "{'k1': 1, **rest}", "int(x) if x > 2", "int() | float()", "str(x)",
          "list(x)", "dict()",
          "[int(), *_]", "(x, 'a' | 'b')", "{'a': {'b': x}}", "bool()", "-1", "bytes()", "[[x], *_]", "2.5",
          "set()",
        ])
        writer.block("case \(pattern):") {
          $0.line("\(name) = \($0.random.pick(["'\(pattern.filter { $0 != "'" })'", $0.expression(.any)]))")
        }
      }
      if writer.random.chance(60) { writer.block("case _:") { $0.line("\(name) = 'other'") } }
    }
  }
}
