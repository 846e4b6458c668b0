import Testing

/// Lists, tuples, dicts, sets and ranges.
/// Expectations are what CPython 3.11 prints.
@Suite struct ContainerTests {
  @Test(arguments: [
    Expression("[1, *True]", "TypeError: Value after * must be an iterable, not bool"),
    Expression("(*None,)", "TypeError: Value after * must be an iterable, not NoneType"),
    Expression("[1].__setitem__(slice(None), len)", "TypeError: can only assign an iterable"),
    Expression(
      "[1].__setitem__(slice(None, None, 2), 0)", "TypeError: must assign iterable to extended slice"),
    Expression(
      "[].__setitem__(slice(None, None, 2), 'ab')",
      "ValueError: attempt to assign sequence of size 2 to extended slice of size 0"),
    Expression("{3}.intersection([3, []]), {3}.intersection([3, 3.0])", "({3}, {3})"),
    Expression("{3}.intersection([[]])", "TypeError: unhashable type: 'list'"),
    Expression(
      "type('L', (list,), {})() + 1", "TypeError: can only concatenate list (not \"int\") to list"),
    Expression(
      "sorted([1, 2, [3], 4])", "TypeError: '<' not supported between instances of 'list' and 'int'"),
    Expression("sorted([5, 4, 3, 9, 1, 4, 0]), sorted([2, 1])", "([0, 1, 3, 4, 4, 5, 9], [1, 2])"),
    Expression("{*1}", "TypeError: 'int' object is not iterable"),
    Expression("[(lambda: 0).__qualname__ for _ in '1']", "['<listcomp>.<lambda>']"),
    Expression(
      "[1, 2] + [3], [0] * 3, [1, 2, 3][::-1], [1, 2, 3][-2:], [1, 2] == [1, 2.0], [1] == (1,)",
      "([1, 2, 3], [0, 0, 0], [3, 2, 1], [2, 3], True, False)"),
    Expression(
      "sorted([3, 1, 2]), sorted('bca', reverse=True), sorted(['b', 'A'], key=str.lower)",
      "([1, 2, 3], ['c', 'b', 'a'], ['A', 'b'])"),
    Expression(
      "[1, 2, 3].index(2), [1, 1].count(1), [3, 4].pop(), [1, 2] < [1, 3], [] < [0]", "(1, 2, 4, True, True)"),
    Expression("[][0]", "IndexError: list index out of range"),
    Expression("[1]['k']", "TypeError: list indices must be integers or slices, not str"),
    Expression("[1] + 'a'", #"TypeError: can only concatenate list (not "str") to list"#),
    Expression("[].pop()", "IndexError: pop from empty list"),
    Expression("[1].index(2)", "ValueError: 2 is not in list"),
    Expression("[1].remove(2)", "ValueError: list.remove(x): x not in list"),
    Expression("sorted([1, 'a'])", "TypeError: '<' not supported between instances of 'str' and 'int'"),
    Expression("(1,), (), (1, 2) + (3,), (1, 2).index(2)", "((1,), (), (1, 2, 3), 1)"),
    Expression("(1,).index(2)", "ValueError: tuple.index(x): x not in tuple"),
    Expression("(1,)['k']", "TypeError: tuple indices must be integers or slices, not str"),
  ]) func lists(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression("{'a': 1, 'b': 2, 'a': 3}", "{'a': 3, 'b': 2}"),
    Expression("{**{'a': 1}, 'b': 2} | {'a': 9}", "{'a': 9, 'b': 2}"),
    Expression(
      "list({'b': 1, 'a': 2}), {'a': 1}.items(), {'a': 1}.keys(), {'a': 1}.values()",
      "(['b', 'a'], dict_items([('a', 1)]), dict_keys(['a']), dict_values([1]))"),
    Expression("{'a': 1}.get('b'), {'a': 1}.get('b', 0), {'a': 1} == {'a': 1.0}", "(None, 0, True)"),
    Expression("{'a': 1}.keys() & {'a', 'b'}, ('a', 1) in {'a': 1}.items()", "({'a'}, True)"),
    Expression(
      "dict(a=1), dict([('a', 1)]), dict({'a': 1}, b=2), dict.fromkeys('ab', 0)",
      "({'a': 1}, {'a': 1}, {'a': 1, 'b': 2}, {'a': 0, 'b': 0})"),
    Expression("{'a': {}, 'b': [1, (2,)]}", "{'a': {}, 'b': [1, (2,)]}"),
    Expression("{}['k']", "KeyError: 'k'"),
    Expression("{}[('a', 1)]", "KeyError: ('a', 1)"),
    Expression("{}.pop('k')", "KeyError: 'k'"),
    Expression("{}.popitem()", "KeyError: 'popitem(): dictionary is empty'"),
    Expression("{[]: 1}", "TypeError: unhashable type: 'list'"),
    Expression("{'a': 1}.get('a', default=2)", "TypeError: dict.get() takes no keyword arguments"),
    Expression("{}.get()", "TypeError: get expected at least 1 argument, got 0"),
    Expression("dict([1])", "TypeError: cannot convert dictionary update sequence element #0 to a sequence"),
    Expression(
      "dict([(1, 2, 3)])", "ValueError: dictionary update sequence element #0 has length 3; 2 is required"),
  ]) func dicts(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression(
      "{1, 2} & {2, 3}, {1, 2} | {3}, {1, 2} - {1}, {1, 2} ^ {2, 3}", "({2}, {1, 2, 3}, {2}, {1, 3})"),
    Expression(
      "{1} <= {1, 2}, {1} < {1}, {1, 2} == {2, 1}, set(), frozenset({1}), frozenset({1}) == {1}",
      "(True, False, True, set(), frozenset({1}), True)"),
    Expression(
      "{1}.union([2], (3,)), {1, 2}.intersection([2]), {1}.issubset([1, 2]), {1}.isdisjoint([2])",
      "({1, 2, 3}, {2}, True, True)"),
    Expression("{1} & [1]", "TypeError: unsupported operand type(s) for &: 'set' and 'list'"),
    Expression("{[]}", "TypeError: unhashable type: 'list'"),
    Expression("[] in {1}", "TypeError: unhashable type: 'list'"),
    Expression("{1}.remove(2)", "KeyError: 2"),
    Expression("set().pop()", "KeyError: 'pop from an empty set'"),
    Expression("set(1)", "TypeError: 'int' object is not iterable"),
  ]) func sets(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression(
      "list(range(5, 0, -2)), len(range(0, 10, 3)), range(10)[2:5], range(10)[-1], 5 in range(3, 9, 2)",
      "([5, 3, 1], 4, range(2, 5), 9, True)"),
    Expression(
      "range(3) == range(0, 3), range(0), list(reversed(range(3)))", "(True, range(0, 0), [2, 1, 0])"),
    Expression("range(1, 2, 0)", "ValueError: range() arg 3 must not be zero"),
    Expression("range('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
  ]) func ranges(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }

  @Test(arguments: [
    Expression(
      "[bool(x) for x in (None, False, 0, 0.0, '', b'', [], (), {}, set(), range(0), {}.keys())]",
      "[False, False, False, False, False, False, False, False, False, False, False, False]"),
    Expression(
      "[] or {}, 0 and 1 / 0, 'a' and 'b', None or 0, not [], 1 and 0 or 'x'", "({}, 0, 'b', 0, True, 'x')"),
  ]) func truth(_ expression: Expression) {
    #expect(expression.outcome == expression.expected)
  }
}
