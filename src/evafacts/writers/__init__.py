"""From records to destinations: one file a format, chosen by the ending of the path."""

from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

from evafacts.writers.base import Writer, record_json
from evafacts.writers.errors import MissingExtra, UnknownEnding, UnusableDatabase, WriterError

__all__ = [
    "ENDINGS",
    "MissingExtra",
    "UnknownEnding",
    "UnusableDatabase",
    "Writer",
    "WriterError",
    "open_writer",
    "record_json",
]

# Modules are imported on use: a database or Parquet library costs more than a whole small run.
_OPENERS = {
    ".jsonl": ("jsonlines", "open_jsonlines"),
    ".jsonl.gz": ("jsonlines", "open_gzipped"),
    ".json": ("jsonarray", "open_array"),
    ".csv": ("csvfile", "open_csv"),
    ".parquet": ("parquet", "open_parquet"),
    ".db": ("database", "open_database"),
    ".sqlite": ("database", "open_database"),
    ".sqlite3": ("database", "open_database"),
}
ENDINGS = tuple(_OPENERS)


def open_writer(path: str | Path, *, with_text: bool = False) -> AbstractContextManager[Writer]:
    """Open a destination for records, by its ending.

    A file appears, or takes the place of an older one, when the context is left without an error;
    the same records give the same bytes. A database is kept and brought up to date instead.

    Args:
        path: Where to write.
        with_text: Write ``article.text`` too.

    Returns:
        A context manager that gives the writer.

    Raises:
        UnknownEnding: The ending stands for no format.
        MissingExtra: The format's optional package is not installed.
        UnusableDatabase: There is a database already that cannot be written to.
        OSError: The file cannot be written.

    Example:
        >>> from evafacts import extract
        >>> with open_writer("facts.csv") as writer:  # doctest: +SKIP
        ...     writer.write(extract("Two astronauts will leave the Quest airlock on Monday."))
    """
    path = Path(path)
    ending = next((known for known in ENDINGS if path.name.lower().endswith(known)), None)
    if ending is None:
        raise UnknownEnding(f"{path}: no format for this ending; known are {' '.join(ENDINGS)}")
    module, function = _OPENERS[ending]
    opener = getattr(import_module(f"{__name__}.{module}"), function)
    manager: AbstractContextManager[Writer] = opener(path, with_text=with_text)
    return manager
