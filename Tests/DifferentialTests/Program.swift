/// A Python program that is run here and by CPython: what it prints, what it binds and how it ends must be the same.
struct Program: Sendable, Hashable {
  /// Executed as `__main__`. Every name it binds is part of the outcome, but for modules and what begins with `_`.
  var source: String
  /// What it can import besides the library: source texts by their names.
  var modules: [String: String] = [:]

  /// Whether the order of the printed lines is left open, as that of a set.
  var printsInAnyOrder = false

  init(_ source: String, modules: [String: String] = [:]) {
    self.source = source
    self.modules = modules
  }
}

/// Makes programs of one kind. Every random choice comes from `random`, so that a seed stands for a program.
protocol ProgramSource: Sendable {
  /// What the programs are, for reports.
  var title: String { get }

  func program(_ random: inout RandomChoices) -> Program
}

/// SplitMix64, with the choices that generators make.
struct RandomChoices: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of the choices; the list must not be empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &self) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// So many of them, made one after another.
  mutating func several<Part>(_ count: ClosedRange<Int>, _ make: (inout Self) -> Part) -> [Part] {
    (0..<number(count)).map { _ in make(&self) }
  }
}
