import Testing

/// Wrong calls of built-in functions and methods, in CPython's words; and rare right ones.
@Suite struct CallTests {
  private static let calls: [Expression] = [
    Expression("True.bit_count(1)", "TypeError: int.bit_count() takes no arguments (1 given)"),
    Expression("format(0, None)", "TypeError: format() argument 2 must be str, not None"),
    Expression("str(encoding=1)", "TypeError: str() argument 'encoding' must be str, not int"),
    Expression("[].sort(reverse=())", "TypeError: 'tuple' object cannot be interpreted as an integer"),
    Expression("range(5).index(-0.0)", "0"),
    Expression("format('a', '\\u0663')", "'a  '"),
    Expression("'{\\u0661}{0[\\u0661]}'.format([4, 5], 6)", "'65'"),
    Expression(
      "'{0[99999999999999999999]}'.format([])", "ValueError: Too many decimal digits in format string"),
    Expression("range(5).index(1.5)", "ValueError: sequence.index(x): x not in sequence"),
    Expression("chr(2 ** 31)", "OverflowError: Python int too large to convert to C int"),
    Expression(
      "bool.conjugate('a')",
      "TypeError: descriptor 'conjugate' for 'int' objects doesn't apply to a 'str' object"),
    Expression(
      "ImportError(x=1)", "TypeError: 'x' is an invalid keyword argument for ImportError()"),
    Expression("enumerate()", "TypeError: enumerate() missing required argument 'iterable'"),
    Expression("enumerate(start=1)", "TypeError: 'start' is an invalid keyword argument for enumerate()"),
    Expression(
      "enumerate([], iterable=1)", "TypeError: 'iterable' is an invalid keyword argument for enumerate()"),
    Expression("enumerate([], 1, start=2)", "TypeError: enumerate() takes at most 2 arguments (3 given)"),
    Expression("list(enumerate(start=1, iterable='a'))", "[(1, 'a')]"),
    Expression("zip(x=1, y=2)", "TypeError: zip() takes at most 1 keyword argument (2 given)"),
    Expression("list(zip('ab', [1, 2], strict=True))", "[('a', 1), ('b', 2)]"),
    Expression(
      "'a'.find(1, 'x')", "TypeError: slice indices must be integers or None or have an __index__ method"),
    Expression(
      "'a'.startswith(1, [])", "TypeError: slice indices must be integers or None or have an __index__ method"
    ),
    Expression("'a'.splitlines(2 ** 40)", "OverflowError: Python int too large to convert to C int"),
    Expression("'a'.expandtabs(2 ** 40)", "OverflowError: Python int too large to convert to C int"),
    Expression("'a'.maketrans(x=1)", "TypeError: str.maketrans() takes no keyword arguments"),
    Expression("str.maketrans('a', 'bc', 1)", "TypeError: maketrans() argument 3 must be str, not int"),
    Expression("str.maketrans({True: 'x', 'b': None})", "{True: 'x', 98: None}"),
    Expression("'abc'.translate({97: True, 98: None, 99: 'xy'})", "'\\x01xy'"),
    Expression("'abc'.translate('x' * 98 + 'y')", "'xyc'"),
    Expression("'abc'.translate(1), ''.translate(1)", "TypeError: 'int' object is not subscriptable"),
    Expression("''.translate(1)", "''"),
    Expression("'a'.translate({97: 2.5})", "TypeError: character mapping must return integer, None or str"),
    Expression("'{a}-{b[0]}'.format_map({'a': 1, 'b': [2]})", "'1-2'"),
    Expression("'{}'.format_map({})", "ValueError: Format string contains positional fields"),
    Expression("'{a}'.format_map({})", "KeyError: 'a'"),
    Expression("'{:é}'.format('a')", "ValueError: Unknown format code '\\xe9' for object of type 'str'"),
    Expression(
      "slice(1, 5).indices(3), slice(None, None, -2).indices(10), slice(None, None, 7).indices(2)",
      "((1, 3, 1), (9, -1, -2), (0, 2, 7))"),
    Expression("slice(1).indices(-1)", "ValueError: length should not be negative"),
    Expression("slice(1, 5) < slice(1, 6)", "True"),
    Expression("sum([], bytearray())", "TypeError: sum() can't sum bytearray [use b''.join(seq) instead]"),
  ]

  private static let special: [Expression] = [
    Expression("[1].__getitem__()", "TypeError: list.__getitem__() takes exactly one argument (0 given)"),
    Expression(
      "{}.__contains__(1, 2)", "TypeError: dict.__contains__() takes exactly one argument (2 given)"),
    Expression("{}.__setitem__(1)", "TypeError:  expected 2 arguments, got 1"),
    Expression("'a'.__mul__()", "TypeError:  expected 1 argument, got 0"),
    Expression("'a'.__mul__('b')", "TypeError: 'str' object cannot be interpreted as an integer"),
    Expression("[1].__imul__(1.5)", "TypeError: 'float' object cannot be interpreted as an integer"),
    Expression("{1}.__ior__([2])", "NotImplemented"),
    Expression("(1).__radd__('a')", "NotImplemented"),
    Expression("'%s'.__rmod__(1)", "NotImplemented"),
    Expression(
      "bytearray(b'a').__eq__(b'a'), range(3).__eq__(1), range(3).__lt__(range(4))",
      "(True, NotImplemented, NotImplemented)"),
    Expression("{1: 2}.keys().__ge__({1})", "True"),
    Expression("[].__format__('x')", "TypeError: unsupported format string passed to list.__format__"),
    Expression("(1).__format__('x', 1)", "TypeError: int.__format__() takes exactly one argument (2 given)"),
    Expression("list([1, 2].__reversed__())", "[2, 1]"),
    Expression("[].__reversed__(1)", "TypeError: list.__reversed__() takes no arguments (1 given)"),
    Expression(
      "type([].__getitem__), type([].__len__)",
      "(<class 'builtin_function_or_method'>, <class 'method-wrapper'>)"),
  ]

  @Test(arguments: special) func callSpecialMethodsByName(_ call: Expression) {
    #expect(call.outcome == call.expected)
  }

  @Test(arguments: [
    ("math", "math.floor()", "TypeError: math.floor() takes exactly one argument (0 given)"),
    ("operator", "operator.eq(a=1)", "TypeError: _operator.eq() takes no keyword arguments"),
    ("time", "time.time(1)", "TypeError: time.time() takes no arguments (1 given)"),
    ("urllib.parse", "urllib.parse.urlsplit('//h').count('')", "4"),
  ]) func nameTheModule(_ module: String, _ call: String, _ outcome: String) {
    let run = PythonRun("import \(module)\nprint(repr(\(call)))")
    #expect((run.failure ?? String(run.output.dropLast())) == outcome)
  }

  @Test(arguments: calls) func endAsInCPython(_ call: Expression) {
    #expect(call.outcome == call.expected)
  }
}
