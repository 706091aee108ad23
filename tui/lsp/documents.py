"""The files that are open in an editor, each read anew when its text has been at rest, in a thread of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from tui.core.problems.problem import Place
from tui.lsp.known import Known
from tui.lsp.open_text import OpenText, Spot
from tui.store.files.joined import JoinedFiles, fetch_files, paths_in
from tui.store.files.timeline_files import fetch_file
from tui.store.system.read_bytes import Unreadable

HEADS = ("timeline.yaml", "timeline.yml")
"""The files by which a folder is known as a timeline."""
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
        self.renamed: list[tuple[str, str]] = []
        """Ids of events that were given another, since the file was last saved."""

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


class Sight(NamedTuple):
    """A document, and what is known of it: places in the one, as they are in the other."""

    document: Document
    known: Known
    before: int
    """Lines before it in what is known, which may be of several files."""

    def spot(self, line: int, unit: int) -> Spot:
        """A place that the editor names, in what is known."""
        row, column = self.document.text.spot(line, unit)
        return row + self.before, column

    def local(self, place: Place) -> Place:
        """A place in what is known, in the document."""
        return place.further(-self.before)

    @property
    def first(self) -> int:
        """The first line of the document in what is known, from 1."""
        return self.before + 1

    @property
    def last(self) -> int:
        """The last."""
        return self.before + len(self.document.text.lines)

    def has(self, place: Place) -> bool:
        """True when a place is in the document."""
        return self.first <= place.line <= self.last


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

    def at(self, path: str) -> Document | None:
        """The document of a file, if it is open."""
        return next((one for one in self._open.values() if one.path == path), None)

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

    async def fresh(self, document: Document) -> Sight:
        """The document with the answer about its text as it is now, read at once if need be."""
        while not document.is_fresh or document.known is None:
            await asyncio.shield(self._start(document))
        return Sight(document, document.known, document.known.before(document.path) or 0)

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
            others = {one.path: list(one.text.lines) for one in self._open.values() if one is not document}
            work = partial(_known, lines, document.path, today, others)
            known = await asyncio.get_running_loop().run_in_executor(self._reader, work)
            document.known, document.read_at = known, changes
            document.sound = known if known.is_sound else document.sound
            if document.is_fresh or document.waiting is not None:
                break
        if document.is_fresh and self._open.get(document.uri) is document:
            self._tell(document)
            for other in self._open.values():
                if other is not document and other.is_fresh and known.before(other.path) is not None:
                    other.known = known
                    self._tell(other)
        return known


def _known(lines: list[str], path: str, today: int, others: Mapping[str, list[str]]) -> Known:
    """All that is known of a text, with that of the files beside it, which may be open too.

    What every answer needs is found out here, not where the editor waits.
    """
    data, name = _bytes(lines), path
    folder = folder_of(path)
    with suppress(Unreadable, OSError):
        if folder is not None:
            paths = paths_in(folder)
            if path in paths:
                data, name = fetch_files(folder, paths).with_file(path, data), folder
        elif b"include" in data and path != "-":
            disk = fetch_file(path)
            if isinstance(disk, JoinedFiles):
                data = disk.with_file(path, data)
    if isinstance(data, JoinedFiles):
        for other in data.lines.names:
            if other in others:
                data = data.with_file(other, _bytes(others[other]))
    known = Known(data, name, today)
    known.prepare()
    return known


def folder_of(path: str) -> str | None:
    """The nearest folder above a file that is a timeline, which one with a `timeline.yaml` is; None without one."""
    folder = os.path.dirname(path)
    while path != "-" and folder:
        if any(os.path.isfile(os.path.join(folder, name)) for name in HEADS):
            return folder
        above = os.path.dirname(folder)
        folder = above if above != folder else ""
    return None


def _bytes(lines: list[str]) -> bytes:
    return "".join(lines).encode("utf-8", "replace")


def path_of(uri: str) -> str:
    """The path in an address of a file; `-` for other addresses."""
    parts = urlsplit(uri)
    return unquote(parts.path, errors="surrogateescape") if parts.scheme == "file" and parts.path else "-"


def uri_of(path: str) -> str:
    """The address of a file."""
    return f"file://{quote(os.path.abspath(path), errors='surrogateescape')}"
