package import SourceText

/// A parsed Python file: its statements, and every syntax error found in it.
///
/// A module with errors still holds all statements that are whole.
package struct PythonModule: Sendable {
  package let source: SourceText
  package let body: [Statement]
  /// In source order. Empty exactly when CPython 3.11 would compile the file.
  package let errors: [PythonSyntaxError]

  package init(source: SourceText, body: [Statement], errors: [PythonSyntaxError]) {
    self.source = source
    self.body = body
    self.errors = errors
  }
}

/// A reason why CPython would refuse the file.
package struct PythonSyntaxError: Sendable, Hashable {
  /// CPython's class for it.
  package enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
  }

  package let kind: Kind
  /// CPython 3.11's words where it has them, such as `expected ':'`.
  package let message: String
  package let range: ByteRange

  package init(kind: Kind, message: String, range: ByteRange) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}
