"""The columns over the events of a timeline, one value a row."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.evidence import privacy, verdicts
from tui.core.evidence.same_pages import same_pages
from tui.core.index import row_set
from tui.core.index.postings import Postings
from tui.core.index.row_set import RowMask
from tui.core.patience import patient
from tui.core.query.names import Names
from tui.core.query.predicates import HAS, IS, IS_OF_PROOF, names_in, said_of
from tui.core.query.tree import FACETS, SINGLE_SOURCE
from tui.core.timeline.facets import column
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import POSSIBLY, Event, Timeline
from tui.core.timeline.when import DaysFromTo, goes_on, key_day, last_day, start_days

if TYPE_CHECKING:
    from tui.core.index.date_bounds import DateBounds
    from tui.core.index.folded_text import FoldedText


class _ByField(dict[str, Postings]):
    """Postings of a field, made when they are first asked for."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.timeline = timeline

    def __missing__(self, field: str) -> Postings:
        made = self[field] = Postings(patient(column(field, self.timeline)))
        return made


class Index:
    """The events of a timeline in columns, each made when first needed; made once, asked often.

    Rows are places in `timeline.events`, from 0, which are in order of time.
    """

    def __init__(self, timeline: Timeline, today: int, whole_file: Index | None = None) -> None:
        """`whole_file` is the index of the file as it is, of a timeline that is told by a day."""
        self.timeline = timeline
        self.events = timeline.events
        self.today = today
        """Of a timeline that is told by a day, that day."""
        self._whole_file = whole_file
        self.by_day: dict[int, Index] = {}
        """The indexes of this timeline as published by a day; `selection.told_by` fills it, the latest last."""
        self.kept: dict[object, Any] = {}
        """The facts that were found out once about the whole (`memo.once`), by the function that finds them."""
        self.everything = range(len(self.events))
        self.postings: Mapping[str, Postings] = _ByField(timeline)
        """For each field, the rows that have each of its values."""
        self._flags: dict[tuple[str, str], RowMask] = {}
        self._shown: dict[str, FoldedText] = {}
        self.all_rows = row_set.every(len(self.events))

    @cached_property
    def numbers(self) -> list[int]:
        """The rows as a list: to choose from one is three times as fast as from a range."""
        return list(self.everything)

    @cached_property
    def names(self) -> Names:
        """The meaning of the names in a query here."""
        return Names(self.timeline) if self._whole_file is None else self._whole_file.names

    @property
    def whole_file(self) -> Index:
        """The index of the file as it is: itself, unless it is told by a day."""
        return self._whole_file or self

    @cached_property
    def dated(self) -> int:
        """The number of rows that have a date: those without one come after all of them."""
        return bisect_left(self.events, True, key=attrgetter("date.is_undated"))

    @cached_property
    def days(self) -> list[int]:
        """The day by which each row is put in order: its own, or that of a row before it whose clock is ahead."""
        return list(accumulate((key_day(event.date) for event in self.events), max))

    @cached_property
    def stretches(self) -> list[DaysFromTo]:
        """The days on which each row may be, or may begin."""
        return [start_days(event.date) for event in self.events]

    @cached_property
    def going_on(self) -> list[bool]:
        """A mark a row: True when something is going on from it on."""
        return [goes_on(event) for event in self.events]

    @cached_property
    def reached(self) -> list[int]:
        """The first day after all on which each row may lie, never before its own; NOWHERE when that is not known."""
        latest = (event.date.latest for event in self.events)
        return [
            FARTHEST_DAY if last is None else max(day, last) + 1 for day, last in zip(self.days, latest, strict=True)
        ]

    @cached_property
    def last_days(self) -> list[int | None]:
        """The last day of what is going on from a row on; None when it is open, unknown, or a rule still in force.

        None as well for a row from which nothing is going on.
        """
        rows_and_marks = zip(self.events, self.going_on, strict=True)
        return [last_day(event, self.today) if goes_on else None for event, goes_on in rows_and_marks]

    @cached_property
    def sharp(self) -> RowMask:
        """The rows that are, or begin, on one day."""
        return row_set.where(past == first + 1 for first, past in self.stretches)

    @cached_property
    def tells_hours(self) -> bool:
        """True when the time of day is known of any event."""
        return any(event.date.time for event in self.events)

    @cached_property
    def lasting(self) -> RowMask:
        """The rows from which on something is going on."""
        return row_set.where(self.going_on)

    @cached_property
    def bounds(self) -> DateBounds:
        """The dates of the rows, for questions of when, of which none is about a row without a date."""
        from tui.core.index.date_bounds import DateBounds

        return DateBounds([event.date for event in self.events[: self.dated]])

    @cached_property
    def said(self) -> FoldedText:
        """The words of each row, in all languages, for questions of words."""
        from tui.core.index.folded_text import FoldedText, Folding

        folding, events = Folding(), patient(self.events)
        return FoldedText([folding.row(said_of(event), names_in(event, self.timeline)) for event in events])

    @cached_property
    def ends_of(self) -> list[tuple[int, int]]:
        """The rows of intervals, each with the day after its last, as far as that is known."""
        dates = ((row, self.events[row].date) for row in row_set.listed(self.lasting, len(self.events)))
        return [(row, date.end.end) for row, date in dates if date.interval and date.end.end is not None]

    @cached_property
    def ends(self) -> list[int]:
        """The days after the last ones of intervals, as far as they are known."""
        return [past for _, past in self.ends_of]

    @cached_property
    def lone(self) -> frozenset[int]:
        """The rows that rest on one source."""
        same = self.same_pages
        if same or self.timeline.as_of is not None:
            told = enumerate(self.surely_out_events)
            return frozenset(row for row, event in told if verdicts.is_lone(event, same))
        counts = Counter(row for found in self.postings["source"].values() for row in found)
        return frozenset(row for row, count in counts.items() if count == 1)

    @cached_property
    def same_pages(self) -> Mapping[str, str]:
        """Of each source whose page is an earlier one's, the id of the first; none in most files."""
        return same_pages(self.timeline.sources.values())

    @cached_property
    def disputed(self) -> frozenset[int]:
        """The rows with rival values that no reading reconciles."""
        told = enumerate(patient(self.surely_out_events))
        return frozenset(row for row, event in told if verdicts.is_disputed(event))

    @cached_property
    def surely_out_events(self) -> Sequence[Event]:
        """The evidence of each row: of a timeline told by a day, the part that is surely out."""
        if self.timeline.as_of is None:
            return self.events
        from tui.core.evidence.as_of import surely_out_part

        return [surely_out_part(event, self.timeline) for event in patient(self.events)]

    @cached_property
    def possibly_out(self) -> frozenset[int]:
        """The rows that rest only on sources which are possibly out; none of a file told as it is."""
        as_of = self.timeline.as_of
        if as_of is None:
            return frozenset()
        from tui.core.evidence.as_of import event_certainty

        return frozenset(row for row, event in enumerate(self.events) if event_certainty(event, as_of) == POSSIBLY)

    @cached_property
    def overdue(self) -> frozenset[int]:
        """The rows still planned although their last possible day is past."""
        return frozenset(row for row, event in enumerate(self.events) if verdicts.is_overdue(event, self.today))

    @cached_property
    def private(self) -> frozenset[int]:
        """The rows that are kept out of what is printed, copied and exported."""
        private = privacy.private_sources(self.timeline)
        return frozenset(row for row, event in enumerate(self.events) if privacy.is_kept_back(event, private))

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The row of each event id."""
        return {event.id: row for row, event in enumerate(self.events)}

    def shown(self, language: str) -> FoldedText:
        """The words of each row that a reader of that language sees, for finding."""
        if language not in self._shown:
            from tui.core.index.folded_text import FoldedText, Folding
            from tui.core.index.searchable import shared_words, shown_words

            voice, folding = TimelineInLanguage(self.timeline, language), Folding()
            events = patient(self.events)
            found = [folding.row(shown_words(event, voice), shared_words(event, voice)) for event in events]
            self._shown[language] = FoldedText(found)
        return self._shown[language]

    # ---- The whole

    def let_go(self) -> None:
        """Part from what holds this index in turn, so that both go as soon as nobody else holds them."""
        self.kept.clear()
        for index in self.by_day.values():
            index.let_go()
        self.by_day.clear()

    def warm(self, language: str) -> None:
        """Make ready what a query asks: facets, days, words, what is true of each row; then what is found in."""
        for field in FACETS:
            self.postings[field].warm()
        self.lone, self.row_of, self.bounds, self.last_days, self.reached, self.sharp, self.lasting  # noqa: B018 - each is made once
        self.said.warm()
        for field, words in (("is", (*IS, *IS_OF_PROOF)), ("has", HAS)):
            for word in words:
                self.flag(field, word)
        self.shown(language).warm()

    def flag(self, field: str, word: str) -> RowMask:
        """The rows of which a word of `is:`, `has:` or `hint:` is true; found out once."""
        met = self._flags.get((field, word))
        if met is None:
            met = self._flags[field, word] = self._flagged(field, word)
        return met

    def knows(self, field: str, word: str) -> bool:
        """True when the rows of which such a word is true are found out already."""
        return (field, word) in self._flags

    def _flagged(self, field: str, word: str) -> RowMask:
        if field == "has":
            return row_set.where(HAS[word](event, self.timeline) for event in patient(self.events))
        if field == "hint":
            from tui.core.checks.lints import events_with  # hints are for who asks for them

            found = (self.row_of[name] for name in events_with(word, self.timeline, self.today))
            return row_set.of(found, len(self.events))
        if word == SINGLE_SOURCE:
            return row_set.of(self.lone, len(self.events))
        if word in IS_OF_PROOF:
            return row_set.where(IS_OF_PROOF[word](event, self.timeline) for event in patient(self.events))
        if word in ("disputed", "overdue", "private"):
            return row_set.of(getattr(self, word), len(self.events))
        return row_set.where(IS[word](event, self.today) for event in self.events)
