"""The part that each named person plays in a sentence: goes outside, helps, or neither."""

import pytest

from evafacts.assembly.listed import groups
from evafacts.assembly.roles import OUT, SPOKE, parts
from evafacts.mentions.document import Mentions


def _scores(text: str) -> dict[str, int]:
    mentions = Mentions(text)
    sentence = mentions.sentences[0]
    real = [m for m in mentions.spacewalks if m.real]
    found = parts(text, sentence, mentions.people, real, mentions.tasks_of(sentence))
    return {p.surname: part.score for part in found for p in part.people}


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Victor Glover left the Quest airlock.", "glover"),
        ("Victor Glover, EV2, wore a plain suit.", "glover"),
        ("Mike Hopkins and Victor Glover went outside the space station.", "hopkins"),
        ("The spacewalk by Victor Glover lasted six hours.", "glover"),
        ("NASA astronaut Jo Quibbleton left the Quest airlock.", "quibbleton"),
        ("It took Zed Quibbleton and Victor Glover five hours.", "glover"),
        ("His partner, flight engineer Victor Glover, tidied up.", "glover"),
        ("The spacewalk is the fourth for Rubins and the second for Victor Glover.", "glover"),
        ("The flight engineer Victor Glover left the Quest airlock.", "glover"),
        ("Kate Rubins and Victor Glover", "glover"),
        ("Station commander Kate Rubins and flight engineer Victor Glover of NASA.", "glover"),
        ("Victor Glover, who had been kept indoors by a cold, left the Quest airlock.", "glover"),
        ("Kate Rubins and Victor Glover were the spacewalkers.", "glover"),
        ("Kate Rubins, tired, was half way through a spacewalk with Victor Glover.", "glover"),
        ("Kate Robinson, and Victor Glover, left the Quest airlock.", "glover"),
        ("The repair, carried out by Kate Rubins and Victor Glover, worked.", "glover"),
        ("“Good,” said Victor Glover, his companion on the first spacewalk.", "glover"),
        ("Spacewalkers Kate Rubins and Victor Glover helped to steer the arm.", "glover"),
        (
            "The spacewalk will feature two of the four aboard — Kate Rubins, the head of the crew "
            "who has trained for it since spring, and specialist Victor Glover.",
            "glover",
        ),
        ("Back from the spacewalk, it was the turn of pilot Victor Glover.", "glover"),
        ("She made a spacewalk (with the specialist Victor Glover).", "glover"),
        ("It lasted six hours in the company of the pilot of the ship Victor Glover.", "glover"),
        ("Victor Glover, the pilot, was with her in the open airlock.", "glover"),
        ("Mike Hopkins will remain inside while Victor Glover makes the spacewalk.", "glover"),
        ("He watches from inside as Victor Glover makes the spacewalk.", "glover"),
        ("After the spacewalk began, Victor Glover was right there with her.", "glover"),
    ],
)
def test_roles_who_goes_outside(text: str, surname: str) -> None:
    assert _scores(text)[surname] >= 3


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Kate Rubins operated the robotic arm during the spacewalk.", "rubins"),
        ("Kate Rubins used the station's new Canadian-built arm to move them.", "rubins"),
        ("The arm was driven by Kate Rubins during the spacewalk.", "rubins"),
        ("Kate Rubins helped the spacewalkers from inside.", "rubins"),
        ("Victor Glover will replace Kate Rubins on the spacewalk.", "rubins"),
        ("Flight director Jo Quibbleton watched the spacewalk.", "quibbleton"),
        ("During the spacewalk Kate Rubins stayed behind the hatch.", "rubins"),
        ("Kate Rubins followed the spacewalk from her seat.", "rubins"),
        ("Capcom Kate Rubins: the spacewalk is over.", "rubins"),
        ("He leaned out of the hatch while Kate Rubins held on to his legs.", "rubins"),
        ("Victor Glover made a spacewalk, beating rival Kate Rubins by a year.", "rubins"),
        ("Kate Rubins caught it with the shuttle's robot arm.", "rubins"),
        ("He left the airlock with Kate Rubins at its controls.", "rubins"),
        ("The spacewalk beat the record held by astronaut Kate Rubins.", "rubins"),
        ("Kate Rubins waited inside the Soyuz during the spacewalk.", "rubins"),
        ("His companion, Kate Rubins, radioed from inside.", "rubins"),
        ("Kate Rubins, the head of Mission Control, praised the spacewalk.", "rubins"),
        ("Kate Rubins, who supervised the spacewalk, was pleased.", "rubins"),
        ("Kate Rubins stayed belted in during the spacewalk.", "rubins"),
        ("Kate Rubins raised both men to the top for the spacewalk.", "rubins"),
        ("Kate Rubins advised him to tape the rail on the spacewalk.", "rubins"),
        ("Kate Rubins photographed the spacewalk.", "rubins"),
        ("The spacewalk needs the robotic arm folks, Kate Rubins and others.", "rubins"),
        ("On the spacewalk, remaining at the arm as commander was Kate Rubins.", "rubins"),
    ],
)
def test_roles_who_stays_in(text: str, surname: str) -> None:
    assert _scores(text)[surname] == OUT


