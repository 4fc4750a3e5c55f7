"""Airlocks, places, vehicles, agencies and titles check out against themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from evafacts.knowledge import (
    KnowledgeError,
    agencies,
    airlocks,
    fold,
    places,
    series,
    sites,
    tables,
    titles,
    vehicles,
    years_of_flight,
)
from evafacts.knowledge.sites import KINDS


def shared(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the folded forms that stand for more than one name."""
    owners: dict[str, set[str]] = defaultdict(set)
    for form, name in pairs:
        owners[fold(form)].add(name)
    return {form: names for form, names in owners.items() if len(names) > 1}


def test_airlocks_have_the_canonical_names() -> None:
    assert {airlock.name for airlock in airlocks()} >= {
        *("Quest", "Poisk", "Pirs", "Rassvet", "Nauka", "Zvezda", "Kvant-2", "Mir core module"),
        *("Shuttle", "Skylab", "Salyut", "Tianhe", "Wentian", "Shenzhou", "Apollo", "Gemini"),
        *("Voskhod", "Dragon"),
    }


def test_airlocks_no_phrase_names_two() -> None:
    assert not shared((form, a.name) for a in airlocks() for form in a.phrases)
    assert not shared((form, a.name) for a in airlocks() for form in a.names)


def test_airlocks_bare_names_are_no_phrases_of_another() -> None:
    phrases = {fold(form): a.name for a in airlocks() for form in a.phrases}
    for airlock in airlocks():
        for name in airlock.names:
            assert phrases.get(fold(name), airlock.name) == airlock.name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Quest airlock", "Quest"),
        ("joint airlock", "Quest"),
        ("Pirs docking compartment", "Pirs"),
        ("DC-1 airlock", "Pirs"),
        ("Poisk module's airlock", "Poisk"),
        ("hatch of the Poisk module", "Poisk"),
        ("MIM2 hatch", "Poisk"),
        ("Wentian lab module's airlock", "Wentian"),
        ("airlock cabin of the Wentian lab module", "Wentian"),
        ("Tianhe core module's node cabin", "Tianhe"),
        ("Kvant-2 airlock", "Kvant-2"),
        ("shuttle's airlock", "Shuttle"),
        ("Atlantis' airlock", "Shuttle"),
        ("Discovery's hatch", "Shuttle"),
        ("hatch of the Gemini 4 capsule", "Gemini"),
        ("Crew Dragon's hatch", "Dragon"),
        ("Zvezda transfer compartment", "Zvezda"),
        ("Salyut 7's hatch", "Salyut"),
    ],
)
def test_airlocks_phrases_of_reporters_name_the_exit(phrase: str, name: str) -> None:
    assert [a.name for a in airlocks() if fold(phrase) in map(fold, a.phrases)] == [name]


@pytest.mark.parametrize("phrase", ["airlock", "the airlock", "hatch", "station's airlock"])
def test_airlocks_unnamed_ones_are_no_phrase(phrase: str) -> None:
    assert not [a.name for a in airlocks() if fold(phrase) in map(fold, (*a.phrases, *a.names))]


def test_places_no_alias_names_two() -> None:
    assert not shared((form, place.name) for place in places() for form in place.aliases)


def test_places_names_are_unique_and_of_known_kind() -> None:
    names = [place.name for place in places()]
    assert len(set(names)) == len(names)
    assert {place.kind for place in places()} == KINDS


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("P4", "P4 truss"),
        ("P4 truss", "P4 truss"),
        ("Port-4 (P4) truss structure", "P4 truss"),
        ("starboard-four truss", "S4 truss"),
        ("Z1 truss", "Z1 truss"),
        ("P3 and P4 truss segments", "P3/P4 truss"),
        ("far port truss", "P6 truss"),
        ("station's backbone", "truss"),
        ("European Robotic Arm", "European Robotic Arm"),
        ("JEM Exposed Facility", "Kibo Exposed Facility"),
        ("Pressurized Mating Adapter-2", "PMA-2"),
        ("mini-research module 2", "Poisk"),
        ("Hubble", "Hubble Space Telescope"),
        ("Sofora girder", "Sofora"),
        ("orbital workshop", "Skylab workshop"),
        ("lab module Mengtian", "Mengtian"),
    ],
)
def test_places_forms_of_print_have_a_canonical_name(form: str, name: str) -> None:
    assert [p.name for p in places() if fold(form) in map(fold, p.aliases)] == [name]


