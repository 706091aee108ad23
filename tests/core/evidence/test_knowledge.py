"""Who knew of an event, and since when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import event, timeline
from tui.core.dates.calendar import day_number, iso
from tui.core.dates.edtf_member import DaySpan
from tui.core.dates.parse import parse_date
from tui.core.evidence.knowledge import EARLY, LATER, NAMED, SPOKE, TOLD, Occasion, about, knowers, reports
from tui.core.timeline.model import POSSIBLY, SURELY, Citation, Event, Source, Timeline

STORY = (
    event("2025-12-31", "end", status="planned", actors=("ikanbi", "total")),
    event("2025-08-21~", "staff", about=("end",), told=("staff",), actors=("victim",), says=("ikanbi",)),
    event("[2025-08-21..2025-08-25]", "rtbf", about=("end",), says=("rtbf",)),
    event("2025-08-25", "union", about=("end", "rtbf"), actors=("setca", "total"), says=("setca", "ikanbi")),
    event("2025-09", "council", about=("end",), told=("mayor", "setca"), actors=("mayor",), says=("mayor", "council")),
    event("2026-01", "plan", about=("end",), actors=("victim",), says=("rtbf", "press"), status="planned"),
    event("2025-07", "called-off", about=("end",), actors=("nobody",), says=("nobody",), status="cancelled"),
    event("[..2025-08-01]", "rumour", about=("end",), says=("rumour",)),
    event("2025-08/2025-09", "campaign", about=("end",), says=("campaigner",)),
)


def told(day: str | None = None, of: str = "end", story: tuple[Event, ...] = STORY) -> dict[str, str | None]:
    """How each actor knew by a day, else by which events and how."""
    found = knowers(next(one for one in story if one.id == of), timeline(story))
    if day is not None:
        return {one.actor: one.by(parse_date(day).latest or 0) for one in found if not one.is_only_named}
    return {one.actor: " ".join(f"{o.event.id}:{o.how}" for o in one.occasions) for one in found}


def test_those_told_and_those_who_speak_knew_of_an_event_who_was_first_first_then_come_those_named() -> None:
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
        ("victim", f"staff:{NAMED} plan:{NAMED}"),
        ("total", f"union:{NAMED}"),
    ]


def test_an_actor_of_an_event_is_not_said_to_have_known_of_it_or_of_what_it_is_about() -> None:
    """The dead, and those who are only talked about, learn nothing."""
    found = {one.actor: one for one in knowers(STORY[0], timeline(STORY))}
    assert [name for name, one in found.items() if one.is_only_named] == ["victim", "total"]
    assert found["victim"].by(parse_date("2030").latest or 0) is None
    assert found["victim"].since == DaySpan(None, None)
    assert told(of="campaign") == {"campaigner": f"campaign:{SPOKE}"}


def test_those_told_at_an_event_were_told_of_it_too() -> None:
    assert told(of="staff") == {"staff": f"staff:{TOLD}", "ikanbi": f"staff:{SPOKE}"}
    assert told(of="rtbf") == {
        "rtbf": f"rtbf:{SPOKE}", "setca": f"union:{SPOKE}", "ikanbi": f"union:{SPOKE}", "total": f"union:{NAMED}",
    }  # fmt: skip


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
    assert [one.actor for one in knowers(STORY[0], timeline(STORY)) if one.is_party] == ["ikanbi", "total"]


def test_two_events_may_be_about_each_other() -> None:
    both = (event("2025", "a", about=("b",), says=("x",)), event("2026", "b", about=("a",), says=("y",)))
    assert told(of="a", story=both) == {"x": f"a:{SPOKE}", "y": f"b:{SPOKE}"}
    assert told(of="b", story=both) == {"x": f"a:{SPOKE}", "y": f"b:{SPOKE}"}


def test_what_nothing_is_about_nobody_is_known_to_have_known() -> None:
    assert told(of="end", story=STORY[:1]) == {}
    assert list(about("plan", STORY)) == []


DAYS = st.integers(day_number(2025, 1, 1), day_number(2026, 12, 31))
DATES = st.builds(lambda one, other: f"[{iso(min(one, other))}..{iso(max(one, other))}]", DAYS, DAYS)


@given(st.lists(st.tuples(DATES, st.sampled_from("abc"), st.sampled_from(["reported", "planned"]))), DAYS, DAYS)
def test_who_knew_by_a_day_knew_by_every_later_one(
    given_events: list[tuple[str, str, str]], one: int, other: int
) -> None:
    rank = {LATER: 0, POSSIBLY: 1, SURELY: 2}
    told_of: Timeline = timeline(
        event(date, f"{n}", about=("it",), says=(actor,), status=status)
        for n, (date, actor, status) in enumerate(given_events)
    )
    for knower in knowers(event("2026", "it"), told_of):
        before, after = sorted((one, other))
        assert rank[knower.by(before) or LATER] <= rank[knower.by(after) or LATER]
        begin, end = knower.since
        assert (knower.by(before) == SURELY) == (end is not None and end - 1 <= before)
        assert (knower.by(before) == LATER) == (begin is not None and begin > before)
        assert [occasion.by(before) != LATER for occasion in knower.until(before).occasions].count(False) == 0


def test_an_occasion_without_bounds_is_only_ever_possible() -> None:
    assert Occasion(event("../..", "ever"), SPOKE).by(0) == POSSIBLY


def test_the_press_stands_by_the_day_on_which_it_was_out() -> None:
    days = {"late": "2025-09-01", "between": "[2025-08-20..2025-08-30]", "early": "2025-08-22", "never": None}
    sources = {name: Source(name, published=parse_date(day) if day else None) for name, day in days.items()}
    cited = event("2025-08", "it", citations=tuple(map(Citation, (*days, "unknown"))))
    found = reports(cited, timeline([cited], sources=sources))
    assert [one.source for one in found] == ["between", "early", "late", "never"]
    by = {one.source: one.by(day_number(2025, 8, 25)) for one in found}
    assert by == {"between": POSSIBLY, "early": SURELY, "late": LATER, "never": LATER}


def test_a_source_from_before_a_reported_event_is_early_until_then_and_keeps_its_own_days() -> None:
    sources = {name: Source(name, published=parse_date("2025-02-01")) for name in ("plain", "notice")}
    citations = (Citation("plain"), Citation("notice", announces=True))
    found = reports(event("2025-03-04", "it", citations=citations), timeline([], sources=sources))
    days = [day_number(2025, month, day) for month, day in ((1, 31), (2, 1), (3, 3), (3, 4))]
    assert {one.source: [one.by(day) for day in days] for one in found} == {
        "plain": [LATER, EARLY, EARLY, SURELY],
        "notice": [LATER, SURELY, SURELY, SURELY],
    }
    assert {one.out for one in found} == {(days[1], days[1])}
