/// What `collections` has written in Python (Library Reference, *ChainMap objects* and the `User…` classes).
///
/// The methods that all mappings and sequences have come from `collections.abc`.
extension LibrarySource {
  static let collections: LibrarySource = #"""
    from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping, MutableSequence as _MutableSequence


    class ChainMap(_MutableMapping):
        def __init__(self, *maps):
            self.maps = [*maps] if maps else [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            # Asking a defaultdict makes the value, so each is asked and none looked into first.
            for part in self.maps:
                try:
                    return part[key]
                except KeyError:
                    continue
            return self.__missing__(key)

        def get(self, key, default=None):
            if key in self:
                return self[key]
            return default

        def __contains__(self, key):
            return any(key in part for part in self.maps)

        def _keys_of_all(self):
            # The last mapping's keys come first, as if each were laid over the ones after it.
            keys = {}
            for part in self.maps[::-1]:
                keys |= dict.fromkeys(part)
            return keys

        def __iter__(self):
            return iter(self._keys_of_all())

        def __len__(self):
            return len(self._keys_of_all())

        def __bool__(self):
            return any(self.maps)

        def __repr__(self):
            return self.__class__.__name__ + '(' + ', '.join(repr(part) for part in self.maps) + ')'

        def __or__(self, other):
            if not isinstance(other, _Mapping):
                return NotImplemented
            joined = self.copy()
            joined.maps[0].update(other)
            return joined

        def __ror__(self, other):
            if not isinstance(other, _Mapping):
                return NotImplemented
            joined = dict(other)
            for part in self.maps[::-1]:
                joined.update(part)
            return self.__class__(joined)

        def __ior__(self, other):
            self.maps[0].update(other)
            return self

        def copy(self):
            first, *others = self.maps
            return self.__class__(first.copy(), *others)

        __copy__ = copy

        def new_child(self, m=None, **kwargs):
            first = kwargs if m is None else m
            if first is not kwargs:
                first.update(kwargs) if kwargs else None
            return self.__class__(first, *self.maps)

        @classmethod
        def fromkeys(cls, iterable, *args):
            return cls(dict.fromkeys(iterable, *args))

        @property
        def parents(self):
            _, *others = self.maps
            return self.__class__(*others)

        def _using_first(self, use, complaint):
            try:
                return use(self.maps[0])
            except KeyError:
                raise KeyError(complaint)

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            self._using_first(lambda first: first.__delitem__(key), f'Key not found in the first mapping: {key!r}')

        def pop(self, key, *args):
            return self._using_first(lambda first: first.pop(key, *args), f'Key not found in the first mapping: {key!r}')

        def popitem(self):
            return self._using_first(lambda first: first.popitem(), 'No keys found in the first mapping.')

        def clear(self):
            self.maps[0].clear()


    class UserDict(_MutableMapping):
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            for given in (dict, kwargs):
                if given is not None and (given or given is dict):
                    self.update(given)

        def __contains__(self, key):
            return key in self.data

        def __delitem__(self, key):
            del self.data[key]

        def __getitem__(self, key):
            data = self.data
            if key not in data and hasattr(type(self), '__missing__'):
                return type(self).__missing__(self, key)
            return data[key]

        def __iter__(self):
            return iter(self.data)

        def __len__(self):
            return len(self.data)

        def __repr__(self):
            return repr(self.data)

        def __setitem__(self, key, item):
            self.data[key] = item

        def _joined(self, other, in_order):
            plain = other.data if isinstance(other, UserDict) else other
            if not isinstance(plain, dict):
                return NotImplemented
            return self.__class__(in_order(self.data, plain))

        def __or__(self, other):
            return self._joined(other, lambda own, others: own | others)

        def __ror__(self, other):
            return self._joined(other, lambda own, others: others | own)

        def __ior__(self, other):
            self.data |= other.data if isinstance(other, UserDict) else other
            return self

        def copy(self):
            return self.__class__(self.data)

        __copy__ = copy

        @classmethod
        def fromkeys(cls, iterable, value=None):
            made = cls()
            made.update((key, value) for key in iterable)
            return made


    def _items(other):
        return other.data if isinstance(other, UserList) else other


    class UserList(_MutableSequence):
        def __init__(self, initlist=None):
            self.data = list(_items(() if initlist is None else initlist))

        def __repr__(self): return repr(self.data)
        def __contains__(self, item): return item in self.data
        def __len__(self): return len(self.data)
        def __delitem__(self, i): del self.data[i]

        def __getitem__(self, i):
            found = self.data[i]
            return self.__class__(found) if isinstance(i, slice) else found

        def __setitem__(self, i, item): self.data[i] = item
        def __eq__(self, other): return self.data == _items(other)
        def __lt__(self, other): return self.data < _items(other)
        def __gt__(self, other): return self.data > _items(other)
        def __le__(self, other): return self.data <= _items(other)
        def __ge__(self, other): return self.data >= _items(other)

        def __add__(self, other):
            return self.__class__([*self.data, *_items(other)])

        def __radd__(self, other):
            return self.__class__([*_items(other), *self.data])

        def __mul__(self, n): return self.__class__(self.data * n)

        __rmul__ = __mul__

        def __iadd__(self, other):
            self.data.extend(_items(other))
            return self

        def __imul__(self, n):
            self.data *= n
            return self

        def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
        def reverse(self): self.data.reverse()
        def remove(self, item): self.data.remove(item)
        def pop(self, i=-1): return self.data.pop(i)
        def insert(self, i, item): self.data.insert(i, item)
        def index(self, item, *args): return self.data.index(item, *args)
        def extend(self, other): self.data.extend(_items(other))
        def count(self, item): return self.data.count(item)
        def clear(self): self.data.clear()
        def append(self, item): self.data.append(item)

        def copy(self):
            return self.__class__(self)

        __copy__ = copy
    """#
}
