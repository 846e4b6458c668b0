/// `template % values` (Library Reference, *printf-style String Formatting*).
struct PercentFormat {
  private let template: [Unicode.Scalar]
  private let interpreter: Interpreter
  /// Whether it is bytes that are formatted, each of which is a character of the template.
  private let isBytes: Bool

  init(_ template: PyString, _ interpreter: Interpreter) {
    self.template = Array(template.scalars)
    self.interpreter = interpreter
    isBytes = false
  }

  init(bytes: [UInt8], _ interpreter: Interpreter) {
    template = bytes.map { Unicode.Scalar($0) }
    self.interpreter = interpreter
    isBytes = true
  }

  /// `b"…" % values` (`_PyBytes_FormatEx`).
  func applyToBytes(_ values: Object) throws(Unwind) -> [UInt8] {
    try apply(values).scalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func text(of bytes: [UInt8]) -> PyString { PyString(bytes.map { Unicode.Scalar($0) }) }

  private struct Directive {
    var key: String?
    var leftAligned = false
    var sign = ""
    var alternate = false
    var zeroPadded = false
    var width = 0
    var precision: Int?
  }

  func apply(_ values: Object) throws(Unwind) -> PyString {
    var arguments: [Object]
    var isMapping = false
    if case .tuple(let tuple) = values { arguments = tuple.items } else { arguments = [values] }
    switch values {
    case .dict: isMapping = true
    case .instance(let instance): isMapping = instance.classObject.method("__getitem__") != nil
    case .native(let object):
      isMapping = object.type.isMappingPattern || object.type.isSequencePattern
      if object is ByteArrayObject { isMapping = !isBytes }
    case .list: isMapping = true
    case .bytes: isMapping = !isBytes
    default: break
    }
    var next = 0
    var usedKey = false
    func take() throws(Unwind) -> Object {
      guard next < arguments.count else {
        throw interpreter.raise(.typeError, "not enough arguments for format string")
      }
      defer { next += 1 }
      return arguments[next]
    }
    var result = ""
    var index = 0
    while index < template.count {
      let scalar = template[index]
      index += 1
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      var directive = try parse(&index, take)
      guard index < template.count else { throw interpreter.raise(.valueError, "incomplete format") }
      let conversion = template[index]
      index += 1
      if conversion == "%" {
        result += "%"
        continue
      }
      let value: Object
      if let key = directive.key {
        guard isMapping else { throw interpreter.raise(.typeError, "format requires a mapping") }
        usedKey = true
        let name: Object =
          isBytes
          ? .bytes(BytesObject(key.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
          : .string(key)
        value = try interpreter.item(of: values, name)
      } else {
        value = try take()
      }
      directive.key = nil
      result += try format(value, conversion, directive, at: index - 1)
      guard result.utf8.count <= interpreter.limits.stringBytes else {
        throw interpreter.exceeded(.stringLength)
      }
    }
    if next < arguments.count, !isMapping, !usedKey {
      // CPython lets any object pass that can be subscripted, and which of ours can is not known here.
      if case .native(let object) = values, !(object is ByteArrayObject) {
        throw interpreter.unsupported("% with a \(values.typeName)")
      }
      let kind = isBytes ? "bytes" : "string"
      throw interpreter.raise(.typeError, "not all arguments converted during \(kind) formatting")
    }
    arguments = []
    return PyString(result)
  }

  /// `(key)`, flags, width, precision and length, up to the conversion.
  private func parse(
    _ index: inout Int, _ take: () throws(Unwind) -> Object
  ) throws(Unwind) -> Directive {
    var directive = Directive()
    func peek() -> Unicode.Scalar? { index < template.count ? template[index] : nil }
    if peek() == "(" {
      index += 1
      var key = String.UnicodeScalarView()
      var depth = 1
      while let scalar = peek() {
        index += 1
        if scalar == "(" { depth += 1 }
        if scalar == ")" {
          depth -= 1
          if depth == 0 { break }
        }
        key.append(scalar)
      }
      if depth > 0 { throw interpreter.raise(.valueError, "incomplete format key") }
      directive.key = String(key)
    }
    flags: while let scalar = peek() {
      switch scalar {
      case "-": directive.leftAligned = true
      case "+": directive.sign = "+"
      case " ": if directive.sign.isEmpty { directive.sign = " " }
      case "#": directive.alternate = true
      case "0": directive.zeroPadded = true
      default: break flags
      }
      index += 1
    }
    func number(isPrecision: Bool = false) throws(Unwind) -> Int {
      if peek() == "*" {
        index += 1
        let object = try take()
        if case .bigInt = object {
          throw interpreter.notAnInteger(object, type: isPrecision ? "int" : "ssize_t")
        }
        guard let value = object.asInt else { throw interpreter.raise(.typeError, "* wants int") }
        if isPrecision, Int32(exactly: value) == nil {
          throw interpreter.raise(.overflowError, "Python int too large to convert to C int")
        }
        return value
      }
      var value = 0
      while let scalar = peek(), scalar.isASCII, let digit = StringText.decimalValue(scalar) {
        value = min(value * 10 + Int(digit), 1 << 40)
        index += 1
      }
      return value
    }
    directive.width = try number()
    if directive.width < 0 {
      directive.leftAligned = true
      directive.width = Int(clamping: directive.width.magnitude)
    }
    if peek() == "." {
      index += 1
      directive.precision = max(0, try number(isPrecision: true))
    }
    while let scalar = peek(), scalar == "h" || scalar == "l" || scalar == "L" { index += 1 }
    guard directive.width <= interpreter.limits.stringBytes,
      directive.precision ?? 0 <= interpreter.limits.stringBytes
    else { throw interpreter.exceeded(.stringLength) }
    return directive
  }

  private func format(
    _ value: Object, _ conversion: Unicode.Scalar, _ directive: Directive, at index: Int
  ) throws(Unwind) -> String {
    switch conversion {
    case "s" where isBytes, "b" where isBytes:
      guard let bytes = value.asBytesLike else {
        if case .instance = value { throw interpreter.unsupported("__bytes__") }
        throw interpreter.raise(
          .typeError,
          "%b requires a bytes-like object, or an object that implements __bytes__, not "
            + "'\(value.qualifiedTypeName)'")
      }
      return pad(text: Self.text(of: bytes), directive)
    case "r" where isBytes: return pad(text: try interpreter.ascii(of: value), directive)
    case "c" where isBytes: return try byte(value, directive)
    case "s": return pad(text: try interpreter.str(of: value), directive)
    case "r": return pad(text: try interpreter.repr(of: value), directive)
    case "a": return pad(text: try interpreter.ascii(of: value), directive)
    case "c": return try character(value, directive)
    case "d", "i", "u": return try integer(value, conversion, radix: 10, directive)
    case "x", "X": return try integer(value, conversion, radix: 16, directive)
    case "o": return try integer(value, conversion, radix: 8, directive)
    case "e", "E", "f", "F", "g", "G": return try float(value, conversion, directive)
    default:
      let isShown = isBytes || (31...126).contains(conversion.value)
      let shown = isShown ? String(conversion) : "?"
      throw interpreter.raise(
        .valueError,
        "unsupported format character '\(shown)' (0x\(String(conversion.value, radix: 16))) at index \(index)"
      )
    }
  }

  private func pad(text: PyString, _ directive: Directive) -> String {
    let cut = directive.precision.map { text.slice(0..<$0) } ?? text
    return pad(sign: "", cut.text, count: cut.count, directive, zeros: false)
  }

  private func pad(sign: String, _ body: String, count: Int, _ directive: Directive, zeros: Bool) -> String {
    let missing = max(0, directive.width - count - sign.count)
    if directive.leftAligned { return sign + body + String(repeating: " ", count: missing) }
    if zeros { return sign + String(repeating: "0", count: missing) + body }
    return String(repeating: " ", count: missing) + sign + body
  }

  private func character(_ value: Object, _ directive: Directive) throws(Unwind) -> String {
    switch value.plainScalar {
    case .string(let text) where text.count == 1: return pad(text: text, directive)
    case .int, .bool:
      guard let code = value.plainScalar.asInt, (0..<0x110000).contains(code) else {
        throw interpreter.raise(.overflowError, "%c arg not in range(0x110000)")
      }
      guard let scalar = Unicode.Scalar(UInt32(code)) else {
        throw interpreter.unsupported("a lone surrogate")
      }
      return pad(text: PyString(String(scalar)), directive)
    case .bigInt: throw interpreter.raise(.overflowError, "%c arg not in range(0x110000)")
    default: throw interpreter.raise(.typeError, "%c requires int or char")
    }
  }

  private func byte(_ value: Object, _ directive: Directive) throws(Unwind) -> String {
    if let bytes = value.asBytesLike, bytes.count == 1 { return pad(text: Self.text(of: bytes), directive) }
    guard value.isIntegral else {
      throw interpreter.raise(.typeError, "%c requires an integer in range(256) or a single byte")
    }
    guard let code = value.asInt, let byte = UInt8(exactly: code) else {
      throw interpreter.raise(.overflowError, "%c arg not in range(256)")
    }
    return pad(text: Self.text(of: [byte]), directive)
  }

  private func integer(
    _ value: Object, _ conversion: Unicode.Scalar, radix: Int, _ directive: Directive
  ) throws(Unwind) -> String {
    let value = try interpreter.number(value, ["__int__", "__index__"])
    var number = value
    if case .float(let value) = value, radix == 10 { number = try interpreter.integer(truncating: value) }
    guard let number = number.asBigInteger else {
      let wanted = radix == 10 ? "a real number" : "an integer"
      throw interpreter.raise(
        .typeError, "%\(conversion) format: \(wanted) is required, not \(value.qualifiedTypeName)")
    }
    var (minus, digits) = try interpreter.text(of: number, radix: radix, uppercase: conversion == "X")
    if let precision = directive.precision, digits.count < precision {
      digits = String(repeating: "0", count: precision - digits.count) + digits
    }
    var sign = minus.isEmpty ? directive.sign : minus
    if directive.alternate, radix != 10 { sign += "0\(conversion)" }
    return pad(sign: sign, digits, count: digits.count, directive, zeros: directive.zeroPadded)
  }

  private func float(
    _ value: Object, _ conversion: Unicode.Scalar, _ directive: Directive
  ) throws(Unwind) -> String {
    let value = try interpreter.number(value, ["__float__", "__index__"])
    guard let number = try interpreter.double(of: value) else {
      let wanted = isBytes ? "float argument required" : "must be real number"
      throw interpreter.raise(.typeError, "\(wanted), not \(value.qualifiedTypeName)")
    }
    let isUpper = conversion == "E" || conversion == "F" || conversion == "G"
    let letter = Character(Unicode.Scalar(UInt8(conversion.value) | 0x20))
    var digits =
      number.isNaN
      ? "nan"
      : number.isInfinite
        ? "inf"
        : FloatText.format(
          number.magnitude, precision: directive.precision ?? 6, conversion: letter,
          keepsPoint: directive.alternate)
    if isUpper { digits = digits.uppercased() }
    let sign = number.sign == .minus && !number.isNaN ? "-" : directive.sign
    return pad(
      sign: sign, digits, count: digits.count, directive, zeros: directive.zeroPadded)
  }
}

extension Interpreter {
  /// What an instance gives as a number, by the first special method its class has; any other object as it is.
  fileprivate func number(_ object: Object, _ names: [String]) throws(Unwind) -> Object {
    guard object.userClass != nil else { return object }
    for name in names {
      if let value = try callMethod(name, on: object) { return value.plainScalar }
    }
    return object.plainScalar
  }
}
