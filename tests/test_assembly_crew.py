"""Who went outside, settled over a whole article."""

import datetime

import pytest

from evafacts.assembly.article import read_article
from evafacts.records import Article

DAY = datetime.date(2021, 3, 2)


def _crews(text: str) -> list[list[str]]:
    facts = read_article(Article.of(text, id="a", published=DAY))
    return [[member.name for member in walk.crew] for walk in facts.spacewalks]


PAIR = "Astronauts Kate Rubins and Victor Glover left the Quest airlock on Monday for a spacewalk."


@pytest.mark.parametrize(
    ("text", "crew"),
    [
        (PAIR, ["Kate Rubins", "Victor Glover"]),
        (f"{PAIR} Soichi Noguchi operated the robotic arm.", ["Kate Rubins", "Victor Glover"]),
        (f'{PAIR} "It is dark," said Kate Rubins.', ["Kate Rubins", "Victor Glover"]),
        (
            "On Monday Kate Rubins left the Quest airlock for a spacewalk with Victor Glover.",
            ["Kate Rubins", "Victor Glover"],
        ),
        (
            "Kate Rubins, 42, and Jo Quibbleton of JAXA went on a spacewalk on Monday. "
            "Quibbleton installed a camera.",
            ["Kate Rubins", "Jo Quibbleton"],
        ),
        ("On Monday Zed Quibbleton made a spacewalk. Quibbleton is 40.", ["Zed Quibbleton"]),
        (
            "On Monday cosmonaut Oleg Vardonin made a spacewalk outside the space station.",
            ["Oleg Vardonin"],
        ),
    ],
)
def test_crew_of_one_walk(text: str, crew: list[str]) -> None:
    assert _crews(text) == [crew]


@pytest.mark.parametrize(
    "again",
    [
        "On Feb. 5 the same two spent seven hours outside on a spacewalk.",
        "On Feb. 5 they made a spacewalk of seven hours.",
        "The pair had made a spacewalk together on Feb. 5.",
    ],
)
def test_crew_of_the_walk_told_before(again: str) -> None:
    assert _crews(f"{PAIR} {again}") == [["Kate Rubins", "Victor Glover"]] * 2


@pytest.mark.parametrize(
    "again",
    [
        "The previous spacewalk, of Feb. 5, lasted six hours. The crew then fitted a cable.",
        "On Feb. 5 the cosmonauts had moved a crane, and on Feb. 9 a lamp was replaced outside.",
    ],
)
def test_crew_goes_on_where_nobody_is_named(again: str) -> None:
    crews = _crews(f"{PAIR} {again}")
    assert len(crews) > 1
    assert all(crew == ["Kate Rubins", "Victor Glover"] for crew in crews)


@pytest.mark.parametrize(
    "other",
    [
        "The previous spacewalk, of Feb. 5, lasted six hours.",
        "The first spacewalk, on March 18, 1965, lasted 12 minutes. The crew landed in a forest.",
    ],
)
def test_crew_of_another_walk_is_left_open(other: str) -> None:
    assert _crews(f"{PAIR} {other}")[1:] == [[]]


def test_crew_of_a_pronoun_and_a_name() -> None:
    text = f"{PAIR} Rubins is a biologist. On Feb. 5 she and Mike Hopkins made a spacewalk."
    assert _crews(text)[1] == ["Kate Rubins", "Michael Hopkins"]


@pytest.mark.parametrize(
    "again",
    [
        "On Feb. 5 she will go outside once more, with Mike Hopkins for company.",
        "With Mike Hopkins she spent six hours outside on Feb. 5.",
        "On Feb. 5 she was outside with her commander, Mike Hopkins.",
        "She was out twice in the month, on Feb. 5, with Mike Hopkins.",
        "She was launched with Soichi Noguchi. On Feb. 5 she and Mike Hopkins went outside.",
        "She was chosen in 2009. On Feb. 5 she and fellow NASA flier Mike Hopkins went outside.",
        "She spent six hours and 20 minutes outside the International Space Station (ISS) along "
        "with colleague Mike Hopkins on Feb. 5.",
        "Rubins, who on Feb. 5 together with Mike Hopkins made a spacewalk, is a biologist.",
    ],
)
def test_crew_of_a_pronoun_in_company(again: str) -> None:
    text = f"{PAIR} Rubins is a biologist. {again}"
    assert sorted(_crews(text)[1]) == ["Kate Rubins", "Michael Hopkins"]


