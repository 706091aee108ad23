"""The memory engine answers as every engine has to, and its windows do not walk over all events."""

from __future__ import annotations

import pytest

from tests.core.index.conformance import TODAY, Conformance, MakeEngine, asked, cases
from tests.core.index.random_timelines import Chance
from tui.core.index.index import Index
from tui.core.index.memory import MemoryAnswers, MemoryEngine
from tui.core.index.protocol import BACKWARD, Engine, Key
from tui.core.index.selection import select
from tui.core.query.tree import Query, Term
from tui.core.timeline.model import Timeline

__all__ = ["asked", "cases"]


def engine(timeline: Timeline, today: int) -> Engine:
    return MemoryEngine(Index(timeline, today))


@pytest.fixture(scope="module")
def make_engine() -> MakeEngine:
    """The engine that holds everything in memory."""
    return engine


class TestMemory(Conformance):
    """The laws, in memory."""


def test_a_window_and_a_rank_look_at_few_events(monkeypatch: pytest.MonkeyPatch) -> None:
    size, most = 4096, 30
    found = engine(Chance(1).timeline(size), TODAY).select(Query((Term("country", ("BE",)),)))
    middle = found.at(0.5)
    assert middle is not None
    seen: list[int] = []
    key_of = MemoryAnswers._key

    def counted(self: MemoryAnswers, row: int) -> Key:
        seen.append(row)
        return key_of(self, row)

    monkeypatch.setattr(MemoryAnswers, "_key", counted)
    found.rank(middle.key)
    found.window(middle.key, 5)
    found.window(middle.key, 5, BACKWARD)
    assert 0 < len(seen) < 3 * most


def test_rows_between_two_are_counted_and_found_as_they_are_asked_for() -> None:
    found = select(Index(Chance(1).timeline(400), TODAY), Query((Term("country", ("BE",)),)))
    for first, past in ((0, 400), (17, 210), (30, 30), (399, 400), (0, 0)):
        listed = [row for row in found.places if first <= row < past]
        assert found.between(first, past) == len(listed)
        assert list(found.rows_between(first, past)) == listed
    assert next(found.rows_between(0, 400)) == found.places[0]
