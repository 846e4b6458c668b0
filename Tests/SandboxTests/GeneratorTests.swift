import Testing

/// Generators: `send`, `throw`, `close`, `yield from`, and `yield` anywhere in an expression (Language Reference
/// 6.2.9, *Yield expressions*).
@Suite struct GeneratorTests {
  @Test(arguments: [
    Program(
      "an exception thrown in is raised at the yield",
      """
      def g():
        try:
          x = yield 1
          print('got', x)
          yield x
        except ValueError as e:
          print('caught', e)
          yield 'after'
        finally: print('cleanup')
      a = g()
      print(next(a), a.send('s'), a.throw(ValueError('boom')))
      try: next(a)
      except StopIteration as e: print('end', e.value)
      """,
      prints: "got s\ncaught boom\n1 s after\ncleanup\nend None\n"),
    Program(
      "closing runs the finally clauses",
      """
      def g():
        try: yield 1
        except GeneratorExit:
          print('exit')
          raise
        finally: print('finally')
      a = g()
      next(a)
      a.close()
      a.close()
      print(list(a))
      def stubborn():
        try: yield 1
        except GeneratorExit: yield 2
      b = stubborn()
      next(b)
      try: b.close()
      except RuntimeError as e: print(e)
      """,
      prints: "exit\nfinally\n[]\ngenerator ignored GeneratorExit\n"),
    Program(
      "yield from passes values and exceptions on, and gives the return value",
      """
      def inner():
        try: got = yield 1
        except KeyError: got = 'key'
        return got
      def outer():
        a = yield from inner()
        b = yield from inner()
        yield from 'xy'
        return a, b
      o = outer()
      print(next(o), o.send('s'), o.throw(KeyError), next(o))
      try: next(o)
      except StopIteration as e: print(e.value)
      """,
      prints: "1 1 x y\n('s', 'key')\n"),
    Program(
      "a yield may stand inside an expression, in the order of evaluation",
      """
      def g():
        print((yield 1), (yield 2))
        z = [(yield 3), f'{(yield 4)}!', {'k': (yield 5)}]
        total = 10
        total += yield 6
        w = (yield 7) or (yield 8)
        v = (yield 9) if total > 10 else (yield 10)
        if (yield 11): return z, total, w, v, (yield 12)
      asked = []
      it = g()
      try:
        value = next(it)
        while True:
          asked.append(value)
          value = it.send(value * 10 if value != 7 else 0)
      except StopIteration as e: print(asked, e.value)
      """,
      prints: """
        10 20
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12] ([30, '40!', {'k': 50}], 70, 80, 90, 120)

        """),
    Program(
      "what is evaluated before a yield keeps its value",
      """
      def g():
        x = 1
        y = x + (yield)
        return y
      def twist():
        global it
        it = g()
        next(it)
        try: it.send(5)
        except StopIteration as e: print(e.value)
      twist()
      def loop():
        n = 0
        while (yield n) != 'stop': n += 1
        return n
      it = loop()
      print(next(it), it.send(1), it.send(2))
      try: it.send('stop')
      except StopIteration as e: print(e.value)
      print(list((lambda: (yield 1))()))
      """,
      prints: "6\n0 1 2\n2\n[1]\n"),
    Program(
      "a with block inside is entered and left as the generator goes on",
      """
      class Manager:
        def __enter__(self):
          print('in')
          return 1
        def __exit__(self, *info): print('out', info[0])
      def g():
        with Manager() as m:
          yield m
          yield 2
      print(list(g()))
      it = g()
      next(it)
      it.close()
      def match(v):
        match v:
          case [a, b]:
            yield a
            yield b
          case _: yield 'other'
      print(list(match([1, 2])), list(match('x')))
      """,
      prints: "in\nout None\n[1, 2]\nin\nout <class 'GeneratorExit'>\n[1, 2] ['other']\n"),
    Program(
      "StopIteration inside becomes RuntimeError",
      """
      def g():
        yield 1
        raise StopIteration
      try: list(g())
      except RuntimeError as e: print(e, repr(e.__cause__))
      try: next(x for x in [])
      except StopIteration as e: print(repr(e))
      """,
      prints: "generator raised StopIteration StopIteration()\nStopIteration()\n"),
    Program(
      "wrong calls are refused as CPython does",
      """
      def g(): yield 1
      for call in (lambda: g().send(1), lambda: g().throw(5), lambda: g().throw(ValueError('early'))):
        try: call()
        except Exception as e: print(type(e).__name__, e)
      def delegate(): yield from [1, 2]
      d = delegate()
      next(d)
      try: d.send(5)
      except AttributeError as e: print(e)
      def again(): yield from me
      me = again()
      try: next(me)
      except ValueError as e: print(e)
      """,
      prints: """
        TypeError can't send non-None value to a just-started generator
        TypeError exceptions must be classes or instances deriving from BaseException, not int
        ValueError early
        'list_iterator' object has no attribute 'send'
        generator already executing

        """),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
