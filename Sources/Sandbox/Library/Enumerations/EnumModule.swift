/// `enum` (Library Reference, *Support for enumerations*).
extension NativeModule {
  static let enumerations = NativeModule(
    "enum",
    [
      .type("Enum", .enumBase), .type("EnumMeta", .enumMeta), .type("EnumType", .enumMeta),
      .type("Flag", .flagEnum), .type("IntEnum", .intEnum), .type("IntFlag", .intFlag),
      .type("ReprEnum", .reprEnum), .type("StrEnum", .strEnum), .type("auto", .automaticValue),
      .type("member", .markedValue), .type("nonmember", .unmarkedValue), .type("property", .property),
      .function("unique", "def(enumeration)") { call throws(Unwind) in
        guard case .classObject(let type) = call.required(0), let enumeration = type.enumeration else {
          throw call.interpreter.unsupported("unique of a \(call.required(0).typeName)")
        }
        var duplicates: [String] = []
        for member in enumeration.members {
          let name = member.value.instancePart?["_name_"]?.asString?.text ?? ""
          if name != member.name { duplicates.append("\(member.name) -> \(name)") }
        }
        if duplicates.isEmpty { return call.required(0) }
        throw call.raise(
          .valueError,
          "duplicate values found in <enum '\(type.name)'>: \(duplicates.joined(separator: ", "))")
      },
    ])
}
