import Sandbox
import Testing

/// Importing helpers, library modules, and what doesn't exist.
@Suite struct ImportTests {
  private let helpers = [
    "helper": "print('loading')\nVALUE = [1]\ndef double(x): return x * 2\n",
    "broken": "def f(:\n",
    "failing": "raise ValueError('at import')",
    "first": "import second\nX = 1\ndef use(): return second.Y",
    "second": "import first\nY = 2\nHAS = hasattr(first, 'X')",
    "json": "print('never')",
  ]

  @Test(arguments: [
    ("import helper\nimport helper as h\nprint(helper.double(2), h is helper)", "loading\n4 True\n"),
    (
      "from helper import double, VALUE as v\nv.append(2)\nimport helper\nprint(double(v), helper.VALUE)",
      "loading\n[1, 2, 1, 2] [1, 2]\n"
    ),
    ("from helper import *\nprint(double(1), VALUE)", "loading\n2 [1]\n"),
    (
      "from helper import nope", "loading\nImportError: cannot import name 'nope' from 'helper' (helper.py)\n"
    ),
    (
      "import helper\nhelper.nope",
      "loading\nAttributeError: module 'helper' has no attribute 'nope'\n"
    ),
    ("import no_such", "ModuleNotFoundError: No module named 'no_such'\n"),
    ("from no_such import x", "ModuleNotFoundError: No module named 'no_such'\n"),
    (
      "import helper.sub",
      "loading\nModuleNotFoundError: No module named 'helper.sub'; 'helper' is not a package\n"
    ),
    ("try: import no_such\nexcept ImportError as e: print(e.name)", "no_such\n"),
    ("from . import x", "ImportError: attempted relative import with no known parent package\n"),
    ("import failing", "ValueError: at import\n"),
    (
      "try: import failing\nexcept ValueError: print('a')\ntry: import failing\nexcept ValueError: print('b')",
      "a\nb\n"
    ),
    ("import first\nprint(first.use(), first.second.HAS)", "2 False\n"),
    ("def f():\n  import helper\n  return helper.VALUE\nprint(f())", "loading\n[1]\n"),
    ("import os\nprint(os.getenv('HOME'), os.getenv('A', 'b'), len(os.environ))", "None b 0\n"),
    ("from __future__ import annotations\nprint(__name__)", "__main__\n"),
  ]) func importing(source: String, outcome: String) {
    #expect(PythonRun(source, helpers: helpers).outcome == outcome)
  }

  @Test func aHelperWithASyntaxErrorFailsToImport() {
    let run = PythonRun("import broken", helpers: helpers)
    #expect(run.failure?.hasPrefix("SyntaxError: ") == true)
    #expect(run.failure?.hasSuffix("(broken.py, line 1)") == true)
  }
}
