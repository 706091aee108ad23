"""Mending a person's file by the cures of its problems: what comes out is read again, and says what it said.

Cures are applied all at once, then read anew, for one can bring another to light; those without which the file would
be better are found by halves and left out. Nothing is written here but what `saved` writes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence, Set
from itertools import accumulate, chain
from typing import Any, NamedTuple

from tui.core.problems.edits import TextEdits
from tui.core.problems.problem import CODES, ERROR, HINT, Cure, Edit, Problem
from tui.core.timeline.model import Actor, Event, Source
from tui.store.read import check
from tui.store.read.timeline import Reading, read
from tui.store.system import atomic_write, read_bytes
from tui.store.system.file_lock import locked
from tui.store.typed.lines import says_something
from tui.store.write.unplaced import unplaced
from tui.store.yaml.blanking import chunks
from tui.store.yaml.recovery import LIMIT

ROUNDS = 100
"""The number of times that a file is read anew for what its cures bring to light."""
MANY = 1_000
"""Mistakes of syntax with one code that are mended at a time."""
DOUBTS = 60
"""The number of times that a file is read to find the cure that does not do."""

FAR = 40
"""Lines within which one that was there is sought behind one that is new."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOM = b"\xef\xbb\xbf"
_SHAPE = frozenset(list(CODES)[: list(CODES).index("wrong-type") + 1])
"""Codes of what costs more than a value: its cure brings back what could not be read, with its own faults."""
_SYNTAX = frozenset(list(CODES)[: list(CODES).index("empty-file")])

Choice = Callable[[Problem], Cure | None]
"""Tells which cure of a problem is wanted, if any."""


class Mended(NamedTuple):
    """A file before and after."""

    before: bytes
    data: bytes
    reading: Reading
    """The file as it would be now."""
    problems: tuple[Problem, ...]
    """All that is still to be said of it."""
    cured: Counter[str]
    """The number of cures by the code of what they mended."""

    @property
    def is_changed(self) -> bool:
        """True when anything is to be done."""
        return self.data != self.before


def sure_cure(problem: Problem) -> Cure | None:
    """The cure of a problem that has one meaning."""
    return problem.sure_cure


def likeliest_cure(problem: Problem) -> Cure | None:
    """The first cure of a problem, though it may be one of several."""
    return problem.cures[0] if problem.cures else None


def mended(data: bytes, name: str, today: int | None, choose: Choice) -> Mended:
    """A file with the cures that were chosen; Unreadable when it is no text. `today` is a day number."""
    return _Mending(data, name, today, choose).result()


def saved(mend: Callable[[bytes], Mended], path: str) -> tuple[Mended, str]:
    """Mend the file at a path under its lock: the outcome, and what could not be removed, mostly empty.

    Raises Unreadable or NotSaved.
    """
    with locked(path):
        found = mend(read_bytes.fetch(path))
        return found, atomic_write.replace(path, found.before, found.data) if found.is_changed else ""


class _State(NamedTuple):
    """A file that was read, as far as it is mended."""

    text: str
    """With its own line ends, without a byte order mark."""
    reading: Reading


