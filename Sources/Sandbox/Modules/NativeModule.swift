/// A module of the standard library, or one the platform provides, written in Swift. To bind one:
///
/// ```swift
/// extension NativeModule {
///   static let base64 = NativeModule("base64", [
///     .function("b64decode", "(s, altchars=None, validate=False)", Base64Module.decode),
///     .type("Thing", .thing),
///     .constant("ANSWER") { _ in .int(42) },
///   ])
/// }
/// enum Base64Module {
///   @Sendable static func decode(_ call: NativeCall) throws(Unwind) -> Object {
///     guard case .string(let text) = call.required(0) else {
///       throw call.raise(.typeError, "argument should be a bytes-like object or ASCII string, not …")
///     }
///     …
///     return try call.interpreter.bytes(decoded)
///   }
/// }
/// ```
///
/// and add it to `Library.modules`. A dotted name is a submodule (`urllib.parse`); its parents exist by
/// themselves. A member that CPython has and the table lacks is `unsupported` when used; a name CPython
/// lacks, too, raises `AttributeError` if `PublicNames` says what CPython has.
///
/// What CPython has written in Python may be so here, too: `source` (`LibrarySource`) binds names beside the table.
///
/// - An object is made through the interpreter (`list`, `dict`, `string`, …), which accounts for its memory.
/// - A type is a `static let` of `NativeType`; its instances are a subclass of `NativeObject`, which overrides
///   what the type can do. The type's call is its `constructor`.
/// - To raise: `throw interpreter.raise(.valueError, "…")`. To refuse: `throw interpreter.unsupported("…")`.
/// - To call back: `interpreter.call(_:_:)`, `iterate`, `equals`, `hash(of:)`, `isTrue`, `str(of:)`,
///   `repr(of:)`.
/// - Work proportional to an input's size is charged with `interpreter.charge(work:)`.
/// - State of one run, such as a cache of compiled patterns, lives in `interpreter.storage(key, default)`.
package struct NativeModule: Sendable {
  package let name: String
  package let members: [String: Member]

  /// Where CPython has the functions of the module that are written in C.
  var nameInC: String {
    ["bisect", "collections", "functools", "heapq", "json", "operator", "random", "statistics", "struct"]
      .contains(name) ? "_\(name)" : name
  }

  /// Every public name CPython's module has, when known: others raise `AttributeError`.
  package let allNames: Set<String>?

  /// Modules whose functions take objects of any type.
  private static let ofAnyObjects: Set<String> = [
    "bisect", "collections", "contextlib", "copy", "dataclasses", "enum", "functools", "heapq", "itertools",
    "logging", "operator", "pprint", "types", "typing", "unittest.mock",
  ]

  /// What of it is written in Python.
  let source: LibrarySource?

  package init(
    _ name: String, _ members: [Member], allNames: Set<String>? = nil, source: LibrarySource? = nil
  ) {
    self.source = source
    self.name = name
    let takesObjects = Self.ofAnyObjects.contains(name)
    self.members = Dictionary(
      members.map {
        ($0.name, takesObjects || (name == "json" && $0.name == "dumps") ? $0.takingObjects : $0)
      }, uniquingKeysWith: { first, _ in first }
    )
    self.allNames = allNames ?? PublicNames.byModule[name]
  }
}
