"""The facts that are found out once about a whole index, and go when the index goes: a save makes another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from tui.core.index.index import Index

Found = TypeVar("Found")


def once_per_index(find: Callable[[Index], Found]) -> Callable[[Index], Found]:
    """Ask once of each index; the answer is kept with it until it is let go."""

    @wraps(find)
    def found(index: Index) -> Found:
        if find not in index.kept:
            index.kept[find] = find(index)
        return cast("Found", index.kept[find])

    return found
