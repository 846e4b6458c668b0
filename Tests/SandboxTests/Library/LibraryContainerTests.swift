import Testing

/// The containers and algorithms of `collections`, `heapq`, `bisect`, `itertools` and `functools`, with CPython 3.11's answers.
@Suite struct LibraryContainerTests {
  private static let imports =
    "import base64, binascii, bisect, calendar, collections, copy, datetime, difflib, fnmatch, functools, hashlib, heapq, hmac, html, ipaddress, itertools, json, logging, math, operator, os, os.path, random, shlex, statistics, string, sys, textwrap, time, urllib.parse, uuid, warnings, zoneinfo"

  @Test(
    "deques grow and rotate",
    arguments: [
      Case(
        "d = collections.deque([1, 2, 3], maxlen=3) ;; d.append(4) ;; (d, len(d), d[0], d[-1], d.maxlen)",
        "(deque([2, 3, 4], maxlen=3), 3, 2, 4, 3)"),
      Case(
        "d = collections.deque('abc') ;; d.rotate(1) ;; d.appendleft('z') ;; (d.pop(), d.popleft(), d, list(reversed(d)))",
        "('b', 'z', deque(['c', 'a']), ['a', 'c'])"),
      Case(
        "d = collections.deque('abcabc') ;; (d.count('a'), d.index('b', 2), 'c' in d, d == collections.deque('abcabc'))",
        "(2, 4, True, True)"),
      Case("collections.deque().pop()", "IndexError: pop from an empty deque"),
      Case("collections.deque([1])[1]", "IndexError: deque index out of range"),
      Case("collections.deque(maxlen=-1)", "ValueError: maxlen must be non-negative"),
      Case("collections.deque([1]).remove(2)", "ValueError: 2 is not in deque"),
      Case("collections.deque([1]) + [1]", "TypeError: can only concatenate deque (not \"list\") to deque"),
      Case("collections.deque([1, 2]) * 2", "deque([1, 2, 1, 2])"),
      Case(
        "d = collections.deque([1]) ;; d.insert(0, 5) ;; d.extendleft([7, 8]) ;; d", "deque([8, 7, 5, 1])"),
      Case("collections.deque([1]) < collections.deque([2])", "True"),
      Case("hash(collections.deque())", "TypeError: unhashable type: 'collections.deque'"),
      Case(
        "d = collections.deque([1, 2]) ;; [d.append(3) for x in d]",
        "RuntimeError: deque mutated during iteration"),
      Case(
        "(isinstance(collections.deque(), collections.abc.MutableSequence), bool(collections.deque()))",
        "(True, False)"),
      Case("d = collections.deque([1, 2, 3]) ;; d.rotate(-4) ;; d", "deque([2, 3, 1])"),
    ])
  func dequesGrowAndRotate(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "counters count",
    arguments: [
      Case("c = collections.Counter('abca') ;; c.subtract('ab') ;; c", "Counter({'a': 1, 'c': 1, 'b': 0})"),
      Case("collections.Counter(a=2, b=1)", "Counter({'a': 2, 'b': 1})"),
      Case(
        "collections.Counter.fromkeys('a')",
        "NotImplementedError: Counter.fromkeys() is undefined.  Use Counter(iterable) instead."),
      Case("c = collections.Counter({'a': 1}, b=2) ;; c.update(a=3) ;; c", "Counter({'a': 4, 'b': 2})"),
      Case("collections.OrderedDict.fromkeys('ab', 0)", "OrderedDict([('a', 0), ('b', 0)])"),
      Case(
        "d = collections.OrderedDict(a=1, b=2, c=3) ;; d.move_to_end('c', last=False) ;; d",
        "OrderedDict([('c', 3), ('a', 1), ('b', 2)])"),
      Case("collections.Counter(1)", "TypeError: 'int' object is not iterable"),
    ])
  func countersCount(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "chains and user classes",
    arguments: [
      Case(
        "m = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}) ;; (m['a'], m['b'], len(m), list(m), m, m.get('x'), m.parents)",
        "(1, 3, 2, ['a', 'b'], ChainMap({'a': 1}, {'a': 2, 'b': 3}), None, ChainMap({'a': 2, 'b': 3}))"),
      Case("m = collections.ChainMap({'a': 1}) ;; m['z']", "KeyError: 'z'"),
      Case(
        "m = collections.ChainMap({}, {'a': 1}) ;; m.pop('a')",
        "KeyError: \"Key not found in the first mapping: 'a'\""),
      Case(
        "m = collections.ChainMap().new_child({'k': 1}) ;; m['j'] = 2 ;; m.maps", "[{'k': 1, 'j': 2}, {}]"),
      Case(
        "u = collections.UserDict(a=1) ;; u['b'] = 2 ;; (u, u.data, dict(u), u == {'a': 1, 'b': 2}, u.pop('a'), u)",
        "({'b': 2}, {'b': 2}, {'a': 1, 'b': 2}, True, 1, {'b': 2})"),
      Case("collections.UserDict()['x']", "KeyError: 'x'"),
      Case(
        "u = collections.UserList([3, 1]) ;; u.sort() ;; u.append(9) ;; (u, u[0:2], u + [4], len(u), u == [1, 3, 9])",
        "([1, 3, 9], [1, 3], [1, 3, 9, 4], 3, True)"),
    ])
  func chainsAndUserClasses(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "heaps and sorted lists",
    arguments: [
      Case(
        "h = [5, 3, 8, 1] ;; heapq.heapify(h) ;; (heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)",
        "(1, 0, 3, [5, 9, 8])"),
      Case(
        "(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ['bb', 'a', 'ccc'], key=len), list(heapq.merge([1, 4], [2, 3])))",
        "([5, 3], ['a', 'bb'], [1, 2, 3, 4])"),
      Case("heapq.heappop([])", "IndexError: index out of range"),
      Case("heapq.heappush((1,), 2)", "TypeError: heappush() argument 1 must be list, not tuple"),
      Case("heapq.heapify(None)", "TypeError: heapify() argument must be list, not None"),
      Case(
        "(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2], 5))",
        "(3, 1, 2)"),
      Case("l = [1, 3] ;; bisect.insort(l, 2) ;; l", "[1, 2, 3]"),
      Case("bisect.bisect([1], 1, -1)", "ValueError: lo must be non-negative"),
      Case("bisect.bisect_left(['a', 'bb'], 2, key=len)", "1"),
      Case("bisect.bisect(1, 1)", "TypeError: object of type 'int' has no len()"),
    ])
  func heapsAndSortedLists(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "iterators combine",
    arguments: [
      Case(
        "(list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.compress('abcd', [1, 0, 1])), list(itertools.pairwise('abc')))",
        "(['a', 'b', 'a', 'b', 'a'], ['a', 'c'], [('a', 'b'), ('b', 'c')])"),
      Case(
        "([(k, list(g)) for k, g in itertools.groupby('aabbbc')], [k for k, g in itertools.groupby([1, 3, 2], lambda x: x % 2)])",
        "([('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])], [1, 0])"),
      Case("a, b = itertools.tee([1, 2, 3]) ;; (next(a), list(b), list(a))", "(1, [1, 2, 3], [2, 3])"),
      Case(
        "(list(itertools.combinations_with_replacement('ab', 2)), list(itertools.permutations('abc', 2))[:3])",
        "([('a', 'a'), ('a', 'b'), ('b', 'b')], [('a', 'b'), ('a', 'c'), ('b', 'a')])"),
      Case("itertools.tee([], -1)", "ValueError: n must be >= 0"),
      Case(
        "list(itertools.permutations('abc'))",
        "[('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]"
      ),
      Case(
        "list(itertools.permutations('aba', 2))",
        "[('a', 'b'), ('a', 'a'), ('b', 'a'), ('b', 'a'), ('a', 'a'), ('a', 'b')]"),
      Case(
        "list(itertools.permutations('ab', 0))",
        "[()]"),
      Case(
        "list(itertools.permutations('ab', 3))",
        "[]"),
      Case(
        "list(itertools.permutations([], 0))",
        "[()]"),
      Case(
        "len(list(itertools.permutations(range(7))))",
        "5040"),
      Case(
        "list(itertools.permutations(range(5), 3))[29:33]",
        "[(2, 1, 4), (2, 3, 0), (2, 3, 1), (2, 3, 4)]"),
      Case(
        "list(itertools.combinations('abcd', 3))",
        "[('a', 'b', 'c'), ('a', 'b', 'd'), ('a', 'c', 'd'), ('b', 'c', 'd')]"),
      Case(
        "list(itertools.combinations('ab', 0))",
        "[()]"),
      Case(
        "list(itertools.combinations('ab', 3))",
        "[]"),
      Case(
        "len(list(itertools.combinations(range(14), 7)))",
        "3432"),
      Case(
        "list(itertools.product('ab', [1, 2], repeat=1))[1:]",
        "[('a', 2), ('b', 1), ('b', 2)]"),
      Case(
        "list(itertools.product())",
        "[()]"),
      Case(
        "list(itertools.product('ab', repeat=0))",
        "[()]"),
      Case(
        "list(itertools.product('ab', []))",
        "[]"),
      Case(
        "len(list(itertools.product(range(3), repeat=5)))",
        "243"),
      Case(
        "list(itertools.combinations('ab', None))",
        "TypeError: 'NoneType' object cannot be interpreted as an integer"),
      Case(
        "list(itertools.permutations('ab', 'c'))",
        "TypeError: Expected int as r"),
      Case(
        "list(itertools.permutations('ab', -1))",
        "ValueError: r must be non-negative"),
      Case(
        "list(itertools.permutations('ab', 10 ** 30))",
        "OverflowError: Python int too large to convert to C ssize_t"),
      Case(
        "list(itertools.product('ab', repeat=-1))",
        "ValueError: repeat argument cannot be negative"),
      Case(
        "list(itertools.combinations_with_replacement('', 2))",
        "[]"),
      Case("list(itertools.combinations_with_replacement('ab', -1))", "ValueError: r must be non-negative"),
      Case(
        "g = itertools.groupby('aab') ;; first = next(g) ;; second = next(g) ;; (list(first[1]), list(second[1]))",
        "([], ['b'])"),
      Case("[list(g) for k, g in list(itertools.groupby('ab'))]", "[[], []]"),
      Case("next(iter(itertools.cycle([])), 'end')", "'end'"),
    ])
  func iteratorsCombine(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "functions remember",
    arguments: [
      Case(
        "calls = [] ;; f = functools.lru_cache(maxsize=2)(lambda x: (calls.append(x), x)[1]) ;; r = [f(1), f(2), f(1), f(3), f(2)] ;; (r, calls, f.cache_info())",
        "([1, 2, 1, 3, 2], [1, 2, 3, 2], CacheInfo(hits=1, misses=4, maxsize=2, currsize=2))"),
      Case(
        "f = functools.lru_cache(lambda x: x) ;; (f(1), f(1.0), f.cache_info().hits, f.cache_parameters())",
        "(1, 1.0, 0, {'maxsize': 128, 'typed': False})"),
      Case(
        "f = functools.lru_cache(typed=True)(lambda x: type(x).__name__) ;; (f(1), f(1.0))",
        "('int', 'float')"),
      Case(
        "functools.lru_cache('x')", "TypeError: Expected first argument to be an integer, a callable, or None"
      ),
      Case(
        "(functools.partial(print, 1, sep='-').keywords, functools.partial(int, base=2)('101'))",
        "({'sep': '-'}, 5)"),
      Case(
        "sorted(['b', 'a', 'c'], key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b)))", "['c', 'b', 'a']"
      ),
      Case("functools.cache(lambda: 5)()", "5"),
      Case(
        "f = functools.singledispatch(lambda x: 'any') ;; g = f.register(int, lambda x: 'int') ;; (f(1), f('a'), f(True))",
        "('int', 'any', 'int')"),
      Case("functools.reduce(operator.add, [], 0)", "0"),
    ])
  func functionsRemember(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "operators as functions",
    arguments: [
      Case(
        "(operator.is_(None, None), operator.index(True), operator.countOf([1, 2, 1], 1), operator.indexOf('abc', 'c'), operator.inv(5), operator.pos(-1), operator.abs(-2))",
        "(True, 1, 2, 2, -6, -1, 2)"),
      Case("operator.indexOf([], 1)", "ValueError: sequence.index(x): x not in sequence"),
      Case("l = [1] ;; m = operator.iadd(l, [2]) ;; (l, m is l)", "([1, 2], True)"),
      Case(
        "(operator.methodcaller('split', '-')('a-b'), operator.methodcaller('join', ['x', 'y'])('+'))",
        "(['a', 'b'], 'x+y')"),
      Case("d = {} ;; operator.setitem(d, 'a', 1) ;; (d, operator.delitem(d, 'a'), d)", "({}, None, {})"),
      Case("operator.index(1.0)", "TypeError: 'float' object cannot be interpreted as an integer"),
      Case("operator.call(max, 1, 2)", "2"),
      Case(
        "(operator.lshift(1, 4), operator.matmul(1, 2))",
        "TypeError: unsupported operand type(s) for @: 'int' and 'int'"),
    ])
  func operatorsAsFunctions(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }
}
