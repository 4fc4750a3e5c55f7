"""The roster and its loader."""

from pathlib import Path

import pytest

from evafacts.knowledge import KnowledgeError, agencies, aliases, by_key, fold, people, surnames
from evafacts.knowledge.people import COLUMNS, read_people

HISTORY = Path(__file__).parent / "data" / "spacewalk_crews.csv"
HEADER = ",".join(COLUMNS)


def crews() -> list[tuple[int, list[tuple[str, str]]]]:
    """Read the crews of history: a year, and ``Name as printed=key`` for each walker."""
    rows = []
    for line in HISTORY.read_text(encoding="utf-8").splitlines():
        year, *members = line.split(",")
        pairs = [member.split("=") for member in members]
        rows.append((int(year), [(name, key) for name, key in pairs]))
    return rows


CREWS = crews()


def row(**cells: str) -> str:
    """Make a roster of one person."""
    person = {
        "key": "doe-jane",
        "name": "Jane Doe",
        "given": "Jane",
        "family": "Doe",
        "spacewalker": "no",
    } | cells
    return f"{HEADER}\n" + ",".join(person.get(column, "") for column in COLUMNS)


def test_people_keys_are_unique_slugs_in_order() -> None:
    keys = [person.key for person in people()]
    assert len(set(keys)) == len(keys)
    assert all(fold(key) == key and " " not in key for key in keys)
    assert keys == sorted(keys)


def test_people_hold_all_spacewalkers_and_other_fliers() -> None:
    walkers = [person for person in people() if person.spacewalker]
    assert len(walkers) >= 280
    assert len(people()) - len(walkers) >= 350


def test_people_every_alias_resolves_to_its_holder() -> None:
    for person in people():
        assert person.name == person.aliases[0]
        for form in person.aliases:
            assert person in aliases()[fold(form)]
        for form in person.surnames:
            assert person in surnames()[fold(form)]


def test_people_cells_are_clean() -> None:
    for person in people():
        for form in (*person.aliases, *person.surnames, *person.givens):
            assert form == " ".join(form.split())
            assert form[0].isalpha()


def test_people_agencies_are_known() -> None:
    known = {agency.name for agency in agencies()} | {None}
    assert {person.agency for person in people()} <= known


def test_people_years_are_in_order() -> None:
    for person in people():
        assert person.first is not None
        assert 1961 <= person.first <= (person.last or 2100)


def test_people_shared_full_names_differ_in_years_or_agency() -> None:
    shared = [holders for holders in aliases().values() if len(holders) > 1]
    assert shared
    for holders in shared:
        marks = {(person.agency, person.first, person.last) for person in holders}
        assert len(marks) == len(holders)


def test_people_history_is_long_enough() -> None:
    assert len(CREWS) >= 80
    assert {year // 10 for year, _ in CREWS} >= {196, 197, 198, 199, 200, 201, 202}


@pytest.mark.parametrize(("year", "members"), CREWS, ids=[f"{y}-{m[0][1]}" for y, m in CREWS])
def test_people_of_historic_crews_resolve_by_name_and_year(
    year: int, members: list[tuple[str, str]]
) -> None:
    for name, key in members:
        holders = [p for p in aliases().get(fold(name), ()) if p.active_in(year)]
        assert [p.key for p in holders] == [key]
        assert holders[0].spacewalker


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Mike Hopkins", "hopkins-michael"),
        ("Suni Williams", "williams-sunita"),
        ("Butch Wilmore", "wilmore-barry"),
        ("Sergei Prokopiev", "prokopyev-sergey"),
        ("Feodor Yurchikhin", "yurchikhin-fyodor"),
        ("Oleg Artemiev", "artemyev-oleg"),
        ("Zhigang Zhai", "zhai-zhigang"),
        ("Wakata Koichi", "wakata-koichi"),
        ("Victor Glover Jr.", "glover-victor"),
        ("Tracy Caldwell", "caldwell-dyson-tracy"),
        ("Tracy Dyson", "caldwell-dyson-tracy"),
        ("Loral O’Hara", "ohara-loral"),
        ("Michael Lopez-Alegria", "lopez-alegria-michael"),
        ("F. Story Musgrave", "musgrave-story"),
        ("Sultan Al Neyadi", "alneyadi-sultan"),
        ("Heide Stefanyshyn‑Piper", "stefanyshyn-piper-heidemarie"),
        ("Jean-Pierre Haignere", "haignere-jean-pierre"),
        ("ANATOLI SOLOVYOV", "solovyev-anatoly"),
        ("Mark Van de Hei", "vande-hei-mark"),
        ("Sultan al-Neyadi", "alneyadi-sultan"),
        ("Sunny Williams", "williams-sunita"),
        ("Sasha Skvortsov", "skvortsov-alexander"),
        ("Dmitrii Petelin", "petelin-dmitry"),
    ],
)
def test_people_forms_of_print_name_one_person(form: str, key: str) -> None:
    assert [person.key for person in aliases()[fold(form)]] == [key]


@pytest.mark.parametrize(
    ("surname", "year", "agency", "keys"),
    [
        ("Volkov", 1988, "Roscosmos", ["volkov-alexander"]),
        ("Volkov", 2011, "Roscosmos", ["volkov-sergei"]),
        ("Romanenko", 1977, "USSR", ["romanenko-yuri"]),
        ("Romanenko", 2013, "Roscosmos", ["romanenko-roman"]),
        ("Soloviev", 1984, "USSR", ["solovyov-vladimir"]),
        ("Solovyov", 1997, "Roscosmos", ["solovyev-anatoly"]),
        ("Scott", 1971, "NASA", ["scott-david"]),
        ("Scott", 1997, "NASA", ["scott-winston"]),
        ("Williams", 2007, "CSA", ["williams-dave"]),
    ],
)
def test_people_of_one_surname_are_told_apart_by_year_and_agency(
    surname: str, year: int, agency: str, keys: list[str]
) -> None:
    holders = surnames()[fold(surname)]
    assert [p.key for p in holders if p.active_in(year) and p.agency == agency] == keys


def test_people_by_key_finds_everyone() -> None:
    assert tuple(by_key().values()) == people()


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"given": ""}, "given"),
        ({"order": "last"}, "order"),
        ({"spacewalker": "maybe"}, "spacewalker"),
        ({"first": "soon"}, "first"),
        ({"first": "2001", "last": "1999"}, "last"),
    ],
)
def test_people_faults_name_file_line_and_field(cells: dict[str, str], field: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_people(row(**cells))
    assert (caught.value.file, caught.value.where) == ("people.csv", "line 2")
    assert caught.value.field == field
    assert "people.csv, line 2" in str(caught.value)


def test_people_same_key_twice_is_a_fault() -> None:
    text = row()
    with pytest.raises(KnowledgeError, match=r"line 3, field 'key'"):
        read_people(f"{text}\n{text.splitlines()[1]}")


def test_people_short_line_and_wrong_header_are_faults() -> None:
    with pytest.raises(KnowledgeError, match="line 2: 2 cells"):
        read_people(f"{HEADER}\na,b")
    with pytest.raises(KnowledgeError, match="line 1"):
        read_people("key,name")
