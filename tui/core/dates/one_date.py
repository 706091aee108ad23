"""One date in English or French words, made plain by `shorthand`: a day, a month, a season, a decade, a part of it."""

from __future__ import annotations

import re

from tui.core.dates.calendar import iso, month_length, parse_day
from tui.core.dates.shorthand import four_digits, months

_SEASONS = {
    "spring": 21, "printemps": 21, "summer": 22, "ete": 22, "autumn": 23, "fall": 23, "automne": 23,
    "winter": 24, "hiver": 24,
}  # fmt: skip
_COUNTS = {
    "first": 1, "1st": 1, "1er": 1, "premier": 1, "premiere": 1, "1": 1,
    "second": 2, "2nd": 2, "2e": 2, "2eme": 2, "deuxieme": 2, "seconde": 2, "2": 2,
    "third": 3, "3rd": 3, "3e": 3, "3eme": 3, "troisieme": 3, "3": 3,
    "fourth": 4, "4th": 4, "4e": 4, "4eme": 4, "quatrieme": 4, "last": 4, "dernier": 4, "4": 4,
}  # fmt: skip
_NUMERALS = {"i": 1, "v": 5, "x": 10}

_WINTER = re.compile(r"(?:(?:the|l'|in|en) ?)*(?:winter|hiver)(?: of| de)? (\d{4}) ?[-/] ?(\d{2}|\d{4})")
"""A winter by the two years that it belongs to."""
_PART = re.compile(
    r"(?:(?P<end>end|late|fin)|(?P<start>beginning|start|early|debut|commencement)"
    r"|(?P<mid>mid|middle|mi|milieu))(?:\b[ -]?(?:(?:of|de|du|in)\b ?|d')?)(?:the |le |la |l')?(.+)"
)
_HALF = re.compile(
    r"(?:(?P<first>first|1st|premiere|1ere|1re)|(?:second|2nd|seconde|deuxieme|2eme|2de|2nde|2e)) "
    r"(?:quinzaine|moitie|half|fortnight)(?: ?(?:(?:of|de|du|in)\b ?|d')?)(?:the |le |la |l')?(.+)"
)
_SPRINKLE = re.compile(
    r"^(?:(?:on|in|en|a|au|aux|during|courant|le|la|les|l'|the|of|de|du|des|d'|dans|month|mois|year|annee(?!s)) ?\b)+"
)
"""Articles and prepositions before a date."""
_WEEKDAYS = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]* (?:le |the )?(?=\d|[a-z]+ \d)"
)
_TIMES = re.compile(r"t(\d\d:\d\d(?::\d\d)?)(z|[pm]\d\d:\d\d)?")
_OFF = r"(?: ?(?:-|a|at|on|le|de|du|from|[|:()]))*"


def part_of_date(text: str) -> list[str]:
    """The end, the beginning or the middle of a month, a year or a decade: a third of it, or the whole; or a half."""
    bare = _SPRINKLE.sub("", text)
    half = _HALF.fullmatch(bare)
    if half:
        return [date for whole in one_date(half[2]) for date in _half(whole, is_first=bool(half["first"]))]
    found = _PART.fullmatch(bare)
    if found is None:
        return []
    third = 2 if found["end"] else 0 if found["start"] else 1
    thirds = (_third(whole, third) for whole in one_date(found[found.re.groups]))
    return [date for pair in thirds for date in pair]


def _third(whole: str, third: int) -> list[str]:
    found = re.fullmatch(r"(-?\d{4})-(0[1-9]|1[0-2])", whole)
    if found:
        last = month_length(int(found[1]), int(found[2]))
        first, end = ((1, 10), (11, 20), (21, last))[third]
        return [f"[{whole}-{first:02d}..{whole}-{end:02d}]", whole]
    if re.fullmatch(r"-?\d{4}", whole):
        return [f"[{whole}-{4 * third + 1:02d}..{whole}-{4 * third + 4:02d}]", whole]
    if re.fullmatch(r"\d{3}X", whole):
        first, end = ((0, 3), (4, 6), (7, 9))[third]
        return [f"[{whole[:3]}{first}..{whole[:3]}{end}]", whole]
    return [whole]


def _half(whole: str, *, is_first: bool) -> list[str]:
    """Half of a month, which ends with its 15th day, or of a year."""
    found = re.fullmatch(r"(-?\d{4})-(0[1-9]|1[0-2])", whole)
    if found:
        first, end = (1, 15) if is_first else (16, month_length(int(found[1]), int(found[2])))
        return [f"[{whole}-{first:02d}..{whole}-{end:02d}]", whole]
    return [f"{whole}-{40 if is_first else 41}"] if re.fullmatch(r"\d{4}", whole) else []


def one_date(text: str) -> list[str]:
    """One date: a day, a month, a season, a year, a decade or a century."""
    winter = _WINTER.fullmatch(text)
    if winter:
        follows = int(winter[1]) + 1
        return [f"{winter[1]}-24"] if winter[2] in (f"{follows}", f"{follows % 100:02d}") else []
    if re.match(r"-(?!\d{4})", text):
        return []
    text = _SPRINKLE.sub("", text).lstrip()
    bare = _WEEKDAYS.sub("", text)
    if not _starts_with_month(text) or any(word in months() for word in re.findall("[a-z]+", bare)):
        text = bare  # `mar 25 2025` is in March, `mar 25 aout 2025` a Tuesday
    if re.fullmatch(r"-?\d{4}(?:-(?:\d\d|xx)(?:-(?:\d\d|xx))?)?", text):
        return [text.upper()]
    if " t" in f" {text}" and (times := list(_TIMES.finditer(text))):
        return _timed(text, times)
    return _decade(text) or _century(text) or _quarter(text) or _dated(text.replace("-", " "))


