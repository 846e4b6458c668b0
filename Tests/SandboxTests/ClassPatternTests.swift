import Testing

/// Class patterns (Language Reference 8.6.4.10).
@Suite struct ClassPatternTests {
  @Test(arguments: [
    Program(
      "positions are named by __match_args__",
      """
      from dataclasses import dataclass
      import enum
      @dataclass
      class Pt:
        x: int
        y: int = 0
      class Q:
        __match_args__ = ('a',)
        def __init__(self, a): self.a = a
      class Color(enum.Enum):
        RED = 1
        GREEN = 2
      def f(v):
        match v:
          case Pt(0, 0): return 'origin'
          case Pt(x, y=5): return 'y5', x
          case Pt(x, y) if x == y: return 'diagonal', x
          case Pt(): return 'point'
          case Q(1 | 2 as n): return 'Q12', n
          case Q(a=z): return 'Q', z
          case Color.RED: return 'red'
          case int(n) if n > 100: return 'big', n
          case str(s): return 'str', s
          case dict(d): return 'dict', d
          case _: return 'other'
      print([f(v) for v in [Pt(0, 0), Pt(3, 5), Pt(2, 2), Pt(1, 2), Q(1), Q(9), Color.RED, Color.GREEN, 200, 5, 's', {}]])
      """,
      prints: """
        ['origin', ('y5', 3), ('diagonal', 2), 'point', ('Q12', 1), ('Q', 9), 'red', 'other', ('big', 200), 'other', ('str', 's'), ('dict', {})]

        """),
    Program(
      "wrong patterns are refused",
      """
      class Q: __match_args__ = ('a',)
      class None_: pass
      def one():
        match Q():
          case Q(1, 2): pass
      def two():
        match None_():
          case None_(1): pass
      def three():
        match 1:
          case int(1, 2): pass
      def four():
        match 1:
          case one(1): pass
      for bad in (one, two, three, four):
        try: bad()
        except TypeError as e: print(e)
      """,
      prints: """
        Q() accepts 1 positional sub-pattern (2 given)
        None_() accepts 0 positional sub-patterns (1 given)
        int() accepts 1 positional sub-pattern (2 given)
        called match pattern must be a type

        """),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
