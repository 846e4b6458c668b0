/// Which principals and condition values leave a policy open to the internet.
enum OpenAccess {
  static func isOpen(_ category: String, _ value: String) throws(RegexFailure) -> Bool {
    switch category {
    case "arn": try isOpenARN(value)
    case "organization": isOpenOrganization(value)
    case "userid": isOpenUser(value)
    case "cidr": value.utf8.suffix(2).elementsEqual("/0".utf8)
    default: value.unicodeScalars.contains("*")
    }
  }

  /// A star at the end of a user id stands for sessions of one role.
  private static func isOpenUser(_ value: String) -> Bool {
    let scalars = value.unicodeScalars
    guard let star = scalars.firstIndex(of: "*") else { return !scalars.isEmpty }
    return scalars.index(after: star) != scalars.endIndex
  }

  /// Organization paths: `o-…/r-…/ou-…/…`.
  private static func isOpenOrganization(_ value: String) -> Bool {
    let parts = value.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0)
    }
    var isEnded = false
    for (index, part) in parts.enumerated() {
      var isValid: Bool
      switch index {
      case 0: isValid = part.hasPrefix("o-") || part == "*"
      case 1: isValid = part.hasPrefix("r-") || part == "*"
      default:
        isValid = !isEnded && (part.isEmpty || part == "*" || part.hasPrefix("ou-"))
        isEnded = isEnded || part.isEmpty || part == "*" || part == "ou-*"
      }
      if !isValid { return value.contains("o-*") }
    }
    return parts.first == "o-*"
  }

  static func isOpenARN(_ value: String) throws(RegexFailure) -> Bool {
    if value == "*" { return true }
    let text = CodePoints(value)
    if let match = try arn?.match(text) {
      let service = match.groups[1].map { text[$0] } ?? []
      let account = match.groups[2].map { text[$0] } ?? []
      if service.elementsEqual(CodePoints("s3")) { return false }
      return account.isEmpty || account.elementsEqual(CodePoints("*"))
    }
    // An account number, or the host of a service.
    if try account?.match(text) != nil { return false }
    if try service?.match(text) != nil { return false }
    return value.unicodeScalars.contains("*")
  }

  /// Dots and dollar signs here match as loosely as in the package.
  private static let arn = try? Regex(
    CodePoints(#"arn:[^:]*:([^:]*):[^:]*:(|\*|\d{12}|cloudfront|aws):.+$"#))
  private static let account = try? Regex(CodePoints(#"(?:\d{12})+$"#))
  private static let service = try? Regex(
    CodePoints(#"(?:[^.]+(?:.[^.]+)?\.amazon(?:aws)?\.com|[^.]+.aws.internal)$"#))
}
