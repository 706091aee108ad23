"""What every engine has to answer: two hundred queries over timelines by chance, held against plain loops.

A test of an engine imports the fixtures `asked` and `cases`, gives `make_engine`, and inherits the laws:
`class TestMine(Conformance): ...`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest

from tests.core.index.oracle import Oracle
from tests.core.index.random_timelines import COUNTRIES, FIRST, LAST, TAGS, WORDS, Chance
from tui.core.dates.calendar import day_number
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, FORWARD, Answers, End, Engine, EventFacts, key_before, walk
from tui.core.query.predicates import ReaderMarks
from tui.core.timeline.model import GROUPS, Event
from tui.core.timeline.when import SECONDS

TODAY = day_number(2026, 3, 15)
TIMELINES, QUERIES = 20, 10
"""So many timelines, and queries to each."""
FIELDS = (*GROUPS, "told", "about")
ALL = 10_000
"""More than any of them has of anything."""

MakeEngine = Callable[..., Engine]
"""From a timeline and today's day an engine that holds it."""


class Case(NamedTuple):
    """One query to one timeline, answered by an engine and by hand; and chance, to ask about it."""

    answers: Answers
    oracle: Oracle
    random: Random
    engine: Engine
    """The engine of the whole file."""


def ids(found: list[EventFacts]) -> list[str]:
    return [one.event.id for one in found]


def names(events: list[Event]) -> list[str]:
    return [one.id for one in events]


@pytest.fixture
def cases(asked: list[Case]) -> list[Case]:
    """The same for every test, whichever ran before it."""
    return [case._replace(random=Random(at)) for at, case in enumerate(asked)]  # noqa: S311 - not for secrets


@pytest.fixture(scope="module")
def asked(make_engine: MakeEngine) -> list[Case]:
    """The queries, each with its answers."""
    made = []
    for seed in range(TIMELINES):
        chance = Chance(seed)
        timeline = chance.timeline(size=(0, 1, 7, 30, 60)[seed % 5])
        engine = make_engine(timeline, TODAY)
        for _ in range(QUERIES):
            query, own = chance.query(), chance.own()
            made.append(Case(engine.select(query, own), Oracle(timeline, TODAY, query, own), chance.random, engine))
    return made


