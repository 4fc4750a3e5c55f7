"""Walks of another time that a turn of phrase recalls beside the one of the news."""

import datetime

import pytest

from evafacts import extract

PUBLISHED = datetime.date(2020, 7, 8)
LEAD = (
    "NASA astronauts Chris Cassidy and Bob Behnken made a spacewalk outside the International "
    "Space Station on Tuesday, July 7, and installed a camera on the P4 truss. The spacewalk "
    "lasted six hours and 20 minutes.\n\n"
)
RECALLED = [
    (
        "Americans had not been outside since Jan. 25, when Luca Parmitano and Andrew Morgan "
        "looked for leaks.",
        {("2020-01-25", "Luca Parmitano", "Andrew Morgan")},
    ),
    (
        "It was the first by women since October 2019, when Jessica Meir swapped a charger.",
        {("2019-10", "Jessica Meir")},
    ),
    (
        "Al Worden of Apollo 15 was the first, in August 1971, and Ken Mattingly followed him "
        "in April 1972.",
        {("1971-08", "Al Worden"), ("1972-04", "Ken Mattingly")},
    ),
    (
        "Alexei Leonov, in March 1965, was the first of any nation to do so.",
        {("1965-03", "Alexei Leonov")},
    ),
    (
        "Hans Schlegel followed in 2008 and Alexander Gerst in 2014.",
        {("2008", "Hans Schlegel"), ("2014", "Alexander Gerst")},
    ),
    (
        "Alexei Leonov, the very first to do it, had trouble with his suit in 1965.",
        {("1965", "Alexei Leonov")},
    ),
    (
        "She is the second to make such a repair outside, after Peggy Whitson in January 2008.",
        {("2008-01", "Peggy Whitson")},
    ),
    (
        "Yevgeny Khrunov and Alexei Yeliseyev, in January 1969, climbed from one Soyuz to another.",
        {("1969-01", "Yevgeny Khrunov", "Aleksei Yeliseyev")},
    ),
    (
        "Thomas Reiter worked outside Mir in 1995 and outside the station in 2006.",
        {("1995", "Thomas Reiter"), ("2006", "Thomas Reiter")},
    ),
    (
        "Kate Rubins went out in 2016 and again in 2019.",
        {("2016", "Kate Rubins"), ("2019", "Kate Rubins")},
    ),
    (
        "The previous record, seven hours and 29 minutes, belonged to Fyodor Yurchikhin and "
        "Alexander Misurkin.",
        {("", "Fyodor Yurchikhin", "Alexander Misurkin")},
    ),
    (
        "In June 1966 Eugene Cernan was blinded by a fogged faceplate.",
        {("1966-06", "Eugene Cernan")},
    ),
]
NOT_RECALLED = [
    "It has been on hold since Jan. 25, when a pump of the cooling loop shut down.",
    "The station has had a crew since November 2000, when Sergei Krikalev came aboard.",
    "Hans Schlegel followed it on television in 2020.",
    "Alexander Gerst was the first German to command the station, in 2018.",
    "Chris Cassidy became the second of his class to do so on Tuesday.",
    "Kate Rubins worked on station research in 2016 and in 2019.",
    "The record for days in orbit, 879, belonged to Gennady Padalka.",
    "After Peggy Whitson retired in 2018, others took over the office.",
]


def background(text: str) -> set[tuple[str, ...]]:
    """Day and crew of every walk but that of the lead."""
    walks = extract(LEAD + text, published=PUBLISHED).spacewalks[1:]
    return {(w.date.value if w.date else "", *(m.name for m in w.crew)) for w in walks}


@pytest.mark.parametrize(("text", "expected"), RECALLED)
def test_assembly_recalled_walks(text: str, expected: set[tuple[str, ...]]) -> None:
    assert background(text) == expected


@pytest.mark.parametrize("text", NOT_RECALLED)
def test_assembly_recalled_no_walk(text: str) -> None:
    assert background(text) == set()
