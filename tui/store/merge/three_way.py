"""Two versions of a tree of parts and the one before them, put together part by part, with what cannot be."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import Any, NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY, DateError
from tui.core.dates.parse import parse_event_date
from tui.store.merge.claims import with_claims
from tui.store.merge.lines import apart, headed_once, merged_lines, new_comments
from tui.store.merge.lists import joined_list
from tui.store.merge.ordered import merged_order
from tui.store.merge.parts import MARKS, Key, Part, Three

OURS, BETWEEN, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"
"""The lines that git puts around the two sides of a conflict."""
CLAIMABLE = ("date", "status")
"""Fields of an event whose two values can stand side by side as a claim."""


class Conflict(NamedTuple):
    """A part that both sides changed to different things; a side that took it away is empty."""

    path: tuple[Hashable, ...]
    ours: str
    theirs: str


class Merged(NamedTuple):
    """The tree that came out, and the places where someone has to decide."""

    tree: Part
    conflicts: tuple[Conflict, ...]


def merged(
    base: Part, ours: Part, theirs: Part, *, as_claims: bool = False, named: frozenset[Hashable] = frozenset()
) -> Merged:
    """The trees put together; `as_claims` has two dates, or two statuses, of one event stand as a claim.

    What one side took away stays if it is among `named`: the ids that the outcome refers to.
    """
    work = _Merge(as_claims, named)
    tree = work.part((base, ours, theirs), ())
    if tree is None:
        raise ValueError("a file is never taken away")
    return Merged(tree, tuple(work.conflicts))


class _Merge:
    def __init__(self, as_claims: bool, named: frozenset[Hashable]) -> None:
        self.conflicts: list[Conflict] = []
        self._as_claims = as_claims
        self._named = named

    # ---- A part

    def part(self, three: Three, path: tuple[Hashable, ...]) -> Part | None:
        """The outcome for a part; None when it is gone."""
        base, ours, theirs = three
        if ours is None and theirs is None:
            return None
        if ours is not None and theirs is not None and self._may_hold_named(three, path):
            return self._parted(base, ours, theirs, path)._replace(
                head=merged_lines(base.head if base else (), ours.head, theirs.head)
            )
        if ours == theirs or (base is not None and ours == base):
            return self._kept(theirs, base, path)
        if base is not None and theirs == base:
            return self._kept(ours, base, path)
        if ours is None or theirs is None:
            return self._half_gone(three, path)
        whole = self._inside(base, ours, theirs, path)
        head = merged_lines(base.head if base else (), ours.head, theirs.head)
        return whole._replace(key=ours.key, head=head)

    def _may_hold_named(self, three: Three, path: tuple[Hashable, ...]) -> bool:
        """True for a part that is looked into, though one side alone changed it, for what it took away is named."""
        is_section = not path or path[0] in ("actors", "sources", "views", "events")
        is_parted = all(one is not None and one.parts is not None for one in three)
        return bool(self._named) and len(path) < 4 and is_section and is_parted

    def _kept(self, part: Part | None, base: Part | None, path: tuple[Hashable, ...]) -> Part | None:
        """A part as one side left it; one that it took away stays where the outcome names it."""
        return base if part is None and reference(path) in self._named else part

    def _half_gone(self, three: Three, path: tuple[Hashable, ...]) -> Part | None:
        """A part that one side took away, and the other changed."""
        base, ours, theirs = three
        left = ours or theirs
        if base is None or left is None:
            return left
        if left.says() == base.says() and not new_comments(base, left):
            return base if reference(path) in self._named else None
        if reference(path) in self._named:
            return left
        return self._conflict(ours, theirs, path)

    def _inside(self, base: Part | None, ours: Part, theirs: Part, path: tuple[Hashable, ...]) -> Part:
        """The own lines of a part that both sides have."""
        one, other = ours.own(), theirs.own()
        if one == other:
            return ours
        if base is not None and one == base.own():
            return theirs
        if base is not None and other == base.own():
            return ours
        if ours.parts is not None and theirs.parts is not None and ours.is_list == theirs.is_list:
            return self._parted(base, ours, theirs, path)
        if ours.says() == theirs.says():
            return min(ours, theirs, key=Part.own)
        if base is not None and ours.says() == base.says():
            return theirs
        if base is not None and theirs.says() == base.says():
            return ours
        joined = joined_list(base, ours, theirs)
        return joined if joined is not None else self._conflict(ours, theirs, path)

    def _parted(self, base: Part | None, ours: Part, theirs: Part, path: tuple[Hashable, ...]) -> Part:
        """Fields, or items, put together one by one."""
        if base is not None and (base.parts is None or base.is_list != ours.is_list):
            base = None
        text = _changed(base and base.text, ours.text, theirs.text)
        if text is None or self._is_another_value(base, ours, theirs, path):
            return self._conflict(ours, theirs, path)
        column = _changed(base and base.column, ours.column, theirs.column)
        column = ours.column if column is None else column
        dash = next((one.dash for one in (ours, theirs) if one.column == column), "")
        before, one, other = (side and side.at_column(column) for side in (base, ours, theirs))
        sides = [{part.key: part for part in side.parts or ()} if side else {} for side in (before, one, other)]
        found: list[Part] = []
        claimed: list[Three] = []
        rank = partial(_rank, {**sides[2], **sides[1]})
        for key in merged_order(list(sides[0]), list(sides[1]), list(sides[2]), rank):
            three: Three = (sides[0].get(key), sides[1].get(key), sides[2].get(key))
            if self._as_claims and _is_claimable(path, three):
                claimed.append(three)
                found.append(three[0] or min(filter(None, three), key=Part.own))
            elif (part := self.part(three, (*path, key[0]))) is not None:
                found.append(part)
        if claimed and one is not None and other is not None:
            found = with_claims(found, claimed, (before, one, other), column)
        added = [part.key not in sides[0] for part in found]
        found = headed_once(apart(found, added), added, sides[0])
        tail = merged_lines(before.tail if before else (), *(side.tail if side else () for side in (one, other)))
        return Part(ours.key, (), text, None, (0, 0), _begun(found, dash), ours.is_list, dash, tail, column)

    # ---- What cannot be put together

    def _is_another_value(self, base: Part | None, ours: Part, theirs: Part, path: tuple[Hashable, ...]) -> bool:
        """True when both sides put another value in the place of the same one of a claim."""
        if self._as_claims or base is None or len(path) != 4 or path[0] != "events" or path[2] != "claims":
            return False
        was, now, then = ({part.key for part in side.parts or ()} for side in (base, ours, theirs))
        return bool(was - now & was - then) and bool(now - was - then) and bool(then - was - now)

    def _conflict(self, ours: Part | None, theirs: Part | None, path: tuple[Hashable, ...]) -> Part:
        """Both sides of a part with git's lines around them."""
        sides = [_ended(side.own()) if side else "" for side in (ours, theirs)]
        one = ours or theirs
        if one is None:
            raise ValueError("a conflict has two sides")
        self.conflicts.append(Conflict(path, *sides))
        end = "\r\n" if "\r\n" in "".join(sides) else "\n"
        lines = (OURS, sides[0], BETWEEN, sides[1], THEIRS)
        text = "".join(line.replace("\n", end) if line in (OURS, BETWEEN, THEIRS) else line for line in lines)
        return Part(one.key, one.head, text)


