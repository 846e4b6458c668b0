/// What of `shlex` makes texts safe for a shell.
extension LibrarySource {
  static let shlex: LibrarySource = #"""
    import re

    _UNSAFE = re.compile('[^A-Za-z0-9_@%+=:,./-]')


    def quote(s):
        if not s:
            return "''"
        if _UNSAFE.search(s) is None:
            return s
        return "'" + s.replace("'", "'\"'\"'") + "'"


    def join(split_command):
        return ' '.join(quote(word) for word in split_command)
    """#
}
