import Testing

/// The classes of `collections` for building upon, and keys made of a comparison: one program for each, whose
/// expressions are evaluated in order.
@Suite struct UserCollectionTests {
  /// A chain of mappings, from setting it up to emptying it.
  static let chainMaps: [(expression: String, value: String)] = [
    ("a", "ChainMap({'a': 1}, {'b': 2, 'a': 3})"),
    ("list(a)", "['b', 'a']"),
    ("len(a)", "2"),
    ("a['b']", "2"),
    ("a['z']", "KeyError: 'z'"),
    ("a.get('z',5)", "5"),
    ("dict(a)", "{'b': 2, 'a': 1}"),
    ("a.parents", "ChainMap({'b': 2, 'a': 3})"),
    ("a.new_child({'q':1})", "ChainMap({'q': 1}, {'a': 1}, {'b': 2, 'a': 3})"),
    ("a.new_child({'q':1},r=2)", "ChainMap({'q': 1, 'r': 2}, {'a': 1}, {'b': 2, 'a': 3})"),
    ("a.new_child(r=2)", "ChainMap({'r': 2}, {'a': 1}, {'b': 2, 'a': 3})"),
    ("a|{'c':3}", "ChainMap({'a': 1, 'c': 3}, {'b': 2, 'a': 3})"),
    ("{'c':3}|a", "ChainMap({'c': 3, 'b': 2, 'a': 1})"),
    ("a==dict(a)", "True"),
    ("a.pop('b')", "KeyError: \"Key not found in the first mapping: 'b'\""),
    ("a.pop('a')", "1"),
    ("a.popitem()", "KeyError: 'No keys found in the first mapping.'"),
    ("list(a.keys())", "['b', 'a']"),
    ("list(a.values())", "[2, 3]"),
    ("list(a.items())", "[('b', 2), ('a', 3)]"),
    ("'b' in a", "True"),
    ("bool(collections.ChainMap())", "False"),
    ("collections.ChainMap(collections.defaultdict(int))['x']", "0"),
    ("a.setdefault('k',1)", "1"),
    ("a.maps", "[{'k': 1}, {'b': 2, 'a': 3}]"),
    ("a.update(z=1)", "None"),
    ("a.copy()", "ChainMap({'k': 1, 'z': 1}, {'b': 2, 'a': 3})"),
    ("a.clear()", "None"),
    ("a", "ChainMap({}, {'b': 2, 'a': 3})"),
    ("type(a).__name__", "'ChainMap'"),
    ("isinstance(a, collections.abc.Mapping)", "True"),
    ("isinstance(a,dict)", "False"),
    ("a==1", "False"),
    ("a!={}", "True"),
    ("sorted(collections.ChainMap({'x':1},{'y':2}))", "['x', 'y']"),
    ("collections.ChainMap.fromkeys('ab')", "ChainMap({'a': None, 'b': None})"),
    ("hash(a)", "TypeError: unhashable type: 'ChainMap'"),
  ]

  /// `UserDict`, and a class derived from it that makes missing values.
  static let userDicts: [(expression: String, value: String)] = [
    ("u", "{'a': 1, 'b': 2}"),
    ("u['a']", "1"),
    ("u['z']", "KeyError: 'z'"),
    ("d['zz']", "'zzzz'"),
    ("'zz' in d", "False"),
    ("d.get('zz')", "'zzzz'"),
    ("u.get('zz',1)", "1"),
    ("u|{'c':1}", "{'a': 1, 'b': 2, 'c': 1}"),
    ("{'c':1}|u", "{'c': 1, 'a': 1, 'b': 2}"),
    ("u|u", "{'a': 1, 'b': 2}"),
    ("u|5", "TypeError: unsupported operand type(s) for |: 'UserDict' and 'int'"),
    ("u==u.data", "True"),
    ("u=={'a':1,'b':2}", "True"),
    ("u.copy()", "{'a': 1, 'b': 2}"),
    ("collections.UserDict.fromkeys('ab',1)", "{'a': 1, 'b': 1}"),
    ("u.pop('a')", "1"),
    ("u.pop('a')", "KeyError: 'a'"),
    ("u.pop('a',3)", "3"),
    ("u.popitem()", "('b', 2)"),
    ("u.popitem()", "KeyError: "),
    ("u.setdefault('q',2)", "2"),
    ("u.update([('m',1)],n=2)", "None"),
    ("u", "{'q': 2, 'm': 1, 'n': 2}"),
    ("len(u)", "3"),
    ("list(u.items())", "[('q', 2), ('m', 1), ('n', 2)]"),
    ("u.clear()", "None"),
    ("u", "{}"),
    ("collections.UserDict(None)", "{}"),
    ("collections.UserDict([('a',1)])", "{'a': 1}"),
    ("collections.UserDict(5)", "TypeError: 'int' object is not iterable"),
    ("hash(u)", "TypeError: unhashable type: 'UserDict'"),
    ("isinstance(u,collections.abc.MutableMapping)", "True"),
  ]

