"""Which dates of a sentence say when a spacewalk was, and which tell of a launch, a statement.

A birth.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from evafacts.assembly.clauses import Clause, clauses
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.phrases import lowered
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_OTHER = AnyCase(
    r"\b(?:said|says|saying|speak(?:s|ing)?|announc\w+|told|reported(?!,)|posted|tweeted|wrote|shared|"
    r"statement|confirmed|publish\w+|updated|briefings?|conference|interview|"
    r"launch\w*|arriv\w+|dock(?:ed|s)?|docking\s+(?:of|with|to|at|on)|undock\w*|"
    r"land\w*|return(?:ed|ing|s)?\s+to\s+(?:the\s+)?(?:earth|ground|planet)|"
    r"blast\w*\s+(?:off|into)|lift\w*\s*off|lift\w*\s+into|rocket(?:ed|s|ing)?\s+(?:in)?to|liftoff|splash\w*|flew(?!\s+(?:away|out|free|off))|sent\s+up|(?<!-)born|"
    r"select\w+|joined|deliver\w+|since|until|"
    r"dating|retire\w*|died|arrival|discover(?:ed|s|ing|y\s+of)|notic\w+|detect\w+|"
    r"failed|failure|breakdown|malfunction\w*|outage|visit(?:s|ing)?|accept|receiv\w+|relocat\w+|leak\w*|broke|shut\s+down|tripped|approved|decid\w+|"
    r"graduat\w+|premier\w+|released|collided|collision|anniversary|credit|meeting|"
    r"reviews?\s+(?:on|this|late)|asked|agreed|arrive|copyright|photo\s+taken|"
    r"configur\w+|practi[cs]\w+|prepared\s+(?:tools|suits|spacesuits)|rest(?:ed|ing)?|"
    r"depart\w*|scrub\w*|slept|sleeping|asleep|"
    r"handover|quarantine|sworn|elected|wait\s+until|lasting\s+until)\b"
)
_TRAVEL = AnyCase(
    r"\b(?:launch\w*|arriv\w+|dock\w*|undock\w*|land(?:ed|ing|s)?|blast\w*\s+off|"
    r"lift\w*\s*off|splash\w*|flew(?!\s+(?:away|out|free|off))|born|select\w+|retire\w*|died|announc\w+|said|"
    r"posted|"
    r"published|collided|premier\w+|elected)\b"
)
_WALK = AnyCase(
    r"\b(?:space\s?-?walk\w*|evas?|extravehicular|outside|airlock|hatch|excursion|"
    r"outing|walk|stroll|open\s+space|jet\s?-?pack|backpack|exit\w*|egress\w*|ventur\w+|step\w*|float\w*|emerg\w+|"
    r"scheduled|planned|slated|set\s+for|postponed|delayed|rescheduled|moved|began|"
    r"begin\w*|start\w*|ended|took\s+place|conducted|performed|completed|coverage|air|"
    r"broadcast|live)\b"
)
_TAIL = re.compile(
    r"(?:^|[,(]\s*|\b(?:on|for|at|of|from|by|early|late|in|this|to|until|set|the)\s+)*$"
)
_WEEK_VALUE = re.compile(r"(\d{4})-W(\d\d)")
_DATE_GRAINS = frozenset(("day", "month", "year", "part-of-day", "week"))


def tells_of_other(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a launch, a briefing or what somebody said, and of no walk."""
    return bool(_OTHER.search(sentence.text)) and not _WALK.search(sentence.text)


def dates_of(sentence: Sentence, temporals: Sequence[Temporal]) -> list[Temporal]:
    """The dates in ``sentence`` that can say when a spacewalk is.

    A day, a month or a year that is known.
    """
    return [
        t
        for t in temporals
        if t.grain in _DATE_GRAINS
        and not (t.grain == "year" and t.form != "year")  # "thirty years later"
        and (t.kind == "DATE" or (t.kind == "TIME" and re.match(r"\d{4}-\d\d-\d\d", t.value)))
        and re.match(r"(?:\d{4}|XXXX-\d\d|XXXX-WXX-\d)", t.value)
        and not re.match(r"\d{4}-(?:W|Q|S|F|H)", t.value)
    ]


def month_of_week(date: Temporal) -> Temporal | None:
    """The month in which a week lies whole ("last week"): records know days, months and years."""
    week = _WEEK_VALUE.fullmatch(date.value) if date.kind == "DATE" else None
    if week is None:
        return None
    monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
    month = f"{monday:%Y-%m}"
    if month != f"{monday + datetime.timedelta(days=6):%Y-%m}":
        return None
    return replace(date, value=month, grain="month")


