"""What is private is kept back, with all that rests on it alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.parse import parse_date
from tui.core.evidence.privacy import Withheld, public, withheld
from tui.core.timeline.model import Citation, Claim, Event, Source, Timeline, Value

SECRET, OPEN = Citation("secret"), Citation("open")
SOURCES = {"secret": Source("secret", {"en": "A memo"}, private=True), "open": Source("open", {"en": "An article"})}


def event(name: str, *citations: Citation, claims: tuple[Claim, ...] = (), private: bool = False) -> Event:
    return Event(name, parse_date("2025"), {"en": name}, citations=citations, claims=claims, private=private)


def timeline(*events: Event) -> Timeline:
    return Timeline("t", {"en": "T"}, "en", events, sources=SOURCES)


def told(*events: Event) -> tuple[Event, ...]:
    return public(timeline(*events)).events


def test_a_private_event_and_a_private_source_are_not_told() -> None:
    found = public(timeline(event("mine", OPEN, private=True), event("both", OPEN, SECRET)))
    assert found.events == (event("both", OPEN),)
    assert found.sources == {"open": SOURCES["open"]}


def test_an_event_that_rests_on_private_sources_alone_is_not_told() -> None:
    assert told(event("known from the memo", SECRET), event("unsourced")) == (event("unsourced"),)


def test_a_value_that_a_private_source_alone_gives_goes_with_it_and_so_does_why_it_is_kept() -> None:
    values = (Value("150", (OPEN,)), Value("163", (SECRET,)), Value("160", (OPEN, SECRET)), Value("170"))
    claim = Claim("jobs", values, "163", {"en": "the memo is clear"})
    (found,) = told(event("e", OPEN, claims=(claim, Claim("memo", (Value("3 pages", (SECRET,)),)))))
    kept = (Value("150", (OPEN,)), Value("160", (OPEN,)), Value("170"))
    assert found.claims == (Claim("jobs", kept),)
    claim = claim._replace(keep="150", because={"en": "it is broken down"})
    (found,) = told(event("e", OPEN, claims=(claim,)))
    assert found.claims == (Claim("jobs", kept, "150", {"en": "it is broken down"}),)


def test_a_timeline_without_anything_private_is_told_as_it_is() -> None:
    whole = Timeline("t", {}, "en", (event("e", OPEN),), sources={"open": SOURCES["open"]})
    assert public(whole) is whole


def test_how_much_is_kept_back_is_counted_of_what_is_asked_for() -> None:
    events = event("mine", OPEN, private=True), event("memo", SECRET), event("both", OPEN, SECRET), event("open", OPEN)
    whole = timeline(*events)
    assert withheld(whole, events) == Withheld(2, 1)
    assert withheld(whole, events[3:]) == Withheld(0, 0)
    assert not withheld(whole, events[3:])
    assert [str(Withheld(*counts)) for counts in ((2, 1), (1, 0), (0, 2))] == [
        "2 events and 1 source",
        "1 event",
        "2 sources",
    ]


CITATIONS = st.lists(st.sampled_from([SECRET, OPEN]), max_size=2, unique=True).map(tuple)
CLAIMS = st.lists(
    st.lists(st.builds(Value, st.sampled_from(["150", "163"]), CITATIONS), min_size=1, max_size=3).map(
        lambda values: Claim("jobs", tuple(values))
    ),
    max_size=2,
).map(tuple)
EVENTS = st.builds(
    lambda own, claims, private: event("e", *own, claims=claims, private=private), CITATIONS, CLAIMS, st.booleans()
)


@given(st.lists(EVENTS, max_size=4))
def test_what_is_told_names_no_private_source_and_nothing_that_was_not_there(events: list[Event]) -> None:
    whole = timeline(*events)
    found = public(whole)
    assert "secret" not in {source for one in found.events for source in one.sources}
    assert not any(one.private for one in found.events)
    assert public(found) == found
    assert len(found.events) + withheld(whole, events).events == len(events)
    for one in found.events:
        assert any(set(one.cited) <= set(before.cited) for before in events)
