"""The days between which something lies, inclusive and in words: how a date is explained."""

from __future__ import annotations

from tui.core.dates.calendar import iso
from tui.core.dates.edtf_member import DaySpan
from tui.core.text.messages import _


def bounds(span: DaySpan) -> tuple[str | None, str | None]:
    """The first day and the last, as EDTF has them; None where open."""
    return None if span.begin is None else iso(span.begin), None if span.end is None else iso(span.end - 1)


def days_in_words(span: DaySpan) -> str:
    """Days inclusive: `2025-08-25`, `2025-08-01 to 2025-08-31`, `by 2025-08-21`, `any day`."""
    begin, end = bounds(span)
    if begin is None:
        return _("any day") if end is None else _("by {day}", day=end)
    if end is None:
        return _("{day} or later", day=begin)
    return begin if begin == end else _("{first} to {last}", first=begin, last=end)
