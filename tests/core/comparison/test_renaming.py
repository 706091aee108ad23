"""Ids that changed: each is said once, and nothing that stands under a new id is taken for another thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.comparison.test_difference import rows
from tests.core.evidence.test_as_of import cited
from tests.core.timelines import event, timeline
from tui.core.comparison.difference import CAME, CHANGED, WENT, difference
from tui.core.comparison.renaming import Renaming
from tui.core.dates.parse import parse_date
from tui.core.timeline.fields import ChangedField
from tui.core.timeline.model import Actor, Citation, Claim, Event, Passage, SavedView, Source, Timeline, Value
from tui.drawing.lists.difference import change_counts, data

IDS = [f"x{number}" for number in range(8)]
PARTS = st.integers(0, 7)


@st.composite
def stories(draw: st.DrawFn) -> Timeline:
    """A timeline whose entries differ by their titles, and name each other."""
    sources = {
        name: Source(
            name, {"en": f"Article {name}"}, "P", url=draw(st.sampled_from((None, f"https://e.example/{name}")))
        )
        for name in IDS
    }
    actors = {name: Actor(name, {"en": f"Actor {name}"}, aliases=(name.upper(),)) for name in IDS}

    def citation() -> Citation:
        return Citation(IDS[draw(PARTS)], draw(st.sampled_from((None, Passage("jobs", "one", "two")))))

    events = []
    for number in range(draw(st.integers(1, 8))):
        value = Value("150", tuple(citation() for _ in range(draw(st.integers(0, 2)))))
        events.append(
            event(
                draw(st.sampled_from(("2025", "2025-08-25", "2026-01/2026-03"))),
                f"Event {number}",
                id=IDS[number],
                actors=tuple(IDS[draw(PARTS)] for _ in range(draw(st.integers(0, 3)))),
                told=tuple(IDS[draw(PARTS)] for _ in range(draw(st.integers(0, 1)))),
                citations=tuple(citation() for _ in range(draw(st.integers(0, 3)))),
                claims=(Claim("jobs", (value,)),) if draw(st.booleans()) else (),
                about=(IDS[draw(st.integers(0, number))],) if draw(st.booleans()) else (),
                line=number,
            )
        )
    views = (SavedView("v", f"source:{IDS[draw(PARTS)]},{IDS[draw(PARTS)]} -actor:{IDS[draw(PARTS)]} (id:x0 OR word)"),)
    return timeline(events, sources=sources, actors=actors, views=views)


NAMES = st.permutations(IDS) | st.permutations([*IDS[:4], "n1", "n2", "n3", "n4"]) | st.permutations(list("abcdefgh"))
"""New ids for the old ones: the same among themselves, some of them, or none."""


def under(story: Timeline, sources: list[str], actors: list[str], events: list[str]) -> Timeline:
    """The story with other ids everywhere."""
    of_source, of_actor, of_event = (dict(zip(IDS, names, strict=True)) for names in (sources, actors, events))

    def citations(ones: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(one._replace(source=of_source[one.source]) for one in ones)

    def renamed(one: Event) -> Event:
        claims = tuple(
            claim._replace(values=tuple(value._replace(citations=citations(value.citations)) for value in claim.values))
            for claim in one.claims
        )
        return one._replace(
            id=of_event[one.id],
            actors=tuple(of_actor[name] for name in one.actors),
            told=tuple(of_actor[name] for name in one.told),
            citations=citations(one.citations),
            claims=claims,
            about=tuple(of_event[name] for name in one.about),
        )

    (view,) = story.views
    wanted, excluded, own, *rest = view.query.split()
    first = ",".join(of_source[name] for name in wanted.removeprefix("source:").split(","))
    query = f"source:{first} -actor:{of_actor[excluded.removeprefix('-actor:')]} (id:{of_event['x0']} {' '.join(rest)}"
    assert own == "(id:x0"
    return story._replace(
        events=tuple(map(renamed, story.events)),
        sources={of_source[name]: one._replace(id=of_source[name]) for name, one in story.sources.items()},
        actors={of_actor[name]: one._replace(id=of_actor[name]) for name, one in story.actors.items()},
        views=(view._replace(query=query),),
    )


@given(stories(), NAMES, NAMES, NAMES)
def test_other_ids_for_everything_are_renamings_and_nothing_else(
    story: Timeline, sources: list[str], actors: list[str], events: list[str]
) -> None:
    found = difference(story, under(story, sources, actors, events))
    assert (found.events, found.sources, found.actors, found.head) == ((), (), (), ())
    expected = [
        Renaming(kind, before, after)
        for kind, there, names in (
            ("event", {one.id for one in story.events}, events),
            ("source", set(IDS), sources),
            ("actor", set(IDS), actors),
        )
        for before, after in zip(IDS, names, strict=True)
        if before in there and before != after
    ]
    assert sorted(found.renamed) == sorted(expected)
    assert found.is_none is (not expected)


@given(stories(), NAMES, NAMES, NAMES)
def test_there_and_back_is_the_same(story: Timeline, sources: list[str], actors: list[str], events: list[str]) -> None:
    other = under(story, sources, actors, events)
    there, back = difference(story, other), difference(other, story)
    assert {(one.kind, one.after, one.before) for one in there.renamed} == set(back.renamed)


def sourced(*sources: Source, cites: str) -> Timeline:
    return timeline([event("2025", "A", citations=cited(cites))], sources={one.id: one for one in sources})


NPR = Source("s1", {"en": "NPR story"}, "NPR", url="https://npr.org/1")


def test_a_renamed_source_is_said_once_and_its_events_do_not_change() -> None:
    old, new = sourced(NPR, cites="s1"), sourced(NPR._replace(id="npr-1"), cites="npr-1")
    found = difference(old, new)
    assert change_counts(found) == ["1 source renamed"]
    assert rows(found, old, new) == ["", "renamed", "~ source  s1 → npr-1"]
    assert data(found, new, "en")["renamed"] == [{"kind": "source", "before": "s1", "after": "npr-1"}]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"url": "https://www.npr.org/1/?utm_source=x"}, ["id", "url"]),  # the same page
        ({"titles": {"en": "NPR story, corrected"}}, ["id", "title"]),  # by its address
        ({"url": None}, ["id", "url"]),  # by day and title
        ({"published": parse_date("2025-08-25")}, ["id", "published"]),
    ],
)
def test_a_source_that_is_renamed_and_changed_is_one_that_changed(change: dict[str, object], fields: list[str]) -> None:
    old = sourced(NPR, cites="s1")
    new = sourced(NPR._replace(id="npr-1")._replace(**change), cites="npr-1")  # type: ignore[arg-type]  # any field
    found = difference(old, new)
    assert found.events == ()
    assert found.renamed == ()
    assert [(one.change, one.id, [field.name for field in one.fields]) for one in found.sources] == [
        (CHANGED, "npr-1", fields)
    ]


def test_another_article_under_an_old_id_is_another_one() -> None:
    """Numbered anew, s1 is now what was s2, and s2 is new."""
    other = Source("s2", {"en": "Another"}, "RTL", url="https://rtl.example/2")
    third = Source("s2", {"en": "A third"}, "RTL", url="https://rtl.example/3")
    old, new = sourced(NPR, other, cites="s2"), sourced(other._replace(id="s1"), third, cites="s1")
    found = difference(old, new)
    assert found.events == ()
    assert [(one.change, one.id) for one in found.sources] == [(WENT, "s1 (as it was)"), (CAME, "s2")]
    assert found.renamed == (Renaming("source", "s2", "s1"),)
    assert "- NPR, undated, NPR story" in rows(found, old, new)


def test_an_id_that_stays_holds_what_is_rewritten() -> None:
    old = sourced(NPR, cites="s1")
    new = sourced(NPR._replace(titles={"en": "Quite another"}, url="https://npr.org/2"), cites="s1")
    assert [(one.change, one.id) for one in difference(old, new).sources] == [(CHANGED, "s1")]
    before, after = timeline([event("2025", "A", id="a")]), timeline([event("2026-02", "B", id="a")])
    assert [(one.change, one.event.id) for one in difference(before, after).events] == [(CHANGED, "a")]


def test_events_that_are_numbered_anew_are_not_taken_for_each_other() -> None:
    old = timeline([event(f"2025-0{n}", f"Event {n}", id=f"e{n}") for n in (1, 2, 3)])
    new = timeline(
        [event("2025-01", "New", id="e1"), *(event(f"2025-0{n}", f"Event {n}", id=f"e{n + 1}") for n in (1, 2, 3))]
    )
    found = difference(old, new)
    assert [(one.change, one.event.id) for one in found.events] == [(CAME, "e1")]
    assert change_counts(found) == ["1 event came", "3 events renamed"]


def test_twins_are_paired_in_their_order() -> None:
    old = timeline([event("2025-06-03", "March", id=name, line=n) for n, name in enumerate("ab")])
    new = timeline([event("2025-06-03", "March", id=name, line=n) for n, name in enumerate("xyz")])
    found = difference(old, new)
    assert [(one.change, one.event.id) for one in found.events] == [(CAME, "z")]
    assert found.renamed == (Renaming("event", "a", "x"), Renaming("event", "b", "y"))


def test_an_event_about_a_renamed_one_is_about_the_same() -> None:
    old = timeline([event("2025", "A", id="a"), event("2026", "B", id="b", about=("a",))])
    new = timeline([event("2025", "A", id="n"), event("2026", "B", id="b", about=("n",))])
    assert difference(old, new).events == ()
    other = timeline([event("2025", "A", id="n"), event("2026", "B", id="b", about=("b",))])
    (change,) = difference(old, other).events
    assert change.fields == (ChangedField("about", ("n",), ("b",)),)
