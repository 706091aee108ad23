"""The events that a query asks for, seen through windows: nothing walks over what the screen doesn't show."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import compress, islice, pairwise
from math import inf
from operator import itemgetter, lt, or_, sub
from typing import TypeVar

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.evidence.same_pages import count_pages
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.protocol import Tally
from tui.core.index.row_set import RowMask
from tui.core.index.term_rows import term_rows
from tui.core.query.predicates import NO_READER_MARKS, ReaderMarks
from tui.core.query.tree import AS_OF, FACETS, Query, Term
from tui.core.timeline.model import SURELY, Event
from tui.core.timeline.when import DaysFromTo

T = TypeVar("T")

_BY_COUNT = itemgetter(1)

MOSTLY_SHOWN = ("actor", "country", "kind")
"""The facets that the first screen of most files shows."""

NEVER: tuple[float, int | None] = (inf, None)

DAYS_KEPT = 16
"""Days of which the timeline as published by them is kept: one steps to and fro between publications."""


class Selection:
    """The answer to a query: how many events, which, and what each facet would give."""

    def __init__(
        self, index: Index, query: Query, own: ReaderMarks = NO_READER_MARKS, among: RowMask | None = None
    ) -> None:
        """`among` are the rows of the index that it is confined to, whatever the query; None for all."""
        self.index = index
        self.query = query
        self.own = own
        self.among = among
        self._rows = self._rows_of(query)

    def _rows_of(self, query: Query) -> RowMask | None:
        """The rows that meet a query; None for all."""
        found = term_rows(self.index).meeting(query.terms, self.own)
        if self.among is None:
            return found
        return self.among if found is None else found & self.among

    def __len__(self) -> int:
        return self._size(self._rows)

    def _size(self, found: RowMask | None) -> int:
        return len(self.index.everything) if found is None else found.bit_count()

    @cached_property
    def _marks(self) -> bytes:
        """A byte a row of the index, 1 where it is selected."""
        size = len(self.index.everything)
        return row_set.marks(self.index.all_rows if self._rows is None else self._rows, size)

    @cached_property
    def places(self) -> Sequence[int]:
        """The selected rows of the index, in order of time."""
        return self.index.everything if self._rows is None else list(compress(self.index.numbers, self._marks))

    # ---- Windows

    def rows(self, first: int, past: int) -> list[Event]:
        """The selected events from one place to before another."""
        events = self.index.events
        return [events[place] for place in self.places[first:past]]

    def event(self, place: int) -> Event:
        """The event at a place of the selection, from 0."""
        return self.index.events[self.places[place]]

    def find(self, text: str, language: str = "") -> list[int]:
        """The places of the events that show a text, folded, to a reader of that language; else of the file's."""
        if not text.strip():
            return []
        found = self.index.shown(language or self.index.timeline.language).marks(text)
        return [place for place, held in enumerate(compress(found, self._marks)) if held]

    def histogram(self, edges: Sequence[int]) -> list[int]:
        """The number of events put from each day to before the next; days in order, one more than there are bins."""
        days = self.index.days
        steps = [bisect_left(days, edge) for edge in edges]
        return [self._marks.count(1, first, past) for first, past in pairwise(steps)]

    @cached_property
    def reached(self) -> list[int]:
        """The first day after all on which each of its events may lie."""
        return self._column(self.index.reached)

    @cached_property
    def last_days(self) -> dict[int, int | None]:
        """The last day of what is going on from an event, by its place; None when that is open or unknown."""
        lasting = row_set.marks(self.meeting(self.index.lasting), len(self.index.everything))
        places = compress(self.index.numbers, self.going_on)
        return dict(zip(places, compress(self.index.last_days, lasting), strict=True))

    @cached_property
    def days(self) -> list[int]:
        """The day by which each of its events is put in order."""
        return self._column(self.index.days)

    @property
    def dated(self) -> int:
        """The number of its events that have a date: those without one come after all of them."""
        return bisect_left(self.places, self.index.dated)

    @property
    def known_days(self) -> list[int]:
        """The days of those of its events that name one."""
        days = self.days
        return days[: bisect_left(days, FARTHEST_DAY)] if days and days[-1] == FARTHEST_DAY else days

    def with_dates(self) -> Selection:
        """Those of its events that have a date."""
        if self.dated == len(self):
            return self
        dated = row_set.every(self.index.dated)
        return Selection(self.index, self.query, self.own, dated if self.among is None else self.among & dated)

    @property
    def stretches(self) -> list[DaysFromTo]:
        """The days on which each of its events may be, or may begin."""
        return self._column(self.index.stretches)

    @cached_property
    def sharp_days(self) -> list[int]:
        """The days of those events that are, or begin, on one day."""
        sharp = self.meeting(self.index.sharp)
        return list(compress(self.index.days, row_set.marks(sharp, len(self.index.everything))))

    @cached_property
    def vague_stretches(self) -> list[DaysFromTo]:
        """The days on which each of the others may be, or may begin."""
        vague = self.meeting(self.index.all_rows ^ self.index.sharp)
        return list(compress(self.index.stretches, row_set.marks(vague, len(self.index.everything))))

    def between(self, first: int, past: int) -> int:
        """The number of rows selected from one row of the index to before another."""
        return self._marks.count(1, first, past)

    def rows_between(self, first: int, past: int) -> Iterator[int]:
        """The selected rows from one row of the index to before another, found as they are asked for."""
        find, row = self._marks.find, self._marks.find(1, first, past)
        while row >= 0:
            yield row
            row = find(1, row + 1, past)

    def marks_within(self, some: RowMask) -> bytes:
        """A byte for each of some rows of the index, in order: 1 for those that are selected."""
        selected = self.index.all_rows if self._rows is None else self._rows
        return row_set.marks_within(some, selected, len(self.index.everything))

    def meeting(self, some: RowMask) -> RowMask:
        """Those of some rows of the index that are selected."""
        return some if self._rows is None else self._rows & some

    def has(self, row: int) -> bool:
        """True when a row of the index is selected."""
        return bool(self._marks[row])

    @cached_property
    def extent(self) -> DaysFromTo | None:
        """The first day on which any may be or begin, and the day after the last, known ends included."""
        dated = self._dated_stretches
        if not dated:
            return None
        return min(begin for begin, _ in dated), max([max(past for _, past in dated), *self._ends])

    @cached_property
    def story(self) -> DaysFromTo | None:
        """The days that show the middle of them; None where none has a date."""
        from tui.core.timeline.story import story_days

        dated = self._dated_stretches
        return story_days(dated, self._ends, self.index.today) if dated else None

    @property
    def _dated_stretches(self) -> list[DaysFromTo]:
        """The days on which each may be or begin, of those that lie somewhere."""
        found = self.stretches
        return found if not found or found[-1][0] < FARTHEST_DAY else [one for one in found if one[0] < FARTHEST_DAY]

    @property
    def _ends(self) -> list[int]:
        """The days after the last ones of intervals, as far as they are known."""
        return self.index.ends if self._rows is None else [past for row, past in self.index.ends_of if self._marks[row]]

    # ---- Silences

    def usual_gap(self) -> int:
        """The middle one of the gaps between neighbouring days that are not the same; 0 when there is none."""
        days = self.known_days
        gaps: Counter[int] = Counter(map(sub, islice(days, 1, None), days))
        del gaps[0]
        rest = (gaps.total() - 1) // 2
        for gap in sorted(gaps):
            rest -= gaps[gap]
            if rest < 0:
                return gap
        return 0

    @cached_property
    def quiet_days(self) -> dict[int, int]:
        """By the place of an event, the days before it on which the one before cannot lie and nothing is going on."""
        days, reached = self.known_days, self.reached
        apart = compress(range(1, len(days)), map(lt, reached, islice(days, 1, None)))
        begun = iter(self.last_days.items())
        quiet: dict[int, int] = {}
        busy: float = -inf
        begins, last = next(begun, NEVER)
        for place in apart:
            while begins < place:
                if last is None or not self.event(int(begins)).date.interval:
                    return quiet  # it goes on, for all that is known
                busy = max(busy, last)
                begins, last = next(begun, NEVER)
            told = max(busy, reached[place - 1] - 1)
            if told + 1 < days[place]:
                quiet[place] = days[place] - int(told) - 1
        return quiet

    # ---- Groups

    def counted(self, field: str) -> list[tuple[str, int]]:
        """The values of a field with how many of its events have each, most first, then by name."""
        counts = self.index.postings[field].counts(self._rows)
        return sorted(filter(_BY_COUNT, counts.items()), key=_BY_COUNT, reverse=True)

    @property
    def going_on(self) -> bytes:
        """The events from which something is going on: a byte an event, 1 or 0."""
        selected = self.index.all_rows if self._rows is None else self._rows
        return row_set.marks_within(selected, self.index.lasting, len(self.index.everything))

    def _column(self, column: list[T]) -> list[T]:
        return column if self._rows is None else list(compress(column, self._marks))

    # ---- Counts

    @cached_property
    def tally(self) -> Tally:
        """The number of events, of their sources, and of those that want a second look."""
        index, marks = self.index, self._marks
        cited = [name for name, count in index.postings["source"].counts(self._rows).items() if count]
        unsure = index.possibly_out
        flagged = (index.disputed - unsure, index.overdue - unsure, index.lone - unsure, index.private)
        if index.timeline.as_of is not None:
            cited = [name for name in cited if index.timeline.as_of.sources.get(name) == SURELY]
        counts = (sum(marks[row] for row in one) for one in flagged)
        return Tally(len(self) - self.possibly_out, count_pages(cited, index.same_pages), *counts)

    @cached_property
    def possibly_out(self) -> int:
        """Told by a day: how many events only sources tell of that are possibly out; the tally leaves them out."""
        return sum(self._marks[row] for row in self.index.possibly_out)

    def facet(self, field: str) -> list[tuple[str, int]]:
        """The values of a facet with the events that each would give, most first, then by name.

        Its own terms are left out of the count, so that one sees what widening would bring.
        """
        counts = self._with_members(field, self.index.postings[field].counts(self._without(field)))
        return sorted(filter(_BY_COUNT, counts.items()), key=_BY_COUNT, reverse=True)  # by name already

    def gives(self, field: str, values: Collection[str]) -> Mapping[str, int]:
        """The same counts of those values alone, whether they give anything or not."""
        counts = self._with_members(field, self.index.postings[field].counts_of(values, self._without(field)))
        return {value: counts.get(value, 0) for value in values}

    def _with_members(self, field: str, counts: Mapping[str, int]) -> Mapping[str, int]:
        """The counts of a field, those of an actor with the events of its members."""
        if field != "actor" or not (members := self.index.names.members):
            return counts
        among, postings = self._without(field), self.index.postings[field]
        selected = self.index.all_rows if among is None else among
        rows = members.gathered(lambda one: postings.rows_of((one,)), lambda own, parts: reduce(or_, parts, own))
        found = {body: (its_own & selected).bit_count() for body, its_own in rows.items()}
        return dict(sorted({**counts, **found}.items()))

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """Every facet's values with their counts."""
        return {field: self.facet(field) for field in FACETS}

    def confined(self, field: str, value: str | None) -> Selection:
        """Those of its events that have a value of a field, or none at all."""
        postings = self.index.postings[field]
        rows = self.index.all_rows ^ postings.any if value is None else postings.rows_of((value,))
        return Selection(self.index, self.query, self.own, rows if self.among is None else self.among & rows)

    def widened_by(self, field: str) -> Selection:
        """The selection of the query without its own terms on a field."""
        return Selection(self.index, self.query.without(field), self.own, self.among)

    def _without(self, field: str) -> RowMask | None:
        """The rows of the query without its terms on a field."""
        if not any(isinstance(term, Term) and term.field == field for term in self.query.terms):
            return self._rows
        return self._rows_of(self.query.without(field))

    def widened(self) -> list[tuple[str, int]]:
        """For each field of the query, each word and each group, how many events would be left without it."""
        answers: dict[str, int] = {}
        for node in self.query.terms:
            if not isinstance(node, Term):
                answers[str(node)] = self._size(self._rows_of(self.query.dropping(str(node))))
            elif node.field == AS_OF:
                answers[AS_OF] = len(select(self.index.whole_file, self.query.without(AS_OF), *self.own))
            elif node.field not in answers:
                answers[node.field] = self._size(self._without(node.field))
        return list(answers.items())


