"""Who knew of an event, as rows."""

from __future__ import annotations

import pytest

from tests.core.timelines import HOSTILE, event, steering, text_of, timeline
from tests.drawing.pens import PEN, column
from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.evidence.knowledge import knowers
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Actor, Citation, Event, Source, Timeline
from tui.drawing.event.knowledge import knower_lines, related
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.printing.lines import cells

END = event("2025-12-31", "The contract ends", status="planned", actors=("ikanbi",))
CITED = (Citation("trends"), Citation("le1"))
TOLD = timeline(
    [
        END,
        event(
            "2025-08-21~",
            "The staff learn",
            about=(END.id,),
            told=("staff",),
            actors=("ikanbi",),
            citations=CITED,
            status="inferred",
        ),
        event("[2025-08-21..2025-08-25]", "RTBF tells", about=(END.id,), actors=("rtbf",), citations=CITED[:1]),
        event("2025-09", "The council", about=(END.id,), actors=("ikanbi", "council")),
    ],
    actors={"staff": Actor("staff", {"en": "IKANBI's staff"}), "rtbf": Actor("rtbf", {"en": "RTBF"})},
    sources={"trends": Source("trends", publisher="Trends", published=parse_date("2025-08-25~"))},
)


def rows(by: str | None = None, width: int = 72, of: Event = END, glyphs: Glyphs = UNICODE) -> list[str]:
    """What is told, as text."""
    day = parse_date(by).latest if by else None
    sheet = column(width, PEN._replace(glyphs=glyphs))
    return [
        text_of(line) for line in knower_lines(of, knowers(of, TOLD), TimelineInLanguage(TOLD, "en"), sheet, by=day)
    ]


def test_by_a_day_they_are_told_apart_by_how_sure_it_is() -> None:
    assert (
        "\n".join(rows("2025-08-23"))
        == """\
The contract ends
31 December 2025 · planned

surely by 23 August 2025  2

IKANBI's staff                                      about 21 August 2025
  told     ~21 Aug 2025 ◐ The staff learn
                          Trends ~25 Aug 2025 · le1 undated

ikanbi · a party to it                              about 21 August 2025
  spoke    ~21 Aug 2025 ◐ The staff learn
                          as above

possibly by 23 August 2025  1

RTBF                                       between 21 and 25 August 2025
  spoke  21–25 Aug 2025 ● RTBF tells
                          Trends ~25 Aug 2025

only later  council"""
    )


def test_without_a_day_all_are_listed_with_all_that_they_knew_by() -> None:
    told = "\n".join(rows())
    assert "surely" not in told
    assert told.count("The council") == 2
    assert "no source" in told


def test_that_nobody_is_known_to_have_known_is_said() -> None:
    council = next(one for one in TOLD.events if one.id == "The council")
    told = " ".join(rows(of=council)[-2:])
    assert told == "The file does not say who knew: no event is about it, and nobody was told at it."


@pytest.mark.parametrize("width", [1, 9, 20, 40, 60, 120])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_no_row_is_wider_than_its_page_whatever_the_file_says(width: int, glyphs: Glyphs) -> None:
    hostile = [
        event("2025", text or "-", about=("it",), told=(text,), actors=(f"{text}2",), citations=(Citation(text),))
        for text in (one[:80] for one in HOSTILE)
    ]
    told: Timeline = timeline([*hostile, event("2026", "it")])
    sheet, voice = column(width, PEN._replace(glyphs=glyphs)), TimelineInLanguage(told, "en")
    it = next(one for one in told.events if one.id == "it")
    for line in (
        *knower_lines(it, knowers(it, told), voice, sheet),
        *knower_lines(it, knowers(it, told), voice, sheet, by=day_number(2025, 6, 1)),
        *related(it, voice, sheet),
    ):
        assert cells(text_of(line)) <= width
        assert not steering(line)


def test_the_account_of_an_event_lists_what_is_about_it_and_what_it_is_about() -> None:
    voice, sheet = TimelineInLanguage(TOLD, "en"), column(60)
    staff = next(one for one in TOLD.events if one.told)
    assert [text_of(line) for line in related(END, voice, sheet)] == [
        "about it  3",
        "   ~21 Aug 2025 ◐ The staff learn",
        " 21–25 Aug 2025 ● RTBF tells",
        "       Sep 2025 ● The council",
    ]
    assert [text_of(line) for line in related(staff, voice, sheet)] == [
        "it is about  1",
        " 31 Dec 2025 ○ The contract ends",
    ]
