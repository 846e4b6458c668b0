import Testing

/// `json` with hooks, `uuid`, and what the library tells of itself, with CPython 3.11's answers.
@Suite struct LibraryObjectTests {
  private static let imports =
    "import base64, binascii, bisect, calendar, collections, copy, datetime, difflib, fnmatch, functools, hashlib, heapq, hmac, html, ipaddress, itertools, json, logging, math, operator, os, os.path, random, shlex, statistics, string, sys, textwrap, time, urllib.parse, uuid, warnings, zoneinfo"

  @Test(
    "json hooks",
    arguments: [
      Case(
        "json.loads('{\"a\": {\"b\": 1}}', object_hook=lambda d: sorted(d.items()))", "[('a', [('b', 1)])]"),
      Case("json.loads('{\"a\": 1, \"a\": 2}', object_pairs_hook=lambda p: p)", "[('a', 1), ('a', 2)]"),
      Case("json.loads('[{}]', object_hook=lambda d: 5)", "[5]"),
      Case(
        "json.loads('{\"b\": 1, \"a\": [2]}', object_pairs_hook=collections.OrderedDict)",
        "OrderedDict([('b', 1), ('a', [2])])"),
    ])
  func jsonHooks(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "uuids of names",
    arguments: [
      Case("uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')", "UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')"),
      Case(
        "(uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.uuid5(uuid.NAMESPACE_OID, 'é').version, uuid.NAMESPACE_X500.hex)",
        "(UUID('60a7f89c-e446-309c-8b4f-460bfdfd0dee'), 5, '6ba7b8149dad11d180b400c04fd430c8')"),
    ])
  func uuidsOfNames(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "the version",
    arguments: [
      Case(
        "(sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.minor, sys.maxsize)",
        "(True, 3, 11, 9223372036854775807)"),
      Case("sys.intern(1)", "TypeError: intern() argument must be str, not int"),
    ])
  func theVersion(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }
}
