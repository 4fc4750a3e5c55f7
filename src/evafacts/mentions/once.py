"""What is worked out once for an object and then stands in its ``__dict__``.

Unlike ``functools.cached_property`` this takes no lock, and unlike ``functools.lru_cache`` it goes
when the object goes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

_T = TypeVar("_T")
_One = TypeVar("_One")


class once(Generic[_T]):
    """A property that is worked out on first use and then stands in the object's ``__dict__``."""

    def __init__(self, make: Callable[[Any], _T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "once[_T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> _T: ...
    def __get__(self, owner: object | None, kind: type) -> "once[_T] | _T":
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value


def kept(make: Callable[[_One], _T]) -> Callable[[_One], _T]:
    """A function of one object that is worked out on first call and then kept with the object."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def known(one: _One) -> _T:
        held: dict[str, Any] = one.__dict__
        if name in held:
            found: _T = held[name]
            return found
        value = held[name] = make(one)
        return value

    return known
