"""Actors that are parts of others: a section of a union, a member of a board."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tui.core.timeline.model import Actor


def members(actors: Mapping[str, Actor]) -> Mapping[str, tuple[str, ...]]:
    """By the id of an actor all those that are parts of it, those of its parts too; none of most files."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for actor in actors.values():
        for body in actor.part_of:
            parts[body].append(actor.id)
    return {body: tuple(_reached(body, parts)) for body in parts}


def wholes(own: str, actors: Mapping[str, Actor]) -> list[str]:
    """All that an actor is a part of, near and far."""
    return _reached(own, {actor.id: list(actor.part_of) for actor in actors.values() if actor.part_of})


def bodies(actors: Mapping[str, Actor]) -> Mapping[str, tuple[str, ...]]:
    """By the id of an actor the outermost ones that it is a part of; itself where it is part of none."""
    wholes = {actor.id: list(actor.part_of) for actor in actors.values() if actor.part_of}
    return {own: tuple(one for one in (own, *_reached(own, wholes)) if not wholes.get(one)) or (own,) for own in actors}


def _reached(start: str, ways: Mapping[str, list[str]]) -> list[str]:
    """All that is reached from one on, each once, itself left out."""
    found = dict.fromkeys(ways.get(start, ()))
    waiting = list(found)
    while waiting:
        new = [one for one in ways.get(waiting.pop(), ()) if one not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    found.pop(start, None)
    return list(found)
