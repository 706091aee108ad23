"""The meaning of a claim's values (number, bound, range, date, words), and the test that two can both be true."""

from __future__ import annotations

from tui.core.evidence.units import counted, worth
from tui.core.evidence.values import ValueReading, reading
from tui.core.timeline.model import Claim


def compatible(one: ValueReading, other: ValueReading) -> bool:
    """True when one reading fits both: the same words, or stretches of the same unit that overlap.

    A bare number takes the unit of the other, since the claim itself says what is counted.
    """
    if one.unit is None or other.unit is None:
        return one.text == other.text
    if one.unit and other.unit and counted(one.unit) != counted(other.unit):
        if worth(counted(one.unit))[0] != worth(counted(other.unit))[0]:
            return False
        one, other = _in_smallest(one), _in_smallest(other)
    return _reaches(one, other) and _reaches(other, one)


def disputed(claim: Claim) -> bool:
    """True when some pair of the claim's values is incompatible."""
    if len(claim.values) < 2:
        return False
    readings = {reading(value.text, claim.name) for value in claim.values}
    units = {one.unit for one in readings}
    if None in units:
        return len({one.text for one in readings}) > 1
    kinds = {counted(unit) for unit in units if unit}
    if len(kinds) < 2:
        return _leave_nothing(readings)
    if len({worth(kind)[0] for kind in kinds}) > 1:
        return True
    bare = {one for one in readings if not one.unit}  # a bare number takes the unit of each of the others
    return _leave_nothing({_in_smallest(one) for one in readings - bare}) or any(
        _leave_nothing(bare | {one for one in readings if one.unit and counted(one.unit) == kind}) for kind in kinds
    )


def _in_smallest(one: ValueReading) -> ValueReading:
    """A reading in the smallest unit of its kind: a year in months."""
    _, times = worth(counted(one.unit or ""))
    low, high = (None if end is None else end * times for end in (one.low, one.high))
    return one._replace(low=low, high=high)


def _leave_nothing(readings: set[ValueReading]) -> bool:
    """True when some two stretches of one unit do not meet."""
    # Stretches overlap in pairs when the one that begins last meets the one that ends first.
    last = max(
        (one for one in readings if one.low is not None), key=lambda one: (one.low or 0, one.low_open), default=None
    )
    first = min(
        (one for one in readings if one.high is not None),
        key=lambda one: (one.high or 0, not one.high_open),
        default=None,
    )
    return last is not None and first is not None and not _reaches(first, last)


def less_precise(claim: Claim) -> set[int]:
    """The places of the values that are compatible with a more precise one of the same claim."""
    if len(claim.values) < 2:
        return set()
    readings = [reading(value.text, claim.name) for value in claim.values]
    measured = sorted((one for one in set(readings) if one.unit is not None), key=lambda one: one.vagueness)
    return {place for place, one in enumerate(readings) if one.unit is not None and _has_sharper(one, measured)}


def _has_sharper(one: ValueReading, measured: list[ValueReading]) -> bool:
    for other in measured:
        if other.vagueness >= one.vagueness:
            return False
        if compatible(one, other):
            return True
    return False


def _reaches(one: ValueReading, other: ValueReading) -> bool:
    """True when the one does not end before the other begins."""
    if one.high is None or other.low is None:
        return True
    return one.high > other.low or (one.high == other.low and not one.high_open and not other.low_open)
