import Testing

/// Expressions, as trees.
///
/// Each source is followed by `ast.dump` of the expression in one line, from CPython 3.11.
@Suite struct ExpressionTreeTests {
  static let table = treeTable(
    #"""
    print
      Name(id='print', ctx=Load())
    print -1
      BinOp(left=Name(id='print', ctx=Load()), op=Sub(), right=Constant(value=1))
    f(print)
      Call(func=Name(id='f', ctx=Load()), args=[Name(id='print', ctx=Load())], keywords=[])
    x ;
      Name(id='x', ctx=Load())
    {x: y for x in z}
      DictComp(key=Name(id='x', ctx=Load()), value=Name(id='y', ctx=Load()),
      generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='z', ctx=Load()), ifs=[],
      is_async=0)])
    f(**k, a=1)
      Call(func=Name(id='f', ctx=Load()), args=[], keywords=[keyword(value=Name(id='k', ctx=Load())),
      keyword(arg='a', value=Constant(value=1))])
    f(*a, b)
      Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()),
      Name(id='b', ctx=Load())], keywords=[])
    f(a=1, *b)
      Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='b', ctx=Load()), ctx=Load())],
      keywords=[keyword(arg='a', value=Constant(value=1))])
    f(a,)
      Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load())], keywords=[])
    f(a:=1)
      Call(func=Name(id='f', ctx=Load()), args=[NamedExpr(target=Name(id='a', ctx=Store()),
      value=Constant(value=1))], keywords=[])
    [a := 1, b := 2]
      List(elts=[NamedExpr(target=Name(id='a', ctx=Store()), value=Constant(value=1)),
      NamedExpr(target=Name(id='b', ctx=Store()), value=Constant(value=2))], ctx=Load())
    {a := 1}
      Set(elts=[NamedExpr(target=Name(id='a', ctx=Store()), value=Constant(value=1))])
    a[b := 1]
      Subscript(value=Name(id='a', ctx=Load()), slice=NamedExpr(target=Name(id='b', ctx=Store()),
      value=Constant(value=1)), ctx=Load())
    [(x:=1) for z in y]
      ListComp(elt=NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)),
      generators=[comprehension(target=Name(id='z', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[],
      is_async=0)])
    match.a
      Attribute(value=Name(id='match', ctx=Load()), attr='a', ctx=Load())
    match(x)
      Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx=Load())], keywords=[])
    match[x]
      Subscript(value=Name(id='match', ctx=Load()), slice=Name(id='x', ctx=Load()), ctx=Load())
    match -x
      BinOp(left=Name(id='match', ctx=Load()), op=Sub(), right=Name(id='x', ctx=Load()))
    print(match, case)
      Call(func=Name(id='print', ctx=Load()), args=[Name(id='match', ctx=Load()), Name(id='case',
      ctx=Load())], keywords=[])
    \\\nx
      Name(id='x', ctx=Load())
    x # c
      Name(id='x', ctx=Load())
    # coding: latin-1\nx
      Name(id='x', ctx=Load())
    0xfor x
      BoolOp(op=Or(), values=[Constant(value=15), Name(id='x', ctx=Load())])
    1if x else y
      IfExp(test=Name(id='x', ctx=Load()), body=Constant(value=1), orelse=Name(id='y', ctx=Load()))
    1or x
      BoolOp(op=Or(), values=[Constant(value=1), Name(id='x', ctx=Load())])
    1and x
      BoolOp(op=And(), values=[Constant(value=1), Name(id='x', ctx=Load())])
    1in x
      Compare(left=Constant(value=1), ops=[In()], comparators=[Name(id='x', ctx=Load())])
    1is x
      Compare(left=Constant(value=1), ops=[Is()], comparators=[Name(id='x', ctx=Load())])
    1not in x
      Compare(left=Constant(value=1), ops=[NotIn()], comparators=[Name(id='x', ctx=Load())])
    0x1for x in y
      BoolOp(op=Or(), values=[Constant(value=31), Compare(left=Name(id='x', ctx=Load()), ops=[In()],
      comparators=[Name(id='y', ctx=Load())])])
    ª
      Name(id='a', ctx=Load())
    lambda a, b=1, /, c=2, *d, e, f=3, **g: 1
      Lambda(args=arguments(posonlyargs=[arg(arg='a'), arg(arg='b')], args=[arg(arg='c')],
      vararg=arg(arg='d'), kwonlyargs=[arg(arg='e'), arg(arg='f')], kw_defaults=[None,
      Constant(value=3)], kwarg=arg(arg='g'), defaults=[Constant(value=1), Constant(value=2)]),
      body=Constant(value=1))
    lambda *, a: 1
      Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[arg(arg='a')], kw_defaults=[None],
      defaults=[]), body=Constant(value=1))
    lambda: (yield)
      Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=Yield())
    a if b else c
      IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), orelse=Name(id='c', ctx=Load()))
    a if b else c if d else e
      IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), orelse=IfExp(test=Name(id='d',
      ctx=Load()), body=Name(id='c', ctx=Load()), orelse=Name(id='e', ctx=Load())))
    not a
      UnaryOp(op=Not(), operand=Name(id='a', ctx=Load()))
    not not a
      UnaryOp(op=Not(), operand=UnaryOp(op=Not(), operand=Name(id='a', ctx=Load())))
    -a
      UnaryOp(op=USub(), operand=Name(id='a', ctx=Load()))
    +a
      UnaryOp(op=UAdd(), operand=Name(id='a', ctx=Load()))
    ~a
      UnaryOp(op=Invert(), operand=Name(id='a', ctx=Load()))
    - - a
      UnaryOp(op=USub(), operand=UnaryOp(op=USub(), operand=Name(id='a', ctx=Load())))
    -a ** -b
      UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=UnaryOp(op=USub(),
      operand=Name(id='b', ctx=Load()))))
    a ** b ** c
      BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=BinOp(left=Name(id='b', ctx=Load()), op=Pow(),
      right=Name(id='c', ctx=Load())))
    (a ** b) ** c
      BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=Name(id='b', ctx=Load())),
      op=Pow(), right=Name(id='c', ctx=Load()))
    a or b or c
      BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load()), Name(id='c',
      ctx=Load())])
    a or b and c or d
      BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), BoolOp(op=And(), values=[Name(id='b',
      ctx=Load()), Name(id='c', ctx=Load())]), Name(id='d', ctx=Load())])
    (a or b) or c
      BoolOp(op=Or(), values=[BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), Name(id='b',
      ctx=Load())]), Name(id='c', ctx=Load())])
    a < b < c
      Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), Lt()], comparators=[Name(id='b', ctx=Load()),
      Name(id='c', ctx=Load())])
    a not in b
      Compare(left=Name(id='a', ctx=Load()), ops=[NotIn()], comparators=[Name(id='b', ctx=Load())])
    a is not b
      Compare(left=Name(id='a', ctx=Load()), ops=[IsNot()], comparators=[Name(id='b', ctx=Load())])
    not a in b
      UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[In()],
      comparators=[Name(id='b', ctx=Load())]))
    a in b is c
      Compare(left=Name(id='a', ctx=Load()), ops=[In(), Is()], comparators=[Name(id='b', ctx=Load()),
      Name(id='c', ctx=Load())])
    a == b != c <= d >= e > f
      Compare(left=Name(id='a', ctx=Load()), ops=[Eq(), NotEq(), LtE(), GtE(), Gt()],
      comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()), Name(id='d', ctx=Load()),
      Name(id='e', ctx=Load()), Name(id='f', ctx=Load())])
    a + b - c
      BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=Name(id='b', ctx=Load())),
      op=Sub(), right=Name(id='c', ctx=Load()))
    a * b / c // d % e @ f
      BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Mult(),
      right=Name(id='b', ctx=Load())), op=Div(), right=Name(id='c', ctx=Load())), op=FloorDiv(),
      right=Name(id='d', ctx=Load())), op=Mod(), right=Name(id='e', ctx=Load())), op=MatMult(),
      right=Name(id='f', ctx=Load()))
    a << b >> c
      BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=LShift(), right=Name(id='b', ctx=Load())),
      op=RShift(), right=Name(id='c', ctx=Load()))
    a & b ^ c | d
      BinOp(left=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=BitAnd(), right=Name(id='b',
      ctx=Load())), op=BitXor(), right=Name(id='c', ctx=Load())), op=BitOr(), right=Name(id='d',
      ctx=Load()))
    a | b & c
      BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), right=BinOp(left=Name(id='b', ctx=Load()),
      op=BitAnd(), right=Name(id='c', ctx=Load())))
    -1
      UnaryOp(op=USub(), operand=Constant(value=1))
    a.b.c
      Attribute(value=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()), attr='c',
      ctx=Load())
    a[b]
      Subscript(value=Name(id='a', ctx=Load()), slice=Name(id='b', ctx=Load()), ctx=Load())
    a[b, c]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Name(id='b', ctx=Load()), Name(id='c',
      ctx=Load())], ctx=Load()), ctx=Load())
    a[b:c]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(lower=Name(id='b', ctx=Load()),
      upper=Name(id='c', ctx=Load())), ctx=Load())
    a[b:c:d]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(lower=Name(id='b', ctx=Load()),
      upper=Name(id='c', ctx=Load()), step=Name(id='d', ctx=Load())), ctx=Load())
    a[:]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(), ctx=Load())
    a[::]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(), ctx=Load())
    a[::b]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(step=Name(id='b', ctx=Load())), ctx=Load())
    a[b:]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(lower=Name(id='b', ctx=Load())), ctx=Load())
    a[:b]
      Subscript(value=Name(id='a', ctx=Load()), slice=Slice(upper=Name(id='b', ctx=Load())), ctx=Load())
    a[b:c, d]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(lower=Name(id='b', ctx=Load()),
      upper=Name(id='c', ctx=Load())), Name(id='d', ctx=Load())], ctx=Load()), ctx=Load())
    a[b,]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Name(id='b', ctx=Load())], ctx=Load()),
      ctx=Load())
    a[*b]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Starred(value=Name(id='b', ctx=Load()),
      ctx=Load())], ctx=Load()), ctx=Load())
    a[*b, c]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Starred(value=Name(id='b', ctx=Load()),
      ctx=Load()), Name(id='c', ctx=Load())], ctx=Load()), ctx=Load())
    a[b:c,]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(lower=Name(id='b', ctx=Load()),
      upper=Name(id='c', ctx=Load()))], ctx=Load()), ctx=Load())
    a[()]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[], ctx=Load()), ctx=Load())
    a(b)
      Call(func=Name(id='a', ctx=Load()), args=[Name(id='b', ctx=Load())], keywords=[])
    a(b, *c, d=e, **f)
      Call(func=Name(id='a', ctx=Load()), args=[Name(id='b', ctx=Load()), Starred(value=Name(id='c',
      ctx=Load()), ctx=Load())], keywords=[keyword(arg='d', value=Name(id='e', ctx=Load())),
      keyword(value=Name(id='f', ctx=Load()))])
    a(*b, *c)
      Call(func=Name(id='a', ctx=Load()), args=[Starred(value=Name(id='b', ctx=Load()), ctx=Load()),
      Starred(value=Name(id='c', ctx=Load()), ctx=Load())], keywords=[])
    a(**b, **c)
      Call(func=Name(id='a', ctx=Load()), args=[], keywords=[keyword(value=Name(id='b', ctx=Load())),
      keyword(value=Name(id='c', ctx=Load()))])
    a(b for c in d)
      Call(func=Name(id='a', ctx=Load()), args=[GeneratorExp(elt=Name(id='b', ctx=Load()),
      generators=[comprehension(target=Name(id='c', ctx=Store()), iter=Name(id='d', ctx=Load()), ifs=[],
      is_async=0)])], keywords=[])
    a(b)(c)[d].e
      Attribute(value=Subscript(value=Call(func=Call(func=Name(id='a', ctx=Load()), args=[Name(id='b',
      ctx=Load())], keywords=[]), args=[Name(id='c', ctx=Load())], keywords=[]), slice=Name(id='d',
      ctx=Load()), ctx=Load()), attr='e', ctx=Load())
    a(b, c=d, *e)
      Call(func=Name(id='a', ctx=Load()), args=[Name(id='b', ctx=Load()), Starred(value=Name(id='e',
      ctx=Load()), ctx=Load())], keywords=[keyword(arg='c', value=Name(id='d', ctx=Load()))])
    ()
      Tuple(elts=[], ctx=Load())
    (a)
      Name(id='a', ctx=Load())
    (a,)
      Tuple(elts=[Name(id='a', ctx=Load())], ctx=Load())
    (a, b)
      Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())
    (a, *b)
      Tuple(elts=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', ctx=Load()), ctx=Load())],
      ctx=Load())
    []
      List(elts=[], ctx=Load())
    [a]
      List(elts=[Name(id='a', ctx=Load())], ctx=Load())
    [a, b,]
      List(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())
    [*a]
      List(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load())], ctx=Load())
    {}
      Dict(keys=[], values=[])
    {a}
      Set(elts=[Name(id='a', ctx=Load())])
    {a, b,}
      Set(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())])
    {*a}
      Set(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load())])
    {a: b}
      Dict(keys=[Name(id='a', ctx=Load())], values=[Name(id='b', ctx=Load())])
    {a: b, **c, d: e,}
      Dict(keys=[Name(id='a', ctx=Load()), None, Name(id='d', ctx=Load())], values=[Name(id='b',
      ctx=Load()), Name(id='c', ctx=Load()), Name(id='e', ctx=Load())])
    [a for b in c]
      ListComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=Store()),
      iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)])
    [a for b in c if d if e for f in g]
      ListComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=Store()),
      iter=Name(id='c', ctx=Load()), ifs=[Name(id='d', ctx=Load()), Name(id='e', ctx=Load())],
      is_async=0), comprehension(target=Name(id='f', ctx=Store()), iter=Name(id='g', ctx=Load()), ifs=[],
      is_async=0)])
    [a for b, *c in d]
      ListComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Tuple(elts=[Name(id='b',
      ctx=Store()), Starred(value=Name(id='c', ctx=Store()), ctx=Store())], ctx=Store()),
      iter=Name(id='d', ctx=Load()), ifs=[], is_async=0)])
    {a for b in c}
      SetComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=Store()),
      iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)])
    {a: b for c in d}
      DictComp(key=Name(id='a', ctx=Load()), value=Name(id='b', ctx=Load()),
      generators=[comprehension(target=Name(id='c', ctx=Store()), iter=Name(id='d', ctx=Load()), ifs=[],
      is_async=0)])
    (a for b in c)
      GeneratorExp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b',
      ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)])
    [lambda: a for b in c]
      ListComp(elt=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[],
      defaults=[]), body=Name(id='a', ctx=Load())), generators=[comprehension(target=Name(id='b',
      ctx=Store()), iter=Name(id='c', ctx=Load()), ifs=[], is_async=0)])
    (a := b)
      NamedExpr(target=Name(id='a', ctx=Store()), value=Name(id='b', ctx=Load()))
    [a := b, c]
      List(elts=[NamedExpr(target=Name(id='a', ctx=Store()), value=Name(id='b', ctx=Load())),
      Name(id='c', ctx=Load())], ctx=Load())
    lambda: a
      Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=Name(id='a', ctx=Load()))
    lambda: lambda: a
      Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[]),
      body=Name(id='a', ctx=Load())))
    lambda x: x if y else z
      Lambda(args=arguments(posonlyargs=[], args=[arg(arg='x')], kwonlyargs=[], kw_defaults=[],
      defaults=[]), body=IfExp(test=Name(id='y', ctx=Load()), body=Name(id='x', ctx=Load()),
      orelse=Name(id='z', ctx=Load())))
    print(a)
      Call(func=Name(id='print', ctx=Load()), args=[Name(id='a', ctx=Load())], keywords=[])
    [y for x in z if (y := x)]
      ListComp(elt=Name(id='y', ctx=Load()), generators=[comprehension(target=Name(id='x', ctx=Store()),
      iter=Name(id='z', ctx=Load()), ifs=[NamedExpr(target=Name(id='y', ctx=Store()), value=Name(id='x',
      ctx=Load()))], is_async=0)])
    f(x := 1, y=2)
      Call(func=Name(id='f', ctx=Load()), args=[NamedExpr(target=Name(id='x', ctx=Store()),
      value=Constant(value=1))], keywords=[keyword(arg='y', value=Constant(value=2))])
    {x := 1, 2}
      Set(elts=[NamedExpr(target=Name(id='x', ctx=Store()), value=Constant(value=1)), Constant(value=2)])
    a[x := 1]
      Subscript(value=Name(id='a', ctx=Load()), slice=NamedExpr(target=Name(id='x', ctx=Store()),
      value=Constant(value=1)), ctx=Load())
    a[x := 1, y := 2]
      Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[NamedExpr(target=Name(id='x',
      ctx=Store()), value=Constant(value=1)), NamedExpr(target=Name(id='y', ctx=Store()),
      value=Constant(value=2))], ctx=Load()), ctx=Load())
    lambda x=1: x
      Lambda(args=arguments(posonlyargs=[], args=[arg(arg='x')], kwonlyargs=[], kw_defaults=[],
      defaults=[Constant(value=1)]), body=Name(id='x', ctx=Load()))
    lambda *a: a
      Lambda(args=arguments(posonlyargs=[], args=[], vararg=arg(arg='a'), kwonlyargs=[], kw_defaults=[],
      defaults=[]), body=Name(id='a', ctx=Load()))
    lambda **a: a
      Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], kwarg=arg(arg='a'),
      defaults=[]), body=Name(id='a', ctx=Load()))
    """#)

  @Test(arguments: table) func theTreeIsTheOneOfCPython(_ row: TreeRow) {
    expectTree(row)
  }
}
