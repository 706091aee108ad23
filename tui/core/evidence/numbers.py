"""Numbers as people write them: `90,000`, `90 000`, `140.000`, `2,5`, `13.4 bn`, `15 %`, with their unit."""

from __future__ import annotations

import re
from typing import NamedTuple

DECIMALS = 12
"""Numbers are whole multiples of 10 to the minus this, so that arithmetic is exact without a library."""

ONE = 10**DECIMALS

LONGEST = 40
"""Characters in a number; what is longer is read as words."""

_SCALES = {
    "thousand": 3, "mille": 3,
    "million": 6, "millions": 6, "mn": 6, "mio": 6,
    "bn": 9, "billion": 9, "billions": 9, "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9,
}  # fmt: skip

_TENFOLD = {scale: int(10**scale) for scale in (0, *_SCALES.values())}

_UNITS = {
    **dict.fromkeys(("percent", "per cent", "pour cent", "pourcent", "p.c."), "%"),
    **dict.fromkeys(("euro", "euros", "d'euros"), "eur"),
}
_CURRENCIES = ("eur", "gbp", "usd", "$")
"""Units that may also stand before their number; folding makes `eur` of the euro's sign."""

_DIGITS = re.compile("[-+]?[0-9](?:[ ,.']?[0-9])*")
"""Digits, with single separators between them."""


class Scaled(NamedTuple):
    """A number as written, with the power of ten that a word adds to it and its unit."""

    digits: str
    scale: int
    unit: str
    more: bool
    """Whether a plus sign follows the digits."""

    def number(self) -> int | None:
        """The number in units of 1 / ONE; None when the notation is none of ours."""
        return _number(self.digits, fine=self.is_fine, scale=self.scale)

    @property
    def is_fine(self) -> bool:
        """Whether three digits after a point are decimals, as in `1.234 bn`."""
        return self.scale > 0 or self.unit == "%"


def scaled(text: str) -> Scaled | None:
    """The number that a folded text begins with, and what stands after it up to the end."""
    sign = next(filter(text.startswith, _CURRENCIES), "")
    rest = text.removeprefix(sign).lstrip()
    found = _DIGITS.match(rest)
    if found is None:
        return None
    digits, rest = found[0], rest[found.end() :]
    more = rest.startswith("+")
    rest = rest[more:].lstrip()
    word, _, after = rest.partition(" ")
    scale = _SCALES.get(word, 0)
    if scale:
        rest = after.removeprefix("de ").removeprefix("d'").removeprefix("of ")
    unit = _UNITS.get(rest, rest) or sign
    if unit and not (unit[0].isalpha() or unit[0] in "%$("):
        return None
    return Scaled(digits, scale, unit, more)


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
    number = int("".join(groups) + decimals.ljust(DECIMALS, "0")) * _TENFOLD[scale]
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
    """Which separator begins the decimals; empty when none does."""
    if not marks or marks[-1] not in ",." or marks.count(marks[-1]) > 1:
        return ""
    whole, _, decimals = digits.rpartition(marks[-1])
    if len(marks) > 1:
        return marks[-1]
    thousands = len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0"
    return "" if thousands and not (fine and marks[-1] == ".") else marks[-1]


def _well_grouped(groups: list[str]) -> bool:
    """Whether a whole number is written in one run or in threes, without idle zeros."""
    if groups[0][0] == "0" and (len(groups) > 1 or len(groups[0]) > 1):
        return False
    return len(groups) == 1 or (len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
