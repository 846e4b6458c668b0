package import SourceText

extension PythonModule {
  /// Parses a file. Never fails: see `errors`.
  package init(parsing source: SourceText) {
    var lexer = Lexer(source)
    lexer.tokenizeFile()
    var parser = Parser(lexer)
    let body = parser.statements(until: .endOfFile)
    var errors = lexer.errors + parser.errors
    errors += encodingErrors(source)
    if errors.isEmpty {
      var checker = SemanticChecker(tracksNames: parser.declaresNames)
      checker.check(body)
      errors = checker.errors
    }
    errors.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.init(source: source, body: body, errors: errors)
  }
}

/// What makes a file unreadable before it is tokenized: the first null byte, and the first byte that is not
/// UTF-8.
private func encodingErrors(_ source: SourceText) -> [PythonSyntaxError] {
  var errors: [PythonSyntaxError] = []
  func report(_ message: String, _ offset: ByteOffset) {
    errors.append(
      PythonSyntaxError(kind: .syntaxError, message: message, range: offset..<(offset + 1)))
  }
  if let offset = source.bytes.firstIndex(of: 0) {
    report("source code string cannot contain null bytes", offset)
  }
  if let offset = source.firstInvalidUTF8Offset {
    let byte = hexadecimal(UInt32(source.bytes[offset]), width: 2).lowercased()
    report("(unicode error) 'utf-8' codec can't decode byte 0x\(byte) in position \(offset)", offset)
  }
  return errors
}
