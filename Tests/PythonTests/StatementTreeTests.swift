import Testing

/// Statements, and how lines become statements, as trees.
///
/// Each source is followed by `ast.dump` of the module in one line, from CPython 3.11.
@Suite struct StatementTreeTests {
  static let table = treeTable(
    #"""
    from . import *
      Module(body=[ImportFrom(names=[alias(name='*')], level=1)], type_ignores=[])
    (x) = 1
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    (x): int = 1
      Module(body=[AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()),
      value=Constant(value=1), simple=0)], type_ignores=[])
    (x) += 1
      Module(body=[AugAssign(target=Name(id='x', ctx=Store()), op=Add(), value=Constant(value=1))],
      type_ignores=[])
    a.b = 1
      Module(body=[Assign(targets=[Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Store())],
      value=Constant(value=1))], type_ignores=[])
    (*a, b) = 1
      Module(body=[Assign(targets=[Tuple(elts=[Starred(value=Name(id='a', ctx=Store()), ctx=Store()),
      Name(id='b', ctx=Store())], ctx=Store())], value=Constant(value=1))], type_ignores=[])
    [*a] = 1
      Module(body=[Assign(targets=[List(elts=[Starred(value=Name(id='a', ctx=Store()), ctx=Store())],
      ctx=Store())], value=Constant(value=1))], type_ignores=[])
    for *a, b in c: pass
      Module(body=[For(target=Tuple(elts=[Starred(value=Name(id='a', ctx=Store()), ctx=Store()),
      Name(id='b', ctx=Store())], ctx=Store()), iter=Name(id='c', ctx=Load()), body=[Pass()],
      orelse=[])], type_ignores=[])
    for a.b in c: pass
      Module(body=[For(target=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Store()),
      iter=Name(id='c', ctx=Load()), body=[Pass()], orelse=[])], type_ignores=[])
    for a[0], (b, c) in d: pass
      Module(body=[For(target=Tuple(elts=[Subscript(value=Name(id='a', ctx=Load()),
      slice=Constant(value=0), ctx=Store()), Tuple(elts=[Name(id='b', ctx=Store()), Name(id='c',
      ctx=Store())], ctx=Store())], ctx=Store()), iter=Name(id='d', ctx=Load()), body=[Pass()],
      orelse=[])], type_ignores=[])
    @a := b\ndef f(): pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[NamedExpr(target=Name(id='a',
      ctx=Store()), value=Name(id='b', ctx=Load()))])], type_ignores=[])
    def f():\n x=1\n def g():\n  nonlocal x\n
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Assign(targets=[Name(id='x', ctx=Store())],
      value=Constant(value=1)), FunctionDef(name='g', args=arguments(posonlyargs=[], args=[],
      kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Nonlocal(names=['x'])], decorator_list=[])],
      decorator_list=[])], type_ignores=[])
    def f():\n def g():\n  nonlocal x\n x=1
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[FunctionDef(name='g', args=arguments(posonlyargs=[], args=[],
      kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Nonlocal(names=['x'])], decorator_list=[]),
      Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], decorator_list=[])],
      type_ignores=[])
    def f(x):\n class A:\n  nonlocal x\n  x=2
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='x')],
      kwonlyargs=[], kw_defaults=[], defaults=[]), body=[ClassDef(name='A', bases=[], keywords=[],
      body=[Nonlocal(names=['x']), Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=2))],
      decorator_list=[])], decorator_list=[])], type_ignores=[])
    class A:\n def f(self):\n  nonlocal __class__\n
      Module(body=[ClassDef(name='A', bases=[], keywords=[], body=[FunctionDef(name='f',
      args=arguments(posonlyargs=[], args=[arg(arg='self')], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=[Nonlocal(names=['__class__'])], decorator_list=[])], decorator_list=[])], type_ignores=[])
    def f():\n import x\n global x
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Import(names=[alias(name='x')]), Global(names=['x'])],
      decorator_list=[])], type_ignores=[])
    async def f():\n return [x async for x in y]
      Module(body=[AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Return(value=ListComp(elt=Name(id='x', ctx=Load()),
      generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[],
      is_async=1)]))], decorator_list=[])], type_ignores=[])
    def f():\n return (x async for x in y)
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Return(value=GeneratorExp(elt=Name(id='x', ctx=Load()),
      generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[],
      is_async=1)]))], decorator_list=[])], type_ignores=[])
    def f():\n return (await x for x in y)
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Return(value=GeneratorExp(elt=Await(value=Name(id='x',
      ctx=Load())), generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y',
      ctx=Load()), ifs=[], is_async=0)]))], decorator_list=[])], type_ignores=[])
    async def f():\n yield 1\n return
      Module(body=[AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Expr(value=Yield(value=Constant(value=1))), Return()],
      decorator_list=[])], type_ignores=[])
    async def f():\n [[x async for x in y] for z in w]
      Module(body=[AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Expr(value=ListComp(elt=ListComp(elt=Name(id='x', ctx=Load()),
      generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[],
      is_async=1)]), generators=[comprehension(target=Name(id='z', ctx=Store()), iter=Name(id='w',
      ctx=Load()), ifs=[], is_async=0)]))], decorator_list=[])], type_ignores=[])
    "doc"\nfrom __future__ import division
      Module(body=[Expr(value=Constant(value='doc')), ImportFrom(module='__future__',
      names=[alias(name='division')], level=0)], type_ignores=[])
    while 1:\n try:\n  pass\n except* A:\n  while 1: break
      Module(body=[While(test=Constant(value=1), body=[TryStar(body=[Pass()],
      handlers=[ExceptHandler(type=Name(id='A', ctx=Load()), body=[While(test=Constant(value=1),
      body=[Break()], orelse=[])])], orelse=[], finalbody=[])], orelse=[])], type_ignores=[])
    while 1:\n try:\n  pass\n finally:\n  continue
      Module(body=[While(test=Constant(value=1), body=[Try(body=[Pass()], handlers=[], orelse=[],
      finalbody=[Continue()])], orelse=[])], type_ignores=[])
    match = 1
      Module(body=[Assign(targets=[Name(id='match', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    match: int = 1
      Module(body=[AnnAssign(target=Name(id='match', ctx=Store()), annotation=Name(id='int', ctx=Load()),
      value=Constant(value=1), simple=1)], type_ignores=[])
    match[x]: int
      Module(body=[AnnAssign(target=Subscript(value=Name(id='match', ctx=Load()), slice=Name(id='x',
      ctx=Load()), ctx=Store()), annotation=Name(id='int', ctx=Load()), simple=0)], type_ignores=[])
    case = 1
      Module(body=[Assign(targets=[Name(id='case', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    def f():\n match (yield):\n  case 1: pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Match(subject=Yield(),
      cases=[match_case(pattern=MatchValue(value=Constant(value=1)), body=[Pass()])])],
      decorator_list=[])], type_ignores=[])
    _ = 1
      Module(body=[Assign(targets=[Name(id='_', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    \u{FEFF}x = 1
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    x = 1\r\ny = 2\r\n
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1)),
      Assign(targets=[Name(id='y', ctx=Store())], value=Constant(value=2))], type_ignores=[])
    x = 1\ry = 2
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1)),
      Assign(targets=[Name(id='y', ctx=Store())], value=Constant(value=2))], type_ignores=[])
    if x:\r\n  y\r\n
      Module(body=[If(test=Name(id='x', ctx=Load()), body=[Expr(value=Name(id='y', ctx=Load()))],
      orelse=[])], type_ignores=[])
    \u{C}x = 1
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    if x:\n\u{C}  y
      Module(body=[If(test=Name(id='x', ctx=Load()), body=[Expr(value=Name(id='y', ctx=Load()))],
      orelse=[])], type_ignores=[])
    \u{20} \u{C}x = 1
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    x = \\\n 1
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    if x:\n  \\\n      y\n  z
      Module(body=[If(test=Name(id='x', ctx=Load()), body=[Expr(value=Name(id='y', ctx=Load())),
      Expr(value=Name(id='z', ctx=Load()))], orelse=[])], type_ignores=[])
    # c
      Module(body=[], type_ignores=[])
    \u{20}  # c\n
      Module(body=[], type_ignores=[])
    x\n   # c\ny
      Module(body=[Expr(value=Name(id='x', ctx=Load())), Expr(value=Name(id='y', ctx=Load()))],
      type_ignores=[])
    x = 0
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=0))], type_ignores=[])
    def f():\n f"{yield x}"
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]),
      body=[Expr(value=JoinedStr(values=[FormattedValue(value=Yield(value=Name(id='x', ctx=Load())),
      conversion=-1)]))], decorator_list=[])], type_ignores=[])
    é = 1
      Module(body=[Assign(targets=[Name(id='é', ctx=Store())], value=Constant(value=1))], type_ignores=[])
    名前 = 1
      Module(body=[Assign(targets=[Name(id='名前', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    ﬁ = 1
      Module(body=[Assign(targets=[Name(id='fi', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    𝔘𝔫𝔦 = 1
      Module(body=[Assign(targets=[Name(id='Uni', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    ａｂｃ = 1
      Module(body=[Assign(targets=[Name(id='abc', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    x\u{301} = 1
      Module(body=[Assign(targets=[Name(id='x\u{301}', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    a·b = 1
      Module(body=[Assign(targets=[Name(id='a·b', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    x: int
      Module(body=[AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()),
      simple=1)], type_ignores=[])
    x: int = 1
      Module(body=[AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()),
      value=Constant(value=1), simple=1)], type_ignores=[])
    x.y: int
      Module(body=[AnnAssign(target=Attribute(value=Name(id='x', ctx=Load()), attr='y', ctx=Store()),
      annotation=Name(id='int', ctx=Load()), simple=0)], type_ignores=[])
    x[0]: int = 1
      Module(body=[AnnAssign(target=Subscript(value=Name(id='x', ctx=Load()), slice=Constant(value=0),
      ctx=Store()), annotation=Name(id='int', ctx=Load()), value=Constant(value=1), simple=0)],
      type_ignores=[])
    class A: x = 1; y = 2
      Module(body=[ClassDef(name='A', bases=[], keywords=[], body=[Assign(targets=[Name(id='x',
      ctx=Store())], value=Constant(value=1)), Assign(targets=[Name(id='y', ctx=Store())],
      value=Constant(value=2))], decorator_list=[])], type_ignores=[])
    if x: pass; y
      Module(body=[If(test=Name(id='x', ctx=Load()), body=[Pass(), Expr(value=Name(id='y', ctx=Load()))],
      orelse=[])], type_ignores=[])
    if x: pass\nelse: pass
      Module(body=[If(test=Name(id='x', ctx=Load()), body=[Pass()], orelse=[Pass()])], type_ignores=[])
    for x in y: pass\nelse: pass
      Module(body=[For(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), body=[Pass()],
      orelse=[Pass()])], type_ignores=[])
    while x: pass\nelse: pass
      Module(body=[While(test=Name(id='x', ctx=Load()), body=[Pass()], orelse=[Pass()])], type_ignores=[])
    try: pass\nexcept: pass\nelse: pass\nfinally: pass
      Module(body=[Try(body=[Pass()], handlers=[ExceptHandler(body=[Pass()])], orelse=[Pass()],
      finalbody=[Pass()])], type_ignores=[])
    try: pass\nfinally: pass
      Module(body=[Try(body=[Pass()], handlers=[], orelse=[], finalbody=[Pass()])], type_ignores=[])
    with a: pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()))], body=[Pass()])],
      type_ignores=[])
    with a as b, c as (d, e): pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b',
      ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()),
      optional_vars=Tuple(elts=[Name(id='d', ctx=Store()), Name(id='e', ctx=Store())], ctx=Store()))],
      body=[Pass()])], type_ignores=[])
    with (a, b): pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load())),
      withitem(context_expr=Name(id='b', ctx=Load()))], body=[Pass()])], type_ignores=[])
    with (a, b) as c: pass
      Module(body=[With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b',
      ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()])],
      type_ignores=[])
    with (a as b, c as d,): pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b',
      ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()), optional_vars=Name(id='d',
      ctx=Store()))], body=[Pass()])], type_ignores=[])
    with (a): pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()))], body=[Pass()])],
      type_ignores=[])
    with (a), b: pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load())),
      withitem(context_expr=Name(id='b', ctx=Load()))], body=[Pass()])], type_ignores=[])
    with (a as b): pass
      Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b',
      ctx=Store()))], body=[Pass()])], type_ignores=[])
    with (a, *b): pass
      Module(body=[With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()),
      Starred(value=Name(id='b', ctx=Load()), ctx=Load())], ctx=Load()))], body=[Pass()])],
      type_ignores=[])
    with (a := b): pass
      Module(body=[With(items=[withitem(context_expr=NamedExpr(target=Name(id='a', ctx=Store()),
      value=Name(id='b', ctx=Load())))], body=[Pass()])], type_ignores=[])
    with (a for a in b): pass
      Module(body=[With(items=[withitem(context_expr=GeneratorExp(elt=Name(id='a', ctx=Load()),
      generators=[comprehension(target=Name(id='a', ctx=Store()), iter=Name(id='b', ctx=Load()), ifs=[],
      is_async=0)]))], body=[Pass()])], type_ignores=[])
    with (a).b as c: pass
      Module(body=[With(items=[withitem(context_expr=Attribute(value=Name(id='a', ctx=Load()), attr='b',
      ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()])], type_ignores=[])
    with (a, b).c: pass
      Module(body=[With(items=[withitem(context_expr=Attribute(value=Tuple(elts=[Name(id='a',
      ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), attr='c', ctx=Load()))], body=[Pass()])],
      type_ignores=[])
    with () as b: pass
      Module(body=[With(items=[withitem(context_expr=Tuple(elts=[], ctx=Load()),
      optional_vars=Name(id='b', ctx=Store()))], body=[Pass()])], type_ignores=[])
    with (): pass
      Module(body=[With(items=[withitem(context_expr=Tuple(elts=[], ctx=Load()))], body=[Pass()])],
      type_ignores=[])
    async def f():\n async with a as b, c: pass\n async for x in y: pass\n await z\n return [x async for x in y if await z]
      Module(body=[AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[AsyncWith(items=[withitem(context_expr=Name(id='a',
      ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c',
      ctx=Load()))], body=[Pass()]), AsyncFor(target=Name(id='x', ctx=Store()), iter=Name(id='y',
      ctx=Load()), body=[Pass()], orelse=[]), Expr(value=Await(value=Name(id='z', ctx=Load()))),
      Return(value=ListComp(elt=Name(id='x', ctx=Load()), generators=[comprehension(target=Name(id='x',
      ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[Await(value=Name(id='z', ctx=Load()))],
      is_async=1)]))], decorator_list=[])], type_ignores=[])
    def f(a, b=1, /, c=2, *d, e, f=3, **g) -> int: pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a'), arg(arg='b')],
      args=[arg(arg='c')], vararg=arg(arg='d'), kwonlyargs=[arg(arg='e'), arg(arg='f')],
      kw_defaults=[None, Constant(value=3)], kwarg=arg(arg='g'), defaults=[Constant(value=1),
      Constant(value=2)]), body=[Pass()], decorator_list=[], returns=Name(id='int', ctx=Load()))],
      type_ignores=[])
    def f(*, a): pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[],
      kwonlyargs=[arg(arg='a')], kw_defaults=[None], defaults=[]), body=[Pass()], decorator_list=[])],
      type_ignores=[])
    def f(a, /): pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], args=[],
      kwonlyargs=[], kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[])], type_ignores=[])
    def f(a: int = 1, *b: *c, **d: int): pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='a',
      annotation=Name(id='int', ctx=Load()))], vararg=arg(arg='b', annotation=Starred(value=Name(id='c',
      ctx=Load()), ctx=Load())), kwonlyargs=[], kw_defaults=[], kwarg=arg(arg='d',
      annotation=Name(id='int', ctx=Load())), defaults=[Constant(value=1)]), body=[Pass()],
      decorator_list=[])], type_ignores=[])
    @a\n@b.c(d)\nclass A(B, metaclass=C, *D, **E): pass
      Module(body=[ClassDef(name='A', bases=[Name(id='B', ctx=Load()), Starred(value=Name(id='D',
      ctx=Load()), ctx=Load())], keywords=[keyword(arg='metaclass', value=Name(id='C', ctx=Load())),
      keyword(value=Name(id='E', ctx=Load()))], body=[Pass()], decorator_list=[Name(id='a', ctx=Load()),
      Call(func=Attribute(value=Name(id='b', ctx=Load()), attr='c', ctx=Load()), args=[Name(id='d',
      ctx=Load())], keywords=[])])], type_ignores=[])
    @a\nasync def f(): pass
      Module(body=[AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[Name(id='a', ctx=Load())])],
      type_ignores=[])
    x = *a, b
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())],
      value=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()), Name(id='b', ctx=Load())],
      ctx=Load()))], type_ignores=[])
    def f():\n x = yield\n y = yield from z\n yield\n yield *a, b\n await_ = 1
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Assign(targets=[Name(id='x', ctx=Store())], value=Yield()),
      Assign(targets=[Name(id='y', ctx=Store())], value=YieldFrom(value=Name(id='z', ctx=Load()))),
      Expr(value=Yield()), Expr(value=Yield(value=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()),
      ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))), Assign(targets=[Name(id='await_',
      ctx=Store())], value=Constant(value=1))], decorator_list=[])], type_ignores=[])
    return_ = 1
      Module(body=[Assign(targets=[Name(id='return_', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    a = b = c
      Module(body=[Assign(targets=[Name(id='a', ctx=Store()), Name(id='b', ctx=Store())],
      value=Name(id='c', ctx=Load()))], type_ignores=[])
    a, b = c
      Module(body=[Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Name(id='b', ctx=Store())],
      ctx=Store())], value=Name(id='c', ctx=Load()))], type_ignores=[])
    (a, b) = c
      Module(body=[Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Name(id='b', ctx=Store())],
      ctx=Store())], value=Name(id='c', ctx=Load()))], type_ignores=[])
    [a, b] = c
      Module(body=[Assign(targets=[List(elts=[Name(id='a', ctx=Store()), Name(id='b', ctx=Store())],
      ctx=Store())], value=Name(id='c', ctx=Load()))], type_ignores=[])
    a, *b = c
      Module(body=[Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(id='b',
      ctx=Store()), ctx=Store())], ctx=Store())], value=Name(id='c', ctx=Load()))], type_ignores=[])
    *a, = b
      Module(body=[Assign(targets=[Tuple(elts=[Starred(value=Name(id='a', ctx=Store()), ctx=Store())],
      ctx=Store())], value=Name(id='b', ctx=Load()))], type_ignores=[])
    (a), b[0], c.d = e
      Module(body=[Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Subscript(value=Name(id='b',
      ctx=Load()), slice=Constant(value=0), ctx=Store()), Attribute(value=Name(id='c', ctx=Load()),
      attr='d', ctx=Store())], ctx=Store())], value=Name(id='e', ctx=Load()))], type_ignores=[])
    a += 1
      Module(body=[AugAssign(target=Name(id='a', ctx=Store()), op=Add(), value=Constant(value=1))],
      type_ignores=[])
    a @= b
      Module(body=[AugAssign(target=Name(id='a', ctx=Store()), op=MatMult(), value=Name(id='b',
      ctx=Load()))], type_ignores=[])
    a //= b; c **= d; e >>= f; g <<= h; i &= j; k |= l; m ^= n; o %= p; q /= r; s *= t; u -= v
      Module(body=[AugAssign(target=Name(id='a', ctx=Store()), op=FloorDiv(), value=Name(id='b',
      ctx=Load())), AugAssign(target=Name(id='c', ctx=Store()), op=Pow(), value=Name(id='d',
      ctx=Load())), AugAssign(target=Name(id='e', ctx=Store()), op=RShift(), value=Name(id='f',
      ctx=Load())), AugAssign(target=Name(id='g', ctx=Store()), op=LShift(), value=Name(id='h',
      ctx=Load())), AugAssign(target=Name(id='i', ctx=Store()), op=BitAnd(), value=Name(id='j',
      ctx=Load())), AugAssign(target=Name(id='k', ctx=Store()), op=BitOr(), value=Name(id='l',
      ctx=Load())), AugAssign(target=Name(id='m', ctx=Store()), op=BitXor(), value=Name(id='n',
      ctx=Load())), AugAssign(target=Name(id='o', ctx=Store()), op=Mod(), value=Name(id='p',
      ctx=Load())), AugAssign(target=Name(id='q', ctx=Store()), op=Div(), value=Name(id='r',
      ctx=Load())), AugAssign(target=Name(id='s', ctx=Store()), op=Mult(), value=Name(id='t',
      ctx=Load())), AugAssign(target=Name(id='u', ctx=Store()), op=Sub(), value=Name(id='v',
      ctx=Load()))], type_ignores=[])
    del a, b[0], c.d, (e, f), [g]
      Module(body=[Delete(targets=[Name(id='a', ctx=Del()), Subscript(value=Name(id='b', ctx=Load()),
      slice=Constant(value=0), ctx=Del()), Attribute(value=Name(id='c', ctx=Load()), attr='d',
      ctx=Del()), Tuple(elts=[Name(id='e', ctx=Del()), Name(id='f', ctx=Del())], ctx=Del()),
      List(elts=[Name(id='g', ctx=Del())], ctx=Del())])], type_ignores=[])
    del (a)
      Module(body=[Delete(targets=[Name(id='a', ctx=Del())])], type_ignores=[])
    del ()
      Module(body=[Delete(targets=[Tuple(elts=[], ctx=Del())])], type_ignores=[])
    assert a, b
      Module(body=[Assert(test=Name(id='a', ctx=Load()), msg=Name(id='b', ctx=Load()))], type_ignores=[])
    raise
      Module(body=[Raise()], type_ignores=[])
    raise a
      Module(body=[Raise(exc=Name(id='a', ctx=Load()))], type_ignores=[])
    raise a from b
      Module(body=[Raise(exc=Name(id='a', ctx=Load()), cause=Name(id='b', ctx=Load()))], type_ignores=[])
    import a, b.c as d
      Module(body=[Import(names=[alias(name='a'), alias(name='b.c', asname='d')])], type_ignores=[])
    from a import b as c, d
      Module(body=[ImportFrom(module='a', names=[alias(name='b', asname='c'), alias(name='d')],
      level=0)], type_ignores=[])
    from a import (b, c,)
      Module(body=[ImportFrom(module='a', names=[alias(name='b'), alias(name='c')], level=0)],
      type_ignores=[])
    from . import a
      Module(body=[ImportFrom(names=[alias(name='a')], level=1)], type_ignores=[])
    from .. import a
      Module(body=[ImportFrom(names=[alias(name='a')], level=2)], type_ignores=[])
    from ... import a
      Module(body=[ImportFrom(names=[alias(name='a')], level=3)], type_ignores=[])
    from .... import a
      Module(body=[ImportFrom(names=[alias(name='a')], level=4)], type_ignores=[])
    from .a.b import *
      Module(body=[ImportFrom(module='a.b', names=[alias(name='*')], level=1)], type_ignores=[])
    global a, b
      Module(body=[Global(names=['a', 'b'])], type_ignores=[])
    pass; pass;
      Module(body=[Pass(), Pass()], type_ignores=[])
    a;b
      Module(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))],
      type_ignores=[])
    a\n\n\nb
      Module(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))],
      type_ignores=[])
    if a:\n  b\n  if c:\n    d\n  e\nf
      Module(body=[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())),
      If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))], orelse=[]),
      Expr(value=Name(id='e', ctx=Load()))], orelse=[]), Expr(value=Name(id='f', ctx=Load()))],
      type_ignores=[])
    if a:\n  b\nelif c:\n  d\nelse:\n  e
      Module(body=[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))],
      orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))],
      orelse=[Expr(value=Name(id='e', ctx=Load()))])])], type_ignores=[])
    "doc"\ndef f():\n  "doc"\n
      Module(body=[Expr(value=Constant(value='doc')), FunctionDef(name='f',
      args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=[Expr(value=Constant(value='doc'))], decorator_list=[])], type_ignores=[])
    type = 1
      Module(body=[Assign(targets=[Name(id='type', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    nonlocal_ = 1
      Module(body=[Assign(targets=[Name(id='nonlocal_', ctx=Store())], value=Constant(value=1))],
      type_ignores=[])
    x = 1 if 2 else 3,
      Module(body=[Assign(targets=[Name(id='x', ctx=Store())],
      value=Tuple(elts=[IfExp(test=Constant(value=2), body=Constant(value=1), orelse=Constant(value=3))],
      ctx=Load()))], type_ignores=[])
    for x in *a, b: pass
      Module(body=[For(target=Name(id='x', ctx=Store()), iter=Tuple(elts=[Starred(value=Name(id='a',
      ctx=Load()), ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), body=[Pass()], orelse=[])],
      type_ignores=[])
    for x, in y: pass
      Module(body=[For(target=Tuple(elts=[Name(id='x', ctx=Store())], ctx=Store()), iter=Name(id='y',
      ctx=Load()), body=[Pass()], orelse=[])], type_ignores=[])
    for (x, y) in z: pass
      Module(body=[For(target=Tuple(elts=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())],
      ctx=Store()), iter=Name(id='z', ctx=Load()), body=[Pass()], orelse=[])], type_ignores=[])
    for [x, y] in z: pass
      Module(body=[For(target=List(elts=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())],
      ctx=Store()), iter=Name(id='z', ctx=Load()), body=[Pass()], orelse=[])], type_ignores=[])
    for x.y in z: pass
      Module(body=[For(target=Attribute(value=Name(id='x', ctx=Load()), attr='y', ctx=Store()),
      iter=Name(id='z', ctx=Load()), body=[Pass()], orelse=[])], type_ignores=[])
    if (x := 1): pass
      Module(body=[If(test=NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)),
      body=[Pass()], orelse=[])], type_ignores=[])
    while x := 1: pass
      Module(body=[While(test=NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)),
      body=[Pass()], orelse=[])], type_ignores=[])
    if x := 1: pass\nelif y := 2: pass
      Module(body=[If(test=NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)),
      body=[Pass()], orelse=[If(test=NamedExpr(target=Name(id='y', ctx=Store()),
      value=Constant(value=2)), body=[Pass()], orelse=[])])], type_ignores=[])
    @x := y\ndef f(): pass
      Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[],
      kw_defaults=[], defaults=[]), body=[Pass()], decorator_list=[NamedExpr(target=Name(id='x',
      ctx=Store()), value=Name(id='y', ctx=Load()))])], type_ignores=[])
    try:\n pass\nexcept* A as b:\n pass
      Module(body=[TryStar(body=[Pass()], handlers=[ExceptHandler(type=Name(id='A', ctx=Load()),
      name='b', body=[Pass()])], orelse=[], finalbody=[])], type_ignores=[])
    try:\n pass\nexcept (A, B) as c:\n pass\nexcept D:\n raise
      Module(body=[Try(body=[Pass()], handlers=[ExceptHandler(type=Tuple(elts=[Name(id='A', ctx=Load()),
      Name(id='B', ctx=Load())], ctx=Load()), name='c', body=[Pass()]), ExceptHandler(type=Name(id='D',
      ctx=Load()), body=[Raise()])], orelse=[], finalbody=[])], type_ignores=[])
    """#)

  @Test(arguments: table) func theTreeIsTheOneOfCPython(_ row: TreeRow) {
    expectTree(row)
  }
}
