"""Watching a file by its path: when what was saved may be read, however it was saved.

Editors write in place, cut the file to nothing first, or put another file in its place, for a moment with none there
at all; so what the path leads to is looked at again and again, and a save counts when size, time and inode are at rest.
"""

from __future__ import annotations

import os
from typing import NamedTuple

REST = 0.05
"""Seconds for which the three have to be at rest."""
LONG_REST = 0.4
"""The same for a file that ends otherwise than it did: it may be half written, and still be whole YAML."""
MISSED = 1.0
"""Seconds after which a file that is not there is said to be gone: while one is replaced, it is missing for less."""
END = 256
"""Bytes at the end of a file by which a whole one is known."""

WAIT, READ, GONE = "wait", "read", "gone"


class FileStat(NamedTuple):
    """The state of the file that a path leads to, links followed."""

    size: int
    mtime_ns: int
    inode: int
    device: int
    ctime_ns: int = 0
    """The time of the last change of anything about it: of another content size and time can be the same (`cp -p`)."""


def stat_file(path: str) -> FileStat | None:
    """The state now; None for nothing, and for what cannot be looked at."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return FileStat(status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev, status.st_ctime_ns)


def ends_alike(one: bytes, other: bytes) -> bool:
    """True when two states of a file have the same end, as they have when something within it was edited."""
    return one[-END:] == other[-END:] and len(one) > 0 and len(other) > 0


class Watch:
    """The things to do from look to look. It knows no clock: seconds are given to it, from any beginning."""

    def __init__(self) -> None:
        self._known: FileStat | None = None
        """The state that was read last."""
        self._is_known = False
        """True when nothing is to be done about what is known: it was read, or said to be gone."""
        self._seen: FileStat | None = None
        self._since: float | None = None

    def see(self, seen: FileStat | None, now: float) -> str:
        """WAIT, or READ what is there, or GONE: nothing is there, and that is worth saying."""
        if self._since is None or seen != self._seen:
            self._seen, self._since = seen, now
        if self._is_known and seen == self._known:
            return WAIT
        if seen is None:
            return GONE if self.rested(now) >= MISSED else WAIT
        return READ if self.rested(now) >= REST else WAIT

    def rested(self, now: float) -> float:
        """For how many seconds what is there has been at rest."""
        return 0.0 if self._since is None else now - self._since

    def know(self, seen: FileStat | None) -> None:
        """The seen state counts as dealt with."""
        self._known, self._is_known = seen, True

    def forget(self) -> None:
        """Whatever is there is to be read again."""
        self._is_known = False
