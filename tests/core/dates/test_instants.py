"""Times of day, their offsets, and the instants that these make of them."""

from __future__ import annotations

import pytest

from tui.core.dates.instants import instant, is_time, offset_of, offset_seconds, seconds_of_day, told_apart
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words

HOUR = 3600


@pytest.mark.parametrize(
    ("time", "seconds", "offset"),
    [
        ("22:00", 22 * HOUR, None),
        ("22:00:30", 22 * HOUR + 30, None),
        ("24:00:00", 24 * HOUR, None),
        ("00:00Z", 0, 0),
        ("22:00+02:00", 22 * HOUR, 2 * HOUR),
        ("22:00:30-05:30", 22 * HOUR + 30, -5 * HOUR - 1800),
        ("22:00+02", 22 * HOUR, 2 * HOUR),
        ("22:00+00:00", 22 * HOUR, 0),
        ("22:00-00:30", 22 * HOUR, -1800),
        ("22:00:00+14:00", 22 * HOUR, 14 * HOUR),
    ],
)
def test_a_time_has_seconds_by_its_clock_and_perhaps_an_offset(time: str, seconds: int, offset: int | None) -> None:
    assert is_time(time)
    assert seconds_of_day(time) == seconds
    assert offset_seconds(time) == offset
    assert instant(0, time) == (None if offset is None else seconds - offset)
    assert time.endswith(offset_of(time))


@pytest.mark.parametrize(
    "time",
    ["24:00", "24:00:01", "24:01:00", "22", "22:60", "22:00:60", "22:00-00:00", "22:00-00", "22:00+24:00",
     "22:00-24:00", "22:00+14:01", "22:00+15", "22:00+0200", "22:00+2", "22:00z", "9:00", "22:00:00.5", "22:00~", ""],
)  # fmt: skip
def test_what_iso_8601_does_not_have_is_no_time(time: str) -> None:
    assert not is_time(time)


def test_an_instant_is_the_same_wherever_the_clock_stands() -> None:
    texts = ["2025-08-25T23:30Z", "2025-08-26T01:30+02:00", "2025-08-25T18:30-05:00", "2025-08-26T00:30:00+01"]
    assert len({parse_date(text).instant for text in texts}) == 1
    assert parse_date("2025-08-25T23:30").instant is None
    assert parse_date("2025-08-25").instant is None
    assert parse_date("2025-08-25T24:00:00Z").instant == parse_date("2025-08-26T00:00Z").instant


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        (["22:00", "22:30:15"], ["22:00", "22:30"]),
        (["22:00:10", "22:00:20"], ["22:00:10", "22:00:20"]),
        (["22:00", "22:00:20"], ["22:00", "22:00:20"]),
        (["22:00:10", "22:00:10"], ["22:00", "22:00"]),
        (["22:00+02:00", "21:00+02:00"], ["22:00", "21:00"]),
        (["22:00+02:00", "21:00Z"], ["22:00+02:00", "21:00Z"]),
        (["22:00+00:00", "21:00Z"], ["22:00", "21:00"]),
        (["22:00+02:00", "21:00"], ["22:00+02:00", "21:00"]),
        (["22:00:10+02:00", "22:00:20Z", "09:00Z"], ["22:00:10+02:00", "22:00:20Z", "09:00Z"]),
        ([], []),
    ],
)
def test_times_that_stand_together_show_what_tells_them_apart(times: list[str], shown: list[str]) -> None:
    assert told_apart(times) == shown


@pytest.mark.parametrize(
    ("text", "time", "end_time", "english", "french"),
    [
        ("2025-08-25T22:00/2025-08-26T06:00", "22:00", "06:00",
         "25 August 2025, 22:00 – 26 August 2025, 06:00", "25 août 2025, 22:00 – 26 août 2025, 06:00"),
        ("2025-08-25T22:00/..", "22:00", None, "from 25 August 2025, 22:00 on", "à partir du 25 août 2025, 22:00"),
        ("2025-08-25/2025-08-26T06:00Z", None, "06:00Z",
         "25 August 2025 – 26 August 2025, 06:00Z", "25 août 2025 – 26 août 2025, 06:00Z"),
        ("2025-08-25/2025-08-26", None, None, "25–26 August 2025", "25–26 août 2025"),
        ("2025-08-25T22:00", "22:00", "22:00", "25 August 2025, 22:00", "25 août 2025, 22:00"),
    ],
)  # fmt: skip
def test_an_interval_may_say_the_hour_of_each_end(
    text: str, time: str | None, end_time: str | None, english: str, french: str
) -> None:
    date = parse_date(text)
    assert (date.time, date.end_time) == (time, end_time)
    said = (in_words(date, "en"), in_words(date, "fr"))
    if "T" in text:
        assert said == (english, french)
