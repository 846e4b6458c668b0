import Python
import SourceText
import Synchronization

/// The part of a library module that is written in Python, as CPython's own is.
///
/// It is run in the module the first time one of its names is asked for, and is evaluated like any other code: its
/// work counts, its classes can be subclassed, and wrong calls are refused in the words CPython has for functions
/// written in Python. Results don't show its lines, but those of the code that called it.
package final class LibrarySource: Sendable, ExpressibleByStringLiteral {
  private let text: StaticString
  private let lowered = Mutex<ModuleCode?>(nil)

  package init(stringLiteral text: StaticString) {
    self.text = text
  }

  /// Its code, read once in the process.
  var code: ModuleCode {
    lowered.withLock { known in
      if let known { return known }
      let code = ModuleCode(PythonModule(parsing: SourceText(text.description)))
      known = code
      return code
    }
  }

  private var body: [Statement] { code.module.body }

  /// What the code calls for what it can't answer as CPython does.
  static let unsupported = NativeFunction("_unsupported", "(construct, /)") { call throws(Unwind) in
    throw call.interpreter.unsupported(try call.interpreter.str(of: call.required(0)).text)
  }

  /// What it binds: names for others, and those that begin with an underscore.
  var names: Set<String> { Self.names(boundBy: body) }

  /// The methods of its classes.
  var methods: [(name: String, methods: Set<String>)] {
    body.compactMap { statement in
      guard case .classDef(let definition) = statement.kind else { return nil }
      return (definition.name.name, Self.names(boundBy: definition.body))
    }
  }

  private static func names(boundBy body: [Statement]) -> Set<String> {
    var names: Set<String> = []
    for statement in body {
      switch statement.kind {
      case .functionDef(let definition): names.insert(definition.name.name)
      case .classDef(let definition): names.insert(definition.name.name)
      case .assign(let targets, _):
        for target in targets { names.formUnion(Self.names(in: target)) }
      case .import(let aliases):
        for alias in aliases {
          names.insert(alias.asName?.name ?? String(alias.name.name.prefix { $0 != "." }))
        }
      case .importFrom(_, let aliases, _):
        for alias in aliases { names.insert(alias.asName?.name ?? alias.name.name) }
      default: break
      }
    }
    return names
  }

  private static func names(in target: Expression) -> Set<String> {
    switch target.kind {
    case .name(let name): [name]
    case .tuple(let elements): Set(elements.flatMap { names(in: $0) })
    default: []
    }
  }
}
