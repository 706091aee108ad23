"""The plain text of a date as people write it: small letters, no accents, digits in one order, hours in one form.

A date in digits may be read in several orders, so there may be several plain texts. In them a date in digits stands
as in EDTF, and a time of day as `t18:12`, with the offset behind it as `z`, `p02:00` or `m05:00`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui.core.dates.phrases.dutch_words import in_english
from tui.core.dates.phrases.phrases_en import English
from tui.core.dates.phrases.phrases_fr import French
from tui.core.dates.phrases.phrases_nl import Dutch

PIVOT = 69
"""The first year of two digits that lies in the 1900s, as POSIX has it: 69 is 1969, 68 is 2068."""

_ORDERS = ("dmy", "mdy", "ymd")
"""In which day, month and year may stand; the last only where years have two digits and hyphens join."""


def plain_readings(text: str) -> list[str]:
    """The text as plain as it gets, once for each order in which its digits may be a date."""
    timed = _DATELINE.sub("", _with_times(in_english(_small(text))))
    found = (_in_order(timed, order) for order in _ORDERS)
    return list(dict.fromkeys(_words(plain) for plain in found if plain is not None))


def fold_date_words(text: str) -> str:
    """Small letters without accents, plain quotes, hyphens and spaces, eras as one word."""
    return _words(_small(text))


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Months by every abbreviation of three letters or more that means one month only."""
    found: dict[str, int] = {}
    clashes = set()
    for names in (English.months, French.months, Dutch.months):
        for number, name in enumerate(names, 1):
            plain = fold_date_words(name)
            for size in range(3, len(plain) + 1):
                if found.setdefault(plain[:size], number) != number:
                    clashes.add(plain[:size])
    return {name: number for name, number in found.items() if name not in clashes}


def four_digits(year: str) -> str:
    """A year of two digits in four, by the pivot; any other stays."""
    if len(year) != 2:
        return year
    return f"19{year}" if int(year) >= PIVOT else f"20{year}"


_DATELINE = re.compile(
    r"^(?:date|publie|poste|mis a jour|mis en ligne|modifie|cree|published|posted|(?:last )?(?:updated|modified)"
    r"|created)\b(?: (?:le|on|at|the)\b)?[ :]*"
)
"""The words that a newspaper puts before the day of an article."""


