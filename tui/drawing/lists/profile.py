"""One source whole, or one actor, as rows: all that is known of it, and its events."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tui.core.citation.links import link_to, safe_url
from tui.core.citation.resolve import gone_since
from tui.core.citation.sentence import author
from tui.core.dates.edtf import Date
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import surely_out_part
from tui.core.index.protocol import Answers, walk
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, in_context, numbered
from tui.core.text.names import actor_kind_name
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Actor, Event, Source
from tui.drawing.event.knowledge import count_line, listing
from tui.drawing.lists.sources import stands_at
from tui.drawing.spans.column import TextColumn, joined
from tui.drawing.spans.spans import Line, Span

MOST_EVENTS = 100
"""Events that are listed one by one."""


def source_profile(
    source: Source, events: Answers, alone: int, voice: TimelineInLanguage, sheet: TextColumn
) -> list[Line]:
    """The profile of a source: when it came out, the events that rest on it, its passages and its addresses."""
    facts = [voice.publisher_beside_title(source), author(source) or "", source.language or ""]
    country = [voice.country(source.country)] if source.country else []
    note, why = voice.text(source.note), voice.line(source.published_note)
    lone = (one.event for one in walk(events) if one.rests_on == 1 and _rests_on(source, one.event, voice))
    return joined(
        [
            [
                *sheet.paragraph(voice.source_title(source), "strong"),
                *sheet.flow(filter(None, [*map(clean_line, facts), *country]), sheet.dot, "dim"),
                *sheet.paragraph(_published(source, voice)),
                *(sheet.paragraph(_("why this day: {note}", note=why), "doubt") if why else []),
                *_kept(source, voice, sheet),
            ],
            _events(_("events that rest on it"), events.count(), _first(events), voice, sheet),
            _events(_("of these on it alone"), alone, islice(lone, alone), voice, sheet, "alarm") if alone else [],
            sheet.paragraph(note) if note else [],
            _passages(source, sheet),
            _addresses(source, voice, sheet),
            sheet.paragraph(clean_line(source.id), "dim", head=(Span(_("id") + "  ", "dim"),)),
        ]
    )


def actor_profile(
    actor: Actor,
    events: Answers,
    told: Answers,
    chart: Iterable[Line],
    voice: TimelineInLanguage,
    sheet: TextColumn,
) -> list[Line]:
    """The profile of an actor: the events that concern it over time and one by one, and those at which it was told."""
    facts = [actor_kind_name(clean_line(actor.kind or "")), voice.country(actor.country) if actor.country else ""]
    name = voice.line(actor.names) or clean_line(actor.id)
    others = [one for one in map(clean_line, actor.called) if one != name]
    text = voice.text(actor.about)
    return joined(
        [
            [
                *sheet.paragraph(name, "strong"),
                *sheet.flow(filter(None, facts), sheet.dot, "dim"),
                *(
                    sheet.flow(dict.fromkeys(others), sheet.dot, head=(Span(_("also") + "  ", "dim"),))
                    if others
                    else []
                ),
            ],
            sheet.paragraph(text) if text else [],
            _events(_("events"), events.count(), _first(events), voice, sheet),
            list(chart) if events.count() else [],
            _events(_("told at"), told.count(), _first(told), voice, sheet) if told.count() else [],
            sheet.paragraph(clean_line(actor.id), "dim", head=(Span(_("id") + "  ", "dim"),)),
        ]
    )


def in_brief(lines: list[Line], rows: int, sheet: TextColumn) -> list[Line]:
    """The first rows of an account, close together, with dots where it goes on."""
    close = [line for line in lines if line]
    if len(close) <= rows:
        return close
    last = "".join(span.text for span in close[rows - 1])
    return [*close[: rows - 1], sheet.row(Span(sheet.with_dots(last), "dim"))]


def _published(source: Source, voice: TimelineInLanguage) -> str:
    """`published about 25 August 2025`; without a date, by when, from the day on which it was seen."""
    if source.published is not None:
        day = in_words(source.published, voice.language)
        by = source.seen.latest if source.seen else None
        is_open = source.published.latest is None and by is not None
        return _("published {day}, and by the day it was seen", day=day) if is_open else _("published {day}", day=day)
    date: Date | None = stands_at(source)
    if date is None:
        return _("undated")
    return _("undated; published {day}, for it was seen then", day=in_words(date, voice.language))


def _kept(source: Source, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """Since when its page is gone, and that it is private."""
    lines = sheet.paragraph(gone_since(source.gone, voice), "alarm") if source.gone else []
    return lines + (sheet.paragraph(in_context("of a source", "private"), "doubt") if source.private else [])


def _rests_on(source: Source, event: Event, voice: TimelineInLanguage) -> bool:
    """True when a source is the first that an event surely rests on."""
    return surely_out_part(event, voice.timeline).sources[:1] == (source.id,)


def _first(events: Answers) -> list[Event]:
    return [one.event for one in events.window(None, MOST_EVENTS)]


def _events(
    words: str, count: int, events: Iterable[Event], voice: TimelineInLanguage, sheet: TextColumn, role: str = "text"
) -> list[Line]:
    """A heading with the count, and the events, of very many the first."""
    if not count:
        return [sheet.row(Span(f"{words}  ", "dim"), Span(in_context("of events", "none"), "alarm"))]
    more = count - MOST_EVENTS
    rest = [sheet.row(Span(numbered("and {number} more", "and {number} more", more), "dim"))] if more > 0 else []
    listed = list(islice(events, MOST_EVENTS))
    return [count_line(words, count, sheet, role), *listing(listed, voice, sheet), *rest]


def _passages(source: Source, sheet: TextColumn) -> list[Line]:
    """Each passage by its name, with its first and last words."""
    if not source.passages:
        return []
    lines = [count_line(_("passages"), len(source.passages), sheet)]
    for passage in source.passages.values():
        name, words = clean_line(passage.name), clean_line(passage.located)
        address = link_to(source.url, passage) if source.url else None
        lines += [
            tuple(span._replace(link=address) for span in line)
            for line in sheet.paragraph(words, head=(Span(f" {name}  ", "dim"),), indent=3)
        ]
    return lines


def _addresses(source: Source, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The day when it was seen, its address, and that of a copy."""
    lines = (
        sheet.paragraph(in_words(source.seen, voice.language), head=(Span(_("seen") + "  ", "dim"),))
        if source.seen
        else []
    )
    for words, address in ((_("address"), source.url), *((_("archive"), one) for one in source.archives)):
        if address:
            safe = safe_url(address)
            role = "text" if safe or address in source.archives else "alarm"
            told = sheet.paragraph(clean_line(address), role, head=(Span(f"{words}  ", "dim"),), indent=2)
            lines += [tuple(span._replace(link=safe) for span in line) for line in told]
    return lines if source.url else [*lines, sheet.row(Span(_("no address"), "dim"))]
