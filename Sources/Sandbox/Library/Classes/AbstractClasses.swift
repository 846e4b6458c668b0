/// `abc` (Library Reference, *Abstract Base Classes*).
extension NativeModule {
  static let abstractClasses = NativeModule(
    "abc",
    [
      .type("ABC", .abc), .type("ABCMeta", .abcMeta),
      .function("abstractmethod", "def(funcobj)") { call throws(Unwind) in
        switch call.required(0) {
        case .function(let function): function.attributes["__isabstractmethod__"] = .bool(true)
        case .native(let object) where !object.wrappedFunctions.isEmpty:
          // Setting the mark on a property fails in CPython too.
          throw call.raise(
            .attributeError,
            "attribute '__isabstractmethod__' of '\(object.type.name)' objects is not writable")
        default: throw call.interpreter.unsupported("abstractmethod of a \(call.required(0).typeName)")
        }
        return call.required(0)
      },
      .function("abstractproperty", "def(fget=None, fset=None, fdel=None, doc=None)") { call throws(Unwind) in
        throw call.interpreter.unsupported("abc.abstractproperty")
      },
    ])
}

extension NativeType {
  static let abcMeta: NativeType = NativeType("ABCMeta", module: "abc", bases: [.type], isComplete: false)
  static let abc: NativeType = NativeType(
    "ABC", module: "abc", isSubclassable: true, isMixin: true, metatype: { .abcMeta },
    isComplete: true)

  /// The methods that an abstract class of the library leaves to the classes derived from it.
  var abstractNames: [String] {
    guard module == "collections.abc" else { return [] }
    return switch name {
    case "Callable": ["__call__"]
    case "Collection": ["__contains__", "__iter__", "__len__"]
    case "Container": ["__contains__"]
    case "Hashable": ["__hash__"]
    case "Iterable": ["__iter__"]
    case "Iterator": ["__next__"]
    case "Reversible": ["__iter__", "__reversed__"]
    case "Sized": ["__len__"]
    case "Mapping", "Sequence":
      name == "Mapping" ? ["__getitem__", "__iter__", "__len__"] : ["__getitem__", "__len__"]
    case "MutableMapping": ["__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__"]
    case "MutableSequence": ["__delitem__", "__getitem__", "__len__", "__setitem__", "insert"]
    case "Set": ["__contains__", "__iter__", "__len__"]
    case "MutableSet": ["__contains__", "__iter__", "__len__", "add", "discard"]
    default: []
    }
  }
}
