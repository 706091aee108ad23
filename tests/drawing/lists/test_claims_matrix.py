"""What sources say of the same things, as tables that fit their width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, steering
from tests.drawing.pens import PEN, column
from tui.core.dates.parse import parse_date
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, Source, Timeline, Value
from tui.drawing.lists.claims_matrix import table
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs

TRENDS, RTL, OTHER, GONE = Citation("trends"), Citation("rtl"), Citation("rtl-2"), Citation("le1")
SOURCES = {
    "trends": Source("trends", publisher="Trends"),
    "rtl": Source("rtl", publisher="RTL"),
    "rtl-2": Source("rtl-2", publisher="RTL"),
    "le1": Source("le1", publisher="Le1"),
}
JOBS = Claim(
    "jobs at risk",
    (
        Value("150 people", (TRENDS, RTL)),
        Value("about 150 people", (OTHER,)),
        Value("163 people", (GONE,)),
        Value("more than 1,000 people", (GONE,)),
    ),
    "150 people",
)
DAY = Claim("date", (Value("2025-12-31", (TRENDS,)), Value("2025-12", (RTL,))))
EVENT = Event(
    "union-speaks", parse_date("2025-12-31"), {"en": "The union speaks"}, claims=(JOBS, DAY), citations=(RTL,)
)


def drawn(event: Event, width: int, glyphs: Glyphs = UNICODE, language: str = "en") -> str:
    voice = TimelineInLanguage(Timeline("t", {}, "en", (event,), sources=SOURCES), language)
    rows = table(event, voice, column(width, PEN._replace(glyphs=glyphs)))
    return "".join("".join(span.text for span in row) + "\n" for row in rows)


def test_a_source_is_a_row_a_claim_a_column_and_marks_say_what_to_make_of_it() -> None:
    assert (
        drawn(EVENT, 80)
        == """\
31 December 2025  The union speaks
  union-speaks

               ! jobs at risk              date
  RTL (rtl)    ✓ 150 people              ≈ December 2025
  Trends       ✓ 150 people              ✓ 31 December 2025
  RTL (rtl-2)  ≈ about 150 people
  Le1            163 people
                 more than 1,000 people
"""
    )


def test_where_there_is_no_room_claims_stand_below_one_another() -> None:
    assert (
        drawn(EVENT, 40, ASCII, "fr")
        == """\
31 décembre 2025  The union speaks
  union-speaks

              ! jobs at risk
  RTL (rtl)   + 150 personnes
  Trends      + 150 personnes
  RTL         ~ environ 150 personnes
  (rtl-2)
  Le1           163 personnes
                plus de 1\u202f000 personnes

                date
  RTL (rtl)   ~ décembre 2025
  Trends      + 31 décembre 2025
"""
    )


def test_a_value_that_nobody_is_cited_for_says_so() -> None:
    event = EVENT._replace(claims=(Claim("jobs", (Value("150 people"),)),), citations=())
    assert "  (nobody cited)    150 people\n" in drawn(event, 80)


NASTY = [text[:300] for text in HOSTILE]
"""Long enough to be broken over many rows: to break thousands takes seconds."""


@settings(max_examples=60)
@given(st.sampled_from(NASTY), st.sampled_from(NASTY), st.integers(20, 120), st.sampled_from([UNICODE, ASCII]))
def test_whatever_a_file_holds_no_row_is_wider_and_none_steers(
    text: str, other: str, width: int, glyphs: Glyphs
) -> None:
    claims = (Claim(text, (Value(other, (TRENDS,)), Value(text, (Citation(other),)))), Claim(other, (Value(text),)))
    event = Event(other, parse_date("2025"), {"en": text}, claims=claims)
    voice = TimelineInLanguage(Timeline("t", {}, "en", (event,), sources=SOURCES), "en")
    for row in table(event, voice, column(width, PEN._replace(glyphs=glyphs))):
        assert sum(cell_len(span.text) for span in row) <= width
        assert not steering(row)


@pytest.mark.parametrize("width", range(20, 60, 7))
def test_every_value_is_there_at_every_width(width: int) -> None:
    shown = " ".join(drawn(EVENT, width).split())
    for value in ("150", "163", "1,000", "31"):
        assert value in shown
