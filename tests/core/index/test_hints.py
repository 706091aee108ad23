"""Hints as queries: the events that jalon check has something to say about."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.checks.lints import remarks
from tui.core.index.index import Index
from tui.core.index.memory import MemoryEngine
from tui.core.index.selection import select
from tui.core.problems.problem import SILENCEABLE, Place
from tui.core.query.parser import parse_query
from tui.core.timeline.model import Actor, Citation, Event, Silence, Source, Timeline

REASON = (Silence("single-source", "only they were there", Place(1, 1, 1, 1)),)
FIRST, OTHER = Citation("first"), Citation("other")


def found(whole: Timeline, text: str, today: int = 737_000) -> list[str]:
    index = Index(whole, today)
    selection = select(index, parse_query(text, index.names))
    return [one.id for one in selection.rows(0, len(selection))]


def cited(name: str, *citations: Citation, **fields: object) -> Event:
    return event("2020-03-04", f"The {name} event", id=name)._replace(citations=citations, **fields)  # type: ignore[arg-type]  # any field


SOURCES = {
    "first": Source("first", {"en": "A"}, "Trends"),
    "other": Source("other", {"en": "B"}, "Trends", seen=None),
}
WHOLE = timeline([
    cited("alone", FIRST),
    cited("silenced", FIRST, silences=REASON),
    cited("both", FIRST, OTHER, actors=("ikanbi",), countries=("FR",)),
    cited("bare"),
])._replace(sources=SOURCES, actors={"ikanbi": Actor("ikanbi", {"en": "IKANBI"}, country="BE")})  # fmt: skip


def test_a_silence_is_heeded_by_the_hint_and_not_by_what_is_true() -> None:
    assert found(WHOLE, "hint:single-source") == ["alone"]
    assert found(WHOLE, "is:single-source") == ["alone", "silenced"]


def test_a_hint_about_a_source_or_an_actor_is_about_their_events() -> None:
    assert found(WHOLE, "hint:undated-source") == ["alone", "silenced", "both"]
    assert found(WHOLE, "hint:one-publisher") == ["both"]
    assert found(WHOLE, "hint:missing-country") == ["both"]
    assert found(WHOLE, "hint:no-source,one-publisher") == ["both", "bare"]
    assert found(WHOLE, "-hint:undated-source") == ["bare"]


def test_both_of_two_likely_twins_are_found() -> None:
    twins = timeline([
        event("2020-03-04", "The contract with the centre ends", id="one"),
        event("2020-03-04", "Contract with the centre ends", id="two"),
        event("2020-03-04", "Something else", id="three"),
    ])  # fmt: skip
    assert found(twins, "hint:near-duplicate") == ["one", "two"]


def test_each_of_many_is_found_where_one_speaks_for_all() -> None:
    many = timeline([cited(f"e{n}", FIRST) for n in range(30)])._replace(sources=SOURCES)
    assert len([one for one in remarks(many, None) if one.code == "single-source"]) == 1
    assert len(found(many, "hint:single-source")) == 30


@pytest.mark.parametrize("code", SILENCEABLE)
def test_every_hint_is_a_query(code: str) -> None:
    assert found(timeline([]), f"hint:{code}") == []
    assert set(found(WHOLE, f"hint:{code}")) <= {"alone", "silenced", "both", "bare"}


def test_an_engine_that_is_warm_runs_no_lint_when_a_hint_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = MemoryEngine(Index(WHOLE, 737_000))
    engine.warm_hints(lambda: True)
    monkeypatch.setattr("tui.core.checks.lints.events_with", None)
    assert all(engine.select(parse_query(f"hint:{code}", engine.names)).count() >= 0 for code in SILENCEABLE)
