"""An event as cells: what is certain is solid, what is not is faded, what is open has an arrow."""

from __future__ import annotations

import pytest

from tests.core.timelines import TODAY, event, text_of
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number
from tui.core.timeline.when import time_extent
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.time.bars import bar, named_bar, reach, sure_reach
from tui.drawing.time.scale import Scale

YEARS = Scale.of_days(day_number(2025, 1, 1), day_number(2027, 1, 1), 48)
"""A column for about half a month."""


def drawn(date: str, status: str = "reported", scale: Scale = YEARS, glyphs: Glyphs = UNICODE) -> str:
    """The cells of an event from the left edge on."""
    one = event(date, "A", status=status)
    lies = time_extent(one, TODAY)
    within = reach(lies, scale)
    if within is None:
        return ""
    cells = text_of(bar(one, lies, scale, within, PEN._replace(glyphs=glyphs)))
    assert len(cells) == within[1] - within[0] + 1
    return " " * within[0] + cells


@pytest.mark.parametrize(
    ("date", "status", "cells", "ascii_cells"),
    [
        ("2025-03-01", "reported", "   ●", "   *"),
        ("2025-03-01", "planned", "   ○", "   o"),
        ("2025-03-01~", "cancelled", "   ⊘", "   x"),
        ("2025-03/2025-03", "reported", "   ●┅┅", "   *.."),
        ("2025-02", "reported", "  ◌┄", "  +."),
        ("2025-02/2025-04", "reported", "  ●┅━┅┅┅", "  *.=..."),
        ("2025-01/2025-08", "reported", "●┅━━━━━━━━━━━━┅┅", "*.============.."),
        ("2025-03-01/2025-08-31", "planned", "   ○───────────┤", "   o-----------|"),
        ("2025-03-01/2025-08-31", "reported", "   ●━━━━━━━━━━━┫", "   *===========]"),
        ("2025-03-01/2025-08-31", "inferred", "   ◐━━━━━━━━━━━┫", "   ~===========]"),
        ("2025", "reported", "┄┄┄┄┄┄┄┄┄┄┄◌┄┄┄┄┄┄┄┄┄┄┄┄", "...........+............"),
        ("2025", "planned", "┄┄┄┄┄┄┄┄┄┄┄○┄┄┄┄┄┄┄┄┄┄┄┄", "...........o............"),
        ("[..2025-03-01]", "reported", " ◀┄●", " <.*"),
        ("[2025-03-01..]", "reported", "   ●┄▶", "   *.>"),
        ("../2025-03-31", "reported", "◀━━━━┫", "<====]"),
        ("/2025-03-31", "reported", "   ◀┅┫", "   <.]"),
        ("2024/2025-03-31", "reported", "‹━━━━┫", "<====]"),
        ("2026-11/..", "reported", " " * 43 + "●┅┅┅▶", " " * 43 + "*...>"),
        ("2026-11-01/", "reported", " " * 43 + "●┅┅┅▶", " " * 43 + "*...>"),
        ("2026-10-01/2028", "reported", " " * 41 + "●━━━━━›", " " * 41 + "*=====>"),
        ("2026-08-11", "in-force", " " * 38 + "◆━━━━━━▶", " " * 38 + "#======>"),
        ("2026-12-01", "in-force", " " * 45 + "◆┅▶", " " * 45 + "#.>"),
        ("2024", "reported", "", ""),
        ("2027", "planned", "", ""),
    ],
)
def test_what_is_drawn(date: str, status: str, cells: str, ascii_cells: str) -> None:
    assert drawn(date, status) == cells
    assert drawn(date, status, glyphs=ASCII) == ascii_cells


def test_a_day_is_a_place_on_a_ruler_without_hours_and_a_span_on_one_with_them() -> None:
    days = Scale.of_days(day_number(2025, 8, 25), day_number(2025, 8, 29), 16)
    assert drawn("2025-08-26", scale=days) == "    ●"
    hours = Scale.of_days(day_number(2025, 8, 25), day_number(2025, 8, 27), 48)
    assert drawn("2025-08-26", scale=hours) == " " * 24 + "┄┄┄┄┄┄┄┄┄┄┄◌┄┄┄┄┄┄┄┄┄┄┄┄"
    assert drawn("2025-08-26T12:00", scale=hours) == " " * 36 + "●"


def test_an_interval_of_hours_is_a_bar_wherever_it_has_columns() -> None:
    days = Scale.of_days(day_number(2025, 8, 25), day_number(2025, 8, 29), 48)
    assert drawn("2025-08-26T06:00/2025-08-26T18:00", scale=days) == " " * 15 + "●━━━━┫"
    assert drawn("2025-08-26T06:00/2025-08-26T06:30", scale=days) == " " * 15 + "●"
    assert drawn("2025-08-26/2025-08-26", scale=Scale.of_days(*days.days, 16)) == "    ●"


@pytest.mark.parametrize(("name", "shown"), [("Move", "●━━━ Move ━━━┫"), ("A long name", "●━ A long… ━━┫")])
def test_a_name_stands_within_its_bar_and_leaves_half_of_it_to_be_seen(name: str, shown: str) -> None:
    one = event("2025-03-01/2025-09-10", name)
    lies = time_extent(one, TODAY)
    within = reach(lies, YEARS)
    assert within is not None
    assert text_of(named_bar(one, lies, YEARS, within, name, PEN)) == shown


def test_what_is_never_certain_has_no_solid_part() -> None:
    assert sure_reach(time_extent(event("2025/2025", "A"), TODAY), YEARS) is None
    assert sure_reach(time_extent(event("2025-03/2025-04", "A"), TODAY), YEARS) is None, (
        "no column holds certain days alone"
    )
    assert sure_reach(time_extent(event("2025-03/2025-06", "A"), TODAY), YEARS) == (6, 8)
