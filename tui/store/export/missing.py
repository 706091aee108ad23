"""The libraries of the extra `office`, which need not be there."""

from __future__ import annotations

from tui.core.text.messages import worded

EXTRA = 'pip install "jalon[office]"'  # no words: a command


class LibraryMissing(Exception):
    """A format needs a library that is not installed."""

    def __init__(self, form: str, library: str) -> None:
        super().__init__(worded("{format} needs {library}", format=form, library=library))
