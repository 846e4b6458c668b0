import Testing

/// `str` as a sequence of code points, and its `repr`.
/// Expectations are what CPython 3.11 prints.
@Suite struct StringModelTests {
  @Test(arguments: [
    Expression(#"len('e\u0301'), len('é'), len('😀'), len('\r\n')"#, "(2, 1, 1, 2)"),
    Expression(#"'e\u0301' == 'é'"#, "False"),
    Expression("'a😀b'[1]", "'😀'"),
    Expression("'a😀b'[-1]", "'b'"),
    Expression("'a😀b'[::-1]", "'b😀a'"),
    Expression("'abcdef'[1:-1:2]", "'bd'"),
    Expression("'abc'[5:]", "''"),
    Expression("'abc'[::0]", "ValueError: slice step cannot be zero"),
    Expression("'abc'[3]", "IndexError: string index out of range"),
    Expression("'abc'['a']", "TypeError: string indices must be integers, not 'str'"),
    Expression("list('añ')", "['a', 'ñ']"),
    Expression("'ab' * 2, 3 * 'x', 'a' * -1", "('abab', 'xxx', '')"),
    Expression("'Z' < 'a' < 'é'", "True"),
    Expression(#"{'e\u0301': 1, 'é': 2}"#, "{'é': 1, 'é': 2}"),
  ]) func lengthAndIndexCountCodePoints(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'a'", "'a'"),
    Expression(#""it's""#, #""it's""#),
    Expression(#"'say "x"'"#, #"'say "x"'"#),
    Expression(#"'both \' and "'"#, #"'both \' and "'"#),
    Expression(#"'tab\t nl\n cr\r back\\'"#, #"'tab\t nl\n cr\r back\\'"#),
    Expression(#"'\x00\x1f\x7f\x80\xa0\xad'"#, #"'\x00\x1f\x7f\x80\xa0\xad'"#),
    Expression(#"'\u200b\ue000\ufeff'"#, #"'\u200b\ue000\ufeff'"#),
    Expression(#"'\U0001f600é'"#, "'😀é'"),
    Expression(#"b'a\x00\'"\xff'"#, #"b'a\x00\'"\xff'"#),
    Expression("ascii('é😀')", #""'\\xe9\\U0001f600'""#),
  ]) func reprPrefersSingleQuotes(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }
}
