"""The citations of an event, each with its source, its number and the address that opens it."""

from __future__ import annotations

from tui.core.citation.resolve import citations_by_source, citations_of_event
from tui.core.dates.parse import parse_date
from tui.core.timeline.model import Citation, Claim, Event, Passage, Source, Timeline, Value

CONTRACT = Passage("contract", "Le personnel de la centrale", "à échéance le 31 décembre")
EVENT = Event(
    "end",
    parse_date("2025-12-31"),
    {"en": "The contract ends"},
    citations=(Citation("trends", CONTRACT), Citation("rtl"), Citation("gone")),
    claims=(Claim("jobs", (Value("150", (Citation("unsafe"), Citation("trends"), Citation("rtl"))),)),),
)
SOURCES = {
    "trends": Source("trends", url="https://trends.levif.be/a"),
    "rtl": Source("rtl", {"fr": "150 emplois"}),
    "unsafe": Source("unsafe", url="javascript:alert(1)"),
}
TIMELINE = Timeline("calls", {"en": "Calls"}, "en", (EVENT,), sources=SOURCES)


def test_citations_are_numbered_by_source_in_the_order_of_first_mention() -> None:
    found = [(one.number, one.citation.source, one.citation.passage) for one in citations_of_event(EVENT, TIMELINE)]
    assert found == [
        (1, "trends", CONTRACT),
        (1, "trends", None),
        (2, "rtl", None),
        (3, "gone", None),
        (4, "unsafe", None),
    ]


def test_each_source_has_its_citations_together() -> None:
    assert [len(group) for group in citations_by_source(EVENT, TIMELINE)] == [2, 1, 1, 1]
    assert citations_by_source(EVENT._replace(citations=(), claims=()), TIMELINE) == ()


def test_an_address_opens_at_the_passage_and_only_where_it_is_safe() -> None:
    assert [one.address for one in citations_of_event(EVENT, TIMELINE)] == [
        "https://trends.levif.be/a#:~:text=Le%20personnel%20de%20la%20centrale,"
        "%C3%A0%20%C3%A9ch%C3%A9ance%20le%2031%20d%C3%A9cembre",
        "https://trends.levif.be/a",
        None,
        None,
        None,
    ]


def test_a_source_that_the_timeline_lacks_is_none() -> None:
    assert [one.source for one in citations_of_event(EVENT, TIMELINE)][3] is None