def test_crew_of_a_pronoun_whose_sentence_names_somebody_first() -> None:
    text = f"{PAIR} Mike Hopkins was first, on Feb. 5, when he and Soichi Noguchi went outside."
    assert _crews(text)[1] == ["Michael Hopkins", "Soichi Noguchi"]


def test_crew_of_another_day_is_not_that_of_the_walk() -> None:
    text = f"{PAIR} It was the first since February 2009, when Mike Hopkins tossed out a satellite."
    assert _crews(text)[0] == ["Kate Rubins", "Victor Glover"]


@pytest.mark.parametrize(
    ("text", "crews"),
    [
        (
            "Spacewalks lie ahead. Kate Rubins goes outside both times: with Victor Glover on "
            "Friday, March 5, and with Mike Hopkins on Saturday, March 13.",
            [{"Kate Rubins", "Victor Glover"}, {"Kate Rubins", "Michael Hopkins"}],
        ),
        (
            "The Monday spacewalk was the fourth for Kate Rubins, who with Soichi Noguchi fitted "
            "two arrays in January, and the third of Victor Glover's career.",
            [{"Kate Rubins", "Victor Glover"}],
        ),
        (
            "Kate Rubins was 36. She was, on Jan. 9, an hour into a spacewalk. In 2013, half way "
            "through a spacewalk with Victor Glover, the biologist felt cold.",
            [{"Kate Rubins"}, {"Kate Rubins", "Victor Glover"}],
        ),
        (
            "Kate Rubins of the Space Agency of Somewhere (SAS) and Victor Glover of NASA went "
            "outside on Monday for a spacewalk.",
            [{"Kate Rubins", "Victor Glover"}],
        ),
        (
            "Kate Rubins left the airlock on Monday with Victor Glover. Glover and Mike Hopkins "
            "fix a hatch next.",
            [{"Kate Rubins", "Victor Glover"}],
        ),
        (
            "Kate Rubins was out of the airlock for an hour on Monday, with Victor Glover helping "
            "her from the hatch.",
            [{"Kate Rubins"}],
        ),
    ],
)
def test_crew_of_people_told_apart(text: str, crews: list[set[str]]) -> None:
    assert [set(crew) for crew in _crews(text)] == crews


def test_crew_of_a_walk_that_is_likened_to_another() -> None:
    text = (
        "The crew will make two spacewalks.\n\nEVA 1, March 5\n"
        "Kate Rubins and Victor Glover move a cart.\n\nEVA 2, March 8\nMuch the same as EVA 1.\n"
        "Mike Hopkins and Soichi Noguchi move another cart."
    )
    assert _crews(text)[1] == ["Michael Hopkins", "Soichi Noguchi"]


def test_crew_leaves_out_who_is_named_in_passing() -> None:
    text = f"{PAIR} The repair was watched by Soichi Noguchi, who arrived with Glover."
    assert _crews(text) == [["Kate Rubins", "Victor Glover"]]


def test_crew_of_three_where_a_walk_for_three_is_told() -> None:
    text = (
        "It was the first three-man spacewalk. Kate Rubins left the Quest airlock first. The plan, "
        "executed by Rubins, Mike Hopkins and Victor Glover, worked."
    )
    assert sorted(_crews(text)[0]) == ["Kate Rubins", "Michael Hopkins", "Victor Glover"]


def test_crew_is_not_made_of_those_aboard() -> None:
    text = (
        "Two spacewalks are planned for next month, the commander said. Kate Rubins, Don Pettit, "
        "Mike Hopkins and Stephanie Wilson are to fly on May 4. The spacewalk on May 9 is long."
    )
    assert _crews(text) in ([[]], [[], []])


def test_crew_second_of_two_walks_goes_out_with_whom_it_is_made() -> None:
    text = (
        "After his first spacewalk on Jan. 13, Victor Glover is today making his second spacewalk "
        "with Mike Hopkins."
    )
    assert sorted(map(sorted, _crews(text))) == [
        ["Michael Hopkins", "Victor Glover"],
        ["Victor Glover"],
    ]


def test_crew_walk_of_him_who_is_named_before_is_not_of_whom_it_is_set_against() -> None:
    text = (
        "Victor Glover made a spacewalk on May 5, 2020. His spacewalk took place a year after "
        "astronaut Kate Rubins had gone outside for hers."
    )
    assert _crews(text)[0] == ["Victor Glover"]


