"""Whose a length of time is, and which of several counts."""

import datetime

import pytest

from evafacts.assembly.durations import choose, judge, planned_hours
from evafacts.mentions.document import Mentions
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

WALK = [
    "The spacewalk lasted six hours and 41 minutes.",
    "The pair spent nearly seven hours outside the station.",
    "The six-hour, 54-minute spacewalk went well.",
    "It began at noon and ended 7 hours and 41 minutes later.",
    "They were outside for five hours and 54 minutes early yesterday morning.",
    "In six hours and seven minutes the two astronauts replaced a failed box.",
    "When the hatch was shut they had been at it for seven hours and 10 minutes.",
    "Six hours and 33 minutes.",
    "NASA ended the spacewalk 31 minutes in.",
    "Leonov floated free of his capsule for twelve minutes on a spacewalk in 1965.",
    "They set a Russian record of eight hours and seven minutes outside.",
    "Six hours and 38 minutes later the wing lay in its box.",
    "When they came in, five hours and 55 minutes later, one was cold.",
    "The two worked for around 6.5 hours before completing the tasks.",
    "They were back in with the hatch shut at 8:12 p.m., three hours and 55 minutes later.",
    "It ended at 4:18 p.m., for a total of 6 hours, 48 minutes.",
    "PET 7:56, against a plan of 6:30.",
    "Two astronauts completed the spacewalk, working in orbit for about seven hours.",
    "The three took about seven and a half hours for the EVAs.",
    "The last of the spacewalks is over, with a total of six hours and 16 minutes.",
    "The first spacewalk was 10 minutes long.",
    "They took three tanks, one more than had been planned, in a spacewalk lasting "
    "six hours, 29 minutes.",
    # likened to the plan, in a spacewalk's other words, to its end
    "The spacewalk went quicker than planned, lasting five hours and 48 minutes.",
    "The mission took about seven hours, and all of it was outside.",
    "They completed their mission outside in just under seven hours.",
    "They got everything done on the walk in six and a half hours.",
    "They worked on the hull outside for a total of five hours and 12 minutes.",
    "In slightly more than seven hours they finished the walk.",
    "The men toiled outside for six and a half hours to change a pump.",
    "They came back from their walk six hours and 39 minutes after leaving the airlock.",
    "One hour and 32 minutes into the spacewalk, controllers called it off.",
    "They re-entered the station four hours into the spacewalk.",
    "They wrestled with the satellite outside for five hours.",
    "The five-hour repair outside went well.",
    "Outside, their mission of about six hours was over.",
    "She spent three hours and 35 minutes on the outside of the station.",
    "They were back six hours and 14 minutes after the walk began.",
    "Six and a half hours later they were back inside, and the walk was over.",
    "The spacewalk was cut short, and the pair logged three hours and 14 minutes outside.",
    # short ones: the words say that nothing else is meant
    "He was the first to walk in space, which he did for twelve minutes.",
    "For about twenty minutes he drifted beside the capsule, outside and alone.",
    "The spacewalk, ten minutes at the end of a line, nearly killed him.",
    "Nobody had been outside before; it was over in 19 minutes.",
    "The spacewalk was limited to 25 minutes by a lack of fuel.",
    "The walk began at noon and lasted five hours later.",
    "They used three hours and 10 minutes for the walk.",
    "The walk took so long, just more than eight hours, that it is on a list.",
    "Outside no more, they returned to the lab after about six hours of EVAs.",
    "NASA ended the walk at 9:29 a.m. EDT, one hour and 32 minutes in.",
    "They sealed the hatch a mere 14 minutes after opening it, and nobody stayed outside.",
    "They left for the open cargo hold, outside, for four hours and 17 minutes.",
    "The third of five walks ended at noon, six hours and 34 minutes after they opened up.",
    "Due to technical problems they spent 8 hours and 7 minutes outside.",
]
PLANNED = [
    "The spacewalk is expected to last about six and a half hours.",
    "Mission control has set aside six hours and 30 minutes for it.",
    "The two are expected to be out for seven hours or so.",
    "The job was expected to take about six and a half hours.",
    "Here's the plan: five and a half hours outside.",
    "It had been billed as six hours and 45 minutes.",
    "They were ready for what should have been a six-and-a-half hour trip outside.",
    "They are expected to remain outside for six and a half hours.",
    "He was at the beginning of a six-hour spacewalk when water came.",
    "In about six hours they would swab the outer walls.",
    "Houston, which had planned on six hours, let them go on.",
    "Controllers had set down three and a half hours for the whole outing.",
    "They have begun a six-hour spacewalk.",
    "She set out on a roughly seven-hour mission outside.",
    "They expect to finish the walk in six and a half hours.",
    "They are expected to spend a total of 5 hours and 36 minutes there outside.",
    "Controllers had counted on some six hours for the walk.",
    "Mission Control had allowed three hours for the walk.",
    "For the walk, the company had said about two hours.",
    "The walk was longer by far than the six and a half hours on the schedule.",
]
NONE = [
    "They woke two and a half hours before the launch.",
    "They have two remaining hours of air.",
    "Two hours later the cargo ship had gone.",
    "They will take 13 hours for the next two spacewalks.",
    "After their first two hours outside they rested.",
    "The three have lived in orbit for about seven hours.",
    "She has a total of six hours and 16 minutes.",
    "The thrusters' burn before the spacewalk lasted 10 minutes and 21 seconds.",
    "They were about two hours into a spacewalk.",
    "The previous record, 7 hours and 29 minutes, was set by two Russians in 2013.",
    "She brings her career total to 36 hours and 10 minutes.",
    "NASA TV will air six hours of coverage of the spacewalk.",
    "Astronauts have spent 55 hours on spacewalks.",
    "The spacewalk began half an hour late.",
    "The spacewalk began one hour and 43 minutes late because a valve was shut.",
    "The capsule docked six hours after launch.",
    "At 8 hours 57 minutes Moscow time the hatch was opened.",
    "The work dragged on past the six-and-a-half-hour limit of their suits.",
    "The average six-hour spacewalk is hard on the hands.",
    "Their tanks hold enough air for seven hours, which limits a spacewalk.",
    "They left the hatch for the spacewalk almost an hour early and laid out tools.",
    "She has been outside for a total of eleven hours on two spacewalks.",
    "They finished the first task in two hours.",
    "More than four hours into the spacewalk, they had set up no more than a rail.",
    "Two hours later they had moved along the outside to the next bolt.",
    "The spacewalk was over a half-hour after the first call.",
    "McClain spent two hours of the walk on a stubborn bolt.",
    "Getting the bolt loose on the spacewalk took three hours.",
    "They were two hours late going out for their walk.",
    "The exchange took three hours of their seventh walk.",
    "She has logged eleven hours and 14 minutes on spacewalks.",
    "They spent three hours in spacesuits for a dress rehearsal of the walk.",
    "You're out there for six or seven hours on a walk.",
    "The spacewalkers finished the first task in just over two hours.",
    "Before the walk they spent 50 minutes tightening straps.",
    "They train for a maximum of seven hours outside.",
    "The walk takes up a good twenty minutes of screen time.",
    "Two walks with an aggregate duration of over 12 hours stand to his credit.",
    "The old record for a walk – 7 hours 29 minutes – belonged to two others.",
    "For about twenty minutes he looked for his glove before the walk.",
    "After it they toiled for more than an hour.",
    "Roe, once outside, has seven hours of EVAs to her name.",
    "Outside, they took a picture 14 minutes after opening a bag.",
]
SO_FAR = ["The astronaut had been outside for 44 minutes.", "They have been out for four hours."]


