"""The notebook's tables as bytes, in the form that TinyDB keeps them in: JSON, looked at before it is trusted."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import chain
from typing import Any, NamedTuple

from tui.core import notebook
from tui.core.notebook import ABOUT, VERSION, Tables
from tui.core.text.messages import worded


class Damaged(Exception):
    """A file that is no notebook, and why, in one clause."""


class Newer(Exception):
    """A notebook that a later jalon wrote; this one would not know what to do with it."""


class VersionedTables(NamedTuple):
    """Tables, in today's shape."""

    tables: dict[str, Any]
    version: int | None
    """The version of the shape they came in; None for tables that come from no file."""


def read(data: bytes) -> VersionedTables:
    """The tables that bytes hold. Raises Damaged or Newer."""
    import json

    if not data:
        raise Damaged(worded("it is empty"))
    try:
        tables = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise Damaged(worded("it is not UTF-8")) from None
    except (ValueError, RecursionError):
        raise Damaged(worded("it is not JSON, or not all of it")) from None
    fault = notebook.fault(tables)
    if fault:
        raise Damaged(fault)
    _compose(tables)
    version = notebook.version_of(tables)
    return VersionedTables(migrated(tables), version)


def _compose(tables: dict[str, Any]) -> None:
    """Have what was kept under a name in another form stand under the form in which names are compared."""
    for document in chain.from_iterable(table.values() for table in tables.values()):
        for key in ("timeline", "event"):
            name = document.get(key, "")
            if isinstance(name, str) and not name.isascii() and not os.path.isabs(name):
                from tui.core.text.identity import identity

                document[key] = identity(name)


def migrated(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables brought to today's shape, a version at a time. Raises Newer."""
    version = notebook.version_of(tables)
    if version > VERSION:
        raise Newer(
            worded(
                "a later jalon wrote it (version {version} of its form, and this one knows {known})",
                version=version,
                known=VERSION,
            )
        )
    while version < VERSION:
        MIGRATIONS[version](tables)
        version += 1
        tables[ABOUT] = {"1": {"version": version}}
    return tables


def written(tables: Tables) -> bytes:
    """The tables as bytes that `read` takes; a lone surrogate is written as JSON escapes it."""
    import json

    return (json.dumps(tables, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def begun() -> dict[str, Any]:
    """The tables of a notebook that nobody wrote in yet."""
    return {ABOUT: {"1": {"version": VERSION}}}


def _say_the_version(tables: dict[str, Any]) -> None:
    """Version 0 is what does not say its version; it has today's shape."""


MIGRATIONS: dict[int, Callable[[dict[str, Any]], None]] = {0: _say_the_version}
"""By version, what brings tables to the next."""
