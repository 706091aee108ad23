"""An event as people are told it in a document: its claims with who gives each value, its citations, its remarks."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import event_certainty, surely_out_part
from tui.core.evidence.claims import disputed, less_precise
from tui.core.evidence.notation import value_in_language
from tui.core.evidence.verdicts import retained
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.names import status_name
from tui.core.timeline.in_language import TimelineInLanguage, in_doubt
from tui.core.timeline.model import Citation, Event, Source


class ClaimedValue(NamedTuple):
    """One value of a claim, and who gives it."""

    text: str
    """As the reader writes such things: a date in words, a number with the reader's separators."""
    as_written: str
    is_kept: bool
    is_less_precise: bool
    by: tuple[ResolvedCitation, ...]
    """One citation of each source."""


class ToldClaim(NamedTuple):
    """A claim with its values in words."""

    name: str
    is_disputed: bool
    values: tuple[ClaimedValue, ...]
    because: str
    """The reason for the value that is kept; empty where the file does not say."""


def claims_of(event: Event, voice: TimelineInLanguage) -> list[ToldClaim]:
    """The claims of an event; of a timeline told by a day a claim is disputed by what is surely out."""
    timeline = voice.timeline
    known = {one.citation: one for one in citations_of_event(event, timeline)} if event.claims else {}
    clash = {one.name for one in surely_out_part(event, timeline).claims if disputed(one)} if event.claims else set()
    found = []
    for claim in event.claims:
        keep, vague = retained(event, claim), less_precise(claim)
        values = (
            ClaimedValue(
                value_in_language(one.text, claim.name, voice.language),
                clean_line(one.text),
                place == keep,
                place in vague,
                _once_each(one.citations, known),
            )
            for place, one in enumerate(claim.values)
        )
        found.append(ToldClaim(voice.claim(claim), claim.name in clash, tuple(values), voice.line(claim.because)))
    return found


def _once_each(
    citations: Collection[Citation], known: dict[Citation, ResolvedCitation]
) -> tuple[ResolvedCitation, ...]:
    firsts: dict[str, ResolvedCitation] = {}
    for citation in citations:
        firsts.setdefault(citation.source, known[citation])
    return tuple(firsts.values())


def claim_line(claim: ToldClaim, voice: TimelineInLanguage) -> str:
    """A claim on one line: `jobs at risk (disputed): 150 people (kept; Trends, RTL) | 163 people (Bladi)`."""
    name = _("{claim} (disputed)", claim=claim.name) if claim.is_disputed else claim.name
    values = " | ".join(_value_line(one, claim, voice) for one in claim.values)
    line = _("{name}: {value}", name=name, value=values)
    return f"{line}. {_('Why: {reason}', reason=claim.because)}" if claim.because else line


def _value_line(value: ClaimedValue, claim: ToldClaim, voice: TimelineInLanguage) -> str:
    kept = [_("kept")] if value.is_kept and len(claim.values) > 1 else []
    who = ", ".join(voice.speakers([one.citation for one in value.by]))
    remark = "; ".join(filter(None, (*kept, who)))
    return f"{value.text} ({remark})" if remark else value.text


def title_as_told(event: Event, voice: TimelineInLanguage) -> str:
    """The title; in parentheses where, told by a day, the event rests on what is possibly out."""
    as_of = voice.timeline.as_of
    return in_doubt(voice.title(event), event_certainty(event, as_of) if as_of else None)


def date_in_words(event: Event, voice: TimelineInLanguage) -> str:
    """The date with its doubt and its bounds: `between 21 and about 25 August 2025`."""
    return in_words(event.date, voice.language)


def status_in_words(event: Event, is_overdue: bool) -> str:
    """The status where it is not that of most events: `planned, overdue`; empty for `reported`."""
    if event.status == "reported":
        return ""
    return ", ".join((status_name(event.status), *([_("overdue")] if is_overdue else ())))


def source_line(source: Source, voice: TimelineInLanguage) -> str:
    """A source in a few words: `Trends, 25 August 2025: Centre d’appels …`."""
    who = ", ".join(filter(None, (voice.publisher_beside_title(source), _published(source, voice))))
    title = voice.source_title(source)
    return _("{name}: {value}", name=who, value=title) if who else title


def _published(source: Source, voice: TimelineInLanguage) -> str:
    return in_words(source.published, voice.language) if source.published else ""