def assign_dates(
    sentence: Sentence, anchors: Sequence[SpacewalkMention], temporals: Sequence[Temporal]
) -> tuple[dict[int, list[Temporal]], list[Temporal]]:
    """Give each date to the mention it belongs to.

    Returns:
        Dates by the index of their mention in ``anchors``, and those that speak of a spacewalk
        but stand by no mention.
    """
    owned: dict[int, list[Temporal]] = {}
    free: list[Temporal] = []
    dates = dates_of(sentence, temporals) if temporals else []
    spans = clauses(sentence) if dates else ()
    for date in dates:
        if (
            _is_stamp(sentence, date)
            or _AS_THE_ONE.search(
                sentence.source[max(sentence.start, date.start - 40) : date.start]
            )
            or _says_which(sentence, date)
            or _is_of_saying(sentence, date)
            or _is_later_edge(sentence, date, temporals)
            or is_past_plan(sentence, date)
            or not _speaks_of_walk(sentence, date)
        ):
            continue
        nearest = _nearest(sentence, date, anchors, [c.start for c in spans])
        if nearest is not None:
            if not _near_enough(sentence.source, date, anchors[nearest], spans):
                continue
            opener = _subordinate(date, anchors[nearest], sentence, spans)
            if opener in ("who", "when", "which"):
                before = sentence.source[anchors[nearest].end : date.start]
                nearest = nearest if _WHICH_WAS.match(before) else None
            elif opener is not None:
                continue
        if nearest is None:
            free.append(date)
        else:
            owned.setdefault(nearest, []).append(date)
    return owned, free


_PAST_PLAN = AnyCase(
    r"\b(?:had\s+(?:originally\s+|initially\s+)?been\s+(?:\w+ly\s+)?(?:due|scheduled|"
    r"planned|set|slated)|originally|initially|(?:was|were)\s+first\s+(?:due|"
    r"scheduled|planned|set)|was\s+to\s+have|were\s+to\s+have|had\s+planned|"
    r"(?:postpon\w+|put\s+off|delayed|call\w*\s+off)\b[^.;]{0,80}\b(?:that|"
    r"which)\s+(?:was|were|had\s+been)\s+(?:due|scheduled|planned|set|slated|supposed|"
    r"meant|to))\b[^.;]{0,60}$"
)


def is_past_plan(sentence: Sentence, date: Temporal) -> bool:
    """Say whether the date is that of a plan that was given up ("had been due on Monday")."""
    return bool(_PAST_PLAN.search(sentence.source[sentence.start : date.start]))


# "For the 2017 arrival of a ship"; "spent Tuesday getting ready for it".
_WHICH = AnyCase(
    r"\s+(?!(?:[\w-]+\s+)?(?:space\s?-?walks?|evas?|walks?|excursions?|outings?|exits?)\b)[a-z]"
)
_READYING = AnyCase(
    r",?\s+(?:getting\s+ready|preparing|readying|practi[cs]ing|rehearsing|training|reviewing|checking)\b"
)


# "Managers added the spacewalk to the flight only two months ago": when it was decided on.
_DECIDED = AnyCase(
    r"\b(?:added|approved|scheduled|assigned|announced|planned|requested|ordered|proposed|conceived)\b"
    r"[^.;,]{0,60}$"
)
_AGO = re.compile(r"\bago$", re.I)


def _says_which(sentence: Sentence, date: Temporal) -> bool:
    """Whether a year says which arrival is meant, or a day is spent making ready or deciding."""
    source = sentence.source
    if _READYING.match(source[date.end : date.end + 24]):
        return True
    if _AGO.search(source, date.start, date.end) and _DECIDED.search(
        source[max(sentence.start, date.start - 80) : date.start]
    ):
        return True
    if date.form != "year" or not source[: date.start].endswith(("the ", "The ", " a ", "its ")):
        return False
    return bool(_WHICH.match(source[date.end : date.end + 40]))


# "They have made a spacewalk, the agency reported in a broadcast on its website on Thursday".
_SAID_IN = AnyCase(
    r"\b(?:said|says|reported|announced|informed|confirmed|told|wrote|tweeted|posted)"
    r"\s+(?:(?:in|on|at|during|to|via|through|by)\s+(?:(?!on\b)[\w'’.-]+\s+){1,6}){1,2}(?:on\s+)?$"
)


