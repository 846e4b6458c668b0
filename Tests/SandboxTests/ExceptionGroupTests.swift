import Testing

/// Groups of exceptions, notes, and what built-in exceptions tell (Language Reference 8.4.2; Library Reference,
/// *Built-in Exceptions*).
@Suite struct ExceptionGroupTests {
  @Test(arguments: [
    Program(
      "except* takes the parts that match",
      """
      try: raise ExceptionGroup('g', [ValueError(1), TypeError('t'), ExceptionGroup('h', [ValueError(2), OSError('o')])])
      except* ValueError as eg: print(eg.message, [repr(e) for e in eg.exceptions], eg)
      except* (TypeError, OSError) as eg: print(repr(eg))
      try:
        try: raise ExceptionGroup('g', [ValueError(1), KeyError('k')])
        except* ValueError: print('v')
      except ExceptionGroup as e: print(repr(e), str(e))
      try: raise ValueError('plain')
      except* ValueError as eg: print(repr(eg))
      finally: print('finally')
      try: pass
      except* ValueError: print('x')
      else: print('else')
      """,
      prints: """
        g ['ValueError(1)', "ExceptionGroup('h', [ValueError(2)])"] g (2 sub-exceptions)
        ExceptionGroup('g', [TypeError('t'), ExceptionGroup('h', [OSError('o')])])
        v
        ExceptionGroup('g', [KeyError('k')]) g (1 sub-exception)
        ExceptionGroup('', (ValueError('plain'),))
        finally
        else

        """),
    Program(
      "split, subgroup and refusals",
      """
      eg = ExceptionGroup('m', [ValueError(1), TypeError(2)])
      print(eg.split(ValueError), repr(eg.subgroup(TypeError)), eg.subgroup(KeyError), isinstance(eg, Exception))
      print(ExceptionGroup.__mro__)
      for bad in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m')):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
      """,
      prints: """
        (ExceptionGroup('m', [ValueError(1)]), ExceptionGroup('m', [TypeError(2)])) ExceptionGroup('m', [TypeError(2)]) None True
        (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
        ValueError second argument (exceptions) must be a non-empty sequence
        ValueError Item 0 of second argument (exceptions) is not an exception
        TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)

        """),
    Program(
      "notes, causes and contexts",
      """
      e = ValueError('x')
      e.add_note('n1')
      e.add_note('n2')
      print(e.__notes__)
      try: e.add_note(1)
      except TypeError as x: print(x)
      try:
        try: 1 / 0
        except ZeroDivisionError as e: raise RuntimeError('r') from e
      except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
      try:
        try: 1 / 0
        except ZeroDivisionError: raise RuntimeError('r') from None
      except RuntimeError as e: print(e.__cause__, e.__suppress_context__, repr(e.__context__))
      """,
      prints: """
        ['n1', 'n2']
        note must be a str, not 'int'
        ZeroDivisionError('division by zero') True ZeroDivisionError('division by zero')
        None True ZeroDivisionError('division by zero')

        """),
    Program(
      "what exceptions keep",
      """
      e = OSError(2, 'No such', 'f')
      print(repr(e), e, e.errno, e.strerror, e.filename, type(OSError(13, 'x')).__name__, OSError('x').errno)
      print(SystemExit(3).code, SystemExit(1, 2).code, StopIteration(5).value)
      i = ImportError('m', name='n', path='p')
      print(i, i.name, i.path, i.msg, repr(i))
      try: [].foo
      except AttributeError as e: print(e.name, e.obj)
      try: undefined
      except NameError as e: print(e.name)
      """,
      prints: """
        FileNotFoundError(2, 'No such') [Errno 2] No such: 'f' 2 No such f PermissionError None
        3 (1, 2) 5
        m n p m ImportError('m')
        foo []
        undefined

        """),
    Program(
      "derived exceptions",
      """
      class Coded(Exception):
        def __init__(self, code, message):
          super().__init__(message)
          self.code = code
        def __str__(self): return f'[{self.code}] {super().__str__()}'
      class Keyed(KeyError):
        def __init__(self, k): self.k = k
      class Counted(Exception):
        def __new__(cls, *args):
          made = super().__new__(cls, *args)
          made.n = len(args)
          return made
      c = Coded(5, 'bad')
      print(c, repr(c), c.args, c.code, vars(c), str(Keyed('z')), Keyed('z').args, Counted(1, 2).n)
      """,
      prints: "[5] bad Coded('bad') ('bad',) 5 {'code': 5} 'z' ('z',) 2\n"),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }
}
