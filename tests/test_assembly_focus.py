"""What an article is about: a spacewalk, or something else that speaks of one in passing."""

import pytest

from evafacts import extract
from evafacts.assembly.focus import is_about_spacewalks, is_obituary, score, signs
from evafacts.mentions.document import Mentions

ABOUT = [
    "Two NASA astronauts, Chris Cassidy and Bob Behnken, replaced batteries outside the station "
    "on Friday in a spacewalk of six hours and seven minutes.",
    # nobody says "spacewalk"
    "Pete Conrad and Joseph Kerwin left Skylab through the airlock hatch and stayed out for three "
    "hours and 25 minutes. They cut a strap and freed the jammed solar wing.",
    "Alan Shepard and Edgar Mitchell climbed down the ladder of the lunar module for the second of "
    "their excursions. They drove core tubes into the soil and collected rocks for four hours.",
]
NOT_ABOUT = [
    # a company
    "Moonwalk Shoes of Leeds has raised $4 million from investors. The firm's spacewalk slipper "
    "sells at a price of $60, and the company counts 200 shops among its customers. It hopes to "
    "open a branch in Rotterdam by the spring.",
    # a sculpture
    "The Space Walk by Ann Other and Jo Nobody stands on a hill above the harbour. Visitors float "
    "up the steel stairs of the Space Walk, which took two hours 30 minutes to load.",
    # a robot
    "The robot on the station's truss swapped a power box under remote control on Tuesday. The "
    "job would once have meant a spacewalk, the agency said. Controllers moved the arm at a crawl "
    "and checked each step with three cameras.",
    # a home-coming
    "Sunita Williams was welcomed by students at her old school. She told the visitors of her life "
    "on the station, of her career and of a spacewalk, and signed a film poster.",
    # a pool
    "Students watched divers try their clamp in the giant pool where Chris Cassidy trained for a "
    "spacewalk. The college paid for the trip.",
]


@pytest.mark.parametrize("text", ABOUT)
def test_focus_is_about_spacewalks(text: str) -> None:
    assert is_about_spacewalks(Mentions(text))


@pytest.mark.parametrize("text", NOT_ABOUT)
def test_focus_is_about_something_else(text: str) -> None:
    assert not is_about_spacewalks(Mentions(text))
    assert not any(walk.primary for walk in extract(text).spacewalks)


def test_focus_score_falls_with_words_of_other_things() -> None:
    plain, traded = ABOUT[0], ABOUT[0] + " The company sells shares at a price of $20."
    assert score(signs(Mentions(plain))) > score(signs(Mentions(traded)))


def test_focus_obituary_has_no_primary() -> None:
    text = "Piers Sellers has died. He made a spacewalk on July 8, 2006."
    assert is_obituary(Mentions(text))
    assert is_obituary(Mentions("The agency announced the death of Piers Sellers on Friday."))
    assert not is_obituary(Mentions("Piers Sellers left the airlock on July 8, 2006."))


def test_focus_one_of_a_kind_is_no_walk() -> None:
    text = (
        "Piers Sellers, a student of ecology and one of the few Britons to have worked outside a "
        "spacecraft, has died. He leaves a wife and two children, and a career that began at a "
        "college in Leeds. His old school has a museum of his life."
    )
    assert extract(text).spacewalks == []
    dated = text.replace("has died.", "has died. He made a spacewalk on July 8, 2006.")
    assert len(extract(dated).spacewalks) == 1


def test_focus_work_that_no_word_calls_a_walk_needs_more() -> None:
    text = (
        "The space station's crew had a busy week in orbit. Jasmin Moghbeli and Loral O'Hara "
        "replaced a pump and installed a new camera on the rack of the Destiny laboratory on April "
        "5. They removed a cable from the module. On Thursday the astronauts studied plants in the "
        "Kibo laboratory, and had a news conference with reporters about their long stay in space. "
        "A cargo ship full of food and gifts is to arrive on Sunday."
    )
    mentions = Mentions(text)
    assert score(signs(mentions)) > 0
    assert not is_about_spacewalks(mentions)
