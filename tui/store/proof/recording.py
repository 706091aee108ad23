"""The findings of `jalon prove`, written into the ledger: only what it does not say already."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tui.core.proof.ledger import Copy, Fact, Proof, words_hash
from tui.core.proof.record import PassageRecord
from tui.store.proof.ledger import ledger_of, record
from tui.store.system.beside import path_beside


def record_proofs(timeline: str, found: Iterable[PassageRecord], at: str) -> tuple[int, str]:
    """Add what was found in copies on this machine: the number of new facts, and what could not be tidied away.

    Raises NotSaved, and Unreadable for a ledger that cannot be read.
    """
    ledger = ledger_of(timeline)
    known = {(one.source, one.words, one.copy, one.passage): one for one in ledger.of_kind(Proof)}
    hashes = ledger.hashes()
    facts: list[Fact] = []
    for one in found:
        if not one.sha256:
            continue
        if hashes.get(one.copy) != one.sha256:
            hashes[one.copy] = one.sha256
            size = os.path.getsize(path_beside(timeline, one.copy))
            facts.append(Copy(at, one.source, one.copy, one.sha256, size))
        words = words_hash(one.passage.words)
        state, page = one.finding.state, one.finding.page
        fact = Proof(at, one.source, words, one.copy, one.sha256, state, one.passage.name, page)
        last = known.get((one.source, words, one.copy, one.passage.name))
        if last is None or last._replace(at=at) != fact:
            facts.append(fact)
    return len(facts), record(timeline, facts) if facts else ""
