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
from tui.core.text.messages import worded
from tui.store.read.timeline import Reading
from tui.store.system.read_bytes import Unreadable, fetch
from tui.store.system.watch import GONE, LONG_REST, READ, FileStat, Watch, ends_alike, stat_file
from tui.store.yaml.decode import decode

EVERY = 0.05
"""Seconds between two looks; one takes some millionths."""

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
        self, path: str, name: str, text: str, today: int, read: FileParser, tell: Callable[[Message], object]
    ) -> None:
        """`text` is the file as it was read before, under that name; `tell` is called from this thread."""
        super().__init__(name="following", daemon=True)
        self.path = path
        self.called = name
        self.today = today
        self._read = read
        self._tell = tell
        self._watch = Watch()
        self._text = text
        self._data = b""
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
                self.step(time.monotonic())
                self._woken.wait(EVERY)
                self._woken.clear()
        except Exception as error:  # a thread's end would go unnoticed, and with it every save to come
            self._tell(Failed(error))

    def step(self, now: float) -> None:
        """Look once, and do what is to be done."""
        seen = stat_file(self.path)
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
            data = fetch(self.path)
            if is_wanted or decode(data, self.called) != self._text:
                self._deliver(self._made(seen, data, is_wanted=is_wanted))
        except Unreadable as reason:
            self._lose(str(reason))

    def _read_saved(self, seen: FileStat | None, now: float) -> None:
        """Read a save that is at rest; one that may be half of itself is held until it has rested for longer."""
        self._held = None
        try:
            data = fetch(self.path)
            if stat_file(self.path) != seen:
                return  # it went on while it was read
            if data == self._data or decode(data, self.called) == self._text:
                self._data = data
                self._watch.know(seen)
                self._find()
                return
            self._held = self._made(seen, data)
        except Unreadable as reason:
            if self._watch.rested(now) >= LONG_REST:
                self._watch.know(seen)
                self._lose(str(reason))
            return
        if ends_alike(data, self._data) and stat_file(self.path) == seen:
            self._deliver(self._held)

    def _made(self, seen: FileStat | None, data: bytes, *, is_wanted: bool = False) -> WaitingSave:
        reading = self._read(data, self.called)
        engine = engine_of(reading.timeline, self.today, is_prepared=True)
        return WaitingSave(seen, data, Saved(reading, engine, is_wanted))

    def _deliver(self, held: WaitingSave) -> None:
        self._watch.know(held.seen)
        self._held = None
        self._data, self._text = held.data, held.saved.reading.text
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
