"""The overview: where the ink lies, what is in view, and what of it the spine shows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, answers, event, steering, text_of
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number, iso
from tui.core.dates.edtf import undated
from tui.core.index.protocol import walk
from tui.core.theme import ROLES
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, moment, start_days
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs, glyphs_for
from tui.drawing.time.overview import MARGIN, Overview
from tui.drawing.time.ruler import HOURS
from tui.drawing.time.scale import Scale

STORY = """
    2018~ inferred IKANBI begins
    2025-01 A report
    2025-05-21 The law is adopted
    2025-06-30 The law is promulgated
    2025-08-18 A warning
    2025-08-25 The union confirms
    2025-08-25 The press reports
    2025-08-26 A reaction
    2025-10-01/2026-03-31 planned Handover
    2025-12-31 planned The contract ends
    2026-08-11 in-force Ban
    2026-08-11 planned The list ends
    2030 planned Targets
"""


def overview(events: list[Event] | str = STORY, width: int = 80, **options: Any) -> Overview:
    scale = options.pop("scale", None)
    pen = PEN._replace(**options)
    return Overview(answers(events, today=pen.today), width, pen, scale)


def rows(drawn: Overview, height: int = 4, window: tuple[int, int] | None = None) -> list[str]:
    return [text_of(line) for line in drawn.draw(height, window)]


def between(first: str, last: str) -> tuple[int, int]:
    """A window from the beginning of one day to the end of another, from `2025-08-25` each."""
    ends = [day_number(*map(int, day.split("-"))) for day in (first, last)]
    return ends[0] * SECONDS, (ends[1] + 1) * SECONDS


def in_days(scale: Scale) -> tuple[str, str]:
    """The first day of what is in view, and the day after the last."""
    assert scale.begin % SECONDS == scale.end % SECONDS == 0
    return iso(scale.begin // SECONDS), iso(scale.end // SECONDS)


def test_a_ruler_a_histogram_and_long_intervals() -> None:
    assert rows(overview(), 4, between("2025-08-18", "2026-03-31")) == [
        "    '25F  M  A  M  J  J  A[  S  O  N  D  '26F  M  A] M   J  J  A  S  O  N       ",
        "  ‹1▁▁▁▁          ▃   ▃    ▃█   ▃        ▃                      ▅          ┃  1›",
        "                                ├╌╌╌ Handover ╌╌╌╌┤             ┝━━━━━━━━━━▶    ",
    ]


def test_in_ascii() -> None:
    assert rows(overview(glyphs=ASCII), 3, between("2025-08-18", "2026-03-31")) == [
        "    '25F  M  A  M  J  J  A[  S  O  N  D  '26F  M  A] M   J  J  A  S  O  N       ",
        "  <1....          -   -    -#   -        -                      +          !  1>",
        "                                |... Handover ....|             |==========>    ",
    ]


def test_in_braille_where_a_theme_asks_for_it() -> None:
    glyphs = glyphs_for(ascii=False, braille=True)
    assert rows(overview(glyphs=glyphs), 1) == [
        "  ‹1⡀⡀⡀⡀          ⣄   ⣄    ⣄⣿   ⣄        ⣄                      ⣦          ┃  1›"
    ]
    assert glyphs_for(ascii=True, braille=True) is ASCII
    assert glyphs_for(ascii=False, braille=False) is UNICODE


def test_less_height_leaves_the_bars_out_and_then_the_ruler() -> None:
    drawn = overview()
    assert [len(drawn.draw(height, None)) for height in (0, 1, 2, 3, 4)] == [0, 1, 2, 3, 3]
    assert rows(drawn, 1)[0].startswith("  ‹1▁")


def test_there_is_nothing_to_draw_without_events_or_room() -> None:
    assert overview("").draw(4, None) == []
    assert overview(width=3 * MARGIN - 1).draw(4, None) == []


def test_bars_that_overlap_take_rows_below_each_other_as_far_as_there_are_rows() -> None:
    story = """
        2025-01-01/2025-08-31 One
        2025-03-01/2025-10-31 Two
        2025-09-10/2025-12-31 Three
        2025-05-01/2025-12-31 Four
        """
    assert rows(overview(story, 60, today=day_number(2024, 1, 1)), 4)[2:] == [
        "    ├────────────── One ──────────────┤                     ",
        "            ├────────────── Two ───────────────┤            ",
    ]


@pytest.mark.parametrize(
    ("window", "brackets"),
    [
        (("2025-08-18", "2026-03-31"), "[]"),
        (("2025-01-01", "2026-11-22"), "[]"),
        (("2018-01-01", "2030-01-01"), "[]"),
        (("2025-08-25", "2025-08-25"), "[]"),
        (("2025-01-01", "2025-01-01"), "[]"),
        (("2010-01-01", "2012-01-01"), ""),
        (("2030-01-01", "2031-01-01"), ""),
    ],
)
def test_the_window_is_bracketed_and_no_mark_is_cut(window: tuple[str, str], brackets: str) -> None:
    drawn = overview()
    plain, bracketed = rows(drawn, 2)[0], rows(drawn, 2, between(*window))[0]
    assert "".join(char for char in bracketed if char in "[]") == brackets
    assert bracketed.replace("[", " ").replace("]", " ") == plain


def test_the_cursor_and_today_each_take_a_cell() -> None:
    (line,) = overview().draw(1, None, between("2025-05-21", "2025-05-21")[0])
    assert [span.text for span in line if span.role == "cursor"] == ["▃"]
    assert [span.text for span in line if span.role == "now"] == ["┃"]
    (line,) = overview().draw(1, None, between("2018-01-01", "2018-01-01")[0])
    assert not [span for span in line if span.role == "cursor"]


def test_events_out_of_view_are_counted() -> None:
    drawn = overview()
    assert (drawn.before, drawn.after) == (1, 1)
    assert in_days(drawn.scale) == ("2025-01-01", "2026-12-01")


def test_a_few_outliers_do_not_squeeze_the_story() -> None:
    story = [event(f"2025-{1 + n % 12:02}-{1 + n // 12:02}", f"E{n}") for n in range(48)]
    drawn = overview([event("1900-01-01", "old"), *story, event("2100-01-01", "late")], today=day_number(2025, 6, 1))
    assert (drawn.before, drawn.after) == (1, 1)
    assert in_days(drawn.scale) == ("2025-01-01", "2026-01-01")


DATES = st.sampled_from(
    ("2025-08-25", "2025-08", "2025", "202X", "20XX", "2025-08-25~", "2024-01/2026-05", "../2025-09", "2025-09/..",
     "2025-09/", "[..2025-05-14]", "[2025-01..2025-03]", "2026-12-01", "2031", "-0043-03-15", "Y-17E7", "1999-12-31",
     "2025-10-31T22:00", "2025-21")
)  # fmt: skip


def burst() -> list[Event]:
    """Forty quiet years, and twenty events of one month."""
    return [event(f"{1980 + n}-03-01", f"Y{n}") for n in range(40)] + [event("2025-02-10", f"B{n}") for n in range(20)]


def test_a_burst_does_not_flatten_the_rest_and_that_is_said() -> None:
    drawn = overview(burst(), 60)
    assert rows(drawn, 1)[0].startswith("√   ")
    assert rows(drawn, 1)[0].count("▂") >= 38
    assert [text_of(line).rstrip() for line in drawn.remarks()] == [
        " √ heights are square roots, the highest of 20 events"
    ]
    assert rows(overview(burst(), 60, glyphs=ASCII), 1)[0].startswith("r   ")
    assert not overview().is_rooted
    assert overview().remarks() == []


@given(st.lists(DATES, max_size=20), st.integers(20, 200))
@settings(max_examples=60)
def test_a_burst_among_any_dates_is_drawn(dates: list[str], width: int) -> None:
    drawn = overview([*burst(), *(event(date, f"V{at}") for at, date in enumerate(dates))], width)
    assert all(cell_len(row) == width for row in rows(drawn))


def test_events_that_lie_nowhere_are_counted_and_an_empty_scale_is_not_drawn() -> None:
    nowhere = event("../..", "B")
    none = overview([nowhere, event("2025", "A")._replace(date=undated())])
    assert rows(none) == [f"{' 2 events without a date':<80}"]
    drawn = overview([nowhere, event("2025", "A")])
    assert [text_of(line).rstrip() for line in drawn.remarks()] == [" 1 event without a date"]


@pytest.mark.parametrize(
    ("story", "first", "past"),
    [
        ("2025-08-25 One", "2025-08-24", "2025-08-27"),
        ("2025-08-25T08:00 A\n2025-08-26T22:00 B", "2025-08-25", "2025-08-27"),
        ("2025-08-25T08:00 A\n2025-08-26 B", "2025-08-25", "2025-08-27"),
        ("2025-08-25 A\n2025-08-26 B", "2025-08-24", "2025-08-28"),
        ("2025 One", "2025-01-01", "2026-01-01"),
        ("2025-01-15 A\n2025-06-15 B", "2025-01-01", "2025-07-01"),
        ("-3299 A\n-0043-03-15 B\n2030 C", "-3299-01-01", "2031-01-01"),
        ("2025-09/.. A\n2025-10 B", "2025-08-31", "2025-11-02"),
        ("../2025-09 A\n2025-12 B", "2025-09-01", "2026-01-01"),
        ("2026-11-01 A\n2026-11-15 B", "2026-10-31", "2026-11-17"),
        ("2026-09-01 A\n2026-11-15 B", "2026-09-01", "2026-12-01"),
    ],
)
def test_what_is_in_view(story: str, first: str, past: str) -> None:
    assert in_days(overview(story).scale) == (first, past)


@pytest.mark.parametrize("story", ["Y-17E7 A\nY17E7 B\n2020 C", "Y-17E7 A"])
def test_ages_are_in_view_too(story: str) -> None:
    drawn = overview(story)
    assert drawn.before == drawn.after == 0
    assert sum(drawn.ink) == pytest.approx(drawn.answers.count())


EVENTS = st.lists(
    st.builds(event, DATES, st.sampled_from(HOSTILE), status=st.sampled_from(("reported", "planned", "in-force"))),
    min_size=1,
    max_size=40,
)


@given(EVENTS, st.integers(20, 200))
@settings(max_examples=150)
def test_each_event_in_view_is_one_unit_of_ink(events: list[Event], width: int) -> None:
    drawn = overview(events, width)
    scale = drawn.scale
    dates = [one.event.date for one in walk(drawn.answers)]
    is_by_hour = drawn.scale.length <= drawn.scale.columns * SECONDS // HOURS
    moments = [
        (moment(date), moment(date) + 1) if date.time and is_by_hour else (begin * SECONDS, end * SECONDS)
        for date, (begin, end) in zip(dates, map(start_days, dates), strict=True)
    ]
    shares = [max(0, min(end, scale.end) - max(begin, scale.begin)) / (end - begin) for begin, end in moments]
    assert sum(drawn.ink) == pytest.approx(sum(shares))
    assert min(drawn.ink) > -1e-9
    assert len(drawn.ink) == scale.columns
    assert drawn.before + drawn.after <= len(events)


WINDOWS = st.builds(
    lambda day, days: (day * SECONDS, (day + days + 1) * SECONDS), st.integers(738_000, 741_000), st.integers(0, 900)
)


@given(EVENTS, st.integers(12, 200), st.sampled_from([UNICODE, ASCII]), WINDOWS)
@settings(max_examples=150)
def test_every_row_is_as_wide_as_the_page(
    events: list[Event], width: int, glyphs: Glyphs, window: tuple[int, int]
) -> None:
    for line in overview(events, width, glyphs=glyphs).draw(4, window, window[0]):
        assert cell_len(text_of(line)) == width, text_of(line)
        assert not steering(line)
        assert {span.role for span in line} <= set(ROLES)


@given(EVENTS, st.integers(20, 200))
def test_a_cell_of_the_overview_is_a_moment_in_view(events: list[Event], width: int) -> None:
    drawn = overview(events, width)
    found = [drawn.moment_at(column) for column in range(-5, width + 5)]
    assert found == sorted(found)
    assert all(drawn.scale.holds(one) for one in found)


def test_a_thousand_events_on_a_day_are_counted_as_one_outlier_is() -> None:
    story = [event("2025-08-25", f"E{n}") for n in range(1000)]
    assert sum(overview(story).ink) == 1000
    many = overview([*story, *(event("1900", f"O{n}") for n in range(40)), *(event("2100", f"P{n}") for n in range(9))])
    assert (many.before, many.after) == (40, 9)
    assert rows(many, 1)[0].startswith(" ‹40")


@pytest.mark.parametrize(("outliers", "margin"), [(7, "  ‹7"), (999, "‹999"), (1000, " ‹1k"), (2500, " ‹2k")])
def test_outliers_are_counted_in_four_cells(outliers: int, margin: str) -> None:
    drawn = overview([event("2025-08-25", "E")])
    drawn.before = drawn.after = outliers
    assert rows(drawn, 1)[0].startswith(margin)
    assert cell_len(rows(drawn, 1)[0]) == 80


def test_an_interval_of_hours_is_a_bar_where_it_has_columns() -> None:
    story = [event("2021-04-06", "A"), event("2021-04-07T10:00/2021-04-07T22:00", "B"), event("2021-04-09", "C")]
    drawn = overview(story, width=48 + 2 * MARGIN, scale=Scale(*between("2021-04-06", "2021-04-09"), 48))
    assert rows(drawn)[2].rstrip() == " " * (MARGIN + 17) + "├────┤"


def test_minutes_of_a_day_are_looked_at_alone_and_nothing_of_them_is_outside() -> None:
    drawn = overview("2020-06-05T04:17:01 A\n2020-06-05T04:19 B")
    assert rows(drawn)[0].split()[:5] == ["5", "Jun", "2020", "04:16", "04:17"]
    assert rows(drawn)[1].split() == ["█", "█"]
    begin, past = between("2020-06-05", "2020-06-05")
    assert overview("2020-06-05T04:17 A\n2020-06-05T14:19 B").scale == Scale(begin, past, 80 - 2 * MARGIN)
