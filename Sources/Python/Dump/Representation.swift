// Python's `repr` of the values of literals.

func pythonRepresentation(of constant: Constant) -> String {
  switch constant {
  case .none: "None"
  case .bool(let value): value ? "True" : "False"
  case .int(let value): String(value)
  case .bigInt(let digits): digits
  case .float(let value): pythonRepresentation(of: value)
  // A whole imaginary part has no `.0` in Python's representation.
  case .imaginary(let value):
    {
      let text = pythonRepresentation(of: value)
      return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "j"
    }()
  case .string(let value): pythonRepresentation(of: value)
  case .loneSurrogateString(let scalars): pythonRepresentation(ofScalars: scalars)
  case .bytes(let value): pythonRepresentation(ofBytes: value)
  case .ellipsis: "Ellipsis"
  }
}

/// `float.__repr__`: the shortest digits that give the value, with an exponent below 1e-4 and from 1e16 on.
func pythonRepresentation(of value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  // Swift's description has the same shortest digits, but other limits for the exponent.
  var digits: [UInt8] = []
  var exponent = 0
  var pointAt: Int?
  var rest = Array(value.magnitude.description.utf8)[...]
  if let marker = rest.firstIndex(of: UInt8(ascii: "e")) {
    exponent = Int(String(decoding: rest[(marker + 1)...], as: UTF8.self)) ?? 0
    rest = rest[..<marker]
  }
  for byte in rest {
    if byte == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(byte) }
  }
  // The value is 0.DIGITS times ten to the power of `point`.
  var point = (pointAt ?? digits.count) + exponent
  let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
  digits.removeFirst(leadingZeros)
  point -= leadingZeros
  while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  let sign = value.sign == .minus ? "-" : ""
  if digits.isEmpty { return sign + "0.0" }
  let text = String(decoding: digits, as: UTF8.self)
  if point > 16 || point < -3 {
    let power = point - 1
    let fraction = digits.count > 1 ? "." + text.dropFirst() : ""
    let padded = (power.magnitude < 10 ? "0" : "") + String(power.magnitude)
    return sign + text.prefix(1) + fraction + "e" + (power < 0 ? "-" : "+") + padded
  }
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
  if point >= digits.count {
    return sign + text + String(repeating: "0", count: point - digits.count) + ".0"
  }
  return sign + text.prefix(point) + "." + text.dropFirst(point)
}

/// `str.__repr__`.
func pythonRepresentation(of value: String) -> String {
  pythonRepresentation(ofScalars: value.unicodeScalars.map(\.value))
}

/// `str.__repr__` of code points, among which may be surrogates.
func pythonRepresentation(ofScalars scalars: [UInt32]) -> String {
  let quote = quote(hasSingle: scalars.contains(0x27), hasDouble: scalars.contains(0x22))
  var text = String(quote)
  for value in scalars {
    switch value {
    case quote.value, 0x5C:
      text += "\\"
      text.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: value)))
    case 0x09: text += "\\t"
    case 0x0A: text += "\\n"
    case 0x0D: text += "\\r"
    default:
      if let scalar = Unicode.Scalar(value), isPrintable(scalar) {
        text.unicodeScalars.append(scalar)
      } else if value < 0x100 {
        text += "\\x" + hexadecimal(value, width: 2).lowercased()
      } else if value < 0x10000 {
        text += "\\u" + hexadecimal(value, width: 4).lowercased()
      } else {
        text += "\\U" + hexadecimal(value, width: 8).lowercased()
      }
    }
  }
  text.unicodeScalars.append(quote)
  return text
}

/// `bytes.__repr__`.
func pythonRepresentation(ofBytes bytes: [UInt8]) -> String {
  let quote = quote(hasSingle: bytes.contains(0x27), hasDouble: bytes.contains(0x22))
  var text = "b" + String(quote)
  for byte in bytes {
    switch byte {
    case UInt8(quote.value), 0x5C:
      text += "\\"
      text.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x09: text += "\\t"
    case 0x0A: text += "\\n"
    case 0x0D: text += "\\r"
    case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
    default: text += "\\x" + hexadecimal(UInt32(byte), width: 2).lowercased()
    }
  }
  text.unicodeScalars.append(quote)
  return text
}

private func quote(hasSingle: Bool, hasDouble: Bool) -> Unicode.Scalar {
  hasSingle && !hasDouble ? "\"" : "'"
}
