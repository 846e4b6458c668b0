import Testing

/// Classes, instances, descriptors and special methods.
@Suite struct ClassTests {
  @Test(arguments: [
    Program(
      "methods resolve along the C3 order",
      """
      class A:
        def f(self): return 'A'
      class B(A):
        def f(self): return 'B' + super().f()
      class C(A):
        def f(self): return 'C' + super().f()
      class D(B, C):
        def f(self): return 'D' + super().f()
      print(D().f(), [c.__name__ for c in D.__mro__])
      """, prints: "DBCA ['D', 'B', 'C', 'A', 'object']\n"),
    Program(
      "properties, class methods and static methods",
      """
      class P:
        def __init__(self): self._x = 1
        @property
        def x(self): return self._x
        @x.setter
        def x(self, value): self._x = value * 2
        @property
        def fixed(self): return 5
        @classmethod
        def named(cls): return cls.__name__
        @staticmethod
        def double(v): return v * 2
      p = P()
      p.x = 4
      print(p.x, P.named(), p.named(), P.double(2))
      try: p.fixed = 1
      except AttributeError as e: print(e)
      """, prints: "8 P P 4\nproperty 'fixed' of 'P' object has no setter\n"),
    Program(
      "operators call special methods, the right one's reflected",
      """
      class V:
        def __init__(self, x): self.x = x
        def __repr__(self): return f'V({self.x})'
        def __eq__(self, other): return isinstance(other, V) and self.x == other.x
        def __lt__(self, other): return self.x < other.x
        def __add__(self, other): return V(self.x + (other.x if isinstance(other, V) else other))
        __radd__ = __add__
        def __len__(self): return self.x
        def __contains__(self, item): return item == 42
        def __getitem__(self, key): return key
        def __call__(self, *args, **kwargs): return args, kwargs
        def __iter__(self): return iter((1, 2))
        def __hash__(self): return hash(self.x)
        def __format__(self, spec): return 'F' + spec
      a, b = V(1), V(2)
      print(a == V(1), a != b, a < b, b > a, a + b, a + 1, 1 + a, sum([a, b]), len(b), 42 in a, a['k'])
      print(a(1, k=2), list(a), {a: 1}[V(1)], sorted([b, a]), f'{a:x}', bool(V(0)))
      try: a <= b
      except TypeError as e: print(e)
      try: a - b
      except TypeError as e: print(e)
      """,
      prints: """
        True True True True V(3) V(2) V(2) V(3) 2 True k
        ((1,), {'k': 2}) [1, 2] 1 [V(1), V(2)] Fx False
        '<=' not supported between instances of 'V' and 'V'
        unsupported operand type(s) for -: 'V' and 'V'

        """),
    Program(
      "iterators of the code's own",
      """
      class Count:
        def __init__(self): self.n = 0
        def __iter__(self): return self
        def __next__(self):
          self.n += 1
          if self.n > 3: raise StopIteration
          return self.n
      print(list(Count()), 2 in Count(), next(Count()))
      class Old:
        def __getitem__(self, i):
          if i > 1: raise IndexError
          return i * 10
      print(list(Old()), 10 in Old())
      """, prints: "[1, 2, 3] True 1\n[0, 10] True\n"),
    Program(
      "attribute errors name the class",
      """
      class A:
        def __getattr__(self, name):
          if name == 'ok': return 1
          raise AttributeError(name)
      class B: pass
      print(A().ok, hasattr(A(), 'no'), getattr(A(), 'no', 5))
      for f in (lambda: B().x, lambda: B.x, lambda: B()(), lambda: B()[0], lambda: len(B()), lambda: iter(B())):
        try: f()
        except (AttributeError, TypeError) as e: print(e)
      """,
      prints: """
        1 False 5
        'B' object has no attribute 'x'
        type object 'B' has no attribute 'x'
        'B' object is not callable
        'B' object is not subscriptable
        object of type 'B' has no len()
        'B' object is not iterable

        """),
    Program(
      "private names belong to their class",
      """
      class A:
        __secret = 1
        def get(self): return self.__secret
      print(A().get(), A._A__secret, hasattr(A(), '__secret'))
      """, prints: "1 1 False\n"),
    Program(
      "a class with __eq__ and no __hash__ can't be hashed",
      """
      class A:
        def __eq__(self, other): return True
      try: {A(): 1}
      except TypeError as e: print(e)
      """, prints: "unhashable type: 'A'\n"),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
