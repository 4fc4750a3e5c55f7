"""Which words name the exit that the crew goes out through, and which only a place."""

import datetime

import pytest

from evafacts import extract
from evafacts.mentions.airlocks import find_airlocks

EXITS = [
    ("They are set to leave from the station's Poisk module.", "Poisk"),
    ("They will exit the International Space Station‘s Poisk module.", "Poisk"),
    ("They floated out of the Quest airlock.", "Quest"),
    ("All three walks begin at the Quest airlock.", "Quest"),
    ("They left Quest a few minutes ahead of time.", "Quest"),
    ("With the pressure in Poisk on its way down, the order came to stop.", "Poisk"),
    ("They closed the exit hatch of the small research module Poisk.", "Poisk"),
    ("They went out through the middle compartment of Kvant-2.", "Kvant-2"),
    ("They returned to the Wentian science module at 10:51 pm.", "Wentian"),
    ("They came through the shuttle's airlock.", "Shuttle"),
    ("The two floated out into Discovery's open cargo bay.", "Shuttle"),
    ("He climbed out of Gemini 12.", "Gemini"),
    ("He was outside Voskhod 2 for twelve minutes.", "Voskhod"),
    ("They took turns to rise out of the hatch of a Dragon capsule.", "Dragon"),
    ("They drifted out of Salyut 7.", "Salyut"),
    ("Aboard Salyut 7 they opened the hatch of the station's transfer compartment.", "Salyut"),
    ("On the Gemini 4 mission White pushed himself out of the capsule.", "Gemini"),
    ("The Dragon capsule has no airlock: the nose hatch swung back.", "Dragon"),
    ("They left Mir through the middle section of the Kvant-2 module.", "Kvant-2"),
    ("They left the station on Thursday through the hatch of the Russian Poisk module.", "Poisk"),
    ("They are preparing to exit the International Space Station‘s Poisk module.", "Poisk"),
    ("The two were already in their spacesuits inside the Quest airlock.", "Quest"),
    ("He spent nearly 20 minutes outside the Shenzhou-7 spacecraft.", "Shenzhou"),
    ("They began by opening hatches of the Poisk module.", "Poisk"),
    ("The two returned to the Quest chamber around 10 p.m.", "Quest"),
    ("They let air out of the transfer compartment between Zvezda and Zarya.", "Zvezda"),
    ("They depressurize the transfer compartment between the Zvezda module and Zarya.", "Zvezda"),
    ("He stepped outside the Discovery shuttle.", "Shuttle"),
    ("Two astronauts ventured outside Atlantis on Sunday.", "Shuttle"),
    ("Roe leaves the shuttle Endeavour to walk in space.", "Shuttle"),
    ("They left the Salyut 7 station for open space.", "Salyut"),
    ("They left the Salyut-6 station through the transfer compartment hatch.", "Salyut"),
    ("The walk will be made from Pirs.", "Pirs"),
    ("Once outside the station's Quest airlock, the two set to work.", "Quest"),
    ("The outing is being staged out of the Poisk module.", "Poisk"),
    ("The hatch in Pirs swung open at 10:02.", "Pirs"),
    ("The day ended as Quest was repressurized.", "Quest"),
    ("They switched to battery power inside Quest.", "Quest"),
    ("They re-entered Pirs and shut the hatch.", "Pirs"),
    ("They left by the hatch out into the open cargo bay.", "Shuttle"),
    ("They floated out into the cargo bay of the shuttle Challenger.", "Shuttle"),
    ("They will open the hatches of the docking module Pier at noon.", "Pirs"),
    ("He dangled far away from his Gemini capsule.", "Gemini"),
    ("He had gone outside the spacecraft on Gemini 4.", "Gemini"),
    ("It was the first spacewalk outside the Gemini 4 spacecraft.", "Gemini"),
    ("He left the safety of his Gemini 4 spacecraft.", "Gemini"),
    ("Gemini 10 flew on, but the box was lost when he re-entered the capsule.", "Gemini"),
    ("He was the first to leave a spacecraft for space, on the Voskhod 2 flight.", "Voskhod"),
    ("He made it in ten minutes on a 10-ft. line outside the Voskhod 2 capsule.", "Voskhod"),
    ("He went out through a small side hatch in Skylab.", "Skylab"),
    ("They went into the open cargo bay of the shuttle Discovery.", "Shuttle"),
    ("Roe was sent into the cargo bay of the shuttle Atlantis.", "Shuttle"),
    ("They left the pressurised quarters of the Salyut 6 station.", "Salyut"),
    ("He stepped outside Apollo 15.", "Apollo"),
]
NO_EXITS = [
    "Both pumps were returned to Earth on the Dragon capsule.",
    "They bolted a handrail beside the Quest airlock.",
    "They returned to Poisk to fetch the tools.",
    "A station module was getting pulled out of Endeavour's hold.",
    "He lifted the pallet out of the cargo bay with the arm.",
    "Spacewalkers from shuttle Endeavour woke up a robot arm.",
    "He flew the backpack out of shuttle Challenger's payload bay.",
    "They worked in Discovery's cargo bay.",
    "The old camera went into the cargo bay.",
    "In 1969 two men climbed across from Soyuz 5 to Soyuz 4.",
    "They moved a radiator from Rassvet to Nauka.",
    "The next cargo Dragon will bring up a spare.",
    "They worked outside Skylab.",
    "They opened the hatch of the station's transfer compartment.",
    "The Gemini 4 capsule was late, and the spacecraft came down far away.",
    "They stowed two handrails in the Quest airlock's tool box.",
    "They wrapped up the day stowing their tools and suits inside the Quest airlock.",
    "The store room is ready to be moved out of the shuttle.",
    "They will squirt goo into damaged samples of shuttle tile.",
    "Coolant was spraying out of the Soyuz capsule.",
    "Both units were returned to Earth on the Dragon capsule.",
    "The four left Salyut 7 for Earth.",
    "They removed a pair of debris shields from the Quest airlock.",
    "The arm will carry the Quest airlock across.",
    "Roe works outside the station's Quest airlock.",
    "The Quest airlock was bolted to Unity.",
    "Floating out into the cargo bay, the two replaced a gyroscope.",
    "Roe stepped outside on the last shuttle flight.",
    "They left the shuttle for home in a van.",
    "The satellite was lifted out of the shuttle.",
    "The four left the Dragon after splashdown.",
    "The transfer compartment between the two modules was full of bags.",
    "Roe strolled on the Santa Monica Pier.",
    "The four of Gemini 4 and Gemini 5 talked of the safety of their capsules.",
    "Gemini 10 flew on, and the capsule re-entered over the ocean.",
    "He was the first to leave a spacecraft. Later came the Voskhod 2 flight for a film.",
    "The new camera went into the cargo bay of the shuttle Discovery.",
    "Roe went outside Challenger in 1984.",
    "Roe went outside Salyut 7.",
    "On the walk he took the films from Apollo 15's cameras.",
    "On Gemini 4 they learned how astronauts walk outside their spacecraft.",
]


