"""The questions of a face to a timeline, whatever holds its events: memory today, a database where they are millions.

Nothing that is handed out grows with the number of events: it is a figure, or a list whose length the caller gives.
A face keeps its place as a key, never as a row number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple, Protocol

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.query.names import Names
from tui.core.query.predicates import ReaderMarks
from tui.core.query.tree import Query
from tui.core.timeline.model import NEWEST, SURELY, Event, Timeline
from tui.core.timeline.when import DaysFromTo, Moment

FORWARD, BACKWARD = 1, -1
"""Directions in time."""

PAGE = 500
"""Events that are fetched at once where all are walked over."""


class Key(NamedTuple):
    """The place of an event in the order of time; keys compare as their events stand.

    The order is that of the file format: the earliest start, then the more precise first, then the order in the
    file. No two events of a file have the same key. The keys of a file and of the same file as published by a day
    compare with each other. A save may change the place: after it the event is found by its id, else by its day.
    """

    day: int
    """The day by which the event is put in order: its earliest, else its latest; FARTHEST_DAY when it has none."""
    breadth: int
    """The number of days on which the start may be, points before intervals, then the time of day, in one number."""
    place: int
    """A number that rises with the order in the file."""
    id: str
    """The event; it never decides an order."""


def key_before(day: int) -> Key:
    """A key that stands before all events of a day, to look from a day instead of from an event."""
    return Key(day, -1, -1, "")


class EventFacts(NamedTuple):
    """An event of a selection, with what the engine found out about it."""

    key: Key
    event: Event
    is_disputed: bool
    """True when it has rival values that no reading reconciles."""
    is_overdue: bool
    """True when it is a plan whose last possible day is past."""
    is_possibly_out: bool
    """True when it rests only on sources which are possibly out by the day that it is told by."""
    rests_on: int
    """The number of sources that it rests on: of one that is surely out those that are so too."""
    goes_on: bool
    """True when something is going on from it on."""
    last_day: int | None
    """The last day of what goes on; None when that is open or unknown, or nothing goes on."""
    date_out: str | None
    """The certainty that its date is out by that day: SURELY, POSSIBLY, or None for one that no source out gives."""
    status_out: str | None
    """The same of its status."""


class End(NamedTuple):
    """The place of the end of an interval among all ends: by its last day, then as the intervals stand."""

    day: int
    key: Key


class QuietDays(NamedTuple):
    """Days on which nothing is dated and nothing is going on."""

    key: Key
    """The event after them."""
    days: int


class Tally(NamedTuple):
    """The figures that head a timeline."""

    events: int
    sources: int
    """Pages: an article and its copy in an archive are one."""
    disputed: int
    overdue: int
    lone: int
    """Events that rest on one source."""
    private: int = 0
    """Events that are kept out of what is printed, copied and exported."""


class Answers(Protocol):
    """The answers about the events that a query selects."""

    @property
    def engine(self) -> Engine:
        """The engine that was asked: of a query with a day of publication, the engine as of that day."""

    @property
    def query(self) -> Query:
        """The query."""

    @property
    def own(self) -> ReaderMarks:
        """The reader's own marks by which it was answered; none where nothing was asked."""

    # ---- Windows

    def count(self) -> int:
        """The number of events."""

    def window(self, after: Key | None, n: int, direction: int = FORWARD) -> list[EventFacts]:
        """The n events next to a key on one side of it, without its own, in order of time.

        Without a key the first n, or looking backward the last n.
        """

    def rank(self, key: Key) -> int:
        """The number of events before a key, be it that of one of them or not."""

    def at(self, fraction: float) -> EventFacts | None:
        """The event so far through all of them: the first at 0, the last at 1; None where there is none."""

    def event(self, event_id: str) -> EventFacts | None:
        """The event with an id; None where it is not among them."""

    def touching(self, first: int, past: int, n: int) -> list[EventFacts]:
        """The first n of the events that may be, or go on, on some day from `first` to before `past`."""

    def lanes(self, first: int, past: int, n: int) -> list[EventFacts]:
        """The n events that go on longest on some day from `first` to before `past`, the longest first."""

    def ends(self, after: End | None, n: int) -> list[EventFacts]:
        """The n intervals whose ends come next after a place, in the order of their ends; without one the first n.

        An interval has an end when its last day is known, and is after the day on which it begins.
        """

    def endless(self, before: Key) -> tuple[int, EventFacts | None]:
        """The number of intervals before a key of which nothing says when they end, and the first of them."""

    # ---- Finding

    def next_match(self, text: str, after: Key | None, direction: int = FORWARD, language: str = "") -> Key | None:
        """The next event that shows a text, folded, to a reader of a language (without one, of the file's)."""

    def matches(self, text: str, before: Key | None = None, language: str = "") -> int:
        """The number of events that show a text; with a key, of those that stand before it."""

    # ---- Over time

    def extent(self) -> DaysFromTo | None:
        """The first day on which any event may be or begin, and the day after the last, known ends included.

        None where none has a date.
        """

    def story(self) -> DaysFromTo | None:
        """The days that show the middle of the events, found by the rule in `timeline/story.py`; None as above."""

    def histogram(self, edges: Sequence[int]) -> list[int]:
        """The number of events put from each day to before the next; days in order, one more than there are bins."""

    def moments(self, edges: Sequence[Moment]) -> list[int]:
        """The same by moments: an event is put at its time of day, and without one where its day begins."""

    def ink(self, edges: Sequence[Moment], *, by_hour: bool = False) -> list[float]:
        """The ink, in events, from each moment to before the next.

        An event of one day counts where that day begins; by the hour, at its time of day, and without one all
        through its day. Any other is spread over the days on which it may be, as far as they are in view, and of
        these evenly over the columns that they touch.
        """

    def outside(self, first: int, past: int) -> tuple[int, int]:
        """The number of events before the day `first`, and from the day `past` on, by their middle."""

    def unseen(self, begin: Moment, end: Moment) -> tuple[int, int]:
        """The number of events that are over before a moment, and of those that begin from another on.

        Nothing of them lies between; those that lie nowhere count on neither side.
        """

    def silences(self, n: int) -> list[QuietDays]:
        """The n longest silences, the longest first; of those as long the earlier first."""

    def usual_gap(self) -> int:
        """The middle one of the gaps in days between neighbouring days that are not the same; 0 without any."""

    # ---- Values

    def facet(self, field: str, limit: int, prefix: str = "") -> list[tuple[str, int]]:
        """The values of a field with the events that each would give, most first, then by name.

        The query's own terms on the field are left out of the count. A prefix is looked for blind to case and accents.
        """

    def gives(self, field: str, values: Collection[str]) -> Mapping[str, int]:
        """The same counts of those values alone, whether they give anything or not."""

    def counted(self, field: str, limit: int) -> list[tuple[str, int]]:
        """The values of a field with how many of the events have each, most first, then by name."""

    def values(self, field: str) -> int:
        """The number of values of a field that the events have."""

    def alone(self, limit: int) -> list[tuple[str, int]]:
        """The sources on which some events rest and on no other, with how many, most first, then by name."""

    def widened(self) -> list[tuple[str, int]]:
        """For each field of the query, each word and each group, how many events would be left without it."""

    def group(self, field: str, value: str | None) -> Answers:
        """Those of the events that have a value of a field, or none at all."""

    def dated(self) -> Answers:
        """Those of the events that have a date."""

    def without(self, field: str) -> Answers:
        """The events that would be selected without the query's own terms on a field."""

    # ---- Figures

    def tally(self) -> Tally:
        """The number of events, of their sources, and of those that want a second look."""

    def possibly_out(self) -> int:
        """The number of events that rest only on sources that are possibly out; the tally leaves them out."""


