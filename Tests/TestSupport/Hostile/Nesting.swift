extension HostileGroup {
  /// Source text nested deeper, or larger, than anyone writes. CPython's compiler refuses most of these.
  static let nestingOfSource = HostileGroup(
    "nesting of source",
    [
      HostileProgram(
        "x = " + repeated("(", 10000) + repeated(")", 10000),
        "SyntaxError: too many nested parentheses (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("[", 10000) + repeated("]", 10000),
        "SyntaxError: too many nested parentheses (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("{1:", 10000) + "1" + repeated("}", 10000),
        "SyntaxError: too many nested parentheses (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("(", 100_000), "SyntaxError: too many nested parentheses (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("lambda: ", 10000) + "1",
        "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("not ", 10000) + "1",
        "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = " + repeated("-", 10000) + "1", "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = 1" + repeated(" + 1", 10000), "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = 1" + repeated(" ** 1", 10000), "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = 1" + repeated(" if 1 else 1", 10000),
        "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram("x = 1" + repeated(" and 1", 10000), "ends"),
      HostileProgram("x = 1" + repeated(" < 1", 10000), "ends"),
      HostileProgram("x = 'a'" + repeated(" 'a'", 10000), "ends"),
      HostileProgram(
        "x = str" + repeated(".join", 10000), "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = str" + repeated("()", 10000), "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(
        "x = [0]\nx" + repeated("[0]", 10000), "SyntaxError: expression nests too deeply (hostile.py, line 2)"
      ),
      HostileProgram("x = [" + repeated("1, ", 200_000) + "]", "limit: source size"),
      HostileProgram("x = f'" + repeated("{1}", 10000) + "'", "ends"),
      HostileProgram(
        "x = " + nestedFormats(300), "SyntaxError: f-string: expecting '}' (hostile.py, line 1)"),
      HostileProgram(
        nestedBlocks("if 1:", 1000), "IndentationError: too many levels of indentation (hostile.py, line 101)"
      ),
      HostileProgram(
        nestedBlocks("while 1:", 99), "SyntaxError: too many statically nested blocks (hostile.py, line 21)"),
      HostileProgram(nestedBlocks("def f():", 90), "ends"),
      HostileProgram(nestedBlocks("class C:", 90), "ends"),
      HostileProgram(
        "if 0: pass\n" + repeated("elif 0: pass\n", 10000),
        "SyntaxError: statement nests too deeply (hostile.py, line 501)"),
      HostileProgram(
        "x = " + repeated("9", 5000),
        "SyntaxError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits. (hostile.py, line 1)"
      ),
      HostileProgram(
        "x = 0x" + repeated("f", 1_000_000), "limit: source size"),
      HostileProgram(repeated("x = ", 10000) + "1", "ends"),
      HostileProgram(repeated("x = 1\n", 150_000), "limit: source size"),
      HostileProgram(repeated("x = 1;", 150_000), "limit: source size"),
      HostileProgram("'" + repeated("a", 2_000_000) + "'", "limit: source size"),
      HostileProgram("def f(" + (0..<10000).map { "a\($0), " }.joined() + "): pass", "ends"),
      HostileProgram(repeated("@f\n", 10000) + "def f(): pass", "NameError: name 'f' is not defined"),
      HostileProgram("import " + repeated("a.", 10000) + "a", "ModuleNotFoundError: No module named 'a'"),
      HostileProgram(
        "x" + repeated(".x", 10000) + " = 1", "SyntaxError: expression nests too deeply (hostile.py, line 1)"),
      HostileProgram(repeated("try:\n", 1) + " pass\n" + repeated("except E: pass\n", 10000), "ends"),
      HostileProgram(
        "match 1:\n case " + repeated("[", 10000) + repeated("]", 10000) + ": pass",
        "SyntaxError: too many nested parentheses (hostile.py, line 2)"),
      HostileProgram("match 1:\n case " + repeated("1 | ", 10000) + "1: pass", "ends"),
      HostileProgram("[0 " + repeated("for i in [0] ", 10000) + "]", "ends"),
      HostileProgram(
        "with " + repeated("a as b, ", 10000) + "a: pass",
        "SyntaxError: too many statically nested blocks (hostile.py, line 1)"),
      HostileProgram("global " + (0..<10000).map { "a\($0), " }.joined() + "b", "ends"),
    ])

  /// Values nested deeper than the native stack, and what walks them: `repr`, `==`, `hash`, copying, freeing.
  static let nestingOfValues = HostileGroup(
    "nesting of values",
    [
      HostileProgram(
        "x = []\nfor i in range(50000): x = [x]\nrepr(x)",
        "RecursionError: maximum recursion depth exceeded while getting the repr of an object"),
      HostileProgram(
        "x = ()\nfor i in range(50000): x = (x,)\nstr(x)",
        "RecursionError: maximum recursion depth exceeded while getting the repr of an object"),
      HostileProgram(
        "x = {}\nfor i in range(50000): x = {'k': x}\nf'{x}'",
        "RecursionError: maximum recursion depth exceeded while getting the repr of an object"),
      HostileProgram(
        "x, y = [], []\nfor i in range(50000): x, y = [x], [y]\nx == y",
        "RecursionError: maximum recursion depth exceeded in comparison"),
      HostileProgram(
        "x, y = (), ()\nfor i in range(50000): x, y = (x,), (y,)\nx < y",
        "RecursionError: maximum recursion depth exceeded in comparison"),
      HostileProgram(
        "x, y = {}, {}\nfor i in range(50000): x, y = {1: x}, {1: y}\nx == y",
        "RecursionError: maximum recursion depth exceeded in comparison"),
      HostileProgram(
        "x = ()\nfor i in range(50000): x = (x,)\nhash(x)", "RecursionError: maximum recursion depth exceeded"
      ),
      HostileProgram(
        "import copy\nx = []\nfor i in range(50000): x = [x]\ncopy.deepcopy(x)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram(
        "import json\nx = []\nfor i in range(50000): x = [x]\njson.dumps(x)",
        "RecursionError: maximum recursion depth exceeded while encoding a JSON object"),
      HostileProgram(
        "import json\njson.loads('[' * 100000)", "unsupported: JSON nested deeper than 400 levels"),
      HostileProgram(
        "import json\njson.loads('[' * 100000 + ']' * 100000)",
        "unsupported: JSON nested deeper than 400 levels"),
      HostileProgram(
        "import json\njson.loads('{\"a\":' * 100000)", "unsupported: JSON nested deeper than 400 levels"),
      HostileProgram("x = ()\nfor i in range(60): x = (x, x)\nhash(x)", "limit: steps"),
      HostileProgram("x = []\nfor i in range(60): x = [x, x]\nrepr(x)", "limit: steps"),
      HostileProgram("x = []\nfor i in range(60): x = [x, x]\nprint(x)", "limit: steps"),
      HostileProgram("x, y = [], []\nfor i in range(60): x, y = [x, x], [y, y]\nx == y", "limit: steps"),
      HostileProgram("x, y = (), ()\nfor i in range(60): x, y = (x, x), (y, y)\nx < y", "limit: steps"),
      HostileProgram(
        "x, y = {}, {}\nfor i in range(60): x, y = {1: x, 2: x}, {1: y, 2: y}\nx == y", "limit: steps"),
      HostileProgram("import copy\nx = []\nfor i in range(60): x = [x, x]\ncopy.deepcopy(x)", "ends"),
      HostileProgram("import copy\nx = ()\nfor i in range(60): x = (x, x)\ncopy.deepcopy(x)", "limit: steps"),
      HostileProgram("x = frozenset()\nfor i in range(60): x = frozenset([x, (x,)])\nhash(x)", "ends"),
      HostileProgram("x = int\nfor i in range(60): x = (x, x)\nisinstance('a', x)", "limit: steps"),
      HostileProgram(
        "x = 'b',\nfor i in range(60): x = (x, x)\n'a'.startswith(x)",
        "TypeError: tuple for startswith must only contain str, not tuple"),
      HostileProgram(
        "x = KeyError\nfor i in range(60): x = (x, x)\ntry: 1 / 0\nexcept x: pass",
        "TypeError: catching classes that do not inherit from BaseException is not allowed"),
      HostileProgram(
        "x = KeyError\nfor i in range(50000): x = (x,)\ntry: 1 / 0\nexcept x: pass",
        "TypeError: catching classes that do not inherit from BaseException is not allowed"),
      HostileProgram("x = int\nfor i in range(50000): x = (x,)\nisinstance('a', x)", "RecursionError"),
      HostileProgram("x = []\nx.append(x)\nrepr(x)", "ends"),
      HostileProgram(
        "x = []\nx.append(x)\ny = []\ny.append(y)\nx == y",
        "RecursionError: maximum recursion depth exceeded in comparison"),
      HostileProgram(
        "x = {}\nx[1] = x\nimport json\njson.dumps(x)", "ValueError: Circular reference detected"),
      HostileProgram("x = []\nx.append(x)\nimport copy\ncopy.deepcopy(x)", "ends"),
      HostileProgram("x = None\nfor i in range(50000): x = {'a': x, 'b': [x]}", "ends"),
      HostileProgram("f = None\nfor i in range(50000): f = (lambda g: lambda: g)(f)", "ends"),
      HostileProgram(
        "x = iter([])\nfor i in range(50000): x = map(str, x)\nnext(x)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram("x = iter([])\nfor i in range(50000): x = enumerate(x)", "ends"),
      HostileProgram(
        "import itertools\nx = iter([])\nfor i in range(50000): x = itertools.chain(x, [1])\nnext(x)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram(
        "import itertools\nx = iter([])\nfor i in range(50000): x = itertools.islice(x, 5)\nnext(x, 1)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram(
        "import itertools\nx = iter([])\nfor i in range(50000): x = itertools.takewhile(bool, x)\nnext(x, 1)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram(
        "x = iter([])\nfor i in range(50000): x = (y for y in x)\nnext(x, 1)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram(
        "import functools\nf = len\nfor i in range(50000): f = functools.partial(f)\nf([])", "ends"),
      HostileProgram(
        "x = len\nfor i in range(50000): x = x.__call__\nx([])",
        "unsupported: builtin_function_or_method.__call__"),
      HostileProgram(
        "x = [].append\nfor i in range(50000): x = x.__eq__", "unsupported: builtin_function_or_method.__eq__"
      ),
      HostileProgram("x = 'a'\nfor i in range(50000): x = [x].append", "ends"),
      HostileProgram("x = {}\nfor i in range(50000): x = {1: x}.items()", "ends"),
      HostileProgram("x = slice(1)\nfor i in range(50000): x = slice(x)", "ends"),
      HostileProgram("x = slice(1)\nfor i in range(50000): x = slice(x)\nrepr(x)", "RecursionError"),
      HostileProgram("x = property(len)\nfor i in range(50000): x = property(x)", "ends"),
      HostileProgram("x = len\nfor i in range(50000): x = staticmethod(x)", "ends"),
      HostileProgram(
        "import unittest.mock\nx = unittest.mock.MagicMock()\nfor i in range(50000): x = x.a", "ends"),
      HostileProgram(
        "e = None\nfor i in range(50000):\n  try: raise ValueError from e\n  except ValueError as x: e = x",
        "limit: steps"),
      HostileProgram(
        "def f(n):\n  try: raise ValueError\n  except ValueError: f(n + 1)\nf(0)",
        "RecursionError: maximum recursion depth exceeded"),
      HostileProgram("x = ValueError()\nfor i in range(50000): x = ValueError(x)\nstr(x)", "RecursionError"),
      HostileProgram(
        "x = ValueError()\nfor i in range(50000): x = ValueError(x)\nraise x",
        "ValueError: <exception str() failed>"),
      HostileProgram("class C: pass\nfor i in range(300): C = type('C', (C,), {})\nC()", "limit: steps"),
      HostileProgram("class C: pass\nfor i in range(3000):\n  class C(C): pass\nC().x", "limit: steps"),
      HostileProgram("x = [type('C%d' % i, (), {}) for i in range(3000)]\nclass D(*x): pass", "limit: steps"),
      HostileProgram(
        "import collections\nx = None\nfor i in range(50000): x = collections.OrderedDict(a=x)", "ends"),
      HostileProgram(
        "import collections\nx = collections.namedtuple('N', 'a')\ny = None\nfor i in range(50000): y = x(y)\nrepr(y)",
        "RecursionError"),
      HostileProgram(
        "class N:\n  def __init__(self, n): self.n = n\n  def __repr__(self): return 'N(%r)' % self.n\nx = None\nfor i in range(50000): x = N(x)\nrepr(x)",
        "RecursionError: maximum recursion depth exceeded"),
    ])

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// `if 1:` within `if 1:` …
  private static func nestedBlocks(_ header: String, _ depth: Int) -> String {
    (0..<depth).map { repeated(" ", $0) + header + "\n" }.joined() + repeated(" ", depth) + "pass"
  }

  private static func nestedFormats(_ depth: Int) -> String {
    repeated("f'{", depth) + "1" + repeated("}'", depth)
  }
}