def test_roles_a_quotation_says_nothing() -> None:
    assert _scores('"It is dark on this spacewalk," said Kate Rubins.') == {"rubins": SPOKE}


def test_roles_a_journey_together_says_nothing() -> None:
    scores = _scores("Victor Glover, who arrived with Kate Rubins, left the airlock.")
    assert scores["rubins"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Relief comes in the person of Kate Rubins, who may fix a hinge.",
        "It was the second flight for Kate Rubins.",
        "Kate Rubins fed the spacewalkers oxygen.",
        "Commander Kate Rubins and flight engineer Victor Glover trained in the pool.",
        "Victor Glover has been out three times, twice with Kate Rubins.",
        "Kate Rubins",
        "On the spacewalk he wore Kate Rubins's suit.",
    ],
)
def test_roles_of_no_weight(text: str) -> None:
    assert _scores(text)["rubins"] == 0


def test_roles_staying_longer_is_no_staying_in() -> None:
    assert _scores("Kate Rubins stayed a moment to tidy up.")["rubins"] >= 0


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Mike Hopkins, 51, and Victor Glover left.", [2]),
        ("Mike Hopkins and JAXA's Soichi Noguchi left.", [2]),
        ("Mike Hopkins, a colonel from Lebanon, Mo., and Victor Glover left.", [2]),
        ("Mike Hopkins joined Victor Glover and Soichi Noguchi outside.", [3]),
        ("Mike Hopkins and his commander, Victor Glover, left.", [2]),
        ("Mike Hopkins left early. Victor Glover stayed.", [1, 1]),
        ("Mike Hopkins worked outside while Victor Glover rested.", [1, 1]),
    ],
)
def test_roles_people_listed_together(text: str, sizes: list[int]) -> None:
    assert [len(group) for group in groups(text, Mentions(text).people)] == sizes


def test_roles_who_went_out_years_before_is_not_of_this_walk() -> None:
    text = "The spacewalk came two years after astronaut Kate Rubins left the airlock."
    assert _scores(text)["rubins"] <= 0


@pytest.mark.parametrize(
    "text",
    [
        "Kate Rubins photographed stars during the spacewalk.",
        "Kate Rubins raised a rail during the spacewalk.",
        "Kate Rubins, staying at the space station, has begun a spacewalk.",
    ],
)
def test_roles_work_outside_is_no_help(text: str) -> None:
    assert _scores(text)["rubins"] >= 2


def test_roles_a_label_says_who_speaks() -> None:
    assert _scores("Kate Rubins: Tomorrow's spacewalk is long.") == {"rubins": SPOKE}


def test_roles_names_over_a_telephone_are_of_those_to_be_asked() -> None:
    names = "Kate Rubins / Victor Glover\n\n"
    assert _scores(names)["rubins"] >= 3
    assert _scores(f"{names}Headquarters\n202-555-0100\n")["rubins"] < 3
