import Testing

/// `bytes` and `bytearray`: one implementation, two types.
@Suite struct BytesTests {
  private static let text: [Expression] = [
    Expression("b'hELLO wORLD'.capitalize()", "b'Hello world'"),
    Expression("b\"they're bill's\".title()", "b\"They'Re Bill'S\""),
    Expression("b'aB\\xe9'.swapcase()", "b'Ab\\xe9'"),
    Expression(
      "(b'Ab'.isalpha(), b'A1'.isalnum(), b''.isdigit(), b' \\x0b'.isspace(), b'A Title'.istitle(), b'\\xe9'.isascii())",
      "(True, True, False, True, True, False)"),
    Expression("b'ab'.center(7, b'*')", "b'***ab**'"),
    Expression("b'abc'.center(6, b'*')", "b'*abc**'"),
    Expression("bytearray(b'ab').rjust(4)", "bytearray(b'  ab')"),
    Expression("b'-7'.zfill(4)", "b'-007'"),
    Expression("b'a\\tbc\\td'.expandtabs(4)", "b'a   bc  d'"),
    Expression("b' \\x0ca \\n'.strip()", "b'a'"),
    Expression("b'xxaxx'.rstrip(b'x')", "b'xxa'"),
    Expression("b'prefix-a'.removeprefix(b'prefix-')", "b'a'"),
    Expression("b'abca'.translate(bytes.maketrans(b'ab', b'xy'), b'c')", "b'xyx'"),
    Expression("b'abc'.translate(None, delete=b'b')", "b'ac'"),
    Expression(
      "b'a'.center(5, 'x')", "TypeError: center() argument 2 must be a byte string of length 1, not str"),
    Expression("b'a'.translate(b'')", "ValueError: translation table must be 256 characters long"),
    Expression(
      "b'a'.expandtabs(2 ** 40 // 2 ** 8)", "OverflowError: Python int too large to convert to C int"),
  ]

  private static let searching: [Expression] = [
    Expression("b'banana'.find(b'an', 2)", "3"),
    Expression("b'banana'.rfind(97, -3, -1)", "3"),
    Expression("b'banana'.count(b'')", "7"),
    Expression("b'banana'.count(b'', 7)", "0"),
    Expression("b'banana'.index(b'x')", "ValueError: subsection not found"),
    Expression("b'banana'.startswith((b'x', bytearray(b'ba')))", "True"),
    Expression("b'banana'.endswith(b'', 7)", "False"),
    Expression("b'banana'.find(300)", "ValueError: byte must be in range(0, 256)"),
    Expression(
      "b'banana'.find('a', [])",
      "TypeError: slice indices must be integers or None or have an __index__ method"),
    Expression(
      "b'banana'.find('a')", "TypeError: argument should be integer or bytes-like object, not 'str'"),
    Expression("b'banana'.replace(b'a', b'oo', 2)", "b'boonoona'"),
    Expression("b'ab'.replace(b'', b'-')", "b'-a-b-'"),
    Expression("b'a,b,,c'.split(b',')", "[b'a', b'b', b'', b'c']"),
    Expression("b'a,b,,c'.rsplit(b',', 1)", "[b'a,b,', b'c']"),
    Expression("b' a  b '.split()", "[b'a', b'b']"),
    Expression("b' a  b '.split(None, 1)", "[b'a', b'b ']"),
    Expression("b' a  b '.rsplit(None, 1)", "[b' a', b'b']"),
    Expression("b'a\\nb\\r\\nc\\x0bd\\r'.splitlines()", "[b'a', b'b', b'c\\x0bd']"),
    Expression("b'a\\nb\\r\\nc\\r'.splitlines(True)", "[b'a\\n', b'b\\r\\n', b'c\\r']"),
    Expression("b'k=v=w'.partition(b'=')", "(b'k', b'=', b'v=w')"),
    Expression("b'k=v=w'.rpartition(bytearray(b'='))", "(b'k=v', bytearray(b'='), b'w')"),
    Expression("b'k'.rpartition(b'=')", "(b'', b'', b'k')"),
    Expression("b'a'.split(b'')", "ValueError: empty separator"),
  ]

  private static let making: [Expression] = [
    Expression("bytes(range(3))", "b'\\x00\\x01\\x02'"),
    Expression("bytes(3)", "b'\\x00\\x00\\x00'"),
    Expression("bytes('é', 'utf-8')", "b'\\xc3\\xa9'"),
    Expression("bytes([256])", "ValueError: bytes must be in range(0, 256)"),
    Expression("bytearray([256])", "ValueError: byte must be in range(0, 256)"),
    Expression("bytes('a')", "TypeError: string argument without an encoding"),
    Expression("bytes(1, 'utf-8')", "TypeError: encoding without a string argument"),
    Expression("bytes(None)", "TypeError: cannot convert 'NoneType' object to bytes"),
    Expression("bytes.fromhex('0a fF\\n')", "b'\\n\\xff'"),
    Expression(
      "bytes.fromhex('0')", "ValueError: non-hexadecimal number found in fromhex() arg at position 1"),
    Expression("bytearray.fromhex('4a')", "bytearray(b'J')"),
    Expression("b'\\x01\\x02\\x03\\x04\\x05'.hex('-', 2)", "'01-0203-0405'"),
    Expression("b'\\x01\\x02\\x03\\x04\\x05'.hex(b':', bytes_per_sep=-2)", "'0102:0304:05'"),
    Expression("b'a'.hex('ab')", "ValueError: sep must be length 1."),
    Expression("b', '.join([b'a', bytearray(b'b')])", "b'a, b'"),
    Expression("b''.join(['a'])", "TypeError: sequence item 0: expected a bytes-like object, str found"),
  ]

