"""The shape of a file: events by year, the parts that fold, addresses, and names in the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from tui.core.citation.links import safe_url
from tui.core.dates.calendar import year_month_day
from tui.core.dates.labels import year_label
from tui.core.dates.words import in_words
from tui.core.problems.problem import Place
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.messages import _, numbered
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event
from tui.lsp.known import Known
from tui.lsp.mentions import ACTOR, EVENT, PASSAGE, SOURCE, VIEW, Mention

MOST = 200
"""Names that are listed for one search."""


class Symbol(NamedTuple):
    """Something in the outline of a file."""

    name: str
    detail: str
    kind: str
    """EVENT, ACTOR, SOURCE, VIEW; `section` for a heading of the file, `year` for the events of one."""
    place: Place
    """All of it."""
    head: Place
    """Its name."""
    inside: tuple[Symbol, ...] = ()


def symbols(known: Known, first: int, last: int, language: str) -> list[Symbol]:
    """The outline of the lines of one file, from 1, of which some are headings; events stand by year."""
    voice = TimelineInLanguage(known.timeline, language)
    heads = [one for one in known.written if one.is_key and len(one.path) == 1 and first <= one.place.line <= last]
    found = []
    for head in heads:
        whole = _whole(known, head.place, head.end)
        inside = tuple(_inside(known, str(head.path[0]), whole, voice))
        found.append(Symbol(clean_line(head.text), "", "section", whole, head.place, inside))
    return found


def _inside(known: Known, section: str, whole: Place, voice: TimelineInLanguage) -> Iterator[Symbol]:
    if section == "events":
        yield from _years(known, whole, voice)
        return
    kind = {"actors": ACTOR, "sources": SOURCE, "views": VIEW}.get(section)
    for one in known.mentions:
        if one.is_definition and one.kind == kind and whole.line <= one.place.line <= whole.end_line:
            whole_of_it = _whole(known, one.place, one.end)
            yield Symbol(clean_line(one.id), _says(known, one, voice), one.kind, whole_of_it, one.place)


def _years(known: Known, whole: Place, voice: TimelineInLanguage) -> Iterator[Symbol]:
    """The events between some lines by year, in the order of the file."""
    here = [one for one in known.timeline.events if whole.line <= one.line <= whole.end_line]
    here.sort(key=lambda one: one.line)
    lasts = {one.line: following.line - 1 for one, following in pairwise(here)}
    for year, group in groupby(here, _year):
        events = tuple(_event(known, one, lasts.get(one.line, whole.end_line), voice) for one in group)
        place = Place(events[0].place.line, 1, *events[-1].place[2:])
        name = year_label(year, voice.language) if year is not None else _("undated")
        count = numbered("{number} event", "{number} events", len(events))
        yield Symbol(name, count, "year", place, events[0].head, events)


def _year(event: Event) -> int | None:
    day = event.date.earliest if event.date.earliest is not None else event.date.latest
    return None if day is None else year_month_day(day)[0]


def _event(known: Known, event: Event, last: int, voice: TimelineInLanguage) -> Symbol:
    line = known.lines[event.line - 1]
    begin = len(line) - len(line.lstrip(" -"))
    head = Place(event.line, begin + 1, event.line, len(line) + 1)
    while last > event.line and not known.lines[last - 1].strip():
        last -= 1
    whole = Place(event.line, begin + 1, last, len(known.lines[last - 1]) + 1)
    return Symbol(voice.title(event), in_words(event.date, voice.language), EVENT, whole, head)


def _whole(known: Known, head: Place, end: int) -> Place:
    """The place of a thing from its name on, without blank lines behind it."""
    last = min(max(end, head.line), len(known.lines))
    while last > head.line and not known.lines[last - 1].strip():
        last -= 1
    return Place(head.line, head.column, last, len(known.lines[last - 1]) + 1)


def _says(known: Known, one: Mention, voice: TimelineInLanguage) -> str:
    timeline = known.timeline
    if one.kind == ACTOR:
        return voice.actor(one.id)
    source = timeline.sources.get(one.id)
    return voice.source_title(source) if source and one.kind == SOURCE else ""


def folds(known: Known, first: int, last: int) -> list[tuple[int, int]]:
    """The first and the last line, from 1, of what can be folded between two lines: all that is more than one."""
    found: set[tuple[int, int]] = set()
    for one in known.written:
        if one.is_key and first <= one.place.line <= last:
            place = _whole(known, one.place, one.end)
            found.add((place.line, place.end_line))
    found.update(
        (event.place.line, event.place.end_line)
        for section in symbols(known, first, last, "en")
        for year in section.inside
        for event in year.inside
    )
    return sorted(pair for pair in found if pair[1] > pair[0])


def links(known: Known, first: int, last: int) -> Iterator[tuple[Place, str]]:
    """The addresses between two lines that are plain http or https, each with where it leads."""
    for one in known.written:
        if first <= one.place.line <= last and one.text[:4].lower() == "http" and one.is_plain:
            address = safe_url(one.text)
            if address is not None:
                yield one.place, address


def named(known: Known, text: str, language: str) -> Iterator[Symbol]:
    """The things that a file defines by a name, an id or a title that holds a text."""
    wanted = fold(text)
    voice = TimelineInLanguage(known.timeline, language)
    titles = {one.id: voice.title(one) for one in known.timeline.events}
    count = 0
    for one in known.mentions:
        if not one.is_definition or one.kind == PASSAGE or count >= MOST:
            continue
        says = titles.get(one.id, "") if one.kind == EVENT else _says(known, one, voice)
        if wanted in fold(f"{one.id} {says}"):
            count += 1
            yield Symbol(clean_line(one.id), says, one.kind, _whole(known, one.place, one.end), one.place)
