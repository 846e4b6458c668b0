import Testing

/// `enum` (Library Reference, *Support for enumerations*).
@Suite struct EnumerationTests {
  private static let membersPreamble = """
    from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto
    import json
    class Color(Enum):
      RED = 1
      GREEN = 2
      CRIMSON = 1
    class S(str, Enum):
      X = 'x'
      Y = 'y'
    class I(IntEnum):
      A = 1
      B = 2
    class F(Flag):
      A = auto()
      B = auto()
      C = auto()
      AB = A | B
    class IF(IntFlag):
      A = 1
      B = 2
    class Empty(Enum): pass
    """

  @Test(arguments: [
    Expression("Color.RED", "<Color.RED: 1>"),
    Expression("Color(1)", "<Color.RED: 1>"),
    Expression("Color['RED']", "<Color.RED: 1>"),
    Expression("Color.CRIMSON is Color.RED", "True"),
    Expression("list(Color)", "[<Color.RED: 1>, <Color.GREEN: 2>]"),
    Expression("list(reversed(Color))", "[<Color.GREEN: 2>, <Color.RED: 1>]"),
    Expression("len(Color)", "2"),
    Expression(
      "Color.__members__",
      "mappingproxy({'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'CRIMSON': <Color.RED: 1>})"),
    Expression("(Color.RED.name, Color.RED.value)", "('RED', 1)"),
    Expression("Color.PINK", "AttributeError: PINK"),
    Expression("Color(3)", "ValueError: 3 is not a valid Color"),
    Expression("Color('z')", "ValueError: 'z' is not a valid Color"),
    Expression("Color['z']", "KeyError: 'z'"),
    Expression("Empty(1)", "TypeError: <enum 'Empty'> has no members defined"),
    Expression("Color()", "TypeError: EnumType.__call__() missing 1 required positional argument: 'value'"),
    Expression("Color.RED in Color", "True"),
    Expression("'RED' in Color", "TypeError: unsupported operand type(s) for 'in': 'str' and 'EnumType'"),
    Expression("1 in I", "TypeError: unsupported operand type(s) for 'in': 'int' and 'EnumType'"),
    Expression(
      "Color.RED < Color.GREEN",
      "TypeError: '<' not supported between instances of 'Color' and 'Color'"),
    Expression("Color.RED == 1", "False"),
    Expression("type(Color)", "<class 'enum.EnumType'>"),
    Expression("type(Color.RED)", "<enum 'Color'>"),
    Expression("Color", "<enum 'Color'>"),
    Expression("isinstance(Color.RED, Color)", "True"),
    Expression("{Color.RED: 1}[Color(1)]", "1"),
    Expression("setattr(Color, 'RED', 5)", "AttributeError: cannot reassign member 'RED'"),
    Expression(
      "setattr(Color.RED, 'value', 5)",
      "AttributeError: <enum 'Enum'> cannot set attribute 'value'"),
    Expression("delattr(Color, 'RED')", "AttributeError: 'Color' cannot delete member 'RED'."),
    Expression("Color.RED.missing", "AttributeError: 'Color' object has no attribute 'missing'"),
    Expression("sorted(Color)", "TypeError: '<' not supported between instances of 'Color' and 'Color'"),
    Expression("Color.mro()", "[<enum 'Color'>, <enum 'Enum'>, <class 'object'>]"),
    Expression("Color(1.0)", "<Color.RED: 1>"),
    Expression("Color([1])", "ValueError: [1] is not a valid Color"),
  ]) func members(_ row: Expression) {
    let source = """
      \(Self.membersPreamble)
      try: print(repr(\(row.source)))
      except Exception as e: print(type(e).__name__ + ": " + str(e))
      """
    #expect(PythonRun(source).outcome == row.expected + "\n")
  }

  private static let valuesPreamble = """
    from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto
    import json
    class Color(Enum):
      RED = 1
      GREEN = 2
      CRIMSON = 1
    class S(str, Enum):
      X = 'x'
      Y = 'y'
    class I(IntEnum):
      A = 1
      B = 2
    class F(Flag):
      A = auto()
      B = auto()
      C = auto()
      AB = A | B
    class IF(IntFlag):
      A = 1
      B = 2
    class Empty(Enum): pass
    """

