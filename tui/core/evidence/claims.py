"""What the values of a claim say (number, bound, range, date, words), and whether two can both be true."""

from __future__ import annotations

from tui.core.evidence.units import counted
from tui.core.evidence.values import ValueReading, reading
from tui.core.timeline.model import Claim


def compatible(one: ValueReading, other: ValueReading) -> bool:
    """Whether one reading fits both: the same words, or stretches of the same unit that overlap.

    A bare number takes the unit of the other, since the claim itself says what is counted.
    """
    if one.text == other.text:
        return True
    if one.unit is None or other.unit is None:
        return False
    if one.unit and other.unit and counted(one.unit) != counted(other.unit):
        return False
    return _overlap(one, other)


def disputed(claim: Claim) -> bool:
    """Whether some pair of the claim's values is incompatible."""
    if len(claim.values) < 2:
        return False
    readings = {reading(value.text, claim.name) for value in claim.values}
    units = {one.unit for one in readings}
    if None in units:
        return len({one.text for one in readings}) > 1
    if len({counted(unit) for unit in units if unit}) > 1:
        return True
    # Stretches overlap in pairs when the one that begins last meets the one that ends first.
    last = max((one for one in readings if one.low is not None), key=_beginning, default=None)
    first = min((one for one in readings if one.high is not None), key=_ending, default=None)
    return last is not None and first is not None and not _reaches(first, last)


def less_precise(claim: Claim) -> set[int]:
    """The places of the values that are compatible with a more precise one of the same claim."""
    if len(claim.values) < 2:
        return set()
    readings = [reading(value.text, claim.name) for value in claim.values]
    measured = sorted((one for one in set(readings) if one.unit is not None), key=_vagueness)
    return {place for place, one in enumerate(readings) if one.unit is not None and _has_sharper(one, measured)}


def _has_sharper(one: ValueReading, measured: list[ValueReading]) -> bool:
    for other in measured:
        if other.vagueness >= one.vagueness:
            return False
        if compatible(one, other):
            return True
    return False


def _vagueness(one: ValueReading) -> tuple[bool, int, bool]:
    return one.vagueness


def _beginning(one: ValueReading) -> tuple[int, bool]:
    return one.low or 0, one.low_open


def _ending(one: ValueReading) -> tuple[int, bool]:
    return one.high or 0, not one.high_open


def _overlap(one: ValueReading, other: ValueReading) -> bool:
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: ValueReading, other: ValueReading) -> bool:
    """Whether the one doesn't end before the other begins."""
    if one.high is None or other.low is None:
        return True
    return one.high > other.low or (one.high == other.low and not one.high_open and not other.low_open)
