"""The day on which a text was written, as its dateline, header or stamp has it."""

import datetime
import re

from evafacts.mentions.temporal.places import FULL, whole_day
from evafacts.mentions.temporal.types import Temporal

_HEAD = 700
_FAR_HEAD = 1200
_HEADER = 2
_HEAD_LINES = 4
_LABELLED_HEAD = 2000
_TAIL = 400
_RUN_IN = 120
_LINE = 110
_TITLE_DAYS = 60
_WITHOUT_YEAR = frozenset({"month_day", "weekday_month_day"})
_ON_ITS_LINE = FULL | _WITHOUT_YEAR
_PLACE = re.compile(
    r"[^\w(]*(?:(?:[A-Z\u00c0-\u00de][\w.'\u2019&-]*|of|the|our|own|by|de|del|la|and)[,.]?\s+"
    r"|\([^)\n]{2,40}\)\s*[,-]?\s*){1,10}\(?"
)
_IN_A_SENTENCE = re.compile(
    r"\b(?:on|in|by|since|until|till|of|to|from|after|before|for|at|between|and|this|next|last"
    r"|when|dated|through|during|starts?|ends?|opens?)\s+$",
    re.I,
)
_AFTER_PLACE = re.compile(
    r"\.?\)?[^\S\n]*(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/)?[^\S\n]*(?:--|\u2014|[\u2014\u2013:/|.-](?!\w)|\n|$)"
)
# Below captions and a summary it is still a dateline: "KALUGA (Region), March 2. /AGENCY/."
_AGENCY = re.compile(r"\.?\s*(?:/[A-Z][^/\n]{2,30}/|\([A-Z][^)\n]{2,30}\)\s*(?:--?|\u2014|\u2013))")
_LABEL = re.compile(
    r"\b(?:(?:first|last)\s+)?(?:posted|published|updated|modified|issued|filed|written)"
    r"(?:\s+(?:on|at|date))?\W{0,4}(?:\d\d?[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{2,4},?\s+)?)?"
    r"(?:on\s+)?$",
    re.I,
)
_DATE_LABEL = re.compile(r"\W*dated?\W{0,4}(?:\w+day,?\s)?", re.I)
_TWEET = re.compile(
    r"[\u2014\u2013-]\s?[^\n\u2014]{1,60}\(@\w{1,20}\)\s*$|@\w[^\n]*[\u2014\u2013-]\s*$"
)
_CLOCK = r"\d\d?(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?"
_BARE_BEFORE = re.compile(rf"[^\w]*(?:{_CLOCK}[,\s|]*)?$")
_BARE_AFTER = re.compile(
    rf"[^\w\n]*(?:(?:at\s)?{_CLOCK}[^\w\n]*)?(?=\n|$)",
    re.I,
)
# "Mar. 19, 1965 - A pilot yesterday became the first to …"; a chronicle has no "yesterday".
_RUNS_ON = re.compile(r"\s+(?:-{1,2}|\u2013|\u2014)\s+\W?[A-Z]")
_BY_IT = re.compile(r"\b(?:yesterday|today|tonight|tomorrow|last\s+night)\b", re.I)
_SHORT_REST = re.compile(r"[^\w\n]+[^\n!?]{1,60}(?=\n|$)")  # "29/11/2019  3217 views"
_TELLS = re.compile(r"\b(?:on|in|by|since|until|till|to|from|after|before|at)\s+$", re.I)
# "By Jo Doe | ", "13:05, ", "All times BST. "
_HEADER_BEFORE = re.compile(r"[^\n]*(?:[|\u2022\u00b7\u2014\u2013-]\s*|\b\d\d?:\d\d,?\s|[.!?]\s+)$")
_VERB = re.compile(r"\b(?:was|were|is|are|will|has|had|have|[a-z]{3,}ed)\b")


def find_dateline(found: list[Temporal], text: str) -> Temporal | None:
    """The day behind the place that opens a report: "MOSCOW, Nov. 19 (Agency) --".

    Args:
        found: temporals of pass one.
        text: their text.

    Returns:
        The day, with or without its year, or a weekday; None where there is none.
    """
    for one in found[:6]:
        if one.start > _FAR_HEAD:
            break
        if (one.form in FULL or one.form in _WITHOUT_YEAR or one.form == "weekday") and _opens(
            one, text
        ):
            return one
    return None


def _opens(one: Temporal, text: str) -> bool:
    before = _line_before(one, text)
    if len(before) > _LINE or _IN_A_SENTENCE.search(before):
        return False
    if not _near_top(one, text) and not _AGENCY.match(text, one.end):
        return False
    if not before.strip() and _AGENCY.match(text, one.end):
        return True  # "Dec. 22 (AGENCY) --"
    if not _PLACE.fullmatch(before):
        return False
    if one.form == "weekday":
        return "," in before and text[one.end : one.end + 1] in ("\n", "")
    abbreviated = text[one.end - 1] == "." and before.strip(" ,").isupper()
    return abbreviated or bool(_AFTER_PLACE.match(text, one.end))


