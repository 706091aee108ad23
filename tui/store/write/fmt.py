"""Tidying a file of events without touching what it says: lines move, and nothing else does.

Events come in order of time within their section, one blank line apart, each with its comments; dates get their one
spelling. The text itself is worked on, never what a YAML library would make of it, so that quotes, folding and line
ends stay. What comes out is read again, and refused unless it says the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.core.comparison.fewest_moves import longest_rising_run
from tui.core.dates.canonical import canonical
from tui.core.dates.edtf import Date, DateError, undated
from tui.core.dates.parse import parse_event_date
from tui.core.problems.problem import ERROR, Problem
from tui.core.text.messages import translatable, worded
from tui.core.timeline.model import Actor, Event, Source, Timeline
from tui.core.timeline.order import sort_keys
from tui.store.read.timeline import Reading, read
from tui.store.read.values import YES
from tui.store.system import atomic_write, read_bytes
from tui.store.system.file_lock import locked
from tui.store.system.read_bytes import display_name
from tui.store.write.comment_rows import CommentRows, EventBlock, FileBlocks
from tui.store.write.unplaced import unplaced_timeline
from tui.store.yaml.decode import only_our_lines
from tui.store.yaml.file_layout import LIST, FileLayout, FileSection, Item, WrittenText, file_layout
from tui.store.yaml.libyaml import YAMLError

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
"""The sort key of an event that has no date and no event before it."""


class NotTidied(Exception):
    """A file that is left as it is, and why."""


class Unsound(NotTidied):
    """A file whose lines cannot be told apart for certain."""


class Tidied(NamedTuple):
    """A file before and after."""

    before: list[str]
    """Its lines, with their ends."""
    after: list[str]
    rows: list[int | None]
    """The row of each line before; None for a line that is new."""
    data: bytes
    """The whole of it now."""
    moved: int = 0
    """Events, the fewest that need to be."""
    respelt: int = 0
    """Dates."""
    spaced: int = 0
    """Pairs of events between which there was not one blank line."""
    is_list: bool = True
    """True when its events stand in a list of lines, which can be tidied at all."""

    @property
    def is_changed(self) -> bool:
        """True when anything is to be done."""
        return bool(self.moved or self.respelt or self.spaced)


def tidied(data: bytes, name: str) -> Tidied:
    """A file as it should be; NotTidied, or Unreadable, when it has to be left alone."""
    reading = read(data, name)
    faults = [one for one in reading.problems if one.severity == ERROR and one.code in UNSOUND]
    if faults:
        raise _unsound(name, faults)
    mark = BOM if data.startswith(BOM) else b""
    lines = _LINE.findall(data[len(mark) :].decode())
    text = only_our_lines(reading.text)
    rows = text.split("\n")[: len(lines)]
    try:
        layout = file_layout(text)
    except YAMLError:  # it was read after all, by taking something out
        raise _unsound(name, [one for one in reading.problems if one.severity == ERROR]) from None
    section = layout.sections.get("events")
    if section is None or not _is_list_of_lines(rows, section):
        return Tidied(lines, lines, list(range(len(lines))), data, is_list=not reading.timeline.events)
    draft = _FileDraft(lines, CommentRows(rows).blocks(section), list(_respellings(layout)))
    after = mark + "".join(draft.after).encode()
    if draft.moved or draft.respelt or draft.spaced:
        _compare(reading, read(after, name), name)
    return Tidied(lines, draft.after, draft.rows, after, draft.moved, draft.respelt, draft.spaced)


def saved(tidy: Tidied, before: bytes, path: str) -> tuple[Tidied, str]:
    """Put a tidy file in the place of the bytes it was made of, or of what another jalon has made of them since.

    The answer is what was done, and what could not be removed, mostly empty. Raises NotTidied, Unreadable or NotSaved.
    """
    with locked(path):
        now = read_bytes.fetch(path)
        if now != before:
            tidy = tidied(now, path)
        return tidy, atomic_write.replace(path, now, tidy.data) if tidy.is_changed else ""


def _is_list_of_lines(rows: list[str], section: FileSection) -> bool:
    """True when a section is a list each of whose dashes is the first thing in its line."""
    return section.manner == LIST and not any(rows[item.row][: section.inner].strip(" ") for item in section.items)


def _unsound(name: str, faults: Sequence[Problem]) -> Unsound:
    """A file with faults, the first of which is said."""
    line, column = faults[0].place[:2] if faults else (1, 1)
    return Unsound(
        f"{display_name(name)}:{line}:{column}: {faults[0].message if faults else worded('this is not YAML')}"
    )


# ---- What comes out


class Respelling(NamedTuple):
    """A date that has a better spelling: what is to stand from one column of a row to another."""

    row: int
    begin: int
    end: int
    text: str


class _FileDraft:
    """Puts the lines of a file together anew."""

    def __init__(self, lines: list[str], blocks: FileBlocks, respellings: list[Respelling]) -> None:
        """`lines` have their ends."""
        self.rows: list[int | None] = []
        self.moved = self.spaced = 0
        self.respelt = len(respellings)
        self._assemble(blocks)
        spelt = _respelt(lines, respellings)
        end = _end(lines[0]) or "\n" if lines else "\n"
        self.after = [end if row is None else spelt.get(row, lines[row]) for row in self.rows]
        if lines and not _end(lines[-1]):
            self._end_without(end)
        for place, (line, following) in enumerate(pairwise(self.after), 1):
            if following == "\n" and line.endswith("\r"):  # together they would be the end of one line
                self.after[place] = "\r\n"

    def _assemble(self, blocks: FileBlocks) -> None:
        above, *others = blocks.fixed
        self.rows += above
        for section, below in zip(blocks.sections, others, strict=True):
            order = in_order([entry.item for entry in section])
            self.moved += len(order) - len(longest_rising_run(order))
            blanks = self._blanks(section)
            for place, number in enumerate(order):
                self.rows += section[number].lines
                if place < len(order) - 1:
                    self.rows.append(blanks[number])
            self.rows += below

    def _blanks(self, section: list[EventBlock]) -> list[int | None]:
        """The first blank line behind each entry; None where there is none to be had."""
        blanks: list[int | None] = []
        for entry, following in pairwise(section):
            gap = range(entry.lines.stop, following.lines.start)
            self.spaced += len(gap) != 1
            blanks.append(gap[0] if gap else None)
        return [*blanks, None]

    def _end_without(self, end: str) -> None:
        """Let the file end in the midst of a line, as it did, and no other line with it."""
        self.after = [line if _end(line) else line + end for line in self.after]
        self.after[-1] = self.after[-1].rstrip("\r\n")


def _end(line: str) -> str:
    """CR, LF or both at the end of a line; nothing where the file ends without."""
    return line[len(line.rstrip("\r\n")) :]


def _respellings(layout: FileLayout) -> Iterator[Respelling]:
    """The better spellings of the dates of events and sources that are written as they read."""
    for name, keys in (("events", ("date",)), ("sources", ("published", "seen"))):
        items = layout.sections[name].items if name in layout.sections else ()
        for text, row, column, source in (item.texts[key] for item in items for key in keys if key in item.texts):
            is_quoted = source[:1] in ("'", '"')
            if "\n" in source or (source[1:-1] if is_quoted else source) != text:
                continue
            better = _better_spelling(text)
            if better != text:
                yield Respelling(row, column + is_quoted, column + is_quoted + len(text), better)


def _better_spelling(text: str) -> str:
    try:
        return canonical(text)
    except DateError:
        return text


def _respelt(lines: list[str], respellings: list[Respelling]) -> dict[int, str]:
    """The lines in which dates are spelt anew, by row."""
    spelt: dict[int, str] = {}
    for row, begin, end, text in sorted(respellings, reverse=True):  # from the right, so that columns stay
        line = spelt.get(row, lines[row])
        spelt[row] = line[:begin] + text + line[end:]
    return spelt


# ---- The order


def in_order(items: Sequence[Item]) -> list[int]:
    """The numbers of the events in order of time.

    One without a date stays behind the one before it. What needs another before it never passes it: an alias its
    anchor, the second of two events with one id the first.
    """
    latest: dict[Hashable, Key] = {}
    keys: list[Key] = []
    dates = [_date(item.texts) for item in items]
    dated = iter(sort_keys([date for date in dates if date]))
    for item, date in zip(items, dates, strict=True):
        own = next(dated) if date else keys[-1] if keys else _FIRST
        shared: list[Hashable] = [("anchor", name) for name in item.defined]
        shared += [("date", own)] if date else []
        shared += [("id", item.texts["id"].text)] if "id" in item.texts else []
        uses = [("alias", name) for name in item.used]
        waits = [*shared, *(("anchor", name) for name in item.used), *(("alias", name) for name in item.defined)]
        key = max([own, *(latest[one] for one in waits if one in latest)])
        latest.update((one, max(key, latest.get(one, key))) for one in (*shared, *uses))
        keys.append(key)
    return sorted(range(len(keys)), key=keys.__getitem__)


def _date(texts: Mapping[str, WrittenText]) -> Date | None:
    """A date as the reader of events takes it; None when it is not to be read."""
    text = texts["date"].text if "date" in texts else ""
    if not text.strip("~ \n"):
        return undated() if "undated" in texts and texts["undated"].text.lower() in YES else None
    if "\n" in text and text[:1] in ("[", "{"):
        text = "".join(text.split())
    try:
        return parse_event_date(text)
    except DateError:
        return None


# ---- The proof


def _compare(before: Reading, after: Reading, name: str) -> None:
    """Refuse what does not say the same as before, to the last comment."""
    was, now = _said(before.timeline), _said(after.timeline)
    if _comments(before.text) != _comments(after.text) or was != now:
        raise NotTidied(f"{display_name(name)}: {_difference(before.timeline, was, now)}")


_EVENT = translatable(
    'in order of time it would not say the same of the event "{id}" in line {line}, so it is left as it is'
)
_SOURCE = translatable(
    'in order of time it would not say the same of the source "{id}" in line {line}, so it is left as it is'
)
_ACTOR = translatable(
    'in order of time it would not say the same of the actor "{id}" in line {line}, so it is left as it is'
)


def _difference(timeline: Timeline, was: Timeline, now: Timeline) -> str:
    """The sentence on what would say something else or stand elsewhere among the others, of the first such thing."""
    kept = {one.id: one for one in now.events}
    differing: list[tuple[str, Event | Source | Actor]] = []
    differing += [(_EVENT, timeline.events[n]) for n, one in enumerate(was.events) if kept.get(one.id) != one]
    differing += [(_SOURCE, timeline.sources[own]) for own, one in was.sources.items() if now.sources.get(own) != one]
    differing += [(_ACTOR, timeline.actors[own]) for own, one in was.actors.items() if now.actors.get(own) != one]
    pairs = zip(timeline.events, now.events, strict=False)
    differing += [(_EVENT, one) for one, other in pairs if one.id != other.id]
    for said, one in differing:
        return worded(said, id=one.id, line=one.line)
    return worded("in order of time it would not say the same, so it is left as it is")


_SPELLING = dict.fromkeys(map(ord, "~?% "))
"""The characters that another spelling of a date moves or drops."""


def _comments(text: str) -> Counter[str]:
    """The text behind the first # of each line, comment or not, without the marks of a date that is spelt anew."""
    return Counter(line[line.index("#") :].translate(_SPELLING) for line in text.split("\n") if "#" in line)


def _said(timeline: Timeline) -> Timeline:
    """All that a timeline holds, but for where it stands and the spelling of its dates."""
    bare = unplaced_timeline(timeline)
    sources = {
        own: one._replace(published=one.published and _spelt(one.published), seen=one.seen and _spelt(one.seen))
        for own, one in bare.sources.items()
    }
    return bare._replace(events=tuple(map(_with_spelt_date, bare.events)), sources=sources)


def _with_spelt_date(event: Event) -> Event:
    date = _spelt(event.date)
    return event if date is event.date else event._replace(date=date)


def _spelt(date: Date) -> Date:
    if date.is_undated:
        return date
    spelling = canonical(date.text)
    return date if spelling == date.text else date._replace(text=spelling)
