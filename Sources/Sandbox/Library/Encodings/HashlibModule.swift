/// `hashlib` and `hmac` (Library Reference, *Cryptographic Services*), with MD5, SHA-1 and SHA-2.
extension NativeModule {
  static let hashlib = NativeModule(
    "hashlib",
    Digest.Algorithm.allCases.map { algorithm in
      .function(algorithm.rawValue, "(string=b'', *, usedforsecurity=True)") { call throws(Unwind) in
        try DigestObject.make(algorithm, call[0], call)
      }
    } + [
      .function("new", "def(name, data=b'', **kwargs)") { call throws(Unwind) in
        guard case .string(let name) = call.required(0) else {
          throw call.raise(
            .typeError, "new() argument 'name' must be str, not \(call.required(0).argumentTypeName)")
        }
        guard let algorithm = Digest.Algorithm(rawValue: name.text.lowercased()) else {
          throw call.interpreter.unsupported("hashlib.new(\(StringText.repr(name).text))")
        }
        return try DigestObject.make(algorithm, call[1], call)
      }
    ])

  static let hmac = NativeModule(
    "hmac", [],
    source: #"""
      digest_size = None


      class HMAC:
          blocksize = 64

          def __init__(self, key, msg=None, digestmod=''):
              if not isinstance(key, bytes):
                  raise TypeError('key: expected bytes or bytearray, but got %r' % type(key).__name__)
              if not digestmod:
                  raise TypeError("Missing required parameter 'digestmod'.")
              import hashlib
              self._make = (lambda data=b'': hashlib.new(digestmod, data)) if isinstance(digestmod, str) else digestmod
              self._inner = self._make()
              self._outer = self._make()
              self.digest_size = self._inner.digest_size
              self.block_size = self._inner.block_size
              if len(key) > self.block_size:
                  key = self._make(key).digest()
              key = key + bytes(self.block_size - len(key))
              self._inner.update(bytes(byte ^ 0x36 for byte in key))
              self._outer.update(bytes(byte ^ 0x5C for byte in key))
              if msg is not None:
                  self.update(msg)

          @property
          def name(self):
              return 'hmac-' + self._inner.name

          def update(self, msg):
              self._inner.update(msg)

          def copy(self):
              return _unsupported('HMAC.copy')

          def _finished(self):
              outer = self._outer.copy()
              outer.update(self._inner.digest())
              return outer

          def digest(self):
              return self._finished().digest()

          def hexdigest(self):
              return self._finished().hexdigest()


      def new(key, msg=None, digestmod=''):
          return HMAC(key, msg, digestmod)


      def digest(key, msg, digest):
          return HMAC(key, msg, digest).digest()


      def compare_digest(a, b, /):
          if isinstance(a, str) and isinstance(b, str):
              if not a.isascii() or not b.isascii():
                  raise TypeError('comparing strings with non-ASCII characters is not supported')
              return a == b
          if isinstance(a, bytes) and isinstance(b, bytes):
              return a == b
          raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % (
              type(a).__name__, type(b).__name__))
      """#)
}

/// What `hashlib.sha256()` gives.
private final class DigestObject: NativeObject {
  private var digest: Digest

  private init(_ digest: Digest) {
    self.digest = digest
    super.init(type: .digest)
  }

  static func make(_ algorithm: Digest.Algorithm, _ data: Object?, _ call: NativeCall) throws(Unwind)
    -> Object
  {
    let object = call.interpreter.heap.adopt(DigestObject(Digest(algorithm)))
    if let data { try object.update(data, call) }
    return .native(object)
  }

  private func update(_ data: Object, _ call: NativeCall) throws(Unwind) {
    switch data {
    case .bytes(let bytes):
      try call.interpreter.charge(work: bytes.bytes.count * 64)
      digest.update(bytes.bytes)
    case .string: throw call.raise(.typeError, "Strings must be encoded before hashing")
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    default: throw call.raise(.typeError, "object supporting the buffer API required")
    }
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> DigestObject {
    if case .native(let native) = object, let digest = native as? DigestObject { return digest }
    throw interpreter.unsupported("a member of a hash on \(object.typeName)")
  }

  static let members: [Member] = [
    .method("update", "(obj, /)") { call throws(Unwind) in
      try of(call.receiver, call.interpreter).update(call.required(0), call)
      return .none
    },
    .method("digest", "()") { call throws(Unwind) in
      try call.interpreter.charge(work: 16384)
      return try call.interpreter.bytes(try of(call.receiver, call.interpreter).digest.bytes)
    },
    .method("hexdigest", "()") { call throws(Unwind) in
      try call.interpreter.charge(work: 16384)
      let text = Hexadecimal.encode(try of(call.receiver, call.interpreter).digest.bytes)
      return try call.interpreter.string(PyString(utf8: text))
    },
    .method("copy", "()") { call throws(Unwind) in
      let digest = try of(call.receiver, call.interpreter).digest
      return .native(call.interpreter.heap.adopt(DigestObject(digest)))
    },
    .property("name") { object, interpreter throws(Unwind) in
      .string(try of(object, interpreter).digest.algorithm.rawValue)
    },
    .property("digest_size") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).digest.algorithm.digestBytes)
    },
    .property("block_size") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).digest.algorithm.blockBytes)
    },
  ]
}

extension NativeType {
  fileprivate static let digest = NativeType("HASH", module: "_hashlib", members: DigestObject.members)
}
