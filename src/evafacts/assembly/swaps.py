"""Crews that changed before they went out: who was dropped, and who goes instead."""

import re
from collections.abc import Sequence

from evafacts.mentions.people import PersonMention
from evafacts.mentions.sentences import Sentence

_ILL = (
    r"(?:pulled|dropped|backed|bowed|opted|sat)\s+out\b|withdr[ae]w|withdrawn|stood\s+down|"
    r"stepped\s+(?:aside|down)|(?:fell|became|got|felt|came\s+down|was\s+too)\s+(?:ill|sick|unwell)|"
    r"called\s+in\s+sick|reported\s+sick"
)
_TAKEN_OFF = (
    r"(?:was|were|been|being)\s+(?:[a-z]+ly\s+)?(?:replaced|swapped|scratched|bumped|grounded|sidelined|ruled\s+out|"
    r"taken\s+off|pulled\s+(?:off|from)|removed\s+from|dropped)\b"
)
# "Roe, who had been due to go, fell ill", "Roe was replaced by Doe".
_DROPPED_AFTER = re.compile(
    rf"(?:['’]s)?[\s,]*(?:\([^()]{{1,20}}\)[\s,]*)?(?:(?:who|had|has|then|suddenly|later)\s+){{0,3}}(?:{_ILL}|{_TAKEN_OFF})"
)
_PLACE_AFTER = re.compile(r"['’]s?\s+(?:place|spot|slot|position)\b")
_TAKES_BEFORE = re.compile(r"\b(?:tak(?:e|es|en|ing)|took|fill(?:s|ed|ing)?)\s+(?:[a-z]+\s+){0,2}$")
_MAYBE_BEFORE = re.compile(r"\b(?:could|might|may|can|whether|if|nobody|no\s+one)\b")
_INSTEAD_BEFORE = re.compile(
    r"\b(?:instead\s+of|in\s+place\s+of|in\s+lieu\s+of|(?:fill|stand|stood|step|stepp)\w*\s+in\s+for|substitut\w+\s+for|"
    r"(?:tak\w+|took)\s+(?:the\s+(?:place|spot)\s+of|over\s+from))\s+(?:(?:the|an?|his|her|fellow|crewmate|colleague|astronaut|cosmonaut|ailing|injured|sick|ill)\s+){0,3}$"
)


def is_dropped(text: str, one: PersonMention) -> bool:
    """Whether somebody is said not to go after all.

    "Roe fell ill", "Poe will take Roe's place", "Poe goes instead of Roe"; but not "Roe's place in
    history" or "Roe took her place in the airlock".
    """
    before = text[max(0, one.start - 80) : one.start]
    if _is_taken(text, one, before):
        return True
    return bool(_DROPPED_AFTER.match(text, one.end) or _INSTEAD_BEFORE.search(before))


def _is_taken(text: str, one: PersonMention, before: str) -> bool:
    """Whether it is said that somebody's place is taken, and not that it could be."""
    if not (_PLACE_AFTER.match(text, one.end) and _TAKES_BEFORE.search(before)):
        return False
    return _MAYBE_BEFORE.search(before) is None


def substitute(
    text: str, sentence: Sentence, people: Sequence[PersonMention]
) -> tuple[PersonMention, int] | None:
    """Who goes in somebody's place, and where that is said: "Poe, 42, takes Roe's place"."""
    for number, one in enumerate(people):
        before = text[max(sentence.start, one.start - 40) : one.start]
        if number and _is_taken(text, one, before):
            first = people[0]
            if (first.key or first.name) != (one.key or one.name):
                return first, one.start
    return None
