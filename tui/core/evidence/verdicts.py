"""The verdicts on an event: do its sources agree, are there enough, did a plan come true, is the day sure."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.dates.edtf import DateSet
from tui.core.evidence.claims import disputed
from tui.core.evidence.same_pages import count_pages
from tui.core.evidence.values import DATE
from tui.core.text.fold import fold
from tui.core.timeline.model import Claim, Event, Source

STATUS = "status"
"""The claim whose values are statuses."""

PLANNED = "planned"
REPORTED = "reported"
"""The status of what nobody can have told of before it happened, unless he announced it."""
HAPPENED = frozenset((REPORTED, "in-force"))
"""The statuses by which a source says that something came to pass."""


def is_disputed(event: Event) -> bool:
    """True when some claim of the event has values that no one reading fits."""
    return any(len(claim.values) > 1 and disputed(claim) for claim in event.claims)


def is_overdue(event: Event, today: int) -> bool:
    """True when the event is still planned although its latest possible day is before today."""
    return event.status == PLANNED and days_overdue(event, today) > 0


def days_overdue(event: Event, today: int) -> int:
    """The number of days since the latest possible day; 0 when it is not past, or is open or unknown."""
    latest = event.date.latest
    return 0 if latest is None else max(0, today - latest)


def is_lone(event: Event, same: Mapping[str, str] = {}) -> bool:
    """True when the event rests on one source; `same` says which of them are one page."""
    return count_pages(event.sources, same) == 1


def is_uncertain(event: Event) -> bool:
    """True when its date carries a mark of doubt."""
    return bool(event.date.doubt)


def is_vague(event: Event) -> bool:
    """True when its date is anything but one certain day."""
    return event.date.is_vague


def is_unconfirmed(event: Event, sources: list[Source]) -> bool:
    """True when a plan has no source here that reports that it happened.

    What a source that surely came out later says is the curator's to read, hence not ours to deny.
    """
    latest = event.date.latest
    said = (fold(value.text) for claim in event.claims if claim.name == STATUS for value in claim.values)
    if latest is None or not HAPPENED.isdisjoint(said):
        return False
    days = [source.published.earliest for source in sources if source.published is not None]
    return all(day is None or day <= latest for day in days)


def is_dated(source: Source | None) -> bool:
    """True when a source says when it came out; bounds that come from what it tells (`[2025-08-21..]`) are no date."""
    date = source.published if source is not None else None
    return date is not None and not (isinstance(date.form, DateSet) and not date.interval)


def retained(event: Event, claim: Claim) -> int | None:
    """The place of the value that the curator keeps: of rival dates and statuses the event's own."""
    wanted = {DATE: event.date.text, STATUS: event.status}.get(claim.name, claim.keep)
    if wanted is None:
        return None
    texts = [value.text for value in claim.values]
    if wanted in texts:
        return texts.index(wanted)
    folded = [fold(text) for text in texts]
    return folded.index(fold(wanted)) if fold(wanted) in folded else None
