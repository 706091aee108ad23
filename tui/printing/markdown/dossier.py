"""A timeline as a whole Markdown document: a section an event, and who says so in footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.footnotes import Footnote, FootnoteList
from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.citation.sentence import author, dates
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import surely_out_part
from tui.core.evidence.as_of_words import reservations
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.core.index.selection import Selection
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, Source
from tui.drawing.event.claims import rivals
from tui.drawing.event.detail import overdue
from tui.drawing.lists.dossier import Provenance, counts, headings
from tui.printing.markdown.escape import (
    BREAK,
    anchor,
    claim_name,
    claim_value_items,
    escaped,
    item,
    linked_publisher,
    listed,
    reason,
    text_paragraphs,
    titles,
    titles_about,
)

INDENT = "    "
"""Of what belongs to the footnote above it."""


def document(selection: Selection, made_from: Provenance, *, language: str) -> str:
    """Every event that is selected, whole; footnotes are as GitHub, pandoc and others have them (`[^1]`)."""
    voice = TimelineInLanguage(selection.index.timeline, language)
    notes = FootnoteList(selection.index.timeline)
    head = [f"- {name.capitalize()}: {escaped(value)}" for name, value in headings(selection, made_from, voice)]
    blocks = [
        f"# {item(voice.line(voice.timeline.titles) or 'Timeline')}",
        "\n".join(head),
        escaped(" · ".join(counts(selection))),
    ]
    for event in selection.rows(0, len(selection)):
        blocks += _event(event, selection.index.today, notes, voice)
    blocks += ["\n".join(_footnote(note, voice)) for note in notes]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _event(event: Event, today: int, notes: FootnoteList, voice: TimelineInLanguage) -> Iterator[str]:
    """An event as blocks: its title, the facts, the text, what is claimed, who says so."""
    yield f"## {item(voice.line(event.titles) or event.id)}"
    yield "\n".join(f"- {name}: {fact}" for name, fact in _facts(event, today, voice).items() if fact)
    yield from text_paragraphs(event, voice)
    for claim in event.claims:
        yield "\n\n".join(_claim(claim, event, notes, voice))
    said_by = [_referred(one, notes, voice) for one in _own(event, voice)]
    if said_by:
        yield f"Sources: {', '.join(said_by)}"
    elif not event.cited:
        yield "Sources: none"


def _facts(event: Event, today: int, voice: TimelineInLanguage) -> dict[str, str]:
    """What is known of the event besides its text, by name."""
    late = is_overdue(event, today)
    status = overdue(event, citations_by_source(event, voice.timeline), today) if late else event.status
    as_of = voice.timeline.as_of
    held = reservations(event, as_of) if as_of is not None else ()
    is_rival = is_disputed(surely_out_part(event, voice.timeline))
    remarks = ("disputed" if is_rival else "", "private" if event.private else "", *held)
    return {
        "Id": escaped(event.id),
        "When": escaped(in_words(event.date, voice.language)),
        "Why this day": escaped(voice.line(event.date_note)),
        "Status": escaped("; ".join(filter(None, (status, *remarks)))),
        "Kind": escaped(event.kind or ""),
        "Who": listed([voice.actor(name) for name in event.actors]),
        "Who was told": listed([voice.actor(name) for name in event.told]),
        "About": titles(event, voice),
        "About it": titles_about(event, voice),
        "Where": listed([*event.places, *map(voice.country, event.countries)]),
        "Tags": listed(list(event.tags)),
    }


def _own(event: Event, voice: TimelineInLanguage) -> list[ResolvedCitation]:
    """The event's own citations, those of the claims aside."""
    own = set(event.citations)
    return [one for group in citations_by_source(event, voice.timeline) for one in group if one.citation in own]


def _claim(claim: Claim, event: Event, notes: FootnoteList, voice: TimelineInLanguage) -> Iterator[str]:
    """A claim as a section: a value an item, and why one is kept."""
    yield f"### {claim_name(claim, rivals(event, voice))}"
    yield "\n".join(claim_value_items(claim, event, voice, lambda one: _referred(one, notes, voice)))
    why = reason(claim, voice)
    if why:
        yield why


def _referred(one: ResolvedCitation, notes: FootnoteList, voice: TimelineInLanguage) -> str:
    """Who speaks, linked to the passage, and the number of the note."""
    return f"{linked_publisher(one, voice)}[^{notes.note(one.citation).number}]"


def _footnote(note: Footnote, voice: TimelineInLanguage) -> Iterator[str]:
    """What a note says of its source, then a line a passage."""
    whole = note.whole
    source = whole.source or Source(whole.citation.source)
    why = escaped(voice.line(source.published_note))
    published, *others = map(escaped, dates(source, voice))
    copy = anchor("archive", whole.archive) if whole.archive else escaped(f"archive: {source.archive or ''}")
    parts = (
        listed([source.publisher or "", author(source) or "", voice.line(source.titles) or source.id]),
        f"{published} ({why})" if why else published,
        *others,
        anchor(escaped(source.url), whole.address) if source.url else "",
        copy if source.archive else "",
        "private" if source.private else "",
    )
    first = f"[^{note.number}]: {', '.join(filter(None, parts))}"
    passages = [f"{INDENT}{anchor(item(_quoted(one.citation)), one.target)}" for one in note.passages]
    *lines, last = [first, *passages]
    yield from (line + BREAK for line in lines)
    yield last


def _quoted(citation: Citation) -> str:
    return f"“{citation.passage.words}”" if citation.passage else ""
