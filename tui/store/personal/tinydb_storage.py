"""The storage under TinyDB: it reads what was read under the lock, and keeps what it is to write for one rename."""

from __future__ import annotations

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage


class HeldTables(Storage):
    """Tables that are held while they are changed; the file is read before and written after, once each."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = tables
        self.is_written = False

    def read(self) -> dict[str, Any]:
        """The tables as they are now."""
        return self.tables

    def write(self, data: dict[str, Any]) -> None:
        """Keep them; whoever holds the lock writes the file."""
        self.tables, self.is_written = data, True


def database(held: HeldTables) -> TinyDB:
    """TinyDB over held tables; it is made anew for each change, since it would remember ids that others took."""
    return TinyDB(storage=lambda: held)
