"""One event whole as a Markdown document: the facts, the text, what is claimed by whom, every source."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.resolve import ResolvedCitation, citations_by_source, gone_since
from tui.core.dates.words import in_words
from tui.core.evidence.as_of_words import as_published_by
from tui.core.text.markdown import anchor, escaped, item, listed
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Event, Source, Timeline
from tui.drawing.spans.pen import Pen
from tui.printing.markdown.escape import copies, proof_remark, text_paragraphs
from tui.printing.markdown.facts import claim_section, facts, items


def article(event: Event, timeline: Timeline, pen: Pen) -> str:
    """Everything about one event."""
    voice, as_of = TimelineInLanguage(timeline, pen.language), timeline.as_of
    told = as_published_by(as_of.day, voice.language) if as_of is not None else ""
    blocks = [
        f"# {escaped(voice.line(event.titles))}",
        items({_("Told"): told, **facts(event, voice, pen.today), _("Id"): escaped(event.id)}),
        *text_paragraphs(event.texts, voice),
        *("## " + "\n\n".join(claim_section(claim, event, voice)) for claim in event.claims),
        "\n".join(_bibliography(event, voice)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _bibliography(event: Event, voice: TimelineInLanguage) -> Iterator[str]:
    """The sources by number, each with the words by which it is cited."""
    groups = citations_by_source(event, voice.timeline)
    if groups:
        yield from ("## " + _("Sources"), "")
    for group in groups:
        number = f"{group[0].number}. "
        yield number + _source(group[0], voice)
        yield from (f"{' ' * len(number)}- {_citation(one)}{proof_remark(one, voice)}" for one in group)


def _source(first: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """`Trends, 150 emplois menacés, about 25 August 2025 (by its address), fr`."""
    source = first.source or Source(first.citation.source)
    when = in_words(source.published, voice.language) if source.published else _("undated")
    note = escaped(voice.line(source.published_note))
    day = f"{escaped(when)} ({note})" if note else escaped(when)
    names = (voice.publisher_beside_title(source), voice.source_title(source))
    kept = copies(first._replace(citation=Citation(source.id)))
    unsafe = _("not linked: {address}", address=escaped(source.url)) if source.url and first.address is None else ""
    language, gone = escaped(source.language or ""), escaped(gone_since(source.gone, voice)) if source.gone else ""
    return ", ".join(filter(None, (listed(list(names)), day, language, unsafe, gone, *kept)))


def _citation(one: ResolvedCitation) -> str:
    """A link to the passage, and its first and last words; or to the whole page."""
    passage = one.citation.passage
    if passage is None:
        return anchor(_("whole page"), one.target)
    words = item(passage.located)
    if not passage.name:
        return anchor(words, one.target)
    return _("{name}: {value}", name=anchor(escaped(passage.name), one.target), value=words)
