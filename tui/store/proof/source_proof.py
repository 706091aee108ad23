"""Passages sought in the copies of their sources on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.core.proof.find import Finding, look_for, pieces_of
from tui.core.proof.ledger import Proof, words_hash
from tui.core.proof.normal_form import NormalText
from tui.core.proof.record import PassageRecord, passages_of
from tui.core.proof.states import NO_COPY, UNREAD
from tui.core.timeline.model import Passage, Source, Timeline
from tui.store.proof.copy_text import kind_of
from tui.store.proof.reading import CopyReader, reason_unread
from tui.store.system.beside import NotBeside, NotThere, path_within

__all__ = ["CopyProof", "passages_of", "proof_facts", "proofs_in", "records"]


class CopyProof(NamedTuple):
    """The findings in one copy, in the order of the passages."""

    copy: str
    sha256: str
    findings: tuple[Finding, ...]


def proofs_in(
    reader: CopyReader, folder: str, source: Source, copies: Iterable[str], passages: Sequence[Passage]
) -> list[CopyProof]:
    """The findings in each copy of a source; `folder` is where their paths begin."""
    return [
        CopyProof(copy, text.sha256, tuple(text.finding(one) for one in passages))
        for copy, text in ((copy, _opened(reader, folder, copy, source.url)) for copy in copies)
    ]


def records(
    reader: CopyReader,
    folder: str,
    timeline: Timeline,
    wanted: Mapping[str, Sequence[Passage]],
    lines: Mapping[tuple[str, Passage], int],
) -> list[PassageRecord]:
    """The state of each passage in each copy, in the order of sources, copies and passages; a copy is read once.

    `wanted` are passages by source, `lines` are theirs in the file.
    """
    readings: dict[tuple[str, str | None], list[str]] = {}
    found: dict[tuple[str, str], CopyProof] = {}
    for name in wanted:
        source = timeline.sources[name]
        for copy in local_copies(source):
            url = source.url if kind_of(copy) in ("warc", "wacz") else None
            readings.setdefault((copy, url), []).append(name)
    for (copy, url), names in readings.items():
        text = _opened(reader, folder, copy, url)
        for name in names:
            found[name, copy] = CopyProof(copy, text.sha256, tuple(text.finding(one) for one in wanted[name]))
    told: list[PassageRecord] = []
    for name, passages in wanted.items():
        source = timeline.sources[name]
        rows = [lines.get((name, one), source.line) for one in passages]
        none = CopyProof("", "", (Finding(NO_COPY),) * len(passages))
        for proof in [found[name, copy] for copy in local_copies(source)] or [none]:
            for passage, finding, line in zip(passages, proof.findings, rows, strict=True):
                told.append(PassageRecord(name, passage, finding, line, proof.copy, proof.sha256))
    return told


def local_copies(source: Source) -> tuple[str, ...]:
    """The copies of a source that are files."""
    return source.local_copies


class _Opened(NamedTuple):
    """A copy that was read, or the finding that stands for each passage where it could not be."""

    sha256: str
    text: NormalText | None
    is_paged: bool
    instead: Finding

    def finding(self, passage: Passage) -> Finding:
        """The finding of a passage in it."""
        if self.text is None:
            return self.instead
        found = look_for(pieces_of(passage), self.text)
        return found if self.is_paged else found._replace(page=None)


def _opened(reader: CopyReader, folder: str, copy: str, url: str | None) -> _Opened:
    try:
        read = reader.read(path_within(folder, copy), url)
    except NotThere as fault:
        return _Opened("", None, is_paged=False, instead=Finding(NO_COPY, why=fault.args[0]))
    except NotBeside as fault:
        return _Opened("", None, is_paged=False, instead=Finding(UNREAD, why=fault.args[0]))
    if read.why:
        return _Opened(read.sha256, None, is_paged=False, instead=Finding(UNREAD, why=reason_unread(read)))
    return _Opened(read.sha256, NormalText(read.pages), read.is_paged, Finding(UNREAD))


def proof_facts(at: str, source: Source, proof: CopyProof, passages: Sequence[Passage]) -> list[Proof]:
    """The findings in a copy as facts of the ledger."""
    return [
        Proof(at, source.id, words_hash(one.words), proof.copy, proof.sha256, found.state, one.name, found.page)
        for one, found in zip(passages, proof.findings, strict=True)
    ]
