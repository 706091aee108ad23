"""Actors by what they are called, for whoever writes a name where an id is due."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.text.fold import fold
from tui.core.timeline.model import Actor


def ids_by_name(actors: Iterable[Actor]) -> dict[str, str]:
    """The id of each actor by the folds of his id, his names and his aliases; what two are called is nobody's."""
    owners: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.id, *actor.called):
            owners.setdefault(fold(name), set()).add(actor.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1 and name}
