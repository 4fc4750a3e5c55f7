"""Reads an article sentence by sentence: which spacewalk does each sentence tell of?"""

import datetime
import re
from bisect import bisect_right
from dataclasses import replace

from evafacts.assembly.clauses import clause_at, tense
from evafacts.assembly.dates import is_night_end, tells_of_other
from evafacts.assembly.doubles import join_doubles
from evafacts.assembly.fitting import is_only_possible
from evafacts.assembly.focus import is_about_spacewalks, is_unreal
from evafacts.assembly.linking import is_compared, link_sentence
from evafacts.assembly.roles import parts
from evafacts.assembly.signs import NUMBERED_CREW, SIGNAL, is_elsewhere
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, Walk, day_of, is_day, is_known_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_ASIDE = re.compile(
    r"[\s,;(]*(?:that|which|who|whom|whose|than|since|after|before|until|as|when|leaving)\b", re.I
)
# After the one before: "They were to spend seven hours outside this time".
_THIS_TIME = AnyCase(r"\bthis\s+time\b(?!\s+(?:last|next|of|to))")
_HAD = re.compile(
    r"\b(?:that|which)\s+(?:had|has|have|was|were)\b[^,;]*$|,\s+leaving\b[^,;.]*\bfor\b[^,;.]*$",
    re.I,
)
_CREWMAN = Cue(r"\b(?:astro|cosmo|taiko)nauts?\b")
_WHICH_WEEK = re.compile(r"\b(?:last|next|previous|following|coming|past)\s+$", re.I)
_WEEK = 7
_NEXT = 8
_HEADING = 30
_NEWS_DAYS = 2
_LONG_AGO = 2  # years
_LEAD = 5


def read(mentions: Mentions) -> tuple[list[Told], Ledger]:
    """Read the whole text once, linking every mention to a walk."""
    ledger = Ledger(mentions.plain, mentions.written)
    told: list[Told] = []
    table = _by_sentence(mentions)
    places = _places_outside(mentions)
    unreal = is_unreal(mentions)
    passing = not is_about_spacewalks(mentions)
    ledger.passing = passing
    heading: list[Temporal] = []
    for sentence in mentions.sentences:
        people, walks, temporals = table[sentence.index]
        temporals = [
            _in_its_week(t, sentence, ledger)
            for t in temporals
            if not _is_far_ahead(t, ledger.published)
        ]
        one = Told(sentence, temporals=temporals)
        told.append(one)
        heading = _heading_dates(one, heading, mentions.stamps)
        real = [m for m in walks if m.real and (not unreal or _is_grounded(temporals))]
        if not real and walks and _is_history(walks, people, temporals, ledger.published):
            real = walks
        if passing:
            real = real if _tells(real, people, temporals) else []
        if (walks and not real) or ((unreal or passing) and not real):
            continue
        one.outside = places[sentence.index]
        one.tasks = mentions.tasks_of(sentence)
        one.parts = parts(mentions.plain, sentence, people, real, one.tasks)
        if _THIS_TIME.search(sentence.text) and not one.dates and ledger.lead is not None:
            ledger.current = ledger.lead
        link_sentence(one, real, ledger, heading, mentions.stamps)
        if ledger.lead is None:
            told_of = _tells_of_crew(one)
            ledger.lead_dates.extend(
                d for d in one.dates if is_day(d) and (told_of or _is_news(d, one, ledger))
            )
        one.topic = _topic(one, ledger, told)
        _date_lead(one, ledger)
        if one.topic is not None:
            one.topic.sentences.append(sentence.index)
            _name_pair(one, one.topic)
    if not passing:
        _lead_in(told, ledger)
        join_doubles(told, ledger)
    return told, ledger


def _name_pair(one: Told, walk: Walk) -> None:
    """A pair named where a walk has just been told of may be its crew; other pairs are not."""
    if not walk.anchors:
        return
    # What is still ahead is told of among other news of the crew.
    reach = 1 if walk.ahead else _NEXT
    if one.sentence.index - walk.anchors[-1].sentence.index > reach:
        return
    pairs = [p.people for p in one.parts if p.score >= 0 and len(p.people) > 1]
    walk.named.update(p.key or p.name for people in pairs for p in people)


def _in_its_week(date: Temporal, sentence: Sentence, ledger: Ledger) -> Temporal:
    """A bare weekday that is that of the walk told of is its day, not a week before or after."""
    walk = ledger.lead
    if date.form != "weekday" or walk is None or walk.date is None:
        return date
    if not (is_known_day(date) and is_known_day(walk.date)) or _WHICH_WEEK.search(
        sentence.source, max(sentence.start, date.start - 12), date.start
    ):
        return date
    own, its = (datetime.date.fromisoformat(d.value[:10]) for d in (date, walk.date))
    return replace(date, value=walk.date.value) if abs((own - its).days) == _WEEK else date


def _is_far_ahead(date: Temporal, published: datetime.date | None) -> bool:
    """Whether a year is that of things to come: "new ships from 2017 on"."""
    far = published is not None and date.form == "year" and date.value.isdigit()
    return far and published is not None and int(date.value) > published.year + 1


def _is_news(date: Temporal, one: Told, ledger: Ledger) -> bool:
    """Whether the opening sentence names a day just gone by: "There was applause Monday night"."""
    if one.sentence.index > 1 or ledger.published is None or not is_known_day(date):
        return False
    gone = ledger.published - datetime.date.fromisoformat(date.value[:10])
    return 0 <= gone.days <= _NEWS_DAYS


def _tells_of_crew(one: Told) -> bool:
    """Whether a sentence tells of people or work, or has a word of the trade."""
    if one.parts or one.tasks:
        return True
    return any(cue.search(one.sentence) for cue in (SIGNAL, NUMBERED_CREW, _CREWMAN))


def _date_lead(one: Told, ledger: Ledger) -> None:
    """The walk of a headline has its day in the lead below it: "A nick in a glove … Wednesday"."""
    lead = ledger.lead
    if lead is None or lead.date is not None or one.topic is not lead:
        return
    if one.sentence.index > _LEAD or len(ledger.walks) > 1:
        return
    told_of = _tells_of_crew(one)
    days = [
        d
        for d in one.dates
        if is_day(d) and (told_of or _is_news(d, one, ledger) or _is_anniversary(d, one))
    ]
    lead.date = next(
        (d for d in days if not (is_night_end(one.sentence, d) or is_elsewhere(one, d))), None
    )


def _is_history(
    walks: list[SpacewalkMention],
    people: list[PersonMention],
    temporals: list[Temporal],
    published: datetime.date | None,
) -> bool:
    """Whether a film or an exhibit is said to be of a walk that was made on a day long ago."""
    if not any(m.strong and m.kind == "noun" for m in walks):
        return False
    latest = published.year - _LONG_AGO if published is not None else None
    years = [int(t.value[:4]) for t in temporals if is_known_day(t)]
    walkers = [p for p in people if p.key and by_key()[p.key].spacewalker]
    return any(
        (latest is None or year <= latest) and by_key()[p.key or ""].active_in(year)
        for year in years
        for p in walkers
    )


def _is_anniversary(date: Temporal, one: Told) -> bool:
    """As in "Forty years ago today the flight was on its way home"."""
    return one.sentence.source[date.start : date.end].lower().endswith("ago today")


def _tells(
    real: list[SpacewalkMention], people: list[PersonMention], temporals: list[Temporal]
) -> bool:
    """Whether a sentence of an article about something else tells of a spacewalk.

    It names one, or somebody goes out on a day that is given ("On Feb. 7, 1984, he floated out").
    """
    if any(m.strong and m.kind == "noun" for m in real):
        return True
    dated = any(t.kind == "DATE" and re.match(r"\d{4}", t.value) for t in temporals)
    return dated and bool(people) and any(m.kind == "exit" for m in real)


def _heading_dates(one: Told, before: list[Temporal], stamps: frozenset[int]) -> list[Temporal]:
    """The date of a heading ("FLIGHT DAY 5.") holds for what stands under it.

    Up to the next heading.
    """
    opens = (
        bool(one.temporals)
        and one.temporals[0].form == "flight_day"
        and one.temporals[0].start == one.sentence.start
    )
    if len(one.sentence.text) > _HEADING * (1 + opens):
        return before if not one.temporals or before else []
    days = [t for t in one.temporals if t.kind == "DATE" and is_day(t) and t.start not in stamps]
    if days and not opens and tells_of_other(one.sentence):
        return before  # "Speaking on Jan. 5:"
    return days[:1] or before


