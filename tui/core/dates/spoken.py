"""Dates in English and French words to what they are in EDTF: suggestions, never readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.core.dates.calendar import iso, iso_year, month_length, year_month_day
from tui.core.dates.edtf import Date, DateError, parse_strict_edtf
from tui.core.dates.shorthand import four_digits, months, plain_readings

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

_BETWEEN = re.compile(r"(?:some ?time |quelque part )?(?:between|entre|bet) (.+?) (?:and|et) (.+)")
_FROM = re.compile(r"^(?:from |de |du |d'|depuis (?:le |la |l')?|since )")
_TO = re.compile(r"(?<= )(?:-|to|until|till|through|thru|au|aux|a|jusqu'au|jusqu'en|jusqu'a)(?= )")
_TO_NOW = re.compile(
    r"(.+?)(?: ?[-/] ?| (?:to|until|till|through|thru|au|a|jusqu'au|jusqu'a) | ?(?=\.\.))"
    r"(?:(?:the |le |l'|en |a )?(?:present(?: day)?|now|today|ongoing|date|current|aujourd'hui|maintenant|nos jours"
    r"|ce jour|cours|actuel)|\.\.+)"
)
"""What has no end so far."""
_NO_END = re.compile(r"(.*\d) ?-")
"""`2020–`, as a life without its end is written."""
_WINTER = re.compile(r"(?:(?:the|l'|in|en) ?)*(?:winter|hiver)(?: of| de)? (\d{4}) ?[-/] ?(\d{2}|\d{4})")
"""A winter by the two years that it belongs to."""
_DAYS = re.compile(r"(?:du |le |les )?(\d{1,2}) ?- ?(\d{1,2} .*[a-z].*)")
_EITHER = re.compile(r"(?:either |soit )?(.+?) (or|ou|and|et) (.+)")
_ABOUT = re.compile(
    r"(?:about|around|circa|ca|c|abt|est|approximately|approx|roughly|some ?time (?:around|about)|vers|environ|env"
    r"|autour d[eu]|aux (?:environs|alentours) d[eu]|[~≈±]) ?(.+)"
)
_PERHAPS = re.compile(r"(?:(?:perhaps|maybe|possibly|probably|peut-etre|probablement|sans doute) |\? ?)(.+)")
_PERHAPS_ABOUT = re.compile(r"% ?(.+)")
_BY = re.compile(
    r"(?:by|up to|not? later than|at the latest|d'ici(?: a| au| le| la)?|au plus tard(?: le| en)?|≤|<=|=<) ?(.+)"
)
_BY_BEHIND = re.compile(r"(.+?) (?:at the latest|or earlier|or before|au plus tard|ou avant|ou plus tot)")
_UNTIL = re.compile(r"(?:up )?(?:until|till|to|jusqu'(?:aux|au|en|a la|a l'|a))(?: le)? ?(.+)")
_BEFORE = re.compile(r"(?:strictly )?(?:before|bef|prior to|earlier than|avant|anterieur a|<)(?: le| la| l')?(?: |(?<=[<'])) ?(.+)")
_SINCE = re.compile(
    r"(?:ongoing |en cours )?(?:since|from|starting(?: in| on| from)?|as (?:of|from)|depuis(?: le)?"
    r"|a (?:partir|compter|dater) (?:de|du|d')(?: l'| la)?|des(?: le)?) ?"
    r"(.+?)(?: on| onwards?| and after| et apres)?"
)
_SINCE_BEHIND = re.compile(r"(.+?) (?:(?:and )?onwards?|and after|et apres|et au-dela)")
_NOT_BEFORE = re.compile(r"(?:not before|no earlier than|au plus tot(?: le| en)?|≥|>=|=>) ?(.+)")
_AFTER = re.compile(r"(?:after|aft|later than|posterieur a|apres|>)(?: le| la| l')?(?: |(?<=[>'])) ?(.+)")
_AFTER_BEHIND = re.compile(r"(.+?) (?:at the earliest|or later|or after|au plus tot|ou apres|ou plus tard)")
_PART = re.compile(
    r"(?:(?P<end>end|late|fin)|(?P<start>beginning|start|early|debut|commencement)"
    r"|(?P<mid>mid|middle|mi|milieu))(?:\b[ -]?(?:(?:of|de|du|in)\b ?|d')?)(?:the |le |la |l')?(.+)"
)
_SPRINKLE = re.compile(
    r"^(?:(?:on|in|en|a|au|aux|during|courant|le|la|les|l'|the|of|de|du|des|d'|dans|month|mois|year|annee(?!s)) ?\b)+"
)
"""Articles and prepositions before a date."""
_WEEKDAYS = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]* (?:le |the )?(?=\d|[a-z]+ \d)"
)
_TIMES = re.compile(r"t(\d\d:\d\d(?::\d\d)?)(z|[pm]\d\d:\d\d)?")
_OFF = r"(?: ?(?:-|a|at|on|le|de|du|from|[|:]))*"
_NEAR = 16
"""Days: how far a range of days with one month may reach over the end of a month."""


def edtf_candidates(text: str) -> list[str] | None:
    """What words or digits may be in EDTF, best first; empty when only the year is missing; None for other texts."""
    if len(text) > LONGEST:
        return None
    readings = plain_readings(text)
    found = list(dict.fromkeys(date for plain in readings for date in _phrase(plain, 3)))
    if found:
        return found
    names_month = any(word in months() for plain in readings for word in re.findall("[a-z]+", plain))
    return [] if names_month and not re.search(r"\d{3}", text) else None


def _phrase(text: str, depth: int) -> list[str]:
    """Dates with what is said around them; `depth` phrases may hold one another."""
    if depth == 0:
        return []
    for reader in (_together, _doubted, _bounded):
        found = reader(text, depth - 1)
        if found:
            return found
    return _part(text) or _atom(text) or _hyphened(text, depth - 1)


# ---- Two dates


def _together(text: str, depth: int) -> list[str]:
    """Two dates: between, from and to, or, and."""
    found = _BETWEEN.fullmatch(text)
    if found:
        return [f"[{one}..{other}]" for one, other in _pair(found[1], found[2], depth, within_set=True)]
    found = _DAYS.fullmatch(text)
    if found:
        pairs = _pair(found[1], found[2], depth)
        return [shape.format(*pair) for pair in pairs for shape in ("{}/{}", "[{}..{}]")]
    bare = _FROM.sub("", text)
    found = _TO_NOW.fullmatch(bare) or _NO_END.fullmatch(bare)
    if found:
        return [f"{date}/.." for date in _plain(_phrase(found[1], depth))]
    for joint in _TO.finditer(bare):
        joined = _joined(bare[: joint.start()], bare[joint.end() :], depth)
        if joined:
            return joined
    found = _EITHER.fullmatch(text)
    if found:
        shape = "[{},{}]" if found[2] in ("or", "ou") else "{{{},{}}}"
        return [shape.format(*pair) for pair in _pair(found[1], found[3], depth, within_set=True)]
    return []


def _hyphened(text: str, depth: int) -> list[str]:
    """Two dates with a hyphen between them and no space: `7 jun-14 jul 1916`."""
    bare = _FROM.sub("", text)
    tries = (_joined(bare[: dash.start()], bare[dash.end() :], depth) for dash in re.finditer("-", bare))
    return next((joined for joined in tries if joined), [])


def _joined(one: str, other: str, depth: int) -> list[str]:
    """From the one to the other."""
    return ["/".join(pair) for pair in _pair(one.strip(), other.strip(), depth)]


def _pair(one: str, other: str, depth: int, *, within_set: bool = False) -> list[tuple[str, str]]:
    """Both dates; what one of them lacks (month, year, day of an hour) is that of the other, or the one beside it."""
    firsts, lasts = _plain(_phrase(one, depth)), _plain(_phrase(other, depth))
    if lasts and not firsts:
        tries = (_plain(_phrase(text, depth)) for text in _completed(one, other))
        firsts = [_moved(date, lasts[0], one, -1) for date in next(filter(None, tries), [])]
    elif firsts and not lasts:
        tries = (_plain(_phrase(text, depth)) for text in _completed(other, one, behind=True))
        lasts = [_moved(date, firsts[0], other, 1) for date in next(filter(None, tries), [])]
    pairs = [(first, last) for first, last in zip(firsts[:1], lasts[:1], strict=False) if first and last]
    return [(_day_of(first), _day_of(last)) for first, last in pairs] if within_set else pairs


def _completed(text: str, whole: str, *, behind: bool = False) -> Iterator[str]:
    """The text with more and more left out of what the other date says."""
    words = whole.split()
    for i in range(1, len(words)):
        yield f"{text} {' '.join(words[i:])}"
    if behind:
        for i in range(len(words) - 1, 0, -1):
            yield f"{' '.join(words[:i])} {text}"


def _moved(date: str, beside: str, text: str, way: int) -> str:
    """A date that borrowed its year, month or day, put before (-1) or after (1) the other; empty where it is far."""
    mine, theirs = _read(date), _read(beside)
    if mine is None or theirs is None or mine.earliest is None or theirs.earliest is None:
        return date
    is_right = (mine.sort_key <= theirs.sort_key) if way < 0 else (mine.sort_key >= theirs.sort_key)
    if is_right or mine.start == theirs.start and not mine.time:
        return date
    if re.search("[a-z]{3}|[qts][1-4]|h[12]", text):
        return f"{int(date[:4]) + way:04d}{date[4:]}"
    if mine.time:
        return f"{iso(mine.earliest + way)}T{mine.time}"
    year, month, day = year_month_day(mine.earliest)
    year, month = year + (month + way - 1) // 12, (month + way - 1) % 12 + 1
    moved = _read(f"{year:04d}-{month:02d}-{day:02d}")
    is_near = moved is not None and abs((moved.earliest or 0) - theirs.earliest) <= _NEAR
    return moved.text if moved is not None and is_near else ""


def _read(text: str) -> Date | None:
    try:
        return parse_strict_edtf(text)
    except DateError:
        return None


def _plain(dates: Iterable[str]) -> list[str]:
    """Those that may stand within an interval."""
    return [date for date in dates if not set(date) & set("/[]{}")]


def _day_of(date: str) -> str:
    """The date without its time of day, which has no place in a set."""
    return date.partition("T")[0]


# ---- Doubt and bounds


def _doubted(text: str, depth: int) -> list[str]:
    """About, perhaps, or a mark before or behind."""
    for pattern, mark in ((_ABOUT, "~"), (_PERHAPS, "?"), (_PERHAPS_ABOUT, "%")):
        found = pattern.fullmatch(text)
        if found:
            return _marked(found[1], mark, depth, keep=True)
    found = re.fullmatch(r"(.+?) (?:approximately|approx|environ|env|circa|or so)", text)
    if found:
        return _marked(found[1], "~", depth)
    found = re.fullmatch(r"(.+?) ?\(?([?~%])\)?", text)
    return _marked(found[1], found[2], depth) if found else []


def _marked(text: str, mark: str, depth: int, *, keep: bool = False) -> list[str]:
    """The dates of a text with a mark behind; `keep` those that have one already."""
    dates = [_day_of(date) for date in _plain(_phrase(text, depth))]
    return [date if date[-1] in "~?%" else date + mark for date in dates if keep or date[-1] not in "~?%"]


def _bounded(text: str, depth: int) -> list[str]:
    """By, before, since, after; what is before a date is not on it, or not surely."""
    shapes = (
        (_NOT_BEFORE, ("[{}..]",)), (_BY, ("[..{}]",)), (_BY_BEHIND, ("[..{}]",)), (_AFTER_BEHIND, ("[{}..]",)),
        (_BEFORE, ("[..<]", "[..{}]")), (_AFTER, ("[>..]", "[{}..]")), (_UNTIL, ("../{}", "[..{}]")),
        (_SINCE, ("{}/..", "[{}..]")), (_SINCE_BEHIND, ("{}/..", "[{}..]")),
    )  # fmt: skip
    for pattern, offers in shapes:
        found = pattern.fullmatch(text)
        dates = _plain(_phrase(found[1], depth)) if found else []
        if dates:
            bounds = [shape.format(dates[0] if "/" in shape else _day_of(dates[0])) for shape in offers]
            beyond = _beyond(dates[0])
            named = (bound.replace("<", beyond[0]).replace(">", beyond[1]) for bound in bounds)
            return [bound for bound in named if bound not in ("[..]", "[]")]
    return []


def _beyond(text: str) -> tuple[str, str]:
    """The last date before one and the first after it, in its unit; empty where doubt or an hour blurs it."""
    date = _read(text)
    if date is None or date.doubt or date.time or date.start.begin is None or date.start.end is None:
        return "", ""
    return _unit_of(date.start.begin - 1, date.precision, is_last=True), _unit_of(date.start.end, date.precision)


def _unit_of(day: int, precision: str, *, is_last: bool = False) -> str:
    """The year or month that ends (else begins) with a day, where a date is no more precise; else the day."""
    year, month, number = year_month_day(day)
    on_edge = (month, number) == ((12, 31) if is_last else (1, 1))
    if precision == "year" or (on_edge and precision not in ("day", "month")):
        return iso_year(year)
    return iso(day) if precision == "day" else f"{iso_year(year)}-{month:02d}"


# ---- Parts


def _part(text: str) -> list[str]:
    """The end, the beginning or the middle of a month, a year or a decade: a third of it, or the whole."""
    found = _PART.fullmatch(_SPRINKLE.sub("", text))
    if found is None:
        return []
    third = 2 if found["end"] else 0 if found["start"] else 1
    thirds = (_third(whole, third) for whole in _atom(found[found.re.groups]))
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
    days = [date for date in _atom(f"{before} {after}".strip()) if re.fullmatch(r"\d{4}-\d\d-\d\d", date)]
    hours = [found[1] + (found[2] or "").upper().replace("P", "+").replace("M", "-") for found in times]
    if len(hours) == 1:
        return [f"{day}T{hours[0]}" for day in days]
    ends = ((day, day if hours[0] <= hours[1] else _next_day(day)) for day in days)
    return [f"{day}T{hours[0]}/{end}T{hours[1]}" for day, end in ends]


def _next_day(day: str) -> str:
    date = _read(day)
    return day if date is None else iso((date.earliest or 0) + 1)


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
    """Whether the last is a year of two digits: behind a day and a month, or with an apostrophe."""
    named = [word for word in words[:-1] if word in months()]
    has_day = len(words) == 3 and len(named) == 1
    return re.fullmatch(r"'?\d\d" if has_day else r"'\d\d", words[-1]) is not None


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
    found = re.fullmatch(r"(\d{3})0 ?'?s", text) or re.fullmatch(r"ann(?:ees)? (\d{3})0", text)
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
