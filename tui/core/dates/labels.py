"""Dates as short as a column of the timeline: the year stands in a column of its own."""

from __future__ import annotations

from functools import cache

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date, DateSet, Interval, SetRange, dates_in_form
from tui.core.dates.edtf_member import (
    SEASONS,
    Season,
    SingleDate,
    both,
    days_fitting,
    months_fitting,
    year_number,
    year_range,
)
from tui.core.dates.phrases.phrases_en import English
from tui.core.text.cells import Measure

WIDTH = 12
"""The most cells that a label takes."""
YEAR_WIDTH = 18
"""The most cells that a year takes; one of four digits takes half."""
EXACT, ROUNDED, ROUGH = 7, 3, 2
"""The digits to which a far year is rounded where there is room, and where there is less."""

_DRAWN = {"≤": "<=", "≥": ">=", "–": "-", "…": "..."}
"""The ASCII for the signs that a label draws; letters are text and stay."""
_BARE = str.maketrans("éèû", "eeu")
"""The accents of short months, for a page whose encoding lacks them: an escape would take half of the column."""


@cache
def phrases(language: str) -> English:
    """The phrases of a language (`fr`, `fr_BE`, `nl-BE`); English for one that has none here."""
    if language[:2].lower() == "fr":
        from tui.core.dates.phrases.phrases_fr import French  # only who reads French needs it

        return French()
    if language[:2].lower() == "nl":
        from tui.core.dates.phrases.phrases_nl import Dutch

        return Dutch()
    return English()


def start_label(date: Date, language: str, ascii: bool = False, measure: Measure = len) -> str:  # noqa: A002 - the option
    """The day of its start: `18 Aug`, `~21 Aug`, `≤15 Nov`, `21–25 Aug`, `in 2026`; `…` when open.

    `ascii` draws its signs in ASCII; a letter that takes more than a cell by `measure` then loses its accent.
    """
    return _first_fitting(_candidates(date, phrases(language), is_end=False), ascii, measure)


def end_label(date: Date, language: str, ascii: bool = False, measure: Measure = len) -> str:  # noqa: A002 - the option
    """The day of its end; of a point the same as that of its start."""
    return _first_fitting(_candidates(date, phrases(language), is_end=True), ascii, measure)


def both_ends_label(date: Date, language: str, ascii: bool = False, measure: Measure = len) -> str:  # noqa: A002 - the option
    """The days of both ends of an interval: `1–15 Apr`, `1 Apr–15 May`, `1 Apr–15 Jan ’21`, `2020–2025`."""
    first, last = (label(date, language, ascii, measure) for label in (start_label, end_label))
    begun, ended = (year_month_day(day)[0] for day in (date.earliest or 0, date.latest or 0))
    dash, apostrophe = ("-", "'") if ascii else ("–", "’")
    if str(ended) in last:
        return f"{year_label(begun, language) if str(begun) in first else first}{dash}{year_label(ended, language)}"
    if begun != ended:
        is_plain = begun >= 1000 and ended < 10_000
        year = f"{apostrophe}{ended % 100:02}" if is_plain else year_label(ended, language)
        return f"{first}{dash}{last} {year}"
    day, _, month = first.partition(" ")
    joint = f" {dash} " if dash in first + last else dash  # `1–9 – 20–29 Apr`: each end is several days
    return f"{day if month and last.endswith(f' {month}') else first}{joint}{last}"


def in_cells(text: str, measure: Measure) -> str:
    """A label of which each letter takes a cell: where one takes more, it loses its accent."""
    return text if measure(text) == len(text) else text.translate(_BARE)


def year_label(year: int, language: str) -> str:
    """A year for a column: `2025`, `44 BC`, `13.8 bn BC`."""
    return _short_year(year, phrases(language))


def _short_year(year: int, say: English, digits: int = EXACT) -> str:
    return say.short_year(year) if -9999 <= year <= 9999 else _far_year(year, say, digits)


