"""What is said of one of the crew: designation, suit, the count of their spacewalks."""

import re
from collections.abc import Sequence

from evafacts.assembly.evidence import spans_of
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.document import Mentions
from evafacts.mentions.numbers import ordinal
from evafacts.mentions.people import PersonMention
from evafacts.records import CrewMember

_MOST = 20
"""Nobody has made more spacewalks than this: a higher count is that of a station or programme."""
_AHEAD, _BACK = 110, 60  # characters
_EV = r"EV-?\s?([1-4])\b"
_DESIGNATION = re.compile(
    rf"\b(?:{_EV}|extravehicular\s+(?:crew\s*member|activity\s+crew\s*member)\s+(?:No\.\s*)?([1-4])\b)"
)
_DESIGNATION_BEFORE = re.compile(rf"\b{_EV}\)?[,:]?\s+(?:is\s+|astronaut\s+|cosmonaut\s+)?$")
_SUIT = re.compile(
    r"\b((?:red|blue|orange|green|gold)[\s-](?:stripes?|striped\s+(?:space)?suit)|(?:no|without)\s+stripes"
    r"|(?:(?:plain|all|unmarked|pure)[\s-])?white\s+(?:space)?suit|unmarked\s+(?:space)?suit|(?:suit|spacesuit)\s+without\s+stripes)\b"
)
_WALK = r"(?:space[\s-]?walks?|walks?\s+in\s+space|EVAs?|outings?|excursions?|sorties?)"
_COUNT = r"(\d{1,2}(?:st|nd|rd|th)|[a-z]+|(?:No\.|number)\s*\d{1,2})"
_OF_NAME = re.compile(
    rf"\b{_COUNT}(?:\s+(?:career\s+)?{_WALK})?(?:\s+in\s+a\s+career)?\s+(?:for|of|by)\s+"
    r"(?:(?:the|his|her|fellow|[A-Z][\w.]*['’]?s?|astronaut|cosmonaut|commander)\s+){0,3}$"
)
_NAMES_OWN = re.compile(
    rf"['’]s?\s+(?:own\s+)?(?:career\s+)?{_COUNT}(?:\s+(?:career\s+)?{_WALK}|(?=[\s,]*(?:[.;]|and\b|overall|in\s+all)))"
)
_HIS = re.compile(
    rf"[^.;]{{0,70}}?\b(?:his|her|their)\s+(?:career[\s-])?{_COUNT}\s+(?:career\s+)?{_WALK}\b"
)
_FOR_NAME = re.compile(
    rf",?\s+(?:it|this|that|the\s+\w+)\s+(?:was|is|will\s+be|would\s+be|made|marks|marked)\s+(?:his|her|the|a)\s+{_COUNT}\b"
)
_FOR_ALL = AnyCase(
    rf"\b(?:the|a)\s+(?:career\s+)?{_COUNT}(?:\s+(?:career\s+)?{_WALK})?\s+for\s+(?:both\b|each\b|the\s+(?:pair|duo|two)\b|either\s+man)"
    rf"|\bboth\s+(?:[\w']+\s+){{0,4}}(?:on\s+|making\s+)?their\s+{_COUNT}\s+(?:career\s+)?{_WALK}"
)


def member(mentions: Mentions, key: str, names: Sequence[PersonMention]) -> CrewMember:
    """Make the record of one of the crew.

    Args:
        mentions: All that the article names.
        key: The roster's key, or the name of somebody unknown.
        names: Where the person is named in what is told of the walk, at least once.

    Returns:
        The person with all that is said of them as one of this crew.
    """
    text = mentions.text
    first = names[0]
    own = [n for n in mentions.people if (n.key or n.name) == key]
    agencies = (n.agency for n in (first, *own) if n.agency)
    windows = [_window(mentions, n) for n in names]
    return CrewMember(
        name=first.name,
        person=first.key,
        agency=next(agencies, None),
        designation=_designation(text, names, windows),
        suit=next((m[1] for w in windows if (m := _SUIT.search(w))), None),
        career_spacewalk=_career(mentions, names, windows),
        evidence=spans_of(text, ((n.start, n.end) for n in names)),
    )


def _window(mentions: Mentions, name: PersonMention) -> str:
    """What follows a name, up to the next person, the end of the clause or the reach."""
    end = min(name.end + _AHEAD, len(mentions.text))
    following = mentions.people_in(name.start + 1, end)
    end = following[0].start if following else end
    return re.split(r"[;.]\s", mentions.text[name.end : end], maxsplit=1)[0]


def _designation(text: str, names: Sequence[PersonMention], windows: Sequence[str]) -> str | None:
    """Read "EV1" from "EV-1", "extravehicular crew member 1"; never from "lead spacewalker"."""
    for name, window in zip(names, windows, strict=True):
        match = _DESIGNATION.search(window) or _DESIGNATION_BEFORE.search(
            text[max(0, name.start - 30) : name.start]
        )
        if match is not None:
            return f"EV{next(filter(None, match.groups()))}"
    return None


def _career(
    mentions: Mentions, names: Sequence[PersonMention], windows: Sequence[str]
) -> int | None:
    """Read "the fourth spacewalk of her career", "the second for Glover", "for both"."""
    for name, window in zip(names, windows, strict=True):
        before = mentions.text[max(0, name.start - _BACK) : name.start]
        matches = [_OF_NAME.search(before), _NAMES_OWN.match(window), _HIS.match(window)]
        if before.lower().endswith("for "):
            matches.append(_FOR_NAME.match(window))
        for match in matches:
            if match is not None and (number := _number(match[1])) is not None:
                return number
    return _shared(mentions, names)


def _shared(mentions: Mentions, names: Sequence[PersonMention]) -> int | None:
    """Read "the third spacewalk for both men", where it follows what names the person."""
    for name in names:
        match = _FOR_ALL.search(mentions.text[name.end : name.end + 4 * _AHEAD])
        if match is not None and (number := _number(match[1] or match[2])) is not None:
            return number
    return None


def _number(word: str) -> int | None:
    digits = re.search(r"\d+", word)
    number = int(digits[0]) if digits else ordinal(word.lower())
    return number if number is not None and 0 < number <= _MOST else None
