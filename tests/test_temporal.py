"""Dates, clock times and durations: cases as data, and what no case can say."""

import datetime
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evafacts.mentions.temporal import Temporal, find_temporals, resolve, time_expressions

_DATA = Path(__file__).parent / "data" / "temporal"
_CASES = [
    pytest.param(case, id=f"{path.stem}-{index}")
    for path in sorted(_DATA.glob("*.json"))
    for index, case in enumerate(json.loads(path.read_text(encoding="utf-8")))
]


def _all(text: str, published: str | None = None) -> list[Temporal]:
    return resolve(find_temporals(text), text, published)


@pytest.mark.parametrize("case", _CASES)
def test_temporal_case(case: dict[str, Any]) -> None:
    found = time_expressions(case["text"], case["published"])
    assert [{"text": one.text, "kind": one.kind, "value": one.value} for one in found] == case[
        "expected"
    ]


def test_temporal_cases_are_many() -> None:
    assert len(_CASES) >= 250


def test_temporal_published_may_be_date_datetime_or_text() -> None:
    day = datetime.date(2021, 2, 3)
    at = datetime.datetime(2021, 2, 3, 12, tzinfo=datetime.UTC)
    values = {
        time_expressions("It began on Monday.", published)[0].value
        for published in (day, at, "2021-02-03", "2021-02-03T12:00:00Z")
    }
    assert values == {"2021-02-01"}


def test_temporal_published_unreadable_counts_as_unknown() -> None:
    assert time_expressions("It began on Monday.", "last week")[0].value == "XXXX-WXX-1"


@pytest.mark.parametrize(
    ("text", "minutes", "approximate"),
    [
        ("It took six hours.", 360, False),
        ("It took about six and a half hours.", 390, True),
        ("It took six to seven hours.", 390, True),
        ("It took nearly seven hours.", 420, True),
        ("It took up to seven hours.", 420, True),
        ("It took just over seven hours.", 420, True),
        ("It took seven hours or so.", 420, True),
        ("It took 5 hours, 21 minutes and 15 seconds.", 321, False),
        ("It took a few hours.", None, True),
        ("It took six months.", None, False),
        ("It took two days.", 2880, False),
        ("It took the better part of seven hours.", 420, True),
        ("It was a seven-hour-plus walk.", 420, True),
        ("It took 20-odd minutes.", 20, True),
        ("It took a little under six hours.", 360, True),
        ("The two-day-old strike ended.", None, False),
    ],
)
def test_temporal_minutes_of_duration(text: str, minutes: int | None, approximate: bool) -> None:
    (one,) = _all(text)
    assert (one.minutes, one.approximate) == (minutes, approximate)


@pytest.mark.parametrize(
    ("text", "clock", "zone", "offset"),
    [
        ("at 7:05 a.m. EST", "07:05", "EST", "-05:00"),
        ("at 1205 GMT", "12:05", "GMT", "+00:00"),
        ("at 0905 Moscow time", "09:05", "Moscow time", "+03:00"),
        ("at 9:05 p.m. local time", "21:05", "local time", None),
        ("at 12:15 a.m. EDT", "00:15", "EDT", "-04:00"),
        ("at 8:33 Beijing Time", "08:33", "Beijing Time", "+08:00"),
        ("at 3 p.m.", "15:00", None, None),
        ("at noon ET", "12:00", "ET", None),
    ],
)
def test_temporal_clock_and_zone(
    text: str, clock: str, zone: str | None, offset: str | None
) -> None:
    (one,) = _all(text)
    assert (one.clock, one.zone, one.offset) == (clock, zone, offset)


@pytest.mark.parametrize(
    ("text", "published", "basis", "form"),
    [
        ("on Feb. 1, 2021", None, "stated", "full"),
        ("on Feb. 1", "2021-01-31", "published", "month_day"),
        ("on Feb. 1", None, None, "month_day"),
        ("Jan. 27, 2021. They go out on Feb. 1", None, "context", "month_day"),
        ("on Monday (Feb. 1)", "2021-01-31", "published", "weekday_month_day"),
        ("on Monday", None, None, "weekday"),
        ("on Monday", "2021-02-01", "published", "weekday"),
        ("yesterday", "2021-02-01", "published", "relative"),
        ("MOSCOW, Jan. 31 -- They left yesterday", "2021-02-01", "context", "relative"),
        ("MOSCOW, Jan. 31, 2021 -- They left yesterday", None, "context", "relative"),
        ("MOSCOW, Jan. 31 -- They left yesterday", None, None, "relative"),
        ("in 2012", None, "stated", "year"),
    ],
)
def test_temporal_basis_and_form(
    text: str, published: str | None, basis: str | None, form: str
) -> None:
    last = _all(text, published)[-1]
    assert (last.basis, last.form) == (basis, form)


def test_temporal_pass_one_leaves_the_unsaid_open() -> None:
    values = [one.value for one in find_temporals("On Nov. 6, on Monday, in March and yesterday")]
    assert values == ["XXXX-11-06", "XXXX-WXX-1", "XXXX-03", "PAST_REF"]


def test_temporal_broken_words_keep_offsets_of_the_text() -> None:
    text = "It flew on Novem-\n  ber 12 for six-\nteen days."
    assert [text[one.start : one.end] for one in find_temporals(text)] == [
        "Novem-\n  ber 12",
        "six-\nteen days",
    ]


_WORDS = """
on Monday Tuesday Nov. 6 , 2021 ( ) the 13th six hours and a half to 7:05 a.m. EST 1205 GMT - last
next week two days later ago 2021-02-01 1/2/2021 May March in early 1990s mid noon 6½ ½ quarter
third of year every year-old Novem- ber ' 90s $ 3
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=14), st.sampled_from(["2021-01-31", None]))
def test_temporal_spans_are_ordered_apart_and_valued(
    pieces: list[str], published: str | None
) -> None:
    text = " ".join(pieces)
    end = 0
    for one in time_expressions(text, published):
        assert end <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.value
        end = one.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_temporal_any_text_is_read(text: str) -> None:
    for one in time_expressions(text, "2021-01-31"):
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "piece",
    [
        "Nov. 6, 2021 ",
        "Nov. 6 and Monday ",
        "1",
        "1,",
        "six hours ",
        "6 p.m. ",
        "twenty-",
        "the ",
        "(",
    ],
)
def test_temporal_time_grows_with_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        began = time.perf_counter()
        resolve(find_temporals(text), text, "2021-01-31")
        return time.perf_counter() - began

    seconds(100)
    small, large = min(seconds(2_000) for _ in range(3)), seconds(20_000)
    assert large < 10 * small * 4 + 0.1


def test_temporal_letters_that_grow_in_small_letters() -> None:
    found = time_expressions("They worked for 10 m\u0130nutes on \u017funday.", "2021-02-03")
    assert [one.value for one in found] == ["PT10M", "2021-01-31"]