# "A spacewalk scheduled for yesterday (June 13) was postponed".
_WAS_SET = AnyCase(
    r"\b(?:scheduled|planned|set|slated|due|targeted)\s+(?:for|on)\s+(?:[\w.]+\s+){0,2}\(?$"
)
_WAS_PUT_OFF = AnyCase(
    r"[^.;]{0,24}\b(?:was|were|has\s+been|is|have\s+been)\s+(?:\w+\s+)?(?:postponed|put\s+off|"
    r"delayed|called\s+off|scrubbed|cancel\w+)\b(?![^.;]*\b(?:until|to|till)\s+(?:\w+day|\w+\.?\s+\d))"
)


def is_day_put_off(sentence: Sentence, date: Temporal) -> bool:
    """Say whether a day is only that which a walk was put off from."""
    before = sentence.source[max(sentence.start, date.start - 60) : date.start]
    return bool(
        _WAS_SET.search(before)
        and _WAS_PUT_OFF.match(sentence.source[date.end : min(sentence.end, date.end + 110)])
    )


def _is_of_saying(sentence: Sentence, date: Temporal) -> bool:
    """Whether a day at the end of its clause is that on which somebody said so, and where."""
    after = sentence.source[date.end : date.end + 1]
    return after in (".", ",", ";") and bool(
        _SAID_IN.search(sentence.source[max(sentence.start, date.start - 110) : date.start])
    )


_IN_THE_NIGHT = AnyCase(
    r"\b(?:ended|ending|finish\w*|conclud\w+|wrapped|clos(?:ed|ing)|shut|back\s+in(?:side)?|"
    r"returned|came\s+in)\b[^.;,]{0,30}\b(?:early|small\s+hours|midnight|a\.m\.|morning)"
    r"[^.;,]{0,20}$"
)


def is_night_end(sentence: Sentence, date: Temporal) -> bool:
    """Say whether a day is only the end's: "which ended in the early hours of Monday"."""
    return bool(_IN_THE_NIGHT.search(sentence.source[sentence.start : date.start]))


# "Lasted eight hours, almost as long as the one the day before".
_AS_THE_ONE = re.compile(r"\b(?:than|as)\s+(?:the\s+one|that|it\s+was)\s+(?:\w+\s+)?$")
_DATELINE = re.compile(
    r"^\W*(?!(?:On|In|By|At|Since|After|Before|From|Until)\s)(?:[A-ZÀ-Þ][\w.'’/]*[,.]?\s+){1,6}(?:\([^)]*\)\s*)?\(?$"
)
_DATELINE_END = re.compile(r"^\.?\)?,?\s*(?:\d{4}\s*)?(?:\([^)]{2,40}\)\s*)?(?:--|—|–|-|:|/|\.|\()")
_STAMP = AnyCase(
    r"\b(?:as\s+of|posted|updated|published|first\s+published|last\s+(?:updated|"
    r"modified)|issued|date[d:]?|copyright|©)\W*(?:on\s+|"
    r"at\s+)?(?:[A-Z][a-z]+day,?\s+)?$"
)
_SUBORDINATORS = frozenset(["after", "since", "because", "when", "while", "which", "who"])
_ENDING = AnyCase(
    r"\b(?:ended|ending|finish\w*|conclud\w+|wrapped|clos(?:ed|ing)|shut|back\s+in(?:side)?|"
    r"returned|came\s+in)\b[^.;,]{0,45}$"
)
_SMALL_HOURS = "05:00"
_RANGE = AnyCase(
    r"[\s,]*(?:and\s+)?(?:to|into|until|till|through|–|-)\s*(?:the\s+)?"
    r"(?:(?:early|small|late|first|wee)\s+)?(?:hours\s+(?:of\s+|on\s+)?)?"
)
# "Moved the walk from Friday to Saturday".
_MOVED = AnyCase(
    r"\b(?:mov(?:e|es|ed|ing)|push\w*|postpon\w+|delay\w*|shift\w*|slip\w*|bump\w*|reschedul\w+)\b"
    r"[^.;]{0,60}\bfrom\s+(?:\w+\s+)?$"
)
# "At 3:06 pm EDT (12.36 am IST Wednesday)".
_OTHER_ZONE = re.compile(r"\d\s?(?:[ap]\.?m\.?,?\s)?[A-Z]{2,4}\s\([^()]{0,25}$")
_OTHER_CLOCK = AnyCase(r"[\s,]*\([^()]{0,40}")


