"""The marks of citations: what the ledger says of each passage, while its words and the copy are still the same."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.proof.ledger import Copy, Ledger, Standing
from tui.core.proof.record import passages_by_source
from tui.core.proof.states import ABSENT, ALTERED, FOUND
from tui.core.timeline.model import ProofMark, ProofMarks, Timeline


def proof_marks(timeline: Timeline, ledger: Ledger, hashes: Mapping[str, str]) -> ProofMarks:
    """The marks of a timeline by its ledger; `hashes` are those of the copies on this machine.

    A passage that stands in one of its copies is proved, whatever another copy has; among several the latest counts.
    """
    standing = Standing(ledger, hashes)
    kept = {(one.source, one.copy): one.at[:10] for one in ledger.of_kind(Copy)}
    marks: dict[tuple[str, str], ProofMark] = {}
    passages = passages_by_source(timeline)
    for name, some in passages.items():
        copies = timeline.sources[name].archives
        for passage in some:
            proofs = [one for one in standing.of(name, passage.words) if one.copy in copies]
            missed = [one for one in proofs if one.state in (ALTERED, ABSENT)]
            best = [one for one in proofs if one.state in FOUND] or missed
            if best:
                one = best[-1]
                day = kept.get((name, one.copy), "")
                marks[name, passage.words] = ProofMark(one.state, one.at, one.copy, one.sha256, day, one.page)
    return ProofMarks(marks, {name: len(some) for name, some in passages.items()})
