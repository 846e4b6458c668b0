import Sandbox
import SourceText
import Testing

/// Raising, catching, chaining, and where a traceback goes through.
@Suite struct ExceptionTests {
  @Test(arguments: [
    Program(
      "handlers match subclasses and tuples, in order",
      """
      class Base(Exception): pass
      class Sub(Base): pass
      for e in (Sub('a'), Base('b'), KeyError('c'), ValueError()):
        try: raise e
        except Sub: print('sub')
        except Base as x: print('base', x)
        except (KeyError, TypeError) as x: print('tuple', x)
        except: print('bare')
      """, prints: "sub\nbase b\ntuple 'c'\nbare\n"),
    Program(
      "causes and contexts",
      """
      try:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
      except ValueError as e: print(repr(e.__cause__), repr(e.__context__))
      try:
        try: 1 / 0
        except ZeroDivisionError: raise KeyError('k')
      except KeyError as e: print(e.__cause__, repr(e.__context__))
      """,
      prints: """
        ZeroDivisionError('division by zero') ZeroDivisionError('division by zero')
        None ZeroDivisionError('division by zero')

        """),
    Program(
      "a bare raise raises what is being handled",
      """
      try:
        try: int('x')
        except ValueError: raise
      except ValueError as e: print(e)
      try: raise
      except RuntimeError as e: print(e)
      """, prints: "invalid literal for int() with base 10: 'x'\nNo active exception to reraise\n"),
    Program(
      "the name after as ends with its handler",
      """
      try: raise ValueError
      except ValueError as e: pass
      try: e
      except NameError as n: print(n)
      """, prints: "name 'e' is not defined\n"),
    Program(
      "exceptions of the code's own",
      """
      class E(Exception):
        def __init__(self, code):
          super().__init__(f'code {code}')
          self.code = code
      try: raise E(5)
      except E as e: print(e, e.code, e.args, repr(e))
      class S(Exception):
        def __str__(self): return 'custom'
      print(str(S(1)), repr(S(1, 2)))
      """, prints: "code 5 5 ('code 5',) E('code 5')\ncustom S(1, 2)\n"),
    Program(
      "only exceptions can be raised and caught",
      """
      try: raise 5
      except TypeError as e: print(e)
      try:
        try: 1 / 0
        except 5: pass
      except TypeError as e: print(e)
      """,
      prints: """
        exceptions must derive from BaseException
        catching classes that do not inherit from BaseException is not allowed

        """),
    Program(
      "assert",
      """
      assert 1
      try: assert 0, 'message'
      except AssertionError as e: print(repr(e))
      """, prints: "AssertionError('message')\n"),
  ]) func running(_ program: Program) {
    #expect(PythonRun(program.source).outcome == program.expected)
  }

  @Test func aTracebackGoesFromTheRaiseOutwards() {
    let helper = "def fail(x):\n  return x['key']\n"
    let source = "import helper\ndef policy(r):\n  return helper.fail(r)\npolicy({})\n"
    let frames = PythonRun(source, helpers: ["helper": helper]).frames
    let texts = frames.map { frame in
      "\(frame.path) \(frame.function): \(SourceText(frame.path == "main.py" ? source : helper)[frame.range])"
    }
    #expect(
      texts == [
        "helper.py fail: x['key']", "main.py policy: helper.fail(r)", "main.py <module>: policy({})",
      ])
  }

  /// The lines are those of CPython's traceback, which grows when an exception is raised again.
  @Test(arguments: [
    ("try:\n  0 / 0\nexcept ValueError:\n  pass", [2]),
    ("try:\n  0 / 0\nexcept ZeroDivisionError:\n  raise", [2]),
    ("try:\n  0 / 0\nexcept ZeroDivisionError as e:\n  raise e", [2, 4]),
    ("try:\n  0 / 0\nexcept ZeroDivisionError as e:\n  raise ValueError", [4]),
    ("try:\n  0 / 0\nexcept ZeroDivisionError as e:\n  [][0]", [4]),
    ("try:\n  0 / 0\nfinally:\n  x = 1", [2]),
    ("def f():\n  raise KeyError\ntry:\n  f()\nexcept KeyError:\n  raise", [2, 4]),
  ])
  func aTracebackKeepsWhereAnExceptionWasRaisedFirst(source: String, lines: [Int]) {
    let text = SourceText(source)
    #expect(PythonRun(source).frames.map { text.lines.line(at: $0.range.lowerBound) + 1 } == lines)
  }

  @Test func exceptionsAreNamedAsATracebackNamesThem() throws {
    let failure = try outcome(of: "class Mine(ValueError): pass\ndef f(x): raise Mine(x)", calling: "f")
    guard case .exception(let exception)? = failure else {
      Issue.record("no exception")
      return
    }
    #expect(exception.name == "Mine")
    #expect(exception.message == "argument")
  }

  private func outcome(of source: String, calling name: String) throws -> Failure? {
    let interpreter = Interpreter(limits: .patient, host: host([:]))
    let module = try interpreter.load(parse(source), name: "m", path: "m.py")
    guard let function = module.attribute(name) else { return nil }
    do throws(Failure) {
      _ = try interpreter.call(function, [.string("argument")])
      return nil
    } catch {
      return error
    }
  }
}
