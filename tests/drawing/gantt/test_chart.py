"""The lanes drawn: groups with their names, bars and labels, at any width and with any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, TODAY, answers, event, steering, text_of
from tests.drawing.gantt.charts import chart, page, whole, year
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number
from tui.core.theme import ROLES
from tui.core.timeline.model import Event
from tui.drawing.gantt.chart import LEAST_ROWS, shared_rows
from tui.drawing.gantt.crowd import FewEvents, WholeGroup
from tui.drawing.gantt.layout import EventInGroup, GroupRow
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.time.bars import NAMED_WITHIN
from tui.drawing.time.ruler import ticks
from tui.drawing.time.scale import Scale

STORY = [
    event("2025-02-03", "A bill", kind="law"),
    event("[..2025-04-10]", "A tender", kind="deal"),
    event("2025-06~", "A meeting", kind="deal", status="inferred"),
    event("2025-07/2025-10-31", "Handover", kind="deal", status="planned"),
    event("2025-09-01", "The rule", kind="law", status="in-force"),
    event("2025-12-20", "The last day of it all", kind="deal", status="planned"),
    event("2026-08", "Later", kind="later"),
]


def test_a_year_in_groups() -> None:
    assert page(chart(STORY, scale=year(2025, 64))) == """\
                '25  F    M    A     M    J    J     A    S    O     N    D
 deal 4                        ◀┄● A tender    ○┅┅┅┅┅ Handover ──────┤
                                          ┄┄◐┄┄┄ ~A meeting
                                                      The last day of it all ○
 law 2               ● A bill                             ◆━━━━━ The rule ━━━━━›"""


def test_a_bar_is_called_by_its_short_title() -> None:
    one = event("2025-02/2025-11", "The handover from one provider to the next", shorts={"en": "Handover"}, kind="k")
    assert "Handover" in page(chart([one]))
    assert "The handover" not in page(chart([one]))


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("2025", "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄◌ A bill ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"),
        ("202X", "‹┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄◌ A bill ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄›"),
        ("2025-01-05/2025-12-28", "●━━━━━━━━━━━━━━━━━━━━━━━━━━━ A bill ━━━━━━━━━━━━━━━━━━━━━━━━━━━┫"),
        ("[2025-01-03..]", "●┄▶ A bill"),
        ("[..2025-12-30]", "A bill ◀┄●"),
    ],
)
def test_a_point_without_room_beside_its_span_has_its_name_within_it(date: str, drawn: str) -> None:
    assert page(chart([event(date, "A bill")], scale=year(2025, 64))).splitlines()[1].endswith(drawn)


def test_the_same_in_ascii() -> None:
    assert page(chart(STORY, scale=year(2025, 64), glyphs=ASCII)) == """\
                '25  F    M    A     M    J    J     A    S    O     N    D
 deal 4                        <.* A tender    o..... Handover ------|
                                          ..~... ~A meeting
                                                      The last day of it all o
 law 2               * A bill                             #===== The rule =====>"""


def test_five_thousand_years_with_vague_years_are_readable() -> None:
    assert page(chart(whole("ages.yaml"), "kind", 80)) == """\
                   3000 BC     2000 BC     1000 BC     AD 1        1000        ┃
 law 4                            ● ~Laws of Hammurabi      Statute of Anne ◆━━▶
                                                             Berne Convention ◆▶
                                                      A convention on archives ○
 script 4       ● ~Signs in clay at Uruk   ● ~Phoenician letters               ┊
                ┄◌┄ First hieroglyphs ●┅ ~Linear B is written at Knossos       ┊
 matter 3                       Paper is shown at court ●                      ┊
                                          ~Printing with single letters ●┅     ┊
                                                      A page is put on the web ●
 library 2                                          ●━━━━━ ~A library at… ━━━━━▶
                                                 House of wisdom ◌┄            ┊"""


def test_two_days_with_hours_are_readable() -> None:
    assert page(chart(whole("hours.yaml"), "actor", 100, head=16, language="fr")) == """\
                25 août 2025   9 h   12 h 15 h 18 h 21 h  26 août   6 h  9 h   12 h 15 h 18 h 21 h
 The union 7             ● Pickets at the gate               ● Talks break off
                              ● The shift does not begin                     ● Vote in the yard
                                         ● Talks begin                       Agreement at night ●
                                                     The vote is for going on ●
 The board 5    ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄◌┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ Letter to the staff
                              ● The board calls              ● Talks break off
                                         ● Talks begin                       Agreement at night ●"""


