"""The spaCy components: each alone, what it leaves alone, and what survives a trip in bytes."""

import datetime
import doctest
import importlib
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from evafacts.articles import read
from evafacts.mentions import document
from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention, find_people
from evafacts.mentions.spans import register, set_group
from evafacts.pipeline import COMPONENTS
from evafacts.records import Article

ROOT = Path(__file__).parents[1]
ARTICLES = [found for found in read([ROOT / "corpus"]) if isinstance(found, Article)]
GROUPS = [name.removeprefix("evafacts_") for name in COMPONENTS if name != "evafacts_records"]
TEXT = (
    "On Monday morning, Feb. 1, 2021, at 7:05 a.m. EST, Mike Hopkins and Victor Glover left the "
    "Quest airlock for a spacewalk of six hours. They will install a camera on the P4 truss."
)


def alone(*groups: str) -> Language:
    nlp = spacy.blank("en")
    for group in groups:
        nlp.add_pipe(f"evafacts_{group}")
    return nlp


def values(doc: Doc, group: str) -> list[tuple[str, object]]:
    return [(span.text, span._.value) for span in doc.spans[group]]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("spacewalks", [("left the Quest airlock", "exit"), ("a spacewalk", "noun")]),
        ("dates", [("Monday morning, Feb. 1, 2021", "2021-02-01TMO")]),
        ("times", [("7:05 a.m. EST", "2021-02-01T07:05")]),
        ("durations", [("six hours", "PT6H")]),
        ("people", [("Mike Hopkins", "Michael Hopkins"), ("Victor Glover", "Victor Glover")]),
        ("airlocks", [("Quest airlock", "Quest")]),
        ("places", [("Quest airlock", "Quest"), ("P4 truss", "P4 truss")]),
        ("tasks", [("install a camera on the P4 truss", "install")]),
    ],
)
def test_components_work_alone(group: str, expected: list[tuple[str, str]]) -> None:
    doc = alone(group)(TEXT)
    assert values(doc, group) == expected
    assert list(doc.spans) == [group]


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ("spacewalks", "The dog went for a walk; the band walked out."),
        ("people", "Ann Other, a baker, waved to Paris on Main Street."),
        ("airlocks", "Their quest was to harmonise the destiny of a nation."),
        ("places", "The unity of the party is a matter of harmony, not of destiny."),
        ("tasks", "The array that was installed in 2012 makes power."),
        ("tasks", "Engineers on the ground will test the valve."),
        ("dates", "You may march, and I may second it."),
        ("times", "They won 7-5 at home."),
        ("durations", "The boom is 34 feet long."),
    ],
)
def test_components_leave_other_things_alone(group: str, text: str) -> None:
    assert values(alone(group)(text), group) == []


@pytest.mark.parametrize("group", GROUPS)
def test_components_take_empty_text(group: str) -> None:
    assert values(alone(group)(""), group) == []


