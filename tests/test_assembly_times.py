"""Start and end of a spacewalk, told apart from its broadcast and from other clock times."""

import datetime

import pytest

from evafacts import extract

DAY = datetime.date(2024, 4, 26)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "The spacewalk by Oleg Kononenko and Nikolai Chub began at 10:57 a.m. EDT Thursday and "
            "ended at 3:33 p.m. EDT.",
            "2024-04-25T10:57-04:00",
            "2024-04-25T15:33-04:00",
        ),
        (
            "Oleg Kononenko and Nikolai Chub will start a spacewalk at 10:55 a.m. EDT on Monday. "
            "Live coverage begins at 10:30 a.m. EDT.",
            "2024-04-29T10:55-04:00",
            None,
        ),
        (
            "The spacewalk by Oleg Kononenko and Nikolai Chub began at 7:57 p.m. Moscow time on "
            "Wednesday and ended at 00:33 a.m. Moscow time.",
            "2024-04-24T19:57+03:00",
            "2024-04-25T00:33+03:00",
        ),
        (
            "Live coverage of a spacewalk by Oleg Kononenko and Nikolai Chub begins at 10:30 "
            "a.m. EDT on Monday.",
            None,
            None,
        ),
        (
            "Oleg Kononenko and Nikolai Chub made a spacewalk on Thursday. A cargo ship will "
            "launch at 4 p.m. EDT.",
            None,
            None,
        ),
    ],
)
def test_times_are_of_the_spacewalk_itself(text: str, start: str | None, end: str | None) -> None:
    walk = extract(text, published=DAY).spacewalks[0]
    assert (walk.start_time and walk.start_time.value) == start
    assert (walk.end_time and walk.end_time.value) == end


def test_times_told_in_two_zones_are_the_first_with_both_as_evidence() -> None:
    text = (
        "Oleg Kononenko and Nikolai Chub began a spacewalk at 10:57 a.m. EDT (1457 GMT) Thursday."
    )
    start = extract(text, published=DAY).spacewalks[0].start_time
    assert start is not None
    assert (start.value[-11:], start.zone) == ("10:57-04:00", "EDT")
    assert [e.text for e in start.evidence] == ["10:57 a.m. EDT", "1457 GMT"]
