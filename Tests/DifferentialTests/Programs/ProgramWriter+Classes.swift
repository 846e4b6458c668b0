/// Classes: attributes, inheritance, special methods, properties, decorators of the library.
extension ProgramWriter {
  mutating func classDefinition() {
    switch random.below(10) {
    case 0..<6: plainClass()
    case 6..<8: dataclass()
    case 8: enumeration()
    default: exceptionClass()
    }
  }

  private mutating func plainClass() {
    let name = "C\(lines.count)"
    let base =
      classes.isEmpty || random.chance(50)
      ? random.pick(["", "", "", "dict", "list", "object"]) : random.pick(classes)
    let members = specialMethods()
    block("class \(name)\(base.isEmpty ? "" : "(\(base))"):") { writer in
      if writer.random.chance(40) { writer.line("shared = \(writer.expression(.any))") }
      writer.block("def __init__(self, x=1, y='b'):") {
        if $0.random.chance(40) { $0.line("super().__init__()") }
        $0.line("self.x = x")
        $0.line("self.y = y")
      }
      for member in members { writer.method(member.header, member.body) }
      writer.function("def m(self, \(name.lowercased())):", [(name.lowercased(), .int)], result: .int) {
        writer in
        writer.line("self.x = \(writer.expression(.int))")
        writer.body(0...1)
        writer.line("return \(writer.expression(.int))")
      }
    }
    if base != "dict", base != "list" { classes.append(name) }
    let object = expressions.newName(.any)
    line(
      "\(object) = \(name)(\(random.pick(["", expression(.int), "y=\(expression(.str))", "x=\(expression(.int))"])))"
    )
    for _ in 0..<random.number(1...4) {
      let use = random.pick([
        "\(object).m(\(expression(.int)))", "str(\(object))", "repr([\(object)])", "\(object) == \(object)",
        "\(object) == \(expression(.any))", "\(object) < \(name)(2)", "\(object) + \(expression(.int))",
        "len(\(object))",
        "bool(\(object))", "\(object)[\(expression(.int))]", "list(\(object))", "\(object)(1)",
        "\(object).missing",
        "\(object).shared", "\(name).shared", "\(object).p", "hash(\(object)) == hash(\(object))",
        "\(expression(.int)) in \(object)",
        "isinstance(\(object), \(name))", "getattr(\(object), 'x', None)", "hasattr(\(object), 'z')",
        "\(object).s(1)",
        "\(name).s(2)", "\(name).k(3)", "\(object).x", "[\(name).__name__, \(object).__class__.__name__]",
        "vars(\(object))",
        "sorted([\(name)(3), \(name)(1)])[0].x", "f'{\(object)}'", "f'{\(object):>9}'", "-\(object)",
        "\(object) in [1, \(object)]",
        "setattr(\(object), 'z', 1)", "delattr(\(object), 'x')", "\(object).__dict__",
        "\(name).m(\(object), 1)",
        "type(\(object)) is \(name)", "issubclass(\(name), object)", "max(\(object), \(name)(5)).x",
        "\(object) != \(object)",
        "{\(object): 1}[\(object)]", "\(name).__mro__[0].__name__", "super(\(name), \(object)).x",
        "\(object).__doc__",
        "iter(\(object))", "abs(\(object))", "int(\(object))", "'%s' % \(object)", "\(object) * 2",
        "2 * \(object)",
      ])
      guarded { $0.assign(.any, use) }
    }
  }

  private mutating func method(_ header: String, _ body: String) {
    if header.hasPrefix("@") {
      let parts = header.split(separator: " ", maxSplits: 1)
      line(String(parts[0]))
      block(String(parts[1])) { $0.line($0.expand(body)) }
    } else {
      block(header) { $0.line($0.expand(body)) }
    }
  }

