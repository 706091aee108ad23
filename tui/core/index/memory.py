"""The engine that holds every event in memory: a timeline's index, and selections of its rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any

from tui.core.evidence.same_pages import count_pages
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.ink import ink_between, longest_first, outside
from tui.core.index.memo import once_per_index
from tui.core.index.protocol import FORWARD, Answers, End, Engine, EventFacts, Key, QuietDays, Tally
from tui.core.index.selection import Selection, index_as_of, select
from tui.core.index.term_rows import term_rows
from tui.core.problems.problem import SILENCEABLE
from tui.core.query.names import Names
from tui.core.query.predicates import NO_READER_MARKS, ReaderMarks
from tui.core.query.tree import Query
from tui.core.text.fold import fold
from tui.core.timeline.model import POSSIBLY, SURELY, AsOf, Event, Timeline
from tui.core.timeline.when import SECONDS, DaysFromTo, Moment, goes_on, last_day

if TYPE_CHECKING:
    from tui.core.index.reach import Reach

BREADTH, TIMES = 2, 86_401
"""The factors of a width in days that leave room for the kind of date and a time of day in one number."""


AT_ONCE = 2000
"""Events of which any hint is found in less than a tenth of a second."""

FACTS_KEPT = 4096
"""Rows of which the facts are kept."""


@once_per_index
def _rising(index: Index) -> list[tuple[int, int]] | None:
    """The first two parts of each row's key, in a file where instants or its own order may overrule the clocks."""
    if not (index.tells_hours and any(event.date.instant is not None for event in index.events)):
        return None
    keys = (event.date.sort_key for event in index.events)
    return list(accumulate(((key[0], (key[1] * BREADTH + key[2]) * TIMES + key[3]) for key in keys), max))


