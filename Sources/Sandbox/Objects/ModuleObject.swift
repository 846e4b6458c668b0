/// A module: its name, and the names its code has bound.
///
/// A module of the library reads what isn't bound from its table.
package final class ModuleObject: HeapObject {
  package let name: String
  /// The path of its source, or the empty string for a module of the library.
  package let path: String
  var attributes: ModuleNames
  /// The built-in values that its code has used, by the slots of their names; empty before the first.
  private var builtins: ContiguousArray<Object?> = []
  let native: NativeModule?
  /// Modules of the library that all names were imported from: a name that is missing here may be one of theirs.
  var starImports: [String] = []
  /// Whether the part of a library module that is written in Python was run.
  var isSourceLoaded = false
  private var table: NameTable
  /// Whether trace events are recorded while its functions run.
  var isTraced = false

  /// A module that runs code whose names are in `table`.
  init(name: String, path: String, native: NativeModule? = nil, names table: NameTable = NameTable()) {
    self.name = name
    self.path = path
    self.native = native
    self.table = table
    self.attributes = ModuleNames(table)
  }

  override func releaseReferences() {
    attributes = ModuleNames(NameTable())
    builtins = []
  }

  /// Makes slots for the names of code that it is going to run.
  func prepare(for code: ModuleCode) {
    let bound = attributes.bound
    table = code.names
    attributes = ModuleNames(table)
    builtins = []
    for (name, value) in bound { attributes[name] = value }
  }

  /// A built-in value by the slot of its name, which doesn't change in a run.
  func builtin(_ slot: Int, _ find: () throws(Unwind) -> Object) throws(Unwind) -> Object {
    if slot < builtins.count, let known = builtins[slot] { return known }
    let value = try find()
    if builtins.isEmpty { builtins = ContiguousArray(repeating: nil, count: table.names.count) }
    builtins[slot] = value
    return value
  }

  /// What `module.name` finds among the names its code has bound.
  /// Everything that is bound, by name.
  package var boundNames: [(name: String, value: Object)] { attributes.bound.sorted { $0.name < $1.name } }

  package func attribute(_ name: String) -> Object? { attributes[name] }

  package func setAttribute(_ name: String, _ value: Object) { attributes[name] = value }

  package func removeAttribute(_ name: String) { attributes[name] = nil }
}

/// A module, or a part of one, that exists in a full Python but not here.
///
/// Importing it and naming its parts is fine, as is an `except` clause with it, which never matches. Anything
/// that needs to know what it is ends the run as `unsupported`.
package final class Placeholder: HeapObject {
  /// As an author would write it: `boto3.resource`.
  package let name: String

  package init(_ name: String) {
    self.name = name
  }
}
