"""What is page and not article is blanked, and nothing else is."""

import datetime

import pytest

from evafacts.mentions.document import Mentions
from evafacts.mentions.furniture import without_furniture
from evafacts.pipeline import extract


@pytest.mark.parametrize(
    "line",
    [
        "By Jo Doe",
        "By JO DOE, Daily Planet | 3 May 2013",
        "by Jo Doe and Max Roe for the Planet",
        "ByABC News",
        "Updated  | Comment  | Recommend E-mail | Print |",
        "Page last updated at 03:19 GMT, Sunday, 17 May 2009 04:19 UK",
        "Posted on March 3, 2021 by Jo Doe",
        "PUBLISHED: 10:06 GMT, 26 February 2014 | UPDATED: 11:12 GMT, 26 February 2014",
        "Last updated: Tuesday 3rd March 2020 07:35 EST",
        "08:49 AM EST May 24, 2003",
        "Date: Wed, 30 Aug 2000 09:50:11 -0400 (EDT)",
        "Read more: The walk in pictures",
        "**Also read:** A suit springs a leak",
        "RELATED | Second spacewalk put off",
        "SHARE THIS ARTICLE",
        "Scroll down for video",
        "Tags: spacewalk, station",
        "Follow us on Facebook",
        "\u00a9 2020 The Planet. All rights reserved.",
        "https://planet.example/2020/05/spacewalk-on-friday",
        "![suits drying](/posts/second-spacewalk/suits.jpg)",
    ],
)
def test_furniture_is_blanked(line: str) -> None:
    text = f"They went out.\n{line}\nThey came back."
    assert without_furniture(text) == f"They went out.\n{' ' * len(line)}\nThey came back."


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday evening the pair had closed the hatch.",
        "By the time the Sun rose, May 3, 2013, they were out",
        "Posted on the wall of the airlock was a list of tasks for May 3.",
        "Updated suits will be worn on March 3, 2021",
        "Related work on the truss was put off.",
        "Shares of the maker fell on May 3, 2013.",
        "Comments by the crew were cut short.",
        "Follow the arm to the truss, they were told.",
        "May 3",
        "Byron Doe and Max Roe",
        "Quest | Poisk | Pirs",
        "Friday, 3 May 2013",
        "The pump and/or its valve would be replaced.",
        "MOSCOW, May 3. /ABC/. Two cosmonauts went out.",
    ],
)
def test_furniture_leaves_prose(line: str) -> None:
    text = f"They went out.\n{line}\nThey came back."
    assert without_furniture(text) == text


def test_furniture_section_of_links_ends_with_prose() -> None:
    text = "Related stories:\n\n1. A walk is put off. Context: suits\nSuits\n\nThey went out today."
    assert without_furniture(text).split() == ["They", "went", "out", "today."]


def test_furniture_below_its_label() -> None:
    text = "By\nJo Doe\nand Max Roe\n\nPUBLISHED:\n\n05:45 EST, 6 April 2012\n\n|\n\nThey went out."
    assert without_furniture(text).split() == ["They", "went", "out."]


def test_furniture_gives_the_day_of_publication() -> None:
    stamp = "PUBLISHED:\n\n05:45 EST, 6 April 2012\n\n|\n\nUPDATED:\n\n03:08 EST, 10 April 2012\n\n"
    text = stamp + "Two astronauts went out on a spacewalk on Wednesday to replace a pump."
    mentions = Mentions(text)
    assert mentions.written == datetime.date(2012, 4, 6)
    assert [t.value for t in mentions.temporals] == ["2012-04-04"]


def test_furniture_tells_no_spacewalk() -> None:
    text = "Two astronauts replaced a pump on a spacewalk on Wednesday.\n\nRelated:\n\n"
    links = "1. Jo Doe makes a spacewalk on May 3 to install a camera.\n"
    walks = extract(text + links, published=datetime.date(2012, 4, 6)).spacewalks
    assert [(w.date.value if w.date else None, len(w.tasks)) for w in walks] == [("2012-04-04", 1)]