class MemoryEngine:
    """An index, asked as any engine is."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @property
    def today(self) -> int:
        return self.index.today

    @property
    def head(self) -> Timeline:
        return _head(self.index)

    @property
    def whole_file(self) -> Engine:
        whole = self.index.whole_file
        return self if whole is self.index else MemoryEngine(whole)

    @property
    def kept(self) -> dict[object, Any]:
        return self.index.kept

    @property
    def names(self) -> Names:
        return self.index.names

    @property
    def tells_hours(self) -> bool:
        return self.index.tells_hours

    def about(self, event_id: str, n: int) -> list[Event]:
        return [self.index.events[row] for row in _rows_about(self.index).get(event_id, ())[:n]]

    def ids_holding(self, part: str, n: int) -> list[str]:
        return list(islice((one for one in self.index.row_of if part in one), n))

    def select(self, query: Query = Query(), own: ReaderMarks = NO_READER_MARKS) -> Answers:  # noqa: B008 - immutable
        return MemoryAnswers(select(self.index, query, *own))

    def as_of(self, day: int) -> Engine:
        return MemoryEngine(index_as_of(self.index, day))

    def warm(self, language: str) -> None:
        self.index.warm(language)
        whole = self.select()
        from tui.core.index.reach import far_reach

        _ = far_reach(self.index), longest_first(self.index), whole.extent(), whole.story()
        term_rows(self.index).warm()

    def warm_hints(self, is_wanted: Callable[[], bool]) -> None:
        for code in SILENCEABLE:
            if not is_wanted():
                return
            self.index.flag("hint", code)

    def is_ready(self, query: Query) -> bool:
        if len(self.index.events) <= AT_ONCE or not (codes := query.anywhere("hint")):
            return True
        index = self.index if query.as_of is None else self.index.by_day.get(query.as_of)
        return index is not None and all(index.knows("hint", code) for code in codes)

    def make_ready(self, query: Query) -> None:
        index = self.index if query.as_of is None else index_as_of(self.index, query.as_of)
        for code in query.anywhere("hint"):
            index.flag("hint", code)

    def let_go(self) -> None:
        self.index.let_go()


class MemoryAnswers:
    """A selection, asked as any engine's is: rows are found by bisection in the order of keys."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.index = selection.index
        self._shown: tuple[tuple[str, str], list[int]] = (("", ""), [])
        """A text and a language, and the places that show it: one finds the same again and again."""

    @property
    def engine(self) -> Engine:
        return MemoryEngine(self.index)

    @property
    def query(self) -> Query:
        return self.selection.query

    @property
    def own(self) -> ReaderMarks:
        return self.selection.own

    # ---- Windows

    def count(self) -> int:
        return len(self.selection)

    def window(self, after: Key | None, n: int, direction: int = FORWARD) -> list[EventFacts]:
        if direction == FORWARD:
            begin = 0 if after is None else self._places_until(after)
            past = begin + n
        else:
            past = self.count() if after is None else self.rank(after)
            begin = max(0, past - n)
        return self._facts_of(self.selection.places[begin:past])

    def rank(self, key: Key) -> int:
        is_of_day = key.breadth < 0  # before all events of it: no key needs to be made
        index = self.index
        row = bisect_left(index.days, key.day) if is_of_day else bisect_left(index.everything, key, key=self._key)
        return self.selection.between(0, row)

    def _row_after(self, key: Key) -> int:
        """The first row that stands after a key."""
        return bisect_right(self.index.everything, key, key=self._key)

    def _places_until(self, key: Key) -> int:
        """The number of events before a key or at it."""
        return self.selection.between(0, self._row_after(key))

    def at(self, fraction: float) -> EventFacts | None:
        last = self.count() - 1
        return None if last < 0 else self._facts(self.selection.places[min(last, max(0, int(fraction * (last + 1))))])

    def event(self, event_id: str) -> EventFacts | None:
        row = self.index.row_of.get(event_id)
        return None if row is None or not self.selection.has(row) else self._facts(row)

    def touching(self, first: int, past: int, n: int) -> list[EventFacts]:
        return self._facts_of(islice(self._reach.touching(first * SECONDS, past * SECONDS), n))

    @cached_property
    def _reach(self) -> Reach:
        from tui.core.index.reach import Reach  # only what stands over a scale of time needs it

        return Reach(self.selection)

    def lanes(self, first: int, past: int, n: int) -> list[EventFacts]:
        has = self.selection.has
        found = (row for _, row, begin, end in longest_first(self.index) if begin < past and end > first and has(row))
        return self._facts_of(islice(found, n))

    def ends(self, after: End | None, n: int) -> list[EventFacts]:
        """The n intervals whose ends come next after a place."""
        ends, has = _ends(self.index)[0], self.selection.has
        begin = 0 if after is None else bisect_left(ends, (after.day, self._row_after(after.key)))
        return self._facts_of(islice((row for _, row in islice(ends, begin, None) if has(row)), n))

    def endless(self, before: Key) -> tuple[int, EventFacts | None]:
        """The number of intervals before a key of which nothing says when they end, and the first of them."""
        endless, has = _ends(self.index)[1], self.selection.has
        past = bisect_left(endless, before, key=self._key)
        rows = [row for row in islice(endless, past) if has(row)]
        return len(rows), self._facts(rows[0]) if rows else None

    # ---- Facts

    def _key(self, row: int) -> Key:
        """Strictly rising with the rows; events of one line stand in the order of the file's rows."""
        index = self.index
        event = index.events[row]
        rising = _rising(index)
        if rising is not None:
            return Key(*rising[row], row, event.id)
        day, width, interval, time = event.date.sort_key
        whole = index.whole_file
        place = event.line * len(whole.events) + (row if whole is index else whole.row_of[event.id])
        return Key(day, (width * BREADTH + interval) * TIMES + time, place, event.id)

    def _facts_of(self, rows: Sequence[int] | Iterator[int]) -> list[EventFacts]:
        return [self._facts(row) for row in rows]

    def _facts(self, row: int) -> EventFacts:
        """The facts of a row; those of rows that were asked for of late are kept: one moves to and fro."""
        kept = _kept_facts(self.index)
        found = kept.get(row)
        if found is None:
            if len(kept) >= FACTS_KEPT:
                kept.clear()
            found = kept[row] = self._found_out(row)
        return found

    def _found_out(self, row: int) -> EventFacts:
        """Found out event by event: a window asks for few, and the columns of a whole index take a second."""
        index = self.index
        event, as_of = index.events[row], index.timeline.as_of
        sure, possibly = (event, False) if as_of is None else _as_out(event, index.timeline, as_of)
        goes = goes_on(event)
        return EventFacts(
            self._key(row),
            event,
            is_disputed(sure),
            is_overdue(event, index.today),
            possibly,
            count_pages(sure.sources, index.same_pages),
            goes,
            last_day(event, index.today) if goes else None,
            SURELY if as_of is None else as_of.dates.get(event.id, SURELY),
            SURELY if as_of is None else as_of.statuses.get(event.id, SURELY),
        )

    # ---- Finding

    def next_match(self, text: str, after: Key | None, direction: int = FORWARD, language: str = "") -> Key | None:
        found = self._found(text, language)
        if direction == FORWARD:
            at = 0 if after is None else bisect_left(found, self._places_until(after))
        else:
            at = (len(found) if after is None else bisect_left(found, self.rank(after))) - 1
        return self._key(self.selection.places[found[at]]) if 0 <= at < len(found) else None

    def matches(self, text: str, before: Key | None = None, language: str = "") -> int:
        found = self._found(text, language)
        return len(found) if before is None else bisect_left(found, self.rank(before))

    def _found(self, text: str, language: str) -> list[int]:
        if self._shown[0] != (text, language):
            self._shown = (text, language), self.selection.find(text, language)
        return self._shown[1]

    # ---- Over time

    def extent(self) -> DaysFromTo | None:
        return self.selection.extent

    def story(self) -> DaysFromTo | None:
        return self.selection.story

    def histogram(self, edges: Sequence[int]) -> list[int]:
        return self.selection.histogram(edges)

    def moments(self, edges: Sequence[Moment]) -> list[int]:
        return self._reach.moments(edges)

    def ink(self, edges: Sequence[Moment], *, by_hour: bool = False) -> list[float]:
        return ink_between(self.selection, edges, by_hour=by_hour)

    def outside(self, first: int, past: int) -> tuple[int, int]:
        return outside(self.selection, first, past)

    def unseen(self, begin: Moment, end: Moment) -> tuple[int, int]:
        return self._reach.unseen(begin, end)

    def silences(self, n: int) -> list[QuietDays]:
        places = self.selection.places
        longest = nsmallest(n, self.selection.quiet_days.items(), key=lambda one: (-one[1], one[0]))
        return [QuietDays(self._key(places[place]), length) for place, length in longest]

    def usual_gap(self) -> int:
        return self.selection.usual_gap()

    # ---- Values

    def facet(self, field: str, limit: int, prefix: str = "") -> list[tuple[str, int]]:
        counts = self.selection.facet(field)
        begun = fold(prefix)
        return counts[:limit] if not begun else [one for one in counts if fold(one[0]).startswith(begun)][:limit]

    def gives(self, field: str, values: Collection[str]) -> Mapping[str, int]:
        return self.selection.gives(field, values)

    def counted(self, field: str, limit: int) -> list[tuple[str, int]]:
        return self.selection.counted(field)[:limit]

    def values(self, field: str) -> int:
        whole = self.count() == len(self.index.everything)
        return len(self.index.postings[field]) if whole else len(self.selection.counted(field))

    def alone(self, limit: int) -> list[tuple[str, int]]:
        told, has = self.index.surely_out_events, self.selection.has
        counts = Counter(told[row].sources[0] for row in self.index.lone if has(row))
        return nsmallest(limit, counts.items(), key=lambda one: (-one[1], one[0]))

    def widened(self) -> list[tuple[str, int]]:
        return self.selection.widened()

    def group(self, field: str, value: str | None) -> Answers:
        return MemoryAnswers(self.selection.confined(field, value))

    def dated(self) -> Answers:
        dated = self.selection.with_dates()
        return self if dated is self.selection else MemoryAnswers(dated)

    def without(self, field: str) -> Answers:
        return MemoryAnswers(self.selection.widened_by(field))

    # ---- Figures

    def tally(self) -> Tally:
        return self.selection.tally

    def possibly_out(self) -> int:
        return self.selection.possibly_out


