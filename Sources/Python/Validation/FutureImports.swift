/// `from __future__ import …`, which must come first (Language Reference, *Future statements*).
extension SemanticChecker {
  private static let features: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// Reads the future imports that only a docstring and each other precede.
  mutating func checkFutureImports(_ module: [Statement]) {
    for (index, statement) in module.enumerated() {
      if case .importFrom(let name, let aliases, 0) = statement.kind, name?.name == "__future__" {
        firstFutureImports.insert(ObjectIdentifier(statement))
        checkFeatures(aliases, statement)
      } else if case .expr(let value) = statement.kind, index == 0, case .constant(.string) = value.kind {
        continue
      } else {
        return
      }
    }
  }

  private mutating func checkFeatures(_ aliases: [Alias], _ statement: Statement) {
    for alias in aliases {
      let name = alias.name.name
      if name == "annotations" { hasFutureAnnotations = true }
      if Self.features.contains(name) { continue }
      fail(
        name == "braces" ? "not a chance" : "future feature \(name) is not defined", at: statement.range)
    }
  }
}
