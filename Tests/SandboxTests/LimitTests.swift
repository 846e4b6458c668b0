import Sandbox
import Testing

/// Every bound ends the run under its own name, and evaluated code can't catch it.
@Suite struct LimitTests {
  @Test(arguments: [
    ("while True: pass", "steps"),
    ("sum(range(10 ** 12))", "steps"),
    ("[x for x in range(10 ** 12) if False]", "steps"),
    ("x = 'a' * 10 ** 12", "string length"),
    ("x = 'a' * 600000\nx + x", "string length"),
    ("','.join(['x' * 1000] * 2000)", "string length"),
    ("'%2000000d' % 1", "string length"),
    ("f'{1:2000000}'", "string length"),
    ("'a'.ljust(2000000)", "string length"),
    ("('a' * 1000).replace('a', 'b' * 2000)", "string length"),
    ("b'a' * 2000000", "string length"),
    ("for i in range(200): x = 'a' * 1000000", "memory"),
    ("x = []\nfor i in range(200): x.append([0] * 90000)", "memory"),
    ("[0] * 10 ** 9", "container size"),
    ("list(range(10 ** 6))", "container size"),
    ("x = []\nfor i in range(10 ** 6): x.append(i)", "container size"),
    ("{i: i for i in range(10 ** 6)}", "container size"),
    ("while True: print('x' * 1000)", "output"),
  ]) func aRunPastItsBoundEnds(source: String, limit: String) {
    var limits = Limits.patient
    // The other bounds must not be met first.
    if limit != "steps" { limits.steps *= 10 }
    #expect(PythonRun(source, limits: limits).failure == "limit: \(limit)")
    let indented = source.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let guarded = "try:\n\(indented)\nexcept BaseException: print('caught')"
    #expect(PythonRun(guarded, limits: limits).failure == "limit: \(limit)")
  }

  @Test func finallyDoesNotRunPastALimit() {
    let run = PythonRun("try:\n  while True: pass\nfinally: print('ran')")
    #expect(run.outcome == "limit: steps\n")
  }

  @Test func wallTimeIsBounded() {
    var limits = Limits.patient
    limits.steps = .max
    limits.seconds = 0.05
    #expect(PythonRun("while True: pass", limits: limits).failure == "limit: time")
  }

  @Test func anInterruptEndsTheRun() {
    let interrupt = Interrupt()
    interrupt.interrupt()
    #expect(PythonRun("while True: pass", interrupt: interrupt).failure == "limit: interrupted")
  }

  @Test func deepRecursionRaisesAsInCPython() {
    let source = """
      def f(n): return f(n + 1)
      try: f(0)
      except RecursionError as e: print(e)
      """
    #expect(PythonRun(source).outcome == "maximum recursion depth exceeded\n")
  }

  @Test func recursionAsDeepAsCPythonAllowsWorks() {
    let source = """
      def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
      print(depth(900))
      """
    #expect(PythonRun(source).outcome == "900\n")
  }

  @Test func theNativeStackIsABoundToo() {
    var limits = Limits.patient
    limits.stackBytes = 200 << 10
    let source = "def f(n): return f(n + 1)\ntry: f(0)\nexcept RecursionError: print('caught')"
    #expect(PythonRun(source, limits: limits).failure == "limit: recursion depth")
  }

  @Test(arguments: [
    "a = []\nfor _ in range(100000): a = [a]\nprint('built')",
    "a = ()\nfor _ in range(100000): a = (a,)\nprint('built')",
    "a = {}\nfor _ in range(100000): a = {'k': a}\nprint('built')",
    "f = None\nfor i in range(100000): f = (lambda g: lambda: g)(f)\nprint('built')",
    "class N: pass\na = None\nfor _ in range(80000):\n  n = N()\n  n.next = a\n  a = n\nprint('built')",
    "it = iter([])\nfor _ in range(100000): it = map(str, it)\nprint('built')",
    "a = []\na.append(a)\nd = {}\nd['d'] = d\nprint('built')",
  ]) func freeingDeepAndCyclicStructuresIsSafe(source: String) {
    var limits = Limits.patient
    limits.steps *= 10
    limits.memory *= 10
    #expect(PythonRun(source, limits: limits).outcome == "built\n")
  }

  @Test(arguments: [
    ("a = []\nfor _ in range(5000): a = [a]\nrepr(a)", " while getting the repr of an object"),
    ("a, b = [], []\nfor _ in range(5000): a, b = [a], [b]\na == b", " in comparison"),
  ]) func deepContainersMeetTheRecursionLimit(source: String, action: String) {
    #expect(PythonRun(source).failure == "RecursionError: maximum recursion depth exceeded\(action)")
  }

  @Test(arguments: [
    "2 ** 2_000_000", "2 ** 2 ** 70", "3 ** 10 ** 18", "1 << 2_000_000", "1 << 2 ** 62", "-1 << 2 ** 70",
    "(1 << 600_000) * (1 << 600_000)", "(1 << 900_000) ** 2", "int('f' * 600_000, 16)",
    "int.from_bytes(bytes(200_000), 'big')",
  ]) func integersHaveABoundOfBits(expression: String) {
    #expect(PythonRun("x = \(expression)").failure == "limit: integer size")
  }

  @Test(arguments: [
    "[1, 2, 3][::9223372036854775807]", "[1, 2, 3][9223372036854775807:]", "'abc'[-9223372036854775808:]",
    "range(-9223372036854775807, 9223372036854775807)[::2]", "range(0, 2 ** 62, 2 ** 61)[::2 ** 62]",
    "'a'.center(-9223372036854775808)", "[1].insert(-9223372036854775808, 2)",
    "'abc'[1:9223372036854775807:2]",
    "round(5, -9223372036854775808)", "round(1.5, 9223372036854775807)", "'a' * -9223372036854775808",
    "1 >> 9223372036854775807", "hash(-9223372036854775808)", "'x'.split('x', 9223372036854775807)",
    "'%.9223372036854775807f' % 1", "'%*d' % (-9223372036854775808, 1)", "'{:.99999999999}'.format(1.5)",
    "'x'.expandtabs(9223372036854775807)", "(5).to_bytes(9223372036854775807, 'big')",
    "list(enumerate([1, 2], 9223372036854775807))", "'a\\tb'.expandtabs(-9223372036854775808)",
    "format(1.5, '.1000000f')", "bytes(9223372036854775807)", "'ab'.find('b', -9223372036854775808)",
    "[1, 2].index(1, -9223372036854775808, 9223372036854775807)", "range(9223372036854775807).index(5)",
    "range(-9223372036854775808, 9223372036854775807).count(3)", "divmod(-9223372036854775808, -1)",
    "-9223372036854775808 % -1", "'' * 9223372036854775807", "[] * 9223372036854775807",
    "range(9223372036854775807)[1:9:9223372036854775807]", "'a'.zfill(-9223372036854775808)",
    "range(9223372036854775807)[::-9223372036854775808]", "pow(-9223372036854775808, 3, -7)",
    "0.1 // -9223372036854775808",
  ]) func extremeNumbersDontTrap(expression: String) {
    let outcome = PythonRun("x = \(expression)").outcome
    #expect(!outcome.contains("no thread"))
  }
}
