"""The tables of the database: plain SQLAlchemy, nothing that only one database knows.

A change here that an older database does not have is a new `LAYOUT`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)

from evafacts.records import SCHEMA

LAYOUT = "1"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _part_of(table: str) -> Column[str]:
    """Give a key column that refers to ``table``; its rows go when that row goes."""
    name = f"{table.removesuffix('s')}_id"
    return Column(name, Text, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


made_by = Table(
    "evafacts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="Which schema of records and which layout of tables this database has",
)
MADE_BY = {"schema": SCHEMA, "layout": LAYOUT}

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Text, comment="ISO 8601, a date or a date-time, as the article has it"),
    Column("published_on", Date, index=True),
    Column("text", Text),
    Column("text_sha256", Text, nullable=False),
)

warnings = Table(
    "warnings",
    metadata,
    _part_of("articles"),
    _position(),
    Column("text", Text, nullable=False),
)

spacewalks = Table(
    "spacewalks",
    metadata,
    Column("id", Text, primary_key=True),
    Column(
        "article_id",
        Text,
        ForeignKey("articles.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("position", Integer, nullable=False, comment="order of first mention, from 0"),
    Column("is_primary", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Date, index=True, comment="where the day is known"),
    Column("date_edtf", Text, comment="as much as is known, EDTF"),
    Column("date_basis", Text),
    Column("start_time", Text),
    Column("start_zone", Text),
    Column("end_time", Text),
    Column("end_zone", Text),
    Column("duration_planned_minutes", Integer),
    Column("duration_planned_iso", Text),
    Column("duration_planned_approximate", Boolean),
    Column("duration_actual_minutes", Integer),
    Column("duration_actual_iso", Text),
    Column("duration_actual_approximate", Boolean),
    Column("airlock", Text, index=True),
    Column("designation", Text),
)

crew = Table(
    "crew",
    metadata,
    _part_of("spacewalks"),
    _position(),
    Column("name", Text, nullable=False, index=True),
    Column("person", Text, index=True, comment="key in the roster"),
    Column("agency", Text),
    Column("designation", Text),
    Column("suit", Text),
    Column("career_spacewalk", Integer),
)

tasks = Table(
    "tasks",
    metadata,
    _part_of("spacewalks"),
    _position(),
    Column("text", Text, nullable=False),
    Column("action", Text, nullable=False, index=True),
    Column("object", Text),
    Column("location", Text),
    Column("outcome", Text),
)

ordinals = Table(
    "ordinals",
    metadata,
    _part_of("spacewalks"),
    _position(),
    Column("count", Integer, nullable=False),
    Column("scope", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _part_of("spacewalks"),
    Column("fact", Text, primary_key=True, comment="the field of the record: date, crew, tasks …"),
    Column(
        "fact_position",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="which of them, where the field is a list: position in crew, tasks or ordinals",
    ),
    _position(),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

# Parents first, as foreign keys want them.
CONTENT = (articles, warnings, spacewalks, crew, tasks, ordinals, evidence)
