import Testing

/// What random programs found: each a program, and what CPython prints.
@Suite struct FoundByRandomProgramsTests {
  @Test(arguments: [
    (
      "class C(list):\n  def __init__(self, x): self.x = x\n  def __lt__(self, other): return True\nprint(max(C(1), C(2)).x, C(1) < C(2), C(1) > C(2), [] > C(1))",
      "1 True False True\n"
    ),
    (
      "import collections\nP = collections.namedtuple('P', 'x y')\ntry: ('a', 0) > P(1, 2)\nexcept TypeError as e: print(e)\ntry: P(1, 2) > ('a', 0)\nexcept TypeError as e: print(e)",
      "'<' not supported between instances of 'int' and 'str'\n'>' not supported between instances of 'int' and 'str'\n"
    ),
    (
      "class C:\n  def __iter__(self): print('iter'); return iter([1])\n  def __len__(self): print('len'); return 1\nlist(C())\ntuple(C())\nsorted(C())\n[*C()]\nset(C())\nsum(C())\n[].extend(C())\nx = [0]\nx[:] = C()\na, = C()\nprint(*C())\nany(C())\nmax(C())\ndict(zip(C(), C()))\nx += C()\n''.join(map(str, C()))",
      "iter\nlen\niter\nlen\niter\nlen\niter\nlen\niter\niter\niter\nlen\niter\niter\niter\nlen\n1\niter\niter\niter\niter\niter\nlen\niter\n"
    ),
    (
      "class C:\n  def __getitem__(self, i): return [1][i]\n  def __len__(self): return missing\ntry: list(C())\nexcept NameError as e: print(e)\nprint(set(C()))",
      "name 'missing' is not defined\n{1}\n"
    ),
    (
      "class C(list):\n  def __len__(self): return 'a'\nprint(list(C([1])))",
      "[1]\n"
    ),
    (
      "s = {1}\ntry: s.update([2, []])\nexcept TypeError as e: print(e)\nprint(s)\ntry: s.update((4, {}), [5])\nexcept TypeError as e: print(s)\ns |= {7}\ns.update('ab', range(2))\nprint(sorted(map(str, s)))",
      "unhashable type: 'list'\n{1, 2}\n{1, 2, 4}\n['0', '1', '2', '4', '7', 'a', 'b']\n"
    ),
    (
      "import collections\nc = collections.Counter('a')\ndel c['zz']\ndel c['a']\nprint(c)",
      "Counter()\n"
    ),
    (
      "import math\nfor x in ([], None, 'a', {}, b''):\n  try: math.trunc(x)\n  except TypeError as e: print(e)\nprint(math.trunc(2.7), math.trunc(True))",
      "type list doesn't define __trunc__ method\ntype NoneType doesn't define __trunc__ method\ntype str doesn't define __trunc__ method\ntype dict doesn't define __trunc__ method\ntype bytes doesn't define __trunc__ method\n2 1\n"
    ),
    (
      "import functools\n@functools.lru_cache\ndef f(): pass\ntry: f(**3)\nexcept TypeError as e: print(e)\ntry: f(*3)\nexcept TypeError as e: print(e)",
      "__main__.f() argument after ** must be a mapping, not int\n__main__.f() argument after * must be an iterable, not int\n"
    ),
    (
      "class B(int): pass\nprint(bool.from_bytes(b'\\2'), type(B.from_bytes(b'\\1')).__name__, int.from_bytes(b'\\xff', signed=True))",
      "True B -1\n"
    ),
    ("print(OSError('a', 'b', None).args, OSError('a', 'b', 'f').args)", "('a', 'b', None) ('a', 'b')\n"),
  ]) func printsWhatCPythonPrints(source: String, output: String) {
    #expect(PythonRun(source).outcome == output)
  }
}
