"""What is found out once about a whole index, and goes when the index goes: a save makes another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from tui.core.index import Index

Found = TypeVar("Found")


def once(find: Callable[[Index], Found]) -> Callable[[Index], Found]:
    """Asks once of each index, and keeps no index for the answer's sake."""
    known: WeakKeyDictionary[Index, Found] = WeakKeyDictionary()

    @wraps(find)
    def found(index: Index) -> Found:
        if index not in known:
            known[index] = find(index)
        return known[index]

    return found
