"""A timeline on paper: every event whole with its id in the margin, and who says so in numbered notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.citation.footnotes import Footnote, FootnoteList
from tui.core.citation.proof_words import proof_words
from tui.core.citation.resolve import citations_by_source
from tui.core.citation.sentence import author, dates
from tui.core.dates.words import day_in_words
from tui.core.evidence.as_of_words import MAY_BE_KNOWN, as_published_by, sources_standing
from tui.core.evidence.privacy import Withheld
from tui.core.evidence.verdicts import is_dated
from tui.core.index.protocol import Answers, timeline_around, walk_in
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, in_context, numbered
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Event
from tui.drawing.event.detail import curator_text, event_parts
from tui.drawing.event.proof import proof_sign
from tui.drawing.event.sources import linked
from tui.drawing.spans.column import TextColumn, joined
from tui.drawing.spans.glyphs import UNICODE
from tui.drawing.spans.spans import Line, Span

MARGIN = 20
"""Cells of the margin, with the gap after it."""

NARROWEST = 70
"""Cells from which on there is a margin; below, an id stands above its event."""


class Provenance(NamedTuple):
    """The origin of a document."""

    file: str
    digest: str
    """The SHA-256 of the file's bytes, in hexadecimal, or the beginning of it."""
    query: str
    """As one asks it; empty for all events."""
    withheld: Withheld = Withheld()
    order: str | None = None
    """One of ORDERS; the oldest come first unless another is asked for."""


def headings(
    answers: Answers, made_from: Provenance, voice: TimelineInLanguage, separator: str = UNICODE.separator
) -> list[tuple[str, str]]:
    """The headings of the document, as names and values: file and content, query, day, and what is kept back."""
    rows = [
        (_("file"), f"{clean_line(made_from.file)}, sha-256 {made_from.digest}"),
        (_("query"), clean_line(made_from.query) or _("everything")),
        (_("day"), day_in_words(answers.engine.today, voice.language)),
    ]
    as_of = voice.timeline.as_of
    if as_of is not None:
        rows[-1:] = [
            (_("day"), as_published_by(as_of.day, voice.language)),
            (_("sources"), sources_standing(as_of, separator)),
        ]
    withheld = (_("withheld"), _("{what}, private", what=made_from.withheld))
    return [*rows, withheld] if made_from.withheld else rows


def counts(answers: Answers) -> list[str]:
    """`43 events`, `16 on one source`, `2 disputed`, `5 overdue`, `15 sources undated`."""
    tally, possibly = answers.tally(), answers.possibly_out()
    total = answers.engine.whole_file.select().count()
    events = plural(total, "event")
    if answers.query.terms:
        events = numbered("{found} of {number} event", "{found} of {number} events", total, found=tally.events)
    undated = len(undated_sources(answers))
    return [
        events,
        *([f"({possibly} {_(MAY_BE_KNOWN)})"] if possibly else []),
        numbered("{number} on one source", "{number} on one source", tally.lone),
        numbered("{number} disputed", "{number} disputed", tally.disputed),
        numbered("{number} overdue", "{number} overdue", tally.overdue),
        numbered("{number} source undated", "{number} sources undated", undated),
        *([numbered("{number} private", "{number} private", tally.private)] if tally.private else []),
    ]


def undated_sources(answers: Answers) -> set[str]:
    """The sources that its events cite of which the day of publication is not known."""
    known = answers.engine.head.sources
    cited = {source for source, _many in answers.counted("source", answers.values("source"))}
    return {source for source in cited if not is_dated(known.get(source))}


def dossier(answers: Answers, made_from: Provenance, sheet: TextColumn) -> Iterator[Line]:
    """The rows of the document, none wider than the column but for addresses, which are never broken."""
    voice = TimelineInLanguage(answers.engine.head, sheet.pen.language)
    notes = FootnoteList(answers.engine.head)
    yield from _head(answers, made_from, voice, sheet)
    for found in walk_in(answers, made_from.order):
        yield ()
        voice = TimelineInLanguage(timeline_around(answers.engine, found), sheet.pen.language)
        yield from _event(found.event, notes, voice, sheet)
    yield from _notes(notes, voice, sheet)


