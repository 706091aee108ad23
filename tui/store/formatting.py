"""Tidying a file of events without touching what it says: lines move, and nothing else does.

Events come in order of time within their section, one blank line apart, each with its comments; dates get their one
spelling. The text itself is worked on, never what a YAML library would make of it, so that quotes, folding and line
ends stay. What comes out is read again, and refused unless it says the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaml.error import YAMLError

from tui.core.edtf import Date
from tui.core.model import Timeline
from tui.core.problems import ERROR, Problem
from tui.core.spelling import canonical
from tui.core.staying import staying
from tui.store.decoding import only_our_lines
from tui.store.events import Reading, read
from tui.store.extents import Extent, Listing, Respelling, listed
from tui.store.files import shown
from tui.store.layout import Entry, Layout, laid_out

BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

UNSOUND = frozenset((
    "control-character", "syntax", "syntax-limit", "unquoted-colon", "unquoted-comma", "unquoted-start", "inner-quotes",
    "unclosed-quote", "unclosed-bracket", "missing-space", "missing-colon", "bad-indentation", "tab", "bad-escape",
    "conflict-marker", "deep-nesting", "second-document", "bad-key", "duplicate-key", "unknown-alias", "alias-cycle",
    "empty-file", "not-a-file-of-events",
))  # fmt: skip
"""Codes of the problems that leave open which line belongs to what."""

Key = tuple[int, ...]
_FIRST: Key = ()
"""Where an event sorts that has no date and no event before it."""


class NotTidied(Exception):
    """A file that is left as it is, and why."""


class Unsound(NotTidied):
    """What is wrong with a file whose lines cannot be told apart for certain."""

    def __init__(self, name: str, problem: Problem) -> None:
        place = problem.place
        super().__init__(f"{shown(name)}:{place.line}:{place.column}: {problem.message}")


class Tidied(NamedTuple):
    """A file before and after."""

    before: list[str]
    """Its lines, with their ends."""
    after: list[str]
    rows: list[int | None]
    """Which row each line was before; None for one that is new."""
    data: bytes
    """The whole of it now."""
    moved: int = 0
    """Events, the fewest that need to be."""
    respelt: int = 0
    """Dates."""
    spaced: int = 0
    """Pairs of events between which there was not one blank line."""
    is_list: bool = True
    """Whether its events stand in a list of lines, which can be tidied at all."""

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be done."""
        return bool(self.moved or self.respelt or self.spaced)


def tidied(data: bytes, name: str) -> Tidied:
    """A file as it should be; NotTidied, or Unreadable, when it has to be left alone."""
    reading = read(data, name)
    fault = next((one for one in reading.problems if one.severity == ERROR and one.code in UNSOUND), None)
    if fault is not None:
        raise Unsound(name, fault)
    mark = BOM if data.startswith(BOM) else b""
    lines = _LINE.findall(data[len(mark) :].decode())
    try:
        listing = listed(only_our_lines(reading.text))
    except YAMLError:  # read after all, with something taken out that is no error
        raise NotTidied(f"{shown(name)}: not everything in it can be read") from None
    if listing is None:
        return Tidied(lines, lines, list(range(len(lines))), data, is_list=not reading.timeline.events)
    draft = _Draft(lines, listing)
    after = mark + "".join(draft.after).encode()
    if draft.moved or draft.respelt or draft.spaced:
        _compare(reading, read(after, name), name)
    return Tidied(lines, draft.after, draft.rows, after, draft.moved, draft.respelt, draft.spaced)


# ---- What comes out