def _small(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return re.sub("[’‘ʼ`´]", "'", re.sub(r"[‐-―−→➔]|-+>", "-", plain))


def _words(plain: str) -> str:
    """Eras as one word, and no punctuation but what means something in a date."""
    plain = re.sub(r"\bj\. ?-? ?c\b\.?|\bjesus[- ]christ\b|\bjc\b", "jc", plain)
    plain = re.sub(r"(?<![a-z])(av|avant|apr|apres|ap)\b\.? ?jc\b", _era, plain)
    plain = re.sub(r"(?<![a-z])(av|ap)jc\b", _era, plain)
    plain = re.sub(r"\bb\. ?c\.(?: ?e\.)?|\bbce\b|\bav\. ?n\. ?e\.", "bc", plain)
    plain = re.sub(r"\ba\. ?d\.|\bc\. ?e\.|\bce\b(?=$)", "ad", plain)
    plain = re.sub(r"(?<!\.)[.,;](?!\.)", " ", plain)
    return " ".join(plain.split())


def _era(found: re.Match[str]) -> str:
    return " bc" if found[1][1] == "v" else " ad"


# ---- Times of day

_TIME = re.compile(
    r"(?<![\w:.+])t?(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?![\d:])"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?<=\d)t(?P<hour5>\d\d):?(?P<minute5>[0-5]\d)(?::?(?P<second5>[0-5]\d)(?:[.,]\d+)?)?(?![\d:])"
    r"|(?<![\w:.])(?P<hour2>\d{1,2}) ?(?:heures?|hrs?|h)"
    r"(?:(?P<minute2>[0-5]\d)| (?P<minute6>[0-5]\d)(?! (?!min)[a-z]{3}))?"
    r"(?: ?(?:minutes?|min|mn)\b)?(?: ?(?P<second2>[0-5]\d) ?s\b)?(?!\w)"
    r"|(?<![\w:.])(?P<hour3>\d{1,2})(?:\.(?P<minute3>[0-5]\d))? ?(?P<half3>[ap])\.? ?m\b\.?"
    r"|(?<=\bat )(?P<hour4>\d{1,2})\.(?P<minute4>[0-5]\d)(?![\d.])"
    r"|(?<!apres-)(?<!apres )(?<!after)\b(?P<noon>midi|noon)\b"
)
_ZONES = {
    "z": "z", "utc": "z", "gmt": "z", "ut": "z", "est": "m05:00", "edt": "m04:00", "cst": "m06:00", "cdt": "m05:00",
    "mst": "m07:00", "mdt": "m06:00", "pst": "m08:00", "pdt": "m07:00", "cet": "p01:00", "cest": "p02:00",
    "wet": "z", "west": "p01:00", "bst": "p01:00", "eet": "p02:00", "eest": "p03:00",
}  # fmt: skip
"""The zones of RFC 822, and those of Europe."""
_NAMED_ZONE = re.compile(rf" ?\(?({'|'.join(_ZONES)})\b(?: ?([+-])(\d{{1,2}})(?::?([0-5]\d))?\b)?\)?")
_OFFSET = re.compile(r"( ?)([+-])(0\d|1[0-4])(:?)([0-5]\d)?(?![\d:h])")
_LOCAL = re.compile(r",? ?\(?(?:heures? (?:locale|d[eu'] ?[a-z]+|[a-z]+)|[a-z]+ time|[ecmp]t(?=\)?$))\)?")
"""The words that name the place of a clock, and no offset from UTC: `heure de Paris`, `local time`, `ET`."""
_NAME_BEHIND = re.compile(r" \([a-z ]+\)")
"""The name of an offset: `+0200 (CEST)`."""
_ZONE_BEHIND = re.compile(r"(\d:[0-5]\d(?::[0-5]\d)?)([ ,][^:]*\d{4}),? \(?(utc|gmt)\)?$")
"""`18:12, 25 August 2025 (UTC)`."""
_BEFORE_TIME = re.compile(r"(?:(?<![\w'])(?:at|a)|[@|·•]|(?<=\d{4}) ?-)? *$")


def _with_times(text: str) -> str:
    """The text with each time of day as one word."""
    text = re.sub(r"(?<=\d{4}):(?=\d\d:\d\d)", " ", text)
    text = _ZONE_BEHIND.sub(r"\1 \3\2", text)
    pieces: list[str] = []
    at = 0
    for found in _TIME.finditer(text):
        word = _clock(found)
        if word is None or found.start() < at:
            continue
        before = text[at : found.start()]
        if not (pieces and re.fullmatch(r"\W*(?:a|at)?\W*", before)):  # `de 18h à 20h` keeps its preposition
            before = _BEFORE_TIME.sub("", before)
        is_exact = "t" in found[0][:1] or found["second"] is not None
        zone, at = _zone(text, found.end(), is_exact=is_exact)
        pieces += (before, f" t{word}{zone} ")
    return "".join([*pieces, text[at:]])


def _clock(found: re.Match[str]) -> str | None:
    """`18:12`, or `18:12:30`; None for an hour that no clock has."""
    if found["noon"]:
        return "12:00"
    given = found.groupdict()
    hour, minute, second, half = (
        next((value for name, value in given.items() if name.rstrip("0123456789") == part and value), None)
        for part in ("hour", "minute", "second", "half")
    )
    number = int(hour or 24)
    if half is not None:
        number = number % 12 + (12 if half == "p" else 0) if 1 <= number <= 12 else 24
    return f"{number:02d}:{minute or '00'}{f':{second}' if second else ''}" if number < 24 else None


