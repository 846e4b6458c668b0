import Python
import SourceText
import Testing

/// Files that CPython 3.11 refuses with other words than ours, or with another of several errors first.
///
/// A row that comes to agree belongs into one of the other tables.
@Suite struct KnownDifferenceTests {
  static let table = errorTable(
    #"""
    1 = )                              => 1: unmatched ')'
    1, a = x                           => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    f(x for x in y z)                  => 1: invalid syntax
    for (x in y): pass                 => 1: invalid syntax
    f(a:=1=2)                          => 1: invalid syntax
    def f():\n global x\n nonlocal x   => 2: name 'x' is nonlocal and global
    match x:\n case (1|a)|2: pass      => 2: name capture 'a' makes remaining patterns unreachable
    match x:\n case a as b.c: pass     => 2: invalid syntax
    match x:\n case (a as b) | c: pass => 2: name capture 'a' makes remaining patterns unreachable
    match x:\n case {f"a": 1}: pass    => 2: mapping pattern keys may only match literals and attribute lookups
    f"{a["b"]}"                        => 1: f-string: unmatched '['
    f"{f'{x'}"                         => 1: f-string: f-string: expecting '}'
    """#)

  @Test(arguments: table) func theFileIsRefusedInOtherWords(_ row: ErrorRow) throws {
    let module = PythonModule(parsing: SourceText(row.source))
    let first = try #require(module.errors.first)
    #expect(first.message != row.message || module.line(of: first) != row.line)
  }
}
