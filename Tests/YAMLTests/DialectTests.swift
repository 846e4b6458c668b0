import SourceText
import Testing
import YAML

/// Each rule of the Panther tool's loader, by the text that shows it; if `PAT_PYTHON` is set, that tool agrees.
@Suite struct DialectTests {
  static let rules = YAMLDialect.pantherLoader.rules

  @Test func everyRuleIsListedOnce() {
    #expect(Set(Self.rules.map(\.rule)).count == Self.rules.count)
    #expect(Set(Self.rules.map(\.rule)) == Set(LoaderRule.allCases))
  }

  @Test(arguments: rules)
  func ruleDoesWhatItSays(_ rule: YAMLDialect.Rule) {
    let standard = parse(rule.example)
    let tree = load(rule.example)
    let fatal = tree.errors.filter { !$0.isAcceptedByLoader } + tree.loaderErrors
    let warnings = tree.errors.filter(\.isAcceptedByLoader) + tree.loaderWarnings
    switch rule.effect {
    case .rejects:
      #expect(standard.errors.allSatisfy { $0.code == .nestingTooDeep })
      #expect(rule.rule == .depth || fatal.allSatisfy { $0.message.contains("Panther tool") })
      #expect(Set(fatal.map(\.code)) == [rule.rule == .depth ? .nestingTooDeep : rule.rule.code])
    case .rejectsToo:
      #expect(!standard.errors.isEmpty)
      #expect(tree.loaderErrors.contains { $0.code == rule.rule.code })
      #expect(tree.loaderErrors.first?.message == rule.rule.message)
    case .accepts:
      #expect(standard.errors.map(\.code) == [rule.rule.code])
      #expect(fatal.isEmpty)
      #expect(warnings.map(\.code) == [rule.rule.code])
    case .readsOtherwise, .surprises:
      #expect(standard.errors.isEmpty)
      #expect(fatal.isEmpty)
      #expect(warnings.map(\.code) == [rule.rule.code])
    case .resolves:
      #expect(standard.errors.isEmpty)
      #expect(fatal.isEmpty && warnings.isEmpty)
    }
    for finding in fatal + warnings where finding.code == .loaderSyntax {
      #expect(finding.message == rule.rule.message)
    }
  }

  @Test(.enabled(if: LoaderOracle.python != nil, "set PAT_PYTHON"))
  func theToolAgrees() throws {
    let oracle = LoaderOracle(python: try #require(LoaderOracle.python))
    let answers = try oracle.answers(to: Self.rules.map { Array($0.example.utf8) })
    for (rule, answer) in zip(Self.rules, answers) {
      let isRejected = if case .rejected = answer { true } else { false }
      #expect(isRejected == [.rejects, .rejectsToo].contains(rule.effect), "\(rule.rule)")
      let ours = LoaderAnswer(Array(rule.example.utf8))
      #expect(ours.agrees(with: answer) || rule.rule == .recursiveAlias, "\(rule.rule): \(ours), \(answer)")
    }
  }
}

extension YAMLDialect.Rule: CustomTestStringConvertible {
  public var testDescription: String { rule.rawValue }
}
