import Python

/// `operator` (Library Reference, *Standard operators as functions*).
extension NativeModule {
  static let `operator` = NativeModule(
    "operator",
    [
      binary("add", .add), binary("sub", .sub), binary("mul", .mult), binary("truediv", .div),
      binary("floordiv", .floorDiv), binary("mod", .mod), binary("pow", .pow), binary("and_", .bitAnd),
      binary("or_", .bitOr), binary("xor", .bitXor),
      .function("concat", "(a, b, /)") { call throws(Unwind) in
        switch call.required(0) {
        case .none, .bool, .int, .bigInt, .float, .dict, .set, .function, .builtin, .type:
          throw call.raise(
            .typeError, "'\(call.required(0).qualifiedTypeName)' object can't be concatenated")
        default: return try call.interpreter.binary(.add, call.required(0), call.required(1))
        }
      },
      ordering("lt", .less), ordering("le", .lessOrEqual), ordering("gt", .greater),
      ordering("ge", .greaterOrEqual),
      .function("eq", "(a, b, /)") { call throws(Unwind) in
        .bool(try call.interpreter.equals(call.required(0), call.required(1)))
      },
      .function("ne", "(a, b, /)") { call throws(Unwind) in
        .bool(try !call.interpreter.equals(call.required(0), call.required(1)))
      },
      .function("not_", "(a, /)") { call throws(Unwind) in
        .bool(try !call.interpreter.isTrue(call.required(0)))
      },
      .function("truth", "(a, /)") { call throws(Unwind) in
        .bool(try call.interpreter.isTrue(call.required(0)))
      },
      .function("neg", "(a, /)") { call throws(Unwind) in try call.interpreter.unary(.uSub, call.required(0))
      },
      .function("contains", "(a, b, /)") { call throws(Unwind) in
        .bool(try call.interpreter.contains(call.required(1), in: call.required(0)))
      },
      .function("getitem", "(a, b, /)") { call throws(Unwind) in
        try call.interpreter.item(of: call.required(0), call.required(1))
      },
      .function("itemgetter", "(*items)") { call throws(Unwind) in
        guard !call.rest.isEmpty else {
          throw call.raise(.typeError, "itemgetter expected 1 argument, got 0")
        }
        let keys = call.rest
        return getter(call) { object, interpreter throws(Unwind) in
          var values: [Object] = []
          for key in keys { values.append(try interpreter.item(of: object, key)) }
          return values.count == 1 ? values[0] : interpreter.tuple(values)
        }
      },
      .function("attrgetter", "(*attrs)") { call throws(Unwind) in
        var names: [[String]] = []
        for item in call.rest {
          guard case .string(let name) = item else {
            throw call.raise(.typeError, "attribute name must be a string")
          }
          names.append(name.text.split(separator: ".", omittingEmptySubsequences: false).map { String($0) })
        }
        guard !names.isEmpty else { throw call.raise(.typeError, "attrgetter expected 1 argument, got 0") }
        return getter(call) { object, interpreter throws(Unwind) in
          var values: [Object] = []
          for path in names {
            var value = object
            for name in path { value = try interpreter.attribute(of: value, name) }
            values.append(value)
          }
          return values.count == 1 ? values[0] : interpreter.tuple(values)
        }
      },
    ] + OperatorModule.rest,
    source: #"""
      class methodcaller:
          def __init__(self, /, *args, **kwargs):
              if not args:
                  raise TypeError('methodcaller needs at least one argument, the method name')
              if not isinstance(args[0], str):
                  raise TypeError('method name must be a string')
              self._given = args, kwargs

          def __call__(self, obj):
              (name, *positional), keywords = self._given
              return getattr(obj, name)(*positional, **keywords)

          def __repr__(self):
              positional, keywords = self._given
              shown = [repr(value) for value in positional] + [f'{key}={value!r}' for key, value in keywords.items()]
              return 'operator.methodcaller(' + ', '.join(shown) + ')'
      """#)

  private static func binary(_ name: String, _ operation: BinaryOperator) -> Member {
    .function(name, "(a, b, /)") { call throws(Unwind) in
      try call.interpreter.binary(operation, call.required(0), call.required(1))
    }
  }

  private static func ordering(_ name: String, _ comparison: Ordering) -> Member {
    .function(name, "(a, b, /)") { call throws(Unwind) in
      try call.interpreter.compare(comparison, call.required(0), call.required(1))
    }
  }

  private static func getter(
    _ call: NativeCall, _ body: @escaping (Object, Interpreter) throws(Unwind) -> Object
  ) -> Object {
    .native(call.interpreter.heap.adopt(GetterObject(body)))
  }
}

/// What `itemgetter` and `attrgetter` give.
private final class GetterObject: NativeObject {
  private var body: ((Object, Interpreter) throws(Unwind) -> Object)?

  init(_ body: @escaping (Object, Interpreter) throws(Unwind) -> Object) {
    self.body = body
    super.init(type: .getter)
  }

  override func releaseReferences() { body = nil }
  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard call.positional.count == 1, call.keywords.isEmpty, let body else {
      throw interpreter.unsupported("an itemgetter or attrgetter of other than one object")
    }
    return try body(call.positional[0], interpreter)
  }
}

extension NativeType {
  fileprivate static let getter = NativeType("itemgetter", module: "operator")
}
