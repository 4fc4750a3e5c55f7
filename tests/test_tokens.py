"""The tokenizer of the pipeline: spaCy's tokens, in time that grows with the text."""

import pickle
import random
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from evafacts.articles import read
from evafacts.mentions.tokens import SteadyTokenizer
from evafacts.records import Article

CORPUS = Path(__file__).parents[1] / "corpus"
PLAIN = spacy.blank("en")


def steady() -> Language:
    config = {"nlp": {"tokenizer": {"@tokenizers": "evafacts.Tokenizer.v1"}}}
    return spacy.blank("en", config=config)


NLP = steady()


def test_tokens_are_those_of_spacy_on_news() -> None:
    articles = [found for found in read([CORPUS]) if isinstance(found, Article)]
    for article in articles:
        text = article.text or ""
        assert [t.text for t in NLP.tokenizer(text)] == [t.text for t in PLAIN.tokenizer(text)]
    assert articles


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a" * 512,
        "(" * 64,
        "-" * 64 + " x",
        "https://example.org/" + "a/" * 200,
        "«…»" * 20,
    ],
)
def test_tokens_are_those_of_spacy_up_to_the_limits(text: str) -> None:
    expected = [(t.text, t.whitespace_, t.norm_) for t in PLAIN.tokenizer(text)]
    assert [(t.text, t.whitespace_, t.norm_) for t in NLP.tokenizer(text)] == expected


def test_tokens_beside_a_long_row_are_those_of_spacy() -> None:
    doc = NLP.tokenizer("They can't stop " + "(" * 1000 + " and won't.")
    words = [(t.text, t.norm_) for t in doc if t.text != "("]
    expected = [(t.text, t.norm_) for t in PLAIN.tokenizer("They can't stop  and won't.")]
    assert [w for w in words if w[0].strip()] == [w for w in expected if w[0].strip()]


_ROWS = st.tuples(
    st.sampled_from(["(", "_", "a", "'", "a.", "\n", " ", "é", "🚀", "(a"]), st.integers(1, 600)
)


@given(st.lists(_ROWS, max_size=6))
@settings(max_examples=60, deadline=None)
def test_tokens_give_back_the_text(rows: list[tuple[str, int]]) -> None:
    text = "".join(part * times for part, times in rows)
    assert NLP.tokenizer(text).text == text


def _marks(length: int) -> str:
    drawn = random.Random(length)
    return "".join(drawn.choice("([{)]}\"'!?") for _ in range(length))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "'" * 100_000,
        _marks(30_000),
        "x" * 50_000 + ")" * 50_000,
        "a/b:" * 25_000,
        "x" * 1_000_000,
    ],
    ids=["brackets", "quotes", "mixed", "word-brackets", "slashes", "word"],
)
def test_tokens_take_time_in_proportion(text: str) -> None:
    # The plain tokenizer takes from 10 seconds to many minutes for these, the word apart.
    tokenizer = steady().tokenizer
    began = time.process_time()
    assert tokenizer(text).text == text
    assert time.process_time() - began < 5


def test_tokens_tokenizer_is_the_same_after_pickle() -> None:
    again = pickle.loads(pickle.dumps(NLP.tokenizer))
    assert isinstance(again, SteadyTokenizer)
    assert [t.text for t in again("It can't (be).")] == ["It", "ca", "n't", "(", "be", ")", "."]


def test_tokens_are_steady_in_a_memory_zone() -> None:
    nlp = steady()
    with nlp.memory_zone():
        assert len(nlp.tokenizer("(" * 5000)) == 5000
    assert len(nlp.tokenizer("(" * 5000)) == 5000