def _timed(text: str, times: list[re.Match[str]]) -> list[str]:
    """A day at an hour, or from one hour to another."""
    first, last = times[0], times[-1]
    between = text[first.end() : last.start()].strip()
    if len(times) > 2 or (len(times) == 2 and between not in ("-", "a", "to", "au", "until")):
        return []
    before, after = re.sub(_OFF + " ?$", "", text[: first.start()]), re.sub("^" + _OFF + " ?", "", text[last.end() :])
    days = [date for date in one_date(f"{before} {after}".strip()) if re.fullmatch(r"\d{4}-\d\d-\d\d", date)]
    hours = [found[1] + (found[2] or "").upper().replace("P", "+").replace("M", "-") for found in times]
    if len(hours) == 1:
        return [f"{day}T{hours[0]}" for day in days]
    ends = ((day, day if hours[0] <= hours[1] else _next_day(day)) for day in days)
    return [f"{day}T{hours[0]}/{end}T{hours[1]}" for day, end in ends]


def _next_day(day: str) -> str:
    number = parse_day(day)
    return day if number is None else iso(number + 1)


def _starts_with_month(text: str) -> bool:
    return (re.match("[a-z]*", text) or [""])[0] in months()


def _dated(text: str) -> list[str]:
    """A year with what stands before or behind it: `25 august`, `august 25`, `spring`, an era."""
    era = re.search(r"\b(bc|ad)\b", text)
    words = [word for word in re.sub(r"\b(bc|ad|of|de|du|d'|the|le)\b ?", " ", text).split() if word]
    if words[:1] and re.fullmatch(r"\d{4}", words[0]) and len(words) > 1:
        words = [*words[1:], words[0]]
    if words and not era and _ends_in_two_digits(words):
        words[-1] = four_digits(words[-1].removeprefix("'"))
    if not words or not re.fullmatch(r"\d{1,4}" if era else r"\d{4}", words[-1]):
        return []
    year = _year(int(words[-1]), bool(era and era[1] == "bc"))
    rest = words[:-1]
    if not rest:
        return [year] if era else []
    if len(rest) == 1 and rest[0] in _SEASONS:
        return [f"{year}-{_SEASONS[rest[0]]}"]
    return _in_year(year, rest)


def _ends_in_two_digits(words: list[str]) -> bool:
    """True when the last is a year of two digits: behind a day and a month, a season, or with an apostrophe."""
    named = [word for word in words[:-1] if word in months()]
    has_day = len(words) == 3 and len(named) == 1
    is_no_day = words[:-1] and (words[0] in _SEASONS or (len(words) == 2 and named and words[-1][-2:] > "31"))
    return re.fullmatch(r"'?\d\d" if has_day or is_no_day else r"'\d\d", words[-1]) is not None


def _year(number: int, before_christ: bool) -> str:
    if not before_christ:
        return f"{number:04d}"
    return "0000" if number == 1 else f"-{number - 1:04d}"


def _in_year(year: str, words: list[str]) -> list[str]:
    """A month, or a day and a month in either order."""
    named = [word for word in words if word in months()]
    others = [word for word in words if word not in months()]
    if len(named) != 1 or len(others) > 1:
        return []
    month = f"{year}-{months()[named[0]]:02d}"
    if not others:
        return [month]
    day = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|er|e|re)?", others[0])
    return [f"{month}-{int(day[1]):02d}"] if day else []


def _decade(text: str) -> list[str]:
    found = re.fullmatch(r"(\d{3})0 ?'?s|ann(?:ees)? (\d{3})0|'?([3-9])0 ?'?s|ann(?:ees)? '?([3-9])0", text)
    if found is None:
        return []
    return [f"{found[1] or found[2]}X" if found[1] or found[2] else f"19{found[3] or found[4]}X"]


def _century(text: str) -> list[str]:
    found = re.fullmatch(r"(\d{1,2}|[ivx]+)(?:st|nd|rd|th|e|eme|er)? ?(?:century|siecle|c)", text)
    if found is None:
        return []
    number = int(found[1]) if found[1].isdigit() else _roman(found[1])
    return [f"{number - 1:02d}XX"] if 1 <= number <= 100 else []


def _roman(text: str) -> int:
    values = [_NUMERALS[char] for char in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _quarter(text: str) -> list[str]:
    """Quarters and halves of a year."""
    found = re.fullmatch(r"([qths])([1-4])[ -]?(\d{4})", text) or re.fullmatch(r"(\d{4})[ -]?([qths])([1-4])", text)
    if found:
        year = found[1] if found[1].isdigit() else found[3]
        letter, number = (found[2], found[3]) if found[1].isdigit() else (found[1], found[2])
        return _part_of_year(year, letter in "qt", int(number))
    found = re.fullmatch(r"(\w+) (quarter|trimestre|half|semestre)(?: of| de)? (\d{4})", text)
    if found is None or found[1] not in _COUNTS:
        return []
    return _part_of_year(found[3], found[2] in ("quarter", "trimestre"), _COUNTS[found[1]])


def _part_of_year(year: str, is_quarter: bool, number: int) -> list[str]:
    return [f"{year}-{(32 if is_quarter else 39) + number}"] if is_quarter or number <= 2 else []
