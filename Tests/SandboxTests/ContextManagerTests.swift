import Testing

/// `contextlib` (Library Reference, *Utilities for with-statement contexts*).
@Suite struct ContextManagerTests {
  @Test(arguments: [
    Program(
      "contextmanager",
      """
      from contextlib import contextmanager
      @contextmanager
      def cm(n):
        print('enter', n)
        try: yield n * 2
        except ValueError as e: print('caught', e)
        finally: print('exit', n)
      with cm(1) as x: print(x)
      with cm(2): raise ValueError('v')
      try:
        with cm(3): raise KeyError('k')
      except KeyError as e: print(repr(e))
      def f():
        with cm(4) as v: return v
      print(f(), cm.__name__)
      @cm(5)
      def decorated(): print('inside')
      decorated()
      """,
      prints: """
        enter 1
        2
        exit 1
        enter 2
        caught v
        exit 2
        enter 3
        exit 3
        KeyError('k')
        enter 4
        exit 4
        8 cm
        enter 5
        inside
        exit 5

        """),
    Program(
      "a generator that yields never or twice",
      """
      from contextlib import contextmanager
      @contextmanager
      def never():
        if False: yield
      @contextmanager
      def twice():
        yield 1
        yield 2
      for manager in (never, twice):
        try:
          with manager(): print('body')
        except RuntimeError as e: print(e)
      @contextmanager
      def careless():
        try: yield
        except Exception: yield
      try:
        with careless(): 1 / 0
      except RuntimeError as e: print(e)
      """,
      prints: """
        generator didn't yield
        body
        generator didn't stop
        generator didn't stop after throw()

        """),
    Program(
      "suppress, nullcontext, closing",
      """
      from contextlib import suppress, nullcontext, closing
      with suppress(KeyError, ValueError): {}['x']
      try:
        with suppress(KeyError): 1 / 0
      except ZeroDivisionError as e: print(e)
      with nullcontext(5) as n: print(n)
      class Thing:
        def close(self): print('closed')
      with closing(Thing()) as thing: print(type(thing).__name__)
      """,
      prints: "division by zero\n5\nThing\nclosed\n"),
    Program(
      "ExitStack leaves in reverse order",
      """
      from contextlib import contextmanager, ExitStack
      @contextmanager
      def cm(n):
        yield n
        print('exit', n)
      with ExitStack() as stack:
        print([stack.enter_context(cm(i)) for i in range(2)])
        stack.callback(print, 'callback', 1)
      with ExitStack() as stack:
        stack.push(lambda *info: True)
        1 / 0
      print('swallowed')
      """,
      prints: "[0, 1]\ncallback 1\nexit 1\nexit 0\nswallowed\n"),
    Program(
      "ContextDecorator",
      """
      from contextlib import ContextDecorator
      class Logged(ContextDecorator):
        def __enter__(self):
          print('in')
          return self
        def __exit__(self, *info):
          print('out')
          return False
      @Logged()
      def f(x): return x + 1
      print(f(1), f.__name__)
      """,
      prints: "in\nout\n2 f\n"),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