def _zone(text: str, at: int, *, is_exact: bool) -> tuple[str, int]:
    """The offset from UTC that stands at a place of the text, and where it ends; a tight dash may mean `until`."""
    named = _NAMED_ZONE.match(text, at)
    if named is not None:
        zone = _ZONES[named[1]]
        if named[2]:
            zone = f"{'p' if named[2] == '+' else 'm'}{named[3]:0>2}:{named[4] or '00'}"
        return zone, _behind(text, named.end())
    found = _OFFSET.match(text, at)
    if found is None:
        local = _LOCAL.match(text, at)
        return "", local.end() if local else at
    space, sign, hours, colon, minutes = found.groups()
    if minutes is None and (space or not is_exact):
        return "", at
    if sign == "-" and colon and not space and not is_exact:
        return "", at
    zone = f"{'p' if sign == '+' else 'm'}{hours}:{minutes or '00'}"
    return "z" if zone[1:] == "00:00" else zone, _behind(text, found.end())


def _behind(text: str, at: int) -> int:
    """The place behind the name of an offset."""
    name = _NAME_BEHIND.match(text, at)
    return name.end() if name else at


# ---- Dates in digits

_YEAR = r"(\d{4}|'?\d\d)"
_DAY = r"(\d{1,2}|\?\?|xx|__)"
_TO = r"(?: (?:au|a|to|et|and|ou|or|until|till|jusqu'au)(?: le| the)? | ?- ?)"
_YEAR_ONCE = re.compile(
    rf"(?<![\w/.-])(\d{{1,2}})(?:[/.](\d{{1,2}}))?[/.]?({_TO})(\d{{1,2}})([/.])(\d{{1,2}})\5{_YEAR}(?!\d|[/.]\d)"
)
"""`25-30/08/2025`, `28/12 au 03/01/2026`."""
_WHOLE = re.compile(rf"(?<![\w/.-]){_DAY}( ?/ ?|\. ?|-)(\d{{1,2}}|\?\?|xx|__)\2{_YEAR}(?!\d|[/.]\d)")
_AFTER_WHOLE = re.compile(rf"(?<=\d-){_DAY}([/.])(\d{{1,2}})\2{_YEAR}(?!\d|[/.]\d)")
"""The second of `25/08/2025-30/08/2025`."""
_YEAR_FIRST = re.compile(r"(?<![\w/.])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d|[/.]\d)")
_TWO_MONTHS = re.compile(r"(?<![\w/.-])(\d{1,2})[/.](\d{4}) ?- ?(\d{1,2})[/.](\d{4})(?!\d|[/.]\d)")
_MONTH_OF_TWO_DIGITS = re.compile(r"(?<![\w/.-])(0?[1-9]|1[0-2])/'?(3[2-9]|[4-9]\d)(?!\d|[/.]\d)")
"""`12/99`: what is no day is a year."""
_MONTH = re.compile(r"(?<![\w/.-])(\d{1,2}) ?[/.] ?(\d{4})(?!\d|[/.]\d)")


class _Impossible(Exception):
    """A text in which the number that stands for a month is none in this order."""


def _in_order(text: str, order: str) -> str | None:
    """The text with its dates in digits as EDTF has them; None where they cannot be in that order."""
    text = re.sub(r"(?<=\d{4})/(?=\d{1,2}([/.-])\d{1,2}\1\d{4})", " / ", text)
    text = re.sub(r"\b(\d{1,2})/([a-z]{3,})/(\d{2,4})\b", r"\1 \2 \3", text)
    try:
        text = _YEAR_ONCE.sub(lambda found: _two_days(found, order), text)
        text = _WHOLE.sub(lambda found: _day(found, order), text)
        text = _AFTER_WHOLE.sub(lambda found: _day(found, order), text)
    except _Impossible:
        return None
    text = re.sub(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?= ?t\d)", r"\1-\2-\3", text)
    text = _YEAR_FIRST.sub(lambda found: _date(found[1], found[3], found[4]), text)
    text = re.sub(r"(?<![\w/.-])(\d{4})[/.](0?[1-9]|1[0-2])(?![\d/.])", lambda found: _date(found[1], found[2]), text)
    text = _TWO_MONTHS.sub(lambda found: f"{_date(found[2], found[1])} - {_date(found[4], found[3])}", text)
    text = _MONTH_OF_TWO_DIGITS.sub(lambda found: _date(found[2], found[1]), text)
    text = _MONTH.sub(lambda found: _date(found[2], found[1]), text)
    return without_zeros(text)


