"""The ledger of a timeline as a file beside it: lines are added whole or not at all, one jalon at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from tui.core.proof.ledger import SUFFIX, Fact, Ledger, ledger_line, read_ledger
from tui.store.system import atomic_write, read_bytes
from tui.store.system.file_lock import locked


def ledger_path(timeline: str) -> str:
    """The path of the ledger of a timeline's file: beside the file that the path leads to."""
    real = os.path.realpath(timeline)
    return os.path.join(real, f"timeline{SUFFIX}") if os.path.isdir(real) else real + SUFFIX  # no words: a name


def ledger_of(timeline: str) -> Ledger:
    """The ledger of a timeline's file, empty where there is none; Unreadable for one that cannot be read."""
    with suppress(FileNotFoundError):
        os.lstat(path := ledger_path(timeline))
        return read_ledger(read_bytes.fetch(path).decode("utf-8-sig", "surrogateescape"))
    return Ledger()


def record(timeline: str, facts: Iterable[Fact]) -> str:
    """Add facts to the ledger of a timeline's file; a sentence on what could not be tidied away, mostly empty.

    What stands there stays, to the byte. Raises NotSaved, and Unreadable for a ledger that cannot be read.
    """
    lines = "".join(f"{ledger_line(one)}\n" for one in facts).encode("utf-8", "backslashreplace")
    if not lines:
        return ""
    path = ledger_path(timeline)
    with locked(path):
        before = read_bytes.fetch(path) if os.path.lexists(path) else None
        torn = b"\n" if before and not before.endswith(b"\n") else b""
        return atomic_write.replace(path, before, (before or b"") + torn + lines)
