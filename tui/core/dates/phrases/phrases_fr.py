"""The phrases of dates in French: articles, elisions and agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.core.dates.edtf_member import Season
from tui.core.dates.phrases.phrases_en import English, Noun, listed


class French(English):
    """The names of dates in French."""

    months = (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août", "septembre", "octobre", "novembre", "décembre",
    )  # fmt: skip
    short_months = (
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.",
        "août", "sept.", "oct.", "nov.", "déc.",
    )  # fmt: skip
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    short_weekdays = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
    or_, and_, in_ = "ou", "et", "en"
    quarter_letter, semester_letter = "T", "S"
    unknown_start, unknown_end = "début inconnu", "fin inconnue"
    no_start, no_end = "sans début", "sans fin"
    undated = "sans date"
    _ordinals = ("premier", "deuxième", "troisième", "quatrième")
    _seasons: ClassVar[dict[str, str]] = {
        "spring": "printemps",
        "summer": "été",
        "autumn": "automne",
        "winter": "hiver",
    }
    _units: ClassVar[dict[str, str]] = {
        "quarter": "trimestre",
        "quadrimester": "quadrimestre",
        "semester": "semestre",
    }
    _sides: ClassVar[dict[str, str]] = {
        "": "",
        "north": " (hémisphère nord)",
        "south": " (hémisphère sud)",
    }
    _parts: ClassVar[dict[str, str]] = {
        "year": "année",
        "month": "mois",
        "day": "jour",
        "season": "saison",
    }

    _adjectives = (
        ("~", (("approximatif", "approximative"),)),
        ("?", (("incertain", "incertaine"),)),
        ("%", (("incertain", "incertaine"), ("approximatif", "approximative"))),
    )

    def day(self, number: int) -> str:
        return "1er" if number == 1 else str(number)

    def clock(self, hour: int, minute: int) -> str:
        return f"{hour} h {minute:02}" if minute else f"{hour} h"

    def nth(self, number: int) -> str:
        return f"le {self.day(number)}"

    def number(self, value: int) -> str:
        return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")

    def year(self, year: int) -> str:
        if year <= 0:
            return f"{self._count(1 - year)} av. J.-C."
        return str(year) if 1000 <= year <= 9999 else f"{self._count(year)} apr. J.-C."

    def short_year(self, year: int) -> str:
        if year <= 0:
            return f"{1 - year} avJC" if year > -999 else f"{1 - year}avJC"
        return str(year) if year >= 1000 else f"{year} apJC"

    far_units = ((10**12, "Bn"), (10**9, "Md"), (10**6, "M"), (10**3, "k"))

    def decimal(self, value: float) -> str:
        return super().decimal(value).replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")

    def far_year(self, amount: str, year: int) -> str:
        return f"{amount} avJC" if year <= 0 else f"{amount} apJC"

    def years(self, first: int, last: int) -> str:
        if first <= 0 and last <= 0:
            return f"{self._count(1 - first)} et {self._count(1 - last)} av. J.-C."
        if first > 9999:
            return f"{self.number(first)} et {self.number(last)} apr. J.-C."
        return f"{self.year(first)} et {self.year(last)}"

    def decade(self, first: int) -> Noun:
        return Noun(f"les années {first}", "plural")

    def short_decade(self, first: int) -> str:
        return f"ann. {first}"

    def some_year(self, first: int, last: int) -> Noun:
        return Noun(f"une année entre {self.years(first, last)}", "indefinite")

    def estimated(self, noun: Noun, year: int) -> Noun:
        return noun._replace(text=f"{noun.text}, estimée à {self.year(year)}")

    def of_some_year(self, first: int, last: int, is_decade: bool) -> str:
        return f" d’une des années {first}" if is_decade else f" d’une année entre {self.years(first, last)}"

    def unknown_year(self, negative: bool) -> tuple[Noun, str]:
        era = " av. J.-C." if negative else ""
        return Noun(f"une année inconnue{era}", "indefinite"), f" d’une année inconnue{era}"

    def written_year(self, pattern: str) -> tuple[Noun, str]:
        return Noun(f"une année notée {pattern}", "indefinite"), f" d’une année notée {pattern}"

    def season(self, season: Season, year: str) -> Noun:
        if season.unit == "season":
            name = self._seasons[season.name]
            kind = "masculine" if name == "printemps" else "vowel"
            return Noun(f"{name}{year}{self._sides[season.side]}", kind)
        return Noun(f"{self._ordinals[season.ordinal - 1]} {self._units[season.unit]}{year}", "masculine")

    def season_name(self, season: Season) -> str:
        return self._seasons[season.name]

    def some_day(self, within: str) -> Noun:
        text = within.strip()
        text = text if text.startswith(("d’", "de ")) else self._of(text)
        return Noun(f"un jour {text}", "indefinite")

    def some_month(self, first: int, last: int, year: str) -> Noun:
        if (first, last) == (1, 12):
            year = year if year.startswith(" d’") else f" de{year}"
            return Noun(f"un mois{year}", "indefinite")
        months = f"{self._of(self.months[first - 1])} à {self.months[last - 1]}"
        return Noun(f"un des mois {months}{year}", "indefinite")

    def nth_of(self, days: Sequence[int], month: str) -> Noun:
        within = self._of(month)
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
            return Noun(f"entre {self.nth(days[0])} et {self.nth(days[-1])} {within}", "indefinite")
        return Noun(f"{listed([self.nth(day) for day in days], self.or_)} {within}", "indefinite")

    def days_of(self, days: Sequence[int], month: str) -> Noun:
        if len(days) == 1:
            return Noun(f"{self.day(days[0])} {month}", "day")
        if days[-1] - days[0] == len(days) - 1:
            return Noun(f"entre le {self.day(days[0])} et le {self.day(days[-1])} {month}", "indefinite")
        return Noun(f"{listed([f'le {self.day(day)}' for day in days], self.or_)} {month}", "indefinite")

    def partly(self, parts: Sequence[tuple[str, str]]) -> str:
        said = []
        for mark, adjectives in self._adjectives:
            names = [self._parts[name] for name, its in parts if its == mark]
            if names:
                feminine = all(name in ("année", "saison") for name in names)
                plural = "s" if len(names) > 1 else ""
                agreed = f" {self.and_} ".join(word[feminine] + plural for word in adjectives)
                said.append(f"{listed(names, self.and_)} {agreed}")
        return f" ({', '.join(said)})"

    def alone(self, noun: Noun) -> str:
        if noun.mark == "":
            return f"{noun.text}{noun.remark}"
        doubt = {"~": "vers ", "?": "peut-être ", "%": "peut-être vers "}[noun.mark]
        return f"{doubt}{self._the(noun)}{noun.remark}"

    def by(self, noun: Noun) -> str:
        return f"{self._at(noun)} au plus tard"

    def not_before(self, noun: Noun) -> str:
        return f"{self._at(noun)} au plus tôt"

    def between(self, first: Noun, last: Noun) -> str:
        one, other = self._the(first) + self._perhaps(first), self._the(last) + self._perhaps(last)
        return f"entre {one} et {other}"

    def since(self, noun: Noun) -> str:
        return f"à partir {self._of(noun.text, noun.kind)}{self._perhaps(noun)}"

    def starting(self, noun: Noun) -> str:
        return self.since(noun)

    def until(self, noun: Noun) -> str:
        kinds = {"day": "au ", "masculine": "au ", "vowel": "à l’", "plural": "aux ", "indefinite": "à "}
        text = noun.text.removeprefix("les ")
        return f"jusqu’{kinds.get(noun.kind, 'en ')}{text}{self._perhaps(noun)}"

    def _the(self, noun: Noun) -> str:
        article = {"day": "le ", "masculine": "le ", "vowel": "l’"}.get(noun.kind, "")
        return f"{article}{noun.text}"

    def _at(self, noun: Noun) -> str:
        """`le 25 août`, `en août`, `au printemps`, `dans les années 2020`, doubt said before it."""
        if noun.mark:
            return self.alone(noun)
        kinds = {"day": "le ", "masculine": "au ", "plural": "dans ", "indefinite": ""}
        return f"{kinds.get(noun.kind, 'en ')}{noun.text}{noun.remark}"

    def _of(self, text: str, kind: str = "") -> str:
        """`du 25 août`, `d’août`, `de 2025`, `de l’été`, `des années 2020`."""
        if kind == "plural":
            return f"des {text.removeprefix('les ')}"
        starts = {"day": "du ", "masculine": "du ", "vowel": "de l’"}
        return starts.get(kind, "d’" if text[0] in "aeiouéê" else "de ") + text

    def _perhaps(self, noun: Noun) -> str:
        """Doubt said behind the noun, where a preposition stands before it."""
        doubt = {"": "", "~": " environ", "?": " peut-être", "%": " environ, peut-être"}[noun.mark]
        return doubt + noun.remark
