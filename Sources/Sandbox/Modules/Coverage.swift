/// What of Python runs here, read from the tables that bind the names.
package struct Coverage: Sendable {
  /// A name of CPython's, and whether it can be used.
  package struct Name: Sendable {
    package let name: String
    package let isCovered: Bool
    /// Its parameters, if it is a function that is covered.
    package let signature: String?
  }

  /// A module, or a class: its public names in order.
  package struct Group: Sendable {
    package let name: String
    package let names: [Name]
    /// The classes of a module whose attributes are known.
    package let types: [Group]

    package var covered: [Name] { names.filter(\.isCovered) }
    package var missing: [Name] { names.filter { !$0.isCovered } }
  }

  package let modules: [Group]
  /// The built-in functions, classes, exceptions and constants; `types` has the classes' methods.
  package let builtins: Group
  package let gaps: [LanguageGap]
  package let limits: [(name: String, value: String)]
  /// Modules that can be imported, and end the run when something of theirs is used.
  package let placeholders: [String]

  package static let current = Coverage(
    modules: Library.all.filter { !$0.members.isEmpty || $0.source != nil }.map(group).sorted {
      $0.name < $1.name
    },
    builtins: builtinNames, gaps: LanguageGap.all, limits: limitsByName,
    placeholders: StandardLibraryNames.all.union(ThirdPartyNames.all)
      .subtracting(Library.all.map(\.name)).sorted())

  private static var limitsByName: [(name: String, value: String)] {
    Mirror(reflecting: Limits.standard).children.compactMap { child in
      child.label.map { ($0, String(describing: child.value)) }
    }
  }

  private static func group(_ module: NativeModule) -> Group {
    let types = module.members.values.compactMap { member -> Group? in
      guard case .type(let type) = member.kind, type.module != nil, !type.members.isEmpty,
        !member.name.hasPrefix("_")
      else { return nil }
      return group(type)
    }
    let classes = (module.source?.methods ?? []).filter { !$0.name.hasPrefix("_") }.map { type in
      Group(
        name: type.name,
        names: names(
          [:], bound: type.methods, known: PublicNames.byType["\(module.name).\(type.name)"]), types: [])
    }
    return Group(
      name: module.name,
      names: names(module.members, bound: module.source?.names ?? [], known: module.allNames),
      types: (types + classes).sorted { $0.name < $1.name })
  }

  private static func group(_ type: NativeType) -> Group {
    var members: [String: Member] = [:]
    for type in type.resolutionOrder { members.merge(type.members) { first, _ in first } }
    let known = NativeAttributes.publicNames(of: type) ?? PublicNames.byType[type.qualifiedName]
    return Group(name: type.name, names: names(members, known: known), types: [])
  }

  private static func names(
    _ members: [String: Member], bound: Set<String> = [], known: Set<String>?
  ) -> [Name] {
    let own = bound.union(members.keys).filter { !$0.hasPrefix("_") }
    return own.union(known ?? []).sorted().map { name in
      Name(name: name, isCovered: own.contains(name), signature: members[name]?.signature)
    }
  }

  private static var builtinNames: Group {
    let types = Builtins.members.values.compactMap { member -> Group? in
      guard case .type(let type) = member.kind, !type.isException, type !== NativeType.object else {
        return nil
      }
      let group = group(type)
      return group.names.isEmpty ? nil : group
    }
    return Group(
      name: "builtins",
      names: names(Builtins.members, known: Builtins.unsupported.filter { !$0.hasPrefix("_") }),
      types: types.sorted { $0.name < $1.name })
  }
}
