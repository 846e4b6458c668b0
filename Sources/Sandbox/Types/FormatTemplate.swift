/// `str.format` (Library Reference, *Format String Syntax*; CPython's `unicode_format.h`).
struct FormatTemplate {
  private let template: PyString

  init(_ template: PyString) {
    self.template = template
  }

  /// `format(*args, **kwargs)`, or `format_map(mapping)`.
  func apply(_ call: NativeCall, mapping: Object? = nil) throws(Unwind) -> PyString {
    var run = Run(call: call, mapping: mapping)
    return PyString(try run.render(Array(template.scalars)[...], depth: 2))
  }

  /// One expansion: fields are numbered by themselves or by the author, not both.
  private struct Run {
    let call: NativeCall
    let mapping: Object?
    var nextIndex = 0
    var isAutomatic: Bool?

    private func error(_ message: String) -> Unwind { call.raise(.valueError, message) }

    mutating func render(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws(Unwind) -> String {
      if depth < 0 { throw error("Max string recursion exceeded") }
      var result = ""
      var rest = text
      while let scalar = rest.popFirst() {
        if scalar == "{" {
          guard let next = rest.first else { throw error("Single '{' encountered in format string") }
          if next == "{" {
            rest.removeFirst()
            result.unicodeScalars.append("{")
            continue
          }
          result += try field(&rest, depth: depth)
        } else if scalar == "}" {
          guard rest.first == "}" else { throw error("Single '}' encountered in format string") }
          rest.removeFirst()
          result.unicodeScalars.append("}")
        } else {
          result.unicodeScalars.append(scalar)
        }
        guard result.utf8.count <= call.interpreter.limits.stringBytes else {
          throw call.interpreter.exceeded(.stringLength)
        }
      }
      return result
    }

    /// `{name!conversion:specification}`, after its opening brace.
    private mutating func field(
      _ rest: inout ArraySlice<Unicode.Scalar>, depth: Int
    ) throws(Unwind) -> String {
      var depthOfBraces = 1
      var inBracket = false
      var name: [Unicode.Scalar] = []
      var conversion: Unicode.Scalar?
      while let scalar = rest.popFirst() {
        if inBracket {
          if scalar == "]" { inBracket = false }
          name.append(scalar)
          continue
        }
        switch scalar {
        case "[":
          inBracket = true
          name.append(scalar)
        case "{": throw error("unexpected '{' in field name")
        case "}": return try format(name, conversion, [], depth: depth)
        case ":", "!":
          if scalar == "!" {
            guard let letter = rest.popFirst() else {
              throw error("end of string while looking for conversion specifier")
            }
            conversion = letter
            guard let next = rest.popFirst() else { throw error("unmatched '{' in format spec") }
            if next == "}" { return try format(name, conversion, [], depth: depth) }
            guard next == ":" else { throw error("expected ':' after conversion specifier") }
          }
          var inner: [Unicode.Scalar] = []
          while let next = rest.popFirst() {
            if next == "{" { depthOfBraces += 1 }
            if next == "}" {
              depthOfBraces -= 1
              if depthOfBraces == 0 { return try format(name, conversion, inner[...], depth: depth) }
            }
            inner.append(next)
          }
          throw error("unmatched '{' in format spec")
        default: name.append(scalar)
        }
      }
      throw error("expected '}' before end of string")
    }

    private mutating func format(
      _ name: [Unicode.Scalar], _ conversion: Unicode.Scalar?, _ specification: ArraySlice<Unicode.Scalar>,
      depth: Int
    ) throws(Unwind) -> String {
      var value = try lookUp(name)
      switch conversion {
      case nil: break
      case "s"?: value = .string(try call.interpreter.str(of: value))
      case "r"?: value = .string(try call.interpreter.repr(of: value))
      case "a"?: value = .string(try call.interpreter.ascii(of: value))
      case let other?:
        throw error("Unknown conversion specifier \(other)")
      }
      let expanded = specification.isEmpty ? "" : try render(specification, depth: depth - 1)
      return try call.interpreter.format(value, PyString(expanded)).text
    }

    /// `0`, `name`, `name.attribute[key]`.
    private mutating func lookUp(_ field: [Unicode.Scalar]) throws(Unwind) -> Object {
      let first = field.prefix { $0 != "." && $0 != "[" }
      var rest = field[first.endIndex...]
      let name = String(String.UnicodeScalarView(first))
      var value: Object
      if first.isEmpty || first.allSatisfy({ StringText.decimalValue($0) != nil }) {
        value = try positional(name)
      } else if let mapping {
        value = try call.interpreter.item(of: mapping, .string(name))
      } else if let keyword = call.keywords.first(where: { $0.name == name }) {
        value = keyword.value
      } else {
        throw call.raise(keyError: .string(name))
      }
      while let mark = rest.popFirst() {
        if mark == "." {
          let attribute = rest.prefix { $0 != "." && $0 != "[" }
          if attribute.isEmpty { throw error("Empty attribute in format string") }
          rest = rest[attribute.endIndex...]
          value = try call.interpreter.attribute(of: value, String(String.UnicodeScalarView(attribute)))
        } else if mark == "[" {
          let key = rest.prefix { $0 != "]" }
          guard key.endIndex < rest.endIndex else { throw error("Missing ']' in format string") }
          if key.isEmpty { throw error("Empty attribute in format string") }
          rest = rest[(key.endIndex + 1)...]
          let text = String(String.UnicodeScalarView(key))
          let isNumber = key.allSatisfy { StringText.decimalValue($0) != nil }
          let index = isNumber ? Self.number(key) : nil
          if isNumber, index == nil { throw error("Too many decimal digits in format string") }
          value = try call.interpreter.item(of: value, index.map { .int($0) } ?? .string(text))
        } else {
          throw error("Only '.' or '[' may follow ']' in format field specifier")
        }
      }
      return value
    }

    /// Decimal digits of any script; `nil` if they are too many.
    private static func number(_ digits: some Sequence<Unicode.Scalar>) -> Int? {
      digits.reduce(Int?(0)) { total, digit in
        guard let total, let value = StringText.decimalValue(digit) else { return nil }
        let (product, overflow) = total.multipliedReportingOverflow(by: 10)
        let (sum, overflows) = product.addingReportingOverflow(Int(value))
        return overflow || overflows ? nil : sum
      }
    }

    private mutating func positional(_ name: String) throws(Unwind) -> Object {
      if mapping != nil { throw error("Format string contains positional fields") }
      let automatic = name.isEmpty
      if let isAutomatic, isAutomatic != automatic {
        throw error(
          automatic
            ? "cannot switch from manual field specification to automatic field numbering"
            : "cannot switch from automatic field numbering to manual field specification")
      }
      isAutomatic = automatic
      let index: Int
      if automatic {
        index = nextIndex
        nextIndex += 1
      } else {
        guard let number = Self.number(name.unicodeScalars) else {
          throw error("Too many decimal digits in format string")
        }
        index = number
      }
      guard call.rest.indices.contains(index) else {
        throw call.raise(.indexError, "Replacement index \(index) out of range for positional args tuple")
      }
      return call.rest[index]
    }
  }
}
