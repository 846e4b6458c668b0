/// Types without members of interest.
extension NativeType {
  package static let object: NativeType = NativeType(
    "object", bases: [], isSubclassable: true,
    constructor: NativeFunction("object", "(*args, **kwargs)") { call throws(Unwind) in
      if !call.rest.isEmpty || !call.keywords.isEmpty {
        throw call.raise(.typeError, "object() takes no arguments")
      }
      return .native(call.interpreter.heap.adopt(NativeObject(type: .object)))
    })
  package static let type: NativeType = NativeType(
    "type", constructor: NativeFunction("type", "(*args, **kwargs)", typeOf))
  package static let noneType = NativeType("NoneType")
  package static let ellipsisType = NativeType("ellipsis")
  package static let notImplementedType = NativeType("NotImplementedType")
  package static let function = NativeType("function")
  package static let builtinFunction = NativeType("builtin_function_or_method")
  package static let methodDescriptor = NativeType("method_descriptor")
  package static let wrapperDescriptor = NativeType("wrapper_descriptor", isComplete: false)
  package static let methodWrapper = NativeType("method-wrapper", isComplete: false)
  package static let method: NativeType = NativeType(
    "method",
    constructor: NativeFunction("method", "(function, instance, /)") { call throws(Unwind) in
      guard try call.interpreter.isCallable(call.required(0)) else {
        throw call.raise(.typeError, "first argument must be callable")
      }
      if call.required(1).isNone { throw call.raise(.typeError, "instance must not be None") }
      return .boundMethod(
        call.interpreter.heap.adopt(
          BoundMethod(function: call.required(0), receiver: call.required(1))))
    })
  package static let module = NativeType("module")
  package static let generator = NativeType("generator", members: GeneratorMembers.members)
  package static let iterator = NativeType("iterator")
  package static let listIterator = NativeType("list_iterator")
  package static let listReverseIterator = NativeType("list_reverseiterator")
  package static let tupleIterator = NativeType("tuple_iterator")
  package static let strIterator = NativeType("str_iterator")
  package static let asciiIterator = NativeType("str_ascii_iterator", bases: [.strIterator])
  package static let bytesIterator = NativeType("bytes_iterator")
  package static let rangeIterator = NativeType("range_iterator")
  static let longRangeIterator = NativeType("longrange_iterator")
  package static let setIterator = NativeType("set_iterator")
  package static let dictKeyIterator = NativeType("dict_keyiterator")
  package static let dictValueIterator = NativeType("dict_valueiterator")
  package static let dictItemIterator = NativeType("dict_itemiterator")
  package static let dictReverseKeyIterator = NativeType("dict_reversekeyiterator")
  package static let dictReverseValueIterator = NativeType("dict_reversevalueiterator")
  package static let dictReverseItemIterator = NativeType("dict_reverseitemiterator")
  package static let callableIterator = NativeType("callable_iterator")

  @Sendable private static func typeOf(_ call: NativeCall) throws(Unwind) -> Object {
    if call.rest.count == 3 {
      return try call.interpreter.makeType(
        name: call.rest[0], bases: call.rest[1], namespace: call.rest[2], keywords: call.keywords)
    }
    guard call.rest.count == 1, call.keywords.isEmpty else {
      throw call.raise(.typeError, "type() takes 1 or 3 arguments")
    }
    return call.rest[0].pythonType.object
  }
}
