import Testing

/// Errors in trees that parse: scopes, control flow, patterns, future imports.
///
/// Each line is a source, then the line and the words of the first error as CPython 3.11's `compile()` gives
/// them; a class of error other than `SyntaxError` is named.
@Suite struct SemanticErrorTests {
  static let table = errorTable(
    #"""
    [x async for x in y]               => 1: asynchronous comprehension outside of an asynchronous function
    async with x: pass                 => 1: 'async with' outside async function
    async for x in y: pass             => 1: 'async for' outside async function
    x = yield                          => 1: 'yield' outside function
    def f():\n from x import *         => 2: import * only allowed at module level
    class A:\n  return 1               => 2: 'return' outside function
    from __future__ import foo         => 1: future feature foo is not defined
    x = 1\ndef f():\n x=1\n global x   => 4: name 'x' is assigned to before global declaration
    def f(x):\n global x               => 2: name 'x' is parameter and global
    async def f():\n yield from x      => 2: 'yield from' inside async function
    continue                           => 1: 'continue' not properly in loop
    break                              => 1: 'break' outside loop
    f(a=1,a=2)                         => 1: keyword argument repeated: a
    await x                            => 1: 'await' outside function
    yield                              => 1: 'yield' outside function
    nonlocal x                         => 1: nonlocal declaration not allowed at module level
    return                             => 1: 'return' outside function
    def f():\n def g():\n  nonlocal x\n => 3: no binding for nonlocal 'x' found
    class A:\n x=1\n def g(self):\n  nonlocal x\n => 4: no binding for nonlocal 'x' found
    def f():\n global x\n def g():\n  nonlocal x => 4: no binding for nonlocal 'x' found
    x: int\nglobal x                   => 2: annotated name 'x' can't be global
    def f():\n x: int\n global x       => 3: annotated name 'x' can't be global
    def f():\n global x\n x: int=1     => 3: annotated name 'x' can't be global
    def f():\n print(x)\n global x     => 3: name 'x' is used prior to global declaration
    def f():\n def x(): pass\n global x => 3: name 'x' is assigned to before global declaration
    [x:=1 for x in y]                  => 1: assignment expression cannot rebind comprehension iteration variable 'x'
    class A:\n [(x:=1) for z in y]     => 2: assignment expression within a comprehension cannot be used in a class body
    [z for z in (x:=y)]                => 1: assignment expression cannot be used in a comprehension iterable expression
    [z for z in [i for i in (x:=y)]]   => 1: assignment expression cannot be used in a comprehension iterable expression
    [i for i in (lambda: (x:=1))()]    => 1: assignment expression cannot be used in a comprehension iterable expression
    [(x := i) for i in y for x in z]   => 1: assignment expression cannot rebind comprehension iteration variable 'x'
    [[(j := 0) for i in range(5)] for j in range(5)] => 1: assignment expression cannot rebind comprehension iteration variable 'j'
    def f():\n return [x async for x in y] => 2: asynchronous comprehension outside of an asynchronous function
    def f():\n return [await x for x in y] => 2: asynchronous comprehension outside of an asynchronous function
    lambda: await x                    => 1: 'await' outside async function
    async def f():\n lambda: await x   => 2: 'await' outside async function
    async def f():\n yield 1\n return 2 => 3: 'return' with value in async generator
    def f():\n async with a: pass      => 2: 'async with' outside async function
    def f():\n async for a in b: pass  => 2: 'async for' outside async function
    [(yield x) for x in y]             => 1: 'yield' inside list comprehension
    def f():\n [(yield x) for x in y]  => 2: 'yield' inside list comprehension
    def f():\n ((yield x) for x in y)  => 2: 'yield' inside generator expression
    class A:\n yield 1                 => 2: 'yield' outside function
    class A(b=1,b=2): pass             => 1: keyword argument repeated: b
    f(__debug__=1)                     => 1: cannot assign to __debug__
    __debug__=1                        => 1: cannot assign to __debug__
    def f(__debug__): pass             => 1: cannot assign to __debug__
    del __debug__                      => 1: cannot delete __debug__
    a.__debug__ = 1                    => 1: cannot assign to __debug__
    import __debug__                   => 1: cannot assign to __debug__
    import a as __debug__              => 1: cannot assign to __debug__
    for __debug__ in x: pass           => 1: cannot assign to __debug__
    with a as __debug__: pass          => 1: cannot assign to __debug__
    (__debug__ := 1)                   => 1: cannot assign to __debug__
    lambda __debug__: 1                => 1: cannot assign to __debug__
    try: pass\nexcept A as __debug__: pass => 2: cannot assign to __debug__
    from __future__ import annotations\nx: (yield) => 2: 'yield expression' can not be used within an annotation
    from __future__ import annotations\ndef f(x: (y:=1)): pass => 2: 'named expression' can not be used within an annotation
    from __future__ import annotations\nasync def f(x: (await y)): pass => 2: 'await expression' can not be used within an annotation
    x=1\nfrom __future__ import division => 2: from __future__ imports must occur at the beginning of the file
    "doc"\n"x"\nfrom __future__ import division => 3: from __future__ imports must occur at the beginning of the file
    if x:\n from __future__ import division => 2: from __future__ imports must occur at the beginning of the file
    from __future__ import braces      => 1: not a chance
    from __future__ import *           => 1: future feature * is not defined
    try:\n pass\nexcept* A:\n break    => 4: 'break', 'continue' and 'return' cannot appear in an except* block
    while 1:\n try:\n  pass\n except* A:\n  break => 5: 'break', 'continue' and 'return' cannot appear in an except* block
    def f():\n try:\n  pass\n except* A:\n  return => 5: 'break', 'continue' and 'return' cannot appear in an except* block
    try:\n pass\nexcept*:\n pass       => 3: expected one or more exception types
    try:\n pass\nexcept* A:\n pass\nexcept B: pass => 5: cannot have both 'except' and 'except*' on the same 'try'
    try:\n pass\nexcept A:\n pass\nexcept* B: pass => 5: cannot have both 'except' and 'except*' on the same 'try'
    try:\n pass\nfinally:\n continue   => 4: 'continue' not properly in loop
    match x:\n case a: pass\n case b: pass => 2: name capture 'a' makes remaining patterns unreachable
    match x:\n case _: pass\n case b: pass => 2: wildcard makes remaining patterns unreachable
    match x:\n case a|1: pass          => 2: name capture 'a' makes remaining patterns unreachable
    match x:\n case 1|a: pass          => 2: alternative patterns bind different names
    match x:\n case [a,a]: pass        => 2: multiple assignments to name 'a' in pattern
    match x:\n case {**a, "x":1}: pass => 2: invalid syntax
    match x:\n case {"x":a,"x":b}: pass => 2: mapping pattern checks duplicate key ('x')
    match x:\n case [*a,*b]: pass      => 2: multiple starred names in sequence pattern
    match x:\n case A(x=1,x=2): pass   => 2: attribute name repeated in class pattern: x
    match x:\n case A(x=1,2): pass     => 2: positional patterns follow keyword patterns
    match x:\n case a as _: pass       => 2: cannot use '_' as a target
    match x:\n case [a]|[b]: pass      => 2: alternative patterns bind different names
    match x:\n case 1+2: pass          => 2: imaginary number required in complex literal
    match x:\n case 1j+2j: pass        => 2: real number required in complex literal
    match x:\n case f"a": pass         => 2: patterns may only match literals and attribute lookups
    match x:\n case *a: pass           => 2: invalid syntax
    match x:\n case (*a): pass         => 2: invalid syntax
    match *x:\n case 1: pass           => 1: invalid syntax
    match x:\n pass                    => 2: invalid syntax
    match x:\n case 1:\n  pass\n x=1   => 4: invalid syntax
    match x:\ncase 1: pass             => 2: IndentationError: expected an indented block after 'match' statement on line 1
    match x:\n case 1:\n pass          => 3: IndentationError: expected an indented block after 'case' statement on line 2
    match yield:\n case 1: pass        => 1: invalid syntax
    match x:\n case str() as y | int(): pass => 2: invalid syntax
    match x:\n case {**_}: pass        => 2: invalid syntax
    match x:\n case 0 | None | "x" if y else z: pass => 2: invalid syntax
    """#)

  @Test(arguments: table) func theFirstErrorIsTheOneOfCPython(_ row: ErrorRow) {
    expectFirstError(row)
  }
}
