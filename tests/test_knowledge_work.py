"""The vocabulary of work against itself."""

import pytest

from evafacts.knowledge.work import inflect, plural, work


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("install", {"install", "installs", "installing", "installed"}),
        ("free", {"free", "frees", "freeing", "freed"}),
        ("pry", {"pry", "pries", "prying", "pried"}),
        ("swap", {"swap", "swaps", "swapping", "swapped"}),
        ("open", {"open", "opens", "opening", "opened"}),
        ("take", {"take", "takes", "taking", "took", "taken"}),
        ("fix", {"fix", "fixes", "fixing", "fixed"}),
        ("relay", {"relay", "relays", "relaying", "relayed"}),
    ],
)
def test_knowledge_work_inflects(lemma: str, forms: set[str]) -> None:
    assert set(inflect(lemma)) == forms


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("battery", "batteries"), ("switch", "switches"), ("box", "boxes"), ("array", "arrays")],
)
def test_knowledge_work_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("re-fastened", "re-fasten"), ("unclamped", "unclamp"), ("installed", "install")],
)
def test_knowledge_work_reads_prefixed_verbs(word: str, lemma: str) -> None:
    found = work().verb(word)
    assert found is not None
    assert found.lemma == lemma


@pytest.mark.parametrize("word", ["relayed", "reported", "decided", "president", "under", ""])
def test_knowledge_work_no_verb_of_work(word: str) -> None:
    assert work().verb(word) is None


@pytest.mark.parametrize("word", ["cameras", "charge-controller", "panel's", "batteries", "oru"])
def test_knowledge_work_things(word: str) -> None:
    assert work().is_thing(word)


@pytest.mark.parametrize("word", ["monday", "astronaut", "well-known", "president's"])
def test_knowledge_work_no_things(word: str) -> None:
    assert not work().is_thing(word)


def test_knowledge_work_nouns_have_verbs() -> None:
    known = work()
    assert all(known.verbs[lemma].lemma == lemma for lemma in known.nouns.values())


def test_knowledge_work_every_form_goes_back_to_its_lemma() -> None:
    known = work()
    for form, verb in known.verbs.items():
        assert form in inflect(verb.lemma), form


def test_knowledge_work_idle_and_prepositional_verbs_are_known() -> None:
    known = work()
    for lemma in (*known.idle, *known.prepositional):
        assert lemma in known.verbs, lemma


def test_knowledge_work_strong_verbs_are_not_barred() -> None:
    known = work()
    strong = {form for form, verb in known.verbs.items() if verb.strength == "strong"}
    assert sorted(strong & known.not_work) == []