def _places_outside(mentions: Mentions) -> list[bool]:
    """Whether each sentence names a place that is outside: a truss segment, a platform."""
    starts = [s.start for s in mentions.sentences]
    named = [False] * len(starts)
    for place in mentions.places:
        if place.kind in ("truss", "platform", "telescope", "satellite"):
            named[bisect_right(starts, place.start) - 1] = True
    return named


def _by_sentence(
    mentions: Mentions,
) -> list[tuple[list[PersonMention], list[SpacewalkMention], list[Temporal]]]:
    """People, spacewalk mentions and temporal expressions of each sentence."""
    starts = [s.start for s in mentions.sentences]
    table: list[tuple[list[PersonMention], list[SpacewalkMention], list[Temporal]]] = [
        ([], [], []) for _ in starts
    ]
    for person in mentions.people:
        table[bisect_right(starts, person.start) - 1][0].append(person)
    for walk in mentions.spacewalks:
        table[bisect_right(starts, walk.start) - 1][1].append(walk)
    for temporal in mentions.temporals:
        table[bisect_right(starts, temporal.start) - 1][2].append(temporal)
    return table


def _is_grounded(temporals: list[Temporal]) -> bool:
    return any(t.kind == "DATE" and re.match(r"\d{4}", t.value) for t in temporals)


def _topic(one: Told, ledger: Ledger, told: list[Told]) -> Walk | None:
    """The walk that a sentence goes on about."""
    linked = [a for a in one.anchors if a.walk is not None]
    if linked and not all(map(is_compared, linked)):
        told_of = [a for a in linked if a.mention.kind != "agent"] or linked
        main = [a for a in told_of if not _is_aside(a)] or told_of
        ledger.current = main[-1].walk
        return ledger.current
    if not linked and any(is_only_possible(ledger.text, a.mention) for a in one.anchors):
        return None
    if any(a.mention.plural for a in one.anchors):
        ledger.current = ledger.lead
    if ledger.current is None:
        return None
    days = [d for d in one.dates if is_day(d)]
    for walk in ledger.walks:
        if any(same_day(walk.date, d) for d in days):
            ledger.current = walk
            return walk
    if days and ledger.current.date is not None:
        return None
    named = frozenset(p.key or p.name for part in one.parts if part.score >= 0 for p in part.people)
    if named and ledger.current.crew and not named & ledger.current.crew:
        for walk in ledger.walks:
            if named <= walk.crew:
                ledger.current = walk
                return walk
    _return_to_lead(one, ledger, told)
    return ledger.current


def _is_aside(anchor: Anchor) -> bool:
    """Whether a mention stands aside: "a job that had beaten them six days earlier"."""
    sentence = anchor.sentence
    clause = clause_at(sentence, anchor.mention.start)
    before = sentence.source[clause.start : anchor.mention.start]
    opens = clause.start > sentence.start and _ASIDE.match(before)
    return bool(opens or _HAD.search(before))


def _return_to_lead(one: Told, ledger: Ledger, told: list[Told]) -> None:
    """A new paragraph without a word of the background walk goes back to the one of the lead."""
    new_paragraph = len(told) < 2 or told[-2].sentence.paragraph != one.sentence.paragraph
    lead, current = ledger.lead, ledger.current
    if (
        not new_paragraph
        or one.sentence.bullet
        or lead is None
        or current is None
        or current is lead
    ):
        return
    if any(a.heading for a in current.anchors):
        return  # what stands under a heading of its own stays with it up to the next one
    if _goes_on_in_time(lead, current):
        return
    spoken = tense(one.sentence.text)
    if lead.tense is None or (spoken == "future") == lead.ahead or not current.ahead:
        ledger.current = lead


def _goes_on_in_time(lead: Walk, current: Walk) -> bool:
    """Whether the story has moved on from the first walk to a later one, and both are over.

    News comes back to the walk of its lead, which is the latest; a story does not.
    """
    if lead.ahead or current.ahead or not (is_known_day(lead.date) and is_known_day(current.date)):
        return False
    return day_of(lead) < day_of(current)


def _lead_in(told: list[Told], ledger: Ledger) -> None:
    """What stands before the first mention tells of the first walk."""
    lead = ledger.lead
    if lead is None:
        return
    headed = any(a.heading for a in lead.anchors)  # "Spacewalk 1." begins with what stands under it
    for one in told:
        if one.topic is not None or (one.anchors and headed):
            return
        if one.parts or one.tasks or one.dates or one.temporals:
            one.topic = lead
            lead.sentences.append(one.sentence.index)
