package import SourceText

extension PythonModule {
  /// Parses a file. Never fails: see `errors`.
  package init(parsing source: SourceText) {
    var lexer = Lexer(source)
    lexer.tokenizeFile()
    var parser = Parser(lexer)
    let body = parser.statements(until: .endOfFile)
    var errors = lexer.errors + parser.errors
    if let offset = source.firstInvalidUTF8Offset {
      errors.append(
        PythonSyntaxError(
          kind: .syntaxError, message: "(unicode error) 'utf-8' codec can't decode byte",
          range: offset..<(offset + 1)))
    }
    if errors.isEmpty {
      var checker = SemanticChecker(tracksNames: parser.declaresNames)
      checker.check(body)
      errors = checker.errors
    }
    errors.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.init(source: source, body: body, errors: errors)
  }
}