def _far_year(year: int, say: English, digits: int) -> str:
    """A year that nobody counts one by one: in thousands or millions, with its era."""
    units = say.far_units if digits == ROUGH else say.far_units[:-1]
    size, unit = next(((size, unit) for size, unit in units if abs(year) >= size), (1, ""))
    if size == 1:
        amount = say.number(abs(year) if year % 1000 == 0 else 1 - year if year < 0 else year)
    else:
        whole = len(str(abs(year) // size))
        amount = f"{say.decimal(round(abs(year) / size, max(0, digits - whole)))} {unit}"
    return say.far_year(amount.replace("\N{NO-BREAK SPACE}", " "), year)


def _first_fitting(candidates: list[str], ascii: bool, measure: Measure) -> str:  # noqa: A002 - the option
    """The first that is narrow enough; the last is always."""
    if ascii:
        candidates = ["".join(_DRAWN.get(char, char) for char in text) for text in candidates]
        candidates = [in_cells(text, measure) for text in candidates]
    return next((text for text in candidates if len(text) <= WIDTH), candidates[-1][:WIDTH])


def _candidates(date: Date, say: English, is_end: bool) -> list[str]:
    """The labels that a date may have, best first."""
    form = date.form
    if date.is_undated:
        return [say.undated]
    if isinstance(form, SingleDate):
        return _named(form, say)
    if isinstance(form, Interval):
        side = form.last if is_end else form.first
        return _named(side, say) if isinstance(side, SingleDate) else ["…" if side == ".." else "?"]
    return _of_choice(form, say, is_end)


def _of_choice(form: DateSet, say: English, is_end: bool) -> list[str]:
    written = dates_in_form(form)
    first = min(written, key=lambda member: member.span.begin or 0)
    last = max(written, key=lambda member: member.span.end or 0)
    stretches = [item for item in form.members if isinstance(item, SetRange)]
    no_start = any(item.first is None for item in stretches)
    no_end = any(item.last is None for item in stretches)
    if form.every:
        return ["…"] if (no_end if is_end else no_start) else _named(last if is_end else first, say)
    if no_start and no_end:
        return ["…"]
    if no_start:
        return ["≤" + text for text in _named(last, say, bare=True)]
    if no_end:
        return ["≥" + text for text in _named(first, say, bare=True)]
    return _between(first, last, say)


def _between(first: SingleDate, last: SingleDate, say: English) -> list[str]:
    """One day between two: the month once when they share it, numbers when names are too wide."""
    ones, others = _named(first, say, bare=True), _named(last, say, bare=True)
    pairs = [f"{one}–{other}" for one, other in ((ones[0], others[0]), (ones[-1], others[-1]))]
    begin, end = first.span.begin or 0, last.span.end or 0
    years = f"{_year(begin, say)}–{_year(end - 1, say)}"
    if first.precision == last.precision == "day" and first[2:4] == last[2:4]:
        return [f"{_mark(first)}{say.day(int(first.day))}–{others[0]}", pairs[1], f"≥{ones[-1]}"]
    if first.month and last.month and end - begin > 366:
        return [years, f"≥{ones[-1]}"]
    return [*pairs, years, f"≥{ones[-1]}"]


def _year(day: int, say: English) -> str:
    return _short_year(year_month_day(day)[0], say)


def _mark(member: SingleDate) -> str:
    """The doubt about any part of it."""
    year, month, day = member.marks
    return both(both(year, month), day)


def _named(member: SingleDate, say: English, bare: bool = False) -> list[str]:
    """One date with its doubt before it; `bare` leaves out the `in` of a year."""
    mark = _mark(member)
    is_year = member.month in ("", "XX")
    texts = _year_texts(member, say) if is_year else _within_year(member, say)
    if is_year and member.precision == "year" and not (mark or bare):
        texts = [f"{say.in_} {texts[0]}", *texts]
    elif not is_year and "X" in member.year:
        texts = [*(f"{text} {member.year}" for text in texts), member.year]
    return [mark + text for text in texts]


def _year_texts(member: SingleDate, say: English) -> list[str]:
    """One year without its doubt, wide to narrow; of one with significant digits the range, else itself."""
    if "X" not in member.year:
        number = year_number(member.year)
        years = list(dict.fromkeys(_short_year(number, say, digits) for digits in (EXACT, ROUNDED, ROUGH)))
        if member.precision == "year" or not member.significant:
            return years
        begin, end = member.span
        return [f"{_year(begin or 0, say)}–{_year((end or 0) - 1, say)}", *years]
    reach = year_range(member.year)
    if reach is None or reach[0] < 1000:
        return [member.year]
    return [say.short_decade(reach[0]) if reach[1] - reach[0] == 9 else f"{reach[0]}–{reach[1]}"]


def _within_year(member: SingleDate, say: English) -> list[str]:
    """The month, season or day of a date."""
    if member.month.isdigit() and int(member.month) in SEASONS:
        return [_season(SEASONS[int(member.month)], say)]
    months = [int(member.month)] if member.month.isdigit() else [*months_fitting(member.month)]
    joint = "–" if len(months) > 2 else "/"
    ends = months if len(months) == 1 else [months[0], months[-1]]
    month = joint.join(say.short_months[number - 1] for number in ends)
    if member.day in ("", "XX") or len(months) > 1:
        return [month]
    days = [int(member.day)] if member.day.isdigit() else days_fitting(member, months)
    joint = "–" if len(days) > 1 and days[-1] - days[0] == len(days) - 1 else "/"
    shown = [days[0], days[-1]] if joint == "–" else days
    day = joint.join(say.day(one) for one in shown)
    return [f"{day} {month}", f"{days[0]}/{months[0]}" if len(days) == 1 else month]


def _season(season: Season, say: English) -> str:
    """`spring`, `Q1`, `Jan–Apr`, `H1`."""
    if season.unit == "season":
        return say.season_name(season) + {"": "", "north": " N", "south": " S"}[season.side]
    if season.unit == "quadrimester":
        return f"{say.short_months[season.month - 1]}–{say.short_months[season.month + season.months - 2]}"
    return f"{say.quarter_letter if season.unit == 'quarter' else say.semester_letter}{season.ordinal}"
