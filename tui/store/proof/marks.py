"""A timeline with what its ledger says of its passages. Nothing of the extra is imported for it."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache

from tui.store.read.timeline import Reading, read


def with_proofs(reading: Reading) -> Reading:
    """The same reading, its passages marked; one without a ledger beside it as it is."""
    from tui.store.proof.ledger import ledger_path

    try:
        if not os.path.lexists(ledger_path(reading.name)):
            return reading
    except ValueError:
        return reading
    from tui.core.proof.ledger import Proof
    from tui.core.proof.marks import proof_marks
    from tui.store.proof.ledger import ledger_of
    from tui.store.system.beside import NotBeside, path_beside
    from tui.store.system.read_bytes import Unreadable

    try:
        ledger = ledger_of(reading.name)
    except Unreadable:
        return reading
    hashes = {}
    named = {name for name, _place in reading.copies}
    for copy in {one.copy for one in ledger.of_kind(Proof)} & named:
        with suppress(NotBeside, OSError):
            path = path_beside(reading.name, copy)
            seen = os.stat(path)
            hashes[copy] = _hash(path, seen.st_size, seen.st_mtime_ns)
    marks = proof_marks(reading.timeline, ledger, hashes)
    return reading._replace(timeline=reading.timeline._replace(proofs=marks))


def read_with_proofs(data: bytes, name: str) -> Reading:
    """A file as it reads, its passages marked."""
    return with_proofs(read(data, name))


@lru_cache(maxsize=10_000)
def _hash(path: str, _size: int, _time: int) -> str:
    """The hash of a file that has that size, and was written at that time."""
    import hashlib

    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
