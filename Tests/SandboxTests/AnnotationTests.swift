import Testing

/// Annotations, and the types they are made of (Library Reference, *typing*, *Generic Alias Type*, *Union Type*).
@Suite struct AnnotationTests {
  private static let typesPreamble = """
    from typing import *
    import typing, collections.abc
    T = TypeVar('T')
    """

  @Test(arguments: [
    Expression("list[int]", "list[int]"),
    Expression("dict[str, list[int]]", "dict[str, list[int]]"),
    Expression("List[int]", "typing.List[int]"),
    Expression("Dict[str, 'X']", "typing.Dict[str, ForwardRef('X')]"),
    Expression("Optional[int]", "typing.Optional[int]"),
    Expression("Union[int, str, None]", "typing.Union[int, str, NoneType]"),
    Expression("int | None", "int | None"),
    Expression("int | str | int", "int | str"),
    Expression("List", "typing.List"),
    Expression("Callable[[int], str]", "typing.Callable[[int], str]"),
    Expression("Callable[..., int]", "typing.Callable[..., int]"),
    Expression("Tuple[int, ...]", "typing.Tuple[int, ...]"),
    Expression("Literal['a', 1]", "typing.Literal['a', 1]"),
    Expression("ClassVar[int]", "typing.ClassVar[int]"),
    Expression("Any", "typing.Any"),
    Expression("T", "~T"),
    Expression("List[T]", "typing.List[~T]"),
    Expression("type[int]", "type[int]"),
    Expression("Iterable[int]", "typing.Iterable[int]"),
    Expression("collections.abc.Iterable[int]", "collections.abc.Iterable[int]"),
    Expression("list[int]()", "[]"),
    Expression("List[int]()", "TypeError: Type List cannot be instantiated; use list() instead"),
    Expression(
      "isinstance([1], list[int])",
      "TypeError: isinstance() argument 2 cannot be a parameterized generic"),
    Expression(
      "isinstance([1], List[int])",
      "TypeError: Subscripted generics cannot be used with class and instance checks"),
    Expression("isinstance([1], List)", "True"),
    Expression("isinstance(1, Optional[int])", "True"),
    Expression("isinstance(1, int | str)", "True"),
    Expression("isinstance(1, Any)", "TypeError: typing.Any cannot be used with isinstance()"),
    Expression("issubclass(bool, int | str)", "True"),
    Expression("Optional[int] == Union[int, None]", "True"),
    Expression("Optional[int] == (int | None)", "True"),
    Expression("List[int] == list[int]", "False"),
    Expression("list[int].__args__", "(<class 'int'>,)"),
    Expression("get_origin(List[int])", "<class 'list'>"),
    Expression("get_args(Dict[str, int])", "(<class 'str'>, <class 'int'>)"),
    Expression("get_origin(Optional[int]) is Union", "True"),
    Expression("int | 'X'", "TypeError: unsupported operand type(s) for |: 'type' and 'str'"),
    Expression("List[int] | None", "typing.Optional[typing.List[int]]"),
    Expression("cast(int, 'a')", "'a'"),
    Expression("int[str]", "TypeError: type 'int' is not subscriptable"),
    Expression("NewType('U', int)(5)", "5"),
    Expression("Union[int, int]", "<class 'int'>"),
    Expression(
      "Optional[int, str]",
      "TypeError: typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>)."),
    Expression("Optional[List['Foo']]", "typing.Optional[typing.List[ForwardRef('Foo')]]"),
    Expression("Any()", "TypeError: Any cannot be instantiated"),
    Expression("typing.NoReturn[int]", "TypeError: typing.NoReturn is not subscriptable"),
  ]) func types(_ row: Expression) {
    let source = """
      \(Self.typesPreamble)
      try: print(repr(\(row.source)))
      except Exception as e: print(type(e).__name__ + ": " + str(e))
      """
    #expect(PythonRun(source).outcome == row.expected + "\n")
  }

  @Test(arguments: [
    Program(
      "annotations of modules, classes and functions",
      """
      from typing import Optional, Dict, List, Any
      x: int = 1
      y: 'str'
      class A:
        a: int
        b: Optional[str] = None
        def m(self, o: 'A') -> list['A']: return [o]
      def f(a: int, b: str = 'x', *args: int, c: float = 1.0, **kw: Any) -> Optional[bool]: pass
      print(__annotations__, A.__annotations__, A.m.__annotations__)
      print(f.__annotations__)
      try:
        def g(a: missing): pass
      except NameError as e: print(e)
      try:
        class B: q: missing = 1
      except NameError as e: print(e)
      """,
      prints: """
        {'x': <class 'int'>, 'y': 'str'} {'a': <class 'int'>, 'b': typing.Optional[str]} {'o': 'A', 'return': list['A']}
        {'a': <class 'int'>, 'b': <class 'str'>, 'args': <class 'int'>, 'c': <class 'float'>, 'kw': typing.Any, 'return': typing.Optional[bool]}
        name 'missing' is not defined
        name 'missing' is not defined

        """),
    Program(
      "generic classes, protocols and typed dicts",
      """
      from typing import Generic, TypeVar, Protocol, TypedDict, List, runtime_checkable
      T = TypeVar('T')
      class Stack(Generic[T]):
        def __init__(self): self.items: List[T] = []
        def push(self, item: T) -> None: self.items.append(item)
      s = Stack[int]()
      s.push(1)
      print(s.items, Stack[int])
      class Runs(Protocol):
        def run(self) -> int: ...
      class Runner(Runs):
        def run(self): return 1
      try: Runs()
      except TypeError as e: print(e)
      try: isinstance(1, Runs)
      except TypeError as e: print(e)
      class Movie(TypedDict, total=False):
        name: str
        year: int
      m = Movie(name='x')
      print(Runner().run(), m, type(m), m['name'])
      """,
      prints: """
        [1] __main__.Stack[int]
        Protocols cannot be instantiated
        Instance and class checks can only be used with @runtime_checkable protocols
        1 {'name': 'x'} <class 'dict'> x

        """),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
