"""The answers about a timeline found out by hand, with plain loops over its events: what an engine is held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from operator import itemgetter

from tui.core.dates.calendar import iso
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.dates.edtf_member import DaySpan
from tui.core.dates.parse import parse_date
from tui.core.evidence import verdicts
from tui.core.evidence.as_of import event_certainty, surely_out_part, timeline_as_of
from tui.core.evidence.privacy import private_sources, public_part
from tui.core.evidence.same_pages import count_pages, same_pages
from tui.core.index.searchable import shared_words, shown_words
from tui.core.query.predicates import ReaderMarks
from tui.core.query.tree import AS_OF, DATES, Group, Node, Query, Term, Text
from tui.core.text.fold import fold
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import POSSIBLY, SURELY, Actor, Event, Timeline
from tui.core.timeline.story import story_days
from tui.core.timeline.when import SECONDS, DaysFromTo, goes_on, key_day, last_day, moment, start_days, time_extent

Order = tuple[int, int, int, int, int, int]
"""The sort key of a date, the line, and where the event stands in the whole file."""


class Oracle:
    """The events that a query selects, and what can be said of them."""

    def __init__(self, file: Timeline, today: int, query: Query = Query(), own: ReaderMarks = ReaderMarks()) -> None:  # noqa: B008 - immutable
        self.file = file
        self.file_today = today
        self.query = query
        self.own = own
        self.timeline = file if query.as_of is None else timeline_as_of(file, query.as_of)
        self.today = today if query.as_of is None else query.as_of
        self._at = {one.id: at for at, one in enumerate(file.events)}
        self.events = self._those(query)

    def _those(self, query: Query) -> list[Event]:
        found = [one for one in self.timeline.events if all(self.holds(node, one) for node in query.terms)]
        return sorted(found, key=self.order)

    def order(self, one: Event) -> Order:
        return (*one.date.sort_key, one.line, self._at[one.id])

    # ---- What a query means

    def holds(self, node: Node, one: Event) -> bool:
        if isinstance(node, Text):
            met = any(fold(node.text) in fold(text) for text in texts(one, self.timeline))
        elif isinstance(node, Group):
            met = any(all(self.holds(inner, one) for inner in query.terms) for query in node.alternatives)
        else:
            met = any(self.has(node.field, value, one) for value in node.values)
        return met is not node.negative

    def has(self, field: str, value: str, one: Event) -> bool:
        if field == AS_OF:
            return True
        if field in DATES:
            return not one.date.is_undated and when(field, parse_date(value), one.date)
        if field in ("is", "has"):
            return self.is_true(value, one)
        if field == "id":
            return value == one.id
        if field in self.file.data:
            return field in one.data and compares(one.data[field], value)
        values = self.values(field, one)
        if "*" in value and value not in values:
            return any(fits(text, value) for text in values)
        if field in ("publisher", "place", "tag"):
            whole = [text for text in self._known(field) if fold(text) == fold(value)]
            return any(text in whole if whole else f" {words(value)} " in f" {words(text)} " for text in values)
        return value in values

    def _known(self, field: str) -> set[str]:
        """What the whole file has of a field."""
        if field == "publisher":
            return {source.publisher for source in self.file.sources.values() if source.publisher}
        return {text for one in self.file.events for text in (one.places if field == "place" else one.tags)}

    def is_true(self, word: str, one: Event) -> bool:
        sources = [self.timeline.sources[name] for name in one.sources]
        return {
            "disputed": self.is_disputed(one),
            "planned": one.status == "planned",
            "overdue": verdicts.is_overdue(one, self.today),
            "interval": one.date.interval,
            "point": not one.date.interval and not one.date.is_undated,
            "undated": one.date.is_undated,
            "uncertain": any(mark in one.date.text for mark in "~?%"),
            "vague": one.date.certain_day is None,
            "starred": one.id in self.own.starred,
            "read": one.id in self.own.read,
            "note": one.id in self.own.noted,
            "claims": bool(one.claims),
            "passage": any(citation.passage for citation in one.cited),
            "archive": any(source.archive for source in sources),
            "copy": any(source.archive for source in sources),
            "proved": False,
            "unproved": any(citation.passage for citation in one.cited),
            "date_note": bool(one.date_note),
        }[word]

    def values(self, field: str, one: Event) -> set[str]:
        sources = [self.timeline.sources[name] for name in one.sources]
        found: Iterable[str | None] = {
            "actor": one.actors,
            "country": one.countries,
            "kind": (one.kind,),
            "source": one.sources,
            "status": (one.status,),
            "place": one.places,
            "tag": one.tags,
            "told": one.told,
            "about": one.about,
            "body": (),  # no actor by chance is a part of another
            "year": [] if key_day(one.date) == FARTHEST_DAY else [iso(key_day(one.date)).rsplit("-", 2)[0]],
            "publisher": [source.publisher for source in sources],
            "language": [source.language for source in sources],
        }[field]
        return {value for value in found if value}

    # ---- Facts

    def is_disputed(self, one: Event) -> bool:
        return verdicts.is_disputed(surely_out_part(one, self.timeline))

    def is_possibly_out(self, one: Event) -> bool:
        return self.timeline.as_of is not None and event_certainty(one, self.timeline.as_of) == POSSIBLY

    def rests_on(self, one: Event) -> int:
        return count_pages(surely_out_part(one, self.timeline).sources, same_pages(self.timeline.sources.values()))

    def last_day(self, one: Event) -> int | None:
        return last_day(one, self.today) if goes_on(one) else None

    def facts(self, one: Event) -> tuple[object, ...]:
        """What `EventFacts` says after the key."""
        as_of = self.timeline.as_of
        return (
            one,
            self.is_disputed(one),
            verdicts.is_overdue(one, self.today),
            self.is_possibly_out(one),
            self.rests_on(one),
            goes_on(one),
            self.last_day(one),
            as_of.dates.get(one.id, SURELY) if as_of else SURELY,
            as_of.statuses.get(one.id, SURELY) if as_of else SURELY,
        )

    def tally(self) -> tuple[int, ...]:
        sure = [one for one in self.events if not self.is_possibly_out(one)]
        as_of = self.timeline.as_of
        out = {name for name, how in as_of.sources.items() if how == SURELY} if as_of else None
        cited = {name for one in self.events for name in one.sources if out is None or name in out}
        flags = [(self.is_disputed(one), verdicts.is_overdue(one, self.today), self.rests_on(one) == 1) for one in sure]
        private = private_sources(self.timeline)
        kept_back = sum(public_part(one, private) is None for one in self.events)
        pages = count_pages(cited, same_pages(self.timeline.sources.values()))
        return (len(sure), pages, *(sum(flag[at] for flag in flags) for at in range(3)), kept_back)

    # ---- In time

    def histogram(self, edges: list[int]) -> list[int]:
        return [sum(first <= key_day(one.date) < past for one in self.events) for first, past in pairwise(edges)]

    def ink(self, edges: list[int], *, by_hour: bool) -> list[float]:
        columns = [0.0] * (len(edges) - 1)
        unit = 1 if by_hour else SECONDS
        opens, closes = edges[0] // unit, -(-edges[-1] // unit)
        for one in self.events:
            begin, end = self._may_begin(one, unit)
            first, past = max(begin, opens), min(end, closes)
            if first >= past or (end == begin + 1 and not edges[0] <= begin * unit < edges[-1]):
                continue
            touched = range(max(0, _column(first * unit, edges)), max(0, _column((past - 1) * unit, edges)) + 1)
            for at in touched:
                columns[at] += (past - first) / (end - begin) / len(touched)
        return columns

    def _may_begin(self, one: Event, unit: int) -> DaysFromTo:
        """From when to when it may be or begin, in units of so many minutes."""
        begin, end = start_days(one.date)
        if unit == SECONDS:
            return begin, end
        if one.date.time and end == begin + 1:
            at = begin * SECONDS + int(one.date.time[:2]) * 3600 + int(one.date.time[3:5]) * 60
            return at, at + 1
        return begin * SECONDS, end * SECONDS

    def outside(self, first: int, past: int) -> tuple[int, int]:
        lie = [start_days(one.date) for one in self.events if key_day(one.date) < FARTHEST_DAY]
        middles = [begin if end == begin + 1 else (begin + end) // 2 for begin, end in lie]
        return sum(day < first for day in middles), sum(day >= past for day in middles)

    def touching(self, first: int, past: int) -> list[Event]:
        found = []
        for one in self.events:
            lies = time_extent(one, self.today)
            if key_day(one.date) < FARTHEST_DAY and lies.begin < past * SECONDS and lies.past > first * SECONDS:
                found.append(one)
        return found

    def lanes(self, first: int, past: int) -> list[Event]:
        lasting = [one for one in self.events if goes_on(one)]
        found = [one for one in lasting if key_day(one.date) < past and self._end(one) > first]
        return sorted(found, key=lambda one: key_day(one.date) - self._end(one))

    def ends(self) -> list[Event]:
        """The intervals that have an end, in the order of their ends."""
        lasting = [one for one in self.events if one.date.interval and goes_on(one)]
        ends = [(last, one) for one in lasting if (last := self.last_day(one)) is not None and last > key_day(one.date)]
        return [one for _, one in sorted(ends, key=itemgetter(0))]

    def endless(self) -> list[Event]:
        return [one for one in self.events if one.date.interval and goes_on(one) and self.last_day(one) is None]

    def _end(self, one: Event) -> int:
        """The day after the last on which it goes on."""
        last = self.last_day(one)
        return FARTHEST_DAY if last is None else last + 1

    def silences(self) -> list[tuple[int, Event]]:
        """The days of each silence with the event after it, the longest first."""
        found = []
        for at, one in enumerate(self.events):
            if not at or key_day(one.date) == FARTHEST_DAY:
                continue
            earlier = self.events[:at]
            before = earlier[-1]
            latest = before.date.latest
            told = FARTHEST_DAY - 1 if latest is None else max(key_day(before.date), latest)
            for lasting in filter(goes_on, earlier):
                last = self.last_day(lasting) if lasting.date.interval else None
                told = max(told, FARTHEST_DAY if last is None else last)
            if told + 1 < key_day(one.date):
                found.append((key_day(one.date) - told - 1, one))
        return sorted(found, key=lambda pair: -pair[0])

    def usual_gap(self) -> int:
        days = [day for one in self.events if (day := key_day(one.date)) < FARTHEST_DAY]
        gaps = sorted(past - first for first, past in pairwise(days) if past > first)
        return gaps[(len(gaps) - 1) // 2] if gaps else 0

    def _lying(self) -> tuple[list[DaysFromTo], list[int]]:
        """The days on which each may be or begin, and the days after the known ends."""
        lie = [start_days(one.date) for one in self.events if key_day(one.date) < FARTHEST_DAY]
        lasting = [one for one in self.events if one.date.interval and goes_on(one)]
        return lie, [one.date.end.end for one in lasting if one.date.end.end is not None]

    def extent(self) -> DaysFromTo | None:
        lie, ends = self._lying()
        return (min(begin for begin, _ in lie), max([end for _, end in lie] + ends)) if lie else None

    def story(self) -> DaysFromTo | None:
        lie, ends = self._lying()
        return story_days(lie, ends, self.today) if lie else None

    def moments(self, edges: list[int]) -> list[int]:
        return [sum(first <= moment(one.date) < past for one in self.events) for first, past in pairwise(edges)]

    def unseen(self, begin: int, end: int) -> tuple[int, int]:
        lie = [time_extent(one, self.today) for one in self.events if key_day(one.date) < FARTHEST_DAY]
        return sum(one.past <= begin for one in lie), sum(one.begin >= end for one in lie)

    # ---- Finding, and values

    def alone(self) -> list[tuple[str, int]]:
        told = [surely_out_part(one, self.timeline).sources for one in self.events]
        alone = [names[0] for names in told if len(names) == 1]
        return sorted({name: alone.count(name) for name in alone}.items(), key=lambda pair: (-pair[1], pair[0]))

    def showing(self, text: str, language: str = "") -> list[Event]:
        voice = TimelineInLanguage(self.timeline, language or self.timeline.language)
        found = []
        for one in self.events:
            shown = (*shown_words(one, voice), *shared_words(one, voice))
            if text.strip() and any(fold(text) in fold(word) for word in shown):
                found.append(one)
        return found

    def counted(self, field: str, *, widened: bool) -> list[tuple[str, int]]:
        """The values of a field, most first; widened, without the query's own terms on it."""
        counts: dict[str, int] = {}
        for one in self._those(self.query.without(field)) if widened else self.events:
            for value in self.values(field, one):
                counts[value] = counts.get(value, 0) + 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    def widened(self) -> list[tuple[str, int]]:
        found: dict[str, int] = {}
        for node in self.query.terms:
            if not isinstance(node, Term):
                found[str(node)] = len(self._those(self.query.dropping(str(node))))
            else:
                less = Oracle(self.file, self.file_today, self.query.without(node.field), self.own)
                found[node.field] = len(less.events)
        return list(found.items())