def _is_stamp(sentence: Sentence, date: Temporal) -> bool:
    """As in "MOSCOW, Aug. 16 (Agency) --", "Posted on December 21, 2022".

    The day of the article, not of a walk.
    """
    before = sentence.source[sentence.start : date.start]
    after = sentence.source[date.end : date.end + 50]
    if _STAMP.search(before):
        return True
    return len(before) < 60 and bool(_DATELINE.match(before)) and bool(_DATELINE_END.match(after))


def _is_later_edge(sentence: Sentence, date: Temporal, temporals: Sequence[Temporal]) -> bool:
    """Whether a day is only that on which a walk ended, or the same moment by another clock.

    "Opened the hatch at 18:34 on Friday and closed it at 02:47 on Saturday", "from Thursday night
    into the small hours of Friday", "on Saturday (12.55 a.m. on Sunday in India)". A walk that
    ended "at 3:32 this morning" began the day before.
    """
    source = sentence.source
    before = source[max(sentence.start, date.start - 90) : date.start]
    earlier = [
        t for t in temporals if t.end <= date.start and t.grain in ("day", "part-of-day", "minute")
    ]
    first = next((t for t in earlier if _is_next_day(t, date)), None)
    ends = _ENDING.search(before) is not None
    if first is None:
        clock = earlier[-1].clock if earlier and date.start - earlier[-1].end <= 4 else None
        small = clock is not None and clock < _SMALL_HOURS
        return small and (ends or _OTHER_ZONE.search(before) is not None)
    between = source[first.end : date.start]
    if _MOVED.search(source[max(sentence.start, first.start - 90) : first.start]):
        return False
    return (
        ends
        or _RANGE.plain.fullmatch(between.lower()) is not None
        or (
            _OTHER_CLOCK.plain.fullmatch(between.lower()) is not None
            and re.search(r"\d", between) is not None
        )
    )


def _is_next_day(first: Temporal, second: Temporal) -> bool:
    """Whether two dates are of days that follow each other."""
    days = [t.value[:10] for t in (first, second)]
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days):
        return False
    one, other = (datetime.date.fromisoformat(day) for day in days)
    return (other - one).days == 1


def _subordinate(
    date: Temporal, anchor: SpacewalkMention, sentence: Sentence, spans: Sequence[Clause]
) -> str | None:
    """The word that opens the clause of the date, where it is another clause than the mention's.

    "the walk was arranged after the cart stalled on Wednesday": the date of what went before.
    """
    clause = next((c for c in spans if c.start <= date.start < c.end), None)
    if clause is None or clause.start <= anchor.start < clause.end or date.start < anchor.start:
        return None
    head = sentence.source[clause.start : clause.start + 14].lower().lstrip(" ,").split()
    return head[0] if head and head[0] in _SUBORDINATORS else None


# "The previous outing, which was on January 31".
_WHICH_WAS = AnyCase(
    r"[\s,]*which\s+(?:was|is|took\s+place|came|began)\s+(?:(?:held|made|on|in|early|late)\s+)*$"
)
_SINCE_THEN = re.compile(
    r"\b(?:that|which)\s(?:has\s)?(?:started|began|begun|dates|goes|went\sback)\b[^,;.]{0,30}$"
)
# "The 69th of the programme and the fourth in 2023".
_COUNTED = re.compile(
    r"\band\s+(?:the|its|their)\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\d+(?:st|nd|rd|th))\s+(?:one\s+)?(?:of|in|for)\s+$",
    re.I,
)
# "Just like the Games in August, the space walk is a symbol of power".
_LIKENED = re.compile(
    r"\b(?:[Ll]ike|[Uu]nlike|[Ff]ollowing)\s+(?:the\s+|its\s+|their\s+)?"
    r"(?!(?:\w+\s+){0,2}(?:space|walk|EVA|outing|excursion))[\w’'-]+(?:\s+[\w’'-]+){0,3}\s+(?:in|of)\s+$"
)
_THROUGH = re.compile(r"\b(?:through|until|till|by|before|since)\s(?:early\s|late\s|mid-)?$")
_WHEN = AnyCase(r"[\s,]*when\b")


