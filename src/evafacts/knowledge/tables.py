"""Reading of the data files, with errors that name file, place and field."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files(__package__) / "data"
SEPARATOR = "|"


class KnowledgeError(ValueError):
    """A data file says something that cannot be used.

    Attributes:
        file: name of the data file.
        where: the line, or the table and its number.
        field: the column or key at fault, empty where the whole entry is.
    """

    def __init__(self, file: str, where: str, field: str, problem: str) -> None:
        self.file, self.where, self.field = file, where, field
        place = ", ".join(part for part in (file, where, field and f"field {field!r}") if part)
        super().__init__(f"{place}: {problem}")


def read_data(file: str) -> str:
    """Return the text of a data file of the package."""
    return (_DATA / file).read_text(encoding="utf-8")


def csv_rows(
    file: str, columns: tuple[str, ...], text: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield ``(line number, cells)`` of a CSV file, the cells in the order of ``columns``.

    Args:
        file: name of the data file.
        columns: the header that the file must have.
        text: contents to read in place of the file's own.

    Raises:
        KnowledgeError: the header is another one, or a line has too few or too many cells.
    """
    reader = csv.reader((read_data(file) if text is None else text).splitlines())
    if tuple(header := next(reader, [])) != columns:
        raise KnowledgeError(file, "line 1", "", f"columns are {header}, expected {list(columns)}")
    for row in reader:
        where = f"line {reader.line_num}"
        if not row:
            continue
        if len(row) != len(columns):
            raise KnowledgeError(file, where, "", f"{len(row)} cells, expected {len(columns)}")
        yield reader.line_num, row


@cache
def toml_tables(file: str) -> Mapping[str, Any]:
    """Return the parsed TOML data file.

    Raises:
        KnowledgeError: the file is not TOML.
    """
    try:
        return tomllib.loads(read_data(file))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(file, "", "", str(error)) from error


def split_cell(cell: str) -> tuple[str, ...]:
    """Split a cell of several values at ``|``; an empty cell has none."""
    return tuple(part.strip() for part in cell.split(SEPARATOR)) if cell else ()


def strings(entry: Mapping[str, Any], field: str, file: str, where: str) -> tuple[str, ...]:
    """Return the list of strings under ``field``; an absent field is an empty list.

    Raises:
        KnowledgeError: the value is not a list of non-empty strings.
    """
    value = entry.get(field, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise KnowledgeError(file, where, field, "expected a list of non-empty strings")
    return tuple(value)


def string(entry: Mapping[str, Any], field: str, file: str, where: str) -> str:
    """Return the required string under ``field``.

    Raises:
        KnowledgeError: it is missing, empty or no string.
    """
    value = entry.get(field)
    if not isinstance(value, str) or not value.strip():
        raise KnowledgeError(file, where, field, "expected a non-empty string")
    return value


def year(entry: Mapping[str, Any], field: str, file: str, where: str) -> int | None:
    """Return the year under ``field``, None where absent.

    Raises:
        KnowledgeError: it is no whole number of a year of space flight.
    """
    value = entry.get(field)
    if value is None:
        return None
    if not isinstance(value, int) or not 1957 <= value <= 2100:
        raise KnowledgeError(file, where, field, f"no year: {value!r}")
    return value


def known_fields(entry: Mapping[str, Any], known: frozenset[str], file: str, where: str) -> None:
    """Check that the entry has no misspelt field.

    Raises:
        KnowledgeError: it has a field that nothing reads.
    """
    for field in entry:
        if field not in known:
            raise KnowledgeError(file, where, field, f"unknown field, known are {sorted(known)}")
