"""Numbers as people write them: `90,000`, `140.000`, `13.4 bn`, `1,5 Md€`, `150k`, `two`, with their unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.evidence.number_words import GOES_ON, number_in_words
from tui.core.evidence.units import is_countable, without_article
from tui.core.text.pattern import pattern

DECIMALS = 12
"""Numbers are whole multiples of 10 to the minus this, so that arithmetic is exact without a library."""

ONE = 10**DECIMALS

LONGEST = 40
"""Characters in a number; what is longer is read as words."""

_SCALES = {
    "k": 3, "thousand": 3, "mille": 3, "millier": 3, "milliers": 3, "duizend": 3,
    "million": 6, "millions": 6, "mn": 6, "mio": 6, "mln": 6, "miljoen": 6,
    "bn": 9, "billion": 9, "billions": 9, "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "mrds": 9,
    "mld": 9, "mia": 9, "miljard": 9,
    "tn": 12, "trillion": 12, "trillions": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
    "tausend": 3, "millionen": 6, "miljoenen": 6, "milioni": 6, "millones": 6,
    "milliarde": 9, "milliarden": 9, "miljarden": 9, "miliardi": 9,
}  # fmt: skip
_MONEY_SCALES = {"m": 6, "b": 9, "mm": 9}
"""Letters that are a scale before money: alone an `m` is a metre; `MMDH` is the milliard of Moroccan papers."""

_TENFOLD = {scale: int(10**scale) for scale in (0, *_SCALES.values())}

_PERCENTS = ("percent", "per cent", "per-cent", "pour cent", "pour-cent", "pourcent", "procent", "prozent", "p. cent",
             "p.c.", "pct.", "pct")  # fmt: skip
_UNITS = dict.fromkeys(("euro", "euros", "d'euros"), "eur")
_CURRENCIES = (
    "eur", "gbp", "usd", "us$", "$", "mad", "dhs", "dh", "chf", "jpy", "cad", "ca$", "c$", "aud", "au$", "a$", "nzd",
    "nz$", "hkd", "hk$", "brl", "r$", "inr", "rs.", "rs", "sek", "nok", "dkk", "pln", "cny", "rmb", "rub", "ils",
    "krw", "zar", "xof", "xaf", "fcfa", "tnd", "dzd", "bef", "frf",
)  # fmt: skip
"""Units that may also stand before their number; folding makes `eur` of the euro's sign."""

_GLUED = (
    "(md|mds|mrd|mrds|mld|mln|mio|mn|bn|tn|k|m|b|mm(?=dh|mad$))"
    rf"(?=(?:euros?|{'|'.join(map(re.escape, _CURRENCIES))})(?: |$))"
)
"""A scale that is written in one with its money: `Md€`, `kEUR`, `MMDH`."""

_EACH = ("a ", "an ", "per ", "par ", "/", "de l'", "la ", "le ", "l'")
"""The words between money and what it is paid for."""
_MINUS = pattern("^(?:moins |minus |- )(?=[0-9])")
_DIGITS = pattern("[-+]?[0-9](?:[ ,.']?[0-9])*")
"""Digits, with single separators between them."""
_POWER = pattern("e[+]?([0-9]{1,2})(?![0-9a-z])")
"""The power of ten of `1e9`, right behind its digits."""
_CODE = pattern("[ex][-+]?[0-9]")
"""The signs behind digits with which they are no number that people write: `0x10`, `1e-3`."""


class Scaled(NamedTuple):
    """A number as written, with the power of ten that a word adds to it and its unit."""

    digits: str
    scale: int
    unit: str
    more: bool
    """True when a plus sign follows the digits."""

    def number(self) -> int | None:
        """The number in units of 1 / ONE; None when the notation is none of ours."""
        return _number(self.digits, fine=self.is_fine, scale=self.scale)

    @property
    def is_fine(self) -> bool:
        """True when three digits after a point are decimals, as in `1.234 bn`."""
        return self.scale > 0 or self.unit[:1] == "%"


