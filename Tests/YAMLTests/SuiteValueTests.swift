import Foundation
import SourceText
import Testing
import YAML

/// The values of the public suite's cases: the suite says what they are in YAML 1.2's core schema, as JSON. Where the
/// Panther tool's loader has another, or none, the case is listed here under its reason; if `PAT_PYTHON` is set, that
/// tool confirms every one.
@Suite struct SuiteValueTests {
  static let folder = PublicSuiteTests.folder

  /// By the rule of the dialect that makes the value another.
  static let exceptions: [LoaderRule: String] = [
    .anchorName: "8XYN W5VH",
    .afterDocument: "DK3J FP8R",
    .blankLastLine: "JEF9/2 L24T/1",
    .blockTextTab: "96NN/0 96NN/1 R4YG Y79Y/1",
    .colonAfterAnchor: "Y2GN",
    .directive: "2LFX 6LVF BEC7 MUS6/5 MUS6/6 W4TN",
    .flowKey: "4MUZ/0 4MUZ/1 4MUZ/2 58MP 5MUD 5T43 9SA2 DBG4 HM87/0 K3WX NJ66 UT92 VJP3/1",
    .languageTypes: "2XXW 565N J7PZ",
    .lonelyMarker: "HWV9 QT73",
    .lonelyTag: "S4JQ",
    .mappingHere: "2SXE",
    .questionMarkInFlow: "652Z HM87/1",
    .repeatedAnchor: "3GZX",
    .secondDocument: "35KP 6XDY 6ZKB 7Z25 9DXL 9KAX JHB9 KSS4 L383 M7A3 PUW8 RZT7 U9NS",
    .tab: "6BCT 6CA3 A2M4 DK95/0 DK95/3 Q5MG Y79Y/10",
    .tabAfterPlain: "DK95/4",
    .unknownTag: "5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 M5C3 P76L UGM3 Z67P Z9M4",
  ]

  @Test(.enabled(if: folder != nil, "set YAML_TEST_SUITE to the suite's src folder"))
  func everyCaseHasItsValueOrAReasonNotTo() throws {
    var counts = (values: 0, same: 0)
    var reasons: [String: LoaderRule] = [:]
    for (rule, names) in Self.exceptions {
      for name in names.split(separator: " ") { reasons[String(name)] = rule }
    }
    for suiteCase in try SuiteCase.all(in: try #require(Self.folder)) {
      guard let json = suiteCase.json else { continue }
      counts.values += 1
      let tree = YAMLTree(parsing: SourceText(suiteCase.input), dialect: .pantherLoader)
      let reason = reasons.removeValue(forKey: suiteCase.name)
      if let error = tree.loaderErrors.first {
        #expect(error.code == reason?.code, "\(suiteCase.name): \(error.message)")
        #expect(error.code != .loaderSyntax || error.message == reason?.message, "\(suiteCase.name)")
        continue
      }
      let value = JSONValue(try tree.root?.value() ?? .null)
      let isSame = try [value] == JSONValue.documents(json) || (value == .null && json.isEmpty)
      #expect(isSame == (reason == nil), "\(suiteCase.name)")
      if isSame { counts.same += 1 }
    }
    print("YAML test suite: \(counts.same) of \(counts.values) values are those of the core schema")
    #expect(reasons.isEmpty)
  }

  @Test(.enabled(if: folder != nil && LoaderOracle.python != nil, "set YAML_TEST_SUITE and PAT_PYTHON"))
  func theToolLoadsEveryCaseTheSame() throws {
    let cases = try SuiteCase.all(in: try #require(Self.folder))
    let table = try LoaderParityTests.compare(cases.map(\.input)) { cases[$0].name }
    print("Parity of \(cases.count) cases of the YAML test suite:\n" + table.description)
    #expect(table.differences == 0)
  }
}

/// A value of JSON: numbers are one type, and members have no order.
enum JSONValue: Hashable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The documents of a suite case: each begins in the first column.
  static func documents(_ text: String) throws -> [JSONValue] {
    var documents: [String] = []
    for line in text.split(separator: "\n") {
      if documents.isEmpty || !(line.hasPrefix(" ") || line.hasPrefix("]") || line.hasPrefix("}")) {
        documents.append("")
      }
      documents[documents.count - 1] += line
    }
    return try documents.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }

  /// Nil for what JSON has not.
  init?(_ value: YAMLValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .number(Double(value))
    case .float(let value): self = .number(value)
    case .string(let text): self = .string(text)
    case .sequence(let items):
      let values = items.compactMap(JSONValue.init)
      guard values.count == items.count else { return nil }
      self = .array(values)
    case .mapping(let pairs):
      var members: [String: JSONValue] = [:]
      for pair in pairs {
        guard case .string(let key) = pair.key, let value = JSONValue(pair.value) else { return nil }
        members[key] = value
      }
      self = .object(members)
    case .bigInt, .binary, .set, .pairs: return nil
    }
  }
}
