/// `all_permissions`, the one set that every part of the package holds.
///
/// The package's own functions look actions up in it. Here they have a table, so a detection that changes the set and
/// then asks them is `unsupported`.
final class ActionSets {
  private let all: SetObject
  private let version: Int

  private init(_ interpreter: Interpreter) throws(Unwind) {
    all = interpreter.makeSet()
    let table = ActionTable.shared
    for index in table.indices {
      try interpreter.insert(try interpreter.string(table.name(at: index)), into: all)
    }
    version = all.table.version
  }

  private final class Slot {
    var sets: ActionSets?
  }

  private static func slot(_ interpreter: Interpreter) -> Slot { interpreter.storage(Slot.self) { Slot() } }

  static func allPermissions(_ interpreter: Interpreter) throws(Unwind) -> Object {
    let slot = slot(interpreter)
    if let sets = slot.sets { return .set(sets.all) }
    let sets = try ActionSets(interpreter)
    slot.sets = sets
    return .set(sets.all)
  }

  /// The table, while it says what `all_permissions` does.
  static func table(_ interpreter: Interpreter) throws(Unwind) -> ActionTable {
    if let sets = slot(interpreter).sets, sets.all.table.version != sets.version {
      throw interpreter.unsupported("a change of policyuniverse.all_permissions")
    }
    return ActionTable.shared
  }
}
