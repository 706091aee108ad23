"""The distance of a day from today, in the reader's words."""

from __future__ import annotations

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date

NEAR = {
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
    "fr": {-1: "hier", 0: "aujourd’hui", 1: "demain"},
    "nl": {-1: "gisteren", 0: "vandaag", 1: "morgen"},
}
"""Days for which a language has a word of its own, by the languages that jalon speaks."""

SHARP = 31
"""Days within which a date has to be known for a distance to say anything."""


def distance(date: Date, today: int, language: str) -> str:
    """`11 months ago`, `in 3 weeks`; empty for a date that is too vague, or beyond the years 1 to 9999."""
    earliest, latest = date.earliest, date.latest
    if date.interval or earliest is None or latest is None or latest - earliest > SHARP:
        return ""
    day = latest if latest < today else max(earliest, min(latest, today))
    language = language if language in NEAR else "en"  # as all words of jalon's
    words = NEAR[language]
    if day - today in words:
        return words[day - today]
    if not all(1 <= year_month_day(one)[0] <= 9999 for one in (day, today)):
        return ""
    import pendulum  # 50 ms, and only a reader who opens an event whole pays for it

    between = pendulum.date(*year_month_day(day)).diff(pendulum.date(*year_month_day(today)))
    return str(pendulum.format_diff(between, is_now=True, absolute=False, locale=language))
