"""Records to test with: a written one, and a hypothesis strategy for any."""

import datetime
from pathlib import Path

from hypothesis import strategies as st

from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Ordinal,
    Outcome,
    Spacewalk,
    Status,
    Task,
    Time,
)
from evafacts.writers import open_writer


def write(path: Path, *records: ArticleFacts, with_text: bool = False) -> Path:
    with open_writer(path, with_text=with_text) as writer:
        for facts in records:
            writer.write(facts)
    return path


def interrupted(path: Path, *records: ArticleFacts) -> None:
    with open_writer(path) as writer:
        for facts in records:
            writer.write(facts)
        raise KeyboardInterrupt


TEXT = (
    "On Monday (Feb. 1) astronauts Ana Example and Bo Muster will open the Quest airlock, "
    "not before 7:05 a.m. EST, for the station's 233rd spacewalk. They will install a camera & "
    "route cables in about 6.5 hours. The duo's last spacewalk, on Jan. 27, lasted six hours and "
    "56 minutes."
)


def seen(words: str) -> list[Evidence]:
    """Give the evidence for words of the text."""
    start = TEXT.index(words)
    return [Evidence(start=start, end=start + len(words), text=words)]


def written_facts(id: str = "station-2021-02-01") -> ArticleFacts:
    """Give the facts of the text, as a careful reader would write them."""
    crew = [
        CrewMember(name="Ana Example", person="example", evidence=seen("Ana Example")),
        CrewMember(name="Bo Muster", designation="EV2", evidence=seen("Bo Muster")),
    ]
    planned = Spacewalk(
        id=f"{id}-1",
        primary=True,
        status=Status.PLANNED,
        date=Date(value="2021-02-01", basis="published", evidence=seen("Monday (Feb. 1)")),
        start_time=Time(value="07:05-05:00", zone="EST", evidence=seen("7:05 a.m. EST")),
        crew=crew,
        duration_planned=Duration(
            minutes=390, iso="PT6H30M", approximate=True, evidence=seen("about 6.5 hours")
        ),
        airlock=Airlock(name="Quest", evidence=seen("Quest airlock")),
        tasks=[
            Task(text=text, action=text.split()[0], outcome=Outcome.PLANNED, evidence=seen(text))
            for text in ("install a camera", "route cables")
        ],
        ordinals=[Ordinal(count=233, scope="station", evidence=seen("233rd spacewalk"))],
        evidence=seen("233rd spacewalk"),
    )
    done = Spacewalk(
        id=f"{id}-2",
        primary=False,
        status=Status.COMPLETED,
        date=Date(value="XXXX-01-27", basis="stated", evidence=seen("Jan. 27")),
        crew=crew,
        duration_actual=Duration(
            minutes=416, iso="PT6H56M", evidence=seen("six hours and 56 minutes")
        ),
        evidence=seen("The duo's last spacewalk"),
    )
    article = Article.of(
        TEXT,
        id=id,
        title="Walk & <talk>",
        url="https://example.org/walk?a=1&b=2",
        published=datetime.date(2021, 1, 31),
    )
    return ArticleFacts(article=article, spacewalks=[planned, done], warnings=["no year"])


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_maybe_words = st.none() | _words
_counts = st.integers(0, 100_000)
_zones = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
)
_published = (
    st.none() | st.dates() | st.datetimes(timezones=st.none() | _zones | st.just(datetime.UTC))
)
_evidence = st.lists(st.builds(Evidence, start=_counts, end=_counts, text=_words), max_size=2)
_edtf = st.one_of(
    st.dates().map(str),
    st.from_regex(r"\A(\d{4}|XXXX)(-\d\d(-\d\d)?)?\Z").filter(str.isascii),
)
_dates = st.builds(
    Date,
    value=_edtf,
    basis=st.sampled_from(["stated", "published", "context"]),
    evidence=_evidence,
)
_times = st.builds(Time, value=_words, zone=_maybe_words, evidence=_evidence)
_durations = st.builds(
    Duration, minutes=_counts, iso=_words, approximate=st.booleans(), evidence=_evidence
)
_crew = st.builds(
    CrewMember,
    name=_words,
    person=_maybe_words,
    agency=_maybe_words,
    designation=_maybe_words,
    suit=_maybe_words,
    career_spacewalk=st.none() | _counts,
    evidence=_evidence,
)
_tasks = st.builds(
    Task,
    text=_words,
    action=_words,
    object=_maybe_words,
    location=_maybe_words,
    outcome=st.none() | st.sampled_from(Outcome),
    evidence=_evidence,
)
_ordinals = st.builds(
    Ordinal,
    count=st.integers(1, 1000),
    scope=st.sampled_from(["station", "year", "expedition", "mission", "programme"]),
    evidence=_evidence,
)


def _spacewalks(id: str) -> st.SearchStrategy[Spacewalk]:
    return st.builds(
        Spacewalk,
        id=st.just(id),
        primary=st.booleans(),
        status=st.sampled_from(Status),
        date=st.none() | _dates,
        start_time=st.none() | _times,
        end_time=st.none() | _times,
        crew=st.lists(_crew, max_size=2),
        duration_planned=st.none() | _durations,
        duration_actual=st.none() | _durations,
        airlock=st.none() | st.builds(Airlock, name=_words, evidence=_evidence),
        tasks=st.lists(_tasks, max_size=2),
        ordinals=st.lists(_ordinals, max_size=1),
        designation=_maybe_words,
        evidence=_evidence,
    )


@st.composite
def _any_facts(draw: st.DrawFn, id: str) -> ArticleFacts:
    article = Article(
        id=id,
        source=draw(_maybe_words),
        title=draw(_maybe_words),
        url=draw(_maybe_words),
        publisher=draw(_maybe_words),
        published=draw(_published),
        text=draw(_maybe_words),
        text_sha256=draw(_words),
    )
    number = draw(st.integers(0, 2))
    walks = [draw(_spacewalks(f"{id}#{position}")) for position in range(number)]
    return ArticleFacts(article=article, spacewalks=walks, warnings=draw(st.lists(_words)))


@st.composite
def any_records(draw: st.DrawFn) -> list[ArticleFacts]:
    """Draw the records of some articles, in the order of their ids."""
    ids = draw(st.lists(_words, unique=True, max_size=3))
    return [draw(_any_facts(id)) for id in sorted(ids)]
