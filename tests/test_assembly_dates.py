"""The day of the spacewalk that a short report opens with."""

import datetime

import pytest

from evafacts import extract

CASES = [
    # the day it ended on, or the same moment by another clock, is not its own
    (
        "On a spacewalk two cosmonauts opened the hatch at 18:30 Moscow time on Friday and closed "
        "it at 02:40 on Saturday.",
        "2018-02-03",
        ["2018-02-02"],
    ),
    (
        "The two were outside the station on a spacewalk from Thursday night into the small hours "
        "of Friday, Tokyo time.",
        "2023-02-04",
        ["2023-02-02"],
    ),
    (
        "They began their spacewalk on Saturday (it was 1:10 a.m. on Sunday in Delhi).",
        "2006-12-18",
        ["2006-12-16"],
    ),
    (
        "There was applause in Houston Monday night. Ann Other and Jo Nobody hung blankets on "
        "their spacewalk. They came back in at 3:32 this morning.",
        "1997-02-18",
        ["1997-02-17"],
    ),
    ("They wrapped up their spacewalk at 2:10 p.m. EDT today.", "2018-05-16", ["2018-05-16"]),
    (
        "They made a spacewalk of six hours on Friday, and on Saturday they went outside again.",
        "2018-02-04",
        ["2018-02-02", "2018-02-03"],
    ),
    (
        "Ann Other made a spacewalk with Jo Nobody on Tuesday. The two concluded the outing at "
        "3:06 pm EDT (12.36 am IST Wednesday).",
        "2022-03-16",
        ["2022-03-15"],
    ),
    # who said it says nothing of the day
    (
        "Two cosmonauts have made a spacewalk. They spent six hours in open space on Wednesday, "
        "NASA said.",
        "2008-02-14",
        ["2008-02-13"],
    ),
    (
        "Astronauts made a spacewalk on Sunday, leaving the pipes for a third and final outing on "
        "Tuesday.",
        "2010-04-11",
        ["2010-04-11", "2010-04-13"],
    ),
    # a clock time opens no clause of its own
    (
        "The two are expected to leave the airlock for a spacewalk shortly after 8 a.m. on "
        "March 29.",
        "2019-03-26",
        ["2019-03-29"],
    ),
    (
        "A spacewalk of six hours was arranged after a cart stalled on Wednesday.",
        "2023-06-02",
        [None],
    ),
    # the dateline is the article's day
    (
        "HOUSTON (June 25) - A spacewalk was called off almost as soon as it began Thursday. It "
        "lasted 14 minutes.",
        "2004-06-25",
        ["2004-06-24"],
    ),
    # what is put off is still ahead
    (
        "A spacewalk that was set for today has been postponed. The spacewalk was to last six "
        "hours.",
        "2022-12-15",
        [None],
    ),
    (
        "NASA postponed a spacewalk on Wednesday. It will now take place on Friday, with Ann "
        "Other going out for a spacewalk.",
        "2022-12-15",
        ["2022-12-16"],
    ),
    # a report of the day itself has only a clock time, or a log of them
    (
        "Ann Other and Jo Nobody concluded their spacewalk at 2:17 p.m. EDT after 5 hours and 35 "
        "minutes.",
        "2023-06-15",
        ["2023-06-15"],
    ),
    (
        "The spacewalk is live here.\n\n2.55 p.m. It is over.\n\n1.40 p.m. Both are at the mast."
        "\n\n7.38 a.m. The two are off.\n",
        "2019-10-18",
        ["2019-10-18"],
    ),
    ("Ann Other and Jo Nobody once made a spacewalk of six hours.", "2023-06-15", [None]),
    # "updated" is no day of a walk
    (
        "UPDATED:\n03:08 EST, 10 April 2012\nAnn Other once made a spacewalk of 23 minutes.",
        "2012-04-06",
        [None],
    ),
    # the header of a log is its day
    (
        "Live: two astronauts outside on a spacewalk\n\nSaturday 25 January 2020. All times GMT. "
        "Newest first.\n\n18:25 That is it from us.\n\n12:10 The spacewalk has begun.",
        None,
        ["2020-01-25"],
    ),
    # "through July" ends a series
    (
        "Ann Other went outside for six hours. It was the first of four spacewalks planned for her "
        "through July.",
        None,
        [None],
    ),
    # what another thing began in, or was moved on, is no day of the walk
    (
        "Ann Other made a spacewalk of six hours to finish the work, a job that began in 2017.",
        "2020-06-27",
        [None],
    ),
    # another pair's later walk is not the later try
    (
        "A spacewalk by Ann Other and Jo Nobody was set for today, and NASA has postponed it. Ann "
        "Other and Mo Third will make a spacewalk on Friday.",
        "2022-12-14",
        [None, "2022-12-16"],
    ),
    # a dateline without its year has a weekday where the report names it
    (
        "MOSCOW, December 28. Two cosmonauts have made a spacewalk of eight hours, a spokesman "
        "said on Saturday. They opened the hatch on Friday.",
        None,
        ["XXXX-12-27"],
    ),
    (
        "MOSCOW, Jan. 9 -- A hatch jammed. On Monday the two will try a spacewalk again.",
        None,
        [None],
    ),
    # the day on which somebody said so, and the day that a walk was put off from
    (
        "Two cosmonauts made a spacewalk on Wednesday. They have completed their spacewalk, the "
        "agency reported in a broadcast on its website on Thursday.",
        "2022-12-16",
        ["2022-12-14"],
    ),
    ("A spacewalk to replace a pump scheduled for June 13 was postponed.", None, [None]),
    (
        "A spacewalk to replace a pump, set for June 13, was postponed to June 20.",
        None,
        ["XXXX-06-20"],
    ),
    # the day, told further down, of a walk of months ago
    (
        "Ann Other lost a glove on a spacewalk in July. The incident of July 16 is in a report.",
        "2022-12-15",
        ["2022-07-16"],
    ),
    # no more than the hour: the day of the report
    (
        "Two astronauts began a spacewalk at 10:24 a.m. EDT to replace a pump.",
        "2022-12-15",
        ["2022-12-15"],
    ),
    ("Two astronauts took a spacewalk in 2013 that began at 10:24 a.m.", "2022-12-15", ["2013"]),
]


@pytest.mark.parametrize(("text", "published", "days"), CASES)
def test_dates_of_the_spacewalks(text: str, published: str | None, days: list[str | None]) -> None:
    day = datetime.date.fromisoformat(published) if published else None
    walks = extract(text, published=day).spacewalks
    assert [walk.date.value if walk.date else None for walk in walks] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # out in the evening, and back in the small hours that it is dated by
        (
            "Two cosmonauts ended a spacewalk. Fyodor Yurchikhin and Oleg Skripochka returned at "
            "00:23 on Nov. 16 after six hours and 28 minutes outside.",
            "2010-11-15",
        ),
        (
            "Two cosmonauts ended a spacewalk. Fyodor Yurchikhin and Oleg Skripochka returned at "
            "10:23 on Nov. 16 after six hours and 28 minutes outside.",
            "2010-11-16",
        ),
        # the year of things to come
        (
            "Fyodor Yurchikhin and Oleg Skripochka will route cables on a spacewalk, for the new "
            "ships to come in the year 2017.",
            None,
        ),
    ],
)
def test_assembly_dates_of_nights_and_years_to_come(text: str, day: str | None) -> None:
    (walk,) = extract(text, published=datetime.date(2010, 11, 16)).spacewalks
    assert (walk.date.value if walk.date else None) == day
