import Sandbox
import SourceText
import Testing

/// What a host does: load, call, mock, trace.
@Suite struct HostTests {
  private func loaded(_ source: String) throws -> (Interpreter, ModuleObject) {
    let interpreter = Interpreter(limits: .patient, host: host([:]))
    return (interpreter, try interpreter.load(parse(source), name: "detection", path: "detection.py"))
  }

  private func call(
    _ name: String, _ argument: Object, in module: ModuleObject, _ interpreter: Interpreter
  ) throws -> Object {
    let function = try #require(module.attribute(name))
    return try interpreter.call(function, [argument])
  }

  @Test func aModuleKeepsItsStateBetweenCalls() throws {
    let (interpreter, module) = try loaded(
      "n = 0\ndef policy(r):\n  global n\n  n += 1\n  return n > 1")
    let policy = try #require(module.attribute("policy"))
    #expect(try interpreter.call(policy, [.none]).asBool == false)
    #expect(try interpreter.call(policy, [.none]).asBool == true)
  }

  @Test func onlyABoolIsABool() throws {
    let (interpreter, module) = try loaded("def f(x): return x")
    let function = try #require(module.attribute("f"))
    for value: Object in [.none, .int(1), .string("true"), .float(0)] {
      #expect(try interpreter.call(function, [value]).asBool == nil)
    }
  }

  @Test func argumentsAreSharedNotCopied() throws {
    let (interpreter, module) = try loaded("def f(a, b):\n  a.append(1)\n  return len(b)")
    let function = try #require(module.attribute("f"))
    var list = Object.none
    try interpreter.enter { () throws(Unwind) in list = try interpreter.list([]) }
    #expect(try interpreter.call(function, [list, list]).asInt == 1)
  }

  @Test func budgetsStartAnewWithEveryCall() throws {
    var limits = Limits.patient
    limits.steps = 2000
    let interpreter = Interpreter(limits: limits, host: host([:]))
    let module = try interpreter.load(
      parse("def f(n):\n  for i in range(n): pass"), name: "m", path: "m.py")
    let function = try #require(module.attribute("f"))
    for _ in 0..<5 { _ = try interpreter.call(function, [.int(500)]) }
    #expect(throws: Failure.self) { try interpreter.call(function, [.int(5000)]) }
    _ = try interpreter.call(function, [.int(500)])
  }

  @Test func aMockReplacesANameOfTheModule() throws {
    let (interpreter, module) = try loaded(
      """
      from unittest.mock import MagicMock
      def lookup(x): return 'real'
      NAMES = ['real']
      def policy(r):
        return [
          lookup(r, extra=1), isinstance(NAMES, MagicMock), NAMES(), bool(NAMES), len(NAMES), list(NAMES),
          'x' in NAMES, int(NAMES), float(NAMES), NAMES == NAMES, NAMES == 1, NAMES.a is NAMES.a, callable(NAMES),
        ]
      """)
    for name in ["lookup", "NAMES"] {
      module.setAttribute(name, .native(interpreter.heap.adopt(MockObject(returnValue: .string("mocked")))))
    }
    let result = try call("policy", .none, in: module, interpreter)
    var text = ""
    try interpreter.enter { () throws(Unwind) in text = try interpreter.repr(of: result).text }
    #expect(
      text == "['mocked', True, 'mocked', True, 0, [], False, 1, 1.0, True, False, True, True]")
  }

  @Test func printedTextIsTakenOnce() throws {
    let (interpreter, _) = try loaded("print('a', 1, sep='-')\nprint('b', end='')")
    #expect(interpreter.takeOutput() == "a-1\nb")
    #expect(interpreter.takeOutput().isEmpty)
  }

  @Test func summariesAreShortAndRunNoCode() throws {
    let (interpreter, module) = try loaded(
      """
      class A:
        def __repr__(self): raise ValueError
      value = [1, 'x' * 200, {'k': [[[1]]]}, A(), None, 1.5]
      """)
    withExtendedLifetime(interpreter) {
      let text = Summary.text(of: module.attribute("value") ?? .none)
      #expect(text.unicodeScalars.count <= 80)
      #expect(text.hasPrefix("[1, 'xxx"))
    }
  }
}
