"""The sources by the day of publication."""

from __future__ import annotations

import pytest

from tests.core.timelines import HOSTILE, TODAY, answers, event, roles_of, steering, text_of, timeline
from tests.drawing.pens import PEN
from tui.core.dates.parse import parse_date
from tui.core.index.engines import engine_of
from tui.core.index.protocol import walk
from tui.core.query.tree import Query, Term
from tui.core.timeline.model import Citation, Source, Timeline
from tui.drawing.lists.sources import DATED, UNCITED, UNDATED, SourceList, stands_at
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.printing.lines import cells


def source(name: str, published: str | None = None, seen: str | None = None) -> Source:
    """A source called like its publisher."""
    out, read = (parse_date(date) if date else None for date in (published, seen))
    return Source(name, {"en": f"What {name} says"}, name.title(), published=out, seen=read, language="fr")


SOURCES = {
    one.id: one
    for one in (
        source("le1", seen="2026-11-22"),
        source("trends", "2025-08-25~", "2026-11-22"),
        source("rtl", "2025-08-25", "2026-11-22"),
        source("matin", seen="2025-12-21"),
        source("lcp", "[..2025-05-14]"),
        source("old", "2024-09-26"),
        source("never-read"),
        source("spare", "2025-01-07"),
    )
}
TOLD: Timeline = timeline(
    [
        event("2025-08-25", "union", citations=(Citation("trends"), Citation("rtl")), countries=("BE",)),
        event("2025-08-26", "echo", citations=(Citation("rtl"),), countries=("BE",)),
        event("2025-12-31", "end", citations=(Citation("matin"), Citation("le1")), countries=("BE", "MA")),
        event("2024-09-25", "plan", citations=(Citation("old"),), countries=("MA",)),
        event("2025-05-14", "vote", citations=(Citation("lcp"), Citation("never-read")), countries=("FR",)),
    ],
    sources=SOURCES,
)


def listed(*terms: Term, glyphs: Glyphs = UNICODE) -> SourceList:
    """The sources of what some terms ask for."""
    return SourceList(engine_of(TOLD, TODAY).select(Query(terms)), PEN._replace(glyphs=glyphs))


def ids(found: SourceList) -> list[str]:
    """Each row as its source's id, or as the name of its group in capitals."""
    return [row.source.id if row.source else row.group.upper() for row in found.rows]


def test_first_what_nothing_rests_on_then_by_publication_then_the_undated_by_when_they_were_seen() -> None:
    assert ids(listed()) == [
        "UNCITED", "spare", "old", "lcp", "trends", "rtl", "UNDATED", "matin", "le1", "never-read",
    ]  # fmt: skip


def test_a_row_says_when_by_whom_how_many_events_rest_on_it_and_how_many_on_it_alone() -> None:
    found = listed()
    assert [text_of(found.header(70)), *(text_of(found.draw(row, 70)) for row in range(len(found)))] == [
        " published       publisher      title                    events  alone",
        " ┄┄ no event rests on these                                           ",
        " 2025    7 Jan   Spare          What spare says      fr       0       ",
        " 2024   26 Sep   Old            What old says        fr       1      1",
        " 2025  ≤14 May   Lcp            What lcp says        fr       1       ",
        "       ~25 Aug   Trends         What trends says     fr       1       ",
        "        25 Aug   Rtl            What rtl says        fr       2      1",
        " ┄┄ undated: each by the day on which it was seen                     ",
        " 2025  ≤21 Dec   Matin          What matin says      fr       1       ",
        " 2026  ≤22 Nov   Le1            What le1 says        fr       1       ",
        "       undated   Never-Read     What never-read says fr       1       ",
    ]


def test_the_same_day_is_a_mark_and_the_top_row_says_its_day_again() -> None:
    two = {one.id: one for one in (source("a", "2025-08-25"), source("b", "2025-08-25"))}
    cites = tuple(Citation(name) for name in two)
    found = SourceList(answers([event("2025", "e", citations=cites)], sources=two), PEN)
    assert text_of(found.draw(1, 60)).startswith("             ″ ")
    assert text_of(found.draw(1, 60, top=True)).startswith(" 2025   25 Aug ")


def test_a_day_never_touches_the_year_before_it() -> None:
    wide = {one.id: one for one in (source("a", "[2025-08-21,2025-12-21]"), source("b", "2025-08-25"))}
    cites = tuple(Citation(name) for name in wide)
    found = SourceList(answers([event("2025", "e", citations=cites)], sources=wide), PEN)
    assert text_of(found.draw(0, 60)).startswith(" 2025 21/8–21/12 ")


