"""Dates in the reader's words, precise about what is known: all days are inclusive."""

from __future__ import annotations

from functools import lru_cache

from tui.core.dates.calendar import weekday as weekday_of
from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date, DateSet, Interval, SetRange
from tui.core.dates.edtf_member import SEASONS, SingleDate, days_fitting, months_fitting, year_number, year_range
from tui.core.dates.labels import end_label, phrases, start_label, year_label
from tui.core.dates.phrases.phrases_en import English, Noun, listed

__all__ = ["clock", "day_in_words", "end_label", "in_words", "month_name", "start_label", "year_label"]


def month_name(month: int, language: str, short: bool = False) -> str:
    """`August`, or `Aug`; months from 1."""
    names = phrases(language)
    return (names.short_months if short else names.months)[month - 1]


def clock(minute: int, language: str) -> str:
    """A time of day, in minutes since midnight, as short as a mark on a ruler: `14:00`, `14 h`, `14 h 30`."""
    return phrases(language).clock(*divmod(minute, 60))


def day_in_words(day: int, language: str, weekday: bool = False, short: bool = False) -> str:
    """A day number as `22 November 2026`, `Sunday 22 November 2026`, `22 Nov 2026` or `Sun 22 Nov 2026`."""
    names = phrases(language)
    year, month, number = year_month_day(day)
    words = f"{names.day(number)} {month_name(month, language, short)} {names.year(year)}"
    if not weekday:
        return words
    return f"{(names.short_weekdays if short else names.weekdays)[weekday_of(day)]} {words}"


@lru_cache(maxsize=16_384)
def in_words(date: Date, language: str) -> str:
    """The whole date in words: `31 December 2025`, `by about 21 August 2025`, `vers le 25 août 2025`."""
    say = phrases(language)
    if date.is_undated:
        return say.undated
    if isinstance(date.form, SingleDate):
        return say.alone(_noun(date.form, say))
    if isinstance(date.form, Interval):
        return _interval(date.form, say)
    return _choice(date.form, say)


def _interval(form: Interval, say: English) -> str:
    first, last = form
    if isinstance(first, SingleDate):
        if isinstance(last, SingleDate):
            return say.from_to(*_pair(first, last, say))
        noun = _noun(first, say)
        return say.since(noun) if last == ".." else f"{say.starting(noun)}, {say.unknown_end}"
    if isinstance(last, SingleDate):
        until = say.until(_noun(last, say))
        return until if first == ".." else f"{until}, {say.unknown_start}"
    start = say.no_start if first == ".." else say.unknown_start
    end = say.no_end if last == ".." else say.unknown_end
    return f"{start}, {end}"


def _choice(form: DateSet, say: English) -> str:
    items = [_item(item, form.every, say) for item in form.members]
    return listed(items, say.and_ if form.every else say.or_)


def _item(item: SingleDate | SetRange, every: bool, say: English) -> str:
    if isinstance(item, SingleDate):
        return say.alone(_noun(item, say))
    first, last = item
    if first is None:
        noun = _noun(last, say) if last is not None else Noun("")
        return say.until(noun) if every else say.by(noun)
    if last is None:
        return say.since(_noun(first, say)) if every else say.not_before(_noun(first, say))
    pair = _pair(first, last, say)
    return say.from_to(*pair) if every else say.between(*pair)


def _pair(first: SingleDate, last: SingleDate, say: English) -> tuple[Noun, Noun]:
    """Two ends as nouns, the first without the year and month that it shares with the last."""
    end = _noun(last, say)
    if not (_is_plain(first) and _is_plain(last) and first.year == last.year) or first == last:
        return _noun(first, say), end
    month = say.months[int(first.month) - 1]
    if not first.day:
        return Noun(month), end
    day = say.day(int(first.day))
    shares = bool(last.day) and first.month == last.month
    return Noun(day if shares else f"{day} {month}", "day"), end


def _is_plain(member: SingleDate) -> bool:
    """True when it is a month or a day without any doubt or gap."""
    return member.precision in ("day", "month") and "X" not in member.day and not (any(member.marks) or member.time)


def _noun(member: SingleDate, say: English) -> Noun:
    """The name of one date, with its doubt."""
    written = member.marks[: 3 if member.day else 2 if member.month else 1]
    noun = _named(member, say)
    if member.time:
        return noun._replace(text=f"{noun.text}, {member.time}")
    if len(set(written)) == 1:
        return noun._replace(mark=written[0])
    middle = "season" if member.month.isdigit() and int(member.month) in SEASONS else "month"
    parts = [(name, mark) for name, mark in zip(("year", middle, "day"), written, strict=False) if mark]
    return noun._replace(remark=say.partly(parts))


def _named(member: SingleDate, say: English) -> Noun:
    """The name of one date, doubt aside."""
    year, tail = _year(member, say)
    if not member.month:
        return year
    if member.month.isdigit() and int(member.month) in SEASONS:
        return say.season(SEASONS[int(member.month)], _season_tail(member, tail))
    if member.month == "XX" and member.day == "XX":
        return say.some_day(tail)
    months = [*months_fitting(member.month)]
    named = len(months) <= 2
    if named:
        month = Noun(listed([say.months[number - 1] for number in months], say.or_) + tail)
    else:
        month = say.some_month(months[0], months[-1], tail)
    if not member.day:
        return month
    if member.day == "XX":
        return say.some_day(month.text)
    days = days_fitting(member, months)
    return say.days_of(days, month.text) if named else say.nth_of(days, month.text)


def _year(member: SingleDate, say: English) -> tuple[Noun, str]:
    """The year as a noun, and as what follows a month or a season of it."""
    written = member.year
    if "X" not in written:
        number = year_number(written)
        if member.precision == "year" or not member.significant:
            return Noun(say.year(number)), f" {say.year(number)}"
        return say.estimated(say.some_year(*_years(member)), number), ""
    if not written.strip("-X"):
        return say.unknown_year(negative=written[0] == "-")
    reach = year_range(written)
    if reach is None:
        return say.written_year(written)
    is_decade = reach[0] >= 1000 and reach[1] - reach[0] == 9
    noun = say.decade(reach[0]) if is_decade else say.some_year(*reach)
    return noun, say.of_some_year(*reach, is_decade)


def _years(member: SingleDate) -> tuple[int, int]:
    """The first and last year in which it may lie."""
    begin, end = member.span
    return year_month_day(begin or 0)[0], year_month_day((end or 0) - 1)[0]


def _season_tail(member: SingleDate, tail: str) -> str:
    """The year of a season, with the next one where it runs into that: `winter 2025–2026`."""
    season = SEASONS[int(member.month)]
    if season.month + season.months <= 13 or not member.year.isdigit() or int(member.year) < 1000:
        return tail
    return f"{tail}–{int(member.year) + 1}"
