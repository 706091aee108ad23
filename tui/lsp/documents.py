"""The files that are open in an editor, each read anew when its text has been at rest, in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote, urlsplit

from tui.lsp.known import Known
from tui.lsp.open_text import OpenText

REST = 0.1
"""Seconds without a key after which a text is read."""


class Document:
    """A file that is open: its text now, and what is known of the last text that was read."""

    def __init__(self, uri: str, text: OpenText, version: int | None) -> None:
        """`version` is the editor's number of the text."""
        self.uri, self.text, self.version = uri, text, version
        self.known: Known | None = None
        """The last answer; of an older text while one types."""
        self.sound: Known | None = None
        """The last answer about a text of which nothing had to be left out."""
        self.changes = 0
        """The number of changes so far."""
        self.read_at = -1
        """The number of changes at which it was read."""
        self.running: asyncio.Task[Known] | None = None
        self.waiting: asyncio.TimerHandle | None = None

    @property
    def path(self) -> str:
        """The path of the file; `-` for what is in no file yet."""
        return path_of(self.uri)

    @property
    def is_fresh(self) -> bool:
        """True when what is known is known of the text as it is now."""
        return self.known is not None and self.read_at == self.changes

    @property
    def names(self) -> Known | None:
        """The state of the file whose names are offered: the last sound text, else the last one."""
        return self.sound or self.known


class Documents:
    """The open files of an editor, by their addresses."""

    def __init__(self, tell: Callable[[Document], None], today: Callable[[], int]) -> None:
        """`tell` is called with a document of which there is news; `today` gives a day number."""
        self._tell, self._today = tell, today
        self._open: dict[str, Document] = {}
        self._reader = ThreadPoolExecutor(1, "reader")

    def get(self, uri: str) -> Document | None:
        """The document, if it is open."""
        return self._open.get(uri)

    def all(self) -> list[Document]:
        """Every document that is open."""
        return list(self._open.values())

    def open(self, document: Document) -> None:
        """Begin to follow a text."""
        self._open[document.uri] = document
        self._start(document)

    def changed(self, document: Document, version: int | None) -> None:
        """Take note that a text is another, and read it once it is at rest."""
        document.version = version
        document.changes += 1
        if document.waiting is not None:
            document.waiting.cancel()
        document.waiting = asyncio.get_running_loop().call_later(REST, self._start, document)

    def close(self, uri: str) -> Document | None:
        """Follow a text no longer."""
        document = self._open.pop(uri, None)
        if document is not None and document.waiting is not None:
            document.waiting.cancel()
        return document

    async def fresh(self, document: Document) -> Known:
        """The answer about the text as it is now, read at once if need be."""
        while not document.is_fresh or document.known is None:
            await asyncio.shield(self._start(document))
        return document.known

    async def apart(self, work: Callable[[], object]) -> object:
        """The answer of work that takes its time, done in the reader's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._reader, work)

    def end(self) -> None:
        """Read no more."""
        self._reader.shutdown(wait=False, cancel_futures=True)

    def _start(self, document: Document) -> asyncio.Task[Known]:
        if document.waiting is not None:
            document.waiting.cancel()
            document.waiting = None
        if document.running is None or document.running.done():
            document.running = asyncio.get_running_loop().create_task(self._read(document))
        return document.running

    async def _read(self, document: Document) -> Known:
        """Read until nothing is newer, or the next rest is waited for."""
        while True:
            changes, lines = document.changes, list(document.text.lines)
            today = self._today()
            known = await asyncio.get_running_loop().run_in_executor(self._reader, _known, lines, document.path, today)
            document.known, document.read_at = known, changes
            document.sound = known if known.is_sound else document.sound
            if document.is_fresh or document.waiting is not None:
                break
        if document.is_fresh and self._open.get(document.uri) is document:
            self._tell(document)
        return known


def _known(lines: list[str], name: str, today: int) -> Known:
    """All that is known of a text; what every answer needs is found out here, not where the editor waits."""
    known = Known("".join(lines).encode("utf-8", "replace"), name, today)
    known.prepare()
    return known


def path_of(uri: str) -> str:
    """The path in an address of a file; `-` for other addresses."""
    parts = urlsplit(uri)
    return unquote(parts.path, errors="surrogateescape") if parts.scheme == "file" and parts.path else "-"