@once_per_index
def whole(index: Index) -> Selection:
    """Every event of an index: one comes back to it after each filter."""
    return Selection(index, Query())


def select(
    index: Index,
    query: Query = Query(),  # noqa: B008 - an immutable value
    starred: Collection[str] = NO_READER_MARKS.starred,
    noted: Collection[str] = NO_READER_MARKS.noted,
    read: Collection[str] = NO_READER_MARKS.read,
) -> Selection:
    """The events that meet every term; `starred`, `noted` and `read` are ids of events, the reader's own."""
    if not query.terms:
        return whole(index)
    day = query.as_of
    asked = index if day is None or index.timeline.as_of is not None else index_as_of(index, day)
    return Selection(asked, query, ReaderMarks(starred, noted, read))


def index_as_of(index: Index, day: int) -> Index:
    """The index of the timeline as published by a day; a plan is overdue if it was so on that day."""
    told = index.by_day.pop(day, None)
    if told is None:
        from tui.core.evidence.as_of import timeline_as_of

        told = Index(timeline_as_of(index.timeline, day), day, index)
    index.by_day[day] = told
    if len(index.by_day) > DAYS_KEPT:
        del index.by_day[next(iter(index.by_day))]
    return told


def prepare(index: Index) -> None:
    """Make ready what a first screen shows of the whole; what is not asked for is made when it is."""
    all_of_it = whole(index)
    _ = all_of_it.tally, all_of_it.days, all_of_it.stretches, all_of_it.going_on
    _ = index.row_of, index.ends, [all_of_it.facet(field) for field in MOSTLY_SHOWN]
