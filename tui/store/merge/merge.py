"""Two versions of a file and the one before them, put together: by events and fields, else by lines as git does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import NamedTuple

from tui.core.problems.problem import ERROR, Problem
from tui.store.merge.parts import Part, Unparted, leaves, parts_of
from tui.store.merge.three_way import Conflict, Merged, merged, reference
from tui.store.read.timeline import Reading, read
from tui.store.yaml.libyaml import YAMLError

_BOM = b"\xef\xbb\xbf"
_ENDS = ("\r\n", "\n", "\r")


class Outcome(NamedTuple):
    """The outcome of two versions."""

    data: bytes
    conflicts: tuple[Conflict, ...] = ()
    """The places where someone has to decide; they stand in the data, with git's lines around them."""


class NotByEvents(Exception):
    """Versions that cannot be put together by events, each of which `problems` says why; lines are left."""

    def __init__(self, name: str = "", problem: Problem | None = None) -> None:
        super().__init__(name)
        self.name = name
        self.problem = problem


def merge(base: bytes, ours: bytes, theirs: bytes, *, as_claims: bool = False) -> Outcome:
    """Put together what two people made of one file; NotByEvents where a version is no sound YAML.

    Nothing that either side added or changed is lost, nothing that neither touched has another byte. The outcome has no
    error that neither side has: where it would, NotByEvents is raised too.
    """
    sides = [_Side.of(data, name) for data, name in ((base, "base"), (ours, "ours"), (theirs, "theirs"))]
    before, one, other = (side.tree for side in sides)
    found = merged(before, one, other, as_claims=as_claims)
    taken = {name for name in _taken(before, one, other) if name in _named(found.tree)}
    if taken:
        found = merged(before, one, other, as_claims=as_claims, named=frozenset(taken))
    text = _with_end(found, sides)
    is_marked = _picked(*(side.is_marked for side in sides))
    data = (_BOM if is_marked else b"") + text.replace("\n", _picked(*(side.end for side in sides))).encode()
    if not found.conflicts and _has_new_errors(data, [side.reading for side in sides[1:]]):
        raise NotByEvents
    return Outcome(data, found.conflicts)


class _Side(NamedTuple):
    """A version as it was read."""

    reading: Reading
    tree: Part
    end: str
    """The end of its lines; LF, and each line as it is, where they end differently."""
    is_marked: bool
    """True with a byte order mark."""
    is_open: bool
    """True when its last line has no end."""

    @classmethod
    def of(cls, data: bytes, name: str) -> _Side:
        reading = read(data, name)
        if worst := next((one for one in reading.problems if one.code in ("conflict-marker", "second-document")), None):
            raise NotByEvents(name, worst)
        is_marked = data.startswith(_BOM)
        text = data[len(_BOM) * is_marked :].decode()
        end = next((end for end in _ENDS if end in text), "\n")
        if text.replace(end, "").strip("\r\n") != text.replace(end, "") or "\r" in text.replace(end, ""):
            end = "\n"
        text = text.replace(end, "\n") if end != "\n" else text
        is_open = bool(text) and not text.endswith(("\n", "\r"))
        try:
            tree = parts_of(text + "\n" * is_open)
        except (YAMLError, Unparted, UnicodeError):
            raise NotByEvents(name, next(iter(reading.problems), None)) from None
        return cls(reading, tree, end, is_marked, is_open)


def _picked(base: Hashable, ours: Hashable, theirs: Hashable) -> str:
    """Of two ways the one that was changed; ours when both were."""
    return theirs if ours == base else ours  # type: ignore[return-value]  # a text in, a text out


def _with_end(found: Merged, sides: list[_Side]) -> str:
    text = found.tree.written()
    is_open = _picked(*(side.is_open for side in sides)) and not text.rstrip().endswith(">>>>>>> theirs")
    return text[:-1] if is_open and text.endswith("\n") else text


def _taken(base: Part, ours: Part, theirs: Part) -> set[Hashable]:
    """The ids of what one side took away."""
    was, one, other = (_ids(side) for side in (base, ours, theirs))
    return was - (one & other)


def _ids(tree: Part) -> set[Hashable]:
    found: set[Hashable] = set()
    for section in tree.parts or ():
        for entry in section.parts or ():
            path = (section.key[0], entry.key[0])
            found.add(reference(path))
            passages = entry.child("passages")
            found.update(reference((*path, "passages", one.key[0])) for one in (passages and passages.parts) or ())
    return found - {None}


def _named(tree: Part) -> set[Hashable]:
    """Everything that the parts of a tree say, but for the names that its sections give."""
    found: set[Hashable] = set()
    for section in tree.parts or ():
        for entry in section.parts or ():
            for inner in entry.parts or ():
                found.update(leaves(inner))
            found.update(leaves(entry._replace(key=("", 0), parts=None)))
        found.update(leaves(section._replace(key=("", 0), parts=None)))
    sources = {str(name).partition("#")[0].removesuffix("!announces") for name in found if isinstance(name, str)}
    return found | sources | {str(name).removesuffix("!announces") for name in found if isinstance(name, str)}


def _has_new_errors(data: bytes, sides: list[Reading]) -> bool:
    """True when something is wrong that is wrong on neither side."""
    found = Counter(one.code for one in read(data, "").problems if one.severity == ERROR)
    known: Counter[str] = Counter()
    for side in sides:
        known |= Counter(one.code for one in side.problems if one.severity == ERROR)
    return bool(found - known)
