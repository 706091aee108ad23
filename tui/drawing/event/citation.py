"""All that is known of one citation: its source, its words, its addresses and copies, and what was found in them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.proof_words import proof_words
from tui.core.citation.resolve import ResolvedCitation
from tui.core.citation.sentence import author, dates
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.event.proof import proof_sign
from tui.drawing.event.sources import linked
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span


def citation_lines(one: ResolvedCitation, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    """A source with its dates, the words that are cited, each address and copy, and the proof."""
    source, passage = one.source, one.citation.passage
    yield from sheet.paragraph(clean_line(one.citation.reference), "strong")
    if source is None:
        return
    names = (voice.publisher_beside_title(source), author(source), voice.source_title(source))
    yield from sheet.paragraph(", ".join([*(clean_line(name) for name in names if name), *dates(source, voice)]))
    if note := voice.line(source.note):
        yield from sheet.paragraph(note, "doubt")
    yield ()
    if passage is not None:
        yield from linked(sheet.paragraph(_("“{words}”", words=clean_line(passage.located))), one.target)
    if source.url:
        yield from linked(sheet.paragraph(clean_line(source.url), "dim"), one.address)
    for name, address in one.copies:
        head = (Span(_("archive:") + " ", "dim"),)
        yield from linked(sheet.paragraph(clean_line(name), "dim", head=head), address)
    if passage is None:
        return
    yield ()
    mark, sign = voice.timeline.proof_of(one.citation), proof_sign(one.citation, voice.timeline, sheet.glyphs)
    if mark is None or sign is None:
        yield from sheet.paragraph(_("not sought in a copy, as far as the ledger says: jalon prove --record"), "dim")
        return
    yield from sheet.paragraph(proof_words(one.citation, voice.timeline, voice.language), head=(sign, Span(" ")))
    place = clean_line(mark.copy)
    if mark.page is not None:
        place = _("{copy}, page {page}", copy=place, page=mark.page)
    below = (Span("  "),)
    yield from sheet.paragraph(place, "dim", head=below)
    yield from sheet.paragraph(f"sha256 {clean_line(mark.sha256)}", "dim", head=below)
    yield from sheet.paragraph(_("sought at {time}", time=clean_line(mark.at)), "dim", head=below)
