"""The facts of an event besides its text, as items of Markdown; and a claim as a section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.evidence.as_of import surely_out_part
from tui.core.evidence.as_of_words import reservations
from tui.core.evidence.knowledge import related_events
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.core.text.markdown import listed
from tui.core.text.messages import _
from tui.core.text.names import status_name
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Claim, Event
from tui.drawing.event.claims import rivals
from tui.drawing.event.detail import overdue
from tui.drawing.event.facts import event_facts
from tui.printing.markdown.escape import claim_name, claim_value_items, reason


def facts(event: Event, voice: TimelineInLanguage, today: int, *remarks: str) -> dict[str, str]:
    """Each fact under its name, empty where the file says nothing; `remarks` stand with the status."""
    said, as_of = event_facts(event, voice), voice.timeline.as_of
    status = status_name(event.status)
    if is_overdue(event, today):
        status = overdue(event, citations_by_source(event, voice.timeline), voice.language)
    rival = _("disputed") if is_disputed(surely_out_part(event, voice.timeline)) else ""
    held = reservations(event, as_of) if as_of is not None else ()
    subjects, pointing = ([voice.title(one) for one in some] for some in related_events(event, voice.timeline))
    return {
        _("When"): listed(said["date"]),
        _("Why this day"): listed(said["date_note"]),
        _("Status"): listed([(_(";") + " ").join(filter(None, (status, rival, *remarks, *held)))]),
        _("Kind"): listed(said["kind"]),
        _("Who"): listed(said["actors"]),
        _("Who was told"): listed(said["told"]),
        _("Who speaks"): listed(said["says"]),
        _("About"): listed(subjects),
        _("About it"): listed(pointing),
        _("Where"): listed([*said["place"], *said["countries"]]),
        _("Tags"): listed(said["tags"]),
        _("Data"): listed(said["data"]),
    }


def items(known: Mapping[str, str]) -> str:
    """An item a fact, of those that are known."""
    return "\n".join("- " + _("{name}: {value}", name=name, value=fact) for name, fact in known.items() if fact)


def claim_section(
    claim: Claim, event: Event, voice: TimelineInLanguage, speaker: Callable[[ResolvedCitation], str] | None = None
) -> Iterator[str]:
    """A claim under its name: a value an item, and why one is kept; `speaker` says otherwise who says so."""
    yield claim_name(claim, voice, rivals(event, voice))
    yield "\n".join(claim_value_items(claim, event, voice, speaker))
    why = reason(claim, voice)
    if why:
        yield why
