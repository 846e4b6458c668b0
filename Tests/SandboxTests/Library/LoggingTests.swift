import Sandbox
import Testing

/// `logging`, whose lines CPython writes to standard error, and `warnings`.
@Suite struct LoggingTests {
  @Test(arguments: [
    (
      "logging.warning('a %s', 1)\nlogging.info('no')\nlogging.error('b')", "WARNING:root:a 1\nERROR:root:b\n"
    ),
    ("logging.getLogger('x').warning('bare')", "bare\n"),
    (
      "logging.basicConfig(level=logging.INFO, format='%(levelname)s|%(name)s|%(message)s')\nlogging.getLogger('a.b').info('%d%%', 5)",
      "INFO|a.b|5%\n"
    ),
    (
      "l = logging.getLogger('a')\nl.setLevel('ERROR')\nlogging.getLogger('a.b').warning('no')\nlogging.getLogger('a.b').error({'k': 1})",
      "{'k': 1}\n"
    ),
    (
      "print(logging.getLogger('a') is logging.getLogger('a'), logging.getLogger().name, logging.getLevelName(30), logging.getLogger('q'))",
      "True root WARNING <Logger q (WARNING)>\n"
    ),
    ("logging.disable()\nlogging.critical('no')", ""),
    ("logging.getLogger(5)", "TypeError: A logger name must be a string\n"),
    ("logging.getLogger('x').setLevel('LOUD')", "ValueError: Unknown level: 'LOUD'\n"),
    ("logging.error('%(a)s', {'a': 3})", "ERROR:root:3\n"),
    ("logging.exception('x')", "ERROR:root:x\nNoneType: None\n"),
  ]) func linesAreCaptured(source: String, output: String) {
    #expect(PythonRun("import logging\n" + source).outcome == output)
  }
}

/// What CPython prints of a handled exception, but for the frames of its traceback.
@Test func theHandledExceptionIsLogged() {
  let source = "import logging\ntry:\n  1 / 0\nexcept ZeroDivisionError:\n  logging.exception('x')"
  #expect(PythonRun(source).outcome == "ERROR:root:x\nZeroDivisionError: division by zero\n")
}

/// Numbers without a seed are noted: CPython doesn't give them again.
@Suite struct RepeatabilityTests {
  @Test(arguments: [
    ("import random\nrandom.random()", ["random"]), ("import uuid\nuuid.uuid4()", ["random"]),
    ("import secrets\nsecrets.token_hex()", ["random"]),
    ("import random\nrandom.seed(1)\nrandom.random()", []),
    ("import random\nrandom.Random(3).random()", []),
  ]) func whatCPythonDoesNotRepeatIsNoted(source: String, noted: [String]) throws {
    let interpreter = Interpreter(limits: .patient, host: host([:]))
    _ = try interpreter.load(parse(source), name: "__main__", path: "main.py")
    #expect(interpreter.takeUnrepeatable() == noted)
  }
}
