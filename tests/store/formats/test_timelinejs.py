"""Slides of TimelineJS as events: what is not said of a date is not known, and a picture is no evidence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tui.core.exchange.foreign import ForeignEvent
from tui.store.formats.delimited import NoTable
from tui.store.formats.timelinejs import read_timelinejs


def slide(**fields: Any) -> ForeignEvent:
    given = {"start_date": {"year": 2025}, "text": {"headline": "A"}, **fields}
    (event,) = read_timelinejs(json.dumps({"events": [given]}).encode()).events
    return event


def date(**fields: Any) -> str | None:
    event = slide(**fields)
    return event.date.text if event.date else None


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        ({"year": "2025"}, "2025"),
        ({"year": 2025, "month": 8}, "2025-08"),
        ({"year": "2025", "month": "8", "day": "25"}, "2025-08-25"),
        ({"year": 2025, "month": 8, "day": 25, "hour": 14, "minute": 5}, "2025-08-25T14:05"),
        ({"year": -500}, "-0499"),
        ({"year": "2025", "month": "", "day": ""}, "2025"),
    ],
)
def test_a_date_says_no_more_than_its_parts(start: dict[str, Any], wanted: str) -> None:
    assert date(start_date=start) == wanted


def test_a_day_without_a_month_and_a_slide_without_a_year_are_refused() -> None:
    assert [fault.message for fault in slide(start_date={"year": 2025, "day": 3}).faults] == ["a day has a month"]
    assert [fault.message for fault in slide(start_date={}).faults] == ["the date is missing"]


def test_a_slide_with_an_end_is_an_interval() -> None:
    assert date(start_date={"year": 2025, "month": 8}, end_date={"year": 2026}) == "2025-08/2026"


def test_html_becomes_text_its_links_sources_and_pictures_are_left_out() -> None:
    event = slide(
        unique_id="union",
        group="talks",
        text={"headline": "The <b>union</b>", "text": '<p>One &amp; two</p><p><a href="https://a.example/1">A</a></p>'},
        media={"url": "https://img.example/a.jpg", "credit": "AFP"},
        display_date="late summer",
    )
    assert (event.titles, event.id, event.key, event.kind) == ({"": "The union"}, "union", "id:union", "talks")
    assert event.texts == {"": "One & two\n\nA"}
    assert [one.address for one in event.sources] == ["https://a.example/1"]
    assert event.rest == (("media.url", "https://img.example/a.jpg"), ("media.credit", "AFP"))
    assert event.date_note == "late summer"


def test_eras_are_said_to_be_left_out() -> None:
    whole = {"events": [], "eras": [{}], "title": {"text": {"headline": "<i>All</i> of it"}}}
    found = read_timelinejs(json.dumps(whole).encode())
    assert (found.title, [str(one) for one in found.about]) == ("All of it", ["1 era is left out"])


@pytest.mark.parametrize("data", [b"{", b"[]", b"{}", b'{"events": 3}', b"\x00\xff", b"[" * 100_000])
def test_what_is_no_timeline_is_refused(data: bytes) -> None:
    with pytest.raises(NoTable):
        read_timelinejs(data)
