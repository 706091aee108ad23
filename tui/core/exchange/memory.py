"""The memory of an import: for each row its event, and a hash of each value that it gave. It holds no text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Hashes = Mapping[str, list[str]]
"""The hashes of the values of each field, by its name."""


class RowMemory(NamedTuple):
    """The values that a row gave when it was imported."""

    id: str
    """Of the event; empty for a row of sources alone."""
    fields: Hashes


class ImportMemory(NamedTuple):
    """The rows and sources that one sheet gave."""

    rows: Mapping[str, RowMemory] = {}
    """By the key of the row."""
    sources: Mapping[str, Hashes] = {}
    """By the id of the source."""


NOTHING = ImportMemory()
"""The memory before the first import."""


def memory_of(name: str, keys: Mapping[str, Hashes], known: Mapping[str, ImportMemory]) -> tuple[str, ImportMemory]:
    """The memory of a sheet by its name; of one that was renamed, that of which it has at least half of the rows.

    `keys` has the rows of the sheet with the hashes of their fields. The name comes back by which it is kept.
    """
    if name in known:
        return name, known[name]
    best, most = "", 0
    for other, memory in known.items():
        same = sum(1 for key, fields in keys.items() if key in memory.rows and _alike(memory.rows[key].fields, fields))
        if same > most and same * 2 >= len(memory.rows):
            best, most = other, same
    return (best, known[best]) if best else (name, NOTHING)


def _alike(one: Hashes, other: Hashes) -> bool:
    """True when two rows of one key have their date or their title in common."""
    return any(one.get(name) and one.get(name) == other.get(name) for name in ("date", "title"))
