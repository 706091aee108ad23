"""The phrases of dates in Dutch: no articles but those of ordinals and decades, and `tot en met` for a last day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.core.dates.edtf_member import Season
from tui.core.dates.phrases.phrases_en import English, Noun, listed


class Dutch(English):
    """The names of dates in Dutch."""

    months = (
        "januari", "februari", "maart", "april", "mei", "juni", "juli",
        "augustus", "september", "oktober", "november", "december",
    )  # fmt: skip
    short_months = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    weekdays = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    short_weekdays = ("ma", "di", "wo", "do", "vr", "za", "zo")
    or_, and_, in_ = "of", "en", "in"
    quarter_letter, semester_letter = "K", "H"
    unknown_start, unknown_end = "begin onbekend", "einde onbekend"
    no_start, no_end = "zonder begin", "zonder einde"
    undated = "zonder datum"
    _ordinals = ("eerste", "tweede", "derde", "vierde")
    _seasons: ClassVar[dict[str, str]] = {"spring": "lente", "summer": "zomer", "autumn": "herfst", "winter": "winter"}
    _units: ClassVar[dict[str, str]] = {
        "quarter": "kwartaal",
        "quadrimester": "periode van vier maanden",
        "semester": "halfjaar",
    }
    _sides: ClassVar[dict[str, str]] = {"": "", "north": " (noordelijk halfrond)", "south": " (zuidelijk halfrond)"}
    _parts: ClassVar[dict[str, str]] = {"year": "jaar", "month": "maand", "day": "dag", "season": "seizoen"}
    _doubts = (("~", "bij benadering"), ("?", "onzeker"), ("%", "onzeker en bij benadering"))

    def nth(self, number: int) -> str:
        return f"de {number}e"

    def number(self, value: int) -> str:
        return f"{value:,}".replace(",", ".")

    def year(self, year: int) -> str:
        if year <= 0:
            return f"{self._count(1 - year)} v.Chr."
        return str(year) if 1000 <= year <= 9999 else f"{self._count(year)} n.Chr."

    def short_year(self, year: int) -> str:
        if year <= 0:
            return f"{1 - year} vC"
        return str(year) if year >= 1000 else f"{year} nC"

    far_units = ((10**12, "bln"), (10**9, "mld"), (10**6, "mln"), (10**3, "k"))

    def decimal(self, value: float) -> str:
        return super().decimal(value).translate({ord(","): ".", ord("."): ","})

    def far_year(self, amount: str, year: int) -> str:
        return f"{amount} vC" if year <= 0 else f"{amount} nC"

    def years(self, first: int, last: int) -> str:
        if first <= 0 and last <= 0:
            return f"{self._count(1 - first)} en {self._count(1 - last)} v.Chr."
        if first > 9999:
            return f"{self.number(first)} en {self.number(last)} n.Chr."
        return f"{self.year(first)} en {self.year(last)}"

    def decade(self, first: int) -> Noun:
        return Noun(f"de jaren {first}")

    def short_decade(self, first: int) -> str:
        return f"jaren {first}"

    def some_year(self, first: int, last: int) -> Noun:
        return Noun(f"een jaar tussen {self.years(first, last)}", "indefinite")

    def estimated(self, noun: Noun, year: int) -> Noun:
        return noun._replace(text=f"{noun.text}, geschat op {self.year(year)}")

    def of_some_year(self, first: int, last: int, is_decade: bool) -> str:
        return f" van een jaar in de jaren {first}" if is_decade else f" van een jaar tussen {self.years(first, last)}"

    def unknown_year(self, negative: bool) -> tuple[Noun, str]:
        era = " v.Chr." if negative else ""
        return Noun(f"een onbekend jaar{era}", "indefinite"), f" van een onbekend jaar{era}"

    def written_year(self, pattern: str) -> tuple[Noun, str]:
        return Noun(f"een jaar geschreven als {pattern}", "indefinite"), f" van een jaar geschreven als {pattern}"

    def season(self, season: Season, year: str) -> Noun:
        if season.unit == "season":
            return Noun(f"{self._seasons[season.name]}{year}{self._sides[season.side]}")
        year = year if year.startswith(" van ") else f" van{year}"
        return Noun(f"{self._ordinals[season.ordinal - 1]} {self._units[season.unit]}{year}")

    def season_name(self, season: Season) -> str:
        return self._seasons[season.name]

    def some_day(self, within: str) -> Noun:
        return Noun(f"een dag in {within.removeprefix(' van ').strip()}", "indefinite")

    def some_month(self, first: int, last: int, year: str) -> Noun:
        if (first, last) == (1, 12):
            year = year if year.startswith(" van ") else f" van{year}"
            return Noun(f"een maand{year}", "indefinite")
        return Noun(f"een van de maanden {self.months[first - 1]} tot {self.months[last - 1]}{year}", "indefinite")

    def nth_of(self, days: Sequence[int], month: str) -> Noun:
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return Noun(f"tussen {self.nth(days[0])} en {self.nth(days[-1])} van {month}", "indefinite")
        return Noun(f"{listed([self.nth(day) for day in days], self.or_)} van {month}", "indefinite")

    def days_of(self, days: Sequence[int], month: str) -> Noun:
        if len(days) > 1 and days[-1] - days[0] == len(days) - 1:
            return Noun(f"tussen {self.day(days[0])} en {self.day(days[-1])} {month}", "indefinite")
        return super().days_of(days, month)

    def partly(self, parts: Sequence[tuple[str, str]]) -> str:
        return super().partly([(self._parts[name], mark) for name, mark in parts])

    def alone(self, noun: Noun) -> str:
        doubt = {"": "", "~": "rond ", "?": "misschien ", "%": "misschien rond "}[noun.mark]
        return f"{doubt}{noun.text}{noun.remark}"

    def by(self, noun: Noun) -> str:
        return f"uiterlijk {self.alone(noun)}"

    def not_before(self, noun: Noun) -> str:
        return f"{self.alone(noun)} of later"

    def between(self, first: Noun, last: Noun) -> str:
        return f"tussen {self._after_word(first)} en {self._after_word(last)}"

    def since(self, noun: Noun) -> str:
        return f"vanaf {self._after_word(noun)}"

    def starting(self, noun: Noun) -> str:
        return self.since(noun)

    def until(self, noun: Noun) -> str:
        return f"tot en met {self._after_word(noun)}"

    def _after_word(self, noun: Noun) -> str:
        """The date behind a preposition, beside which `rond` would be a second one."""
        return self.alone(noun).replace("rond ", "ongeveer ", 1) if noun.mark in ("~", "%") else self.alone(noun)
