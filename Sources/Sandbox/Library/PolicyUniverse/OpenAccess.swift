/// Which principals and condition values leave a policy open to the internet.
///
/// A value that isn't text fails as the operation fails that the package would try on it.
enum OpenAccess {
  /// An entry of `condition_entries`.
  static func isOpen(entry: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    let category = try interpreter.attribute(of: entry, "category")
    let value = try interpreter.attribute(of: entry, "value")
    switch category.asString?.text {
    case "arn": return try isOpenARN(value, interpreter)
    case "organization": return try isOpenOrganization(value, interpreter)
    case "userid": return try isOpenUser(value, interpreter)
    case "cidr":
      return try interpreter.isTrue(
        try interpreter.call(try interpreter.attribute(of: value, "endswith"), with: .string("/0")))
    default: return try interpreter.contains(.string("*"), in: value)
    }
  }

  /// A star at the end of a user id stands for sessions of one role.
  private static func isOpenUser(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    let found = try interpreter.call(try interpreter.attribute(of: value, "find"), with: .string("*"))
    guard let star = found.asInt, let length = try interpreter.length(of: value) else {
      throw interpreter.unsupported("a user id of type \(value.typeName)")
    }
    return star != length - 1
  }

  private static func isOpenOrganization(
    _ value: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    let organization = try OrganizationObject(value, interpreter)
    _ = interpreter.heap.adopt(organization)
    if organization.path.isError { return try interpreter.contains(.string("o-*"), in: value) }
    return organization.path.organization == "o-*"
  }

  /// A principal, or the value of a condition on one.
  static func isOpenARN(_ value: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    switch try ARNObject.parse(value, interpreter) {
    case .arn(_, let service, _, let account, _): return service != "s3" && (account == "" || account == "*")
    case .account, .service: return false
    case .other: return try interpreter.contains(.string("*"), in: value)
    }
  }
}