class _Mending:
    """One file on its way."""

    def __init__(self, data: bytes, name: str, today: int | None, choose: Choice) -> None:
        self._data, self._name, self._today, self._choose = data, name, today, choose
        self._bom = _BOM if data.startswith(_BOM) else b""
        self._cured = Counter[str]()
        self._refused: set[tuple[str, str]] = set()
        self._doubts = DOUBTS

    def result(self) -> Mended:
        """The file, cured as far as that goes."""
        reading = read(self._data, self._name, MANY)  # which knows what is no text
        now = _State(self._data[len(self._bom) :].decode(), reading)
        problems = check.problems(now.reading, self._today)
        for _ in range(ROUNDS):
            after = self._cure(now, self._due(now, problems))
            if after is now:
                break
            now, problems = after, check.problems(after.reading, self._today)
        data, reading = self._encoded(now.text), now.reading
        if len(problems) > LIMIT:  # what a check says of it, and not more
            reading = read(data, self._name)
            problems = check.problems(reading, self._today)
        return Mended(self._data, data, reading, problems, self._cured)

    def _read(self, text: str) -> _State:
        return _State(text, read(self._encoded(text), self._name, MANY))

    def _encoded(self, text: str) -> bytes:
        return self._bom + text.encode()

    def _due(self, now: _State, problems: Sequence[Problem]) -> list[tuple[Problem, Cure]]:
        """The problems that are to be mended, by place, each with its cure."""
        lines = now.reading.text.split("\n")
        broken = _broken_lines(lines, problems)
        due = []
        for one in problems:
            cure = self._choose(one)
            is_whole = one.code in _SHAPE or one.place.line not in broken
            if cure is not None and is_whole and _key(one, lines) not in self._refused:
                due.append((one, cure))
        return due

    def _cure(self, now: _State, due: Sequence[tuple[Problem, Cure]]) -> _State:
        """The file with these cures, without those that would not do; the same one if none would."""
        if not due:
            return now
        edits = TextEdits(now.text)
        taken = [pair for pair in due if edits.take(pair[1])]
        after = self._read(edits.applied())
        if after.text != now.text and is_better(now.reading, after.reading, taken):
            self._cured.update(problem.code for problem, _ in taken)
            return after
        self._doubts -= 1
        if len(taken) == 1 or self._doubts < 0:
            lines = now.reading.text.split("\n")
            self._refused.update(_key(problem, lines) for problem, _ in taken)
            return now
        half = len(taken) // 2
        after = self._cure(now, taken[half:])
        return self._cure(now, taken[:half]) if after is now else after  # the others come again


def _broken_lines(lines: Sequence[str], problems: Sequence[Problem]) -> Container[int]:
    """The lines, from 1, of what was not read as it was meant, so that a value in it may be something else.

    These are an event with a fault of syntax; all lines, where the fault is in what events refer to.
    """
    faults = {
        one.place.line
        for one in problems
        if one.severity == ERROR and (one.code in _SYNTAX or (one.code in _SHAPE and one.place.column == 1))
    }
    broken: set[int] = set()
    is_event = False
    for first, last in chunks(list(lines)) if faults else ():
        head = next((line for line in lines[first:last] if says_something(line)), "")
        is_fault = not faults.isdisjoint(range(first + 1, last + 1))
        if head[:1].strip(" -"):
            is_event = head.startswith("events")
        if is_fault and not is_event:
            return range(1, len(lines) + 2)
        if is_fault:
            broken.update(range(first + 1, last + 1))
    return broken


def _key(problem: Problem, lines: Sequence[str]) -> tuple[str, str]:
    """A problem whatever line it has come to stand on."""
    return f"{problem.code} {problem.place.column}", "".join(lines[problem.place.line - 1 : problem.place.line])


# ---- The proof


def is_better(before: Reading, after: Reading, cured: Sequence[tuple[Problem, Cure]]) -> bool:
    """True when what was cured is gone, nothing is wrong that was not, and all else says what it said.

    What was cured may bring to light what could not be read before: new things, and what is wrong with those.
    """
    edits = [edit for _, cure in cured for edit in cure.edits]
    lines = LinesAfter(edits)
    if _stays([problem for problem, _ in cured], edits, lines, after):
        return False
    is_shape = any(one.code in _SHAPE for one, _ in cured)
    was, now = (_counts(reading.problems) for reading in (before, after))
    if is_shape:
        was, now = (Counter({"": sum(found[code] for code in _SYNTAX)}) for found in (was, now))
    return not now - was and says_the_same(before, after, edits, lines, may_grow=is_shape)