def test_components_are_found_by_name_alone() -> None:
    program = (
        "import spacy, sys\n"
        "for name in sys.argv[1:]:\n"
        "    nlp = spacy.blank('en')\n"
        "    nlp.add_pipe(name)\n"
        "    doc = nlp('On Feb. 1 they left.')\n"
        "    assert nlp.pipe_names == [name]\n"
        "    assert doc.spans or doc._.facts.spacewalks == []\n"
        "print('found', len(sys.argv) - 1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *COMPONENTS], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"found {len(COMPONENTS)}\n"


def test_components_spare_an_attribute_that_is_there() -> None:
    program = (
        "import spacy\n"
        "from spacy.tokens import Span\n"
        "Span.set_extension('value', getter=len)\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('evafacts_durations')\n"
        "doc = nlp('It took six hours.')\n"
        "span = doc.spans['durations'][0]\n"
        "print(span._.value, span._.mention.value)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "2 PT6H\n"


@pytest.mark.parametrize("group", GROUPS)
def test_components_spans_cover_exact_mentions(group: str) -> None:
    nlp = alone(group)
    seen = 0
    for article in ARTICLES:
        doc = nlp(article.text or "")
        for span in doc.spans[group]:
            mention = span._.mention
            assert span.start_char <= mention.start < mention.end <= span.end_char
            assert doc.text[mention.start : mention.end] in span.text
            assert span._.value is not None
            seen += 1
    assert seen >= 20


def test_components_same_words_keep_a_value_for_each_kind() -> None:
    doc = alone("airlocks", "places")("They left through the Quest airlock.")
    (airlock,), (place,) = doc.spans["airlocks"], doc.spans["places"]
    assert (airlock.start, airlock.end) == (place.start, place.end)
    assert type(airlock._.mention).__name__ == "AirlockMention"
    assert type(place._.mention).__name__ == "PlaceMention"


class Part(NamedTuple):
    start: int
    end: int


def test_components_mentions_in_one_token_keep_their_values() -> None:
    register()
    doc = spacy.blank("en").make_doc("xyz")
    set_group(doc, "parts", "PART", [(Part(0, 1), "first"), (Part(1, 3), "second")])
    assert values(doc, "parts") == [("xyz", "first"), ("xyz", "second")]


def test_components_run_twice_write_the_same() -> None:
    nlp = alone(*GROUPS)
    doc = nlp(TEXT)
    first = {group: values(doc, group) for group in GROUPS}
    again = nlp(doc)
    assert {group: values(again, group) for group in GROUPS} == first


def test_components_share_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    read_texts: list[str] = []

    def counted(text: str, year: int | None = None) -> list[PersonMention]:
        read_texts.append(text)
        return find_people(text, year)

    monkeypatch.setattr(document, "find_people", counted)
    doc = alone("people", "tasks", "records")(TEXT)
    assert read_texts == [TEXT]
    assert isinstance(doc._.evafacts, Mentions)
    assert mentions_of(doc) is doc._.evafacts


@pytest.mark.parametrize(
    "published",
    ["2021-02-03", datetime.date(2021, 2, 3), datetime.datetime(2021, 2, 3, 23, 59)],
)
def test_components_take_the_publication_date(published: datetime.date | str) -> None:
    nlp = alone("people", "dates")
    doc = nlp.make_doc("They went out on Monday.")
    doc._.published = published
    assert values(nlp(doc), "dates") == [("Monday", "2021-02-01")]
    expected = datetime.date(2021, 2, 3) if isinstance(published, str) else published
    assert doc._.published == expected


def test_components_refuse_a_publication_date_that_is_none() -> None:
    doc = alone("dates").make_doc("Monday")
    with pytest.raises(ValueError, match="Invalid isoformat"):
        doc._.published = "last Monday"


@pytest.mark.parametrize("group", GROUPS)
def test_components_survive_worker_processes(group: str) -> None:
    nlp = alone(group)
    texts = [TEXT, "Nothing.", TEXT.replace("six", "seven")]
    here = [values(doc, group) for doc in nlp.pipe(texts)]
    there = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [values(doc, group) for doc in there] == here
    assert here[0]


@pytest.mark.parametrize("group", GROUPS)
def test_components_mentions_are_the_same_after_bytes(group: str) -> None:
    nlp = alone(group, "records")
    doc = nlp.make_doc(TEXT)
    doc._.title = "Outside"
    doc._.published = datetime.datetime(2021, 2, 3, 8, tzinfo=datetime.UTC)
    doc = nlp(doc)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s._.mention for s in again.spans[group]] == [s._.mention for s in doc.spans[group]]
    assert again._.published == doc._.published
    assert again._.facts == doc._.facts
    assert again._.evafacts.people == doc._.evafacts.people
    assert again._.evafacts.title == "Outside"


def test_components_values_move_with_joined_docs() -> None:
    nlp = alone("people")
    with pytest.warns(UserWarning, match="W101.*evafacts"):  # a whole Doc's mentions stay behind
        joined = Doc.from_docs([nlp.tokenizer("Before."), nlp(TEXT)])
    assert joined is not None
    assert [span._.value for span in joined.spans["people"]] == ["Michael Hopkins", "Victor Glover"]


@pytest.mark.parametrize(
    "module",
    [
        *(
            f"evafacts.mentions.components.{kind}"
            for kind in GROUPS
            if kind not in ("dates", "times", "durations")
        ),
        "evafacts.assembly.component",
        "evafacts.pipeline",
    ],
)
def test_components_docs_run(module: str) -> None:
    results = doctest.testmod(importlib.import_module(module))
    assert results.attempted > 0
    assert results.failed == 0


def test_components_manual_runs() -> None:
    results = doctest.testfile(str(ROOT / "docs" / "pipeline.md"), module_relative=False)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("name", COMPONENTS)
def test_components_are_in_the_manual(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "pipeline.md").read_text("utf-8")
