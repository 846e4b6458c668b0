/// Values that calls are made with.
enum Arguments {
  static let all = numbers + texts + bytes + containers + others

  private static let numbers = [
    "None", "True", "False", "0", "1", "-1", "2", "3", "5", "-7", "97", "255", "256", "1000", "1.5", "-0.0",
    "1e16",
    "float('inf')", "float('nan')",
  ]

  /// Beyond 32 and 64 bits.
  static let huge = ["2 ** 31", "-2 ** 31 - 1", "2 ** 40", "2 ** 63", "-2 ** 70", "2 ** 63 - 1"]

  private static let texts = [
    "''", "'a'", "'ab'", "'A b'", "' '", "','", "'a,b'", "'é'", "'e\\u0301'", "'\\U0001f600'", "'\\u0130ß'",
    "'x y'",
    "'{}'", "'%s'", "'{a[0]!r:>5}'", "'\\t1\\n'", "'utf-8'", "'ascii'", "'ignore'", "'replace'", "'12'",
    "'-5.5e1'",
    "'\\u0663'", "'\\ud800'", "'a' * 9",
  ]

  private static let bytes = [
    "b''", "b'a'", "b'ab'", "b' '", "b'\\xff'", "bytearray(b'ab')", "bytearray()",
  ]

  private static let containers = [
    "[]", "[1]", "[3, 1, 2]", "['b', 'a']", "[None]", "[b'a']", "[[1, 2], [3, 4]]", "[('a', 1)]", "()",
    "(1,)",
    "('a', 'b')", "('a', 1)", "(b'a',)", "{}", "{'a': 1}", "{97: 'x', 98: None}", "{1: 2}", "set()", "{1}",
    "{'a'}",
    "frozenset({2})", "range(3)", "{'a': 1}.keys()", "{'a': 1}.items()", "[[]]", "[{}]",
  ]

  private static let others = [
    "len", "str", "int", "list", "lambda *a: 1", "lambda x: x", "lambda x, y: x", "object()", "iter([1, 2])",
    "(i for i in 'ab')", "slice(1)", "slice(None, None, -1)", "ValueError", "NotImplemented", "...",
    "ValueError('x')",
  ]

  /// Names that some functions know, and most don't.
  static let keywords = [
    "key", "reverse", "sep", "maxsplit", "keepends", "encoding", "errors", "default", "start", "stop",
    "tabsize",
    "x", "count", "delete", "strict", "self", "iterable", "a", "flags", "initial",
  ]

  /// What the functions of a module or the methods of a type make something of.
  static let fitting: [String: [String]] = [
    "str": ["'a'", "'b'", "','", "'a b'", "1", "-1", "None", "('a', 'b')", "['a', 'b']", "{97: 98}"],
    "bytes": ["b'a'", "b'b'", "b','", "97", "1", "-1", "None", "(b'a', b'b')", "[b'a', b'b']"],
    "bytearray": ["b'a'", "b'b'", "b','", "97", "1", "-1", "None", "(b'a', b'b')", "[1, 2]"],
    "list": ["1", "-1", "'a'", "[1]", "None"],
    "dict": ["'a'", "1", "None", "{'a': 2}", "[('b', 3)]"],
    "set": ["{1}", "{2}", "1", "[1, 2]", "frozenset({1})"],
    "json": [
      "'{\"a\": [1, 2.5, null]}'", "'[1,]'", "'nul'", "{'a': [1, None]}", "'\"\\\\ud83d\"'", "{1: (2,)}", "2",
      "'-'",
    ],
    "math": ["0.5", "-1.5", "4", "0", "1e300", "[1, 2.5]", "True"],
    "base64": ["b'YQ=='", "'YWI='", "b'MFRA===='", "b'!YQ=='", "'YQ'"],
    "binascii": ["b'6162'", "'6g'", "b'abc'", "b'YQ==\\n'"],
    "ipaddress": [
      "'10.0.0.1'", "'10.0.0.0/8'", "'::1'", "'2001:db8::/32'", "'1.2.3'", "'10.1.0.0/255.255.0.0'", "1",
    ],
    "datetime": [
      "2024", "2", "29", "'%Y-%m-%d'", "'2024-02-29'", "'2024-02-29T10:00:00+01:00'", "86400", "1.5",
    ],
    "re": ["'a'", "'(a)|b'", "'['", "'abc'", "'\\\\1'", "b'a'", "2"],
    "urllib.parse": [
      "'https://u:p@h.x:80/a/b;c?d=e&f#g'", "'a=1&b=2&a=3'", "'a%20b%C3%A9'", "'//h/p'", "{'a': [1]}",
    ],
    "string": ["'$a ${b}'", "'abc'"],
    "shlex": ["'a \"b c\" d'", "\"it's\"", "'a#b'"],
    "fnmatch": ["'*.py'", "'a[!b]?'", "['a.py', 'b']", "'a.py'"],
    "itertools": ["[1, 2, 3]", "'abc'", "2", "[[1], [2, 3]]", "lambda *a: a", "None"],
    "functools": ["lambda *a: a", "[1, 2, 3]", "max", "0"],
    "collections": ["'abca'", "{'a': 2}", "[('a', 1)]", "list", "'x y'", "2"],
    "operator": ["1", "[1, 2]", "'a'", "{'a': 1}", "0"],
    "difflib": ["'abcd'", "'bcde'", "None", "['abc', 'xyz']"],
  ]
}
