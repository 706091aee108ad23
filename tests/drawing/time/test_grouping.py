"""Groups: an event that has several values stands in each, and those with most events come first."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, selection
from tui.core.index.selection import Selection
from tui.core.query.tree import FACETS, Term
from tui.core.timeline.model import GROUPS, Actor
from tui.drawing.time.grouping import Grouping, fields_of, next_field

STORY = [
    event("2024", "first", countries=("BE",), actors=("ikanbi",), kind="contract"),
    event("2025", "second", countries=("BE", "MA"), actors=("ikanbi",), tags=("jobs",)),
    event("2026", "third", countries=("FR",), kind="law"),
    event("../..", "nowhere", countries=("FR",)),
]


def story(*terms: Term) -> Selection:
    ikanbi = Actor("ikanbi", {"en": "iKanbi"}, aliases=("IKB",), shorts={"en": "IKANBI"})
    return selection(STORY, *terms, actors={"ikanbi": ikanbi})


def groups(asked: Selection, field: str) -> dict[str, list[str]]:
    """The events of each group by its name, in order."""
    found = Grouping(asked, field)
    return {
        found.name(at, "en"): [found.index.events[row].id for row in found.rows_in_time(at).rows]
        for at in range(len(found))
    }


def test_an_event_stands_in_each_of_its_groups_and_the_rest_come_last() -> None:
    assert groups(story(), "country") == {"Belgium": ["first", "second"], "France": ["third"], "Morocco": ["second"]}
    assert groups(story(), "actor") == {"IKANBI": ["first", "second"], "no actor": ["third"]}
    assert groups(story(), "kind") == {"contract": ["first"], "law": ["third"], "no kind": ["second"]}
    assert groups(story(), "tag") == {"jobs": ["second"], "no tag": ["first", "third"]}


def test_groups_follow_the_filter() -> None:
    asked = story(Term("country", ("MA",)))
    assert groups(asked, "country") == {"Belgium": ["second"], "Morocco": ["second"]}
    assert Grouping(asked, "country").groups_of(1) == [0, 1]
    assert groups(story(Term("country", ("ES",))), "country") == {}


def test_an_event_without_a_value_is_in_the_last_group() -> None:
    assert Grouping(story(), "kind").groups_of(1) == [2]


def test_only_fields_that_some_event_has_are_turned_to() -> None:
    index = story().index
    assert fields_of(index) == ("actor", "country", "kind", "tag", "year")
    turned = ["actor"]
    for _ in range(5):
        turned.append(next_field(index, turned[-1]))
    assert turned == ["actor", "country", "kind", "tag", "year", "actor"]
    assert next_field(index, "source") == "actor"
    assert fields_of(selection("2025 Nothing").index) == ("actor",)
    assert {field for field in GROUPS if field != "tag"} <= set(FACETS)


@pytest.mark.parametrize("field", GROUPS)
def test_every_event_that_lies_somewhere_is_in_some_group(field: str) -> None:
    found = Grouping(story(), field)
    rows = {row for at in range(len(found)) for row in found.rows_in_time(at).rows}
    assert rows == {0, 1, 2}
    assert all(at in found.groups_of(row) for at in range(len(found)) for row in found.rows_in_time(at).rows)
