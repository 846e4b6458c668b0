import Testing

/// `re` on bytes, and the words of wrong calls.
@Suite struct RegexBytesTests {
  @Test(
    arguments: [
      Expression(#"re.findall(b'\\w+', b'ab \xe9 c')"#, #"[b'ab', b'c']"#),
      Expression(#"re.search(b'(?i)\xe9', b'\xc9')"#, #"None"#),
      Expression(
        #"re.search(b'[\\x80-\\xff]+', b'a\xe9\xfe')"#, #"<re.Match object; span=(1, 3), match=b'\xe9\xfe'>"#),
      Expression(#"re.findall(b'(a)(b)?', b'abac')"#, #"[(b'a', b'b'), (b'a', b'')]"#),
      Expression(#"re.split(b'(,)', b'a,b')"#, #"[b'a', b',', b'b']"#),
      Expression(#"re.subn(b'a(n)', b'[\\1]', b'banana')"#, #"(b'b[n][n]a', 2)"#),
      Expression(#"re.sub(b'a', lambda m: m.group().upper(), b'banana')"#, #"b'bAnAnA'"#),
      Expression(#"re.sub(b'a', b'x', bytearray(b'banana'))"#, #"b'bxnxnx'"#),
      Expression(#"re.match(b'a', bytearray(b'a')).string"#, #"bytearray(b'a')"#),
      Expression(
        #"re.compile(b'a', re.I), re.compile(b'a').flags"#, #"(re.compile(b'a', re.IGNORECASE), 0)"#),
      Expression(#"re.compile(b'a') == re.compile('a')"#, #"False"#),
      Expression(#"re.escape(b'a.b\xff')"#, #"b'a\\.b\xff'"#),
      Expression(#"re.match(b'(a)', b'a').expand(b'<\\1>')"#, #"b'<a>'"#),
      Expression(#"re.match(b'a', 'a')"#, #"TypeError: cannot use a bytes pattern on a string-like object"#),
      Expression(
        #"re.match('a', bytearray(b'a'))"#, #"TypeError: cannot use a string pattern on a bytes-like object"#),
      Expression(#"re.compile(b'a', re.U)"#, #"ValueError: cannot use UNICODE flag with a bytes pattern"#),
      Expression(#"re.compile(b'a', re.A | re.L)"#, #"ValueError: ASCII and LOCALE flags are incompatible"#),
      Expression(
        #"re.compile(b'(?u)a')"#,
        #"error: bad inline flags: cannot use 'u' flag with a bytes pattern at position 3"#),
      Expression(#"re.compile(b'\\u1234')"#, #"error: bad escape \u at position 0"#),
      Expression(
        #"re.compile(b'[\xe9-\\d]')"#, #"error: bad character range \xe9-\d at position 1"#),
      Expression(#"re.compile(bytearray(b'a'))"#, #"TypeError: unhashable type: 'bytearray'"#),
      Expression(#"re.compile(([],))"#, #"TypeError: unhashable type: 'list'"#),
      Expression(
        #"re.sub(b'a', 'x', b'banana')"#,
        #"TypeError: sequence item 1: expected a bytes-like object, str found"#),
      Expression(
        #"re.sub('a', b'x', 'banana'), re.sub('a', b'x', 'b')"#,
        #"TypeError: sequence item 1: expected str instance, bytes found"#),
      Expression(
        #"re.sub('a', None, 'banana')"#,
        #"TypeError: decoding to str: need a bytes-like object, NoneType found"#),
      Expression(#"re.sub('a', [], 'banana')"#, #"TypeError: unhashable type: 'list'"#),
      Expression(
        #"re.sub(b'a', bytearray(b'\\g<0>'), b'banana')"#, #"TypeError: unhashable type: 'bytearray'"#),
      Expression(
        #"re.escape(None)"#, #"TypeError: decoding to str: need a bytes-like object, NoneType found"#),
      Expression(#"re.match('a', 'a').start(0, 1)"#, #"TypeError: start expected at most 1 argument, got 2"#),
      Expression(#"re.match('(a)(b)?', 'a').regs"#, #"((0, 1), (0, 1), (-1, -1))"#),
      Expression(#"re.compile('a').match('ba', 1, 100).endpos"#, #"2"#),
      Expression(
        #"re.match('a' * 60, 'a' * 60)"#,
        #"<re.Match object; span=(0, 60), match='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>"#),
    ])
  func givesWhatCPythonGives(_ expression: Expression) {
    let run = PythonRun("import re\nprint(repr((\(expression.source))))")
    #expect((run.failure ?? String(run.output.dropLast())) == expression.expected)
  }
}
