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
}
