/// A program that tries to harm whoever evaluates it, and how it must end.
///
/// The programs are data, shared by the test that checks how each ends and by the benchmark that measures how
/// long it takes, how much memory it needs and how soon it stops when it is told to.
package struct HostileProgram: Sendable, CustomStringConvertible {
  package let source: String
  /// How the run ends: `limit: steps`, `unsupported: open`, `AttributeError: …` as in CPython, or `ends` when the
  /// program must come to its end unharmed. Followed by what it printed, if it printed anything.
  package let end: String
  /// Modules of the repository that the program can import.
  package let helpers: [String: String]

  package init(_ source: String, _ end: String, helpers: [String: String] = [:]) {
    self.source = source
    self.end = end
    self.helpers = helpers
  }

  /// Whether a run that ended so ended as it must. CPython adds to a `RecursionError` what it was about to do; the
  /// larger frames of a debug build may meet the end of the native stack first.
  package func mayEnd(_ actual: String) -> Bool {
    guard end == "RecursionError" else { return actual == end }
    return actual.hasPrefix("RecursionError: maximum recursion depth exceeded")
      || actual == "limit: recursion depth"
  }

  /// The program in one line.
  package var description: String {
    let line = source.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ; ")
    return line.utf8.count > 100 ? line.prefix(97) + "…" : line
  }
}

/// Programs that try the same thing.
package struct HostileGroup: Sendable, CustomStringConvertible {
  package let name: String
  package let programs: [HostileProgram]

  package init(_ name: String, _ programs: [HostileProgram]) {
    self.name = name
    self.programs = programs
  }

  package var description: String { name }

  package static let all: [HostileGroup] = [
    loops, recursion, memory, regex, hashing, library, nestingOfSource, nestingOfValues, escapes,
    machine, imports,
  ]
}
