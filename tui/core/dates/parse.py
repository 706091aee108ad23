"""A date as a person writes it: read as EDTF, or refused with the reason and a cure."""

from __future__ import annotations

from functools import lru_cache

from tui.core.dates.edtf import UNDATED_WORDS, Date, parse_strict_edtf, undated
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
    if bare != text and (common := parse_common_date(bare)) is not None:
        return _new(Date, (bare, *common, None))
    try:
        return parse_strict_edtf(bare)
    except DateError as error:
        from tui.core.dates import hints  # only a wrong date needs it

        margin = len(text) - len(text.lstrip(_BLANKS)) if bare else 0
        found = hints.explain(bare, error)
        raise DateError(found.message, found.position + margin, found.length, found.hint, found.readings) from None


def parse_undated(text: str) -> Date | None:
    """The date of words that say that none is known: `unknown`, `sans date`; None for anything else."""
    bare = text.strip(_BLANKS)
    is_word = bare[:1].isalpha() and " ".join(bare.casefold().split()).rstrip(" .") in UNDATED_WORDS
    return undated(bare) if is_word else None


def parse_event_date(text: str) -> Date:
    """Read the date of an event, which may be none."""
    return parse_undated(text) or parse_date(text)


def parse_single_reading(text: str) -> Date:
    """Read a date, or what else is written when it can mean one stretch of days only: `spring 2019`."""
    try:
        return parse_date(text)
    except DateError as error:
        dates = [parse_date(one) for one in error.readings]
        if not dates or len({(date.start.begin, date.end.end) for date in dates}) > 1:
            raise
        return dates[0]
