"""Actors that are parts of others, and the events of all of them."""

from __future__ import annotations

from random import Random

import pytest

from tests.core.timelines import event, selection
from tui.core.checks.lints import remarks
from tui.core.index.selection import select
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.timeline.members import Members, bodies, outermost, wholes
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
    assert Members(ACTORS) == {
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


def by_chance(random: Random, size: int) -> dict[str, Actor]:
    """Actors of which each is a part of none, one or some of those before it, in an order by chance."""
    names = [f"a{number}" for number in range(size)]
    made = [
        Actor(name, {"en": name}, part_of=tuple(random.sample(names[:at], min(at, random.choice((0, 1, 1, 2))))))
        for at, name in enumerate(names)
    ]
    random.shuffle(made)
    return {one.id: one for one in made}


@pytest.mark.parametrize("seed", range(40))
def test_members_counts_and_bodies_are_what_walking_from_each_actor_finds(seed: int) -> None:
    actors = by_chance(Random(seed), 12)  # noqa: S311 - the same actors each time
    found = {name: set(wholes(name, actors)) for name in actors}
    held = {body: {name for name in actors if body in found[name]} for body in actors}
    members = Members(actors)
    assert {body: set(parts) for body, parts in members.items()} == {body: own for body, own in held.items() if own}
    assert [members.count(name) for name in actors] == [len(held[name]) for name in actors]
    ends = {name: {one for one in (name, *found[name]) if not actors[one].part_of} for name in actors}
    assert {name: set(own) for name, own in bodies(actors).items()} == ends
    assert {name: set(outermost(name, actors)) for name in actors} == ends
    story = selection([event("2025-01", name, actors=(name,)) for name in actors], actors=actors)
    assert dict(story.facet("actor")) == {name: 1 + len(held[name]) for name in actors}


def test_a_chain_of_many_thousand_parts_is_walked_once() -> None:
    names = [f"a{number}" for number in range(20_000)]
    actors = {
        name: Actor(name, {"en": name}, part_of=(body,)) for name, body in zip(names[1:], names[:-1], strict=True)
    }
    actors["a0"] = Actor("a0", {"en": "a0"})
    members = Members(actors)
    assert [members.count(name) for name in names] == list(range(19_999, -1, -1))
    assert set(bodies(actors).values()) == {("a0",)}
    story = selection([event("2025-01", "end", actors=("a19999", "a5"))], actors=actors)
    assert len(story.facet("actor")) == 20_000


def test_a_circle_which_no_file_has_ends_too() -> None:
    circle = {"a": Actor("a", {}, part_of=("b",)), "b": Actor("b", {}, part_of=("a",))}
    assert Members(circle)["a"] == ("b",)
    assert set(bodies(circle)) == {"a", "b"}
