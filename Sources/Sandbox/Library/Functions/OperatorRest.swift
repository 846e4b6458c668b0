import Python

/// The functions of `operator` on sequences, identities and single values, and those that change their operand.
enum OperatorModule {
  static let rest: [Member] =
    [
      .function("is_", "(a, b, /)") { call throws(Unwind) in
        .bool(try call.interpreter.isIdentical(call.required(0), call.required(1)))
      },
      .function("is_not", "(a, b, /)") { call throws(Unwind) in
        .bool(try !call.interpreter.isIdentical(call.required(0), call.required(1)))
      },
      unary("inv", .invert), unary("invert", .invert), unary("pos", .uAdd),
      .function("abs", "(a, /)") { call throws(Unwind) in try NumberBuiltins.abs(call) },
      .function("index", "(a, /)") { call throws(Unwind) in
        switch call.required(0) {
        case .int, .bigInt: return call.required(0)
        case .bool(let value): return .int(value ? 1 : 0)
        case .placeholder(let value): throw call.interpreter.unsupported(value.name)
        case .instance, .native: throw call.interpreter.unsupported("operator.index of this object")
        case let other:
          throw call.raise(
            .typeError, "'\(other.qualifiedTypeName)' object cannot be interpreted as an integer")
        }
      },
      binary("lshift", .lShift), binary("rshift", .rShift), binary("matmul", .matMult),
      .function("setitem", "(a, b, c, /)") { call throws(Unwind) in
        try call.interpreter.setItem(of: call.required(0), call.required(1), to: call.required(2))
        return .none
      },
      .function("delitem", "(a, b, /)") { call throws(Unwind) in
        try call.interpreter.deleteItem(of: call.required(0), call.required(1))
        return .none
      },
      .function("countOf", "(a, b, /)") { call throws(Unwind) in
        var count = 0
        try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
          if try call.interpreter.isIdenticalOrEqual(item, call.required(1)) { count += 1 }
          return true
        }
        return .int(count)
      },
      .function("indexOf", "(a, b, /)") { call throws(Unwind) in
        var index = 0
        var isFound = false
        try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
          isFound = try call.interpreter.isIdenticalOrEqual(item, call.required(1))
          if !isFound { index += 1 }
          return !isFound
        }
        if isFound { return .int(index) }
        throw call.raise(.valueError, "sequence.index(x): x not in sequence")
      },
      .function("length_hint", "(obj, default=0, /)") { call throws(Unwind) in
        if call[1] != nil { _ = try call.size(1) }
        if let length = try call.interpreter.length(of: call.required(0)) { return .int(length) }
        throw call.interpreter.unsupported("operator.length_hint of this object")
      },
      .function("call", "(*args, **kwargs)") { call throws(Unwind) in
        guard let function = call.rest.first else {
          throw call.raise(.typeError, "call expected at least 1 argument, got 0")
        }
        return try call.interpreter.call(
          function, CallArguments(Array(call.rest.dropFirst()), keywords: call.keywords))
      },
    ]
    + [
      ("iadd", BinaryOperator.add), ("isub", .sub), ("imul", .mult), ("itruediv", .div),
      ("ifloordiv", .floorDiv), ("imod", .mod), ("ipow", .pow), ("iand", .bitAnd), ("ior", .bitOr),
      ("ixor", .bitXor), ("ilshift", .lShift), ("irshift", .rShift), ("imatmul", .matMult),
    ].map { name, operation in
      .function(name, "(a, b, /)") { call throws(Unwind) in
        try call.interpreter.augmented(operation, call.required(0), call.required(1))
      }
    }

  private static func unary(_ name: String, _ operation: UnaryOperator) -> Member {
    .function(name, "(a, /)") { call throws(Unwind) in try call.interpreter.unary(operation, call.required(0))
    }
  }

  private static func binary(_ name: String, _ operation: BinaryOperator) -> Member {
    .function(name, "(a, b, /)") { call throws(Unwind) in
      try call.interpreter.binary(operation, call.required(0), call.required(1))
    }
  }
}