@pytest.mark.parametrize(("text", "name"), EXITS)
def test_airlocks_find_names_the_exit(text: str, name: str) -> None:
    assert name in {a.name for a in find_airlocks(text) if a.exits}


@pytest.mark.parametrize("text", NO_EXITS)
def test_airlocks_find_leaves_places_and_vehicles_alone(text: str) -> None:
    assert not [text[a.start : a.end] for a in find_airlocks(text) if a.exits]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They left Quest on time.", "left Quest"),
        ("They came through the shuttle's airlock.", "came through the shuttle's airlock"),
        ("The pressure in Poisk fell.", None),
        ("Repressurization of Quest has begun.", None),
    ],
)
def test_airlocks_find_tells_where_the_verb_of_going_out_begins(
    text: str, verb: str | None
) -> None:
    first = find_airlocks(text)[0]
    assert (None if first.leaves is None else text[first.leaves : first.end]) == verb


def test_airlocks_of_another_age_are_not_the_exit_of_a_dated_walk() -> None:
    text = (
        "Luca Parmitano and Chris Cassidy ended a spacewalk early on July 16, 2013. Leonov had to "
        "let air out of his suit to get back in through the hatch of Voskhod 2 on his spacewalk."
    )
    walks = extract(text, published=datetime.date(2013, 7, 17)).spacewalks
    assert [w.airlock for w in walks if w.date and w.date.value == "2013-07-16"] == [None]
