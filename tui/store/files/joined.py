"""Several files that are one timeline: which of a folder these are, and all of them as one stretch of bytes."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.core.problems.file_lines import FileLines
from tui.core.text.messages import worded
from tui.store.system.read_bytes import LARGEST, Unreadable, fetch
from tui.store.system.watch import FileStat, stat_file

ENDINGS = (".yaml", ".yml")
COPIES = "copies"
"""The folder in which copies of articles are kept."""
PARTING = b"---\n"
"""The line between two files: in YAML another document begins."""
_FIRST = (b"timeline:", b"actors:", b"sources:", b"views:")
"""Sections that events may refer to, so that their files are read first."""
_DATED = re.compile(rb"^(?:date|undated)[ ]*:", re.MULTILINE)
_TITLED = re.compile(rb"^title(?:_\w+)?[ ]*:", re.MULTILINE)


TIMELINE, ENTRIES, EVENTS, ONE_EVENT = range(4)
"""Files of the timeline itself, with something that events refer to, with events alone, and of one event."""


class StoryFile(NamedTuple):
    """A file of a folder."""

    path: str
    data: bytes
    rank: int
    """TIMELINE, ENTRIES, EVENTS, or ONE_EVENT where its own keys are those of an event."""

    @classmethod
    def of(cls, path: str, data: bytes) -> StoryFile:
        """A file by its path and its bytes."""
        return cls(path, data, _rank(data.removeprefix(BOM_UTF8)))

    @property
    def is_event(self) -> bool:
        """True when it is an event itself."""
        return self.rank == ONE_EVENT


class JoinedFiles(bytes):
    """The bytes of several files, one after the other, each a document of one stream of YAML."""

    files: tuple[StoryFile, ...]
    """As they are on the disk, in the order in which they are read: first those that others refer to."""
    order: tuple[int, ...]
    """The place of each of them among all by their paths."""
    lines: FileLines
    """The lines of the whole in which each begins."""
    refused: Mapping[str, str] = {}
    """The words under `include` that bring nothing in, each with the reason."""

    @property
    def refer_ahead(self) -> bool:
        """True when a file that may hold events is read before another that they may refer to."""
        some = [one for one in self.files if one.rank < EVENTS]
        return any(b"events:" in one.data for one in some[:-1])

    def with_file(self, path: str, data: bytes) -> JoinedFiles:
        """The same files, one of them, or a new one, with these bytes."""
        others = [one for one in self.files if one.path != path]
        made = joined([*others, StoryFile.of(path, data)])
        made.refused = self.refused
        return made


def is_folder(path: str) -> bool:
    """True when a path is that of a folder, whose files are a timeline."""
    return path != "-" and os.path.isdir(path)


def fetch_files(name: str, paths: Iterable[str]) -> JoinedFiles:
    """The bytes of several files as one; Unreadable for one that cannot be read, and for more than can be."""
    found, size = [], 0
    for path in paths:
        found.append(StoryFile.of(path, fetch(path)))
        size += len(found[-1].data)
        if size > LARGEST:
            message = worded("its files are too large together (more than {number} MB)", number=LARGEST >> 20)
            raise Unreadable(name, message)
    return joined(found)


def stat_files(paths: Iterable[str]) -> FileStat | None:
    """The state of several files as that of one; None when there is none of them."""
    found = {path: seen for path in paths if (seen := stat_file(path)) is not None}
    if not found:
        return None
    times = max(seen.mtime_ns for seen in found.values()), max(seen.ctime_ns for seen in found.values())
    return FileStat(sum(seen.size for seen in found.values()), times[0], hash(frozenset(found.items())), 0, times[1])


def paths_in(folder: str) -> list[str]:
    """The YAML files below a folder, in the order of their paths; hidden ones and copies of articles are left out."""
    found = sorted(_below(folder), key=_by_path)
    if not found:
        raise Unreadable(folder, worded("there is no YAML file in this folder"))
    return found


def is_of_timeline(path: str) -> bool:
    """True when a path within the folder, with `/` between its parts, is that of one of its files."""
    *folders, name = path.split("/")
    is_hidden = name.startswith(".") or any(one.startswith(".") or one == COPIES for one in folders)
    return name.endswith(ENDINGS) and not is_hidden


def _by_path(path: str) -> list[str]:
    return path.split(os.sep)


def _below(folder: str) -> Iterator[str]:
    inner = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.name.endswith(ENDINGS) and entry.is_file():
                    yield os.path.join(folder, entry.name)
                elif entry.name != COPIES and entry.is_dir(follow_symlinks=False):
                    inner.append(entry.path)
    except OSError as error:
        raise Unreadable(folder, worded("it cannot be read ({reason})", reason=str(error.strerror))) from None
    for one in inner:
        yield from _below(one)


def joined(files: Iterable[StoryFile]) -> JoinedFiles:
    """Files as one stretch of bytes."""
    found = sorted(files, key=lambda one: _by_path(one.path))
    ranks = [min(one.rank, EVENTS) for one in found]
    order = tuple(sorted(range(len(found)), key=ranks.__getitem__))
    parts: list[bytes] = []
    starts: list[int] = []
    line = 1
    for number in order:
        data = found[number].data.removeprefix(BOM_UTF8)
        if parts:
            parts.append(PARTING)
            line += 1
        parts.append(data if not data or data.endswith((b"\n", b"\r")) else data + b"\n")
        starts.append(line)
        line += _lines(parts[-1])
    made = JoinedFiles(b"".join(parts))
    made.files, made.order = tuple(found[number] for number in order), order
    made.lines = FileLines(tuple(one.path for one in made.files), tuple(starts))
    return made


def _rank(data: bytes) -> int:
    if _TITLED.search(data) and _DATED.search(data):
        return ONE_EVENT
    begins = {section for section in _FIRST if data.startswith(section) or b"\n" + section in data}
    return TIMELINE if b"timeline:" in begins else ENTRIES if begins else EVENTS


def _lines(data: bytes) -> int:
    """The number of lines that end in CR, LF or both."""
    return data.count(b"\n") if b"\r" not in data else data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