def _two_days(found: re.Match[str], order: str) -> str:
    one, one_month, joint, other, _, other_month, year = found.groups()
    if order == "mdy" and one_month:
        one, one_month, other, other_month = one_month, one, other_month, other
    elif order != "dmy":
        raise _Impossible
    last = _known(year, other_month, other)
    first = _known(year, one_month or other_month, one)
    if first > last and one_month:
        first = f"{int(first[:4]) - 1:04d}{first[4:]}"
    return f"{first}{joint.center(len(joint) + 2)}{last}"


def _day(found: re.Match[str], order: str) -> str:
    one, sign, other, last = found.groups()
    if order == "ymd":
        if len(last) != 2 or sign != "-" or not one.isdigit():
            raise _Impossible
        return _known(one.zfill(2), other, last)
    return _known(last, other, one) if order == "dmy" else _known(last, one, other)


def _known(year: str, month: str, day: str) -> str:
    """The date, whose month has to exist."""
    if (month.isdigit() and int(month) > 12) or (day.isdigit() and int(day) > 31):
        raise _Impossible
    if not month.strip("0") and day.strip("0"):  # a day of no month
        raise _Impossible
    return _date(year.removeprefix("'"), month, day)


def _date(year: str, month: str, day: str = "") -> str:
    parts = ["xx" if part in ("??", "__") else f"{part:0>2}" for part in (month, day) if part]
    return "-".join([four_digits(year), *parts])


def without_zeros(text: str) -> str:
    """The text without each month and day 00: databases write so what they do not know."""
    text = re.sub(r"(?<![\d-])(-?\d{4})-00-(?!00)(\d\d)(?!\d)", r"\1-xx-\2", text)
    text = re.sub(r"(?<![\d-])(-?\d{4})-00(?:-00)?(?!\d)", r"\1", text)
    return re.sub(r"(?<![\d-])(-?\d{4}-\d\d)-00(?!\d)", r"\1", text)


def known_parts(text: str) -> str:
    """A date of a database without what it does not know: `2019-11` for `+2019-11-00T00:00:00Z` and `20191100`."""
    bare = re.sub(r"(?<![0-9-])[+](?=[0-9]{4})", "", text)
    found = re.fullmatch(r"([0-9]{4})(00|0[1-9]|1[0-2])00", bare)
    bare = f"{found[1]}-{found[2]}-00" if found else re.sub("-([0-9])-0$", r"-0\1-00", bare)
    midnight = re.sub(r"T00:00(?::00)?Z?", "", bare)
    if bare != text or re.search("-00(?!:)", midnight):
        bare = midnight
    return without_zeros(bare).replace("xx", "XX")


_UNKNOWN = re.compile(r"-?[0-9?*_]{4}(?:-[0-9?*_]{2}(?:-(?:[0-9?*_]{2}|\?))?)?|-?[0-9]{2}(?:[0-9]-|--)")


def with_unknown_digits(text: str) -> str:
    """A date with X for each sign that stands for a digit nobody knows; any other text stays."""
    if _UNKNOWN.fullmatch(text) is None:
        return text
    text = re.sub(r"-\?$", "-XX", text)
    return re.sub("[?*_]", "X", text if text[-1] != "-" else text[:2] + text[2:].replace("-", "X"))


def with_plain_dashes(text: str) -> list[str]:
    """The text with its dashes as a slash, and as hyphens."""
    spaceless = re.sub(r"\s", "", text)
    dash = r"[‐-―−－～]"
    return [
        re.sub(r"\s*[⁄∕]\s*", "/", re.sub(dash, "-", spaceless)),
        re.sub(r"[–—―～]", "/", spaceless),
        re.sub(dash, "/", spaceless),
    ]


def ten_power(text: str) -> str | None:
    """A year with decimals before its power of ten as one without: `Y13E9` of `Y1.3E10`; None for other texts."""
    found = re.fullmatch(r"Y(-?[1-9][0-9]{0,8})\.([0-9]{1,9})E([0-9]{1,2})(.*)", text)
    power = int(found[3]) - len(found[2].rstrip("0")) if found else -1
    return f"Y{found[1]}{found[2].rstrip('0')}E{power}{found[4]}" if found and power >= 0 else None
