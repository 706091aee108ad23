"""Sources kept one after the other: fetched or taken over, named in the file, proved, and written down."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from typing import NamedTuple

from tui.core.proof.drift import Drift, Seen, drift
from tui.core.proof.find import Finding
from tui.core.proof.ledger import UNREACHABLE, Copy, Fact, Link, Proof, words_hash
from tui.core.proof.states import FOUND
from tui.core.text.messages import worded
from tui.core.timeline.model import Passage, Source, Timeline
from tui.store.keep import keeping
from tui.store.keep.fetch import Fetched, Limits, fetch
from tui.store.keep.keeping import Kept
from tui.store.keep.warc import SUFFIX, warc
from tui.store.proof.copy_text import KINDS
from tui.store.proof.ledger import ledger_of, record
from tui.store.proof.reading import CopyReader
from tui.store.proof.source_proof import CopyProof, local_copies, passages_of, proof_facts, proofs_in
from tui.store.system import environment, read_bytes
from tui.store.system.beside import folder_of

PAUSE = 2.0
"""Seconds between two requests to one host."""
TOO_MANY = 429
_PLAIN = re.compile(r"(?!\.\./)\w[\w.,()&'’+@/ -]*")
"""A path from the folder of the timeline that a file can name as it is."""
_DAY = 10
"""Characters of a day as ISO 8601 has it."""


class Outcome(NamedTuple):
    """The outcome for one source."""

    source: Source
    fetched: Fetched | None = None
    """None where nothing was asked for."""
    kept: Kept | None = None
    """None where there is no new copy."""
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    """In the order of the passages, in the copy that was kept."""
    drifts: tuple[Drift, ...] = ()
    """In the same order; empty where nobody asked."""
    why: str = ""
    """The reason why nothing was kept, in one clause, where it is not that of the page."""
    is_there: bool = False
    """True where nothing was to be done, for there is a copy."""
    since: str = ""
    """The time since when a page could not be reached."""

    @property
    def proved(self) -> int:
        """The number of passages that stand in the copy."""
        return sum(one.state in FOUND for one in self.findings)

    @property
    def has_copy(self) -> bool:
        """True when the file names a copy now, be it a new one or one that was there."""
        return self.is_there or (self.kept is not None and not self.kept.unnamed)


def host_of(source: Source) -> str:
    """The host of the address of a source, with its port."""
    return (source.url or "").partition("://")[2].partition("/")[0].lower()


class Keeper:
    """Keeps copies, and knows what it asked of which host."""

    def __init__(
        self, path: str, timeline: Timeline, day: str, reader: CopyReader, *, again: bool, limits: Limits | None = None
    ) -> None:
        """`timeline` has the events whose quotations are sought, `day` names the copies: `2026-11-30`.

        With `again` there is one more copy of each, and its drift.
        """
        self._path = path
        self._folder = folder_of(path)
        self._timeline = timeline
        self._day = day
        self._reader = reader
        self._again = again
        self._limits = limits
        self._asked: dict[str, float] = {}
        """The time of the last request to each host."""
        self._tired: set[str] = set()
        """The hosts that have said that they are asked too often."""

    def keep(self, source: Source) -> Outcome:
        """Fetch the page of a source and keep it; NotSaved when the disk refuses."""
        if not source.url:
            return Outcome(source, why=worded("it has no address"))
        if not self._again:
            if copies := local_copies(source):
                return self._recorded(source, copies)
            if left := keeping.left_behind(self._path, source):
                return self._named(source, left, Copy(environment.now(), source.id, "", "", 0, source.url), [])
        if (host := host_of(source)) in self._tired:
            return Outcome(source, why=worded("its host asked for a pause, and was not asked again"))
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + PAUSE - time.monotonic()))
        found = fetch(source.url, source.language, self._limits)
        self._asked[host] = time.monotonic()
        if found.status == TOO_MANY:
            self._tired.add(host)
        return self._fetched(source, found)

    def _fetched(self, source: Source, found: Fetched) -> Outcome:
        at = environment.now()
        why = str(found.why)
        link = Link(at, source.id, found.url, found.state, found.status, found.to, why)
        if found.why:
            record(self._path, [link])
            since = ledger_of(self._path).unreachable_since(found.url) if found.state == UNREACHABLE else None
            return Outcome(source, found, since=since or "")
        data = warc(found.exchanges, f"{self._day}{SUFFIX}")
        fact = Copy(at, source.id, "", "", 0, found.url, found.media)
        kept = keeping.keep(self._path, data, SUFFIX, self._day, [link], fact, is_first=not self._again)
        if kept is None:
            return Outcome(source, found, why=worded("there is a copy by now"), is_there=True)
        return self._proved(source, kept)._replace(fetched=found)

    def adopt(self, source: Source, saved: str) -> Outcome:
        """Take a file that somebody saved as a copy of a source; Unreadable, or NotSaved when the disk refuses."""
        ending = keeping.ending_of(saved)
        if not ending:
            return Outcome(source, why=worded("a copy is one of {kinds}", kinds=", ".join(KINDS)))
        fact = Copy(environment.now(), source.id, "", "", 0)
        real = os.path.realpath(saved)
        copy = os.path.relpath(real, self._folder).replace(os.sep, "/")
        if _PLAIN.fullmatch(copy):
            read_bytes.fetch(saved)
            return self._named(source, copy, fact, [])
        data = read_bytes.fetch(saved)
        kept = keeping.keep(self._path, data, ending, self._day, [], fact)
        return Outcome(source) if kept is None else self._proved(source, kept)

    def _named(self, source: Source, copy: str, fact: Copy, facts: Sequence[Fact]) -> Outcome:
        return self._proved(source, keeping.name_in_place(self._path, copy, facts, fact))

    def _recorded(self, source: Source, copies: Sequence[str]) -> Outcome:
        """A source that has its copy: what the ledger does not know of the last one is added."""
        last = copies[-1]
        ledger = ledger_of(self._path)
        written = {one.copy for one in ledger.of_kind(Copy)}
        proofs = {one.words for one in ledger.of_kind(Proof) if (one.source, one.copy) == (source.id, last)}
        wanted = {words_hash(one.words) for one in passages_of(self._timeline, source)}
        if not self._is_here(last) or (last in written and wanted <= proofs):
            why = worded("there is a copy, {copy}; --again keeps one more", copy=last)
            return Outcome(source, why=why, is_there=True)
        return self._named(source, last, Copy(environment.now(), source.id, "", "", 0), [])

    def _is_here(self, copy: str) -> bool:
        return os.path.isfile(os.path.join(self._folder, copy))

    def _proved(self, source: Source, kept: Kept) -> Outcome:
        """The outcome of a copy that was kept: its passages are sought in it, and that is written down."""
        passages = passages_of(self._timeline, source)
        earlier = [one for one in local_copies(source) if one != kept.copy and self._is_here(one)]
        wanted = [*(earlier if self._again else []), kept.copy]
        proofs = proofs_in(self._reader, self._folder, source, wanted, passages) if passages else []
        drifts = self._drifts(proofs) if self._again and len(proofs) > 1 else ()
        findings: tuple[Finding, ...] = ()
        if proofs:
            record(self._path, proof_facts(environment.now(), source, proofs[-1], passages))
            findings = proofs[-1].findings
        return Outcome(source, None, kept, passages, findings, drifts)

    def _drifts(self, proofs: Sequence[CopyProof]) -> tuple[Drift, ...]:
        written = {one.copy: one.at[:_DAY] for one in ledger_of(self._path).of_kind(Copy)}
        days = {one.copy: keeping.day_of(one.copy) or written.get(one.copy, "") for one in proofs}
        copies = [*sorted(proofs[:-1], key=lambda one: days[one.copy]), proofs[-1]]
        return tuple(
            drift([Seen(days[one.copy] or self._day, one.findings[number].state) for one in copies])
            for number in range(len(proofs[-1].findings))
        )
