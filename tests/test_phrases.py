import time

import pytest

from evafacts.mentions.phrases import Phrases, lowered

VALUES = {"Quest": 1, "Quest airlock": 2, "crew's lock": 3, "U.S. lab": 4, "Atlantis'": 5}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Quest airlock.", [("Quest airlock", 2)]),
        ("Quest\n airlock", [("Quest\n airlock", 2)]),
        ("Quest     airlock", [("Quest", 1)]),
        ("Quest airlocks", [("Quest", 1)]),
        ("Request Quests Pre-Quest", []),
        ("quest", []),
        ("crew’s lock, crew's lock", [("crew’s lock", 3), ("crew's lock", 3)]),
        ("a U.S. lab", [("U.S. lab", 4)]),
        ("Atlantis' hatch, Atlantis's", [("Atlantis'", 5)]),
        ("Quest Quest airlock", [("Quest", 1), ("Quest airlock", 2)]),
    ],
)
def test_phrases_finds_the_longest_at_each_place(
    text: str, expected: list[tuple[str, int]]
) -> None:
    found = Phrases(VALUES).find(text)
    assert [(text[start:end], value) for start, end, value in found] == expected


def test_phrases_ignores_case_where_told() -> None:
    found = Phrases(VALUES, ignore_case=True).find("İ: the QUEST Airlock")
    assert list(found) == [(7, 20, 2)]


@pytest.mark.parametrize("text", ["Quest", "İstanbul", "ẞ", ""])
def test_phrases_lowered_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_phrases_takes_time_in_proportion_to_the_text() -> None:
    phrases = Phrases({"a a a a b": 1, "a": 2})
    times = []
    for size in (20_000, 80_000):
        text = "a " * size
        begin = time.process_time()
        assert sum(1 for _ in phrases.find(text)) == size
        times.append(time.process_time() - begin)
    assert times[1] < 12 * times[0]