class _Draft:
    """Puts the lines of a file together anew."""

    def __init__(self, lines: list[str], listing: Listing) -> None:
        """`lines` have their ends."""
        self.rows: list[int | None] = []
        self.moved = self.spaced = 0
        self.respelt = len(listing.respellings)
        self._assemble(laid_out([line.rstrip("\r\n") for line in lines], listing))
        spelt = _respelt(lines, listing.respellings)
        end = _end(lines[0]) or "\n" if lines else "\n"
        self.after = [end if row is None else spelt.get(row, lines[row]) for row in self.rows]
        if lines and not _end(lines[-1]):
            self._end_without(end)

    def _assemble(self, layout: Layout) -> None:
        above, *others = layout.fixed
        self.rows += above
        for section, below in zip(layout.sections, others, strict=True):
            order = in_order([entry.extent for entry in section])
            self.moved += len(order) - len(staying(order))
            between = [*self._separators(section), None]
            for place, number in enumerate(order):
                self.rows += section[number].lines
                if place < len(order) - 1:
                    self.rows.append(between[place])
            self.rows += below

    def _separators(self, section: list[Entry]) -> Iterator[int | None]:
        """The blank line after each entry but the last."""
        for entry, following in pairwise(section):
            blank = range(entry.lines.stop, following.lines.start)
            self.spaced += len(blank) != 1
            yield blank[0] if blank else None

    def _end_without(self, end: str) -> None:
        """Let the file end in the midst of a line, as it did, and no other line with it."""
        self.after = [line if _end(line) else line + end for line in self.after]
        self.after[-1] = self.after[-1].rstrip("\r\n")


def _end(line: str) -> str:
    """CR, LF or both at the end of a line; nothing where the file ends without."""
    return line[len(line.rstrip("\r\n")) :]


def _respelt(lines: list[str], respellings: list[Respelling]) -> dict[int, str]:
    """The lines in which dates are spelt anew, by row."""
    spelt: dict[int, str] = {}
    for row, begin, end, text in sorted(respellings, reverse=True):  # from the right, so that columns stay
        line = spelt.get(row, lines[row])
        spelt[row] = line[:begin] + text + line[end:]
    return spelt


# ---- The order


def in_order(extents: Sequence[Extent]) -> list[int]:
    """The numbers of the events in order of time.

    One without a date stays behind the one before it. What needs another before it never passes it: an alias its
    anchor, the second of two events with one id the first.
    """
    latest: dict[Hashable, Key] = {}
    keys: list[Key] = []
    for extent in extents:
        own = extent.date.sort_key if extent.date else keys[-1] if keys else _FIRST
        shared = [("date", own), ("id", extent.id), *(("anchor", name) for name in extent.defined)]
        after = [*shared, *(("anchor", name) for name in extent.used), *(("alias", name) for name in extent.defined)]
        key = max([own, *(latest[one] for one in after if one in latest)])
        for one in [*shared, *(("alias", name) for name in extent.used)]:
            if one != ("id", None):
                latest[one] = max(key, latest.get(one, key))
        keys.append(key)
    return sorted(range(len(keys)), key=keys.__getitem__)


# ---- The proof


def _compare(before: Reading, after: Reading, name: str) -> None:
    """Refuse what does not say the same as before, to the last comment."""
    if _comments(before.text) != _comments(after.text) or _said(before.timeline) != _said(after.timeline):
        raise NotTidied(f"{shown(name)}: in order of time it would not say the same, so it is left as it is")


def _comments(text: str) -> Counter[str]:
    """What follows the first # of each line, comment or not."""
    return Counter(line[line.index("#") :] for line in text.split("\n") if "#" in line)


def _said(timeline: Timeline) -> Timeline:
    """All that a timeline holds, but for the lines it stands on and the spelling of its dates."""
    events = tuple(event._replace(line=0, date=_spelt(event.date)) for event in timeline.events)
    sources = {
        name: source._replace(
            line=0, published=source.published and _spelt(source.published), seen=source.seen and _spelt(source.seen)
        )
        for name, source in timeline.sources.items()
    }
    actors = {name: actor._replace(line=0) for name, actor in timeline.actors.items()}
    return timeline._replace(events=events, sources=sources, actors=actors)


def _spelt(date: Date) -> Date:
    spelling = canonical(date.text)
    return date if spelling == date.text else date._replace(text=spelling)
