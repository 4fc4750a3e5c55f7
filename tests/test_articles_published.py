import datetime as dt

import pytest

from evafacts.articles import parse_published

EST = dt.timezone(dt.timedelta(hours=-5))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-01-31", dt.date(2021, 1, 31)),
        ("20210131", dt.date(2021, 1, 31)),
        (20210131, dt.date(2021, 1, 31)),
        (dt.date(2021, 1, 31), dt.date(2021, 1, 31)),
        ("2021-01-31T10:00:00Z", dt.datetime(2021, 1, 31, 10, tzinfo=dt.UTC)),
        ("2021-01-31 10:00", dt.datetime(2021, 1, 31, 10)),
        ("Jan. 31, 2021", dt.date(2021, 1, 31)),
        ("31 January 2021", dt.date(2021, 1, 31)),
        ("Sunday, Jan 31, 2021 5:30 pm EST", dt.datetime(2021, 1, 31, 17, 30, tzinfo=EST)),
        ("Sun, 31 Jan 2021 10:00:00 GMT", dt.datetime(2021, 1, 31, 10, tzinfo=dt.UTC)),
        ("01/31/2021", dt.date(2021, 1, 31)),
        ("31/01/2021", dt.date(2021, 1, 31)),
        ("02/02/2021", dt.date(2021, 2, 2)),
        (1612087200, dt.datetime(2021, 1, 31, 10, tzinfo=dt.UTC)),
        (1612087200000, dt.datetime(2021, 1, 31, 10, tzinfo=dt.UTC)),
    ],
)
def test_published_is_read(value: object, expected: object) -> None:
    found = parse_published(value)
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    "value",
    [
        *("someday", "today", "January 2021", "2021", "", "Feb. 30, 2021", "2021-02-30", "12"),
        *(True, 1.5, None, ["2021-01-31"], "2021-W05", 10**30),
    ],
)
def test_published_fills_nothing_in(value: object) -> None:
    with pytest.raises(ValueError, match="date"):
        parse_published(value)


def test_published_refuses_what_could_be_two_days() -> None:
    with pytest.raises(ValueError, match="two days"):
        parse_published("01/02/2021")
