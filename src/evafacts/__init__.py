"""evafacts reads news articles about spacewalks and writes down the facts."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "extract_many", "load", "time_expressions"]

if TYPE_CHECKING:
    from evafacts.mentions.temporal import time_expressions
    from evafacts.pipeline import extract, extract_many, load

_HOMES = {
    "extract": "evafacts.pipeline",
    "extract_many": "evafacts.pipeline",
    "load": "evafacts.pipeline",
    "time_expressions": "evafacts.mentions.temporal",
}


def __getattr__(name: str) -> Any:
    """Import the public functions on first use: spaCy takes a second to load (PEP 562)."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
