"""Halves and quarters in numbers, as decimals: `2½`, `2 1/2 years`, `un an et demi`, `half a million`.

Only what can be read in one way: `1/2` alone may be a day, a score or a part, and `half` alone is half of something.
"""

from __future__ import annotations

import re

from tui.core.evidence.number_words import number_in_words
from tui.core.text.pattern import pattern

_PARTS = {"½": ".5", "¼": ".25", "¾": ".75", "⅛": ".1250", "⅜": ".3750", "⅝": ".6250", "⅞": ".8750"}
"""Thirds are none of a thousand; eighths have four digits, since three behind a point may be thousands."""
_OF_SLASHES = {"1/2": "½", "1/4": "¼", "3/4": "¾", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}
_SIGNS = "".join(_PARTS)
_BLANK = "[ \u00a0\u2009\u202f]?"
_SIGN = pattern(rf"(?:(?<![\d.,'])(\d{{1,6}}){_BLANK})?([{_SIGNS}])(?={_BLANK}([^\W\d]+|%|))")
_PART_OF = frozenset(("of", "de", "des", "du", "d", "the", "le", "la", "les"))
_SLASHED = pattern(r"(?:(?<![\d.,'/])(\d{1,6}) )?\b([1357])[/⁄]([248])(?![\d/⁄])(?=(?: ?%| [^\W\d]))")

_HALF_BEHIND = pattern(r"(.+[^\W\d]) (?:et demie?|and a half)")
_HALF_WITHIN = pattern(r"(\w+) and a half (.+)")
_HALF_OF = pattern(
    r"(?:half an? |an? half |une? demi[ -])"
    r"((?:million|billion|milliard|century|siecle|decade|decennie|hour|heure|year)s?\b.*)"
)
_SIX = pattern(r"(?:half a dozen|a half dozen|une demi[ -]douzaine)\b")

IDIOMS = {
    "une quinzaine de jours": (14, 15, "days"), "quinze jours": (14, 15, "days"),
    "une huitaine de jours": (7, 8, "days"), "huit jours": (7, 8, "days"),
}  # fmt: skip
"""Spans of days that French counts with or without the first: two weeks are fifteen, and one is eight."""


def with_decimals(text: str) -> str:
    """The text of a value with decimals for the signs of fractions in its numbers."""
    if not any(sign in text for sign in "/⁄") and not any(sign in text for sign in _SIGNS):
        return text
    return _SIGN.sub(_decimal, _SLASHED.sub(_sign_of, text))


def _sign_of(found: re.Match[str]) -> str:
    whole, over, under = found.groups()
    sign = _OF_SLASHES.get(f"{over}/{under}")
    is_one = sign is not None and (whole is not None or "⁄" in found[0])
    return f"{whole or ''}{sign}" if is_one else found[0]


def _decimal(found: re.Match[str]) -> str:
    whole, sign, after = found.groups()
    is_number = whole or (after and after.lower() not in _PART_OF)
    return f"{whole or 0}{_PARTS[sign]}" if is_number else found[0]


def with_halves(text: str) -> str:
    """A folded text that begins with a number, with the half that is said behind it in digits."""
    if "half" not in text and "demi" not in text:
        return text
    if found := _HALF_BEHIND.fullmatch(text):
        return _with_half(found[1]) or text
    if found := _HALF_WITHIN.fullmatch(text):
        return _with_half(f"{found[1]} {found[2]}") or text
    if found := _HALF_OF.fullmatch(text):
        return f"0.5 {found[1]}"
    return _SIX.sub("6", text) if _SIX.match(text) else text


def _with_half(text: str) -> str:
    """A whole number with its unit, and a half more; empty for another text."""
    digits = re.fullmatch(r"(\d{1,6}) ([^\W\d].*)", text)
    number, unit = (digits[1], digits[2]) if digits else (number_in_words(text) or (0, ""))
    return f"{number}.5 {unit}" if unit else ""
