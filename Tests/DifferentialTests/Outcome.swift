/// How a run of a program ended.
enum Outcome: Equatable {
  /// What it printed, the values of its names, or the exception and the line that raised it.
  case ended(String)
  /// There is no answer to compare: the construct that isn't implemented, or the limit that was met.
  case undecided(String)

  static func ended(_ program: Program, printed: String, ending: String) -> Outcome {
    let printed =
      program.printsInAnyOrder ? printed.split(separator: "\n").sorted().joined(separator: "\n") : printed
    return .ended(comparable(printed + "\n" + ending))
  }

  /// What differs from run to run in CPython itself is left out: addresses, and what it was doing when it ran out
  /// of stack.
  private static func comparable(_ text: String) -> String {
    text.replacing(/\ at 0x[0-9a-f]+/, with: "")
      .replacing(/(maximum recursion depth exceeded)(\ while [a-z A-Z]*|\ in [a-z_ ]*)/) { $0.output.1 }
  }

  /// Says what a value is, exactly: executed here and by CPython, so that neither has an advantage.
  ///
  /// Sets have no order. An object of one of the program's classes is its attributes.
  static let describer = """
    def show(x, depth=0):
        kind = type(x)
        if x is None or kind in (bool, int, float, str, bytes):
            return repr(x)
        if depth > 8:
            return "..."
        if kind is list:
            return "[" + ", ".join([show(item, depth + 1) for item in x]) + "]"
        if kind is tuple:
            return "(" + ", ".join([show(item, depth + 1) for item in x]) + ",)"
        if kind is set or kind is frozenset:
            return kind.__name__ + "{" + ", ".join(sorted([show(item, depth + 1) for item in x])) + "}"
        if kind is dict:
            return "{" + ", ".join([pair(item, depth) for item in x.items()]) + "}"
        if isinstance(x, type):
            return "class " + x.__name__
        if isinstance(x, BaseException):
            cause = x.__cause__
            after = "" if cause is None else " from " + show(cause, depth + 1)
            return kind.__name__ + show(x.args, depth + 1) + after
        if repr(kind).startswith("<class '__main__."):
            content = ""
            if isinstance(x, dict):
                content = show(dict(x), depth + 1)
            elif isinstance(x, (list, tuple)):
                content = show([item for item in x], depth + 1)
            elif isinstance(x, (int, float, str)):
                content = repr(x)
            return kind.__name__ + "(" + content + show(getattr(x, "__dict__", None), depth + 1) + ")"
        if isinstance(x, dict):
            return kind.__name__ + "{" + ", ".join([pair(item, depth) for item in x.items()]) + "}"
        return kind.__name__ + " " + repr(x)

    def pair(item, depth):
        return show(item[0], depth + 1) + ": " + show(item[1], depth + 1)

    def describe(x):
        try:
            return show(x)
        except Exception as e:
            return "! " + type(e).__name__ + ": " + str(e)

    """
}
