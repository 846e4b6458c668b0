/// A path in an AWS organization, `o-…/r-…/ou-…/…`: which accounts a condition on it lets in.
struct OrganizationPath {
  private(set) var organization: String?
  private(set) var root: String?
  /// Organizational units by name.
  private(set) var units: [String] = []
  private(set) var isForAllUnits = true
  private(set) var isForChildren = false
  private(set) var isForParent = false
  private(set) var isError = false

  /// Reading ends at the first part that has no place in a path.
  init(_ parts: [String]) {
    var isClosed = false
    for (index, part) in parts.enumerated() where !isError {
      switch (index, part) {
      case (0, _):
        if part.hasPrefix("o-") || part == "*" { organization = part } else { isError = true }
      case (1, _):
        if part.hasPrefix("r-") || part == "*" { root = part } else { isError = true }
      case _ where isClosed: isError = true
      case (_, ""), (_, "*"), (_, "ou-*"):
        isClosed = true
        if part != "" { isForChildren = true }
        if part != "ou-*" { isForParent = true }
      default:
        isForAllUnits = false
        if part.hasPrefix("ou-") { units.append(part) } else { isError = true }
      }
    }
  }
}

/// `policyuniverse.organization`.
extension NativeModule {
  static let policyUniverseOrganization = NativeModule(
    "policyuniverse.organization", [.type("Organization", .iamOrganization)],
    allNames: ["Organization", "logger"])
}

extension NativeType {
  static let iamOrganization = NativeType(
    "Organization", module: "policyuniverse.organization", isComplete: true, isWrittenInPython: true,
    constructor: NativeFunction("Organization.__init__", "def(input)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(try OrganizationObject(call.required(0), call.interpreter)))
    })
}

/// A path of an organization, taken apart.
final class OrganizationObject: AttributeObject {
  /// All paths of a run share one list of units, as the package keeps it in the class.
  private final class SharedUnits {
    var list: ListObject?
  }

  let path: OrganizationPath

  init(_ input: Object, _ interpreter: Interpreter) throws(Unwind) {
    path = OrganizationPath(try PolicyCommon.split(input, at: "/", interpreter))
    let shared = interpreter.storage(SharedUnits.self) { SharedUnits() }
    let units = shared.list ?? interpreter.heap.adopt(ListObject([]))
    shared.list = units
    try interpreter.charge(elements: units.items.count + path.units.count, added: path.units.count)
    units.items += path.units.map { .string($0) }
    super.init(
      type: .iamOrganization,
      defaults: [
        "organization": .none, "root": .none, "ou_path": .list(units), "valid_for_all_ous": .bool(true),
        "valid_for_child_ous": .bool(false), "valid_for_parent_ou": .bool(false), "error": .bool(false),
      ])
    if let organization = path.organization { initialize("organization", .string(organization)) }
    if let root = path.root { initialize("root", .string(root)) }
    if !path.isForAllUnits { initialize("valid_for_all_ous", .bool(false)) }
    if path.isForChildren { initialize("valid_for_child_ous", .bool(true)) }
    if path.isForParent { initialize("valid_for_parent_ou", .bool(true)) }
    if path.isError { initialize("error", .bool(true)) }
  }
}
