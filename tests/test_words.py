"""Words of a sentence, what is kept with an object, and the collector's pause."""

import gc

import pytest

from evafacts import extract
from evafacts.mentions.once import kept, once
from evafacts.mentions.sentences import Words, split_sentences

_TEXT = "One rests. At 9 a.m., Jo's U.S. crew-mates İ left it?"


def test_words_hold_their_offsets() -> None:
    words = split_sentences(_TEXT)[1].words
    assert all(_TEXT[word.start : word.end] == word.text for word in words)
    assert all(word.lower == word.text.lower() for word in words)
    assert [word.text for word in words[:4]] == ["At", "9", "a.m.", ","]
    assert words[-1].text == "?"


@pytest.mark.parametrize("offset", range(len(_TEXT) + 2))
def test_words_index_at_is_first_that_ends_behind(offset: int) -> None:
    words = Words(_TEXT, 0, len(_TEXT))
    behind = (i for i, word in enumerate(words) if word.end > offset)
    assert words.index_at(offset) == next(behind, len(words))


def test_words_of_nothing_are_none() -> None:
    assert list(Words("", 0, 0)) == []


def test_once_and_kept_work_once() -> None:
    calls: list[str] = []

    class One:
        @once
        def double(self) -> int:
            calls.append("once")
            return 2

    @kept
    def triple(one: One) -> int:
        calls.append("kept")
        return 3

    one = One()
    assert (one.double, one.double, triple(one), triple(one)) == (2, 2, 3, 3)
    assert calls == ["once", "kept"]
    assert (triple(One()), len(calls)) == (3, 3)


@pytest.mark.parametrize("on", [True, False])
def test_article_leaves_the_collector_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        extract("Jo Nobody began a spacewalk on Jan. 27, 2021.")
        assert gc.isenabled() is on
    finally:
        gc.enable()
