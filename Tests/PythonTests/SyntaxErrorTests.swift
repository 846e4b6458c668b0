import Testing

/// Errors in how tokens stand together.
///
/// Each line is a source, then the line and the words of the first error as CPython 3.11's `compile()` gives
/// them; a class of error other than `SyntaxError` is named.
@Suite struct SyntaxErrorTests {
  static let table = errorTable(
    #"""
    if x                               => 1: expected ':'
    if x y:\n pass                     => 1: invalid syntax
    for x in y\n pass                  => 1: expected ':'
    for x in y z:\n pass               => 1: invalid syntax
    while x y:\n pass                  => 1: invalid syntax
    class A\n pass                     => 1: expected ':'
    class A b:\n pass                  => 1: invalid syntax
    def f\n pass                       => 1: expected '('
    def f()\n pass                     => 1: expected ':'
    def f() x:\n pass                  => 1: expected ':'
    with a\n pass                      => 1: expected ':'
    with a b:\n pass                   => 1: invalid syntax
    try\n pass                         => 1: expected ':'
    else:\n pass                       => 1: invalid syntax
    try:\n pass\nx=1                   => 3: expected 'except' or 'finally' block
    lambda x                           => 1: invalid syntax
    f(a b                              => 1: '(' was never closed
    f(a b)                             => 1: invalid syntax. Perhaps you forgot a comma?
    x =\u{20}                          => 1: invalid syntax
    x = (1,                            => 1: '(' was never closed
    x = (1\ny = 2                      => 1: '(' was never closed
    foo(\ndef f(): pass                => 1: '(' was never closed
    match x\n                          => 1: expected ':'
    match x\n case 1: pass             => 1: expected ':'
    {a: 1 b: 2}                        => 1: invalid syntax. Perhaps you forgot a comma?
    print x                            => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    x = 1 +                            => 1: invalid syntax
    f(**a, *b)                         => 1: iterable argument unpacking follows keyword argument unpacking
    f(a=1, b)                          => 1: positional argument follows keyword argument
    import a,                          => 1: invalid syntax
    from a import b,                   => 1: trailing comma not allowed without surrounding parentheses
    from a import                      => 1: invalid syntax
    x = 5 5                            => 1: invalid syntax
    f'{a b}'                           => 1: f-string: invalid syntax. Perhaps you forgot a comma?
    f'{'                               => 1: f-string: expecting '}'
    f'}'                               => 1: f-string: single '}' is not allowed
    f'{}'                              => 1: f-string: empty expression not allowed
    f'{a!x}'                           => 1: f-string: invalid conversion character: expected 's', 'r', or 'a'
    f'{a'                              => 1: f-string: expecting '}'
    class C(x for x in L): pass        => 1: invalid syntax
    (*a)                               => 1: cannot use starred expression here
    x = *a                             => 1: can't use starred expression here
    del f()                            => 1: cannot delete function call
    f() = 1                            => 1: cannot assign to function call here. Maybe you meant '==' instead of '='?
    a+1 += 1                           => 1: 'expression' is an illegal expression for augmented assignment
    for f() in x: pass                 => 1: cannot assign to function call
    (a,b): int                         => 1: only single target (not tuple) can be annotated
    x\n y                              => 2: IndentationError: unexpected indent
    if x:\npass                        => 2: IndentationError: expected an indented block after 'if' statement on line 1
    if x:\n  y\n z                     => 3: IndentationError: unindent does not match any outer indentation level
    "abc                               => 1: unterminated string literal (detected at line 1)
    """abc\nx                          => 1: unterminated triple-quoted string literal (detected at line 2)
    x = )                              => 1: unmatched ')'
    (]                                 => 1: closing parenthesis ']' does not match opening parenthesis '('
    0777                               => 1: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
    1abc                               => 1: invalid decimal literal
    0xg                                => 1: invalid hexadecimal literal
    a $ b                              => 1: invalid syntax
    a ? b                              => 1: invalid syntax
    x = "\\N{foo}"                     => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name
    x = "\\x1"                         => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape
    b"\\x1"                            => 1: (value error) invalid \\x escape at position 0
    b"é"                               => 1: bytes can only contain ASCII literal characters
    \\x                                => 1: unexpected character after line continuation character
    x = \\                             => 1: unexpected EOF while parsing
    def f(a,a): pass                   => 1: duplicate argument 'a' in function definition
    *a                                 => 1: can't use starred expression here
    import *                           => 1: invalid syntax
    f(x for x in y, 1)                 => 1: Generator expression must be parenthesized
    f(x for x in y,)                   => 1: Generator expression must be parenthesized
    a := 1                             => 1: invalid syntax
    (a.b := 1)                         => 1: cannot use assignment expressions with attribute
    if x = 1: pass                     => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x = y = 1 = 2                      => 1: cannot assign to literal
    None = 1                           => 1: cannot assign to None
    lambda a=1, b: 0                   => 1: non-default argument follows default argument
    def f(*): pass                     => 1: named arguments must follow bare *
    def f(a=1,b): pass                 => 1: non-default argument follows default argument
    def f(**k, a): pass                => 1: arguments cannot follow var-keyword argument
    assert x, y, z                     => 1: invalid syntax
    raise x from                       => 1: invalid syntax
    global                             => 1: invalid syntax
    except: pass                       => 1: invalid syntax
    try:\n pass\nexcept:\n pass\nexcept A:\n pass => 3: default 'except:' must be last
    f(a.b=1)                           => 1: expression cannot contain assignment, perhaps you meant "=="?
    f(True=1)                          => 1: cannot assign to True
    {**a for x in y}                   => 1: dict unpacking cannot be used in dict comprehension
    [*a for x in y]                    => 1: iterable unpacking cannot be used in comprehension
    [a, b for x in y]                  => 1: did you forget parentheses around the comprehension target?
    a = yield = 1                      => 1: assignment to yield expression not possible
    def f():\n (yield) = 1             => 2: cannot assign to yield expression here. Maybe you meant '==' instead of '='?
    pass x                             => 1: invalid syntax
    a, b += 1                          => 1: 'tuple' is an illegal expression for augmented assignment
    x: int: 3                          => 1: invalid syntax
    a b c                              => 1: invalid syntax
    a.1                                => 1: invalid syntax
    import a.b as c.d                  => 1: invalid syntax
    del a+b                            => 1: cannot delete expression
    del (a,b                           => 1: '(' was never closed
    with a as 1: pass                  => 1: cannot assign to literal
    not = 1                            => 1: invalid syntax
    1 = x                              => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    f"{a}" = 1                         => 1: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
    x, 1 = 2                           => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    a if b                             => 1: expected 'else' after 'if' expression
    a if b else                        => 1: invalid syntax
    (a if b)                           => 1: expected 'else' after 'if' expression
    f(a=)                              => 1: invalid syntax
    f(a=,b)                            => 1: invalid syntax
    def f(a=): pass                    => 1: expected default value expression
    def f(a=,b): pass                  => 1: expected default value expression
    lambda a=: 1                       => 1: invalid syntax
    x = [a = 1]                        => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x = (a = 1)                        => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x = [1 = 2]                        => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    x = {a = 1}                        => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    f((a=1))                           => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x[a=1]                             => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x[1=2]                             => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    if a.b = 1: pass                   => 1: cannot assign to attribute here. Maybe you meant '==' instead of '='?
    if f() = 1: pass                   => 1: cannot assign to function call here. Maybe you meant '==' instead of '='?
    if x == 1 = 2: pass                => 1: invalid syntax
    while x = 1: pass                  => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x = [a.b = 1]                      => 1: cannot assign to attribute here. Maybe you meant '==' instead of '='?
    x = (f() = 1)                      => 1: cannot assign to function call here. Maybe you meant '==' instead of '='?
    with open(m[], 1): pass            => 1: invalid syntax
    m[]                                => 1: invalid syntax
    f(a=1, b c)                        => 1: invalid syntax. Perhaps you forgot a comma?
    f(a, b c)                          => 1: invalid syntax. Perhaps you forgot a comma?
    @a\n  x                            => 2: IndentationError: unexpected indent
    class A:\n @a\nx                   => 3: IndentationError: unexpected unindent
    def f()->:\n pass                  => 1: expected ':'
    def f()-> a b:\n pass              => 1: expected ':'
    def f()->\n pass                   => 1: expected ':'
    def f(a b): pass                   => 1: invalid syntax
    def f(a=1, b c): pass              => 1: invalid syntax
    x = 1 =                            => 1: cannot assign to literal
    1 =                                => 1: cannot assign to literal
    f() = x y                          => 1: cannot assign to function call here. Maybe you meant '==' instead of '='?
    f() = x = 1                        => 1: cannot assign to function call
    r > o = 1                          => 1: cannot assign to comparison
    [a, 1] = x                         => 1: cannot assign to literal
    (a, 1) = x                         => 1: cannot assign to literal
    a, 1 = x                           => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    x = print a                        => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    f(print a)                         => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    print a                            => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    print "a"                          => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    print a, b                         => 1: Missing parentheses in call to 'print'. Did you mean print(...)?
    exec "a"                           => 1: Missing parentheses in call to 'exec'. Did you mean exec(...)?
    try: pass\nexcept A, B: pass       => 2: multiple exception types must be parenthesized
    try: pass\nexcept A,: pass         => 2: invalid syntax
    try: pass\nexcept A, B as c: pass  => 2: multiple exception types must be parenthesized
    if f() := : pass                   => 1: invalid syntax
    if f() := 1: pass                  => 1: cannot use assignment expressions with function call
    f(1, x for x in y)                 => 1: Generator expression must be parenthesized
    f(a=1 for x in y)                  => 1: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    x.y z:                             => 1: invalid syntax
    x y: int                           => 1: invalid syntax
    f(): int                           => 1: illegal target for annotation
    a, b: int                          => 1: only single target (not tuple) can be annotated
    [a]: int                           => 1: only single target (not list) can be annotated
    f():                               => 1: invalid syntax
    a in b:                            => 1: invalid syntax
    * a == 3:                          => 1: invalid syntax
    *a == 3                            => 1: invalid syntax
    * a: int                           => 1: invalid syntax
    def f((a)): pass                   => 1: Function parameters cannot be parenthesized
    def f( ():\n pass                  => 1: invalid syntax
    def f((a, b)): pass                => 1: Function parameters cannot be parenthesized
    lambda (a): 1                      => 1: Lambda expression parameters cannot be parenthesized
    lambda (a,b): 1                    => 1: Lambda expression parameters cannot be parenthesized
    if x:                              => 1: IndentationError: expected an indented block after 'if' statement on line 1
    if x:\n                            => 1: IndentationError: expected an indented block after 'if' statement on line 1
    def f():\n\n\n                     => 3: IndentationError: expected an indented block after function definition on line 1
    def f():\n # c\n                   => 2: IndentationError: expected an indented block after function definition on line 1
    class A:                           => 1: IndentationError: expected an indented block after class definition on line 1
    for x in y:                        => 1: IndentationError: expected an indented block after 'for' statement on line 1
    x = (\n1\n                         => 1: '(' was never closed
    x = (\n                            => 1: '(' was never closed
    x = foo(\n a b\n                   => 1: '(' was never closed
    foo(\n\nx y\n                      => 1: '(' was never closed
    a = {1:2, 8 "x": 3}                => 1: ':' expected after dictionary key
    a = {8 "x": 3}                     => 1: invalid syntax. Perhaps you forgot a comma?
    a = {1:2, 8}                       => 1: ':' expected after dictionary key
    a = {1:, 2:3}                      => 1: expression expected after dictionary key and ':'
    a = {1:2, 3}                       => 1: ':' expected after dictionary key
    a = {1:2 3:4}                      => 1: invalid syntax. Perhaps you forgot a comma?
    a = {1:2, **}                      => 1: invalid syntax
    a = {**a, 1}                       => 1: ':' expected after dictionary key
    a = {1, **a}                       => 1: invalid syntax
    a = {1, 2:3}                       => 1: invalid syntax
    a = [1 2]                          => 1: invalid syntax. Perhaps you forgot a comma?
    a = (1 2)                          => 1: invalid syntax. Perhaps you forgot a comma?
    a = 1 2                            => 1: invalid syntax
    f(1 2)                             => 1: invalid syntax. Perhaps you forgot a comma?
    f(a "b")                           => 1: invalid syntax
    f("a" b)                           => 1: invalid syntax. Perhaps you forgot a comma?
    f(a.b c)                           => 1: invalid syntax. Perhaps you forgot a comma?
    f(a if b c)                        => 1: expected 'else' after 'if' expression
    f(a if b)                          => 1: expected 'else' after 'if' expression
    a.b.                               => 1: invalid syntax
    a.                                 => 1: invalid syntax
    f(a.)                              => 1: invalid syntax
    f(                                 => 1: '(' was never closed
    f(a                                => 1: '(' was never closed
    f(a,                               => 1: '(' was never closed
    f(a, b                             => 1: '(' was never closed
    x = [1, 2                          => 1: '[' was never closed
    x = {1: 2                          => 1: '{' was never closed
    x = {1:\u{20}                      => 1: '{' was never closed
    if (a:\n pass                      => 1: invalid syntax
    if a):\n pass                      => 1: unmatched ')'
    for x y: pass                      => 1: invalid syntax
    for x in: pass                     => 1: invalid syntax
    for in x: pass                     => 1: invalid syntax
    while: pass                        => 1: invalid syntax
    if: pass                           => 1: invalid syntax
    elif x: pass                       => 1: invalid syntax
    if x: pass\nelif: pass             => 2: invalid syntax
    if x: pass\nelse x: pass           => 2: expected ':'
    if x: pass else: pass              => 1: invalid syntax
    try: pass\nfinally x: pass         => 2: expected ':'
    with: pass                         => 1: invalid syntax
    with a as: pass                    => 1: invalid syntax
    with a as b c: pass                => 1: invalid syntax
    with (a as b, c as d: pass         => 1: invalid syntax
    import                             => 1: invalid syntax
    import a b                         => 1: invalid syntax
    import a as                        => 1: invalid syntax
    from                               => 1: invalid syntax
    from a                             => 1: invalid syntax
    from a import (                    => 1: '(' was never closed
    from a import (b                   => 1: '(' was never closed
    from a import ()                   => 1: invalid syntax
    from a import b c                  => 1: invalid syntax
    from a import *, b                 => 1: invalid syntax
    from .a import b as                => 1: invalid syntax
    global x,\u{20}                    => 1: invalid syntax
    global x y                         => 1: invalid syntax
    global 1                           => 1: invalid syntax
    del                                => 1: invalid syntax
    del 1                              => 1: cannot delete literal
    del a, 1                           => 1: cannot delete literal
    del (a, 1)                         => 1: cannot delete literal
    del [a, f()]                       => 1: cannot delete function call
    del a b                            => 1: invalid syntax
    return return                      => 1: invalid syntax
    raise x y                          => 1: invalid syntax
    raise from x                       => 1: invalid syntax
    assert                             => 1: invalid syntax
    assert x,                          => 1: invalid syntax
    pass 1                             => 1: invalid syntax
    break x                            => 1: invalid syntax
    a = = b                            => 1: invalid syntax
    a == = b                           => 1: invalid syntax
    a +                                => 1: invalid syntax
    a + * b                            => 1: invalid syntax
    a ++                               => 1: invalid syntax
    a & & b                            => 1: invalid syntax
    not                                => 1: invalid syntax
    a not b                            => 1: invalid syntax
    a is                               => 1: invalid syntax
    a in                               => 1: invalid syntax
    a not                              => 1: invalid syntax
    a < > b                            => 1: invalid syntax
    a <> b                             => 1: invalid syntax
    a <                                => 1: invalid syntax
    lambda                             => 1: invalid syntax
    lambda:                            => 1: invalid syntax
    lambda x y: 1                      => 1: invalid syntax
    a if                               => 1: invalid syntax
    a if b else:                       => 1: invalid syntax
    (a                                 => 1: '(' was never closed
    [a                                 => 1: '[' was never closed
    {a                                 => 1: '{' was never closed
    (a,b                               => 1: '(' was never closed
    a[b                                => 1: '[' was never closed
    a[                                 => 1: '[' was never closed
    a[b:                               => 1: '[' was never closed
    a[b c]                             => 1: invalid syntax. Perhaps you forgot a comma?
    a[1:2:3:4]                         => 1: invalid syntax
    x:\u{20}                           => 1: invalid syntax
    x: 1 =\u{20}                       => 1: invalid syntax
    x: 1 = 2 = 3                       => 1: invalid syntax
    x +=\u{20}                         => 1: invalid syntax
    x += 1 += 2                        => 1: invalid syntax
    x += 1 = 2                         => 1: invalid syntax
    x = 1 += 2                         => 1: invalid syntax
    x =: 1                             => 1: invalid syntax
    def                                => 1: invalid syntax
    def f                              => 1: expected '('
    def f(                             => 1: '(' was never closed
    def f()                            => 1: expected ':'
    def f():                           => 1: IndentationError: expected an indented block after function definition on line 1
    def f(): pass pass                 => 1: invalid syntax
    def 1(): pass                      => 1: invalid syntax
    def f(1): pass                     => 1: invalid syntax
    def f(a, *): pass                  => 1: named arguments must follow bare *
    def f(*, **k): pass                => 1: named arguments must follow bare *
    def f(**k, *a): pass               => 1: arguments cannot follow var-keyword argument
    def f(**k, **l): pass              => 1: arguments cannot follow var-keyword argument
    def f(*a, *b): pass                => 1: * argument may appear only once
    def f(*a, *): pass                 => 1: invalid syntax
    def f(a, /, b, /): pass            => 1: / may appear only once
    def f(*, a, /): pass               => 1: / must be ahead of *
    def f(/, a): pass                  => 1: at least one argument must precede /
    def f(*a=1): pass                  => 1: var-positional argument cannot have default value
    def f(**k=1): pass                 => 1: var-keyword argument cannot have default value
    def f(*a: int = 1): pass           => 1: var-positional argument cannot have default value
    class                              => 1: invalid syntax
    class A                            => 1: expected ':'
    class A(                           => 1: '(' was never closed
    class A()                          => 1: expected ':'
    class A(b c): pass                 => 1: invalid syntax. Perhaps you forgot a comma?
    class 1: pass                      => 1: invalid syntax
    async                              => 1: invalid syntax
    async x                            => 1: invalid syntax
    async def                          => 1: invalid syntax
    async pass                         => 1: invalid syntax
    await                              => 1: invalid syntax
    await await x                      => 1: invalid syntax
    async def f():\n await             => 2: invalid syntax
    @                                  => 1: invalid syntax
    @a                                 => 1: invalid syntax
    @a b\ndef f(): pass                => 1: invalid syntax
    @a\nx = 1                          => 2: invalid syntax
    x = 1;; y = 2                      => 1: invalid syntax
    ; x                                => 1: invalid syntax
    x = 1 if 2                         => 1: expected 'else' after 'if' expression
    `a`                                => 1: invalid syntax
    a!                                 => 1: invalid syntax
    a?                                 => 1: invalid syntax
    $                                  => 1: invalid syntax
    a ! b                              => 1: invalid syntax
    "a" = 1                            => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    "a" "b" = 1                        => 1: cannot assign to literal here. Maybe you meant '==' instead of '='?
    True = 1                           => 1: cannot assign to True
    ... = 1                            => 1: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
    x() += 1                           => 1: 'function call' is an illegal expression for augmented assignment
    -x = 1                             => 1: cannot assign to expression here. Maybe you meant '==' instead of '='?
    x if y else z = 1                  => 1: cannot assign to conditional expression
    lambda: x = 1                      => 1: cannot assign to lambda
    x and y = 1                        => 1: cannot assign to expression
    not x = 1                          => 1: cannot assign to expression
    [x for x in y] = 1                 => 1: cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
    {} = 1                             => 1: cannot assign to dict literal here. Maybe you meant '==' instead of '='?
    {1} = 1                            => 1: cannot assign to set display here. Maybe you meant '==' instead of '='?
    {1:2} = 1                          => 1: cannot assign to dict literal here. Maybe you meant '==' instead of '='?
    (x for x in y) = 1                 => 1: cannot assign to generator expression
    x < y = 1                          => 1: cannot assign to comparison
    *a = 1                             => 1: starred assignment target must be in a list or tuple
    *a, *b = 1                         => 1: multiple starred expressions in assignment
    for *a in b: pass                  => 1: starred assignment target must be in a list or tuple
    for 1 in x: pass                   => 1: cannot assign to literal
    for x, 1 in y: pass                => 1: cannot assign to literal
    for x if y in z: pass              => 1: invalid syntax
    [x for 1 in y]                     => 1: cannot assign to literal
    [x for x in]                       => 1: invalid syntax
    [x for x]                          => 1: invalid syntax
    [for x in y]                       => 1: invalid syntax
    [x for x in a if b else c]         => 1: invalid syntax
    [x for x in a, b]                  => 1: invalid syntax
    [x for x in *a]                    => 1: invalid syntax
    {x: y, z for x in w}               => 1: ':' expected after dictionary key
    {**x for x in y}                   => 1: dict unpacking cannot be used in dict comprehension
    {x for x in y, z}                  => 1: invalid syntax
    f(**k, a)                          => 1: positional argument follows keyword argument unpacking
    f(**k, *a)                         => 1: iterable argument unpacking follows keyword argument unpacking
    f(a for a in b, c for c in d)      => 1: Generator expression must be parenthesized
    f(*)                               => 1: invalid syntax
    f(**)                              => 1: invalid syntax
    f(a, , b)                          => 1: invalid syntax
    f(, a)                             => 1: invalid syntax
    f(,)                               => 1: invalid syntax
    f(1=2)                             => 1: expression cannot contain assignment, perhaps you meant "=="?
    f("a"=1)                           => 1: expression cannot contain assignment, perhaps you meant "=="?
    f(a, b=1, c, d=2)                  => 1: positional argument follows keyword argument
    f(None=1)                          => 1: cannot assign to None
    f(a=b:=1)                          => 1: invalid syntax
    f((a):=1)                          => 1: invalid syntax
    (a, b) := 1                        => 1: cannot use assignment expressions with tuple
    a[0] := 1                          => 1: cannot use assignment expressions with subscript
    (a[0] := 1)                        => 1: cannot use assignment expressions with subscript
    ((a, b) := 1)                      => 1: cannot use assignment expressions with tuple
    (1 := 2)                           => 1: cannot use assignment expressions with literal
    (a := b := c)                      => 1: invalid syntax
    x = a := 1                         => 1: invalid syntax
    del (a := 1)                       => 1: cannot delete named expression
    lambda a := 1: 0                   => 1: invalid syntax
    lambda: a := 1                     => 1: cannot use assignment expressions with lambda
    {a := 1: 2}                        => 1: invalid syntax
    {1: a := 2}                        => 1: invalid syntax
    a[b := 1:2]                        => 1: invalid syntax
    a[1:b := 2]                        => 1: invalid syntax
    assert a := 1                      => 1: invalid syntax
    return a := 1                      => 1: invalid syntax
    for x in a := b: pass              => 1: invalid syntax
    with a := b: pass                  => 1: invalid syntax
    raise a := b                       => 1: invalid syntax
    """#)

  @Test(arguments: table) func theFirstErrorIsTheOneOfCPython(_ row: ErrorRow) {
    expectFirstError(row)
  }
}
