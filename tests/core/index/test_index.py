"""Columns over the events: which rows meet a query, how many each facet would give, and in which windows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import day_number
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.index.index import Index
from tui.core.index.memory import MemoryAnswers
from tui.core.index.selection import Selection, select
from tui.core.query.tree import FACETS, Query, Term
from tui.core.timeline.model import Citation, Claim, Event, Timeline, Value
from tui.core.timeline.order import in_time_order

TODAY = day_number(2026, 11, 22)
RIVALS = Claim("jobs", (Value("150", (Citation("trends"),)), Value("163", (Citation("bladi"),))))


def event(name: str, date: str, **fields: Any) -> Event:
    return Event(name, parse_date(date), {"en": name})._replace(**fields)


EVENTS = (
    event("start", "2018~", status="inferred", actors=("ikanbi",), countries=("BE",)),
    event("vote", "2025-05-21", kind="law", countries=("FR",), citations=(Citation("rfi"),)),
    event("union", "2025-08-25", kind="reaction", actors=("setca", "ikanbi"), countries=("BE", "MA"), claims=(RIVALS,)),
    event("handover", "2025-10/2026-03-31", status="planned", actors=("ikanbi",), countries=("BE", "MA")),
    event("end", "2025-12-31", status="planned", actors=("ikanbi",), citations=(Citation("rfi"), Citation("rfi"))),
    event("ban", "2026-08-11", kind="law", status="in-force", countries=("FR", "MA")),
    event("targets", "2030", status="planned", countries=("MA",)),
    event("open", "2031/..", status="planned"),
)
INDEX = Index(Timeline("calls", {"en": "Calls"}, "en", EVENTS), TODAY)


def asked(*terms: Term) -> Selection:
    return select(INDEX, Query(terms))


def names(selection: Selection) -> list[str]:
    return [one.id for one in selection.rows(0, len(selection))]


def term(text: str) -> Term:
    field, _, values = text.lstrip("-").partition(":")
    return Term(field, tuple(values.split(",")), text.startswith("-"))


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ("", "start vote union handover end ban targets open"),
        ("actor:ikanbi", "start union handover end"),
        ("actor:ikanbi,setca", "start union handover end"),
        ("actor:setca actor:ikanbi", "union"),
        ("country:FR,MA", "vote union handover ban targets"),
        ("country:MA -actor:ikanbi", "ban targets"),
        ("-country:BE,FR,MA", "end open"),
        ("kind:law", "vote ban"),
        ("status:planned -actor:ikanbi", "targets open"),
        ("source:rfi", "vote end"),
        ("source:bladi", "union"),
        ("country:NZ", ""),
        ("-country:NZ", "start vote union handover end ban targets open"),
        ("from:2026", "handover ban targets open"),
        ("to:2025", "start vote union handover end"),
        ("from:2025-12-31 to:2025-12-31", "handover end"),
        ("from:2025-08-25 to:2025-08-25", "union"),
        ("-from:2026", "start vote union end"),
        ("from:2026,2018", "start vote union handover end ban targets open"),
        ("from:../2026", "start vote union handover end ban targets open"),
        ("to:2026/..", "start vote union handover end ban targets open"),
    ],
)
def test_an_event_is_selected_when_it_meets_every_term(terms: str, found: str) -> None:
    assert names(asked(*map(term, terms.split()))) == found.split()


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError):
        asked(term("to:soon"))


def test_rows_come_in_windows() -> None:
    selection = asked(term("actor:ikanbi"))
    assert [one.id for one in selection.rows(1, 3)] == ["union", "handover"]
    assert selection.rows(4, 9) == []
    assert selection.event(3).id == "end"


def test_an_event_is_found_by_its_id_where_it_stands_in_the_selection() -> None:
    answers = MemoryAnswers(asked(term("actor:ikanbi")))
    found = [answers.event(name) for name in ("start", "end", "ban", "nobody")]
    assert [one and answers.rank(one.key) for one in found] == [0, 3, None, None]
    ban = MemoryAnswers(select(INDEX)).event("ban")
    assert ban is not None
    assert MemoryAnswers(select(INDEX)).rank(ban.key) == 5


def test_flags_are_those_of_the_event_at_a_place_of_the_selection() -> None:
    found = MemoryAnswers(asked(term("actor:ikanbi"))).window(None, 4)
    assert [one.is_disputed for one in found] == [False, True, False, False]
    assert [one.is_overdue for one in found] == [False, False, True, True]


def test_the_tally_counts_what_is_selected() -> None:
    assert select(INDEX).tally == (8, 3, 1, 2, 2, 0)
    assert asked(term("kind:law")).tally == (2, 1, 0, 0, 1, 0)
    assert asked(term("country:NZ")).tally == (0, 0, 0, 0, 0, 0)


def test_a_facet_counts_what_each_value_would_give_without_its_own_terms() -> None:
    selection = asked(term("actor:setca"), term("-country:FR"))
    assert selection.facet("actor") == [("ikanbi", 4), ("setca", 1)]
    assert selection.facet("country") == [("BE", 1), ("MA", 1)]
    assert select(INDEX).facet("country") == [("MA", 4), ("BE", 3), ("FR", 2)]
    assert selection.facets().keys() == set(FACETS)


def test_a_facet_has_no_value_that_gives_nothing() -> None:
    assert asked(term("kind:law")).facet("actor") == []


def test_when_too_little_is_left_each_field_says_what_it_costs() -> None:
    selection = asked(term("actor:ikanbi"), term("country:FR"))
    assert len(selection) == 0
    assert selection.widened() == [("actor", 2), ("country", 4)]
    assert asked(term("actor:setca")).widened() == [("actor", 8)]
    assert select(INDEX).widened() == []


# ---- Laws ----------------------------------------------------------------------------------------------------

TERMS = st.one_of(
    st.builds(
        Term,
        st.just("actor"),
        st.lists(st.sampled_from(["ikanbi", "setca", "nobody"]), min_size=1, max_size=2).map(tuple),
        st.booleans(),
    ),
    st.builds(Term, st.just("country"), st.sampled_from([("BE",), ("MA", "FR"), ("NZ",)]), st.booleans()),
    st.builds(Term, st.sampled_from(["from", "to"]), st.sampled_from([("2025",), ("2026-08",)]), st.booleans()),
)


@given(st.lists(TERMS, max_size=3), TERMS)
def test_a_term_and_its_negation_part_the_events_in_two(terms: list[Term], last: Term) -> None:
    both = names(asked(*terms))
    one = names(asked(*terms, last))
    other = names(asked(*terms, last._replace(negative=not last.negative)))
    assert sorted(one + other) == sorted(both)
    assert not set(one) & set(other)


@given(st.lists(TERMS, max_size=3))
def test_a_selection_keeps_the_order_of_time_and_finds_each_of_its_events(terms: list[Term]) -> None:
    selection = asked(*terms)
    found = names(selection)
    assert found == [one.id for one in EVENTS if one.id in found]
    answers = MemoryAnswers(selection)
    assert [answers.rank(one.key) for name in found if (one := answers.event(name))] == list(range(len(selection)))


@given(st.lists(TERMS, max_size=3), st.sampled_from(FACETS))
def test_choosing_a_value_gives_as_many_events_as_its_facet_said(terms: list[Term], facet: str) -> None:
    selection = asked(*terms)
    for value, count in selection.facet(facet):
        alone = selection.query.without(facet).choosing(facet, (value,))
        assert len(select(INDEX, alone)) == count > 0


def test_the_keys_of_rows_rise_also_where_instants_overrule_the_clocks() -> None:
    hours = ["25T21:00Z", "25T22:00+02:00", "26T00:30+02:00", "25T23:30-05:00", "25"]
    dates = [f"2025-08-{hour}" for hour in hours]
    events = in_time_order([event(date, date) for date in dates], lambda one: one.date)
    answers = MemoryAnswers(select(Index(Timeline("hours", {}, "en", tuple(events)), TODAY), Query()))
    keys = [facts.key for one in events if (facts := answers.event(one.id)) is not None]
    assert len(keys) == len(dates)
    assert keys == sorted(set(keys))
    assert [answers.rank(key) for key in keys] == [0, 1, 2, 3, 4]
