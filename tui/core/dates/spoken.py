"""Dates in English, French and Dutch words to what they are in EDTF: suggestions, never readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from tui.core.dates.calendar import iso, iso_year, year_month_day
from tui.core.dates.edtf import strict_edtf_or_none
from tui.core.dates.one_date import one_date, part_of_date
from tui.core.dates.shorthand import months, plain_readings

LONGEST = 90
"""Longer texts are prose, in characters."""

MOST_JOINTS = 7
"""So many hyphens or words that may join two dates are tried: no date has more, and trying takes time."""

_BETWEEN = re.compile(r"(?:some ?time |quelque part )?(?:between|entre|bet) (.+?) (?:and|et) (.+)")
_FROM = re.compile(r"^(?:from |de |du |d'|depuis (?:le |la |l')?|since )")
_TO = re.compile(r"(?<= )(?:[-/]|to|until|till|through|thru|au|aux|a|jusqu'au|jusqu'en|jusqu'a)(?= )")
_TO_NOW = re.compile(
    r"(.+?)(?: ?[-/] ?| (?:to|until|till|through|thru|au|a|jusqu'au|jusqu'a) | ?(?=\.\.))"
    r"(?:(?:the |le |l'|en |a )?(?:present(?: day)?|now|today|ongoing|date|current|aujourd'hui|maintenant|nos jours"
    r"|ce jour|cours|actuel)|\.\.+)"
)
"""An interval without an end so far."""
_NO_END = re.compile(r"(.*\d) ?-")
"""`2020–`, as a life without its end is written."""
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAYS_BEHIND = re.compile(rf"\b([a-z]{{3,}}) {_NTH} ?(-|to|and|or|through) ?{_NTH} (\d{{4}})\b")
_YEARS_BEHIND = re.compile(r"(.+) (\d{4}) ?[-/] ?(\d{4}|\d\d)")
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
_EITHER = re.compile(r"(?:either |soit )?(.+?) (or|ou|and|et|&) (.+)")
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
_BEFORE = re.compile(
    r"(?:strictly )?(?:before|bef|prior to|earlier than|avant|anterieur a|<)(?: le| la| l')?(?: |(?<=[<'])) ?(.+)"
)
_SINCE = re.compile(
    r"(?:ongoing |en cours )?(?:since|from|starting(?: in| on| from)?|effective|as (?:of|from)|depuis(?: le)?"
    r"|a (?:partir|compter|dater) (?:de|du|d')(?: l'| la)?|des(?: le)?) ?"
    r"(.+?)(?: on| onwards?| and after| et apres)?"
)
_SINCE_BEHIND = re.compile(r"(.+?) (?:(?:and )?on(?:wards?)?|and after|et apres|et au-dela)")
_NOT_BEFORE = re.compile(r"(?:not before|no earlier than|au plus tot(?: le| en)?|≥|>=|=>) ?(.+)")
_AFTER = re.compile(r"(?:after|aft|later than|posterieur a|apres|>)(?: le| la| l')?(?: |(?<=[>'])) ?(.+)")
_AFTER_BEHIND = re.compile(r"(.+?) (?:at the earliest|or later|or after|au plus tot|ou apres|ou plus tard)")
_NEAR = 16
"""Days: how far a range of days with one month may reach over the end of a month."""


def edtf_candidates(text: str) -> list[str] | None:
    """The EDTF that words or digits may mean, best first; empty when only the year is missing; None for other texts."""
    if len(text) > LONGEST:
        return None
    readings = [_year_behind(_month_behind(plain)) for plain in plain_readings(text)]
    numbered = (plain for plain in readings if re.search(r"\d|siecle|century", plain))
    rounds = zip_longest(*(_phrase(plain, 3) for plain in numbered))  # the best of each reading comes first
    found = list(dict.fromkeys(filter(None, chain(*rounds))))
    if found:
        return found
    lacks_year = not re.search(r"\d{3}", text) and any(
        word in months() for plain in readings for word in re.findall("[a-z]+", plain)
    )
    return [] if lacks_year and any(_phrase(f"{plain} 2024", 3) for plain in readings) else None


def _month_behind(text: str) -> str:
    """The text with the days of `august 10-15 2025` before their month."""
    found = _DAYS_BEHIND.search(text)
    if found is None or found[1] not in months():
        return text
    month, one, joint, other, year = found.groups()
    return f"{text[: found.start()]}{one} {month} {year} {joint} {other} {month} {year}{text[found.end() :]}"


def _year_behind(text: str) -> str:
    """The text with the last alone of the two years behind a range of months, `oct-mar 2025-26`."""
    found = _YEARS_BEHIND.fullmatch(text)
    if found is None or sum(word in months() for word in re.findall("[a-z]+", found[1])) != 2:
        return text
    follows = f"{int(found[2]) + 1:04d}"
    return f"{found[1]} {follows}" if found[3] in (follows, follows[2:]) else text


def _phrase(text: str, depth: int) -> list[str]:
    """Dates with what is said around them; `depth` phrases may hold one another."""
    if depth == 0:
        return []
    for reader in (_together, _doubted, _bounded):
        found = reader(text, depth - 1)
        if found:
            return found
    return part_of_date(text) or one_date(text) or _hyphened(text, depth - 1)


# ---- Two dates


def _together(text: str, depth: int) -> list[str]:
    """Two dates: between, from and to, or, and."""
    found = _BETWEEN.fullmatch(text)
    if found:
        return [f"[{one}..{other}]" for one, other in _pair(found[1], found[2], depth, within_set=True)]
    bare = _FROM.sub("", text)
    found = _TO_NOW.fullmatch(bare) or _NO_END.fullmatch(bare)
    if found:
        return [f"{date}/.." for date in _plain(_phrase(found[1], depth))]
    joints = list(_TO.finditer(bare))
    for joint in joints if len(joints) <= MOST_JOINTS else ():
        joined = _joined(bare[: joint.start()], bare[joint.end() :], depth, is_dash=joint[0] == "-")
        if joined:
            return joined
    found = _EITHER.fullmatch(text)
    if found:
        shape = "[{},{}]" if found[2] in ("or", "ou") else "{{{},{}}}"
        return [shape.format(*pair) for pair in _pair(found[1], found[3], depth, within_set=True)]
    return []


def _hyphened(text: str, depth: int) -> list[str]:
    """Two dates with a hyphen or a slash between them and no space: `7 jun-14 jul 1916`."""
    bare = _FROM.sub("", text)
    if len(re.findall("[-/]", bare)) > MOST_JOINTS:
        return []
    sides = ((bare[: dash.start()], bare[dash.end() :], dash[0] == "-") for dash in re.finditer("[-/]", bare))
    tries = (_joined(one, other, depth, is_dash=is_dash) for one, other, is_dash in sides)
    return next((joined for joined in tries if joined), [])


def _joined(one: str, other: str, depth: int, *, is_dash: bool) -> list[str]:
    """From the one to the other; two days with a dash may be one day between them, as the timeline shows that."""
    one, other = one.strip(), other.strip()
    pairs = _pair(one, other, depth) if one and other else []
    shapes = ("{}/{}", "[{}..{}]") if is_dash and all(map(_DAY.fullmatch, chain(*pairs))) else ("{}/{}",)
    return [shape.format(*pair) for pair in pairs for shape in shapes]


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
    mine, theirs = strict_edtf_or_none(date), strict_edtf_or_none(beside)
    if mine is None or theirs is None or mine.earliest is None or theirs.earliest is None:
        return date
    is_right = (mine.sort_key <= theirs.sort_key) if way < 0 else (mine.sort_key >= theirs.sort_key)
    if is_right or (mine.start == theirs.start and not mine.time):
        return date
    if re.search("[a-z]{3}|[qts][1-4]|h[12]", text):
        return f"{int(date[:4]) + way:04d}{date[4:]}"
    if mine.time:
        return f"{iso(mine.earliest + way)}T{mine.time}"
    year, month, day = year_month_day(mine.earliest)
    year, month = year + (month + way - 1) // 12, (month + way - 1) % 12 + 1
    moved = strict_edtf_or_none(f"{year:04d}-{month:02d}-{day:02d}")
    is_near = moved is not None and abs((moved.earliest or 0) - theirs.earliest) <= _NEAR
    return moved.text if moved is not None and is_near else ""


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
    found = re.fullmatch(r"(.+?) (?:approximately|approx|environ|env|circa|ca|or so)", text)
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
        meant = _phrase(found[1], depth) if found else []
        dates = _plain(meant)
        if dates:
            bounds = [shape.format(dates[0] if "/" in shape else _day_of(dates[0])) for shape in offers]
            beyond = _beyond(dates[0]) if dates[0] == meant[0] else ("", "")  # the middle of a month is within it
            named = (bound.replace("<", beyond[0]).replace(">", beyond[1]) for bound in bounds)
            return [bound for bound in named if bound not in ("[..]", "[]")]
    return []


def _beyond(text: str) -> tuple[str, str]:
    """The last date before one and the first after it, in its unit; empty where doubt or an hour blurs it."""
    date = strict_edtf_or_none(text)
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