def scaled(text: str) -> Scaled | None:
    """The number that a folded text begins with, and what stands after it up to the end."""
    text = _MINUS.sub("-", text)
    sign = next(filter(text.startswith, _CURRENCIES), "")
    rest = text.removeprefix(sign).lstrip()
    found = _DIGITS.match(rest) or _DIGITS.match(rest := _in_digits(rest))
    if found is None:
        return None
    digits, rest = found[0], rest[found.end() :]
    power = _POWER.match(rest)
    if power:
        return Scaled(digits, int(power[1]), rest[power.end() :].lstrip(), more=False)
    if _CODE.match(rest):
        return None
    more = rest.startswith("+")
    scale, rest = _after_scale(rest[more:].lstrip(), is_money=bool(sign))
    if rest.startswith("+"):
        more, rest = True, rest[1:].lstrip()
    percent = next((word for word in _PERCENTS if rest == word or rest.startswith(f"{word} ")), None)
    rest = f"%{rest[len(percent) :]}" if percent else rest
    unit = f"{sign} {rest}" if sign and rest.startswith(_EACH) else _UNITS.get(rest, rest) or sign
    if unit and not (unit[0].isalpha() or unit[0] in "%$("):
        return None
    return None if unit.partition(" ")[0] in GOES_ON else Scaled(digits, scale, unit, more)


def _after_scale(text: str, *, is_money: bool) -> tuple[int, str]:
    """The power of ten that a text begins with, 0 for none, and what stands after it."""
    glued = re.match(_GLUED, text) if text[:1] in ("m", "b", "t", "k") else None
    if glued:
        return _SCALES.get(glued[1]) or _MONEY_SCALES[glued[1]], text[glued.end() :]
    word, _, after = text.partition(" ")
    name = word.rstrip("+.")
    scale = _SCALES.get(name, 0)
    if name in _MONEY_SCALES and ((is_money and name != "mm") or is_countable(after)):
        scale = _MONEY_SCALES[name]
    if not scale:
        return 0, text
    after = without_article(after)
    return scale, f"+{after}" if word.endswith("+") else after


def _in_digits(text: str) -> str:
    """A text that begins with a small number in words, with that in digits; else nothing.

    `One` and `a` are numbers alone and before what is counted: `one year`, `a million`, not `a plan`.
    """
    found = number_in_words(text) if text[:1].isalpha() else None
    if found is None:
        return ""
    number, rest = found
    after = rest.partition(" ")[0]
    if after in GOES_ON or (number == 1 and (rest or len(text) < 2) and not (after in _SCALES or is_countable(rest))):
        return ""
    return f"{number} {rest}"


def _number(digits: str, *, fine: bool, scale: int) -> int | None:
    """The number in units of 1 / ONE; None when the notation is none of ours.

    Three digits after a comma or a point are thousands (`90,000`, `140.000`) but in `0.125`, and after
    a point where decimals are usual (`fine`: `1.234 bn`, `3.125 %`).
    """
    if len(digits) > LONGEST:
        return None
    negative = digits[0] == "-"
    found = separated(digits.lstrip("+-"), fine=fine)
    if found is None:
        return None
    groups, decimals = found
    decimals = decimals.rstrip("0")
    if len(decimals) > DECIMALS:
        return None
    number = int("".join(groups) + decimals.ljust(DECIMALS, "0")) * (_TENFOLD.get(scale) or 10**scale)
    return -number if negative else number


def separated(digits: str, *, fine: bool) -> tuple[list[str], str] | None:
    """The groups of a whole number and its decimals, as they are written; None when they are not well written."""
    marks = [] if digits.isdigit() else [c for c in digits if not c.isdigit()]
    decimal = _decimal_mark(digits, marks, fine=fine)
    whole, _, decimals = digits.partition(decimal) if decimal else (digits, "", "")
    groups = whole.translate(_BLANKS).split()
    if not _well_grouped(groups) or (decimals.rstrip("0") and not decimals.isdigit()):
        return None
    return groups, decimals


_BLANKS = str.maketrans(",.'", "   ")


def _decimal_mark(digits: str, marks: list[str], *, fine: bool) -> str:
    """The separator that begins the decimals; empty when none does."""
    if not marks or marks[-1] not in ",." or marks.count(marks[-1]) > 1:
        return ""
    whole, _, decimals = digits.rpartition(marks[-1])
    if len(marks) > 1:
        return marks[-1]
    thousands = len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0"
    return "" if thousands and not (fine and marks[-1] == ".") else marks[-1]


def _well_grouped(groups: list[str]) -> bool:
    """True when a whole number is written in one run or in threes, without idle zeros."""
    if groups[0][0] == "0" and (len(groups) > 1 or len(groups[0]) > 1):
        return False
    return len(groups) == 1 or (len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
