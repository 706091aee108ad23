"""One event whole as a Markdown document: the facts, the text, what is claimed by whom, every source."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.addresses import is_web
from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, citations_by_source, gone_since
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import surely_out_part
from tui.core.evidence.as_of_words import as_published_by, reservations
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Claim, Event, Source
from tui.drawing.event.claims import rivals
from tui.drawing.event.detail import overdue
from tui.printing.markdown.escape import (
    anchor,
    claim_name,
    claim_value_items,
    escaped,
    item,
    listed,
    reason,
    text_paragraphs,
    titles,
    titles_about,
)


def article(event: Event, voice: TimelineInLanguage, *, today: int) -> str:
    """Everything about one event."""
    blocks = [
        f"# {escaped(voice.line(event.titles))}",
        "\n".join(_facts(event, voice, today)),
        *text_paragraphs(event, voice),
        *("\n\n".join(_claim(claim, event, voice)) for claim in event.claims),
        "\n".join(_bibliography(event, voice)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _facts(event: Event, voice: TimelineInLanguage, today: int) -> Iterator[str]:
    """An item a fact, of those that are given."""
    as_of = voice.timeline.as_of
    facts = {
        "Told": as_published_by(as_of.day, voice.language) if as_of is not None else "",
        "When": escaped(in_words(event.date, voice.language)),
        "Why this day": escaped(voice.line(event.date_note)),
        "Status": escaped(_status(event, voice, today)),
        "Kind": escaped(event.kind or ""),
        "Who": listed([voice.actor(name) for name in event.actors]),
        "Who was told": listed([voice.actor(name) for name in event.told]),
        "About": titles(event, voice),
        "About it": titles_about(event, voice),
        "Where": listed([*event.places, *map(voice.country, event.countries)]),
        "Tags": listed(list(event.tags)),
        "Id": escaped(event.id),
    }
    return (f"- {name}: {fact}" for name, fact in facts.items() if fact)


def _status(event: Event, voice: TimelineInLanguage, today: int) -> str:
    late = is_overdue(event, today)
    status = overdue(event, citations_by_source(event, voice.timeline), today) if late else event.status
    said = list(reservations(event, voice.timeline.as_of)) if voice.timeline.as_of is not None else []
    return "; ".join([status, *(["disputed"] if is_disputed(surely_out_part(event, voice.timeline)) else []), *said])


def _claim(claim: Claim, event: Event, voice: TimelineInLanguage) -> Iterator[str]:
    """A claim as a section: a value an item, and why one is kept."""
    yield f"## {claim_name(claim, rivals(event, voice))}"
    yield "\n".join(claim_value_items(claim, event, voice))
    why = reason(claim, voice)
    if why:
        yield why


def _bibliography(event: Event, voice: TimelineInLanguage) -> Iterator[str]:
    """The sources by number, each with the words by which it is cited."""
    groups = citations_by_source(event, voice.timeline)
    if groups:
        yield from ("## Sources", "")
    for group in groups:
        number = f"{group[0].number}. "
        yield number + _source(group[0], voice)
        yield from (f"{' ' * len(number)}- {_citation(one)}" for one in group)


def _source(first: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """`Trends, 150 emplois menacés, about 25 August 2025 (by its address), fr`."""
    source = first.source or Source(first.citation.source)
    when = in_words(source.published, voice.language) if source.published else "undated"
    note = escaped(voice.line(source.published_note))
    day = f"{escaped(when)} ({note})" if note else escaped(when)
    names = (source.publisher or "", voice.line(source.titles) or source.id)
    unsafe = f"not linked: {escaped(source.url)}" if source.url and first.address is None else ""
    language, gone = escaped(source.language or ""), escaped(gone_since(source.gone, voice)) if source.gone else ""
    copy = anchor("archive", link(source.archive)) if source.archive and is_web(source.archive) else ""
    file = escaped(f"archive: {source.archive}") if source.archive and not copy else ""
    return ", ".join(filter(None, (listed(list(names)), day, language, unsafe, gone, copy or file)))


def _citation(one: ResolvedCitation) -> str:
    """A link to the passage, and its first and last words; or to the whole page."""
    passage = one.citation.passage
    if passage is None:
        return anchor("whole page", one.target)
    words = item(passage.words)
    return f"{anchor(escaped(passage.name), one.target)}: {words}" if passage.name else anchor(words, one.target)