  @Test(arguments: [
    Expression("I.A < 2", "True"),
    Expression("I.A + 1", "2"),
    Expression("sum(I)", "3"),
    Expression("[10, 20, 30][I.A]", "20"),
    Expression("'%d' % I.A", "'1'"),
    Expression("f'{I.A}'", "'1'"),
    Expression("format(I.A, '03d')", "'001'"),
    Expression("(str(I.A), repr(I.A))", "('1', '<I.A: 1>')"),
    Expression("I(True)", "<I.A: 1>"),
    Expression("2 ** I.B", "4"),
    Expression("isinstance(I.A, int)", "True"),
    Expression("S.X == 'x'", "True"),
    Expression("S.X + 'z'", "'xz'"),
    Expression("S.X.upper()", "'X'"),
    Expression("{'x': 1}[S.X]", "1"),
    Expression("S('x') is S.X", "True"),
    Expression("(str(S.X), f'{S.X}', '%s' % S.X)", "('S.X', 'S.X', 'S.X')"),
    Expression("'-'.join([S.X, S.Y])", "'x-y'"),
    Expression("'x'.startswith(S.X)", "True"),
    Expression("'abc'.replace('b', S.X)", "'axc'"),
    Expression("json.dumps({'a': S.X, 'b': I.A})", "'{\"a\": \"x\", \"b\": 1}'"),
    Expression("json.dumps(Color.RED)", "TypeError: Object of type Color is not JSON serializable"),
    Expression("S.X in ('x', 'y')", "True"),
    Expression("hash(S.X) == hash('x')", "True"),
    Expression("'{:>3}|{:d}'.format(I.A, I.B)", "'  1|2'"),
    Expression("list(Enum('Q', 'A B'))", "[<Q.A: 1>, <Q.B: 2>]"),
    Expression("list(IntEnum('Q', ['A', 'B'], start=5))", "[<Q.A: 5>, <Q.B: 6>]"),
    Expression("StrEnum('T', 'A B').A", "<T.A: 'a'>"),
  ]) func values(_ row: Expression) {
    let source = """
      \(Self.valuesPreamble)
      try: print(repr(\(row.source)))
      except Exception as e: print(type(e).__name__ + ": " + str(e))
      """
    #expect(PythonRun(source).outcome == row.expected + "\n")
  }

  private static let flagsPreamble = """
    from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto
    import json
    class Color(Enum):
      RED = 1
      GREEN = 2
      CRIMSON = 1
    class S(str, Enum):
      X = 'x'
      Y = 'y'
    class I(IntEnum):
      A = 1
      B = 2
    class F(Flag):
      A = auto()
      B = auto()
      C = auto()
      AB = A | B
    class IF(IntFlag):
      A = 1
      B = 2
    class Empty(Enum): pass
    """

  @Test(arguments: [
    Expression("F.A | F.B", "<F.AB: 3>"),
    Expression("F.A | F.C", "<F.A|C: 5>"),
    Expression("F(5)", "<F.A|C: 5>"),
    Expression("F(0)", "<F: 0>"),
    Expression("str(F(0))", "'F(0)'"),
    Expression("F(8)", "ValueError: <flag 'F'> invalid value 8\n    given 0b0 1000\n  allowed 0b0 0111"),
    Expression("F('a')", "ValueError: 'a' is not a valid F"),
    Expression("list(F)", "[<F.A: 1>, <F.B: 2>, <F.C: 4>]"),
    Expression("len(F)", "3"),
    Expression("F.A in F.AB", "True"),
    Expression("list(F.AB)", "[<F.A: 1>, <F.B: 2>]"),
    Expression("~F.A", "<F.B|C: 6>"),
    Expression("F.A & F.B", "<F: 0>"),
    Expression("F.A ^ F.AB", "<F.B: 2>"),
    Expression("F.A | 1", "TypeError: unsupported operand type(s) for |: 'F' and 'int'"),
    Expression("F(-1)", "<F.A|B|C: 7>"),
    Expression("bool(F(0))", "False"),
    Expression("(F.A | F.C).name", "'A|C'"),
    Expression("1 in F.A", "TypeError: unsupported operand type(s) for 'in': 'int' and 'F'"),
    Expression("IF.A | 8", "<IF.A|8: 9>"),
    Expression("~IF.A", "<IF.B: 2>"),
    Expression("IF.A | IF.B", "<IF.A|B: 3>"),
    Expression("str(IF.A | IF.B)", "'3'"),
    Expression("IF(9)", "<IF.A|8: 9>"),
    Expression("IF.A & 1", "<IF.A: 1>"),
    Expression("IF.A + 1", "2"),
    Expression("F", "<flag 'F'>"),
  ]) func flags(_ row: Expression) {
    let source = """
      \(Self.flagsPreamble)
      try: print(repr(\(row.source)))
      except Exception as e: print(type(e).__name__ + ": " + str(e))
      """
    #expect(PythonRun(source).outcome == row.expected + "\n")
  }

