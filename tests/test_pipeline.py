"""The whole way: directly from text to records, and as a spaCy pipeline, with the same result."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from evafacts import extract, extract_many, load
from evafacts.articles import read
from evafacts.pipeline import COMPONENTS, make_doc
from evafacts.records import Article
from evafacts.writers import record_json

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = [found for found in read([CORPUS]) if isinstance(found, Article)]
DIRECT = [record_json(facts) for facts in extract_many(ARTICLES)]
TEXT = (
    "Mike Hopkins and Victor Glover will leave the Quest airlock on Monday for a spacewalk of "
    "about 6.5 hours. They will install a camera."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def dates(published: datetime.date | None) -> list[str | None]:
    facts = extract(TEXT, published=published)
    return [walk.date.value if walk.date else None for walk in facts.spacewalks]


def test_pipeline_extract_reads_one_article() -> None:
    facts = extract(TEXT, published=datetime.date(2021, 1, 31), id="preview")
    assert (facts.article.id, facts.article.text) == ("preview", TEXT)
    (walk,) = facts.spacewalks
    assert walk.date is not None
    assert walk.date.value == "2021-02-01"
    assert [member.name for member in walk.crew] == ["Michael Hopkins", "Victor Glover"]
    assert walk.airlock is not None
    assert walk.airlock.name == "Quest"
    assert walk.duration_planned is not None
    assert walk.duration_planned.minutes == 390


def test_pipeline_extract_names_a_text_without_id() -> None:
    assert extract(TEXT).article.id == "text"


def test_pipeline_extract_takes_options_by_name_only() -> None:
    with pytest.raises(TypeError):
        extract(TEXT, datetime.date(2021, 1, 31))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "published",
    [
        datetime.date(2021, 1, 31),
        datetime.datetime(2021, 1, 31, 23, 59),
        datetime.datetime(2021, 1, 31, tzinfo=datetime.UTC),
    ],
)
def test_pipeline_extract_takes_dates_and_datetimes(published: datetime.date) -> None:
    assert dates(published) == ["2021-02-01"]


def test_pipeline_extract_dates_nothing_by_a_weekday_alone() -> None:
    assert dates(None) == [None]


@pytest.mark.parametrize(
    "text",
    ["", " \n", "The council met on Monday for 6.5 hours to install a new mayor, Mike Hopkins."],
    ids=["empty", "blank", "council"],
)
def test_pipeline_gives_no_spacewalks_where_none_is_told(nlp: Language, text: str) -> None:
    facts = extract(text, published=datetime.date(2021, 1, 31))
    assert facts.spacewalks == []
    assert facts.warnings == []
    doc = nlp(make_doc(nlp, facts.article))
    assert doc._.facts == facts


def test_pipeline_article_without_text_tells_nothing() -> None:
    article = Article(id="bare", text=None, text_sha256="0" * 64)
    (facts,) = extract_many([article])
    assert facts.article == article
    assert facts.spacewalks == []


def test_pipeline_extract_many_is_lazy() -> None:
    taken: list[str] = []

    def stream() -> object:
        for article in ARTICLES[:3]:
            taken.append(article.id)
            yield article

    next(extract_many(stream()))  # type: ignore[arg-type]
    assert taken == [ARTICLES[0].id]


def test_pipeline_order_of_articles_is_nothing() -> None:
    turned = [record_json(facts) for facts in extract_many(ARTICLES[::-1])]
    assert turned[::-1] == DIRECT


def test_pipeline_extract_does_without_spacy() -> None:
    program = (
        "import sys, evafacts\n"
        "facts = evafacts.extract(sys.argv[1])\n"
        "assert facts.spacewalks\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'spacy'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, TEXT], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_pipeline_load_has_all_components_in_order(nlp: Language) -> None:
    assert nlp.pipe_names == list(COMPONENTS)
    assert nlp.lang == "en"


def test_pipeline_components_give_the_same_records(nlp: Language) -> None:
    docs = nlp.pipe(make_doc(nlp, article) for article in ARTICLES)
    assert [record_json(doc._.facts) for doc in docs] == DIRECT


def test_pipeline_components_give_the_same_records_in_a_memory_zone(nlp: Language) -> None:
    with nlp.memory_zone():
        docs = nlp.pipe(make_doc(nlp, article) for article in ARTICLES)
        records = [record_json(doc._.facts) for doc in docs]
    assert records == DIRECT


def test_pipeline_components_give_the_same_records_in_two_processes(nlp: Language) -> None:
    docs = nlp.pipe((make_doc(nlp, article) for article in ARTICLES), n_process=2, batch_size=8)
    assert [record_json(doc._.facts) for doc in docs] == DIRECT


def test_pipeline_components_carry_contexts(nlp: Language) -> None:
    pairs = ((make_doc(nlp, article), article.id) for article in ARTICLES[:4])
    read_ids = [
        (doc._.facts.article.id, context) for doc, context in nlp.pipe(pairs, as_tuples=True)
    ]
    assert read_ids == [(article.id, article.id) for article in ARTICLES[:4]]


def test_pipeline_records_need_no_other_component() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("evafacts_records")
    docs = nlp.pipe(make_doc(nlp, article) for article in ARTICLES[:12])
    assert [record_json(doc._.facts) for doc in docs] == DIRECT[:12]


def test_pipeline_order_of_components_is_nothing() -> None:
    nlp = spacy.blank("en")
    for name in reversed(COMPONENTS):
        nlp.add_pipe(name)
    docs = nlp.pipe(make_doc(nlp, article) for article in ARTICLES[:12])
    assert [record_json(doc._.facts) for doc in docs] == DIRECT[:12]


@pytest.mark.parametrize(
    "published",
    [
        None,
        datetime.date(2021, 1, 31),
        datetime.datetime(2021, 1, 31, 8, 30),
        datetime.datetime(2021, 1, 31, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=-5))),
    ],
)
def test_pipeline_make_doc_keeps_all_of_the_article(
    nlp: Language, published: datetime.date | None
) -> None:
    article = Article.of(
        TEXT,
        id="a/1",
        source="a.txt",
        title="Outside",
        url="https://example.org/a",
        publisher="The Paper",
        published=published,
    )
    doc = nlp(make_doc(nlp, article))
    assert doc._.facts.article == article
    assert record_json(doc._.facts) == record_json(next(extract_many([article])))


def test_pipeline_is_the_same_after_saving(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == nlp.pipe_names
    docs = again.pipe(make_doc(again, article) for article in ARTICLES[:4])
    assert [record_json(doc._.facts) for doc in docs] == DIRECT[:4]
    assert len(again.tokenizer("(" * 20_000)) == 20_000


def test_pipeline_reads_texts_beyond_the_limit_of_spacy(nlp: Language) -> None:
    text = TEXT + " word" * 250_000
    assert len(text) > spacy.blank("en").max_length
    facts = nlp(text)._.facts
    assert [walk.airlock.name for walk in facts.spacewalks if walk.airlock] == ["Quest"]


def test_pipeline_names_text_that_is_too_long() -> None:
    nlp = load()
    nlp.max_length = 10
    with pytest.raises(ValueError, match="E088"):
        make_doc(nlp, Article.of(TEXT, id="long"))
