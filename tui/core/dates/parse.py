"""A date as a person writes it: read as EDTF, or refused with the reason and a cure."""

from __future__ import annotations

from functools import lru_cache

from tui.core.dates.edtf import Date, parse_strict_edtf
from tui.core.dates.edtf_common import parse_common_date
from tui.core.dates.edtf_member import DateError

_BLANKS = " \t\r\n"
_new = tuple.__new__  # half the time that calling the class takes; for the common dates only


def parse_date(text: str) -> Date:
    """Read a date, or raise DateError with the reason, the place and, when one offers itself, a cure."""
    found = parse_common_date(text)
    return _uncommon(text) if found is None else _new(Date, (text, *found, None))


@lru_cache(maxsize=4096)
def _uncommon(text: str) -> Date:
    bare = text.strip(_BLANKS)
    if bare != text and (found := parse_common_date(bare)) is not None:
        return _new(Date, (bare, *found, None))
    try:
        return parse_strict_edtf(bare)
    except DateError as error:
        from tui.core.dates import hints  # only a wrong date needs it

        margin = len(text) - len(text.lstrip(_BLANKS)) if bare else 0
        why, position, length, hint = hints.explain(bare, error)
        raise DateError(why, position + margin, length, hint) from None
