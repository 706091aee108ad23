"""The outcomes of jalon keep, a source a line or as data, while it is at work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui.cli.base import streams
from tui.cli.base.progress import Progress
from tui.cli.base.request import quoted
from tui.core.proof.drift import DRIFTS
from tui.core.proof.ledger import GONE, MOVED, REFUSED
from tui.core.proof.states import ABSENT, ALTERED, UNREAD
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, forms, numbered, reason_of, translatable, translated
from tui.store.keep.keeper import Outcome
from tui.store.system.atomic_write import NotSaved
from tui.store.system.read_bytes import Unreadable

if TYPE_CHECKING:
    from tui.core.timeline.model import Passage, Source

_MANY_WORDS = 40
"""Characters of a passage that has no name."""
PROVED = forms("{proved} of {number} passage proved", "{proved} of {number} passages proved")
STOPPED = forms(
    "stopped: {number} of {sources} sources is done; the same once more goes on",
    "stopped: {number} of {sources} sources are done; the same once more goes on",
)
FINDINGS = {
    ALTERED: translatable("{passage}: altered; the page has: {words}"),
    ABSENT: translatable("{passage}: absent"),
    UNREAD: translatable("{passage}: unread, {why}"),
}
"""The words for a passage that was not found as it is cited."""


def tell(sources: Sequence[Source], keep: Callable[[Source], Outcome], form: str, day: str) -> int:
    """Keep the sources, and say of each what came of it: the exit code."""
    is_whole = True
    records = []
    done = 0
    with Progress(len(sources)) as progress:
        try:
            for source in sources:
                progress.show(done, source.id)
                outcome = keep(source)
                done += 1
                is_whole = is_whole and outcome.has_copy
                if form == "json":
                    records.append(_record(outcome))
                    continue
                progress.clear()
                first, *others = _lines(outcome, day)
                sys.stdout.write("".join([f"{clean_line(first)}\n", *(f"  {clean_line(one)}\n" for one in others)]))
                sys.stdout.flush()
        except KeyboardInterrupt:
            progress.clear()
            streams.inform(numbered(*STOPPED, done, sources=len(sources)))
            if form == "json":
                streams.write_json(records)
            return streams.INTERRUPTED
        except (NotSaved, Unreadable) as failed:
            progress.clear()
            if form == "json" and records:
                streams.write_json(records)
            streams.complain(reason_of(failed))
            return streams.FAILED
    if form == "json":
        streams.write_json(records)
    elif not sources:
        streams.inform(_("nothing to keep"))
    return streams.OK if is_whole else streams.FAILED


# ---- Text ----


def _lines(outcome: Outcome, day: str) -> Iterator[str]:
    """The lines of one outcome: what was kept, or why not and what can be done, then the passages."""
    name = outcome.source.id
    yield _("{name}: {value}", name=name, value=clauses(*_clauses(outcome, day)))
    if outcome.kept is not None:
        for said in outcome.kept.left:
            yield translated(said)
        if outcome.kept.unnamed:
            yield _("the line to add: {line}", line=f"archive: {outcome.kept.copy}")
    cure = _cure(outcome, day)
    if cure:
        yield cure
    if outcome.drifts:
        drifts = zip(outcome.passages, outcome.drifts, strict=True)
        yield " · ".join(_(DRIFTS[one.kind], passage=_label(passage), day=one.since) for passage, one in drifts)
    for passage, finding in zip(outcome.passages, outcome.findings, strict=bool(outcome.findings)):
        if finding.state == ALTERED or (finding.state in FINDINGS and not outcome.drifts):
            words, why = clean_line(finding.found), translated(finding.why)
            yield _(FINDINGS[finding.state], passage=_label(passage), words=words, why=why)


def _clauses(outcome: Outcome, day: str) -> Iterator[str]:
    page, kept = outcome.fetched, outcome.kept
    if kept is None:
        if outcome.why or page is None:
            yield translated(outcome.why)
            return
        status = "" if page.status is None or page.state == MOVED else str(page.status)
        why = translated(page.why)
        yield _("{clause} ({status})", clause=why, status=status) if status else why
        if outcome.since and outcome.since[:10] != day:
            yield _("so since {day}", day=outcome.since[:10])
        if page.to:
            yield _("it leads to {address}", address=page.to)
        if page.wait:
            yield _("the host asks to wait: {seconds}", seconds=page.wait)
        return
    size = f"{max(1, round(kept.size / 1000)):,} kB"  # no words: a unit
    yield _("kept in {copy} ({size})", copy=kept.copy, size=size)
    if kept.unnamed:
        yield _("the file does not name it, for {reason}", reason=translated(kept.unnamed))
    if page is not None and page.state == MOVED:
        yield _("its page is at {address} now", address=page.to)
    if outcome.passages:
        yield numbered(*PROVED, len(outcome.passages), proved=outcome.proved)


def _cure(outcome: Outcome, day: str) -> str:
    """The thing to do about a page that could not be had."""
    page, source = outcome.fetched, outcome.source
    if not source.url and outcome.kept is None:
        return _("--adopt takes a file that you have")
    if page is None or outcome.kept is not None:
        return ""
    if page.state == GONE:
        return _("if it stays so, a line under it says it: {line}", line=f"gone: {day}")
    if page.state == REFUSED:
        command = f"jalon keep {quoted(source.id)} --adopt SAVED"  # no words: a command
        return _("save it in your browser, then {command}", command=command)
    return ""


def _label(passage: Passage) -> str:
    """The name of a passage; of one that is quoted in place its first words."""
    if passage.name:
        return clean_line(passage.name)
    words = clean_line(passage.words)
    return f"“{words}”" if len(words) <= _MANY_WORDS else f"“{words[:_MANY_WORDS]}…”"


# ---- Data ----


def _record(outcome: Outcome) -> dict[str, Any]:
    """One outcome as data; what does not apply is null."""
    page, kept = outcome.fetched, outcome.kept
    drifts: Sequence[Any] = outcome.drifts or (None,) * len(outcome.passages)
    return {
        "source": outcome.source.id,
        "link": page.state if page else None,
        "status": page.status if page else None,
        "to": (page.to or None) if page else None,
        "why": str(outcome.why or (page.why if page else "") or (kept.unnamed if kept else "")) or None,
        "copy": kept.copy if kept else None,
        "sha256": kept.sha256 if kept else None,
        "named": kept is not None and not kept.unnamed,
        "passages": [
            {
                "passage": passage.name or None,
                "words": passage.words,
                "state": finding.state,
                "page": finding.page,
                "found": finding.found or None,
                "drift": one.kind if one else None,
                "since": (one.since or None) if one else None,
            }
            for passage, finding, one in zip(outcome.passages, outcome.findings, drifts, strict=True)
        ],
    }
