import Synchronization

/// Patterns that were compiled before, by any run on any thread: what a pattern is compiled to never changes.
///
/// A helper module that all detections import compiles the same patterns for each of them. What a run is charged
/// for compiling doesn't depend on what is found here.
enum RegexCache {
  private struct Key: Hashable {
    let pattern: CodePoints
    let flags: RegexFlags
    let isBytes: Bool
  }

  private static let patterns = Mutex<[Key: Regex]>([:])
  /// As many as CPython keeps.
  private static let capacity = 512
  /// Longer patterns are compiled anew, so that what is kept has a bound: in code points, and in instructions.
  private static let longest = (pattern: 512, program: 2_048)

  /// The pattern compiled; fails as `re.compile` does.
  static func regex(
    _ pattern: CodePoints, flags: RegexFlags = [], isBytes: Bool = false
  ) throws(RegexFailure) -> Regex {
    guard pattern.count <= longest.pattern else {
      return try Regex(pattern, flags: flags, isBytes: isBytes)
    }
    let key = Key(pattern: pattern, flags: flags, isBytes: isBytes)
    if let known = patterns.withLock({ $0[key] }) { return known }
    let compiled = try Regex(pattern, flags: flags, isBytes: isBytes)
    guard compiled.instructionCount <= longest.program else { return compiled }
    patterns.withLock { patterns in
      if patterns.count >= capacity { patterns.removeAll() }
      patterns[key] = compiled
    }
    return compiled
  }
}
