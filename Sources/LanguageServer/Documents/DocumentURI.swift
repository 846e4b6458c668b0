package import Detections

/// Documents' addresses, and what they name (RFC 3986, RFC 8089).
///
/// Clients spell the same file differently (`file:///c%3A/a`, `file:///C:/a`), so a document's identity is its
/// decoded path, and an answer uses the spelling that the client itself has used for that path.
package enum DocumentURI {
  /// The file that a URI names; a URI of another scheme, or one whose path can be no file's name, stands for
  /// itself.
  package static func path(of uri: String) -> FilePath {
    let prefix = "file://"
    guard uri.utf8.count >= prefix.utf8.count, uri.prefix(prefix.count).lowercased() == prefix else {
      return opaque(uri)
    }
    let rest = uri.dropFirst(prefix.count)
    // Between the second and the third slash stands a host; only this machine's files are files here.
    guard let slash = rest.firstIndex(of: "/") else { return opaque(uri) }
    let host = rest[..<slash]
    guard host.isEmpty || host.lowercased() == "localhost" else { return opaque(uri) }
    guard let path = decoded(rest[slash...]) else { return opaque(uri) }
    return FilePath(withLowercasedDrive(path))
  }

  /// A spelling for a path that no client has spelt yet.
  package static func string(for path: FilePath) -> String {
    guard path.isFile else { return path.string }
    var uri = "file://"
    for byte in path.string.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return uri
  }

  /// A `FilePath` that begins with a slash is a file, so an opaque name must not.
  private static func opaque(_ uri: String) -> FilePath {
    FilePath(uri.hasPrefix("/") ? "uri:" + uri : uri)
  }

  /// Replaces each `%` and two hexadecimal digits by their byte; any other `%` stands for itself. `nil` if the
  /// bytes are no UTF-8, or hold the byte zero, at which the system would cut the path.
  private static func decoded(_ text: Substring) -> String? {
    let bytes = Array(text.utf8)
    var path: [UInt8] = []
    path.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
        let low = hexDigit(bytes[index + 2])
      {
        path.append(high << 4 | low)
        index += 3
      } else {
        path.append(bytes[index])
        index += 1
      }
    }
    guard !path.contains(0) else { return nil }
    return String(validating: path, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `/C:/a` and `/c:/a` are one file on the systems that have drives.
  private static func withLowercasedDrive(_ path: String) -> String {
    let start = Array(path.utf8.prefix(4))
    guard start.count >= 3, start[2] == UInt8(ascii: ":"), start.count == 3 || start[3] == UInt8(ascii: "/"),
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(start[1])
    else { return path }
    return "/" + path.dropFirst().prefix(1).lowercased() + path.dropFirst(2)
  }
}
