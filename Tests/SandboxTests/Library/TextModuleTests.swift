import Testing

/// `base64`, `fnmatch`, `shlex`, `difflib`, `urllib.parse`, `uuid` and `string` against CPython 3.11.
@Suite struct TextModuleTests {
  @Test(
    "encodes and decodes bytes",
    arguments: [
      Case(
        #"base64.b64decode('aGk='), base64.b64decode(b'aG k=\n'), base64.b64decode('aGk=!!', validate=False)"#,
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case("base64.b64decode('aGk')", "Error: Incorrect padding"),
      Case(
        "base64.b64decode('a')",
        "Error: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4"
      ),
      Case("base64.b64decode('aG!k', validate=True)", "Error: Only base64 data is allowed"),
      Case("base64.b64decode('é')", "ValueError: string argument should contain only ASCII characters"),
      Case(
        "base64.b64decode(5)",
        "TypeError: argument should be a bytes-like object or ASCII string, not 'int'"),
      Case(
        #"base64.b64encode(b'\x00\xff\x10'), base64.urlsafe_b64encode(b'\xfb\xff'), base64.urlsafe_b64decode('-_8=')"#,
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case("base64.b64encode('hi')", "TypeError: a bytes-like object is required, not 'str'"),
      Case(
        "base64.b32decode('ME======'), base64.b32encode(b'abc'), binascii.unhexlify('6869'), binascii.hexlify(b'hi')",
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case("base64.b32decode('me======')", "Error: Non-base32 digit found"),
      Case("binascii.unhexlify('686')", "Error: Odd-length string"),
      Case("binascii.unhexlify('zz')", "Error: Non-hexadecimal digit found"),
      Case("issubclass(binascii.Error, ValueError)", "True"),
    ])
  func encodesAndDecodesBytes(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "matches file name patterns",
    arguments: [
      Case(
        "[fnmatch.fnmatch('arn:aws:s3:::b', p) for p in ('arn:*:b', 'ARN*', '*s3*', '?rn*', '[a-b]rn*', '[!a]*', 'arn', '')]",
        "[True, False, True, True, True, False, False, False]"),
      Case(
        #"fnmatch.fnmatch('a[', 'a['), fnmatch.fnmatch('a\nb', 'a?b'), fnmatch.fnmatch('-', '[z--]'), fnmatch.fnmatch(']', '[]]')"#,
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case("fnmatch.filter(['ab', 'b'], 'a*')", "['ab']"),
      Case(
        "fnmatch.fnmatch(None, 'a*')",
        "TypeError: expected str, bytes or os.PathLike object, not NoneType"),
    ])
  func matchesFileNamePatterns(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "splits command lines",
    arguments: [
      Case(#"shlex.split("a 'b c' \"d \\\" \\n\" e\\ f ''")"#, #"['a', 'b c', 'd " \\n', 'e f', '']"#),
      Case(#"shlex.split("'a")"#, "ValueError: No closing quotation"),
      Case(#"shlex.split('a\\')"#, "ValueError: No escaped character"),
    ])
  func splitsCommandLines(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "compares sequences",
    arguments: [
      Case(
        "difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), difflib.SequenceMatcher(None, '', '').ratio()",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("difflib.SequenceMatcher(None, 'ab' * 150, 'ba' * 150).ratio()", "0.0"),
    ])
  func comparesSequences(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "takes URLs apart",
    arguments: [
      Case(
        "urlparse('https://u:p@Host.com:80/p;x?q=1#f')",
        "ParseResult(scheme='https', netloc='u:p@Host.com:80', path='/p', params='x', query='q=1', fragment='f')"
      ),
      Case(
        "urlparse('https://u:p@Host.com:80/p').hostname, urlparse('https://h:80/').port, urlparse('http://u:p@h').username",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "urlparse('//h/p').netloc, urlparse('mailto:a@b').path, urlparse('/p?q#f').query, urlparse('HTTP://a').geturl()",
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case(
        "urlsplit('https://[::1]:8/x').hostname, tuple(urlsplit('a:b')), urlparse('http://a')[1]",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case("urlparse('http://[::1')", "ValueError: Invalid IPv6 URL"),
      Case("urlparse('http://a:b').port", "ValueError: Port could not be cast to integer value as 'b'"),
      Case("urlparse('http://a:99999').port", "ValueError: Port out of range 0-65535"),
      Case(
        "parse_qs('a=1&a=2&b=&c&d=x+y%20z'), parse_qs('a=&b', keep_blank_values=True), parse_qsl('b=2&a=1')",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "unquote('a%20b%C3%A9%zz%ff'), quote('a b/é~'), quote_plus('a b/'), unquote_plus('a+b'), quote('a/b', safe='')",
        "TypeError: repr() takes exactly one argument (5 given)"),
    ])
  func takesURLsApart(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "reads UUIDs",
    arguments: [
      Case(
        "uuid.UUID('{12345678-1234-4678-9234-567812345678}'), str(uuid.UUID('12345678123446789234567812345678'))",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("uuid.UUID('12345678-1234-4678-9234-567812345678').version", "4"),
      Case("uuid.UUID('x')", "ValueError: badly formed hexadecimal UUID string"),
    ])
  func readsUUIDs(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }

  @Test(
    "has the constants of string",
    arguments: [
      Case(
        "string.ascii_letters, string.digits, string.punctuation",
        "TypeError: repr() takes exactly one argument (3 given)")
    ])
  func hasTheConstantsOfString(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after:
          "import base64, binascii, difflib, fnmatch, shlex, string, uuid\nfrom urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlparse, urlsplit"
      ) == example.value)
  }
}