def _column(moment: int, edges: list[int]) -> int:
    """The column in which a moment lies; the one before the first for an earlier one."""
    return sum(edge <= moment for edge in edges) - 1


def texts(one: Event, timeline: Timeline) -> Iterator[str]:
    """What a word is looked for in."""
    yield from (*one.titles.values(), *one.texts.values(), *one.places)
    for name in one.actors:
        actor = timeline.actors.get(name, Actor(name, {"en": name}))
        yield from (*actor.names.values(), *actor.aliases)
    for claim in one.claims:
        yield from (claim.name, *(value.text for value in claim.values))


def fits(text: str, pattern: str) -> bool:
    """Whether a text fits a pattern with `*`, folded."""
    return re.fullmatch(re.escape(fold(pattern)).replace(r"\*", ".*"), fold(text)) is not None


def compares(text: str, asked: str) -> bool:
    """Whether a whole number meets a comparison, or a word is so."""
    if not text.isdigit():
        return fits(text, asked)
    low, is_range, high = asked.partition("..")
    if is_range:
        return int(low or 0) <= int(text) <= int(high or 10**9)
    sign = asked.rstrip("0123456789")
    if sign == asked or "*" in asked:
        return fits(text, asked)
    bound = int(asked.removeprefix(sign))
    return {"": int(text) == bound, ">": int(text) > bound, "<=": int(text) <= bound}[sign]


