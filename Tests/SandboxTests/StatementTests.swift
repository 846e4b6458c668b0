import Testing

/// A program and what it prints.
struct Program: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let expected: String

  init(_ name: String, _ source: String, prints expected: String) {
    self.name = name
    self.source = source
    self.expected = expected
  }

  var testDescription: String { name }
}

/// Statements, scopes and functions.
@Suite struct StatementTests {
  @Test(arguments: [
    Program(
      "a name assigned anywhere in a function is local throughout",
      """
      x = 1
      def f():
        print(x)
        x = 2
      try: f()
      except UnboundLocalError as e: print(e)
      """, prints: "cannot access local variable 'x' where it is not associated with a value\n"),
    Program(
      "closures bind variables, not values",
      """
      fs = [lambda: i for i in range(3)]
      print([f() for f in fs])
      """, prints: "[2, 2, 2]\n"),
    Program(
      "a class body's names are invisible to its functions and comprehensions",
      """
      x = 'global'
      class A:
        x = 'class'
        y = [x for _ in range(1)]
        z = x
        def f(self): return x
      print(A.y, A.z, A().f())
      """, prints: "['global'] class global\n"),
    Program(
      "defaults are evaluated once",
      """
      def f(a, b=[]):
        b.append(a)
        return b
      f(1)
      print(f(2))
      """, prints: "[1, 2]\n"),
    Program(
      "nonlocal and global",
      """
      n = 0
      def outer():
        k = 0
        def inner():
          nonlocal k
          global n
          k += 1
          n += 1
          return k
        inner()
        return inner()
      print(outer(), n)
      """, prints: "2 2\n"),
    Program(
      "arguments are evaluated left to right, and each comparison's operand once",
      """
      log = []
      def t(x):
        log.append(x)
        return x
      {t('k'): t('v')}
      max(t(1), t(2), key=t('key') and None)
      t(1) < t(2) < t(0) < t(9)
      a = [0]
      a[t(0)] = t(5)
      print(log)
      """, prints: "['k', 'v', 1, 2, 'key', 1, 2, 0, 5, 0]\n"),
    Program(
      "finally runs on every way out",
      """
      def f():
        for i in range(3):
          try:
            if i == 0: continue
            if i == 1: return 'returned'
          finally: print('finally', i)
      print(f())
      def g():
        try: return 'try'
        finally: return 'finally'
      print(g())
      """, prints: "finally 0\nfinally 1\nreturned\nfinally\n"),
    Program(
      "else clauses run without break and without exception",
      """
      for i in []: pass
      else: print('for')
      while False: pass
      else: print('while')
      try: pass
      except ValueError: pass
      else: print('try')
      for i in [1]: break
      else: print('never')
      """, prints: "for\nwhile\ntry\n"),
    Program(
      "assignment targets",
      """
      (a, *b), c = [1, 2, 3], 'c'
      x = y = []
      x.append(1)
      d = {}
      for d['k'] in (1, 2): pass
      l = [1, 2, 3, 4]
      l[1:3] = ['a']
      del l[0]
      print(a, b, c, y, d, l)
      """, prints: "1 [2, 3] c [1] {'k': 2} ['a', 4]\n"),
    Program(
      "augmented assignment changes mutable objects in place",
      """
      a = [1]
      b = a
      b += (2,)
      s = {1}
      t = s
      t |= {2}
      print(a, s, a is b)
      pair = ([],)
      try: pair[0] += [1]
      except TypeError as e: print(e, pair)
      """,
      prints: "[1, 2] {1, 2} True\n'tuple' object does not support item assignment ([1],)\n"),
    Program(
      "generator expressions are lazy",
      """
      def check(x):
        print('check', x)
        return x > 1
      print(any(check(x) for x in [1, 2, 3]))
      print(next((x for x in [0, 1] if 1 / x), None) if False else 'skipped')
      """, prints: "check 1\ncheck 2\nTrue\nskipped\n"),
    Program(
      "a walrus in a comprehension binds around it",
      """
      if (n := 3) > 2: print(n)
      print([y := x for x in (1, 2)], y)
      """, prints: "3\n[1, 2] 2\n"),
    Program(
      "a dict may not change size during iteration",
      """
      d = {'a': 1}
      try:
        for k in d: d['b'] = 2
      except RuntimeError as e: print(e)
      l = [1]
      for x in l:
        if len(l) < 3: l.append(x + 1)
      print(l)
      """, prints: "dictionary changed size during iteration\n[1, 2, 3]\n"),
    Program(
      "match",
      """
      def m(x):
        match x:
          case 0 | 1: return 'low'
          case 'a': return 'a'
          case None: return 'none'
          case [first, *rest]: return (first, rest)
          case {'k': v, **others}: return (v, others)
          case int(n) if n > 9: return 'big'
          case str() as s: return s * 2
          case _: return 'other'
      print([m(x) for x in (1, 'a', None, (1, 2), {'k': 1, 'z': 2}, 50, 5, 'b', {}, True)])
      """, prints: "['low', 'a', 'none', (1, [2]), (1, {'z': 2}), 'big', 'other', 'bb', 'other', 'low']\n"),
    Program(
      "what a pattern captures is bound when all of it has matched",
      """
      match (1, 2):
        case (x, 'a') | (3, x): pass
        case (y, 2) if y > 5: pass
        case z: print(z, y)
      try: x
      except NameError as e: print(e)
      """, prints: "(1, 2) 1\nname 'x' is not defined\n"),
    Program(
      "with enters, leaves and may swallow",
      """
      class M:
        def __init__(self, swallow): self.swallow = swallow
        def __enter__(self): return 'entered'
        def __exit__(self, kind, value, traceback):
          print('left', kind and kind.__name__, value)
          return self.swallow
      with M(True) as x, M(False): raise ValueError('v')
      print(x)
      """, prints: "left ValueError v\nleft ValueError v\nentered\n"),
    Program(
      "generators run from yield to yield",
      """
      def g(n):
        try:
          for i in range(n):
            got = yield i
            if got: print('got', got)
        finally: print('done')
        return 'result'
      def outer():
        r = yield from g(2)
        print(r)
      print(list(outer()))
      it = g(1)
      print(next(it), next(it, 'end'))
      """, prints: "done\nresult\n[0, 1]\ndone\n0 end\n"),
    Program(
      "decorators apply from the inside out",
      """
      def tag(name):
        def decorate(f): return lambda *a: f'{name}({f(*a)})'
        return decorate
      @tag('a')
      @tag('b')
      def f(x): return x
      print(f(1))
      """, prints: "a(b(1))\n"),
    Program(
      "annotations are evaluated, but for those of local variables",
      """
      def f(a: int, *b: 'x') -> list[int]:
        y: Missing = a
        return y
      z: 'Nothing'
      print(f(1), __annotations__, f.__annotations__)
      def g(a: AlsoMissing): pass
      """,
      prints: "1 {'z': 'Nothing'} {'a': <class 'int'>, 'b': 'x', 'return': list[int]}\n"
        + "NameError: name 'AlsoMissing' is not defined\n"),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }

  @Test(arguments: [
    ("f()", "f() missing 2 required positional arguments: 'a' and 'b'"),
    ("f(1)", "f() missing 1 required positional argument: 'b'"),
    ("f(1, 2, 3, 4)", "f() takes from 2 to 3 positional arguments but 4 were given"),
    ("f(1, 2, d=3)", "f() got an unexpected keyword argument 'd'"),
    ("f(1, 2, a=3)", "f() got multiple values for argument 'a'"),
    ("g()", "g() missing 1 required keyword-only argument: 'k'"),
    ("g(1)", "g() takes 0 positional arguments but 1 was given"),
    (
      "g(1, k=2)",
      "g() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given"
    ),
    ("C().m(1, 2)", "C.m() takes 2 positional arguments but 3 were given"),
    ("C.m()", "C.m() missing 2 required positional arguments: 'self' and 'x'"),
    ("C(1)", "C() takes no arguments"),
    ("f(*None)", "__main__.f() argument after * must be an iterable, not NoneType"),
    ("f(**[1])", "__main__.f() argument after ** must be a mapping, not list"),
    ("f(a=1, **{'a': 2})", "__main__.f() got multiple values for keyword argument 'a'"),
    ("f(**{1: 2})", "keywords must be strings"),
    ("h(a=1)", "h() got some positional-only arguments passed as keyword arguments: 'a'"),
  ]) func wrongCallsOfFunctions(call: String, message: String) {
    let source = """
      def f(a, b, c=1): pass
      def g(*, k): pass
      def h(a, /): pass
      class C:
        def m(self, x): pass
      \(call)
      """
    #expect(PythonRun(source).failure == "TypeError: \(message)")
  }
}
