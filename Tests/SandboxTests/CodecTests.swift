import Testing

/// `str.encode` and `bytes.decode`: the codecs and their error handlers.
@Suite struct CodecTests {
  private static let names: [Expression] = [
    Expression("'a'.encode('UTF 16 LE')", "b'a\\x00'"),
    Expression("'a'.encode('iso 8859-1'), 'a'.encode('U8'), 'a'.encode('us-ascii')", "(b'a', b'a', b'a')"),
    Expression("'a'.encode('nope')", "LookupError: unknown encoding: nope"),
    Expression("''.encode('nope')", "LookupError: unknown encoding: nope"),
    Expression("b''.decode('nope')", "''"),
    Expression("'a'.encode('a\\x00')", "ValueError: embedded null character"),
    Expression("b'a'.decode(1)", "TypeError: decode() argument 'encoding' must be str, not int"),
    Expression(
      "b'a'.decode('utf-8', errors=1)", "TypeError: decode() argument 'errors' must be str, not int"),
  ]

  private static let encoding: [Expression] = [
    Expression("'a\\U0001f600'.encode('utf-16')", "b'\\xff\\xfea\\x00=\\xd8\\x00\\xde'"),
    Expression("'a\\U0001f600'.encode('utf-16-be')", "b'\\x00a\\xd8=\\xde\\x00'"),
    Expression(
      "'a\\U0001f600'.encode('utf-32')", "b'\\xff\\xfe\\x00\\x00a\\x00\\x00\\x00\\x00\\xf6\\x01\\x00'"),
    Expression("'é'.encode('utf-8-sig')", "b'\\xef\\xbb\\xbf\\xc3\\xa9'"),
    Expression(
      "'aéàb'.encode('ascii')",
      "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"),
    Expression(
      "'\\u20ac'.encode('latin-1')",
      "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 0: ordinal not in range(256)"
    ),
    Expression("'aé\\U0001f600'.encode('ascii', 'backslashreplace')", "b'a\\\\xe9\\\\U0001f600'"),
    Expression("'\\u20ac'.encode('ascii', 'xmlcharrefreplace')", "b'&#8364;'"),
    Expression(
      "'é\\u4e00\\uac00\\x80'.encode('ascii', 'namereplace')",
      "b'\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\N{CJK UNIFIED IDEOGRAPH-4E00}\\\\N{HANGUL SYLLABLE GA}\\\\x80'"
    ),
    Expression("'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'ignore')", "(b'?', b'')"),
    Expression(
      "'é'.encode('ascii', 'surrogateescape')",
      "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
    ),
    Expression("'é'.encode('ascii', 'nope')", "LookupError: unknown error handler name 'nope'"),
    Expression("'a'.encode('ascii', 'nope')", "b'a'"),
  ]

  private static let decoding: [Expression] = [
    Expression("b'\\xff\\xfea\\x00'.decode('utf-16'), b'\\xfe\\xff\\x00a'.decode('utf-16')", "('a', 'a')"),
    Expression(
      "b'abc'.decode('utf-16')",
      "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data"),
    Expression(
      "b'\\x00\\xd8a'.decode('utf-16-le')",
      "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data"),
    Expression(
      "b'\\x00\\xdca\\x00'.decode('utf-16-le')",
      "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding"),
    Expression(
      "b'\\x00\\xd8a\\x00'.decode('utf-16-le')",
      "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate"),
    Expression("b'\\x00\\xd8a\\x00b'.decode('utf-16-le', 'replace')", "'�a�'"),
    Expression("b'\\x00\\x00\\xfe\\xff\\x00\\x00\\x00a'.decode('utf-32')", "'a'"),
    Expression(
      "b'abcd'.decode('utf-32')",
      "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
    ),
    Expression(
      "b'\\x00\\xd8\\x00\\x00'.decode('utf-32-le')",
      "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)"
    ),
    Expression("b'a\\x00\\x00\\x00b'.decode('utf-32-le', 'backslashreplace')", "'a\\\\x62'"),
    Expression("b'\\xef\\xbb\\xbfa'.decode('utf-8-sig')", "'a'"),
    Expression(
      "b'a\\xffb'.decode()",
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"),
    Expression(
      "b'\\xe2\\x82'.decode()",
      "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"),
    Expression(
      "b'a\\xffb'.decode('ascii', 'replace'), b'a\\xffb'.decode('ascii', 'ignore')", "('a�b', 'ab')"),
    Expression("b'\\xff'.decode('utf-8', 'backslashreplace')", "'\\\\xff'"),
    Expression(
      "b'\\xff'.decode('utf-8', 'xmlcharrefreplace')",
      "TypeError: don't know how to handle UnicodeDecodeError in error callback"),
    Expression("b'\\xff'.decode('utf-8', 'nope')", "LookupError: unknown error handler name 'nope'"),
    Expression("str(bytearray(b'a'), 'ascii')", "'a'"),
  ]

  @Test(arguments: names + encoding + decoding)
  func givesWhatCPythonGives(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("'a'.encode('cp1252')", "unsupported: the encoding 'cp1252'"),
    Expression("'a'.encode('utf.8')", "unsupported: the encoding 'utf.8'"),
    Expression("'a'.encode('utf-7')", "unsupported: the encoding 'utf-7'"),
    Expression(
      "b'\\xff'.decode('utf-8', 'surrogateescape')",
      "unsupported: the error handler 'surrogateescape' where it makes a lone surrogate"),
  ]) func saysWhatIsMissing(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }
}
