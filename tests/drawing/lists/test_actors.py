"""The actors with their events over time."""

from __future__ import annotations

import pytest

from tests.core.timelines import HOSTILE, TODAY, answers, event, roles_of, steering, text_of, timeline
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number
from tui.core.index.engines import engine_of
from tui.core.query.tree import Query, Term
from tui.core.timeline.model import Actor, Timeline
from tui.drawing.lists.actors import BY_FIRST, BY_NAME, ORDERS, ActorList
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.printing.lines import cells

ACTORS = {
    one.id: one
    for one in (
        Actor("zara", {"en": "Zara"}, "person", "MA"),
        Actor("ikanbi", {"en": "iKanbi Belgium"}, "company", "BE", ("IKANBI", "Ikanbi")),
        Actor("total", {"en": "TotalEnergies"}, "company", "FR"),
        Actor("unused", {"en": "An unused one"}),
    )
}
TOLD: Timeline = timeline(
    [
        event("2025-01-15", "first", actors=("total",), countries=("FR",)),
        event("2025-08-25", "union", actors=("ikanbi", "total"), countries=("BE",)),
        event("2025-08-26", "echo", actors=("ikanbi",), countries=("BE",)),
        event("2025-10/2025-12", "handover", actors=("ikanbi",), countries=("BE",)),
        event("2026-12-31", "later", actors=("ikanbi", "zara"), countries=("BE",), status="planned"),
        event("2024-12-01", "before", actors=("zara",), countries=("MA",)),
    ],
    actors=ACTORS,
)


def cast(*terms: Term, order: str = ORDERS[0], glyphs: Glyphs = UNICODE, today: int = TODAY) -> ActorList:
    """The actors of what some terms ask for."""
    shown = engine_of(TOLD, today).select(Query(terms))
    return ActorList(shown, PEN.on(today)._replace(glyphs=glyphs), order)


def ids(found: ActorList) -> list[str]:
    """The actors, in order."""
    return [part.actor.id for part in found.rows]


def test_those_with_most_events_come_first_and_those_without_last_in_every_order() -> None:
    assert ids(cast()) == ["ikanbi", "total", "zara", "unused"]
    assert ids(cast(order=BY_NAME)) == ["ikanbi", "total", "zara", "unused"]
    assert ids(cast(order=BY_FIRST)) == ["zara", "total", "ikanbi", "unused"]


def test_a_row_has_names_kind_country_count_events_over_time_the_last_and_the_next() -> None:
    found = cast()
    assert [text_of(found.header(100)), *(text_of(found.draw(row, 100)) for row in range(len(found)))] == [
        "   name                           kind          events  2025    2026    ┃          last         next",
        "   iKanbi Belgium · IKANBI, Ikan… company    BE      4       █▂▂        ▄      Oct 2025  31 Dec 2026",
        "   TotalEnergies                  company    FR      2   ▄   ▄          ┊   25 Aug 2025             ",
        "   Zara                           person     MA      2  ▄               ▄    1 Dec 2024  31 Dec 2026",
        "   An unused one                                     0                  ┊                           ",
    ]


def test_a_narrow_row_keeps_name_country_and_count() -> None:
    found = cast()
    assert text_of(found.draw(0, 24)) == "   iKanbi Belgium BE   4"
    assert text_of(found.draw(0, 40)).startswith("   iKanbi Belgium   BE   4 ")


def test_who_has_no_event_is_dim() -> None:
    assert roles_of(cast().draw(3, 80), "unused") == {"dim"}
    assert roles_of(cast().draw(0, 80), "iKanbi Belgium") == {"text"}


def test_a_block_is_as_high_as_there_are_events_and_all_rows_share_the_scale() -> None:
    ikanbi, total = (text_of(cast().draw(row, 80)) for row in (0, 1))
    assert "█" in ikanbi, "two in August, the most of all"
    assert "▄" in total, "one, half of that"
    assert "#" in text_of(cast(glyphs=ASCII).draw(0, 80))


def test_what_lies_beyond_the_scale_is_pointed_at() -> None:
    told = timeline(
        [
            *(event(f"2025-{at % 12 + 1:02d}-10", f"e{at}", actors=("now",)) for at in range(36)),
            event("1950", "once", actors=("old",)),
            event("2090", "some day", actors=("new",)),
        ]
    )
    found = ActorList(engine_of(told, day_number(2025, 12, 31)).select(), PEN.on(day_number(2025, 12, 31)))
    rows = {part.actor.id: text_of(found.draw(at, 60)) for at, part in enumerate(found.rows)}
    assert "‹" in rows["old"]
    assert rows["new"].endswith("›")
    assert "‹" not in rows["now"]


def test_under_a_filter_only_the_actors_of_what_is_shown_are_listed() -> None:
    found = cast(Term("country", ("FR", "MA")))
    assert [(part.actor.id, part.events) for part in found.rows] == [("total", 1), ("zara", 1)]


def test_a_filter_by_actors_leaves_the_others_to_be_seen_and_marks_its_own() -> None:
    found = cast(Term("actor", ("total",)), Term("actor", ("zara",), negative=True))
    assert ids(found) == ids(cast())
    assert text_of(found.draw(1, 80)).startswith(" ✓ TotalEnergies")
    assert text_of(found.draw(2, 80)).startswith(" - Zara")


def test_the_column_by_which_they_are_sorted_stands_out() -> None:
    assert roles_of(cast().header(80), "events") == {"strong"}
    assert roles_of(cast(order=BY_NAME).header(80), "name") == {"strong"}


