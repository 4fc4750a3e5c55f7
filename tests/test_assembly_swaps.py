"""Crews that changed before they went out."""

import datetime

import pytest

from evafacts.assembly.article import read_article
from evafacts.assembly.swaps import is_dropped
from evafacts.mentions.people import find_people
from evafacts.records import Article

DAY = datetime.date(2021, 3, 2)


def _crews(text: str) -> list[list[str]]:
    facts = read_article(Article.of(text, id="a", published=DAY))
    return [sorted(member.name for member in walk.crew) for walk in facts.spacewalks]


def _dropped(text: str) -> list[str]:
    return [p.surname for p in find_people(text) if is_dropped(text, p)]


@pytest.mark.parametrize(
    "text",
    [
        "Kate Rubins fell ill on Sunday.",
        "Kate Rubins, who was pulled from the walk, slept.",
        "Kate Rubins had dropped out.",
        "Victor Glover will take Kate Rubins's place.",
        "Victor Glover goes instead of astronaut Kate Rubins.",
        "Victor Glover stepped in for the ailing Kate Rubins.",
    ],
)
def test_swaps_who_is_dropped(text: str) -> None:
    assert _dropped(text) == ["rubins"]


@pytest.mark.parametrize(
    "text",
    [
        "Kate Rubins's place in history is sure.",
        "Kate Rubins pulled the cable out.",
        "Kate Rubins replaced a pump.",
        "Another astronaut could take Kate Rubins's place.",
        "Kate Rubins took her place in the airlock.",
    ],
)
def test_swaps_who_is_not(text: str) -> None:
    assert _dropped(text) == []


def test_swaps_who_goes_in_the_place_of_another() -> None:
    text = (
        "Kate Rubins and Victor Glover were to make a spacewalk on Wednesday to fit two brackets. "
        "Mike Hopkins, who made the first spacewalk on Feb. 1 with Rubins, will now take Rubins's "
        "place alongside Glover for the spacewalk on Wednesday."
    )
    assert _crews(text)[0] == ["Michael Hopkins", "Victor Glover"]


def test_swaps_who_does_the_work_after_somebody_fell_ill() -> None:
    text = (
        "Astronauts will make a spacewalk on Wednesday. The work will be done by Americans Mike "
        "Hopkins and Victor Glover after Kate Rubins pulled out. Rubins was to have made the "
        "spacewalk with Hopkins."
    )
    assert _crews(text)[0] == ["Michael Hopkins", "Victor Glover"]
