"""What a picker offers, in which order, and what typing leaves of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import answers, event
from tui.core.entry import picker_choices
from tui.core.entry.picker_choices import (
    MOST_CALLED,
    Choice,
    choice,
    narrowed,
    title_of_values,
    values_called,
    values_to_pick,
)
from tui.core.query.tree import Term
from tui.core.timeline.model import STATUSES, Actor, Event, Source

ACTORS = {
    "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, "company", "BE", ("IKANBI",)),
    "totalenergies": Actor("totalenergies", {"en": "TotalEnergies"}, "company", "FR"),
    "french-state": Actor("french-state", {"en": "French State", "fr": "État français"}, "government", "FR"),
    "setca": Actor("setca", {"en": "SETCa Liège"}, "union", "BE"),
    "silent": Actor("silent", {"en": "Nobody's actor"}),
}
SOURCES = {
    "rtl": Source("rtl", {"fr": "Centre d’appels transféré"}, "RTL info"),
    "sudinfo": Source("sudinfo", {"fr": "150 emplois menacés"}, "Sudinfo"),
}
EVENTS = [
    event("2025-01-01", "A", actors=("ikanbi", "totalenergies"), countries=("BE", "MA"), kind="announcement"),
    event("2025-02-01", "B", actors=("ikanbi",), countries=("BE",), kind="reaction"),
    event("2025-03-01", "C", actors=("french-state",), countries=("FR",), kind="law"),
    event("2025-04-01", "D", actors=("setca", "Patrick Masson"), countries=("BE",), status="planned"),
]


def offered(field: str, at: Event | None = None, *terms: Term, language: str = "en") -> list[Choice]:
    return values_to_pick(answers(EVENTS, *terms, actors=ACTORS, sources=SOURCES), field, at, language)


def values(choices: list[Choice]) -> list[str]:
    return [one.value for one in choices]


def test_what_gives_most_comes_first_then_names_then_what_gives_nothing() -> None:
    assert [(one.value, one.gives) for one in offered("actor")] == [
        ("ikanbi", 2), ("Patrick Masson", 1), ("french-state", 1), ("setca", 1), ("totalenergies", 1), ("silent", 0),
    ]  # fmt: skip


def test_the_event_s_own_values_come_before_all() -> None:
    assert values(offered("actor", EVENTS[3]))[:3] == ["Patrick Masson", "setca", "ikanbi"]
    assert values(offered("country", EVENTS[2])) == ["FR", "BE", "MA"]


def test_counts_are_those_of_the_rest_of_the_query() -> None:
    morocco, ikanbi = Term("country", ("MA",)), Term("actor", ("setca",))
    assert {one.value: one.gives for one in offered("actor", None, morocco, ikanbi)} == {
        "ikanbi": 1, "totalenergies": 1, "setca": 0, "french-state": 0, "silent": 0, "Patrick Masson": 0,
    }  # fmt: skip


def test_every_status_and_every_source_is_offered() -> None:
    assert set(values(offered("status"))) == set(STATUSES)
    assert values(offered("source")) == ["rtl", "sudinfo"]


def test_a_choice_says_what_it_is() -> None:
    found = {one.value: (one.label, one.note) for one in (*offered("actor"), *offered("country"), *offered("source"))}
    assert found["ikanbi"] == ("iKanbi Belgium", "company BE")
    assert found["setca"] == ("SETCa Liège", "union BE")
    assert found["Patrick Masson"] == ("Patrick Masson", "")
    assert found["MA"] == ("Morocco", "MA")
    assert found["rtl"] == ("Centre d’appels transféré", "RTL info")
    assert {one.value: one.label for one in offered("country", language="fr")}["MA"] == "Maroc"


@pytest.mark.parametrize(
    ("field", "typed", "found"),
    [
        ("actor", "total energies", ["totalenergies"]),
        ("actor", "TOTAL", ["totalenergies"]),
        ("actor", "total-en", ["totalenergies"]),
        ("actor", "setca liege", ["setca"]),
        ("actor", "Liège", ["setca"]),
        ("actor", "etat francais", ["french-state"]),
        ("actor", "french state", ["french-state"]),
        ("actor", "frenchstate", ["french-state"]),
        ("actor", "ikanbi", ["ikanbi"]),
        ("actor", "nobodys", ["silent"]),
        ("actor", "masson", ["Patrick Masson"]),
        ("actor", "ptmsn", ["Patrick Masson"]),
        ("actor", "zzz", []),
        ("country", "maroc", ["MA"]),
        ("country", "morocco", ["MA"]),
        ("country", "ma", ["MA"]),
        ("country", "belgique", ["BE"]),
        ("source", "150", ["sudinfo"]),
        ("source", "rtlinfo", ["rtl"]),
        ("source", "TRANSFERE", ["rtl"]),
        ("kind", "ann", ["announcement"]),
        ("status", "inforce", ["in-force"]),
    ],
)
def test_typing_is_blind_to_case_accents_spaces_and_hyphens_in_both_languages(
    field: str, typed: str, found: list[str]
) -> None:
    assert values(narrowed(offered(field), typed)) == found


@pytest.mark.parametrize("typed", ["", " ", "-", "’"])
def test_what_says_nothing_narrows_nothing(typed: str) -> None:
    assert narrowed(offered("actor"), typed) == offered("actor")


def test_what_begins_so_comes_before_what_holds_it() -> None:
    choices = [choice("1", "Union of banks", ()), choice("2", "Bank of France", ()), choice("3", "Snowbank", ())]
    assert values(narrowed(choices, "bank")) == ["2", "1", "3"]


def test_names_in_other_scripts_are_found_as_they_are_transliterated() -> None:
    choices = [choice("1", "Łódź", ()), choice("2", "Øresund", ()), choice("3", "Ægir", ())]
    assert [values(narrowed(choices, typed)) for typed in ("lodz", "oresund", "aegir")] == [["1"], ["2"], ["3"]]


def test_a_hostile_name_is_offered_harmless() -> None:
    (one,) = values_to_pick(answers([event("2025", "A", actors=("\x1b[2J\u202ex",))]), "actor", None, "en")
    assert one.label == "␛[2J<U+202E>x"


@given(st.text(max_size=12))
def test_narrowing_only_leaves_out(typed: str) -> None:
    choices = offered("actor")
    left = narrowed(choices, typed)
    assert set(left) <= set(choices)
    assert len(set(left)) == len(left)


@given(st.sampled_from([one.label for one in offered("actor")]), st.integers(1, 20))
def test_typing_more_of_a_name_never_loses_it(label: str, letters: int) -> None:
    assert label in [one.label for one in narrowed(offered("actor"), label[:letters])]


def test_of_many_values_called_so_the_first_are_offered_that_begin_so_the_events_own_among_them() -> None:
    many = [event("2025", f"e{n}", tags=(), actors=(f"a-{n:03}", f"b a-{n:03}")) for n in range(MOST_CALLED)]
    own = event("2025", "own", actors=("a-zzz", "nobody"))
    found = values_called(answers([*many, own]), "actor", "a-", own, "en")
    assert len(found) == MOST_CALLED
    assert found[0].value == "a-zzz"
    assert [one.value for one in found[1:]] == [f"a-{n:03}" for n in range(MOST_CALLED - 1)]


def test_of_more_values_than_a_picker_offers_their_number_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    tagged = [event("2025-01-01", f"T{number}", tags=(f"tag {number}",)) for number in range(1205)]
    shown = answers(tagged)
    assert title_of_values(shown, "tag", len(values_to_pick(shown, "tag", None, "en"))) == "tag"
    monkeypatch.setattr(picker_choices, "MOST", 1100)
    shown = answers(tagged)
    few = values_to_pick(shown, "tag", None, "en")
    assert len(few) == 1100
    assert title_of_values(shown, "tag", len(few)) == "tag: the 1,100 commonest of 1,205"
