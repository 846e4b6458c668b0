/// The encodings of `base64` in other bases.
extension LibrarySource {
  static let base64: LibrarySource = #"""
    import binascii
    import re

    MAXBINSIZE = 57
    MAXLINESIZE = 76
    bytes_types = (bytes,)

    _BASE85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
    _TO_HEX32 = bytes.maketrans(b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', b'0123456789ABCDEFGHIJKLMNOPQRSTUV')


    def _bytes(s):
        if isinstance(s, bytes):
            return s
        if isinstance(s, str):
            try:
                return s.encode('ascii')
            except UnicodeEncodeError:
                raise ValueError('string argument should contain only ASCII characters')
        raise TypeError('argument should be a bytes-like object or ASCII string, not %r' % s.__class__.__name__)


    def b16encode(s):
        return binascii.hexlify(s).upper()


    def b16decode(s, casefold=False):
        s = _bytes(s)
        if casefold:
            s = s.upper()
        for byte in s:
            if byte not in b'0123456789ABCDEF':
                raise binascii.Error('Non-base16 digit found')
        return binascii.unhexlify(s)


    def b32hexencode(s):
        return b32encode(s).translate(_TO_HEX32)


    def encodebytes(s):
        if not isinstance(s, bytes):
            raise TypeError('expected bytes-like object, not ' + s.__class__.__name__)
        return b''.join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


    def decodebytes(s):
        if not isinstance(s, bytes):
            raise TypeError('expected bytes-like object, not ' + s.__class__.__name__)
        return binascii.a2b_base64(s)


    def _words(data):
        padding = -len(data) % 4
        data = data + bytes(padding)
        return [int.from_bytes(data[i:i + 4], 'big') for i in range(0, len(data), 4)], padding


    def _digits(word, alphabet):
        digits = []
        for _ in range(5):
            word, digit = divmod(word, 85)
            digits.append(alphabet[digit])
        return bytes(reversed(digits))


    def b85encode(b, pad=False):
        words, padding = _words(b)
        text = b''.join(_digits(word, _BASE85) for word in words)
        return text[:-padding] if padding and not pad else text


    def b85decode(b):
        b = _bytes(b)
        values = {byte: value for value, byte in enumerate(_BASE85)}
        padding = -len(b) % 5
        b = b + b'~' * padding
        result = []
        for i in range(0, len(b), 5):
            word = 0
            for j in range(i, i + 5):
                if b[j] not in values:
                    raise ValueError('bad base85 character at position %d' % j) from None
                word = word * 85 + values[b[j]]
            if word > 0xFFFFFFFF:
                raise ValueError('base85 overflow in hunk starting at byte %d' % i) from None
            result.append(word.to_bytes(4, 'big'))
        data = b''.join(result)
        return data[:-padding] if padding else data


    def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
        if foldspaces or wrapcol or adobe:
            return _unsupported('base64.a85encode with options')
        words, padding = _words(b)
        alphabet = bytes(range(33, 118))
        parts = [b'z' if word == 0 else _digits(word, alphabet) for word in words]
        if padding and not pad:
            if parts[-1] == b'z':
                parts[-1] = b'!!!!!'
            parts[-1] = parts[-1][:-padding]
        return b''.join(parts)
    """#
}
