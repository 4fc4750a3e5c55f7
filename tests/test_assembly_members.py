"""What is said of one of the crew."""

import pytest

from evafacts.assembly.members import member
from evafacts.mentions.document import Mentions
from evafacts.records import CrewMember


def _member(text: str, surname: str) -> CrewMember:
    mentions = Mentions(text)
    names = [p for p in mentions.people if p.surname == surname]
    return member(mentions, names[0].key or names[0].name, names)


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("Victor Glover, EV2, follows.", "EV2"),
        ("Victor Glover (EV-2) follows.", "EV2"),
        ("EV 1 Victor Glover follows.", "EV1"),
        ("Victor Glover, extravehicular crew member 1, follows.", "EV1"),
        ("Victor Glover, the lead spacewalker, follows.", None),
        ("Victor Glover follows Kate Rubins, EV1.", None),
    ],
)
def test_members_designation(text: str, designation: str | None) -> None:
    assert _member(text, "glover").designation == designation


@pytest.mark.parametrize(
    ("text", "suit"),
    [
        ("Victor Glover will wear the suit with red stripes.", "red stripes"),
        ("Victor Glover is in the plain white suit.", "plain white suit"),
        ("Victor Glover will be in the suit with no stripes.", "no stripes"),
        ("Victor Glover follows Kate Rubins in red stripes.", None),
        ("Victor Glover saw stripes of white cloud.", None),
    ],
)
def test_members_suit(text: str, suit: str | None) -> None:
    assert _member(text, "glover").suit == suit


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was the second for Victor Glover.", 2),
        ("It was the 4th spacewalk of Victor Glover's career.", 4),
        ("It is the fifth of the year and the third for NASA's Victor Glover.", 3),
        ("Victor Glover made his fourth spacewalk.", 4),
        ("It was Victor Glover's first spacewalk.", 1),
        ("For Victor Glover it was the sixth.", 6),
        ("Victor Glover and Kate Rubins went out. It was the third spacewalk for both.", 3),
        ("It was the fifth for Kate Rubins and No. 2 for Victor Glover.", 2),
        ("Victor Glover made the 218th spacewalk for the station.", None),
        ("Victor Glover made his second flight.", None),
        ("Victor Glover made the third spacewalk of the year.", None),
    ],
)
def test_members_career_spacewalk(text: str, count: int | None) -> None:
    assert _member(text, "glover").career_spacewalk == count


def test_members_agency_of_somebody_unknown_is_told_once() -> None:
    text = "Jo Quibbleton of JAXA left first. Quibbleton took a camera."
    found = _member(text, "quibbleton")
    assert (found.name, found.person, found.agency) == ("Jo Quibbleton", None, "JAXA")
