import Testing

/// The text modules: `string`, `textwrap`, `html`, `shlex`, `os.path`, `urllib.parse`, and encodings, with CPython 3.11's answers.
@Suite struct LibraryTextTests {
  private static let imports =
    "import base64, binascii, bisect, calendar, collections, copy, datetime, difflib, fnmatch, functools, hashlib, heapq, hmac, html, ipaddress, itertools, json, logging, math, operator, os, os.path, random, shlex, statistics, string, sys, textwrap, time, urllib.parse, uuid, warnings, zoneinfo"

  @Test(
    "templates are filled",
    arguments: [
      Case("string.Template('$a ${b}s $$ $').safe_substitute(a=1)", "'1 ${b}s $ $'"),
      Case("string.Template('$a ${b}s $$').substitute({'a': 1}, b='x')", "'1 xs $'"),
      Case("string.Template('$a').substitute()", "KeyError: 'a'"),
      Case(
        "string.Template('x\\n $').substitute()", "ValueError: Invalid placeholder in string: line 2, col 2"),
      Case("string.Template('$x ${y} $$').get_identifiers()", "['x', 'y']"),
      Case("string.Template('$').is_valid()", "False"),
      Case("(string.capwords(' foo  bar-baz '), string.capwords('a-b', '-'))", "('Foo Bar-baz', 'A-B')"),
    ])
  func templatesAreFilled(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "text is wrapped",
    arguments: [
      Case(
        "textwrap.wrap('The quick brown fox, well-known for jumping.', 12)",
        "['The quick', 'brown fox,', 'well-known', 'for jumping.']"),
      Case("textwrap.fill('a bb ccc dddd', 5)", "'a bb\\nccc\\ndddd'"),
      Case("textwrap.shorten('Hello  world of text', width=12)", "'Hello [...]'"),
      Case("textwrap.dedent('\\n  a\\n    b\\n  c')", "'\\na\\n  b\\nc'"),
      Case("textwrap.indent('a\\n\\nb', '> ')", "'> a\\n\\n> b'"),
      Case("textwrap.wrap('abc', 0)", "ValueError: invalid width 0 (must be > 0)"),
      Case(
        "textwrap.TextWrapper(width=10, initial_indent='* ').wrap('alpha beta gamma')",
        "['* alpha', 'beta gamma']"),
    ])
  func textIsWrapped(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "markup is escaped",
    arguments: [
      Case("html.escape('<a href=\"x\">&\\'</a>')", "'&lt;a href=&quot;x&quot;&gt;&amp;&#x27;&lt;/a&gt;'"),
      Case("html.escape('\"', quote=False)", "'\"'"),
      Case("html.unescape('&lt;p&gt; &amp;amp; &#38; &#x41;&quot;')", "'<p> &amp; & A\"'"),
      Case("html.escape(1)", "AttributeError: 'int' object has no attribute 'replace'"),
    ])
  func markupIsEscaped(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "words of a shell",
    arguments: [
      Case(
        "(shlex.quote('a b'), shlex.quote(''), shlex.quote(\"it's\"), shlex.quote('safe-1.0'))",
        "(\"'a b'\", \"''\", '\\'it\\'\"\\'\"\\'s\\'', 'safe-1.0')"),
      Case("shlex.join(['ls', '-l', 'a b'])", "\"ls -l 'a b'\""),
      Case("shlex.quote(1)", "TypeError: expected string or bytes-like object, got 'int'"),
    ])
  func wordsOfAShell(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "paths are texts",
    arguments: [
      Case(
        "(os.path.join('a', '/b', 'c', ''), os.path.split('/a/b'), os.path.basename('a/b.txt'), os.path.dirname('/a'), os.path.splitext('x/.a.tar.gz'))",
        "('/b/c/', ('/a', 'b'), 'b.txt', '/', ('x/.a.tar', '.gz'))"),
      Case(
        "(os.path.normpath('//a/./b/../../c'), os.path.isabs('/a'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b', '/a/c']), os.path.splitext('.bashrc'))",
        "('//c', True, 'ab', '/a', ('.bashrc', ''))"),
      Case(
        "os.path.join('a', 1)",
        "TypeError: join() argument must be str, bytes, or os.PathLike object, not 'int'"),
      Case("os.path.basename(None)", "TypeError: expected str, bytes or os.PathLike object, not NoneType"),
      Case("os.path.commonpath(['/a', 'a'])", "ValueError: Can't mix absolute and relative paths"),
      Case("(os.path.sep, os.path.pardir)", "('/', '..')"),
    ])
  func pathsAreTexts(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "urls are put together",
    arguments: [
      Case(
        "(urllib.parse.urljoin('http://a/b/c/d;p?q', '../g'), urllib.parse.urljoin('http://a/b', '//x/y'), urllib.parse.urljoin('http://a/b/', '?z'))",
        "('http://a/b/g', 'http://x/y', 'http://a/b/?z')"),
      Case(
        "(urllib.parse.urlencode({'a': 1, 'b c': 'x&y'}), urllib.parse.urlencode([('a', [1, 2])], doseq=True), urllib.parse.urlencode({'a': 'x y'}, quote_via=urllib.parse.quote))",
        "('a=1&b+c=x%26y', 'a=1&a=2', 'a=x%20y')"),
      Case(
        "(urllib.parse.urlunparse(urllib.parse.urlparse('https://u@h:1/p;x?q=1#f')), urllib.parse.urlunsplit(('http', 'h', 'p', '', '')))",
        "('https://u@h:1/p;x?q=1#f', 'http://h/p')"),
      Case("urllib.parse.urlencode('x')", "TypeError: not a valid non-string sequence or mapping object"),
      Case(
        "(urllib.parse.unquote_to_bytes('a%20%zz'), urllib.parse.quote_from_bytes(b'a\\xff /'))",
        "(b'a %zz', 'a%FF%20/')"),
    ])
  func urlsArePutTogether(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "bytes are encoded",
    arguments: [
      Case(
        "(base64.b16encode(b'\\x01\\xff'), base64.b16decode('01ff', casefold=True), base64.b85encode(b'hello'), base64.b85decode(b'Xk~0{Zv'), base64.a85encode(b'test\\0\\0\\0\\0'), base64.encodebytes(b'a' * 60))",
        "(b'01FF', b'\\x01\\xff', b'Xk~0{Zv', b'hello', b'FCfN8z', b'YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\\nYWFh\\n')"
      ),
      Case(
        "(base64.b64encode(b'\\xfb\\xff', altchars=b'-_'), base64.b64decode('-_8=', altchars='-_'), base64.b32hexencode(b'hi'))",
        "(b'-_8=', b'\\xfb\\xff', b'D1KG====')"),
      Case("base64.b16decode('0g')", "Error: Non-base16 digit found"),
      Case("base64.b85decode('\"')", "ValueError: bad base85 character at position 0"),
      Case(
        "(binascii.crc32(b'hello'), binascii.b2a_base64(b'x'), binascii.b2a_base64(b'x', newline=False), binascii.a2b_base64('eA=='))",
        "(907060870, b'eA==\\n', b'eA==', b'x')"),
    ])
  func bytesAreEncoded(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "digests",
    arguments: [
      Case(
        "(hashlib.md5(b'abc').hexdigest(), hashlib.sha1(b'abc').hexdigest())",
        "('900150983cd24fb0d6963f7d28e17f72', 'a9993e364706816aba3e25717850c26c9cd0d89d')"),
      Case(
        "hashlib.sha256(b'').hexdigest()",
        "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"),
      Case(
        "hashlib.sha224(b'abc' * 100).hexdigest()",
        "'4576cbf15ad42f58012675db87e85668c6596c9e72f832cf07b55962'"),
      Case(
        "hashlib.sha384(b'abc').hexdigest()",
        "'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'"),
      Case(
        "hashlib.sha512(b'x' * 250).hexdigest()",
        "'4a30358bc06f0bee5e204134116809e48f31c4bdfad13ed42c1c3087d9281ff1208bbb09b0b45e971566fe5f13ea816483f8104eb4ac25b45b144ba8957bbc9c'"
      ),
      Case(
        "h = hashlib.sha256() ;; h.update(b'a' * 63) ;; h.update(b'b' * 66) ;; (h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().digest() == h.digest())",
        "('597718753d2c5aa43858294e5ea647b955a8bb70a56dbdaea116bff13c058656', 'sha256', 32, 64, True)"),
      Case("hashlib.md5('a')", "TypeError: Strings must be encoded before hashing"),
      Case("hashlib.new('sha1', b'x').hexdigest()", "'11f6ad8ec52a2984abaafd7c3b516503785c2072'"),
      Case("hashlib.sha256(1)", "TypeError: object supporting the buffer API required"),
      Case(
        "(hmac.new(b'key', b'msg', hashlib.sha256).hexdigest(), hmac.new(b'k' * 99, b'msg', 'sha1').hexdigest())",
        "('2d93cbc1be167bcb1637a4a23cbff01a7878f0c50ee833954ea5221bb1b8c628', 'c5069be06e641d0c3605eebfa13069731df95e1b')"
      ),
      Case("(hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))", "(True, False)"),
      Case("hmac.new(b'k', b'm')", "TypeError: Missing required parameter 'digestmod'."),
    ])
  func digests(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }
}
