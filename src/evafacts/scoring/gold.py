"""Gold files: what a right answer is, one JSON file an article, checked on load.

The shape is that of the records with plain values in place of facts (``docs/scoring.md``).
Everything that is wrong is named with its file and field, all of it at once.
"""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from evafacts.records import Outcome, Status

_EDTF = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_LEAP_YEAR = "2000"


def _edtf(value: str) -> str:
    """Check that a date is a day, month or year of the calendar, the year perhaps ``XXXX``."""
    match = _EDTF.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no EDTF date such as 2021-02-01, 2021-03, XXXX-11-06")
    year, month, day = match.groups()
    # An open year may be a leap year, so that XXXX-02-29 is a day.
    known = _LEAP_YEAR if year == "XXXX" else year
    try:
        datetime.date(int(known), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"{value!r} is no day of the calendar ({error})") from None
    return value


EdtfDate = Annotated[str, AfterValidator(_edtf)]
Minutes = Annotated[int, Field(ge=0)]
Words = Annotated[str, Field(pattern=r"\S")]


class _Strict(BaseModel):
    """Base of the gold models: exact types, and no field but those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class GoldTask(_Strict):
    """A work item: a quote of the article, the quotes that say it again, and its weight."""

    text: Words
    also: list[Words] = Field(default_factory=list)
    optional: bool = False
    outcome: Outcome | None = None


class GoldOrdinal(_Strict):
    """Which spacewalk of a series this is."""

    count: Annotated[int, Field(ge=1)]
    scope: Literal["station", "year", "expedition", "mission", "programme"]


class GoldSpacewalk(_Strict):
    """A spacewalk as labelled; ``optional`` ones count neither as found nor as missed."""

    primary: bool
    status: Status
    date: EdtfDate | None
    crew: list[Words]
    duration_planned: Minutes | None
    duration_actual: Minutes | None
    airlock: Words | None
    tasks: list[GoldTask]
    optional: bool = False
    start_time: Words | None = None
    end_time: Words | None = None
    ordinals: list[GoldOrdinal] = Field(default_factory=list)
    designation: Words | None = None


class Gold(_Strict):
    """The right answer for one article."""

    id: Words
    published: datetime.datetime | datetime.date | None = None
    spacewalks: list[GoldSpacewalk]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a gold file: where it is and what is the matter."""

    file: str
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.field, self.message) if part)


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file as read: ``gold`` is None where the file is not of the right shape."""

    name: str
    id: str
    gold: Gold | None
    quotes: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def read_gold(path: Path) -> list[GoldFile]:
    """Read a gold file, or all ``*.json`` of a folder in the order of their names.

    A file that cannot be read, or holds no JSON, is given with its problem.
    """
    paths = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    files = [_read_one(each) for each in paths]
    seen: dict[str, str] = {}
    return [_once(file, seen) for file in files]


def _read_one(path: Path) -> GoldFile:
    name = path.name
    try:
        data = path.read_bytes()
        raw = json.loads(data)
    except OSError as error:
        return _unread(path, f"cannot be read: {error.strerror}")
    except (ValueError, RecursionError) as error:  # no JSON, no Unicode, a number without end
        return _unread(path, f"no JSON: {error}")
    problems: tuple[Problem, ...] = ()
    gold = None
    try:
        gold = Gold.model_validate_json(data)
    except ValidationError as error:
        problems = tuple(
            Problem(name, _field(each["loc"]), each["msg"].removeprefix("Value error, "))
            for each in error.errors(include_url=False)
        )
    id = raw.get("id") if isinstance(raw, dict) else None
    return GoldFile(
        name, id if isinstance(id, str) else path.stem, gold, tuple(_quotes(raw)), problems
    )


def _unread(path: Path, message: str) -> GoldFile:
    return GoldFile(path.name, path.stem, None, (), (Problem(path.name, "", message),))


def _once(file: GoldFile, seen: dict[str, str]) -> GoldFile:
    first = seen.setdefault(file.id, file.name)
    if first == file.name:
        return file
    problem = Problem(file.name, "id", f"{file.id!r} is already labelled in {first}")
    return GoldFile(file.name, file.id, None, (), (*file.problems, problem))


def _field(loc: Iterable[str | int]) -> str:
    """A place in a file as a person writes it: ``spacewalks[0].tasks[2].text``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".")


def _quotes(raw: object) -> Iterator[tuple[str, str]]:
    """Every quote with its field, from JSON of whatever shape: bad files are checked too."""
    for i, walk in enumerate(_list(raw, "spacewalks")):
        for j, task in enumerate(_list(walk, "tasks")):
            place = f"spacewalks[{i}].tasks[{j}]"
            if isinstance(task, dict) and isinstance(task.get("text"), str):
                yield f"{place}.text", task["text"]
            for k, also in enumerate(_list(task, "also")):
                if isinstance(also, str):
                    yield f"{place}.also[{k}]", also


def _list(raw: object, name: str) -> list[object]:
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, list) else []


def _flat(text: str) -> str:
    """The text with every run of white space, no-break ones too, as one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Checked:
    """Gold that can be scored, by article id, and all that was found wrong.

    ``unchecked`` are the articles whose text was not at hand, so that quotes stand unproven.
    """

    gold: Mapping[str, Gold]
    problems: tuple[Problem, ...]
    unchecked: tuple[str, ...]


def check_gold(files: Iterable[GoldFile], texts: Mapping[str, str | None]) -> Checked:
    """Check gold against the articles that it is for.

    Args:
        files: What ``read_gold`` gave.
        texts: The text of each article by id, None where the text is not at hand.

    Returns:
        The gold of files without fault, and every fault: of shape, of quotes that do not stand
        in their article, of gold for no article.
    """
    good: dict[str, Gold] = {}
    problems: list[Problem] = []
    unchecked: list[str] = []
    for file in files:
        found = [*file.problems, *_against_article(file, texts)]
        problems.extend(found)
        if file.gold is None or found:
            continue
        good[file.id] = file.gold
        if file.quotes and texts[file.id] is None:
            unchecked.append(file.id)
    return Checked(good, tuple(problems), tuple(unchecked))


def _against_article(file: GoldFile, texts: Mapping[str, str | None]) -> Iterator[Problem]:
    if file.id not in texts:
        yield Problem(file.name, "id", f"gold for no article: {file.id!r}")
        return
    text = texts[file.id]
    if text is None:
        return
    flat = _flat(text)
    for field, quote in file.quotes:
        if _flat(quote) not in flat:
            yield Problem(file.name, field, f"not in the article: {quote!r}")