def test_what_nothing_rests_on_and_what_rests_on_one_alone_are_in_alarm() -> None:
    found = listed()
    assert roles_of(found.draw(0, 70), "no event") == {"alarm"}
    assert roles_of(found.draw(1, 70), "      0") == {"alarm"}
    assert found.draw(2, 70)[-1] == ("      1", "alarm", None)
    assert roles_of(found.draw(4, 70), "~") == {"doubt"}


def test_under_a_filter_only_sources_of_what_is_shown_are_listed_and_counted() -> None:
    found = listed(Term("country", ("BE",)))
    assert ids(found) == ["trends", "rtl", "UNDATED", "matin", "le1"]
    assert [row.events for row in found.rows if row.source] == [1, 2, 1, 1]
    assert [one.event.id for one in walk(found.events_of("rtl"))] == ["union", "echo"]


def test_a_filter_by_sources_leaves_the_others_to_be_seen_and_marks_its_own() -> None:
    found = listed(Term("source", ("rtl",)), Term("source", ("le1",), negative=True))
    assert ids(found) == ids(listed())
    rows = {row: text_of(found.draw(at, 70)) for row, at in found.row_of.items()}
    assert [row for row, text in rows.items() if "✓" in text] == ["rtl"]
    assert [row for row, text in rows.items() if "- Le1" in text] == ["le1"]


def test_years_are_gone_through_back_to_the_first_of_this_one() -> None:
    found = listed()
    rtl = found.row_of["rtl"]
    assert found.rows[found.next_year(rtl, -1)].source == SOURCES["lcp"]
    assert found.rows[found.next_year(found.row_of["lcp"], -1)].source == SOURCES["old"]
    assert found.rows[found.next_year(rtl, 1)].source == SOURCES["matin"]
    assert found.next_year(found.row_of["never-read"], 1) == found.row_of["never-read"]


@pytest.mark.parametrize(
    ("published", "seen", "stands"),
    [
        ("2025-08", "2026", "2025-08"),
        (None, "2026-11-22", "[..2026-11-22]"),
        (None, "2026-11", "[..2026-11-30]"),
        (None, "2026/..", None),
        (None, None, None),
    ],
)
def test_an_undated_source_stands_at_the_latest_day_on_which_it_was_seen(
    published: str | None, seen: str | None, stands: str | None
) -> None:
    found = stands_at(source("x", published, seen))
    assert (found.text if found else None) == stands


def test_a_list_without_sources_is_empty() -> None:
    assert len(SourceList(answers(""), PEN)) == 0


@pytest.mark.parametrize("width", [1, 12, 20, 40, 56, 60, 80, 150])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_a_row_takes_the_cells_it_is_given_whatever_the_file_says(width: int, glyphs: Glyphs) -> None:
    days = (None, "-0044-03-15", "Y-170000000", "..", "2025-08-21~", "1560-XX-25", "[2025-06-30..]")
    sources = {
        f"{at}": Source(
            f"{at}", {"en": text}, text, url=text or None, language=text[:9], published=parse_date(day) if day else None
        )
        for at, text in enumerate(HOSTILE)
        for day in [days[at % len(days)] if days[at % len(days)] != ".." else "../.."]
    }
    cites = tuple(Citation(name) for name in list(sources)[:-2])
    found = SourceList(
        answers([event("2025", "e", citations=cites)], sources=sources), PEN._replace(glyphs=glyphs)
    )
    assert {row.group for row in found.rows} == {UNCITED, DATED, UNDATED}
    for row in range(len(found)):
        line = found.draw(row, width, top=row == 0, cursor=row == 1)
        assert cells(text_of(line)) == width or width < 40
        assert cells(text_of(line)) <= width
        assert not steering(line)
    assert cells(text_of(found.header(width))) <= width


def test_told_by_a_day_an_event_rests_on_what_is_surely_out_alone() -> None:
    both = event("2025-08-25", "both", citations=(Citation("maybe"), Citation("rtl")))
    sources = {"maybe": source("maybe", "[2025-08-01..2025-12-31]"), "rtl": SOURCES["rtl"]}
    told = timeline([both], sources=sources)
    shown = engine_of(told, TODAY).as_of(parse_date("2025-08-26").latest or 0).select()
    found = SourceList(shown, PEN)
    assert {row.source.id: row.alone for row in found.rows if row.source} == {"maybe": 0, "rtl": 1}


def test_instants_tell_the_order_where_times_say_their_offset() -> None:
    given = {
        one.id: one
        for one in (source("later", "2025-08-25T21:00Z"), source("first", "2025-08-25T23:30+05:30"), source("no-day"))
    }
    told = timeline([event("2025", "e", citations=tuple(map(Citation, given)))], sources=given)
    assert ids(SourceList(engine_of(told, TODAY).select(), PEN)) == ["first", "later", "UNDATED", "no-day"]
