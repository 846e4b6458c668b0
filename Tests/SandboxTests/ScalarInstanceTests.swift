import Testing

/// Members of enumerations that are texts and numbers, where a plain text or number is expected.
@Suite struct ScalarInstanceTests {
  private static let operationsPreamble = """
    import re, json, math
    from datetime import datetime, timedelta
    from enum import Enum, IntEnum
    class S(str, Enum):
      A = 'abc'
      N = 'n'
      D = '5'
      P = r'\\d+'
    class I(IntEnum):
      ONE = 1
      TWO = 2
    class O: n = 7
    """

  @Test(arguments: [
    Expression("re.compile('b').sub('x', S.A)", "'axc'"),
    Expression("re.findall(S.P, '1 22')", "['1', '22']"),
    Expression("json.loads(S.D)", "5"),
    Expression("json.dumps({S.A: [S.A, I.ONE]})", "'{\"abc\": [\"abc\", 1]}'"),
    Expression("getattr(O, S.N)", "7"),
    Expression("timedelta(1) * I.TWO", "datetime.timedelta(days=2)"),
    Expression("I.TWO * timedelta(1)", "datetime.timedelta(days=2)"),
    Expression("datetime(2020, I.ONE, I.TWO)", "datetime.datetime(2020, 1, 2, 0, 0)"),
    Expression("math.sqrt(I.ONE)", "1.0"),
    Expression("int(S.D, 16)", "5"),
    Expression("float(S.D)", "5.0"),
    Expression("S.A.split(S.N)", "['abc']"),
    Expression("'xabcx'.strip(S.N)", "'xabcx'"),
    Expression("'%s|%r|%5s|%d' % (S.A, S.A, S.A, I.TWO)", "\"S.A|<S.A: 'abc'>|  S.A|2\""),
    Expression("'{0} {1:>4}'.format(S.A, I.ONE)", "'S.A    1'"),
    Expression("[1, 2, 3][I.ONE:]", "[2, 3]"),
    Expression("list(range(I.ONE, 4, I.TWO))", "[1, 3]"),
    Expression(
      "[max(I.ONE, 2), sum([I.ONE, 1.5]), round(I.TWO), divmod(I.TWO, I.ONE), pow(I.TWO, 3)]",
      "[2, 2.5, 2, (2, 0), 8]"),
    Expression("{1: 'b'}[I.ONE]", "'b'"),
    Expression("1 in [I.ONE]", "True"),
    Expression("{S.A} == {'abc'}", "True"),
    Expression("sorted([S.N, 'a', S.A])", "['a', <S.A: 'abc'>, <S.N: 'n'>]"),
    Expression("S.A in 'xabcx'", "True"),
    Expression("S.A[::-1]", "'cba'"),
    Expression("'x' + I.ONE", "TypeError: can only concatenate str (not \"I\") to str"),
    Expression("S.A + 1", "TypeError: can only concatenate str (not \"int\") to str"),
    Expression("I.ONE + 'x'", "TypeError: unsupported operand type(s) for +: 'I' and 'str'"),
    Expression("S.A < 1", "TypeError: '<' not supported between instances of 'S' and 'int'"),
    Expression("S.A < 'b'", "True"),
    Expression("'b' > S.A", "True"),
    Expression("{'abc': 1}.get(S.A)", "1"),
  ]) func operations(_ row: Expression) {
    let source = """
      \(Self.operationsPreamble)
      try: print(repr(\(row.source)))
      except Exception as e: print(type(e).__name__ + ": " + str(e))
      """
    #expect(PythonRun(source).outcome == row.expected + "\n")
  }
}
