"""Mentions and records in the bytes of a Doc.

spaCy sends a Doc from a worker process as MessagePack, which knows no classes of ours. Each class
named here is written as its plain parts and made again from them.
"""

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import srsly  # type: ignore[import-untyped]

_MARK = "__evafacts__"


class _Packed(NamedTuple):
    """A class with the way to its plain parts and the way back."""

    cls: type[Any]
    parts: Callable[[Any], Any]
    make: Callable[[Any], Any]


_CLASSES: dict[str, _Packed] = {}


def packs(cls: type[Any], parts: Callable[[Any], Any], make: Callable[[Any], Any]) -> None:
    """Let values of ``cls`` travel in ``Doc.to_bytes``.

    Args:
        cls: The class; values of its subclasses are not meant.
        parts: Gives what MessagePack can write: strings, numbers, lists.
        make: Makes the value again; tuples come back as lists.
    """
    _CLASSES[cls.__name__] = _Packed(cls, parts, make)


def packs_dataclass(cls: type[Any]) -> None:
    """Let values of a dataclass travel, field by field; its sequences are tuples."""
    names = [field.name for field in dataclasses.fields(cls)]

    def parts(value: Any) -> list[Any]:
        return [getattr(value, name) for name in names]

    def make(plain: list[Any]) -> Any:
        return cls(*(tuple(part) if isinstance(part, list) else part for part in plain))

    packs(cls, parts, make)


def _encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    known = _CLASSES.get(type(value).__name__)
    if known is not None and type(value) is known.cls:
        return {_MARK: type(value).__name__, "parts": known.parts(value)}
    return value if chain is None else chain(value)


def _decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    known = _CLASSES.get(value[_MARK]) if _MARK in value else None
    if known is not None:
        return known.make(value["parts"])
    return value if chain is None else chain(value)


srsly.msgpack_encoders.register("evafacts", func=_encode)
srsly.msgpack_decoders.register("evafacts", func=_decode)