def test_today_passes_through_where_nothing_stands() -> None:
    drawn = chart("2025-01-01 A\n2025-02-01 B", head=10, width=60, scale=Scale.of_days(739_000, 740_100, 1))
    lines = [drawn.ruler(), *drawn.rows()]
    assert [[span.text for span in line if span.role == "now"] for line in lines] == [["┃"], ["┊"], ["┊"]]


@pytest.mark.parametrize(
    ("first", "days"),
    [(TODAY, 1), (TODAY - 1, 3), (TODAY - 20, 24), (TODAY - 300, 310), (TODAY - 9000, 20_000), (TODAY - 10**6, 2**20)],
)
def test_today_cuts_no_mark_of_the_ruler(first: int, days: int) -> None:
    drawn = chart("2026-01-01 A", head=10, width=58, scale=Scale.of_days(first, first + days, 1))
    said = text_of(drawn.ruler())[10:]
    for mark in ticks(drawn.scale, PEN):
        shown = said[mark.column : mark.column + len(mark.label)]
        assert shown == mark.label or (not mark.is_year and "┃" in shown)


def test_the_cursor_stands_on_one_event_in_one_of_its_groups() -> None:
    drawn = chart([event("2025", "A", countries=("BE", "MA")), event("2026", "B", countries=("BE",))], "country")
    (first, _) = drawn.grouping.answers.window(None, 2)
    rows = [drawn.draw(GroupRow(group, 0), cursor=EventInGroup(1, first)) for group in (0, 1)]
    assert ["cursor" in {span.role for span in row} for row in rows] == [False, True]
    assert text_of(rows[1]).startswith("▌Morocco 1")


def test_a_name_is_said_again_at_the_top() -> None:
    drawn = chart("2025-01-01 A\n2025-01-02 B", width=40, scale=year(2025, 30))
    assert [text_of(drawn.draw(GroupRow(0, 1), top=top))[:10] for top in (True, False)] == [" no ki… 2 ", " " * 10]


def test_what_finds_no_row_is_a_strip_of_heights() -> None:
    crowd = [event(f"2025-08-{day:02}", f"E{day}", kind="x") for day in (1, 1, 1, 1, 1, 1, 1, 1, 9)]
    drawn = chart(crowd, width=60, scale=year(2025, 40))
    laid = drawn.layout[0]
    assert isinstance(laid.crowd, FewEvents)
    assert (len(laid.rows), len(laid.crowd)) == (LEAST_ROWS - 1, 4)
    strip = drawn.draw(GroupRow(0, LEAST_ROWS - 1), cursor=EventInGroup(0, laid.crowd.events[0]))
    assert "4 more" in text_of(strip)
    assert text_of(strip)[0] == "▌"
    assert [span.text for span in strip if span.role == "cursor"] == ["▌", "●"]


def test_a_thousand_events_are_a_strip_alone() -> None:
    drawn = chart([event(f"2025-0{1 + n % 9}-11", f"E{n}") for n in range(1000)], width=60, scale=year(2025, 50))
    laid = drawn.layout[0]
    assert isinstance(laid.crowd, WholeGroup)
    assert (laid.height, len(laid.crowd)) == (1, 1000)
    assert text_of(drawn.draw(GroupRow(0, 0))).count("█") == 9


def test_a_group_of_which_nothing_is_in_view_says_on_which_side_it_lies() -> None:
    drawn = chart("2020-01-01 A\n2021-01-01 B\n2030-01-01 C", width=40, scale=year(2025, 30))
    assert text_of(drawn.draw(GroupRow(0, 0))) == " no ki… 3 ‹2                          1›"
    assert list(drawn.rows()) == []


def test_a_group_says_how_many_of_its_events_lie_out_of_view_where_its_first_row_is_blank() -> None:
    drawn = chart("2020-01-01 A\n2025-06-01 B\n2030-01-01 C\n2031 D", width=60, head=10, scale=year(2025, 50))
    assert text_of(drawn.draw(GroupRow(0, 0)))[10:] == f"{'‹1':<20}● B{'2›':>27}"
    early = chart("2020-01-01 A\n2025-01-01 B", width=60, head=10, scale=year(2025, 50))
    assert "‹" not in text_of(early.draw(GroupRow(0, 0)))
    assert "‹1" in text_of(early.unseen())


