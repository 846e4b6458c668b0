/// What expressions of a kind are made of. What depends on the order of a set, on addresses or on the machine is left
/// out: it differs from run to run in CPython too.
enum ExpressionTemplates {
  static let literals: [Kind: [String]] = [
    .int: [
      "0", "1", "2", "3", "-1", "5", "7", "10", "42", "-7", "255", "1000", "0x1f", "1_000", "65", "2**31",
      "-2**53", "9223372036854775807",
    ],
    .float: [
      "0.0", "1.0", "-0.5", "1.5", "2.25", "1e16", "1e-7", "3.14159", "100.0", "-0.0", "float('inf')",
      "1e300",
      "0.1", "123456.789",
    ],
    .str: [
      "''", "'a'", "'abc'", "'Hello World'", "'AKIAIOSFODNN7'", "'é'", "' x '", "'a,b,,c'", "'12'", "'-3.5'",
      "'{}'", "'%s'", "'arn:aws:s3:::bucket/*'", "'line\\nbreak\\ttab'", "'ß'", "'😀x'", "'TRUE'", "'0x1F'",
      "'2024-01-02T03:04:05Z'", "'10.0.0.1'", "'it\\'s'", "'\"q\"'", "'aaa'", "'k1'", "'Ab c'", "r'\\d+'",
      "'\\x00'",
      "'abcabc'", "'  '", "'\\u0130'", "'ǅ'",
    ],
    .bool: ["True", "False"],
    .bytes: ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "b'Hello'"],
    .ints: ["[]", "[1]", "[3, 1, 2]", "[0, 0]", "[5, -1, 5, 2]", "list(range(6))"],
    .strs: [
      "[]", "['a']", "['b', 'a', 'C']", "['', 'x']", "['k1', 'k2']", "['a', 'a', 'b']", "'a b c'.split()",
    ],
    .map: ["{}", "{'a': 1}", "{'k1': 1, 'k2': 2}", "{'b': 2, 'a': 1}", "{'': 0}"],
    .record: [
      "{}", "{'Name': 'x', 'Tags': [{'Key': 'k', 'Value': None}]}", "{'a': {'b': {'c': 1}}}",
      "{'n': None, 'l': [1, 'x', 2.5], 'b': True}", "{'Id': 5, 'Items': []}",
    ],
    .set: ["set()", "{1}", "{1, 2, 3}", "frozenset({2, 3})", "{5, 7}"],
    .pair: ["(1, 'a')", "(0, '')", "(2, 'b')", "(-1, 'é')"],
  ]

  static let all: [Kind: [String]] = [
    .int: numbers + lookups, .float: floats, .str: texts + formatted, .bool: truths, .bytes: bytes,
    .ints: lists,
    .strs: words, .map: maps, .record: records, .set: sets, .pair: pairs,
  ]

  private static let numbers = [
    "$int + $int", "$int - $int", "$int * $int", "$int // $int", "$int % $int", "-$int", "~$int", "abs($int)",
    "$int & $int", "$int | $int", "$int ^ $int", "$int << 2", "$int >> 1", "$int if $bool else $int",
    "$int or $int", "$int and $int", "divmod($int, $int)[1]", "pow($int, 2)", "pow($int, 3, 7)",
    "round($float)",
    "int($float)", "int($str)", "int($str, 16)", "len($str)", "len($ints)", "len($map)", "len($set)",
    "len($bytes)",
    "sum($ints)", "sum($ints, $int)", "min($ints)", "max($ints)", "max($int, $int)", "min($ints, default=0)",
    "max($strs, key=len, default='').count('a')", "ord($str[:1])", "hash($int)", "int($bool)",
    "$int.bit_length()",
    "$int.bit_count()", "int.from_bytes($bytes, 'big')", "(lambda @int: @int + $int)($int)",
    "functools.reduce(lambda @int1, @int2: @int1 + @int2, $ints)",
    "functools.reduce(lambda @int1, @int2: @int1 * @int2, $ints, 1)", "math.floor($float)",
    "math.ceil($float)",
    "math.gcd($int, $int)", "math.trunc($float)", "round($int, -1)", "(@int := $int) + @int",
    "$float.__floor__()",
    "sum(1 for @int in $ints if $bool)", "sum(len(@str) for @str in $strs)", "next(iter($ints), $int)",
    "int(bool($any))", "operator.add($int, $int)", "math.isqrt(abs($int))", "sum(map(len, $strs))",
    "$int.__add__($int)", "int(str($int))", "datetime.date(2024, 2, 28).toordinal() % 100", "True + $int",
  ]

  private static let lookups = [
    "$ints[$int]", "$ints[-1]", "$ints[0]", "$map[$str]", "$map.get($str, $int)",
    "$map.setdefault($str, $int)",
    "$map.pop($str, $int)", "$pair[0]", "$ints.count($int)", "$ints.index($int)", "$ints.pop()",
    "$str.find($str)",
    "$str.count($str)", "$str.index($str)", "$str.rfind($str)", "$bytes[0]", "sum($map.values())",
    "list($map.values())[0]", "sorted($set)[0]", "$str.find($str, $int)", "$str.count($str, 1, -1)",
    "collections.Counter($str)['a']", "collections.Counter($ints).most_common(1)[0][1]", "$bytes.find(b'a')",
    "bisect.bisect_left(sorted($ints), $int)", "collections.deque($ints).pop()", "$record.get('Id', $int)",
    "$ints[$int:][0]", "operator.itemgetter(0)($pair)", "json.loads(json.dumps($ints))[0]",
  ]

  private static let floats = [
    "$float + $float", "$float - $int", "$float * $float", "$float / $float", "$int / $int",
    "$float // $float",
    "$float % $float", "$int ** -1", "abs($float)", "round($float, 1)", "round($float, 2)", "float($int)",
    "float($str)", "max($float, $int)", "sum([$float, $int])", "math.sqrt(abs($float))",
    "math.log(abs($float) + 1)",
    "math.fabs($float)", "math.pow($float, 2)", "math.copysign($float, $int)", "-$float",
    "$float if $bool else $float",
    "math.fmod($float, $float)", "float('%s' % $float)", "float.fromhex($float.hex())",
    "divmod($float, $float)[0]",
    "sum($ints) / len($ints)", "math.hypot($float, $float)", "$float ** 2", "math.pi * $float",
    "datetime.timedelta(days=$int % 100, seconds=$int % 1000).total_seconds()", "$float.__round__()",
  ]

  private static let texts = [
    "$str + $str", "$str * 2", "$str[$int]", "$str[1:]", "$str[:-1]", "$str[::-1]", "$str[$int:$int]",
    "$str[::2]",
    "$str.upper()", "$str.lower()", "$str.title()", "$str.capitalize()", "$str.swapcase()", "$str.casefold()",
    "$str.strip()", "$str.lstrip('a ')", "$str.rstrip($str)", "$str.replace($str, $str)",
    "$str.replace('a', 'b', 1)",
    "$str.center(9, '*')", "$str.ljust(6)", "$str.rjust($int % 20)", "$str.zfill(7)", "$str.join($strs)",
    "','.join($strs)", "','.join(str(@int) for @int in $ints)", "$str.removeprefix('a')",
    "$str.removesuffix($str)",
    "$str.partition(':')[0]", "$str.rpartition('/')[-1]", "$str.expandtabs(4)",
    "$str.translate({97: 'b', 98: None})",
    "$str.translate(str.maketrans('abc', 'xyz'))", "str($int)", "str($float)", "repr($str)", "repr($any)",
    "str($any)",
    "ascii($str)", "chr($int % 1000)", "hex($int)", "bin($int)", "oct($int)", "str($ints)", "str($map)",
    "type($any).__name__", "$str if $bool else $str", "$str or $str", "max($str, $str)", "min($strs)",
    "$strs[0]",
    "$strs[-1]", "$pair[1]", "$bytes.decode()", "$bytes.hex()", "json.dumps($any)",
    "json.dumps($record, indent=2)",
    "json.dumps($map, sort_keys=True)", "json.dumps($strs, separators=(',', ':'))",
    "re.sub(r'[a-c]+', '-', $str)",
    "re.sub(r'(\\w)(\\w)', r'\\2\\1', $str)", "re.escape($str)", "str($set and 1)", "list($map)[0]",
    "base64.b64encode($str.encode()).decode()", "$str.encode('utf-8').hex()", "sorted($strs)[0]",
    "str($pair)",
    "next((@str for @str in $strs if @str > $str), $str)", "''.join(sorted($str))", "''.join(reversed($str))",
    "str(datetime.timedelta(seconds=$int))",
    "str(datetime.datetime(2024, 1, 31) + datetime.timedelta(days=$int % 400))",
    "datetime.datetime(2024, 2, 29, 13, 5).strftime('%Y-%m-%d %H:%M')", "str($record.get($str))",
    "(lambda @str, *@any, **@record: @str * len(@any))($str, $int, $str)", "urllib.parse.quote($str)",
    "urllib.parse.urlparse('https://a.b/c?d=' + $str).query", "string.ascii_letters[$int % 52]",
    "str(ipaddress.ip_address('10.0.0.1') + $int % 256)", "str(type($any))", "str(range($int % 5))",
    "format($int)",
    "'%s' % ($any,)", "str(list(enumerate($strs)))", "str(sorted($map.items()))",
    "str(dict(zip($strs, $ints)))",
  ]

  private static let formatted = [
    "f'{#int}'", "f'{#str}-{#int:>5}'", "f'{#float:.2f}'", "f'{#str!r:<10}|'", "f'{#int:,}'", "f'{#int:#x}'",
    "f'{#int + 1=}'", "f'{#float:8.3g}|'", "f'{#str:^9}|'", "f'{#ints}'", "f'{#bool}{{}}'", "f'{#str[:2]}'",
    "f'{#float:e}'", "f'{#int:+05d}'", "f'{#int:_}'", "f'{#float:%}'", "f'{#map}'", "f'{#str:{5}}'",
    "f'{#pair!s}'",
    "'%d items' % $int", "'%5.1f|' % $float", "'%s and %r' % ($str, $str)", "'%(a)s' % {'a': $any}",
    "'%x' % $int",
    "'%-6s|' % $str", "'%05d' % $int", "'%e' % $float", "'%s' % $str", "'%c' % $str", "'%i%%' % $int",
    "$str % $int",
    "'{} {}'.format($int, $str)", "'{0!r} {0}'.format($str)", "'{a:>6}'.format(a=$str)",
    "'{0[0]}'.format($ints)",
    "'{:08.3f}'.format($float)", "'{:b}'.format($int)", "'{0.real}'.format($int)", "$str.format($int)",
    "format($float, '.3e')", "format($int, '<6')", "format($str, '*>6')", "format($int, ',d')",
    "'{:n}'.format($int)",
    "'{x}'.format_map({'x': $int})", "format($float, 'g')", "'{:>{w}}'.format($str, w=$int % 12)",
    "f'{#record}'", "f'{#set and 1}'", "'%.3s|' % $str", "'%+d' % $int", "'%o' % $int", "'%g' % $float",
    "'%*d' % (5, $int)", "'{:%Y/%m}'.format(datetime.date(2024, 5, 6))",
  ]

  private static let truths = [
    "not $any", "$int == $int", "$int != $int", "$int < $int", "$int >= $float", "$str == $str",
    "$str < $str",
    "$str in $str", "$int in $ints", "$str in $map", "$str not in $strs", "$any is None", "$any is not None",
    "$bool and $bool", "$bool or $bool", "bool($any)", "isinstance($any, int)",
    "isinstance($any, (str, bytes))",
    "isinstance($any, dict)", "all($ints)", "any($strs)", "all(@int > 0 for @int in $ints)",
    "any(@str.startswith($str) for @str in $strs)", "$str.startswith($str)", "$str.endswith(('a', 'c'))",
    "$str.isdigit()", "$str.isalpha()", "$str.isalnum()", "$str.isspace()", "$str.islower()",
    "$str.isupper()",
    "$str.istitle()", "$str.isidentifier()", "$str.isnumeric()", "$str.isprintable()", "$str.isascii()",
    "1 < $int < 10", "$int <= $int <= $int", "$set <= $set", "$set.issubset($ints)", "$set.isdisjoint($set)",
    "$ints == $ints", "$pair == $pair", "$pair < $pair", "$ints < $ints", "$map == $map", "$set == $set",
    "callable($any)", "hasattr($any, 'keys')", "bool(re.match(r'a.c', $str))",
    "bool(re.search(r'\\d', $str))",
    "$float == $int", "$float.is_integer()", "math.isclose($float, $float)", "issubclass(bool, int)",
    "$int is True",
    "fnmatch.fnmatch($str, 'a*')", "$any == $any", "$any != $any", "bool($set & $set)", "$bool ^ $bool",
    "$bool == $int",
    "$set < $set", "$int in $set", "$int in range(0, 20, 3)", "$bytes < $bytes", "$bytes.startswith(b'a')",
    "ipaddress.ip_address('10.1.2.3') in ipaddress.ip_network('10.0.0.0/8')",
    "isinstance($any, collections.abc.Mapping)",
  ]

  private static let bytes = [
    "$bytes + $bytes", "$bytes * 2", "$bytes[1:]", "$str.encode()", "$str.encode('ascii', 'replace')",
    "bytes($ints)",
    "bytes(3)", "$bytes.upper()", "$bytes.replace(b'a', b'bb')", "base64.b64encode($bytes)",
    "bytes.fromhex('00ff')",
    "$bytes.strip(b'a')", "b','.join([$bytes, $bytes])", "$int.to_bytes(9, 'big', signed=True)",
    "$bytes[::-1]",
    "binascii.hexlify($bytes)", "base64.b64decode('YWJj')", "$str.encode('latin-1')",
    "b'%d-%s' % ($int, $bytes)",
  ]

  private static let lists = [
    "$ints + $ints", "$ints * 2", "$ints[1:]", "$ints[::-1]", "$ints[$int:$int]", "sorted($ints)",
    "sorted($ints, reverse=True)", "sorted($ints, key=lambda @int: -@int)", "list(reversed($ints))",
    "list($set and [1])",
    "sorted($set)", "[$int for @int in $ints]", "[@int * 2 for @int in $ints if @int % 2]",
    "[$int, $int, *$ints]",
    "[@int1 + @int2 for @int1 in $ints for @int2 in $ints]", "list(map(abs, $ints))", "list(map(len, $strs))",
    "list(filter(None, $ints))", "list(filter(lambda @int: @int > $int, $ints))", "list(range($int % 10))",
    "list(range($int % 5, $int % 9, 2))", "[ord(@str) for @str in $str]", "list($map.values())",
    "$ints.copy()",
    "[@int for @int, @str in enumerate($strs)]", "[@int1 for @int1, @str in [$pair, $pair]]", "list($bytes)",
    "list(itertools.chain($ints, $ints))", "list(itertools.accumulate($ints))",
    "list(itertools.islice($ints, 2))",
    "[int(@str) for @str in re.findall(r'\\d', $str)]", "[len(@str) for @str in $strs]",
    "json.loads(json.dumps($ints))",
    "list(itertools.takewhile(lambda @int: @int > 0, $ints))", "[*range(3), $int]",
    "list(dict.fromkeys($ints))",
    "list(collections.deque($ints, maxlen=2))", "[@int for @int in range(4) if $bool]",
    "copy.deepcopy($ints)",
    "(lambda *@ints: list(@ints))(*$ints)", "[b for a, *b in [$ints]][0]", "sorted($ints + $ints)",
    "$ints or $ints",
    "[@int for @ints in [$ints, $ints] for @int in @ints]", "list(zip($ints, $ints))",
    "[x for x, _ in [$pair]]",
  ]

  private static let words = [
    "$str.split()", "$str.split(',')", "$str.split($str)", "$str.rsplit('a', 1)", "$str.splitlines()",
    "list($str)",
    "$strs + $strs", "$strs[:2]", "sorted($strs)", "sorted($strs, key=len)",
    "sorted($strs, key=str.lower, reverse=True)",
    "list($map)", "list($map.keys())", "[@str.upper() for @str in $strs]", "[$str for @str in $strs if @str]",
    "[str(@int) for @int in $ints]", "list(map(str, $ints))", "re.findall(r'[a-z]+', $str)",
    "re.split(r'[,: ]', $str)",
    "[@str for @str, @int in $map.items()]", "list($str.partition(' '))",
    "[f'{@str}={@int}' for @str, @int in $map.items()]",
    "shlex.split('a \"b c\"')", "sorted({@str for @str in $strs})",
    "[@str for @int, @str in enumerate($strs, 1) if @int % 2]",
    "list(dict.fromkeys($strs))", "sorted($map, key=$map.get)", "[$str] * 2",
    "[@str * @int for @str, @int in zip($strs, $ints)]",
    "list(filter(str.isalpha, $str))", "[a + b for a, b in itertools.product($strs, 'xy')]", "[*$strs, $str]",
    "[''.join(@strs) for @strs in itertools.permutations('ab')]", "re.findall(r'(a)|b', $str)",
    "$strs or $strs",
    "[m.group() for m in re.finditer(r'\\w', $str)]", "[k for k, g in itertools.groupby($str)]",
    "list(reversed($strs))",
  ]

  private static let maps = [
    "{**$map, $str: $int}", "$map | $map", "dict($map)", "$map.copy()", "{@str: len(@str) for @str in $strs}",
    "{@str: @int for @str, @int in zip($strs, $ints)}", "dict(zip($strs, $ints))",
    "dict.fromkeys($strs, $int)",
    "{@str: @int + 1 for @str, @int in $map.items()}", "dict(a=$int, b=$int)", "dict(sorted($map.items()))",
    "{@str: @int for @str, @int in $map.items() if @int > $int}", "dict(enumerate($strs))",
    "dict([('x', $int)])",
    "json.loads(json.dumps($map))", "collections.Counter($str)", "collections.Counter($strs)",
    "collections.OrderedDict($map)", "dict(collections.Counter($strs))",
    "{k: v for k, v in reversed($map.items())}",
    "{@str: @str.count('a') for @str in $strs}", "collections.defaultdict(int, $map)", "copy.copy($map)",
    "(lambda **@map: @map)(**$map)", "{v: k for k, v in $map.items()}", "$map if $map else {'z': $int}",
  ]

  private static let records = [
    "{'a': $any, 'b': $any}", "{**$record, 'c': $any}", "json.loads(json.dumps($record))", "$record | $map",
    "{'nested': $record}", "{'list': [$any, $record]}", "dict($record)", "copy.deepcopy($record)",
    "$record.get('a', {})",
    "{k: v for k, v in $record.items() if v}", "$record.get('a') or {'x': $any}",
    "dict(list($record.items())[:1])",
    "{str(@int): $any for @int in $ints}", "{'t': $pair, 's': $strs}",
    "urllib.parse.parse_qs('a=1&b=' + $str)",
    "re.match(r'(?P<x>\\w*)', $str).groupdict()", "{'d': datetime.date(2024, 1, 5), 'f': $float}",
  ]

  private static let sets = [
    "$set | $set", "$set & $set", "$set - $set", "$set ^ $set", "set($ints)", "frozenset($ints)",
    "{@int % 3 for @int in $ints}", "{$int, $int}", "$set.union($ints)", "$set.difference($ints)",
    "$set.copy()",
    "$set.intersection($ints, $set)", "$set.symmetric_difference($ints)", "{*$ints, $int}",
    "set(map(len, $strs))",
    "set(range($int % 6))", "{@int for @int in $set if @int > 1}", "set($map.values())",
  ]

  private static let pairs = [
    "($int, $str)", "tuple([$int, $str])", "divmod($int, $int)", "$pair", "tuple($ints)",
    "tuple(reversed($pair))",
    "$pair + ($any,)", "$pair[:1]", "next(iter($map.items()), None)", "tuple(@int for @int in $ints)",
    "max([$pair, $pair])",
    "($str, *$ints)", "tuple(sorted($ints))", "min(enumerate($strs), default=(0, ''))",
    "collections.namedtuple('P', 'x y')($int, $str)",
    "tuple(map(str, $pair))", "$pair * 2", "re.match(r'(\\w)?(\\d)?', $str).groups()", "$str.partition('a')",
  ]
}
