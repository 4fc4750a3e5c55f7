"""Builders of gold and predictions for the tests of the scorer."""

from typing import Any

from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Spacewalk,
    Status,
    Task,
)
from evafacts.scoring import Gold, Score, score
from evafacts.scoring.gold import GoldSpacewalk, GoldTask


def task(text: str, *also: str, optional: bool = False) -> GoldTask:
    """A gold task."""
    return GoldTask(text=text, also=list(also), optional=optional)


def walk(**fields: Any) -> GoldSpacewalk:
    """A gold spacewalk: a planned primary one of nothing but what is given."""
    fields["tasks"] = [task(t) if isinstance(t, str) else t for t in fields.get("tasks", [])]
    plain: dict[str, Any] = {
        "primary": True,
        "status": Status.PLANNED,
        "date": None,
        "crew": [],
        "duration_planned": None,
        "duration_actual": None,
        "airlock": None,
    }
    return GoldSpacewalk(**(plain | fields))


def gold(id: str, *walks: GoldSpacewalk) -> Gold:
    """The label of one article."""
    return Gold(id=id, spacewalks=list(walks))


def _evidence(words: str) -> list[Evidence]:
    return [Evidence(start=0, end=len(words), text=words)]


def _duration(minutes: int | None) -> Duration | None:
    if minutes is None:
        return None
    return Duration(minutes=minutes, iso=f"PT{minutes}M", evidence=_evidence(f"{minutes} min"))


def record(like: GoldSpacewalk, **changes: Any) -> Spacewalk:
    """The predicted record that is right in all, or in all but the changes."""
    plain = like.model_copy(update=changes)
    tasks = [each if isinstance(each, str) else each.text for each in plain.tasks]
    return Spacewalk(
        id="x",
        primary=plain.primary,
        status=plain.status,
        date=(
            Date(value=plain.date, basis="stated", evidence=_evidence("that day"))
            if plain.date
            else None
        ),
        crew=[CrewMember(name=name, evidence=_evidence(name)) for name in plain.crew],
        duration_planned=_duration(plain.duration_planned),
        duration_actual=_duration(plain.duration_actual),
        airlock=(
            Airlock(name=plain.airlock, evidence=_evidence(plain.airlock))
            if plain.airlock
            else None
        ),
        tasks=[Task(text=text, action="do", evidence=_evidence(text)) for text in tasks],
        evidence=_evidence("the spacewalk"),
    )


def facts(id: str, *records: Spacewalk, text: str | None = None) -> ArticleFacts:
    """The prediction for one article, without its text unless given."""
    article = Article.of(text or "", id=id)
    return ArticleFacts(article=article.model_copy(update={"text": text}), spacewalks=list(records))


def score_one(label: Gold, *records: Spacewalk) -> Score:
    """The score of one article."""
    return score({label.id: label}, [facts(label.id, *records)])


def cell(result: Score, measure: str) -> tuple[int, int, int]:
    """Right, invented and missed of a measure."""
    counts = result.counts[measure]
    return counts.right, counts.invented, counts.missed
