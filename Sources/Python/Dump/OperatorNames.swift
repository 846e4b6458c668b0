// The classes of CPython's `ast` module for operators.

extension BinaryOperator {
  var className: String {
    switch self {
    case .add: "Add"
    case .sub: "Sub"
    case .mult: "Mult"
    case .matMult: "MatMult"
    case .div: "Div"
    case .mod: "Mod"
    case .pow: "Pow"
    case .lShift: "LShift"
    case .rShift: "RShift"
    case .bitOr: "BitOr"
    case .bitXor: "BitXor"
    case .bitAnd: "BitAnd"
    case .floorDiv: "FloorDiv"
    }
  }
}

extension UnaryOperator {
  var className: String {
    switch self {
    case .invert: "Invert"
    case .not: "Not"
    case .uAdd: "UAdd"
    case .uSub: "USub"
    }
  }
}

extension ComparisonOperator {
  var className: String {
    switch self {
    case .eq: "Eq"
    case .notEq: "NotEq"
    case .lt: "Lt"
    case .ltE: "LtE"
    case .gt: "Gt"
    case .gtE: "GtE"
    case .is: "Is"
    case .isNot: "IsNot"
    case .in: "In"
    case .notIn: "NotIn"
    }
  }
}
