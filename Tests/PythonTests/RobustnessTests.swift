import Foundation
import Python
import SourceText
import TestSupport
import Testing

/// Any bytes give a tree, in bounded time and stack.
@Suite struct RobustnessTests {
  static let sample = """
    '''Doc — with "quotes" '''
    from __future__ import annotations
    import re, json as j
    LIMIT = 1_000 + 0xFF - 1.5e3j ** -2

    @decorator(1, *a, key="v", **k)
    async def policy(resource: dict, /, *rest, flag=True, **options) -> bool:
        \"\"\"Doc\"\"\"
        if resource.get("a", {}).get('b') is not None and not (x := f"{resource['c']!r:>{10}}"):
            return [y for y in resource["d"] if y % 2 == 0 or y in (1, 2,)][1:-1]
        elif resource: pass
        else:
            async with a as b, c: await b
        for i, (k, *v) in enumerate({"é": b"\\x00", **d}):
            try: del k[i], v
            except (KeyError, ValueError) as e: raise RuntimeError(rf"\\d{e}") from e
            finally: continue
        while lambda x=1: x: break
        match resource:
            case {"a": 1 | -2.5, **rest} if rest: yield
            case [A(x=1), *_] | "s" "t": return
        global z; z += 1 if x else 2
    """

  @Test func everyPrefixOfAFileGivesATree() {
    let bytes = Array(Self.sample.utf8)
    for count in 0...bytes.count {
      let source = SourceText(Array(bytes[..<count]))
      expectConsistent(PythonModule(parsing: source))
    }
  }

  @Test(arguments: 0..<8) func mutatedBytesGiveATree(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(Self.sample.utf8)
    let interesting = Array("()[]{}:=,.'\"\\\n\t #@!f*".utf8) + [0, 0xFF, 0xC3, 0x0D]
    for _ in 0..<60 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<mutated.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: mutated.remove(at: index)
        case 1: mutated[index] = interesting.randomElement(using: &random) ?? 0
        default: mutated.insert(interesting.randomElement(using: &random) ?? 0, at: index)
        }
      }
      expectConsistent(PythonModule(parsing: SourceText(mutated)))
    }
  }

  /// Sources that nest, and whether they stay within the limits.
  static let deep: [(name: String, source: String, isAccepted: Bool)] = {
    func nest(_ open: String, _ inner: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + inner + String(repeating: close, count: count)
    }
    func blocks(_ header: String, _ count: Int, _ inner: String) -> String {
      (0..<count).map { String(repeating: " ", count: $0) + header + "\n" }.joined()
        + String(repeating: " ", count: count) + inner
    }
    return [
      ("200 parentheses", nest("(", "x", ")", 200), true),
      ("too many parentheses", nest("(", "x", ")", 20_000), false),
      ("199 lists", nest("[", "x", "]", 199), true),
      ("199 dictionaries", nest("{1:", "x", "}", 199), true),
      ("199 calls", nest("f(", "x", ")", 199), true),
      ("199 comprehensions", nest("[x for x in ", "x", "]", 199), true),
      ("open brackets", String(repeating: "f([{", count: 20_000), false),
      ("200 nots", String(repeating: "not ", count: 200) + "x", true),
      ("too many nots", String(repeating: "not ", count: 20_000) + "x", false),
      ("too many signs", String(repeating: "- ", count: 20_000) + "x", false),
      ("too many attributes", "a" + String(repeating: ".b", count: 20_000), false),
      ("too many calls", "a" + String(repeating: "()", count: 20_000), false),
      ("900 terms", "a" + String(repeating: "+a", count: 900), true),
      ("too many terms", "a" + String(repeating: "+a", count: 20_000), false),
      ("too many powers", "a" + String(repeating: "**a", count: 20_000), false),
      ("too many conditionals", String(repeating: "a if b else ", count: 20_000) + "c", false),
      ("too many lambdas", String(repeating: "lambda:", count: 20_000) + "x", false),
      ("lambdas in defaults", String(repeating: "lambda x=", count: 20_000) + "x", false),
      ("many comparisons", "a" + String(repeating: "<a", count: 20_000), true),
      ("many targets", String(repeating: "a=", count: 20_000) + "1", true),
      ("too many elifs", "if a: b\n" + String(repeating: "elif a: b\n", count: 20_000), false),
      ("499 elifs", "if a: b\n" + String(repeating: "elif a: b\n", count: 499), true),
      ("99 blocks around 199 lists", blocks("if x:", 99, nest("[", "x", "]", 199)), true),
      ("99 functions around 199 calls", blocks("def f(a):", 99, nest("f(", "x", ")", 199)), true),
      ("too many blocks", blocks("if x:", 200, "pass"), false),
      ("nested patterns", "match x:\n case " + nest("[", "1", "]", 199) + ": pass", true),
      ("unclosed lines", String(repeating: "f(\n", count: 20_000), false),
      ("unclosed strings", String(repeating: "f('''\n", count: 20_000), false),
      ("unmatched brackets", String(repeating: ")", count: 20_000), false),
      ("long hexadecimal", "0x" + String(repeating: "f", count: 1_000_000), false),
    ]
  }()

  @Test(arguments: deep.indices) func deepNestingMeetsALimit(_ index: Int) async {
    let (_, source, isAccepted) = Self.deep[index]
    let accepted = await onSmallStack {
      let module = PythonModule(parsing: SourceText(source))
      var count = 0
      module.walk { _ in
        count += 1
        return .visitChildren
      }
      return module.errors.isEmpty && !module.dump().isEmpty && count > 0
    }
    #expect(accepted == isAccepted)
  }

  /// All ranges lie in the source, and the tree can be printed.
  private func expectConsistent(_ module: PythonModule) {
    var count = 0
    module.walk { node in
      count += 1
      if node.range.lowerBound < 0 || node.range.upperBound > module.source.count {
        Issue.record("a node lies outside the source: \(node.range)")
      }
      return .visitChildren
    }
    for error in module.errors where error.range.upperBound > module.source.count {
      Issue.record("an error lies outside the source: \(error)")
    }
    _ = module.dump()
  }

  /// Runs work on half a megabyte of stack, the least that threads of a server have. Frames of debug
  /// builds are several times larger.
  private func onSmallStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      #if DEBUG
        thread.stackSize = 8 << 20
      #else
        thread.stackSize = 512 << 10
      #endif
      thread.start()
    }
  }
}
