"""Known people by a name with one letter wrong, and strangers who stay strangers."""

import pytest

from evafacts.mentions.people import find_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Astronaut Rick Mastraccho went out. Mastraccho was cold.", ["Richard Mastracchio"] * 2),
        ("Chinese astronaut Zhai Zhgang waved.", ["Zhai Zhigang"]),
        ("Cosmonaut Sergey Prokopeyv went out.", ["Sergey Prokopyev"]),
        ("Flight director Ann Mastraccho spoke.", ["Ann Mastraccho"]),
        ("Astronaut Rick Mastrachi went out.", ["Rick Mastrachi"]),
        ("Astronaut Bob Banken went out.", ["Bob Behnken"]),
        ("Astronaut Sory Musgrave went out.", ["Story Musgrave"]),
        ("Astronaut Jon Musgrave went out.", ["Jon Musgrave"]),
        ("Cosmonaut Anatoly Solovieff went out.", ["Anatoly Solovyev"]),
        ("Astronaut Trace Caldwell Dyson went out.", ["Tracy Caldwell Dyson"]),
        ("Astronaut Mike Freeman went out.", ["Mike Freeman"]),
        ("Astronaut Nick Hook went out.", ["Nick Hook"]),
    ],
)
def test_misspelt_names(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names
