"""Dates that seem to mean another thing: what is said of them, and of what nothing is said."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.checks.lint import LintInput
from tui.core.checks.lint_date_forms import LINTS, MARK, MINUS, MIXED
from tui.core.checks.lints import remarks
from tui.core.dates.parse import parse_date
from tui.core.problems.problem import Place
from tui.core.timeline.model import Event, Silence, Source, Timeline


def said(code: str, *dates: str) -> list[tuple[str, str | None]]:
    """The dates of which one lint says something, with its cure."""
    return of(code, timeline([event(date, f"e{number}") for number, date in enumerate(dates)]))


def of(code: str, story: Timeline) -> list[tuple[str, str | None]]:
    """What one lint says of a timeline: dates, or sources, and the cure."""
    (lint,) = (lint for lint in LINTS if lint.code == code)
    found = lint.look(LintInput.of(story, None))
    owners = ((one.owner, one.hint) for one in found)
    return [(owner.date.text if isinstance(owner, Event) else owner.id or "", hint) for owner, hint in owners]


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("~2025-08-25", "2025-08-25~"),
        ("?2025-12-31", "2025-12-31?"),
        ("%2025-08", "2025-08%"),
        ("~-0044-03", "-0044-03~"),
        ("~2025-21", "2025-21~"),
        ("~202X-12", "202X-12~"),
        ("~2025-08/2026-03", "2025-08~/2026-03"),
        ("2025/?2026-03-01", "2025/2026-03-01?"),
        ("[..~2025-08-21]", "[..2025-08-21~]"),
        ("{~2025-08,2025-10}", "{2025-08~,2025-10}"),
    ],
)
def test_a_mark_before_a_year_is_about_the_year_alone(date: str, meant: str) -> None:
    quoted = f'"{meant}"' if "?" in meant else meant
    assert said(MARK, date) == [(date, f"did you mean {quoted}?")]
    assert parse_date(meant).doubt == parse_date(date).doubt


@pytest.mark.parametrize(
    "date",
    ["~2025", "2025-08-25~", "2025-~08", "2025-08-~25", "~2025-~08", "?2004-06-~11", "2025~-08", "~Y17E7", "2025-08",
     "~1950S2", "~2025/2026-08", "2025-08~/2026-03~", "?2004-06-11~"],
)  # fmt: skip
def test_a_mark_that_says_what_it_means_is_left_alone(date: str) -> None:
    assert said(MARK, date) == []


def test_the_dates_of_a_source_are_looked_at_too() -> None:
    source = Source("rtl", published=parse_date("~2025-08-25"), seen=parse_date("2025-08-26"))
    assert of(MARK, timeline([], sources={"rtl": source})) == [("rtl", "did you mean 2025-08-25~?")]


@pytest.mark.parametrize("date", ["-2025", "-1999", "-1800", "-2025-08-25", "-2025~"])
def test_a_modern_year_with_a_minus_is_hardly_meant_among_modern_ones(date: str) -> None:
    assert said(MINUS, date, "2025-08-25", "2026") == [(date, f"did you mean {date[1:]} or ../{date[1:]}?")]
    assert said(MINUS, date) == [(date, f"did you mean {date[1:]} or ../{date[1:]}?")]
    assert said(MINUS, "-2025/2025") == [("-2025/2025", "did you mean 2025/2025?")]


@pytest.mark.parametrize(
    "dates",
    [("-0044", "2025"), ("-1799", "2025"), ("-2101", "2025"), ("-2025", "-0044", "2025"), ("-2025", "-1950"),
     ("2025", "0000"), ("-1300", "-2025", "2026"), ("Y-12025", "2025"), ("-19XX", "2025")],
)  # fmt: skip
def test_a_year_before_christ_among_others_is_meant(dates: tuple[str, ...]) -> None:
    assert said(MINUS, *dates) == []


@pytest.mark.parametrize(
    "dates",
    [
        ("2025-08-25T22:00+02:00", "2025-08-25T21:00"),
        ("2025-08-25T21:00", "2025-08-25T22:00Z", "2025-08-25T23:00"),
        ("2025-08-25T23:00", "2025-08-26T01:00Z"),
        ("2025-08-25T23:00/2025-08-26T06:00", "2025-08-26T01:00Z"),
    ],
)
def test_times_with_and_without_offsets_near_each_other_are_said_once(dates: tuple[str, ...]) -> None:
    assert len(said(MIXED, *dates)) == 1


@pytest.mark.parametrize(
    "dates",
    [
        ("2025-08-25T22:00", "2025-08-25T21:00"),
        ("2025-08-25T22:00Z", "2025-08-25T21:00+02:00"),
        ("2025-08-25T22:00Z", "2025-08-25", "2025-08"),
        ("2025-08-25T22:00Z", "2025-08-27T21:00"),
        ("2025-08-25T22:00Z", "2024-08-25T21:00"),
        (),
    ],
)
def test_times_of_one_sort_or_days_apart_are_left_alone(dates: tuple[str, ...]) -> None:
    assert said(MIXED, *dates) == []


def test_each_can_be_silenced() -> None:
    silence = Silence(MARK, "so it is", Place(1, 1, 1, 2))
    story = timeline([event("~2025-08-25", "A", silences=(silence,))])
    assert list(remarks(story, None)) == []
    assert [one.code for one in remarks(timeline([event("~2025-08-25", "A")]), None)] == [MARK]
