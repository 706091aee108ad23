"""The first row: what is shown, how much of it, and today."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, answers, event, roles_of, steering, text_of
from tests.drawing.pens import PEN
from tui.core.dates.parse import parse_date
from tui.core.index.protocol import Answers
from tui.core.query.tree import Term
from tui.core.timeline.model import Citation, Claim, Source, Value
from tui.drawing.spans.glyphs import ASCII
from tui.drawing.spans.spans import Line
from tui.drawing.spine.heading import shown, timeline_heading

RIVALS = Claim("jobs", (Value("150", (Citation("rtl"),)), Value("163", (Citation("bladi"),))))
EVENTS = [
    event("2025-08-25", "Union", countries=("BE",), claims=(RIVALS,)),
    event("2025-12-31", "End", status="planned", countries=("BE",), citations=(Citation("rtl"),)),
    event("2026-08-11", "Ban", status="in-force", countries=("FR",), citations=(Citation("law"),)),
]
SOURCES = {name: Source(name) for name in ("rtl", "bladi", "law")}


def asked(*terms: Term, **fields: Any) -> Answers:
    return answers(EVENTS, *terms, sources=SOURCES, **fields)


def first_row(chosen: Answers, width: int, **options: Any) -> Line:
    return timeline_heading(chosen, width, PEN._replace(**options))


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (
            120,
            " Calls to Morocco            3 events · 3 sources · 1 disputed · 1 overdue · 2 on one source"
            "      today Sun 22 Nov 2026 ",
        ),
        (
            100,
            " Calls to Morocco       3 events · 1 disputed · 1 overdue · 2 on one source"
            "   today Sun 22 Nov 2026 ",
        ),
        (80, " Calls to Morocco      3 events · 1 disputed · 1 overdue  today Sun 22 Nov 2026 "),
        (60, " Calls to Morocco         3 events    today Sun 22 Nov 2026 "),
        (50, " Calls to Morocco     3 events  today 22 Nov 2026 "),
        (40, " Calls to Morocco              3 events "),
        (24, " Calls to Mo…  3 events "),
    ],
)
def test_what_does_not_fit_gives_way_in_turn(width: int, row: str) -> None:
    assert text_of(first_row(asked(), width)) == row


@pytest.mark.parametrize("width", [80, 84, 90, 100])
def test_from_eighty_cells_on_a_long_title_gives_way_before_what_is_wrong(width: int) -> None:
    title = "The calls to Morocco and all that came of them, as the press had it from the first day on"
    row = text_of(first_row(asked(titles={"en": title}), width))
    assert "3 events · 1 disputed · 1 overdue" in row
    assert "today 22 Nov 2026" in row
    assert row.startswith(" The calls")
    assert cell_len(row) == width


def test_under_a_filter_it_says_of_how_many() -> None:
    assert shown(asked(Term("country", ("BE",)))) == "2 of 3"
    assert shown(asked()) == "3 events"
    assert shown(answers("2025 One")) == "1 event"
    assert shown(answers("")) == "0 events"


@pytest.mark.parametrize("width", range(20, 121))
def test_how_many_is_always_in_sight(width: int) -> None:
    for title in ("Calls", "A very long title indeed, which goes on and on, and then some more"):
        row = text_of(first_row(asked(Term("country", ("BE",)), titles={"en": title}), width))
        assert "2 of 3" in row
        assert cell_len(row) == width


def test_clashes_alarm_and_their_absence_does_not() -> None:
    row = first_row(asked(), 120)
    assert roles_of(row, "1 disputed") == {"alarm"}
    assert roles_of(row, "today") == {"now"}
    assert roles_of(first_row(answers("2025 One"), 120), "0 disputed") == {"dim"}


def test_in_french_and_in_ascii() -> None:
    row = text_of(first_row(asked(titles={"en": "Calls", "fr": "Appels"}), 120, language="fr", glyphs=ASCII))
    assert row.startswith(" Appels  ")
    assert row.endswith(" today dim. 22 nov. 2026 ")
    assert " - 1 disputed - " in row


def test_a_timeline_without_a_title_has_the_program_s() -> None:
    assert text_of(first_row(asked(titles={}), 80)).startswith(" jalon  ")


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80)), st.integers(20, 200))
@settings(max_examples=150)
def test_any_title_leaves_the_row_as_wide_as_it_is(title: str, width: int) -> None:
    row = first_row(asked(titles={"en": title}), width)
    assert cell_len(text_of(row)) == width
    assert not steering(row)


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (
            120,
            " Calls to Morocco  as published by 26 August 2025     1 of 3 · (1 may already have been known)"
            " · 1 disputed · 0 overdue ",
        ),
        (100, " Calls to Morocco  as published by 26 August 2025          1 of 3 · (1 may already have been known) "),
        (80, " Calls to Morocco  as published by 26 August 2025         1 of 3 · (1 possibly) "),
        (60, " Calls to Morocco  as published by 26 August 2025    1 of 3 "),
        (50, " Calls to…  as published by 26 Aug 2025 · 1 of 3  "),
        (40, " as published by 26 Aug 2025 · 1 of 3   "),
        (24, " as published by 26 Aug…"),
    ],
)
def test_told_by_a_day_the_whole_row_says_so_in_the_colour_of_now(width: int, row: str) -> None:
    sources = {
        "rtl": Source("rtl", published=parse_date("2025-08-25")),
        "bladi": Source("bladi", published=parse_date("2025-08-26")),
        "law": Source("law", published=parse_date("[2025-08-01..2026-08-12]")),
    }  # fmt: skip
    events = [EVENTS[0], EVENTS[2]._replace(status="planned"), event("2026", "Later", citations=(Citation("none"),))]
    chosen = answers(events, Term("as-of", ("2025-08-26",)), sources=sources)
    line = first_row(chosen, width)
    assert text_of(line) == row
    assert {span.role for span in line} == {"now"}
    assert "known" not in row.replace("may already have been known", "")
