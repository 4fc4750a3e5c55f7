"""The status of a spacewalk, by its words and its day beside the day of publication."""

import datetime

import pytest

from evafacts import extract

DAY = datetime.date(2021, 9, 14)  # a Tuesday

CASES = [
    # prepared, and not needed
    (
        "Akihiko Hoshide and Thomas Pesquet were ready to do a spacewalk on Monday. But that "
        "proved unnecessary when the door came free.",
        "cancelled",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet did a spacewalk on Monday. That was necessary because "
        "the door was stuck.",
        "completed",
    ),
    (
        "Akihiko Hoshide today became the fourth Japan Aerospace Exploration Agency (JAXA) "
        "astronaut to perform a spacewalk, working with Thomas Pesquet outside the station.",
        "completed",
    ),
    # the month tells, where no day is given
    ("Akihiko Hoshide and Thomas Pesquet do the next spacewalk in November 2021.", "planned"),
    ("Akihiko Hoshide and Thomas Pesquet did a spacewalk in August 2021.", "completed"),
    # told in the past of what is to come
    (
        "The crew spent the day getting ready for a spacewalk by Akihiko Hoshide and Thomas "
        "Pesquet, which will replace a pump.",
        "planned",
    ),
    (
        "NASA cancelled a spacewalk by Akihiko Hoshide and Thomas Pesquet on Monday. Hoshide had "
        "opened the hatch and the astronauts hadn't floated outside yet; the spacewalk lasted half "
        "an hour.",
        "cancelled",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet would have made a spacewalk on Sunday to open the "
        "door if necessary.",
        "cancelled",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet were prepared to make a spacewalk on Tuesday to open "
        "the door. But that proved unnecessary.",
        "cancelled",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet made a spacewalk on Sunday to open the door. A third "
        "tool was ready to be used if needed.",
        "completed",
    ),
    (
        "Two spacewalks, by Akihiko Hoshide on Sunday and Thomas Pesquet on Friday, have been set.",
        "planned",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet used the airlock for a spacewalk on Sunday to ready a "
        "module for removal next year.",
        "completed",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet began a spacewalk at 8 a.m. Tuesday. Hoshide is "
        "wearing the suit with red stripes.",
        "underway",
    ),
    (
        "Coverage of a spacewalk with Akihiko Hoshide and Thomas Pesquet is under way. They are "
        "preparing to exit the station for a spacewalk expected to begin at 8 a.m.",
        "planned",
    ),
    ("Akihiko Hoshide and Thomas Pesquet will conduct a spacewalk on Thursday.", "planned"),
    ("Akihiko Hoshide and Thomas Pesquet conducted a spacewalk on Sunday.", "completed"),
    (
        "Akihiko Hoshide and Thomas Pesquet are outside the station now. The spacewalk "
        "began at 8 a.m.",
        "underway",
    ),
    (
        "A spacewalk by Akihiko Hoshide and Thomas Pesquet, which began at 7:29 a.m. "
        "Tuesday, will finish the wiring.",
        "underway",
    ),
    (
        "NASA postponed a spacewalk by Akihiko Hoshide and Thomas Pesquet that had been "
        "planned for Tuesday.",
        "postponed",
    ),
    (
        "The spacewalk by Akihiko Hoshide and Thomas Pesquet has slipped to Friday.",
        "postponed",
    ),
    (
        "The spacewalk of Akihiko Hoshide and Thomas Pesquet on Sunday was cut short and "
        "lasted two hours.",
        "completed",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet finished a spacewalk on Sunday. It had been "
        "put off for two weeks. It lasted six hours and 54 minutes.",
        "completed",
    ),
    (
        "NASA has cancelled a spacewalk by Akihiko Hoshide and Thomas Pesquet that is no "
        "longer needed.",
        "cancelled",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet never got the hatch open for their spacewalk "
        "on Sunday.",
        "postponed",
    ),
    (
        "After the launch was delayed, Akihiko Hoshide and Thomas Pesquet will make a "
        "spacewalk on Thursday.",
        "planned",
    ),
    (
        "Akihiko Hoshide is pictured outside the station during a spacewalk on Sunday.",
        "completed",
    ),
    # what is made ready for, decided or said to be ahead, with a verb of the past
    (
        "Akihiko Hoshide and Thomas Pesquet readied their suits for today's spacewalk.",
        "planned",
    ),
    ("Akihiko Hoshide and Thomas Pesquet wore new suits for today's spacewalk.", "completed"),
    ("Managers approved a spacewalk by Akihiko Hoshide and Thomas Pesquet.", "planned"),
    ("Managers cheered a spacewalk by Akihiko Hoshide and Thomas Pesquet.", "completed"),
    ("NASA is considering a spacewalk by Akihiko Hoshide to swap a pump.", "planned"),
    # the present of a report
    (
        "Akihiko Hoshide and Thomas Pesquet emerge from the station to perform a spacewalk. They "
        "finished the job today.",
        "completed",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet go outside today on a spacewalk at 8 a.m. EDT. You can "
        "watch live.",
        "planned",
    ),
    ("Akihiko Hoshide and Thomas Pesquet are about to leave for a spacewalk today.", "planned"),
    ("The hatch opens at 8 a.m. today for a spacewalk by Akihiko Hoshide.", "planned"),
    ("The crew looked ahead to today's spacewalk by Akihiko Hoshide.", "planned"),
    ("The crew looked back on today's spacewalk by Akihiko Hoshide.", "completed"),
    # under way: begun, told of in the present, and not over
    (
        "Akihiko Hoshide and Thomas Pesquet floated out today at 8 a.m. EDT to begin a spacewalk. "
        "Mark Vande Hei is guiding them from inside.",
        "underway",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet floated out today at 8 a.m. EDT to begin a spacewalk. "
        "It ended at 3 p.m. Mark Vande Hei is happy.",
        "completed",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet switched their suits to battery power at 8 a.m. EDT "
        "today, marking the start of a spacewalk expected to last six hours.",
        "underway",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet switched their suits to battery power at 8 a.m. EDT "
        "today, marking the start of a spacewalk that lasted six hours.",
        "completed",
    ),
    # one job over and others ahead, or all of it
    (
        "Two astronauts have finished installing a pump during a spacewalk today. Akihiko Hoshide "
        "and Thomas Pesquet also plan to inspect a joint.",
        "underway",
    ),
    (
        "Two astronauts have finished a spacewalk today. Akihiko Hoshide and Thomas Pesquet also "
        "plan to rest.",
        "completed",
    ),
    # what will be when the walk is long over says nothing of it
    (
        "Akihiko Hoshide and Thomas Pesquet began a spacewalk today and added a room. It will be "
        "used as a corridor.",
        "completed",
    ),
    (
        "Akihiko Hoshide and Thomas Pesquet began a spacewalk today and added a room. They will "
        "hook up a cable next.",
        "underway",
    ),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status_of_follows_the_words_and_the_day(text: str, status: str) -> None:
    walks = extract(text, published=DAY).spacewalks
    assert [w.status for w in walks][:1] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Crew completes spacewalk\n\nThe goal of the spacewalk by Akihiko Hoshide is to swap a "
            "pump.",
            "completed",
        ),
        (
            "Crew to complete spacewalk\n\nThe goal of the spacewalk by Akihiko Hoshide is to swap "
            "a pump.",
            "planned",
        ),
        ("Akihiko Hoshide works with a crane during a spacewalk to perform repairs.", "completed"),
        ("A spacewalk to be performed by Akihiko Hoshide is under discussion.", "planned"),
        (
            "How the flight will unfold\n\nDay 5: Akihiko Hoshide makes a spacewalk.",
            "planned",
        ),
        ("How the flight unfolded\n\nDay 5: Akihiko Hoshide makes a spacewalk.", "completed"),
        (
            "Managers cleared astronauts Akihiko “Aki” Hoshide and Thomas Pesquet to go ahead with "
            "a second spacewalk.",
            "planned",
        ),
        (
            "Crew begins spacewalk\n\nAkihiko Hoshide opened the hatch at 8 a.m. for the "
            "spacewalk. Its aim is a repair.",
            "underway",
        ),
        (
            "Crew begins spacewalk\n\nAkihiko Hoshide opened the hatch at 8 a.m. for the "
            "spacewalk. He was called back early.",
            "completed",
        ),
        (
            "How to watch a spacewalk\n\nJAXA is embarking on a spacewalk on Friday. Akihiko "
            "Hoshide will undertake it.",
            "planned",
        ),
        (
            "Akihiko Hoshide will make a spacewalk to join lines begun by others in May.",
            "planned",
        ),
        (
            "Sept. 12 Spacewalk Completed; Next One Will Be On Sept. 20\n\n"
            "Akihiko Hoshide and Thomas Pesquet swapped a pump.",
            "completed",
        ),
        (
            "Akihiko Hoshide and Thomas Pesquet have begun a spacewalk. They will swap a pump.",
            "underway",
        ),
        (
            "Akihiko Hoshide and Thomas Pesquet began a spacewalk at noon. They had to return to "
            "the airlock. Others will swap the pump.",
            "completed",
        ),
        (
            "Managers have added one more spacewalk that is scheduled for Sept. 20. "
            "Akihiko Hoshide will do it.",
            "planned",
        ),
    ],
)
def test_status_of_follows_the_words_without_a_day_of_publication(text: str, status: str) -> None:
    assert [w.status for w in extract(text).spacewalks][:1] == [status]


