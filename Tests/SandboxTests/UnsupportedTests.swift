import Sandbox
import Testing

/// What isn't implemented ends the run when it is executed, never before, and can't be caught.
@Suite struct UnsupportedTests {
  @Test(arguments: [
    ("async def f(): pass\nf()", "the coroutine of an async def"),
    ("eval('1')", "eval"),
    ("exec('1')", "exec"),
    ("open('/etc/passwd')", "open"),
    ("__import__('os')", "__import__"),
    ("globals()", "globals"),
    ("input()", "input"),
    ("x = 1j", "complex numbers"),
    ("(-1.0) ** 0.5", "complex numbers"),
    ("chr(0xD800)", "a lone surrogate"),
    ("id(1)", "id"),
    ("class A(type): pass", "class A(type)"),
    ("class A(metaclass=print): pass", "class A(metaclass=…)"),
    ("1000 is 1000", "the identity of equal int values (is)"),
    ("'a'.__sizeof__()", "str.__sizeof__"),
    ("[].__reduce__()", "list.__reduce__"),
    // CPython has these: an AttributeError would be a wrong verdict.
    ("object.__subclasses__()", "object.__subclasses__"),
    ("ValueError('x').__traceback__", "ValueError.__traceback__"),
    ("try: b'\\xff'.decode()\nexcept ValueError as e: e.args", "UnicodeDecodeError.args"),
    ("try: 'é'.encode('ascii')\nexcept ValueError as e: repr(e)", "UnicodeEncodeError.args"),
    (
      "def g():\n  try: yield 1\n  finally: print('x')\nnext(g())",
      "a generator left inside a with or a try with finally"
    ),
    ("(x for x in []).gi_running", "generator.gi_running"),
    ("len.__self__", "len.__self__"),
    ("class C: pass\nC.__weakref__", "C.__weakref__"),
    ("import ipaddress\nipaddress.ip_address('1.2.3.4')._ip", "ipaddress.IPv4Address._ip"),
    ("import re\nisinstance(re.I, int)", "isinstance of a re.RegexFlag"),
    ("import re\nfloat(re.I)", "a regular expression flag as a number"),
    ("import re\nround(re.I)", "round() of a re.RegexFlag"),
    ("import ipaddress\n'a' % ipaddress.ip_network('1.0.0.0/8')", "% with a IPv4Network"),
    ("def g():\n  x = 1 < 2 < (yield 1)\nlist(g())", "yield inside this expression"),
    ("import os\nos.system('true')", "os.system"),
    ("import subprocess\nsubprocess.run(['true'])", "subprocess.run"),
    ("import socket\nsocket.socket()", "socket.socket"),
    ("import sqlite3 as s\ns.connect('x')", "sqlite3.connect"),
  ]) func itNamesTheConstruct(source: String, construct: String) {
    #expect(PythonRun(source).failure == "unsupported: \(construct)")
    let indented = source.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    #expect(
      PythonRun("try:\n\(indented)\nexcept BaseException: print('caught')").failure
        == "unsupported: \(construct)")
  }

  @Test(arguments: [
    "def f():\n  return eval('1')",
    "if False:\n  open('x')",
    "import subprocess\nimport boto3\nfrom botocore.exceptions import ClientError",
    "import boto3\nclient = boto3.client\nresource = boto3.resource",
    "import boto3\ndef f(x: boto3.resource) -> boto3.Nothing: pass",
    "def f():\n  x: undefined_name = 1",
    "async def f():\n  async with x: await y",
  ]) func nothingIsRefusedBeforeItIsExecuted(source: String) {
    #expect(PythonRun(source).outcome.isEmpty)
  }

  @Test(arguments: [
    ("hasattr('a', '__bytes__')", "False"), ("hasattr(1, '__add__')", "True"),
    ("hasattr([], '__iter__')", "True"), ("hasattr(1, '__iter__')", "False"),
    ("hasattr({}, '__getitem__')", "True"), ("hasattr(None, '__len__')", "False"),
    ("hasattr('a', 'nope')", "False"), ("getattr(1.5, '__len__', 'none')", "none"),
  ]) func whatATypeHasIsKnown(expression: String, expected: String) {
    #expect(PythonRun("print(\(expression))").outcome == expected + "\n")
  }

  @Test func aPlaceholderNeverMatchesInExcept() {
    let source = """
      from botocore.exceptions import NoCredentialsError
      import requests
      try:
        raise ValueError('x')
      except NoCredentialsError:
        print('no')
      except (requests.HTTPError, ValueError):
        print('value')
      """
    #expect(PythonRun(source).outcome == "value\n")
  }

  @Test(arguments: [
    "boto3.client('s3')", "boto3.x[0]", "for i in boto3.x: pass", "boto3.x == 1", "if boto3.x: pass",
    "not boto3.x", "len(boto3.x)", "str(boto3.x)", "1 in boto3.x", "boto3.x + 1", "f'{boto3.x}'", "-boto3.x",
    "int(boto3.x)", "isinstance(boto3.x, str)", "isinstance(1, boto3.x)", "{boto3.x: 1}", "boto3.x < 1",
    "class A(boto3.x): pass", "raise boto3.x", "boto3.x.y.z()", "boto3.x.y = 1", "with boto3.x: pass",
    "[*boto3.x]", "dict(**boto3.x)", "boto3.x is None", "a, b = boto3.x",
  ]) func usingAPlaceholderEndsTheRun(statement: String) {
    let run = PythonRun("import boto3\ntry:\n  \(statement)\nexcept BaseException: print('caught')")
    #expect(run.failure?.hasPrefix("unsupported: ") == true, "\(run.outcome)")
    #expect(run.failure?.contains("boto3.") == true, "\(run.outcome)")
  }
}
