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

CITED = (Citation("trends"), Citation("le1"))
END = event("2025-12-31", "The contract ends", status="planned", actors=("ikanbi",), citations=CITED)
TOLD = timeline(
    [
        END,
        event(
            "2025-08-21~",
            "The staff learn",
            about=(END.id,),
            told=("staff",),
            says=("ikanbi",),
            actors=("total",),
            citations=CITED,
            status="inferred",
        ),
        event("[2025-08-21..2025-08-25]", "RTBF tells", about=(END.id,), says=("rtbf",), citations=CITED[:1]),
        event("2025-09", "The council", about=(END.id,), says=("ikanbi", "council")),
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
concerns  1  ikanbi

surely by 23 August 2025  2

IKANBI's staff                                      about 21 August 2025
  told        ~21 Aug 2025 ◐ The staff learn
                             Trends ~25 Aug 2025 · le1 undated

ikanbi · concerned                                  about 21 August 2025
  spoke       ~21 Aug 2025 ◐ The staff learn
                             as above

possibly by 23 August 2025  1

RTBF                                       between 21 and 25 August 2025
  spoke     21–25 Aug 2025 ● RTBF tells
                             Trends ~25 Aug 2025

only later  council

named in what is about it  1
total

in the press by then
  surely    0  none
  later     1  Trends ~25 Aug 2025"""
    )


def test_without_a_day_all_are_listed_with_all_that_they_knew_by() -> None:
    told = "\n".join(rows())
    assert "surely" not in told
    assert told.count("The council") == 2
    assert "no source" in told
    assert told.endswith("""
named in what is about it  1

total                                               about 21 August 2025
  named in    ~21 Aug 2025 ◐ The staff learn
                             as above

in the press  1
Trends ~25 Aug 2025""")


def test_that_nobody_is_known_to_have_known_is_said() -> None:
    told = " ".join(rows(of=event("2025", "Something else"))[-2:])
    assert told == "The file does not say who knew: nobody is said to have been told of it, or to have spoken about it."


@pytest.mark.parametrize("width", [1, 9, 20, 40, 60, 120])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_no_row_is_wider_than_its_page_whatever_the_file_says(width: int, glyphs: Glyphs) -> None:
    hostile = [
        event("2025", text or "-", about=("it",), told=(text,), says=(f"{text}2",), actors=(f"{text}3",))._replace(
            citations=(Citation(text),)
        )
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