# ---- Lines, and the order of parts


def _changed(base: Any, ours: Any, theirs: Any) -> Any:
    """The one that was changed, or that both have; None when both changed it, differently."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def _ended(text: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else f"{text}\n"


def _rank(parts: dict[Key, Part], key: Key) -> tuple[tuple[int, ...], str]:
    """The place of an event in time; what has no date is put in the order of its name."""
    date = part.child("date") if (part := parts.get(key)) is not None else None
    try:
        day = parse_event_date(str(date.value)).sort_key if date is not None else (FARTHEST_DAY,)
    except DateError:
        day = (FARTHEST_DAY,)
    return day, repr(key)


def _begun(parts: list[Part], dash: str) -> tuple[Part, ...]:
    """The fields of an item, the first of which is one that a dash can stand before."""
    if not dash or not parts or not parts[0].text.startswith(MARKS):
        return tuple(parts)
    first = next((part for part in parts if not part.text.startswith(MARKS)), parts[0])
    return (first, *(part for part in parts if part is not first))


def reference(path: tuple[Hashable, ...]) -> Hashable:
    """The id by which other parts name a part; None for one that nobody names."""
    if len(path) == 2 and path[0] in ("actors", "sources", "views"):
        return path[1]
    if len(path) == 2 and path[0] == "events" and isinstance(path[1], tuple) and path[1][:1] == ("id",):
        return str(path[1][1])
    if len(path) == 4 and path[0] == "sources" and path[2] == "passages":
        return f"{path[1]}#{path[3]}"
    return None


def _is_claimable(path: tuple[Hashable, ...], three: Three) -> bool:
    """True when both sides gave a date, or a status, to one event, and not the same."""
    base, ours, theirs = three
    if len(path) != 2 or path[0] != "events" or ours is None or theirs is None or ours.key[0] not in CLAIMABLE:
        return False
    said = [side.value for side in (ours, theirs)]
    return said[0] != said[1] and (base is None or base.value not in said)
