"""Status, lengths and exit of the spacewalk that a short report opens with, settled together."""

import datetime

import pytest

from evafacts import extract

D = datetime.date
CASES = [
    (
        "Expedition 64 Flight Engineers Kate Rubins of NASA and Soichi Noguchi of JAXA "
        "concluded their spacewalk at 1:33 p.m. EST, after 6 hours and 56 minutes. In the "
        "fifth spacewalk of the year outside the International Space Station, the two "
        "astronauts installed a modification kit. Spacewalkers have now spent a total of "
        "60 days 12 hours and 3 minutes working outside the station.",
        D(2021, 3, 5),
        ("completed", None, 416, None),
    ),
    (
        "NASA astronauts Kate Rubins and Victor Glover are preparing for a spacewalk on "
        "Sunday. The two astronauts will set their spacesuits to battery power at about 6 "
        "a.m., signifying the start of their spacewalk, which is planned to last 6.5 "
        "hours. They will exit the Quest airlock. Live coverage begins at 4:30 a.m.",
        D(2021, 2, 26),
        ("planned", 390, None, "Quest"),
    ),
    (
        "Floating in the Quest airlock, Bob Behnken and Chris Cassidy switched their "
        "spacesuits to battery power at 7:32 a.m. EDT (1132 GMT) Friday to officially "
        "kick off the planned six-and-a-half-hour spacewalk. They returned to the airlock "
        "and began repressurizing it at 1:39 p.m. EDT (1739 GMT), ending the 6-hour, "
        "7-minute outing.",
        D(2020, 6, 26),
        ("completed", 390, 367, "Quest"),
    ),
    (
        "MOSCOW, April 28. Russian cosmonauts Oleg Artemyev and Denis Matveev have "
        "completed a spacewalk that lasted 7 hours and 42 minutes, Roscosmos reported. "
        "The cosmonauts closed the hatch of the Poisk module at 01:40 Moscow time. The "
        "spacewalk was expected to last 6 hours and 37 minutes.",
        D(2022, 4, 29),
        ("completed", 397, 462, "Poisk"),
    ),
    (
        "Astronauts Kayla Barron and Raja Chari ventured outside the International Space "
        "Station for a nearly seven-hour spacewalk on Tuesday. The spacewalk began at "
        "8:11 a.m. ET and ended at 3:05 p.m. ET, lasting six hours and 54 minutes. It was "
        "originally scheduled to last six and a half hours.",
        D(2022, 3, 15),
        ("completed", 390, 414, None),
    ),
    (
        "BEIJING, Dec. 17 (Xinhua) -- The crew of Shenzhou-19 aboard China's space "
        "station completed their first series of extravehicular activities "
        "(EVAs) at 9:57 p.m. Tuesday, according to the China Manned Space Agency. Cai "
        "Xuzhe and Song Lingdong worked outside for nine hours. The two have returned "
        "safely to the Wentian lab module.",
        D(2024, 12, 18),
        ("completed", None, 540, "Wentian"),
    ),
    (
        "Two NASA astronauts will take a spacewalk outside the International Space "
        "Station today, and you can watch it live. Andrew Morgan and Christina Koch are "
        "scheduled to start the spacewalk at 7:50 a.m. EDT (1150 GMT), and it is expected "
        "to last about 6.5 hours. Live coverage will begin at 6:30 a.m. EDT.",
        D(2019, 10, 11),
        ("planned", 390, None, None),
    ),
    (
        "NASA astronauts Jessica Meir and Christina Koch finished their spacewalk "
        "Wednesday. The spacewalk wrapped up at 2:04 p.m. EST, seven hours and 29 minutes "
        "after it began. It was the second all-female spacewalk; the first, in October, "
        "lasted seven hours and 17 minutes.",
        D(2020, 1, 15),
        ("completed", None, 449, None),
    ),
    (
        "Astronauts Peggy Whitson and Shane Kimbrough had planned to spend six and a half "
        "hours outside on Friday but finished early, returning to the Quest airlock after "
        "5 hours and 35 minutes. It was the sixth spacewalk for Whitson, who has now "
        "spent 39 hours and 43 minutes walking in space.",
        D(2017, 1, 7),
        ("completed", 390, 335, "Quest"),
    ),
    (
        "NASA is postponing the spacewalk scheduled for Tuesday, Nov. 30, after receiving "
        "a debris notification for the space station. Astronauts Thomas Marshburn and "
        "Kayla Barron were to have spent about six and a half hours replacing an antenna. "
        "As there was no time to judge the risk, the teams have decided "
        "to delay the spacewalk until more information is available.",
        D(2021, 11, 30),
        ("postponed", 390, None, None),
    ),
    (
        "NASA has rescheduled a spacewalk for Thursday, Dec. 2, to replace a faulty "
        "antenna system. Astronauts Thomas Marshburn and Kayla Barron will exit the Quest "
        "airlock at about 7:10 a.m. The six-and-a-half-hour spacewalk had been set for "
        "Tuesday.",
        D(2021, 12, 1),
        ("postponed", 390, None, "Quest"),
    ),
    (
        "Two astronauts are conducting a spacewalk outside the International Space "
        "Station today. Raja Chari and Matthias Maurer set their spacesuits to battery "
        "power at 8:32 a.m. EDT, and are expected to spend about six and a half hours "
        "outside.",
        D(2022, 3, 23),
        ("underway", 390, None, None),
    ),
    (
        "Cosmonauts Oleg Kononenko and Nikolai Chub floated out of the International "
        "Space Station's Poisk airlock at 10:57 a.m. EDT Thursday for a planned seven- "
        "hour spacewalk. They wrapped up their work more than two hours ahead of "
        "schedule, with the spacewalk lasting just 4 hours and 36 minutes.",
        D(2024, 4, 25),
        ("completed", 420, 276, "Poisk"),
    ),
    (
        "Astronauts Nichole Ayers and Anne McClain stepped outside on Thursday. During "
        "the excursion, which ran 5 hours and 44 minutes, they relocated an antenna. The "
        "spacewalk, the first for Ayers, was the fifth in history by all women.",
        D(2025, 5, 2),
        ("completed", None, 344, None),
    ),
    (
        "Russian cosmonauts Anton Shkaplerov and Pyotr Dubrov ended a seven-hour, "
        "11-minute spacewalk Wednesday. The pair emerged from the Poisk airlock at 7:17 "
        "a.m. EST. A planned seven-hour excursion turned out to be a bit longer.",
        D(2022, 1, 20),
        ("completed", 420, 431, "Poisk"),
    ),
    (
        "Astronauts Mike Hopkins and Victor Glover ended their spacewalk at 1:16 p.m. EDT "
        "Saturday, after six hours and 47 minutes. The spacewalk had been expected to "
        "take six and a half hours. Hopkins and Glover vented ammonia lines. The "
        "spacewalk was delayed about an hour because of a helmet problem.",
        D(2021, 3, 14),
        ("completed", 390, 407, None),
    ),
    (
        "Astronaut Chris Hadfield said the 5 hour, 30-minute emergency spacewalk by Tom "
        "Marshburn and Chris Cassidy on Saturday seems to have fixed an ammonia leak. The "
        "two had been prepared to spend up to 6 1/2 hours outside.",
        D(2013, 5, 12),
        ("completed", 390, 330, None),
    ),
    (
        "Spacewalkers Sergey Ryzhikov and Sergey Kud-Sverchkov opened the Poisk airlock's "
        "hatch at 10:12 a.m. EST Wednesday. They closed the hatch six hours and 48 "
        "minutes later. The spacewalk was the first to begin from the Poisk module. "
        "Wednesday's outing was about an hour longer than the 5 hours and 45 minutes that "
        "had been planned.",
        D(2020, 11, 19),
        ("completed", 345, 408, "Poisk"),
    ),
    (
        "With the hatch closed and the airlock repressurized, Akihiko Hoshide and Thomas "
        "Pesquet's spacewalk came to an end after six hours and 54 minutes on Sunday. It "
        "was the 244th spacewalk for space station assembly. The next one is planned for "
        "next year.",
        D(2021, 9, 13),
        ("completed", None, 414, None),
    ),
    (
        "A spacewalk by Tracy Dyson and Matt Dominick that had been scheduled for "
        "Thursday was called off at the last minute because of a spacesuit discomfort "
        "issue. NASA has not set a new date.",
        D(2024, 6, 14),
        ("postponed", None, None, None),
    ),
    (
        "Oleg Kononenko and Sergey Prokopyev opened the hatch of the Pirs docking "
        "compartment at 10:59 a.m. EST. The cosmonauts spent seven hours and 45 minutes "
        "outside on Tuesday inspecting a hole in the Soyuz MS-09 capsule. The spacewalk "
        "exceeded the planned six hours.",
        D(2018, 12, 12),
        ("completed", 360, 465, "Pirs"),
    ),
    (
        "Cosmonauts Sergey Prokopyev and Dmitri Petelin will exit the Poisk module at "
        "10:45 p.m. EDT tonight. The spacewalk is expected to take about seven hours. "
        "Prokopyev and Petelin will move a radiator from Rassvet to Nauka.",
        D(2023, 4, 18),
        ("planned", 420, None, "Poisk"),
    ),
    (
        "A planned spacewalk was canceled Wednesday night after a Soyuz began leaking "
        "coolant. Cosmonauts Sergey Prokopyev and Dmitri Petelin never left the airlock.",
        D(2022, 12, 15),
        ("cancelled", None, None, None),
    ),
    (
        "NASA astronauts Mark Vande Hei and Norishige Kanai completed a spacewalk on "
        "Friday that had been postponed from January. They worked outside for 5 hours and "
        "57 minutes, nearly six hours.",
        D(2018, 2, 17),
        ("completed", None, 357, None),
    ),
    (
        "Italian astronaut Luca Parmitano's spacewalk on Tuesday was aborted after water "
        "leaked into his helmet. He and Chris Cassidy had been outside for just over an "
        "hour. The spacewalk, planned for six and a half hours, lasted one hour and 32 "
        "minutes.",
        D(2013, 7, 17),
        ("completed", 390, 92, None),
    ),
    (
        "The spacewalk by Jared Isaacman and Sarah Gillis on Thursday lasted one hour and "
        "46 minutes from the start of depressurization. Isaacman emerged from the Dragon "
        "capsule's hatch at 6:52 a.m. EDT.",
        D(2024, 9, 12),
        ("completed", None, 106, "Dragon"),
    ),
    (
        "On June 3, 1965, Ed White stepped out of the Gemini 4 capsule and floated for 23 "
        "minutes at the end of a tether. It was the first American spacewalk.",
        None,
        ("completed", None, 23, "Gemini"),
    ),
    (
        "Alexei Leonov became the first person to walk in space on March 18, 1965, when "
        "he left the Voskhod 2 capsule for 12 minutes and nine seconds.",
        None,
        ("completed", None, 12, "Voskhod"),
    ),
    (
        "John Grunsfeld and Andrew Feustel began the mission's first spacewalk at 8:52 "
        "a.m. EDT Thursday. The spacewalk lasted 7 hours, 20 minutes, about an hour "
        "longer than planned. They floated into shuttle Atlantis' cargo bay.",
        D(2009, 5, 15),
        ("completed", None, 440, "Shuttle"),
    ),
    (
        "Spacewalking astronauts struggled with a stuck bolt on Thursday. Sunita Williams "
        "and Akihiko Hoshide spent more than eight hours outside. At 8 hours and 17 "
        "minutes, it was the third-longest spacewalk in history. The record is 8 hours "
        "and 56 minutes, set in 2001.",
        D(2012, 8, 31),
        ("completed", None, 497, None),
    ),
    (
        "Steve Bowen and Sultan Alneyadi wrapped up a spacewalk at 4:11 p.m. EDT Friday "
        "after seven hours and one minute. Bowen now ranks third with 54 hours and 13 "
        "minutes over nine spacewalks.",
        D(2023, 4, 29),
        ("completed", None, 421, None),
    ),
    (
        "Astronauts Christina Koch and Jessica Meir are in the Quest airlock preparing to "
        "begin a spacewalk. The two will spend six and a half hours outside on Wednesday.",
        D(2020, 1, 14),
        ("planned", 390, None, "Quest"),
    ),
    (
        "Cosmonauts Sergey Ryazansky and Fyodor Yurchikhin wrapped up a spacewalk "
        "Thursday after seven hours and 34 minutes, more than an hour longer than the six "
        "hours planned. The hatch to the Pirs airlock was closed at 6:10 p.m. EDT.",
        D(2017, 8, 18),
        ("completed", 360, 454, "Pirs"),
    ),
    (
        "Bob Behnken and Chris Cassidy ended their spacewalk at 2:14 p.m. EDT Wednesday, "
        "six hours and one minute after it started. It came less than a week after a six- "
        "hour, seven-minute outing.",
        D(2020, 7, 2),
        ("completed", None, 361, None),
    ),
    (
        "Astronauts Nick Hague and Suni Williams exited the station's Quest airlock at "
        "7:43 a.m. EST on Thursday, Jan. 16. Their six-hour spacewalk ended at 1:43 p.m.",
        D(2025, 1, 17),
        ("completed", None, 360, "Quest"),
    ),
]


