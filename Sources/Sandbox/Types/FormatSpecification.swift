/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` (Library Reference, *Format Specification
/// Mini-Language*; CPython's `formatter_unicode.c`).
struct FormatSpecification {
  private var fill: Unicode.Scalar?
  private var alignment: Unicode.Scalar?
  /// As it is written; without one only negative numbers show theirs.
  private var sign: Unicode.Scalar?
  private var coercesNegativeZero = false
  private var isAlternate = false
  private var width = 0
  private var grouping: Unicode.Scalar?
  private var precision: Int?
  private var type: Unicode.Scalar?
  private let typeName: String

  init(_ text: PyString, for object: Object, _ interpreter: Interpreter) throws(Unwind) {
    typeName = object.qualifiedTypeName
    let scalars = Array(text.scalars)
    var index = 0
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
      index + offset < scalars.count ? scalars[index + offset] : nil
    }
    func isAlignment(_ scalar: Unicode.Scalar?) -> Bool {
      scalar == "<" || scalar == ">" || scalar == "=" || scalar == "^"
    }
    if isAlignment(peek(1)), let first = peek() {
      fill = first
      alignment = peek(1)
      index += 2
    } else if isAlignment(peek()) {
      alignment = peek()
      index += 1
    }
    if let scalar = peek(), scalar == "+" || scalar == "-" || scalar == " " {
      sign = scalar
      index += 1
    }
    if peek() == "z" {
      coercesNegativeZero = true
      index += 1
    }
    if peek() == "#" {
      isAlternate = true
      index += 1
    }
    if peek() == "0" {
      if fill == nil {
        fill = "0"
        if alignment == nil {
          if case .string = object {} else { alignment = "=" }
        }
      }
      index += 1
    }
    func number() throws(Unwind) -> Int? {
      var value: Int?
      while let scalar = peek(), let digit = StringText.decimalValue(scalar) {
        let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
        guard !overflow, product < Int(Int32.max) * 100 else {
          throw interpreter.raise(.valueError, "Too many decimal digits in format string")
        }
        value = product + Int(digit)
        index += 1
      }
      return value
    }
    width = try number() ?? 0
    if let scalar = peek(), scalar == "," || scalar == "_" {
      grouping = scalar
      index += 1
      if let other = peek(), other == "," || other == "_" {
        throw interpreter.raise(
          .valueError,
          other == scalar ? "Cannot specify '\(scalar)' with '\(other)'." : "Cannot specify both ',' and '_'."
        )
      }
    }
    if peek() == "." {
      index += 1
      guard let value = try number() else {
        throw interpreter.raise(.valueError, "Format specifier missing precision")
      }
      precision = value
    }
    if scalars.count - index > 1 {
      throw interpreter.raise(
        .valueError,
        "Invalid format specifier '\(text.text)' for object of type '\(object.qualifiedTypeName)'")
    }
    type = peek()
    if let grouping { try check(grouping, for: object, interpreter) }
    guard width <= interpreter.limits.stringBytes, precision ?? 0 <= interpreter.limits.stringBytes else {
      throw interpreter.exceeded(.stringLength)
    }
  }

  /// Digits are grouped in decimal numbers, and with `_` in those of other radixes.
  private func check(
    _ grouping: Unicode.Scalar, for object: Object, _ interpreter: Interpreter
  ) throws(Unwind) {
    var shown = type ?? "d"
    if type == nil, case .string = object { shown = "s" }
    switch shown {
    case "d", "e", "E", "f", "F", "g", "G", "%": return
    case "b", "o", "x", "X": if grouping == "_" { return }
    default: break
    }
    let text = (0x21..<0x80).contains(shown.value) ? String(shown) : "\\x" + String(shown.value, radix: 16)
    throw interpreter.raise(.valueError, "Cannot specify '\(grouping)' with '\(text)'.")
  }

  private func unknownCode(_ interpreter: Interpreter) -> Unwind {
    let isShown = type.map { (33..<128).contains($0.value) } ?? true
    let code =
      isShown ? type.map(String.init) ?? "" : "\\x\(String(type?.value ?? 0, radix: 16))"
    return interpreter.raise(
      .valueError, "Unknown format code '\(code)' for object of type '\(typeName)'")
  }

  // MARK: Strings

  func format(_ value: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    if type != nil && type != "s" { throw unknownCode(interpreter) }
    if sign != nil { throw interpreter.raise(.valueError, "Sign not allowed in string format specifier") }
    if coercesNegativeZero {
      throw interpreter.raise(
        .valueError, "Negative zero coercion (z) not allowed in string format specifier")
    }
    if isAlternate {
      throw interpreter.raise(.valueError, "Alternate form (#) not allowed in string format specifier")
    }
    if alignment == "=" {
      throw interpreter.raise(.valueError, "'=' alignment not allowed in string format specifier")
    }
    let text = precision.map { value.slice(0..<$0) } ?? value
    return pad(sign: "", prefix: "", text.text, count: text.count, default: "<")
  }

  // MARK: Integers

  func format(_ value: BigInteger, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    switch type {
    case "e", "E", "f", "F", "g", "G", "%": return try format(try interpreter.double(value), interpreter)
    case nil, "d", "n", "b", "o", "x", "X", "c": break
    default: throw unknownCode(interpreter)
    }
    if precision != nil {
      throw interpreter.raise(.valueError, "Precision not allowed in integer format specifier")
    }
    if coercesNegativeZero {
      throw interpreter.raise(
        .valueError, "Negative zero coercion (z) not allowed in format specifier with integer")
    }
    if type == "c" { return try formatCharacter(value, interpreter) }
    let radix = type == "b" ? 2 : type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    let digits = try interpreter.text(of: value, radix: radix, uppercase: type == "X").digits
    let prefix = isAlternate && radix != 10 ? "0\(type.map(String.init) ?? "")" : ""
    let signText = signText(isNegative: value.isNegative)
    return number(sign: signText, prefix: prefix, whole: digits, rest: "", every: radix == 10 ? 3 : 4)
  }

  private func formatCharacter(_ value: BigInteger, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    if sign != nil {
      throw interpreter.raise(.valueError, "Sign not allowed with integer format specifier 'c'")
    }
    if isAlternate {
      throw interpreter.raise(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    guard let value = value.asInt else {
      throw interpreter.raise(.overflowError, "Python int too large to convert to C long")
    }
    guard (0..<0x110000).contains(value) else {
      throw interpreter.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    guard let scalar = Unicode.Scalar(UInt32(value)) else {
      throw interpreter.unsupported("a lone surrogate")
    }
    return pad(sign: "", prefix: "", String(scalar), count: 1, default: "<")
  }

  // MARK: Floats

  func format(_ value: Double, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    switch type {
    case nil, "e", "E", "f", "F", "g", "G", "n", "%": break
    default: throw unknownCode(interpreter)
    }
    // The exact decimal digits are divided out one group after the other.
    try interpreter.charge(work: min(precision ?? 0, 1_100) * 64)
    let scaled = type == "%" ? value * 100 : value
    var text = digits(of: scaled.magnitude)
    if type == "E" || type == "F" || type == "G" { text = text.uppercased() }
    var isNegative = scaled.sign == .minus && !scaled.isNaN
    if coercesNegativeZero, isNegative, !text.utf8.contains(where: { (0x31...0x39).contains($0) }),
      !scaled.isInfinite
    {
      isNegative = false
    }
    if type == "%" { text += "%" }
    let whole = text.prefix { $0.isASCII && $0.isNumber }
    let isFinite = scaled.isFinite
    return number(
      sign: signText(isNegative: isNegative), prefix: "", whole: isFinite ? String(whole) : "",
      rest: isFinite ? String(text.dropFirst(whole.count)) : text, every: 3)
  }

  private func digits(of value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return "inf" }
    switch type {
    case "e", "E":
      return FloatText.format(value, precision: precision ?? 6, conversion: "e", keepsPoint: isAlternate)
    case "f", "F", "%":
      return FloatText.format(value, precision: precision ?? 6, conversion: "f", keepsPoint: isAlternate)
    case "g", "G", "n":
      return FloatText.format(value, precision: precision ?? 6, conversion: "g", keepsPoint: isAlternate)
    default: break
    }
    // Without a type: as `g`, but with at least one digit after the point, and by `repr` without a precision.
    guard let precision else {
      return FloatText.repr(value)
    }
    let significant = max(precision, 1)
    let scientific = FloatText.format(value, precision: significant - 1, conversion: "e")
    let exponent = scientific.split(separator: "e").last.flatMap { Int($0) } ?? 0
    // One digit less than with `g` leaves room for the digit after the point.
    if exponent < -4 || exponent >= significant - 1 {
      var digits = scientific.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { $0 != UInt8(ascii: ".") }
      while !isAlternate, digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
      let text = FloatText.positional(
        digits: digits, point: exponent + 1, exponentFrom: significant - 1, keepsPoint: true)
      // A lone digit before an exponent has no point, unless it is asked for.
      guard isAlternate, digits.count == 1, let mark = text.firstIndex(of: "e") else { return text }
      return text[..<mark] + "." + text[mark...]
    }
    let text = FloatText.format(value, precision: significant, conversion: "g", keepsPoint: isAlternate)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  // MARK: Layout

  private func signText(isNegative: Bool) -> String {
    if isNegative { return "-" }
    return sign == nil || sign == "-" ? "" : sign.map(String.init) ?? ""
  }

  private func number(sign: String, prefix: String, whole: String, rest: String, every: Int) -> PyString {
    var digits = whole
    if let grouping, !whole.isEmpty {
      // Zeros that fill the width are grouped with the digits.
      let fixed = sign.count + prefix.count + rest.count
      let minimum = fill == "0" && alignment == "=" ? max(0, width - fixed) : 0
      digits = group(whole, with: grouping, every: every, minimum: minimum)
    }
    let body = digits + rest
    return pad(sign: sign, prefix: prefix, body, count: body.unicodeScalars.count, default: ">")
  }

  private func group(_ digits: String, with mark: Unicode.Scalar, every: Int, minimum: Int) -> String {
    var reversed: [Unicode.Scalar] = []
    var count = 0
    func append(_ scalar: Unicode.Scalar) {
      if count > 0, count % every == 0 { reversed.append(mark) }
      reversed.append(scalar)
      count += 1
    }
    for scalar in digits.unicodeScalars.reversed() { append(scalar) }
    while reversed.count < minimum { append("0") }
    return String(String.UnicodeScalarView(reversed.reversed()))
  }

  private func pad(
    sign: String, prefix: String, _ body: String, count: Int, default defaultAlignment: Unicode.Scalar
  ) -> PyString {
    let missing = max(0, width - count - sign.count - prefix.count)
    let text = sign + prefix + body
    guard missing > 0 else { return PyString(text) }
    let run = { (count: Int) in String(repeating: Character(fill ?? " "), count: count) }
    return switch alignment ?? defaultAlignment {
    case "<": PyString(text + run(missing))
    case "^": PyString(run(missing / 2) + text + run(missing - missing / 2))
    case "=": PyString(sign + prefix + run(missing) + body)
    default: PyString(run(missing) + text)
    }
  }
}
