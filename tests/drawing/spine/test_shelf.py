"""Events without a date on the spine, and nowhere else that shows time."""

from __future__ import annotations

import pytest

from tests.core.timelines import answers, event, selection, text_of
from tests.drawing.pens import PEN
from tui.core.dates.edtf import undated
from tui.core.query.tree import Term
from tui.core.timeline.model import Event
from tui.drawing.gantt.chart import Chart
from tui.drawing.spine.layout import SHELF
from tui.drawing.spine.spine import Spine
from tui.drawing.time.density import fitted
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.overview import Overview

STORY = [
    event("2025-08-25", "The union confirms it"),
    event("2025-10/..", "It goes on"),
    event("2026-12-01", "A plan", status="planned"),
    event("2025", "A letter")._replace(date=undated("unknown"), countries=("BE",)),
    event("2025", "A rule")._replace(date=undated(), status="in-force"),
]


def page(events: list[Event], width: int = 60, language: str = "en") -> list[str]:
    pen = PEN._replace(language=language)
    drawn = Spine(answers(events, today=pen.today), pen)
    return [text_of(drawn.draw(row, width, top=row == 0)).rstrip() for row in range(len(drawn))]


def test_they_stand_behind_all_others_below_a_heading_and_no_lane_reaches_them() -> None:
    assert page(STORY) == [
        " 2025    25 Aug  ● The union confirms it                 0",
        "            Oct ╭● It goes on                            0",
        " ┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        " 2026     1 Dec │○ A plan                                0",
        " ┄┄ undated",
        "                 ● A letter                       BE     0",
        "                 ◆ A rule                                0",
    ]


def test_alone_they_have_neither_today_nor_a_year() -> None:
    assert [row[:14].rstrip() for row in page(STORY[3:], language="fr")] == [" ┄┄ sans date", "", ""]


def test_at_the_top_of_a_screen_a_row_says_it_again() -> None:
    drawn = Spine(answers(STORY), PEN)
    assert text_of(drawn.draw(len(drawn) - 1, 60, top=True)).startswith("        undated  ◆ A rule")


def test_the_rows_of_a_shelf_stand_nowhere_in_time() -> None:
    drawn = Spine(answers(STORY), PEN)
    shelf = drawn.layout.shelf_row
    assert shelf is not None
    assert drawn[shelf].kind == SHELF
    assert drawn[shelf].facts is None
    assert {drawn.moments(row) for row in range(shelf - 1, len(drawn))} == {drawn.moments(shelf - 1)}


def test_no_shelf_without_them() -> None:
    assert Spine(answers(STORY[:3]), PEN).layout.shelf_row is None
    assert page(STORY[:3]) == page(STORY)[:4]


@pytest.mark.parametrize("field", ["in", "within", "possibly", "before", "after", "to", "from"])
@pytest.mark.parametrize("date", ["2025", "2026-11-22", "1000/3000", "../.."])
def test_no_question_of_when_is_about_them(field: str, date: str) -> None:
    found = selection(STORY, Term(field, (date,)))
    assert all(not one.date.is_undated for one in found.rows(0, len(found)))


def test_they_are_asked_for_by_name() -> None:
    for negative, many in ((False, 2), (True, 3)):
        found = selection(STORY, Term("is", ("undated",), negative))
        assert [one.date.is_undated for one in found.rows(0, len(found))] == [not negative] * many
    assert not len(selection(STORY[3:], Term("is", ("point", "interval"))))


def test_overview_and_lanes_are_those_of_the_others() -> None:
    all_of_it, dated = answers(STORY), answers(STORY[:3])
    scale = fitted(all_of_it, 60)
    assert scale == fitted(dated, 60)
    drawn = [Overview(one, 68, PEN).draw(3, None) for one in (all_of_it, dated)]
    assert drawn[0] == drawn[1]
    charts = [Chart(Grouping(one, "country"), scale, PEN, head=20) for one in (all_of_it, dated)]
    assert list(charts[0].rows()) == list(charts[1].rows())
    assert charts[0].unseen() == charts[1].unseen() == ()


def test_they_are_in_no_silence() -> None:
    all_of_it, dated = selection(STORY), selection(STORY[:3])
    assert all_of_it.quiet_days == dated.quiet_days
    assert all_of_it.usual_gap() == dated.usual_gap()


# ---- What tells the times of a day apart


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["2025-08-25T22:00", "2025-08-25T23:00"], ["25 Aug 22:00", "23:00"]),
        (["2025-08-25T22:00:10", "2025-08-25T23:00:20"], ["25 Aug 22:00", "23:00"]),
        (["2025-08-25T22:00:10", "2025-08-25T22:00:20"], ["25 Aug 22:00:10", "22:00:20"]),
        (["2025-08-25T22:00+02:00", "2025-08-25T23:00+02:00"], ["25 Aug 22:00", "23:00"]),
        (["2025-08-25T21:00Z", "2025-08-25T23:30+05:30"], ["25 Aug 21:00Z", "23:30+05:30"]),
        (["2025-08-25T23:30+05:30", "2025-08-26T21:00Z"], ["25 Aug 23:30", "26 Aug 21:00"]),
        (["2025-08-25T22:00/2025-08-26T06:00"], ["25 Aug 22:00", "26 Aug 06:00"]),
        (["2025-08-25T22:00+02:00/2025-08-26T06:00Z"], ["25 Aug 22:00", "26 Aug 06:00Z"]),
        (["2025-08-25/2025-08-26T06:00"], ["25 Aug", "26 Aug 06:00"]),
        (["2025-08-25T10:00/2025-08-25T22:00"], ["25 Aug 10:00–22:00"]),
        (["2025-08-25T10:00:01/2025-08-25T10:00:59"], ["25 Aug 10:00:01–10:00:59"]),
        (["2025-08-25T10:00Z/2025-08-25T22:00+02:00"], ["25 Aug 10:00Z–22:00+02:00"]),
        (["2025-08-25T10:00/2025-08-25T22:00", "2025-08-25T11:00"], ["25 Aug 10:00–22:00", "11:00"]),
        (["2025-08-25/2025-08-25T22:00"], ["25 Aug –22:00"]),
        (["2025-08-25T10:00/2025-08-25"], ["25 Aug 10:00"]),
        (["/2025-08-25T22:00"], ["?–25 Aug 22:00"]),
    ],
)
def test_a_row_says_of_its_time_what_tells_it_from_the_others(dates: list[str], days: list[str]) -> None:
    rows = page([event(date, f"T{at}") for at, date in enumerate(dates)], 70)
    for row, day in zip(rows, days, strict=False):
        assert f" {day} " in row


def test_where_titles_go_on_the_rows_are_the_same() -> None:
    drawn = Spine(answers([*STORY, event("2027", "\u05e9\u05dc\u05d5\u05dd")]), PEN)
    for row in range(len(drawn)):
        assert list(map(text_of, drawn.draw_whole(row, 60))) == [text_of(drawn.draw(row, 60))]
