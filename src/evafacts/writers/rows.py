"""Records as rows of the tables, and back. Nothing is lost on the way."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Ordinal,
    Spacewalk,
    Task,
    Time,
)
from evafacts.writers.base import day_of

Row = Mapping[str, Any]
TableRows = dict[str, list[dict[str, Any]]]

_ARTICLE_FIELDS = ("id", "source", "title", "url", "publisher", "text", "text_sha256")
_LISTS: dict[str, type[CrewMember] | type[Task] | type[Ordinal]] = {
    "crew": CrewMember,
    "tasks": Task,
    "ordinals": Ordinal,
}
_SINGLE = ("date", "start_time", "end_time", "duration_planned", "duration_actual", "airlock")
_SPACEWALK = "spacewalk"


def to_rows(records: Iterable[ArticleFacts]) -> TableRows:
    """Give the rows of some records by table name, each row with all its columns."""
    rows: TableRows = defaultdict(list)
    for facts in records:
        article_id = facts.article.id
        rows["articles"].append(_article_row(facts.article))
        for position, warning in enumerate(facts.warnings):
            rows["warnings"].append(
                {"article_id": article_id, "position": position, "text": warning}
            )
        for position, walk in enumerate(facts.spacewalks):
            place = {"article_id": article_id, "position": position}
            rows["spacewalks"].append(place | _spacewalk_row(walk))
            _add_parts(rows, walk)
    return rows


def _article_row(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        **article.model_dump(include=set(_ARTICLE_FIELDS)),
        "published": published and published.isoformat(),
        "published_on": published.date() if isinstance(published, datetime.datetime) else published,
    }


def _spacewalk_row(walk: Spacewalk) -> dict[str, Any]:
    date, start, end = walk.date, walk.start_time, walk.end_time
    return {
        "id": walk.id,
        "is_primary": walk.primary,
        "status": walk.status.value,
        "date": date and day_of(date.value),
        "date_edtf": date and date.value,
        "date_basis": date and date.basis,
        "start_time": start and start.value,
        "start_zone": start and start.zone,
        "end_time": end and end.value,
        "end_zone": end and end.zone,
        **_duration_cells("duration_planned", walk.duration_planned),
        **_duration_cells("duration_actual", walk.duration_actual),
        "airlock": walk.airlock and walk.airlock.name,
        "designation": walk.designation,
    }


def _duration_cells(name: str, duration: Duration | None) -> dict[str, Any]:
    return {
        f"{name}_minutes": duration and duration.minutes,
        f"{name}_iso": duration and duration.iso,
        f"{name}_approximate": duration and duration.approximate,
    }


def _add_parts(rows: TableRows, walk: Spacewalk) -> None:
    rows["evidence"].extend(_evidence_rows(walk.id, _SPACEWALK, 0, walk.evidence))
    for name in _SINGLE:
        fact = getattr(walk, name)
        if fact is not None:
            rows["evidence"].extend(_evidence_rows(walk.id, name, 0, fact.evidence))
    for name in _LISTS:
        for position, fact in enumerate(getattr(walk, name)):
            key = {"spacewalk_id": walk.id, "position": position}
            rows[name].append(key | fact.model_dump(mode="json", exclude={"evidence"}))
            rows["evidence"].extend(_evidence_rows(walk.id, name, position, fact.evidence))


def _evidence_rows(
    walk_id: str, fact: str, fact_position: int, evidence: Iterable[Evidence]
) -> Iterable[dict[str, Any]]:
    for position, item in enumerate(evidence):
        yield {
            "spacewalk_id": walk_id,
            "fact": fact,
            "fact_position": fact_position,
            "position": position,
            "start_char": item.start,
            "end_char": item.end,
            "text": item.text,
        }


def from_rows(rows: Mapping[str, Iterable[Row]]) -> list[ArticleFacts]:
    """Give the records that some rows hold.

    Args:
        rows: By table name, each table's rows in the order of their positions.

    Returns:
        One record for each row of ``articles``, in that order.
    """
    evidence: dict[tuple[str, str, int], list[Evidence]] = defaultdict(list)
    for row in rows["evidence"]:
        key = (row["spacewalk_id"], row["fact"], row["fact_position"])
        evidence[key].append(
            Evidence(start=row["start_char"], end=row["end_char"], text=row["text"])
        )
    parts: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for name, kind in _LISTS.items():
        for row in rows[name]:
            walk_id, position = row["spacewalk_id"], row["position"]
            values = {k: v for k, v in row.items() if k not in ("spacewalk_id", "position")}
            fact = kind(**values, evidence=evidence[walk_id, name, position])
            parts[walk_id, name].append(fact)
    walks: dict[str, list[Spacewalk]] = defaultdict(list)
    for row in rows["spacewalks"]:
        lists = {name: parts[row["id"], name] for name in _LISTS}
        walks[row["article_id"]].append(_spacewalk(row, lists, evidence))
    warnings: dict[str, list[str]] = defaultdict(list)
    for row in rows["warnings"]:
        warnings[row["article_id"]].append(row["text"])
    return [
        ArticleFacts(
            article=_article(row), spacewalks=walks[row["id"]], warnings=warnings[row["id"]]
        )
        for row in rows["articles"]
    ]


def _article(row: Row) -> Article:
    written = row["published"]
    # A ten-character value is a date: as a date-time it would come back with a midnight.
    kind = datetime.date if written and len(written) == 10 else datetime.datetime
    return Article(
        **{name: row[name] for name in _ARTICLE_FIELDS},
        published=kind.fromisoformat(written) if written else None,
    )


def _spacewalk(
    row: Row,
    lists: dict[str, list[Any]],
    evidence: Mapping[tuple[str, str, int], list[Evidence]],
) -> Spacewalk:
    words = {name: evidence[row["id"], name, 0] for name in _SINGLE}
    date, airlock = row["date_edtf"], row["airlock"]
    return Spacewalk(
        id=row["id"],
        primary=row["is_primary"],
        status=row["status"],
        date=date and Date(value=date, basis=row["date_basis"], evidence=words["date"]),
        start_time=_time(row["start_time"], row["start_zone"], words["start_time"]),
        end_time=_time(row["end_time"], row["end_zone"], words["end_time"]),
        duration_planned=_duration(row, "duration_planned", words["duration_planned"]),
        duration_actual=_duration(row, "duration_actual", words["duration_actual"]),
        airlock=None if airlock is None else Airlock(name=airlock, evidence=words["airlock"]),
        designation=row["designation"],
        evidence=evidence[row["id"], _SPACEWALK, 0],
        **lists,
    )


def _time(value: str | None, zone: str | None, evidence: list[Evidence]) -> Time | None:
    return None if value is None else Time(value=value, zone=zone, evidence=evidence)


def _duration(row: Row, name: str, evidence: list[Evidence]) -> Duration | None:
    minutes = row[f"{name}_minutes"]
    if minutes is None:
        return None
    return Duration(
        minutes=minutes,
        iso=row[f"{name}_iso"],
        approximate=row[f"{name}_approximate"],
        evidence=evidence,
    )
