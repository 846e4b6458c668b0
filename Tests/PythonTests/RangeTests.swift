import Python
import SourceText
import Testing

/// Every node covers the bytes it was read from, as CPython's positions do.
@Suite struct RangeTests {
  /// A source, a text inside it that marks a place, and the texts of the nodes around it, innermost first.
  static let cases: [(source: String, place: String, texts: [String])] = [
    ("x = (a) + b", "a", ["a", "(a) + b", "x = (a) + b"]),
    ("x = (a, b)", "b", ["b", "(a, b)", "x = (a, b)"]),
    ("f(a for a in b)", "b", ["b", "(a for a in b)", "f(a for a in b)", "f(a for a in b)"]),
    ("if a:\n  b\nelse:\n  c\nd", "c", ["c", "c", "if a:\n  b\nelse:\n  c"]),
    ("if a: b\nelif c:\n  d\n", "d", ["d", "d", "elif c:\n  d", "if a: b\nelif c:\n  d"]),
    ("@dec\ndef f(): pass", "dec", ["dec", "dec\ndef f(): pass"]),
    ("f'é{a.b!r:>{w}}'", "w", ["w", "{w}", ">{w}", "{a.b!r:>{w}}", "f'é{a.b!r:>{w}}'", "f'é{a.b!r:>{w}}'"]),
    ("'x' f'{ a }' 'y'", "a", ["a", "{ a }", "'x' f'{ a }' 'y'", "'x' f'{ a }' 'y'"]),
    ("def f(a: int = 1): pass", "int", ["int", "a: int = 1", "def f(a: int = 1): pass"]),
    ("f(**k)", "k", ["k", "**k", "f(**k)", "f(**k)"]),
    ("a[b:c]", "c", ["c", "b:c", "a[b:c]", "a[b:c]"]),
    ("lambda x: y", "y", ["y", "lambda x: y", "lambda x: y"]),
    (
      "try:\n  a\nexcept B as c:\n  d\n", "d",
      ["d", "d", "except B as c:\n  d", "try:\n  a\nexcept B as c:\n  d"]
    ),
    (
      "match a:\n  case [b, C(d=e)] if f:\n    g\n", "e",
      [
        "e", "C(d=e)", "[b, C(d=e)]", "[b, C(d=e)] if f:\n    g", "match a:\n  case [b, C(d=e)] if f:\n    g",
      ]
    ),
  ]

  @Test(arguments: cases.indices) func aPathLeadsFromTheStatementToTheNode(_ index: Int) throws {
    let (source, place, texts) = Self.cases[index]
    let text = SourceText(source)
    let module = PythonModule(parsing: text)
    #expect(module.errors == [])
    let offset = try #require(source.lastRange(of: place))
    let path = module.path(at: offset)
    #expect(path.reversed().map { text[$0.range] } == texts)
  }

  @Test func aNameBelongsToBothOfItsEnds() {
    let text = SourceText("alpha + beta")
    let module = PythonModule(parsing: text)
    for offset in [0, 5, 8, 12] {
      let texts = module.path(at: offset).map { text[$0.range] }
      #expect(texts.last == (offset < 6 ? "alpha" : "beta"))
    }
  }
}

extension String {
  /// The byte offset of the last occurrence.
  fileprivate func lastRange(of text: String) -> Int? {
    ranges(of: text).last.map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
