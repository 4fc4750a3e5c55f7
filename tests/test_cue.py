import re

import pytest

from evafacts.mentions.cue import Cue, heads, telling
from evafacts.mentions.sentences import split_sentences

TEXT = """Re-do it: they'll float (twice?) out of the airlock. UNDERWAY at 7:05.
Walking on, the crew's well under way; the two-person team has already returned.
“Istanbul” and İstanbul are cities. The spacesuits were re-sized for 3D printing."""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:wak(?:e|ing)\s+up|un-?seen)\b", {"wake ", "waking ", "un ", "unseen "}),
        (r"\b(?:'ll|will)\b", {"ll ", "will "}),
        (r"\b(?:space\s?)?suits?\b", {"space ", "spacesuit ", "spacesuits ", "suit ", "suits "}),
        (r"\blaunch\w*", {"launch"}),
        (r"\b[a-z]{2,}ed\b", {""}),
        (r"\b(?:no\W+one|x)", {"no", "x"}),
        (r"\b(?:\d+|a)\s+minutes?", {"#", "a "}),
    ],
)
def test_cue_heads_are_what_a_first_word_can_begin_with(pattern: str, expected: set[str]) -> None:
    assert heads(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:the\s+(?:\w+\s+)?pool|films?)\b", {"pool ", "film ", "films "}),
        (r"\b(?:is|are)\s+(?:now\s+)?(?:outside|out)\b", {"outside ", "out "}),
        (r"\b(?:has|have)\s+(?:\w+ly\s+)?\w+ed\b", {"has ", "have "}),
        (r"\bthe\s+(?:re)?filmed\b", {"the "}),
        (r"\bto\s+the\s+pool\b", {"to "}),
        (r"\bthe\b", {"the "}),
    ],
)
def test_cue_tells_by_the_next_word_where_the_first_is_common(
    pattern: str, expected: set[str]
) -> None:
    assert telling(pattern) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:the|an?)\s+(?:\w+\s+)?(?:airlock|cities)\b",
        r"\bthey'?ll\s+float\b",
        r"\b(?:re-?do|'ll|will)\b",
        r"\bunder\s*way\b",
        r"\bwalk\w*",
        r"\b(?:has|have)\s+(?:\w+ly\s+|already\s+)?\w+ed\b",
        r"\b(?:space\s?)?suits?\b",
        r"\bre\W?siz\w+",
        r"\b[a-z]{2,}ed\b",
        r"\bt(?:wo|he)-?\w+",
        r"\b\d[dD]\b",
        r"\b\d+:\d\d\b",
        r"\b(?:elephant|giraffe)s?\b",
    ],
)
def test_cue_finds_what_its_pattern_finds(pattern: str) -> None:
    cue, plain = Cue(pattern), re.compile(pattern, re.I)
    for sentence in split_sentences(TEXT):
        expected = [match.span() for match in plain.finditer(sentence.text)]
        assert [match.span() for match in cue.finditer(sentence)] == expected
        first = cue.search(sentence)
        assert (first and first.span()) == (expected[0] if expected else None)


def test_cue_passes_over_a_sentence_without_its_words() -> None:
    (sentence,) = split_sentences("The crew slept.")
    assert not Cue(r"\b(?:walk|floats?)\b").can_match(sentence)


def test_cue_wants_the_boundary_of_a_word() -> None:
    with pytest.raises(ValueError, match="boundary"):
        Cue(r"walk")


def test_sentences_go_on_where_a_word_is_parted_at_the_end_of_a_line() -> None:
    (whole,) = split_sentences("They came in, five hours and 55 min-\nutes later, and slept.")
    assert whole.text.endswith("slept.")
    assert len(split_sentences("Crew of the shuttle -\nJo Doe, commander")) == 2