def test_an_actor_that_the_file_does_not_list_is_there_too() -> None:
    found = ActorList(answers([event("2025", "e", actors=("nobody",))]), PEN)
    assert text_of(found.draw(0, 40)).startswith("   nobody")


@pytest.mark.parametrize(
    ("today", "last", "coming"),
    [(0, "", "10"), (10, "", "10"), (11, "10", "20"), (20, "10", "20"), (21, "20", "30"), (31, "30", "")],
)
def test_the_last_event_lies_before_today_the_next_on_it_or_after(today: int, last: str, coming: str) -> None:
    told = [event(f"2025-01-{day}", f"e{day}", actors=("a",)) for day in (10, 20, 30)]
    day = day_number(2025, 1, 1) + today - 1
    row = text_of(ActorList(answers([*told, event("2025-01-15", "other")], today=day), PEN.on(day)).draw(0, 100))
    assert row[74:] == "".join(f"{f'{one} Jan 2025' if one else '':>13}" for one in (last, coming))


def test_of_one_actor_there_is_a_chart_for_its_account() -> None:
    ruler, chart = cast().chart("ikanbi", 60)
    assert "'25" in text_of(ruler)
    assert "█" in text_of(chart)
    assert cast().chart("ikanbi", 4) == cast().chart("whoever", 60) == []


@pytest.mark.parametrize("width", [1, 9, 20, 40, 60, 80, 100, 150])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_a_row_takes_the_cells_it_is_given_whatever_the_file_says(width: int, glyphs: Glyphs) -> None:
    actors = {
        f"{at}": Actor(f"{at}", {"en": text}, "government", "BE", (text, f"{text}2")) for at, text in enumerate(HOSTILE)
    }
    days = ["../..", "-0044", "Y-170000000", "2025", "2025-08-21~"]
    told = [event(day, f"e{at}", actors=tuple(actors)[at:]) for at, day in enumerate(days)]
    found = ActorList(answers(told, actors=actors), PEN._replace(glyphs=glyphs))
    for row in range(len(found)):
        line = found.draw(row, width, cursor=row == 1)
        assert cells(text_of(line)) == width or width < 40
        assert cells(text_of(line)) <= width
        assert not steering(line)
    assert cells(text_of(found.header(width))) <= width


UNION = {
    one.id: one
    for one in (
        Actor("fgtb", {"en": "FGTB"}),
        Actor("setca", {"en": "SETCa"}, part_of=("fgtb",)),
        Actor("liege", {"en": "SETCa Liège"}, part_of=("setca",)),
        Actor("masson", {"en": "Patrick Masson"}, part_of=("liege", "board")),
        Actor("board", {"en": "The board"}),
        Actor("rare", {"en": "Rare"}, part_of=("club",)),
        Actor("club", {"en": "A club without events"}),
    )
}
TOLD_BY_UNION: Timeline = timeline(
    [
        event("2025-01-15", "section", actors=("liege",)),
        event("2025-02-15", "both", actors=("liege", "setca")),
        event("2025-03-15", "person", actors=("masson",)),
    ],
    actors=UNION,
)


def by_body(*terms: Term, actors: dict[str, Actor] = UNION) -> ActorList:
    """The actors of a union, its members with it."""
    shown = engine_of(TOLD_BY_UNION._replace(actors=actors), TODAY).select(Query(terms))
    return ActorList(shown, PEN.on(TODAY), group="body")


def test_grouped_by_body_members_stand_with_the_outermost_and_an_event_of_two_counts_once() -> None:
    found = by_body()
    assert [(part.actor.id, part.events) for part in found.rows] == [("fgtb", 3), ("board", 1), ("club", 0)]
    assert [text_of(found.draw(row, 110))[3:33].rstrip() for row in range(3)] == [
        "FGTB · with 3 members", "The board · with 1 member", "A club without events · with…",
    ]  # fmt: skip
    assert [one.event.id for one in found.events_of("fgtb").window(None, 9)] == ["section", "both", "person"]


def test_a_member_has_the_row_of_a_body_and_who_is_nobody_has_none() -> None:
    found = by_body()
    assert [found.place_of(name) for name in ("liege", "masson", "board", "rare", "nobody")] == [0, 0, 1, 2, None]


def test_without_members_grouping_by_body_changes_nothing() -> None:
    alone = {name: actor._replace(part_of=()) for name, actor in UNION.items()}
    assert ids(by_body(actors=alone))[:3] == ["liege", "masson", "setca"]


def test_under_a_filter_only_bodies_with_events_are_there_and_the_filter_of_actors_counts_not() -> None:
    assert ids(by_body(Term("in", ("2025-01",)))) == ["fgtb"]
    assert ids(by_body(Term("actor", ("board",)))) == ["fgtb", "board", "club"]


def test_on_paper_are_those_that_the_query_asks_for() -> None:
    def asked(*terms: Term, group: str = "actor") -> list[str]:
        found = ActorList(engine_of(TOLD_BY_UNION, TODAY).select(Query(terms)), PEN.on(TODAY), group=group)
        return [found.rows[row].actor.id for row in found.asked()]

    assert asked(Term("actor", ("setca",))) == ["liege", "masson", "setca"]
    assert asked(Term("actor", ("setca",)), group="body") == ["fgtb", "board"], "Masson sits on the board too"
    assert asked(Term("actor", ("=setca",)), group="body") == ["fgtb"]
    assert asked(Term("actor", ("fgtb",), True), group="body") == ["board", "club"]
    assert asked(Term("actor", ("board",), True))[0] == "liege"
