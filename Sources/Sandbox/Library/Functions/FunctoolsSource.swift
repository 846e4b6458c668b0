/// What `functools` has written in Python.
extension LibrarySource {
  static let functools: LibrarySource = #"""
    WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
    WRAPPER_UPDATES = ('__dict__',)

    _MISSING = object()
    _REFLECTED = {'__lt__': '__gt__', '__le__': '__ge__', '__gt__': '__lt__', '__ge__': '__le__'}


    def _derived(root, name):
        """A comparison made of another one and of equality."""
        def method(self, other):
            result = getattr(type(self), root)(self, other)
            if result is NotImplemented:
                return result
            if root[2] == name[2]:
                # < and <=, or > and >=: they differ where both are equal.
                return result or self == other if len(name) == 6 and name[3] == 'e' else result and self != other
            # The other direction: not (a < b) is a >= b.
            if root[3] == 't':
                return not result if name[3] == 'e' else not result and self != other
            return not result if name[3] == 't' else not result or self == other
        method.__name__ = name
        return method


    def total_ordering(cls):
        roots = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if _defines(cls, name)]
        if not roots:
            raise ValueError('must define at least one ordering operation: < > <= >=')
        for name in _REFLECTED:
            if name not in roots:
                setattr(cls, name, _derived(roots[0], name))
        return cls


    def _defines(cls, name):
        for base in cls.__mro__:
            if base is object:
                return False
            if name in _names(base):
                return True
        return False


    def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        if assigned is not WRAPPER_ASSIGNMENTS or updated is not WRAPPER_UPDATES:
            return _unsupported('functools.update_wrapper with these arguments')
        return wraps(wrapped)(wrapper)


    def cmp_to_key(mycmp):
        def comparison(holds):
            def compare(self, other):
                if not isinstance(other, KeyWrapper):
                    raise TypeError('other argument must be K instance')
                return holds(mycmp(self.obj, other.obj))
            return compare

        class KeyWrapper:
            __hash__ = None

            def __init__(self, obj):
                self.obj = obj

        for name, holds in (('lt', lambda sign: sign < 0), ('le', lambda sign: sign <= 0),
                            ('eq', lambda sign: sign == 0), ('ne', lambda sign: sign != 0),
                            ('ge', lambda sign: sign >= 0), ('gt', lambda sign: sign > 0)):
            setattr(KeyWrapper, f'__{name}__', comparison(holds))
        return KeyWrapper


    def singledispatch(func):
        registry = {object: func}

        def dispatch(cls):
            for base in cls.__mro__:
                if base in registry:
                    return registry[base]
            return func

        def register(cls, func=None):
            if func is None:
                if isinstance(cls, type):
                    return lambda function: register(cls, function)
                return _unsupported('singledispatch.register by annotation')
            if not isinstance(cls, type):
                return _unsupported('singledispatch.register of other than a class')
            registry[cls] = func
            return func

        def wrapper(*args, **kw):
            if not args:
                raise TypeError(f'{func.__name__} requires at least 1 positional argument')
            return dispatch(args[0].__class__)(*args, **kw)

        wraps(func)(wrapper)
        wrapper.register = register
        wrapper.dispatch = dispatch
        return wrapper
    """#
}
