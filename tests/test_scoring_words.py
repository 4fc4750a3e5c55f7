"""Content words, and the examples of the scorer's docstrings."""

import doctest

import pytest

from evafacts.scoring import people, words
from evafacts.scoring.words import content_words, likeness, stopwords


@pytest.mark.parametrize("module", [people, words])
def test_scoring_docstring_examples_hold(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the station’s trusses", "station truss"),
        ("Lithium-ion batteries", "a lithium ion battery"),
        ("REPLACING cables", "replacement of the cable"),
    ],
)
def test_words_are_the_same_whatever_their_form(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_words_of_function_alone_are_kept() -> None:
    assert content_words("up and down") == {"up", "and", "down"}
    assert content_words("") == frozenset()


def test_words_likeness_of_nothing_is_zero() -> None:
    assert likeness(frozenset(), frozenset()) == 0.0


def test_words_stopwords_are_lower_case_and_more_than_a_few() -> None:
    assert len(stopwords()) > 50
    assert all(word == word.casefold() for word in stopwords())
