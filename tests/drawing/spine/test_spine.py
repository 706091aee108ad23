"""The rows of the spine, drawn: what stands in which column, at any width and with any text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.core.timelines import HOSTILE, answers, event, roles_of, steering, text_of
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number
from tui.core.index.protocol import walk
from tui.core.theme import ROLES
from tui.core.timeline.model import Citation, Claim, Event, Value
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spans.pen import Pen
from tui.drawing.spine.layout import EVENT, SECOND
from tui.drawing.spine.row import Columns, country_cell, span_in_words
from tui.drawing.spine.spine import Spine

RIVALS = Claim("jobs", (Value("150", (Citation("rtl"),)), Value("163", (Citation("bladi"),))))

STORY = [
    event("2018~", "IKANBI begins", status="inferred", countries=("BE",), claims=(RIVALS,)),
    event("[..2025-08-21~]", "International tender", countries=("BE", "MA")),
    event("2025-08-25", "Union confirms that TotalEnergies leaves IKANBI", countries=("BE", "MA")),
    event("2025-08-25", "Union blames cost pressure", citations=(Citation("rtl"),)),
    event("2025-08-25~", "Delegate accuses TotalEnergies", countries=("BE",)),
    event("2025-10/2026-03-31", "Handover", status="planned", countries=("BE", "MA")),
    event("2025-12-31", "The contract ends", status="planned", countries=("BE", "MA", "FR")),
    event("2026", "A fair is held", status="cancelled"),
    event("2026-08-11", "Cold-call ban takes effect", status="in-force", countries=("FR",)),
    event("2030", "Targets", status="planned", countries=("MA",)),
]


def spine(events: list[Event] | str = STORY, **options: Any) -> Spine:
    pen = PEN._replace(**{name: options.pop(name) for name in Pen._fields if name in options})
    return Spine(answers(events, today=pen.today), pen, **options)


def page(drawn: Spine, width: int, cursor: int = -1, first: int = 0) -> str:
    """The rows from one on as a screen shows them, without the blanks at their ends."""
    rows = range(first, len(drawn))
    return "\n".join(text_of(drawn.draw(row, width, top=row == first, cursor=row == cursor)).rstrip() for row in rows)


def test_eighty_columns() -> None:
    assert page(spine(), 80, cursor=5) == """\
 2018     ~2018  ◐ IKANBI begins                                      BE     2 !
                 ┊  7 years: nothing dated
 2025  ≤~21 Aug  ● International tender                               BE MA  0
         25 Aug  ● Union confirms that TotalEnergies leaves IKANBI    BE MA  0
              ″  ● Union blames cost pressure                                1
▌       ~25 Aug  ● Delegate accuses TotalEnergies                     BE     0
            Oct ╭○ Handover                                           BE MA  0 ?
         31 Dec │○ The contract ends                                  BE +2  0 ?
 2026   in 2026 │⊘ A fair is held                                            0
         31 Mar ╰╴ Handover ends
         11 Aug ╭◆ Cold-call ban takes effect                         FR     0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
 2030   in 2030  ○ Targets                                            MA     0"""


def test_sixty_columns_in_ascii() -> None:
    assert page(spine(glyphs=ASCII), 60, cursor=5) == """\
 2018     ~2018  ~ IKANBI begins                  BE     2 !
                 :  7 years: nothing dated
 2025 <=~21 Aug  * International tender           BE MA  0
         25 Aug  * Union confirms that TotalEn... BE MA  0
              "  * Union blames cost pressure            1
