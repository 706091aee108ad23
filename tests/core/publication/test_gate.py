"""What an event lacks of that which its file requires before a page is made of it."""

from __future__ import annotations

from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.publication.gate import excepted, lacks, refused
from tui.core.timeline.model import REQUIREMENTS, Citation, Event, Publishing, Source, Timeline

TODAY = day_number(2026, 11, 22)
SOURCES = {
    "trends": Source("trends", {"en": "T"}, "Trends", published=parse_date("2025-08-25")),
    "again": Source("again", {"en": "T"}, "TRENDS", published=parse_date("2025-08-26")),
    "rtl": Source("rtl", {"en": "R"}, "RTL", published=parse_date("2025-08-25")),
    "bounds": Source("bounds", {"en": "B"}, "Bladi", published=parse_date("[2025-08-21..]")),
    "page": Source("page", url="https://www.example.org/a", published=parse_date("2025")),
}


def event(name: str, *sources: str, date: str = "2025-08-25", status: str = "reported") -> Event:
    return Event(name, parse_date(date), {"en": name}, status=status, citations=tuple(map(Citation, sources)))


def lacking(one: Event, *require: str, proved: bool = False, **exceptions: str) -> list[str]:
    publishing = Publishing(("cited", *require), exceptions)
    timeline = Timeline("t", {"en": "T"}, "en", (one,), sources=SOURCES, publishing=publishing)
    return [lack.requirement for lack in refused(lacks(timeline, TODAY, lambda _: proved), publishing)]


def test_an_event_without_a_source_never_passes_but_as_an_exception() -> None:
    assert lacking(event("a")) == ["cited"]
    assert lacking(event("a", "rtl")) == []
    assert lacking(event("a"), a="the report itself is the event") == []


def test_sources_that_do_not_all_say_when_they_came_out() -> None:
    assert lacking(event("a", "rtl", "trends"), "dated-sources") == []
    assert lacking(event("a", "rtl", "bounds"), "dated-sources") == ["dated-sources"]


def test_two_publishers_are_two_names_however_they_are_written() -> None:
    assert lacking(event("a", "trends", "again"), "two-publishers") == ["two-publishers"]
    assert lacking(event("a", "trends", "rtl"), "two-publishers") == []
    assert lacking(event("a", "trends", "page"), "two-publishers") == []


def test_a_plan_whose_day_is_past_is_overdue_until_somebody_says_what_became_of_it() -> None:
    assert lacking(event("a", "rtl", status="planned"), "not-overdue") == ["not-overdue"]
    assert lacking(event("a", "rtl", status="planned", date="2030"), "not-overdue") == []
    assert lacking(event("a", "rtl"), "not-overdue") == []


def test_what_is_proved_is_asked_of_who_knows() -> None:
    assert lacking(event("a", "rtl"), "proved") == ["proved"]
    assert lacking(event("a", "rtl"), "proved", proved=True) == []


def test_an_exception_is_told_with_all_that_it_lacks() -> None:
    publishing = Publishing(REQUIREMENTS, {"a": "why"})
    events = (event("a"), event("b", "rtl", "trends"))
    timeline = Timeline("t", {}, "en", events, sources=SOURCES, publishing=publishing)
    found = lacks(timeline, TODAY, lambda one: one.id == "b")
    assert refused(found, publishing) == []
    assert excepted(found, publishing) == {
        "a": [
            "no source says so",
            "fewer than two publishers say so",
            "not all of its passages are proved in a copy",
        ]
    }
