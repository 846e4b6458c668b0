/// `fnmatch` (Library Reference, *Unix filename pattern matching*), on a system whose file names have case.
extension NativeModule {
  static let fnmatch = NativeModule(
    "fnmatch",
    [
      .function("fnmatch", "def(name, pat)") { call throws(Unwind) in
        let name = try FnmatchModule.path(call.required(0), call)
        return .bool(try FnmatchModule.matches(name, try FnmatchModule.path(call.required(1), call), call))
      },
      .function("fnmatchcase", "def(name, pat)") { call throws(Unwind) in
        guard case .string(let name) = call.required(0), case .string(let pattern) = call.required(1) else {
          throw call.interpreter.unsupported("fnmatchcase of these types")
        }
        return .bool(try FnmatchModule.matches(name, pattern, call))
      },
      .function("filter", "def(names, pat)") { call throws(Unwind) in
        let pattern = try FnmatchModule.path(call.required(1), call)
        var found: [Object] = []
        for item in try call.interpreter.items(of: call.required(0)) {
          let name = try FnmatchModule.path(item, call)
          if try FnmatchModule.matches(name, pattern, call) { found.append(item) }
        }
        return try call.interpreter.list(found)
      },
    ])
}

enum FnmatchModule {
  private final class Patterns {
    var byText: [PyString: GlobPattern] = [:]
  }

  static func matches(_ name: PyString, _ pattern: PyString, _ call: NativeCall) throws(Unwind) -> Bool {
    let interpreter = call.interpreter
    let known = interpreter.storage(Patterns.self) { Patterns() }
    try interpreter.charge(work: name.utf8Count + pattern.utf8Count)
    if known.byText[pattern] == nil { try interpreter.charge(compiling: pattern.utf8Count) }
    do {
      let work = interpreter.regexWork
      if let compiled = known.byText[pattern] {
        return try compiled.matches(CodePoints(name.text), work: work)
      }
      let compiled = try GlobPattern(CodePoints(pattern.text))
      if known.byText.count >= 512 { known.byText = [:] }
      known.byText[pattern] = compiled
      return try compiled.matches(CodePoints(name.text), work: work)
    } catch {
      throw RegexModule.unwind(error, pattern: .string(pattern), interpreter)
    }
  }

  /// What `os.path.normcase` takes.
  static func path(_ object: Object, _ call: NativeCall) throws(Unwind) -> PyString {
    switch object {
    case .string(let text): return text
    case .bytes, .instance: throw call.interpreter.unsupported("fnmatch of \(object.typeName)")
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    default:
      throw call.raise(
        .typeError, "expected str, bytes or os.PathLike object, not \(object.typeName)")
    }
  }
}
