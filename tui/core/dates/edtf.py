"""Dates as they are written (EDTF, ISO 8601-2:2019) to four bounds, precision and doubt.

Every date has bounds on its start and on its end. Without a slash it is a point of unknown place, so
both are the same. `A/B` starts somewhere in A and ends somewhere in B; `..` leaves a side open, a blank
side is unknown. `[…]` is a point on one of its members, `{…}` runs from its first to its last.
Doubt (`~ ? %`) is kept beside the bounds and never moves them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tui.core.dates.edtf_member import DateError, DaySpan, SingleDate, coarseness, parse_single_date
from tui.core.dates.instants import DAY, instant, is_time, seconds_of_day, wrong_time
from tui.core.text.messages import worded

__all__ = [
    "Date", "DateError", "DateSet", "DaySpan", "Interval", "SetRange", "SingleDate", "dates_in_form",
    "parse_strict_edtf",
]  # fmt: skip


class Interval(NamedTuple):
    """`A/B`; a side that is not a date is `..` (open) or empty (unknown)."""

    first: SingleDate | str
    last: SingleDate | str


class SetRange(NamedTuple):
    """`A..B` within brackets; None is open on that side."""

    first: SingleDate | None
    last: SingleDate | None


class DateSet(NamedTuple):
    """`[…]`, one of its members, or `{…}`, all of them."""

    members: tuple[SingleDate | SetRange, ...]
    every: bool


Form = SingleDate | Interval | DateSet

FARTHEST_DAY = 10**30
"""The day by which a date sorts that names no day at all: after every other."""
NO_DATE = "none"
"""The precision of what has no date."""
UNDATED_WORDS = (
    "unknown", "undated", "no date", "date unknown", "unknown date", "not dated", "n.d", "nd", "n. d",  # no words: read
    "inconnue", "inconnu", "sans date", "date inconnue", "non daté", "non datée",  # no words: read
    "non date", "non datee",  # no words: read
    "s.d", "sd", "s. d",
)  # fmt: skip
"""The words for a date that is not known, in small letters and without a stop at the end."""
_NO_TIME = DAY
"""A time of day is more precise than none, hence comes first."""


class Date(NamedTuple):
    """The time when something happened, as precisely as it is known and no more."""

    text: str
    """As written, without the white space around it."""
    start: DaySpan
    """The days in which its start may lie."""
    end: DaySpan
    """The days in which its last day may lie; the same as `start` for a point."""
    precision: str
    """The unit within which its place is unknown; of an interval or set the coarsest."""
    interval: bool
    """Written with `/` or as `{…}`."""
    approximate: bool
    """Carries `~` or `%` anywhere."""
    uncertain: bool
    """Carries `?` or `%` anywhere."""
    time: str | None
    """The time of day of its start as written (`22:00`, `22:00:30+01:00`), local to the text."""

    @property
    def end_time(self) -> str | None:
        """The time of day of its end as written; of a point the same as that of its start."""
        if not self.interval:
            return self.time
        last = self.form[1] if "T" in self.text else None
        return last.time or None if isinstance(last, SingleDate) else None

    @property
    def instant(self) -> int | None:
        """The seconds in UTC, from day 0, at which it starts; None when it has no time, or one without an offset."""
        return None if self.time is None or self.start.begin is None else instant(self.start.begin, self.time)

    @property
    def form(self) -> Form:
        """The parts of the date as it is written; the text is taken apart when they are asked for."""
        return _NO_FORM if self.is_undated else _form(self.text)

    @property
    def is_undated(self) -> bool:
        """True when the date is none: nothing is known of when."""
        return self.precision == NO_DATE

    @property
    def earliest(self) -> int | None:
        """The first day on which it may start."""
        return self.start.begin

    @property
    def latest(self) -> int | None:
        """The last day on which it may end."""
        return None if self.end.end is None else self.end.end - 1

    @property
    def doubt(self) -> str:
        """The marks it carries, as one: `` ~ ? %``."""
        return ("%" if self.uncertain else "~") if self.approximate else "?" if self.uncertain else ""

    @property
    def certain_day(self) -> int | None:
        """The one day that it is, when there is one and no doubt about it."""
        begin, end = self.start
        if self.interval or self.doubt or begin is None or end is None or end - begin != 1:
            return None
        return begin

    @property
    def is_vague(self) -> bool:
        """True when the date is anything but one certain day."""
        return self.certain_day is None

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """Earliest start (else latest day), fewer days for the start, points first, time of day.

        A start with a time comes before all without one; `in_time_order` knows of offsets too.
        """
        _, (begin, end), _, _, interval, _, _, time = self
        if begin is not None and end is not None:
            key, width = begin, end - begin
        else:
            key, width = self._open_key()
        if time is None:
            return key, width, int(interval), _NO_TIME
        return key, width, 0, min(seconds_of_day(time), DAY - 1)

    def _open_key(self) -> tuple[int, int]:
        """Key and width of a date whose start is open on a side: the date that is written decides."""
        if self.start.begin is not None:
            return self.start.begin, _width(dates_in_form(self.form)[0].span)
        if self.latest is not None:
            return self.latest, _width(dates_in_form(self.form)[-1].span)
        return FARTHEST_DAY, int(self.is_undated)


def _width(span: DaySpan) -> int:
    return 0 if span.begin is None or span.end is None else span.end - span.begin


def dates_in_form(form: Form) -> list[SingleDate]:
    """Every date that is written in a form, in order."""
    if isinstance(form, SingleDate):
        return [form]
    if isinstance(form, Interval):
        return [side for side in form if isinstance(side, SingleDate)]
    found: list[SingleDate] = []
    for item in form.members:
        found += [item] if isinstance(item, SingleDate) else [side for side in item if side is not None]
    return found


_OPEN = DaySpan(None, None)
_NO_FORM = Interval("", "")
_UNMARKED = frozenset({("", "", "")})


@lru_cache(maxsize=1024)
def _form(text: str) -> Form:
    return _read(text).form


def parse_strict_edtf(text: str) -> Date:
    """Read a date as the standard has it; the error of one that is wrong knows no cure for words."""
    return _date(text, *_read(text))


def undated(text: str = "") -> Date:
    """No date: it comes after all that are one; `text` is how a file says so."""
    return Date(text, _OPEN, _OPEN, NO_DATE, False, False, False, None)


def strict_edtf_or_none(text: str) -> Date | None:
    """The same, but None for a text that is no date."""
    try:
        return parse_strict_edtf(text)
    except DateError:
        return None


class _Parsed(NamedTuple):
    """The reading of a text by the grammar."""

    start: DaySpan
    end: DaySpan
    form: Form
    time: str | None = None


def _read(text: str) -> _Parsed:
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "T" in text:
        return _timed(text)
    form = parse_single_date(text)
    return _Parsed(form.span, form.span, form)


def _date(text: str, start: DaySpan, end: DaySpan, form: Form, time: str | None) -> Date:
    written = dates_in_form(form)
    marks = {one.marks for one in written} - _UNMARKED
    approximate = uncertain = False
    if marks:
        joined = "".join(map("".join, marks))
        approximate, uncertain = "~" in joined or "%" in joined, "?" in joined or "%" in joined
    if len(units := {one.precision for one in written}) == 1:
        (precision,) = units
    else:
        precision = max(units, key=coarseness, default="unknown")
    interval = isinstance(form, Interval) or (isinstance(form, DateSet) and form.every)
    return Date(text, start, end, precision, interval, approximate, uncertain, time)


def _timed(text: str) -> _Parsed:
    form = _at_time(text)
    return _Parsed(form.span, form.span, form, form.time)


def _at_time(text: str, at: int = 0) -> SingleDate:
    """A day and a time of day, which is kept and never moves the day (EDTF level 0)."""
    day, _, time = text.partition("T")
    form = parse_single_date(day, at)
    if form.precision != "day" or any(form.marks):
        raise DateError(worded("a time of day needs a plain day before it"), at, len(day))
    if not is_time(time):
        raise wrong_time(time, at + len(day) + 1)
    return form._replace(time=time, precision="second" if time[5:6] == ":" else "minute")


def _interval(text: str) -> _Parsed:
    """`A/B`, each side a date, `..` or blank (EDTF level 1, extended interval), or a day with a time of day."""
    one, _, other = text.partition("/")
    if "/" in other:
        raise DateError(worded("an interval has one slash"), len(one) + 1 + other.index("/"), 1)
    if not one and not other:
        raise DateError(worded("an interval needs a date or .. on one side"), 0, len(text))
    first, last = _side(one, 0), _side(other, len(one) + 1)
    start = first.span if isinstance(first, SingleDate) else _OPEN
    end = last.span if isinstance(last, SingleDate) else _OPEN
    if first == "" and isinstance(last, SingleDate):
        start = DaySpan(None, end.end)
    if last == "" and isinstance(first, SingleDate):
        end = DaySpan(start.begin, None)
    _in_order(start, end, len(text))
    _written_alike(text, first, last)
    if not isinstance(first, SingleDate) or not first.time:
        return _Parsed(start, end, Interval(first, last))
    if isinstance(last, SingleDate) and last.time and _runs_back(first, last):
        raise DateError(worded("ends before it begins"), 0, len(text))
    return _Parsed(start, end, Interval(first, last), first.time)


def _written_alike(text: str, first: SingleDate | str, last: SingleDate | str) -> None:
    """Refuse a long year beside one of four digits, as all implementations do, but for one with an exponent."""
    years = [side.year if isinstance(side, SingleDate) else "" for side in (first, last)]
    long = [year[:1] == "Y" and "E" not in year for year in years]
    if not all(years) or any("E" in year for year in years) or long[0] == long[1]:
        return
    year = years[long.index(True)]
    digits = year.rstrip("0")
    zeros = len(year) - len(digits)
    hint = worded("did you mean {date}?", date=text.replace(year, f"{digits}E{zeros}")) if zeros else None
    message = worded("a year with a Y and one of four digits make no interval")
    raise DateError(message, text.index(year), len(year), hint)


def _runs_back(first: SingleDate, last: SingleDate) -> bool:
    """True when the last time is before the first: by instants where both have an offset, else by the clock."""
    begin, end = first.span.begin or 0, last.span.begin or 0
    start, stop = instant(begin, first.time), instant(end, last.time)
    if start is not None and stop is not None:
        return stop < start
    return begin == end and seconds_of_day(last.time) < seconds_of_day(first.time)


def _side(text: str, at: int) -> SingleDate | str:
    if text in ("", ".."):
        return text
    if text[0] in "[{" or text[-1] in "]}":
        raise DateError(worded("brackets have no place in an interval"), at, len(text))
    return _at_time(text, at) if "T" in text else parse_single_date(text, at)


def _in_order(start: DaySpan, end: DaySpan, length: int, at: int = 0) -> None:
    if start.begin is not None and end.end is not None and end.end <= start.begin:
        raise DateError(worded("ends before it begins"), at, length)


def _set(text: str) -> _Parsed:
    """`[…]`, a point on one of its members, or `{…}`, from the first of them to the last (EDTF level 2)."""
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 2:
        raise DateError(worded("{opening} is not closed by {closing}", opening=text[0], closing=closing), len(text), 0)
    inner = text[1:-1]
    if not inner:
        raise DateError(worded("the brackets hold no date"), 0, 2)
    items: list[SingleDate | SetRange] = []
    at, parts = 1, inner.split(",")
    for i, part in enumerate(parts):
        items.append(_item(part, at, is_first=i == 0, is_last=i == len(parts) - 1))
        at += len(part) + 1
    if len(items) == 1 and isinstance(items[0], SingleDate):
        quoted = f'"{inner}"' if inner[-1] == "?" else inner
        raise DateError(worded("one date needs no brackets"), 0, len(text), worded("did you mean {date}?", date=quoted))
    form = DateSet(tuple(items), closing == "}")
    return _Parsed(*_reach(form), form)


def _item(text: str, at: int, is_first: bool, is_last: bool) -> SingleDate | SetRange:
    """A member of a set: a date or `A..B`, open only at the outside of the set."""
    one, dots, other = text.partition("..")
    if not dots:
        return parse_single_date(text, at)
    if not one and not other:
        raise DateError(worded(".. needs a date on one side"), at, 2)
    if (not one and not is_first) or (not other and not is_last):
        raise DateError(worded("only the first and the last of a set may be open"), at, len(text))
    first = parse_single_date(one, at) if one else None
    last = parse_single_date(other, at + len(one) + 2) if other else None
    if first is not None and last is not None:
        _in_order(first.span, last.span, len(text), at)
    return SetRange(first, last)


def _reach(form: DateSet) -> tuple[DaySpan, DaySpan]:
    """The bounds of start and end of a set, whatever the order its members are written in."""
    sides = [(item, item) if isinstance(item, SingleDate) else (item.first, item.last) for item in form.members]
    firsts = [_OPEN if first is None else first.span for first, _ in sides]
    lasts = [_OPEN if last is None else last.span for _, last in sides]
    if form.every:
        return min(firsts, key=_begins), max(lasts, key=_ends)
    hull = DaySpan(min(firsts, key=_begins).begin, max(lasts, key=_ends).end)
    return hull, hull


def _begins(span: DaySpan) -> tuple[int, int, int]:
    """A key by which the span that begins first comes first, open before all."""
    if span.begin is None or span.end is None:
        return 0, 0, 0
    return 1, span.begin, span.end


def _ends(span: DaySpan) -> tuple[int, int, int]:
    """A key by which the span that ends last comes last, open after all."""
    if span.begin is None or span.end is None:
        return 1, 0, 0
    return 0, span.end, span.begin
