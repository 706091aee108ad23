"""Groups: an event that has several values stands in each, and those with most events come first."""

from __future__ import annotations

import pytest

from tests.core.timelines import answers, event
from tui.core.dates.edtf import FARTHEST_DAY, undated
from tui.core.index.protocol import Answers, Engine, EventFacts, walk
from tui.core.query.tree import FACETS, Term
from tui.core.timeline.model import GROUPS, Actor, Event
from tui.drawing.time.grouping import Grouping, fields_of, next_field

STORY = [
    event("2024", "first", countries=("BE",), actors=("ikanbi",), kind="contract"),
    event("2025", "second", countries=("BE", "MA"), actors=("ikanbi",), tags=("jobs",)),
    event("2026", "third", countries=("FR",), kind="law"),
    event("../..", "nowhere", countries=("FR",)),
]


def story(*terms: Term) -> Answers:
    ikanbi = Actor("ikanbi", {"en": "iKanbi"}, aliases=("IKB",), shorts={"en": "IKANBI"})
    return answers(STORY, *terms, actors={"ikanbi": ikanbi})


def groups(asked: Answers, field: str) -> dict[str, list[str]]:
    """The events of each group by its name, in order."""
    found = Grouping(asked, field)
    return {found.name(at, "en"): [one.event.id for one in _lying(found, at)] for at in range(len(found))}


def _lying(found: Grouping, at: int) -> list[EventFacts]:
    """The events of a group that lie somewhere in time."""
    return [one for one in walk(found.events(at)) if one.key.day < FARTHEST_DAY]


def event_called(engine: Engine, name: str) -> Event:
    found = engine.select().event(name)
    assert found is not None
    return found.event


def test_an_event_stands_in_each_of_its_groups_and_the_rest_come_last() -> None:
    assert groups(story(), "country") == {"Belgium": ["first", "second"], "France": ["third"], "Morocco": ["second"]}
    assert groups(story(), "actor") == {"IKANBI": ["first", "second"], "no actor": ["third"]}
    assert groups(story(), "kind") == {"contract": ["first"], "law": ["third"], "no kind": ["second"]}
    assert groups(story(), "tag") == {"jobs": ["second"], "no tag": ["first", "third"]}


def test_groups_follow_the_filter() -> None:
    asked = story(Term("kind", ("contract",)))
    assert groups(asked, "country") == {"Belgium": ["first"]}
    asked = story(Term("actor", ("ikanbi",)))
    assert groups(asked, "country") == {"Belgium": ["first", "second"], "Morocco": ["second"]}
    assert Grouping(asked, "country").groups_of(event_called(asked.engine, "second")) == [0, 1]
    assert groups(story(Term("country", ("ES",))), "country") == {}


def test_only_groups_that_the_query_asks_for_are_there() -> None:
    assert groups(story(Term("country", ("MA",))), "country") == {"Morocco": ["second"]}
    assert groups(story(Term("country", ("MA", "FR"))), "country") == {"France": ["third"], "Morocco": ["second"]}
    assert groups(story(Term("tag", ("job*",))), "tag") == {"jobs": ["second"]}
    assert set(groups(story(Term("country", ("MA",), negative=True)), "country")) == {"Belgium", "France"}


def test_what_lies_nowhere_is_counted() -> None:
    assert Grouping(story(), "kind").undated == 1
    assert Grouping(answers("2025 A"), "kind").undated == 0
    nowhere = Grouping(answers([event("../..", "A"), event("2025", "B")._replace(date=undated())]), "kind")
    assert nowhere.undated == 2


def test_an_event_without_a_value_is_in_the_last_group() -> None:
    assert Grouping(story(), "kind").groups_of(event_called(story().engine, "second")) == [2]


def test_only_fields_that_some_event_has_are_turned_to() -> None:
    engine = story().engine
    assert fields_of(engine) == ("actor", "country", "kind", "tag", "year")
    turned = ["actor"]
    for _ in range(5):
        turned.append(next_field(engine, turned[-1]))
    assert turned == ["actor", "country", "kind", "tag", "year", "actor"]
    assert next_field(engine, "source") == "actor"
    assert fields_of(answers("2025 Nothing").engine) == ("actor",)
    assert {*GROUPS} - {"body"} <= {*FACETS}


@pytest.mark.parametrize("field", GROUPS)
def test_every_event_that_lies_somewhere_is_in_some_group(field: str) -> None:
    found = Grouping(story(), field)
    events = [(at, one.event) for at in range(len(found)) for one in _lying(found, at)]
    assert {one.id for _, one in events} == {"first", "second", "third"}
    assert all(at in found.groups_of(one) for at, one in events)
