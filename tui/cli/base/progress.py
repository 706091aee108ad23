"""A line on standard error that says how far a long command is, at a terminal alone."""

from __future__ import annotations

import sys
from types import TracebackType

from tui.cli.base import streams
from tui.core.text.clean import clean_line

_CELLS = 20
_CLEAR = "\r\x1b[K"


class Progress:
    """The line, which is drawn over and over, and gone at the end."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._is_shown = total > 1 and sys.stderr.isatty()
        self._is_there = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, done: int, name: str) -> None:
        """Say how many of all are done, and which is next."""
        if not self._is_shown:
            return
        from tui.printing.lines import cells
        from tui.store.system.environment import encoding_can_draw

        full, empty = "━┄" if encoding_can_draw(sys.stderr) else "=-"
        filled = _CELLS * done // self._total
        said = f"{full * filled}{empty * (_CELLS - filled)} {done}/{self._total} {clean_line(name)}"
        while cells(said) >= streams.width():
            said = said[:-1]
        sys.stderr.write(f"{_CLEAR}{said}")
        sys.stderr.flush()
        self._is_there = True

    def clear(self) -> None:
        """Take the line away, before something else is said."""
        if self._is_there:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._is_there = False
