"""A timeline on paper: events whole, ids in the margin, notes that say who says so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, steering
from tests.drawing.pens import PEN, column
from tests.printing.story import TIMELINE, TODAY
from tui.core.dates.parse import parse_date
from tui.core.evidence.privacy import Withheld
from tui.core.index.engines import engine_of
from tui.core.query.tree import Query, Term
from tui.core.timeline.model import Citation, Claim, Event, Passage, Source, Timeline, Value
from tui.drawing.lists.dossier import Provenance, dossier
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spans.spans import Line

MADE_FROM = Provenance("events.yaml", "3a250ed469cb", "")


def rows(
    timeline: Timeline, width: int, made_from: Provenance = MADE_FROM, glyphs: Glyphs = UNICODE, *terms: Term
) -> list[Line]:
    answers = engine_of(timeline, TODAY).select(Query(terms))
    return list(dossier(answers, made_from, column(width, PEN._replace(glyphs=glyphs))))


def drawn(
    timeline: Timeline, width: int, made_from: Provenance = MADE_FROM, glyphs: Glyphs = UNICODE, *terms: Term
) -> str:
    lines = rows(timeline, width, made_from, glyphs, *terms)
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


SOURCES = {
    **TIMELINE.sources,
    "tract": TIMELINE.sources["tract"]._replace(
        seen=parse_date("2025-12-21"),
        archives=("copies/tract.pdf",),
        gone=parse_date("2026-05"),
        published=parse_date("[2025-08-21..]"),
    ),
}
STORY = TIMELINE._replace(sources=SOURCES)


def test_every_event_stands_whole_beside_its_id_and_the_notes_say_who_says_so() -> None:
    assert (
        drawn(STORY, 76)
        == """\
Calls to Morocco

file   events.yaml, sha-256 3a250ed469cb
query  everything
day    22 November 2026
3 events · 1 on one source · 1 disputed · 1 overdue · 1 source undated
┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄

union               Union speaks
                    25 August 2025 · reported · announcement
                    Liège · Belgium, Morocco
                    iKanbi
                    why this day: a Monday

                    First.

                    Second *part*.

                    ! jobs                                          2 values
                    ✓ 150 people  Trends [1]
                      163 people  Un tract [2]
                      kept: it is broken down

end                 The contract ends
                    31 December 2025 · planned
                    announced for 31 December 2025; no source here confirms
                    it

                    sources  Trends [1a, 1]

ban                 The ban
                    11 August 2026 · in-force
                    France

                    sources  none

┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
Notes

1  Trends, 150 emplois, about 25 August 2025
   its date: a *Monday*
   https://trends.example/a_(b)
   a  “Le personnel … 31 décembre”

2  Un tract, 21 August 2025 or later, seen 21 December 2025, its page is
   gone (May 2026)
   archive: copies/tract.pdf
"""
    )


def test_a_narrow_page_has_the_id_above_the_event() -> None:
    narrow = drawn(
        STORY, 40, Provenance("events.yaml", "3a250ed469cb", "id:end", Withheld(2, 1)), ASCII, Term("id", ("end",))
    )
    assert (
        narrow
        == """\
Calls to Morocco

file      events.yaml, sha-256
          3a250ed469cb
query     id:end
day       22 November 2026
withheld  2 events and 1 source, private
1 of 3 events - 1 on one source -
0 disputed - 1 overdue -
0 sources undated
----------------------------------------

end
The contract ends
31 December 2025 - planned
announced for 31 December 2025; no
source here confirms it

sources  Trends [1a, 1]

----------------------------------------
Notes

1  Trends, 150 emplois, about 25 August
   2025
   its date: a *Monday*
   https://trends.example/a_(b)
   a  “Le personnel ... 31 décembre”
"""
    )


def test_a_long_id_is_broken_after_its_hyphens() -> None:
    event = STORY.events[2]._replace(id="setca-confirms-that-" + "x" * 25)
    page = drawn(STORY._replace(events=(event,)), 76)
    margin = [row[:20].strip() for row in page.splitlines()[8:13]]
    assert margin == ["setca-confirms-", "that-", "x" * 18, "x" * 7, "none"[:0]]


def test_what_opens_is_linked_and_addresses_are_never_broken() -> None:
    lines = rows(STORY, 70)
    links = {span.text: span.link for line in lines for span in line if span.link}
    assert links["https://trends.example/a_(b)"] == "https://trends.example/a_(b)"
    assert links["“Le personnel … 31 décembre”"] == (
        "https://trends.example/a_(b)#:~:text=Le%20personnel,31%20d%C3%A9cembre"
    )
    address = "https://trends.example/" + "x" * 200
    long = STORY.sources["trends"]._replace(url=address)
    assert f"\n   {address}\n" in drawn(STORY._replace(sources={**SOURCES, "trends": long}), 40)


def test_a_source_that_the_file_lacks_and_one_that_is_private_say_so() -> None:
    event = STORY.events[2]._replace(citations=(Citation("nobody"), Citation("tract")))
    private = {"tract": SOURCES["tract"]._replace(private=True)}
    page = drawn(STORY._replace(events=(event,), sources=private), 76)
    assert "\n1  nobody: no such source in the file\n" in page
    assert "gone (May 2026) (private)\n" in page


NASTY = [text[:300] for text in HOSTILE]
"""Long enough to be broken over many rows: to break thousands takes seconds."""


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NASTY), st.sampled_from(NASTY), st.integers(20, 120), st.sampled_from([UNICODE, ASCII]))
def test_whatever_a_file_holds_no_row_but_an_address_is_wider_and_none_steers(
    text: str, other: str, width: int, glyphs: Glyphs
) -> None:
    citation = Citation("s", Passage("p", text or "x", other))
    event = Event(
        other,
        parse_date("2025"),
        {"en": text},
        texts={"en": other},
        tags=(text,),
        claims=(Claim(text, (Value(other, (citation,)), Value(text, (Citation(other),)))),),
        citations=(citation,),
    )
    source = Source("s", {"en": text}, other, url="https://s.example/", archives=(text,))
    timeline = Timeline("t", {"en": text}, "en", (event,), sources={"s": source})
    for line in rows(timeline, width, Provenance(text, "0", other), glyphs):
        assert not steering(line)
        if not any("https://" in span.text or "archive: " in span.text for span in line):
            assert sum(cell_len(span.text) for span in line) <= width


@pytest.mark.parametrize("width", [20, 69, 70, 100, 200])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    page = drawn(STORY, width)
    for word in ("union", "163", "Second", "none", "overdue", "[1a,", "https://trends.example/a_(b)"):
        assert word in page


def test_what_an_event_is_about_and_what_is_about_it_is_on_paper() -> None:
    end = Event("end", parse_date("2025"), {"en": "The end"})
    news = Event("news", parse_date("2024"), {"en": "The news"}, about=("end",))
    drawn_rows = drawn(Timeline("t", {}, "en", (news, end)), 80).splitlines()
    assert [row.strip() for row in drawn_rows if " about" in row] == ["it is about  1", "about it  1"]
