/// `textwrap` (Library Reference, *Text wrapping and filling*).
///
/// A text is cut into chunks that may end a line: runs of white space, words, the parts of words with hyphens, and
/// dashes between words. Lines are then filled with as many chunks as fit.
extension NativeModule {
  static let textwrap = NativeModule(
    "textwrap", [],
    source: #"""
      import re

      _SPACES = '\t\n\x0b\x0c\r '


      def _is_letter(text, index):
          return 0 <= index < len(text) and (
                  text[index] == '_' or text[index].isalnum() and not text[index].isdecimal())


      def _is_word(text, index):
          return 0 <= index < len(text) and (text[index] == '_' or text[index].isalnum())


      def _ends_word(text, index):
          return _is_word(text, index) or (0 <= index < len(text) and text[index] in '!"\'&.,?')


      def _dash_end(text, index):
          """Where a dash between two words ends that begins at an index; 0 if there is none."""
          end = index
          while end < len(text) and text[end] == '-':
              end += 1
          return end if end - index >= 2 and _ends_word(text, index - 1) and _is_word(text, end) else 0


      def _breaks_after_hyphen(text, index):
          before = _is_letter(text, index - 1) and _is_letter(text, index - 2)
          if not before:
              before = _ends_word(text, index - 1) and text[index - 2:index - 1] == '-' and _is_letter(text, index - 3)
          if not before or not _is_letter(text, index + 1):
              return False
          after = index + 2
          if text[after:after + 1] == '-':
              after += 1
          return _is_letter(text, after)


      def _chunks(text, with_hyphens):
          chunks = []
          start = 0
          while start < len(text):
              end = start
              if text[start] in _SPACES:
                  while end < len(text) and text[end] in _SPACES:
                      end += 1
              elif with_hyphens and _dash_end(text, start):
                  end = _dash_end(text, start)
              else:
                  end += 1
                  while end < len(text) and text[end] not in _SPACES:
                      if with_hyphens and text[end] == '-':
                          if _breaks_after_hyphen(text, end):
                              end += 1
                              break
                          if _dash_end(text, end):
                              break
                      end += 1
              chunks.append(text[start:end])
              start = end
          return chunks


      class TextWrapper:
          def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                       replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                       drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                       placeholder=' [...]'):
              self.width = width
              self.initial_indent = initial_indent
              self.subsequent_indent = subsequent_indent
              self.expand_tabs = expand_tabs
              self.replace_whitespace = replace_whitespace
              self.fix_sentence_endings = fix_sentence_endings
              self.break_long_words = break_long_words
              self.drop_whitespace = drop_whitespace
              self.break_on_hyphens = break_on_hyphens
              self.tabsize = tabsize
              self.max_lines = max_lines
              self.placeholder = placeholder

          def _prepared(self, text):
              if self.expand_tabs:
                  text = text.expandtabs(self.tabsize)
              if self.replace_whitespace:
                  text = text.translate({ord(space): ' ' for space in _SPACES})
              chunks = _chunks(text, self.break_on_hyphens)
              if self.fix_sentence_endings:
                  for index in range(1, len(chunks)):
                      if chunks[index] == ' ' and re.search('[a-z][.!?]["\']?\\Z', chunks[index - 1]):
                          chunks[index] = '  '
              return chunks

          def _take_long(self, rest, line, room):
              """Moves what fits of a chunk that is too long for any line."""
              if not self.break_long_words:
                  if not line:
                      line.append(rest.pop(0))
                  return
              end = room
              chunk = rest[0]
              if self.break_on_hyphens and len(chunk) > room:
                  hyphen = chunk.rfind('-', 0, room)
                  if hyphen > 0 and chunk[:hyphen].strip('-'):
                      end = hyphen + 1
              line.append(chunk[:end])
              rest[0] = chunk[end:]

          def _shortened(self, lines, line, indent, width):
              """Ends the last line that is allowed with the placeholder."""
              length = sum(map(len, line))
              while line:
                  if line[-1].strip() and length + len(self.placeholder) <= width:
                      line.append(self.placeholder)
                      lines.append(indent + ''.join(line))
                      return
                  length -= len(line.pop())
              if lines:
                  last = lines[-1].rstrip()
                  if len(last) + len(self.placeholder) <= self.width:
                      lines[-1] = last + self.placeholder
                      return
              lines.append(indent + self.placeholder.lstrip())

          def wrap(self, text):
              rest = self._prepared(text)
              if self.width <= 0:
                  raise ValueError("invalid width %r (must be > 0)" % self.width)
              if self.max_lines is not None:
                  indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
                  if len(indent) + len(self.placeholder.lstrip()) > self.width:
                      raise ValueError("placeholder too large for max width")
              lines = []
              while rest:
                  indent = self.subsequent_indent if lines else self.initial_indent
                  width = self.width - len(indent)
                  if self.drop_whitespace and lines and not rest[0].strip():
                      rest.pop(0)
                  line = []
                  length = 0
                  while rest and length + len(rest[0]) <= width:
                      length += len(rest[0])
                      line.append(rest.pop(0))
                  if rest and len(rest[0]) > width:
                      self._take_long(rest, line, 1 if width < 1 else width - length)
                      length = sum(map(len, line))
                  if self.drop_whitespace and line and not line[-1].strip():
                      length -= len(line.pop())
                  if not line:
                      continue
                  is_last = not rest or (self.drop_whitespace and len(rest) == 1 and not rest[0].strip())
                  if self.max_lines is None or len(lines) + 1 < self.max_lines or (is_last and length <= width):
                      lines.append(indent + ''.join(line))
                  else:
                      self._shortened(lines, line, indent, width)
                      break
              return lines

          def fill(self, text):
              return '\n'.join(self.wrap(text))


      def wrap(text, width=70, **kwargs):
          return TextWrapper(width=width, **kwargs).wrap(text)


      def fill(text, width=70, **kwargs):
          return TextWrapper(width=width, **kwargs).fill(text)


      def shorten(text, width, **kwargs):
          return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


      def dedent(text):
          text = re.sub('^[ \t]+$', '', text, flags=re.MULTILINE)
          margin = None
          for indent in re.findall('^([ \t]*)[^ \t\n]', text, re.MULTILINE):
              if margin is None:
                  margin = indent
              length = 0
              while length < min(len(margin), len(indent)) and margin[length] == indent[length]:
                  length += 1
              margin = margin[:length]
          if margin:
              text = re.sub('^' + margin, '', text, flags=re.MULTILINE)
          return text


      def indent(text, prefix, predicate=None):
          if predicate is None:
              predicate = str.strip
          return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
      """#)
}
