/// `str` (Library Reference, *String Methods*). What is missing here is `unsupported`, never guessed.
extension NativeType {
  package static let str = NativeType(
    "str",
    constructor: NativeFunction("str", "(object='', encoding='utf-8', errors='strict')", StringType.make),
    members: [
      .method("capitalize", "()") { call throws(Unwind) in try StringType.map(call, StringCase.capitalize) },
      .method("casefold", "()") { call throws(Unwind) in try StringType.map(call, StringCase.casefold) },
      .method("center", "(width, fillchar=' ', /)") { call throws(Unwind) in
        try StringType.justify(call) { missing, width in
          let left = missing / 2 + (missing & width & 1)
          return (left, missing - left)
        }
      },
      .method("count", "(sub[, start[, end]])", StringSearch.count),
      .method("encode", "(encoding='utf-8', errors='strict')", StringCodecs.encode),
      .method("endswith", "(suffix[, start[, end]])") { call throws(Unwind) in
        try StringSearch.matchesEnd(call, "endswith", atStart: false)
      },
      .method("expandtabs", "(tabsize=8)", StringType.expandTabs),
      .method("find", "(sub[, start[, end]])") { call throws(Unwind) in
        .int(try StringSearch.find(call, fromEnd: false) ?? -1)
      },
      .method("format", "(*args, **kwargs)") { call throws(Unwind) in
        try call.interpreter.string(try FormatTemplate(StringType.receiver(call)).apply(call))
      }.takingObjects,
      .method("format_map", "(mapping, /)") { call throws(Unwind) in
        try call.interpreter.string(
          try FormatTemplate(StringType.receiver(call)).apply(call, mapping: call.required(0)))
      },
      .method("index", "(sub[, start[, end]])") { call throws(Unwind) in
        if let position = try StringSearch.find(call, fromEnd: false) { return .int(position) }
        throw call.raise(.valueError, "substring not found")
      },
      .method("isalnum", "()") { call in
        StringType.check(call) {
          StringText.isAlpha($0) || StringText.isDecimal($0) || StringText.isDigit($0)
            || StringText.isNumeric($0)
        }
      },
      .method("isalpha", "()") { call in StringType.check(call, StringText.isAlpha) },
      .method("isascii", "()") { call in .bool(StringType.receiver(call).isASCII) },
      .method("isdecimal", "()") { call in StringType.check(call, StringText.isDecimal) },
      .method("isdigit", "()") { call in StringType.check(call, StringText.isDigit) },
      .method("isidentifier", "()", StringType.isIdentifier),
      .method("islower", "()") { call in
        StringType.checkCase(
          call, StringText.isLower, excludes: { StringText.isUpper($0) || StringText.isTitle($0) })
      },
      .method("isnumeric", "()") { call in StringType.check(call, StringText.isNumeric) },
      .method("isprintable", "()") { call in
        .bool(StringType.receiver(call).scalars.allSatisfy(StringText.isPrintable))
      },
      .method("isspace", "()") { call in StringType.check(call, StringText.isSpace) },
      .method("istitle", "()", StringType.isTitle),
      .method("isupper", "()") { call in
        StringType.checkCase(
          call, StringText.isUpper, excludes: { StringText.isLower($0) || StringText.isTitle($0) })
      },
      .method("join", "(iterable, /)", StringType.join),
      .method("ljust", "(width, fillchar=' ', /)") { call throws(Unwind) in
        try StringType.justify(call) { missing, _ in (0, missing) }
      },
      .method("lower", "()") { call throws(Unwind) in try StringType.map(call, StringCase.lower) },
      .method("lstrip", "(chars=None, /)") { call throws(Unwind) in
        try StringStripping.strip(call, "lstrip", left: true, right: false)
      },
      .staticMethod("maketrans", "(x, y=None, z=None, /)", StringTranslation.makeTable),
      .method("partition", "(sep, /)") { call throws(Unwind) in
        try StringSplitting.partition(call, fromEnd: false)
      },
      .method("removeprefix", "(prefix, /)") { call throws(Unwind) in
        try StringStripping.removeAffix(call, "removeprefix", isPrefix: true)
      },
      .method("removesuffix", "(suffix, /)") { call throws(Unwind) in
        try StringStripping.removeAffix(call, "removesuffix", isPrefix: false)
      },
      .method("replace", "(old, new, count=-1, /)", StringSearch.replace),
      .method("rfind", "(sub[, start[, end]])") { call throws(Unwind) in
        .int(try StringSearch.find(call, fromEnd: true) ?? -1)
      },
      .method("rindex", "(sub[, start[, end]])") { call throws(Unwind) in
        if let position = try StringSearch.find(call, fromEnd: true) { return .int(position) }
        throw call.raise(.valueError, "substring not found")
      },
      .method("rjust", "(width, fillchar=' ', /)") { call throws(Unwind) in
        try StringType.justify(call) { missing, _ in (missing, 0) }
      },
      .method("rpartition", "(sep, /)") { call throws(Unwind) in
        try StringSplitting.partition(call, fromEnd: true)
      },
      .method("rsplit", "(sep=None, maxsplit=-1)") { call throws(Unwind) in
        try StringSplitting.split(call, fromEnd: true)
      },
      .method("rstrip", "(chars=None, /)") { call throws(Unwind) in
        try StringStripping.strip(call, "rstrip", left: false, right: true)
      },
      .method("split", "(sep=None, maxsplit=-1)") { call throws(Unwind) in
        try StringSplitting.split(call, fromEnd: false)
      },
      .method("splitlines", "(keepends=False)", StringSplitting.splitLines),
      .method("startswith", "(prefix[, start[, end]])") { call throws(Unwind) in
        try StringSearch.matchesEnd(call, "startswith", atStart: true)
      },
      .method("strip", "(chars=None, /)") { call throws(Unwind) in
        try StringStripping.strip(call, "strip", left: true, right: true)
      },
      .method("swapcase", "()") { call throws(Unwind) in try StringType.map(call, StringCase.swapcase) },
      .method("title", "()") { call throws(Unwind) in try StringType.map(call, StringCase.title) },
      .method("translate", "(table, /)", StringTranslation.translate),
      .method("upper", "()") { call throws(Unwind) in try StringType.map(call, StringCase.upper) },
      .method("zfill", "(width, /)", StringType.zeroFill),
    ])
}

