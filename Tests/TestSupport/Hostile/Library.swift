extension HostileGroup {
  /// Library calls that do much for little.
  static let library = HostileGroup(
    "library",
    [
      HostileProgram(
        "import difflib\ndifflib.SequenceMatcher(None, 'ab' * 50000, 'ba' * 50000).ratio()", "limit: steps"),
      HostileProgram(
        "import difflib\nwhile True: difflib.SequenceMatcher(None, 'ab' * 50, 'ba' * 50).ratio()",
        "limit: steps"),
      HostileProgram(
        "from policyuniverse.expander_minimizer import expand_policy\nwhile True: expand_policy({'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}]})",
        "limit: steps"),
      HostileProgram(
        "from policyuniverse.expander_minimizer import get_actions_from_statement\nwhile True: get_actions_from_statement({'Effect': 'Allow', 'Action': ['*'] * 1000, 'Resource': '*'})",
        "limit: steps"),
      HostileProgram(
        "from policyuniverse.expander_minimizer import _expand\nwhile True: _expand('*a*e*i*')",
        "unsupported: policyuniverse.expander_minimizer._expand"),
      HostileProgram(
        "from policyuniverse.policy import Policy\nPolicy({'Statement': [{'Effect': 'Allow', 'Action': '*', 'Principal': '*', 'Resource': '*'}] * 5000}).internet_accessible_actions()",
        "ends"),
      HostileProgram(
        "from policyuniverse.arn import ARN\nwhile True: ARN('arn:aws:iam::' + '1' * 100000 + ':root')",
        "limit: regular expression work"),
      HostileProgram("import ipaddress\nlist(ipaddress.ip_network('10.0.0.0/8'))", "limit: container size"),
      HostileProgram(
        "import ipaddress\nlist(ipaddress.ip_network('0.0.0.0/0').hosts())", "limit: container size"),
      HostileProgram(
        "import ipaddress\nx = [ipaddress.ip_network('10.0.%d.0/24' % i) for i in range(256)]\nwhile True: any(a.overlaps(b) for a in x for b in x)",
        "limit: steps"),
      HostileProgram("import shlex\nshlex.split('\"' + 'a' * 1000000)", "ValueError: No closing quotation"),
      HostileProgram("import shlex\nwhile True: shlex.split('a ' * 100000)", "limit: steps"),
      HostileProgram(
        "import datetime\nwhile True: datetime.datetime.now().strftime('%c' * 10000)", "limit: steps"),
      HostileProgram(
        "import datetime\ndatetime.timedelta(days=10 ** 12)",
        "OverflowError: Python int too large to convert to C int"),
      HostileProgram(
        "import datetime\nx = datetime.datetime.max\nwhile True: x += datetime.timedelta(days=1)",
        "OverflowError: date value out of range"),
      HostileProgram("import math\nmath.factorial(10 ** 9)", "limit: integer size"),
      HostileProgram("import math\nmath.factorial(100000)", "limit: integer size"),
      HostileProgram("import math\nmath.comb(10 ** 9, 5 * 10 ** 8)", "limit: integer size"),
      HostileProgram("10 ** 10 ** 10", "limit: integer size"),
      HostileProgram("1 << 10 ** 12", "limit: integer size"),
      HostileProgram("x = 2\nwhile True: x = x * x", "limit: steps"),
      HostileProgram("x = 2\nwhile True: x **= 3", "limit: steps"),
      HostileProgram("x = 1\nfor i in range(1, 100000): x *= i", "limit: steps"),
      HostileProgram(
        "int('9' * 1000000)",
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 1000000 digits; use sys.set_int_max_str_digits() to increase the limit"
      ),
      HostileProgram("int('f' * 500000, 16)", "limit: integer size"),
      HostileProgram("float('9' * 1000000)", "ends"),
      HostileProgram("while True: float('0.' + '1' * 100000)", "limit: steps"),
      HostileProgram("while True: f'{1e308:.1000f}'", "limit: steps"),
      HostileProgram("round(10 ** 18, -10 ** 18)", "ends"),
      HostileProgram("import time\ntime.sleep(10 ** 9)", "ends"),
      HostileProgram(
        "import collections\ncollections.namedtuple('N', ['f%d' % i for i in range(100000)])", "limit: steps"),
      HostileProgram("import string\nwhile True: string.Template('$a' * 100000)", "limit: memory"),
      HostileProgram("import base64\nwhile True: base64.b64decode('QQ' * 200000)", "limit: steps"),
      HostileProgram(
        "import urllib.parse\nwhile True: urllib.parse.parse_qs('a=1&' * 50000)", "limit: steps"),
      HostileProgram("import uuid\nwhile True: uuid.UUID('0' * 32)", "limit: steps"),
      HostileProgram("x = 'é' * 500000\nwhile True: x[250000]", "limit: steps"),
      HostileProgram("x = 'é' * 500000\nwhile True: x.upper()", "limit: steps"),
      HostileProgram("x = 'a' * 500000\nwhile True: x.upper()", "limit: steps"),
      HostileProgram("x = 'a' * 1000000\nwhile True: x == x[:-1] + 'b'", "limit: memory"),
      HostileProgram("x = 'ab' * 400000\nwhile True: x.find('b' * 20)", "limit: steps"),
      HostileProgram("x = ['a'] * 90000\nwhile True: x.insert(0, x.pop())", "limit: steps"),
      HostileProgram("x = ['a'] * 90000\nwhile True: x.pop(0); x.append(1)", "limit: steps"),
      HostileProgram("x = list(range(90000))\nwhile True: x.reverse()", "limit: steps"),
      HostileProgram("x = list(range(90000))\nwhile True: x.index(-1)", "ValueError: -1 is not in list"),
      HostileProgram("x = list(range(90000))\nwhile True: x == list(range(90000))", "limit: steps"),
      HostileProgram("x = list(range(90000, 0, -1))\nwhile True: sorted(x)", "limit: steps"),
      HostileProgram("x = [[0] * 90000] * 90000\nx.sort()", "limit: steps"),
    ])
}
