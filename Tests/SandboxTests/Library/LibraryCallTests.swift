import Sandbox
import Testing

/// Calls of the library that go wrong in CPython's words, and what random calls found.
@Suite struct LibraryCallTests {
  @Test(arguments: [
    Case(
      "list(itertools.islice('abc', 'x'))",
      "ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    Case(
      "list(itertools.islice('abc', 'x', 1))",
      "ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    Case(
      "list(itertools.islice('abc', 0, -2))",
      "ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    Case(
      "list(itertools.islice('abc', -1))",
      "ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    Case(
      "itertools.islice(0, 'a')",
      "ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    Case(
      "list(itertools.islice('abc', 0, 1, 0))",
      "ValueError: Step for islice() must be a positive integer or None."),
    Case(
      "list(itertools.islice('abc', None))",
      "['a', 'b', 'c']"),
    Case(
      "operator.concat(1, 2)",
      "TypeError: 'int' object can't be concatenated"),
    Case(
      "operator.concat([1], [2])",
      "[1, 2]"),
    Case(
      "operator.concat([1], 2)",
      "TypeError: can only concatenate list (not \"int\") to list"),
    Case(
      "operator.length_hint([], None)",
      "TypeError: 'NoneType' object cannot be interpreted as an integer"),
    Case(
      "functools.cache(1)",
      "TypeError: the first argument must be callable"),
    Case(
      "functools.lru_cache(1)(2)",
      "TypeError: the first argument must be callable"),
    Case(
      "uuid.UUID()",
      "TypeError: one of the hex, bytes, bytes_le, fields, or int arguments must be given"),
    Case(
      "datetime.datetime.min.timestamp()",
      "ValueError: year 0 is out of range"),
    Case(
      "datetime.datetime(1, 1, 2).timestamp()",
      "-62135510400.0"),
    Case(
      "datetime.datetime(5, 1, 1).ctime()",
      "'Sat Jan  1 00:00:00 0005'"),
    Case(
      "datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc).timetuple()[-1]",
      "-1"),
    Case(
      "datetime.datetime(2000, 1, 1).utctimetuple()[-1]",
      "0"),
    Case(
      "datetime.date(2 ** 31)",
      "OverflowError: signed integer is greater than maximum"),
    Case(
      "datetime.datetime.nothing",
      "AttributeError: type object 'datetime.datetime' has no attribute 'nothing'"),
    Case(
      "re.compile('a').findall(5, [])",
      "TypeError: 'list' object cannot be interpreted as an integer"),
    Case(
      "re.compile('a').sub(1, 2, 'x')",
      "TypeError: 'str' object cannot be interpreted as an integer"),
    Case(
      "re.compile('a').search('a', 2 ** 70)",
      "OverflowError: Python int too large to convert to C ssize_t"),
    Case(
      "re.Pattern.nothing",
      "AttributeError: type object 're.Pattern' has no attribute 'nothing'"),
    Case(
      "collections.abc.Set(3)",
      "TypeError: Set() takes no arguments"),
    Case(
      "collections.abc.Set()",
      "TypeError: Can't instantiate abstract class Set with abstract methods __contains__, __iter__, __len__"),
    Case(
      "uuid.UUID(int=2 ** 127)",
      "UUID('80000000-0000-0000-0000-000000000000')"),
    Case(
      "uuid.UUID(int=-1)",
      "ValueError: int is out of range (need a 128-bit value)"),
    Case(
      "uuid.UUID(int=2 ** 128)",
      "ValueError: int is out of range (need a 128-bit value)"),
    Case(
      "uuid.UUID(bytes=b'a')",
      "ValueError: bytes is not a 16-char string"),
    Case(
      "uuid.UUID(bytes=b'0123456789abcdef')",
      "UUID('30313233-3435-3637-3839-616263646566')"),
    Case(
      "uuid.UUID('a', int=1)",
      "TypeError: one of the hex, bytes, bytes_le, fields, or int arguments must be given"),
    Case(
      "operator.index(-2 ** 70)",
      "-1180591620717411303424"),
  ]) func callsEndAsInCPython(_ row: Case) {
    let imports = "import collections.abc, datetime, functools, itertools, operator, re, uuid"
    #expect(evaluate(row.code, after: imports) == row.value)
  }
}
