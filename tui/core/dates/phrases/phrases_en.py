"""The phrases of dates: names, joints, and what doubt is called; English here, other languages beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.dates.edtf_member import Season


class Noun(NamedTuple):
    """A date as a noun: what to call it, and how a preposition takes it."""

    text: str
    kind: str = ""
    """`day` (le 25 août), `masculine` (le printemps), `vowel` (l’été), `plural` (les années 2020),
    `indefinite` (un jour de décembre), or empty (août, 2025)."""
    mark: str = ""
    """The doubt about the whole: empty or one of ~ ? %."""
    remark: str = ""
    """The doubt about a part of it, in brackets."""


def listed(items: Sequence[str], last: str) -> str:
    """`a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


class English:
    """The names of dates in English."""

    months = (
        "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    )  # fmt: skip
    short_months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    short_weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    or_, and_, in_ = "or", "and", "in"
    quarter_letter, semester_letter = "Q", "H"
    unknown_start, unknown_end = "start unknown", "end unknown"
    no_start, no_end = "without start", "without end"
    undated = "undated"
    _ordinals = ("first", "second", "third", "fourth")
    _doubts: tuple[tuple[str, str], ...] = (
        ("~", "approximate"),
        ("?", "uncertain"),
        ("%", "uncertain and approximate"),
    )

    def day(self, number: int) -> str:
        """A day of the month."""
        return str(number)

    def clock(self, hour: int, minute: int) -> str:
        """A time of day."""
        return f"{hour:02}:{minute:02}"

    def nth(self, number: int) -> str:
        """A day of the month that is not named."""
        ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"the {number}{ending}"

    def number(self, value: int) -> str:
        """A number with its thousands set apart."""
        return f"{value:,}"

    def year(self, year: int) -> str:
        """An astronomical year, 0 being 1 BC."""
        if year <= 0:
            return f"{self._count(1 - year)} BC"
        return str(year) if 1000 <= year <= 9999 else f"AD {self._count(year)}"

    def short_year(self, year: int) -> str:
        """The same for a narrow column."""
        return self.year(year)

    far_units = ((10**12, "tn"), (10**9, "bn"), (10**6, "M"), (10**3, "k"))
    """The units in which far years are told, the greatest first; the last where room is scarce."""

    def decimal(self, value: float) -> str:
        """A number with as many decimals as it has."""
        return f"{value:,.6f}".rstrip("0").rstrip(".")

    def far_year(self, amount: str, year: int) -> str:
        """An amount of years with the era of a year."""
        return f"{amount} BC" if year <= 0 else f"AD {amount}"

    def _count(self, year: int) -> str:
        return self.number(year) if year > 9999 else str(year)

    def years(self, first: int, last: int) -> str:
        """A range of years: the era once when both share it."""
        if first <= 0 and last <= 0:
            return f"{self._count(1 - first)} and {self._count(1 - last)} BC"
        if first > 9999:
            return f"AD {self.number(first)} and {self.number(last)}"
        return f"{self.year(first)} and {self.year(last)}"

    def decade(self, first: int) -> Noun:
        """The ten years from a year that ends in 0."""
        return Noun(f"the {first}s")

    def short_decade(self, first: int) -> str:
        """The same for a narrow column."""
        return f"{first}s"

    def some_year(self, first: int, last: int) -> Noun:
        """One year of a range."""
        return Noun(f"some year between {self.years(first, last)}", "indefinite")

    def estimated(self, noun: Noun, year: int) -> Noun:
        """A year of which only the first digits count."""
        return noun._replace(text=f"{noun.text}, estimated as {self.year(year)}")

    def of_some_year(self, first: int, last: int, is_decade: bool) -> str:
        """The words behind a day or month of such a year."""
        return f" of a year in the {first}s" if is_decade else f" of a year between {self.years(first, last)}"

    def unknown_year(self, negative: bool) -> tuple[Noun, str]:
        """A year of which no digit is known, and what follows a day or month of it."""
        era = " BC" if negative else ""
        return Noun(f"an unknown year{era}", "indefinite"), f" of an unknown year{era}"

    def written_year(self, pattern: str) -> tuple[Noun, str]:
        """A year with a gap before its end, and what follows a day or month of it."""
        return Noun(f"a year written {pattern}", "indefinite"), f" of a year written {pattern}"

    def season(self, season: Season, year: str) -> Noun:
        """A part of a year; `year` is what follows it, with its space."""
        if season.unit == "season":
            side = f" ({season.side}ern hemisphere)" if season.side else ""
            return Noun(f"{season.name}{year}{side}")
        year = year if year.startswith(" of ") else f" of{year}"
        name = "half" if season.unit == "semester" else season.unit
        return Noun(f"{self._ordinals[season.ordinal - 1]} {name}{year}")

    def season_name(self, season: Season) -> str:
        """The name of one of the four seasons."""
        return season.name

    def some_day(self, within: str) -> Noun:
        """A day of a month or year that is known."""
        return Noun(f"some day in {within.removeprefix(' of ').strip()}", "indefinite")

    def some_month(self, first: int, last: int, year: str) -> Noun:
        """A month of a year, not named, from first to last."""
        if (first, last) == (1, 12):
            year = year if year.startswith(" of ") else f" of{year}"
            return Noun(f"some month{year}", "indefinite")
        months = f"{self.months[first - 1]} to {self.months[last - 1]}"
        return Noun(f"one of the months {months}{year}", "indefinite")

    def nth_of(self, days: Sequence[int], month: str) -> Noun:
        """Days of a month that is not named."""
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return Noun(f"between {self.nth(days[0])} and {self.nth(days[-1])} of {month}", "indefinite")
        return Noun(f"{listed([self.nth(day) for day in days], self.or_)} of {month}", "indefinite")

    def days_of(self, days: Sequence[int], month: str) -> Noun:
        """Some of the days of a month that is named."""
        if len(days) == 1:
            return Noun(f"{self.day(days[0])} {month}", "day")
        if days[-1] - days[0] == len(days) - 1:
            return Noun(f"between {self.day(days[0])} and {self.day(days[-1])} {month}", "indefinite")
        return Noun(f"{listed([self.day(day) for day in days], self.or_)} {month}", "indefinite")

    def partly(self, parts: Sequence[tuple[str, str]]) -> str:
        """The doubt about some parts of a date: pairs of part and mark."""
        said = []
        for mark, adjective in self._doubts:
            names = [name for name, its in parts if its == mark]
            if names:
                said.append(f"{listed(names, self.and_)} {adjective}")
        return f" ({', '.join(said)})"

    def alone(self, noun: Noun) -> str:
        """The noun with its doubt."""
        doubt = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}[noun.mark]
        return f"{doubt}{noun.text}{noun.remark}"

    def by(self, noun: Noun) -> str:
        """At the latest then."""
        return f"by {self.alone(noun)}"

    def not_before(self, noun: Noun) -> str:
        """At the earliest then."""
        return f"{self.alone(noun)} or later"

    def between(self, first: Noun, last: Noun) -> str:
        """At one time from the first to the last."""
        return f"between {self.alone(first)} and {self.alone(last)}"

    def from_to(self, first: Noun, last: Noun) -> str:
        """All the time from the first to the last."""
        return f"{self.alone(first)} – {self.alone(last)}"

    def since(self, noun: Noun) -> str:
        """From then on."""
        return f"from {self.alone(noun)} on"

    def starting(self, noun: Noun) -> str:
        """From then, for a while."""
        return f"from {self.alone(noun)}"

    def until(self, noun: Noun) -> str:
        """Up to then."""
        return f"until {self.alone(noun)}"
