"""The parts of a dossier: the timeline, its ledger, the copies, an index to read, and the list of all hashes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.proof.ledger import SUFFIX, Ledger, Proof, read_ledger, words_hash
from tui.core.text.messages import worded
from tui.core.timeline.model import Timeline
from tui.store.proof.ledger import ledger_path
from tui.store.proof.source_proof import local_copies, passages_of
from tui.store.read.timeline import Reading
from tui.store.seal.public_text import public_text, public_timeline
from tui.store.system import read_bytes
from tui.store.system.beside import NotBeside, path_beside

LIST = "SHA256SUMS"
"""The list of hashes, as `sha256sum -c` reads it; the first is that of the timeline."""
STAMP = f"{LIST}.tsr"
INDEX = "INDEX.html"
OWN = frozenset((LIST, STAMP, INDEX))


class Part(NamedTuple):
    """One part of a dossier."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Contents(NamedTuple):
    """The contents of a dossier, but for the index and the list."""

    timeline: Timeline
    """The part of it that is told."""
    parts: tuple[Part, ...]
    """The timeline, then its ledger if there is one, then the copies."""
    ledger: Ledger
    notes: tuple[str, ...]
    """Things that are left out, or not as they were, a sentence each."""


def contents(path: str, data: bytes, reading: Reading, *, with_private: bool) -> Contents:
    """The parts for a timeline's file; NotPublicError where its public part cannot be told from the rest."""
    told = reading.timeline if with_private else public_timeline(reading.timeline)
    is_whole = told is reading.timeline or told == reading.timeline
    name = os.path.basename(os.path.realpath(path)) + (".yaml" if os.path.isdir(path) else "")
    parts = [Part(name, data if is_whole else public_text(reading))]
    written = _ledger_bytes(path)
    if written:
        kept = written if is_whole else _public_lines(written, told)
        parts += [Part(f"{name}{SUFFIX}", kept)] if kept else []
    ledger = read_ledger(parts[1].data.decode("utf-8-sig", "surrogateescape")) if len(parts) > 1 else Ledger()
    notes: list[str] = [
        worded("line {number} of the ledger is damaged ({reason})", number=one.line, reason=one.reason)
        for one in ledger.damaged
    ]
    parts += _copies(path, told, ledger, {one.name for one in parts} | OWN, notes)
    return Contents(told, tuple(parts), ledger, tuple(notes))


def _ledger_bytes(path: str) -> bytes:
    ledger = ledger_path(path)
    return read_bytes.fetch(ledger) if os.path.lexists(ledger) else b""


def _public_lines(data: bytes, told: Timeline) -> bytes:
    """The lines of a ledger on what is told; a damaged line may be on anything, and is left out."""
    words = {(one.id, words_hash(passage.words)) for one in told.sources.values() for passage in passages_of(told, one)}
    copies = {copy for one in told.sources.values() for copy in one.archives}
    kept = []
    for line in data.split(b"\n"):
        for fact in read_ledger(line.decode("utf-8-sig", "surrogateescape")).facts:
            is_told = fact.source in told.sources and getattr(fact, "copy", None) in (None, *copies)
            if is_told and (not isinstance(fact, Proof) or (fact.source, fact.words) in words):
                kept.append(line.rstrip(b"\r"))
    return b"".join(line + b"\n" for line in kept)


def _copies(path: str, told: Timeline, ledger: Ledger, taken: set[str], notes: list[str]) -> Iterator[Part]:
    known = ledger.hashes()
    for copy in dict.fromkeys(one for source in told.sources.values() for one in local_copies(source)):
        if os.path.normpath(copy) != copy or copy in taken:
            notes.append(worded("{copy} is left out: no part of a dossier can have this name", copy=copy))
            continue
        try:
            part = Part(copy, read_bytes.fetch(path_beside(path, copy)))
        except (NotBeside, read_bytes.Unreadable) as failed:
            reason = failed.reason if isinstance(failed, read_bytes.Unreadable) else failed.args[0]
            notes.append(worded("{copy} is left out: {reason}", copy=copy, reason=reason))
            continue
        if part.sha256 != known.get(copy, part.sha256):
            notes.append(worded("{copy} is not the copy that the ledger knows", copy=copy))
        yield part


def list_of(parts: Iterable[Part]) -> bytes:
    """The list of the hashes of parts."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in parts).encode()


def listed(data: bytes) -> dict[str, str] | None:
    """The hashes in a list by name, in its order; None for what is no list."""
    found: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").split("\n")[:-1]:
        sha256, space, name = line.partition("  ")
        if not space or len(sha256) != 64 or not name or name in found:
            return None
        found[name] = sha256
    return found