def words(text: str) -> str:
    """The folded words of a text."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


FAR = 10**7
STEPS = 3


@cache
def when(field: str, window: Date, own: Date) -> bool:
    """By the readings themselves: every start and end at the edges of what is possible, and at the window's."""
    begin = -FAR if window.start.begin is None else window.start.begin
    past = FAR if window.end.end is None else window.end.end
    edges = [begin, past]
    for span in (own.start, own.end):
        edges += [-2 * FAR if span.begin is None else span.begin, 2 * FAR if span.end is None else span.end]
    days = sorted({edge + step for edge in edges for step in range(-STEPS, STEPS)})
    starts = [day for day in days if within(day, own.start)]
    ends = [day for day in days if within(day, own.end)]
    readings = [(s, e) for s in starts for e in ends if s <= e and (own.interval or s == e)]
    inside = [(window.start.begin is None or s >= begin) and (window.end.end is None or e < past) for s, e in readings]
    unbegun, unending = window.start.begin is None, window.end.end is None
    before = not unbegun and all(e < begin for _, e in readings)
    after = not unending and all(s >= past for s, _ in readings)
    return {
        "in": any((unending or s < past) and (unbegun or e >= begin) for s, e in readings),
        "within": all(inside),
        "possibly": any(inside),
        "before": before,
        "after": after,
        "to": not after,
        "from": not before,
    }[field]


def within(day: int, span: DaySpan) -> bool:
    return (span.begin is None or day >= span.begin) and (span.end is None or day < span.end)