def _line_before(one: Temporal, text: str) -> str:
    return text[text.rfind("\n", 0, one.start) + 1 : one.start]


def _line_after(one: Temporal, text: str) -> str:
    end = text.find("\n", one.end)
    return text[one.end : end if end >= 0 else len(text)]


def _near_top(one: Temporal, text: str) -> bool:
    head = text[: text.rfind("\n", 0, one.start) + 1]
    return sum(1 for line in head.split("\n") if line.strip()) <= _HEAD_LINES


def stamped(
    found: list[Temporal], text: str, published: datetime.date | None = None
) -> frozenset[int]:
    """Where the days of the text itself begin: its dateline, and every stamp at its head or end.

    Args:
        found: temporals of pass one or two.
        text: their text.
        published: day of publication, which is no event's where it stands on a line by itself.

    Returns:
        Offsets of days that tell of no event ("PUBLISHED: 05:45, 6 April", "UPDATED: 10 April").
    """
    full = [one for one in found if one.form in FULL and whole_day(one)]
    ranks = {one.start: _rank(one, text, full) for one in full}
    marks = {start for start, rank in ranks.items() if rank in (0, 1)}
    stamp = find_stamp(found, text)
    if stamp is not None and (ranks[stamp.start] != _HEADER or stamp.weekday is None):
        marks.add(stamp.start)  # "Saturday 25 January 2020" at the head of a log is its day
    marks.update(
        one.start
        for one in found
        if one.start < _LABELLED_HEAD
        and one.form in _ON_ITS_LINE
        and whole_day(one) == published
        and _is_alone(one, text)
    )
    dateline = find_dateline(found, text)
    return frozenset(marks if dateline is None else marks | {dateline.start})


def _is_alone(one: Temporal, text: str) -> bool:
    """A day without its weekday on a line of its own; with it, it heads the log of a day."""
    bare = _BARE_BEFORE.fullmatch(_line_before(one, text)) and _BARE_AFTER.match(text, one.end)
    return bool(bare) and one.weekday is None


def find_stamp(found: list[Temporal], text: str) -> Temporal | None:
    """A full date that says when the text was written: a dateline, a label, a header, a tweet's.

    Args:
        found: temporals of pass one.
        text: their text.

    Returns:
        The best of them: "Posted: Aug. 15, 2007" before a date alone on a line at the top, that
        before a tweet's; None where there is none.
    """
    full = [one for one in found if one.form in FULL and whole_day(one)]
    ranked = [
        (rank, one.start, one) for one in full if (rank := _rank(one, text, full)) is not None
    ]
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _rank(one: Temporal, text: str, full: list[Temporal]) -> int | None:
    before = _line_before(one, text)
    at_edge = one.start < _LABELLED_HEAD or one.start > len(text) - _TAIL
    if at_edge and _LABEL.search(_run_in(one, text)):
        return 0
    if one.start < _HEAD and _near_top(one, text):
        alone = _BARE_AFTER.match(text, one.end)
        bare = _BARE_BEFORE.fullmatch(before) or _DATE_LABEL.fullmatch(before)
        if _opens(one, text) or (alone and bare):
            return 1
        if alone and len(before) < _LINE and (_ends_header(before) or _titles(one, text, full)):
            return 2
        if bare and _RUNS_ON.match(text, one.end) and _BY_IT.search(_line_after(one, text)):
            return 1
        if bare and _SHORT_REST.match(text, one.end) and not _VERB.search(_line_after(one, text)):
            return 2
    return 3 if _TWEET.search(before) else None


def _run_in(one: Temporal, text: str) -> str:
    """What stands before a day, run in: "PUBLISHED:", a blank line, "05:45 EST, 6 April 2012"."""
    return re.sub(r"\s+", " ", text[max(0, one.start - _RUN_IN) : one.start])


def _titles(one: Temporal, text: str, full: list[Temporal]) -> bool:
    """As in the first line "The Weekly Star for March 27, 2024": nothing in it is much later."""
    if text[: one.start].strip().count("\n") or _VERB.search(text[: one.start]):
        return False
    if _TELLS.search(text, max(0, one.start - 12), one.start):
        return False  # "began a spacewalk on Jan. 27, 2021"
    day = whole_day(one)
    return day is not None and not any(
        (other - day).days > _TITLE_DAYS for late in full if (other := whole_day(late))
    )


def _ends_header(before: str) -> bool:
    """As in "By Ann Other | " before a date: the end of a line that is no sentence."""
    return bool(_HEADER_BEFORE.fullmatch(before)) and not _VERB.search(before)