  /// `UserList`.
  static let userLists: [(expression: String, value: String)] = [
    ("l", "[3, 1, 2]"),
    ("l[0]", "3"),
    ("l[1:]", "[1, 2]"),
    ("l[9]", "IndexError: list index out of range"),
    ("l+[1]", "[3, 1, 2, 1]"),
    ("[1]+l", "[1, 3, 1, 2]"),
    ("l+collections.UserList('ab')", "[3, 1, 2, 'a', 'b']"),
    ("l*2", "[3, 1, 2, 3, 1, 2]"),
    ("2*l", "[3, 1, 2, 3, 1, 2]"),
    ("l==[3,1,2]", "True"),
    ("l<[4]", "True"),
    ("[4]>l", "True"),
    ("l.append(5)", "None"),
    ("l.insert(0,9)", "None"),
    ("l.pop()", "5"),
    ("l.pop(0)", "9"),
    ("l.index(2)", "2"),
    ("l.index(99)", "ValueError: 99 is not in list"),
    ("l.count(1)", "1"),
    ("l.sort()", "None"),
    ("l", "[1, 2, 3]"),
    ("l.sort(reverse=True)", "None"),
    ("l", "[3, 2, 1]"),
    ("l.reverse()", "None"),
    ("l.extend('xy')", "None"),
    ("l.remove('x')", "None"),
    ("l.remove('zz')", "ValueError: list.remove(x): x not in list"),
    ("l", "[1, 2, 3, 'y']"),
    ("list(reversed(l))", "['y', 3, 2, 1]"),
    ("l.copy()", "[1, 2, 3, 'y']"),
    ("len(l)", "4"),
    ("1 in l", "True"),
    ("l.clear()", "None"),
    ("l", "[]"),
    ("l.pop()", "IndexError: pop from empty list"),
    ("collections.UserList()", "[]"),
    ("collections.UserList('ab')", "['a', 'b']"),
    ("collections.UserList(collections.UserList([1]))", "[1]"),
    ("hash(l)", "TypeError: unhashable type: 'UserList'"),
    ("l.append()", "TypeError: UserList.append() missing 1 required positional argument: 'item'"),
    ("isinstance(l,collections.abc.MutableSequence)", "True"),
    ("max(collections.UserList([1,5]))", "5"),
  ]

  /// `functools.cmp_to_key`.
  static let comparisonKeys: [(expression: String, value: String)] = [
    ("sorted([3,1,2],key=K)", "[1, 2, 3]"),
    ("K(1)<K(2)", "True"),
    ("K(1)==K(1)", "True"),
    ("K(1)!=K(1)", "False"),
    ("K(1)>=K(2)", "False"),
    ("max('abc',key=K)", "'c'"),
    ("K(1)<5", "TypeError: other argument must be K instance"),
    ("K(1).obj", "1"),
  ]

  @Test func chainMapsBehaveAsInCPython() {
    expect(
      Self.chainMaps,
      after: """
        import collections
        a = collections.ChainMap({'a': 1}, {'b': 2, 'a': 3})
        """)
  }

  @Test func userDictsBehaveAsInCPython() {
    expect(
      Self.userDicts,
      after: """
        import collections
        class D(collections.UserDict):
          def __missing__(self, k): return k * 2
        u = collections.UserDict({'a': 1}, b=2)
        d = D(x=1)
        """)
  }

  @Test func userListsBehaveAsInCPython() {
    expect(
      Self.userLists,
      after: """
        import collections
        l = collections.UserList([3, 1, 2])
        """)
  }

  @Test func comparisonKeysBehaveAsInCPython() {
    expect(
      Self.comparisonKeys,
      after: """
        import functools
        K = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
        """)
  }

  private func expect(_ rows: [(expression: String, value: String)], after setup: String) {
    let statements = rows.map { row in
      "try: print(repr(\(row.expression)))\nexcept Exception as x: print(type(x).__name__ + ': ' + str(x))\n"
    }
    let run = PythonRun(setup + "\nimport collections.abc\n" + statements.joined())
    #expect(run.failure == nil)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines) { #expect(line == row.value, "\(row.expression)") }
  }
}
