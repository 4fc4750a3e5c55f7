"""Which spacewalk a sentence tells of: those that it adds to the one of the lead."""

import datetime

import pytest

from evafacts import extract

PUBLISHED = datetime.date(2020, 7, 8)
LEAD = (
    "NASA astronauts Chris Cassidy and Bob Behnken made a spacewalk outside the International "
    "Space Station on Tuesday, July 7, and installed a camera on the P4 truss. The spacewalk "
    "lasted six hours and 20 minutes. "
)


def days(text: str) -> list[str | None]:
    """The date of each spacewalk that ``text`` tells of, in order."""
    walks = extract(text, published=PUBLISHED).spacewalks
    return [walk.date.value if walk.date else None for walk in walks]


ADDED = [
    ("Then on July 1 they rattled through everything that was left.", "2020-07-01"),
    ("Thursday the two go out again, to bolt down the last battery.", "2020-07-09"),
    ("The pair do it all over again on Thursday.", "2020-07-09"),
    ("\n\nThursday, July 16. The same pair.\n\nThey bolt down the last battery.", "2020-07-16"),
    (
        "\n\n16 July.\n\nDoug Hurley and Bob Behnken swap a battery charger that had given up.",
        "2020-07-16",
    ),
    ("Kathryn Sullivan became the first American woman to do it in 1984.", "1984"),
    ("The record, eight hours and 56 minutes, was set by two astronauts in March 2001.", "2001-03"),
    ("The second of three spacewalks is set for this afternoon.", "2020-07-08"),
    ("They will make the last of five spacewalks on Thursday.", "2020-07-09"),
    ("Ivan Vagner and Anatoly Ivanishin were to go outside late on July 7.", "2020-07-07"),
    ("Cassidy made his first walk in space in 2013.", "2013"),
    ("The third is due on Thursday.", "2020-07-09"),
    ("A third try is scheduled for Thursday.", "2020-07-09"),
    ("It was the first since July 2013, when water filled Luca Parmitano's helmet.", "2013-07"),
    ("They had put up another on the previous outing, which was on July 1.", "2020-07-01"),
    ("Michael Foale did it from the shuttle in 1995.", "1995"),
]
NOT_ADDED = [
    "The first is to be launched on Thursday.",
    "The next one is not going to be on Friday.",
    "They made three trips outside in July 2013.",
    "It was filmed on Tuesday, and on Wednesday NASA put the film on its site.",
    "They used a rail that served them well a day later.",
    "They bolted down batteries that came up in May on a cargo ship.",
    "They made ready for the 2022 arrival of another module.",
    "Chris Cassidy spent Wednesday studying cells inside the Columbus laboratory.",
    "Cassidy and Behnken spent Monday reviewing the plans.",
    "It was the first of four spacewalks.",
    "Managers argued over whether somebody ought to go out on Friday.",
    "Then on July 1 they landed in Florida and talked to reporters.",
    "Thursday the two are due back on earth.",
    "On Thursday they will talk to pupils in Ohio again.",
    "Work on the bracket was left for a later spacewalk.",
    "The last bolts will have to wait for another spacewalk.",
    "\n\n16 July.\n\nDragon leaves for home.",
    "Michael Foale wrote a book about it in 2015.",
    "Michael Foale flew to Mir in 1997.",
]


@pytest.mark.parametrize(("text", "day"), ADDED)
def test_linking_adds_a_walk(text: str, day: str) -> None:
    assert days(LEAD + text) == ["2020-07-07", day]


@pytest.mark.parametrize("text", NOT_ADDED)
def test_linking_adds_none(text: str) -> None:
    assert days(LEAD + text) == ["2020-07-07"]


def test_linking_dates_the_walk_of_a_headline_by_the_lead() -> None:
    text = (
        "Cut on glove ends spacewalk early\n\nHOUSTON (July 8) -- A nick in a glove sent an "
        "astronaut back inside Tuesday. Chris Cassidy was four hours into the spacewalk. He goes "
        "outside again on Thursday to fetch a tray."
    )
    assert days(text) == ["2020-07-07", "2020-07-09"]


