/// Which attributes the objects of CPython 3.11's built-in types have: `dir(T)` for each, generated once.
///
/// Reading one that the tables of `Types/` lack is `unsupported`; reading one that CPython lacks too is an
/// `AttributeError`, as there.
enum NativeAttributes {
  /// Whether CPython's type has the attribute; `nil` for a type that isn't listed.
  static func isDefined(_ name: String, on type: NativeType) -> Bool? {
    if common.contains(name) { return true }
    return byType[type.name].map { $0.contains(name) }
  }

  /// What `dir(T)` has without underscores; `nil` for a type that isn't listed.
  static func publicNames(of type: NativeType) -> Set<String>? {
    type.module == nil ? byType[type.name]?.filter { !$0.hasPrefix("_") } : nil
  }

  /// Whether the type has the attribute besides what `object` has.
  static func isOwn(_ name: String, of type: NativeType) -> Bool {
    byType[type.name]?.contains(name) == true || overridden[type.name]?.contains(name) == true
      || type.isException && type === NativeType.baseException && exceptionOverrides.contains(name)
  }

  /// Attributes of `object` that built-in types have anew.
  private static let overridden: [String: Set<String>] = {
    let compared: Set<String> = [
      "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__repr__", "__new__",
      "__getattribute__",
    ]
    return [
      "dict": compared.union(["__init__"]), "list": compared.union(["__init__"]),
      "set": compared.union(["__init__"]), "frozenset": compared, "tuple": compared,
      "str": compared.union(["__str__", "__format__"]), "int": compared.union(["__format__"]),
      "float": compared.union(["__format__"]), "bytes": compared.union(["__str__"]),
      "bytearray": compared.union(["__init__", "__str__"]), "range": compared, "slice": compared,
      "dict_keys": compared, "dict_items": compared,
    ]
  }()

  private static let exceptionOverrides: Set<String> = [
    "__init__", "__new__", "__repr__", "__str__", "__getattribute__", "__setattr__", "__delattr__",
  ]

  /// Whether it is an exception, all of which have what `BaseException` has.
  static func isException(_ type: NativeType, with name: String) -> Bool {
    type.resolutionOrder.contains { $0.name == "BaseException" }
      && byType["BaseException"]?.contains(name) == true
  }

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  /// `dir(object)`.
  fileprivate static let common = names(
    """
    __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ \
    __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ \
    __repr__ __setattr__ __sizeof__ __str__ __subclasshook__
    """)

