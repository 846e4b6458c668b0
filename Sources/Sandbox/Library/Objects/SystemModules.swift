/// `sys`, `warnings` and `traceback`: what they tell of the interpreter itself.
extension NativeModule {
  static let sys = NativeModule(
    "sys",
    [
      .constant("maxsize") { _ in .int(.max) },
      .constant("maxunicode") { _ in .int(0x10FFFF) },
      .constant("byteorder") { _ in .string("little") },
      .constant("platform") { _ in .string("linux") },
      .constant("float_repr_style") { _ in .string("short") },
      .constant("dont_write_bytecode") { _ in .bool(false) },
      .function("getdefaultencoding", "()") { _ in .string("utf-8") },
      .function("getfilesystemencoding", "()") { _ in .string("utf-8") },
      .function("getrecursionlimit", "()") { _ in .int(1000) },
      .function("intern", "(string, /)") { call throws(Unwind) in
        guard case .string = call.required(0) else {
          throw call.raise(
            .typeError, "intern() argument must be str, not \(call.required(0).argumentTypeName)")
        }
        return call.required(0)
      },
    ],
    source: #"""
      class _VersionInfo:
          major, minor, micro, releaselevel, serial = 3, 11, 7, 'final', 0
          _fields = (3, 11, 7, 'final', 0)

          def __getitem__(self, index):
              return self._fields[index]

          def __len__(self):
              return 5

          def __iter__(self):
              return iter(self._fields)

          def _tuple(self, other):
              return other._fields if isinstance(other, _VersionInfo) else other

          def __eq__(self, other):
              return self._fields == self._tuple(other)

          def __lt__(self, other):
              return self._fields < self._tuple(other)

          def __le__(self, other):
              return self._fields <= self._tuple(other)

          def __gt__(self, other):
              return self._fields > self._tuple(other)

          def __ge__(self, other):
              return self._fields >= self._tuple(other)

          def __repr__(self):
              return "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)"


      version_info = _VersionInfo()


      def exit(status=None, /):
          raise SystemExit(*(() if status is None else (status,)))
      """#)

  static let warnings = NativeModule(
    "warnings",
    [
      .function("_write", "(text, /)") { call throws(Unwind) in
        try call.interpreter.write(try call.interpreter.str(of: call.required(0)).text)
        return .none
      }
    ],
    source: #"""
      filters = []
      _shown = []


      def warn(message, category=None, stacklevel=1, source=None):
          if isinstance(message, Warning):
              category = message.__class__
          elif category is None:
              category = UserWarning
          if not isinstance(category, type) or not issubclass(category, Warning):
              raise TypeError('category must be a Warning subclass, not ' + repr(type(category).__name__))
          if issubclass(category, DeprecationWarning) or (category, str(message)) in _shown:
              return
          if any(action in ('ignore', 'error') for action in filters):
              if filters[0] == 'error':
                  raise message if isinstance(message, Warning) else category(message)
              return
          _shown.append((category, str(message)))
          _write(f'{category.__name__}: {message}\n')


      def simplefilter(action, category=Warning, lineno=0, append=False):
          if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
              raise AssertionError('invalid action: %r' % (action,))
          if category is not Warning:
              _unsupported('warnings.simplefilter with a category')
          filters.insert(0, action)


      def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
          if action != 'ignore':
              _unsupported('warnings.filterwarnings')


      def resetwarnings():
          filters.clear()
      """#)

  static let traceback = NativeModule(
    "traceback", [],
    source: #"""
      def format_exception_only(exc, /, value=None):
          if value is None:
              value = exc
          if value is None:
              return ['NoneType: None\n']
          kind = type(value)
          name = kind.__qualname__
          if kind.__module__ not in ('builtins', '__main__'):
              name = kind.__module__ + '.' + name
          if isinstance(value, SyntaxError):
              return _unsupported('traceback of a SyntaxError')
          text = str(value)
          return [name + ': ' + text + '\n' if text else name + '\n']
      """#)
}
