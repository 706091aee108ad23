"""Who knew of an event, and since when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import event, timeline
from tui.core.dates.calendar import day_number, iso
from tui.core.dates.edtf_member import DaySpan
from tui.core.dates.parse import parse_date
from tui.core.evidence.knowledge import LATER, POSSIBLY, SPOKE, SURELY, TOLD, Occasion, about, knowers
from tui.core.timeline.model import Event, Timeline

STORY = (
    event("2025-12-31", "end", status="planned", actors=("ikanbi", "total")),
    event("2025-08-21~", "staff", about=("end",), told=("staff",), actors=("ikanbi",)),
    event("[2025-08-21..2025-08-25]", "rtbf", about=("end",), actors=("rtbf",)),
    event("2025-08-25", "union", about=("end", "rtbf"), actors=("setca", "ikanbi")),
    event("2025-09", "council", about=("end",), told=("mayor", "setca"), actors=("mayor", "council")),
    event("2026-01", "plan", about=("end",), actors=("rtbf", "press"), status="planned"),
    event("2025-07", "called-off", about=("end",), actors=("nobody",), status="cancelled"),
    event("[..2025-08-01]", "rumour", about=("end",), actors=("rumour",)),
    event("2025-08/2025-09", "campaign", about=("end",), actors=("campaigner",)),
)


def told(day: str | None = None, of: str = "end", story: tuple[Event, ...] = STORY) -> dict[str, str]:
    """How each actor knew by a day, else by which events and how."""
    found = knowers(next(one for one in story if one.id == of), timeline(story))
    if day is not None:
        return {one.actor: one.by(parse_date(day).latest or 0) for one in found}
    return {one.actor: " ".join(f"{o.event.id}:{o.how}" for o in one.occasions) for one in found}


def test_those_told_and_the_actors_of_what_is_about_an_event_knew_of_it_who_was_first_first() -> None:
    assert list(told().items()) == [
        ("rumour", f"rumour:{SPOKE}"),
        ("campaigner", f"campaign:{SPOKE}"),
        ("staff", f"staff:{TOLD}"),
        ("ikanbi", f"staff:{SPOKE} union:{SPOKE}"),
        ("rtbf", f"rtbf:{SPOKE} plan:{SPOKE}"),
        ("setca", f"union:{SPOKE} council:{TOLD}"),
        ("mayor", f"council:{TOLD}"),
        ("council", f"council:{SPOKE}"),
        ("press", f"plan:{SPOKE}"),
    ]


def test_those_told_at_an_event_were_told_of_it_too() -> None:
    assert told(of="staff") == {"staff": f"staff:{TOLD}"}
    assert told(of="rtbf") == {"setca": f"union:{SPOKE}", "ikanbi": f"union:{SPOKE}"}


@pytest.mark.parametrize(
    ("day", "surely", "possibly"),
    [
        ("2025-07-31", "", "rumour"),
        ("2025-08-01", "rumour", "campaigner"),
        ("2025-08-20", "rumour", "campaigner"),
        ("2025-08-21", "rumour staff ikanbi", "campaigner rtbf"),
        ("2025-08-25", "rumour staff ikanbi rtbf setca", "campaigner"),
        ("2025-08-31", "rumour campaigner staff ikanbi rtbf setca", ""),
        ("2025-09-01", "rumour campaigner staff ikanbi rtbf setca", "mayor council"),
        ("2025-09-30", "rumour campaigner staff ikanbi rtbf setca mayor council", ""),
        ("2026-02-01", "rumour campaigner staff ikanbi rtbf setca mayor council", "press"),
    ],
)
def test_by_a_day_one_surely_knew_when_all_readings_are_past_and_possibly_when_one_is(
    day: str, surely: str, possibly: str
) -> None:
    by = told(day)
    assert " ".join(actor for actor, how in by.items() if how == SURELY) == surely
    assert " ".join(actor for actor, how in by.items() if how == POSSIBLY) == possibly


def test_since_when_is_bounded_by_all_occasions_and_plans_bound_only_the_first() -> None:
    since = {one.actor: one.since for one in knowers(STORY[0], timeline(STORY))}
    assert since["rtbf"] == DaySpan(day_number(2025, 8, 21), day_number(2025, 8, 26))
    assert since["campaigner"] == DaySpan(day_number(2025, 8, 1), day_number(2025, 9, 1))
    assert since["press"] == DaySpan(day_number(2026, 1, 1), None)
    assert since["rumour"] == DaySpan(None, day_number(2025, 8, 2))


def test_a_party_to_the_event_is_marked_for_what_it_knew_before_nobody_says() -> None:
    assert [one.actor for one in knowers(STORY[0], timeline(STORY)) if one.is_party] == ["ikanbi"]


def test_two_events_may_be_about_each_other() -> None:
    both = (event("2025", "a", about=("b",), actors=("x",)), event("2026", "b", about=("a",), actors=("y",)))
    assert told(of="a", story=both) == {"y": f"b:{SPOKE}"}
    assert told(of="b", story=both) == {"x": f"a:{SPOKE}"}


def test_what_nothing_is_about_nobody_is_known_to_have_known() -> None:
    assert told(of="plan") == {}
    assert list(about("plan", STORY)) == []


DAYS = st.integers(day_number(2025, 1, 1), day_number(2026, 12, 31))
DATES = st.builds(lambda one, other: f"[{iso(min(one, other))}..{iso(max(one, other))}]", DAYS, DAYS)


@given(st.lists(st.tuples(DATES, st.sampled_from("abc"), st.sampled_from(["reported", "planned"]))), DAYS, DAYS)
def test_who_knew_by_a_day_knew_by_every_later_one(
    given_events: list[tuple[str, str, str]], one: int, other: int
) -> None:
    rank = {LATER: 0, POSSIBLY: 1, SURELY: 2}
    told_of: Timeline = timeline(
        event(date, f"{n}", about=("it",), actors=(actor,), status=status)
        for n, (date, actor, status) in enumerate(given_events)
    )
    for knower in knowers(event("2026", "it"), told_of):
        before, after = sorted((one, other))
        assert rank[knower.by(before)] <= rank[knower.by(after)]
        begin, end = knower.since
        assert (knower.by(before) == SURELY) == (end is not None and end - 1 <= before)
        assert (knower.by(before) == LATER) == (begin is not None and begin > before)
        assert [occasion.by(before) != LATER for occasion in knower.until(before).occasions].count(False) == 0


def test_an_occasion_without_bounds_is_only_ever_possible() -> None:
    assert Occasion(event("../..", "ever"), SPOKE).by(0) == POSSIBLY
