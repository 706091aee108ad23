"""The file that is shown, read again whenever it is saved, in a thread of its own: no screen waits for a disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from textual.message import Message

from tui.core.index.engines import engine_of
from tui.core.index.protocol import Engine
from tui.core.problems.problem import ERROR
from tui.core.text.messages import worded
from tui.store.files.joined import JoinedFiles, is_folder
from tui.store.files.timeline_files import fetch_file, fetch_timeline, stat_timeline
from tui.store.read.timeline import Reading
from tui.store.system.read_bytes import Unreadable
from tui.store.system.watch import GONE, LONG_REST, READ, FileStat, Watch, ends_alike, stat_file
from tui.store.yaml.decode import decode

EVERY = 0.05
"""Seconds between two looks; one takes some millionths, but for a folder of many files."""
SPARES = 20
"""Rest after a look, as many times as long as it took."""

FileParser = Callable[[bytes, str], Reading]
"""Bytes and the name of their file to what they hold."""


@dataclass(eq=False, repr=False)
class Saved(Message):
    """The file was saved, and what it holds now is read."""

    reading: Reading
    engine: Engine
    """Of its timeline, made where nobody waits for it."""
    is_wanted: bool = False
    """True when the reader asked for it, so that it is shown whatever is wrong with it."""
    kept: tuple[str, ...] = ()
    """Of a folder the files that have errors now, and that the engine has as they were before."""


@dataclass(eq=False, repr=False)
class Lost(Message):
    """The file cannot be read any more."""

    reason: str
    """A clause that names the file."""


@dataclass(eq=False, repr=False)
class Found(Message):
    """The file that was lost is there again, and is what it was."""


@dataclass(eq=False, repr=False)
class Failed(Message):
    """A bug of ours, on its way from the thread to where bugs are dealt with."""

    error: Exception


class WaitingSave(NamedTuple):
    """A save that is read, and waits until it is surely whole."""

    seen: FileStat | None
    data: bytes
    saved: Saved


class Reloader(threading.Thread):
    """Looks at a file until it is told to stop, and tells of every save that changed it.

    A thread that nobody waits for: on a network that went away, a look can take minutes.
    """

    def __init__(
        self, path: str, before: Reading, today: int, read: FileParser, tell: Callable[[Message], object]
    ) -> None:
        """`before` is the file as it was read before; `tell` is called from this thread."""
        super().__init__(name="following", daemon=True)
        self.path = path
        self.called = before.name
        self.today = today
        self._read = read
        self._tell = tell
        self._watch = Watch()
        self._text = before.text
        self._files = before.files
        self._is_folder = before.files is not None and is_folder(path)
        self._data = b""
        self._faulty = _faulty(before)
        self._good: dict[str, bytes] = {}
        """The bytes of the files of a folder when they had no errors, by their paths."""
        self._held: WaitingSave | None = None
        self._is_lost = False
        self._is_asked = False
        self._is_wanted = False
        self._is_over = False
        self._woken = threading.Event()

    # ---- Called from other threads

    def read_at_once(self, *, is_wanted: bool = False) -> None:
        """Read the file now, at rest or not; with `is_wanted`, tell of it even if it is what it was."""
        self._is_wanted = self._is_wanted or is_wanted
        self._is_asked = True
        self._woken.set()

    def stop(self) -> None:
        """Look no more."""
        self._is_over = True
        self._woken.set()

    # ---- In this thread

    def run(self) -> None:
        """Look, and look again."""
        try:
            while not self._is_over:
                began = time.monotonic()
                self.step(began)
                self._woken.wait(max(EVERY, SPARES * (time.monotonic() - began)))
                self._woken.clear()
        except Exception as error:  # a thread's end would go unnoticed, and with it every save to come
            self._tell(Failed(error))

    def step(self, now: float) -> None:
        """Look once, and do what is to be done."""
        seen = self._stat()
        if self._is_asked:
            self._is_asked = False
            self._read_at_once(seen)
            return
        what = self._watch.see(seen, now)
        if what == GONE:
            self._watch.know(None)
            self._lose(worded("{file}: there is no such file any more", file=self.called))
        elif what == READ and self._held is not None and self._held.seen == seen:
            if self._watch.rested(now) >= LONG_REST:
                self._deliver(self._held)
        elif what == READ:
            self._read_saved(seen, now)

    def _read_at_once(self, seen: FileStat | None) -> None:
        is_wanted, self._is_wanted = self._is_wanted, False
        try:
            data = self._fetch()
            if is_wanted or decode(data, self.called) != self._text:
                self._deliver(self._made(seen, data, is_wanted=is_wanted))
        except Unreadable as reason:
            self._lose(str(reason))

    def _stat(self) -> FileStat | None:
        """The state of what is there now."""
        if self._is_folder or self._files is not None:
            return stat_timeline(self.path, self._files)
        return stat_file(self.path)

    def _fetch(self) -> bytes:
        """The bytes that are there now; a folder in the place of a file has none."""
        return fetch_timeline(self.path) if self._is_folder else fetch_file(self.path)

    def _read_saved(self, seen: FileStat | None, now: float) -> None:
        """Read a save that is at rest; one that may be half of itself is held until it has rested for longer."""
        self._held = None
        try:
            data = self._fetch()
            if self._stat() != seen:
                return  # it went on while it was read
            if data == self._data or decode(data, self.called) == self._text:
                self._data = data
                if isinstance(data, JoinedFiles) and not self._good:
                    self._good = {one.path: one.data for one in data.files if one.path not in self._faulty}
                self._watch.know(seen)
                self._find()
                return
            self._held = self._made(seen, data)
        except Unreadable as reason:
            if self._watch.rested(now) >= LONG_REST:
                self._watch.know(seen)
                self._lose(str(reason))
            return
        if ends_alike(data, self._data) and self._stat() == seen:
            self._deliver(self._held)

    def _made(self, seen: FileStat | None, data: bytes, *, is_wanted: bool = False) -> WaitingSave:
        reading = self._read(data, self.called)
        shown, kept = (reading, ()) if is_wanted else self._with_good_parts(data, reading)
        engine = engine_of(shown.timeline, self.today, is_prepared=True)
        return WaitingSave(seen, data, Saved(reading, engine, is_wanted, kept))

    def _with_good_parts(self, data: bytes, reading: Reading) -> tuple[Reading, tuple[str, ...]]:
        """The files of a folder, those that have errors now as they were before; and which these are."""
        before = self._good
        if not isinstance(data, JoinedFiles) or reading.files is None:
            return reading, ()
        faulty = _faulty(reading)
        kept = tuple(sorted(path for path in faulty if path in before))
        for path in kept:
            data = data.with_file(path, before[path])
        self._good = {one.path: one.data for one in data.files if one.path not in faulty or one.path in kept}
        if not kept:
            return reading, ()
        shown = self._read(data, self.called)
        return (shown, kept) if not any(one.severity == ERROR for one in shown.problems) else (reading, ())

    def _deliver(self, held: WaitingSave) -> None:
        self._watch.know(held.seen)
        self._held = None
        self._data, self._text, self._files = held.data, held.saved.reading.text, held.saved.reading.files
        self._is_lost = False
        self._tell(held.saved)

    def _lose(self, reason: str) -> None:
        self._held = None
        self._is_lost = True
        self._tell(Lost(reason))

    def _find(self) -> None:
        if self._is_lost:
            self._is_lost = False
            self._tell(Found())


def _faulty(reading: Reading) -> set[str]:
    """The files that have errors, by their paths."""
    return {reading.at(one.place.line)[0] for one in reading.problems if one.severity == ERROR}
