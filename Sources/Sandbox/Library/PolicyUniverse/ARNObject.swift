/// What stands in the `Principal` or a condition of a policy: an Amazon Resource Name, the number of an account or
/// the name of a service.
struct PrincipalName {
  enum Kind {
    case arn(partition: PyString, service: PyString, region: PyString, account: PyString, name: PyString)
    case account
    case service(PyString)
    case other
  }

  let kind: Kind

  init(_ text: CodePoints) throws(RegexFailure) {
    func part(_ match: Regex.Match, _ group: Int) -> PyString {
      guard match.groups.indices.contains(group), let range = match.groups[group] else { return .empty }
      return PyString(text[range].lazy.compactMap(Unicode.Scalar.init))
    }
    if let match = try Self.arn?.match(text) {
      kind = .arn(
        partition: part(match, 1), service: part(match, 2), region: part(match, 3), account: part(match, 4),
        name: part(match, 5))
    } else if try Self.account?.match(text) != nil {
      kind = .account
    } else if let match = try Self.service?.match(text) {
      kind = .service(part(match, 1))
    } else if let match = try Self.internalService?.match(text) {
      kind = .service(part(match, 1))
    } else {
      kind = .other
    }
  }

  /// Dots and dollar signs here match as loosely as in the package.
  private static let arn = try? Regex(
    CodePoints(#"arn:([^:]*):([^:]*):([^:]*):(|\*|\d{12}|cloudfront|aws):(.+)$"#))
  private static let account = try? Regex(CodePoints(#"(?:\d{12})+$"#))
  private static let service = try? Regex(
    CodePoints(#"([^.]+(?:.[^.]+)?)\.amazon(?:aws)?\.com$"#))
  private static let internalService = try? Regex(CodePoints(#"([^.]+).aws.internal$"#))
}

/// `policyuniverse.arn`.
extension NativeModule {
  static let policyUniverseARN = NativeModule(
    "policyuniverse.arn", [.type("ARN", .iamARN)], allNames: ["ARN", "logger", "re"])
}

extension NativeType {
  static let iamARN = NativeType(
    "ARN", module: "policyuniverse.arn", isComplete: true, isWrittenInPython: true,
    constructor: NativeFunction("ARN.__init__", "def(raw)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(try ARNObject(call.required(0), call.interpreter)))
    })
}

/// A principal's name, taken apart.
final class ARNObject: AttributeObject {
  init(_ raw: Object, _ interpreter: Interpreter) throws(Unwind) {
    super.init(
      type: .iamARN,
      defaults: [
        "arn": .none, "partition": .none, "tech": .none, "region": .none, "account_number": .none,
        "name": .none, "error": .bool(false), "root": .bool(false), "service": .bool(false),
      ])
    initialize("arn", raw)
    switch try Self.parse(raw, interpreter) {
    case .arn(let partition, let service, let region, let account, let name):
      initialize("partition", .string(partition))
      initialize("tech", .string(service))
      initialize("region", .string(region))
      initialize("account_number", .string(account))
      initialize("name", .string(name))
      if service == "iam", name == "root" { initialize("root", .bool(true)) }
    case .account: initialize("account_number", raw)
    case .service(let service):
      initialize("tech", .string(service))
      initialize("service", .bool(true))
    case .other: initialize("error", .bool(true))
    }
  }

  static func parse(_ raw: Object, _ interpreter: Interpreter) throws(Unwind) -> PrincipalName.Kind {
    let text = try RegexSubject.searched(raw, isBytes: false, interpreter).codePoints
    try interpreter.charge(work: text.count * 8)
    do throws(RegexFailure) {
      return try PrincipalName(text).kind
    } catch {
      throw RegexModule.unwind(error, pattern: nil, interpreter)
    }
  }
}