def _judged(text: str) -> str | None:
    mentions = Mentions(text, datetime.date(2021, 2, 1))
    sentence = mentions.sentences[0]
    spans = [t for t in mentions.temporals if t.kind == "DURATION"]
    kinds = [judge(sentence, s, "walk" in text or "outside" in text, spans) for s in spans]
    return next((k for k in kinds if k), None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(t, "walk") for t in WALK]
    + [(t, "planned") for t in PLANNED]
    + [(t, None) for t in NONE]
    + [(t, "so far") for t in SO_FAR],
)
def test_durations_judge_says_whose_a_length_is(text: str, kind: str | None) -> None:
    assert _judged(text) == kind


def test_durations_judge_tells_two_lengths_of_a_sentence_apart() -> None:
    text = "It was expected to last 6 1/2 hours and ended up at seven hours and four minutes."
    mentions = Mentions(text, None)
    spans = [t for t in mentions.temporals if t.kind == "DURATION"]
    assert [judge(mentions.sentences[0], s, True, spans) for s in spans] == ["planned", "walk"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It had been planned for six and a half.", 390),
        ("They'd set aside seven.", 420),
        ("The plan had been for about six and a half.", 390),
        ("It was a little longer than the six and a half foreseen.", 390),
        ("It was longer than the six that went before.", None),
        ("It was planned for six astronauts.", None),
    ],
)
def test_durations_planned_hours_reads_a_length_without_its_unit(
    text: str, minutes: int | None
) -> None:
    found = planned_hours(Sentence(text, 0, len(text), 0, 0))
    assert (found.minutes if found else None) == minutes


def _span(minutes: int, approximate: bool = False) -> Temporal:
    return Temporal(
        0, 1, "DURATION", "", "stated", "minute", "words", minutes, approximate=approximate
    )


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([_span(360, True), _span(487), _span(357)], 357),
        ([_span(401), _span(390)], 401),
        ([_span(390), _span(391)], 391),
        ([_span(420)], 420),
        ([_span(420, True), _span(450)], 450),
        ([_span(420, True), _span(240)], 420),
        ([_span(390), _span(392, True)], 392),
    ],
)
def test_durations_choose_prefers_the_minute_to_the_rounded(
    given: list[Temporal], chosen: int
) -> None:
    found = choose(given)
    assert found is not None
    assert found.minutes == chosen


def test_durations_choose_keeps_the_first_plan() -> None:
    found = choose([_span(390, True), _span(420)], planned=True)
    assert found is not None
    assert found.minutes == 390


def test_durations_choose_has_none_of_none() -> None:
    assert choose([]) is None