def test_linking_goes_on_with_the_main_clause() -> None:
    text = (
        "NASA astronauts Chris Cassidy and Bob Behnken installed a battery outside the station on "
        "Tuesday, finishing a job that had beaten them six days earlier. The spacewalk lasted six "
        "hours and 20 minutes."
    )
    walks = extract(text, published=PUBLISHED).spacewalks
    assert [w.duration_actual.minutes if w.duration_actual else None for w in walks] == [380, None]


ONE_OF_SEVERAL = [
    (
        "Chris Cassidy and Bob Behnken made a spacewalk on Tuesday. It lasted eight hours, almost "
        "as long as the one the day before.",
        ["2020-07-07"],
    ),
    (
        "Chris Cassidy and Bob Behnken swapped a pump in a spacewalk on Tuesday, leaving the pipes "
        "for a third and final outing on Thursday. They left the airlock at 8 a.m. EDT.",
        ["2020-07-07", "2020-07-09"],
    ),
    (
        "In the second of three planned spacewalks, Chris Cassidy and Bob Behnken swapped a pump "
        "on Tuesday. On Saturday the two astronauts had spent eight hours outside on the first.",
        ["2020-07-07", "2020-07-04"],
    ),
    (
        "Chris Cassidy and Bob Behnken finished the last of the month's four spacewalks on Tuesday "
        "after installing a camera outside the station.",
        ["2020-07-07"],
    ),
    (
        "Chris Cassidy and Bob Behnken finished the swap of a pump in a spacewalk on Tuesday. They "
        "had done most of the work on Monday, in a walk that went on for seven hours.",
        ["2020-07-07", "2020-07-06"],
    ),
    (
        "Spacewalkers Chris Cassidy and Bob Behnken finished swapping the pump early Tuesday. "
        "They left the airlock at 9:40 p.m. on Monday.",
        ["2020-07-06"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE_OF_SEVERAL)
def test_linking_tells_one_of_several(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_linking_stays_with_a_story_that_goes_on_in_time() -> None:
    text = (
        "Chris Cassidy and Bob Behnken made a spacewalk on July 1, 2019, and tried in vain to "
        "loosen a bolt.\n\nOn July 3, 2019, they went out again.\n\nCassidy drew a longer wrench "
        "from his bag.\n\nThey removed a pump from the truss."
    )
    _, second = extract(text, published=PUBLISHED).spacewalks
    assert [task.object for task in second.tasks] == ["a longer wrench from his bag", "a pump"]


def test_linking_two_days_and_two_partners_are_two_walks() -> None:
    text = (
        "Two spacewalks are planned this month outside the station. "
        "Chris Cassidy goes outside both times: with Bob Behnken on Friday, July 10, and with Doug "
        "Hurley on Friday, July 17."
    )
    found = [
        (walk.date.value if walk.date else None, {member.name for member in walk.crew})
        for walk in extract(text, published=PUBLISHED).spacewalks
    ]
    assert found == [
        ("2020-07-10", {"Chris Cassidy", "Bob Behnken"}),
        ("2020-07-17", {"Chris Cassidy", "Doug Hurley"}),
    ]


def test_linking_a_bare_weekday_is_that_of_the_walk_told_of() -> None:
    text = (
        "Chris Cassidy and Bob Behnken will step outside the station on Friday (July 10). "
        "Friday's spacewalk is the first since Jan. 25."
    )
    assert days(text) == ["2020-07-10"]


def test_linking_a_walk_of_others_does_not_date_the_one_told_of() -> None:
    text = (
        "Chinese astronauts have worked outside their space station for nine hours. Commander Cai "
        "Xuzhe and Song Lingdong were done at 9:57 p.m. The record was held by Jim Voss and Susan "
        "Helms, who stepped out of the shuttle in March 2001."
    )
    assert days(text) == [None, "2001-03"]


def test_linking_a_caption_is_not_the_lead() -> None:
    text = (
        "Chris Cassidy takes a picture of himself during a spacewalk on March 29, 2013.\n\n"
        "Two NASA astronauts will float outside the space station on Friday (July 10). Cassidy and "
        "Bob Behnken will begin the spacewalk at 8:20 a.m. EDT.\n\n"
        "They will replace a battery on the P6 truss."
    )
    walks = {
        w.date.value if w.date else None: w for w in extract(text, published=PUBLISHED).spacewalks
    }
    assert [task.action for task in walks["2020-07-10"].tasks] == ["replace"]


def test_linking_it_was_speaks_of_the_walk_told_of() -> None:
    text = (
        "Chris Cassidy has completed his first spacewalk, outside the station on Tuesday. "
        "It was the second spacewalk for Bob Behnken."
    )
    assert days(text) == ["2020-07-07"]


def test_linking_this_time_is_the_walk_of_the_lead() -> None:
    text = (
        "Chris Cassidy and Bob Behnken called off a spacewalk on Tuesday. It is the second time "
        "for the pair. On June 16 their spacewalk was called off because of a pump. They were to "
        "spend seven hours outside this time."
    )
    walks = extract(text, published=PUBLISHED).spacewalks
    planned = [(w.date and w.date.value, w.duration_planned) for w in walks]
    assert [day for day, length in planned if length is not None] == ["2020-07-07"]


def test_linking_the_walk_that_is_made_ready_for_is_ahead() -> None:
    text = (
        "Reid Wiseman and Barry Wilmore spent Tuesday, July 7, getting ready for the second "
        "of three spacewalks. They will go out on Wednesday. Wiseman will wear the suit with red "
        "stripes.\n\nOn July 1 Chris Cassidy made a spacewalk with Bob Behnken. This will be "
        "Wilmore's first spacewalk."
    )
    walks = extract(text, published=PUBLISHED).spacewalks
    assert [[m.name for m in w.crew] for w in walks] == [
        ["Reid Wiseman", "Barry Wilmore"],
        ["Chris Cassidy", "Bob Behnken"],
    ]
    assert days(text) == ["2020-07-08", "2020-07-01"]


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "NASA is considering a potential spacewalk to repair the old camera.",
        LEAD + "Managers added the spacewalk to the mission only two months ago.",
        "The pair ended the last spacewalk of the flight today, July 7. In a spacewalk which began "
        "at 9:40 last night, Chris Cassidy and Bob Behnken installed a camera.",
    ],
)
def test_linking_one_walk(text: str) -> None:
    assert len(extract(text, published=datetime.date(2020, 7, 7)).spacewalks) == 1


def test_linking_work_in_the_open_cargo_bay_is_outside() -> None:
    text = (
        "Challenger's crew went to sleep beside the satellite that they had caught. George Nelson "
        "and James van Hoften should spend some six hours today working on it in the open cargo "
        "bay. In their spacesuits they were to replace two electronic boxes."
    )
    (walk,) = extract(text, published=datetime.date(1984, 4, 12)).spacewalks
    assert walk.date is not None
    assert walk.date.value == "1984-04-12"
    assert walk.duration_planned is not None


def test_linking_what_is_left_in_the_cargo_bay_is_no_walk() -> None:
    text = (
        "Challenger's astronauts left the satellite in the cargo bay and swung a second one into "
        "the payload bay with the arm. It was launched in April 1984. NASA said the shuttle's "
        "crew slept well."
    )
    assert extract(text, published=datetime.date(1984, 4, 12)).spacewalks == []


def test_linking_a_walk_moved_from_one_day_to_another() -> None:
    text = LEAD + "Managers decided to move the fourth spacewalk from Friday to Saturday."
    assert days(text) == ["2020-07-07", "2020-07-11"]


def test_linking_each_in_his_year() -> None:
    text = LEAD + (
        "The other two to have done so are Steve MacLean in 2006 and Chris Hadfield - "
        "then on his second flight - in 2001."
    )
    walks = extract(text, published=PUBLISHED).spacewalks
    assert [[m.name for m in w.crew] for w in walks[1:]] == [["Steve MacLean"], ["Chris Hadfield"]]
    assert days(text) == ["2020-07-07", "2006", "2001"]


def test_linking_flights_in_their_years_are_no_walks() -> None:
    assert (
        len(days(LEAD + "Others to fly were Steve MacLean in 2006 and Chris Hadfield in 2001."))
        == 1
    )


@pytest.mark.parametrize("word", ["veterans", "officer", "record"])
def test_linking_words_of_the_trade_name_no_walk(word: str) -> None:
    assert days(LEAD + f"On July 3 the lead spacewalk {word} was praised.") == ["2020-07-07"]


def test_linking_a_day_before_a_dash_is_no_dateline() -> None:
    text = (
        "On June 5, 1966\u2014years ago\u2014Eugene Cernan was the third person to walk in space."
    )
    (walk,) = extract(text).spacewalks
    assert walk.date is not None
    assert walk.date.value == "1966-06-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the next one, of which nothing has been told yet, is that of the headline
        ("Spacewalk news\n\nThe next spacewalk of two cosmonauts is set for August.", ["2020-08"]),
        # the picture's is none
        (
            "A cosmonaut during a previous spacewalk.\n\nChris Cassidy and Bob Behnken made a "
            "spacewalk on Tuesday, July 7.",
            ["2020-07-07"],
        ),
        ("Chris Cassidy made a spacewalk with Bob Behnken last week.", [None]),  # June and July
    ],
)
def test_linking_the_first_walk(text: str, expected: list[str | None]) -> None:
    assert days(text) == expected


