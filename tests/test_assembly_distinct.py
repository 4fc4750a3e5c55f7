"""How many walks a text tells of: none doubled, none merged, none that is only a count."""

import datetime

import pytest

from evafacts import extract
from evafacts.records import Spacewalk

PUBLISHED = datetime.date(2020, 7, 8)
LEAD = (
    "NASA astronauts Chris Cassidy and Bob Behnken made a spacewalk outside the International "
    "Space Station on Tuesday, July 7, and installed a camera on the P4 truss. The spacewalk "
    "lasted six hours and 20 minutes.\n\n"
)
UNDATED = "Chris Cassidy and Bob Behnken breezed through a spacewalk, replacing a gas tank.\n\n"
ONE = [
    LEAD + "A spare suit is aboard that Cassidy could use if they have to go out again.",
    LEAD + "Cassidy ventured outside on four spacewalks in those months.",
    LEAD + "In July 2013 Cassidy worked twice outside the station.",
    LEAD + "Cassidy went outside the station three times.",
    LEAD + "Doug Hurley and Ivan Vagner will open the hatch to let them back in.",
    LEAD + "Doug Hurley and Ivan Vagner will put on EVA suits too, in case air leaks out.",
    LEAD + "The station crew has made its first spacewalk.",
    UNDATED + "The spacewalk by Cassidy and Behnken was to last seven hours.",
    LEAD + "Behnken is the third of his class to do a spacewalk.",
    LEAD + "This was Behnken's seventh spacewalk.",
    LEAD + "It is a proud day in the history of extravehicular activity.",
    "Cassidy to make spacewalk\n\nChris Cassidy has been picked to make a spacewalk, "
    "the agency said.",
    "Two astronauts made a spacewalk, fixing a pump.\n\nChris Cassidy opened the hatch and was "
    "joined by Bob Behnken for a spacewalk of six hours.",
    LEAD + "Jessica Meir talks to pupils from the station on October 18, 2019.",
    LEAD + "A painting of the June 7, 1973, launch hangs in the hall.",
    "Crew completes EVA 7\n\nThe crew of the station has carried out its first extravehicular "
    "activity. Chris Cassidy and Bob Behnken left the airlock and installed a camera.",
    "Two astronauts get ready for the first spacewalk of the mission.\n\nDuring the six-hour, "
    "19-minute spacewalk, Chris Cassidy and Bob Behnken installed a light.",
]
TWO = [
    LEAD + "Doug Hurley and Ivan Vagner will go outside on Thursday.",
    LEAD + "A fourth spacewalk was added to let the crew retract a solar array.",
    UNDATED + "Cassidy returned to a joint that he had inspected during Thursday's spacewalk.",
    UNDATED + "July 25, 1984: Of women, Svetlana Savitskaya was first to make a spacewalk.",
    "Cassidy and Behnken will conduct the mission's first spacewalk to replace a pump.\n\nChris "
    "Cassidy and Bob Behnken will conduct the mission's second spacewalk to install cameras "
    "outside the station.",
    LEAD + "Leonov's walk in 1965 lasted 12 minutes.",
    LEAD + "Savitskaya stepped outside in July 1984.",
    LEAD + "Doug Hurley undid a window in May 2020, on the last of his three trips outside.",
    LEAD + "Jessica Meir works at the far end of the truss on October 18, 2019.",
    LEAD + "A painting shows the June 7, 1973, extravehicular activity when Joseph Kerwin and Pete "
    "Conrad cut a strap.",
    LEAD + "On Thursday Ivan Vagner will go into an airless compartment to plug in cables.",
    LEAD + "In their previous repair mission into the damaged module the two joined cables.",
    LEAD + "During one of the spacewalks Doug Hurley made in May 2020 he lost a bag.",
]


def walks(text: str) -> list[Spacewalk]:
    """The spacewalks that ``text`` tells of."""
    return extract(text, published=PUBLISHED).spacewalks


@pytest.mark.parametrize("text", ONE)
def test_distinct_one_walk(text: str) -> None:
    assert len(walks(text)) == 1


@pytest.mark.parametrize("text", TWO)
def test_distinct_two_walks(text: str) -> None:
    assert len(walks(text)) == 2


def test_distinct_a_walk_that_was_made_is_not_the_next_one_that_is_put_off() -> None:
    text = (
        "NASA has put off the {} spacewalk by Tracy Dyson and Mike Barratt over a torn glove. "
        "The glove was damaged during a spacewalk on June 9, 2024."
    )
    walks = extract(text.format("next planned")).spacewalks
    assert [(w.status, w.date and w.date.value) for w in walks] == [
        ("postponed", None),
        ("completed", "2024-06-09"),
    ]
    assert len(extract(text.format("second")).spacewalks) == 1
