/// Real policies on resources of their tests with something changed: nulls, empties, other types, literals of the
/// policy's source, keys that are gone or new, values that changed places.
struct ResourceMutation: ProgramSource {
  let title = "Mutated resources"
  private let policies: [(policy: PolicyCorpus.Policy, literals: [PythonValue])]

  init(_ corpus: PolicyCorpus) {
    policies = corpus.policies.map { ($0, ResourceMutation.literals(in: $0.source)) }
  }

  func program(_ random: inout RandomChoices) -> Program {
    let (policy, literals) = random.pick(policies)
    let test = random.pick(policy.tests)
    var resource = test.resource
    for _ in 0..<random.pick([0, 1, 1, 1, 2, 2, 3, 5]) { mutate(&resource, literals, &random) }
    var lines = ["# \(policy.path)", "import detection"]
    if !test.mocks.isEmpty { lines.append("from unittest.mock import MagicMock") }
    for mock in test.mocks {
      lines.append("detection.\(mock.name) = MagicMock(return_value=\(mock.value.source))")
    }
    lines += [
      "resource = \(resource.source)", "outcomes = []",
      "for name in \(ResourceMutation.functions):",
      "    if hasattr(detection, name):",
      "        try:",
      "            outcomes.append((name, getattr(detection, name)(resource)))",
      "        except Exception as error:",
      "            outcomes.append((name, type(error).__name__, str(error)))",
    ]
    var program = Program(lines.joined(separator: "\n") + "\n", modules: ["detection": policy.source])
    // What `policyuniverse` prints is in the order of a set.
    program.printsInAnyOrder = true
    return program
  }

  private static let functions =
    "('policy', 'title', 'description', 'reference', 'severity', 'runbook', 'destinations', 'dedup', 'alert_context',"
    + " 'unique')"

  // MARK: Changes

  private func mutate(
    _ resource: inout PythonValue, _ literals: [PythonValue], _ random: inout RandomChoices
  ) {
    let paths = resource.paths
    // Near the top a change matters more often.
    let path = random.pick(random.chance(40) ? paths.filter { $0.count <= 2 } : paths)
    let old = resource[path]
    switch random.below(10) {
    case 0, 1: resource[path] = random.pick(ResourceMutation.simple)
    case 2: resource[path] = literals.isEmpty ? .string("*") : random.pick(literals)
    case 3: resource[path] = resource[random.pick(paths)]
    case 4:
      resource[path] = random.pick([
        .list([old]), .list([old, old]), .dict([.init(key: .string("a"), value: old)]),
      ])
    case 5: resource[path] = first(of: old) ?? .none
    case 6, 7: resource[path] = reshaped(old, literals, &random)
    default: resource[path] = varied(old, literals, &random)
    }
  }

  private static let simple: [PythonValue] = [
    .none, .none, .bool(true), .bool(false), .number("0"), .number("1"), .number("-1"), .number("443"),
    .number("1.5"), .string(""), .string("*"), .string("true"), .string("x"), .string("2024-01-02T03:04:05Z"),
    .string("0.0.0.0/0"), .string("arn:aws:iam::123456789012:root"), .list([]), .dict([]), .list([.none]),
    .list([.string("*")]), .dict([.init(key: .string("AWS"), value: .string("*"))]), .string("{}"),
    .string("[1"),
    .number("9223372036854775807"), .string("1970-01-01"), .number("1700000000"), .string("é"),
  ]

  private func first(of value: PythonValue) -> PythonValue? {
    switch value {
    case .list(let items): items.first
    case .dict(let items): items.first?.value
    case .string(let text): .string(String(text.prefix(3)))
    default: nil
    }
  }

  /// A list or dict with something less, or more.
  private func reshaped(
    _ value: PythonValue, _ literals: [PythonValue], _ random: inout RandomChoices
  ) -> PythonValue {
    switch value {
    case .dict(var items):
      if !items.isEmpty, random.chance(60) {
        items.remove(at: random.below(items.count))
      } else if let key = keys(literals, &random) {
        items.removeAll { $0.key == key }
        items.append(.init(key: key, value: random.pick(ResourceMutation.simple + literals)))
      }
      return .dict(items)
    case .list(var items):
      if !items.isEmpty, random.chance(40) {
        items.remove(at: random.below(items.count))
      } else if !items.isEmpty, random.chance(40) {
        items.append(random.pick(items))
      } else {
        items.insert(random.pick(ResourceMutation.simple + literals), at: random.below(items.count + 1))
      }
      return .list(items.count > 1 && random.chance(20) ? items.reversed() : items)
    default: return random.pick(ResourceMutation.simple)
    }
  }

  private func keys(_ literals: [PythonValue], _ random: inout RandomChoices) -> PythonValue? {
    let keys = literals.filter { if case .string = $0 { true } else { false } }
    return keys.isEmpty ? nil : random.pick(keys)
  }

  /// A scalar that is nearly the same.
  private func varied(
    _ value: PythonValue, _ literals: [PythonValue], _ random: inout RandomChoices
  ) -> PythonValue {
    switch value {
    case .string(let text):
      return .string(
        random.pick([
          text.uppercased(), text.lowercased(), text + " ", text + "x", String(text.dropLast()),
          String(text.dropFirst()), text + "*", text.replacing(":", with: "/"), String(text.reversed()),
          text.replacing("0", with: "9"), "{\"a\": \"\(text.prefix(9))\"}",
        ]))
    case .number(let text):
      return .number(random.pick(["-\(text)", "\(text)0", "\(text).5", "0"]).replacing("--", with: ""))
    case .bool(let value): return .bool(!value)
    default: return literals.isEmpty ? .none : random.pick(literals)
    }
  }

  /// The strings and whole numbers of a source text, as far as they are easy to see.
  private static func literals(in source: String) -> [PythonValue] {
    let strings = source.matches(of: /"([^"\\\n]{0,60})"|'([^'\\\n]{0,60})'/)
      .map { PythonValue.string(String($0.output.1 ?? $0.output.2 ?? "")) }
    let numbers = source.matches(of: /\b[0-9]{1,9}\b/).map { match in
      PythonValue.number(String(Int(match.output) ?? 0))
    }
    return Array(Set(strings + numbers)).sorted { $0.source < $1.source }
  }
}
