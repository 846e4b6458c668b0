/// What of `urllib.parse` puts URLs together.
extension LibrarySource {
  static let urllibParse: LibrarySource = #"""
    scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
    non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
    uses_fragment = ['', 'ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file',
                     'prospero']
    uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp',
                   'snews', 'prospero', 'rtsp', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh',
                   'ws', 'wss']
    uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips',
                   'mms', 'sftp', 'tel']
    uses_query = ['', 'http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtspu', 'sip', 'sips']
    uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                     'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']


    def _texts(parts):
        parts = list(parts)
        for part in parts:
            if part is not None and not isinstance(part, str):
                return _unsupported('urllib.parse on a ' + type(part).__name__)
        return parts


    def urlunsplit(components):
        scheme, netloc, url, query, fragment = _texts(components)
        if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
            if url and url[:1] != '/':
                url = '/' + url
            url = '//' + (netloc or '') + url
        if scheme:
            url = scheme + ':' + url
        if query:
            url += '?' + query
        if fragment:
            url += '#' + fragment
        return url


    def urlunparse(components):
        scheme, netloc, url, params, query, fragment = _texts(components)
        if params:
            url = f'{url};{params}'
        return urlunsplit((scheme, netloc, url, query, fragment))


    def urljoin(base, url, allow_fragments=True):
        if not base:
            return url
        if not url:
            return base
        _texts((base, url))
        first = urlparse(base, '', allow_fragments)
        second = urlparse(url, first.scheme, allow_fragments)
        scheme = second.scheme
        if scheme != first.scheme or scheme not in uses_relative:
            return url
        netloc = second.netloc
        if scheme in uses_netloc:
            if netloc:
                return urlunparse((scheme, netloc, second.path, second.params, second.query, second.fragment))
            netloc = first.netloc
        if not second.path and not second.params:
            return urlunparse((scheme, netloc, first.path, first.params, second.query or first.query,
                               second.fragment))
        segments = second.path.split('/')
        if second.path[:1] != '/':
            start = first.path.split('/')
            if start[-1] != '':
                start.pop()
            segments = start + segments
            segments[1:-1] = [segment for segment in segments[1:-1] if segment]
        path = []
        for segment in segments:
            if segment == '..':
                if path:
                    path.pop()
            elif segment != '.':
                path.append(segment)
        if segments[-1] in ('.', '..'):
            path.append('')
        return urlunparse((scheme, netloc, '/'.join(path) or '/', second.params, second.query, second.fragment))


    def _quoted(value, via, safe):
        if isinstance(value, (str, bytes)):
            return via(value, safe)
        return via(str(value), safe)


    def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=None):
        if encoding is not None or errors is not None:
            return _unsupported('urllib.parse with an encoding')
        via = quote_via or quote_plus
        if hasattr(query, 'items'):
            query = query.items()
        elif len(query) and not isinstance(query[0], tuple):
            raise TypeError('not a valid non-string sequence or mapping object')
        parts = []
        for key, value in query:
            key = _quoted(key, via, safe)
            if not doseq or isinstance(value, (str, bytes)) or not hasattr(value, '__len__'):
                parts.append(key + '=' + _quoted(value, via, safe))
            else:
                for item in value:
                    parts.append(key + '=' + _quoted(item, via, safe))
        return '&'.join(parts)


    def quote_from_bytes(bs, safe='/'):
        if not isinstance(bs, bytes):
            raise TypeError('quote_from_bytes() expected bytes')
        return ''.join(chr(byte) if chr(byte) in safe or _is_plain(byte) else '%%%02X' % byte for byte in bs)


    def _is_plain(byte):
        return byte < 128 and (chr(byte).isalnum() or byte in b'_.-~')


    def unquote_to_bytes(string):
        if isinstance(string, str):
            string = string.encode('utf-8')
        if not string:
            return b''
        parts = string.split(b'%')
        result = [parts[0]]
        for part in parts[1:]:
            digits = part[:2]
            if len(digits) == 2 and all(digit in b'0123456789abcdefABCDEF' for digit in digits):
                result.append(bytes.fromhex(digits.decode()) + part[2:])
            else:
                result.append(b'%' + part)
        return b''.join(result)


    def unwrap(url):
        url = str(url).strip()
        if url[:1] == '<' and url[-1:] == '>':
            url = url[1:-1].strip()
        return url[4:].strip() if url[:4] == 'URL:' else url
    """#
}
