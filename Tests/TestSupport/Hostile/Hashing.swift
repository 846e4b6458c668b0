extension HostileGroup {
  /// Keys chosen so that a table degenerates into a list, and hashes that cost or lie.
  static let hashing = HostileGroup(
    "hashing",
    [
      HostileProgram(
        "class C:\n  def __hash__(self): return 1\n  def __eq__(self, other): return False\nx = {C(): i for i in range(90000)}",
        "limit: steps"),
      HostileProgram(
        "class C:\n  def __hash__(self): return 1\nx = {C() for i in range(90000)}", "limit: steps"),
      HostileProgram("x = {i << 32: i for i in range(90000)}", "ends"),
      HostileProgram(
        "x = {i * (2 ** 61 - 1) for i in range(4)}\ny = {float(i * 2 ** 20) for i in range(90000)}", "ends"),
      HostileProgram("x = {(i, 0 - i) for i in range(50000)}", "ends"),
      HostileProgram("x = {frozenset([i, i + 1]) for i in range(20000)}", "ends"),
      HostileProgram("x = {frozenset([(i, 1), (i, 2)]) for i in range(20000)}", "ends"),
      HostileProgram("x = {'%08x' % i for i in range(90000)}", "ends"),
      HostileProgram("x = {b'%d' % i for i in range(50000)}", "ends"),
      HostileProgram("def f(): pass\nx = {}\nwhile True: x[lambda: 0] = 1", "limit: container size"),
      HostileProgram("x = {}\nwhile True: x[[].append] = 1", "limit: steps"),
      HostileProgram("x = {}\nwhile True:\n  x[1] = 1\n  del x[1]", "limit: steps"),
      HostileProgram("x = dict.fromkeys(range(50000))\nwhile x: del x[next(iter(x))]", "limit: steps"),
      HostileProgram("x = set(range(50000))\nwhile x: x.pop()", "limit: steps"),
      HostileProgram("x = dict.fromkeys(range(50000))\nwhile True: next(iter(x.values()))", "limit: steps"),
      HostileProgram("x = 'a' * 1000000\nwhile True: {x: 1}", "limit: steps"),
      HostileProgram("x = tuple(range(90000))\nwhile True: {x: 1}", "limit: steps"),
      HostileProgram("x = frozenset(range(90000))\nwhile True: {x: 1}", "limit: steps"),
      HostileProgram(
        "class C:\n  def __hash__(self): return 10 ** 18\nwhile True: {C(): 1}", "limit: steps"),
      HostileProgram(
        "class C:\n  def __hash__(self): return 'a'\n{C(): 1}",
        "TypeError: __hash__ method should return an integer"),
      HostileProgram("{[]: 1}", "TypeError: unhashable type: 'list'"),
      HostileProgram(
        "x = {1: 1}\nfor k in x: x[k + 1] = 1", "RuntimeError: dictionary changed size during iteration"),
      HostileProgram("x = {1}\nfor k in x: x.add(k + 1)", "RuntimeError: Set changed size during iteration"),
      HostileProgram(
        "class C:\n  def __hash__(self): return 1\n  def __eq__(self, other):\n    x.clear()\n    return False\nx = {C(): 1, 2: 2}\nx[C()] = 3\nx[C()] = 4",
        "ends"),
      HostileProgram(
        "class C:\n  def __lt__(self, other):\n    x.append(C())\n    return True\nx = [C(), C()]\nx.sort()",
        "ValueError: list modified during sort"),
      HostileProgram(
        "class C:\n  def __eq__(self, other):\n    x.clear()\n    return False\nx = [C()] * 10\nx == [1] * 10",
        "ends"),
    ])
}
