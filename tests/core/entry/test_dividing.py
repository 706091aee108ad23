"""The facets that a reader is offered first: those that divide the file."""

from __future__ import annotations

from typing import Any

from tests.core.timelines import event, timeline
from tui.core.entry.dividing import dividing_facets
from tui.core.index.engines import engine_of
from tui.core.timeline.model import Citation, Event, Source


def offered(events: list[Event], *sources: Source) -> tuple[str, ...]:
    return dividing_facets(engine_of(timeline(events)._replace(sources={one.id: one for one in sources}), 0))


def events(count: int, **fields: Any) -> list[Event]:
    """Events of which each field is given, or found by the number of the event."""
    made = []
    for n in range(count):
        own: dict[str, Any] = {name: value(n) if callable(value) else value for name, value in fields.items()}
        made.append(event("2020-06-01", f"E {n}", id=f"e{n}")._replace(**own))
    return made


def test_who_where_and_what_kind_come_first() -> None:
    found = events(
        30,
        actors=lambda n: (f"a{n % 3}",),
        countries=lambda n: (("BE", "FR")[n % 2],),
        kind=lambda n: ("law", "strike")[n % 2],
        tags=lambda n: (f"t{n % 5}",),
    )
    assert offered(found) == ("actor", "country", "kind")


def test_where_all_events_are_of_one_country_tags_and_places_divide_them() -> None:
    found = events(40, countries=("US",), tags=lambda n: (f"t{n % 5}",), places=lambda n: (f"Town {n % 7}",))
    assert offered(found) == ("tag", "place")


def test_what_few_events_have_or_each_has_for_itself_divides_nothing() -> None:
    rare = events(40, actors=lambda n: ("a", "b")[n % 2 :] if n < 6 else (), tags=lambda n: (f"only {n}",))
    assert offered(rare) == ("actor",)
    assert offered(events(6, kind=lambda n: f"k{n}")) == ("kind",)


def test_links_alone_are_divided_by_their_sites() -> None:
    found = events(30, citations=lambda n: (Citation(("s", "t")[n % 2]),))
    sources = (Source("s", url="https://a.example.org/1"), Source("t", url="https://example.com/2"))
    assert offered(found, *sources) == ("publisher", "source")


def test_a_file_without_events_or_values_offers_nothing() -> None:
    assert offered([]) == ()
    assert offered(events(3)) == ()
