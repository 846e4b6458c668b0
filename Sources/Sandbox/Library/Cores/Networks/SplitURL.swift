/// A URL taken apart as `urllib.parse` does: by delimiters, without checking the parts.
struct SplitURL: Equatable, Sendable {
  var scheme = ""
  var authority = ""
  var path = ""
  var parameters = ""
  var query = ""
  var fragment = ""

  /// Why a URL has no parts.
  enum Failure: Error, Equatable {
    /// `ValueError`
    case value(String)
    case unsupported(String)
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static let takingParameters: Set<String> = [
    "", "ftp", "hdl", "prospero", "http", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp",
    "tel",
  ]
  private static let takingAuthority: Set<String> = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
    "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
  ]

  /// `urlsplit`, and with `parameters` `urlparse`.
  init(_ url: String, scheme: String = "", splittingFragment: Bool = true, splittingParameters: Bool)
    throws(Failure)
  {
    let isRemoved = { (scalar: Unicode.Scalar) in scalar == "\t" || scalar == "\r" || scalar == "\n" }
    let cleaned = String.UnicodeScalarView(
      url.unicodeScalars.drop { $0.value <= 32 }.filter { !isRemoved($0) })
    let given = scheme.unicodeScalars.drop { $0.value <= 32 }.reversed().drop { $0.value <= 32 }.reversed()
    self.scheme = String(String.UnicodeScalarView(given.filter { !isRemoved($0) }))
    var rest = Scalars(Substring(String(cleaned)).unicodeScalars)
    takeScheme(&rest)
    if rest.starts(with: "//".unicodeScalars) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
      try checkAuthority()
    }
    if splittingFragment { fragment = Self.take(after: "#", from: &rest) }
    query = Self.take(after: "?", from: &rest)
    if splittingParameters, Self.takingParameters.contains(self.scheme) {
      let segment = rest.lastIndex(of: "/") ?? rest.startIndex
      if let semicolon = rest[segment...].firstIndex(of: ";") {
        parameters = String(rest[rest.index(after: semicolon)...])
        rest = rest[..<semicolon]
      }
    }
    path = String(rest)
  }

  private mutating func takeScheme(_ rest: inout Scalars) {
    guard let colon = rest.firstIndex(of: ":"), let first = rest.first, CodePoint.isASCIILetter(first.value),
      rest[..<colon].allSatisfy({
        CodePoint.isASCIILetter($0.value) || CodePoint.isASCIIDigit($0.value)
          || "+-.".unicodeScalars.contains($0)
      })
    else { return }
    scheme = String(rest[..<colon]).lowercased()
    rest = rest[rest.index(after: colon)...]
  }

  private static func take(after delimiter: Unicode.Scalar, from rest: inout Scalars) -> String {
    guard let index = rest.firstIndex(of: delimiter) else { return "" }
    let taken = String(rest[rest.index(after: index)...])
    rest = rest[..<index]
    return taken
  }

  private func checkAuthority() throws(Failure) {
    let scalars = authority.unicodeScalars
    let opening = scalars.firstIndex(of: "[")
    guard (opening != nil) == scalars.contains("]") else { throw .value("Invalid IPv6 URL") }
    if let opening {
      try Self.checkBracketed(String(scalars[scalars.index(after: opening)...].prefix { $0 != "]" }))
    }
    // Compatibility characters may stand for delimiters; CPython normalizes to find them.
    guard scalars.allSatisfy(\.isASCII) else { throw .unsupported("a URL whose host isn't ASCII") }
  }

  private static func checkBracketed(_ host: String) throws(Failure) {
    if host.hasPrefix("v") {
      let digits = host.unicodeScalars.dropFirst().prefix { RegexParser.isHexadecimal($0.value) }
      let rest = host.unicodeScalars.dropFirst(1 + digits.count)
      guard !digits.isEmpty, rest.first == ".", rest.count > 1, !rest.contains("\n") else {
        throw .value("IPvFuture address is invalid")
      }
    } else if (try? IPAddress(host, .v4)) != nil {
      throw .value("An IPv4 address cannot be in brackets")
    } else if (try? IPAddress(host, .v6)) == nil {
      throw .value("\(PythonRepr.string(host)) does not appear to be an IPv4 or IPv6 address")
    }
  }

  // MARK: Parts of the authority

  private var userAndHost: (user: Substring?, host: Substring) {
    guard let at = authority.unicodeScalars.lastIndex(of: "@") else { return (nil, authority[...]) }
    return (authority[..<at], authority[authority.unicodeScalars.index(after: at)...])
  }

  private static func partition(_ text: Substring, at separator: Unicode.Scalar) -> (Substring, Substring?) {
    guard let index = text.unicodeScalars.firstIndex(of: separator) else { return (text, nil) }
    return (text[..<index], text[text.unicodeScalars.index(after: index)...])
  }

  var username: String? { userAndHost.user.map { String(Self.partition($0, at: ":").0) } }

  var password: String? { userAndHost.user.flatMap { Self.partition($0, at: ":").1 }.map { String($0) } }

  private var hostAndPort: (Substring, Substring?) {
    let host = userAndHost.host
    guard let bracketed = Self.partition(host, at: "[").1 else { return Self.partition(host, at: ":") }
    let (name, rest) = Self.partition(bracketed, at: "]")
    return (name, rest.flatMap { Self.partition($0, at: ":").1 })
  }

  /// `hostname`, in lower case but for a zone.
  var hostname: String? {
    let (name, zone) = Self.partition(hostAndPort.0, at: "%")
    if name.isEmpty, zone == nil { return nil }
    return name.lowercased() + (zone.map { "%" + $0 } ?? "")
  }

  func port() throws(Failure) -> Int? {
    guard let port = hostAndPort.1, !port.isEmpty else { return nil }
    guard port.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      throw .value("Port could not be cast to integer value as \(PythonRepr.string(String(port)))")
    }
    guard let number = Int(port), number <= 65535 else { throw .value("Port out of range 0-65535") }
    return number
  }

  /// `geturl()`.
  var text: String {
    var text = path
    if !parameters.isEmpty { text += ";" + parameters }
    if !authority.isEmpty
      || (!scheme.isEmpty && Self.takingAuthority.contains(scheme) && !text.hasPrefix("//"))
    {
      if !text.isEmpty, !text.hasPrefix("/") { text = "/" + text }
      text = "//" + authority + text
    }
    if !scheme.isEmpty { text = scheme + ":" + text }
    if !query.isEmpty { text += "?" + query }
    if !fragment.isEmpty { text += "#" + fragment }
    return text
  }
}