  @Test(arguments: [
    Program(
      "methods, properties and values of several parts",
      """
      from enum import Enum, IntEnum
      class Planet(Enum):
        EARTH = (5.97, 'blue')
        MARS = (0.64, 'red')
        def __init__(self, mass, color):
          self.mass = mass
          self.color = color
        @property
        def label(self): return f'{self.name}:{self.color}'
        @classmethod
        def of(cls, color): return next(p for p in cls if p.color == color)
        @staticmethod
        def count(): return len(Planet)
      print(Planet.MARS.mass, Planet.EARTH.label, Planet.of('red'), Planet.count(), Planet((5.97, 'blue')))
      class Level(IntEnum):
        LOW = 1
        HIGH = 2
        def __str__(self): return self.name.title()
      print(Level.HIGH, f'{Level.LOW}', max(Level), Level.LOW < Level.HIGH)
      """,
      prints: "0.64 EARTH:blue Planet.MARS 2 Planet.EARTH\nHigh Low High True\n"),
    Program(
      "auto, _missing_ and _generate_next_value_",
      """
      from enum import Enum, StrEnum, auto
      class A(Enum):
        X = auto()
        Y = 5
        Z = auto()
      class B(StrEnum):
        ONE = auto()
      class C(Enum):
        def _generate_next_value_(name, start, count, last): return name.lower()
        P = auto()
      class D(Enum):
        A = 1
        @classmethod
        def _missing_(cls, value): return cls.A if value == 9 else None
      print(list(A), repr(B.ONE), repr(C.P), D(9))
      try: D(8)
      except ValueError as e: print(e)
      """,
      prints: "[<A.X: 1>, <A.Y: 5>, <A.Z: 6>] <B.ONE: 'one'> <C.P: 'p'> D.A\n8 is not a valid D\n"),
    Program(
      "__new__ makes the value",
      """
      from enum import Enum
      class D(str, Enum):
        A = ('x', 'label')
        def __new__(cls, value, label):
          made = str.__new__(cls, value)
          made._value_ = value
          made.label = label
          return made
      print(repr(D.A), D.A.label, D('x') is D.A)
      """,
      prints: "<D.A: 'x'> label True\n"),
    Program(
      "wrong bodies are refused",
      """
      from enum import Enum, IntEnum, StrEnum, unique
      def twice():
        class D(Enum):
          A = 1
          A = 2
      def text():
        class D(StrEnum): A = 1
      def number():
        class D(IntEnum): A = 'x'
      def sunder():
        class D(Enum): _x_ = 1
      class Color(Enum): RED = 1
      def derive():
        class D(Color): pass
      def distinct():
        @unique
        class D(Enum):
          A = 1
          B = 1
      for bad in (twice, text, number, sunder, derive, distinct):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
      """,
      prints: """
        TypeError 'A' already defined as 1
        TypeError 1 is not a string
        ValueError invalid literal for int() with base 10: 'x'
        ValueError _sunder_ names, such as '_x_', are reserved for future Enum use
        TypeError <enum 'D'> cannot extend <enum 'Color'>
        ValueError duplicate values found in <enum 'D'>: B -> A

        """),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
