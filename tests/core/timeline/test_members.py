"""Actors that are parts of others, and the events of all of them."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, selection
from tui.core.checks.lints import remarks
from tui.core.index.selection import select
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.timeline.members import bodies, members, wholes
from tui.core.timeline.model import Actor

ACTORS = {
    one.id: one
    for one in (
        Actor("fgtb", {"en": "FGTB"}),
        Actor("setca", {"en": "SETCa"}, part_of=("fgtb",)),
        Actor("liege", {"en": "SETCa Liège"}, part_of=("setca",)),
        Actor("masson", {"en": "Patrick Masson"}, part_of=("liege", "board")),
        Actor("board", {"en": "The board"}),
        Actor("total", {"en": "TotalEnergies"}),
    )
}
STORY = (
    event("2025-01", "federation", actors=("fgtb",)),
    event("2025-02", "section", actors=("liege",)),
    event("2025-03", "person", actors=("masson", "total")),
    event("2025-04", "company", actors=("total",)),
)
STORY_SELECTED = selection(STORY, actors=ACTORS)


def found(query: str) -> list[str]:
    index = STORY_SELECTED.index
    asked = select(index, parse_query(query, Names(index.timeline)))
    return [one.id for one in asked.rows(0, len(asked))]


def test_a_body_has_all_its_parts_near_and_far() -> None:
    assert members(ACTORS) == {
        "fgtb": ("setca", "liege", "masson"), "setca": ("liege", "masson"), "liege": ("masson",), "board": ("masson",),
    }  # fmt: skip
    assert wholes("masson", ACTORS) == ["liege", "board", "setca", "fgtb"]
    assert bodies(ACTORS)["masson"] == ("board", "fgtb")
    assert bodies(ACTORS)["total"] == ("total",)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("actor:fgtb", "federation section person"),
        ("actor:=fgtb", "federation"),
        ("actor:==fgtb", "federation"),
        ("actor:SETCa", "section person"),
        ("actor:=setca", ""),
        ("actor:liege,board", "section person"),
        ("actor:=liege,=board", "section"),
        ("-actor:setca", "federation company"),
        ("-actor:=liege", "federation person company"),
    ],
)
def test_a_body_is_asked_for_with_its_members_and_with_an_equals_sign_alone(query: str, ids: str) -> None:

    assert found(query) == ids.split()
    names = Names(STORY_SELECTED.index.timeline)
    assert parse_query(str(parse_query(query, names)), names) == parse_query(query, names)


def test_the_counts_of_a_facet_are_what_each_value_gives() -> None:
    counts = dict(STORY_SELECTED.facet("actor"))
    assert counts == {"fgtb": 3, "liege": 2, "setca": 2, "total": 2, "board": 1, "masson": 1}
    assert all(len(found(f"actor:{value}")) == count for value, count in counts.items())
    assert STORY_SELECTED.gives("actor", ["setca", "total"]) == {"setca": 2, "total": 2}


def test_events_are_grouped_by_the_outermost_body_where_the_file_has_any() -> None:
    assert dict(STORY_SELECTED.counted("body")) == {"fgtb": 3, "total": 2, "board": 1}
    alone = {name: actor._replace(part_of=()) for name, actor in ACTORS.items()}
    assert selection(STORY, actors=alone).counted("body") == []


def test_a_body_whose_members_act_is_no_unused_actor() -> None:
    said = [one.owner for one in remarks(STORY_SELECTED.index.timeline, None) if one.code == "unused-actor"]
    assert said == []