def test_linking_a_week_within_a_month_tells_the_month() -> None:
    (walk,) = extract(
        "Chris Cassidy made a spacewalk with Bob Behnken last week.",
        published=datetime.date(2020, 7, 20),
    ).spacewalks
    assert walk.date is not None
    assert walk.date.value == "2020-07"


def test_linking_an_anniversary_is_the_day_of_its_walk() -> None:
    text = (
        "Ron Evans's walk in space\n\nForty years ago today the flight was on its way home. At "
        "that time Evans made a one hour space walk to fetch film."
    )
    (walk,) = extract(text, published=datetime.date(2012, 12, 17)).spacewalks
    assert walk.date is not None
    assert walk.date.value == "1972-12-17"


def test_linking_who_floats_in_space_is_outside() -> None:
    text = (
        "Mar. 19, 1965 - A pilot who yesterday became the first to leave an orbiting spacecraft "
        "and float freely in space is well. Alexei Leonov left Voskhod 2 on its first orbit. He "
        "stayed outside the cabin for 10 minutes. A lifeline tied him to the hatch of the ship."
    )
    (walk,) = extract(text).spacewalks
    assert walk.date is not None
    assert walk.date.value == "1965-03-18"


def test_linking_walks_told_of_in_one_breath() -> None:
    text = (
        "Christina Koch and Jessica Meir are scheduled to conduct spacewalks Wednesday, July 15, "
        "and Monday, July 20, to replace batteries on the port truss."
    )
    walks = extract(text, published=PUBLISHED).spacewalks
    crew = ["Christina Koch", "Jessica Meir"]
    assert [[m.name for m in w.crew] for w in walks] == [crew, crew]
    assert [[t.action for t in w.tasks] for w in walks] == [["replace"], ["replace"]]


def test_linking_a_session_is_the_walk_that_it_counts() -> None:
    text = (
        "Chris Cassidy and Bob Behnken get ready in the airlock for the first spacewalk.\n\n"
        "Chris Cassidy and Bob Behnken take part in the flight's first session of extravehicular "
        "activity (EVA). During the six-hour spacewalk they installed a camera."
    )
    assert len(extract(text).spacewalks) == 1


def test_linking_another_on_a_day() -> None:
    text = LEAD + "The next is set for July 16, followed by another on July 21."
    assert days(text) == ["2020-07-07", "2020-07-16", "2020-07-21"]


def test_linking_somebody_elses_walk_is_another() -> None:
    text = (
        "Tim Peake is back inside after his spacewalk. When Luca Parmitano's helmet filled "
        "on a spacewalk in July 2013 he nearly drowned."
    )
    walks = extract(text).spacewalks
    assert [[m.name for m in w.crew] for w in walks] == [["Tim Peake"], ["Luca Parmitano"]]
