import Sandbox
import TestSupport
import Testing

/// Hostile code is harmless: every program of the adversarial suite ends as it must. How long that takes and how
/// much memory it needs is shown by `Benchmarks adversarial`.
@Suite struct HostileProgramTests {
  @Test(arguments: HostileGroup.all.flatMap(\.programs)) func endsAsItMust(_ program: HostileProgram) {
    var limits = Limits.patient
    // What never ends by itself ends after a tenth of the steps as well.
    if program.end == "limit: steps" { limits.steps /= 10 }
    let run = PythonRun(program.source, limits: limits, helpers: program.helpers, path: "hostile.py")
    let end = run.failure ?? "ends"
    #expect(program.mayEnd(end), "\(end) instead of \(program.end)")
  }

  @Test func theSuiteIsLargeEnoughToMeanSomething() {
    #expect(HostileGroup.all.flatMap(\.programs).count >= 150)
  }
}
