import Testing

/// The methods of `str`.
/// Expectations are what CPython 3.11 prints.
@Suite struct StringMethodTests {
  @Test(arguments: [
    Expression("'ß'.upper()", "'SS'"),
    Expression("'ΑΣ'.lower()", "'ας'"),
    Expression("'ΑΣΒ Σ'.lower()", "'ασβ σ'"),
    Expression("'İ'.lower()", "'i̇'"),
    Expression("'ﬁ'.upper()", "'FI'"),
    Expression("'STRASSE'.casefold() == 'straße'.casefold()", "True"),
    Expression(#""it's o'neil".title()"#, #""It'S O'Neil""#),
    Expression("'hello wORLD'.capitalize()", "'Hello world'"),
    Expression("'Hello'.swapcase()", "'hELLO'"),
    Expression("'ǆ'.title()", "'ǅ'"),
  ]) func caseMappingsAreFull(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("' a  b '.split()", "['a', 'b']"),
    Expression("'a,b,,c'.split(',')", "['a', 'b', '', 'c']"),
    Expression("'a,b,c'.split(',', 1)", "['a', 'b,c']"),
    Expression("'a,b,c'.rsplit(',', 1)", "['a,b', 'c']"),
    Expression("' a b c '.split(None, 1)", "['a', 'b c ']"),
    Expression("' a b c '.rsplit(maxsplit=1)", "[' a b', 'c']"),
    Expression("''.split()", "[]"),
    Expression("''.split(',')", "['']"),
    Expression("'x'.split('')", "ValueError: empty separator"),
    Expression(#"'a\r\nb\nc\x0bd'.splitlines()"#, "['a', 'b', 'c', 'd']"),
    Expression(#"'a\n\nb\n'.splitlines(True)"#, #"['a\n', '\n', 'b\n']"#),
    Expression("'k=v=w'.partition('=')", "('k', '=', 'v=w')"),
    Expression("'k=v=w'.rpartition('=')", "('k=v', '=', 'w')"),
    Expression("'kv'.partition('=')", "('kv', '', '')"),
    Expression("'kv'.rpartition('=')", "('', '', 'kv')"),
  ]) func splittingKeepsWhatCPythonKeeps(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'héllo'.find('l')", "2"),
    Expression("'héllo'.rfind('l')", "3"),
    Expression("'😀a😀'.index('a')", "1"),
    Expression("'abc'.find('c', 0, 2)", "-1"),
    Expression("'abc'.find('', 3)", "3"),
    Expression("'abc'.find('', 4)", "-1"),
    Expression("'aaaa'.count('aa')", "2"),
    Expression("'abc'.count('')", "4"),
    Expression("'abc'.index('x')", "ValueError: substring not found"),
    Expression("'abc'.startswith(('x', 'a'))", "True"),
    Expression("'abc'.startswith('b', 1)", "True"),
    Expression("'abc'.endswith('bc', 0, 2)", "False"),
    Expression(
      "'abc'.startswith(['a'])", "TypeError: startswith first arg must be str or a tuple of str, not list"),
    Expression(
      "'abc'.startswith(None)", "TypeError: startswith first arg must be str or a tuple of str, not NoneType"),
    Expression("'abc'.replace('', '-')", "'-a-b-c-'"),
    Expression("'aaa'.replace('a', 'b', 2)", "'bba'"),
    Expression("'abc'.replace('b', None)", "TypeError: replace() argument 2 must be str, not None"),
    Expression("'b' in 'abc'", "True"),
    Expression("None in 'abc'", "TypeError: 'in <string>' requires string as left operand, not NoneType"),
  ]) func searchingCountsCodePoints(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression(#"'\t x \u2003'.strip()"#, "'x'"),
    Expression("'xxaxx'.strip('x')", "'a'"),
    Expression("'xyaxy'.lstrip('yx')", "'axy'"),
    Expression("'abc'.rstrip('c')", "'ab'"),
    Expression("'abc'.strip(1)", "TypeError: strip arg must be None or str"),
    Expression("'prefix-x'.removeprefix('prefix-')", "'x'"),
    Expression("'x.py'.removesuffix('.py')", "'x'"),
    Expression("'ab'.center(5, '*')", "'**ab*'"),
    Expression("'ab'.center(4)", "' ab '"),
    Expression("'ab'.ljust(4, '.')", "'ab..'"),
    Expression("'ab'.rjust(4)", "'  ab'"),
    Expression("'-5'.zfill(4)", "'-005'"),
    Expression(#"'a\tb'.expandtabs(4)"#, "'a   b'"),
    Expression("'ab'.ljust(4, '..')", "TypeError: The fill character must be exactly one character long"),
  ]) func strippingAndPadding(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'abc1'.isalnum()", "True"),
    Expression(
      "'½'.isnumeric(), '½'.isdigit(), '²'.isdigit(), '²'.isdecimal()", "(True, False, True, False)"),
    Expression("'ABC'.isupper(), 'AbC'.isupper(), '1'.isupper()", "(True, False, False)"),
    Expression("'Ab Cd'.istitle(), 'AB'.istitle()", "(True, False)"),
    Expression(#"' \t'.isspace(), ''.isspace()"#, "(True, False)"),
    Expression(#"'\x7f'.isprintable(), 'é'.isprintable()"#, "(False, True)"),
    Expression("'a_1'.isidentifier(), '1a'.isidentifier()", "(True, False)"),
  ]) func classifying(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("','.join(['a', 'b'])", "'a,b'"),
    Expression("','.join('ab')", "'a,b'"),
    Expression("','.join({'k': 1})", "'k'"),
    Expression("','.join([1])", "TypeError: sequence item 0: expected str instance, int found"),
    Expression("','.join(None)", "TypeError: can only join an iterable"),
    Expression("'abc'.translate(str.maketrans('ab', 'xy', 'c'))", "'xy'"),
    Expression("'abc'.translate({97: None, 98: 'zz'})", "'zzc'"),
    Expression("str.lower('ABC')", "'abc'"),
    Expression(
      "str.lower(1)", "TypeError: descriptor 'lower' for 'str' objects doesn't apply to a 'int' object"),
    Expression(
      "'é'.encode(), 'é'.encode('latin-1'), 'é'.encode('ascii', 'replace')", #"(b'\xc3\xa9', b'\xe9', b'?')"#),
    Expression(
      "'é'.encode('ascii')",
      #"UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)"#
    ),
    Expression(
      #"b'\xff'.decode()"#,
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    Expression(
      #"b'ab\xc3'.decode()"#,
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 2: unexpected end of data"),
    Expression(#"b'h\x00i\x00'.decode('utf-16-le')"#, "'hi'"),
    Expression(#"b'\xffa'.decode('utf-8', 'replace')"#, "'�a'"),
  ]) func joiningAndTranslating(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'a'.lower(1)", "TypeError: str.lower() takes no arguments (1 given)"),
    Expression("'a'.join()", "TypeError: str.join() takes exactly one argument (0 given)"),
    Expression("'a'.replace('a')", "TypeError: replace expected at least 2 arguments, got 1"),
    Expression("'a'.split(1)", "TypeError: must be str or None, not int"),
    Expression("'a'.split(',', 1, 2)", "TypeError: split() takes at most 2 arguments (3 given)"),
    Expression("'a'.split(foo=1)", "TypeError: 'foo' is an invalid keyword argument for split()"),
    Expression("'a'.find()", "TypeError: find() takes at least 1 argument (0 given)"),
    Expression("'a'.foo", "AttributeError: 'str' object has no attribute 'foo'"),
    Expression("'a'.startswith()", "TypeError: startswith() takes at least 1 argument (0 given)"),
    Expression("'a'.zfill('x')", "TypeError: 'str' object cannot be interpreted as an integer"),
  ]) func wrongCallsAreRefusedInCPythonsWords(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }
}
