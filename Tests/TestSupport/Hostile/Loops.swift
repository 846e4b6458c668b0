extension HostileGroup {
  /// Loops without an end, in every form the syntax and the library have.
  static let loops = HostileGroup(
    "loops",
    [
      HostileProgram("while True: pass", "limit: steps"),
      HostileProgram("while True: continue", "limit: steps"),
      HostileProgram("x = 0\nwhile x >= 0: x += 1", "limit: steps"),
      HostileProgram("while True:\n  for i in range(3):\n    if i == 1: break", "limit: steps"),
      HostileProgram("while True:\n  while True: break\n  else: pass", "limit: steps"),
      HostileProgram("while True:\n  try: raise ValueError\n  except ValueError: pass", "limit: steps"),
      HostileProgram("while True:\n  try: pass\n  finally: continue", "limit: steps"),
      HostileProgram("try: pass\nfinally:\n  while True: pass", "limit: steps"),
      HostileProgram(
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass", "limit: steps"),
      HostileProgram(
        "while True:\n  try:\n    while True: pass\n  finally: continue", "limit: steps"),
      HostileProgram("x = [1]\nfor i in x: x[0] = i\nwhile x: x = x[:]", "limit: steps"),
      HostileProgram("for i in range(10 ** 12): pass", "limit: steps"),
      HostileProgram("[i for i in range(10 ** 12) if i < 0]", "limit: steps"),
      HostileProgram("any(False for i in range(10 ** 12))", "limit: steps"),
      HostileProgram("all(i + 1 for i in range(10 ** 12))", "limit: steps"),
      HostileProgram("sum(range(10 ** 12))", "limit: steps"),
      HostileProgram("max(range(10 ** 12))", "limit: steps"),
      HostileProgram("0.5 in range(10 ** 12)", "ends"),
      HostileProgram("'x' in iter(int, 1)", "limit: steps"),
      HostileProgram("for i in iter(int, 1): pass", "limit: steps"),
      HostileProgram("next(filter(None, iter(int, 1)))", "limit: steps"),
      HostileProgram("import itertools\nfor i in itertools.count(): pass", "limit: steps"),
      HostileProgram("import itertools\nfor i in itertools.cycle('ab'): pass", "limit: steps"),
      HostileProgram("import itertools\nfor i in itertools.repeat(0): pass", "limit: steps"),
      HostileProgram("import itertools\nfor i in itertools.permutations(range(40)): pass", "limit: steps"),
      HostileProgram(
        "import itertools\nfor i in itertools.combinations(range(60), 30): pass", "limit: steps"),
      HostileProgram(
        "import itertools\nfor i in itertools.product('ab', repeat=60): pass", "limit: steps"),
      HostileProgram(
        "import itertools\nnext(itertools.dropwhile(lambda x: True, itertools.count()))", "limit: steps"),
      HostileProgram(
        "import itertools\nfor i in zip(itertools.count(), itertools.count()): pass", "limit: steps"),
      HostileProgram("import itertools\nfor i in map(str, itertools.count()): pass", "limit: steps"),
      HostileProgram("import itertools\nmin(itertools.count())", "limit: steps"),
      HostileProgram("import functools, itertools\nfunctools.reduce(max, itertools.count())", "limit: steps"),
      HostileProgram("def g():\n  while True: yield 1\nfor i in g(): pass", "limit: steps"),
      HostileProgram(
        "def g():\n  while True: yield\na, b = g(), g()\nwhile True:\n  next(a)\n  next(b)", "limit: steps"),
      HostileProgram(
        "class C:\n  def __iter__(self): return self\n  def __next__(self): return 1\nfor i in C(): pass",
        "limit: steps"),
      HostileProgram(
        "class C:\n  def __getitem__(self, key): return key\nfor i in C(): pass", "limit: steps"),
      HostileProgram("class C:\n  def __getitem__(self, key): return key\n0.5 in C()", "limit: steps"),
      HostileProgram("class C:\n  def __bool__(self): return True\nwhile C(): pass", "limit: steps"),
      HostileProgram(
        "class C:\n  def __eq__(self, other):\n    while True: pass\nC() in [1]", "limit: steps"),
      HostileProgram(
        "class C:\n  def __lt__(self, other):\n    while True: pass\nsorted([C(), C()])", "limit: steps"),
      HostileProgram(
        "class C:\n  def __enter__(self): return self\n  def __exit__(self, *e):\n    while True: pass\nwith C(): raise ValueError",
        "limit: steps"),
      HostileProgram("class C:\n  def __del__(self):\n    while True: pass\nC()", "ends"),
      HostileProgram("import ipaddress\nfor i in ipaddress.ip_network('::/0'): pass", "limit: steps"),
      HostileProgram(
        "import ipaddress\nlist(ipaddress.ip_network('10.0.0.0/8').subnets(new_prefix=32))",
        "unsupported: ipaddress.IPv4Network.subnets"),
      HostileProgram("sorted(range(90000), key=lambda x: sorted(range(90000)))", "limit: steps"),
    ])
}
