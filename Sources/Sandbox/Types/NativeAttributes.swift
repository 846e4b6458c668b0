/// Which special attributes CPython's built-in types have, beyond those in the tables: reading one is
/// `unsupported`, where reading an unknown one is an `AttributeError`.
enum NativeAttributes {
  /// On every object.
  private static let common: Set<String> = [
    "__class__", "__delattr__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__", "__getattribute__",
    "__getstate__", "__gt__", "__hash__", "__init__", "__init_subclass__", "__le__", "__lt__", "__ne__",
    "__new__", "__reduce__", "__reduce_ex__", "__repr__", "__setattr__", "__sizeof__", "__str__",
    "__subclasshook__",
  ]

  private static let number: Set<String> = [
    "__abs__", "__add__", "__bool__", "__divmod__", "__float__", "__floordiv__", "__getnewargs__", "__int__",
    "__mod__", "__mul__", "__neg__", "__pos__", "__pow__", "__radd__", "__rdivmod__", "__rfloordiv__",
    "__rmod__", "__rmul__", "__round__", "__rpow__", "__rsub__", "__rtruediv__", "__sub__", "__truediv__",
    "__trunc__", "__ceil__", "__floor__",
  ]

  private static let integer: Set<String> = number.union([
    "__and__", "__index__", "__invert__", "__lshift__", "__or__", "__rand__", "__rlshift__", "__ror__",
    "__rrshift__", "__rshift__", "__rxor__", "__xor__",
  ])

  private static let sequence: Set<String> = [
    "__add__", "__contains__", "__getitem__", "__getnewargs__", "__iter__", "__len__", "__mul__", "__rmul__",
    "__mod__", "__rmod__", "__bytes__", "__class_getitem__",
  ]

  private static let mutable: Set<String> = [
    "__contains__", "__delitem__", "__getitem__", "__iadd__", "__imul__", "__iter__", "__len__",
    "__reversed__", "__setitem__", "__add__", "__mul__", "__rmul__", "__class_getitem__", "__ior__", "__or__",
    "__ror__",
  ]

  private static let set: Set<String> = [
    "__and__", "__class_getitem__", "__contains__", "__iand__", "__ior__", "__isub__", "__iter__", "__ixor__",
    "__len__", "__or__", "__rand__", "__ror__", "__rsub__", "__rxor__", "__sub__", "__xor__",
  ]

  static func isDefined(_ name: String, on type: NativeType) -> Bool {
    if common.contains(name) { return true }
    switch type.name {
    case "int", "bool": return integer.contains(name)
    case "float": return number.contains(name)
    case "str", "tuple", "bytes", "range": return sequence.contains(name)
    case "list", "dict": return mutable.contains(name)
    case "set", "frozenset", "dict_keys", "dict_items", "dict_values": return set.contains(name)
    case "NoneType": return name == "__bool__"
    case "object", "slice", "ellipsis", "NotImplementedType", "super": return false
    case "generator", "iterator", "list_iterator", "list_reverseiterator", "tuple_iterator", "str_iterator",
      "str_ascii_iterator",
      "bytes_iterator", "range_iterator", "set_iterator", "dict_keyiterator", "dict_valueiterator",
      "dict_itemiterator", "callable_iterator", "enumerate", "filter", "map", "reversed", "zip":
      return name == "__iter__" || name == "__next__" || (type === NativeType.generator && name == "__del__")
    case "function", "builtin_function_or_method", "method", "method_descriptor", "type":
      return !["__iter__", "__len__", "__getitem__", "__contains__", "__next__"].contains(name)
    case "property", "staticmethod", "classmethod":
      return !["__iter__", "__len__", "__getitem__", "__contains__", "__next__", "__call__"].contains(name)
        || (name == "__call__" && type === NativeType.staticmethod)
    // For all other types any special name may exist.
    default: return true
    }
  }
}
