import Testing

/// Match statements, as trees.
///
/// Each source is followed by `ast.dump` of the module in one line, from CPython 3.11.
@Suite struct PatternTreeTests {
  static let table = treeTable(
    #"""
    match x:\n case a if y: pass\n case b: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchAs(name='a'),
      guard=Name(id='y', ctx=Load()), body=[Pass()]), match_case(pattern=MatchAs(name='b'),
      body=[Pass()])])], type_ignores=[])
    match x:\n case {"x":a,**b}: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchMapping(keys=[Constant(value='x')], patterns=[MatchAs(name='a')],
      rest='b'), body=[Pass()])])], type_ignores=[])
    match x:\n case [a]|[a]: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchOr(patterns=[MatchSequence(patterns=[MatchAs(name='a')]),
      MatchSequence(patterns=[MatchAs(name='a')])]), body=[Pass()])])], type_ignores=[])
    match x:\n case -1+2j: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=BinOp(left=UnaryOp(op=USub(),
      operand=Constant(value=1)), op=Add(), right=Constant(value=2j))), body=[Pass()])])],
      type_ignores=[])
    match x:\n case a.b: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=Attribute(value=Name(id='a', ctx=Load()), attr='b',
      ctx=Load())), body=[Pass()])])], type_ignores=[])
    match x:\n case a.b.c(): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchClass(cls=Attribute(value=Attribute(value=Name(id='a', ctx=Load()),
      attr='b', ctx=Load()), attr='c', ctx=Load()), patterns=[], kwd_attrs=[], kwd_patterns=[]),
      body=[Pass()])])], type_ignores=[])
    match x:\n case (): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[]), body=[Pass()])])], type_ignores=[])
    match x:\n case (a): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchAs(name='a'),
      body=[Pass()])])], type_ignores=[])
    match x:\n case (a,): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[MatchAs(name='a')]), body=[Pass()])])],
      type_ignores=[])
    match x:\n case a,: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[MatchAs(name='a')]), body=[Pass()])])],
      type_ignores=[])
    match x:\n case a,b: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[MatchAs(name='a'), MatchAs(name='b')]),
      body=[Pass()])])], type_ignores=[])
    match x:\n case *a,: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[MatchStar(name='a')]), body=[Pass()])])],
      type_ignores=[])
    match x,:\n case 1: pass
      Module(body=[Match(subject=Tuple(elts=[Name(id='x', ctx=Load())], ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match *x,y:\n case 1: pass
      Module(body=[Match(subject=Tuple(elts=[Starred(value=Name(id='x', ctx=Load()), ctx=Load()),
      Name(id='y', ctx=Load())], ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match - x:\n case 1: pass
      Module(body=[Match(subject=UnaryOp(op=USub(), operand=Name(id='x', ctx=Load())),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match (x):\n case 1: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match(x, y):\n case 1: pass
      Module(body=[Match(subject=Tuple(elts=[Name(id='x', ctx=Load()), Name(id='y', ctx=Load())],
      ctx=Load()), cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])],
      type_ignores=[])
    match [a,b]:\n case 1: pass
      Module(body=[Match(subject=List(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())],
      ctx=Load()), cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])],
      type_ignores=[])
    match {}:\n case 1: pass
      Module(body=[Match(subject=Dict(keys=[], values=[]),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match not x:\n case 1: pass
      Module(body=[Match(subject=UnaryOp(op=Not(), operand=Name(id='x', ctx=Load())),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match lambda: 1:\n case 1: pass
      Module(body=[Match(subject=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=Constant(value=1)),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])], type_ignores=[])
    match x:\n case True: pass\n case None: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSingleton(value=True), body=[Pass()]),
      match_case(pattern=MatchSingleton(value=None), body=[Pass()])])], type_ignores=[])
    match x:\n case {1: _, -1: _, a.b: _, None: 1}: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchMapping(keys=[Constant(value=1), UnaryOp(op=USub(),
      operand=Constant(value=1)), Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()),
      Constant(value=None)], patterns=[MatchAs(), MatchAs(), MatchAs(),
      MatchValue(value=Constant(value=1))]), body=[Pass()])])], type_ignores=[])
    match x:\n case "a" "b" | b"c": pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchOr(patterns=[MatchValue(value=Constant(value='ab')),
      MatchValue(value=Constant(value=b'c'))]), body=[Pass()])])], type_ignores=[])
    match x := 1:\n case y: pass
      Module(body=[Match(subject=NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)),
      cases=[match_case(pattern=MatchAs(name='y'), body=[Pass()])])], type_ignores=[])
    match x:\n case 1 if (y := 2): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), guard=NamedExpr(target=Name(id='y',
      ctx=Store()), value=Constant(value=2)), body=[Pass()])])], type_ignores=[])
    match x:\n case {}: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchMapping(keys=[], patterns=[]), body=[Pass()])])], type_ignores=[])
    match x:\n case {"a": 1,}: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchMapping(keys=[Constant(value='a')],
      patterns=[MatchValue(value=Constant(value=1))]), body=[Pass()])])], type_ignores=[])
    match x:\n case A(1,): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchClass(cls=Name(id='A', ctx=Load()),
      patterns=[MatchValue(value=Constant(value=1))], kwd_attrs=[], kwd_patterns=[]), body=[Pass()])])],
      type_ignores=[])
    match x:\n case [1,]: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchSequence(patterns=[MatchValue(value=Constant(value=1))]),
      body=[Pass()])])], type_ignores=[])
    match x:\n case 1.5 | -2.5: pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()),
      cases=[match_case(pattern=MatchOr(patterns=[MatchValue(value=Constant(value=1.5)),
      MatchValue(value=UnaryOp(op=USub(), operand=Constant(value=2.5)))]), body=[Pass()])])],
      type_ignores=[])
    match x:\n case ((a)): pass
      Module(body=[Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchAs(name='a'),
      body=[Pass()])])], type_ignores=[])
    match = case = _ = 1
      Module(body=[Assign(targets=[Name(id='match', ctx=Store()), Name(id='case', ctx=Store()),
      Name(id='_', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    """#)

  @Test(arguments: table) func theTreeIsTheOneOfCPython(_ row: TreeRow) {
    expectTree(row)
  }
}