  private mutating func specialMethods() -> [(header: String, body: String)] {
    let all: [(header: String, body: String)] = [
      ("def __repr__(self):", "return 'C' + repr(self.y)"), ("def __str__(self):", "return f'<{self.x}>'"),
      ("def __eq__(self, other):", "return isinstance(other, type(self)) and self.x == other.x"),
      ("def __hash__(self):", "return hash(self.x)"), ("def __lt__(self, other):", "return self.x < other.x"),
      ("def __add__(self, other):", "return (self.x, other)"), ("def __len__(self):", "return $int"),
      ("def __bool__(self):", "return $bool"), ("def __getitem__(self, key):", "return [4, 5, 6][key]"),
      ("def __iter__(self):", "return iter($ints)"), ("def __call__(self, *args):", "return (args, $int)"),
      ("def __contains__(self, item):", "return item == self.x"), ("@property def p(self):", "return self.x"),
      ("@staticmethod def s(x):", "return (x, $str)"),
      ("@classmethod def k(cls, x):", "return (cls.__name__, x)"),
      ("def __getattr__(self, name):", "return 'no ' + name"),
      ("def __format__(self, spec):", "return 'spec ' + spec"),
      ("def __neg__(self):", "return $int"), ("def __radd__(self, other):", "return other"),
      ("def __abs__(self):", "return $any"), ("def __int__(self):", "return $int"),
      ("def __mul__(self, other):", "return other"),
      ("def __missing__(self, key):", "return key"), ("def __setitem__(self, key, value):", "self.y = key"),
      ("def __gt__(self, other):", "return NotImplemented"), ("def __ne__(self, other):", "return $bool"),
    ]
    return random.several(0...5) { $0.pick(all) }
  }

  private mutating func dataclass() {
    let name = "D\(lines.count)"
    let options = random.pick([
      "", "", "(frozen=True)", "(order=True)", "(eq=False)", "(order=True, frozen=True)",
    ])
    line("@dataclasses.dataclass\(options)")
    block("class \(name):") { writer in
      writer.line("a: int")
      writer.line("b: str = \(writer.random.pick(["'x'", "'y'", "None"]))")
      if writer.random.chance(40) { writer.line("c: list = dataclasses.field(default_factory=list)") }
      if writer.random.chance(25) { writer.block("def twice(self):") { $0.line("return self.a * 2") } }
    }
    let object = expressions.newName(.any)
    line("\(object) = \(name)(\(random.pick(literals(.int))))")
    for _ in 0..<random.number(1...3) {
      let use = random.pick([
        "repr(\(object))", "\(object) == \(name)(\(expression(.int)))",
        "\(object) < \(name)(\(expression(.int)), 'z')",
        "dataclasses.asdict(\(object))", "dataclasses.astuple(\(object))", "\(name)()",
        "\(name)(1, 'q', a=2)", "\(object).twice()",
        "dataclasses.replace(\(object), a=5)", "hash(\(object)) == hash(\(name)(1))",
        "[f.name for f in dataclasses.fields(\(name))]",
        "setattr(\(object), 'a', \(expression(.int)))",
        "\(name)(b=\(expression(.str)), a=\(expression(.int)))",
      ])
      guarded { $0.assign(.any, use) }
    }
  }

  private mutating func enumeration() {
    let name = "E\(lines.count)"
    let base = random.pick(["enum.Enum", "enum.IntEnum", "str, enum.Enum"])
    block("class \(name)(\(base)):") { writer in
      let isText = base.hasPrefix("str")
      writer.line("A = \(isText ? "'a'" : "1")")
      writer.line("B = \(isText ? "'b'" : writer.random.pick(["2", "1", "enum.auto()"]))")
      writer.line("C = \(isText ? "'c'" : "7")")
    }
    for _ in 0..<random.number(1...3) {
      let use = random.pick([
        "\(name).A.name", "\(name).B.value", "[repr(x) for x in \(name)]", "\(name)(\(expression(.int)))",
        "\(name)['A'].value",
        "\(name)['Z']", "\(name).A == \(name).B", "\(name).A == 1", "str(\(name).C)", "f'{\(name).A}'",
        "\(name).A in \(name)",
        "len(\(name))", "\(name).Z", "isinstance(\(name).A, int)", "list(\(name).__members__)",
        "\(name)('a')", "{\(name).A: 1}",
      ])
      guarded { $0.assign(.any, use) }
    }
  }

  private mutating func exceptionClass() {
    let name = "X\(lines.count)"
    block("class \(name)(\(random.pick(["Exception", "ValueError", "KeyError"]))):") { writer in
      if writer.random.chance(50) {
        writer.block("def __init__(self, code, *more):") {
          $0.line("super().__init__(\($0.random.pick(["code", "f'code {code}'", "code, *more", ""])))")
          $0.line("self.code = code")
        }
      }
      if writer.random.chance(20) { writer.block("def __str__(self):") { $0.line("return 'text'") } }
    }
    let caught = expressions.newName(.any)
    block("try:") { $0.line("raise \(name)(\($0.expression(.any)))") }
    block("except \(random.pick([name, "ValueError", "Exception"])) as error:") {
      $0.line("\(caught) = (type(error).__name__, str(error), repr(error), error.args)")
    }
  }
}
