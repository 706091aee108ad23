"""A date that stands in several cells: its year, month and day, its last day, its time, and a word like "before"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date
from tui.core.dates.shorthand import fold_date_words, months
from tui.core.dates.spoken import edtf_candidates
from tui.core.tables.modifier_words import ABOUT, AFTER, BEFORE, BETWEEN, BY, ON, PERHAPS, RANGE, SINCE
from tui.core.text.messages import worded


def assembled(date: Date, end: Date | None, modifier: str) -> Date:
    """The date of a row, of its first day, its last one and its modifier; DateError where they do not go together."""
    if end is not None and not end.is_undated and end.text != date.text:
        if modifier in (BEFORE, AFTER, BY, SINCE):
            raise DateError(worded('a date with a last day is not "{modifier}" a day', modifier=modifier), 0, 0)
        if modifier == BETWEEN:
            return parse_date(f"[{date.text}..{end.text}]")
        mark = {ABOUT: "~", PERHAPS: "?"}.get(modifier, "")
        return parse_date(f"{_marked(date.text, mark)}/{_marked(end.text, mark)}")
    if date.is_undated or modifier == ON:
        return date
    if modifier in (RANGE, BETWEEN):
        if date.interval:
            return date
        raise DateError(worded("a range has a last day"), 0, 0)
    return parse_date(_bounded(date.text, modifier))


def _bounded(text: str, modifier: str) -> str:
    if modifier in (BEFORE, AFTER):
        found = edtf_candidates(f"{modifier} {text}")
        if not found:
            raise DateError(worded('no date can be "{modifier}" {date}', modifier=modifier, date=text), 0, 0)
        return found[0]
    shapes: dict[str, Callable[[str], str]] = {
        BY: lambda one: f"[..{one}]",
        SINCE: lambda one: f"{one}/..",
        ABOUT: lambda one: "/".join(_marked(side, "~") for side in one.split("/")),
        PERHAPS: lambda one: "/".join(_marked(side, "?") for side in one.split("/")),
    }
    return shapes[modifier](text)


def _marked(text: str, mark: str) -> str:
    return text + mark if mark and text and text[-1] not in "~?%." else text


_CLOCK = re.compile(r"(?:.*[T ])?(\d{1,2})(?::|h|u|\.)(\d{2})?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE)


def with_time(date: Date, time: str) -> Date:
    """A date with the time of day of a cell: `14:30`, `14h30`, `2:30 pm`; DateError where either is none."""
    found = _CLOCK.fullmatch(time.strip())
    if found is None:
        raise DateError(worded('"{text}" is no time of day', text=time.strip()), 0, 0)
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return parse_date(f"{date.text}T{hour:02d}:{found[2] or '00'}")


def date_of_parts(parts: Mapping[str, str], prefix: str = "", shift: int = 0) -> str:
    """The EDTF of a year, a month and a day that stand apart; empty where there is no year; DateError.

    A month that is not given is not known, and no January. `shift` is added to a year before 0, for those who count no
    year 0.
    """
    year, month, day = (_number(parts.get(f"{prefix}{name}", "")) for name in ("year", "month", "day"))
    if not year:
        if month or day:
            raise DateError(worded("the year is missing"), 0, 0)
        return ""
    if day and not month:
        raise DateError(worded("a day has a month"), 0, 0)
    if not re.fullmatch(r"-?\d{1,18}", year):
        raise DateError(worded('"{text}" is no year', text=year), 0, 0)
    number = int(year) + (shift if int(year) < 0 else 0)
    text = f"{'-' if number < 0 else ''}{abs(number):04d}" if abs(number) <= 9999 else f"Y{number}"
    for part in (_month(month), day):
        if part and not re.fullmatch(r"\d{1,2}", part):
            raise DateError(worded('"{text}" is no day of a month', text=part), 0, 0)
        text += f"-{int(part):02d}" if part else ""
    return text


def _number(text: str) -> str:
    return re.sub(r"\.0+$", "", text.strip())


def _month(text: str) -> str:
    """A month as a number, whether it is one or a name."""
    if not text or text.isdigit():
        return text
    found = months().get(fold_date_words(text).strip(" ."))
    if found is None:
        raise DateError(worded('"{text}" is no month', text=text), 0, 0)
    return str(found)
