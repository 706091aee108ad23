"""A date as a person writes it: read as EDTF, or refused with the reason and a cure."""

from __future__ import annotations

from functools import lru_cache

from tui.core.dates.edtf import UNDATED_WORDS, Date, parse_strict_edtf, undated
from tui.core.dates.edtf_common import parse_common_date
from tui.core.dates.edtf_member import DateError
from tui.core.text.fold import fold

DAYS_IN_ANY_MONTH = 28
_BLANKS = " \t\r\n"
_new = tuple.__new__  # half the time that calling the class takes; for the common dates only


def parse_date(text: str) -> Date:
    """Read a date, or raise DateError with the reason, the place and, when one offers itself, a cure."""
    found = parse_common_date(text)
    if found is None:
        return _uncommon(text)
    start, end, precision, interval, approximate, uncertain = found
    return _new(Date, (text, start, end, precision, interval, approximate, uncertain, None))


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
        found.position += margin
        raise found from None


def plain_day(text: str) -> str | None:
    """The EDTF of a day such as `1 july 2025` or `1 juillet 2025`, folded; None for any other text.

    `spoken` reads these alike, and much more; but its patterns take 30 ms to compile.
    """
    day, _, rest = text.partition(" ")
    month, _, year = rest.partition(" ")
    if not (text.isascii() and day.isdigit() and len(day) < 3 and year.isdigit() and len(year) == 4):
        return None
    number = _months().get(month)
    return f"{year}-{number:02}-{day:>02}" if number and 0 < int(day) <= DAYS_IN_ANY_MONTH else None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    from tui.core.dates.phrases.phrases_en import English
    from tui.core.dates.phrases.phrases_fr import French
    from tui.core.dates.phrases.phrases_nl import Dutch

    languages = (English.months, French.months, Dutch.months)
    return {fold(name): at for names in languages for at, name in enumerate(names, 1)}


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
