"""People named in a text: of the roster, and strangers by the words around them."""

from collections.abc import Iterator

import pytest

from evafacts.mentions.people import find_people


def _names(text: str, year: int | None = None) -> list[str]:
    return [mention.name for mention in find_people(text, year)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("NASA astronaut Jo Quibbleton floated out.", "Jo Quibbleton", "crew"),
        ("Cosmonauts Oleg Vardonin and Pyotr Zelmin left.", "Oleg Vardonin", "crew"),
        ("Mike Quibbleton of JAXA left the airlock.", "Mike Quibbleton", "crew"),
        ("Japan's Hoshi Quamura rode the arm.", "Hoshi Quamura", "crew"),
        ("The Russian Oleg Vardonin was first out.", "Oleg Vardonin", "crew"),
        ("Jo Quibbleton, 41, opened the hatch. Quibbleton went first.", "Jo Quibbleton", None),
        ("Jo Quibbleton radioed down. Then Quibbleton rested.", "Jo Quibbleton", None),
        ("Flight director Jo Quibbleton gave the go.", "Jo Quibbleton", "ground"),
        ("Mike Quibbleton, the deputy station manager, was glad.", "Mike Quibbleton", "ground"),
        ("Jo Quibbleton (EV3) went out.", "Jo Quibbleton", "crew"),
        ("Zed Quibbleton waited. At noon Quibbleton slept.", "Zed Quibbleton", None),
        ("Zed Quibbleton will go instead.", "Zed Quibbleton", None),
        ("Zed Quibbleton and Yob Zelmin opened the hatch.", "Zed Quibbleton", None),
        ("It was done by Zed Quibbleton and Yob Zelmin.", "Zed Quibbleton", None),
        ("Zed Quibbleton, a space station manager, slept.", "Zed Quibbleton", "ground"),
        ("Zed Quibbleton, the flight engineer, slept.", "Zed Quibbleton", "crew"),
        ("Zed Quibbleton, who trains crews, slept.", "Zed Quibbleton", None),
        ("The leak was in Zed Quibbleton's left glove.", "Zed Quibbleton", None),
        ("She goes outside with Zed Quibbleton.", "Zed Quibbleton", None),
        ("The Russian, Zed Quibbleton, slept.", "Zed Quibbleton", "crew"),
        ("Cmdr. Zed J. Quibbleton slept.", "Zed Quibbleton", "crew"),
        ("Pilot Zed “Kid” Quibbleton slept.", "Zed Quibbleton", "crew"),
    ],
)
def test_people_strangers_are_told_by_the_words_around(
    text: str, name: str, role: str | None
) -> None:
    found = find_people(text)[0]
    assert (found.name, found.key, found.role) == (name, None, role)


@pytest.mark.parametrize(
    "text",
    [
        "The crew installed the Alpha Magnetic Spectrometer near Harmony.",
        "Read More about the Solar Array. The solar array was late.",
        "Orbital Debris came close, and debris is a danger.",
        "Mission Control told the crew to rest.",
        "The Grand Canyon passed below.",
        "A deal was signed with Quibble Zelmin in North Quibble.",
        "Quibble Corp. and Zelmin Aerospace won the contract, Quibble said.",
        "It was due on Quibble Dec. 9. Dec. 9 came.",
        "The Quibble Museum and the Zelmin Trophy are old.",
    ],
)
def test_people_things_with_capitals_are_nobody(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("James D. Van Hoften went out.", "James van Hoften"),
        ("Peter J.K. Wisoff went out.", "Peter Wisoff"),
        ("Edward H. White II went out.", "Edward White"),
        ("Sultan al-Neyadi went out.", "Sultan Alneyadi"),
        ("Loral O`Hara went out.", "Loral O'Hara"),
        ("Specialist USAF Lt. Col. Jerry Ross went out.", "Jerry Ross"),
    ],
)
def test_people_initials_ranks_and_articles_stand_in_a_name(text: str, name: str) -> None:
    assert _names(text) == [name]


def test_people_no_middle_name_is_the_first_word_of_a_house() -> None:
    assert "Edward White" not in _names("Edward Roe of the White House slept.")


def test_people_stranger_goes_on_by_surname() -> None:
    text = "Astronaut Jo Quibbleton went out. Later Quibbleton came in, and Jo's suit was dried."
    assert _names(text) == ["Jo Quibbleton"] * 3


def test_people_stranger_in_a_list_with_somebody_known() -> None:
    found = find_people("Thomas Pesquet and Zed Quibbleton went out.")
    assert [(m.name, m.key is None) for m in found] == [
        ("Thomas Pesquet", False),
        ("Zed Quibbleton", True),
    ]


def test_people_given_name_belongs_to_the_surname_after_it() -> None:
    text = "Tim Peake went out. Astronaut Tim Quibbleton did not."
    assert _names(text) == ["Tim Peake", "Tim Quibbleton"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Jo Quibbleton of JAXA left.", "JAXA"),
        ("NASA astronaut Jo Quibbleton left.", "NASA"),
        ("Astronaut Jo Quibbleton left.", None),
    ],
)
def test_people_agency_of_a_stranger(text: str, agency: str | None) -> None:
    assert find_people(text)[0].agency == agency


def _spans(text: str) -> Iterator[str]:
    for mention in find_people(text):
        yield text[mention.start : mention.end]


def test_people_spans_hold_the_words() -> None:
    text = "Astronauts Jo Quibbleton and Scott Kelly's partner; Kelly was glad."
    assert list(_spans(text)) == ["Jo Quibbleton", "Scott Kelly", "Kelly"]


def test_people_surname_of_two_is_of_the_one_who_flies() -> None:
    text = (
        "Anatoly Solovyov went out. Vladimir Solovyov, the head of Mission Control, was glad. "
        "Solovyov slept."
    )
    assert _names(text)[-1] == "Anatoly Solovyev"


def test_people_flier_with_a_post_aboard_is_not_on_earth() -> None:
    assert find_people("Kate Rubins, the crew's chief science officer, slept.")[0].role != "inside"
    assert find_people("Kate Rubins, a father's daughter, slept.")[0].role is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Astronaut Barry ("Butch") Wilmore rested.', "Barry Wilmore"),
        ('Astronaut F.S. "Story" Musgrave rested.', "Story Musgrave"),
        ("Kerwin went outside through a side hatch.", "Joe Kerwin"),
        ("Kerwin's second spacewalk was short.", "Joe Kerwin"),
        ("A spacewalk by Kerwin was short.", "Joe Kerwin"),
    ],
)
def test_people_nicknames_and_surnames_that_stand_alone(text: str, name: str) -> None:
    assert _names(text) == [name]


def test_people_surname_beside_somebody_known() -> None:
    assert _names("Jeff Hoffman slept. Hoffman and Kerwin did well.")[1:] == [
        "Jeffrey Hoffman",
        "Joe Kerwin",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kerwin was asked about the spacewalk.",
        "Kerwin County watched. A spacewalk went well.",
        "Kelly's spacewalk was short.",
        "A medal for the first spacewalker\n\n\nZed Quibbleton\n",
        "The stamp is by ROEX Quibbleton. Quibbleton printed it.",
        "Quibble-Zelmin High School, class of 1977, watched the spacewalk. The High is proud.",
    ],
)
def test_people_surnames_of_many_and_bylines_are_nobody(text: str) -> None:
    assert _names(text) == []
