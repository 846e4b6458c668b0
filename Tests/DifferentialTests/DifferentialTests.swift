import Testing

/// Random programs, run here and by CPython 3.11: whatever isn't unsupported must end the same, to the last letter.
///
/// Runs where `python3.11` is found. `Settings` says how to try more, and how to come back to a program.
@Suite(.serialized, .enabled(if: CPython.path != nil)) struct DifferentialTests {
  @Test func programs() throws {
    try compare(ProgramGenerator(), programs: 300)
  }

  private func compare(_ source: some ProgramSource, programs: Int) throws {
    let tally = try Comparison(source: source, python: try #require(CPython.path))
      .run(Settings(programs: programs))
    print(tally)
    #expect(tally.programs > 0)
    for disagreement in tally.disagreements.prefix(20) { Issue.record("\(disagreement)") }
  }
}
