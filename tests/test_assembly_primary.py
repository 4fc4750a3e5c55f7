"""Which of several spacewalks an article is about."""

import datetime

import pytest

from evafacts import extract

DAY = datetime.date(2020, 7, 2)

CASES = [
    # a report, with the one before and the next one in a line
    (
        "Chris Cassidy and Bob Behnken replaced six batteries outside the station on Wednesday in "
        "a spacewalk of six hours. They removed old units from the truss and installed a plate. "
        "They left the Quest airlock at 7 a.m.\n\nIn a spacewalk on June 26 the two had removed a "
        "cover.",
        [("2020-07-01", True), ("2020-06-26", False)],
    ),
    # a preview of a series
    (
        "Two spacewalks are planned this month. Chris Cassidy and Bob Behnken will replace "
        "batteries in a spacewalk on July 16. They will go out again for a spacewalk on July 21 "
        "to install a tool box.",
        [("2020-07-16", True), ("2020-07-21", True)],
    ),
    # a picture of another walk above the report
    (
        "Bob Behnken takes a picture of himself during a spacewalk on June 26, 2020.\n\nChris "
        "Cassidy and Bob Behnken will replace batteries in a spacewalk on July 16. They will leave "
        "the Quest airlock at 7 a.m. and work for six hours.",
        [("2020-06-26", False), ("2020-07-16", True)],
    ),
    # a look back at both
    (
        "Why did two astronauts go outside two times? On July 1, 2020, Chris Cassidy and Bob "
        "Behnken replaced batteries in a spacewalk of six hours. On July 16, 2020, they did a "
        "spacewalk to install a box.",
        [("2020-07-01", True), ("2020-07-16", True)],
    ),
    # of several, one is over and the next announced
    (
        "In the first of two spacewalks Chris Cassidy and Bob Behnken replaced six batteries "
        "outside the station on Wednesday. They removed old units from the truss. The spacewalk "
        "lasted six hours.\n\nThe next spacewalk is planned for July 16.",
        [("2020-07-01", True), ("2020-07-16", False)],
    ),
    # history
    (
        "Chris Cassidy and Bob Behnken replaced six batteries outside the station on Wednesday in "
        "a spacewalk of six hours. On July 20, 2009, Cassidy had replaced batteries on a spacewalk "
        "with Dave Wolf.",
        [("2020-07-01", True), ("2009-07-20", False)],
    ),
]


@pytest.mark.parametrize(("text", "walks"), CASES)
def test_primary_walks(text: str, walks: list[tuple[str, bool]]) -> None:
    found = extract(text, published=DAY).spacewalks
    assert [(w.date.value if w.date else None, w.primary) for w in found] == walks


def test_primary_is_one_at_least() -> None:
    text = "A spacewalk on July 20, 2009, by Chris Cassidy and Dave Wolf lasted six hours."
    assert [w.primary for w in extract(text, published=DAY).spacewalks] == [True]
