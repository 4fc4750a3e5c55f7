"""Accuracy does not lean on particular people, modules or days: see ``renamed_world``."""

import re
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from evafacts import extract_many
from evafacts.articles import read
from evafacts.knowledge.people import people
from evafacts.records import Article
from evafacts.scoring import Gold, Score, read_gold, score
from evafacts.scoring.counts import Counts
from renamed_world import MODULES, WEEKS, World, worlds

ROOT = Path(__file__).parents[1]
FIELDS = {
    "date": ("date",),
    "duration": ("duration_planned", "duration_actual"),
    "status": ("status",),
    "tasks": ("tasks",),
}
MOST = 80
GREATEST_FALL = 0.05

Labelled = list[tuple[Article, Gold]]


@cache
def originals() -> Labelled:
    gold = {file.id: file.gold for file in read_gold(ROOT / "gold") if file.gold}
    articles = (item for item in read([ROOT / "corpus"]) if isinstance(item, Article))
    return [(article, gold[article.id]) for article in articles if article.id in gold]


@cache
def renamed(*, others: bool) -> Labelled:
    # Every other one first, so that all manners of article are among them.
    return list(islice(worlds(originals()[::2] + originals()[1::2], others=others), MOST))


@cache
def before() -> Score:
    ids = {article.id for article, _ in renamed(others=False)}
    return scored([pair for pair in originals() if pair[0].id in ids])


@cache
def after(*, others: bool) -> Score:
    return scored(renamed(others=others))


def scored(labelled: Labelled) -> Score:
    gold = {article.id: label for article, label in labelled}
    return score(gold, extract_many(article for article, _ in labelled))


def f1(one: Score, field: str) -> float:
    found = sum((one.counts[name] for name in FIELDS[field]), Counts()).f1
    assert found is not None
    return found


def test_renamed_world_has_articles_enough() -> None:
    assert len(renamed(others=True)) >= min(40, len(originals()) // 2)


def test_renamed_world_has_no_old_name() -> None:
    text = "\n".join(article.text or "" for article, _ in renamed(others=True))
    assert not re.findall(rf"\b(?:{'|'.join(MODULES)})\b", text)
    assert not [person.name for person in people() if person.name in text]
    assert sum(text.count(name) for name in MODULES.values()) > 20


def test_renamed_world_quotes_stand_in_their_articles() -> None:
    for article, gold in renamed(others=True):
        flat = " ".join((article.text or "").split())
        for walk in gold.spacewalks:
            for task in walk.tasks:
                assert all(" ".join(words.split()) in flat for words in (task.text, *task.also))


def test_renamed_world_moves_dates_of_text_and_label_alike() -> None:
    text = "On Friday (Feb. 5) and 12 FEBRUARY they march; they may rest in May 2021, in 2021."
    world = World({}, WEEKS, 2021)
    moved = "On Friday (Apr. 9) and 16 APRIL they march; they may rest in July 2021, in 2021."
    assert world.text(text) == moved
    assert [world.date(day) for day in ("2021-02-05", "XXXX-02-12", "2021-05", "2021")] == [
        "2021-04-09",
        "XXXX-04-16",
        "2021-07",
        "2021",
    ]


@pytest.mark.parametrize("field", FIELDS)
def test_renamed_world_with_other_modules_and_months_is_read_as_well(field: str) -> None:
    assert f1(after(others=False), field) >= f1(before(), field) - GREATEST_FALL


@pytest.mark.parametrize("field", FIELDS)
def test_renamed_world_with_other_people_is_read_as_well(field: str) -> None:
    assert f1(after(others=True), field) >= f1(before(), field) - GREATEST_FALL
