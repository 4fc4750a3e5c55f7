"""Work items in sentences: one tagged line a case, see ``data/tasks.txt``."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from evafacts.assembly.tasks import is_crews
from evafacts.mentions.people import find_people
from evafacts.mentions.sentences import split_sentences
from evafacts.mentions.tasks import TaskMention, find_tasks

_CASES = [
    line
    for line in (Path(__file__).parent / "data" / "tasks.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_TAG = re.compile(r"</?t>")
_YEAR = 2015


def _found(text: str) -> list[TaskMention]:
    people = [p.start for p in find_people(text, _YEAR)]
    return [
        mention
        for sentence in split_sentences(text)
        for mention in find_tasks(
            sentence, [p for p in people if sentence.start <= p < sentence.end]
        )
    ]


def _tagged(text: str, mentions: list[TaskMention]) -> str:
    for mention in reversed(mentions):
        inside = text[mention.start : mention.end]
        text = f"{text[: mention.start]}<t>{inside}</t>{text[mention.end :]}"
    return text


@pytest.mark.parametrize("case", _CASES)
def test_tasks_case(case: str) -> None:
    text = _TAG.sub("", case)
    assert _tagged(text, [m for m in _found(text) if is_crews(m)]) == case


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The pair will install a camera.", "future"),
        ("The pair plan to install a camera.", "infinitive"),
        ("The pair began installing a camera.", "gerund"),
        ("The pair installed a camera.", "past"),
        ("The pair have installed a camera.", "perfect"),
        ("A camera was installed during the spacewalk.", "passive"),
        ("The spacewalk's main task was the installation of a camera.", "nominal"),
        ("- Install a camera", "item"),
    ],
)
def test_tasks_form(text: str, form: str) -> None:
    assert [m.form for m in _found(text)] == [form]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The cosmonauts replaced a valve.", "crew"),
        ("She replaced a valve.", "crew"),
        ("The two then replaced a valve.", "crew"),
        ("Two flight engineers replaced a valve.", "crew"),
        ("Engineers plan to replace a valve.", "other"),
        ("NASA hopes to replace a valve.", "other"),
        ("Controllers commanded the robotic arm to replace the box.", "other"),
        ("The goal is to replace a valve.", None),
    ],
)
def test_tasks_agent(text: str, agent: str | None) -> None:
    assert [m.agent for m in _found(text)] == [agent]


@pytest.mark.parametrize(
    ("text", "undone", "deferred"),
    [
        ("The pair installed a camera.", False, False),
        ("The pair were unable to install a camera.", True, False),
        ("A bolt kept the crew from installing a camera.", True, False),
        ("A bolt prevented them from removing the box.", True, False),
        ("They deferred the removal of a camera to a later spacewalk.", True, True),
        ("On the spacewalk the installation of a camera was postponed.", True, True),
    ],
)
def test_tasks_undone(text: str, undone: bool, deferred: bool) -> None:
    assert [(m.undone, m.deferred) for m in _found(text)] == [(undone, deferred)]


def test_tasks_action_is_the_lemma() -> None:
    found = _found("The pair routed cables, swapped out a lamp and re-fastened a cover.")
    assert [m.action for m in found] == ["route", "swap", "re-fasten"]


def test_tasks_object_starts_after_the_verb() -> None:
    text = "The pair will install a camera on the truss."
    (mention,) = _found(text)
    assert text[mention.object_start : mention.end] == "a camera on the truss"


def test_tasks_do_not_overlap_and_lie_inside_the_sentence() -> None:
    text = " ".join(_TAG.sub("", case) for case in _CASES)
    found = _found(text)
    assert all(m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("text", ["", ".", "and", "to install", "installed", "removal of", "?"])
def test_tasks_bare_words_are_none(text: str) -> None:
    assert _found(text) == []


def test_tasks_time_grows_with_the_text() -> None:
    piece = "install a camera, which they will remove and replace with the cables and "

    def seconds(times: int) -> float:
        (sentence,) = split_sentences("The pair will " + piece * times)
        _ = sentence.words
        best = 1e9
        for _ in range(3):
            start = time.perf_counter()
            find_tasks(sentence)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(800) < 12 * seconds(200)
