/// Objects whose methods are called, by the name of their type.
enum Receivers {
  static let builtins: [String: [String]] = [
    "bool": ["True"],
    "bytearray": [
      "bytearray()", "bytearray(b'a')", "bytearray(b'Ab c')", "bytearray(b' x,y  z ')",
      "bytearray(b'\\xff\\x00')",
    ],
    "bytes": [
      "b''", "b'a'", "b'Ab c'", "b' x y  z '", "b'a,b,,c'", "b'\\xff\\xfea\\x00'", "b'a\\nb\\r\\nc'",
      "b'\\t1\\t22'",
      "b'-5'", "b'%s-%d'", "b'aaaa'", "b'\\xe2\\x82\\xac'",
    ],
    "dict": ["{}", "{'a': 1}", "{1: 2, 'b': None}", "{(): [1]}"],
    "float": ["1.5", "-0.0", "1e300", "float('inf')", "float('nan')", "2.0"],
    "frozenset": ["frozenset()", "frozenset({1})", "frozenset({1, 2})"],
    "int": ["0", "1", "-7", "255", "2 ** 40", "2 ** 70", "-2 ** 63"],
    "list": ["[]", "[1]", "[1, 2, 3]", "['b', 'a']", "[3, 1, 2]", "[[1], [0]]", "[1, 'a', None]"],
    "property": ["property(len)"],
    "range": ["range(0)", "range(5)", "range(1, 10, 3)", "range(5, 0, -2)"],
    "set": ["set()", "{1}", "{1, 2, 3}", "{'a'}"],
    "slice": ["slice(None)", "slice(1, 5)", "slice(None, None, -1)", "slice('a', 1)"],
    "str": [
      "''", "'a'", "'Ab c'", "' x y  z '", "'a,b,,c'", "'éÉß'", "'a\\nb\\r\\nc\\u2028d'", "'\\t1\\t22'",
      "'\\U0001f600x'", "'e\\u0301'", "'%s-%d'", "'{}{a}{0[1]:>{w}}'", "'ǅİΣ'", "'12²Ⅳ'", "'__a1'", "'-5'",
      "'aaaa'", "'ΑΣ ΑΣΑ'",
    ],
    "tuple": ["()", "(1,)", "(1, 2, 3)", "('a', None)"],
  ]

  static let library: [String: [String]] = [
    "collections.Counter": [
      "collections.Counter('abca')", "collections.Counter()", "collections.Counter(a=-1)",
    ],
    "collections.OrderedDict": ["collections.OrderedDict(a=1, b=2)", "collections.OrderedDict()"],
    "collections.defaultdict": ["collections.defaultdict(list, a=[1])", "collections.defaultdict()"],
    "collections.deque": [
      "collections.deque([1, 2, 3])", "collections.deque([1, 2], 2)", "collections.deque()",
    ],
    "datetime.date": ["datetime.date(2024, 2, 29)", "datetime.date.min", "datetime.date.max"],
    "datetime.datetime": [
      "datetime.datetime(2024, 2, 29, 10, 20, 30, 123456)", "datetime.datetime.min",
      "datetime.datetime(1969, 12, 31, tzinfo=datetime.timezone.utc)",
    ],
    "datetime.time": ["datetime.time(1, 2, 3)", "datetime.time(tzinfo=datetime.timezone.utc)"],
    "datetime.timedelta": [
      "datetime.timedelta(days=-1, seconds=5)", "datetime.timedelta(microseconds=1)",
      "datetime.timedelta.max",
    ],
    "datetime.timezone": [
      "datetime.timezone.utc", "datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))",
    ],
    "difflib.SequenceMatcher": ["difflib.SequenceMatcher(None, 'abcd', 'bcde')"],
    "ipaddress.IPv4Address": [
      "ipaddress.IPv4Address('10.0.0.1')", "ipaddress.IPv4Address('255.255.255.255')",
    ],
    "ipaddress.IPv4Network": ["ipaddress.IPv4Network('10.0.0.0/30')", "ipaddress.IPv4Network('0.0.0.0/0')"],
    "ipaddress.IPv6Address": ["ipaddress.IPv6Address('::1')", "ipaddress.IPv6Address('2001:db8::ff00:42')"],
    "ipaddress.IPv6Network": ["ipaddress.IPv6Network('2001:db8::/126')", "ipaddress.IPv6Network('::/0')"],
    "re.Match": [
      "re.match('(?P<x>a)(b)?', 'abc')", "re.search('b', 'abc')", "re.match(b'(a)', b'a')",
      "re.match('', 'x')",
    ],
    "re.Pattern": [
      "re.compile('(?P<x>a)(b)?')", "re.compile('a', re.I)", "re.compile(b'[a-c]')", "re.compile('')",
      "re.compile('(a)|b')",
    ],
    "string.Template": ["string.Template('$a ${b} $$')"],
    "urllib.parse.ParseResult": ["urllib.parse.urlparse('https://u:p@h.x:80/a;b?c=d#e')"],
    "urllib.parse.SplitResult": ["urllib.parse.urlsplit('https://h.x/a?c=d#e')"],
    "uuid.UUID": ["uuid.UUID(int=5)", "uuid.UUID('12345678-1234-5678-1234-567812345678')"],
  ]
}
