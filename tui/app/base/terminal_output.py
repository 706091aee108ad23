"""The file that a terminal is written to: one that is gone ends no thread, and leaves no traceback on the screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TextIO


class SteadyOutput:
    """A file for Textual's thread that writes: were that to end, the app would wait for it for ever.

    What the system refuses is dropped: the terminal is gone, and the app looks for it now and then. Any other fault is
    one of the app.
    """

    def __init__(self, file: TextIO, tell: Callable[[Exception], None]) -> None:
        """`tell` is given what is no fault of the terminal, in the thread that writes."""
        self._file = file
        self._tell = tell

    def write(self, text: str) -> int:
        """Write a text; the number of its characters, be they written or not."""
        try:
            with suppress(OSError):
                self._file.write(text)
        except Exception as fault:
            self._tell(fault)
        return len(text)

    def flush(self) -> None:
        """Have all that was written reach the terminal."""
        with suppress(OSError, ValueError):  # it may be closed
            self._file.flush()

    def fileno(self) -> int:
        """The number that the system has for the file."""
        return self._file.fileno()