def _head(answers: Answers, made_from: Provenance, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    yield from sheet.paragraph(voice.line(answers.engine.head.titles) or _("Timeline"), "strong")
    yield ()
    if about := curator_text(voice.timeline.about, voice, sheet):
        yield from (*about, ())
    rows = headings(answers, made_from, voice, sheet.glyphs.separator)
    widest = max(sheet.measure(name) for name, _said in rows)
    for name, value in rows:
        yield from sheet.paragraph(value, head=(Span(f"{sheet.padded(name, widest)}  ", "dim"),))
    yield from sheet.flow(counts(answers), sheet.dot)
    yield (Span(sheet.glyphs.rule * sheet.width, "dim"),)


# ---- Events


def _event(event: Event, notes: FootnoteList, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    """An event beside its id, or below it where the page is narrow."""
    if sheet.width < NARROWEST:
        yield from sheet.paragraph(clean_line(event.id), "dim")
        yield from _body(event, notes, voice, sheet)
        return
    margin = _margin(clean_line(event.id), sheet)
    body = list(_body(event, notes, voice, sheet.of_width(sheet.width - MARGIN)))
    for row in range(max(len(margin), len(body))):
        beside = sheet.padded(margin[row] if row < len(margin) else "", MARGIN)
        line = body[row] if row < len(body) else ()
        yield (Span(beside, "dim"), *line) if line or beside.strip() else ()


def _margin(name: str, sheet: TextColumn) -> list[str]:
    """An id in rows that fit the margin, broken after hyphens where that will do."""
    narrow = sheet.of_width(MARGIN - 2)
    rows = [""]
    for piece in name.replace("-", "- ").split(" "):
        if rows[-1] and sheet.measure(rows[-1] + piece) > narrow.width:
            rows.append("")
        if sheet.measure(piece) > narrow.width:
            *whole, piece = ("".join(span.text for span in line) for line in narrow.paragraph(piece))
            rows[-1:] = [*filter(None, rows[-1:]), *whole, ""]
        rows[-1] += piece
    return rows


def _body(event: Event, notes: FootnoteList, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    """The event whole: title, circumstances, text, claims, and who says so."""

    def speakers(citations: Iterable[Citation]) -> list[str]:
        marks = notes.said_by(citations)
        return [f"{voice.publisher(source)} [{', '.join(found)}]" for source, found in marks.items()]

    parts = event_parts(event, citations_by_source(event, voice.timeline), voice, sheet, speakers)
    named = _sources(event, speakers(event.citations), sheet)
    yield from joined([parts.head, parts.text, parts.claims, parts.related, [*named, *parts.tags]])


def _sources(event: Event, own: list[str], sheet: TextColumn) -> list[Line]:
    """The speakers, besides those named with the claims; an alarm when there is none."""
    if event.cited and not own:
        return []
    head = (Span(_("sources") + "  ", "dim"),)
    return sheet.flow(own or [in_context("of sources", "none")], ", ", "text" if own else "alarm", head=head)


# ---- Notes


def _notes(notes: FootnoteList, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    found = list(notes)
    if not found:
        return
    yield ()
    yield (Span(sheet.glyphs.rule * sheet.width, "dim"),)
    yield from sheet.paragraph(_("Notes"), "strong")
    number = len(str(found[-1].number))
    for note in found:
        yield ()
        yield from _note(note, number, voice, sheet)


def _note(note: Footnote, number: int, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    """Publisher, title, dates; why that date; the addresses; each passage by its letter."""
    source, target = note.whole.source, note.whole.target
    head = (Span(f"{note.number:>{number}}  ", "key"),)
    below = (Span(" " * (number + 2)),)
    if source is None:
        missing = _("{source}: no such source in the file", source=clean_line(note.whole.citation.source))
        yield from sheet.paragraph(missing, head=head)
        return
    names = (voice.publisher_beside_title(source), author(source), voice.source_title(source))
    words = ", ".join([*(clean_line(name) for name in names if name), *dates(source, voice)])
    private = " " + in_context("of a source", "(private)") if source.private else ""
    yield from linked(sheet.paragraph(words + private, head=head), target)
    reason = voice.line(source.published_note)
    if reason:
        yield from sheet.paragraph(_("its date: {reason}", reason=reason), "doubt", head=below)
    if source.url:
        yield (*below, Span(clean_line(source.url), "dim", note.whole.address))
    for name, address in note.whole.copies:
        yield (*below, Span(_("archive:") + " ", "dim"), Span(clean_line(name), "dim", address))
    for letter, one in note.lettered():
        passage = one.citation.passage
        if passage is not None:
            text = _("“{words}”", words=clean_line(passage.located).replace("…", sheet.glyphs.cut))
            yield from linked(sheet.paragraph(text, head=(*below, Span(f"{letter}  ", "key"))), one.target)
            if sign := proof_sign(one.citation, voice.timeline, sheet.glyphs):
                said = proof_words(one.citation, voice.timeline, voice.language)
                yield from sheet.paragraph(said, "dim", head=(*below, sign, Span("  ")))
