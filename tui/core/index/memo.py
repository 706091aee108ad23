"""The facts that are found out once about a whole index or engine, and go when that goes: a save makes another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

Found = TypeVar("Found")


class Keeps(Protocol):
    """An index, or an engine."""

    @property
    def kept(self) -> dict[object, Any]:
        """The findings, by the function that found each."""


Whole = TypeVar("Whole", bound=Keeps)


def once_per_index(find: Callable[[Whole], Found]) -> Callable[[Whole], Found]:
    """Ask once of each index or engine; the answer is kept with it until it is let go."""

    @wraps(find)
    def found(whole: Whole) -> Found:
        if find not in whole.kept:
            whole.kept[find] = find(whole)
        return cast("Found", whole.kept[find])

    return found
