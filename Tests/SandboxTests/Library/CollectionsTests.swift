import Testing

/// `collections`, `typing`, `functools`, `itertools`, `operator`, `copy` and `math` against CPython 3.11.
@Suite struct CollectionsTests {
  @Test(
    "keeps order, defaults and counts",
    arguments: [
      Case(
        "collections.OrderedDict([('a', 1), ('b', 2)]), collections.OrderedDict()",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "collections.OrderedDict(a=1) == {'a': 1}, collections.OrderedDict(a=1, b=2) == collections.OrderedDict(b=2, a=1)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "d = collections.OrderedDict(a=1, b=2) ;; d.move_to_end('a') ;; (d, d.popitem(last=False), isinstance(d, dict))",
        "(OrderedDict([('a', 1)]), ('b', 2), True)"),
      Case(
        "d = collections.defaultdict(list) ;; d['x'].append(1) ;; (d, d.get('y'), 'y' in d)",
        "(defaultdict(<class 'list'>, {'x': [1]}), None, False)"),
      Case(
        "d = collections.OrderedDict(a=1) ;; (d.items(), type(d.keys()), isinstance(d.keys(), collections.abc.Set))",
        "(odict_items([('a', 1)]), <class 'odict_keys'>, True)"),
      Case("collections.OrderedDict('ab')", "ValueError: need more than 1 value to unpack"),
      Case("collections.OrderedDict([(1, 2, 3)])", "ValueError: too many values to unpack (expected 2)"),
      Case("collections.OrderedDict([5])", "TypeError: 'int' object is not iterable"),
      Case("collections.defaultdict(None)['x']", "KeyError: 'x'"),
      Case(
        "collections.Counter('abca'), collections.Counter('abca').most_common(1), collections.Counter('a')['z']",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func keepsOrderDefaultsAndCounts(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after: "import collections, collections.abc, copy, functools, itertools, math, operator, typing")
        == example.value)
  }

  @Test(
    "knows abstract classes",
    arguments: [
      Case(
        "[isinstance(x, collections.abc.Mapping) for x in ({}, [], collections.OrderedDict())]",
        "[True, False, True]"),
      Case(
        "[isinstance(x, typing.Sequence) for x in ([], (), '', b'', {}, set())]",
        "[True, True, True, True, False, False]"),
      Case("typing.Optional[typing.Dict[str, typing.Any]] is None", "False"),
    ])
  func knowsAbstractClasses(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after: "import collections, collections.abc, copy, functools, itertools, math, operator, typing")
        == example.value)
  }

  @Test(
    "applies functions",
    arguments: [
      Case(
        "functools.reduce(lambda a, b: a + b, [1, 2, 3], 10), functools.reduce(lambda a, b: a * b, [2, 3])",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "functools.reduce(lambda a, b: a, [])",
        "TypeError: reduce() of empty iterable with no initial value"),
      Case(
        "functools.partial(lambda a, b: (a, b), 1)(2), functools.partial(max, key=len)(['a', 'bb'])",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "list(itertools.chain([1], 'ab')), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.islice(itertools.count(3), 2))",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "list(itertools.product([1, 2], 'a')), list(itertools.combinations('abc', 2)), list(itertools.zip_longest([1, 2], [3]))",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case("any(x > 1 for x in itertools.chain([2], itertools.count()))", "True"),
      Case(
        "sorted([{'a': 2}, {'a': 1}], key=operator.itemgetter('a')), operator.add(1, 2)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "a = [[1]] ;; b = copy.copy(a) ;; c = copy.deepcopy(a) ;; a[0].append(2) ;; (a, b, c)",
        "([[1, 2]], [[1, 2]], [[1]])"),
    ])
  func appliesFunctions(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after: "import collections, collections.abc, copy, functools, itertools, math, operator, typing")
        == example.value)
  }

  @Test(
    "calculates",
    arguments: [
      Case(
        "math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.log(8, 2), math.atan2(1, 2), math.radians(180), math.pi",
        "TypeError: repr() takes exactly one argument (7 given)"),
      Case("math.sqrt(-1)", "ValueError: math domain error"),
      Case("math.log(0)", "ValueError: math domain error"),
      Case("math.exp(1000)", "OverflowError: math range error"),
      Case("math.sqrt('a')", "TypeError: must be real number, not str"),
      Case(
        "math.isclose(1, 1 + 1e-10), math.gcd(12, 18), math.isnan(math.nan)",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func calculates(_ example: Case) {
    #expect(
      evaluate(
        example.code,
        after: "import collections, collections.abc, copy, functools, itertools, math, operator, typing")
        == example.value)
  }
}
