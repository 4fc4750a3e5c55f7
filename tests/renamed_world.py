"""The corpus told of another world: other people, other modules, other months.

A rule that leans on particular people or days finds less there. Everybody of the roster who is in
an article gets an invented name, every module an invented one of the same shape, and every date
lies nine weeks later or earlier, which keeps weekdays, intervals and "tomorrow" true. Words are
replaced in the same way in articles and in labels.
"""

import calendar
import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evafacts.knowledge.people import Person, people
from evafacts.records import Article
from evafacts.scoring import Gold

WEEKS = datetime.timedelta(weeks=9)
MODULES: dict[str, str] = json.loads(
    (Path(__file__).parent / "data" / "renamed_modules.json").read_text("utf-8")
)
MONTHS = calendar.month_name[1:]
_ABBREVIATED = {"Sept": 9} | {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_NUMBERS = _ABBREVIATED | {month: number for number, month in enumerate(MONTHS, 1)}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b(?P<dot>\.?)"
_DAY = r"(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?\b"
_DATES = [
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d\d)/(?P<number>\d\d)/(?P<year>\d{4})\b"),
    re.compile(rf"\b{_MONTH} {_DAY}(?P<gap>,? )(?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b{_MONTH} {_DAY}(?!\d| ?(?:-|–|and|or|to) ?\d)", re.I),
    re.compile(rf"(?<![-–])\b{_DAY} {_MONTH}(?P<gap>,? )(?P<year>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"(?<![-–])\b{_DAY} {_MONTH}", re.I),
    re.compile(rf"\b(?!may\b){_MONTH}(?P<gap>,? )(?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?!March\b|Mar\b|May\b|Dec\b){_MONTH}"),
    re.compile(r"(?<=[Ii]n )(?P<month>March|May)\b(?P<dot>)"),
]
# Days that cannot be moved by themselves: "the 13th", "Jan. 27 and 29", "Christmas Eve".
_FIXED = re.compile(
    r"\b(?:Christmas|New Year|Thanksgiving|Easter|Halloween)\b"
    r"|\bthe \d{1,2}(?:st|nd|rd|th)(?=[,.;:]| (?:by|to|at|he|she|they|and|with|when)\b)"
    rf"|{_MONTH} \d{{1,2}} ?(?:-|–|and|or|to|,) ?\d{{1,2}}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? ?(?:-|–|and|or|to) ?\d{1,2}(?:st|nd|rd|th)? "
    rf"{_MONTH.replace('month', 'm2').replace('dot', 'd2')}"
)
_OPEN_YEAR = 2021


@dataclass(frozen=True)
class World:
    """How one article is told anew.

    Attributes:
        names: What each word of a name becomes.
        shift: How far its dates are moved.
        year: The year of dates without one.
    """

    names: dict[str, str]
    shift: datetime.timedelta
    year: int

    def text(self, text: str) -> str:
        """Tell a text anew."""
        if self.names:
            words = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
            text = re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda m: self.names[m[0]], text)
        return _moved(text, self._move)

    def date(self, value: str) -> str:
        """Move a date of a label; a bare year stays."""
        parts = value.split("-")
        if len(parts) == 1:
            return value
        year = self.year if parts[0] == "XXXX" else int(parts[0])
        moved = datetime.date(year, int(parts[1]), int(parts[2]) if parts[2:] else 15) + self.shift
        head = "XXXX" if parts[0] == "XXXX" else f"{moved.year:04}"
        return "-".join([head, f"{moved.month:02}", f"{moved.day:02}"][: len(parts)])

    def _move(self, found: re.Match[str]) -> str:
        groups = found.groupdict()
        month = groups.get("month")
        number = int(groups["number"]) if "number" in groups else _NUMBERS[str(month).title()]
        year, day = int(groups.get("year") or self.year), int(groups.get("day") or 15)
        try:
            moved = datetime.date(year, number, day) + self.shift
        except ValueError:
            return found[0]
        pieces = {"year": f"{moved.year:04}", "number": f"{moved.month:02}"}
        pieces["day"] = f"{moved.day:02}" if "number" in groups else str(moved.day)
        if month:
            pieces |= {"month": _month_like(month, moved.month), "th": _th(groups, moved.day)}
            full = pieces["month"].title() in MONTHS and pieces["month"].title() != "May"
            pieces["dot"] = "" if full and month.title() not in MONTHS else groups["dot"]
        return _with(found, pieces)


def _with(found: re.Match[str], pieces: dict[str, str]) -> str:
    """Give a match with some of its groups replaced."""
    text, shift = found[0], found.start()
    spans = [
        (found.span(name), piece) for name, piece in pieces.items() if name in found.re.groupindex
    ]
    for (start, end), piece in sorted(spans, reverse=True):
        if start >= 0:
            text = text[: start - shift] + piece + text[end - shift :]
    return text