def _as_out(event: Event, timeline: Timeline, as_of: AsOf) -> tuple[Event, bool]:
    """The part of an event that is surely out, and True when all of it is possibly out only."""
    from tui.core.evidence.as_of import event_certainty, surely_out_part

    return surely_out_part(event, timeline), event_certainty(event, as_of) == POSSIBLY


@once_per_index
def _head(index: Index) -> Timeline:
    """The timeline without events, and without what its `as_of` says of single ones."""
    as_of = index.timeline.as_of
    bare = as_of and as_of._replace(dates={}, statuses={})
    return index.timeline._replace(events=(), as_of=bare)


@once_per_index
def _kept_facts(_: Index) -> dict[int, EventFacts]:
    return {}


@once_per_index
def _ends(index: Index) -> tuple[list[tuple[int, int]], list[int]]:
    """The ends of intervals, each with its day and its row, in order; and the rows of those that have none."""
    ends, endless = [], []
    for row in row_set.listed(index.lasting, len(index.events)):
        if index.events[row].date.interval:
            last = index.last_days[row]
            if last is None:
                endless.append(row)
            elif last > index.days[row]:
                ends.append((last, row))
    return sorted(ends), endless


@once_per_index
def _rows_about(index: Index) -> Mapping[str, list[int]]:
    """By the id of an event, the rows that are about it."""
    found: dict[str, list[int]] = {}
    for row, event in enumerate(index.events):
        for name in event.about:
            found.setdefault(name, []).append(row)
    return found
