"""Times of day as they are written beside a day: their grammar, their seconds, their offset from UTC."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tui.core.dates.edtf_member import DateError
from tui.core.text.messages import worded

DAY = 86_400
"""Seconds."""

_CLOCK = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?|24:00:00)"
_OFFSET = r"(?:Z|\+00(?::00)?|[+-](?:00:(?!00)[0-5][0-9]|(?:0[1-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))"
_TIME = rf"{_CLOCK}{_OFFSET}?"
"""EDTF level 0 with the minutes as least unit; 24:00:00 is the end of the day, as ISO 8601-1 has it."""


def is_time(text: str) -> bool:
    """True when a text is a time of day: `22:00`, `22:00:30`, `22:00:30+01:00`, `24:00:00`."""
    return re.fullmatch(_TIME, text) is not None


def wrong_time(time: str, at: int) -> DateError:
    """The reason why a text is no time of day; `at` is where it stands."""
    hours, colon, minutes = time[:2], time[2:3], time[3:5]
    if time.rstrip("~?%") != time and is_time(time.rstrip("~?%")):
        return DateError(worded("a time of day takes no mark of doubt"), at + len(time) - 1, 1)
    if hours.isascii() and hours.isdigit() and int(hours) > 23:
        return DateError(worded("no such hour: {hours} (hours are 00 to 23)", hours=hours), at, 2)
    if colon == ":" and minutes.isascii() and minutes.isdigit() and int(minutes) > 59:
        return DateError(worded("no such minute: {minutes} (minutes are 00 to 59)", minutes=minutes), at + 3, 2)
    zero = re.fullmatch(rf"({_CLOCK})(-00(?::00)?)", time)
    if zero is not None:
        return DateError(worded("no offset from UTC is written Z, or +00:00"), at + zero.start(2), len(zero[2]))
    return DateError(worded("not a time of day: it is written 22:00, 22:00:30 or 22:00:30+01:00"), at, len(time))


def seconds_of_day(time: str) -> int:
    """Seconds since midnight of a time of day, by its own clock."""
    return int(time[:2]) * 3600 + int(time[3:5]) * 60 + (int(time[6:8]) if time[5:6] == ":" else 0)


def offset_of(time: str) -> str:
    """The offset from UTC in a time of day: `Z`, `+02:00`; empty when it has none."""
    return time[8:] if time[5:6] == ":" else time[5:]


def offset_seconds(time: str) -> int | None:
    """The offset of a time of day from UTC; None when it says none."""
    offset = offset_of(time)
    if not offset:
        return None
    if offset == "Z":
        return 0
    size = int(offset[1:3]) * 3600 + int(offset[4:6] or 0) * 60
    return -size if offset[0] == "-" else size


def instant(day: int, time: str | None) -> int | None:
    """The seconds in UTC from day 0 to a time of a day; None when it says no offset."""
    offset = offset_seconds(time) if time else None
    return None if offset is None or time is None else day * DAY + seconds_of_day(time) - offset


def told_apart(times: Sequence[str]) -> list[str]:
    """Times of day as short as tells them apart, for rows that stand together.

    Hours and minutes; the seconds too where two differ by them alone; the offset from UTC where two differ by it.
    """
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for time in times:
        seconds[time[:5]].add(time[5:8] if time[5:6] == ":" else "")
    offsets = {offset_seconds(time) for time in times}
    shown = []
    for time in times:
        short = time[:8] if len(seconds[time[:5]]) > 1 and time[5:6] == ":" else time[:5]
        shown.append(short + (offset_of(time) if len(offsets) > 1 else ""))
    return shown
