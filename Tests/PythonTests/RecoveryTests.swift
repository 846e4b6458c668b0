import Python
import SourceText
import Testing

/// What is typed halfway costs its own statement, nothing else.
@Suite struct RecoveryTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let source: String
    /// The top-level functions that must still be there.
    let functions: [String]
  }

  static let cases = [
    Case(
      testDescription: "a bracket that never closes",
      source: "def first(event):\n    return event.get(\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
    Case(
      testDescription: "a parameter list that never closes",
      source: "def first(event\n    return True\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
    Case(
      testDescription: "a string that never closes",
      source: "x = 'abc\n\ndef second(event):\n    return True\n", functions: ["second"]),
    Case(
      testDescription: "a docstring that never closes",
      source: "def first(event):\n    \"\"\"Text\n    return True\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
    Case(
      testDescription: "an attribute not yet typed",
      source: "def first(event):\n    if event.\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
    Case(
      testDescription: "a header without its colon",
      source: "def first(event)\n    return True\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
    Case(
      testDescription: "an indentation that matches nothing",
      source: "def first(event):\n    x = 1\n  y = 2\n    return x\n\ndef second(event):\n    return True\n",
      functions: ["first", "second"]),
  ]

  @Test(arguments: cases) func aBrokenStatementLeavesTheOtherFunctions(_ test: Case) {
    let module = PythonModule(parsing: SourceText(test.source))
    #expect(!module.errors.isEmpty)
    let functions = module.body.compactMap { statement in
      if case .functionDef(let definition) = statement.kind { definition.name.name } else { nil }
    }
    #expect(functions == test.functions)
  }

  /// Half-typed sources, and what is kept of them, as in a dump but without contexts.
  static let remains: [(source: String, tree: String)] = [
    ("x = ", "Assign(targets=[Name(id='x')], value=Missing())"),
    ("event.", "Expr(value=Attribute(value=Name(id='event'), attr=''))"),
    ("f(a b)", "Expr(value=Call(func=Name(id='f'), args=[Name(id='a')], keywords=[]))"),
    ("x = a +", "Assign(targets=[Name(id='x')], value=BinOp(left=Name(id='a'), op=Add(), right=Missing()))"),
    ("x = 1 2", "Assign(targets=[Name(id='x')], value=Constant(value=1)), Error()"),
    (")", "Error()"),
    ("else:\n  x\n", "Error(), Expr(value=Name(id='x'))"),
    ("if a b:\n  c\n", "If(test=Name(id='a'), body=[Expr(value=Name(id='c'))], orelse=[])"),
    ("if\n  c\n", "If(test=Missing(), body=[Expr(value=Name(id='c'))], orelse=[])"),
    ("x = {'a'", "Assign(targets=[Name(id='x')], value=Set(elts=[Constant(value='a')]))"),
    ("x = 'abc", "Assign(targets=[Name(id='x')], value=Constant(value='abc'))"),
    ("import ", "Import(names=[alias(name='')])"),
    ("  a\n  b\nc", "Expr(value=Name(id='a')), Expr(value=Name(id='b')), Expr(value=Name(id='c'))"),
    (
      "f(a,\n  b\ng",
      "Expr(value=Call(func=Name(id='f'), args=[Name(id='a'), Name(id='b')], keywords=[])), Expr(value=Name(id='g'))"
    ),
  ]

  @Test(arguments: remains.indices) func aBrokenStatementKeepsWhatIsWhole(_ index: Int) {
    let (source, tree) = Self.remains[index]
    let module = PythonModule(parsing: SourceText(source))
    #expect(module.errors.count == 1)
    #expect(
      inOneLine(module.dump()).replacing(", ctx=Load()", with: "").replacing(", ctx=Store()", with: "")
        == "Module(body=[\(tree)], type_ignores=[])")
  }

  @Test func eachBrokenLineHasItsOwnError() {
    let module = PythonModule(parsing: SourceText("x = \ny = 1\nf(a b)\nz = )\n"))
    #expect(module.errors.map(module.line) == [1, 3, 4])
  }

  @Test func errorsOfTheCompilerWaitUntilTheSyntaxIsWhole() {
    #expect(PythonModule(parsing: SourceText("return\nx = \n")).errors.count == 1)
    #expect(PythonModule(parsing: SourceText("return\nbreak\n")).errors.count == 2)
  }
}
