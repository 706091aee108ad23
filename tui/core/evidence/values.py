"""A claimed value as the numbers or days that it leaves possible: quantities, bounds, ranges, dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, plain_day
from tui.core.evidence.fractions import IDIOMS, with_decimals, with_halves
from tui.core.evidence.numbers import ONE, scaled
from tui.core.text.fold import fold
from tui.core.text.pattern import pattern

DATE = "date"
"""The claim whose values are dates."""


class ValueReading(NamedTuple):
    """The meaning of a value, as the stretch of numbers (or of days) that it leaves possible."""

    text: str
    """Folded, blanks collapsed."""
    unit: str | None = None
    """Folded; empty for a bare number, `day` for a date, None for words."""
    low: int | None = None
    """In units of 1 / ONE, for a date the first possible day; None when nothing bounds it."""
    high: int | None = None
    """In units of 1 / ONE, for a date the day after the last; None when nothing bounds it."""
    low_open: bool = False
    """True when `low` itself is excluded."""
    high_open: bool = False
    """True when `high` itself is excluded."""
    approximate: bool = False
    """Said with `about` or `~`: it fits only the number itself, but is the less precise of two."""

    slack: int | None = None
    """Of a date, the days in which its start may lie and those in which its end may, added; None when open."""

    @property
    def vagueness(self) -> tuple[bool, int, bool]:
        """Sorts the more precise first: by what is left possible, the unbounded last, then `about` after exact."""
        room = self.slack
        if room is None and self.low is not None and self.high is not None:
            room = self.high - self.low
        return room is None, room or 0, self.approximate


@lru_cache(maxsize=4096)
def reading(text: str, claim: str = "") -> ValueReading:
    """The meaning of a value of the claim of that name; what is neither a number nor a date is words."""
    plain = _plain(text)
    if claim == DATE:
        return _date(text, plain)
    if date := _spoken_date(text, plain, _MONTHS) if plain[-4:].isdigit() else _day_of_year(plain) or _time(plain):
        return ValueReading(date)
    exact = with_decimals(text)
    is_plain = exact is text and "M" not in text and "B" not in text
    read = _measured(plain if is_plain else _plain(_with_scales(exact)))
    if read is None and plain[-4:].isdigit():
        return ValueReading(_spoken_date(text, plain, _PARTS) or plain)
    return read._replace(text=plain) if read else ValueReading(plain)


_MONTHS = ("jan", "feb", "fev", "mar", "apr", "avr", "may", "mai", "jun",
           "jui", "jul", "aug", "aou", "sep", "oct", "nov", "dec", "mei", "mrt", "okt", "trimestre", "quarter",
           "semestre", "kwartaal")  # fmt: skip
_PARTS = (
    "q1", "q2", "q3", "q4", "t1", "t2", "t3", "t4", "h1", "h2", "s1", "s2", "spring", "printemps", "summer", "ete",
    "autumn", "fall", "automne", "winter", "hiver", "half", "fin", "end", "late", "debut", "early", "beginning", "mi",
    "mid", "since", "depuis", "before", "avant", "after", "apres", "until", "jusqu", "from", "between", "entre",
)  # fmt: skip
"""The beginnings of the words of a date: months, and what stands in their place where a text is no number."""


_TIME = pattern(
    r"^(?:at |a )?(?P<hour>[01]?[0-9]|2[0-3])(?:(?: ?(?:h|u|uhr) ?|:)(?P<minute>[0-5][0-9])(?: ?(?:h|u|uhr|min))?"
    r"|[:.](?P<past>[0-5][0-9]) ?(?=[ap])|(?= ?[ap]\.?m))(?: ?(?P<half>[ap])\.?m\.?)?$"
)
"""A time of day: `18:12`, `18h12`, `18 h 12`, `6.12 pm`."""


def _time(plain: str) -> str | None:
    """A time of day as `18:12`; None for other texts."""
    found = _TIME.match(plain)
    if found is None:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{found['minute'] or found['past'] or '00'}"


_LEAP_YEAR = "2000"
LONGEST_DAY = 8
"""Words of a text that may be a day."""


def _day_of_year(plain: str) -> str | None:
    """A day or a month without its year, in the words of either language, as `08-12`; None for other texts."""
    words = plain.split()
    if len(words) > LONGEST_DAY or not (len(words) < 3 or any(map(str.isdigit, plain))):
        return None
    date = _spoken_date(whole := f"{plain} {_LEAP_YEAR}", whole, _MONTHS)
    return date.replace(f"{_LEAP_YEAR}-", "") if date and f"{_LEAP_YEAR}-" in date else None


def _with_scales(text: str) -> str:
    """A text with words for what is a million or a milliard in capitals alone: `1.5M`; `1.5m` may be metres."""
    for sign, word in (("M", " mio"), ("B", " bn")):
        before, found, after = text.partition(sign)
        if found and before.rstrip()[-1:].isdigit() and not after[:1].isalnum():
            text = before + word + after
    return text


def _spoken_date(text: str, plain: str, words: tuple[str, ...]) -> str | None:
    """A date with words that begin so, or with dots, in each of its readings; None for other texts."""
    digits = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", plain) if plain[-5:-4] in "./-" else None
    if digits and (int(digits[1]) > 12 or digits[2] == "."):  # else it may be an American's
        return f"{digits[4]}-{digits[3]:>02}-{digits[1]:>02}"
    if not any(word.startswith(words) for word in plain.split()):
        return None
    if (day := plain_day(plain)) is not None:
        return day
    from tui.core.dates.spoken import edtf_candidates

    found = edtf_candidates(text)
    return " | ".join(found) if found else None


def _date(text: str, plain: str) -> ValueReading:
    try:
        date = parse_date(text)
    except DateError:
        return ValueReading(plain)
    return ValueReading(
        plain,
        "day",
        date.start.begin,
        date.end.end,
        high_open=True,
        approximate=bool(date.doubt),
        slack=_slack(date),
    )


def _slack(date: Date) -> int | None:
    sides = [(span.begin, span.end) for span in (date.start, date.end)]
    known = [end - begin for begin, end in sides if begin is not None and end is not None]
    return sum(known) if len(known) == 2 else None


_SIGNS = str.maketrans({
    **dict.fromkeys("≈≃∼∽", "~"), "≥": ">=", "≤": "<=",
    "¥": "jpy", "￥": "jpy", "₹": "inr", "₽": "rub", "₩": "krw", "₪": "ils",
})  # fmt: skip


def _plain(text: str) -> str:
    """The folded text, with the signs of comparison and of money in ASCII."""
    return fold(text if text.isascii() else text.translate(_SIGNS))


class _Bound(NamedTuple):
    """The effect of the words before a number."""

    low: bool
    """True when the number still bounds it from below."""
    high: bool
    open: bool = False


_ABOUT = (
    "about", "around", "approximately", "approx.", "approx", "roughly", "nearly", "almost", "close to",
    "some", "circa", "ca.", "c.", "environ", "env.", "pres de", "presque", "a peu pres", "autour de", "quelque", "~",
    "ongeveer", "bijna", "zowat", "zo'n", "ruwweg",
)  # fmt: skip


_BOUNDS = {
    "more than": _Bound(True, False, True),
    "over": _Bound(True, False, True),
    "above": _Bound(True, False, True),
    "plus de": _Bound(True, False, True),
    "plus d'": _Bound(True, False, True),
    "at least": _Bound(True, False),
    "not less than": _Bound(True, False),
    "no fewer than": _Bound(True, False),
    "au moins": _Bound(True, False),
    "au minimum": _Bound(True, False),
    "up to": _Bound(False, True),
    "at most": _Bound(False, True),
    "no more than": _Bound(False, True),
    "not more than": _Bound(False, True),
    "as many as": _Bound(False, True),
    "au plus": _Bound(False, True),
    "au maximum": _Bound(False, True),
    "jusqu'a": _Bound(False, True),
    "less than": _Bound(False, True, True),
    "fewer than": _Bound(False, True, True),
    "under": _Bound(False, True, True),
    "below": _Bound(False, True, True),
    "moins de": _Bound(False, True, True),
    "moins d'": _Bound(False, True, True),
    "meer dan": _Bound(True, False, True),
    "minstens": _Bound(True, False),
    "ten minste": _Bound(True, False),
    "hoogstens": _Bound(False, True),
    "maximaal": _Bound(False, True),
    "tot": _Bound(False, True),
    "minder dan": _Bound(False, True, True),
    ">=": _Bound(True, False),
    "<=": _Bound(False, True),
    ">": _Bound(True, False, True),
    "<": _Bound(False, True, True),
}


_BOUND_WORDS = tuple(_BOUNDS)


_BETWEEN = {"between": (" and ",), "entre": (" et ",), "from": (" to ",), "de": (" a ",),
            "tussen": (" en ",), "van": (" tot ",)}  # fmt: skip


_BETWEEN_WORDS = tuple(_BETWEEN)


_TO = ("-", " to ", " a ", " tot ")


def _measured(text: str) -> ValueReading | None:
    """The number, bound or range that a folded text says; None when it is words."""
    rest, approximate, bound = text, "", ""
    if not text[:1].isdigit():
        rest, approximate = _after(text, _ABOUT)
        rest, bound = _after(rest, _BOUND_WORDS)
        if bound and not approximate:
            rest, approximate = _after(rest, _ABOUT)
    if not bound:
        spanned = _range(rest)
        if spanned:
            low, high, unit = spanned
            return ValueReading(text, unit, low, high, approximate=bool(approximate))
    quantity = _quantity(rest)
    if quantity is None:
        return None
    number, unit, more = quantity
    sides = _BOUNDS[bound] if bound else _Bound(True, not more)
    return ValueReading(
        text,
        unit,
        number if sides.low else None,
        number if sides.high else None,
        low_open=sides.low and sides.open,
        high_open=sides.high and sides.open,
        approximate=bool(approximate),
    )


def _after(text: str, words: tuple[str, ...]) -> tuple[str, str]:
    """The text after the first of the words that it begins with, and that word; else itself and nothing."""
    for word in words if text.startswith(words) else ():
        if text.startswith(word):
            rest = text[len(word) :]
            if not word[-1].isalpha() or rest.startswith(" "):
                return rest.lstrip(), word
    return text, ""


def _range(text: str) -> tuple[int, int, str] | None:
    """The two ends and the unit of `15-20 %`, `15 to 20 %`, `between 15 and 20 %`."""
    if text in IDIOMS:
        least, most, unit = IDIOMS[text]
        return least * ONE, most * ONE, unit
    text, opening = _after(text, _BETWEEN_WORDS)
    for joint in _BETWEEN.get(opening, _TO):
        place = text.find(joint, 1)
        if place < 0 or (joint == "-" and not any(map(str.isdigit, text[:place]))):  # `dix-sept` is one number
            continue
        right = scaled(text[place + len(joint) :].lstrip())
        left = scaled(text[:place].rstrip())
        if left is None or right is None:
            continue
        if left.unit and not right.unit and not text[:1].isdigit():  # `€15-20 million`: its sign is said of both
            right = right._replace(unit=left.unit)
            left = left._replace(scale=left.scale or right.scale)
        if not left.scale and not left.unit:  # what stands at the end is said of both
            left = left._replace(scale=right.scale, unit=right.unit)
        low, high = left.number(), right.number()
        if low is not None and high is not None and low < high and left.unit in (right.unit, ""):
            return low, high, right.unit
    return None


def _quantity(text: str) -> tuple[int, str, bool] | None:
    """The number, its unit, and whether a plus sign follows it (`90,000+`)."""
    found = scaled(with_halves(text))
    number = found.number() if found else None
    return None if found is None or number is None else (number, found.unit, found.more)
