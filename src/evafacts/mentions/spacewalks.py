"""Mentions of spacewalks: the nouns ("Monday's spacewalk").

And verbs of leaving ("ventured outside").

Each mention says what its own words tell of *which* spacewalk is meant: one or several, the first
or the third, this one or the next. Nothing here knows about records.
"""

import re
from functools import lru_cache

from evafacts.knowledge import by_key
from evafacts.knowledge.cues import cues
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.numbers import cardinal, ordinal
from evafacts.mentions.people import find_people
from evafacts.mentions.sentences import Sentence, Words
from evafacts.mentions.values import value
from evafacts.mentions.walkphrase import (
    DETERMINERS,
    first,
    left_of,
    one_of,
    relation_of,
    said_in_plural,
    session,
    weak_is_noun,
)

_PLURAL = re.compile(
    r"(?:walks|evas|activities|excursions|outings|sorties|forays|strolls|jaunts|"
    r"missions|exits|ventures)$"
)
_AGENT = re.compile(r"walkers?$", re.I)
_SPARED = re.compile(
    r"\b(?:without|instead\s+of|rather\s+than|avoid\w*|spar(?:e|es|ed|ing)|sav(?:e|es|"
    r"ed|ing)|(?:no\s+)?need\s+for|would\s+have\s+(?!(?:made|performed|conducted|gone)\b)\w+)"
    r"\s+(?:\w+\s+){0,4}$",
    re.I,
)
_DOORS = frozenset(
    ["hatch", "door", "compartment", "hatchway", "airlock", "port", "module", "chamber"]
)
_WALK_NUMBER = re.compile(
    r"(?:EVA|spacewalk|space\s+walk|walk|outing|"
    r"excursion)\s*[-‑#]?\s*(?:No\.\s*)?([1-9]|one|two|three|four|five|six)\b",
    re.I,
)
_EVA_NUMBER = re.compile(
    r"(?:(?:US|U\.S\.|USOS|Russian|RS)\s+)?(?:EVA|VKD|"
    r"spacewalk)(?:\s*[-‑#]?\s*(\d{1,3})\b|\s+No\.\s*(\d+))",
    re.I,
)


@value
class SpacewalkMention:
    """Words that speak of a spacewalk.

    ``kind`` is ``noun``, ``exit`` (a verb of leaving), ``agent`` ("spacewalkers") or ``verb``
    ("spacewalking"; with ``trade``, "spacewalk veteran"). ``relation``
    is what the words say of its place in a series (``next``, ``last``, ``previous``, ``final``,
    ``current``, ``same``, ``other``, ``upcoming``); ``ordinal`` its number there; ``count`` is for
    several. ``real`` is false for a pool, a film, a simulator.
    """

    start: int
    end: int
    kind: str
    strong: bool
    plural: bool = False
    count: int | None = None
    determiner: str | None = None
    relation: str | None = None
    ordinal: int | None = None
    designation: str | None = None
    real: bool = True
    trade: bool = False


@lru_cache(maxsize=1)
def _exit_forms() -> frozenset[str]:
    return cues().exit_verbs | {"was", "were", "been"}


@lru_cache
def loose_cue(name: str) -> AnyCase:
    """A cue for a whole text, at the price of small letters only."""
    return AnyCase(getattr(cues(), name).pattern)


_ENOUGH_SIGNALS = 5
_FEW_SIGNALS = 2


def speaks_of_spacewalk(text: str, title: str | None = None) -> bool:
    """Say whether an article can tell of a spacewalk.

    It names one by a word that can mean nothing else, or an exit into space, or it has so many
    words of the trade (airlock, hatch, tether, suit …) that somebody must be outside.
    """
    lower = text.lower()
    if loose_cue("context").first(lower) < 0:
        return False
    walk = loose_cue("spacewalk")
    if walk.search(text) or (title and walk.search(title)):
        return True
    if _EXIT_TO_SPACE.search(text):
        return True
    kinds = {word.rstrip("s") for word in loose_cue("signals").plain.findall(lower)}
    if len(kinds) >= _ENOUGH_SIGNALS:
        return True
    return len(kinds) >= _FEW_SIGNALS and any(
        by_key()[p.key].spacewalker if p.key is not None else p.role == "crew"
        for p in find_people(text)
    )


_EXIT_TO_SPACE = AnyCase(
    r"\b(?:float|step|climb|crawl|ventur|walk|exit|emerg|clamber|drift|egress|left|"
    r"leav|went|go)\w*\s+[^.!?\n]{0,60}"
    r"\b(?:airlock|hatch|outside\s+(?:the|of|their|his|her)|(?:open|outer)\s+(?:space|cosmos)|vacuum)\b|"
    r"\b(?:left|leaving|exited|egressed|(?:out|emerged)\s+of)\s+(?:the|their|his|her)\s+cabin\b|"
    r"\b(?:leaving|left|emerging|emerged|floated|crawled|out)\s+through\s+the\s+"
    r"(?:[\w-]+\s+){0,2}(?:node|port|compartment|chamber)\b"
)


