"""All that is known of a file as it stands in the editor: its timeline, its problems, and the names in their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.timeline.model import Timeline
from tui.lsp.mentions import Mention, mentions
from tui.lsp.written import Written, written
from tui.store.files.joined import JoinedFiles, StoryFile, joined
from tui.store.proof.marks import with_proofs
from tui.store.read import check
from tui.store.read.timeline import Reading, Unreadable, read
from tui.store.write.fmt import UNSOUND

UNREADABLE = "unreadable"
"""The code of what is no text, as `jalon check` has it."""


class Known:
    """One state of a file, or of all files of a folder, read; nothing of it changes."""

    def __init__(self, data: bytes, name: str, today: int) -> None:
        """`name` is the path; `today` is a day number."""
        self.data, self.name, self.today = data, name, today
        self.reading: Reading
        self.problems: tuple[Problem, ...]
        try:
            self.reading = with_proofs(read(data, name))
            self.problems = check.problems(self.reading, today)
        except Unreadable as unreadable:
            line, column = unreadable.line, unreadable.column
            place = Place(line, column, line, column + 1)
            self.reading = Reading(name, Timeline(None, {}, "en"), (), "")
            self.problems = (Problem(place, UNREADABLE, ERROR, unreadable.reason),)

    @property
    def timeline(self) -> Timeline:
        """The timeline in it."""
        return self.reading.timeline

    @property
    def files(self) -> JoinedFiles | None:
        """The files of which it is made; None for one."""
        return self.data if isinstance(self.data, JoinedFiles) else None

    def before(self, path: str) -> int | None:
        """The number of lines before those of a file; None for a file that is not among them."""
        if self.files is None:
            return 0 if path == self.name else None
        lines = self.files.lines
        return lines.starts[lines.names.index(path)] - 1 if path in lines.names else None

    def at(self, place: Place) -> tuple[str, Place]:
        """The file that a place is in, and the place as that file counts its lines."""
        name, line = self.reading.at(place.line)
        return name, place.further(line - place.line)

    def own_data(self, path: str) -> bytes:
        """The bytes of one of its files."""
        return self.data if self.files is None else next(one.data for one in self.files.files if one.path == path)

    def with_text(self, text: str) -> Known:
        """The same file or files with another text of as many lines, whose line ends are LF."""
        if self.files is None:
            return Known(text.encode(), self.name, self.today)
        rows = text.split("\n")
        lines = self.files.lines
        ends = [*(start - 2 for start in lines.starts[1:]), len(rows)]
        files = [
            StoryFile.of(name, "\n".join(rows[start - 1 : end]).encode())
            for name, start, end in zip(lines.names, lines.starts, ends, strict=True)
        ]
        return Known(joined(files), self.name, self.today)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text, without their ends."""
        return self.reading.text.split("\n")

    @cached_property
    def written(self) -> list[Written]:
        """Its keys and values."""
        return written(self.reading.text, self.files)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The names in it."""
        return mentions(self.written)

    def prepare(self) -> None:
        """Find out now what is else found out when it is first asked for."""
        _ready = self.lines, self._written_by_line, self._mentions_by_line, self._mentions_by_name, self.is_sound

    @cached_property
    def _written_by_line(self) -> dict[int, list[Written]]:
        return _by_line(self.written)

    @cached_property
    def _mentions_by_line(self) -> dict[int, list[Mention]]:
        return _by_line(self.mentions)

    @cached_property
    def _mentions_by_name(self) -> dict[tuple[str, str], list[Mention]]:
        found: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for one in self.mentions:
            found[one.kind, one.id].append(one)
        return found

    @cached_property
    def is_sound(self) -> bool:
        """True when nothing of its text had to be left out to read it."""
        return not any(one.code in UNSOUND or one.code == UNREADABLE for one in self.problems if one.severity == ERROR)

    def written_on(self, line: int) -> list[Written]:
        """The keys and values on a line, from 1."""
        return self._written_by_line.get(line, [])

    def mentions_on(self, line: int) -> list[Mention]:
        """The names on a line, from 1."""
        return self._mentions_by_line.get(line, [])

    def mentions_of(self, one: Mention) -> list[Mention]:
        """All mentions of the same thing, its definition too."""
        return self._mentions_by_name.get(one[:2], [])

    def mention_at(self, row: int, column: int) -> Mention | None:
        """The name at a spot, the narrowest; it may end there."""
        found = [one for one in self._mentions_by_line.get(row + 1, ()) if is_in(one.place, row, column)]
        return min(found, key=lambda one: one.place.end_column - one.place.column, default=None)

    def written_at(self, row: int, column: int) -> Written | None:
        """The key or the value at a spot."""
        here = self._written_by_line.get(row + 1, ())
        return next((one for one in here if is_in(one.place, row, column)), None)


def is_in(place: Place, row: int, column: int) -> bool:
    """True when a spot, counted from 0, is in a place or at its end."""
    return place[:2] <= (row + 1, column + 1) <= place[2:]


Placed = TypeVar("Placed", Written, Mention)


def _by_line(found: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Things by each line that they stand on, from 1."""
    lines: defaultdict[int, list[Placed]] = defaultdict(list)
    for one in found:
        for line in range(one.place.line, one.place.end_line + 1):
            lines[line].append(one)
    return lines
