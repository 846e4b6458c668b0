extension HostileGroup {
  /// Catastrophic patterns, large patterns, large replacements.
  static let regex = HostileGroup(
    "regex",
    [
      re("re.match('(a*)*b', 'a' * 5000)", "limit: regular expression work"),
      re("re.match('(a+)+$', 'a' * 40 + 'b')", "limit: regular expression work"),
      re("re.match('(a|aa)+$', 'a' * 200 + 'b')", "limit: regular expression work"),
      re("re.match('(a|a)*$', 'a' * 40 + 'b')", "ends"),
      re("re.match('(.*)*x', 'a' * 10000)", "limit: regular expression work"),
      re("re.match('^(\\\\w+\\\\s?)*$', 'word ' * 30 + '!')", "limit: regular expression work"),
      re("re.match('(?:a?){40}a{40}', 'a' * 40)", "limit: regular expression work"),
      re("re.search('(x+x+)+y', 'x' * 100)", "limit: regular expression work"),
      re("re.search('.*.*.*=.*', 'x' * 5000)", "limit: regular expression work"),
      re("re.search('a.*b.*c.*d', 'abc' * 5000)", "limit: regular expression work"),
      re("re.search('(?=(a+)+$)b', 'a' * 40)", "ends"),
      re("re.search('(?<!a)(b|bb)+$', 'b' * 60 + 'c')", "limit: regular expression work"),
      re("re.match(r'(a+)+\\1$', 'a' * 41 + 'b')", "limit: regular expression work"),
      re(
        "re.match('([a-zA-Z0-9])(([\\\\-.]|[_]+)?([a-zA-Z0-9]+))*(@)', 'a' * 60)",
        "limit: regular expression work"),
      re("re.sub('', '-', 'a' * 1000000)", "limit: container size"),
      re("while True: re.findall('a', 'a' * 50000)", "limit: regular expression work"),
      re("while True: re.match('a', 'a')", "limit: steps"),
      re("i = 0\nwhile True:\n  re.compile('a{%d}' % i)\n  i += 1", "limit: memory"),
      re("while True: re.split('', 'a' * 10000)", "limit: regular expression work"),
      re("re.compile('(' * 5000 + ')' * 5000)", "limit: regular expression work"),
      re("re.compile('(?:' * 100000)", "limit: memory"),
      re("re.compile('a|' * 100000)", "limit: regular expression work"),
      re("re.compile('[' + 'a-z' * 100000 + ']')", "limit: memory"),
      re("re.compile('(a{1000}){1000}')", "ends"),
      re("re.compile('a{4294967294}')", "ends"),
      re("re.compile('a{99999999999}')", "OverflowError: the repetition number is too large"),
      re("re.compile('?')", "error: nothing to repeat at position 0"),
      re("re.compile('a' * 1000000)", "limit: steps"),
      re("re.compile('(?i)' + 'é' * 100000)", "limit: regular expression work"),
      re("re.sub('a', 'b' * 1000, 'a' * 10000)", "limit: string length"),
      re("re.sub('(a)', r'\\1' * 1000, 'a' * 10000)", "limit: string length"),
      re("re.sub('a', lambda m: 'b' * 100000, 'a' * 10000)", "limit: string length"),
      re("x = list(re.finditer('a', 'a' * 90000))", "ends"),
      re("re.escape('\\n' * 600000)", "limit: string length"),
      HostileProgram("import fnmatch\nfnmatch.fnmatch('a' * 5000, '*a' * 50 + 'b')", "ends"),
      HostileProgram("import fnmatch\nwhile True: fnmatch.fnmatch('a' * 1000, '*a*a*a*b')", "limit: steps"),
    ])

  private static func re(_ source: String, _ end: String) -> HostileProgram {
    HostileProgram("import re\n" + source, end)
  }
}
