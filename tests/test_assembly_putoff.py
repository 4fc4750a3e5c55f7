"""Put off, called off, cut short: what of a walk, and what of something else."""

import datetime

import pytest

from evafacts import extract

DAY = datetime.date(2021, 9, 14)  # a Tuesday
PAIR = "Akihiko Hoshide and Thomas Pesquet"

CASES = [
    # of the walk, or of a thing beside it
    (f"The spacewalk by {PAIR} planned for Tuesday was put off.", "postponed"),
    (f"{PAIR} took a spacewalk today, but installation of a camera was put off.", "completed"),
    (f"{PAIR} took a spacewalk today. A few chores were moved back to the next.", "completed"),
    (f"The spacewalk by {PAIR} to finish the work was put off.", "postponed"),
    # by minutes, or to another day
    (f"{PAIR} took a spacewalk today. The start was delayed by 40 minutes.", "completed"),
    (f"The spacewalk by {PAIR} was delayed from today to Friday.", "postponed"),
    (f"Managers moved the spacewalk by {PAIR} from Tuesday to Friday.", "postponed"),
    (f"{PAIR} took a spacewalk today and moved a box from bay 2 to bay 4.", "completed"),
    (f"Checks briefly delayed a spacewalk by {PAIR}, who went outside today.", "completed"),
    (f"NASA delayed the start of the spacewalk by {PAIR} until Friday.", "postponed"),
    # what would have been
    (
        f"A spacewalk by {PAIR} was postponed today. It would have lasted six hours.",
        "postponed",
    ),
    # nobody got out
    (f"A jammed hatch kept {PAIR} from making their spacewalk today.", "postponed"),
    (f"{PAIR} took a spacewalk today and tied a cover to keep it from flapping.", "completed"),
    (f"Today's spacewalk by {PAIR} won't happen until next week.", "postponed"),
    # they were out
    (
        f"Water in a helmet forced {PAIR} to end their spacewalk early today. NASA called off the "
        "walk after they had swapped one box.",
        "completed",
    ),
    (f"{PAIR} ventured outside today on a spacewalk postponed from last week.", "completed"),
    (
        f"The spacewalk by {PAIR} was called off today, hours before they went out.",
        "cancelled",
    ),
    (f"Today's spacewalk by {PAIR}, twice delayed by a leak, went smoothly.", "completed"),
    (f"A spacewalk by {PAIR} was halted early today by a leak in a helmet.", "completed"),
    (f"After delaying the spacewalk for a day, NASA sent {PAIR} outside today.", "completed"),
    (f"NASA aborted a spacewalk by {PAIR} today about two hours after it began.", "completed"),
    (f"NASA aborted a spacewalk by {PAIR} today before they left the airlock.", "cancelled"),
    (f"NASA decided against a spacewalk by {PAIR} today.", "cancelled"),
    (f"NASA decided on a spacewalk by {PAIR}, made today, to swap a pump.", "completed"),
    (f"NASA waved off a spacewalk by {PAIR} today; it will try again.", "postponed"),
    # called off for good, or to be tried again
    (
        "NASA calls off spacewalk after leak\n\nNASA canceled a spacewalk today after water leaked "
        f"from a suit. {PAIR} had not left the airlock. Earlier this month, another spacewalk was "
        "postponed.",
        "cancelled",
    ),
    (
        f"NASA calls off spacewalk\n\n{PAIR} were to go out today. The spacewalk was postponed.",
        "postponed",
    ),
    (f"NASA called off a spacewalk by {PAIR} today and will try again Friday.", "postponed"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_putoff_put_off_is_of_the_walk_and_not_of_what_is_beside_it(text: str, status: str) -> None:
    walks = extract(text, published=DAY).spacewalks
    assert [w.status for w in walks][:1] == [status]
