"""Attempts that came to nothing, beside the try that is told of."""

import datetime

import pytest

from evafacts import extract
from evafacts.records import Status

PUBLISHED = datetime.date(2020, 7, 8)
LEAD = (
    "NASA astronauts Chris Cassidy and Bob Behnken made a spacewalk outside the International "
    "Space Station on Tuesday, July 7, and installed a camera on the P4 truss. The spacewalk "
    "lasted six hours and 20 minutes.\n\n"
)
ATTEMPTS = [
    "The two were to have begun it on June 26, but a bolt jammed and they never got out.",
    "Cassidy and Behnken had been due to go out on June 26, until a pump failed.",
    "Originally, the astronauts were to do the work outside on June 26, but a suit leaked.",
    "Cassidy was to have left the station on June 26 together with Behnken.",
]
NONE = [
    "Originally, the camera was to have been launched on June 26, but a valve leaked.",
    "It had been planned since June 26 that they would go out.",
    "The crew had been scheduled to go home on June 26, but the weather was bad.",
]


@pytest.mark.parametrize("text", ATTEMPTS)
def test_attempts_have_a_record_beside_the_later_try(text: str) -> None:
    _, walk = extract(LEAD + text, published=PUBLISHED).spacewalks
    assert walk.date is not None
    assert (walk.date.value, walk.status) == ("2020-06-26", Status.POSTPONED)


@pytest.mark.parametrize("text", NONE)
def test_attempts_of_something_else_are_none(text: str) -> None:
    assert len(extract(LEAD + text, published=PUBLISHED).spacewalks) == 1
