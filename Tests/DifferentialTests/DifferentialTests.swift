import Testing

/// Random programs, run here and by CPython 3.11: whatever isn't unsupported must end the same, to the last letter.
///
/// Runs where `python3.11` is found. `Settings` says how to try more, and how to come back to a program.
@Suite(.serialized, .enabled(if: CPython.path != nil)) struct DifferentialTests {
  @Test func programs() throws {
    try compare(ProgramGenerator(), programs: 300)
  }

  @Test func calls() throws {
    try compare(CallGenerator(.builtins), programs: 1_000)
  }

  /// Not by default: some modules word wrong calls by the wrong one of CPython's argument readers.
  @Test(.enabled(if: Settings.triesLibrary, "set FUZZ_LIBRARY")) func libraryCalls() throws {
    try compare(CallGenerator(.library), programs: 1_000)
  }

  @Test func regularExpressions() throws {
    try compare(RegexGenerator(), programs: 1_000)
  }

  @Test(
    .enabled(
      if: PolicyCorpus.root != nil && PolicyCorpus.python != nil, "set PANTHER_ANALYSIS and PAT_PYTHON"))
  func resources() throws {
    let python = try #require(PolicyCorpus.python)
    let corpus = try PolicyCorpus(root: try #require(PolicyCorpus.root), python: python)
    try compare(
      Comparison(
        source: ResourceMutation(corpus), helpers: Sandboxed(helpers: corpus.helpers),
        folders: [corpus.helperFolder], python: python),
      programs: 500)
  }

  private func compare(_ source: some ProgramSource, programs: Int) throws {
    try compare(Comparison(source: source, python: try #require(CPython.path)), programs: programs)
  }

  private func compare(_ comparison: Comparison, programs: Int) throws {
    let tally = try comparison.run(Settings(programs: programs))
    print(tally)
    #expect(tally.programs > 0)
    for disagreement in tally.disagreements.prefix(20) { Issue.record("\(disagreement)") }
  }
}
