"""Guesses at intervals that are not written as the standard has them: short ends, open sides, two points."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.dates.edtf import strict_edtf_or_none
from tui.core.text.messages import worded

SLASH = worded("an interval is written with /")
WHOLE_ENDS = worded("both ends of an interval are whole dates")
STAYS = worded("a date stays where it is: write the day itself, as 2025-12-31")


class Guess(NamedTuple):
    """The likely meaning of a text that is no date."""

    reason: str | None
    """The reason why it is not a date; None leaves the parser's own."""
    dates: list[str]
    position: int = 0
    length: int | None = None
    """None is to the end of the text."""


def is_date(text: str) -> bool:
    """True when a text is a date as the standard has it."""
    return strict_edtf_or_none(text) is not None


def short_end(text: str) -> Guess | None:
    """An interval of which the end is short or not written: `2019–20`, `2020–`, `2025-08-25/30`."""
    found = re.fullmatch(r"([0-9]{2})([0-9]{2}) ?([–—/-]) ?([0-9]{2})", text)
    if found is not None and (found[3] != "/" or found[4] > "12"):
        century, year, sign, other = found.groups()
        is_likely = other > year and (sign != "-" or int(other) - int(year) <= 15)
        years = [f"{century}{year}/{century}{other}"] if is_likely else []
        if year == "99" and other == "00":
            years, sign = [f"{century}99/{int(century) + 1}00"], "/"
        month = [f"{text[:4]}-{other}"] if sign in "–—" else []
        return Guess({"-": None, "/": WHOLE_ENDS}.get(sign, SLASH), [*years, *month], 4, len(text) - 6)
    if found := re.fullmatch(r"([0-9]{4}(?:-[0-9]{2}){0,2}) ?[–—-]|[–—] ?([0-9]{4}(?:-[0-9]{2}){0,2})", text):
        return Guess(SLASH, [f"{found[1]}/.."] if found[1] else [f"../{found[2]}", f"[..{found[2]}]"])
    if found := re.fullmatch(r"([0-9]{4})(?: ?[–—] ?| - ?|-(?=[?]$))[?]+", text):
        return Guess(SLASH, [f"{found[1]}/", f"{found[1]}-XX"])
    short = re.fullmatch(r"([0-9]{4}-[0-9-]+)/([0-9]{2}(?:-[0-9]{2})?)", text)
    if short is None:
        return None
    one, end = short.groups()
    whole = one[: -len(end)] + end
    if whole < one:  # over the end of the month, or of the year
        next_year, next_month = divmod(int(one[:4]) * 12 + int(one[5:7]), 12)
        is_day = len(one) == 10 and len(end) == 2
        whole = f"{next_year}-{next_month + 1:02d}-{end}" if is_day else f"{int(one[:4]) + 1}{whole[4:]}"
    return Guess(WHOLE_ENDS, [f"{one}/{whole}"], len(one) + 1, len(end))


_NO_END = ("open", "*", "...", "…", "∞", "-", "–", "—", "ouvert", "?")
_MOVING_END = (
    "present", "now", "today", "ongoing", "current", "présent", "aujourd'hui", "aujourd’hui", "maintenant",
    "en cours", "nos jours", "à nos jours", "ce jour",  # no words: read
)  # fmt: skip


def open_words(text: str) -> Guess | None:
    """`open`, `unknown`, `present` as one side of an interval."""
    one, slash, other = text.partition("/")
    words = {**dict.fromkeys(_NO_END, ".."), **dict.fromkeys(_MOVING_END, ".."), "unknown": "", "inconnu": ""}
    if slash and one.strip().casefold() in _MOVING_END:
        return Guess(STAYS, [], 0, len(one))
    sides = [words.get(side.strip().casefold(), side.strip()) for side in (one, other)]
    if not slash or sides == [one, other]:
        return None
    return Guess(worded("an open side of an interval is written .., an unknown one is left blank"), ["/".join(sides)])


def unslashed(text: str) -> Guess | None:
    """Two dates joined by two points: `2025-08..2025-09`."""
    one, points, other = text.partition("..")
    if points and one and other and is_date(one) and is_date(other):
        dates = [f"{one}/{other}", f"[{one}..{other}]"]
        return Guess(worded("an interval is written with /, a span of doubt in brackets"), dates, len(one), 2)
    return None
