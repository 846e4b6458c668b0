/// The cyclic redundancy check of 32 bits that zip and PNG use (ISO 3309).
enum CyclicCheck {
  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
  }

  static func crc32(_ bytes: [UInt8], from start: UInt32) -> UInt32 {
    ~bytes.reduce(~start) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}
