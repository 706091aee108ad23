"""The one place where an engine begins: who shows a timeline asks for one here, and knows it by its protocol alone."""

from __future__ import annotations

from tui.core.index.index import Index
from tui.core.index.memory import MemoryEngine
from tui.core.index.protocol import Engine
from tui.core.index.selection import prepare
from tui.core.timeline.model import Timeline


def engine_of(timeline: Timeline, today: int, *, is_prepared: bool = False) -> Engine:
    """The engine of a timeline in memory; prepared, what a first screen shows is made at once, not when it is asked."""
    index = Index(timeline, today)
    if is_prepared:
        prepare(index)
    return MemoryEngine(index)