class Engine(Protocol):
    """The holder of the events of one timeline, as a file has it or as published by a day."""

    @property
    def today(self) -> int:
        """Today; as published by a day, that day."""

    @property
    def head(self) -> Timeline:
        """The timeline without events: titles, language, actors, sources, views.

        Its `as_of` knows the sources that were out; what it says of single events is in their facts.
        """

    @property
    def whole_file(self) -> Engine:
        """The file as it is: itself, unless told by a day."""

    @property
    def kept(self) -> dict[object, Any]:
        """The facts that were found out once about the whole, by the function that found each; they go with it."""

    @property
    def names(self) -> Names:
        """The meaning of the names in a query here."""

    @property
    def tells_hours(self) -> bool:
        """True when the time of day is known of any event."""

    def about(self, event_id: str, n: int) -> list[Event]:
        """The first n events that announce, report or react to an event."""

    def ids_holding(self, part: str, n: int) -> list[str]:
        """The first n ids of events that hold some characters, to complete one that is typed."""

    def select(self, query: Query = ..., own: ReaderMarks = ...) -> Answers:
        """The answers to a query; without one, about every event."""

    def as_of(self, day: int) -> Engine:
        """The timeline as published by a day; a plan is overdue if it was so on that day."""

    def warm(self, language: str) -> None:
        """Make ready what a query asks and what is found in, before anyone waits for it."""

    def warm_hints(self, is_wanted: Callable[[], bool]) -> None:
        """Make ready what `hint:` asks, as long as that is wanted: it takes as long as all lints do, and few ask it."""

    def is_ready(self, query: Query) -> bool:
        """True when a query is answered while one waits: false where `hint:` asks many events for the first time."""

    def make_ready(self, query: Query) -> None:
        """Make ready what a query asks; beside the screen, for it can take seconds."""

    def let_go(self) -> None:
        """Part from all that is held."""


