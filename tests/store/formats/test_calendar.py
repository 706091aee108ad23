"""Entries of calendars as events: the last day is the day before DTEND, and what recurs is written out or said."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tui.core.dates.calendar import parse_day
from tui.core.exchange.foreign import ForeignEvent
from tui.store.formats.delimited import NoTable
from tui.store.formats.entries import Entries

pytest.importorskip("icalendar")

from tui.store.formats.calendar import read_calendar

TODAY = parse_day("2026-11-30") or 0


def read(*entries: str) -> Entries:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for entry in entries:
        lines += ["BEGIN:VEVENT", "UID:u1", "DTSTAMP:20250101T000000Z", "SUMMARY:A", *entry.split("\n"), "END:VEVENT"]
    return read_calendar("\r\n".join([*lines, "END:VCALENDAR", ""]).encode(), TODAY)


def only(entry: str) -> ForeignEvent:
    (event,) = read(entry).events
    return event


def dates(found: Entries) -> list[str | None]:
    return [one.date.text if one.date else None for one in found.events]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("DTSTART;VALUE=DATE:20250825", "2025-08-25"),
        ("DTSTART;VALUE=DATE:20250825\nDTEND;VALUE=DATE:20250826", "2025-08-25"),
        ("DTSTART;VALUE=DATE:20250825\nDTEND;VALUE=DATE:20250828", "2025-08-25/2025-08-27"),
        ("DTSTART;VALUE=DATE:20250825\nDURATION:P2D", "2025-08-25/2025-08-26"),
        ("DTSTART:20250825T140000", "2025-08-25T14:00"),
        ("DTSTART:20250825T140000Z", "2025-08-25T14:00Z"),
        ("DTSTART;TZID=Europe/Brussels:20250825T140000", "2025-08-25T14:00+02:00"),
        ("DTSTART:20250825T140000\nDTEND:20250825T153000", "2025-08-25T14:00/2025-08-25T15:30"),
        ("DTSTART;VALUE=DATE:20250825\nX-JALON-DATE:2025-08-25~", "2025-08-25~"),
    ],
)
def test_the_end_of_whole_days_is_the_day_before_dtend(entry: str, wanted: str) -> None:
    assert dates(read(entry)) == [wanted]


def test_what_recurs_is_written_out_without_what_is_taken_out() -> None:
    found = read("DTSTART;VALUE=DATE:20250825\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:20250901")
    assert dates(found) == ["2025-08-25", "2025-09-08", "2025-09-15"]
    assert len({one.key for one in found.events}) == 3
    assert [str(one) for one in found.about] == ["what recurs is written out until 2027-12-01"]


def test_a_rule_without_an_end_stops_at_the_horizon_that_is_told() -> None:
    found = read("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY")
    assert dates(found) == ["2026-01-01", "2027-01-01"]


def test_a_rule_that_ends_beyond_the_horizon_is_said_and_not_cut_silently() -> None:
    found = read("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;COUNT=5")
    assert dates(found) == ["2026-01-01", "2027-01-01", None]
    assert [str(one.message) for one in found.events[-1].faults] == [
        "it recurs beyond 2 times, which are written out"
    ]  # fmt: skip


def test_one_time_that_was_moved_is_where_it_was_moved_to() -> None:
    found = read(
        "DTSTART:20250825T100000\nRRULE:FREQ=DAILY;COUNT=2",
        "DTSTART:20250826T120000\nRECURRENCE-ID:20250826T100000",
    )
    assert dates(found) == ["2025-08-25T10:00", "2025-08-26T12:00"]


def test_the_fields_of_an_entry() -> None:
    event = only(
        "DTSTART;VALUE=DATE:20250825\nSTATUS:TENTATIVE\nLOCATION:Liège\nCATEGORIES:talks,law\n"
        "DESCRIPTION:Text https://a.example/1\\, and more\nURL:https://b.example\nORGANIZER:mailto:x@y.example"
    )
    assert (event.status, event.places, event.tags) == ("planned", ("Liège",), ("talks", "law"))
    assert [one.address for one in event.sources] == ["https://b.example", "https://a.example/1"]
    assert event.rest == (("organizer", "mailto:x@y.example"),)


def test_an_entry_that_cannot_be_read_is_refused_alone() -> None:
    found = read("DTSTART:garbage", "DTSTART;VALUE=DATE:20250101\nDTEND:20250102T100000", "DTSTART:20250825T140000")
    assert [bool(one.faults) for one in found.events][::2] == [True, False]


@pytest.mark.parametrize("data", [b"", b"x", b"BEGIN:VCALENDAR", b"\xff\xfe\x00", b"BEGIN:VEVENT\nEND:VEVENT\n"])
def test_what_is_no_calendar_is_refused_or_empty(data: bytes) -> None:
    with suppress(NoTable):
        assert all(one.faults for one in read_calendar(data, TODAY).events)