  /// What `dir(T)` has beyond it.
  fileprivate static let byType: [String: Set<String>] = [
    "Callable": names(
      """
      __abstractmethods__ __call__ __class_getitem__ __module__ __slots__ _abc_impl
      """),
    "Collection": names(
      """
      __abstractmethods__ __class_getitem__ __contains__ __iter__ __len__ __module__ __slots__ _abc_impl
      """),
    "Container": names(
      """
      __abstractmethods__ __class_getitem__ __contains__ __module__ __slots__ _abc_impl
      """),
    "Generator": names(
      """
      __abstractmethods__ __class_getitem__ __iter__ __module__ __next__ __slots__ _abc_impl close send \
      throw
      """),
    "Hashable": names(
      """
      __abstractmethods__ __module__ __slots__ _abc_impl
      """),
    "Iterable": names(
      """
      __abstractmethods__ __class_getitem__ __iter__ __module__ __slots__ _abc_impl
      """),
    "Iterator": names(
      """
      __abstractmethods__ __class_getitem__ __iter__ __module__ __next__ __slots__ _abc_impl
      """),
    "Mapping": names(
      """
      __abstractmethods__ __class_getitem__ __contains__ __getitem__ __iter__ __len__ __module__ \
      __reversed__ __slots__ _abc_impl get items keys values
      """),
    "MutableMapping": names(
      """
      _MutableMapping__marker __abstractmethods__ __class_getitem__ __contains__ __delitem__ __getitem__ \
      __iter__ __len__ __module__ __reversed__ __setitem__ __slots__ _abc_impl clear get items keys pop \
      popitem setdefault update values
      """),
    "MutableSequence": names(
      """
      __abstractmethods__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __iter__ \
      __len__ __module__ __reversed__ __setitem__ __slots__ _abc_impl append clear count extend index \
      insert pop remove reverse
      """),
    "MutableSet": names(
      """
      __abstractmethods__ __and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ \
      __ixor__ __len__ __module__ __or__ __rand__ __ror__ __rsub__ __rxor__ __slots__ __sub__ __xor__ \
      _abc_impl _from_iterable _hash add clear discard isdisjoint pop remove
      """),
    "Reversible": names(
      """
      __abstractmethods__ __class_getitem__ __iter__ __module__ __reversed__ __slots__ _abc_impl
      """),
    "Sequence": names(
      """
      __abstractmethods__ __class_getitem__ __contains__ __getitem__ __iter__ __len__ __module__ \
      __reversed__ __slots__ _abc_impl count index
      """),
    "Set": names(
      """
      __abstractmethods__ __and__ __class_getitem__ __contains__ __iter__ __len__ __module__ __or__ \
      __rand__ __ror__ __rsub__ __rxor__ __slots__ __sub__ __xor__ _abc_impl _from_iterable _hash \
      isdisjoint
      """),
    "Sized": names(
      """
      __abstractmethods__ __len__ __module__ __slots__ _abc_impl
      """),
    "BaseException": names(
      """
      __cause__ __context__ __dict__ __setstate__ __suppress_context__ __traceback__ add_note args \
      with_traceback
      """),
    "NoneType": names(
      """
      __bool__
      """),
    "NotImplementedType": names(
      """
      __bool__
      """),
    "bool": names(
      """
      __abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ \
      __getnewargs__ __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ \
      __pow__ __radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ \
      __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ \
      __trunc__ __xor__ as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag \
      numerator real to_bytes
      """),
    "builtin_function_or_method": names(
      """
      __call__ __module__ __name__ __qualname__ __self__ __text_signature__
      """),
    "bytearray": names(
      """
      __add__ __alloc__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ __mod__ \
      __mul__ __rmod__ __rmul__ __setitem__ append capitalize center clear copy count decode endswith \
      expandtabs extend find fromhex hex index insert isalnum isalpha isascii isdigit islower isspace \
      istitle isupper join ljust lower lstrip maketrans partition pop remove removeprefix removesuffix \
      replace reverse rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip \
      swapcase title translate upper zfill
      """),
    "bytearray_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "bytes": names(
      """
      __add__ __bytes__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ \
      __rmod__ __rmul__ capitalize center count decode endswith expandtabs find fromhex hex index \
      isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip \
      maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit \
      rstrip split splitlines startswith strip swapcase title translate upper zfill
      """),
    "bytes_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "callable_iterator": names(
      """
      __iter__ __next__
      """),
    "classmethod": names(
      """
      __dict__ __func__ __get__ __isabstractmethod__ __wrapped__
      """),
    "dict": names(
      """
      __class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ \
      __reversed__ __ror__ __setitem__ clear copy fromkeys get items keys pop popitem setdefault \
      update values
      """),
    "dict_itemiterator": names(
      """
      __iter__ __length_hint__ __next__
      """),
    "dict_items": names(
      """
      __and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ __rxor__ \
      __sub__ __xor__ isdisjoint mapping
      """),
    "dict_keyiterator": names(
      """
      __iter__ __length_hint__ __next__
      """),
    "dict_keys": names(
      """
      __and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ __rxor__ \
      __sub__ __xor__ isdisjoint mapping
      """),
    "dict_valueiterator": names(
      """
      __iter__ __length_hint__ __next__
      """),
    "dict_values": names(
      """
      __iter__ __len__ __reversed__ mapping
      """),
    "ellipsis": [],
    "enumerate": names(
      """
      __class_getitem__ __iter__ __next__
      """),
    "filter": names(
      """
      __iter__ __next__
      """),
    "float": names(
      """
      __abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getformat__ \
      __getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rdivmod__ \
      __rfloordiv__ __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ \
      __trunc__ as_integer_ratio conjugate fromhex hex imag is_integer real
      """),
    "frozenset": names(
      """
      __and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ \
      __rxor__ __sub__ __xor__ copy difference intersection isdisjoint issubset issuperset \
      symmetric_difference union
      """),
    "function": names(
      """
      __annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ __dict__ __get__ \
      __globals__ __kwdefaults__ __module__ __name__ __qualname__
      """),
    "generator": names(
      """
      __del__ __iter__ __name__ __next__ __qualname__ close gi_code gi_frame gi_running gi_suspended \
      gi_yieldfrom send throw
      """),
    "int": names(
      """
      __abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ \
      __getnewargs__ __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ \
      __pow__ __radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ \
      __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ \
      __trunc__ __xor__ as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag \
      numerator real to_bytes
      """),
    "iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "list": names(
      """
      __add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ \
      __len__ __mul__ __reversed__ __rmul__ __setitem__ append clear copy count extend index insert \
      pop remove reverse sort
      """),
    "list_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "list_reverseiterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "map": names(
      """
      __iter__ __next__
      """),
    "method": names(
      """
      __call__ __func__ __self__
      """),
    "method_descriptor": names(
      """
      __call__ __get__ __name__ __objclass__ __qualname__ __text_signature__
      """),
    "module": names(
      """
      __annotations__ __dict__
      """),
    "object": [],
    "property": names(
      """
      __delete__ __get__ __isabstractmethod__ __set__ __set_name__ deleter fdel fget fset getter \
      setter
      """),
    "range": names(
      """
      __bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ count index start step stop
      """),
    "range_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "reversed": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "set": names(
      """
      __and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ \
      __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ add clear copy difference \
      difference_update discard intersection intersection_update isdisjoint issubset issuperset pop \
      remove symmetric_difference symmetric_difference_update union update
      """),
    "set_iterator": names(
      """
      __iter__ __length_hint__ __next__
      """),
    "slice": names(
      """
      indices start step stop
      """),
    "staticmethod": names(
      """
      __call__ __dict__ __func__ __get__ __isabstractmethod__ __wrapped__
      """),
    "str": names(
      """
      __add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ \
      __rmul__ capitalize casefold center count encode endswith expandtabs find format format_map \
      index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable \
      isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix \
      replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase \
      title translate upper zfill
      """),
    "str_ascii_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "str_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "super": names(
      """
      __get__ __self__ __self_class__ __thisclass__
      """),
    "tuple": names(
      """
      __add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mul__ \
      __rmul__ count index
      """),
    "tuple_iterator": names(
      """
      __iter__ __length_hint__ __next__ __setstate__
      """),
    "type": names(
      """
      __abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ __call__ __dict__ \
      __dictoffset__ __flags__ __instancecheck__ __itemsize__ __module__ __mro__ __name__ __or__ \
      __prepare__ __qualname__ __ror__ __subclasscheck__ __subclasses__ __text_signature__ \
      __weakrefoffset__ mro
      """),
    "zip": names(
      """
      __iter__ __next__ __setstate__
      """),
  ]
}

extension NativeAttributes {
  /// What `dir(T)` has for a type itself, leaving out its bases; `nil` if that isn't known.
  static func names(of type: NativeType) -> Set<String>? {
    if type === NativeType.object { return common }
    if type.isException {
      if type === NativeType.baseException { return byType["BaseException"] }
      return type.members.isEmpty ? [] : nil
    }
    return byType[type.name]
  }
}
