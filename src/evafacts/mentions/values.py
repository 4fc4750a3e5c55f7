"""Values that never change, at the price of those that do."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[_T]) -> type[_T]:
    """Make a dataclass with slots, whose values type checking keeps from being changed.

    ``frozen=True`` would do so once more whenever one is made, which took twice as long as all
    else that is to be done then.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