enum StringType {
  /// The string a method was called on.
  static func receiver(_ call: NativeCall) -> PyString {
    guard case .string(let string) = call.receiver else { return .empty }
    return string
  }

  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    if let object = call[0], call[1] == nil, call[2] == nil {
      return try call.interpreter.string(try call.interpreter.str(of: object))
    }
    for (index, name) in [(1, "encoding"), (2, "errors")] {
      if let value = call[index], value.asString == nil {
        throw call.raise(
          .typeError, "str() argument '\(name)' must be str, not \(value.argumentTypeName)")
      }
    }
    guard let object = call[0] else { return .string(PyString.empty) }
    guard let bytes = object.asBytesLike else {
      if case .string = object { throw call.raise(.typeError, "decoding str is not supported") }
      throw call.raise(
        .typeError, "decoding to str: need a bytes-like object, \(object.qualifiedTypeName) found")
    }
    return try StringCodecs.decode(bytes, encoding: call[1], errors: call[2], call, "str")
  }

  static func map(_ call: NativeCall, _ function: (PyString) -> PyString) throws(Unwind) -> Object {
    let text = receiver(call)
    // Beyond ASCII each character is looked up.
    try call.interpreter.charge(work: text.isASCII ? text.utf8Count : text.utf8Count * 16)
    return try call.interpreter.string(function(text))
  }

  /// Whether there is a character and all satisfy the test.
  static func check(_ call: NativeCall, _ test: (Unicode.Scalar) -> Bool) -> Object {
    let text = receiver(call)
    return .bool(!text.isEmpty && text.scalars.allSatisfy(test))
  }

  static func checkCase(
    _ call: NativeCall, _ wanted: (Unicode.Scalar) -> Bool, excludes: (Unicode.Scalar) -> Bool
  ) -> Object {
    let scalars = receiver(call).scalars
    return .bool(!scalars.contains(where: excludes) && scalars.contains(where: wanted))
  }

  @Sendable static func isTitle(_ call: NativeCall) throws(Unwind) -> Object {
    var followsCased = false
    var isCased = false
    for scalar in receiver(call).scalars {
      if StringText.isUpper(scalar) || StringText.isTitle(scalar) {
        if followsCased { return .bool(false) }
        followsCased = true
        isCased = true
      } else if StringText.isLower(scalar) {
        if !followsCased { return .bool(false) }
        isCased = true
      } else {
        followsCased = false
      }
    }
    return .bool(isCased)
  }

  @Sendable static func isIdentifier(_ call: NativeCall) throws(Unwind) -> Object {
    let scalars = receiver(call).scalars
    guard let first = scalars.first, first == "_" || first.properties.isXIDStart else { return .bool(false) }
    return .bool(scalars.dropFirst().allSatisfy { $0.properties.isXIDContinue })
  }

  @Sendable static func join(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let object = call.required(0)
    let items: [Object]
    do {
      items = try interpreter.items(of: object)
    } catch {
      if interpreter.catches(error, .typeError), !interpreter.isIterable(object) {
        interpreter.discardException()
        throw call.raise(.typeError, "can only join an iterable")
      }
      throw error
    }
    let separator = receiver(call)
    var size = separator.utf8Count * max(0, items.count - 1)
    var parts: [String] = []
    parts.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard case .string(let text) = item.plainScalar else {
        throw call.raise(
          .typeError, "sequence item \(index): expected str instance, \(item.qualifiedTypeName) found")
      }
      size += text.utf8Count
      parts.append(text.text)
    }
    try interpreter.charge(stringBytes: size)
    return .string(PyString(parts.joined(separator: separator.text)))
  }

  static func justify(
    _ call: NativeCall, _ margins: (_ missing: Int, _ width: Int) -> (left: Int, right: Int)
  ) throws(Unwind) -> Object {
    let width = try call.size(0)
    var fill = " "
    if let object = call[1] {
      guard case .string(let text) = object else {
        throw call.raise(
          .typeError, "The fill character must be a unicode character, not \(object.qualifiedTypeName)")
      }
      guard text.count == 1 else {
        throw call.raise(.typeError, "The fill character must be exactly one character long")
      }
      fill = text.text
    }
    let text = receiver(call)
    let count = text.count
    guard width > count else { return call.receiver }
    try call.interpreter.charge(stringBytes: width)
    let (left, right) = margins(width - count, width)
    return try call.interpreter.string(
      String(repeating: fill, count: left) + text.text + String(repeating: fill, count: right))
  }

  @Sendable static func zeroFill(_ call: NativeCall) throws(Unwind) -> Object {
    let width = try call.size(0)
    let text = receiver(call)
    let count = text.count
    guard width > count else { return call.receiver }
    let missing = width - count
    try call.interpreter.charge(stringBytes: width)
    let zeros = String(repeating: "0", count: missing)
    if text.text.utf8.first == UInt8(ascii: "-") || text.text.utf8.first == UInt8(ascii: "+") {
      return try call.interpreter.string(text.slice(0..<1).text + zeros + text.slice(1..<text.count).text)
    }
    return try call.interpreter.string(zeros + text.text)
  }

  @Sendable static func expandTabs(_ call: NativeCall) throws(Unwind) -> Object {
    let size = call[0] == nil ? 8 : try call.cInt(0)
    guard size <= call.interpreter.limits.stringBytes else { throw call.interpreter.exceeded(.stringLength) }
    var result = ""
    var column = 0
    for scalar in receiver(call).scalars {
      switch scalar {
      case "\t":
        guard size > 0 else { continue }
        let count = size - column % size
        result += String(repeating: " ", count: count)
        column += count
        guard result.utf8.count <= call.interpreter.limits.stringBytes else {
          throw call.interpreter.exceeded(.stringLength)
        }
      case "\n", "\r":
        result.unicodeScalars.append(scalar)
        column = 0
      default:
        result.unicodeScalars.append(scalar)
        column += 1
      }
    }
    return try call.interpreter.string(result)
  }
}