def find_spacewalks(text: str, sentences: list[Sentence]) -> list[SpacewalkMention]:
    """Find the spacewalk mentions of ``text``, in order of position."""
    found: list[SpacewalkMention] = []
    if not loose_cue("context").search(text):
        return found
    for sentence in sentences:
        found.extend(_in_sentence(sentence))
    return found


@lru_cache(maxsize=1)
def _cues() -> dict[str, Cue]:
    """The cues that are looked for in each sentence."""
    names = ("spacewalk", "weak", "exit_phrases", "place_of_exit", "unreal", "unreal_near")
    return {name: Cue(getattr(cues(), name).pattern) for name in names}


def _in_sentence(sentence: Sentence) -> list[SpacewalkMention]:
    found: list[SpacewalkMention] = []
    text = sentence.text
    cue = _cues()
    plain = list(cue["spacewalk"].finditer(sentence))
    nouns = [(m, True) for m in plain if not _is_name(text, m)]
    nouns += [
        (w, False)
        for w in cue["weak"].finditer(sentence)
        if not any(w.start() < s.end() and s.start() < w.end() for s in plain)
    ]
    phrases = list(cue["exit_phrases"].finditer(sentence))
    places = list(cue["place_of_exit"].finditer(sentence))
    if not nouns and not phrases and not places:
        return found
    words = sentence.words
    unreal = bool(cue["unreal"].search(sentence))
    doubts = [m.start() for m in cue["unreal_near"].finditer(sentence)]
    for match, is_strong in nouns:
        real = not unreal and not any(-24 < match.start() - d < 30 for d in doubts)
        mention = _noun(sentence, words, match, is_strong, real)
        if mention is not None:
            found.append(mention)
    for match in places:
        mention = _exit(sentence, words, match, not unreal)
        if mention is not None and not any(m.start <= mention.start < m.end for m in found):
            found.append(mention)
    for match in phrases:
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if _SPARED.search(text, max(0, match.start() - 50), match.start()):
            continue
        if not any(m.start < end and start < m.end for m in found):
            found.append(_phrase(words, start, end, bool(_TRIPS.match(match[0])), not unreal))
    found.sort(key=lambda m: m.start)
    return found


def _phrase(words: Words, start: int, end: int, several: bool, real: bool) -> SpacewalkMention:
    """A phrase that by itself says that somebody goes out; of several trips, the one meant."""
    if not several:
        return SpacewalkMention(start, end, "exit", False, real=real)
    i = words.index_at(start)
    one = one_of(words, i - len(left_of(words, i)) - 1)
    return SpacewalkMention(
        one[-1].start if one else start,
        end,
        "noun",
        False,
        plural=not one,
        determiner="the" if one else None,
        relation=relation_of(one),
        ordinal=first(ordinal(w.lower) for w in one),
        real=real,
    )


_TRIPS = AnyCase(r"(?:trips|ventures|forays|jaunts|excursions)\b")  # "three trips outside"
_OFFICE = re.compile(
    r"\s+(?:and\s+(?:Human|Rover)|Mobility|Program|Programme|Suit|Services|Technology|"
    r"Office|Systems|Test|Team|Unit|Directorate|Engineering|Flight\s+Operations)\b"
)
_CAPITALS = re.compile(r"Space\s?Walk$|Moonwalk$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|a)\s$")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """As in "Eva" the woman, "Extravehicular Activity Services" the office, "the Space Walk"."""
    word = match[0]
    if word[:3].lower() == "eva" and not word.startswith("EVA"):
        return True
    if _CAPITALS.match(word) and _ARTICLE.search(text, max(0, match.start() - 5), match.start()):
        return not text[match.end() : match.end() + 3].strip(" -#").isdigit()
    return word[:1].isupper() and len(word) > 12 and bool(_OFFICE.match(text, match.end()))


def _noun(
    sentence: Sentence, words: Words, match: re.Match[str], strong: bool, real: bool
) -> SpacewalkMention | None:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    word = match[0].lower()
    if _AGENT.search(word):
        return SpacewalkMention(start, end, "agent", strong, real=real)
    after = words.index_at(end)
    if strong and after < len(words) and words[after].lower in cues().trade:
        return SpacewalkMention(start, end, "verb", strong, real=real, trade=True)
    if word.endswith(("walking", "walked")) and " in" not in word:
        return SpacewalkMention(start, end, "verb", strong, real=real)
    i = words.index_at(start)
    if word == "exit" and i + 1 < len(words) and words[i + 1].lower in _DOORS:
        return None
    if (
        not strong
        and not weak_is_noun(words, i)
        and not _WALK_NUMBER.match(sentence.text, match.start())
    ):
        return None
    if i and words[i - 1].text == "(" and word in ("eva", "evas"):
        return None  # "extravehicular activities (EVAs)" is said once
    left = left_of(words, session(words, i))
    if any(w.lower in ("not", "never") for w in left) or _SPARED.search(
        sentence.text, max(0, match.start() - 50), match.start()
    ):
        return None
    numbers = bool(_NUMBERS_AFTER.match(sentence.text, match.end()))
    plural = bool(_PLURAL.search(word)) and (numbers or not said_in_plural(word, left))
    if plural and (one := one_of(words, i - len(left) - 1)):
        plural, left = False, one
    number = _EVA_NUMBER.match(sentence.text, _designation_start(sentence.text, match.start()))
    number = number or _WALK_NUMBER.match(sentence.text, match.start())
    designation = " ".join(number[0].split()) if number and number.end() >= match.end() else None
    return SpacewalkMention(
        left[-1].start if left and left[-1].start < start else start,
        max(end, sentence.start + number.end()) if designation and number else end,
        "noun",
        strong,
        plural=plural,
        count=first(cardinal(w.lower) for w in left),
        determiner=first(w.lower if w.lower in DETERMINERS else None for w in left),
        relation=relation_of(left),
        ordinal=first(ordinal(w.lower) for w in left) or _numbered(designation),
        designation=designation,
        real=real,
    )


