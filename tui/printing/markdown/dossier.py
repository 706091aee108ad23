"""A timeline as a whole Markdown document: a section an event, and who says so in footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.footnotes import Footnote, FootnoteList
from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.citation.sentence import author, dates
from tui.core.index.protocol import Answers, timeline_around, walk_in
from tui.core.text.markdown import BREAK, anchor, escaped, item, listed
from tui.core.text.messages import _, in_context
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Event, Source
from tui.drawing.lists.dossier import Provenance, counts, headings
from tui.drawing.spans.pen import Pen
from tui.printing.markdown.escape import copies, linked_publisher, proof_remark, text_paragraphs
from tui.printing.markdown.facts import claim_section, facts, items

INDENT = "    "
"""Of what belongs to the footnote above it."""


def document(answers: Answers, made_from: Provenance, pen: Pen) -> str:
    """Every event that is selected, whole; footnotes are as GitHub, pandoc and others have them (`[^1]`)."""
    voice = TimelineInLanguage(answers.engine.head, pen.language)
    notes = FootnoteList(answers.engine.head)
    head = [
        "- " + _("{name}: {value}", name=name.capitalize(), value=escaped(value))
        for name, value in headings(answers, made_from, voice)
    ]
    blocks = [
        "# " + item(voice.line(voice.timeline.titles) or _("Timeline")),
        *text_paragraphs(voice.timeline.about, voice),
        "\n".join(head),
        escaped(" · ".join(counts(answers))),
    ]
    for found in walk_in(answers, made_from.order):
        around = TimelineInLanguage(timeline_around(answers.engine, found), pen.language)
        blocks += _event(found.event, notes, around, pen)
    blocks += ["\n".join(_footnote(note, voice)) for note in notes]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _event(event: Event, notes: FootnoteList, voice: TimelineInLanguage, pen: Pen) -> Iterator[str]:
    """An event as blocks: its title, the facts, the text, what is claimed, who says so."""
    remarks = [_("key event")] if event.key else []
    remarks += [in_context("of an event", "private")] if event.private else []
    yield f"## {item(voice.title(event))}"
    yield items({_("Id"): escaped(event.id), **facts(event, voice, pen.today, *remarks)})
    yield from text_paragraphs(event.texts, voice)
    for claim in event.claims:
        yield "### " + "\n\n".join(claim_section(claim, event, voice, lambda one: _referred(one, notes, voice)))
    said_by = [_referred(one, notes, voice) for one in _own(event, voice)]
    if said_by:
        yield _("Sources: {names}", names=", ".join(said_by))
    elif not event.cited:
        yield _("Sources: none")


def _own(event: Event, voice: TimelineInLanguage) -> list[ResolvedCitation]:
    """The event's own citations, those of the claims aside."""
    own = set(event.citations)
    return [one for group in citations_by_source(event, voice.timeline) for one in group if one.citation in own]


def _referred(one: ResolvedCitation, notes: FootnoteList, voice: TimelineInLanguage) -> str:
    """The speaker, linked to the passage, and the number of the note."""
    who = linked_publisher(one, voice)
    if who.endswith("!"):  # or it would make an image of the number
        who = rf"{who[:-1]}\!"
    return f"{who}[^{notes.note(one.citation).number}]"


def _footnote(note: Footnote, voice: TimelineInLanguage) -> Iterator[str]:
    """The lines of a note about its source, then a line a passage."""
    whole = note.whole
    source = whole.source or Source(whole.citation.source)
    why = escaped(voice.line(source.published_note))
    published, *others = map(escaped, dates(source, voice))
    parts = (
        listed([voice.publisher_beside_title(source), author(source) or "", voice.source_title(source)]),
        f"{published} ({why})" if why else published,
        *others,
        anchor(escaped(source.url), whole.address) if source.url else "",
        *copies(whole),
        in_context("of a source", "private") if source.private else "",
    )
    first = f"[^{note.number}]: {', '.join(filter(None, parts))}"
    passages = [
        f"{INDENT}{anchor(item(_quoted(one.citation)), one.target)}{proof_remark(one, voice)}" for one in note.passages
    ]
    *lines, last = [first, *passages]
    yield from (line + BREAK for line in lines)
    yield last


def _quoted(citation: Citation) -> str:
    return _("“{words}”", words=citation.passage.located) if citation.passage else ""