>       ~25 Aug  * Delegate accuses TotalEnergies BE     0
            Oct /o Handover                       BE MA  0 ?
         31 Dec |o The contract ends              BE +2  0 ?
 2026   in 2026 |x A fair is held                        0
         31 Mar \\- Handover ends
         11 Aug /# Cold-call ban takes effect     FR     0
 ------------- today, 22 Nov 2026 -------------------------
 2030   in 2030  o Targets                        MA     0"""


def test_forty_columns_give_up_countries_and_sources_for_the_title() -> None:
    assert page(spine(), 40) == """\
 2018     ~2018  ◐ IKANBI begins       !
               ┊  7 years: nothing dated
 2025  ≤~21 Aug  ● International tend…
         25 Aug  ● Union confirms tha…
              ″  ● Union blames cost…
        ~25 Aug  ● Delegate accuses T…
            Oct ╭○ Handover            ?
         31 Dec │○ The contract ends   ?
 2026   in 2026 │⊘ A fair is held
         31 Mar ╰╴ Handover ends
         11 Aug ╭◆ Cold-call ban take…
 ┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄
 2030   in 2030  ○ Targets"""


def test_a_short_title_stands_where_the_whole_one_does_not_fit() -> None:
    one = event("2025-08-25", "Union confirms that TotalEnergies leaves IKANBI", shorts={"en": "Union confirms"})
    wide, narrow, least = (text_of(spine([one]).draw(0, width)).strip() for width in (80, 40, 30))
    assert "● Union confirms that TotalEnergies leaves IKANBI" in wide
    assert narrow.endswith("● Union confirms")
    assert least.endswith("● Union co…")
    assert "● Union confirms that" in "".join(map(text_of, spine([one]).draw_whole(0, 40)))


def test_a_key_event_is_in_strong_with_its_mark() -> None:
    one = event("2025-08-25", "The staff learn", key=True)
    line = spine([one]).draw(0, 60)
    assert "● ✦ The staff learn" in text_of(line)
    assert roles_of(line, "The staff learn") == {"strong"}
    assert "* ^ The staff learn" in text_of(spine([one], glyphs=ASCII).draw(0, 60))
    assert "● ✦ The staff learn" in "".join(map(text_of, spine([one]).draw_whole(0, 60)))


def test_lanes_stand_side_by_side_and_a_branch_crosses_what_passes() -> None:
    story = """
        2025-01-01/2025-12-31 First
        2025-02-01/2025-10-31 Second
        2025-03-01/2025-03-31 Third
        2025-03-15/2025-08 Crowded
        2025-04-01 Point
        2025-07-01 in-force Law
        2026-05 After
        """
    assert page(spine(story), 50) == """\
 2025      1 Jan ╭───● First                   0
           1 Feb │╭──● Second                  0
           1 Mar ││╭─● Third                   0
      15 Mar–Aug │││»● Crowded                 0
          31 Mar ││╰─╴ Third ends
           1 Apr ││  ● Point                   0
           1 Jul ││╭─◆ Law                     0
             Aug │││ ╴ Crowded ends
          31 Oct │╰┼─╴ Second ends
          31 Dec ╰─┼─╴ First ends
 2026        May   │ ● After                   0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄"""


def test_an_edge_that_nobody_knows_is_dotted() -> None:
    story = """
        2025-01/2025-06 Vague at both ends
        2025-01-20 A
        2025-03-01 B
        2025-06-15 C
        """
    lanes = [text_of(spine(story).draw(row, 60))[16] for row in range(5)]
    assert lanes == ["╭", "┊", "│", "┊", "╰"]


@pytest.mark.parametrize(
    ("date", "beside"),
    [
        ("2025-09-01/..", "│"),
        ("2025-09-01/", "┊"),
        ("2025-09-01~/2025-12-31", "┊"),
        ("2025-09-01/2025-12-31", "│"),
    ],
)
def test_a_lane_is_dotted_where_it_may_have_ended(date: str, beside: str) -> None:
    assert text_of(spine(f"{date} Move\n2025-10-01 Vote").draw(1, 60))[16] == beside


def test_an_interval_without_a_beginning_says_its_end_where_it_stands() -> None:
    assert page(spine("../2025-09 Until\n/2025-10 Unknown\n2025-09/.. From\n2025-11/ On"), 50) == """\
 2025       Sep ╭─● From                       0
          …–Sep │ ● Until                      0
          ?–Oct │ ● Unknown                    0
            Nov │╭● On                         0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄"""


def test_years_before_our_era_have_a_column_as_wide_as_they_need() -> None:
    assert page(spine("-3299 Writing\n-0043-03-15 Caesar\n0079-08-24 Vesuvius\n2030 planned Later"), 50) == """\
 3300 BC in 3300 BC  ● Writing                 0
                     ┊  3,255 years: nothing dated
 44 BC       15 Mar  ● Caesar                  0
 AD 79       24 Aug  ● Vesuvius                0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄
 2030       in 2030  ○ Later                   0"""


def test_years_beyond_four_digits_keep_the_columns_too() -> None:
    assert page(spine("Y-17E7 Rocks\nY-17E5/Y-16E4 Ice\n2020 Now"), 60) == """\
 170 M BC   in 170 M BC  ● Rocks                         0
                         ┊  168 million years: nothing dated
 1.7 M BC   in 1.7 M BC ╭● Ice                           0
 160,000 BC  160,000 BC ╰╴ Ice ends
 2020           in 2020  ● Now                           0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"""


def test_hours_put_events_of_one_day_in_order() -> None:
    story = "2025-08-25T22:00 Night\n2025-08-25T08:00 Morning\n2025-08-26T00:10 After\n2025-08-25 Day"
    drawn = spine(story)
    assert [one.event.id for one in walk(drawn.answers)] == ["Morning", "Night", "Day", "After"]
    assert [text_of(drawn.draw(row, 80))[5:20].strip() for row in range(4)] == [
        "25 Aug 08:00", "22:00", "25 Aug", "26 Aug 00:10",
    ]  # fmt: skip
    assert text_of(drawn.draw(1, 80, top=True))[5:20].strip() == "25 Aug 22:00"


def test_the_same_minute_is_the_same_and_a_time_does_not_move_the_titles_of_others() -> None:
    drawn = spine("2025-08-25T22:00 One\n2025-08-25T22:00 Other\n2025-08-26 Day\n2025-08-26 Same")
    assert [text_of(drawn.draw(row, 80))[5:20].strip() for row in range(4)] == ["25 Aug 22:00", "″", "26 Aug", "″"]
    assert len({text_of(drawn.draw(row, 80)).index("●") for row in range(4)}) == 1
    assert spine("2025-08-25 One").columns.day < drawn.columns.day


def test_the_top_row_says_its_year_and_day_again() -> None:
    assert page(spine(), 80, first=4).splitlines()[0] == (
        " 2025    25 Aug  ● Union blames cost pressure                                1"
    )


def test_french_dates() -> None:
    drawn = spine("2025-08-25 Annonce\n2025-12-01/2026-02 Passage", language="fr")
    assert page(drawn, 50).splitlines()[:3] == [
        " 2025   25 août  ● Annonce                     0",
        "       1er déc. ╭● Passage                     0",
        " 2026     févr. ╰╴ Passage ends",
    ]


def test_each_status_has_its_glyph_and_role() -> None:
    drawn = spine()
    marks = {"◐": {"doubt"}, "○": {"plan"}, "◆": {"strong"}, "⊘": {"dim"}, "●": {"text"}}
    for row in range(len(drawn)):
        line = drawn.draw(row, 80)
        for mark, roles in marks.items():
            assert roles_of(line, mark) <= roles


def test_doubt_is_set_apart_from_its_day() -> None:
    line = spine().draw(2, 80)
    assert {span.text.strip(): span.role for span in line if span.text.strip() in ("≤~", "21 Aug")} == {
        "≤~": "doubt",
        "21 Aug": "dim",
    }


def test_a_lone_source_alarms_and_so_do_the_flags() -> None:
    drawn = spine()
    assert roles_of(drawn.draw(0, 80), "!") == {"alarm"}
    assert roles_of(drawn.draw(4, 80), "  1") == {"alarm"}
    assert roles_of(drawn.draw(6, 80), "?") == {"alarm"}
    assert roles_of(drawn.draw(11, 80), "today") == {"now"}


def test_a_row_has_one_flag_and_a_dispute_comes_first() -> None:
    drawn = spine([event("2025-01-01", "Plan", status="planned", claims=(RIVALS,))])
    assert text_of(drawn.draw(0, 80)).endswith(" !")


def test_columns_of_the_whole_timeline_stand_still_under_a_filter() -> None:
    whole = spine()
    part = Spine(
        answers("2025-10-01/2026-03-31~ Handover\n2026-04 After"),
        PEN, columns=whole.columns,
    )  # fmt: skip
    assert part.gutter == whole.gutter
    narrow = Columns(4, 10, 1)
    part = Spine(part.answers, PEN, columns=narrow)
    assert all(cell_len(text_of(part.draw(row, 60))) == 60 for row in range(len(part)))


def test_rows_find_events_and_events_find_rows() -> None:
    drawn = spine()
    assert [drawn.layout.row_of[one.event.id] for one in walk(drawn.answers)] == [0, 2, 3, 4, 5, 6, 7, 8, 10, 12]
    names = [one.event.id for one in walk(drawn.answers)]
    places = [names.index(facts.event.id) if (facts := drawn[row].facts) else None for row in range(13)]
    assert places == [0, None, 1, 2, 3, 4, 5, 6, 7, 5, 8, None, 9]
    assert drawn.nearest_event(1) == 2
    assert drawn.nearest_event(1, -1) == 0
    assert drawn.nearest_event(11, -1) == 10
    assert drawn.year(9) == 2026
    assert drawn.row_at(day_number(2025, 8, 25)) == 5
    assert spine("").nearest_event(0) is None


@pytest.mark.parametrize(
    ("codes", "cell"),
    [((), "     "), (("BE",), "BE   "), (("BE", "MA"), "BE MA"), (("BE", "MA", "FR"), "BE +2")],
)
def test_countries_take_five_cells(codes: tuple[str, ...], cell: str) -> None:
    assert country_cell(codes) == cell


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"), (2, "2 days"), (13, "13 days"), (14, "2 weeks"), (36, "5 weeks"), (113, "16 weeks"),
        (160, "5 months"), (360, "1 year"), (2557, "7 years"), (1_000_000, "2,738 years"),
        (365_242_500, "1 million years"), (61_470_000_000, "168 million years"),
    ],
)  # fmt: skip
def test_a_silence_is_told_in_the_unit_that_says_it_well(days: int, words: str) -> None:
    assert span_in_words(days) == words


def hostile() -> list[Event]:
    """Every hostile title at a point, at an interval with its end, in force and planned; and far dates."""
    statuses = ("planned", "in-force", "reported", "cancelled")
    many = [
        event(f"2025-08-{n + 1:02}", title, status=statuses[n % 4], countries=("BE", "MA", "FR")[: n % 4])
        for n, title in enumerate(HOSTILE)
    ]
    many += [event(f"2025-08-01~/2025-09-{n + 1:02}", title) for n, title in enumerate(HOSTILE)]
    return [*many, event("Y-17E7", "far"), event("Y17E7/Y18E7", "farther"), event("../2025-09", "open")]


WHOLE = hostile()


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("events", [WHOLE, WHOLE[:16], WHOLE[16:32]], ids=["far", "points", "intervals"])
def test_every_row_is_as_wide_as_the_page_whatever_it_says(events: list[Event], glyphs: Glyphs) -> None:
    drawn = spine(events, glyphs=glyphs)
    for width in (20, 21, 24, 27, 31, 36, 40, 49, 50, 59, 80, 121, 200):
        for row in range(len(drawn)):
            line = drawn.draw(row, width, top=row % 2 == 0, cursor=row % 3 == 0)
            assert cell_len(text_of(line)) == width, text_of(line)
            assert not steering(line)
            assert {span.role for span in line} <= set(ROLES)


TITLES = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE), st.text(st.characters(categories=["C", "M", "Z"])))


@given(st.lists(TITLES, min_size=1, max_size=6), st.integers(20, 200), st.booleans())
@settings(max_examples=150)
def test_any_title_leaves_the_row_as_wide_as_it_is(titles: list[str], width: int, ascii_only: bool) -> None:
    events = [
        event(f"2025-08-{n + 1:02}{'/2025-09' * (n % 2)}", title, countries=("BE",) * (n % 4))
        for n, title in enumerate(titles)
    ]
    drawn = spine(events, glyphs=ASCII if ascii_only else UNICODE)
    for row in range(len(drawn)):
        line = drawn.draw(row, width)
        assert cell_len(text_of(line)) == width
        assert not steering(line)


def test_markup_is_text() -> None:
    assert "[b]bold[/b] [/] :smile:" in text_of(spine("2025 [b]bold[/b] [/] :smile:").draw(0, 80))


def test_a_title_in_two_languages_follows_the_reader() -> None:
    both = [event("2025", "x")._replace(titles={"en": "Calls", "fr": "Appels"}), event("2026", "Only English")]
    assert " Appels " in text_of(spine(both, language="fr").draw(0, 80))
    assert " Only English " in text_of(spine(both, language="fr").draw(1, 80))


def test_no_event_no_row() -> None:
    assert len(spine("")) == 0
    assert spine("").columns == Columns(4, 10, 1)


def test_each_event_has_one_row_of_its_own() -> None:
    drawn = spine(WHOLE)
    assert sum(drawn[row].kind == EVENT for row in range(len(drawn))) == len(WHOLE)


@pytest.mark.parametrize("width", [1, 10, 60, 200])
def test_a_title_in_two_rows_is_drawn_to_any_width_before_it_is_laid_out_for_that(width: int) -> None:
    drawn = spine([event("2025", "A title that is too long for one row of forty cells")], two_rows_at=40)
    assert [drawn.layout.rows[row].kind for row in range(2)] == [EVENT, SECOND]
    assert [drawn.pen.wide(drawn.draw(row, width)) for row in range(2)] == [width, width]
