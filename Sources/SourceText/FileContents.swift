/// The bytes of a file as text. YAML files may be in UTF-16 if a byte order mark says so (YAML 1.2.2, section 5.2),
/// which some editors for Windows write; everything past the reading of a file is UTF-8.
extension SourceText {
  /// The text of a file: its bytes, or if they are well-formed UTF-16 with a byte order mark the same text in UTF-8,
  /// without the mark. Lines and columns are those an editor shows.
  package init(fileContents bytes: [UInt8]) {
    self.init(SourceText.utf8(ofUTF16: bytes) ?? bytes)
  }

  private static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
    let isLittleEndian: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): isLittleEndian = true
    case (0xFE, 0xFF): isLittleEndian = false
    default: return nil
    }
    let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    let hasError = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
      result.append($0)
    }
    return hasError ? nil : result
  }
}