def _near_enough(
    source: str, date: Temporal, anchor: SpacewalkMention, spans: Sequence[Clause]
) -> bool:
    """A month or year must stand in the clause of the mention.

    Elsewhere it tells of something else.
    """
    if re.match(r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX", date.value):
        return True
    if date.grain in ("month", "year") and _SINCE_THEN.search(
        source[max(0, date.start - 50) : date.start]
    ):
        return False  # "… the batteries, a job that started in 2017"
    if date.grain in ("month", "year") and _THROUGH.search(
        source[max(0, date.start - 20) : date.start]
    ):
        return False  # "the first of four planned through July"
    counts = date.grain == "year" and anchor.ordinal and anchor.determiner not in ("his", "her")
    if counts and date.start - anchor.end <= 4:
        return False  # "the fourth spacewalk of 2021" counts them
    if date.grain == "year" and _COUNTED.search(source[max(0, date.start - 30) : date.start]):
        return False
    if date.grain in ("month", "year") and _LIKENED.search(
        source[max(0, date.start - 60) : date.start]
    ):
        return False
    for n, clause in enumerate(spans):
        if clause.start <= date.start < clause.end:
            if clause.start <= anchor.start < clause.end:
                return True
            following = spans[n + 1] if n + 1 < len(spans) else None
            # "in February 1997, when A and B patched … in a spacewalk"
            return (
                following is not None
                and following.start <= anchor.start < following.end
                and _WHEN.match(source[following.start : following.start + 8]) is not None
            )
    return False


# "They spent six hours in open space on Wednesday, the agency said."
_ATTRIBUTED = re.compile(r",[^,.;]{1,60}\b(?:said|says|announced|reported|posted|wrote|tweeted)\b")
_SINCE_WHEN = AnyCase(r"since\s+(?:\w+\s+){0,3}\|,?\s+when\b")
_REPORTING = re.compile(
    r"(?:said|says|announced|told|reported|posted|tweeted|wrote|shared)\b", re.I
)
_INNER = re.compile(
    r"(?<=\s)(?:will|would|was|were|is|are|had|has|have|went|made|took|set|spent|left|"
    r"[a-z]{3,}ed)\s+(?!to\s+say)",
    re.I,
)


def _speaks_of_walk(sentence: Sentence, date: Temporal) -> bool:
    """The nearest telling word before the date decides.

    At the head of a sentence, the first one after.
    """
    before = sentence.source[sentence.start : date.start]
    other = _last(_OTHER, before)
    walk = _last(_WALK, before)
    if other < 0 and walk < 0:
        after = sentence.source[date.end : sentence.end]
        if _ATTRIBUTED.match(after):
            return True
        first_other, first_walk = _TRAVEL.search(after), _WALK.search(after)
        if first_other is None or first_other.start() > 70:
            return True
        return first_walk is not None and (first_walk.start() < first_other.start() + 60)
    if other > walk:
        if _SINCE_WHEN.match(before[other:] + "|" + sentence.source[date.end : date.end + 8]):
            return True  # "the first since July 2013, when water filled a helmet"
        reporting = _REPORTING.match(before, other)
        if reporting and _INNER.search(before, other + 4):
            return True  # "the agency said that the two set the record on March 11"
        gap = len(before) - other
        premodifies = re.match(
            r"(?:['’]s)?\s+(?!the\b|a\b|that\b|their\b)(?:\w+\s+)?(?:space\s?-?walk|EVA|"
            r"excursion|outing|walk)",
            sentence.source[date.end : date.end + 60],
            re.I,
        )
        return bool(premodifies) or (gap > 90 and not reporting)
    return True


def _last(pattern: AnyCase, text: str) -> int:
    position = -1
    for match in pattern.plain.finditer(lowered(text)):
        position = match.start()
    return position


def _nearest(
    sentence: Sentence, date: Temporal, anchors: Sequence[SpacewalkMention], starts: Sequence[int]
) -> int | None:
    best: int | None = None
    cost = 10_000
    for n, anchor in enumerate(anchors):
        if anchor.kind in ("agent", "verb"):
            continue
        if anchor.start <= date.start and date.end <= anchor.end:
            return n  # "Monday's spacewalk"
        gap = date.start - anchor.end if date.start >= anchor.end else anchor.start - date.end
        crossed = sum(
            min(date.start, anchor.start) < s < max(date.start, anchor.start) for s in starts
        )
        weight = gap + 45 * crossed + (0 if date.start >= anchor.end else 5)
        if weight < cost:
            best, cost = n, weight
    return best
