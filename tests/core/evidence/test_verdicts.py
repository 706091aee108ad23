"""What an event rests on: agreement, number of sources, plans that are overdue, days that are not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.evidence import verdicts
from tui.core.timeline.model import Citation, Claim, Event, Source, Value


def event(date: str = "2025-12-31", status: str = "planned", *claims: Claim) -> Event:
    return Event("end", parse_date(date), {"en": "The contract ends"}, status=status, claims=claims)


def claim(*values: str, name: str = "jobs", keep: str | None = None) -> Claim:
    return Claim(name, tuple(map(Value, values)), keep)


TODAY = day_number(2026, 11, 22)


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2025-12-31", 326),
        ("2026-11-21", 1),
        ("2026-11-22", 0),
        ("2026-11-23", 0),
        ("2026-10", 22),
        ("2026-11", 0),
        ("2025~", 326),
        ("2025-10/2026-03-31", 236),
        ("../2026-03-31", 236),
        ("[..2026-11-21]", 1),
        ("2025-10/..", 0),
        ("2025-10/", 0),
        ("[2025-10-01..]", 0),
    ],
)
def test_a_plan_is_overdue_from_the_day_after_its_latest_possible_one(date: str, days: int) -> None:
    assert verdicts.days_overdue(event(date), TODAY) == days
    assert verdicts.is_overdue(event(date), TODAY) is (days > 0)


@pytest.mark.parametrize("status", ["reported", "in-force", "inferred", "cancelled"])
def test_only_a_plan_can_be_overdue(status: str) -> None:
    assert not verdicts.is_overdue(event(status=status), TODAY)


@given(st.integers(-400, 400), st.integers(0, 400))
def test_what_is_overdue_stays_so(offset: int, later: int) -> None:
    day = TODAY + offset
    assert verdicts.is_overdue(event(), day) <= verdicts.is_overdue(event(), day + later)


def test_an_event_is_disputed_when_one_of_its_claims_is() -> None:
    assert verdicts.is_disputed(event("2025", "planned", claim("50"), claim("150", "163")))
    assert not verdicts.is_disputed(event("2025", "planned", claim("50"), claim("150", "about 150")))
    assert not verdicts.is_disputed(event())


def test_rival_statuses_and_rival_dates_are_disputes() -> None:
    assert verdicts.is_disputed(event("2025", "planned", claim("planned", "cancelled", name="status")))
    assert verdicts.is_disputed(event("2025", "planned", claim("2025-12-31", "2026-01-01", name="date")))
    assert not verdicts.is_disputed(event("2025", "planned", claim("2026-08", "2026-08-11", name="date")))


def test_an_event_is_alone_when_all_its_citations_are_of_one_source() -> None:
    one, other = Citation("trends"), Citation("rtl")
    claimed = Claim("jobs", (Value("150", (other,)),))
    assert verdicts.is_lone(event()._replace(citations=(one,)))
    assert not verdicts.is_lone(event()._replace(citations=(one,), claims=(claimed,)))
    assert not verdicts.is_lone(event())


@pytest.mark.parametrize(
    ("date", "uncertain", "vague"),
    [
        ("2025-12-31", False, False),
        ("2025-12-31?", True, True),
        ("2025-12~", True, True),
        ("2025-12", False, True),
        ("[..2025-12-31]", False, True),
        ("2025-10/2026-03-31", False, True),
    ],
)
def test_doubt_and_vagueness_are_two_things(date: str, uncertain: bool, vague: bool) -> None:
    assert verdicts.is_uncertain(event(date)) is uncertain
    assert verdicts.is_vague(event(date)) is vague


def source(published: str | None) -> Source:
    return Source("s", published=parse_date(published) if published else None)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-08-25~", True),
        ("2025-12-31", True),
        (None, True),
        ("[2025-08-21..]", True),
        ("[..2026-03-01]", True),
        ("2026-01-01", False),
        ("2026-02", False),
    ],
)
def test_a_source_that_came_out_after_the_day_forbids_saying_that_none_did(
    published: str | None, expected: bool
) -> None:
    assert verdicts.is_unconfirmed(event(), [source("2025-08-25"), source(published)]) is expected


def test_a_source_that_says_it_happened_forbids_saying_that_none_does() -> None:
    told = event("2025-12-31", "planned", claim("planned", "reported", name="status"))
    assert not verdicts.is_unconfirmed(told, [])
    assert verdicts.is_unconfirmed(event(), [])
    assert not verdicts.is_unconfirmed(event("2025-10/.."), [])


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        (claim("150 people", "163 people", keep="163 people"), 1),
        (claim("150 people", "163 people", keep="150 People"), 0),
        (claim("150 people", "163 people"), None),
        (claim("150 people", keep="200 people"), None),
        (claim("2025", "2025-12-31", name="date"), 1),
        (claim("2025", "2025-12", name="date"), None),
        (claim("reported", "planned", name="status"), 1),
    ],
)
def test_the_retained_value_is_the_kept_one_and_of_dates_and_statuses_the_events_own(
    kept: Claim, place: int | None
) -> None:
    assert verdicts.retained(event(), kept) == place
