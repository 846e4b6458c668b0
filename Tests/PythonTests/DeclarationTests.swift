import Python
import SourceText
import Testing

/// Functions, docstrings and imports of a file.
@Suite struct DeclarationTests {
  static let source = SourceText(
    """
    'About this file.'
    import os.path as p, json
    from panther_base_helpers import deep_get
    def policy(resource):
        "What it checks."
        from .local import helper
        return True
    class Helper:
        "A class."
        def policy(self): pass
    try:
        import re
    except ImportError:
        from .. import re
    match x:
        case 1:
            import ast
    """)

  let module = PythonModule(parsing: source)

  @Test func functionsAreFoundAtTheTopLevel() {
    #expect(module.function(named: "policy")?.arguments.positional.map(\.name.name) == ["resource"])
    #expect(module.function(named: "helper") == nil)
  }

  @Test func theLastDefinitionOfANameCounts() {
    let module = PythonModule(parsing: SourceText("def f(a): pass\ndef f(b): pass\n"))
    #expect(module.function(named: "f")?.arguments.all.map(\.name.name) == ["b"])
  }

  @Test func docstringsAreLeadingStrings() throws {
    #expect(module.docstring?.text == "About this file.")
    let docstring = try #require(module.function(named: "policy")?.docstring)
    #expect(docstring.text == "What it checks.")
    #expect(Self.source[docstring.range] == "\"What it checks.\"")
    #expect(PythonModule(parsing: SourceText("x = 1\n'no'")).docstring == nil)
    #expect(PythonModule(parsing: SourceText("f'{no}'")).docstring == nil)
  }

  @Test func importsAreFoundWhereverTheyStand() {
    let imports = module.importedModules
    #expect(
      imports.map(\.name) == ["os.path", "json", "panther_base_helpers", "local", "re", "", "ast"])
    #expect(imports.map(\.level) == [0, 0, 0, 1, 0, 2, 0])
    #expect(Self.source[imports[0].range] == "os.path")
  }

  @Test func theStatementAtAnOffsetIsTheInnermost() throws {
    let offset = try #require(Self.source.string.utf8.firstRange(of: Array("True".utf8)))
    let place = Self.source.string.utf8.distance(
      from: Self.source.string.startIndex, to: offset.lowerBound)
    let statement = try #require(module.statement(at: place))
    #expect(Self.source[statement.range] == "return True")
  }

  @Test func aWalkCanSkipAndStop() {
    var names: [String] = []
    module.walk { node in
      switch node {
      case .statement(let statement):
        if case .classDef = statement.kind { return .skipChildren }
        if case .try = statement.kind { return .stop }
        if case .functionDef(let definition) = statement.kind { names.append(definition.name.name) }
      default: break
      }
      return .visitChildren
    }
    #expect(names == ["policy"])
  }
}