def _month_like(month: str, number: int) -> str:
    """Give a month as another is written: in full or short, in capitals or not."""
    name = MONTHS[number - 1]
    if month.title() not in MONTHS:
        name = "Sept" if name == "September" else name[:3]
    return name.upper() if month.isupper() and len(month) > 1 else name


def _th(groups: dict[str, str | None], day: int) -> str:
    if not groups.get("th"):
        return ""
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")


def _moved(text: str, move: Callable[[re.Match[str]], str]) -> str:
    """Replace every date once: what one pattern has taken is left alone by the next."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(move(found))
        return f"\0{len(kept) - 1}\0"

    for pattern in _DATES:
        text = pattern.sub(keep, text)
    return re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], text)


def worlds(
    articles: Iterable[tuple[Article, Gold]], *, others: bool
) -> Iterator[tuple[Article, Gold]]:
    """Tell articles and their labels anew; those with a day that cannot be moved are left out.

    Args:
        articles: Articles with their labels.
        others: Other people too; else only other modules and months.
    """
    for article, gold in articles:
        text = article.text or ""
        year = article.published.year if article.published else _year_of(text)
        if _FIXED.search(text):
            continue
        shift = next((s for s in (WEEKS, -WEEKS) if _keeps_year(text, gold, year, s)), None)
        if shift is not None:
            yield _retold(
                article,
                gold,
                World(_modules() | (_names(text, gold) if others else {}), shift, year),
            )


def _year_of(text: str) -> int:
    found = re.search(r"\b(?:19|20)\d\d\b", text)
    return int(found[0]) if found else _OPEN_YEAR


def _keeps_year(text: str, gold: Gold, year: int, shift: datetime.timedelta) -> bool:
    """Tell whether no date of an article would come to lie in another year."""
    world = World({}, shift, year)
    years = re.compile(r"\b(?:19|20)\d\d\b")
    if years.findall(text) != years.findall(world.text(text)):
        return False
    days = [walk.date for walk in gold.spacewalks if walk.date]
    days += [gold.published.isoformat()[:10]] if gold.published else []
    return all(day[:4] == world.date(day)[:4] for day in days if not day.startswith("XXXX"))


def _modules() -> dict[str, str]:
    return MODULES | {module.upper(): other.upper() for module, other in MODULES.items()}


def _names(text: str, gold: Gold) -> dict[str, str]:
    """Find the words of people's names in an article, and invent others."""
    crew = {name for walk in gold.spacewalks for name in walk.crew}
    names: dict[str, str] = {}
    for index, person in enumerate(people()):
        if person.name in crew or any(alias in text for alias in person.aliases):
            names |= _invented(person, index)
    return names


_ONSETS = ("Br", "Dav", "Fel", "Gr", "Hal", "Jor", "Kel", "Lor", "Mar", "Nev", "Ost", "Pel", "Tor")
_MIDDLES = ("and", "est", "iv", "on", "ul", "er", "av")
_ENDINGS = ("eck", "ino", "ovak", "ersen", "ale", "uro", "ish", "ander", "ova", "ic", "und")


def _invented(person: Person, index: int) -> dict[str, str]:
    """Give what every word of a person's name becomes: one given name, one family name."""
    family = (
        _ONSETS[index % len(_ONSETS)]
        + _MIDDLES[index % len(_MIDDLES)]
        + _ENDINGS[index % len(_ENDINGS)]
    )
    given = _ONSETS[(index * 5 + 3) % len(_ONSETS)] + ("an", "ia", "ek", "o", "in")[index % 5]
    words = {word: given for name in person.givens for word in name.split()}
    words |= dict.fromkeys(person.surnames, family)
    words |= {word.upper(): other.upper() for word, other in words.items() if len(word) > 2}
    return words


def _retold(article: Article, gold: Gold, world: World) -> tuple[Article, Gold]:
    walks = [
        walk.model_copy(
            update={
                "date": walk.date and world.date(walk.date),
                "crew": [world.text(name) for name in walk.crew],
                "airlock": walk.airlock and world.text(walk.airlock),
                "tasks": [
                    task.model_copy(
                        update={
                            "text": world.text(task.text),
                            "also": [world.text(words) for words in task.also],
                        }
                    )
                    for task in walk.tasks
                ],
            }
        )
        for walk in gold.spacewalks
    ]
    published = article.published and article.published + world.shift
    retold = Article.of(
        world.text(article.text or ""),
        id=article.id,
        title=article.title and world.text(article.title),
        publisher=article.publisher,
        published=published,
    )
    return retold, gold.model_copy(update={"spacewalks": walks})
