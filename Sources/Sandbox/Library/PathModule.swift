/// `os.path` (Library Reference, *Common pathname manipulations*), as far as it is about texts: what would look at
/// files or at the working directory is `unsupported`.
extension NativeModule {
  static let osPath = NativeModule(
    "os.path",
    [
      .constant("sep") { _ in .string("/") },
      .constant("altsep") { _ in .none },
      .constant("extsep") { _ in .string(".") },
      .constant("curdir") { _ in .string(".") },
      .constant("pardir") { _ in .string("..") },
      .constant("pathsep") { _ in .string(":") },
      .constant("devnull") { _ in .string("/dev/null") },
      .constant("defpath") { _ in .string("/bin:/usr/bin") },
      .constant("supports_unicode_filenames") { _ in .bool(false) },
    ],
    source: #"""
      def _text(path):
          if isinstance(path, str):
              return path
          if isinstance(path, bytes) or hasattr(path, '__fspath__'):
              return _unsupported('os.path of other than a str')
          raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)


      def normcase(s):
          return _text(s)


      def isabs(s):
          return _text(s).startswith('/')


      def join(a, *p):
          path = _text(a)
          for part in p:
              if not isinstance(part, str):
                  if isinstance(part, bytes):
                      raise TypeError("Can't mix strings and bytes in path components") from None
                  raise TypeError(
                      f'join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}'
                  ) from None
              if part.startswith('/'):
                  path = part
              elif not path or path.endswith('/'):
                  path += part
              else:
                  path += '/' + part
          return path


      def split(p):
          p = _text(p)
          end = p.rfind('/') + 1
          head = p[:end]
          return head.rstrip('/') or head, p[end:]


      def basename(p):
          return split(p)[1]


      def dirname(p):
          return split(p)[0]


      def splitext(p):
          p = _text(p)
          start = p.rfind('/') + 1
          dot = p.rfind('.')
          if dot > start and p[start:dot].strip('.'):
              return p[:dot], p[dot:]
          return p, ''


      def splitdrive(p):
          p = _text(p)
          return '', p


      def commonprefix(m):
          if not m:
              return ''
          if not isinstance(m[0], (list, tuple)):
              m = tuple(map(_text, m))
          low, high = min(m), max(m)
          for index, item in enumerate(low):
              if item != high[index]:
                  return low[:index]
          return low


      def normpath(path):
          path = _text(path)
          if not path:
              return '.'
          slashes = 0
          if path.startswith('/'):
              slashes = 2 if path.startswith('//') and not path.startswith('///') else 1
          parts = []
          for part in path.split('/'):
              if part in ('', '.'):
                  continue
              if part != '..' or (not slashes and not parts) or (parts and parts[-1] == '..'):
                  parts.append(part)
              elif parts:
                  parts.pop()
          return '/' * slashes + '/'.join(parts) or '.'


      def commonpath(paths):
          if not paths:
              raise ValueError('commonpath() arg is an empty sequence')
          paths = tuple(map(_text, paths))
          if len({path.startswith('/') for path in paths}) > 1:
              raise ValueError("Can't mix absolute and relative paths") from None
          parts = [[part for part in path.split('/') if part and part != '.'] for path in paths]
          low, high = min(parts), max(parts)
          common = low
          for index, part in enumerate(low):
              if part != high[index]:
                  common = low[:index]
                  break
          return ('/' if paths[0].startswith('/') else '') + '/'.join(common)


      def abspath(path):
          path = _text(path)
          return normpath(path) if path.startswith('/') else _unsupported('os.path.abspath of a relative path')
      """#)
}
