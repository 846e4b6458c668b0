import Python

// The special methods that operators call (Language Reference 3.3.8).

extension BinaryOperator {
  /// Whether it is for integers only, among numbers.
  var isBitwise: Bool {
    switch self {
    case .lShift, .rShift, .bitOr, .bitXor, .bitAnd, .matMult: true
    default: false
    }
  }

  private var stem: String {
    switch self {
    case .add: "add"
    case .sub: "sub"
    case .mult: "mul"
    case .matMult: "matmul"
    case .div: "truediv"
    case .mod: "mod"
    case .pow: "pow"
    case .lShift: "lshift"
    case .rShift: "rshift"
    case .bitOr: "or"
    case .bitXor: "xor"
    case .bitAnd: "and"
    case .floorDiv: "floordiv"
    }
  }

  /// The operator with that special method.
  init?(methodName: String) {
    let all: [BinaryOperator] = [
      .add, .sub, .mult, .matMult, .div, .mod, .pow, .lShift, .rShift, .bitOr, .bitXor, .bitAnd, .floorDiv,
    ]
    guard let found = all.first(where: { $0.methodName == methodName }) else { return nil }
    self = found
  }

  var methodName: String { "__\(stem)__" }
  var reflectedMethodName: String { "__r\(stem)__" }
  var inPlaceMethodName: String { "__i\(stem)__" }
}

extension UnaryOperator {
  var methodName: String {
    switch self {
    case .uSub: "__neg__"
    case .uAdd: "__pos__"
    case .invert: "__invert__"
    case .not: "__bool__"
    }
  }
}
