"""Words that speak of a spacewalk, and texts that can tell of one."""

import pytest

from evafacts.mentions.sentences import split_sentences
from evafacts.mentions.spacewalks import find_spacewalks, speaks_of_spacewalk


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The astronaut left the cabin of the capsule.", ["left the cabin"]),
        ("The astronaut returned to the cabin of the capsule.", []),
        ("The astronauts climbed down the ladder.", ["down the ladder"]),
        ("The astronauts saw the ladder.", []),
        ("The astronauts began a spacewalk.", ["a spacewalk"]),
        ("The astronauts climbed the Space Walk, a sculpture.", []),
    ],
)
def test_spacewalks_found(text: str, mentions: list[str]) -> None:
    found = find_spacewalks(text, split_sentences(text))
    assert [text[m.start : m.end] for m in found] == mentions


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Leaving through the forward port of their orbiting home, the two crept along.", True),
        ("Leaving the orbiting station on Friday, the two looked through the window.", False),
        ("The shuttle crew floated outside the cargo bay.", True),
        ("The shoe has a sole of EVA, a soft foam.", False),
    ],
)
def test_spacewalks_gate(text: str, can: bool) -> None:
    assert speaks_of_spacewalk(text) is can