def test_vehicles_names_are_unique_and_years_in_order() -> None:
    assert len({vehicle.name for vehicle in vehicles()}) == len(vehicles())
    assert not shared((form, v.name) for v in vehicles() for form in v.aliases)
    spans = [(v.first, v.last) for v in vehicles()]
    spans += [(a.first, a.last) for a in airlocks()]
    spans += [(a.first, a.last) for a in agencies()]
    assert all((first or 0) <= (last or 9999) for first, last in spans)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Expedition 64 crew", (2020, 2021)),
        ("Expedition 1", (2000, 2001)),
        ("STS-120", (2007, 2007)),
        ("sts 61", (1993, 1993)),
        ("Gemini 4", (1965, 1965)),
        ("Shenzhou-15", (2022, 2023)),
        ("Expedition 999", None),
        ("Expeditions", None),
        ("mission", None),
    ],
)
def test_context_years_of_flight(text: str, years: tuple[int, int] | None) -> None:
    assert years_of_flight(text) == years


def test_series_years_do_not_run_backwards() -> None:
    for numbered in series():
        assert numbered.years
        assert all(first <= last <= first + 2 for first, last in numbered.years.values())


def test_series_expeditions_are_complete() -> None:
    expeditions = next(s for s in series() if s.name == "Expedition")
    assert set(expeditions.years) == set(range(1, max(expeditions.years) + 1))


def test_agencies_words_settle_one_agency() -> None:
    for words in ("aliases", "people"):
        assert not shared((form, a.name) for a in agencies() for form in getattr(a, words))


def test_titles_words_are_unique_and_agencies_known() -> None:
    assert not shared((title.text, title.kind) for title in titles() if title.kind != "rank")
    known = {agency.name for agency in agencies()} | {None}
    assert {title.agency for title in titles()} <= known


@pytest.mark.parametrize(
    ("text", "kind", "agency"),
    [
        ("astronaut", "profession", None),
        ("cosmonaut", "profession", "Roscosmos"),
        ("taikonaut", "profession", "CNSA"),
        ("flight engineer", "role", None),
        ("Expedition {n} flight engineer", "role", None),
        ("Col.", "rank", None),
        ("Dr.", "honorific", None),
        ("flight director", "ground", None),
        ("robotic arm operator", "inside", None),
    ],
)
def test_titles_have_kind_and_agency(text: str, kind: str, agency: str | None) -> None:
    assert [(t.kind, t.agency) for t in titles() if t.text == text] == [(kind, agency)]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"name": "X", "kind": "module"}, "aliases"),
        ({"name": "X", "kind": "shed", "aliases": ["x"]}, "kind"),
        ({"name": "X", "kind": "module", "aliases": "x"}, "aliases"),
        ({"name": "X", "kind": "module", "alias": ["x"]}, "alias"),
        ({"kind": "module", "aliases": ["x"]}, "name"),
    ],
)
def test_places_faults_name_file_table_and_field(
    entry: Mapping[str, Any], field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    truss = tables.toml_tables("places.toml")["truss"]
    monkeypatch.setattr(sites, "toml_tables", lambda file: {"truss": truss, "place": [entry]})
    with pytest.raises(KnowledgeError, match=r"places\.toml, place 1") as caught:
        sites.places.__wrapped__()
    assert caught.value.field == field


@pytest.mark.parametrize("text", ["O’Hara", "Sławosz", "İstanbul", "ﬁne ß 7‑Ω", "Krikalëv\u00a0x"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("López‑Alegría", "lopez-alegria"), ("O’HARA", "o'hara"), ("a\u00a0b", "a b"), ("Ø", "o")],
)
def test_folding_drops_case_accents_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded
