"""Whose work items are, and which of them a walk keeps."""

import datetime

import pytest

from evafacts import extract

_DAY = datetime.date(2021, 3, 5)
_GO = (
    "Astronauts Kate Rubins and Victor Glover will go on a spacewalk outside the station on Friday."
)
_WENT = (
    "Astronauts Kate Rubins and Victor Glover went on a spacewalk outside the station on Friday."
)


def _texts(text: str) -> list[str]:
    return [task.text for walk in extract(text, published=_DAY).spacewalks for task in walk.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_WENT} Rubins and Glover replaced a camera.", ["replaced a camera"]),
        (f"{_WENT} They replaced a camera.", ["replaced a camera"]),
        (f"{_WENT} Crewmate Shannon Walker replaced a water pump.", []),
    ],
)
def test_assembly_tasks_are_of_the_crew(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_GO} They will replace a camera.", ["replace a camera"]),
        (f"{_GO} The astronauts serviced a water pump.", []),
        (f"{_WENT} The astronauts serviced a water pump.", ["serviced a water pump"]),
    ],
)
def test_assembly_tasks_of_a_walk_ahead_are_not_done(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_GO} They will replace a camera. In June, a pump will be installed.", 1),
        (f"{_GO} They will replace a camera. In March, a pump will be installed.", 2),
        (f"{_GO} They will replace a camera. A pump for next year's arm will be installed.", 2),
    ],
)
def test_assembly_tasks_of_another_month_are_left(text: str, expected: int) -> None:
    assert len(_texts(text)) == expected


_WORK = (
    "HOUSTON -- The astronauts Kate Rubins and Victor Glover flew over to a lost satellite on "
    "Friday. They cut off an antenna, clamped a bar to the satellite and tied down a panel. They "
    "were outside for four hours. Glover wiped a lens, and Rubins bolted the satellite down. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_WORK + "They covered it with a blanket.", 1),
        ("The company builds satellites. " * 100 + _WORK, 0),
        ("They were outside for four hours on Friday. They sang.", 0),
    ],
)
def test_assembly_work_tells_of_a_walk_that_is_not_named(text: str, expected: int) -> None:
    assert sum(walk.primary for walk in extract(text, published=_DAY).spacewalks) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What one does is not what the other does.
        (
            f"{_WENT} Rubins removed insulation. Glover removed some insulation.",
            ["removed insulation", "removed some insulation"],
        ),
        (f"{_WENT} Rubins removed insulation. Rubins removed the insulation.", 1),
        # "Another" is one more.
        (f"{_WENT} They swapped a camera package. They swapped another camera package.", 2),
        (f"{_WENT} They swapped a camera package. They swapped the camera package.", 1),
        # Before the crew could go out is another day.
        (f"{_WENT} Before they could think of Friday's spacewalk, they had to fix a pump.", 0),
        (f"{_WENT} Before they ended the spacewalk, they had to fix a pump.", 1),
    ],
)
def test_assembly_tasks_told_apart(text: str, expected: int | list[str]) -> None:
    assert _texts(text) == expected if isinstance(expected, list) else len(_texts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Astronauts Fix Station Radio Antenna\n\n{_WENT} They replaced a pump.", 1),
        (f"Astronauts fixed an antenna of the station.\n\n{_WENT} They replaced a pump.", 2),
    ],
)
def test_assembly_tasks_of_a_headline_yield_to_those_of_the_story(text: str, expected: int) -> None:
    assert len(_texts(text)) == expected
