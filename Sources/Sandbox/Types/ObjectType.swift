/// What every object inherits from `object`.
enum ObjectMembers {
  static let members: [Member] = [
    .method("__init__", "(*args, **kwargs)") { call throws(Unwind) in
      if case .exception(let exception) = call.receiver {
        exception.arguments = call.rest
        return .none
      }
      guard case .instance(let instance) = call.receiver else {
        throw call.interpreter.unsupported("\(call.receiver.typeName).__init__")
      }
      if call.rest.isEmpty && call.keywords.isEmpty { return .none }
      // An override of `__init__` must not pass on what `object` doesn't take.
      if instance.classObject.userAttribute("__init__") != nil {
        throw call.raise(
          .typeError,
          "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      throw call.raise(
        .typeError,
        "\(instance.classObject.name).__init__() takes exactly one argument (the instance to initialize)")
    },
    .method("__eq__", "(value, /)") { call throws(Unwind) in
      switch call.receiver {
      case .instance, .exception:
        return call.receiver.identity == call.required(0).identity ? .bool(true) : .notImplemented
      default: return .bool(try call.interpreter.equals(call.receiver, call.required(0)))
      }
    },
    .method("__repr__", "()") { call throws(Unwind) in
      if case .instance(let instance) = call.receiver {
        return .string(
          Interpreter.address(
            "\(instance.classObject.moduleName).\(instance.classObject.qualifiedName) object"))
      }
      return .string(try call.interpreter.repr(of: call.receiver))
    },
    .method("__str__", "()") { call throws(Unwind) in
      if case .instance = call.receiver { return .string(try call.interpreter.repr(of: call.receiver)) }
      return .string(try call.interpreter.str(of: call.receiver))
    },
    .method("__setattr__", "(name, value, /)") { call throws(Unwind) in
      throw call.interpreter.unsupported("__setattr__")
    },
  ]
}
