"""A site that follows its file: made anew at each save, and told of to whoever waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui.core.problems.problem import ERROR
from tui.store.files.timeline_files import fetch_timeline, stat_timeline
from tui.store.proof.marks import read_with_proofs
from tui.store.read.timeline import Reading
from tui.store.system.read_bytes import Unreadable
from tui.store.system.watch import LONG_REST, READ, FileStat, Watch, ends_alike

EVERY = 0.02
"""Seconds between two looks at the file."""
SPARES = 2
"""Rest after a look, as many times as long as it took."""

Pages = Mapping[str, Callable[[], str]]
"""The maker of each page, by the name of its file."""
Make = Callable[[Reading, int], Pages]
"""Gives the makers of the pages of a reading, which know their version."""


class Version(NamedTuple):
    """The pages as they are now: each is made when it is first asked for."""

    number: int
    makers: Pages
    made: dict[str, str]


class LiveSite:
    """The pages of a file, kept up to date by a thread of its own."""

    def __init__(self, path: str, reading: Reading, data: bytes, make: Make) -> None:
        """`data` are the bytes that the reading was read from."""
        self.path, self._make = path, make
        self._reading, self._data = reading, data
        self._watch = Watch()
        self._changed = threading.Condition()
        self._is_over = False
        self.fault: Exception | None = None
        """The bug of ours that ended the thread."""
        self.now = Version(1, make(reading, 1), {})
        self._one_at_a_time = threading.Lock()
        """Held while a page is made: jalon speaks one language at a time."""
        self._thread = threading.Thread(target=self._follow, name="following", daemon=True)

    def start(self) -> None:
        """Follow the file from now on."""
        self._watch.know(self._stat())
        self._thread.start()

    def stop(self) -> None:
        """Follow it no more, and let everybody go."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(2)

    def page(self, name: str) -> str | None:
        """A page as it is now; None for one that there is not."""
        now = self.now
        if name not in now.makers:
            return None
        with self._one_at_a_time:
            if name not in now.made:
                now.made[name] = now.makers[name]()
            return now.made[name]

    def wait_for_another(self, number: int, seconds: float) -> Version | None:
        """The version that comes after that number, or None when none does for so long; what is over gives none."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self.now.number != number, seconds)
            return None if self._is_over or self.now.number == number else self.now

    @property
    def is_over(self) -> bool:
        """True once it follows no more."""
        return self._is_over

    def _follow(self) -> None:
        try:
            while not self._is_over:
                began = time.monotonic()
                self._look(self._stat(), began)
                time.sleep(max(EVERY, SPARES * (time.monotonic() - began)))
        except Exception as error:  # a thread's end would go unnoticed, and with it every save to come
            self.fault = error
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _look(self, seen: FileStat | None, now: float) -> None:
        """Look once; a save that has events fewer, and ends otherwise, may be half of itself, and rests for longer."""
        if self._watch.see(seen, now) != READ or seen is None:
            return
        try:
            data = fetch_timeline(self.path)
            if self._stat() != seen:
                return
            reading = self._reading if data == self._data else read_with_proofs(data, self.path)
        except Unreadable:
            self._watch.know(seen)  # the last good view stays
            return
        if self._may_be_half(reading, data) and self._watch.rested(now) < LONG_REST:
            return
        self._watch.know(seen)
        if data != self._data:
            self._reading, self._data = reading, data
            number = self.now.number + 1
            with self._one_at_a_time:
                makers = self._make(reading, number)
            with self._changed:
                self.now = Version(number, makers, {})
                self._changed.notify_all()

    def _stat(self) -> FileStat | None:
        """The state of the file, or of all the files of a folder."""
        return stat_timeline(self.path, self._reading.files)

    def _may_be_half(self, reading: Reading, data: bytes) -> bool:
        fewer = len(reading.timeline.events) < len(self._reading.timeline.events)
        faults = sum(one.severity == ERROR for one in reading.problems)
        return (fewer or faults > 0) and not ends_alike(data, self._data)