def test_an_event_out_of_view_has_the_cursor_at_the_end_beyond_which_it_lies() -> None:
    drawn = chart("2020-01-01 A\n2025-06-01 B\n2030-01-01 C", width=60, head=10, scale=year(2025, 50))
    first, middle, last = drawn.grouping.answers.window(None, 3)
    said = {}
    for one in (first, middle, last):
        row = drawn.draw(GroupRow(0, 0), cursor=EventInGroup(0, one))
        said[one.event.id] = [span.text for span in row if span.role == "cursor"]
    assert said == {"A": ["▌", "‹1"], "B": ["▌", "●", " ", "B"], "C": ["▌", "1›"]}


@pytest.mark.parametrize(
    ("wanted", "rows", "most"), [([7, 1], 13, 13), ([9, 9], 13, 6), ([9, 2, 9], 13, 5), ([1], 5, 5), ([3, 3, 3], 2, 1)]
)
def test_what_a_group_leaves_of_the_rows_goes_to_the_others(wanted: list[int], rows: int, most: int) -> None:
    assert shared_rows(wanted, rows) == most


def test_what_has_no_place_is_counted() -> None:
    drawn = chart([event("2025", "A"), event("../..", "B")], width=60)
    assert text_of(drawn.left_out()).rstrip() == " 1 event without a date"
    assert chart("2025 A").left_out() == ()


def test_a_bar_that_begins_before_has_its_mark_at_its_name() -> None:
    drawn = chart("2020/2028 planned Works", width=60, head=10, scale=year(2025, 40))
    assert "‹─" in page(drawn)
    assert " ○ Works " in page(drawn)
    assert NAMED_WITHIN < 50


DATES = st.sampled_from(
    ("2025-08-25", "2025-08", "2025", "202X", "2025-08-25~", "2024-01/2026-05", "../2025-09", "2025-09/..", "2025-09/",
     "[..2025-05-14]", "[2025-01..2025-03]", "[2025-05..]", "../..", "-0043-03-15", "Y-17E7", "Y-17E7/2025",
     "2025-10-31T22:00", "2025-10-31T22:30", "2025-21")
)  # fmt: skip
EVENTS = st.lists(
    st.builds(
        event,
        DATES,
        st.sampled_from(HOSTILE),
        status=st.sampled_from(("reported", "planned", "in-force", "cancelled")),
        kind=st.sampled_from((None, "law", HOSTILE[0], HOSTILE[4])),
        countries=st.sampled_from(((), ("BE",), ("BE", "MA"))),
    ),
    min_size=1,
    max_size=30,
)
SCALES = st.builds(
    lambda first, minutes: Scale(first * 1440, first * 1440 + minutes, 1),
    st.integers(day_number(2024, 6, 1), day_number(2026, 6, 1)),
    st.one_of(st.integers(60, 5000), st.integers(1, 900).map(lambda days: days * 1440), st.integers(1, 10**14)),
)


@given(EVENTS, SCALES, st.integers(20, 150), st.sampled_from([UNICODE, ASCII]), st.sampled_from(["kind", "country"]))
@settings(max_examples=150)
def test_every_row_is_as_wide_as_the_page_whatever_it_says(
    events: list[Event], scale: Scale, width: int, glyphs: Glyphs, field: str
) -> None:
    drawn = chart(answers(events), field, width, scale, glyphs=glyphs)
    lines = [drawn.ruler("by kind")]
    for group in range(len(drawn.layout)):
        rows = drawn.grouping.events(group).window(None, 100)
        for line in range(drawn.layout[group].height):
            cursor = EventInGroup(group, rows[line % len(rows)]) if rows else None
            lines.append(drawn.draw(GroupRow(group, line), top=line % 2 == 0, cursor=cursor))
    for row in lines:
        assert cell_len(text_of(row)) == width, text_of(row)
        assert not steering(row)
        assert {span.role for span in row} <= set(ROLES)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_ruler_speaks_the_reader_s_language(language: str) -> None:
    ruler = text_of(chart("2025-03-01 A", width=120, scale=year(2025, 100), language=language).ruler())
    assert ("Feb" in ruler, "févr." in ruler) == (language == "en", language == "fr")