def _stays(cured: Sequence[Problem], edits: Sequence[Edit], lines: LinesAfter, after: Reading) -> bool:
    """True when something that was cured is still said: the next of its code in its line stands further right."""
    put_in = Counter[int]()
    for edit in edits:
        put_in[edit.place.line] += len(edit.text)
    gone = {
        (one.code, lines.of(one.place.line)): one.place.column + put_in[one.place.line] for one in reversed(cured)
    }
    return any(one.place.column <= gone.get((one.code, one.place.line), 0) for one in after.problems)


def _counts(problems: Sequence[Problem]) -> Counter[str]:
    found = Counter[str]()
    for one in problems:
        if one.severity != HINT:
            found[one.code] += one.times
    return found


class LinesAfter:
    """The numbers of lines after some changes, by those before; both from 1."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        moves = Counter[int]()
        for edit in edits:
            place = edit.place
            moves[place.end_line + (place.end_column > 1)] += edit.text.count("\n") - (place.end_line - place.line)
        self._firsts = sorted(moves)
        self._by = [0, *accumulate(moves[first] for first in self._firsts)]

    def of(self, line: int) -> int:
        """The number of a line now."""
        return line + self._by[bisect_right(self._firsts, line)]


def says_the_same(before: Reading, after: Reading, edits: Sequence[Edit], lines: LinesAfter, *, may_grow: bool) -> bool:
    """True when all that was not changed holds what it held.

    With `may_grow` it may refer to more than it did, for what it refers to may have come back.
    """
    touched = touched_lines(before.text, edits)
    was, now = before.timeline, after.timeline
    is_head = was.titles.keys() != now.titles.keys() or was.language != now.language
    events = {one.line: one for one in now.events}
    pairs: Iterator[tuple[Event | Source | Actor, Event | Source | Actor | None]] = chain(
        ((one, events.get(lines.of(one.line))) for one in was.events),
        ((one, now.sources.get(own)) for own, one in was.sources.items()),
        ((one, now.actors.get(own)) for own, one in was.actors.items()),
    )
    return all(
        one.line in touched or (other is not None and _is_like(one, other, is_head=is_head, may_grow=may_grow))
        for one, other in pairs
    )


def touched_lines(text: str, edits: Sequence[Edit]) -> Set[int]:
    """The lines of every item that a change is in, from 1."""
    changed = {line for edit in edits for line in range(edit.place.line, edit.place.end_line + 1)}
    found: set[int] = set()
    for first, last in chunks(text.split("\n")):
        if not changed.isdisjoint(range(first + 1, last + 1)):
            found.update(range(first + 1, last + 1))
    return found


_REFERENCES = ("actors", "about", "claims", "citations", "part_of", "countries")
"""Fields that refer to other things of the file, or have their value from elsewhere."""


def _is_like(one: Any, other: Any, *, is_head: bool, may_grow: bool) -> bool:
    """True when two things hold the same; but for what hangs on the language of the file when its head was changed."""
    if is_head:
        return bool(one.id == other.id)
    if unplaced(one) == unplaced(other):
        return True
    if not may_grow:
        return False
    loose: dict[str, Any] = {name: () for name in _REFERENCES if name in one._fields}
    if isinstance(one, Event):
        loose["id"] = ""  # a name that two share is that of the first
    return bool(unplaced(one)._replace(**loose) == unplaced(other)._replace(**loose))


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, with their ends."""
    return _LINE.findall(data.removeprefix(_BOM).decode())


def lines_before(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each line after which line before it is, from 0; None for one that is new."""
    rows: list[int | None] = []
    old = 0
    while len(rows) < len(after):
        gone, new = _resumed(before, after, old, len(rows))
        rows += [None] * new
        old += gone
        if len(rows) < len(after):
            rows.append(old)
            old += 1
    return rows


def _resumed(before: Sequence[str], after: Sequence[str], old: int, new: int) -> tuple[int, int]:
    """The fewest lines that went and that came before two are alike again."""
    for together in range(2 * FAR):
        for come in range(together + 1):
            gone = together - come
            if old + gone < len(before) and new + come < len(after) and before[old + gone] == after[new + come]:
                return gone, come
    return 0, len(after) - new
