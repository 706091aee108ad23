"""Actors that are parts of others: a section of a union, a member of a board.

What is asked of all of them is found in one walk, as long as a chain of parts may be; a file has no circle of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from tui.core.timeline.model import Actor

T = TypeVar("T")


class Members(Mapping[str, tuple[str, ...]]):
    """By the id of an actor all those that are parts of it, those of its parts too; none of most files.

    Each is found when it is asked for: all of them together may be the square of the actors.
    """

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._parts: dict[str, list[str]] = {}
        self._found: dict[str, tuple[str, ...]] = {}
        self._is_forest = True
        for actor in actors.values():
            self._is_forest = self._is_forest and len(actor.part_of) < 2
            for body in actor.part_of:
                self._parts.setdefault(body, []).append(actor.id)

    def __getitem__(self, body: str) -> tuple[str, ...]:
        found = self._found.get(body)
        if found is None:
            if body not in self._parts:
                raise KeyError(body)
            found = self._found[body] = tuple(_reached(body, lambda one: self._parts.get(one, ())))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def count(self, body: str) -> int:
        """The number of members of an actor."""
        if not self._is_forest:
            return len(self.get(body, ()))
        return self._counts.get(body, 0)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return self.gathered(lambda _body: 0, lambda own, parts: own + sum(parts) + len(parts))

    def gathered(self, own: Callable[[str], T], joined: Callable[[T, list[T]], T]) -> dict[str, T]:
        """By the id of each body what it has of its own, joined with what each of its parts has."""
        found: dict[str, T] = {}
        for one in _inside_out(self._parts, lambda body: self._parts.get(body, ())):
            parts = [found[part] for part in self._parts.get(one, ()) if part in found]
            found[one] = joined(own(one), parts)
        return {body: found[body] for body in self._parts}


def wholes(own: str, actors: Mapping[str, Actor]) -> list[str]:
    """All that an actor is a part of, near and far."""
    return _reached(own, lambda one: actors[one].part_of if one in actors else ())


def outermost(own: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The outermost ones that an actor is a part of; itself where it is part of none."""
    return tuple(sorted(one for one in (own, *wholes(own, actors)) if not _is_part(one, actors))) or (own,)


def bodies(actors: Mapping[str, Actor]) -> Mapping[str, tuple[str, ...]]:
    """The same by the id of each actor."""
    found: dict[str, tuple[str, ...]] = {}
    for own in _inside_out(actors, lambda one: actors[one].part_of if one in actors else ()):
        above = actors[own].part_of if own in actors else ()
        each = [found.get(whole, ()) for whole in above]
        found[own] = (each[0] if len(each) == 1 else tuple(sorted({*(one for some in each for one in some)}))) or (own,)
    return {own: found[own] for own in actors}


def _is_part(one: str, actors: Mapping[str, Actor]) -> bool:
    return one in actors and bool(actors[one].part_of)


def _reached(start: str, ways: Callable[[str], Sequence[str]]) -> list[str]:
    """All that is reached from one on, each once, itself left out."""
    found = dict.fromkeys(ways(start))
    waiting = list(found)
    while waiting:
        new = [one for one in ways(waiting.pop()) if one not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    found.pop(start, None)
    return list(found)


def _inside_out(starts: Iterable[str], ways: Callable[[str], Sequence[str]]) -> Iterator[str]:
    """All that is reached, each once, and after all that is reached from it."""
    begun: set[str] = set()
    for start in starts:
        waiting = [(start, False)]
        while waiting:
            one, is_done = waiting.pop()
            if is_done:
                yield one
            elif one not in begun:
                begun.add(one)
                waiting.append((one, True))
                waiting += [(other, False) for other in ways(one) if other not in begun]