@pytest.mark.parametrize(
    "text",
    [
        "Kate Rubins made a spacewalk on Monday. She was joined by Victor Glover.",
        "Kate Rubins left the airlock first on Monday's spacewalk. Victor Glover followed later.",
        "The first to leave the airlock for the spacewalk was Kate Rubins, followed by V. Glover. "
        "Victor Glover is 44.",
        "With Mike Hopkins directing from inside, Kate Rubins and Victor Glover made a spacewalk.",
        "The spacewalk was carried out by Kate Rubins together with her compatriot Victor Glover.",
        "The spacewalk was to have been made by Soichi Noguchi and Kate Rubins, but Noguchi was "
        "swapped for Victor Glover.",
        "Victor Glover has taken over from Soichi Noguchi for the spacewalk with Kate Rubins.",
        "Like Peggy Whitson, Kate Rubins made a spacewalk. Victor Glover went with her.",
        "Kate Rubins, with Victor Glover's help, bolted a bracket on the spacewalk on Monday.",
        "K. Rubins and V. Glover, astronauts of NASA, made a spacewalk on Monday.",
        "Kate Rubins made a spacewalk on Monday. Victor Glover filmed his colleague out there, and "
        "both astronauts fitted brackets.",
    ],
)
def test_crew_of_two_is_told_in_many_ways(text: str) -> None:
    assert sorted(_crews(text)[0]) == ["Kate Rubins", "Victor Glover"]


@pytest.mark.parametrize(
    "text",
    [
        "Kate Rubins made a spacewalk on Monday while Victor Glover stood in the hatch.",
        "Kate Rubins made a spacewalk on Monday. Victor Glover followed it from the cabin.",
        "Kate Rubins made a spacewalk on Monday. Victor Glover said he was proud.",
        "Kate Rubins made a spacewalk on Monday, with Victor Glover's help from inside.",
    ],
)
def test_crew_of_one_is_not_joined_by_who_helps(text: str) -> None:
    assert _crews(text)[0] == ["Kate Rubins"]


def test_crew_who_stands_in_the_hatch_by_himself_is_out() -> None:
    assert _crews("Victor Glover stood in the hatch for a spacewalk on Monday.") == [
        ["Victor Glover"]
    ]


def test_crew_of_walks_announced_together_is_that_of_the_first() -> None:
    first = "The first, on Feb. 20, will be a spacewalk inside the airless module."
    assert _crews(f"Kate Rubins and Victor Glover plan two spacewalks. {first}") == [
        ["Kate Rubins", "Victor Glover"]
    ]
    assert (
        _crews(
            "Kate Rubins and Victor Glover have made two spacewalks. On Feb. 20 a robot worked "
            "outside. A spacewalk by two others is due on March 4."
        )[-1]
        == []
    )


ABOUT = (
    "A spacewalk is set for today. The spacewalk will last six hours. In the spacewalk a sealant "
    "will be tested, and during the spacewalk a panel will be taken down."
)


def test_crew_of_an_article_with_one_pair() -> None:
    pair = "Cosmonauts Oleg Artemyev and Denis Matveev moved in last month."
    assert _crews(f"{ABOUT} {pair}") == [["Oleg Artemyev", "Denis Matveev"]]
    three = "Kate Rubins, Victor Glover and Mike Hopkins moved in last month."
    assert _crews(f"{ABOUT} {three}") == [[]]


def test_crew_nobody_went_out_in_company_in_the_first_years() -> None:
    text = "Stafford and Cernan trained for it. Eugene Cernan made a spacewalk on June 5, 1966."
    assert _crews(f"Tom Stafford commanded the ship. {text}") == [["Eugene Cernan"]]
    later = "Eugene Cernan and Jack Schmitt made a spacewalk on the moon on Dec. 11, 1972."
    assert _crews(later) == [["Eugene Cernan", "Harrison Schmitt"]]


def test_crew_who_was_launched_together_need_not_go_out_together() -> None:
    text = "John Young and Mike Collins splashed down. On the spacewalk Mike Collins lost a camera."
    assert _crews(f"{text} John Young was sorry.") == [["Michael Collins"]]


def test_crew_goes_on_where_the_year_or_the_day_is_open() -> None:
    pair = ["Kate Rubins", "Victor Glover"]
    text = "Kate Rubins and Victor Glover left the Quest airlock for a spacewalk."
    further = "An additional spacewalk will see the American astronauts install a camera."
    assert _crews(f"{text} {further}") == [pair, pair]
    other = _crews(f"{text} Another spacewalk will see a camera installed outside.")
    assert not any(other[1:])


def test_crew_of_earth_is_told_by_its_trade() -> None:
    text = "Correspondent Zed Quibbleton asked about the spacewalk. Quibbleton was there."
    assert all(not crew for crew in _crews(f"A spacewalk is due on Monday. {text}"))