  private static let formatting: [Expression] = [
    Expression("b'%s: %5d|%-5b|%05.1f' % (b'a', 42, bytearray(b'b'), 2.25)", "b'a:    42|b    |002.2'"),
    Expression("b'%a %r %c %c %%' % ('é', b'x', 65, b'z')", "b\"'\\\\xe9' b'x' A z %\""),
    Expression("b'%(k)s' % {b'k': b'v'}", "b'v'"),
    Expression(
      "b'%s' % 'a'",
      "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"),
    Expression("b'%c' % 300", "OverflowError: %c arg not in range(256)"),
    Expression("b'%c' % 'a'", "TypeError: %c requires an integer in range(256) or a single byte"),
    Expression("b'%d' % 'a'", "TypeError: %d format: a real number is required, not str"),
    Expression("b'%d' % ()", "TypeError: not enough arguments for format string"),
    Expression("b'x' % 1", "TypeError: not all arguments converted during bytes formatting"),
    Expression("bytearray(b'%d') % 7", "bytearray(b'7')"),
  ]

  /// What changes a `bytearray`, as the value of `x` afterwards or the error.
  private static let changes: [(statement: String, result: String)] = [
    ("x.append(100)", "bytearray(b'abcd')"),
    ("x.append(256)", "ValueError: byte must be in range(0, 256)"),
    ("x.append('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
    ("x.extend([100, 101])", "bytearray(b'abcde')"),
    ("x.extend(1)", "TypeError: can't extend bytearray with int"),
    ("x.insert(-1, 88)", "bytearray(b'abXc')"),
    ("x.insert(9, 88)", "bytearray(b'abcX')"),
    ("x.pop()", "bytearray(b'ab')"),
    ("x.pop(0)", "bytearray(b'bc')"),
    ("x.pop(5)", "IndexError: pop index out of range"),
    ("x.remove(98)", "bytearray(b'ac')"),
    ("x.remove(1)", "ValueError: value not found in bytearray"),
    ("x.reverse()", "bytearray(b'cba')"),
    ("x.clear()", "bytearray(b'')"),
    ("x += b'de'", "bytearray(b'abcde')"),
    ("x += 'a'", "TypeError: can't concat str to bytearray"),
    ("x *= 2", "bytearray(b'abcabc')"),
    ("x[0] = 65", "bytearray(b'Abc')"),
    ("x[5] = 65", "IndexError: bytearray index out of range"),
    ("x[0] = 256", "ValueError: byte must be in range(0, 256)"),
    ("x['a'] = 1", "TypeError: bytearray indices must be integers or slices, not str"),
    ("x[1:] = b'xyz'", "bytearray(b'axyz')"),
    ("x[::2] = b'XY'", "bytearray(b'XbY')"),
    ("x[::2] = b'X'", "ValueError: attempt to assign bytes of size 1 to extended slice of size 2"),
    ("x[::2] = b''", "bytearray(b'b')"),
    ("x[1:] = [1, 2]", "bytearray(b'a\\x01\\x02')"),
    ("x[:] = 'a'", "TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)"),
    ("del x[0]", "bytearray(b'bc')"),
    ("del x[::2]", "bytearray(b'b')"),
    ("del x[5]", "IndexError: bytearray index out of range"),
  ]

  private static let comparing: [Expression] = [
    Expression(
      "bytearray(b'a') == b'a', b'a' == bytearray(b'a'), bytearray(b'a') < b'b'", "(True, True, True)"),
    Expression("b'a' + bytearray(b'b'), bytearray(b'a') + b'b'", "(b'ab', bytearray(b'ab'))"),
    Expression("2 * bytearray(b'ab')", "bytearray(b'abab')"),
    Expression("97 in bytearray(b'a'), b'b' in bytearray(b'abc')", "(True, True)"),
    Expression("300 in b''", "ValueError: byte must be in range(0, 256)"),
    Expression("'a' in bytearray()", "TypeError: a bytes-like object is required, not 'str'"),
    Expression("bytearray(b'abc')[-1], bytearray(b'abc')[::2]", "(99, bytearray(b'ac'))"),
    Expression("bytearray(b'abc')[3]", "IndexError: bytearray index out of range"),
    Expression("list(bytearray(b'ab'))", "[97, 98]"),
    Expression("hash(bytearray())", "TypeError: unhashable type: 'bytearray'"),
    Expression("bytearray(b\"'\"), bytearray(b'\"')", "(bytearray(b\"\\'\"), bytearray(b'\"'))"),
    Expression("bytearray(b'a') + 'b'", "TypeError: can't concat str to bytearray"),
  ]

  @Test(arguments: text + searching + making + formatting + comparing)
  func givesWhatCPythonGives(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: changes) func changesInPlace(_ statement: String, _ result: String) {
    let run = PythonRun("x = bytearray(b'abc')\n\(statement)\nprint(x)")
    #expect((run.failure ?? String(run.output.dropLast())) == result)
  }

  @Test func growsWithinLimits() {
    for growth in [
      "x *= 2", "x += x", "x.extend(x)", "x = x.replace(b'a', b'aa')", "x = x.center(len(x) * 2)",
    ] {
      let run = PythonRun("x = bytearray(b'a')\nwhile True:\n  \(growth)")
      #expect(run.failure?.hasPrefix("limit: ") == true, "\(growth): \(run.failure ?? "none")")
    }
  }
}
