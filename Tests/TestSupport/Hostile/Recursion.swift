extension HostileGroup {
  /// Recursion without an end, through every call that evaluated code can make, and endings that swallow
  /// `RecursionError`.
  static let recursion = HostileGroup(
    "recursion",
    [
      recursive("def f(): return f()\nf()"),
      recursive("def f(x): return [f(x)]\nf(1)"),
      recursive("f = lambda: f()\nf()"),
      recursive("def f(): return g()\ndef g(): return f()\nf()"),
      recursive("def f(): return [f() for i in range(2)]\nf()"),
      recursive("def f(): return sum(f() for i in range(2))\nf()"),
      recursive("def f(*a, **k): return f(*a, **k)\nf(1, x=2)"),
      recursive("def f(x): return f(x) if x else 0\nf(1)"),
      recursive("def f():\n  for x in g(): return x\ndef g():\n  yield f()\nf()"),
      recursive("def g():\n  yield from g()\nlist(g())"),
      recursive("def f(x): return list(map(f, [x]))\nf(1)"),
      recursive("def f(x): return sorted([x, x], key=f)\nf(1)"),
      recursive("def f(x): return max([x, x], key=f)\nf(1)"),
      recursive("import functools\ndef f(a, b): return functools.reduce(f, [a, b])\nf(1, 2)"),
      recursive("import functools\n@functools.lru_cache\ndef f(x): return f(x + 1)\nf(1)"),
      HostileProgram("import re\ndef f(m): return re.sub('a', f, 'a')\nf(1)", "limit: steps"),
      recursive("import json\ndef f(x): return json.dumps(x, default=f)\nf(object())"),
      recursive("def d(f): return d(f)\n@d\ndef f(): pass"),
      recursive("class C:\n  def __init__(self): C()\nC()"),
      recursive("class C:\n  def __call__(self): return self()\nC()()"),
      recursive("class C:\n  @property\n  def p(self): return self.p\nC().p"),
      recursive("class C:\n  def __getattr__(self, name): return getattr(self, name + 'x')\nC().a"),
      recursive("class C:\n  def __getitem__(self, key): return self[key]\nC()[1]"),
      recursive("class C:\n  def __setitem__(self, key, value): self[key] = value\nC()[1] = 1"),
      recursive("class C:\n  def __iter__(self): return iter(self)\nfor i in C(): pass"),
      recursive("class C:\n  def __contains__(self, item): return item in self\n1 in C()"),
      recursive("class C:\n  def __eq__(self, other): return self == other\nC() == C()"),
      recursive("class C:\n  def __lt__(self, other): return self < other\nC() < C()"),
      recursive("class C:\n  def __hash__(self): return hash(self)\n{C(): 1}"),
      recursive("class C:\n  def __repr__(self): return repr(self)\nrepr(C())"),
      recursive("class C:\n  def __repr__(self): return repr([self])\nstr(C())"),
      recursive("class C:\n  def __str__(self): return str(self)\nprint(C())"),
      recursive("class C:\n  def __format__(self, spec): return format(self, spec)\nf'{C():x}'"),
      recursive("class C:\n  def __bool__(self): return bool(self)\nif C(): pass"),
      recursive("class C:\n  def __len__(self): return len(self)\nlen(C())"),
      recursive("class C:\n  def __add__(self, other): return self + other\nC() + 1"),
      recursive(
        "class C:\n  def __enter__(self):\n    with self: pass\n  def __exit__(self, *e): pass\nwith C(): pass"
      ),
      HostileProgram("def f():\n  try: f()\n  finally: f()\nf()", "limit: steps"),
      HostileProgram("def f():\n  try: return f()\n  except RecursionError: return f()\nf()", "limit: steps"),
      HostileProgram(
        "def f(): f()\nwhile True:\n  try: f()\n  except RecursionError: pass", "limit: steps"),
      HostileProgram("def f():\n  try: f()\n  except: pass\n  try: f()\n  except: pass\nf()", "limit: steps"),
    ])

  private static func recursive(_ source: String) -> HostileProgram {
    HostileProgram(source, "RecursionError")
  }
}