def test_status_of_several_put_off_together_holds_for_each() -> None:
    text = (
        "Akihiko Hoshide and Thomas Pesquet ended a spacewalk on Sunday.\n\n"
        "Two further spacewalks were put off. The first is now to be done on Monday, Sept. 20, "
        "by Mark Vande Hei and Shane Kimbrough."
    )
    walks = extract(text, published=DAY).spacewalks
    assert {w.status for w in walks if w.date and w.date.value == "2021-09-20"} == {"postponed"}


def test_status_of_what_lies_before_the_lead_is_completed_without_a_day_of_publication() -> None:
    text = (
        "Akihiko Hoshide and Thomas Pesquet made a spacewalk on Sept. 12, 2021.\n\n"
        "Svetlana Savitskaya was the first woman to make a spacewalk, in July 1984."
    )
    assert [w.status for w in extract(text).spacewalks] == ["completed", "completed"]


def test_status_of_what_was_due_and_never_came_is_no_walk_that_was_made() -> None:
    text = (
        "Akihiko Hoshide and Thomas Pesquet had been due to leave the Quest airlock at 8 a.m. for "
        "six hours of work."
    )
    due = extract(text, published=DAY).spacewalks[0]
    assert (due.duration_actual, due.status) == (None, "planned")
    assert due.duration_planned is not None
    left = text.replace("had been due to leave", "left").replace("six", "5 hours, 52 minutes")
    assert extract(left, published=DAY).spacewalks[0].status == "completed"
