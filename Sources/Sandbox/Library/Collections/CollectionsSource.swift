/// What `collections` has written in Python.
extension LibrarySource {
  static let collections: LibrarySource = #"""
    _MISSING = object()


    class ChainMap:
        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            for mapping in self.maps:
                if key in mapping:
                    return mapping[key]
            return self.__missing__(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def _merged(self):
            merged = {}
            for mapping in reversed(self.maps):
                merged.update(dict.fromkeys(mapping))
            return merged

        def __len__(self):
            return len(self._merged())

        def __iter__(self):
            return iter(self._merged())

        def __contains__(self, key):
            return any(key in mapping for mapping in self.maps)

        def __bool__(self):
            return any(self.maps)

        def __repr__(self):
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

        def __eq__(self, other):
            if isinstance(other, (dict, ChainMap, UserDict)):
                return dict(self.items()) == dict(other.items())
            return NotImplemented

        __hash__ = None

        def keys(self):
            return {key: None for key in self}.keys()

        def values(self):
            return {key: self[key] for key in self}.values()

        def items(self):
            return {key: self[key] for key in self}.items()

        def copy(self):
            return self.__class__(self.maps[0].copy(), *self.maps[1:])

        def new_child(self, m=None, **kwargs):
            if m is None:
                m = kwargs
            elif kwargs:
                m.update(kwargs)
            return self.__class__(m, *self.maps)

        @property
        def parents(self):
            return self.__class__(*self.maps[1:])

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            try:
                del self.maps[0][key]
            except KeyError:
                raise KeyError(f'Key not found in the first mapping: {key!r}')

        def popitem(self):
            try:
                return self.maps[0].popitem()
            except KeyError:
                raise KeyError('No keys found in the first mapping.')

        def pop(self, key, *args):
            try:
                return self.maps[0].pop(key, *args)
            except KeyError:
                raise KeyError(f'Key not found in the first mapping: {key!r}')

        def clear(self):
            self.maps[0].clear()

        def setdefault(self, key, default=None):
            if key in self:
                return self[key]
            self[key] = default
            return default

        def update(self, other=(), /, **kwds):
            for key, value in dict(other, **kwds).items():
                self[key] = value


    class UserDict:
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            if dict is not None:
                self.update(dict)
            if kwargs:
                self.update(kwargs)

        def __len__(self):
            return len(self.data)

        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(self.__class__, '__missing__'):
                return self.__class__.__missing__(self, key)
            raise KeyError(key)

        def __setitem__(self, key, item):
            self.data[key] = item

        def __delitem__(self, key):
            del self.data[key]

        def __iter__(self):
            return iter(self.data)

        def __contains__(self, key):
            return key in self.data

        def get(self, key, default=None):
            return self[key] if key in self else default

        def keys(self):
            return {key: None for key in self}.keys()

        def values(self):
            return {key: self[key] for key in self}.values()

        def items(self):
            return {key: self[key] for key in self}.items()

        def __eq__(self, other):
            if isinstance(other, (dict, ChainMap, UserDict)):
                return dict(self.items()) == dict(other.items())
            return NotImplemented

        __hash__ = None

        def __repr__(self):
            return repr(self.data)

        def __or__(self, other):
            if isinstance(other, UserDict):
                return self.__class__(self.data | other.data)
            if isinstance(other, dict):
                return self.__class__(self.data | other)
            return NotImplemented

        def __ror__(self, other):
            if isinstance(other, dict):
                return self.__class__(other | self.data)
            return NotImplemented

        def copy(self):
            return self.__class__(self.data)

        @classmethod
        def fromkeys(cls, iterable, value=None):
            made = cls()
            for key in iterable:
                made[key] = value
            return made

        def pop(self, key, default=_MISSING):
            try:
                value = self[key]
            except KeyError:
                if default is _MISSING:
                    raise
                return default
            del self[key]
            return value

        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError from None

        def clear(self):
            while self.data:
                self.popitem()

        def setdefault(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                self[key] = default
            return default

        def update(self, other=(), /, **kwds):
            if isinstance(other, (dict, UserDict, ChainMap)) or hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
            for key, value in kwds.items():
                self[key] = value


    class UserList:
        def __init__(self, initlist=None):
            if isinstance(initlist, UserList):
                self.data = initlist.data[:]
            else:
                self.data = [] if initlist is None else list(initlist)

        def __repr__(self):
            return repr(self.data)

        @staticmethod
        def _data(other):
            return other.data if isinstance(other, UserList) else other

        def __lt__(self, other):
            return self.data < self._data(other)

        def __le__(self, other):
            return self.data <= self._data(other)

        def __eq__(self, other):
            return self.data == self._data(other)

        def __gt__(self, other):
            return self.data > self._data(other)

        def __ge__(self, other):
            return self.data >= self._data(other)

        __hash__ = None

        def __contains__(self, item):
            return item in self.data

        def __len__(self):
            return len(self.data)

        def __iter__(self):
            return iter(self.data[:])

        def __getitem__(self, i):
            return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

        def __setitem__(self, i, item):
            self.data[i] = item

        def __delitem__(self, i):
            del self.data[i]

        def __add__(self, other):
            return self.__class__(self.data + list(self._data(other)))

        def __radd__(self, other):
            return self.__class__(list(self._data(other)) + self.data)

        def __iadd__(self, other):
            self.data += self._data(other)
            return self

        def __mul__(self, n):
            return self.__class__(self.data * n)

        def __rmul__(self, n):
            return self.__class__(self.data * n)

        def append(self, item):
            self.data.append(item)

        def insert(self, i, item):
            self.data.insert(i, item)

        def pop(self, i=-1):
            return self.data.pop(i)

        def remove(self, item):
            self.data.remove(item)

        def clear(self):
            self.data.clear()

        def copy(self):
            return self.__class__(self)

        def count(self, item):
            return self.data.count(item)

        def index(self, item, *args):
            return self.data.index(item, *args)

        def reverse(self):
            self.data.reverse()

        def sort(self, /, *args, **kwds):
            self.data.sort(*args, **kwds)

        def extend(self, other):
            self.data.extend(self._data(other))
    """#
}
