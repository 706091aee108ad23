"""Dates in English and French words to what they are in EDTF: suggestions, never readings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tui.core.dates.calendar import month_length
from tui.core.dates.phrases_en import English
from tui.core.dates.phrases_fr import French

LONGEST = 90
"""Longer texts are prose, in characters."""

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

_BETWEEN = re.compile(r"(?:some ?time |quelque part )?(?:between|entre) (.+?) (?:and|et) (.+)")
_FROM_TO = re.compile(
    r"(?:from |de |du |d'|depuis )?(.+?) (?:-|to|until|till|through|au|a|jusqu'au|jusqu'en|jusqu'a) (.+)"
)
_MONTHS_OF = re.compile(r"([a-z]{3,})-([a-z]{3,}) (\d{4})")
_WINTER = re.compile(r"(?:(?:the|l'|in|en) ?)*(?:winter|hiver)(?: of| de)? (\d{4}) ?[-/] ?(\d{2}|\d{4})")
"""A winter by the two years that it belongs to."""
_DAYS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2} .*[a-z].*)")
_EITHER = re.compile(r"(?:either |soit )?(.+?) (or|ou|and|et) (.+)")
_ABOUT = re.compile(
    r"(?:about|around|circa|ca|c|approximately|approx|roughly|some ?time (?:around|about)|vers|environ|env"
    r"|autour d[eu]|aux (?:environs|alentours) d[eu]) ?(.+)"
)
_PERHAPS = re.compile(r"(?:perhaps|maybe|possibly|probably|peut-etre|probablement|sans doute) (.+)")
_BY = re.compile(
    r"(?:by|before|until|till|up to|not? later than|at the latest|avant(?: le| la| l')?"
    r"|d'ici(?: a| au| le| la)?|jusqu'(?:au|en|a|aux)|au plus tard(?: le| en)?) ?(.+)"
)
_BY_BEHIND = re.compile(r"(.+?) (?:at the latest|or earlier|or before|au plus tard)")
_SINCE = re.compile(
    r"(?:since|from|starting(?: in| on)?|depuis(?: le)?|a (?:partir|compter) (?:de|du|d')|des(?: le)?) ?"
    r"(.+?)(?: on| onwards?)?"
)
_AFTER = re.compile(r"(?:after|not before|no earlier than|apres(?: le| la| l')?|au plus tot(?: le| en)?) ?(.+)")
_AFTER_BEHIND = re.compile(r"(.+?) (?:at the earliest|or later|or after|au plus tot)")
_PART = re.compile(
    r"(?:(?P<end>end|late|fin)|(?P<start>beginning|start|early|debut|commencement)"
    r"|(?P<mid>mid|middle|mi|milieu))\b(?: of| de| du| d'| in)? ?(.+)"
)
_SPRINKLE = re.compile(
    r"^(?:(?:on|in|en|a|au|aux|during|courant|le|la|les|l'|the|of|de|du|des|d'|dans|month|mois|year|annee(?!s)) ?\b)+"
)
"""Articles and prepositions before a date."""
_WEEKDAYS = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]* (?:le |the )?(?=\d|[a-z]+ \d)"
)


def edtf_candidates(text: str) -> list[str] | None:
    """What words may be in EDTF, best first; empty when only the year is missing; None for other texts."""
    if len(text) > LONGEST:
        return None
    plain = fold_date_words(text)
    found = _phrase(plain, 3)
    if found:
        return found
    names_month = any(word in months() for word in re.findall("[a-z]+", plain))
    return [] if names_month and not re.search(r"\d{3}", plain) else None


def fold_date_words(text: str) -> str:
    """Small letters without accents, plain quotes, hyphens and spaces, eras as one word."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    plain = re.sub("[’‘ʼ`´]", "'", re.sub(r"[‐-―−]", "-", plain))
    plain = re.sub(r"\bj\. ?-? ?c\b\.?|\bjesus[- ]christ\b|\bjc\b", "jc", plain)
    plain = re.sub(r"\b(av|avant|apr|apres|ap)\b\.? ?jc\b", lambda m: "bc" if m[1][1] == "v" else "ad", plain)
    plain = re.sub(r"\bb\. ?c\.(?: ?e\.)?|\bbce\b|\bav\. ?n\. ?e\.", "bc", plain)
    plain = re.sub(r"\ba\. ?d\.|\bc\. ?e\.|\bce\b(?=$)", "ad", plain)
    plain = re.sub(r"(?<!\.)[.,;](?!\.)", " ", plain)
    return " ".join(plain.split())


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Months by every abbreviation of three letters or more that means one month only."""
    found: dict[str, int] = {}
    clashes = set()
    for names in (English.months, French.months):
        for number, name in enumerate(names, 1):
            plain = fold_date_words(name)
            for size in range(3, len(plain) + 1):
                if found.setdefault(plain[:size], number) != number:
                    clashes.add(plain[:size])
    return {name: number for name, number in found.items() if name not in clashes}


def _phrase(text: str, depth: int) -> list[str]:
    """Dates with what is said around them; `depth` phrases may hold one another."""
    if depth == 0:
        return []
    for reader in (_together, _doubted, _bounded):
        found = reader(text, depth - 1)
        if found:
            return found
    return _part(text) or _atom(text)


def _together(text: str, depth: int) -> list[str]:
    """Two dates: between, from and to, or, and."""
    found = _BETWEEN.fullmatch(text)
    if found:
        return [f"[{one}..{other}]" for one, other in _pair(found[1], found[2], depth)]
    found = _DAYS.fullmatch(text)
    if found:
        pairs = _pair(found[1], found[2], depth)
        return [shape.format(*pair) for pair in pairs for shape in ("{}/{}", "[{}..{}]")]
    found = _MONTHS_OF.fullmatch(text)
    if found and found[1] in months() and found[2] in months():
        return [f"{found[3]}-{months()[found[1]]:02d}/{found[3]}-{months()[found[2]]:02d}"]
    found = _FROM_TO.fullmatch(text)
    if found:
        joined = [f"{one}/{other}" for one, other in _pair(found[1], found[2], depth)]
        if joined:
            return joined
    found = _EITHER.fullmatch(text)
    if found:
        shape = "[{},{}]" if found[2] in ("or", "ou") else "{{{},{}}}"
        return [shape.format(*pair) for pair in _pair(found[1], found[3], depth)]
    return []


def _pair(one: str, other: str, depth: int) -> list[tuple[str, str]]:
    """Both dates, the first with the month and year of the second where it lacks them."""
    lasts = _plain(_phrase(other, depth))
    if not lasts:
        return []
    words = other.split()
    tries = [one, *(f"{one} {' '.join(words[i:])}" for i in range(1, len(words)))]
    firsts = next((dates for dates in (_plain(_phrase(text, depth)) for text in tries) if dates), [])
    return [(firsts[0], lasts[0])] if firsts else []


def _plain(dates: Iterable[str]) -> list[str]:
    """Those that may stand within an interval or a set."""
    return [date for date in dates if not set(date) & set("/[]{}")]


def _doubted(text: str, depth: int) -> list[str]:
    """About, perhaps, or a question mark behind."""
    for pattern, mark in ((_ABOUT, "~"), (_PERHAPS, "?")):
        found = pattern.fullmatch(text)
        if found:
            return [date if date[-1] in "~?%" else date + mark for date in _plain(_phrase(found[1], depth))]
    found = re.fullmatch(r"(.+?) (?:approximately|approx|environ|env|circa|or so)", text)
    if found:
        return [date + "~" for date in _plain(_phrase(found[1], depth)) if date[-1] not in "~?%"]
    found = re.fullmatch(r"(.+?) ?(?:\(?\?\)?)", text)
    return [date + "?" for date in _plain(_phrase(found[1], depth)) if date[-1] not in "~?%"] if found else []


def _bounded(text: str, depth: int) -> list[str]:
    """By, since, after."""
    shapes = (
        (_BY, ("[..{}]",)), (_BY_BEHIND, ("[..{}]",)), (_AFTER, ("[{}..]",)), (_AFTER_BEHIND, ("[{}..]",)),
        (_SINCE, ("{}/..", "[{}..]")),
    )  # fmt: skip
    for pattern, offers in shapes:
        found = pattern.fullmatch(text)
        if found:
            dates = _plain(_phrase(found[1], depth))
            if dates:
                return [shape.format(dates[0]) for shape in offers]
    return []


def _part(text: str) -> list[str]:
    """The end, the beginning or the middle of a month, a year or a decade: a third of it, or the whole."""
    found = _PART.fullmatch(_SPRINKLE.sub("", text).replace("mid-", "mid ").replace("mi-", "mi "))
    if found is None:
        return []
    third = 2 if found["end"] else 0 if found["start"] else 1
    thirds = (_third(whole, third) for whole in _atom(found[4]))
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


def _atom(text: str) -> list[str]:
    """One date: a day, a month, a season, a year, a decade or a century."""
    winter = _WINTER.fullmatch(text)
    if winter:
        follows = int(winter[1]) + 1
        return [f"{winter[1]}-24"] if winter[2] in (f"{follows}", f"{follows % 100:02d}") else []
    text = _SPRINKLE.sub("", text)
    text = text if _starts_with_month(text) else _WEEKDAYS.sub("", text)
    if re.fullmatch(r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?", text):
        return [text]
    return _decade(text) or _century(text) or _quarter(text) or _dated(text.replace("-", " "))


def _starts_with_month(text: str) -> bool:
    return (re.match("[a-z]*", text) or [""])[0] in months()


def _dated(text: str) -> list[str]:
    """A year with what stands before or behind it: `25 august`, `august 25`, `spring`, an era."""
    era = re.search(r"\b(bc|ad)\b", text)
    words = [word for word in re.sub(r"\b(bc|ad|of|de|du|d'|the|le)\b ?", " ", text).split() if word]
    if words[:1] and re.fullmatch(r"\d{4}", words[0]) and len(words) > 1:
        words = [*words[1:], words[0]]
    if not words or not re.fullmatch(r"\d{1,4}" if era else r"\d{4}", words[-1]):
        return []
    year = _year(int(words[-1]), bool(era and era[1] == "bc"))
    rest = words[:-1]
    if not rest:
        return [year] if era else []
    if len(rest) == 1 and rest[0] in _SEASONS:
        return [f"{year}-{_SEASONS[rest[0]]}"]
    return _in_year(year, rest)


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
    found = re.fullmatch(r"(\d{3})0 ?'?s", text) or re.fullmatch(r"annees (\d{3})0", text)
    return [f"{found[1]}X"] if found else []


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
