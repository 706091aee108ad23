"""The selection behind answers, and the index behind an engine, for faces that do not yet know the protocol alone.

It goes away with the last of them.
"""

from __future__ import annotations

from typing import cast

from tui.core.index.index import Index
from tui.core.index.memory import MemoryAnswers, MemoryEngine
from tui.core.index.protocol import Answers, Engine
from tui.core.index.selection import Selection


def selection_of(answers: Answers) -> Selection:
    """The rows behind the answers of the memory engine."""
    return cast("MemoryAnswers", answers).selection


def index_of(engine: Engine) -> Index:
    """The columns behind the memory engine."""
    return cast("MemoryEngine", engine).index