# "Extravehicular activities (EVAs) 12, 13 and 14" are several.
_NUMBERS_AFTER = re.compile(r"\s*(?:\(EVAs\)\s*)?\d+(?:,|\s+and)\s")


def _numbered(designation: str | None) -> int | None:
    """As in "EVA 2" is the second of its mission; "US EVA-71" says nothing of the kind."""
    match = _WALK_NUMBER.fullmatch(designation or "")
    return cardinal(match[1].lower()) if match else None


def _designation_start(text: str, start: int) -> int:
    prefix = re.search(r"(?:US|U\.S\.|USOS|Russian|RS)\s+$", text[max(0, start - 9) : start])
    return start - len(prefix[0]) if prefix else start


_BEING_THERE = ("work", "stay", "spen", "mak", "mad", "tak", "took", "set", "send", "sent")
# What is done to a satellite there: "leave it in the payload bay", "swung it into the cargo bay".
_HANDLING = ("lea", "left", "get", "got", "pass", "swing", "swung", "open", "go", "gone", "went")
_AFTER = 120  # characters
# "Open the hatch to let them back in", "the hatch between the two ships".
_TO_COME_IN = AnyCase(
    r"(?:es)?\s+(?:between|to\s+(?:allow|let|welcome|greet|admit|bring|enter|retrieve)\b|into\s+(?:the|their)\s+new|"
    r"for\s+the\s+first\s+time\s+(?:into|and\s+enter))"
)
# "Ventured outside on four spacewalks", "worked outside the station twice".
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|numerous|\d+)"
_SEVERAL_TIMES = AnyCase(
    rf"(?:\s+(?:the|of|its|their|his|her|space|international|orbiting|[\w’'-]*(?:station|ship|craft|shuttle|laboratory)))*,?\s+(?:(?:on|in|during|for)\s+"
    rf"(?:a\s+total\s+of\s+)?{_COUNT}\s+(?:[\w-]+\s+){{0,2}}(?:space\s?walks|EVAs|outings|excursions|occasions|sorties)|"
    rf"twice|{_COUNT}\s+times)\b"
)


def _exit(
    sentence: Sentence, words: Words, match: re.Match[str], real: bool
) -> SpacewalkMention | None:
    """A verb of leaving within seven words before the place of exit."""
    i = words.index_at(sentence.start + match.start())
    place = match[0].lower()
    for j in range(i - 1, max(-1, i - 8), -1):
        lower = words[j].lower
        if lower in (",", ";", "(", ")"):
            break
        if lower in _exit_forms():
            if place in ("airlock", "hatch", "cabin") and not _leaves_by(words, j, i):
                continue
            if lower in ("was", "were", "been") and (place != "outside" or i - j > 3):
                continue
            bay = place.endswith("bay")
            if bay and lower.startswith(_HANDLING):
                continue
            if lower.startswith(_BEING_THERE) and place != "outside" and not bay:
                continue
            if lower.startswith(("leav", "left", "exit", "egress")) and place == "outside":
                continue
            if lower.startswith("open") and (
                place != "hatch"
                or _TO_COME_IN.match(sentence.text[match.end() : match.end() + _AFTER])
            ):
                continue
            start, end = words[j].start, sentence.start + match.end()
            several = "twice" in {w.lower for w in words[j:i]} or bool(
                _SEVERAL_TIMES.match(sentence.text[match.end() : match.end() + _AFTER])
            )
            kind = "noun" if several else "exit"
            return SpacewalkMention(start, end, kind, False, several, real=real)
    return None


def _leaves_by(words: Words, verb: int, place: int) -> bool:
    """As in "exited the Quest airlock", "floated through the hatch", "opened the hatch".

    Not "returned to the airlock".
    """
    between = {w.lower for w in words[verb + 1 : place]}
    if between & {"to", "into", "inside", "toward", "towards", "near", "back"}:
        return False
    direct = words[verb].lower.startswith(("exit", "lea", "left", "egress", "open"))
    return direct or bool(between & {"through", "from", "of", "out", "via", "outside"})
