#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `math` (Library Reference, *Mathematical functions*), on the C library's functions, as CPython.
extension NativeModule {
  static let math = NativeModule(
    "math",
    [
      .constant("pi") { _ in .float(.pi) },
      .constant("e") { _ in .float(M_E) },
      .constant("tau") { _ in .float(2 * .pi) },
      .constant("inf") { _ in .float(.infinity) },
      .constant("nan") { _ in .float(.nan) },
      MathModule.function("acos", acos), MathModule.function("asin", asin), MathModule.function("atan", atan),
      MathModule.function("cos", cos), MathModule.function("sin", sin), MathModule.function("tan", tan),
      MathModule.function("cosh", cosh), MathModule.function("sinh", sinh), MathModule.function("tanh", tanh),
      MathModule.function("exp", exp), MathModule.function("expm1", expm1),
      MathModule.function("sqrt") { $0.squareRoot() }, MathModule.function("fabs") { abs($0) },
      MathModule.function("degrees") { $0 * (180 / .pi) },
      MathModule.function("radians") { $0 * (.pi / 180) },
      .function("atan2", "(y, x, /)") { call throws(Unwind) in
        .float(atan2(try MathModule.real(call, 0), try MathModule.real(call, 1)))
      },
      .function("copysign", "(x, y, /)") { call throws(Unwind) in
        .float(copysign(try MathModule.real(call, 0), try MathModule.real(call, 1)))
      },
      .function("pow", "(x, y, /)") { call throws(Unwind) in
        let (base, exponent) = (try MathModule.real(call, 0), try MathModule.real(call, 1))
        guard base.isFinite, exponent.isFinite else {
          throw call.interpreter.unsupported("math.pow of infinities")
        }
        if base == 0, exponent < 0 { throw call.raise(.valueError, "math domain error") }
        return .float(try MathModule.checked(pow(base, exponent), call))
      },
      .function("fmod", "(x, y, /)") { call throws(Unwind) in
        let (left, right) = (try MathModule.real(call, 0), try MathModule.real(call, 1))
        if left.isFinite, right.isInfinite { return .float(left) }
        return .float(try MathModule.checked(fmod(left, right), call, of: left, right))
      },
      .function("log", "(x[, base])") { call throws(Unwind) in
        let value = try MathModule.logarithm(call, 0)
        guard call[1] != nil else { return .float(value) }
        let base = try MathModule.logarithm(call, 1)
        if base == 0 { throw call.raise(.zeroDivisionError, "float division by zero") }
        return .float(value / base)
      },
      .function("log2", "(x, /)") { call throws(Unwind) in .float(try MathModule.logarithm(call, 0, log2)) },
      .function("log10", "(x, /)") { call throws(Unwind) in .float(try MathModule.logarithm(call, 0, log10))
      },
      .function("log1p", "(x, /)") { call throws(Unwind) in
        let value = try MathModule.real(call, 0)
        if value <= -1 { throw call.raise(.valueError, "math domain error") }
        return .float(log1p(value))
      },
      .function("floor", "(x, /)") { call throws(Unwind) in try MathModule.whole(call, .down, "__floor__") },
      .function("ceil", "(x, /)") { call throws(Unwind) in try MathModule.whole(call, .up, "__ceil__") },
      .function("trunc", "(x, /)") { call throws(Unwind) in
        try MathModule.whole(call, .towardZero, "__trunc__")
      },
      .function("isnan", "(x, /)") { call throws(Unwind) in .bool(try MathModule.real(call, 0).isNaN) },
      .function("isinf", "(x, /)") { call throws(Unwind) in .bool(try MathModule.real(call, 0).isInfinite) },
      .function("isfinite", "(x, /)") { call throws(Unwind) in .bool(try MathModule.real(call, 0).isFinite) },
      .function("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", MathModule.isClose),
      .function("prod", "(iterable, /, *, start=1)") { call throws(Unwind) in
        var result = call[1] ?? .int(1)
        try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
          result = try call.interpreter.binary(.mult, result, item)
          return true
        }
        return result
      },
    ] + MathModule.more + MathModule.integerFunctions, source: .math)
}

