/// Idioms of several lines, as authors write them and as they go wrong. `~` stands for a number that makes names new;
/// the rest is as in expression templates.
enum ProgramIdioms {
  static let all = [
    """
    def wrap~(function):
        def inner~(*args, **options):
            return ('wrapped', function(*args, **options), len(args), sorted(options))
        return inner~
    @wrap~
    def target~(x, y=$int):
        return x
    a~ = [target~($int), target~($str, y=$int), target~.__name__]
    """,
    """
    def collect~(item, into=[]):
        into.append(item)
        return into
    a~ = (collect~($int), collect~($str), collect~($int, []))
    """,
    """
    functions~ = [lambda: index~ for index~ in range(3)]
    kept~ = [lambda n=index~: n for index~ in range(3)]
    a~ = ([f() for f in functions~], [f() for f in kept~])
    """,
    """
    total~ = 0
    def add~(x):
        global total~
        total~ += x
        return total~
    a~ = [add~($int) for _ in range(3)]
    """,
    """
    def unbound~():
        if $bool:
            value~ = 1
        return value~
    a~ = unbound~()
    """,
    """
    def ends~(x):
        try:
            if x:
                return 'try'
            raise ValueError($str)
        except ValueError as error:
            return 'except ' + str(error)
        finally:
            print('finally', x)
    a~ = (ends~($bool), ends~($int))
    """,
    """
    def override~():
        for x in range(3):
            try:
                if x == 1:
                    raise KeyError($any)
            finally:
                if $bool:
                    continue
                return x
        return 'end'
    a~ = override~()
    """,
    """
    def count~(n):
        while n > 0:
            got = yield n
            if got is not None:
                n = got
            else:
                n -= 1
        return 'done'
    g~ = count~(3)
    a~ = [next(g~), g~.send($int % 3), next(g~, 'over'), list(g~)]
    """,
    """
    def careful~():
        try:
            yield 1
            yield 2
        except ValueError as error:
            yield 'caught ' + str(error)
        finally:
            print('closed ~')
    g~ = careful~()
    a~ = [next(g~), g~.throw(ValueError($str))]
    g~.close()
    """,
    """
    def both~():
        result = yield from part~()
        yield ('result', result)
    def part~():
        yield $int
        return $str
    a~ = list(both~())
    """,
    """
    class Base~:
        level = $int
        def __init__(self, name):
            self.name = name
        def describe(self):
            return f'{self.name}:{self.level}'
    class Derived~(Base~):
        level = $int
        def __init__(self, name, more=$str):
            super().__init__(name)
            self.more = more
        def describe(self):
            return super().describe() + '+' + self.more
    a~ = [Base~($str).describe(), Derived~($str).describe(), isinstance(Derived~('x'), Base~)]
    """,
    """
    class Left~:
        def who(self):
            return ['left']
    class Right~:
        def who(self):
            return ['right']
    class Both~(Left~, Right~):
        def who(self):
            return super().who() + Right~.who(self)
    a~ = (Both~().who(), [c.__name__ for c in Both~.__mro__])
    """,
    """
    class Temperature~:
        def __init__(self):
            self._value = $int
        @property
        def value(self):
            return self._value
        @value.setter
        def value(self, new):
            if new < 0:
                raise ValueError('negative')
            self._value = new
    t~ = Temperature~()
    t~.value = $int
    a~ = t~.value
    """,
    """
    class Vector~:
        def __init__(self, *parts):
            self.parts = parts
        def __add__(self, other):
            if not isinstance(other, Vector~):
                return NotImplemented
            return Vector~(*[x + y for x, y in zip(self.parts, other.parts)])
        def __eq__(self, other):
            return self.parts == other.parts
        def __repr__(self):
            return f'Vector{self.parts!r}'
        def __iter__(self):
            return iter(self.parts)
        def __len__(self):
            return len(self.parts)
        def __getitem__(self, index):
            return self.parts[index]
    v~ = Vector~($int, $int) + Vector~($int, $int)
    a~ = [repr(v~), list(v~), len(v~), v~[0], v~ == Vector~(1, 2), v~ + $any]
    """,
    """
    class Walk~:
        def __init__(self, items):
            self.items = list(items)
        def __iter__(self):
            return self
        def __next__(self):
            if not self.items:
                raise StopIteration
            return self.items.pop(0)
    a~ = [list(Walk~($ints)), sum(Walk~($ints)), [x for x in Walk~($str)]]
    """,
    """
    try:
        try:
            $ints[$int]
        except IndexError as error:
            raise RuntimeError('outer') from error
    except RuntimeError as error:
        a~ = (str(error), repr(error.__cause__), type(error.__context__).__name__)
    """,
    """
    try:
        try:
            raise KeyError($any)
        finally:
            int($str)
    except Exception as error:
        a~ = (type(error).__name__, str(error), type(error.__context__).__name__)
    """,
    """
    first~, *middle~, last~ = $str or 'xy'
    (p~, q~), r~ = $pair, $int
    p~, q~ = q~, p~
    """,
    """
    grid~ = [[x * y for x in range(3)] for y in range(3)]
    a~ = [row[::-1] for row in grid~][1:], [list(column) for column in zip(*grid~)]
    grid~[1][1] = $any
    """,
    """
    groups~ = {}
    for word~ in $strs:
        groups~.setdefault(len(word~), []).append(word~)
    a~ = sorted(groups~.items())
    """,
    """
    counts~ = collections.defaultdict(list)
    for index~, word~ in enumerate($strs):
        counts~[word~[:1]].append(index~)
    a~ = dict(counts~)
    """,
    """
    counter~ = collections.Counter($str)
    counter~.update($str)
    counter~['a'] -= 1
    a~ = (counter~.most_common(2), sum(counter~.values()), counter~['missing'], counter~ + counter~)
    """,
    """
    a~ = sorted($strs, key=lambda s: (-len(s), s))
    b~ = sorted([{'n': $int}, {'n': $int}, {'n': 0}], key=lambda d: d['n'], reverse=True)
    c~ = max($map.items(), key=lambda item: item[1], default=None)
    """,
    """
    def find~(data, *path, default=None):
        for key in path:
            if not isinstance(data, dict):
                return default
            data = data.get(key)
        return default if data is None else data
    a~ = [find~($record, 'a', 'b', 'c'), find~($record, 'x', default=$any), find~($record)]
    """,
    """
    def flatten~(x):
        if isinstance(x, (list, tuple)):
            for item in x:
                yield from flatten~(item)
        else:
            yield x
    a~ = list(flatten~([1, [2, ($any, [$pair])], $ints]))
    """,
    """
    def fact~(n):
        return 1 if n <= 1 else n * fact~(n - 1)
    a~ = [fact~(n) for n in (0, 5, abs($int) % 15)]
    """,
    """
    def forever~(n):
        return forever~(n + 1)
    try:
        forever~(0)
    except RecursionError as error:
        a~ = type(error).__name__
    """,
    """
    m~ = re.match(r'(?P<head>\\w+)[-:/ ](?P<tail>.*)', $str)
    a~ = m~ and (m~.groups(), m~.span(), m~['head'], m~.groupdict(), m~.end('tail'))
    """,
    """
    a~ = re.sub(r'([a-z])(\\d)?', lambda m: (m[2] or '-') + m[1].upper(), $str)
    b~ = re.split(r'([,:\\s])', $str, maxsplit=2)
    """,
    """
    d~ = datetime.datetime.strptime('2024-02-28 23:59:5' + str(abs($int) % 10), '%Y-%m-%d %H:%M:%S')
    a~ = (d~ + datetime.timedelta(hours=$int % 50)).isoformat()
    b~ = (datetime.datetime(2024, 3, 1) - d~, d~.weekday(), d~.timetuple()[:3], d~ < datetime.datetime(2025, 1, 1))
    """,
    """
    text~ = json.dumps({'a': $any, 'b': [$any, $str], 'c': {'d': $float}}, sort_keys=True)
    a~ = json.loads(text~)
    """,
    """
    try:
        json.loads($str)
    except json.JSONDecodeError as error:
        a~ = (str(error), error.pos, error.lineno)
    """,
    """
    x~ = y~ = $ints
    x~ += [$int]
    a~ = (x~ is y~, x~ == y~, y~)
    s~ = t~ = $pair
    s~ += ($int,)
    b~ = (s~ is t~, t~)
    """,
    """
    cycle~ = [$int]
    cycle~.append(cycle~)
    a~ = (repr(cycle~), len(cycle~), cycle~[1] is cycle~)
    loop~ = {}
    loop~['self'] = loop~
    b~ = str(loop~)
    """,
    """
    for key~ in $map:
        if key~ == 'k1':
            break
        print(key~)
    else:
        print('no break')
    """,
    """
    data~ = dict($map)
    for key~ in data~:
        data~[key~ + 'x'] = 1
    """,
    """
    items~ = list($ints)
    for item~ in items~:
        if item~ % 2:
            items~.remove(item~)
        if len(items~) > 9:
            break
    """,
    """
    if (n~ := len($str)) > 2 and (m~ := n~ % 3):
        print(n~, m~)
    a~ = [w~ for s in $strs if (w~ := s.strip())]
    """,
    """
    def options~(first, /, second=2, *rest, key, **more):
        return (first, second, rest, key, more)
    a~ = [options~(1, key=$int), options~(1, 2, 3, key=4, extra=$str), options~(*$ints, **{'key': 1}), options~(1)]
    """,
    """
    def twice~(x, x2=None, *, flag=False): return (x, x2, flag)
    a~ = [twice~($int, $int, flag=$bool), twice~(x=$any)]
    b~ = twice~($int, x=$int)
    """,
    """
    d~ = {'a': 1, 'b': 2}
    a~ = (d~.keys() & {'a'}, d~.keys() | ['z'], d~.items() >= {('a', 1)}, list(d~.keys() - d~.keys()))
    b~ = (d~ == {'b': 2, 'a': 1}, d~.values() == d~.values(), list(reversed(d~)), d~.items())
    """,
    """
    a~ = [x for x in zip($ints, $strs, strict=True)]
    """,
    """
    from contextlib import suppress
    with suppress(KeyError, ValueError):
        int($str)
        print('reached ~')
    """,
    """
    match $record:
        case {'Name': str(name~), 'Tags': [{'Key': key~}, *_]}:
            a~ = ('tagged', name~, key~)
        case {'a': {'b': inner~}} | {'n': inner~}:
            a~ = ('inner', inner~)
        case {'Id': int() | float() as number~, **rest~} if number~ > 1:
            a~ = ('id', number~, rest~)
        case {}:
            a~ = 'mapping'
    """,
    """
    class Point~:
        __match_args__ = ('x', 'y')
        def __init__(self, x, y):
            self.x, self.y = x, y
    match Point~($int, $any):
        case Point~(0, y):
            a~ = ('zero', y)
        case Point~(x=int() as x, y=str()):
            a~ = ('text', x)
        case Point~():
            a~ = 'point'
    """,
    """
    class Slots~:
        __slots__ = ('x',)
        def __init__(self): self.x = $int
    s~ = Slots~()
    s~.y = 1
    """,
    """
    a~ = [i for i in range(10) if i % 2 if i > 3], {k: v for k, v in zip('abc', range(3))}, {len(w) for w in $strs}
    b~ = list(i for row in [$ints, $ints] for i in row if i)
    """,
    """
    it~ = iter($ints)
    a~ = [next(it~, 'end'), list(it~), next(it~, 'end')]
    next(it~)
    """,
    """
    a~ = list(map(lambda x, y: (x, y), $ints, $strs)), list(filter(lambda x: x, [0, '', None, $any]))
    b~ = functools.reduce(lambda x, y: f'{x}{y}', $strs, '>')
    c~ = functools.partial(int, base=2)('101')
    """,
    """
    for a~, (b~, *c~) in [(1, 'ab'), (2, $str)]:
        print(a~, b~, c~)
    """,
    """
    try:
        raise ExceptionGroup('several', [ValueError($str), TypeError(1)])
    except* ValueError as group:
        a~ = [str(e) for e in group.exceptions]
    except* TypeError as group:
        b~ = repr(group)
    """,
    """
    del $ints[0]
    x~ = $any
    del x~
    print(x~)
    """,
    """
    class Meta~(type):
        def __call__(cls, *args):
            return ('made', args)
    class Made~(metaclass=Meta~):
        pass
    a~ = Made~(1)
    """,
    """
    async def later~():
        return 1
    a~ = type(later~).__name__
    """,
    """
    a~ = [*range(2), *'ab', *{'k': 1}], {**{'a': 1}, **$map, 'z': 0}, (*$ints, *$pair)
    print(*$strs, sep=', ', end='!\\n')
    print(*[], sep='x')
    """,
    """
    a~ = $int < $int < $int, 1 == 1.0 == True, not $any, $int if $bool else ($str or $float)
    b~ = None is None, [] is [], () == (), $str is None
    """,
  ]
}
