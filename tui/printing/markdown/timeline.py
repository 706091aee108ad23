"""A timeline as a Markdown document: a section a year, an item an event with what is said of it and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.resolve import citations_by_source
from tui.core.dates.calendar import year_month_day
from tui.core.dates.labels import phrases
from tui.core.dates.words import day_in_words, in_words, year_label
from tui.core.evidence.as_of_words import as_published_by, reservations, sources_standing
from tui.core.evidence.privacy import is_kept_back, private_sources
from tui.core.index.protocol import Answers, EventFacts, timeline_around, walk_in
from tui.core.text.markdown import BREAK, escaped, listed
from tui.core.text.messages import _, forms, in_context, numbered
from tui.core.text.names import status_name
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Claim, Event
from tui.drawing.event.claims import rivals
from tui.drawing.event.detail import unconfirmed
from tui.drawing.spans.pen import Pen
from tui.drawing.spine.heading import view_in_force
from tui.printing.markdown.escape import claim_name, claim_value_items, linked_publisher, reason, text_paragraphs

MORE_MAY_BE_KNOWN = forms("{number} more may already have been known", "{number} more may already have been known")
INDENT = "  "
"""Puts a line inside the item above it."""


def document(answers: Answers, pen: Pen, order: str | None = None) -> str:
    """The events that are selected, with their texts, and the values of each claim that has more than one.

    The newest come first if that is the order.
    """
    voice = TimelineInLanguage(answers.engine.head, pen.language)
    return "\n".join(_document(answers, voice, pen.today, order)) + "\n"


def _document(answers: Answers, voice: TimelineInLanguage, today: int, order: str | None) -> Iterator[str]:
    title = _("Timeline")
    yield f"# {escaped(voice.line(voice.timeline.titles)) or title}"
    yield ""
    as_of = voice.timeline.as_of
    if as_of is None:
        yield _counts(answers) + " · " + _("today {day}", day=day_in_words(today, voice.language))
    else:
        told = as_published_by(as_of.day, voice.language)
        yield f"{told[0].upper()}{told[1:]} · {_counts(answers)}{BREAK}"
        yield sources_standing(as_of)
    for paragraph in text_paragraphs(voice.timeline.about, voice):
        yield from ("", paragraph)
    said = None
    for found in walk_in(answers, order):
        year = _year(found.event, voice.language)
        if year != said:
            yield from ("", f"## {year}")
            said = year
        yield ""
        around = TimelineInLanguage(timeline_around(answers.engine, found), voice.language)
        yield from _item(found, around)


def _counts(answers: Answers) -> str:
    tally, possibly = answers.tally(), answers.possibly_out()
    total = answers.engine.whole_file.select().count()
    events = plural(total, "event")
    if answers.query.terms:
        view = escaped(view_in_force(answers))
        events = numbered("{found} of {number} event", "{found} of {number} events", total, found=tally.events)
        events = _("{name}: {value}", name=view, value=events) if view else events
    return " · ".join(
        (
            events,
            *([numbered(*MORE_MAY_BE_KNOWN, possibly)] if possibly else []),
            plural(tally.sources, "source"),
            numbered("{number} disputed", "{number} disputed", tally.disputed),
            numbered("{number} overdue", "{number} overdue", tally.overdue),
            numbered("{number} on one source", "{number} on one source", tally.lone),
            *([numbered("{number} private", "{number} private", tally.private)] if tally.private else []),
        )
    )


def _year(event: Event, language: str) -> str:
    """The section of an event: the year in which it stands on the spine."""
    if event.date.earliest is None and event.date.latest is None:
        return phrases(language).undated.capitalize()
    return year_label(year_month_day(event.date.sort_key[0])[0], language)


def _item(found: EventFacts, voice: TimelineInLanguage) -> Iterator[str]:
    """An item: its head, its text, what sources say differently."""
    event = found.event
    blocks = [
        _head(found, voice),
        *([paragraph] for paragraph in text_paragraphs(event.texts, voice)),
        [line for claim in event.claims if len(claim.values) > 1 for line in _claim(claim, event, voice)],
    ]
    for at, block in enumerate(filter(None, blocks)):
        if at:
            yield ""
        yield from (f"{INDENT if at or below else '- '}{line}" for below, line in enumerate(block))


def _head(found: EventFacts, voice: TimelineInLanguage) -> list[str]:
    """The head of an item: when and what; who and where; why that day; who says so: a line each, of one paragraph."""
    event = found.event
    title = escaped(voice.line(event.titles))
    note = escaped(voice.line(event.date_note))
    said = f"**{title}**{_remarks(found, voice)}"
    when = escaped(in_words(event.date, voice.language))
    lines = [
        said if event.date.is_undated else _("{name}: {value}", name=when, value=said),
        _whom(event, voice),
        _("Why this day: {note}", note=note) if note else "",
        ", ".join(linked_publisher(group[0], voice) for group in citations_by_source(event, voice.timeline)),
    ]
    *before, last = filter(None, lines)
    return [*(line + BREAK for line in before), last]


def _remarks(found: EventFacts, voice: TimelineInLanguage) -> str:
    """The reservations to know before one believes it, as ` (planned, disputed)`; nothing when it is plain."""
    event = found.event
    remarks = [_("key event")] if event.key else []
    remarks += [in_context("of an event", "private")] if is_kept_back(event, private_sources(voice.timeline)) else []
    remarks += [status_name(event.status)] if event.status != "reported" else []
    if found.is_overdue:
        remarks.append(unconfirmed(event, citations_by_source(event, voice.timeline)))
    if found.is_disputed:
        remarks.append(_("disputed"))
    if voice.timeline.as_of is not None:
        remarks += reservations(event, voice.timeline.as_of)
    return f" ({', '.join(map(escaped, remarks))})" if remarks else ""


def _whom(event: Event, voice: TimelineInLanguage) -> str:
    actors = listed([voice.actor(name) for name in event.actors])
    countries = listed([voice.country(code) for code in event.countries])
    return " · ".join(filter(None, (actors, countries)))


def _claim(claim: Claim, event: Event, voice: TimelineInLanguage) -> list[str]:
    """A claim as an item of its own: its name, why a value is kept, and each value with who says it."""
    why, name = reason(claim, voice), claim_name(claim, voice, rivals(event, voice))
    head = [f"- {name}{BREAK}", f"{INDENT}{why}"] if why else [f"- {name}"]
    return head + [f"{INDENT}{stance}" for stance in claim_value_items(claim, event, voice)]
