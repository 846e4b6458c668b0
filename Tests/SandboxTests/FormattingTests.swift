import Testing

/// f-strings, `str.format`, `%` and format specifications.
/// Expectations are what CPython 3.11 prints.
@Suite struct FormattingTests {
  @Test(arguments: [
    Expression(
      "f'{-0.0:^ 07_}|{9:^07_o}|{-10:^ #040d}|{3.5:=07}'",
      "'0-0.000|0011000|000000000000000000-100000000000000000000|00003.5'"),
    Expression(
      "f'{-3.69e253:#.0}|{8000.0:-#0_.0}|{-8000.0:*>+#0,.0}|{1.5:#.0}|{1e10:#.3}'",
      "'-4.e+253|8.e+03|-8.e+03|2.e+00|1.00e+10'"),
    Expression("format(1, '-c')", "ValueError: Sign not allowed with integer format specifier 'c'"),
    Expression("format(1.5, ',c')", "ValueError: Cannot specify ',' with 'c'."),
    Expression("format(1, ',é')", "ValueError: Cannot specify ',' with '\\xe9'."),
    Expression(
      "format(1234567, ','), format(1234567, '_'), format(255, '#x'), format(5, '08b')",
      "('1,234,567', '1_234_567', '0xff', '00000101')"),
    Expression(
      "format(3.14159, '.2f'), format(2.5, '.0f'), format(0.5, '.0%'), format(1e10, 'g')",
      "('3.14', '2', '50%', '1e+10')"),
    Expression(
      "format(1234.5, '012,.2f'), format(-5, '=+8'), format(5, '+'), format(-0.0, 'z.1f')",
      "('0,001,234.50', '-      5', '+5', '0.0')"),
    Expression(
      "format('ab', '>5'), format('ab', '*^6'), format('abc', '.2'), format('ab', '5')",
      "('   ab', '**ab**', 'ab', 'ab   ')"),
    Expression(
      "format(1.5, ''), format(True, 'd'), format(True, ''), format(65, 'c')", "('1.5', '1', 'True', 'A')"),
    Expression(
      "format(1e-7, '.3'), format(123456.0, '.3'), format(100.0, '.3'), format(0.0001, '')",
      "('1e-07', '1.23e+05', '1e+02', '0.0001')"),
    Expression("format(float('inf'), '.1f'), format(float('nan'), '08.2f')", "('inf', '00000nan')"),
    Expression("format('a', 'd')", "ValueError: Unknown format code 'd' for object of type 'str'"),
    Expression("format(1, 's')", "ValueError: Unknown format code 's' for object of type 'int'"),
    Expression("format(1.5, 'd')", "ValueError: Unknown format code 'd' for object of type 'float'"),
    Expression("format([1], '5')", "TypeError: unsupported format string passed to list.__format__"),
    Expression("format('a', '=5')", "ValueError: '=' alignment not allowed in string format specifier"),
    Expression("format(1, '.2')", "ValueError: Precision not allowed in integer format specifier"),
    Expression("format(1, ',x')", "ValueError: Cannot specify ',' with 'x'."),
  ]) func formatSpecifications(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression(#"f'{1 + 1} {"a"!r:>5} {[1]}'"#, #""2   'a' [1]""#),
    Expression(#"f'{3.14159:.{2}f}|{"x":*^{5}}'"#, "'3.14|**x**'"),
    Expression("f'{{}} {None} {True}'", "'{} None True'"),
    Expression("'%c%c' % (65, True)", "'A\\x01'"),
    Expression("'{} {}'.format(1, 2)", "'1 2'"),
    Expression("'{1} {0} {a[k]} {b.real}'.format(1, 2, a={'k': 3}, b=4)", "'2 1 3 4'"),
    Expression("'{:>{}}'.format('x', 3)", "'  x'"),
    Expression("'{!r}'.format('x')", #""'x'""#),
    Expression(
      "'{} {0}'.format(1)",
      "ValueError: cannot switch from automatic field numbering to manual field specification"),
    Expression("'{2}'.format(1)", "IndexError: Replacement index 2 out of range for positional args tuple"),
    Expression("'{a}'.format()", "KeyError: 'a'"),
    Expression("'{'.format()", "ValueError: Single '{' encountered in format string"),
    Expression("'}'.format()", "ValueError: Single '}' encountered in format string"),
  ]) func formatStrings(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'%s %r %d %5.1f %x %%' % ('a', 'b', 3, 2.25, 255)", #""a 'b' 3   2.2 ff %""#),
    Expression("'%(a)s-%(b)03d' % {'a': 1, 'b': 2}", "'1-002'"),
    Expression("'%-5s|%5s|%.2s' % ('a', 'b', 'xyz')", "'a    |    b|xy'"),
    Expression("'%s' % [1, 2]", "'[1, 2]'"),
    Expression("'%s' % (1, 2)", "TypeError: not all arguments converted during string formatting"),
    Expression("'%d' % 'a'", "TypeError: %d format: a real number is required, not str"),
    Expression("'%s %s' % 1", "TypeError: not enough arguments for format string"),
    Expression("'%y' % 1", "ValueError: unsupported format character 'y' (0x79) at index 1"),
    Expression("'%' % ()", "ValueError: incomplete format"),
    Expression("'%e %g' % (12345.678, 1e-5)", "'1.234568e+04 1e-05'"),
  ]) func percentFormatting(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }
}
