"""What is found out about an index is found once, and holds nothing after it."""

from __future__ import annotations

import gc
import weakref

from tests.core.timelines import selection
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index


def test_an_index_is_asked_once_and_can_go() -> None:
    asked = []

    @once_per_index
    def size(index: Index) -> int:
        asked.append(index.today)
        return len(index.events)

    index = selection("2025 A\n2026 B").index
    assert [size(index), size(index)] == [2, 2]
    assert len(asked) == 1
    gone = weakref.ref(index)
    index.let_go()
    del index
    gc.collect()
    assert gone() is None