class Conformance:
    """The laws of an engine."""

    def test_the_cases_are_worth_asking(self, cases: list[Case]) -> None:
        """Most find something, and some things are found in doubt, in dispute, and as published by a day."""
        assert len(cases) == TIMELINES * QUERIES
        oracles = [case.oracle for case in cases]
        assert sum(len(one.events) > 3 for one in oracles) > len(cases) / 4
        assert sum(one.query.as_of is not None and bool(one.events) for one in oracles) > len(cases) / 20
        assert sum(any(map(one.is_disputed, one.events)) for one in oracles) > len(cases) / 10
        assert sum(any(map(one.is_possibly_out, one.events)) for one in oracles) > len(cases) / 40
        assert sum(len(one.silences()) > 1 for one in oracles) > len(cases) / 40

    # ---- The whole

    def test_an_engine_tells_the_timeline_without_its_events(self, cases: list[Case]) -> None:
        for answers, oracle, _, whole in cases:
            engine = answers.engine
            assert engine.today == oracle.today
            assert engine.head._replace(as_of=None) == oracle.timeline._replace(events=(), as_of=None)
            as_of = oracle.timeline.as_of
            assert engine.head.as_of == (as_of and as_of._replace(dates={}, statuses={}))
            assert engine.whole_file.today == TODAY
            assert engine.whole_file.select().count() == whole.select().count() == len(oracle.file.events)
            assert engine.kept is answers.engine.kept
            assert engine.tells_hours == any(one.date.time for one in oracle.timeline.events)
            assert answers.query == oracle.query
            assert answers.own == (oracle.own if oracle.query.terms else ReaderMarks())

    def test_a_day_of_publication_is_asked_of_the_engine_or_in_the_query(self, cases: list[Case]) -> None:
        for _, oracle, _, whole in cases:
            if oracle.query.as_of is not None:
                engine = whole.as_of(oracle.query.as_of)
                assert ids(engine.select(oracle.query, oracle.own).window(None, ALL)) == names(oracle.events)

    def test_events_are_found_by_what_they_are_about_and_by_a_part_of_their_id(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            name = f"e{random.randint(0, 20)}"
            about = [one.id for one in oracle.timeline.events if name in one.about]
            assert names(answers.engine.about(name, 2)) == about[:2]
            holding = [one.id for one in oracle.timeline.events if name[1:] in one.id]
            assert answers.engine.ids_holding(name[1:], 3) == holding[:3]

    # ---- Windows

    def test_all_events_come_in_the_order_of_time_with_what_is_true_of_them(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            assert answers.count() == len(oracle.events)
            found = answers.window(None, ALL)
            assert [tuple(one[1:]) for one in found] == [oracle.facts(one) for one in oracle.events], oracle.query
            assert all(one.key < other.key for one, other in pairwise(found))
            assert [one.key[0] for one in found] == [oracle.order(one)[0] for one in oracle.events]
            assert [one.key.id for one in found] == names(oracle.events)
            assert list(walk(answers)) == found
            assert list(walk(answers, BACKWARD)) == found[::-1]

    def test_a_window_holds_the_events_next_to_a_key(self, cases: list[Case]) -> None:
        for answers, oracle, random, whole in cases:
            events = oracle.events
            size = random.randint(0, 9)
            assert ids(answers.window(None, size)) == names(events[:size])
            assert ids(answers.window(None, size, BACKWARD)) == names(events[len(events) - min(size, len(events)) :])
            for one in whole.select().window(None, ALL)[::3]:  # also keys that the query does not select
                place = oracle.order(one.event)
                earlier = [other for other in events if oracle.order(other) < place]
                later = [other for other in events if oracle.order(other) > place]
                assert answers.rank(one.key) == len(earlier)
                assert ids(answers.window(one.key, size)) == names(later[:size])
                assert ids(answers.window(one.key, size, BACKWARD)) == names(earlier[::-1][:size][::-1])

    def test_one_looks_from_a_day_as_from_an_event(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            day = random.choice([oracle.order(one)[0] for one in oracle.events] or [TODAY]) + random.randint(-1, 1)
            earlier = [one for one in oracle.events if oracle.order(one)[0] < day]
            assert answers.rank(key_before(day)) == len(earlier)
            assert ids(answers.window(key_before(day), 2)) == names(oracle.events[len(earlier) :][:2])

    def test_an_event_is_found_by_how_far_through_it_is(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            for fraction in (0.0, 0.5, 1.0, random.random()):
                found = answers.at(fraction)
                size = len(oracle.events)
                assert (found and found.event) == (oracle.events[min(size - 1, int(fraction * size))] if size else None)

    def test_an_event_is_found_by_its_id_where_it_is_selected(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            selected = {one.id: one for one in oracle.events}
            for name in (*(one.id for one in oracle.file.events), "nobody"):
                found = answers.event(name)
                assert (found and found.event) == selected.get(name)

    def test_what_is_or_goes_on_in_some_days_is_found(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            edges = [one.date.latest for one in oracle.events] + [one.date.earliest for one in oracle.events]
            first = random.choice([random.randint(FIRST - 400, LAST), *(day for day in edges if day is not None)])
            first, past = first + random.randint(0, 1), first + 1 + random.choice((1, 30, 400))
            size = random.choice((2, ALL))
            assert ids(answers.touching(first, past, size)) == names(oracle.touching(first, past)[:size])
            assert ids(answers.lanes(first, past, size)) == names(oracle.lanes(first, past)[:size])

    def test_ends_come_in_their_order_and_those_that_have_none_are_counted(self, cases: list[Case]) -> None:
        for answers, oracle, random, whole in cases:
            ended = names(oracle.ends())
            assert ids(answers.ends(None, ALL)) == ended
            walked: list[str] = []
            after: End | None = None
            while page := answers.ends(after, 2):
                walked += ids(page)
                after = End(page[-1].last_day or 0, page[-1].key)
            assert walked == ended
            for other in random.sample(whole.select().window(None, ALL), min(2, whole.select().count())):
                before = [one for one in oracle.endless() if oracle.order(one) < oracle.order(other.event)]
                many, first = answers.endless(other.key)
                assert (many, first and first.key.id) == (len(before), before[0].id if before else None)

    # ---- Finding

    def test_what_shows_a_text_is_found_forward_and_backward(self, cases: list[Case]) -> None:
        for answers, oracle, random, whole in cases:
            text, language = random.choice((*WORDS, "s1", "zzz", "", " ")), random.choice(("", "en", "fr"))
            showing = oracle.showing(text, language)
            assert answers.matches(text, language=language) == len(showing), (text, language)
            key = answers.next_match(text, None, FORWARD, language)
            walked: list[str] = []
            while key is not None:
                assert answers.matches(text, key, language) == len(walked)
                walked.append(key.id)
                key = answers.next_match(text, key, FORWARD, language)
            assert walked == names(showing)
            last = answers.next_match(text, None, BACKWARD, language)
            assert (last and last.id) == (showing[-1].id if showing else None)
            for one in whole.select().window(None, ALL)[::9]:
                earlier = [other.id for other in showing if oracle.order(other) < oracle.order(one.event)]
                before = answers.next_match(text, one.key, BACKWARD, language)
                assert (before and before.id) == (earlier[-1] if earlier else None)

    # ---- Over time

    def test_events_are_counted_between_days(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            days = [oracle.order(one)[0] for one in oracle.events if oracle.order(one)[0] < FARTHEST_DAY][::5]
            edges = sorted([FIRST, LAST, *days, *(random.randint(FIRST - 100, LAST + 100) for _ in range(5))])
            assert answers.histogram(edges) == oracle.histogram(edges)
            assert sum(answers.histogram([-FARTHEST_DAY, FARTHEST_DAY + 1])) == len(oracle.events)
            assert answers.outside(edges[0], edges[-1]) == oracle.outside(edges[0], edges[-1])

    def test_the_days_that_are_looked_at_are_those_of_what_is_selected(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            assert answers.extent() == oracle.extent()
            assert answers.story() == oracle.story()

    def test_events_are_counted_between_moments_and_beyond_them(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            days = [oracle.order(one)[0] for one in oracle.events if oracle.order(one)[0] < FARTHEST_DAY][::5]
            moments = [day * SECONDS + random.choice((0, 630, 900)) * 60 for day in (FIRST, LAST, *days)]
            edges = sorted(moments)
            assert answers.moments(edges) == oracle.moments(edges)
            begin, end = sorted((random.choice(moments), random.choice(moments) + random.choice((1, 600, 50_000))))
            assert answers.unseen(begin, end) == oracle.unseen(begin, end)

    def test_ink_is_spread_over_the_days_on_which_an_event_may_be(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            days = [oracle.order(one)[0] for one in oracle.events if oracle.order(one)[0] < FARTHEST_DAY]
            begin = random.choice([random.randint(FIRST, LAST), *days]) * SECONDS + random.choice((0, 600)) * 60
            length, columns = random.choice((1440, 99 * 1440, 400 * 1440)), random.randint(1, 50)
            edges = [begin - (-at * length // columns) for at in range(columns + 1)]
            for by_hour in (False, True):
                found = answers.ink(edges, by_hour=by_hour)
                assert found == pytest.approx(oracle.ink(edges, by_hour=by_hour)), (edges[0], length, columns, by_hour)

    def test_silences_are_the_days_on_which_nothing_is_dated_or_going_on(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            size = random.choice((1, 3, ALL))
            silences = [(one.days, one.key.id) for one in answers.silences(size)]
            assert silences == [(days, one.id) for days, one in oracle.silences()[:size]]
            assert answers.usual_gap() == oracle.usual_gap()

    # ---- Values

    def test_facets_count_what_each_value_would_give(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            for field in FIELDS:
                would, has = oracle.counted(field, widened=True), oracle.counted(field, widened=False)
                limit = random.choice((2, ALL))
                assert answers.facet(field, limit) == would[:limit], (oracle.query, field)
                assert answers.counted(field, limit) == has[:limit]
                values = [value for value, _ in would[::2]] + ["nobody"]
                assert answers.values(field) == len(has)
                assert answers.gives(field, values) == {value: dict(would).get(value, 0) for value in values}
            echeance = [one for one in oracle.counted("tag", widened=True) if one[0] == TAGS[-1]]
            assert answers.facet("tag", ALL, "ech") == answers.facet("tag", 1, "ÉCHÉ") == echeance

    def test_what_has_a_value_is_asked_like_the_whole(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            for field, value in (("country", random.choice(COUNTRIES)), ("tag", "jobs"), (random.choice(GROUPS), None)):
                group = answers.group(field, value)
                values = {one.id: oracle.values(field, one) for one in oracle.events}
                found = [name for name, has in values.items() if (value in has if value else not has)]
                assert ids(group.window(None, ALL)) == found
                assert group.count() == len(found)
                assert group.tally().disputed <= answers.tally().disputed

    def test_what_has_a_date_is_asked_like_the_whole(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            dated = answers.dated()
            assert ids(dated.window(None, ALL)) == names([one for one in oracle.events if not one.date.is_undated])
            assert dated.query == answers.query

    def test_sources_on_which_alone_something_rests_are_counted(self, cases: list[Case]) -> None:
        for answers, oracle, random, _ in cases:
            size = random.choice((2, ALL))
            assert answers.alone(size) == oracle.alone()[:size]

    def test_without_a_field_more_is_selected(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            assert answers.widened() == oracle.widened()
            for field in ("actor", "status", "in"):
                less = answers.without(field)
                assert ids(less.window(None, ALL)) == names(
                    Oracle(oracle.file, TODAY, oracle.query.without(field), oracle.own).events
                )
                assert less.query == oracle.query.without(field)

    # ---- Figures

    def test_the_tally_counts_what_surely_is_out(self, cases: list[Case]) -> None:
        for answers, oracle, _, _ in cases:
            assert answers.tally() == oracle.tally(), oracle.query
            assert answers.possibly_out() == sum(map(oracle.is_possibly_out, oracle.events))
