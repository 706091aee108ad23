"""What a question of many events makes ready first, and how that is given up."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.dates.calendar import day_number
from tui.core.index import memory
from tui.core.index.index import Index
from tui.core.index.memory import MemoryEngine
from tui.core.patience import while_wanted
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import Query

STORY = timeline([event(f"2025-01-{day:02}", f"e{day}") for day in range(1, 9)])
TODAY = day_number(2026, 11, 30)


def asked(text: str) -> Query:
    return parse_query(text, Names(STORY))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> MemoryEngine:
    monkeypatch.setattr(memory, "AT_ONCE", 5)
    return MemoryEngine(Index(STORY, TODAY))


@pytest.mark.parametrize(
    "text", ["hint:no-source", "-hint:no-source", "e1 (hint:no-source OR e2)", "as-of:2025-06-01 hint:no-source"]
)
def test_of_many_events_a_hint_is_made_ready_before_it_is_asked(text: str, engine: MemoryEngine) -> None:
    query = asked(text)
    assert not engine.is_ready(query)
    engine.make_ready(query)
    assert engine.is_ready(query)
    assert not engine.is_ready(asked("hint:no-source,near-duplicate"))


def test_what_is_no_hint_is_ready_and_so_is_a_hint_of_few_events(engine: MemoryEngine) -> None:
    assert engine.is_ready(asked("e1 is:disputed in:2025"))
    assert MemoryEngine(Index(timeline(STORY.events[:5]), TODAY)).is_ready(asked("hint:no-source"))


def test_warming_that_is_given_up_leaves_nothing_half_made(engine: MemoryEngine) -> None:
    with while_wanted(lambda: False):
        engine.warm("en")
        pytest.fail("it went on")
    assert "said" not in engine.index.__dict__
    assert engine.select(asked("e1")).count() == 1
    engine.warm("en")
    assert "said" in engine.index.__dict__
