extension HostileGroup {
  /// Tricks with `import`.
  static let imports = HostileGroup(
    "import tricks",
    [
      HostileProgram("__import__('os').system('true')", "unsupported: __import__"),
      HostileProgram(
        "import importlib\nimportlib.import_module('os')", "unsupported: importlib.import_module"),
      HostileProgram("import builtins\nbuiltins.open", "ends"),
      HostileProgram("import sys\nsys.modules['json'] = 1", "unsupported: sys.modules"),
      HostileProgram(
        "from . import x", "ImportError: attempted relative import with no known parent package"),
      HostileProgram(
        "from .. import x", "ImportError: attempted relative import with no known parent package"),
      HostileProgram(
        "from .helper import x", "ImportError: attempted relative import with no known parent package",
        helpers: ["helper": "x = 1"]),
      HostileProgram("import hostile", "ModuleNotFoundError: No module named 'hostile'"),
      HostileProgram(
        "import nothing_of_that_name", "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
      HostileProgram("from helper import *\nx", "ends", helpers: ["helper": "x = 1"]),
      HostileProgram("from os import *\nsystem('true')", "unsupported: system, perhaps of os"),
      HostileProgram(
        "import helper\nraise ValueError(helper.x)", "ValueError: 1",
        helpers: ["helper": "x = 1\nimport helper\nx = helper.x"]),
      HostileProgram(
        "import a", "AttributeError: module 'a' has no attribute 'x'",
        helpers: ["a": "import b\nx = 1", "b": "import a\na.x"]),
      HostileProgram(
        "import a", "ImportError: cannot import name 'x' from 'a' (a.py)",
        helpers: ["a": "from b import y\nx = 1", "b": "from a import x\ny = 1"]),
      HostileProgram("import a", "limit: steps", helpers: ["a": "while True: pass"]),
      HostileProgram(
        "while True:\n  try: import a\n  except ValueError: pass", "limit: steps",
        helpers: ["a": "raise ValueError"]),
      HostileProgram("import a0", "RecursionError", helpers: chain(3000)),
      HostileProgram(
        "def f(): import a\nf()", "RecursionError: maximum recursion depth exceeded",
        helpers: ["a": "def f(): f()\nf()"]),
      HostileProgram("import a", "SyntaxError: '(' was never closed (a.py, line 1)", helpers: ["a": "("]),
      HostileProgram(
        "import json\nraise ValueError(json.loads('1'))", "ValueError: 1",
        helpers: ["json": "def loads(x): return 'hijacked'"]),
      HostileProgram("import os\nos.getenv('a')", "ends", helpers: ["os": "getenv = 1"]),
      HostileProgram("import subprocess\nsubprocess.run", "ends", helpers: ["subprocess": "run = 1"]),
      HostileProgram(
        "import json\njson.loads = len\nraise ValueError(json.loads('1234'))",
        "unsupported: assignment to json.loads"),
      HostileProgram("import json\ndel json.loads", "unsupported: assignment to json.loads"),
      HostileProgram("import os\nos.getenv = eval", "unsupported: eval"),
      HostileProgram("import json\nsetattr(json, 'loads', None)", "unsupported: assignment to json.loads"),
      HostileProgram(
        "import helper\nhelper.f = eval", "unsupported: eval", helpers: ["helper": "def f(): pass"]),
      HostileProgram(
        "import helper\nhelper.__builtins__", "unsupported: helper.__builtins__", helpers: ["helper": ""]),
      HostileProgram(
        "import helper\nhelper.__dict__", "unsupported: helper.__dict__", helpers: ["helper": ""]),
      HostileProgram(
        "import helper\nhelper.__loader__", "unsupported: helper.__loader__", helpers: ["helper": ""]),
      HostileProgram("import json\njson.codecs.open", "ends"),
      HostileProgram("import json\njson.__loader__", "ends"),
      HostileProgram(
        "import re\nre.sre_compile", "AttributeError: module 're' has no attribute 'sre_compile'"),
      HostileProgram("import collections\ncollections._sys", "ends"),
      HostileProgram("import logging\nlogging.os", "ends"),
      HostileProgram("import datetime\ndatetime.sys", "ends"),
      HostileProgram(
        "import " + (0..<2000).map { "a\($0)" }.joined(separator: ", "),
        "ModuleNotFoundError: No module named 'a0'"),
      HostileProgram("import policyuniverse\npolicyuniverse.__file__", "ends"),
    ])

  /// A module that imports the next, and so on.
  private static func chain(_ length: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (0..<length).map { ("a\($0)", $0 + 1 < length ? "import a\($0 + 1)" : "") })
  }
}
