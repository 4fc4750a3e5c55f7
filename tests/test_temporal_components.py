"""The spaCy components of dates, times and durations, each alone and together."""

import pytest
import spacy

from evafacts.mentions import dates, durations, times
from evafacts.mentions.temporal import Temporal, find_temporals, on_doc

_TEXT = "On Monday morning, Feb. 1, 2021, at 7:05 a.m. EST they began six and a half hours of work."


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("dates", [("Monday morning, Feb. 1, 2021", "2021-02-01TMO")]),
        ("times", [("7:05 a.m. EST", "2021-02-01T07:05")]),
        ("durations", [("six and a half hours", "PT6H30M")]),
    ],
)
def test_components_work_alone(group: str, expected: list[tuple[str, str]]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(f"evafacts_{group}")
    doc = nlp(_TEXT)
    assert [(span.text, span._.value) for span in doc.spans[group]] == expected


def test_components_share_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> list[Temporal]:
        read.append(text)
        return find_temporals(text)

    monkeypatch.setattr(on_doc, "find_temporals", counted)
    nlp = spacy.blank("en")
    for group in ("dates", "times", "durations"):
        nlp.add_pipe(f"evafacts_{group}")
    nlp(_TEXT)
    assert read == [_TEXT]


def test_components_part_the_kinds() -> None:
    kinds = [
        (dates.is_date(one), times.is_time(one), durations.is_duration(one))
        for one in find_temporals(_TEXT)
    ]
    assert kinds == [(True, False, False), (False, True, False), (False, False, True)]


def test_components_use_the_publication_date() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("evafacts_dates")
    doc = nlp.make_doc("They went out on Monday.")
    doc._.published = "2021-02-03"
    doc = nlp(doc)
    assert [span._.value for span in doc.spans["dates"]] == ["2021-02-01"]


def test_components_widen_to_tokens_but_keep_offsets() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("evafacts_dates")
    doc = nlp("the red planet on Feb 18,2021.They")
    span = doc.spans["dates"][0]
    one = span._.temporal
    assert doc.text[one.start : one.end] == "Feb 18,2021"
