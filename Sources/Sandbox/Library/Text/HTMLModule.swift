/// `html`: escaping, and unescaping as far as the names of entities go that markup itself needs.
extension NativeModule {
  static let html = NativeModule(
    "html", [],
    source: #"""
      _NAMES = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae'}


      def escape(s, quote=True):
          s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
          if quote:
              s = s.replace('"', '&quot;').replace("'", '&#x27;')
          return s


      def unescape(s):
          if '&' not in s:
              return s
          import re
          return re.sub('&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\x0c <&#;]{1,32};?)', _character, s)


      def _character(match):
          text = match.group(1)
          if text[0] == '#':
              digits = text[1:].rstrip(';')
              number = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
              if 32 <= number < 127 or 0xa0 <= number < 0xd800 or 0xe000 <= number < 0xfdd0:
                  return chr(number)
              return _unsupported('html.unescape of this character reference')
          if text[-1] == ';' and text[:-1] in _NAMES:
              return _NAMES[text[:-1]]
          if any(name in text for name in _NAMES) or text.isalnum() or text[:-1].isalnum():
              return _unsupported('html.unescape of this entity')
          return '&' + text
      """#)
}