ABOUT = 1000
"""Events about one event that are told at most."""


def timeline_around(engine: Engine, found: EventFacts) -> Timeline:
    """The timeline as far as one event needs it: the events that it is about, those about it, how its date is out."""
    timeline, name = engine.head, found.key.id
    if timeline.as_of is not None:
        dates = {name: found.date_out} if found.date_out != SURELY else {}
        statuses = {name: found.status_out} if found.status_out != SURELY else {}
        timeline = timeline._replace(as_of=timeline.as_of._replace(dates=dates, statuses=statuses))
    about = {one.id: one for one in engine.about(name, ABOUT)}
    subjects = [engine.select().event(one) for one in found.event.about if one not in about]
    return timeline._replace(events=(*(one.event for one in subjects if one is not None), *about.values()))


def walk(answers: Answers, direction: int = FORWARD) -> Iterator[EventFacts]:
    """Every event in order of time, or the last first, a page at a time, for what is printed or exported whole."""
    page = answers.window(None, PAGE, direction)[::direction]
    while page:
        yield from page
        page = answers.window(page[-1].key, PAGE, direction)[::direction] if len(page) == PAGE else []


NOWHERE = key_before(FARTHEST_DAY)
"""The key before all events that lie nowhere in time."""


def dated_count(answers: Answers) -> int:
    """The number of events that lie somewhere in time."""
    return answers.rank(NOWHERE)


def walk_newest(answers: Answers) -> Iterator[EventFacts]:
    """Every event that has a date, the last first, then those that have none, as they stand."""
    undated = list(takewhile(lambda one: one.event.date.is_undated, walk(answers, BACKWARD)))
    yield from walk(answers.dated(), BACKWARD)
    yield from reversed(undated)


def walk_in(answers: Answers, order: str | None) -> Iterator[EventFacts]:
    """Every event in an order of time, of the two that there are: oldest, unless another is asked for."""
    return walk_newest(answers) if order == NEWEST else walk(answers)
