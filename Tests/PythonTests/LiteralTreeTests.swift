import Testing

/// Numbers, strings and f-strings, as trees.
///
/// Each source is followed by `ast.dump` of the expression in one line, from CPython 3.11.
@Suite struct LiteralTreeTests {
  static let table = treeTable(
    #"""
    U"a"
      Constant(value='a')
    f"{a := 1}"
      JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[Constant(value='= 1')]))])
    f"{(a := 1)}"
      JoinedStr(values=[FormattedValue(value=NamedExpr(target=Name(id='a', ctx=Store()),
      value=Constant(value=1)), conversion=-1)])
    """a\r\nb\rc"""
      Constant(value='a\\nb\\nc')
    "a\\\r\nb"
      Constant(value='ab')
    0x_f
      Constant(value=15)
    0xF_F
      Constant(value=255)
    0o7
      Constant(value=7)
    00
      Constant(value=0)
    0_0
      Constant(value=0)
    01.5
      Constant(value=1.5)
    01e5
      Constant(value=100000.0)
    01j
      Constant(value=1j)
    1_000
      Constant(value=1000)
    1.
      Constant(value=1.0)
    .5
      Constant(value=0.5)
    1.e5
      Constant(value=100000.0)
    1e5
      Constant(value=100000.0)
    1_0.0_1e1_0
      Constant(value=100100000000.0)
    1j
      Constant(value=1j)
    1.5J
      Constant(value=1.5j)
    1e5j
      Constant(value=100000j)
    9223372036854775807
      Constant(value=9223372036854775807)
    9223372036854775808
      Constant(value=9223372036854775808)
    0xffffffffffffffff
      Constant(value=18446744073709551615)
    0o7777777777777777777777777
      Constant(value=37778931862957161709567)
    0b1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
      Constant(value=1267650600228229401496703205375)
    1e400
      Constant(value=inf)
    1e-400
      Constant(value=0.0)
    1e16
      Constant(value=1e+16)
    1e15
      Constant(value=1000000000000000.0)
    123456789012345680.0
      Constant(value=1.2345678901234568e+17)
    1e-4
      Constant(value=0.0001)
    1e-5
      Constant(value=1e-05)
    0.1
      Constant(value=0.1)
    0.30000000000000004
      Constant(value=0.30000000000000004)
    1.7976931348623157e308
      Constant(value=1.7976931348623157e+308)
    5e-324
      Constant(value=5e-324)
    1e22
      Constant(value=1e+22)
    1e23
      Constant(value=1e+23)
    100000000000000000000.0
      Constant(value=1e+20)
    1.0j
      Constant(value=1j)
    1e100j
      Constant(value=1e+100j)
    "a" "b"
      Constant(value='ab')
    b"a" b"b"
      Constant(value=b'ab')
    u"a" "b"
      Constant(value='ab', kind='u')
    "a" u"b"
      Constant(value='ab')
    u"a" f"{x}b"
      JoinedStr(values=[Constant(value='a', kind='u'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1), Constant(value='b', kind='u')])
    "a" f"b{x}"
      JoinedStr(values=[Constant(value='ab'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    f"" ""
      JoinedStr(values=[])
    f""
      JoinedStr(values=[])
    f"a" "b"
      JoinedStr(values=[Constant(value='ab')])
    "" f""
      JoinedStr(values=[])
    rb"\\x"
      Constant(value=b'\\\\x')
    Rb"a"
      Constant(value=b'a')
    bR"a"
      Constant(value=b'a')
    br"a"
      Constant(value=b'a')
    fr"{x}\\n"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1),
      Constant(value='\\\\n')])
    rf"\\{x}"
      JoinedStr(values=[Constant(value='\\\\'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    "\\x41\\u0041\\U00000041\\101\\N{LATIN SMALL LETTER A}"
      Constant(value='AAAAa')
    "\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\""
      Constant(value='\\x07\\x08\\x0c\\n\\r\\t\\x0b\\\\\\'"')
    "\\d\\é"
      Constant(value='\\\\d\\\\é')
    "\\400\\777"
      Constant(value='Āǿ')
    b"\\377\\400"
      Constant(value=b'\\xff\\x00')
    "\\ud800"
      Constant(value='\\ud800')
    "\\ud83d\\ude00"
      Constant(value='\\ud83d\\ude00')
    "\\ud800" f"{x}"
      JoinedStr(values=[Constant(value='\\ud800'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    "é\\n"
      Constant(value='é\\n')
    "\\N{digit one}"
      Constant(value='1')
    "\\N{NBSP}\\N{LF}\\N{NULL}\\N{BELL}\\N{CJK UNIFIED IDEOGRAPH-4E00}\\N{HANGUL SYLLABLE GAG}"
      Constant(value='\\xa0\\n\\x00🔔一각')
    b"\\N{x}\\u1"
      Constant(value=b'\\\\N{x}\\\\u1')
    """a"b""c\\""" """
      Constant(value='a"b""c""" ')
    "abc\\\ndef"
      Constant(value='abcdef')
    f"{{"
      JoinedStr(values=[Constant(value='{')])
    f"}}"
      JoinedStr(values=[Constant(value='}')])
    f"{{}}"
      JoinedStr(values=[Constant(value='{}')])
    f"{{{x}}}"
      JoinedStr(values=[Constant(value='{'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1), Constant(value='}')])
    f"{x}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1)])
    f"{x!r}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=114)])
    f"{x!s:>10}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=115,
      format_spec=JoinedStr(values=[Constant(value='>10')]))])
    f"{x!a}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=97)])
    f"{x:{w}.{p}}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1),
      Constant(value='.'), FormattedValue(value=Name(id='p', ctx=Load()), conversion=-1)]))])
    f"{x=}"
      JoinedStr(values=[Constant(value='x='), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=114)])
    f"{x = }"
      JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=114)])
    f"{x=!r}"
      JoinedStr(values=[Constant(value='x='), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=114)])
    f"{x=:>5}"
      JoinedStr(values=[Constant(value='x='), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1, format_spec=JoinedStr(values=[Constant(value='>5')]))])
    f"{x = !s}"
      JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=115)])
    f"{x==y}"
      JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='x', ctx=Load()), ops=[Eq()],
      comparators=[Name(id='y', ctx=Load())]), conversion=-1)])
    f"{x!=y}"
      JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='x', ctx=Load()), ops=[NotEq()],
      comparators=[Name(id='y', ctx=Load())]), conversion=-1)])
    f"{x<=y}"
      JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='x', ctx=Load()), ops=[LtE()],
      comparators=[Name(id='y', ctx=Load())]), conversion=-1)])
    f"{x>=y}"
      JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='x', ctx=Load()), ops=[GtE()],
      comparators=[Name(id='y', ctx=Load())]), conversion=-1)])
    f"{x<y}"
      JoinedStr(values=[FormattedValue(value=Compare(left=Name(id='x', ctx=Load()), ops=[Lt()],
      comparators=[Name(id='y', ctx=Load())]), conversion=-1)])
    f"{a['b']}"
      JoinedStr(values=[FormattedValue(value=Subscript(value=Name(id='a', ctx=Load()),
      slice=Constant(value='b'), ctx=Load()), conversion=-1)])
    f"{a[b:c]}"
      JoinedStr(values=[FormattedValue(value=Subscript(value=Name(id='a', ctx=Load()),
      slice=Slice(lower=Name(id='b', ctx=Load()), upper=Name(id='c', ctx=Load())), ctx=Load()),
      conversion=-1)])
    f"{(lambda x: 1)}"
      JoinedStr(values=[FormattedValue(value=Lambda(args=arguments(posonlyargs=[], args=[arg(arg='x')],
      kwonlyargs=[], kw_defaults=[], defaults=[]), body=Constant(value=1)), conversion=-1)])
    f"{x:%H:%M}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[Constant(value='%H:%M')]))])
    f"{ x }"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1)])
    f"{x,}"
      JoinedStr(values=[FormattedValue(value=Tuple(elts=[Name(id='x', ctx=Load())], ctx=Load()),
      conversion=-1)])
    f"{x, y}"
      JoinedStr(values=[FormattedValue(value=Tuple(elts=[Name(id='x', ctx=Load()), Name(id='y',
      ctx=Load())], ctx=Load()), conversion=-1)])
    f"{*x, y}"
      JoinedStr(values=[FormattedValue(value=Tuple(elts=[Starred(value=Name(id='x', ctx=Load()),
      ctx=Load()), Name(id='y', ctx=Load())], ctx=Load()), conversion=-1)])
    f"{x for x in y}"
      JoinedStr(values=[FormattedValue(value=GeneratorExp(elt=Name(id='x', ctx=Load()),
      generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[],
      is_async=0)]), conversion=-1)])
    f"\\n{x}"
      JoinedStr(values=[Constant(value='\\n'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    f"""{\nx\n}"""
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1)])
    f"""{\nx:{\ny}}"""
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[FormattedValue(value=Name(id='y', ctx=Load()), conversion=-1)]))])
    f"""{x\n=}"""
      JoinedStr(values=[Constant(value='x\\n='), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=114)])
    f"{x}" f"{y}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1),
      FormattedValue(value=Name(id='y', ctx=Load()), conversion=-1)])
    f"a{x}b" "c" f"d{y}"
      JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1), Constant(value='bcd'), FormattedValue(value=Name(id='y', ctx=Load()),
      conversion=-1)])
    f"\\N{DIGIT ONE}{x}"
      JoinedStr(values=[Constant(value='1'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    f"\\{x}"
      JoinedStr(values=[Constant(value='\\\\'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    f"\\x41{x}"
      JoinedStr(values=[Constant(value='A'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    rf"\\N{x}"
      JoinedStr(values=[Constant(value='\\\\N'), FormattedValue(value=Name(id='x', ctx=Load()),
      conversion=-1)])
    f"{x:\\x41}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[Constant(value='A')]))])
    f"{x:\\}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[Constant(value='\\\\')]))])
    f"{x:=5}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[Constant(value='=5')]))])
    f"{(x:=5)}"
      JoinedStr(values=[FormattedValue(value=NamedExpr(target=Name(id='x', ctx=Store()),
      value=Constant(value=5)), conversion=-1)])
    f"{f'{x}'}"
      JoinedStr(values=[FormattedValue(value=JoinedStr(values=[FormattedValue(value=Name(id='x',
      ctx=Load()), conversion=-1)]), conversion=-1)])
    f"{x:{{}}}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=-1,
      format_spec=JoinedStr(values=[FormattedValue(value=Dict(keys=[], values=[]), conversion=-1)]))])
    f"{x!r:{y}}"
      JoinedStr(values=[FormattedValue(value=Name(id='x', ctx=Load()), conversion=114,
      format_spec=JoinedStr(values=[FormattedValue(value=Name(id='y', ctx=Load()), conversion=-1)]))])
    f"{True=}"
      JoinedStr(values=[Constant(value='True='), FormattedValue(value=Constant(value=True),
      conversion=114)])
    f"{f(a=1)}"
      JoinedStr(values=[FormattedValue(value=Call(func=Name(id='f', ctx=Load()), args=[],
      keywords=[keyword(arg='a', value=Constant(value=1))]), conversion=-1)])
    f"{ {1: 2}[1] }"
      JoinedStr(values=[FormattedValue(value=Subscript(value=Dict(keys=[Constant(value=1)],
      values=[Constant(value=2)]), slice=Constant(value=1), ctx=Load()), conversion=-1)])
    f"{a if b else c}"
      JoinedStr(values=[FormattedValue(value=IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a',
      ctx=Load()), orelse=Name(id='c', ctx=Load())), conversion=-1)])
    f"{None}"
      JoinedStr(values=[FormattedValue(value=Constant(value=None), conversion=-1)])
    f"{...}"
      JoinedStr(values=[FormattedValue(value=Constant(value=Ellipsis), conversion=-1)])
    f"{'a' 'b'}"
      JoinedStr(values=[FormattedValue(value=Constant(value='ab'), conversion=-1)])
    f"{'''a'''}"
      JoinedStr(values=[FormattedValue(value=Constant(value='a'), conversion=-1)])
    f'''{'a'}'''
      JoinedStr(values=[FormattedValue(value=Constant(value='a'), conversion=-1)])
    f'''{"""a"""}'''
      JoinedStr(values=[FormattedValue(value=Constant(value='a'), conversion=-1)])
    ...
      Constant(value=Ellipsis)
    None
      Constant(value=None)
    True
      Constant(value=True)
    """#)

  @Test(arguments: table) func theTreeIsTheOneOfCPython(_ row: TreeRow) {
    expectTree(row)
  }
}