@pytest.mark.parametrize(("text", "published", "settled"), CASES)
def test_settled_facts_of_a_short_report(
    text: str,
    published: datetime.date | None,
    settled: tuple[str, int | None, int | None, str | None],
) -> None:
    walk = extract(text, published=published).spacewalks[0]
    planned, actual, airlock = walk.duration_planned, walk.duration_actual, walk.airlock
    assert settled == (
        walk.status,
        planned and planned.minutes,
        actual and actual.minutes,
        airlock and airlock.name,
    )


def test_settled_tasks_leave_out_what_was_done_before_the_walk() -> None:
    text = (
        "Astronauts Jo Doe and Max Roe replaced a pump on a spacewalk on Sunday. Before the "
        "spacewalk, they had cleaned a filter and repaired a fan."
    )
    walks = extract(text, published=datetime.date(2022, 9, 14)).spacewalks
    assert [task.text for walk in walks for task in walk.tasks] == ["replaced a pump"]


def test_settled_length_beside_a_pair_is_of_the_walk_that_they_make() -> None:
    text = (
        "Anne McClain and Nick Hague will make a spacewalk on March 22. Anne McClain and David "
        "Saint-Jacques will make one on April 8. Both spacewalks will be shown live, with Anne "
        "McClain and David Saint-Jacques going out for seven hours."
    )
    walks = extract(text, published=datetime.date(2019, 3, 19)).spacewalks
    lengths = [w.duration_planned and w.duration_planned.minutes for w in walks]
    assert lengths == [None, 420]


def test_settled_length_of_two_walks_ahead_is_that_of_each() -> None:
    text = (
        "Managers want two 6.5-hour spacewalks, to be made by Anne McClain and "
        "Nick Hague. The first spacewalk will test an arm. The second spacewalk will swap a pump."
    )
    walks = extract(text, published=datetime.date(2019, 3, 19)).spacewalks
    assert {w.duration_planned and w.duration_planned.minutes for w in walks} == {390}