enum MathModule {
  /// A number argument as a float.
  static func real(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Double {
    switch object {
    case .float(let value): return value
    case .int(let value): return Double(value)
    case .bool(let value): return value ? 1 : 0
    case .bigInt(let object): return try interpreter.double(object.value)
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    case .instance, .native: throw interpreter.unsupported("math on a \(object.typeName)")
    default:
      throw interpreter.raise(.typeError, "must be real number, not \(object.qualifiedTypeName)")
    }
  }

  static func real(_ call: NativeCall, _ index: Int) throws(Unwind) -> Double {
    try real(call.required(index), call.interpreter)
  }

  /// A result of finite arguments: not a number is a domain error, an infinity an overflow.
  static func checked(_ result: Double, _ call: NativeCall, of arguments: Double...) throws(Unwind) -> Double
  {
    if result.isNaN, !arguments.contains(where: \.isNaN) {
      throw call.raise(.valueError, "math domain error")
    }
    if result.isInfinite, arguments.allSatisfy(\.isFinite) {
      throw call.raise(.overflowError, "math range error")
    }
    return result
  }

  static func function(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Member {
    .function(name, "(x, /)") { call throws(Unwind) in
      let value = try real(call, 0)
      return .float(try checked(body(value), call, of: value))
    }
  }

  static func logarithm(
    _ call: NativeCall, _ index: Int, _ body: (Double) -> Double = log
  ) throws(Unwind) -> Double {
    if case .bigInt(let object) = call.required(index) {
      if object.value.isNegative { throw call.raise(.valueError, "math domain error") }
      if let value = object.value.asDouble { return body(value) }
      // The logarithm of a fraction in 0.5 ..< 1 and that of its power of two.
      let (fraction, exponent) = object.value.fractionAndExponent
      return body(fraction) + body(2) * Double(exponent)
    }
    let value = try real(call, index)
    if value <= 0 { throw call.raise(.valueError, "math domain error") }
    return body(value)
  }

  static func whole(_ call: NativeCall, _ rule: FloatingPointRoundingRule, _ name: String) throws(Unwind)
    -> Object
  {
    if let value = call.required(0).asInt { return .int(value) }
    if case .bigInt = call.required(0) { return call.required(0) }
    if case .instance = call.required(0) {
      if let result = try call.interpreter.callMethod(name, on: call.required(0)) { return result }
    }
    if name == "__trunc__" {
      // There is no other way to truncate (`math_trunc`).
      switch call.required(0) {
      case .none, .string, .bytes, .list, .tuple, .dict, .set, .function, .builtin, .type, .ellipsis,
        .notImplemented, .exception:
        throw call.raise(
          .typeError, "type \(call.required(0).qualifiedTypeName) doesn't define __trunc__ method")
      default: break
      }
    }
    let value = try real(call, 0)
    return try call.interpreter.integer(truncating: value.rounded(rule))
  }

  @Sendable static func isClose(_ call: NativeCall) throws(Unwind) -> Object {
    let (left, right) = (try real(call, 0), try real(call, 1))
    let relative = try call[2].map { (value) throws(Unwind) in try real(value, call.interpreter) } ?? 1e-9
    let absolute = try call[3].map { (value) throws(Unwind) in try real(value, call.interpreter) } ?? 0
    if relative < 0 || absolute < 0 { throw call.raise(.valueError, "tolerances must be non-negative") }
    if left == right { return .bool(true) }
    if left.isInfinite || right.isInfinite { return .bool(false) }
    let difference = abs(right - left)
    return .bool(
      difference <= abs(relative * right) || difference <= abs(relative * left) || difference <= absolute)
  }
}
