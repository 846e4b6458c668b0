/// `string` (Library Reference, *Common string operations*).
extension NativeModule {
  static let string = NativeModule(
    "string",
    [
      constant("ascii_lowercase", "abcdefghijklmnopqrstuvwxyz"),
      constant("ascii_uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      constant("ascii_letters", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
      constant("digits", "0123456789"),
      constant("hexdigits", "0123456789abcdefABCDEF"),
      constant("octdigits", "01234567"),
      constant("punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
      constant("whitespace", " \t\n\r\u{B}\u{C}"),
      constant(
        "printable",
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u{B}\u{C}"
      ),
    ],
    source: #"""
      import re as _re


      def capwords(s, sep=None):
          return (sep or ' ').join(word.capitalize() for word in s.split(sep))


      class Template:
          delimiter = '$'
          idpattern = '(?a:[_a-z][_a-z0-9]*)'
          braceidpattern = None
          flags = _re.IGNORECASE

          def __init__(self, template):
              self.template = template

          def _pattern(self):
              mark = _re.escape(self.delimiter)
              name = self.idpattern
              braced = self.braceidpattern or name
              return _re.compile(
                  f'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))',
                  self.flags)

          def _refuse(self, match):
              before = self.template[:match.start('invalid')].splitlines(keepends=True)
              if before:
                  column = match.start('invalid') - len(''.join(before[:-1]))
                  line = len(before)
              else:
                  column = line = 1
              raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

          def _filled(self, mapping, is_safe):
              def value(match):
                  name = match.group('named') or match.group('braced')
                  if name is not None:
                      if not is_safe:
                          return str(mapping[name])
                      try:
                          return str(mapping[name])
                      except KeyError:
                          return match.group()
                  if match.group('escaped') is not None:
                      return self.delimiter
                  if is_safe:
                      return match.group()
                  self._refuse(match)
              return self._pattern().sub(value, self.template)

          def substitute(self, mapping={}, /, **kws):
              return self._filled({**mapping, **kws} if kws else mapping, False)

          def safe_substitute(self, mapping={}, /, **kws):
              return self._filled({**mapping, **kws} if kws else mapping, True)

          def is_valid(self):
              return all(match.group('invalid') is None for match in self._pattern().finditer(self.template))

          def get_identifiers(self):
              names = []
              for match in self._pattern().finditer(self.template):
                  name = match.group('named') or match.group('braced')
                  if name is not None and name not in names:
                      names.append(name)
              return names
      """#)

  private static func constant(_ name: String, _ value: String) -> Member {
    .constant(name) { _ in .string(value) }
  }
}
