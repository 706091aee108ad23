"""Numbers and words of events, as they are asked for and put in order: `idled:>1000`, `importance:8..10`.

A number is met where it surely is so: `more than 900` is greater than 800, and not surely greater than 1000.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.core.evidence.numbers import ONE
from tui.core.evidence.units import counted
from tui.core.evidence.values import reading
from tui.core.query.names import Names, UnknownName
from tui.core.query.tree import ANY
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.text.nearest import did_you_mean
from tui.core.timeline.model import Event

SMALLEST_FIRST = "-"
"""The sign before a name by which events are put in order the other way round."""

_COMPARED = re.compile(r"(>=|<=|≥|≤|>|<|=)(.+)|(.*?)\.\.(.*)")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,17})|-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}", re.ASCII)
"""A whole number as most are written: no more is to be found out about it."""
_SIGNS = {"≥": ">=", "≤": "<="}


class Number(NamedTuple):
    """A number, or what a value leaves possible of one; None where nothing bounds it."""

    low: int | None
    high: int | None
    low_excluded: bool = False
    high_excluded: bool = False


def number(text: str) -> Number | None:
    """The number that a value is, whatever its unit, in units of 1 / ONE; None for words."""
    if _PLAIN.fullmatch(text):
        exact = int(text.replace(",", "")) * ONE
        return Number(exact, exact)
    read = reading(text)
    return None if read.unit is None else Number(read.low, read.high, read.low_open, read.high_open)


def asked_number(name: str, text: str, names: Names) -> Number | None:
    """The number that is asked for; None for words, and for what counts something that no event has there: `2m`."""
    found = number(text)
    if found is None or _PLAIN.fullmatch(text):
        return found
    unit = unit_of(text)
    return found if not unit or unit in units(name, names) else None


def unit_of(text: str) -> str:
    """The one name of what a value counts, as it says itself; empty for a number alone."""
    unit = "" if _PLAIN.fullmatch(text) else reading(text).unit
    return counted(unit) if unit else ""


def units(name: str, names: Names) -> set[str]:
    """The units that values of that name have, and the one that the file declares for them."""
    if name not in names.data_units:
        values = dict.fromkeys(own for event in names.timeline.events if (own := event.data.get(name)))
        declared = fold(names.timeline.data.get(name, ""))
        names.data_units[name] = {*map(unit_of, values), counted(declared) if declared else ""}
    return names.data_units[name]


def wanted(name: str, text: str, names: Names) -> str:
    """A value of a term, as it is kept; UnknownName for what is no number, no comparison and no word there."""
    compared = _COMPARED.fullmatch(text)
    if compared:
        sides = [side for side in (compared[2], compared[3], compared[4]) if side]
        wrong = next((side for side in sides if asked_number(name, side, names) is None), None if sides else text)
        if wrong is not None:
            raise UnknownName(
                worded('"{wrong}" is no number', wrong=wrong),
                worded("such as {one} or {other}", one=f"{name}:>1000", other=f"{name}:10..20"),
            )
        return text
    if asked_number(name, text, names) is not None or ANY in text:
        return text
    for word in words(name, names):
        if fold(word) == fold(text):
            return word
    known = words(name, names.in_hints)
    listed = (
        worded("known here: {known}", known=", ".join(known[:12]))
        if known
        else worded("such as {example}", example=f"{name}:>1000")
    )
    raise UnknownName(
        worded('no event has the {data} "{value}"', data=name, value=text), did_you_mean(text, known) or listed
    )


def words(name: str, names: Names) -> list[str]:
    """The values of that name that are no numbers; found out once, for they are asked at each key of a query."""
    if name not in names.data_words:
        values = dict.fromkeys(own for event in names.timeline.events if (own := event.data.get(name)))
        names.data_words[name] = [own for own in values if number(own) is None]
    return names.data_words[name]


class Datum(NamedTuple):
    """A value that an event has, and the number that it is."""

    text: str
    number: Number | None


def datum(text: str) -> Datum:
    """A value as it is compared."""
    return Datum(text, number(text))


def meets(value: str) -> Callable[[Datum], bool]:
    """A test of what events have, for a value of a term."""
    compared = _COMPARED.fullmatch(value)
    if compared is None:
        exact = number(value)
        if exact is not None:
            return lambda own: own.number == exact
        fits = re.compile(".*".join(map(re.escape, fold(value).split(ANY))), re.DOTALL).fullmatch
        return lambda own: fits(fold(own.text)) is not None
    sign = _SIGNS.get(compared[1], compared[1])
    if sign is None:
        low, high = (number(side) if side else None for side in (compared[3], compared[4]))
    else:
        bound = number(compared[2])
        low, high = (bound if sign in (">", ">=", "=") else None), (bound if sign in ("<", "<=", "=") else None)
    excluded = sign in ("<", ">")
    return lambda own: own.number is not None and _lies(own.number, low, high, excluded=excluded)


def _lies(read: Number, low: Number | None, high: Number | None, *, excluded: bool) -> bool:
    """True when a number lies surely between two bounds."""
    if low is not None and low.low is not None:
        least = read.low
        if least is None or least < low.low or (excluded and least == low.low and not read.low_excluded):
            return False
    if high is not None and high.high is not None:
        most = read.high
        if most is None or most > high.high or (excluded and most == high.high and not read.high_excluded):
            return False
    return True


def place_by(order: str) -> Callable[[Event], tuple[int, int, str]]:
    """The place of an event among others by a number: the greatest first, or with a `-` the smallest, then words."""
    name = order.removeprefix(SMALLEST_FIRST)
    sign = 1 if order.startswith(SMALLEST_FIRST) else -1

    def place(event: Event) -> tuple[int, int, str]:
        own = event.data.get(name, "")
        read = number(own) if own else None
        bound = None if read is None else read.low if read.low is not None else read.high
        return (3 if not own else 2 if bound is None else 1, sign * (bound or 0), fold(own) if bound is None else "")

    return place
